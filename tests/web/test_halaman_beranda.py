"""The front page: figures, where they come from, the recap with its filters, empty states."""

import pytest
from flask import Flask
from sqlalchemy import Engine

from rtl_tracker.domain.peran import Peran
from tests.web.akun import masuk_sebagai
from tests.web.halaman import Halaman, Klien
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT, TulisCsv, instansi_kecil


def _nama(halaman: Halaman) -> list[str]:
    return [baris[1].split(" di bawah ")[0] for baris in halaman.baris("tabel-rekap")]


def test_an_empty_database_says_which_command_comes_next(klien: Klien):
    teks = klien.buka("/tahun").teks()
    assert "Belum ada data" in teks
    assert "rtl-tracker impor buku-kerja-skm.xlsx --tahun" in teks


def test_the_index_stands_with_class_respondents_units_and_change(klien_isi: Klien):
    teks = klien_isi.buka("/tahun").teks()
    assert "Pemerintah Kabupaten Uji & Coba" in teks
    assert "78,08 Mutu B (Baik)" in teks
    assert "Turun 1,42 poin dari 79,50 pada tahun 2021" in teks
    assert "142" in teks
    assert "3 dari 5" in teks


def test_the_three_aggregations_stand_side_by_side_with_their_difference(klien_isi: Klien):
    cara = klien_isi.buka("/tahun/2022").baris("agregasi")
    assert [b[0] for b in cara] == [
        "Rata-rata IKM UPP (dipakai)",
        "Gabungan semua jawaban responden",
        "Rata-rata unsur, lalu rumus IKM",
    ]
    assert cara[0][1:] == ["78,08", "–"]
    assert cara[1][2].startswith(("+", "−"))


def test_the_panel_tells_where_the_index_comes_from(klien_isi: Klien):
    halaman = klien_isi.buka("/tahun")
    asal = halaman.semua("details")[0]
    teks, rincian = halaman.teks(asal), halaman.rincian(asal)
    assert "234,2267 ÷ 3 = 78,0756, dicetak 78,08" in teks
    assert "bobot 1/9" in teks
    assert rincian["Tercetak pada laporan terbit"] == "81,23"
    assert rincian["Belum ada hasil"] == "Badan Arsip"
    assert rincian["Punya hasil, tidak dihitung"] == "Dinas Perhubungan"
    assert rincian["Responden"] == "142 orang."


def test_realisasi_is_the_mean_of_the_units_that_reported_and_a_real_zero_counts(klien_isi: Klien):
    teks = klien_isi.buka("/tahun").teks()
    assert "Realisasi tindak lanjut 37,50 %" in teks
    assert "Rata-rata 2 UPP yang melaporkan; 1 belum melaporkan" in teks


def test_the_unsur_are_ranked_from_the_lowest_with_nrr_konversi_and_class(klien_isi: Klien):
    unsur = klien_isi.buka("/tahun").baris("unsur")
    assert len(unsur) == 9
    assert unsur[0][:5] == ["1", "U3 Waktu penyelesaian prioritas", "2,70", "67,50", "C (Kurang Baik)"]


def test_every_unit_is_in_the_recap_with_ties_means_and_missing_results_named(klien_isi: Klien):
    baris = {b[1].split(" di bawah ")[0]: b for b in klien_isi.buka("/tahun").baris("tabel-rekap")}
    assert baris[NAMA_SULIT][4] == "3,00 Waktu dan Biaya"
    assert baris["Badan Arsip"][2] == "belum ada data"
    assert baris["Badan Arsip"][7] == "–"
    assert "rata-rata unit di bawahnya, tidak dihitung" in baris["Dinas Perhubungan"][2]
    assert baris[NAMA_PANJANG][1].endswith("di bawah Dinas Perhubungan")
    assert baris[NAMA_PANJANG][7] == "belum dilaporkan"
    assert baris[NAMA_SULIT][7] == "0,00 %"


def test_a_unit_stands_indented_below_its_induk(klien_isi: Klien):
    halaman = klien_isi.buka("/tahun")
    kelas = [th.get("class") for th in halaman.menurut_id("tabel-rekap").iter("th") if "nama-upp" in str(th.get("class"))]
    assert kelas == ["nama-upp", "nama-upp", "nama-upp", "nama-upp masuk-1", "nama-upp"]


