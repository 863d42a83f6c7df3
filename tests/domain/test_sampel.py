"""Required sample and margin."""

from decimal import Decimal

import pytest

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.pengaturan import AturanSampel, Bobot
from rtl_tracker.domain.sampel import krejcie_morgan, margin_ikm, sampel_wajib
from rtl_tracker.domain.survei import gabungkan, tabulasikan


@pytest.mark.parametrize(("populasi", "n"), [(100, 80), (500, 217), (2400, 331), (10_000, 370)])
def test_krejcie_and_morgan_gives_the_published_numbers(populasi, n):
    assert krejcie_morgan(populasi) == n


@pytest.mark.parametrize("populasi", range(10))
def test_of_a_population_below_ten_everyone_is_asked(populasi):
    assert krejcie_morgan(populasi) == populasi


def test_the_required_number_never_exceeds_the_population_and_never_falls():
    sebelum = 0
    for populasi in range(3000):
        n = krejcie_morgan(populasi)
        assert sebelum <= n <= populasi
        sebelum = n


def test_nine_unsur_plus_one_times_ten_is_a_hundred():
    assert sampel_wajib(AturanSampel.UNSUR_10, None) == 100
    assert sampel_wajib(AturanSampel.KREJCIE_MORGAN, None) is None


def test_equal_questionnaires_have_no_margin_and_one_questionnaire_has_none_to_give():
    assert margin_ikm(tabulasikan([(3,) * 9] * 10), Bobot.SEPERSEMBILAN) == 0
    assert margin_ikm(tabulasikan([(3,) * 9]), Bobot.SEPERSEMBILAN) is None


def test_the_margin_is_1_96_times_25_s_over_root_n():
    tabulasi = tabulasikan([(3,) * 9] * 50 + [(4,) * 9] * 50)
    simpangan = (Decimal(25) / 99).sqrt()
    assert bulatkan(margin_ikm(tabulasi, Bobot.SEPERSEMBILAN) or 0, 6) == bulatkan(Decimal("1.96") * 25 * simpangan / 10, 6)


def test_a_known_population_shrinks_the_margin_and_a_full_count_removes_it():
    tabulasi = tabulasikan([(3,) * 9] * 50 + [(4,) * 9] * 50)
    penuh = margin_ikm(tabulasi, Bobot.SEPERSEMBILAN)
    assert penuh is not None
    assert Decimal(0) < (margin_ikm(tabulasi, Bobot.SEPERSEMBILAN, 200) or Decimal(0)) < penuh
    assert margin_ikm(tabulasi, Bobot.SEPERSEMBILAN, 100) == 0


def test_pooled_groups_have_the_margin_of_all_questionnaires():
    kiri, kanan = [(3,) * 9] * 7, [(4, 3) + (2,) * 7] * 5
    assert gabungkan([tabulasikan(kiri), tabulasikan(kanan)]) == tabulasikan(kiri + kanan)
