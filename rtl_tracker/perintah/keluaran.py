"""What commands write: aligned tables, JSON, and files that appear whole or not at all."""

import errno
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rtl_tracker.files import write_whole
from rtl_tracker.perintah.tolakan import Ditolak

_SEBAB: dict[int, str] = {
    errno.ENOENT: "foldernya tidak ada",
    errno.ENOTDIR: "foldernya tidak ada",
    errno.EACCES: "tidak ada izin menulis di sana",
    errno.EPERM: "tidak ada izin menulis di sana",
    errno.EROFS: "tempat itu hanya dapat dibaca",
    errno.ENOSPC: "ruang penyimpanan penuh",
    errno.EDQUOT: "jatah ruang penyimpanan habis",
    errno.EISDIR: "itu nama sebuah folder",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
}


def cetak(teks: str = "") -> None:
    """One line on standard output."""
    print(teks)


def peringatkan(teks: str) -> None:
    """One line on standard error."""
    print(teks, file=sys.stderr)


def cetak_json(isi: Any) -> None:
    """The one JSON document of a command."""
    print(json.dumps(isi, ensure_ascii=False, indent=2))


def susun_tabel(kepala: Sequence[str], baris: Sequence[Sequence[str]], kanan: frozenset[int] = frozenset()) -> list[str]:
    """Lines of an aligned table under a ruled header; columns in `kanan` (from 0) are set flush right."""
    lebar = [max(len(sel) for sel in kolom) for kolom in zip(kepala, *baris, strict=True)]

    def satu(sel: Sequence[str]) -> str:
        rata = [isi.rjust(n) if i in kanan else isi.ljust(n) for i, (isi, n) in enumerate(zip(sel, lebar, strict=True))]
        return "  ".join(rata).rstrip()

    return [satu(kepala), "  ".join("-" * n for n in lebar), *(satu(sel) for sel in baris)]


def pastikan_dapat_ditulis(tujuan: Path) -> None:
    """Refuse early, before long work, what could not be written in the end. Raises Ditolak."""
    if tujuan.is_dir():
        raise Ditolak(_kalimat(tujuan, errno.EISDIR))
    if not tujuan.parent.is_dir():
        raise Ditolak(_kalimat(tujuan, errno.ENOENT))
    if not os.access(tujuan.parent, os.W_OK):
        raise Ditolak(_kalimat(tujuan, errno.EACCES))


def tulis_berkas(tujuan: Path, isi: bytes) -> None:
    """Write the file whole; whatever happens, there is the old file or the new one. Raises Ditolak."""
    try:
        write_whole(tujuan, isi)
    except OSError as galat:
        raise Ditolak(_kalimat(tujuan, galat.errno)) from galat


def _kalimat(tujuan: Path, nomor: int | None) -> str:
    sebab = _SEBAB.get(nomor or 0, f"sistem menolak (kode {nomor})")
    return f"Berkas {tujuan} tidak dapat ditulis: {sebab}."
