"""Names of unsur, periods, units and profile values as real reports write them."""

import pytest

from rtl_tracker.domain.pengaturan import Bobot, Pengaturan, PengaturanTidakDikenal, ubah_pengaturan
from rtl_tracker.domain.periode import Periode, baca_periode, periode_dari_bulan
from rtl_tracker.domain.profil import (
    JenisKelamin,
    Pekerjaan,
    Pendidikan,
    Usia,
    baca_jenis_kelamin,
    baca_pekerjaan,
    baca_pendidikan,
    baca_usia,
)
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur, UrutanUnsur, kenali_unsur, kode_unsur, unsur_dari_nama, urutan_unsur
from rtl_tracker.domain.upp import Upp, cari_lingkaran, urut_menurut_induk


def test_the_two_orders_differ_only_in_u8_and_u9():
    permenpan, kuesioner = urutan_unsur(UrutanUnsur.PERMENPAN), urutan_unsur(UrutanUnsur.KUESIONER)
    assert permenpan[:7] == kuesioner[:7]
    assert (kode_unsur(Unsur.PENGADUAN, UrutanUnsur.PERMENPAN), kode_unsur(Unsur.PENGADUAN, UrutanUnsur.KUESIONER)) == (
        "U8",
        "U9",
    )
    assert set(permenpan) == set(kuesioner) == set(Unsur)


@pytest.mark.parametrize("unsur", list(Unsur))
def test_every_unsur_is_found_by_its_key_and_its_name(unsur):
    assert unsur_dari_nama(unsur.value.upper()) is unsur
    assert unsur_dari_nama(f"  {NAMA_UNSUR[unsur]} ") is unsur


@pytest.mark.parametrize(
    ("teks", "unsur"),
    [
        ("Kecepatan waktu dalam memberikan pelayanan", Unsur.WAKTU), ("Prilaku Pelaksana", Unsur.PERILAKU),
        ("Produk, spesifikasi jenis pelayanan", Unsur.PRODUK), ("Persyaratan (Dokumen atau formulir)", Unsur.PERSYARATAN),
        ("Kualitas sarana dan prasarana", Unsur.SARPRAS), ("Penanganan pengaduan pelayanan", Unsur.PENGADUAN),
        ("Sistem mekanisme dan prosedur", Unsur.PROSEDUR), ("Biaya/tarif pelayanan", Unsur.BIAYA),
    ],
)  # fmt: skip
def test_an_unsur_is_recognised_in_the_words_of_real_reports(teks, unsur):
    assert kenali_unsur(teks) is unsur


@pytest.mark.parametrize("teks", ["unsur", "", "Waktu dan biaya", "Peningkatan mutu"])
def test_a_text_that_names_none_or_several_unsur_is_left_open(teks):
    assert kenali_unsur(teks) is None


@pytest.mark.parametrize(
    ("teks", "harapan"),
    [
        ("TW1", (Periode.TW1, False, None)), ("Triwulan I", (Periode.TW1, False, None)), ("tw 4", (Periode.TW4, False, None)),
        ("Triwulan 1 (Januari - Maret)", (Periode.TW1, False, None)), ("Semester 2", (Periode.S2, False, None)),
        ("Semester II Tahun 2023", (Periode.S2, False, 2023)), ("Tahunan", (Periode.TAHUNAN, False, None)),
        ("RATA_S1", (Periode.S1, True, None)), ("Rata-rata Semester 2", (Periode.S2, True, None)), ("Tahun 2021", (Periode.TAHUNAN, False, 2021)),
    ],
)  # fmt: skip
def test_a_period_is_read_in_its_usual_forms(teks, harapan):
    assert baca_periode(teks) == harapan


@pytest.mark.parametrize("teks", ["", "Semester 3", "TW5", "Januari", "kuartal"])
def test_what_is_no_period_is_not_guessed(teks):
    assert baca_periode(teks) is None


def test_a_month_lies_in_its_triwulan():
    assert [periode_dari_bulan(b) for b in (1, 3, 4, 9, 12)] == [
        Periode.TW1,
        Periode.TW1,
        Periode.TW2,
        Periode.TW3,
        Periode.TW4,
    ]


@pytest.mark.parametrize(
    ("teks", "bobot"),
    [("0,111", Bobot.NOL_111), ("0.11", Bobot.NOL_11), ("1/9", Bobot.SEPERSEMBILAN), (" 1 / 9 ", Bobot.SEPERSEMBILAN)],
)
def test_a_weight_is_read_with_comma_or_point(teks, bobot):
    assert ubah_pengaturan(Pengaturan(), {"bobot": teks}).bobot is bobot


@pytest.mark.parametrize(
    ("kunci", "nilai"), [("bobot", "0,12"), ("agregasi", "median"), ("jumlah_prioritas", "0"), ("warna", "merah")]
)
def test_an_unknown_setting_or_value_is_refused_by_name(kunci, nilai):
    with pytest.raises(PengaturanTidakDikenal, match=kunci):
        ubah_pengaturan(Pengaturan(), {kunci: nilai})


@pytest.mark.parametrize(
    ("teks", "pita"),
    [
        ("17", Usia.SAMPAI_18),
        ("37 tahun", Usia.U36_45),
        ("46-55", Usia.U46_55),
        ("> 55", Usia.MULAI_56),
        ("<= 18", Usia.SAMPAI_18),
        ("muda", None),
    ],
)
def test_an_age_falls_into_its_band(teks, pita):
    assert baca_usia(teks) is pita


def test_profile_words_of_real_forms_are_understood():
    assert (baca_jenis_kelamin("L"), baca_jenis_kelamin("wanita")) == (JenisKelamin.LAKI_LAKI, JenisKelamin.PEREMPUAN)
    assert (baca_pendidikan("S-1"), baca_pendidikan("SLTA"), baca_pendidikan("D-III")) == (
        Pendidikan.D4_S1,
        Pendidikan.SMA,
        Pendidikan.D1_D3,
    )
    assert (baca_pekerjaan("PNS"), baca_pekerjaan("petani")) == (Pekerjaan.ASN, Pekerjaan.LAINNYA)


def test_units_stand_directly_under_their_induk():
    upp = [Upp(1, "Dinas"), Upp(2, "Badan"), Upp(3, "UPT", induk_id=1), Upp(4, "Sub-UPT", induk_id=3)]
    assert [(dalam, u.nama) for dalam, u in urut_menurut_induk(upp)] == [(0, "Dinas"), (1, "UPT"), (2, "Sub-UPT"), (0, "Badan")]


def test_a_circle_of_induk_is_found():
    assert cari_lingkaran({"A": "B", "B": "C", "C": "B"}) == ("B", "C", "B")
    assert cari_lingkaran({"A": "B", "B": None}) is None


@pytest.mark.parametrize("teks", ["Semester 1 dan 2", "TW 1-4", "Triwulan I s.d. IV"])
def test_a_text_that_names_several_periods_names_none(teks):
    assert baca_periode(teks) is None


@pytest.mark.parametrize("teks", ["Triwulan I (1 Januari - 31 Maret 2023)", "Triwulan I (Januari s.d. Maret) 2023"])
def test_the_months_of_a_period_may_stand_beside_it(teks):
    assert baca_periode(teks) == (Periode.TW1, False, 2023)
