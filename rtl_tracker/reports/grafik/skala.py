"""Ends of scales, found without binary floats."""

from fractions import Fraction
from math import ceil, floor

from rtl_tracker.formats import Nilai


def kelipatan_bawah(nilai: Nilai, langkah: int) -> int:
    """The largest multiple of `langkah` that is not above the value."""
    return floor(Fraction(nilai) / langkah) * langkah


def kelipatan_atas(nilai: Nilai, langkah: int) -> int:
    """The smallest multiple of `langkah` that is not below the value."""
    return ceil(Fraction(nilai) / langkah) * langkah


def rentang_dengan_ruang(terendah: Nilai, tertinggi: Nilai, ruang: Fraction, langkah: int = 5) -> tuple[int, int]:
    """Ends of a scale within 0-100 as multiples of `langkah`, at least two steps apart.

    Below the lowest and above the highest value a share of at least `ruang` of the scale stays free for their labels,
    as far as 0 and 100 allow.
    """
    bawah, atas = max(0, kelipatan_bawah(terendah, langkah)), min(100, kelipatan_atas(tertinggi, langkah))
    while True:
        terlalu_pendek, bebas = atas - bawah < 2 * langkah, ruang * (atas - bawah)
        if bawah > 0 and (terlalu_pendek or terendah - bawah < bebas):
            bawah -= langkah
        elif atas < 100 and (terlalu_pendek or atas - tertinggi < bebas):
            atas += langkah
        else:
            return bawah, atas
