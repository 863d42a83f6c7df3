"""Sheets tercetak, rincian and naskah, the difference of the history, and the printed respondents of the instansi."""

from decimal import Decimal

import pytest

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import UrutanUnsur
from tests.spreadsheets.pembuat_berkas import baca_lembar, galat, satu_galat, sebutan

KEPALA = ["bagian", "upp", "periode", "kunci", "nilai"]
KEPALA_RINCIAN = ["upp", "periode", "tabel", "rincian", "kolom", "jumlah", "persen_tercetak"]
KEPALA_NASKAH = ["bagian", "upp", "periode", "teks"]


def _tercetak(tmp_path, *baris, kepala=KEPALA, **pilihan):
    return baca_lembar(tmp_path, {"tercetak": [kepala, *baris]}, **pilihan)


def _rincian(tmp_path, *baris, kepala=KEPALA_RINCIAN):
    return baca_lembar(tmp_path, {"rincian": [kepala, *baris]})


def _naskah(tmp_path, *baris):
    return baca_lembar(tmp_path, {"naskah": [KEPALA_NASKAH, *baris]})


def _satu_nilai(tmp_path, kunci, nilai, **pilihan):
    (angka,) = _tercetak(tmp_path, ["rekap", None, None, kunci, nilai], **pilihan).buku.angka
    return angka.kunci, angka.nilai


def test_a_figure_says_where_it_is_printed_whose_it_is_and_of_which_period(tmp_path):
    unit, instansi = _tercetak(
        tmp_path, ["Simpulan  3.1", "Dinsos", "Semester 1", "ikm", "86,03"], ["rekap", None, None, "n", 425]
    ).buku.angka
    assert (unit.baris, unit.bagian, unit.upp, unit.periode) == (2, "Simpulan 3.1", "Dinas Sosial", Periode.S1)
    assert (unit.kunci, unit.nilai) == ("ikm", "86.03")
    assert (instansi.upp, instansi.periode, instansi.kunci, instansi.nilai) == (None, Periode.TAHUNAN, "n", "425")


@pytest.mark.parametrize(
    ("tertulis", "kunci"),
    [
        ("Mutu pelayanan", "kategori"), ("Jumlah Responden", "n"), ("Unsur terendah", "unsur_terendah"),
        ("nilai unsur tertinggi", "nilai_tertinggi"), ("Jumlah NRR tertimbang", "tertimbang"), ("Σ Nilai IKM", "jumlah_ikm"),
        ("Jumlah OPD", "jumlah_upp"), ("prioritas perbaikan", "prioritas"), ("U3", "waktu"), ("NRR: U1", "persyaratan"),
        ("Waktu penyelesaian", "waktu"), ("jumlah:U3", "jumlah:waktu"), ("Jumlah U2", "jumlah:prosedur"),
        ("KONVERSI: waktu", "konversi:waktu"), ("konversi waktu", "konversi:waktu"), ("NRR tertimbang:Biaya/tarif", "tertimbang:biaya"),
    ],
)  # fmt: skip
def test_a_key_is_known_by_the_words_that_reports_use(tmp_path, tertulis, kunci):
    nilai = "Waktu" if kunci.startswith(("unsur", "prioritas")) else "3"
    assert _satu_nilai(tmp_path, tertulis, nilai)[0] == kunci


def test_u8_follows_the_declared_order_and_is_refused_without_one(tmp_path):
    assert _satu_nilai(tmp_path, "jumlah:U8", 94, urutan=UrutanUnsur.KUESIONER) == ("jumlah:sarpras", "94")
    assert _satu_nilai(tmp_path, "jumlah:U8", 94, urutan=UrutanUnsur.PERMENPAN) == ("jumlah:pengaduan", "94")
    hasil = _tercetak(tmp_path, ["rekap", None, None, "jumlah:U8", 94])
    assert satu_galat(hasil) == ("tercetak", 2, "kunci", "jumlah:U8")
    assert "urutan_unsur" in galat(hasil)[0].kalimat


