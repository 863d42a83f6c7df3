"""The blank workbook: one sheet per sheet of the contract with notes, drop-downs and an example row (spec 5.3, 5.4)."""

from datetime import datetime
from io import BytesIO
from typing import Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from rtl_tracker.domain.unsur import NAMA_PENDEK, NAMA_UNSUR, Unsur
from rtl_tracker.spreadsheets.contoh import CONTOH, KUNCI_INSTANSI, PETUNJUK
from rtl_tracker.spreadsheets.pilihan import DAFTAR, DAFTAR_INSTANSI, DAFTAR_KOLOM
from rtl_tracker.spreadsheets.skema import SKEMA, Kolom, Skema

SAAT_TETAP = datetime(2025, 1, 1)
BARIS_TERAKHIR = 20_000
_WAJIB = PatternFill("solid", fgColor="1F4E79")
_BIASA = PatternFill("solid", fgColor="5B7F9E")
_HURUF = "Calibri"
_TEKS_KEPALA = Font(name=_HURUF, bold=True, color="FFFFFF")
_TEKS_CONTOH = Font(name=_HURUF, italic=True, color="7F7F7F")
_LEBAR = {"nama": 46, "upp": 46, "kegiatan": 46, "keluhan": 36, "saran": 40, "nilai": 46, "alamat": 36, "kunci": 30,
          "bagian": 30, "tabel": 36, "teks": 90}  # fmt: skip
_LEBAR_BIASA, _LEBAR_UNSUR = 20, 13
_TINGGI_BARIS, _HURUF_SEBARIS = 15.5, 105
_FORMAT_TEKS = frozenset({"kode", "singkatan", "telepon", "kunci", "nilai", "usia"})


def buat_templat() -> bytes:
    """The workbook as bytes of an .xlsx file; the same bytes every time."""
    buku = Workbook()
    buku.remove(buku.worksheets[0])
    _tulis_petunjuk(buku.create_sheet("petunjuk"))
    for skema in SKEMA.values():
        _tulis_lembar(buku.create_sheet(skema.nama), skema)
    _tulis_daftar(buku.create_sheet("daftar"))
    buku.properties.creator = "rtl-tracker"
    buku.properties.created = SAAT_TETAP
    keluaran = BytesIO()
    buku.save(keluaran)
    return _tetapkan(keluaran.getvalue(), buku.properties.modified)


def susun_kolom(skema: Skema) -> list[Kolom]:
    """The columns of a sheet in the order of the blank workbook, the nine unsur among them."""
    if skema.unsur == "tidak":
        return list(skema.kolom)
    rincian = "Jawaban 1 sampai 4; kosong bila tidak dijawab." if skema.unsur == "wajib" else "Nilai 1-4 atau 25-100."
    unsur = [Kolom(u.value, f"{NAMA_UNSUR[u]}. {rincian}", wajib=skema.unsur == "wajib") for u in Unsur]
    depan = [k for k in skema.kolom if k.nama in skema.sebelum_unsur]
    return [*depan, *unsur, *(k for k in skema.kolom if k.nama not in skema.sebelum_unsur)]


def _tulis_lembar(lembar: Worksheet, skema: Skema) -> None:
    contoh = CONTOH[skema.nama]
    for nomor, kolom in enumerate(susun_kolom(skema), 1):
        _tulis_kepala(lembar, nomor, kolom, unsur=kolom.nama not in skema.menurut_nama)
        sel = lembar.cell(2, nomor, contoh.get(kolom.nama))
        sel.font = _TEKS_CONTOH
        huruf = get_column_letter(nomor)
        if kolom.nama in _FORMAT_TEKS:
            lembar.column_dimensions[huruf].number_format = "@"
        _batasi_isian(lembar, skema, kolom.nama, f"{huruf}2:{huruf}{BARIS_TERAKHIR}")
    if skema.nama == "instansi":
        _tulis_kunci_instansi(lembar)
    lembar.freeze_panes = "B2"
    lembar.print_title_rows = "1:1"
    _atur_cetak(lembar)


def _atur_cetak(lembar: Worksheet) -> None:
    """Landscape, as wide as the paper, as many pages down as it takes."""
    lembar.page_setup.orientation = "landscape"
    lembar.page_setup.paperSize = lembar.PAPERSIZE_A4
    lembar.page_setup.fitToHeight = 0
    lembar.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _tulis_kepala(lembar: Worksheet, nomor: int, kolom: Kolom, unsur: bool) -> None:
    judul = NAMA_PENDEK[Unsur(kolom.nama)] if unsur else kolom.nama
    sel = lembar.cell(1, nomor, f"{judul} *" if kolom.wajib else judul)
    sel.fill = _WAJIB if kolom.wajib else _BIASA
    sel.font = _TEKS_KEPALA
    sel.alignment = Alignment(vertical="center", wrap_text=True)
    sel.comment = Comment(kolom.keterangan, "rtl-tracker", height=110, width=260)
    lebar = _LEBAR_UNSUR if unsur else _LEBAR.get(kolom.nama, _LEBAR_BIASA)
    lembar.column_dimensions[get_column_letter(nomor)].width = lebar


def _batasi_isian(lembar: Worksheet, skema: Skema, kolom: str, rentang: str) -> None:
    aturan = _aturan(skema, kolom)
    if aturan is not None:
        aturan.add(rentang)
        lembar.add_data_validation(aturan)


