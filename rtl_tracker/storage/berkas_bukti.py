"""Files of bukti by the SHA-256 of their content: written once, never overwritten; pictures are shown as copies without metadata."""

import errno
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rtl_tracker.domain.bukti import BuktiDitolak
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.files import write_whole
from rtl_tracker.storage.gambar_ulang import gambar_ulang

HASH = re.compile(r"[0-9a-f]{64}")
LEBAR = (320, 1600)
PENUH = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class BuktiRusak(DomainError):
    """The file of a bukti is missing or no longer what was uploaded."""


@dataclass(frozen=True, slots=True)
class GudangBukti:
    """The store: `folder` for originals, `folder_tampil` for shown copies (which may be deleted at any time)."""

    folder: Path
    folder_tampil: Path

    def jalur(self, hash_: str) -> Path:
        """Where the original of this hash lies. Raises ValueError for a text that is no hash."""
        return self.folder / _sah(hash_)[:2] / hash_

    def simpan(self, isi: bytes) -> str:
        """Keep the content; returns its hash. A sound file of the same hash is left alone, a damaged one is replaced.

        Raises BuktiDitolak when the disk is full.
        """
        hash_ = sha256(isi).hexdigest()
        if not self._utuh(hash_):
            _tulis(self.jalur(hash_), isi)
        return hash_

    def baca(self, hash_: str) -> bytes:
        """The original, checked against its hash. Raises BuktiRusak."""
        try:
            isi = self.jalur(hash_).read_bytes()
        except FileNotFoundError as galat:
            raise BuktiRusak(
                "Berkas bukti tidak ditemukan di server. Hubungi pengelola untuk memulihkannya dari cadangan."
            ) from galat
        except OSError as galat:
            raise BuktiRusak(
                "Berkas bukti di server tidak dapat dibaca. Hubungi pengelola untuk memeriksa penyimpanan."
            ) from galat
        if sha256(isi).hexdigest() != hash_:
            raise BuktiRusak(
                "Berkas bukti di server berubah sejak diunggah. Hubungi pengelola untuk memulihkannya dari cadangan."
            )
        return isi

    def gambar_tampil(self, hash_: str, lebar: int) -> Path:
        """A JPEG of at most `lebar` points (320 or 1600), upright, drawn anew: nothing of the original's metadata is in it.

        Raises BuktiRusak; ValueError for another width or a text that is no hash.
        """
        if lebar not in LEBAR:
            raise ValueError(f"Width {lebar} is not one of {LEBAR}.")
        tujuan = self.folder_tampil / f"{_sah(hash_)}-{lebar}.jpg"
        if not tujuan.is_file():
            _tulis(tujuan, gambar_ulang(self.baca(hash_), lebar))
        return tujuan

    def periksa_semua(self, hash_: Iterable[str]) -> list[str]:
        """Those of the hashes whose original is missing or damaged, or that are no hash at all."""
        return [satu for satu in hash_ if not self._utuh(satu)]

    def _utuh(self, hash_: str) -> bool:
        try:
            self.baca(hash_)
        except ValueError:  # BuktiRusak is one, too
            return False
        return True


def _sah(hash_: str) -> str:
    if not HASH.fullmatch(hash_):
        raise ValueError("Not a SHA-256.")
    return hash_


def _tulis(tujuan: Path, isi: bytes) -> None:
    """Whole or not at all, readable by the program alone."""
    try:
        tujuan.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(tujuan, isi)
        tujuan.chmod(0o600)
    except OSError as galat:
        if galat.errno in PENUH:
            raise BuktiDitolak(
                "Ruang penyimpanan server penuh, sehingga berkas belum tersimpan. Hubungi pengelola, lalu ulangi."
            ) from galat
        raise
