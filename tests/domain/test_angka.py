"""Exact rounding, half up."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rtl_tracker.domain.angka import akar, bulatkan, desimal_tercetak, persen, rerata, rerata_berbobot, simpangan_baku


def test_a_half_is_rounded_up_where_binary_floats_would_round_it_down():
    assert str(bulatkan(Fraction("86.025"))) == "86.03"
    assert str(bulatkan(Fraction("2.675"))) == "2.68"
    assert str(bulatkan(Fraction("-0.005"))) == "-0.01"


@given(st.decimals(min_value=-1000, max_value=1000, places=6), st.integers(0, 4))
def test_rounding_equals_decimal_half_up(nilai, desimal):
    assert bulatkan(nilai, desimal) == nilai.quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)


def test_no_data_has_no_mean_and_no_share():
    assert rerata([]) is None
    assert rerata_berbobot([(Fraction(3), 0)]) is None
    assert persen(0, 0) is None
    assert simpangan_baku([Fraction(1)]) is None


def test_the_root_of_a_square_is_exact():
    assert akar(Fraction(9, 4)) == Decimal("1.5")


def test_the_printed_digits_of_a_figure_are_counted():
    assert [desimal_tercetak(Decimal(x)) for x in ("89.641", "83.38", "75")] == [3, 2, 0]
