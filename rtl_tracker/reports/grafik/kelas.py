"""The classes of mutu as charts show them: legend and boundaries, read from the table of the regulation."""

from decimal import Decimal

from rtl_tracker.domain.mutu import Mutu, batas_bawah, kinerja
from rtl_tracker.formats import angka, kategori
from rtl_tracker.reports.grafik.gaya import ISIAN_MUTU, Isian

NILAI_TERENDAH = 25
NILAI_TERTINGGI = 100


def legenda_mutu() -> list[tuple[Isian, str]]:
    """Fill and words of every class, best first."""
    return [(ISIAN_MUTU[mutu.value], kategori(mutu.value, kinerja(mutu))) for mutu in Mutu]


def batas_kelas() -> list[tuple[Decimal, str]]:
    """The lowest index of A, B and C with its label: (88.31, "A ≥ 88,31"); D has no boundary of its own."""
    return [(batas_bawah(mutu), f"{mutu.value} ≥ {angka(batas_bawah(mutu))}") for mutu in (Mutu.A, Mutu.B, Mutu.C)]
