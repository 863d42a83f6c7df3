"""Processing of answers from what is stored, as Excel and as Word: the program's own index, layanan pooled, refusals that help."""

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from bench.pembangkit import Ukuran, nama_upp, tulis_folder
from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.jenis_dokumen import BentukBerkas, JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine, pabrik_session
from rtl_tracker.storage.upp_repository import id_menurut_nama
from rtl_tracker.usecases import dokumen_pengolahan
from rtl_tracker.usecases.data_unit import muat_unit
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak, LingkunganDokumen
from rtl_tracker.usecases.susun_dokumen import Bengkel, Pelengkap, susun_dokumen
from tests.conftest import DATA
from tests.reports.word.paket import periksa_paket
from tests.web.instansi import isi_instansi

BUATAN = Ukuran(upp=12, respons=40)
TAHUN = {"bengkayang": 2021, "pontianak": 2023, "buatan": BUATAN.tahun}


class Gudang:
    """Databases of three instansi: answers of a year, recaps only, triwulan with several layanan."""

    def __init__(self, folder):
        self.folder = folder
        self.lingkungan = LingkunganDokumen("http://x", GudangBukti(folder / "bukti", folder / "tampil"))
        sumber = {n: DATA / f"{n}_{TAHUN[n]}" for n in ("bengkayang", "pontianak")}
        sumber["buatan"] = tulis_folder(folder / "csv", BUATAN)
        self.engine = {n: buat_engine(f"sqlite:///{folder / n}.db") for n in sumber}
        for nama, engine in self.engine.items():
            migrasikan(engine)
            isi_instansi(engine, sumber[nama], TAHUN[nama])

    def panggil(self, kerja, instansi, unit, periode=Periode.TAHUNAN):
        with pabrik_session(self.engine[instansi])() as session:
            upp_id = id_menurut_nama(session).get(lipat(unit), 0)
            permintaan = PermintaanDokumen(JenisDokumen.PENGOLAHAN, TAHUN[instansi], periode, upp_id)
            return kerja(session, permintaan, self.lingkungan)

    def excel(self, *isi):
        return self.panggil(dokumen_pengolahan.excel, *isi)

    def hasil(self, instansi, unit):
        with pabrik_session(self.engine[instansi])() as session:
            return muat_unit(session, TAHUN[instansi], id_menurut_nama(session)[lipat(unit)]).rekap.hasil


@pytest.fixture(scope="module")
def gudang(tmp_path_factory):
    hasil = Gudang(tmp_path_factory.mktemp("excel"))
    yield hasil
    for engine in hasil.engine.values():
        engine.dispose()


def indeks(isi: bytes, lembar: str) -> object:
    """The index beside its label, as a program sees it that calculates nothing."""
    baris = CalamineWorkbook.from_filelike(BytesIO(isi)).get_sheet_by_name(lembar).to_python(skip_empty_area=False)
    return next(b[1] for b in baris if b[0] == "IKM")


def test_the_published_unit_shows_its_index_to_programs_that_do_not_calculate(gudang):
    jadi = gudang.excel("bengkayang", "Kecamatan Bengkayang")
    assert (jadi.nama_berkas, jadi.judul) == (
        "pengolahan-skm-kecamatan-bengkayang-2021", "Pengolahan data SKM Kecamatan Bengkayang tahun 2021",
    )  # fmt: skip
    assert indeks(jadi.isi, "Tahunan") == 86.03
    lembar = openpyxl.load_workbook(BytesIO(jadi.isi), data_only=True)["Tahunan"]
    assert [c.value for c in lembar[7]] == [1, 3, 3, 3, 4, 3, 3, 3, 4, 4]


def test_a_year_of_triwulan_has_a_sheet_each_and_a_summary_that_agrees_with_the_program(gudang):
    unit = nama_upp(10)
    isi = gudang.excel("buatan", unit).isi
    hasil = gudang.hasil("buatan", unit)
    buku = openpyxl.load_workbook(BytesIO(isi), data_only=True)
    assert buku.sheetnames == ["Ringkasan", "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"]
    ringkasan = {b[0]: b for b in buku["Ringkasan"].values if b[0]}
    for nama, periode in (
        ("Triwulan II", Periode.TW2),
        ("Rata-rata Semester I", Periode.S1),
        ("Rata-rata Tahunan", Periode.TAHUNAN),
    ):
        assert ringkasan[nama][12] == float(bulatkan(hasil[periode].ikm))
        assert ringkasan[nama][1] == hasil[periode].n
    assert indeks(isi, "Triwulan II") == ringkasan["Triwulan II"][12]


