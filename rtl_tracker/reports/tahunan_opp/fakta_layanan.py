"""Facts of table T2: every result of every unit with its jenis layanan, and what they tell. Figures are rounded as printed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rtl_tracker.domain.angka import bulatkan_bila_ada
from rtl_tracker.domain.hasil import Hasil, JenisBaris
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapTahun, RekapUpp
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.upp import urut_menurut_induk
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta_besar import BarisBesar, baris_hasil, baris_instansi, cetak_semua, rtl_per_periode


@dataclass(frozen=True, slots=True)
class BarisLayanan:
    """One line of T2: `dasar` holds the NRR, `konversi` the same unsur on 25-100, in the order of `Unsur`.

    `layanan` names the layanan; "" = the line is of the whole unit. `gabungan`: of a unit that has several layanan in the period;
    `terinci`: of one of these layanan, below the line of its unit.
    """

    dasar: BarisBesar
    konversi: tuple[Decimal | None, ...]
    layanan: str = ""
    gabungan: bool = False
    terinci: bool = False


@dataclass(frozen=True, slots=True)
class NilaiLayanan:
    """The annual index of one layanan."""

    upp: str
    nama: str
    ikm: Decimal
    mutu: Mutu
    n: int | None


@dataclass(frozen=True, slots=True)
class BedaLayanan:
    """The unit whose layanan lie furthest apart: the highest, the lowest, and the difference of the printed values."""

    tinggi: NilaiLayanan
    rendah: NilaiLayanan
    selisih: Decimal


@dataclass(frozen=True, slots=True)
class FaktaLayanan:
    """`unit`: how many units name their layanan, `jumlah`: how many layanan there are; `nilai`: those with an annual index."""

    baris: tuple[BarisLayanan, ...]
    nilai: tuple[NilaiLayanan, ...]
    unit: int
    jumlah: int
    beda: BedaLayanan | None

    @property
    def tertinggi(self) -> tuple[NilaiLayanan, ...]:
        """The best layanan with all ties."""
        return tuple(x for x in self.nilai if x.ikm == max(y.ikm for y in self.nilai))

    @property
    def terendah(self) -> tuple[NilaiLayanan, ...]:
        """The lowest layanan with all ties."""
        return tuple(x for x in self.nilai if x.ikm == min(y.ikm for y in self.nilai))


def susun_fakta_layanan(bahan: BahanLaporan) -> FaktaLayanan:
    """All facts of T2 from the computed year."""
    rekap = bahan.rekap
    per_id = {r.upp.id: r for r in rekap.upp}
    urut = [(kedalaman, per_id[unit.id]) for kedalaman, unit in urut_menurut_induk([r.upp for r in rekap.upp])]
    rtl = rtl_per_periode(bahan.rtl)
    baris: list[BarisLayanan] = []
    for no, (kedalaman, r) in enumerate(urut, start=1):
        for periode in Periode:
            baris += _baris_periode(no, kedalaman, r, periode, rtl.get((r.upp.id, periode), []), rekap)
    nilai = tuple(x for _, r in urut for x in _nilai_layanan(r, rekap))
    bernama = {(b.dasar.no, b.layanan) for b in baris if b.layanan}
    return FaktaLayanan(
        baris=(*baris, *_baris_instansi(rekap)),
        nilai=nilai,
        unit=len({no for no, _ in bernama}),
        jumlah=len(bernama),
        beda=_beda_terbesar(nilai),
    )


def _baris_periode(
    no: int, kedalaman: int, r: RekapUpp, periode: Periode, rtl: Sequence[Rtl], rekap: RekapTahun
) -> Iterator[BarisLayanan]:
    """The unit's own line, then its layanan; the mean of a semester stands alone.

    A unit whose only layanan says the same gets one line that names it.
    """
    utuh = r.hasil.get(periode)
    if utuh is None:
        return
    tunggal = _layanan_tunggal(r, periode, utuh)
    milik = {} if tunggal else {nama: per[periode] for nama, per in _urut(r) if periode in per}
    dasar = baris_hasil(no, kedalaman, r, utuh, rtl, rekap.pengaturan, skala_nrr=True)
    yield BarisLayanan(dasar, cetak_semua(utuh.nrr, skala_nrr=False), tunggal, bool(milik))
    if utuh.jenis_baris is not JenisBaris.TERUKUR and periode is not Periode.TAHUNAN:
        return
    for nama, h in milik.items():
        satu = baris_hasil(no, kedalaman, r, h, (), rekap.pengaturan, skala_nrr=True)
        baris = replace(satu, realisasi=bulatkan_bila_ada(h.realisasi_tercetak))
        yield BarisLayanan(baris, cetak_semua(h.nrr, skala_nrr=False), nama, terinci=True)


def _layanan_tunggal(r: RekapUpp, periode: Periode, utuh: Hasil) -> str:
    """Name of the only layanan of the unit in the period when its result is the unit's own, else ""."""
    ada = [(nama, per[periode]) for nama, per in r.layanan.items() if periode in per]
    if len(ada) != 1:
        return ""
    nama, h = ada[0]
    return nama if (h.nrr, h.ikm, h.n) == (utuh.nrr, utuh.ikm, utuh.n) else ""


def _urut(r: RekapUpp) -> list[tuple[str, Mapping[Periode, Hasil]]]:
    """The layanan of a unit by name: the order in which their answers came in says nothing."""
    return sorted(r.layanan.items(), key=lambda x: x[0].casefold())


def _baris_instansi(rekap: RekapTahun) -> list[BarisLayanan]:
    pasangan = zip(baris_instansi(rekap, True), baris_instansi(rekap, False), strict=True)
    return [BarisLayanan(nrr, konversi.nilai) for nrr, konversi in pasangan]


def _nilai_layanan(r: RekapUpp, rekap: RekapTahun) -> Iterator[NilaiLayanan]:
    for nama, per in _urut(r):
        h = per.get(Periode.TAHUNAN)
        ikm = bulatkan_bila_ada(h.ikm, rekap.pengaturan.desimal_ikm) if h is not None else None
        if h is not None and ikm is not None:
            yield NilaiLayanan(r.upp.nama, nama, ikm, mutu(ikm), h.n)


def _beda_terbesar(nilai: Sequence[NilaiLayanan]) -> BedaLayanan | None:
    """None when no unit has layanan that differ."""
    per_unit: dict[str, list[NilaiLayanan]] = {}
    for x in nilai:
        per_unit.setdefault(x.upp, []).append(x)
    beda = []
    for milik in per_unit.values():
        tinggi, rendah = max(milik, key=lambda x: x.ikm), min(milik, key=lambda x: x.ikm)
        beda.append(BedaLayanan(tinggi, rendah, tinggi.ikm - rendah.ikm))
    terbesar = max(beda, key=lambda b: b.selisih, default=None)
    return terbesar if terbesar is not None and terbesar.selisih else None
