"""Facts of the analysis of answers: distribution, low and high unsur, rank correlations, saran (spec 3.2, 3.6 and 3.7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rtl_tracker.domain.analisis import Korelasi, korelasi_unsur, saran_unsur
from rtl_tracker.domain.angka import bulatkan, persen
from rtl_tracker.domain.ikm import batas_rendah_tinggi, golongan
from rtl_tracker.domain.saran import unsur_saran
from rtl_tracker.domain.survei import Nilai
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.tahunan.bahan import BahanLaporan


@dataclass(frozen=True, slots=True)
class BarisSebaran:
    """Answers 1-4 of one unsur: counts, per cent of the filled ones (`persen_buruk`: of 1 and 2 together), and how many were blank."""

    unsur: Unsur
    banyak: tuple[int, int, int, int]
    persen: tuple[Decimal, Decimal, Decimal, Decimal]
    persen_buruk: Decimal
    kosong: int


@dataclass(frozen=True, slots=True)
class FaktaUnivariat:
    """Distribution of all answers, and which unsur lie outside mean +/- SD of the nine NRR."""

    n: int
    sebaran: tuple[BarisSebaran, ...]
    rerata: Decimal
    simpangan: Decimal
    batas_bawah: Decimal
    batas_atas: Decimal
    rendah: tuple[Unsur, ...]
    tinggi: tuple[Unsur, ...]


@dataclass(frozen=True, slots=True)
class FaktaBivariat:
    """Rank correlations of the 36 pairs, strongest first (2 decimals); pairs in which one unsur never varies are named."""

    pasangan: tuple[tuple[Unsur, Unsur, Decimal], ...]
    n: int
    tidak_terhitung: int


@dataclass(frozen=True, slots=True)
class FaktaSaran:
    """Saran of respondents by unsur (None = speaks of no single unsur): (UPP, text) in the order of entry."""

    jumlah: int
    per_unsur: tuple[tuple[Unsur | None, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class FaktaAnalisis:
    """What answers and saran tell; a part is None where there is nothing to analyse."""

    univariat: FaktaUnivariat | None
    bivariat: FaktaBivariat | None
    saran: FaktaSaran | None


def susun_fakta_analisis(bahan: BahanLaporan) -> FaktaAnalisis:
    """All facts of sections 3.6 and 3.7."""
    return FaktaAnalisis(_univariat(bahan), _bivariat(bahan), _saran(bahan))


def _univariat(bahan: BahanLaporan) -> FaktaUnivariat | None:
    nrr = bahan.rekap.tahunan.nrr
    batas = batas_rendah_tinggi(nrr)
    if not bahan.pola or batas is None:
        return None
    tengah, simpangan, bawah, atas = batas
    milik = golongan(nrr)
    n = sum(banyak for _, banyak in bahan.pola)
    return FaktaUnivariat(
        n=n,
        sebaran=tuple(_sebaran(i, u, bahan.pola, n) for i, u in enumerate(Unsur)),
        rerata=bulatkan(tengah, 2),
        simpangan=bulatkan(simpangan, 3),
        batas_bawah=bulatkan(bawah, 2),
        batas_atas=bulatkan(atas, 2),
        rendah=tuple(u for u in Unsur if milik.get(u) == "rendah"),
        tinggi=tuple(u for u in Unsur if milik.get(u) == "tinggi"),
    )


def _sebaran(i: int, unsur: Unsur, pola: Sequence[tuple[tuple[Nilai | None, ...], int]], n: int) -> BarisSebaran:
    """Answers by their number; a mean of several questions counts with the answer nearest to it, half up."""
    banyak = [0, 0, 0, 0]
    for jawaban, jumlah in pola:
        nilai = jawaban[i]
        if nilai is not None:
            banyak[int(bulatkan(nilai, 0)) - 1] += jumlah
    terisi = sum(banyak)
    bagian = [bulatkan(persen(b, terisi) or 0, 2) for b in banyak]
    return BarisSebaran(
        unsur=unsur,
        banyak=(banyak[0], banyak[1], banyak[2], banyak[3]),
        persen=(bagian[0], bagian[1], bagian[2], bagian[3]),
        persen_buruk=bulatkan(persen(banyak[0] + banyak[1], terisi) or 0, 2),
        kosong=n - terisi,
    )


def _bivariat(bahan: BahanLaporan) -> FaktaBivariat | None:
    if sum(banyak for _, banyak in bahan.pola) < 2:
        return None
    semua: list[Korelasi] = korelasi_unsur(bahan.pola)
    terhitung = [(k.pertama, k.kedua, bulatkan(k.rho, 2)) for k in semua if k.rho is not None]
    if not terhitung:
        return None
    terhitung.sort(key=lambda k: -k[2])
    return FaktaBivariat(tuple(terhitung), max(k.n for k in semua), len(semua) - len(terhitung))


def _saran(bahan: BahanLaporan) -> FaktaSaran | None:
    if not bahan.saran:
        return None
    nama = {r.upp.id: r.upp.nama for r in bahan.rekap.upp}
    kelompok: dict[Unsur | None, list[tuple[str, str]]] = {}
    for upp_id, teks, jawaban in bahan.saran:
        kelompok.setdefault(saran_unsur(jawaban, unsur_saran(teks)), []).append((nama[upp_id], teks))
    urutan: list[Unsur | None] = [*Unsur, None]
    return FaktaSaran(len(bahan.saran), tuple((u, tuple(kelompok[u])) for u in urutan if u in kelompok))