def test_a_semester_holds_its_triwulan_and_a_triwulan_itself(gudang):
    semester = openpyxl.load_workbook(BytesIO(gudang.excel("buatan", nama_upp(10), Periode.S2).isi))
    assert semester.sheetnames == ["Ringkasan", "Triwulan III", "Triwulan IV"]
    assert semester["Ringkasan"]["A1"].value.endswith("Semester II tahun 2024")
    assert openpyxl.load_workbook(BytesIO(gudang.excel("buatan", nama_upp(10), Periode.TW3).isi)).sheetnames == ["Triwulan III"]


@pytest.mark.parametrize("unit", [nama_upp(2), nama_upp(4), nama_upp(9)])
def test_hard_names_and_a_single_respondent_make_no_trouble(gudang, unit):
    jadi = gudang.excel("buatan", unit)
    assert unit in str(openpyxl.load_workbook(BytesIO(jadi.isi)).worksheets[0]["A1"].value)
    assert all(h.isascii() and (h.isalnum() or h == "-") for h in jadi.nama_berkas)


@pytest.mark.parametrize(
    ("instansi", "unit", "periode", "kalimat"),
    [
        ("pontianak", "Inspektorat", Periode.S1, r"hanya menyampaikan rekap nilai pada Semester I tahun 2023.*Impor lembar respons"),
        ("bengkayang", "Kecamatan Bengkayang", Periode.TW1, r"Jawaban tersimpan untuk periode Tahunan; pilih periode itu"),
        ("buatan", nama_upp(7), Periode.TAHUNAN, r"menyampaikan nihil untuk tahun 2024"),
        ("buatan", nama_upp(8), Periode.TAHUNAN, r"Belum ada jawaban responden .* pada tahun 2024"),
        ("buatan", "tidak ada", Periode.TAHUNAN, r"Unit yang diminta tidak ada"),
    ],
)  # fmt: skip
def test_without_answers_the_document_is_refused_with_what_to_do(gudang, instansi, unit, periode, kalimat):
    for kerja in (dokumen_pengolahan.excel, dokumen_pengolahan.rancang):
        with pytest.raises(DokumenDitolak, match=kalimat):
            gudang.panggil(kerja, instansi, unit, periode)


def test_the_word_document_has_the_index_in_front_the_periods_and_every_answer(gudang, soffice):
    rancangan = gudang.panggil(dokumen_pengolahan.rancang, "buatan", nama_upp(10))
    bengkel = Bengkel(soffice, gudang.folder / "grafik", lambda _langkah, _persen: None)
    berkas = susun_dokumen(rancangan, Pelengkap(), bengkel, (BentukBerkas.PDF,)).berkas
    assert periksa_paket(berkas[BentukBerkas.DOCX]) == []
    xml = ZipFile(BytesIO(berkas[BentukBerkas.DOCX])).read("word/document.xml").decode()
    tahunan = gudang.hasil("buatan", nama_upp(10))[Periode.TAHUNAN]
    assert f">{str(bulatkan(tahunan.ikm)).replace('.', ',')}<" in xml
    for teks in ("Rata-rata Tahunan", "Triwulan IV (10 responden)", "dikalikan bobot 1/9", "simpangan baku"):
        assert teks in xml
    assert "[[" not in xml


def test_the_word_document_works_without_its_texts_and_gives_the_same_bytes(gudang):
    rancangan = gudang.panggil(dokumen_pengolahan.rancang, "bengkayang", "Kecamatan Bengkayang")
    assert len(rancangan.isi({}, {})["pembuka"]) == 1
    assert rancangan.isi({"cara": ()}, {})["cara"] == []
    bengkel = Bengkel(None, gudang.folder / "grafik", lambda _langkah, _persen: None)
    satu, dua = (susun_dokumen(rancangan, Pelengkap(), bengkel, (BentukBerkas.DOCX,)).berkas for _ in range(2))
    assert satu == dua
