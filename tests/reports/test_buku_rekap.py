"""The recap as a workbook: numbers are numbers, the printed rules stand above them, means below, and nothing is a formula."""

import csv
from io import BytesIO

import openpyxl
import pytest

from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.reports.rekap.lembar_periode import HURUF_RTL, teks_rencana
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine, pabrik_session
from rtl_tracker.usecases.dokumen_rekap import excel
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak, LingkunganDokumen
from tests.conftest import DATA
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT, instansi_kecil, isi_instansi


def unduh(engine, tahun, folder) -> bytes:
    lingkungan = LingkunganDokumen("http://x", GudangBukti(folder, folder))
    with pabrik_session(engine)() as session:
        jadi = excel(session, PermintaanDokumen(JenisDokumen.REKAP, tahun), lingkungan)
    assert jadi.nama_berkas == f"rekapitulasi-skm-{tahun}"
    return jadi.isi


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """A small instansi of 2022 with units of all kinds, and the real one of 2023 with semesters and triwulan."""
    folder = tmp_path_factory.mktemp("rekap")

    def tulis_csv(nama, **lembar):
        (folder / nama).mkdir()
        for judul, baris in lembar.items():
            with (folder / nama / f"{judul}.csv").open("w", encoding="utf-8", newline="") as berkas:
                csv.writer(berkas).writerows(baris)
        return folder / nama

    kecil, pontianak = (buat_engine(f"sqlite:///{folder / nama}") for nama in ("kecil.db", "pontianak.db"))
    for satu in (kecil, pontianak):
        migrasikan(satu)
    instansi_kecil(kecil, tulis_csv)
    isi_instansi(pontianak, DATA / "pontianak_2023", 2023)
    yield {"kecil": kecil, "pontianak": pontianak, "folder": folder}
    kecil.dispose()
    pontianak.dispose()


@pytest.fixture(scope="module")
def buku(engine):
    return openpyxl.load_workbook(BytesIO(unduh(engine["kecil"], 2022, engine["folder"])))


@pytest.fixture(scope="module")
def pontianak(engine):
    return openpyxl.load_workbook(BytesIO(unduh(engine["pontianak"], 2023, engine["folder"])))


def kepala(lembar) -> int:
    """Row of the column heads."""
    return int(str(lembar.auto_filter.ref).split(":")[0][1:])


def tabel(lembar) -> list[dict[str, object]]:
    """Rows within the filter, by column."""
    akhir = int("".join(filter(str.isdigit, str(lembar.auto_filter.ref).split(":")[1])))
    baris = list(lembar.iter_rows(min_row=kepala(lembar), max_row=akhir, values_only=True))
    return [dict(zip(map(str, baris[0]), b, strict=True)) for b in baris[1:]]


def kaki(lembar, kolom: int = 0) -> dict[object, tuple[object, ...]]:
    """Rows below the table, by their label."""
    akhir = kepala(lembar) + len(tabel(lembar))
    return {b[kolom]: b for b in lembar.iter_rows(min_row=akhir + 1, values_only=True) if b[kolom] is not None}


def test_every_unit_stands_in_the_recap_with_its_index_class_and_extremes_and_the_mean_below(buku):
    per_nama = {b["UPP"]: b for b in tabel(buku["Rekap"])}
    satu = per_nama["Kecamatan Satu"]
    assert (satu["Nilai SKM"], satu["Mutu"], satu["Jumlah responden"], satu["RTL"]) == (85.06, "B (Baik)", 100, "ada")
    assert (satu["Unsur terendah"], satu["Nilai unsur terendah"]) == ("U3 Waktu", 2.6)
    assert per_nama[NAMA_SULIT]["Unsur terendah"] == "U3 Waktu; U4 Biaya"
    assert (per_nama["Badan Arsip"]["Nilai SKM"], per_nama["Badan Arsip"]["Mutu"]) == ("belum ada data", None)
    assert per_nama["Dinas Perhubungan"]["Keterangan"] == "rata-rata unit di bawahnya, tidak dihitung"
    assert per_nama[NAMA_PANJANG]["Induk"] == "Dinas Perhubungan"
    bawah = kaki(buku["Rekap"], 1)["Pemerintah Kabupaten Uji & Coba"]
    assert bawah[4] == tabel(buku["Instansi"])[-1]["IKM"]


def test_every_period_and_mean_has_its_row_with_nrr_konversi_plans_and_realisasi(buku):
    baris = [b for b in tabel(buku["Per periode"]) if b["UPP"] == "Kecamatan Satu"]
    assert [b["Periode"] for b in baris] == ["Semester I", "Semester II", "Rata-rata Tahunan"]
    assert (baris[0]["U1 NRR"], baris[0]["U1 konversi"], baris[0]["IKM"], baris[0]["IKM tercetak"]) == (3.2, 80, 80, 80)
    assert (baris[0]["Rencana tindak lanjut"], baris[0]["Jumlah RTL"]) == ("Menambah loket <cepat>", 1)
    assert (baris[1]["Metode"], baris[1]["Realisasi periode sebelumnya (%)"]) == ("daring", 100)
    assert str(baris[1]["Unsur prioritas"]).startswith("U3 Waktu; U1 Persyaratan; ")
    (kosong,) = [b for b in tabel(buku["Per periode"]) if b["UPP"] == "Badan Arsip"]
    assert (kosong["IKM"], kosong["Periode"], kosong["U1 NRR"]) == ("belum ada data", None, None)


