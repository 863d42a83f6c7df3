"""Univariate and bivariate analysis of answers (spec 3.2, section 3.6)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from rtl_tracker.domain.angka import akar
from rtl_tracker.domain.survei import JAWABAN, Nilai
from rtl_tracker.domain.unsur import Unsur

Pola = tuple[Sequence[Nilai | None], int]
Silang = list[list[int]]


@dataclass(frozen=True, slots=True)
class Korelasi:
    """Spearman's rank correlation of two unsur over the questionnaires that fill both; None where one never varies."""

    pertama: Unsur
    kedua: Unsur
    rho: Decimal | None
    n: int


def korelasi_unsur(pola: Iterable[Pola]) -> list[Korelasi]:
    """Rank correlations of all 36 pairs from distinct answer patterns (nine values in the order of Unsur, count)."""
    daftar = list(pola)
    nilai = {*JAWABAN, *(x for jawaban, _ in daftar for x in jawaban if x is not None)}
    tempat = {x: i for i, x in enumerate(sorted(nilai))}
    pasangan = list(combinations(range(len(Unsur)), 2))
    silang: dict[tuple[int, int], Silang] = {p: [[0] * len(tempat) for _ in tempat] for p in pasangan}
    for jawaban, banyak in daftar:
        for i, j in pasangan:
            kiri, kanan = jawaban[i], jawaban[j]
            if kiri is not None and kanan is not None:
                silang[i, j][tempat[kiri]][tempat[kanan]] += banyak
    unsur = list(Unsur)
    return [Korelasi(unsur[i], unsur[j], rho_spearman(t), sum(map(sum, t))) for (i, j), t in silang.items()]


def rho_spearman(tabel: Silang) -> Decimal | None:
    """Spearman's rho with mid-ranks from a square table of counts, values ascending; None when a margin has a single value."""
    baris = [sum(b) for b in tabel]
    kolom = [sum(k) for k in zip(*tabel, strict=True)]
    rank_baris, rank_kolom = _rank_tengah(baris), _rank_tengah(kolom)
    n = sum(baris)
    if n < 2:
        return None
    pusat = Fraction(n + 1, 2)
    kovarian = sum(
        ((rank_baris[i] - pusat) * (rank_kolom[j] - pusat) * banyak for i, b in enumerate(tabel) for j, banyak in enumerate(b)),
        Fraction(0),
    )
    ragam_baris, ragam_kolom = _ragam(baris, rank_baris, pusat), _ragam(kolom, rank_kolom, pusat)
    if not ragam_baris or not ragam_kolom:
        return None
    return Decimal(kovarian.numerator) / Decimal(kovarian.denominator) / akar(ragam_baris * ragam_kolom)


def _rank_tengah(banyak: Sequence[int]) -> list[Fraction]:
    hasil, sebelum = [], 0
    for b in banyak:
        hasil.append(sebelum + Fraction(b + 1, 2))
        sebelum += b
    return hasil


def _ragam(banyak: Sequence[int], rank: Sequence[Fraction], pusat: Fraction) -> Fraction:
    return sum(((r - pusat) ** 2 * b for r, b in zip(rank, banyak, strict=True)), Fraction(0))


def saran_unsur(jawaban: Sequence[Nilai | None], teks_unsur: Unsur | None) -> Unsur | None:
    """The unsur a saran belongs to: the one it names, else the single lowest-rated one below 3 on its questionnaire."""
    if teks_unsur is not None:
        return teks_unsur
    terisi: Mapping[Unsur, Nilai] = {u: x for u, x in zip(Unsur, jawaban, strict=True) if x is not None}
    if not terisi or min(terisi.values()) > 2:
        return None
    rendah = [u for u, x in terisi.items() if x == min(terisi.values())]
    return rendah[0] if len(rendah) == 1 else None
