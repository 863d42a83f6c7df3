"""Tables as an Excel workbook: a title block, a frozen head that filters, print set-up. Numbers stay numbers, text stays text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

FORMAT_ANGKA, FORMAT_BULAT, FORMAT_TANGGAL = "0.00", "#,##0", "[$-421]d mmmm yyyy"
"""The decimal sign is the reader's: 93.74 shows as 93,74 in an Indonesian Excel. Months are written in Indonesian."""
_AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\r")
_JUDUL, _TEKS_KEPALA, _TEKS_TAUTAN = (
    Font(bold=True, size=14),
    Font(bold=True, color="FFFFFF"),
    Font(color="0F4C75", underline="single"),
)
_KEPALA = PatternFill("solid", fgColor="1F4E79")
_ATAS, _BUNGKUS = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)


@dataclass(frozen=True, slots=True)
class Tautan:
    """A cell that leads to an address."""

    isi: str | int
    alamat: str


Nilai = str | int | Decimal | date | Tautan | None


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its head and its width in characters; in a wide one texts are wrapped."""

    judul: str
    lebar: int = 13

    @property
    def membungkus(self) -> bool:
        """Whether its texts take several lines."""
        return self.lebar >= 24


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: its name, the lines above the table (the first is the title), and the table. The first column stays in view."""

    nama: str
    pengantar: tuple[str, ...]
    kolom: tuple[Kolom, ...]
    baris: Sequence[Sequence[Nilai]]


def tulis_buku(lembar: Sequence[Lembar], judul: str) -> bytes:
    """The workbook as bytes of an .xlsx file. Nothing that somebody typed is ever a formula, also not after an edit in Excel."""
    buku = Workbook()
    buku.remove(buku.worksheets[0])
    for satu in lembar:
        _tulis_lembar(buku.create_sheet(satu.nama), satu)
    buku.properties.creator, buku.properties.title = "rtl-tracker", _bersih(judul)
    keluaran = BytesIO()
    buku.save(keluaran)
    return keluaran.getvalue()


def _tulis_lembar(ws: Worksheet, lembar: Lembar) -> None:
    for nomor, teks in enumerate(lembar.pengantar, 1):
        sel = _isi(_sel(ws, nomor, 1), teks)
        if nomor == 1:
            sel.font = _JUDUL
    kepala = len(lembar.pengantar) + 2
    for nomor, kolom in enumerate(lembar.kolom, 1):
        sel = _isi(_sel(ws, kepala, nomor), kolom.judul)
        sel.font, sel.fill, sel.alignment = _TEKS_KEPALA, _KEPALA, _BUNGKUS
        ws.column_dimensions[get_column_letter(nomor)].width = kolom.lebar
    for baris, isi in enumerate(lembar.baris, kepala + 1):
        for nomor, (kolom, nilai) in enumerate(zip(lembar.kolom, isi, strict=True), 1):
            if nilai is not None:
                _isi(_sel(ws, baris, nomor), nilai).alignment = _BUNGKUS if kolom.membungkus else _ATAS
    ws.freeze_panes = f"B{kepala + 1}"
    ws.auto_filter.ref = f"A{kepala}:{get_column_letter(len(lembar.kolom))}{kepala + len(lembar.baris)}"
    ws.print_title_rows = f"{kepala}:{kepala}"
    ws.page_setup.orientation, ws.page_setup.paperSize, ws.page_setup.fitToHeight = "landscape", ws.PAPERSIZE_A4, 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _sel(ws: Worksheet, baris: int, kolom: int) -> Cell:
    sel = ws.cell(baris, kolom)
    assert isinstance(sel, Cell), "nothing is merged here"
    return sel


def _isi(sel: Cell, nilai: Nilai) -> Cell:
    """Put a value in with the format of its kind."""
    if isinstance(nilai, Tautan):
        _isi(sel, nilai.isi)
        sel.hyperlink, sel.font = nilai.alamat, _TEKS_TAUTAN
    elif isinstance(nilai, str):
        sel.value = _bersih(nilai)
        sel.data_type, sel.quotePrefix = "s", nilai.startswith(_AWAL_RUMUS)
    else:
        sel.value = nilai
        sel.number_format = FORMAT_TANGGAL if isinstance(nilai, date) else _format_angka(nilai)
    return sel


def _format_angka(nilai: int | Decimal | None) -> str:
    return FORMAT_ANGKA if isinstance(nilai, Decimal) else FORMAT_BULAT


def _bersih(teks: str) -> str:
    """Without the control characters that no workbook may hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", teks)