def test_printed_decimals_are_kept_and_shown(pontianak):
    lembar = pontianak["Per periode"]
    satu = next(b for b in tabel(lembar) if b["UPP"] == "Sekretariat Daerah" and b["Periode"] == "Semester I")
    assert (satu["IKM"], satu["IKM tercetak"], satu["U1 konversi"]) == (98.413, 98.413, 98.93)
    kolom = list(satu).index("IKM") + 1
    assert {lembar.cell(kepala(lembar) + 1, k).number_format for k in (kolom, kolom + 1)} == {"0.000"}
    periode = {b["Periode"]: b["IKM"] for b in tabel(pontianak["Instansi"])}
    assert (periode["Semester I"], periode["Semester II"], periode["Tahunan (seluruh tahun)"]) == (89.642, 90.053, 89.847)
    assert "Rata-rata semester dari triwulannya" in str(lembar["A4"].value)


def test_the_unsur_have_their_extremes_with_all_ties_and_sums_below_the_filter(buku):
    (sulit,) = [b for b in tabel(buku["Unsur"]) if b["UPP"] == NAMA_SULIT]
    assert (sulit["Nilai terendah"], sulit["Unsur terendah"], sulit["Nilai tertinggi"]) == (3, "U3 Waktu; U4 Biaya", 3.6)
    bawah = kaki(buku["Unsur"], 1)
    assert bawah["Jumlah"][2:4] == (9.4, 9.4)
    assert bawah["Rata-rata"][2] == 3.13


def test_the_years_have_their_difference_and_the_share_that_measured(buku):
    baris = tabel(buku["Antartahun"])
    assert baris[0]["UPP"] == "Pemerintah Kabupaten Uji & Coba"
    satu = next(b for b in baris if b["UPP"] == "Kecamatan Satu")
    assert (satu["2021"], satu["2022"], satu["+/- dari tahun lalu"], satu["Keterangan"]) == (78, 85.06, 7.06, "naik")
    lain = next(b for b in baris if b["UPP"] == NAMA_SULIT)
    assert (lain["2021"], lain["+/- dari tahun lalu"], lain["Keterangan"]) == ("-", None, "data pertama")
    assert kaki(buku["Antartahun"], 1)["UPP yang mengukur"][2:4] == (1, 3)


def test_the_instansi_has_three_aggregations_their_difference_and_its_unsur_ranked(buku):
    (tahunan,) = [b for b in tabel(buku["Instansi"]) if b["Periode"] == "Tahunan (seluruh tahun)"]
    assert tahunan["IKM"] == tahunan["Rata-rata IKM UPP"]
    bawah = kaki(buku["Instansi"])
    assert bawah["Rata-rata IKM UPP"][1:3] == (tahunan["IKM"], "ditetapkan")
    gabungan = bawah["Gabungan jawaban responden"]
    assert round(gabungan[1] - tahunan["IKM"], 2) == gabungan[3]
    peringkat = [str(nama)[:2] for nama in list(bawah)[list(bawah).index("Unsur dari nilai terendah") + 1 :]]
    assert peringkat[:2] == ["U3", "U4"]


def test_sheets_filter_freeze_and_print_with_their_heads_and_hold_no_formula(buku, pontianak):
    for lembar in (*buku, *pontianak):
        baris = kepala(lembar)
        assert lembar.freeze_panes in (f"C{baris + 1}", f"B{baris + 1}")
        assert lembar.print_title_rows == f"${baris}:${baris}"
        assert (lembar.page_setup.orientation, lembar.page_setup.fitToWidth) == ("landscape", None)
        assert lembar.sheet_properties.pageSetUpPr.fitToPage
        assert str(lembar["A3"].value).startswith("Bobot ")
        assert [c.coordinate for b in lembar for c in b if c.data_type == "f"] == []
    assert [w.title for w in buku] == ["Rekap", "Per periode", "Unsur", "Antartahun", "Instansi"]


def test_a_long_plan_is_cut_at_a_whole_item_and_counted():
    rtl = [Rtl(i, 1, 2022, Periode.S1, None, "", "kata " * 100) for i in range(9)]
    teks = teks_rencana(rtl)
    assert len(teks) < HURUF_RTL + 600
    assert teks.endswith("… dan 6 RTL lainnya")


def test_the_same_data_give_the_same_bytes(engine):
    assert unduh(engine["kecil"], 2022, engine["folder"]) == unduh(engine["kecil"], 2022, engine["folder"])


def test_nothing_to_recap_is_refused_with_what_to_do(engine, tmp_path):
    kosong = buat_engine(f"sqlite:///{tmp_path / 'kosong.db'}")
    migrasikan(kosong)
    with pytest.raises(DokumenDitolak, match=r"Belum ada UPP yang tersimpan\. Impor buku kerja"):
        unduh(kosong, 2022, tmp_path)
    with pytest.raises(DokumenDitolak, match=r"Belum ada hasil SKM tahun 2019\. Impor hasil"):
        unduh(engine["kecil"], 2019, tmp_path)
    kosong.dispose()
