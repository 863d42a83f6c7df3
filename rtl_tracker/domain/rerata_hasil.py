"""Means of results: layanan into UPP, triwulan into semester, semester into year (spec 1.5)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from rtl_tracker.domain.angka import rerata, rerata_berbobot
from rtl_tracker.domain.hasil import Hasil, JenisBaris, Sumber
from rtl_tracker.domain.pengaturan import RerataPeriode
from rtl_tracker.domain.periode import SEMESTER, Periode, semester_dari
from rtl_tracker.domain.unsur import Unsur

Rata = Callable[[Sequence[tuple[Fraction, int]]], Fraction | None]


def jumlah_responden(hasil: Iterable[Hasil]) -> int | None:
    """Sum of the known numbers of respondents; None when none is known."""
    diketahui = [h.n for h in hasil if h.n is not None]
    return sum(diketahui) if diketahui else None


def _rata_polos(pasangan: Sequence[tuple[Fraction, int]]) -> Fraction | None:
    return rerata(nilai for nilai, _ in pasangan)


def _rata_berbobot(pasangan: Sequence[tuple[Fraction, int]]) -> Fraction | None:
    """Weighted by respondents; plain where the number of one result is not known, so that none of them is dropped."""
    return rerata_berbobot(pasangan) if all(bobot for _, bobot in pasangan) else _rata_polos(pasangan)


def _gabung(daftar: Sequence[Hasil], periode: Periode, jenis: JenisBaris, rata: Rata, layanan: str | None) -> Hasil:
    nrr: dict[Unsur, Fraction] = {}
    for unsur in Unsur:
        nilai = rata([(h.nrr[unsur], h.n or 0) for h in daftar if unsur in h.nrr])
        if nilai is not None:
            nrr[unsur] = nilai
    sumber = {h.sumber for h in daftar if h.ikm is not None}
    metode = list(dict.fromkeys(h.metode for h in daftar if h.metode))
    return Hasil(
        upp_id=daftar[0].upp_id,
        periode=periode,
        jenis_baris=jenis,
        sumber=sumber.pop() if len(sumber) == 1 else Sumber.REKAP,
        nrr=nrr,
        ikm=rata([(h.ikm, h.n or 0) for h in daftar if h.ikm is not None]),
        ikm_hitung=rata([(h.ikm_hitung, h.n or 0) for h in daftar if h.ikm_hitung is not None]),
        n=jumlah_responden(daftar),
        layanan=layanan,
        metode="; ".join(metode),
    )


def rerata_hasil(daftar: Sequence[Hasil], periode: Periode, jenis: JenisBaris, layanan: str | None = None) -> Hasil:
    """Unweighted mean of each unsur and of the IKM; respondents are summed. `daftar` must not be empty."""
    return _gabung(daftar, periode, jenis, _rata_polos, layanan)


def rerata_tahun(terukur: Mapping[Periode, Hasil], aturan: RerataPeriode) -> dict[Periode, Hasil]:
    """Semester and annual rows of one UPP (or layanan) beside its measured periods; measured ones are kept as they are.

    bertingkat: semester = mean of its triwulan, year = mean of its semesters; semua: plain mean of all measured
    periods; berbobot: weighted by respondents, where all are known. A measured year beside other periods is not expected here.
    """
    hasil: dict[Periode, Hasil] = {p: h for p, h in terukur.items() if h.ikm is not None or h.nrr}
    rata: Rata = _rata_berbobot if aturan is RerataPeriode.BERBOBOT else _rata_polos
    asal = [hasil[p] for p in Periode if p in hasil and p is not Periode.TAHUNAN]
    for semester in SEMESTER:
        triwulan = [h for h in asal if semester_dari(h.periode) is semester and h.periode is not semester]
        if semester not in hasil and triwulan:
            hasil[semester] = _gabung(triwulan, semester, JenisBaris.RERATA, rata, triwulan[0].layanan)
    if Periode.TAHUNAN not in hasil and asal:
        dasar = [hasil[s] for s in SEMESTER if s in hasil] if aturan is RerataPeriode.BERTINGKAT else asal
        hasil[Periode.TAHUNAN] = _gabung(dasar, Periode.TAHUNAN, JenisBaris.RERATA, rata, dasar[0].layanan)
    return hasil
