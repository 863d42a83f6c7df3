"""Ranks with ties: who is first, who is among the first few."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

K = TypeVar("K")
Nilai = Mapping[K, Fraction] | Mapping[K, Decimal]


def rentang_peringkat(nilai: Nilai[K], dari_bawah: bool) -> dict[K, tuple[int, int]]:
    """First and last rank of everybody; who is equal shares both."""
    urut = sorted((Fraction(x) for x in nilai.values()), reverse=not dari_bawah)
    return {k: (urut.index(Fraction(x)) + 1, urut.index(Fraction(x)) + urut.count(Fraction(x))) for k, x in nilai.items()}


def teratas(nilai: Nilai[K], dari_bawah: bool, jumlah: int) -> set[K]:
    """The first `jumlah` by rank; a tie at the edge takes all of the tie."""
    return {k for k, (awal, _) in rentang_peringkat(nilai, dari_bawah).items() if awal <= jumlah}


def pada_urutan(nilai: Nilai[K], dari_bawah: bool, urutan: int) -> set[K]:
    """Everybody who may be called the n-th."""
    return {k for k, (awal, akhir) in rentang_peringkat(nilai, dari_bawah).items() if awal <= urutan <= akhir}
