"""Answers of respondents, counted per unsur and answer. A blank answer is missing, never zero (spec 1.2, 1.3)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from rtl_tracker.domain.unsur import Unsur

JAWABAN: tuple[int, ...] = (1, 2, 3, 4)
PER = 60
"""The mean of up to six answers is a whole number of sixtieths."""
Nilai = int | Fraction
"""Value of one unsur in one questionnaire: 1-4, or the mean of its questions between them."""


def kode_nilai(nilai: Nilai) -> int:
    """A value as one small whole number: 1-4 as they are, a mean of several questions in sixtieths (61-239)."""
    return nilai if isinstance(nilai, int) else int(nilai * PER)


def nilai_dari_kode(kode: int) -> Nilai:
    """The value behind its code."""
    return kode if kode <= JAWABAN[-1] else Fraction(kode, PER)


@dataclass(frozen=True, slots=True)
class Tabulasi:
    """Counts of the answers of one group of respondents.

    `hitungan[unsur]` = numbers of the answers 1, 2, 3, 4; `pecahan[unsur]` counts values between them, which only a
    questionnaire with several questions for an unsur has; `n` = questionnaires. For the spread of the index the
    sum (`jumlah_total`) and the sum of squares (`jumlah_kuadrat`) of the nine-answer totals of the `n_lengkap`
    questionnaires without a blank are kept. All of it is additive: two groups pool by adding.
    """

    hitungan: Mapping[Unsur, tuple[int, int, int, int]]
    n: int
    n_lengkap: int = 0
    jumlah_total: Nilai = 0
    jumlah_kuadrat: Nilai = 0
    pecahan: Mapping[Unsur, Mapping[Fraction, int]] = field(default_factory=dict)
    _nrr: dict[Unsur, Fraction] = field(default_factory=dict, init=False, repr=False, compare=False)

    def n_unsur(self, unsur: Unsur) -> int:
        """Number of filled answers of the unsur."""
        return sum(self.hitungan.get(unsur, (0, 0, 0, 0))) + sum(self.pecahan.get(unsur, {}).values())

    def jumlah_unsur(self, unsur: Unsur) -> Nilai:
        """Sum of the filled answers of the unsur, exact."""
        utuh = sum(jawaban * banyak for jawaban, banyak in zip(JAWABAN, self.hitungan.get(unsur, (0, 0, 0, 0)), strict=True))
        return utuh + sum((nilai * banyak for nilai, banyak in self.pecahan.get(unsur, {}).items()), start=0)

    def nrr(self) -> dict[Unsur, Fraction]:
        """NRR of every unsur that has an answer, exact (1-4)."""
        if not self._nrr:  # asked for again and again by every mean and every rule
            self._nrr.update((u, Fraction(self.jumlah_unsur(u), self.n_unsur(u))) for u in Unsur if self.n_unsur(u))
        return dict(self._nrr)


def gabungkan(tabulasi: Iterable[Tabulasi]) -> Tabulasi:
    """Pool several groups of answers into one."""
    daftar = list(tabulasi)
    hitungan: dict[Unsur, tuple[int, int, int, int]] = {}
    for unsur in Unsur:
        baris = [t.hitungan.get(unsur, (0, 0, 0, 0)) for t in daftar]
        hitungan[unsur] = (
            sum(b[0] for b in baris), sum(b[1] for b in baris), sum(b[2] for b in baris), sum(b[3] for b in baris),
        )  # fmt: skip
    return Tabulasi(
        hitungan=hitungan,
        n=sum(t.n for t in daftar),
        n_lengkap=sum(t.n_lengkap for t in daftar),
        jumlah_total=sum(t.jumlah_total for t in daftar),
        jumlah_kuadrat=sum(t.jumlah_kuadrat for t in daftar),
        pecahan=_gabung_pecahan(daftar),
    )


def _gabung_pecahan(daftar: Sequence[Tabulasi]) -> dict[Unsur, dict[Fraction, int]]:
    jumlah: dict[Unsur, Counter[Fraction]] = {}
    for t in daftar:
        for unsur, cacah in t.pecahan.items():
            jumlah.setdefault(unsur, Counter()).update(cacah)
    return {unsur: dict(cacah) for unsur, cacah in jumlah.items()}


def tabulasikan(jawaban: Iterable[Sequence[Nilai | None]]) -> Tabulasi:
    """Count questionnaires given as nine values in the order of `Unsur` (None = blank)."""
    lembar = list(jawaban)
    cacah = [Counter(kolom) for kolom in zip(*lembar, strict=True)] or [Counter() for _ in Unsur]
    total = [sum(nilai for nilai in satu if nilai is not None) for satu in lembar if None not in satu]
    pecahan = {u: {k: n for k, n in c.items() if isinstance(k, Fraction)} for u, c in zip(Unsur, cacah, strict=True)}
    return Tabulasi(
        hitungan={u: (c[1], c[2], c[3], c[4]) for u, c in zip(Unsur, cacah, strict=True)},
        n=len(lembar),
        n_lengkap=len(total),
        jumlah_total=sum(total),
        jumlah_kuadrat=sum(t * t for t in total),
        pecahan={u: isi for u, isi in pecahan.items() if isi},
    )
