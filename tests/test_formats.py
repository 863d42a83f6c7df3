from datetime import UTC, date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtl_tracker.formats import (
    angka,
    bulat,
    daftar,
    dengan_terbilang,
    huruf_kapital_awal,
    kategori,
    persen,
    selisih,
    tanggal,
    tanggal_waktu,
    terbilang,
)

desimal_apa_pun = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6)


@pytest.mark.parametrize(
    ("nilai", "desimal", "tercetak"),
    [
        (Decimal("86.025"), 2, "86,03"),
        (Fraction(86025, 1000), 2, "86,03"),
        (Fraction(141747, 1700), 2, "83,38"),
        (Decimal("2.0045"), 3, "2,005"),
        (Decimal("1.005"), 2, "1,01"),
        (Fraction(1, 3), 2, "0,33"),
        (2349, 0, "2.349"),
        (1234567, 2, "1.234.567,00"),
        (Decimal("999.995"), 2, "1.000,00"),
        (Decimal("99.5"), 0, "100"),
        (Decimal("-1234.565"), 2, "−1.234,57"),
        (Decimal("-0.004"), 2, "0,00"),
        (0, 2, "0,00"),
        (Decimal("1E+3"), 1, "1.000,0"),
    ],
)
def test_a_number_prints_half_up_with_comma_and_points(nilai: Decimal | Fraction | int, desimal: int, tercetak: str) -> None:
    assert angka(nilai, desimal) == tercetak


@given(desimal_apa_pun, st.integers(0, 5))
def test_rounding_agrees_with_decimal_half_up(nilai: Decimal, desimal: int) -> None:
    with localcontext() as konteks:
        konteks.prec = 60
        harapan = nilai.quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)
    tercetak = angka(nilai, desimal)
    assert Decimal(tercetak.replace(".", "").replace(",", ".").replace("−", "-")) == harapan
    assert len(tercetak.partition(",")[2]) == desimal


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6))
def test_a_fraction_is_never_more_than_half_a_unit_off(pembilang: int, penyebut: int) -> None:
    nilai = Fraction(pembilang, penyebut)
    tercetak = Fraction(angka(nilai, 2).replace(".", "").replace(",", ".").replace("−", "-"))
    assert abs(tercetak - nilai) <= Fraction(1, 200)


@given(desimal_apa_pun)
def test_a_difference_has_a_sign_exactly_when_it_is_not_printed_as_zero(nilai: Decimal) -> None:
    tercetak = selisih(nilai)
    assert tercetak.lstrip("+−") == angka(abs(nilai))
    assert tercetak.startswith(("+", "−")) is (tercetak != "0,00")


def test_a_missing_value_is_a_dash_or_the_given_mark_never_zero() -> None:
    assert [angka(None), bulat(None), persen(None), selisih(None)] == ["-"] * 4
    assert angka(None, kosong="belum ada data") == "belum ada data"
    assert persen(None, kosong="belum dilaporkan") == "belum dilaporkan"


def test_counts_percentages_and_differences() -> None:
    assert bulat(2349) == "2.349"
    assert persen(Fraction(5956, 100)) == "59,56\u00a0%"
    assert persen(100, 0) == "100\u00a0%"
    assert [selisih(Decimal(x)) for x in ("1.4", "-0.52", "0", "-0.004", "0.005")] == [
        "+1,40",
        "−0,52",
        "0,00",
        "0,00",
        "+0,01",
    ]


@pytest.mark.parametrize(
    ("n", "kata"),
    [(0, "nol"), (1, "satu"), (10, "sepuluh"), (11, "sebelas"), (17, "tujuh belas"), (100, "seratus"), (1000, "seribu"),
     (2349, "dua ribu tiga ratus empat puluh sembilan"), (11_011, "sebelas ribu sebelas"), (1_000_000, "satu juta")],
)  # fmt: skip
def test_counts_in_words(n: int, kata: str) -> None:
    assert terbilang(n) == kata


SATUAN = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]
KELIPATAN = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9}


def baca_terbilang(kata: str) -> int:
    """Read Indonesian number words back, independently of the library that writes them."""
    jumlah = ratusan = satuan = 0
    for suku in kata.replace("seratus", "satu ratus").replace("seribu", "satu ribu").split():
        if suku in KELIPATAN:
            jumlah, ratusan, satuan = jumlah + (ratusan + satuan) * KELIPATAN[suku], 0, 0
        elif suku == "ratus":
            ratusan, satuan = satuan * 100, 0
        elif suku in ("puluh", "belas"):
            ratusan, satuan = ratusan + (satuan * 10 if suku == "puluh" else satuan + 10), 0
        else:
            satuan = SATUAN.index(suku)
    return jumlah + ratusan + satuan


@given(st.integers(0, 10**12 - 1))
def test_words_read_back_as_the_same_number(n: int) -> None:
    assert baca_terbilang(terbilang(n)) == n


def test_a_count_in_prose_carries_its_word() -> None:
    assert dengan_terbilang(17) == "17 (tujuh belas)"
    assert dengan_terbilang(1100) == "1.100 (seribu seratus)"


def test_dates_are_indonesian() -> None:
    assert tanggal(date(2023, 6, 9)) == "9 Juni 2023"
    assert tanggal(date(2024, 2, 29)) == "29 Februari 2024"


def test_a_time_prints_on_its_own_clock() -> None:
    assert tanggal_waktu(datetime(2023, 6, 9, 14, 5, tzinfo=UTC)) == "9 Juni 2023 pukul 14.05"
    assert tanggal_waktu(datetime(2023, 6, 9, 21, 5, tzinfo=timezone(timedelta(hours=7)))) == "9 Juni 2023 pukul 21.05"


def test_words_are_joined_as_in_a_sentence() -> None:
    assert [daftar(x) for x in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a dan b", "a, b, dan c"]


def test_a_category_names_letter_and_words() -> None:
    assert kategori("A", "Sangat Baik") == "A (Sangat Baik)"
    assert kategori("A", "Sangat Baik", kata_dahulu=True) == "Sangat Baik (A)"


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert [huruf_kapital_awal(x) for x in ("tujuh RTL", "RTL", "", "élan")] == ["Tujuh RTL", "RTL", "", "Élan"]
