"""The archive of a backup: a zip without compression, written and read as a stream, in constant memory whatever it holds.

Its comment (the last 64 bytes) is the SHA-256 of the whole file with zeros in their place, so that one altered or missing byte
anywhere shows. Entries are stored as they are: what an archive unpacks to is never more than its own size.
"""

import os
import stat
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import IO, Self
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from rtl_tracker.storage.manifes_cadangan import (
    BASIS_DATA,
    MANIFES,
    CadanganDitolak,
    Entri,
    Manifes,
    baca_manifes,
    nama_sah,
    tulis_manifes,
)

POTONGAN = 1 << 20
BATAS_MANIFES = 512 << 20
AWAL = b"PK"
KOSONG = b"0" * 64
RUSAK = "Arsip {} terpotong atau berubah sejak dibuat; tidak ada yang dipulihkan. Pakai salinan lain."
ASING = "Arsip {} bukan cadangan buatan rtl-tracker; tidak ada yang dipulihkan."
_ZIP_SALAH = (BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OverflowError, struct.error)
Lapor = Callable[[int], None]


class _Pencatat:
    """A file that can only be written to, and knows the SHA-256 of what was."""

    def __init__(self, berkas: IO[bytes]) -> None:
        self._berkas: IO[bytes] | None = berkas
        self.sidik = sha256()

    def write(self, isi: bytes) -> int:
        """Append; nothing any more once the file was let go."""
        self.sidik.update(isi)
        return len(isi) if self._berkas is None else self._berkas.write(isi)

    def flush(self) -> None:
        """Hand on what is buffered."""
        if self._berkas is not None:
            self._berkas.flush()

    def lepas(self) -> None:
        """Let go of the file."""
        self._berkas = None


class PenulisArsip:
    """Writes a new archive, readable by its owner alone; it is whole after `tutup`. Every method raises OSError."""

    def __init__(self, jalur: Path) -> None:
        """Begin the file, which must not be there."""
        self._berkas = os.fdopen(os.open(jalur, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "r+b")
        self._pencatat = _Pencatat(self._berkas)
        self._zip = ZipFile(self._pencatat, "w", ZIP_STORED)  # type: ignore[call-overload]
        self.isi: list[Entri] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None) -> None:
        """Let go of the file; one that was not finished is for the caller to remove."""
        self._pencatat.lepas()
        self._zip.close()
        self._berkas.close()

    def tambah(self, nama: str, potongan: Iterable[bytes]) -> Entri:
        """Append one entry from pieces."""
        sidik, ukuran = sha256(), 0
        with self._zip.open(_info(nama), "w", force_zip64=True) as tujuan:
            for isi in potongan:
                tujuan.write(isi)
                sidik.update(isi)
                ukuran += len(isi)
        entri = Entri(nama, ukuran, sidik.hexdigest())
        self.isi.append(entri)
        return entri

    def tutup(self, manifes: Manifes) -> None:
        """Add the manifest, which must list all of `isi`, and seal the file on the disk."""
        self._zip.writestr(_info(MANIFES), tulis_manifes(manifes))
        self._zip.comment = KOSONG
        self._zip.close()
        self._berkas.seek(-len(KOSONG), os.SEEK_END)
        self._berkas.write(self._pencatat.sidik.hexdigest().encode())
        self._berkas.flush()
        os.fsync(self._berkas.fileno())


