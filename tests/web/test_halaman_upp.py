"""The page of one UPP."""

from datetime import UTC, datetime

from sqlalchemy import Engine

from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja
from tests.web.halaman import Halaman, Klien
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT, TulisCsv


def _buka(klien: Klien, nama: str) -> Halaman:
    return klien.buka(klien.buka("/tahun").tautan(nama))


def test_periods_stand_in_order_with_their_means_marked(klien_isi: Klien):
    baris = _buka(klien_isi, "Kecamatan Satu").baris("periode")
    assert [b[0] for b in baris] == ["Semester I", "Semester II", "Rata-rata Tahunan"]
    assert [b[10] for b in baris] == ["80,00", "90,12", "85,06"]
    assert [b[12] for b in baris] == ["40", "60", "100"]
    assert [b[15] for b in baris] == ["50,00 %", "100,00 %", "75,00 %"]


def test_a_printed_index_that_differs_stands_beside_the_recomputed_one(klien_isi: Klien):
    assert _buka(klien_isi, "Kecamatan Satu").baris("selisih") == [["Semester II", "90,12", "81,11", "+9,01"]]


def test_a_unit_without_printed_figures_has_no_table_of_differences(klien_isi: Klien):
    halaman = _buka(klien_isi, NAMA_SULIT)
    assert 'id="selisih"' not in halaman.html
    assert halaman.teks(halaman.semua("h1")[0]) == NAMA_SULIT


def test_ties_share_a_rank_and_are_all_priorities(klien_isi: Klien):
    unsur = _buka(klien_isi, NAMA_SULIT).baris("unsur")
    assert [b[0] for b in unsur][:3] == ["1", "1", "3"]
    assert all("prioritas" in b[1] for b in unsur)


def test_the_rtl_of_the_unit_is_listed_as_text(klien_isi: Klien):
    assert _buka(klien_isi, "Kecamatan Satu").baris("rtl")[0][3] == "Menambah loket <cepat>"


def test_what_became_of_last_years_rtl_stands_with_its_proof_and_only_web_addresses_are_links(
    klien_isi: Klien, db: Engine, tulis_csv: TulisCsv
):
    rtl = [
        ["upp", "periode", "unsur", "kegiatan", "status", "uraian", "bukti"],
        ["Kecamatan Satu", "TAHUNAN", "biaya", "Memasang papan tarif", "terverifikasi", "Papan terpasang",
         "https://contoh.example/foto?a=1&b=2"],
        ["Kecamatan Satu", "TAHUNAN", "waktu", "Menambah loket", "tidak_dilaksanakan", "", "javascript:alert(1)"],
    ]  # fmt: skip
    folder = tulis_csv("lalu", rtl=rtl, upp=[["nama"], ["Kecamatan Satu"]])
    with session_tulis(db) as session:
        impor_buku_kerja(session, folder, 2021, now=datetime(2021, 12, 31, tzinfo=UTC))
    halaman = _buka(klien_isi, "Kecamatan Satu")
    baris = {b[1]: b for b in halaman.baris("rtl-lalu")}
    assert baris["Biaya/tarif"][6:] == ["terverifikasi", "Papan terpasang Bukti 1"]
    assert halaman.tautan("Bukti 1") == "https://contoh.example/foto?a=1&b=2"
    assert baris["Waktu penyelesaian"][6] == "tidak dilaksanakan"
    assert "javascript:" not in halaman.html


def test_a_unit_without_result_says_so_and_shows_no_empty_table(klien_isi: Klien):
    halaman = _buka(klien_isi, "Badan Arsip")
    assert "Hasil SKM tahun 2022 belum tersimpan" in halaman.teks()
    assert "Belum ada RTL dari hasil tahun 2022" in halaman.teks()
    assert halaman.semua("table") == []
    assert halaman.semua("img") == []


def test_a_parent_and_its_unit_are_linked_both_ways(klien_isi: Klien):
    induk = _buka(klien_isi, "Dinas Perhubungan")
    assert "tidak dihitung dalam IKM instansi" in induk.teks()
    anak = klien_isi.buka(induk.tautan(NAMA_PANJANG))
    assert klien_isi.buka(anak.tautan("Dinas Perhubungan")).teks() == induk.teks()


def test_a_unit_that_does_not_exist_is_not_found(klien_isi: Klien):
    klien_isi.buka("/tahun/2022/upp/999", 404)
    klien_isi.buka("/tahun/1999/upp/1", 404)
    klien_isi.buka("/tahun/2022/upp/satu", 404)
