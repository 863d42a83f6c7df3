"""Page numbers as readers see them, learnt from the PDF of a layout."""

import re
from bisect import bisect_right
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import Destination, IndirectObject

from rtl_tracker.reports.word.angka_urut import format_angka

AWALAN_BAGIAN = "_Hal"
"""Bookmarks at the start of sections that begin their own numbers: _Hal<serial number><format><first number>."""
_BAGIAN = re.compile(rf"{AWALAN_BAGIAN}\d+([a-zA-Z]+)(\d+)")
_GARIS_BAWAH = "5F"


def label_halaman(pdf: Path) -> dict[str, str]:
    """Per bookmark the number printed on its page ("iv", "12")."""
    halaman = _halaman_penanda(pdf)
    bagian = sorted((nomor, temu[1], int(temu[2])) for nama, nomor in halaman.items() if (temu := _BAGIAN.fullmatch(nama)))
    awal = [nomor for nomor, _, _ in bagian]

    def label(nomor: int) -> str:
        posisi = bisect_right(awal, nomor)
        if posisi == 0:
            return str(nomor + 1)
        pertama, bentuk, mulai = bagian[posisi - 1]
        return format_angka(nomor - pertama + mulai, bentuk)

    return {nama: label(nomor) for nama, nomor in halaman.items()}


def _halaman_penanda(pdf: Path) -> dict[str, int]:
    """Per bookmark the position of its page, from 0."""
    pembaca = PdfReader(pdf)
    urutan = {halaman.indirect_reference.idnum: i for i, halaman in enumerate(pembaca.pages) if halaman.indirect_reference}
    return {
        _nama(str(nama)): urutan[tujuan.page.idnum]
        for nama, tujuan in pembaca.named_destinations.items()
        if isinstance(tujuan, Destination) and isinstance(tujuan.page, IndirectObject)
    }


def _nama(tertulis: str) -> str:
    """LibreOffice writes what is no letter or digit as two hexadecimal digits; here that is just the first underscore."""
    polos = tertulis.removeprefix("/")
    return f"_{polos.removeprefix(_GARIS_BAWAH)}" if polos.startswith(_GARIS_BAWAH) else polos