@pytest.mark.parametrize(
    ("kunci", "terdekat"),
    [("unsur terandah", "unsur_terendah"), ("jumlah:wktu", "jumlah:waktu"), ("kategry", "kategori"), ("gaji:waktu", "waktu")],
)
def test_an_unknown_key_is_refused_with_the_nearest(tmp_path, kunci, terdekat):
    hasil = _tercetak(tmp_path, ["rekap", None, None, kunci, 3])
    assert satu_galat(hasil) == ("tercetak", 2, "kunci", kunci)
    assert terdekat in galat(hasil)[0].kalimat


def test_a_key_like_no_other_is_refused_with_all_of_them(tmp_path):
    assert "unsur_terendah" in galat(_tercetak(tmp_path, ["rekap", None, None, "qqqq", 3]))[0].kalimat


@pytest.mark.parametrize(
    ("kunci", "tertulis", "nilai"),
    [
        ("ikm", "86,30", "86.30"), ("waktu", "3.00", "3.00"), ("n", "2.349", "2349"), ("jumlah_ikm", "1.417,47", "1417.47"),
        ("jumlah:waktu", "79", "79"), ("tertimbang", "(kosong)", "-"), ("tertimbang", "-", "-"), ("kategori", "SANGAT BAIK", "SANGAT BAIK"),
        ("kategori", "-", "-"), ("konversi:waktu", "75 ", "75"),
    ],
)  # fmt: skip
def test_a_value_keeps_its_printed_digits_and_an_empty_place_is_a_dash(tmp_path, kunci, tertulis, nilai):
    assert _satu_nilai(tmp_path, kunci, tertulis) == (kunci, nilai)


@pytest.mark.parametrize(
    ("kunci", "nilai"),
    [("ikm", "baik"), ("ikm", "860,3"), ("n", "25,5"), ("jumlah:waktu", "79.5"), ("waktu", "tiga"), ("n", "-3"), ("nilai_tertinggi", "396"),
     ("unsur_terendah", "Warna; Rasa"), ("prioritas", "-")],
)  # fmt: skip
def test_a_value_that_is_none_for_its_key_is_refused(tmp_path, kunci, nilai):
    assert satu_galat(_tercetak(tmp_path, ["rekap", None, None, kunci, nilai])) == ("tercetak", 2, "nilai", nilai)


@pytest.mark.parametrize(
    ("tertulis", "nilai"),
    [
        ("U4;U9", "biaya;pengaduan"), ("Waktu, Biaya dan Persyaratan", "waktu;biaya;persyaratan"), ("Waktu\nWaktu", "waktu"),
        ("Penanganan pengaduan, saran dan masukan; Sarana dan prasarana", "pengaduan;sarpras"),
        ("Sistem, mekanisme, dan prosedur, Biaya/tarif", "prosedur;biaya"),
        ("U1 Persyaratan, U2 Prosedur, U3 Waktu Pelayanan", "persyaratan;prosedur;waktu"), ("biaya;waktu", "biaya;waktu"),
    ],
)  # fmt: skip
def test_a_list_of_unsur_becomes_keys_whatever_parts_them(tmp_path, tertulis, nilai):
    assert _satu_nilai(tmp_path, "unsur_terendah", tertulis, urutan=UrutanUnsur.KUESIONER) == ("unsur_terendah", nilai)


def test_words_of_a_list_that_name_no_unsur_are_told(tmp_path):
    hasil = _tercetak(tmp_path, ["rekap", None, None, "prioritas", "Waktu; Warna"])
    assert hasil.buku.angka[0].nilai == "waktu"
    assert "'Warna'" in sebutan(hasil, "peringatan")[0]


@pytest.mark.parametrize("kosong", ["bagian", "kunci", "nilai"])
def test_a_figure_without_place_key_or_value_is_refused(tmp_path, kosong):
    isi = {"bagian": "rekap", "upp": "Dinsos", "periode": "S1", "kunci": "ikm", "nilai": "80"} | {kosong: None}
    assert satu_galat(_tercetak(tmp_path, list(isi.values())))[:3] == ("tercetak", 2, kosong)


@pytest.mark.parametrize("kunci", ["jumlah_upp", "jumlah_ikm"])
def test_totals_over_the_units_are_only_of_the_instansi(tmp_path, kunci):
    assert satu_galat(_tercetak(tmp_path, ["rekap", "Dinsos", None, kunci, 17])) == ("tercetak", 2, "kunci", kunci)


