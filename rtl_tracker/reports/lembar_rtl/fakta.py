"""Facts of an RTL sheet: the unsur from the lowest up, what was said of each, what is planned, what is still owed (spec 1.7, 1.9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rtl_tracker.domain.angka import bulatkan, bulatkan_bila_ada
from rtl_tracker.domain.hasil import Hasil
from rtl_tracker.domain.ikm import konversi, peringkat
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, unsur_wajib_rtl
from rtl_tracker.domain.saran import Lembar, saran_untuk
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import sebut_unsur_rtl

SARAN_PALING_BANYAK = 3


@dataclass(frozen=True, slots=True)
class BahanLembarRtl:
    """What the sheet is made from. `rtl` of the period, of every period for TAHUNAN; `saran`: (text, nine answers) of the same."""

    pengaturan: Pengaturan
    upp: Upp
    tahun: int
    periode: Periode
    hasil: Hasil | None
    rtl: tuple[Rtl, ...]
    saran: tuple[Lembar, ...] = ()


@dataclass(frozen=True, slots=True)
class NilaiUnsurLembar:
    """An unsur with its rank from the lowest (ties share it), NRR (1-4) and konversi (25-100), 2 decimals, and its class."""

    peringkat: int
    unsur: Unsur
    nrr: Decimal
    konversi: Decimal
    mutu: Mutu


@dataclass(frozen=True, slots=True)
class BarisLembar:
    """One unsur of the sheet. `nilai` None = not measured. `saran` fill in where an RTL names no keluhan."""

    nama: str
    nilai: NilaiUnsurLembar | None
    wajib: bool
    rtl: tuple[Rtl, ...]
    saran: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FaktaLembarRtl:
    """The sheet. `lainnya`: unsur that owe no RTL and have none; `wajib` / `terisi`: unsur that owe one, and those that have it."""

    pengaturan: Pengaturan
    upp: Upp
    tahun: int
    periode: Periode
    ikm: Decimal | None
    mutu: Mutu | None
    responden: int | None
    baris: tuple[BarisLembar, ...]
    lainnya: tuple[NilaiUnsurLembar, ...]
    wajib: int
    terisi: int
    rtl: int
    tanpa_waktu: int
    tanpa_penanggung_jawab: int
    berperiode: bool
    data_contoh: bool


def susun_fakta(bahan: BahanLembarRtl) -> FaktaLembarRtl:
    """The facts of the sheet."""
    p, h = bahan.pengaturan, bahan.hasil
    nilai = _nilai_unsur(h)
    wajib = frozenset(unsur_wajib_rtl(h.nrr, p.jumlah_prioritas)) if h is not None and h.nrr else frozenset()
    baris = _baris(bahan, nilai, wajib)
    tertulis = {b.nilai.unsur for b in baris if b.nilai is not None}
    ikm = None if h is None else h.ikm
    return FaktaLembarRtl(
        pengaturan=p,
        upp=bahan.upp,
        tahun=bahan.tahun,
        periode=bahan.periode,
        ikm=bulatkan_bila_ada(ikm, p.desimal_ikm),
        mutu=None if ikm is None else mutu(ikm),
        responden=None if h is None else h.n,
        baris=baris,
        lainnya=tuple(n for n in nilai if n.unsur not in tertulis),
        wajib=len(wajib),
        terisi=sum(b.wajib and bool(b.rtl) for b in baris),
        rtl=len(bahan.rtl),
        tanpa_waktu=sum(r.tenggat is None and not r.waktu for r in bahan.rtl),
        tanpa_penanggung_jawab=sum(not r.penanggung_jawab for r in bahan.rtl),
        berperiode=len({r.periode for r in bahan.rtl}) > 1,
        data_contoh=any(r.data_contoh for r in bahan.rtl),
    )


def _nilai_unsur(hasil: Hasil | None) -> tuple[NilaiUnsurLembar, ...]:
    if hasil is None:
        return ()
    return tuple(
        NilaiUnsurLembar(rank, u, bulatkan(hasil.nrr[u]), bulatkan(konversi(hasil.nrr[u])), mutu(konversi(hasil.nrr[u])))
        for rank, u in peringkat(hasil.nrr)
    )


def _baris(bahan: BahanLembarRtl, nilai: Sequence[NilaiUnsurLembar], wajib: frozenset[Unsur]) -> tuple[BarisLembar, ...]:
    """Measured unsur that owe or have an RTL from the lowest up, then plans for what was not measured, in their own order."""
    milik: dict[str, list[Rtl]] = {}
    for satu in bahan.rtl:
        milik.setdefault(sebut_unsur_rtl(satu), []).append(satu)
    terukur = []
    for n in nilai:
        rtl = tuple(milik.pop(NAMA_UNSUR[n.unsur], ()))
        if rtl or n.unsur in wajib:
            saran = () if rtl and all(r.keluhan for r in rtl) else tuple(saran_untuk(n.unsur, bahan.saran, SARAN_PALING_BANYAK))
            terukur.append(BarisLembar(NAMA_UNSUR[n.unsur], n, n.unsur in wajib, rtl, saran))
    return (*terukur, *(BarisLembar(nama, None, False, tuple(rtl)) for nama, rtl in milik.items()))
