"""The index: worked numbers of the regulation and of published reports."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.errors import NilaiDiLuarRentang
from rtl_tracker.domain.ikm import (
    batas_rendah_tinggi,
    hitung_ikm,
    ikm_dari_unsur,
    ikm_jika_unsur_naik,
    kelas_terjangkau,
    konversi,
    peringkat,
    prioritas,
    terendah,
    tertinggi,
)
from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.domain.pengaturan import Bobot, PengaturanTidakDikenal
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.unsur import Unsur

KECAMATAN_BENGKAYANG = (79, 87, 75, 99, 80, 86, 79, 96, 94)


def nrr_dari_jumlah(jumlah, n):
    return [Fraction(x, n) for x in jumlah]


def sembilan(*nilai):
    return dict(zip(Unsur, (Fraction(str(x)) for x in nilai), strict=True))


@pytest.mark.parametrize(
    ("jumlah", "n", "bobot", "tercetak"),
    [
        (KECAMATAN_BENGKAYANG, 25, Bobot.NOL_111, "86.03"),
        (KECAMATAN_BENGKAYANG, 25, Bobot.SEPERSEMBILAN, "86.11"),
        ((101, 97, 98, 109, 95, 98, 102, 96, 109), 29, Bobot.NOL_111, "86.60"),
        ((100,) * 9, 25, Bobot.SEPERSEMBILAN, "100.00"),
        ((100,) * 9, 25, Bobot.NOL_111, "99.90"),
        ((100,) * 9, 25, Bobot.NOL_11, "99.00"),
    ],
)
def test_the_worked_examples_hold_to_the_last_digit(jumlah, n, bobot, tercetak):
    assert str(bulatkan(hitung_ikm(nrr_dari_jumlah(jumlah, n), bobot), 2)) == tercetak


def test_the_first_example_is_exactly_half_way_and_rounds_up():
    assert hitung_ikm(nrr_dari_jumlah(KECAMATAN_BENGKAYANG, 25), Bobot.NOL_111) == Fraction("86.025")


def test_rounding_each_weighted_nrr_first_gives_another_figure_than_rounding_once():
    nrr = nrr_dari_jumlah((101, 97, 98, 109, 95, 98, 102, 96, 109), 29)
    sekali = bulatkan(hitung_ikm(nrr, Bobot.SEPERSEMBILAN), 4)
    bertahap = bulatkan(hitung_ikm(nrr, Bobot.SEPERSEMBILAN, pembulatan_tertimbang=4), 4)
    assert sekali != bertahap
    assert abs(sekali - bertahap) < Fraction(1, 100)


def test_a_blank_answer_is_missing_and_never_a_zero():
    lembar = [(3,) + (4,) * 8, (4,) + (4,) * 8] * 13 + [(4,) + (4,) * 8] + [(None,) + (4,) * 8] * 3
    tabulasi = tabulasikan(lembar)
    assert tabulasi.n == 30
    assert tabulasi.n_unsur(Unsur.PERSYARATAN) == 27
    assert tabulasi.nrr()[Unsur.PERSYARATAN] == Fraction(95, 27)


def test_answers_with_mean_3_5_beside_three_blanks_give_nrr_3_50():
    lembar = [(3,) + (4,) * 8] * 13 + [(4,) + (4,) * 8] * 13 + [(None,) + (4,) * 8] * 3
    assert bulatkan(tabulasikan(lembar).nrr()[Unsur.PERSYARATAN], 2) == Fraction("3.5")


def test_an_index_needs_all_nine_unsur():
    assert ikm_dari_unsur({Unsur.WAKTU: Fraction(3)}, Bobot.SEPERSEMBILAN) is None


def test_more_than_nine_unsur_share_the_weight_equally_in_the_exact_mode():
    assert hitung_ikm([Fraction(3)] * 12, Bobot.SEPERSEMBILAN) == 75


@pytest.mark.parametrize("bobot", [Bobot.NOL_111, Bobot.NOL_11])
def test_a_rounded_weight_refuses_more_than_nine_unsur(bobot):
    with pytest.raises(PengaturanTidakDikenal, match="sembilan unsur"):
        hitung_ikm([Fraction(3)] * 12, bobot)


def test_an_nrr_outside_one_to_four_is_refused():
    with pytest.raises(NilaiDiLuarRentang):
        hitung_ikm([Fraction(5)] * 9, Bobot.SEPERSEMBILAN)


@given(st.lists(st.tuples(*[st.integers(1, 4)] * 9), min_size=1, max_size=40))
def test_the_index_always_lies_between_25_and_100(lembar):
    ikm = ikm_dari_unsur(tabulasikan(lembar).nrr(), Bobot.SEPERSEMBILAN)
    assert ikm is not None
    assert 25 <= ikm <= 100


def test_ties_share_a_rank_and_all_tied_unsur_are_named():
    nilai = sembilan(3.00, 3.00, 3.00, 3.96, 3.08, 3.04, 3.00, 3.96, 3.80)
    assert terendah(nilai) == (Unsur.PERSYARATAN, Unsur.PROSEDUR, Unsur.WAKTU, Unsur.PERILAKU)
    assert tertinggi(nilai) == (Unsur.BIAYA, Unsur.PENGADUAN)
    assert [rank for rank, _ in peringkat(nilai)] == [1, 1, 1, 1, 5, 6, 7, 8, 8]


def test_a_tie_at_the_edge_of_the_priorities_takes_all_of_the_tie():
    nilai = sembilan(3.00, 2.90, 3.10, 3.10, 3.50, 3.60, 3.70, 3.80, 3.90)
    assert prioritas(nilai, 3) == (Unsur.PROSEDUR, Unsur.PERSYARATAN, Unsur.WAKTU, Unsur.BIAYA)


def test_kecamatan_bengkayang_has_mean_3_44_sd_0_343_and_bounds_3_10_and_3_79():
    nrr = dict(zip(Unsur, nrr_dari_jumlah(KECAMATAN_BENGKAYANG, 25), strict=True))
    batas = batas_rendah_tinggi(nrr)
    assert batas is not None
    tengah, simpangan, bawah, atas = batas
    assert [str(bulatkan(tengah, 2)), str(bulatkan(simpangan, 3)), str(bulatkan(bawah, 2)), str(bulatkan(atas, 2))] == [
        "3.44", "0.343", "3.10", "3.79",
    ]  # fmt: skip


def test_raising_one_unsur_from_three_to_four_adds_2_78_at_one_ninth():
    nrr = sembilan(*[3] * 9)
    naik = ikm_jika_unsur_naik(nrr, Unsur.WAKTU, Fraction(4), Bobot.SEPERSEMBILAN)
    assert naik is not None
    assert str(bulatkan(naik - konversi(Fraction(3)), 2)) == "2.78"


def test_a_class_is_promised_only_when_the_best_case_reaches_it():
    tujuh_belas = sembilan(2.84, 2.88, 2.56, 3.16, 3.00, 3.04, 3.16, 3.00, 2.96)
    assert not kelas_terjangkau(tujuh_belas, Unsur.WAKTU, Mutu.A, Bobot.NOL_111)
    assert kelas_terjangkau(tujuh_belas, Unsur.WAKTU, Mutu.B, Bobot.NOL_111)
