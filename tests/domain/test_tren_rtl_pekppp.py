"""Trend words, owed RTL, PEKPPP scores, rank correlation."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtl_tracker.domain.analisis import korelasi_unsur, rho_spearman, saran_unsur
from rtl_tracker.domain.pekppp import skor_realisasi, skor_waktu
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl, terlambat, unsur_wajib_rtl
from rtl_tracker.domain.tren import Tren, arah, selisih_tercetak, tren
from rtl_tracker.domain.unsur import Unsur


@pytest.mark.parametrize(
    ("deret", "kata"),
    [
        (("75.77", "76.95", "79.08", "81.20", "81.98", "83.38"), Tren.MENINGKAT), (("90", "88", "85"), Tren.MENURUN),
        (("80", "82", "81"), Tren.BERFLUKTUASI), (("80.00", "80.04", "80.01"), Tren.TETAP), (("80",), None), ((), None),
    ],
)  # fmt: skip
def test_the_word_of_a_trend_comes_from_the_numbers(deret, kata):
    assert tren([Decimal(x) for x in deret]) is kata


def test_a_change_inside_the_margin_is_relatively_steady():
    assert tren([Decimal("80.0"), Decimal("80.9")], margin=Decimal("1.2")) is Tren.TETAP
    assert tren([Decimal("80.0"), Decimal("80.9")]) is Tren.MENINGKAT


def test_the_change_from_last_year_is_the_difference_of_the_printed_values():
    assert selisih_tercetak(Decimal("83.38"), Decimal("81.98")) == Decimal("1.40")
    assert selisih_tercetak(Decimal("83.38"), None) is None
    assert [arah(Decimal(x)) for x in ("0.01", "0", "-3")] == ["naik", "tetap", "turun"]


def test_rtl_is_owed_for_the_three_lowest_and_every_unsur_below_b():
    nrr = dict(zip(Unsur, (Fraction(x) for x in ("2.5", "2.6", "2.7", "2.9", "3.5", "3.6", "3.7", "3.8", "3.9")), strict=True))
    assert unsur_wajib_rtl(nrr) == (Unsur.PERSYARATAN, Unsur.PROSEDUR, Unsur.WAKTU, Unsur.BIAYA)


def test_only_an_unfinished_rtl_past_its_tenggat_is_late():
    rtl = Rtl(1, 1, 2023, Periode.S1, Unsur.WAKTU, "", "x", tenggat=date(2023, 6, 30), status=StatusRtl.BERJALAN)
    assert terlambat(rtl, date(2023, 7, 30)) == 30
    assert terlambat(rtl, date(2023, 6, 30)) == 0
    assert (
        terlambat(
            Rtl(1, 1, 2023, Periode.S1, None, "", "x", tenggat=date(2023, 1, 1), status=StatusRtl.SELESAI), date(2024, 1, 1)
        )
        == 0
    )


@pytest.mark.parametrize(
    ("persen", "skor"), [(None, 0), (0, 1), ("0.01", 2), ("29.99", 2), (30, 3), (80, 3), ("80.01", 4), ("99.99", 4), (100, 5)]
)
def test_the_pekppp_score_of_a_percentage(persen, skor):
    assert skor_realisasi(None if persen is None else Decimal(persen)) == skor


@pytest.mark.parametrize(("bulan", "skor"), [(None, 0), (13, 0), (12, 1), (9, 2), (6, 3), (3, 4), (1, 5), (0, 5)])
def test_the_pekppp_score_of_the_months_to_the_follow_up_report(bulan, skor):
    assert skor_waktu(bulan) == skor


def test_equal_ranks_correlate_fully_and_opposite_ranks_fully_against():
    assert rho_spearman([[5, 0, 0, 0], [0, 5, 0, 0], [0, 0, 5, 0], [0, 0, 0, 5]]) == 1
    assert rho_spearman([[0, 0, 0, 5], [0, 0, 5, 0], [0, 5, 0, 0], [5, 0, 0, 0]]) == -1
    assert rho_spearman([[5, 5, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]) is None


@given(st.lists(st.tuples(*[st.one_of(st.none(), st.integers(1, 4))] * 9), min_size=2, max_size=30))
def test_a_rank_correlation_never_leaves_minus_one_to_one(lembar):
    for k in korelasi_unsur([(isi, 1) for isi in lembar]):
        assert k.rho is None or abs(k.rho) <= Decimal("1.0000000001")


def test_a_saran_belongs_to_the_unsur_it_names_or_to_the_single_low_answer():
    assert saran_unsur((3, 3, 1, 3, 3, 3, 3, 3, 3), None) is Unsur.WAKTU
    assert saran_unsur((3, 3, 1, 1, 3, 3, 3, 3, 3), None) is None
    assert saran_unsur((3,) * 9, Unsur.BIAYA) is Unsur.BIAYA