def test_the_same_figure_twice_at_one_place_is_refused_and_at_another_place_it_is_not(tmp_path):
    dua = [["rekap", "Dinsos", None, "ikm", 80], ["simpulan", "Dinsos", None, "ikm", 80], ["rekap", None, None, "ikm", 80]]
    assert len(_tercetak(tmp_path, *dua).buku.angka) == 3
    hasil = _tercetak(tmp_path, *dua, ["Rekap", "Dinas Sosial", "TAHUNAN", "Nilai IKM", 81])
    assert satu_galat(hasil)[:2] == ("tercetak", 5)
    assert "baris 2" in galat(hasil)[0].kalimat


def test_an_unknown_unit_and_a_period_of_another_year_are_refused(tmp_path):
    hasil = _tercetak(tmp_path, ["rekap", "Dinas Sosal", None, "ikm", 80], ["rekap", None, "S1 2020", "ikm", 80])
    assert [(m.baris, m.kolom) for m in galat(hasil)] == [(2, "upp"), (3, "periode")]
    assert "Dinas Sosial" in galat(hasil)[0].kalimat


def test_the_period_of_a_printed_mean_is_its_semester(tmp_path):
    assert _tercetak(tmp_path, ["rekap", "Dinsos", "RATA_S1", "ikm", 80]).buku.angka[0].periode is Periode.S1


def test_only_place_key_and_value_must_have_columns_and_other_words_head_them(tmp_path):
    hasil = _tercetak(tmp_path, ["rekap", "ikm", 80], kepala=["Bagian laporan", "Jenis angka", "Isi"])
    assert hasil.buku.angka[0].nilai == "80"
    assert satu_galat(_tercetak(tmp_path, ["rekap", 80], kepala=["bagian", "nilai"]))[:3] == ("tercetak", 1, "kunci")


def test_a_breakdown_is_read_cell_by_cell_with_its_percentages_and_totals(tmp_path):
    sma, pns, jumlah = _rincian(
        tmp_path, ["Dinsos", "S1", "Tabel 2.1", "SMA", None, "13 orang", "73 %"], ["Dinsos", "S1", "Tabel 2.1", "SMA", "PNS", 12, None],
        [None, None, "Responden menurut usia", "Jumlah", None, "2.349", 100],
    ).buku.rincian  # fmt: skip
    assert (sma.tabel, sma.upp, sma.periode, sma.label, sma.kolom) == ("Tabel 2.1", "Dinas Sosial", Periode.S1, "SMA", "")
    assert (sma.jumlah, sma.persen_tercetak) == (13, Decimal(73))
    assert (pns.kolom, pns.jumlah, pns.persen_tercetak) == ("PNS", 12, None)
    assert (jumlah.upp, jumlah.periode, jumlah.jumlah) == (None, Periode.TAHUNAN, 2349)


def test_a_breakdown_may_be_headed_by_other_words(tmp_path):
    hasil = _rincian(
        tmp_path, ["T", "≤ 18", 3, 30], ["T", "≥ 18", 7, 70], kepala=["Judul tabel", "Uraian", "Banyaknya", "Persentase"]
    )
    assert [(b.label, b.jumlah, b.persen_tercetak) for b in hasil.buku.rincian] == [("≤ 18", 3, 30), ("≥ 18", 7, 70)]


@pytest.mark.parametrize(
    ("kolom", "isi"),
    [("tabel", None), ("rincian", None), ("jumlah", -1), ("jumlah", 1.5), ("persen_tercetak", 101), ("upp", "Dinas Entah")],
)
def test_a_cell_without_a_name_or_with_an_impossible_count_is_refused(tmp_path, kolom, isi):
    baris = {"upp": "Dinsos", "periode": "S1", "tabel": "T", "rincian": "SMA", "kolom": None, "jumlah": 3, "persen_tercetak": 9}
    assert satu_galat(_rincian(tmp_path, list((baris | {kolom: isi}).values())))[:3] == ("rincian", 2, kolom)


