"""Finished files on disk: one folder per piece of work, every file whole or not there at all."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rtl_tracker.files import write_whole

CATATAN = "catatan.json"
JENIS_BERKAS = ("docx", "pdf", "xlsx", "zip")


@dataclass(frozen=True, slots=True)
class BerkasJadi:
    """One finished file: its kind, where it is, and its size in bytes."""

    jenis: str
    jalur: Path
    ukuran: int


def simpan_berkas(folder: Path, id_: str, nama: str, berkas: Mapping[str, bytes], peringatan: Sequence[str]) -> str:
    """Write the files (by ending) and the notes; returns the path of the first one relative to `folder`.

    The first file comes last: where it is, everything is. Raises OSError; what was written by then is removed.
    """
    tempat = folder / id_
    tempat.mkdir(parents=True, exist_ok=True)
    try:
        write_whole(tempat / CATATAN, json.dumps(list(peringatan), ensure_ascii=False).encode())
        for jenis, isi in reversed(list(berkas.items())):
            write_whole(tempat / f"{nama}.{jenis}", isi)
    except OSError:
        shutil.rmtree(tempat, ignore_errors=True)
        raise
    return f"{id_}/{nama}.{next(iter(berkas))}"


def simpan_zip(folder: Path, id_: str, nama: str, sementara: Path, peringatan: Sequence[str]) -> str:
    """The same for a package that was written to `sementara`, a file on the same disk."""
    tempat = folder / id_
    tempat.mkdir(parents=True, exist_ok=True)
    write_whole(tempat / CATATAN, json.dumps(list(peringatan), ensure_ascii=False).encode())
    sementara.replace(tempat / f"{nama}.zip")
    return f"{id_}/{nama}.zip"


def simpan_kumpulan(folder: Path, id_: str, berkas: Mapping[str, bytes], peringatan: Sequence[str]) -> None:
    """Many files (by name) and the notes as the folder `id_`, which is there whole or not at all; an earlier one is replaced.

    Raises OSError; what was written by then is removed.
    """
    sementara = folder / f".{id_}"
    shutil.rmtree(sementara, ignore_errors=True)
    sementara.mkdir(parents=True)
    try:
        write_whole(sementara / CATATAN, json.dumps(list(peringatan), ensure_ascii=False).encode())
        for nama, isi in berkas.items():
            write_whole(sementara / nama, isi)
        shutil.rmtree(folder / id_, ignore_errors=True)
        sementara.rename(folder / id_)
    except OSError:
        shutil.rmtree(sementara, ignore_errors=True)
        raise


def kumpulan_rusak(folder: Path, sidik: Mapping[str, str]) -> list[str]:
    """Names of the files (SHA-256 by name) that are missing in the folder, or altered."""
    return [nama for nama, hash_ in sidik.items() if not _sama(folder / nama, hash_)]


def _sama(jalur: Path, hash_: str) -> bool:
    return jalur.is_file() and sha256(jalur.read_bytes()).hexdigest() == hash_


def list_berkas(folder: Path, berkas: str) -> list[BerkasJadi]:
    """The files of finished work that are still there; `berkas` is what `simpan_berkas` gave."""
    pokok = folder / berkas
    calon = [(jenis, pokok.with_name(f"{pokok.stem}.{jenis}")) for jenis in JENIS_BERKAS]
    return [BerkasJadi(jenis, jalur, jalur.stat().st_size) for jenis, jalur in calon if jalur.is_file()]


def berkas_utuh(folder: Path, berkas: str, sidik: Mapping[str, str]) -> bool:
    """Whether exactly these files (SHA-256 by ending) are there, unaltered."""
    return {b.jenis: sha256(b.jalur.read_bytes()).hexdigest() for b in list_berkas(folder, berkas)} == dict(sidik)


def baca_peringatan(folder: Path, berkas: str) -> list[str]:
    """The sentences that came with finished work."""
    catatan = (folder / berkas).parent / CATATAN
    return [str(kalimat) for kalimat in json.loads(catatan.read_bytes())] if catatan.is_file() else []
