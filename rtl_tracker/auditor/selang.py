"""Interval arithmetic over printed digits: which true values may stand behind a printed one.

Both ends belong to an interval. The upper end of half-up rounding would not, but a program that counts in binary may have
lost the last bit there, and a rule speaks only when nothing explains the difference.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.domain.angka import Angka, desimal_tercetak

TEPI = Fraction(1, 10**6)


@dataclass(frozen=True, slots=True)
class Selang:
    """A closed interval of exact values."""

    bawah: Fraction
    atas: Fraction

    def __add__(self, lain: "Selang") -> "Selang":
        """Sums of any two members."""
        return Selang(self.bawah + lain.bawah, self.atas + lain.atas)

    def __sub__(self, lain: "Selang") -> "Selang":
        """Differences of any two members."""
        return Selang(self.bawah - lain.atas, self.atas - lain.bawah)

    def kali(self, faktor: Fraction | int) -> "Selang":
        """All members times a factor that is not negative."""
        return Selang(self.bawah * faktor, self.atas * faktor)

    def lebarkan(self, sebanyak: Fraction) -> "Selang":
        """The interval with both ends moved outwards."""
        return Selang(self.bawah - sebanyak, self.atas + sebanyak)

    def beririsan(self, lain: "Selang") -> bool:
        """Whether some value lies in both."""
        return self.bawah <= lain.atas and lain.bawah <= self.atas

    def memuat(self, nilai: Angka) -> bool:
        """Whether the value lies in it."""
        return self.bawah <= Fraction(nilai) <= self.atas

    @property
    def tengah(self) -> Fraction:
        """The middle."""
        return (self.bawah + self.atas) / 2

    def jarak(self, lain: "Selang") -> Fraction:
        """Distance between the two; 0 when they meet."""
        return max(self.bawah - lain.atas, lain.bawah - self.atas, Fraction(0))


def tepat(nilai: Angka) -> Selang:
    """The interval of one exact value."""
    return Selang(Fraction(nilai), Fraction(nilai))


def dibulatkan(nilai: Decimal, desimal: int | None = None) -> Selang:
    """True values that are printed as `nilai` by rounding to `desimal` places (default: the places it has)."""
    setengah = Fraction(1, 2 * 10 ** (desimal_tercetak(nilai) if desimal is None else desimal))
    return tepat(nilai).lebarkan(setengah)


def dipotong(nilai: Decimal, desimal: int | None = None) -> Selang:
    """True values that are printed as `nilai` when the digits behind are cut off; the next printed value is none of them."""
    satuan = Fraction(1, 10 ** (desimal_tercetak(nilai) if desimal is None else desimal))
    return Selang(Fraction(nilai), Fraction(nilai) + satuan * (1 - TEPI))


def jumlah(selang: Iterable[Selang]) -> Selang:
    """Sums of one member of each."""
    hasil = tepat(0)
    for satu in selang:
        hasil = hasil + satu
    return hasil


def rerata_selang(selang: Iterable[Selang]) -> Selang:
    """Means of one member of each; there must be at least one."""
    daftar = list(selang)
    return jumlah(daftar).kali(Fraction(1, len(daftar)))


def bernol(angka: Iterable[Decimal]) -> bool:
    """Whether a figure shows a zero at its end ("98.00"): then the source keeps zeros, and its digits count as they stand."""
    return any(desimal_tercetak(x) and str(x).endswith("0") for x in angka)


def desimal_sederet(angka: Iterable[Decimal], paling_sedikit: int = 0) -> int:
    """Places of a printed row whose zeros at the end were dropped (3,2 for 3,20): those of its longest figure."""
    return max([paling_sedikit, *map(desimal_tercetak, angka)])
