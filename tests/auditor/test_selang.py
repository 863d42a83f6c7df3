"""Which true values may stand behind printed digits."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtl_tracker.auditor.cetak_baris import cetak_baris, hitung_selang
from rtl_tracker.auditor.selang import Selang, bernol, desimal_sederet, dibulatkan, dipotong, jumlah, rerata_selang, tepat
from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.hasil import Skala
from rtl_tracker.domain.pengaturan import Bobot
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.unsur import Unsur
from tests.auditor.susun import baris, unsur

D = Decimal
nrr = st.fractions(min_value=1, max_value=4, max_denominator=500)


@given(nrr, st.integers(1, 4))
def test_the_interval_of_rounded_digits_holds_the_true_value(nilai: Fraction, desimal: int):
    assert dibulatkan(bulatkan(nilai, desimal), desimal).memuat(nilai)


@given(nrr, st.integers(1, 4))
def test_the_interval_of_cut_digits_holds_the_true_value(nilai: Fraction, desimal: int):
    potong = Decimal(nilai.numerator * 10**desimal // nilai.denominator).scaleb(-desimal)
    assert dipotong(potong, desimal).memuat(nilai)


@given(st.lists(nrr, min_size=9, max_size=9), st.sampled_from(list(Bobot)), st.sampled_from((2, 3)))
def test_an_index_computed_from_unrounded_values_is_always_explained_by_their_digits(daftar, bobot: Bobot, desimal: int):
    benar = 25 * sum(daftar) * bobot.nilai()
    cetak = {u: dibulatkan(bulatkan(x, desimal), desimal) for u, x in zip(Unsur, daftar, strict=True)}
    assert hitung_selang(cetak, bobot).beririsan(dibulatkan(bulatkan(benar, 2), 2))


def test_intervals_add_subtract_and_average_at_their_ends():
    a, b = Selang(Fraction(1), Fraction(2)), Selang(Fraction(3), Fraction(5))
    assert a + b == Selang(Fraction(4), Fraction(7))
    assert b - a == Selang(Fraction(1), Fraction(4))
    assert jumlah([a, b, tepat(1)]) == Selang(Fraction(5), Fraction(8))
    assert rerata_selang([a, b]) == Selang(Fraction(2), Fraction(7, 2))
    assert (a.jarak(b), a.jarak(tepat(2)), a.beririsan(tepat(2)), a.beririsan(b)) == (1, 0, True, False)


@pytest.mark.parametrize(
    ("angka", "ada"), [(("3.20", "3.1"), True), (("98.00",), True), (("3.2", "10", "100"), False), (("3.05",), False)]
)
def test_a_zero_at_the_end_shows_that_the_source_keeps_zeros(angka: tuple[str, ...], ada: bool):
    assert bernol(map(D, angka)) is ada


def test_without_such_a_zero_a_row_counts_with_the_places_of_its_longest_figure():
    assert desimal_sederet([D("3.2"), D("3.16"), D("3")]) == 2
    cetak = cetak_baris(baris(nilai=unsur("3.2", "3.16", "3", *["3.04"] * 6)))
    assert cetak.nrr[Unsur.PRODUK] == dibulatkan(D("3.04"))
    assert cetak.nrr[Unsur.WAKTU] == dibulatkan(D("3.00"))
    bernol_ = cetak_baris(baris(nilai=unsur("3.20", "3.1", "3", *["3.04"] * 6)))
    assert bernol_.nrr[Unsur.WAKTU] == dibulatkan(D("3"))


def test_a_konversi_of_a_rounded_nrr_may_hide_an_eighth_of_a_point_either_way():
    cetak = cetak_baris(baris(nilai=unsur("88.75", "88.76", *["90.00"] * 7)))
    assert cetak.nrr_lebar[Unsur.PERSYARATAN].kali(25) == Selang(Fraction("88.625"), Fraction("88.875"))
    assert cetak.nrr_lebar[Unsur.PROSEDUR] == cetak.nrr[Unsur.PROSEDUR] == dibulatkan(D("88.76")).kali(Fraction(1, 25))


def test_answers_give_the_unsur_exactly_and_a_row_without_data_gives_nothing():
    tabulasi = tabulasikan([(3,) * 9, (4,) * 9, (4,) * 9])
    cetak = cetak_baris(baris(nilai=unsur("3.67"), ikm_tercetak="91.67"), tabulasi)
    assert set(cetak.nrr.values()) == {tepat(Fraction(11, 3))}
    kosong = cetak_baris(baris(jumlah_responden=0, ikm_tercetak="0.00"))
    assert (kosong.ikm, kosong.lengkap) == (None, False)


def test_the_second_scale_of_a_row_has_its_own_intervals():
    cetak = cetak_baris(baris(nilai=unsur("3.55"), konversi_tercetak=unsur("88.75"), skala=Skala.NRR))
    assert cetak.konversi[Unsur.BIAYA] == dibulatkan(D("88.75"))
    assert cetak.lengkap
