"""Printed extremes, repeated indexes and classes, and the history: the fault, and the correct neighbour left alone."""

from decimal import Decimal

import pytest

from rtl_tracker.auditor.ekstrem import daftar_unsur, data_06_ekstrem, data_06_ikm, data_06_riwayat, ikm_03_angka
from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.tercetak import AngkaTercetak, RiwayatTercetak
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import Unsur, UrutanUnsur
from tests.auditor.susun import TAHUN, baris, fakta, unsur

TAHUNAN = Periode.TAHUNAN
NILAI = unsur("3.00", "3.00", "3.00", "3.96", "3.20", "3.04", "3.00", "3.96", "3.52")
JAWABAN = tabulasikan([(3, 3, 3, 4, 3, 3, 3, 4, 3), (3, 3, 3, 4, 4, 4, 3, 4, 4)])


def ekstrem(kunci: str, nilai: str, *, jawaban: bool = False) -> list[Temuan]:
    """Findings about one printed extreme of a unit."""
    angka = AngkaTercetak("rekap", 1, TAHUNAN, kunci, nilai)
    tabulasi = {(1, None, TAHUNAN): JAWABAN} if jawaban else {}
    return list(data_06_ekstrem(fakta(baris(nilai=NILAI), tabulasi=tabulasi, angka=(angka,))))


@pytest.mark.parametrize(
    ("kunci", "nilai"),
    [
        ("unsur_tertinggi", "U4; U8"),
        ("unsur_tertinggi", "Biaya/tarif; Penanganan pengaduan"),
        ("unsur_terendah", "U1;U2;U3;U7 Perilaku Pelaksana"),
        ("nilai_tertinggi", "3,96"),
        ("nilai_terendah", "3.00"),
        ("nilai_tertinggi", "99.00"),
        ("prioritas", "Persyaratan; Prosedur; Waktu; Perilaku"),
        ("prioritas", "U1; U2; U3; U7; U6"),
        ("prioritas", "perbaikan gedung"),
        ("nilai_terendah", "-"),
    ],
)
def test_data_06_right_extremes_and_unreadable_ones_are_left_alone(kunci: str, nilai: str):
    assert ekstrem(kunci, nilai) == []


def test_data_06_a_wrongly_named_unsur_and_a_forgotten_one_are_told_in_one_sentence():
    (temuan,) = ekstrem("unsur_terendah", "U1;U2;U3;U6")
    assert (temuan.aturan, temuan.tingkat, temuan.bidang) == ("DATA-06", Tingkat.GALAT, "rekap:unsur_terendah")
    assert temuan.seharusnya == "Persyaratan; Prosedur; Waktu; Perilaku"
    assert "Kompetensi bernilai 3,04; Perilaku (3,00) tidak disebut padahal nilainya sama" in temuan.kalimat


def test_data_06_a_tie_that_was_left_out_is_a_fault_where_answers_prove_it_and_info_where_digits_may_hide_a_difference():
    (temuan,) = ekstrem("unsur_tertinggi", "Biaya", jawaban=True)
    assert (temuan.tingkat, temuan.seharusnya) == (Tingkat.GALAT, "Biaya; Pengaduan")
    (temuan,) = ekstrem("unsur_tertinggi", "Biaya")
    assert (temuan.tingkat, temuan.seharusnya) == (Tingkat.INFO, "Biaya; Pengaduan")


def test_data_06_priorities_are_the_lowest_with_the_tie_at_their_edge():
    (temuan,) = ekstrem("prioritas", "U1; U2; U5", jawaban=True)
    assert temuan.tingkat is Tingkat.GALAT
    assert "Produk bernilai 3,50" in temuan.kalimat
    (temuan,) = ekstrem("prioritas", "U1; U2; U3", jawaban=True)
    assert temuan.seharusnya == "Persyaratan; Prosedur; Waktu; Perilaku"
    assert ekstrem("prioritas", "; ".join(f"U{i}" for i in range(1, 10))) == []


@pytest.mark.parametrize(
    ("kunci", "nilai", "tingkat"), [("nilai_tertinggi", "3,69", Tingkat.GALAT), ("nilai_terendah", "74.00", Tingkat.GALAT)]
)
def test_data_06_extreme_values_must_be_those_of_the_row(kunci: str, nilai: str, tingkat: Tingkat):
    (temuan,) = ekstrem(kunci, nilai)
    assert (temuan.tingkat, temuan.seharusnya) == (tingkat, {"3,69": "3.96", "74.00": "75.00"}[nilai])


def test_data_06_extremes_of_the_instansi_follow_from_its_printed_unsur_and_rows_without_unsur_say_nothing():
    tercetak = {(TAHUNAN, u.value): str(x) for u, x in NILAI.items()}
    angka = AngkaTercetak("2.3", None, TAHUNAN, "unsur_tertinggi", "U9")
    (temuan,) = data_06_ekstrem(fakta(tercetak=tercetak, angka=(angka,)))
    assert (temuan.upp_id, temuan.tingkat) == (None, Tingkat.GALAT)
    assert list(data_06_ekstrem(fakta(baris(nilai=NILAI), angka=(angka,)))) != []
    assert list(data_06_ekstrem(fakta(angka=(angka,)))) == []
    luar = AngkaTercetak("2.3", 1, TAHUNAN, "unsur_tertinggi", "U9")
    assert list(data_06_ekstrem(fakta(baris(ikm_tercetak="80.00"), angka=(luar,)))) == []


