"""Required sample and margin of error (spec 1.6)."""

from decimal import Decimal
from fractions import Fraction

from rtl_tracker.domain.angka import akar, bulatkan
from rtl_tracker.domain.pengaturan import AturanSampel, Bobot
from rtl_tracker.domain.survei import Tabulasi

KAI_KUADRAT = Fraction(3841, 1000)
GALAT_KUADRAT = Fraction(25, 10_000)
Z_95 = Fraction(196, 100)
N_CATATAN_KAKI = 30


def krejcie_morgan(populasi: int) -> int:
    """Required respondents of a population (Krejcie & Morgan 1970, 95 %, p = 0,5, d = 0,05); below 10 everyone."""
    if populasi < 10:
        return populasi
    atas = KAI_KUADRAT * populasi * Fraction(1, 4)
    return int(bulatkan(atas / (GALAT_KUADRAT * (populasi - 1) + KAI_KUADRAT * Fraction(1, 4)), 0))


def sampel_wajib(aturan: AturanSampel, populasi: int | None, jumlah_unsur: int = 9) -> int | None:
    """Required number of respondents; None when the rule needs a population that is not known."""
    if aturan is AturanSampel.UNSUR_10:
        return (jumlah_unsur + 1) * 10
    return None if populasi is None else krejcie_morgan(populasi)


def margin_ikm(tabulasi: Tabulasi, bobot: Bobot, populasi: int | None = None) -> Decimal | None:
    """95 % margin of the IKM in index points: 1,96 x 25 x s / sqrt(n), over the complete questionnaires.

    s = sample standard deviation of the respondents' weighted means; with a known population the finite population
    factor sqrt((N - n) / (N - 1)) is applied. None for fewer than two complete questionnaires.
    """
    n = tabulasi.n_lengkap
    if n < 2:
        return None
    berat = bobot.nilai()
    ragam = (tabulasi.jumlah_kuadrat - Fraction(tabulasi.jumlah_total**2, n)) / (n - 1) * berat**2
    galat_kuadrat = (Z_95 * 25) ** 2 * ragam / n
    if populasi is not None and populasi > 1:
        galat_kuadrat *= Fraction(max(populasi - n, 0), populasi - 1)
    return akar(galat_kuadrat)