def periksa_arsip(jalur: Path, lapor: Lapor) -> Manifes:
    """Read everything and compare everything; nothing is written. `lapor` is called with the per cent done. Raises CadanganDitolak."""
    ukuran = _periksa_segel(jalur, lambda selesai: lapor(selesai // 2))
    with _terbuka(jalur) as arsip:
        daftar = _periksa_daftar(jalur, arsip.infolist(), ukuran)
        manifes = baca_manifes(arsip.read(daftar.pop(MANIFES)))
        if {i.filename: i.file_size for i in daftar.values()} != {e.nama: e.ukuran for e in manifes.isi}:
            raise CadanganDitolak(f"Isi arsip {jalur} bukan yang disebut daftar isinya; tidak ada yang dipulihkan.")
        if BASIS_DATA not in daftar:
            raise CadanganDitolak(ASING.format(jalur))
        selesai = 0
        for entri in manifes.isi:
            for isi in _baca(arsip, entri):
                selesai += len(isi)
                lapor(50 + 50 * selesai // ukuran)
    return manifes


def keluarkan(jalur: Path, manifes: Manifes, tempat: Callable[[str], Path], lapor: Lapor) -> None:
    """Write every entry of a checked archive to `tempat(name)`, for its owner alone. Raises CadanganDitolak, OSError."""
    jumlah, selesai = sum(e.ukuran for e in manifes.isi) or 1, 0
    with _terbuka(jalur) as arsip:
        for entri in manifes.isi:
            tujuan = tempat(entri.nama)
            tujuan.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(os.open(tujuan, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as berkas:
                for isi in _baca(arsip, entri):
                    berkas.write(isi)
                    selesai += len(isi)
                    lapor(100 * selesai // jumlah)


def _info(nama: str) -> ZipInfo:
    info = ZipInfo(nama)
    info.external_attr = (stat.S_IFREG | 0o600) << 16
    return info


def _periksa_segel(jalur: Path, lapor: Lapor) -> int:
    """Compare the file with its own seal; returns its size in bytes."""
    sidik = sha256()
    try:
        with jalur.open("rb") as berkas:
            ukuran = os.fstat(berkas.fileno()).st_size
            if berkas.read(len(AWAL)) != AWAL:
                raise CadanganDitolak(ASING.format(jalur))
            berkas.seek(0)
            sisa = ukuran - len(KOSONG)
            while sisa > 0 and (isi := berkas.read(min(POTONGAN, sisa))):
                sidik.update(isi)
                sisa -= len(isi)
                lapor(100 - 100 * sisa // ukuran)
            segel = berkas.read()
    except OSError as galat:
        raise CadanganDitolak(f"Arsip {jalur} tidak dapat dibaca; periksa nama dan hak aksesnya.") from galat
    sidik.update(KOSONG)
    if segel != sidik.hexdigest().encode():
        raise CadanganDitolak(RUSAK.format(jalur))
    return ukuran


@contextmanager
def _terbuka(jalur: Path) -> Iterator[ZipFile]:
    """The archive; whatever is wrong with its form becomes a sentence."""
    try:
        with ZipFile(jalur) as arsip:
            yield arsip
    except CadanganDitolak:
        raise
    except _ZIP_SALAH as galat:
        raise CadanganDitolak(ASING.format(jalur)) from galat


def _periksa_daftar(jalur: Path, daftar: list[ZipInfo], ukuran: int) -> dict[str, ZipInfo]:
    """The entries by name, once each of them is plain: no strange name, no link, nothing compressed, no name twice."""
    menurut_nama = {i.filename: i for i in daftar}
    polos = all(
        (nama_sah(i.filename) or i.filename == MANIFES)
        and i.filename == i.orig_filename
        and i.compress_type == ZIP_STORED
        and i.file_size == i.compress_size
        and stat.S_IFMT(i.external_attr >> 16) in (0, stat.S_IFREG)
        for i in daftar
    )
    tunggal = len(menurut_nama) == len(daftar) and sum(i.file_size for i in daftar) <= ukuran
    if not polos or not tunggal or MANIFES not in menurut_nama or menurut_nama[MANIFES].file_size > BATAS_MANIFES:
        raise CadanganDitolak(ASING.format(jalur))
    return menurut_nama


def _baca(arsip: ZipFile, entri: Entri) -> Iterator[bytes]:
    """The pieces of one entry; raises CadanganDitolak after the last one when they are not what the manifest says."""
    sidik, ukuran = sha256(), 0
    with arsip.open(entri.nama) as berkas:
        while isi := berkas.read(POTONGAN):
            sidik.update(isi)
            ukuran += len(isi)
            yield isi
    if (ukuran, sidik.hexdigest()) != (entri.ukuran, entri.sha256):
        raise CadanganDitolak(f"Isi '{entri.nama}' dalam arsip tidak cocok dengan sidiknya; tidak ada yang dipulihkan.")
