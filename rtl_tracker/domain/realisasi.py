"""Realisasi %: done of planned, as reported and as verified (spec 1.9)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rtl_tracker.domain.angka import persen, rerata
from rtl_tracker.domain.pengaturan import AgregasiRealisasi, DasarRealisasi
from rtl_tracker.domain.periode import SEMESTER, Periode, semester_dari
from rtl_tracker.domain.rtl import Rtl, berstatus


@dataclass(frozen=True, slots=True)
class Realisasi:
    """Follow-up of one UPP in one period: items and the two percentages (0-100, exact).

    `tercetak` is the percentage a source printed; it is what `resmi` shows while no RTL with a status exists.
    """

    rtl: int = 0
    selesai: int = 0
    terverifikasi: int = 0
    tercetak: Fraction | None = None
    rerata_dilaporkan: Fraction | None = None
    rerata_terverifikasi: Fraction | None = None

    @property
    def dilaporkan(self) -> Fraction | None:
        """What the UPP says is done."""
        return self.rerata_dilaporkan if self.rerata_dilaporkan is not None else persen(self.selesai, self.rtl)

    @property
    def persen_terverifikasi(self) -> Fraction | None:
        """What somebody else has confirmed."""
        if self.rerata_terverifikasi is not None:
            return self.rerata_terverifikasi
        return persen(self.terverifikasi, self.rtl)

    def resmi(self, dasar: DasarRealisasi) -> Fraction | None:
        """The official figure: the declared one, or the printed one where no RTL has a status. None = not reported."""
        dari_rtl = self.persen_terverifikasi if dasar is DasarRealisasi.TERVERIFIKASI else self.dilaporkan
        return self.tercetak if dari_rtl is None else dari_rtl


def realisasi_rtl(rtl: Iterable[Rtl], tercetak: Fraction | None = None) -> Realisasi:
    """Realisasi of the RTL of one UPP and period. Without any status the plan counts for nothing yet: only `tercetak` speaks."""
    daftar = list(rtl)
    if not berstatus(daftar):
        return Realisasi(tercetak=tercetak)
    return Realisasi(len(daftar), sum(r.selesai for r in daftar), sum(r.terverifikasi for r in daftar), tercetak)


def realisasi_rerata(bagian: Sequence[Realisasi]) -> Realisasi:
    """Mean over the periods that have a figure; items are summed."""
    dilaporkan = [r.dilaporkan for r in bagian if r.dilaporkan is not None]
    terverifikasi = [r.persen_terverifikasi for r in bagian if r.persen_terverifikasi is not None]
    tercetak = [r.tercetak for r in bagian if r.tercetak is not None and r.dilaporkan is None]
    return Realisasi(
        rtl=sum(r.rtl for r in bagian),
        selesai=sum(r.selesai for r in bagian),
        terverifikasi=sum(r.terverifikasi for r in bagian),
        tercetak=rerata(tercetak) if tercetak and not dilaporkan else None,
        rerata_dilaporkan=rerata([*dilaporkan, *tercetak]) if dilaporkan else None,
        rerata_terverifikasi=rerata(terverifikasi),
    )


def susun_realisasi_tahun(
    terukur: Mapping[Periode, Realisasi], cetak_rata: Mapping[Periode, Fraction]
) -> dict[Periode, Realisasi]:
    """Semester and annual realisasi of one UPP beside its measured periods.

    The figure of a measured period is kept. A semester is the mean of its triwulan that have one; where none has,
    the printed mean row of the semester (`cetak_rata`) is taken. The year is the mean of its semesters; where none of
    them has a figure, what its printed mean row says.
    """
    hasil = dict(terukur)
    for semester in SEMESTER:
        if semester in hasil:
            continue
        bagian = [r for p, r in terukur.items() if semester_dari(p) is semester]
        rata = realisasi_rerata(bagian)
        if rata.dilaporkan is None and rata.tercetak is None and semester in cetak_rata:
            rata = Realisasi(tercetak=cetak_rata[semester])
        if bagian or rata.tercetak is not None:
            hasil[semester] = rata
    if Periode.TAHUNAN not in hasil:
        semester_ada = [hasil[s] for s in SEMESTER if s in hasil]
        tahunan = realisasi_rerata(semester_ada)
        if tahunan.dilaporkan is None and tahunan.tercetak is None and Periode.TAHUNAN in cetak_rata:
            tahunan = Realisasi(tercetak=cetak_rata[Periode.TAHUNAN])
        if semester_ada or tahunan.tercetak is not None:
            hasil[Periode.TAHUNAN] = tahunan
    return hasil


@dataclass(frozen=True, slots=True)
class RealisasiInstansi:
    """Follow-up of the instansi: the declared figure per aggregation and the UPP that did not report."""

    dilaporkan: Fraction | None
    terverifikasi: Fraction | None
    gabungan_dilaporkan: Fraction | None
    gabungan_terverifikasi: Fraction | None
    upp_dihitung: int
    belum_dilaporkan: tuple[int, ...]
    rtl: int
    selesai: int
    jumlah_terverifikasi: int

    def resmi(self, dasar: DasarRealisasi, agregasi: AgregasiRealisasi) -> Fraction | None:
        """The official figure of the instansi under the declared settings."""
        if agregasi is AgregasiRealisasi.GABUNGAN and self.gabungan_dilaporkan is not None:
            return self.gabungan_terverifikasi if dasar is DasarRealisasi.TERVERIFIKASI else self.gabungan_dilaporkan
        return self.terverifikasi if dasar is DasarRealisasi.TERVERIFIKASI else self.dilaporkan


def realisasi_instansi(per_upp: Mapping[int, Realisasi]) -> RealisasiInstansi:
    """Mean over UPP and pooled items. A UPP without a figure is left out and listed; a real 0 counts."""
    dilaporkan = {upp: r.resmi(DasarRealisasi.DILAPORKAN) for upp, r in per_upp.items()}
    terverifikasi = [r.persen_terverifikasi for r in per_upp.values() if r.persen_terverifikasi is not None]
    rtl, selesai = sum(r.rtl for r in per_upp.values()), sum(r.selesai for r in per_upp.values())
    sah = sum(r.terverifikasi for r in per_upp.values())
    return RealisasiInstansi(
        dilaporkan=rerata(x for x in dilaporkan.values() if x is not None),
        terverifikasi=rerata(terverifikasi),
        gabungan_dilaporkan=persen(selesai, rtl),
        gabungan_terverifikasi=persen(sah, rtl),
        upp_dihitung=sum(x is not None for x in dilaporkan.values()),
        belum_dilaporkan=tuple(upp for upp, x in dilaporkan.items() if x is None),
        rtl=rtl,
        selesai=selesai,
        jumlah_terverifikasi=sah,
    )