@pytest.mark.parametrize(
    ("tanya", "nama"),
    [
        ("cari=kelautan", [NAMA_SULIT]),
        ("cari=KECAMATAN+satu", ["Kecamatan Satu"]),
        ("mutu=belum", ["Badan Arsip"]),
        ("mutu=D", ["Dinas Perhubungan", NAMA_PANJANG]),
        ("kelompok=Dinas+%26+Badan", [NAMA_SULIT, "Dinas Perhubungan", "Badan Arsip"]),
        ("kelompok=Dinas+%26+Badan&mutu=belum", ["Badan Arsip"]),
        ("mutu=Z&urut=entah&arah=x", ["Kecamatan Satu", NAMA_SULIT, "Dinas Perhubungan", NAMA_PANJANG, "Badan Arsip"]),
    ],
)
def test_the_recap_is_searched_and_filtered_by_its_address(klien_isi: Klien, tanya: str, nama: list[str]):
    halaman = klien_isi.buka(f"/tahun/2022?{tanya}")
    assert _nama(halaman) == nama
    assert f"Menampilkan {len(nama)} dari 5 UPP." in halaman.teks()


@pytest.mark.parametrize("kolom", ["ikm", "terendah", "tertinggi", "responden", "realisasi"])
def test_sorting_by_a_figure_keeps_units_without_it_last_in_both_directions(klien_isi: Klien, kolom: str):
    naik, turun = (klien_isi.buka(f"/tahun/2022?urut={kolom}{arah}") for arah in ("", "&arah=turun"))
    assert _nama(naik)[-1] == _nama(turun)[-1] == "Badan Arsip"
    assert _nama(naik) != _nama(turun)
    assert 'aria-sort="ascending"' in naik.html
    assert 'aria-sort="descending"' in turun.html


def test_sorting_by_name_goes_both_ways_and_keeps_the_filter(klien_isi: Klien):
    halaman = klien_isi.buka("/tahun/2022?kelompok=Dinas+%26+Badan&urut=nama")
    assert _nama(halaman) == ["Badan Arsip", NAMA_SULIT, "Dinas Perhubungan"]
    balik = next(str(a.get("href")) for a in halaman.semua("a") if "arah=turun" in str(a.get("href")))
    assert _nama(klien_isi.buka(balik.split("#")[0])) == ["Dinas Perhubungan", NAMA_SULIT, "Badan Arsip"]


def test_a_search_without_a_match_offers_the_way_back(klien_isi: Klien):
    halaman = klien_isi.buka("/tahun/2022?cari=%3Cscript%3E")
    assert "Tidak ada UPP yang cocok" in halaman.teks()
    assert halaman.menurut_id("cari").get("value") == "<script>"


def test_every_chart_of_the_page_carries_words(klien_isi: Klien):
    gambar = klien_isi.buka("/tahun").semua("img")
    assert [str(g.get("src")).split("?")[0].rsplit("/", 1)[1] for g in gambar][:2] == ["tren.svg", "nilai-unsur.svg"]
    assert "Waktu penyelesaian (67,50)" in str(gambar[1].get("alt"))


def test_several_years_are_switched_by_links_and_the_newest_comes_first(klien_isi: Klien, db: Engine, tulis_csv: TulisCsv):
    instansi_kecil(db, tulis_csv, 2023)
    halaman = klien_isi.buka("/tahun")
    assert "Masyarakat Tahun 2023" in halaman.teks()
    assert "Masyarakat Tahun 2022" in klien_isi.buka(halaman.tautan("2022")).teks()


def test_a_year_with_settings_only_shows_what_to_import(klien: Klien, db: Engine, tulis_csv: TulisCsv):
    from tests.web.instansi import isi_instansi

    isi_instansi(db, tulis_csv("pengaturan", instansi=[["kunci", "nilai"], ["nama", "Kota Sepi"]]), 2024)
    teks = klien.buka("/tahun").teks()
    assert "Belum ada hasil SKM tahun 2024" in teks
    assert "Belum ada UPP yang tersimpan" in teks


def test_the_rtl_of_the_instansi_itself_is_listed(klien_isi: Klien):
    assert "Pembinaan seluruh unit" in klien_isi.buka("/tahun").baris("rtl")[0][3]


def test_a_year_that_is_not_stored_is_not_found(klien_isi: Klien):
    assert "Belum ada data tahun 1999" in klien_isi.buka("/tahun/1999", 404).teks()


@pytest.mark.parametrize(("peran", "ada"), [(Peran.ORGANISASI, True), (Peran.INSPEKTUR, False), (Peran.PIMPINAN, False)])
def test_the_button_that_freezes_a_report_is_drawn_for_whoever_may_press_it(
    klien_isi: Klien, app: Flask, db: Engine, peran: Peran, ada: bool
):
    halaman = masuk_sebagai(app, db, peran).buka("/tahun/2022/dokumen/tahunan/TAHUNAN/kesiapan")
    assert ("Sahkan sebagai versi 1" in halaman.teks()) is ada
