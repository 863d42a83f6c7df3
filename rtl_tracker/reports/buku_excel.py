"""Tables as an Excel workbook: a title block, a frozen head that filters, print set-up. Numbers stay numbers, text stays text.

The same sheets give the same bytes. A formula carries the value that it has, for viewers that do not calculate.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rtl_tracker.domain.angka import desimal_tercetak
from rtl_tracker.reports.rumus_excel import NilaiRumus, kemas_buku
from rtl_tracker.reports.tata_excel import TINGGI_SATU, tata_cetak, tinggi_baris

FORMAT_ANGKA, FORMAT_BULAT, FORMAT_TANGGAL = "0.00", "#,##0", "[$-421]d mmmm yyyy"
"""The decimal sign is the reader's: 93.74 shows as 93,74 in an Indonesian Excel. Months are written in Indonesian."""
BARIS_SATU_HALAMAN = 50
_AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\r")
_HURUF = "Calibri"
_JUDUL, _TEKS_KEPALA, _TEBAL, _TEKS_TAUTAN = (
    Font(_HURUF, 14, bold=True),
    Font(_HURUF, 11, bold=True, color="FFFFFF"),
    Font(_HURUF, 11, bold=True),
    Font(_HURUF, 11, color="0F4C75", underline="single"),
)
_KEPALA, _KAKI = PatternFill("solid", fgColor="1F4E79"), PatternFill("solid", fgColor="E8EEF4")
_ATAS, _BUNGKUS = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
_TENGAH, _TENGAH_BUNGKUS = (
    Alignment("center", vertical="top"),
    Alignment("center", vertical="top", wrap_text=True),
)


@dataclass(frozen=True, slots=True)
class Tautan:
    """A cell that leads to an address."""

    isi: str | int
    alamat: str


@dataclass(frozen=True, slots=True)
class Rumus:
    """A live formula in the words of the file format (English, commas, no "="), the value it has, and its number format.

    `hasil` "" = the formula shows nothing. Whoever writes one puts no text of people into it.
    """

    rumus: str
    hasil: NilaiRumus
    format: str = FORMAT_ANGKA


@dataclass(frozen=True, slots=True)
class Berformat:
    """A number that is shown with fewer digits than it has."""

    nilai: Decimal
    format: str


Nilai = str | int | Decimal | date | Tautan | Rumus | Berformat | None


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its head and its width in characters; in a wide one texts are wrapped. `tengah` puts head and figures in the middle."""

    judul: str
    lebar: int = 13
    tengah: bool = False

    @property
    def membungkus(self) -> bool:
        """Whether its texts take several lines."""
        return self.lebar >= 24


@dataclass(frozen=True, slots=True)
class Kaki:
    """A row below the table, out of reach of its filter; its first text is bold. `berwarna` fills it over the width of the table."""

    isi: tuple[Nilai, ...] = ()
    berwarna: bool = False


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: its name, the lines above the table (the first is the title), the table, and the rows below it.

    The first `beku` columns stay in view.
    """

    nama: str
    pengantar: tuple[str, ...]
    kolom: tuple[Kolom, ...]
    baris: Sequence[Sequence[Nilai]]
    kaki: Sequence[Kaki] = ()
    beku: int = 1

    @property
    def baris_pertama(self) -> int:
        """Number of the first row below the head of the table, as formulas name it."""
        return len(self.pengantar) + 3

    @property
    def satu_halaman(self) -> bool:
        """Whether table and rows below it are few enough to be printed together."""
        return bool(self.kaki) and self.baris_pertama + len(self.baris) + len(self.kaki) <= BARIS_SATU_HALAMAN


def tulis_buku(lembar: Sequence[Lembar], judul: str) -> bytes:
    """The workbook as bytes of an .xlsx file. Nothing that somebody typed is ever a formula, also not after an edit in Excel."""
    buku = Workbook()
    buku.remove(buku.worksheets[0])
    for satu in lembar:
        _tulis_lembar(buku.create_sheet(satu.nama), satu)
    buku.properties.creator, buku.properties.title = "rtl-tracker", _bersih(judul)
    keluaran = BytesIO()
    buku.save(keluaran)
    return kemas_buku(keluaran.getvalue(), [_nilai_rumus(satu) for satu in lembar])


def _nilai_rumus(lembar: Lembar) -> dict[str, NilaiRumus]:
    """Values of the formulas by the name of their cell ("B12")."""
    semua = (*lembar.baris, *(kaki.isi for kaki in lembar.kaki))
    return {
        f"{get_column_letter(nomor)}{baris}": nilai.hasil
        for baris, isi in enumerate(semua, lembar.baris_pertama)
        for nomor, nilai in enumerate(isi, 1)
        if isinstance(nilai, Rumus)
    }