def _aturan(skema: Skema, kolom: str) -> DataValidation | None:
    """Drop-downs refuse nothing but what the reader would refuse; names of UPP are only offered."""
    daftar = DAFTAR_KOLOM.get((skema.nama, kolom))
    if daftar is not None:
        return _pilihan(daftar, tolak=False)
    if kolom in ("upp", "induk"):
        return DataValidation(type="list", formula1="upp!$A$3:$A$2000", allow_blank=True, showErrorMessage=False)
    if kolom == "selisih_tercetak":
        return _angka("decimal", "-100", "100", "Isi angka -100 sampai 100.")
    if skema.nama == "respons" and (kolom in NAMA_PENDEK or kolom == "penilaian_umum"):
        return _angka("whole", "1", "4", "Jawaban harus 1, 2, 3, atau 4.")
    if kolom in ("ikm_tercetak", "ikm", "realisasi_tercetak", "persen_tercetak") or (
        skema.nama == "hasil" and kolom in NAMA_PENDEK
    ):
        return _angka("decimal", "0", "100", "Isi angka 0 sampai 100.")
    if kolom in ("jumlah_responden", "populasi", "jumlah"):
        return _angka("whole", "0", "999999999", "Isi bilangan bulat, tidak negatif.")
    return None


def _pilihan(daftar: str, tolak: bool) -> DataValidation:
    huruf = get_column_letter(list(DAFTAR).index(daftar) + 1)
    rumus = f"daftar!${huruf}$2:${huruf}${len(DAFTAR[daftar]) + 1}"
    return DataValidation(type="list", formula1=rumus, allow_blank=True, showErrorMessage=tolak)


def _angka(jenis: Literal["whole", "decimal"], bawah: str, atas: str, kalimat: str) -> DataValidation:
    aturan = DataValidation(type=jenis, operator="between", formula1=bawah, formula2=atas, allow_blank=True)
    aturan.errorTitle, aturan.error, aturan.showErrorMessage = "Isian ditolak", kalimat, True
    return aturan


def _tulis_kunci_instansi(lembar: Worksheet) -> None:
    """The keys stand ready; a key left without a value changes nothing."""
    for baris, (kunci, keterangan) in enumerate(KUNCI_INSTANSI, 3):
        sel = lembar.cell(baris, 1, kunci)
        sel.comment = Comment(keterangan, "rtl-tracker", height=90, width=260)
        lembar.cell(baris, 2).number_format = "@"
        if kunci in DAFTAR_INSTANSI:
            aturan = _pilihan(DAFTAR_INSTANSI[kunci], tolak=True)
            aturan.add(f"B{baris}")
            lembar.add_data_validation(aturan)


def _tulis_daftar(lembar: Worksheet) -> None:
    for nomor, (judul, isi) in enumerate(DAFTAR.items(), 1):
        sel = lembar.cell(1, nomor, judul)
        sel.font, sel.fill = _TEKS_KEPALA, _BIASA
        for baris, nilai in enumerate(isi, 2):
            lembar.cell(baris, nomor, nilai).number_format = "@"
        lembar.column_dimensions[get_column_letter(nomor)].width = max(len(teks) for teks in (judul, *isi)) + 2
    lembar.freeze_panes = "A2"


def _tulis_petunjuk(lembar: Worksheet) -> None:
    lembar.column_dimensions["A"].width = 22
    lembar.column_dimensions["B"].width = 100
    lembar.sheet_view.showGridLines = False
    _atur_cetak(lembar)
    for judul, paragraf in PETUNJUK:
        lembar.append([judul])
        lembar.cell(lembar.max_row, 1).font = Font(name=_HURUF, bold=True, size=16 if lembar.max_row == 1 else 12)
        for teks in paragraf:
            _tulis_uraian(lembar, "", teks)
    lembar.append(["Lembar"])
    lembar.cell(lembar.max_row, 1).font = Font(name=_HURUF, bold=True, size=12)
    for skema in SKEMA.values():
        _tulis_uraian(lembar, skema.nama, skema.uraian)


def _tulis_uraian(lembar: Worksheet, sebutan: str, teks: str) -> None:
    lembar.append([sebutan, teks])
    lembar.row_dimensions[lembar.max_row].height = _TINGGI_BARIS * -(-len(teks) // _HURUF_SEBARIS)
    lembar.cell(lembar.max_row, 2).alignment = Alignment(wrap_text=True, vertical="top")
    lembar.cell(lembar.max_row, 1).alignment = Alignment(vertical="top")


def _tetapkan(isi: bytes, diubah: datetime) -> bytes:
    """Write the package again with one fixed moment everywhere a clock was read."""
    keluaran = BytesIO()
    saat = f"{diubah:%Y-%m-%dT%H:%M:%SZ}".encode()
    with ZipFile(BytesIO(isi)) as asal, ZipFile(keluaran, "w") as tujuan:
        for info in asal.infolist():
            data = asal.read(info)
            if info.filename == "docProps/core.xml":
                data = data.replace(saat, f"{SAAT_TETAP:%Y-%m-%dT%H:%M:%SZ}".encode())
            tetap = ZipInfo(info.filename, SAAT_TETAP.timetuple()[:6])
            tetap.compress_type = ZIP_DEFLATED
            tujuan.writestr(tetap, data)
    return keluaran.getvalue()
