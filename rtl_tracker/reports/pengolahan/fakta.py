"""Facts of the processing of answers: the questionnaires of a unit by period, what its settings make of them, and its means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.domain.angka import bulatkan, bulatkan_bila_ada
from rtl_tracker.domain.hasil import BarisHasil, Hasil, JenisBaris, hasil_terukur
from rtl_tracker.domain.ikm import ikm_dari_unsur
from rtl_tracker.domain.pengaturan import Pengaturan, RerataPeriode
from rtl_tracker.domain.periode import SEMESTER, TRIWULAN_SEMESTER, Periode
from rtl_tracker.domain.rerata_hasil import rerata_tahun
from rtl_tracker.domain.survei import Tabulasi, tabulasikan
from rtl_tracker.reports.tahunan.bahan import Lembar


@dataclass(frozen=True, slots=True)
class LembarPeriode:
    """The questionnaires of one period and their sums. `ikm` exact; None when an unsur was never answered.

    `ikm_rekap`: the printed index of the unit where it is another one, because a layanan handed in a recap without answers.
    """

    periode: Periode
    lembar: tuple[Lembar, ...]
    tabulasi: Tabulasi
    ikm: Fraction | None
    ikm_rekap: Decimal | None = None


@dataclass(frozen=True, slots=True)
class BarisRingkasan:
    """One period in the summary. `lembar`: the sheet its values come from; `rerata`: the periods whose mean it is; else a recap."""

    periode: Periode
    hasil: Hasil
    lembar: LembarPeriode | None
    rerata: tuple[Periode, ...]


@dataclass(frozen=True, slots=True)
class FaktaPengolahan:
    """One unit and year; `periode`: the periods with answers, `ringkasan`: all with a result, both in the order of the year.

    `diminta`: the period that was asked for; its own result, if it has one, is the last of `ringkasan`.
    """

    nama_unit: str
    tahun: int
    pengaturan: Pengaturan
    periode: tuple[LembarPeriode, ...]
    ringkasan: tuple[BarisRingkasan, ...]
    diminta: Periode = Periode.TAHUNAN

    @property
    def responden(self) -> int:
        """Number of questionnaires."""
        return sum(p.tabulasi.n for p in self.periode)


def susun_fakta(
    nama_unit: str,
    tahun: int,
    pengaturan: Pengaturan,
    lembar: Mapping[Periode, Sequence[Lembar]],
    hasil: Mapping[Periode, Hasil] | None = None,
    diminta: Periode = Periode.TAHUNAN,
) -> FaktaPengolahan:
    """`lembar`: questionnaires as (number, nine answers in the order of Unsur) by period. `hasil`: the unit's results, measured and
    means, of the periods that are told of; without them, what the questionnaires alone give.
    """
    tabulasi = {p: tabulasikan(jawaban for _, jawaban in lembar[p]) for p in Periode if lembar.get(p)}
    if hasil is None:
        terukur = {p: hasil_terukur(BarisHasil(0, p), t, pengaturan) for p, t in tabulasi.items()}
        hasil = rerata_tahun(terukur, pengaturan.rerata_periode)
    periode = {p: _periode(p, lembar[p], t, hasil.get(p), pengaturan) for p, t in tabulasi.items()}
    ringkasan = tuple(_baris(hasil[p], periode.get(p), hasil, pengaturan.rerata_periode) for p in Periode if p in hasil)
    return FaktaPengolahan(nama_unit, tahun, pengaturan, tuple(periode.values()), ringkasan, diminta)


def _periode(periode: Periode, lembar: Sequence[Lembar], t: Tabulasi, hasil: Hasil | None, p: Pengaturan) -> LembarPeriode:
    ikm = ikm_dari_unsur(t.nrr(), p.bobot, p.pembulatan_tertimbang)
    lain = hasil is not None and not _dari_jawaban(hasil) and hasil.ikm != ikm
    ikm_rekap = bulatkan_bila_ada(hasil.ikm, p.desimal_ikm) if lain and hasil is not None else None
    return LembarPeriode(periode, tuple(lembar), t, ikm, ikm_rekap)


def _dari_jawaban(hasil: Hasil) -> bool:
    """Whether the result is what all answers of the period give."""
    return hasil.jenis_baris is JenisBaris.TERUKUR and hasil.tabulasi is not None


def _baris(hasil: Hasil, lembar: LembarPeriode | None, semua: Mapping[Periode, Hasil], aturan: RerataPeriode) -> BarisRingkasan:
    if hasil.jenis_baris is JenisBaris.TERUKUR:
        return BarisRingkasan(hasil.periode, hasil, lembar if _dari_jawaban(hasil) else None, ())
    return BarisRingkasan(hasil.periode, hasil, None, _bagian_rerata(hasil.periode, semua, aturan))


def _bagian_rerata(periode: Periode, semua: Mapping[Periode, Hasil], aturan: RerataPeriode) -> tuple[Periode, ...]:
    """The periods whose mean a period is, as `domain.rerata_hasil.rerata_tahun` takes them."""
    if periode in TRIWULAN_SEMESTER:
        return tuple(p for p in TRIWULAN_SEMESTER[periode] if p in semua)
    if aturan is RerataPeriode.BERTINGKAT:
        return tuple(p for p in SEMESTER if p in semua)
    return tuple(p for p, h in semua.items() if p is not Periode.TAHUNAN and h.jenis_baris is JenisBaris.TERUKUR)


def tertimbang(nrr: Fraction, p: Pengaturan) -> Fraction:
    """NRR x bobot, rounded first where the settings say so (spec 1.3)."""
    nilai = nrr * p.bobot.nilai()
    return nilai if p.pembulatan_tertimbang is None else Fraction(bulatkan(nilai, p.pembulatan_tertimbang))
