"""The audit trail as an Excel workbook, written row by row: fifty thousand records need no more memory than fifty."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

KOLOM: tuple[tuple[str, int], ...] = (
    ("Nomor", 10), ("Waktu", 20), ("Pengguna", 30), ("Peran", 20), ("Kejadian", 46), ("Unit", 36), ("RTL", 10), ("Catatan", 60),
    ("Rincian", 60),
)  # fmt: skip
FORMAT_WAKTU = "yyyy-mm-dd hh:mm:ss"
_AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\r")
_KEPALA, _TEKS_KEPALA, _JUDUL, _BIASA = (
    PatternFill("solid", fgColor="1F4E79"),
    Font(bold=True, color="FFFFFF"),
    Font(bold=True, size=14),
    Font(),
)
Nilai = str | int | datetime | None


@dataclass(frozen=True, slots=True)
class BarisLembar:
    """One record: number, moment on the clock of this computer (without zone, as Excel wants it), and words. `rtl` None = of none."""

    nomor: int
    waktu: datetime
    pelaku: str
    peran: str
    kejadian: str
    unit: str
    rtl: int | None
    catatan: str
    rincian: str


def buat_lembar_jejak(pengantar: tuple[str, ...], baris: Iterable[BarisLembar]) -> bytes:
    """The workbook as bytes of an .xlsx file. `pengantar`: lines above the table, the first is the title.

    Nothing that somebody typed is ever a formula, also not after an edit in Excel.
    """
    buku = Workbook(write_only=True)
    ws = buku.create_sheet("Jejak")
    kepala = len(pengantar) + 2
    _siapkan(ws, kepala)
    for nomor, teks in enumerate(pengantar):
        ws.append([_sel(ws, teks, _BIASA if nomor else _JUDUL)])
    ws.append([])
    ws.append([_sel(ws, judul, _TEKS_KEPALA, _KEPALA) for judul, _ in KOLOM])
    terakhir = kepala
    for b in baris:
        terakhir += 1
        isi: tuple[Nilai, ...] = (b.nomor, b.waktu, b.pelaku, b.peran, b.kejadian, b.unit, b.rtl, b.catatan, b.rincian)
        ws.append([_isi(ws, nilai) for nilai in isi])
    ws.auto_filter.ref = f"A{kepala}:{get_column_letter(len(KOLOM))}{terakhir}"
    keluaran = BytesIO()
    buku.save(keluaran)
    return keluaran.getvalue()


def _siapkan(ws: Worksheet, kepala: int) -> None:
    """What must stand before the first row."""
    for nomor, (_, lebar) in enumerate(KOLOM, 1):
        ws.column_dimensions[get_column_letter(nomor)].width = lebar
    ws.freeze_panes = f"B{kepala + 1}"
    ws.print_title_rows = f"{kepala}:{kepala}"
    ws.page_setup.orientation, ws.page_setup.paperSize, ws.page_setup.fitToHeight = "landscape", Worksheet.PAPERSIZE_A4, 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _isi(ws: Worksheet, nilai: Nilai) -> Nilai | Cell:
    """Plain values as they are; a moment with its format; a text that looks like a formula as a marked cell."""
    if isinstance(nilai, datetime):
        sel = _sel(ws, nilai)
        sel.number_format = FORMAT_WAKTU
        return sel
    if not isinstance(nilai, str):
        return nilai
    teks = ILLEGAL_CHARACTERS_RE.sub("", nilai)
    return _sel(ws, teks) if teks.startswith(_AWAL_RUMUS) else teks


def _sel(ws: Worksheet, nilai: Nilai, huruf: Font = _BIASA, isian: PatternFill | None = None) -> Cell:
    sel = WriteOnlyCell(ws)
    sel.value, sel.font = nilai, huruf
    if isian is not None:
        sel.fill = isian
    if isinstance(nilai, str):
        sel.data_type, sel.quotePrefix = "s", nilai.startswith(_AWAL_RUMUS)
    return sel