def test_a_list_of_unsur_follows_the_declared_order_but_a_name_wins_over_its_number():
    assert daftar_unsur("U8", UrutanUnsur.KUESIONER) == (Unsur.SARPRAS,)
    assert daftar_unsur("U8", UrutanUnsur.PERMENPAN) == (Unsur.PENGADUAN,)
    assert daftar_unsur("U8 Sarana dan Prasarana; u4", UrutanUnsur.PERMENPAN) == (Unsur.SARPRAS, Unsur.BIAYA)
    assert daftar_unsur("gedung; U4", UrutanUnsur.PERMENPAN) is None


def angka(kunci: str, nilai: str, upp_id: int | None = 1) -> AngkaTercetak:
    """A figure of the section "narasi"."""
    return AngkaTercetak("narasi", upp_id, TAHUNAN, kunci, nilai)


@pytest.mark.parametrize(
    ("nilai", "tingkat"), [("84,03", None), ("84.0", None), ("84.034", Tingkat.GALAT), ("88.80", Tingkat.GALAT)]
)
def test_data_06_an_index_printed_once_more_is_that_of_the_row(nilai: str, tingkat: Tingkat | None):
    isi = fakta(baris(ikm_tercetak="84.02" if nilai == "84.034" else "84.03"), angka=(angka("ikm", nilai),))
    assert [t.tingkat for t in data_06_ikm(isi)] == ([] if tingkat is None else [tingkat])


def test_data_06_an_index_that_was_cut_off_is_info_and_that_of_the_instansi_is_compared_too():
    (temuan,) = data_06_ikm(fakta(baris(ikm_tercetak="84.038"), angka=(angka("ikm", "84.03"),)))
    assert (temuan.tingkat, temuan.seharusnya) == (Tingkat.INFO, "84.04")
    (temuan,) = data_06_ikm(fakta(tercetak={(TAHUNAN, "ikm"): "83.38"}, angka=(angka("ikm", "83.83", None),)))
    assert (temuan.upp_id, temuan.tercetak, temuan.seharusnya) == (None, "83.83", "83.38")
    assert list(data_06_ikm(fakta(angka=(angka("ikm", "83.83"),)))) == []


def test_ikm_03_a_class_printed_once_more_is_that_of_the_index_beside_it_or_of_the_row():
    def temuan(*isi: AngkaTercetak) -> list[tuple[str, str | None]]:
        return [(t.aturan, t.seharusnya) for t in ikm_03_angka(fakta(baris(ikm_tercetak="84.03"), angka=isi))]

    assert temuan(angka("kategori", "BAIK")) == []
    assert temuan(angka("kategori", "-")) == []
    assert temuan(angka("kategori", "CUKUP")) == [("IKM-03", "B (Baik)")]
    assert temuan(angka("ikm", "88.80"), angka("kategori", "BAIK")) == []
    assert temuan(angka("ikm", "88.80"), angka("kategori", "KURANG BAIK")) == [("IKM-03", "A (Sangat Baik)")]
    assert temuan(angka("kategori", "CUKUP", 2)) == []


def riwayat(kini: str, lalu: str, selisih: str | None, upp_id: int | None = 1) -> Fakta:
    """A history of two years with a printed difference."""
    isi = RiwayatTercetak(Decimal(kini), None, None if selisih is None else Decimal(selisih))
    return fakta(riwayat={(upp_id, TAHUN): isi, (upp_id, TAHUN - 1): RiwayatTercetak(Decimal(lalu))})


@pytest.mark.parametrize(
    ("selisih", "tingkat"),
    [("3.08", None), (None, None), ("3.00", Tingkat.GALAT), ("-3.08", Tingkat.GALAT), ("3.09", Tingkat.INFO), ("3.1", None)],
)
def test_data_06_a_printed_difference_is_that_of_the_two_printed_values(selisih: str | None, tingkat: Tingkat | None):
    temuan = list(data_06_riwayat(riwayat("88.25", "85.17", selisih)))
    assert [t.tingkat for t in temuan] == ([] if tingkat is None else [tingkat])
    if tingkat is Tingkat.GALAT:
        assert (temuan[0].bidang, temuan[0].seharusnya) == (f"riwayat:{TAHUN}", "3.08")
        assert "88,25 - 85,17 = 3,08" in temuan[0].kalimat


def test_data_06_a_difference_without_the_year_before_cannot_be_judged():
    isi = RiwayatTercetak(Decimal("88.25"), None, Decimal("3.00"))
    assert list(data_06_riwayat(fakta(riwayat={(1, TAHUN): isi}))) == []


def rata(tercetak: dict[int, str], unit: int = 3, **lain: object) -> list[tuple[str, Tingkat, str | None]]:
    """Findings on printed means of years in which units 1.. had 80.10, 81.10, 82.10 ..."""
    isi = {(i, t): RiwayatTercetak(Decimal(79 + i) + Decimal("0.10")) for t in tercetak for i in range(1, unit + 1)}
    isi |= {(None, t): RiwayatTercetak(Decimal(x)) for t, x in tercetak.items()}
    return [(t.bidang, t.tingkat, t.seharusnya) for t in data_06_riwayat(fakta(riwayat=isi, **lain))]


def test_data_06_a_mean_of_the_history_is_that_of_its_units():
    assert rata({2020: "81.10", 2021: "81.10"}) == []
    assert rata({2020: "81.10", 2021: "82.00"}) == [("riwayat:2021", Tingkat.GALAT, "81.10")]
    assert rata({2020: "81.10", 2021: "81.11"}) == [("riwayat:2021", Tingkat.INFO, "81.10")]


def test_data_06_a_mean_is_only_told_where_the_history_may_lack_units_and_never_of_two_units_or_of_the_year_itself():
    assert rata({2021: "82.00"}) == [("riwayat:2021", Tingkat.INFO, "81.10")]
    assert rata({2020: "80.60", 2021: "82.00"}, unit=2) == []
    assert rata({TAHUN: "82.00", 2020: "81.10"}) == []
