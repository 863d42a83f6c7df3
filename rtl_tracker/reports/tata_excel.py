"""How a sheet of a workbook lies: heights of rows with wrapped texts, and its print set-up."""

from collections.abc import Iterable

from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

TINGGI_SATU = 15
"""Height of a row of one line, in points."""
LEBAR_A4 = 240
_BARIS_TERBANYAK = 27
"""409 points is the greatest height of a row."""
_MUAT, _MUAT_TEBAL = 1.05, 0.92
"""Letters that a column takes for every unit of its width, which is measured by figures; bold ones are wider."""
_TEPI = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)


def tinggi_baris(teks: Iterable[tuple[str, int]], *, tebal: bool = False) -> int:
    """Height in points of a row whose wrapped texts stand in columns of these widths (in characters)."""
    muat = _MUAT_TEBAL if tebal else _MUAT
    banyak = max((_banyak_baris(isi, max(1, int(lebar * muat))) for isi, lebar in teks), default=1)
    return TINGGI_SATU * min(banyak, _BARIS_TERBANYAK)


def _banyak_baris(teks: str, muat: int) -> int:
    if len(teks) <= muat and "\n" not in teks:
        return 1
    return sum(_baris_alinea(alinea, muat) for alinea in teks.split("\n"))


def _baris_alinea(alinea: str, muat: int) -> int:
    """Lines of a paragraph; a word that is longer than the line is broken."""
    banyak, sisa = 1, muat
    for kata in alinea.split():
        if len(kata) > sisa and sisa < muat:
            banyak, sisa = banyak + 1, muat
        patah = (len(kata) - 1) // muat
        banyak, sisa = banyak + patah, sisa - (len(kata) - patah * muat) - 1
    return banyak


def tata_cetak(ws: Worksheet, kepala: int, lebar: int, utuh: bool) -> None:
    """Landscape as wide as the table (of `lebar` characters), the head (a row) on every page, pages numbered (spec 3.6).

    A table that A4 would make too small to read stands on A3. `utuh`: it is not torn over pages.
    """
    ws.print_title_rows = f"{kepala}:{kepala}"
    ws.page_setup.orientation = "landscape"
    ws.page_setup.paperSize = ws.PAPERSIZE_A3 if lebar > LEBAR_A4 else ws.PAPERSIZE_A4
    ws.page_setup.fitToHeight = int(utuh)
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.page_margins = _TEPI
    kaki = ws.oddFooter
    assert kaki is not None, "every sheet has a footer"
    kaki.left.text, kaki.right.text = "&A", "Halaman &P dari &N"