def test_a_cell_without_count_and_percentage_is_refused_and_so_is_a_percentage_of_a_column(tmp_path):
    assert satu_galat(_rincian(tmp_path, [None, None, "T", "SMA", None, None, None]))[:3] == ("rincian", 2, "jumlah")
    assert satu_galat(_rincian(tmp_path, [None, None, "T", "SMA", "PNS", 3, 40]))[:3] == ("rincian", 2, "persen_tercetak")


def test_the_same_cell_twice_is_refused(tmp_path):
    sel = ["Dinsos", None, "Tabel 2.1", "SMA", "PNS", 3, None]
    hasil = _rincian(
        tmp_path, sel, [*sel[:4], "CPNS", 3, None], ["Dinas Sosial", "TAHUNAN", "tabel 2.1", "sma", "pns", 4, None]
    )
    assert satu_galat(hasil)[:2] == ("rincian", 4)
    assert "baris 2" in galat(hasil)[0].kalimat


def test_sentences_are_kept_as_they_are_in_their_order(tmp_path):
    teks = 'IKM "Dinas <A> & B" naik menjadi 86,03.\nMutunya Baik.'
    satu, dua = _naskah(tmp_path, ["Bab III", "Dinsos", "S1", teks], ["Bab III", None, None, "Lain."]).buku.naskah
    assert (satu.bagian, satu.upp, satu.periode, satu.teks) == ("Bab III", "Dinas Sosial", Periode.S1, teks)
    assert (dua.upp, dua.periode, dua.teks) == (None, Periode.TAHUNAN, "Lain.")


@pytest.mark.parametrize(("kolom", "isi"), [("bagian", None), ("teks", None), ("upp", "Dinas Entah"), ("teks", "x" * 10_001)])
def test_a_sentence_without_place_or_words_or_of_an_unknown_unit_is_refused(tmp_path, kolom, isi):
    baris = {"bagian": "Bab I", "upp": "Dinsos", "periode": None, "teks": "IKM naik."} | {kolom: isi}
    assert satu_galat(_naskah(tmp_path, list(baris.values())))[:3] == ("naskah", 2, kolom)


def test_the_same_sentence_twice_at_one_place_is_refused(tmp_path):
    hasil = _naskah(tmp_path, ["Bab I", None, None, "A."], ["Bab I", None, "S1", "A."], ["bab i", None, None, "A."])
    assert satu_galat(hasil)[:3] == ("naskah", 4, "teks")


@pytest.mark.parametrize("judul", ["selisih_tercetak", "+/-", "Selisih (+/-)", "Naik/Turun", "Perubahan", "± dari tahun lalu"])
def test_the_history_has_a_signed_difference_under_many_heads(tmp_path, judul):
    lembar = [
        ["upp", "tahun", "ikm", judul],
        ["Dinsos", 2020, 80, "-1,10"],
        ["Dishub", 2020, 80, "+2,23"],
        [None, 2020, 80, None],
    ]
    riwayat = baca_lembar(tmp_path, {"riwayat": lembar}).buku.riwayat
    assert [None if b.selisih_tercetak is None else str(b.selisih_tercetak) for b in riwayat] == ["-1.10", "2.23", None]


@pytest.mark.parametrize("isi", ["naik", "-120", "101"])
def test_a_difference_that_is_no_number_or_too_large_is_refused(tmp_path, isi):
    lembar = [["tahun", "ikm", "selisih"], [2020, 80, isi]]
    assert satu_galat(baca_lembar(tmp_path, {"riwayat": lembar})) == ("riwayat", 2, "selisih", isi)


def test_the_printed_respondents_of_the_instansi_have_a_key_with_a_period(tmp_path):
    lembar = [["kunci", "nilai"], ["jumlah_responden_tercetak", "9.641"], ["Jumlah responden:S1", 4000]]
    assert baca_lembar(tmp_path, {"instansi": lembar}).buku.tercetak == {("TAHUNAN", "n"): 9641, ("S1", "n"): 4000}


@pytest.mark.parametrize("isi", ["-5", "86,5", "banyak"])
def test_printed_respondents_that_are_no_count_are_refused(tmp_path, isi):
    lembar = [["kunci", "nilai"], ["jumlah_responden_tercetak", isi]]
    assert satu_galat(baca_lembar(tmp_path, {"instansi": lembar})) == ("instansi", 2, "nilai", isi)