def _tulis_lembar(ws: Worksheet, lembar: Lembar) -> None:
    for nomor, teks in enumerate(lembar.pengantar, 1):
        sel = _isi(_sel(ws, nomor, 1), teks)
        if nomor == 1:
            sel.font = _JUDUL
    kepala = lembar.baris_pertama - 1
    for nomor, kolom in enumerate(lembar.kolom, 1):
        sel = _isi(_sel(ws, kepala, nomor), kolom.judul)
        sel.font, sel.fill, sel.alignment = _TEKS_KEPALA, _KEPALA, _TENGAH_BUNGKUS if kolom.tengah else _BUNGKUS
        ws.column_dimensions[get_column_letter(nomor)].width = kolom.lebar
    ws.row_dimensions[kepala].height = tinggi_baris([(k.judul, k.lebar) for k in lembar.kolom], tebal=True)
    for baris, isi in enumerate(lembar.baris, kepala + 1):
        _tulis_baris(ws, baris, lembar.kolom, isi)
    _tulis_kaki(ws, lembar)
    ws.freeze_panes = f"{get_column_letter(lembar.beku + 1)}{kepala + 1}"
    ws.auto_filter.ref = f"A{kepala}:{get_column_letter(len(lembar.kolom))}{kepala + len(lembar.baris)}"
    tata_cetak(ws, kepala, sum(k.lebar for k in lembar.kolom), lembar.satu_halaman)


def _tulis_baris(ws: Worksheet, baris: int, kolom: Sequence[Kolom], isi: Sequence[Nilai]) -> None:
    """One row, as high as its longest wrapped text: not every program finds the height by itself."""
    terbungkus = []
    for nomor, (milik, nilai) in enumerate(zip(kolom, isi, strict=True), 1):
        if nilai is not None:
            _isi(_sel(ws, baris, nomor), nilai).alignment = _BUNGKUS if milik.membungkus else _letak(milik)
            if milik.membungkus and isinstance(nilai, str):
                terbungkus.append((nilai, milik.lebar))
    tinggi = tinggi_baris(terbungkus)
    if tinggi > TINGGI_SATU:
        ws.row_dimensions[baris].height = tinggi


def _letak(kolom: Kolom) -> Alignment:
    return _TENGAH if kolom.tengah else _ATAS


def _tulis_kaki(ws: Worksheet, lembar: Lembar) -> None:
    for baris, kaki in enumerate(lembar.kaki, lembar.baris_pertama + len(lembar.baris)):
        tebal = next((nilai for nilai in kaki.isi if nilai is not None), None)
        for nomor, kolom in enumerate(lembar.kolom[: None if kaki.berwarna else len(kaki.isi)], 1):
            nilai = kaki.isi[nomor - 1] if nomor <= len(kaki.isi) else None
            if nilai is None and not kaki.berwarna:
                continue
            sel = _isi(_sel(ws, baris, nomor), nilai)
            kata_lepas = isinstance(nilai, str) and (nomor == 1 or not kaki.berwarna)
            sel.alignment = _ATAS if kata_lepas else _letak(kolom)
            if nilai is tebal and isinstance(nilai, str):
                sel.font = _TEBAL
            if kaki.berwarna:
                sel.fill = _KAKI


def _sel(ws: Worksheet, baris: int, kolom: int) -> Cell:
    sel = ws.cell(baris, kolom)
    assert isinstance(sel, Cell), "nothing is merged here"
    return sel


def _isi(sel: Cell, nilai: Nilai) -> Cell:
    """Put a value in with the format of its kind."""
    if isinstance(nilai, Tautan):
        _isi(sel, nilai.isi)
        sel.hyperlink, sel.font = nilai.alamat, _TEKS_TAUTAN
    elif isinstance(nilai, Rumus):
        sel.value, sel.number_format = f"={nilai.rumus}", nilai.format
    elif isinstance(nilai, Berformat):
        sel.value, sel.number_format = nilai.nilai, nilai.format
    elif isinstance(nilai, str):
        sel.value = _bersih(nilai)
        sel.data_type, sel.quotePrefix = "s", nilai.startswith(_AWAL_RUMUS)
    else:
        sel.value = nilai
        sel.number_format = FORMAT_TANGGAL if isinstance(nilai, date) else _format_angka(nilai)
    return sel


def _format_angka(nilai: int | Decimal | None) -> str:
    """Two decimals, or as many as the figure is printed with."""
    return f"0.{'0' * max(2, desimal_tercetak(nilai))}" if isinstance(nilai, Decimal) else FORMAT_BULAT


def _bersih(teks: str) -> str:
    """Without the control characters that no workbook may hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", teks)
