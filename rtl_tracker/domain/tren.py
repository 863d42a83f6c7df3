"""Trend words from the numbers (spec 1.8)."""

import itertools
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

TOLERANSI_TETAP = Decimal("0.05")


class Tren(StrEnum):
    """What a series of printed yearly values does."""

    MENINGKAT = "meningkat konsisten"
    MENURUN = "menurun"
    BERFLUKTUASI = "berfluktuasi"
    TETAP = "relatif tetap"


def tren(nilai: Sequence[Decimal], margin: Decimal | None = None) -> Tren | None:
    """Word for a series of printed values, oldest first; None for fewer than two values.

    A series whose values all lie inside the margin (or within 0,05 where no margin is known) is "relatif tetap".
    """
    if len(nilai) < 2:
        return None
    batas = TOLERANSI_TETAP if margin is None else margin
    rentang = max(nilai) - min(nilai)
    if rentang < batas or (margin is not None and rentang <= batas):
        return Tren.TETAP
    langkah = [baru - lama for lama, baru in itertools.pairwise(nilai)]
    if all(x > 0 for x in langkah):
        return Tren.MENINGKAT
    if all(x < 0 for x in langkah):
        return Tren.MENURUN
    return Tren.BERFLUKTUASI


def selisih_tercetak(sekarang: Decimal | None, lalu: Decimal | None) -> Decimal | None:
    """+/- from last year: the difference of the two printed, rounded values; None where one is missing."""
    return None if sekarang is None or lalu is None else sekarang - lalu


def arah(selisih: Decimal) -> str:
    """ "naik", "turun" or "tetap" for a difference of printed values."""
    return "naik" if selisih > 0 else "turun" if selisih < 0 else "tetap"
