"""Exact numbers: fractions inside, one half-up rounding at the end (spec 1.3)."""

from collections.abc import Iterable
from decimal import Decimal, localcontext
from fractions import Fraction

Angka = Fraction | Decimal | int


def bulatkan(nilai: Angka, desimal: int = 2) -> Decimal:
    """Round half up (away from zero) to `desimal` places, exactly: 86.025 -> 86.03."""
    pecahan = Fraction(nilai)
    skala = 10**desimal
    genap, sisa = divmod(abs(pecahan.numerator) * skala, pecahan.denominator)
    if 2 * sisa >= pecahan.denominator:
        genap += 1
    hasil = Decimal(genap).scaleb(-desimal)
    return -hasil if pecahan < 0 and genap else hasil


def bulatkan_bila_ada(nilai: Angka | None, desimal: int = 2) -> Decimal | None:
    """`bulatkan` of a figure that may be missing; None stays None."""
    return None if nilai is None else bulatkan(nilai, desimal)


def rerata(nilai: Iterable[Fraction]) -> Fraction | None:
    """Unweighted mean of exact values; None for an empty series (no data is not zero)."""
    daftar = list(nilai)
    return sum(daftar, Fraction(0)) / len(daftar) if daftar else None


def rerata_berbobot(pasangan: Iterable[tuple[Fraction, int]]) -> Fraction | None:
    """Mean of (value, weight) pairs; None when the weights add up to zero."""
    daftar = list(pasangan)
    jumlah = sum(bobot for _, bobot in daftar)
    return sum((nilai * bobot for nilai, bobot in daftar), Fraction(0)) / jumlah if jumlah else None


def akar(nilai: Fraction) -> Decimal:
    """Square root with 28 significant digits, so that a printed digit never depends on binary floats."""
    with localcontext() as konteks:
        konteks.prec = 34
        return (Decimal(nilai.numerator) / Decimal(nilai.denominator)).sqrt()


def persen(bagian: int, seluruh: int) -> Fraction | None:
    """Share in per cent, exact; None when there is nothing to share."""
    return Fraction(100 * bagian, seluruh) if seluruh else None


def simpangan_baku(nilai: Iterable[Fraction]) -> Decimal | None:
    """Sample standard deviation (n - 1); None for fewer than two values."""
    daftar = list(nilai)
    if len(daftar) < 2:
        return None
    tengah = sum(daftar, Fraction(0)) / len(daftar)
    return akar(sum(((x - tengah) ** 2 for x in daftar), Fraction(0)) / (len(daftar) - 1))


def desimal_tercetak(nilai: Decimal) -> int:
    """Number of decimals with which a figure was printed: Decimal('89.641') -> 3."""
    eksponen = nilai.as_tuple().exponent
    return max(0, -eksponen) if isinstance(eksponen, int) else 0
