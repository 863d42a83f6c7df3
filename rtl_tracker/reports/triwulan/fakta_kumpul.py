"""Facts of chapter II of the recap: who sent in the period, who owed it, who answered."""

from collections.abc import Sequence
from dataclasses import replace

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapUpp
from rtl_tracker.reports.lembar_ikm.fakta import ProfilPeriode, cacah_profil
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta_pengumpulan import FaktaPengumpulan, susun_fakta_pengumpulan
from rtl_tracker.reports.triwulan.irisan import periode_di_dalam, rekap_periode, unit_ditunggu

Kurang = tuple[tuple[str, tuple[Periode, ...]], ...]


def susun_fakta_kumpul(
    bahan: BahanLaporan, periode: Periode, profil: ProfilPeriode
) -> tuple[FaktaPengumpulan, tuple[str, ...]]:
    """(chapter II of the period, names of the units that owe nothing in it and sent nothing)."""
    ditunggu, bebas = unit_ditunggu(bahan.rekap, periode)
    mengukur = [r for r in ditunggu if periode in r.hasil]
    potongan = replace(
        bahan,
        rekap=rekap_periode(bahan.rekap, periode, [_berdiri_sendiri(r) for r in ditunggu]),
        profil_responden=cacah_profil(profil, mengukur, periode),
        penyampaian=tuple(b for b in bahan.penyampaian if b.periode in periode_di_dalam(periode)),
    )
    fakta = replace(susun_fakta_pengumpulan(potongan), belum_lengkap=_belum_lengkap(mengukur, periode))
    return fakta, tuple(r.upp.nama for r in bebas)


def _berdiri_sendiri(r: RekapUpp) -> RekapUpp:
    """The unit apart from the tree and from its frequency: here a unit answers for itself, and for this period alone."""
    return replace(r, upp=replace(r.upp, induk_id=None, frekuensi=None))


def _belum_lengkap(mengukur: Sequence[RekapUpp], periode: Periode) -> Kurang:
    """Units with a result in the semester that lack one of the triwulan they owe."""
    kurang = []
    for r in mengukur:
        wajib = r.upp.periode_wajib if r.upp.frekuensi is not None else ()
        hilang = tuple(p for p in periode_di_dalam(periode) if p in wajib and p not in r.hasil)
        if hilang:
            kurang.append((r.upp.nama, hilang))
    return tuple(kurang)
