"""Facts of the processing of answers: the questionnaires of a unit by period, and what its settings make of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.ikm import ikm_dari_unsur
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.survei import Tabulasi, tabulasikan
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.tahunan.bahan import Lembar


@dataclass(frozen=True, slots=True)
class LembarPeriode:
    """The questionnaires of one period and their sums. `ikm` exact; None when an unsur was never answered."""

    periode: Periode
    lembar: tuple[Lembar, ...]
    tabulasi: Tabulasi
    ikm: Fraction | None


@dataclass(frozen=True, slots=True)
class FaktaPengolahan:
    """One unit and year; `periode`: the measured periods with answers, in the order of the year."""

    nama_unit: str
    tahun: int
    pengaturan: Pengaturan
    periode: tuple[LembarPeriode, ...]

    @property
    def responden(self) -> int:
        """Number of questionnaires."""
        return sum(p.tabulasi.n for p in self.periode)


def susun_fakta(
    nama_unit: str, tahun: int, pengaturan: Pengaturan, lembar: Mapping[Periode, Sequence[Lembar]]
) -> FaktaPengolahan:
    """`lembar`: questionnaires as (number, nine answers in the order of Unsur) by period."""
    return FaktaPengolahan(
        nama_unit, tahun, pengaturan, tuple(_periode(p, lembar[p], pengaturan) for p in Periode if lembar.get(p))
    )


def _periode(periode: Periode, lembar: Sequence[Lembar], p: Pengaturan) -> LembarPeriode:
    tabulasi = tabulasikan(jawaban for _, jawaban in lembar)
    return LembarPeriode(periode, tuple(lembar), tabulasi, ikm_dari_unsur(tabulasi.nrr(), p.bobot, p.pembulatan_tertimbang))


def tertimbang(nrr: Fraction, p: Pengaturan) -> Fraction:
    """NRR x bobot, rounded first where the settings say so (spec 1.3)."""
    nilai = nrr * p.bobot.nilai()
    return nilai if p.pembulatan_tertimbang is None else Fraction(bulatkan(nilai, p.pembulatan_tertimbang))


def jumlah_tertimbang(t: Tabulasi, p: Pengaturan) -> Fraction:
    """Sum of the weighted NRR of the unsur that have an answer."""
    nrr = t.nrr()
    return sum((tertimbang(nrr[u], p) for u in Unsur if u in nrr), Fraction(0))
