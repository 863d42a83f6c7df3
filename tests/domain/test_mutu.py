"""Classes: every value has exactly one, no gaps."""

from decimal import Decimal
from fractions import Fraction

import pytest

from rtl_tracker.domain.mutu import TABEL_MUTU, Mutu, baca_mutu, batas_bawah, kelas_mutu, kinerja, mutu


def test_every_value_from_25_00_to_100_00_has_exactly_one_class_and_classes_never_fall():
    huruf = "DCBA"
    sebelum = 0
    for ratusan in range(2500, 10001):
        nilai = Decimal(ratusan) / 100
        cocok = [k for k in TABEL_MUTU[-1].kelas if k is kelas_mutu(nilai)]
        assert len(cocok) == 1
        kini = huruf.index(mutu(nilai).value)
        assert kini >= sebelum
        sebelum = kini
    assert sebelum == 3


@pytest.mark.parametrize(
    ("nilai", "kelas"),
    [
        ("25.00", "D"),
        ("64.99", "D"),
        ("65.00", "C"),
        ("76.60", "C"),
        ("76.61", "B"),
        ("88.30", "B"),
        ("88.31", "A"),
        ("100", "A"),
    ],
)
def test_the_printed_bounds_belong_to_their_class(nilai, kelas):
    assert mutu(Decimal(nilai)).value == kelas


@pytest.mark.parametrize(
    ("nilai", "kelas"), [("64.994", "D"), ("64.995", "C"), ("76.605", "B"), ("88.304", "B"), ("88.305", "A")]
)
def test_a_value_between_two_printed_bounds_is_rounded_half_up_first(nilai, kelas):
    assert mutu(Fraction(nilai)).value == kelas


def test_below_25_is_d():
    assert mutu(Decimal("24.75")) is Mutu.D


def test_an_unsur_is_classed_by_its_konversi():
    assert mutu(25 * Fraction("2.96")) is Mutu.C


@pytest.mark.parametrize(
    ("teks", "kelas"),
    [("A (Sangat Baik)", "A"), ("BAIK", "B"), ("Kurang baik", "C"), ("Sangat Baik (A)", "A"), ("b", "B"), ("TIDAK BAIK", "D")],
)
def test_a_printed_kategori_is_read_in_its_usual_forms(teks, kelas):
    assert baca_mutu(teks) is Mutu(kelas)


@pytest.mark.parametrize("teks", ["CUKUP", "B (Sangat Baik)", "-", ""])
def test_an_unknown_or_contradicting_kategori_is_no_class(teks):
    assert baca_mutu(teks) is None


def test_letters_words_and_bounds_come_from_one_table():
    assert [(m.value, kinerja(m), str(batas_bawah(m))) for m in Mutu] == [
        ("A", "Sangat Baik", "88.31"), ("B", "Baik", "76.61"), ("C", "Kurang Baik", "65.00"), ("D", "Tidak Baik", "0"),
    ]  # fmt: skip
