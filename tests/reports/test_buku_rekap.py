"""The recap as a workbook: numbers are numbers, the printed rules stand above them, and nothing is a formula."""

from io import BytesIO

import openpyxl
import pytest
from sqlalchemy import Engine

from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.session import pabrik_session
from rtl_tracker.usecases.dokumen_rekap import excel
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak, LingkunganDokumen
from tests.web.instansi import NAMA_SULIT, TulisCsv, instansi_kecil


@pytest.fixture
def buku(engine_sqlite: Engine, tulis_csv: TulisCsv, tmp_path):
    instansi_kecil(engine_sqlite, tulis_csv)
    with pabrik_session(engine_sqlite)() as session:
        jadi = excel(
            session, PermintaanDokumen(JenisDokumen.REKAP, 2022), LingkunganDokumen("http://x", GudangBukti(tmp_path, tmp_path))
        )
    assert jadi.nama_berkas == "rekapitulasi-skm-2022"
    return openpyxl.load_workbook(BytesIO(jadi.isi))


def tabel(lembar) -> list[dict[str, object]]:
    """Rows below the head, by column."""
    baris = list(lembar.values)
    kepala = next(i for i, b in enumerate(baris) if b[0] in ("No", "Uraian"))
    return [dict(zip(baris[kepala], b, strict=True)) for b in baris[kepala + 1 :]]


def test_every_unit_stands_in_the_recap_with_its_index_class_and_extremes(buku):
    per_nama = {str(b["UPP"]).strip(): b for b in tabel(buku["Rekap"])}
    satu = per_nama["Kecamatan Satu"]
    assert (satu["Nilai SKM"], satu["Jumlah responden"], satu["RTL"]) == (85.06, 100, "ada")
    assert satu["Unsur terendah"] == "Waktu penyelesaian"
    assert per_nama[NAMA_SULIT]["Unsur terendah"] == "Waktu penyelesaian; Biaya/tarif"
    assert per_nama["Badan Arsip"]["Nilai SKM"] == "belum ada data"
    assert per_nama["Dinas Perhubungan"]["Keterangan"] == "rata-rata unit di bawahnya"


def test_every_period_and_mean_has_its_row_with_nrr_and_konversi(buku):
    baris = [b for b in tabel(buku["Per periode"]) if b["UPP"] == "Kecamatan Satu"]
    assert [b["Periode"] for b in baris] == ["Semester I", "Semester II", "Rata-rata Tahunan"]
    assert (baris[0]["U1 NRR"], baris[0]["U1 konversi"], baris[0]["IKM"], baris[0]["IKM tercetak"]) == (3.2, 80, 80, 80)
    assert (baris[0]["Jumlah RTL"], baris[1]["Realisasi periode sebelumnya (%)"]) == (1, 100)


def test_the_instansi_has_three_aggregations_and_the_years_their_difference(buku):
    isi = {b["Uraian"]: b["Nilai"] for b in tabel(buku["Instansi"])}
    assert isi["IKM instansi"] == isi["Rata-rata IKM UPP"]
    assert "Gabungan jawaban responden" in isi
    (satu,) = [b for b in tabel(buku["Antartahun"]) if b["UPP"] == "Kecamatan Satu"]
    assert (satu["2021"], satu["2022"], satu["+/- dari tahun lalu"]) == (78, 85.06, 7.06)


def test_sheets_filter_freeze_and_print_with_their_heads_and_hold_no_formula(buku):
    for lembar in buku:
        assert lembar.freeze_panes
        assert lembar.auto_filter.ref
        assert lembar.print_title_rows
        assert lembar.page_setup.orientation == "landscape"
        assert "Bobot 1/9" in str(lembar["A3"].value)
        assert [c.coordinate for baris in lembar for c in baris if c.data_type == "f"] == []


def test_a_database_without_units_is_refused(engine_sqlite: Engine, tmp_path):
    with pabrik_session(engine_sqlite)() as session, pytest.raises(DokumenDitolak, match="Impor buku kerja"):
        excel(
            session, PermintaanDokumen(JenisDokumen.REKAP, 2022), LingkunganDokumen("http://x", GudangBukti(tmp_path, tmp_path))
        )
