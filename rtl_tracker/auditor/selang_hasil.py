"""Intervals of the results of a unit: of its measured periods as printed, and of the means that follow from them (spec 1.5)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from rtl_tracker.auditor.cetak_baris import CetakBaris, cetak_baris, hitung_selang
from rtl_tracker.auditor.fakta import BarisTerukur
from rtl_tracker.auditor.selang import Selang, jumlah, rerata_selang
from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.domain.pengaturan import Pengaturan, RerataPeriode
from rtl_tracker.domain.periode import SEMESTER, Periode, semester_dari
from rtl_tracker.domain.unsur import Unsur

Bidang = Unsur | Literal["ikm"]
BIDANG: tuple[Bidang, ...] = (*Unsur, "ikm")


@dataclass(frozen=True, slots=True)
class SelangHasil:
    """What may stand behind one result: each unsur (NRR 1-4) and the IKM (25-100); `n` respondents, None = unknown."""

    nilai: Mapping[Bidang, Selang]
    n: int | None = None


Pilih = Callable[[CetakBaris], Mapping[Unsur, Selang]]


def apa_adanya(cetak: CetakBaris) -> Mapping[Unsur, Selang]:
    """The unsur as their digits stand."""
    return cetak.nrr


def lebar(cetak: CetakBaris) -> Mapping[Unsur, Selang]:
    """The unsur with everything that may stand behind them."""
    return cetak.nrr_lebar


def selang_baris(baris: BarisHasil, pilih: Pilih, terukur: BarisTerukur | None = None) -> SelangHasil:
    """Intervals of one printed row; with the answers behind it the unsur are exact."""
    tabulasi = None if terukur is None else terukur.tabulasi
    cetak = cetak_baris(baris) if terukur is None else terukur.cetak
    unsur = pilih(cetak)
    nilai: dict[Bidang, Selang] = {u: unsur[u] for u in unsur}
    if cetak.ikm is not None:
        nilai["ikm"] = cetak.ikm
    return SelangHasil(nilai, tabulasi.n if tabulasi is not None else baris.jumlah_responden)


def selang_terukur(terukur: Sequence[BarisTerukur], pilih: Pilih, pengaturan: Pengaturan) -> dict[Periode, SelangHasil]:
    """Per measured period of one unit: its own row, else the mean of its layanan. An IKM that is not printed is computed."""
    milik_unit: dict[Periode, SelangHasil] = {}
    layanan: dict[Periode, list[SelangHasil]] = {}
    for t in terukur:
        if t.baris.kosong and t.tabulasi is None:
            continue
        satu = _berindeks(selang_baris(t.baris, pilih, t), pengaturan)
        if t.baris.layanan is None:
            milik_unit[t.baris.periode] = satu
        else:
            layanan.setdefault(t.baris.periode, []).append(satu)
    return {p: rerata_polos(bagian) for p, bagian in layanan.items()} | milik_unit


def _berindeks(hasil: SelangHasil, pengaturan: Pengaturan) -> SelangHasil:
    unsur = {u: hasil.nilai[u] for u in Unsur if u in hasil.nilai}
    if "ikm" in hasil.nilai or len(unsur) < len(Unsur):
        return hasil
    ikm = hitung_selang(unsur, pengaturan.bobot, pengaturan.pembulatan_tertimbang)
    return SelangHasil({**hasil.nilai, "ikm": ikm}, hasil.n)


def rerata_polos(daftar: Sequence[SelangHasil]) -> SelangHasil:
    """Unweighted mean of each figure over those that have it; respondents are summed."""
    nilai = {b: rerata_selang(ada) for b in BIDANG if (ada := [s.nilai[b] for s in daftar if b in s.nilai])}
    diketahui = [s.n for s in daftar if s.n is not None]
    return SelangHasil(nilai, sum(diketahui) if diketahui else None)


def rerata_berbobot(daftar: Sequence[SelangHasil]) -> SelangHasil:
    """Mean weighted by respondents; plain where the number of one is not known."""
    if not all(s.n for s in daftar):
        return rerata_polos(daftar)
    nilai: dict[Bidang, Selang] = {}
    for b in BIDANG:
        ada = [(s.nilai[b], s.n or 0) for s in daftar if b in s.nilai]
        if ada:
            nilai[b] = jumlah(s.kali(n) for s, n in ada).kali(Fraction(1, sum(n for _, n in ada)))
    return SelangHasil(nilai, sum(s.n or 0 for s in daftar))


def rerata_semester(terukur: Mapping[Periode, SelangHasil], semester: Periode, aturan: RerataPeriode) -> SelangHasil | None:
    """A semester: as measured, else the mean of its triwulan; None when it has neither."""
    if semester in terukur:
        return terukur[semester]
    bagian = [s for p, s in terukur.items() if semester_dari(p) is semester]
    if not bagian:
        return None
    return rerata_berbobot(bagian) if aturan is RerataPeriode.BERBOBOT else rerata_polos(bagian)


def rerata_tahunan(
    terukur: Mapping[Periode, SelangHasil], aturan: RerataPeriode, tercetak: Mapping[Periode, SelangHasil] | None = None
) -> SelangHasil | None:
    """The year under a rule; `tercetak`: printed semester means to be taken instead of the computed ones (bertingkat only)."""
    if Periode.TAHUNAN in terukur:
        return terukur[Periode.TAHUNAN]
    if not terukur:
        return None
    if aturan is RerataPeriode.SEMUA:
        return rerata_polos(list(terukur.values()))
    if aturan is RerataPeriode.BERBOBOT:
        return rerata_berbobot(list(terukur.values()))
    cetak = tercetak or {}
    semester = [cetak.get(s) or rerata_semester(terukur, s, aturan) for s in SEMESTER]
    return rerata_polos([s for s in semester if s is not None])
