"""Finished reports on disk: one folder per piece of work, every file whole or not there at all."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rtl_tracker.files import write_whole

if TYPE_CHECKING:
    from rtl_tracker.usecases.susun_laporan import LaporanJadi

CATATAN = "catatan.json"
JENIS_BERKAS = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class BerkasLaporan:
    """One finished file: its kind, where it is, and its size in bytes."""

    jenis: str
    jalur: Path
    ukuran: int


def simpan_laporan(folder: Path, id_: str, jadi: LaporanJadi) -> str:
    """Write the Word file, the PDF if there is one, and the notes; returns the Word file's path relative to `folder`.

    The Word file comes last: where it is, everything is. Raises OSError.
    """
    tempat = folder / id_
    tempat.mkdir(parents=True, exist_ok=True)
    write_whole(tempat / CATATAN, json.dumps(list(jadi.peringatan), ensure_ascii=False).encode())
    if jadi.pdf is not None:
        write_whole(tempat / f"{jadi.nama_berkas}.pdf", jadi.pdf)
    write_whole(tempat / f"{jadi.nama_berkas}.docx", jadi.docx)
    return f"{id_}/{jadi.nama_berkas}.docx"


def list_berkas(folder: Path, berkas: str) -> list[BerkasLaporan]:
    """The files of a finished report that are still there; `berkas` is what `simpan_laporan` gave."""
    calon = [(jenis, (folder / berkas).with_suffix(f".{jenis}")) for jenis in JENIS_BERKAS]
    return [BerkasLaporan(jenis, jalur, jalur.stat().st_size) for jenis, jalur in calon if jalur.is_file()]


def baca_peringatan(folder: Path, berkas: str) -> list[str]:
    """The sentences that came with a finished report."""
    catatan = (folder / berkas).parent / CATATAN
    return [str(kalimat) for kalimat in json.loads(catatan.read_bytes())] if catatan.is_file() else []
