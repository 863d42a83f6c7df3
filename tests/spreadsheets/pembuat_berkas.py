"""Files for the tests: well-made workbooks by openpyxl, hostile ones written by hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.spreadsheets.baca import HasilBaca, UppDikenal, baca_buku_kerja
from rtl_tracker.spreadsheets.masalah import Masalah

UNSUR = [u.value for u in Unsur]
UPP = [["nama", "kode", "singkatan"], ["Dinas Sosial", "1.06", "Dinsos"], ["Dinas Perhubungan", "2.09", "Dishub"]]
KEPALA_HASIL = ["upp", "periode", *UNSUR, "ikm_tercetak", "jumlah_responden"]
KEPALA_RESPONS = ["upp", "nomor_responden", "periode", *UNSUR]
DIKENAL = (UppDikenal("Dinas Sosial", "1.06", "Dinsos"), UppDikenal("Dinas Perhubungan", "2.09", "Dishub"))

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NS_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS_P = "http://schemas.openxmlformats.org/package/2006/relationships"
LEMBAR_AWAL = f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{NS}"><sheetData>'
LEMBAR_AKHIR = "</sheetData></worksheet>"


def tulis_xlsx(path: Path, lembar: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """A workbook with the given rows."""
    buku = Workbook()
    buku.remove(buku.worksheets[0])
    for nama, baris in lembar.items():
        kertas = buku.create_sheet(nama)
        for satu in baris:
            kertas.append(list(satu))
    buku.save(path)
    return path


def baca_lembar(folder: Path, lembar: Mapping[str, Sequence[Sequence[Any]]], tahun: int = 2023, **pilihan: Any) -> HasilBaca:
    """Read a workbook of the given rows, with two known UPP."""
    path = tulis_xlsx(folder / "buku.xlsx", lembar)
    return baca_buku_kerja(path, tahun, pilihan.get("urutan"), pilihan.get("dikenal", DIKENAL))


def galat(hasil: HasilBaca) -> list[Masalah]:
    """The refusals."""
    return [m for m in hasil.masalah if m.tingkat == "galat"]


def satu_galat(hasil: HasilBaca) -> tuple[str, int | None, str | None, str | None]:
    """(sheet, row, column, value) of the only refusal; and nothing may be handed on."""
    assert hasil.buku is None
    assert len(galat(hasil)) == 1, galat(hasil)
    satu = galat(hasil)[0]
    return satu.lembar, satu.baris, satu.kolom, satu.nilai


def sebutan(hasil: HasilBaca, tingkat: str) -> list[str]:
    """The sentences of one kind."""
    return [m.kalimat for m in hasil.masalah if m.tingkat == tingkat]


def hasil_sah(**ganti: Any) -> list[Any]:
    """A valid row under KEPALA_HASIL, with some columns changed."""
    isi: dict[str, Any] = {"upp": "Dinas Sosial", "periode": "S1", **dict.fromkeys(UNSUR, 3.5), "ikm_tercetak": 87.5,
                           "jumlah_responden": 30}  # fmt: skip
    isi |= ganti
    return [isi[kolom] for kolom in KEPALA_HASIL]


def respons_sah(**ganti: Any) -> list[Any]:
    """A valid row under KEPALA_RESPONS, with some columns changed."""
    isi: dict[str, Any] = {"upp": "Dinas Sosial", "nomor_responden": 1, "periode": "S1", **dict.fromkeys(UNSUR, 3)}
    isi |= ganti
    return [isi[kolom] for kolom in KEPALA_RESPONS]


def bagian_paket(isi_lembar: str, nama: str = "hasil") -> dict[str, str | bytes]:
    """The members of the smallest workbook with one sheet."""
    hubungan = f'<Relationships xmlns="{NS_P}"><Relationship Id="rId1" Type="{NS_R}/'
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{hubungan}officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{NS}" xmlns:r="{NS_R}"><sheets><sheet name="{nama}" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'{hubungan}worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": isi_lembar,
    }


def tulis_paket(path: Path, bagian: Mapping[str, str | bytes]) -> Path:
    """A zip with the given members."""
    with ZipFile(path, "w", ZIP_DEFLATED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return path


def sel_teks(alamat: str, teks: str) -> str:
    """XML of a cell with a text."""
    return f'<c r="{alamat}" t="inlineStr"><is><t>{teks}</t></is></c>'


def lembar_tangan(*baris: str) -> str:
    """XML of a sheet whose first row is the header `upp, periode, IKM`."""
    kepala = f'<row r="1">{sel_teks("A1", "upp")}{sel_teks("B1", "periode")}{sel_teks("C1", "IKM")}</row>'
    return LEMBAR_AWAL + kepala + "".join(baris) + LEMBAR_AKHIR


def baris_tangan(nomor: int, sel_ikm: str) -> str:
    """XML of a data row with the given cell in the column of the IKM."""
    return f'<row r="{nomor}">{sel_teks(f"A{nomor}", "Dinas Sosial")}{sel_teks(f"B{nomor}", "S1")}{sel_ikm}</row>'
