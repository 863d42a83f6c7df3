"""Facts of the comparison with earlier periods: the instansi, its unsur and its units."""

from dataclasses import dataclass
from decimal import Decimal

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.ikm import konversi
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapTahun
from rtl_tracker.domain.unsur import Unsur, urutan_unsur
from rtl_tracker.reports.triwulan.irisan import sampai, sebelum

SaatUkur = tuple[int, Periode]


@dataclass(frozen=True, slots=True)
class IndeksPeriode:
    """The index of the instansi in one period as printed, units counted, respondents, and how far this period lies above it."""

    saat: SaatUkur
    ikm: Decimal
    mutu: Mutu
    upp: int
    n: int | None
    selisih: Decimal


@dataclass(frozen=True, slots=True)
class BedaNilai:
    """One unit or unsur then and now (printed figures); None = not measured then."""

    nama: str
    unsur: Unsur | None
    lalu: Decimal | None
    kini: Decimal

    @property
    def selisih(self) -> Decimal | None:
        """Now minus then, of the printed figures."""
        return None if self.lalu is None else self.kini - self.lalu


@dataclass(frozen=True, slots=True)
class FaktaBanding:
    """`acuan`: the period that unsur and units are compared with, the nearest one with an index. `deret`: the trend up to now."""

    acuan: IndeksPeriode
    pembanding: tuple[IndeksPeriode, ...]
    deret: tuple[tuple[SaatUkur, Decimal], ...]
    unsur: tuple[BedaNilai, ...]
    unit: tuple[BedaNilai, ...]

    def banyak(self, tanda: int) -> int:
        """How many units rose (1), fell (-1) or stayed (0)."""
        return sum(b.selisih is not None and (b.selisih > 0) - (b.selisih < 0) == tanda for b in self.unit)

    def terjauh(self, tanda: int) -> tuple[BedaNilai, ...]:
        """The units that rose (1) or fell (-1) most, all ties."""
        beda = {b: b.selisih * tanda for b in self.unit if b.selisih is not None and b.selisih * tanda > 0}
        return tuple(b for b, x in beda.items() if x == max(beda.values()))


def susun_fakta_banding(rekap: RekapTahun, lalu: RekapTahun | None, periode: Periode) -> FaktaBanding | None:
    """The comparison with the period before and with the same period of the year before; None when neither has an index."""
    tahun = {rekap.tahun: rekap} | ({lalu.tahun: lalu} if lalu is not None else {})
    calon = dict.fromkeys((sebelum(rekap.tahun, periode), (rekap.tahun - 1, periode)))
    pembanding = tuple(x for saat in calon if (x := _indeks(tahun, saat, rekap, periode)) is not None)
    if not pembanding:
        return None
    acuan = pembanding[0]
    dulu = tahun[acuan.saat[0]]
    return FaktaBanding(
        acuan=acuan,
        pembanding=pembanding,
        deret=_deret(tahun, rekap, periode),
        unsur=_unsur(dulu, acuan.saat[1], rekap, periode),
        unit=_unit(dulu, acuan.saat[1], rekap, periode),
    )


def _nilai(rekap: RekapTahun, periode: Periode, desimal: int) -> Decimal | None:
    indeks = rekap.instansi.get(periode)
    return None if indeks is None or indeks.ikm is None else bulatkan(indeks.ikm, desimal)


def _indeks(tahun: dict[int, RekapTahun], saat: SaatUkur, kini: RekapTahun, periode: Periode) -> IndeksPeriode | None:
    rekap, desimal = tahun.get(saat[0]), kini.pengaturan.desimal_ikm
    sekarang = _nilai(kini, periode, desimal)
    dulu = None if rekap is None else _nilai(rekap, saat[1], desimal)
    if rekap is None or dulu is None or sekarang is None:
        return None
    indeks = rekap.instansi[saat[1]]
    kelas = mutu(indeks.ikm or dulu)
    return IndeksPeriode(saat, dulu, kelas, indeks.upp_dihitung, indeks.jumlah_responden, sekarang - dulu)


def _deret(tahun: dict[int, RekapTahun], kini: RekapTahun, periode: Periode) -> tuple[tuple[SaatUkur, Decimal], ...]:
    """Printed indices of the periods of this kind, those of the year before first."""
    saat = [(kini.tahun - 1, p) for p in Periode if p in sampai(sebelum(kini.tahun, sampai(periode)[0])[1])]
    saat += [(kini.tahun, p) for p in sampai(periode)]
    desimal = kini.pengaturan.desimal_ikm
    return tuple((s, x) for s in saat if s[0] in tahun and (x := _nilai(tahun[s[0]], s[1], desimal)) is not None)


def _unsur(dulu: RekapTahun, saat: Periode, kini: RekapTahun, periode: Periode) -> tuple[BedaNilai, ...]:
    lama, baru = dulu.instansi[saat].nrr, kini.instansi[periode].nrr
    return tuple(
        BedaNilai("", u, bulatkan(konversi(lama[u])) if u in lama else None, bulatkan(konversi(baru[u])))
        for u in urutan_unsur(kini.pengaturan.urutan_unsur)
        if u in baru
    )


def _unit(dulu: RekapTahun, saat: Periode, kini: RekapTahun, periode: Periode) -> tuple[BedaNilai, ...]:
    """Units that count now, in stored order."""
    desimal = kini.pengaturan.desimal_ikm
    lama = {r.upp.id: h.ikm for r in dulu.upp if (h := r.hasil.get(saat)) is not None and h.ikm is not None}
    hasil = []
    for r in kini.upp:
        h = r.hasil.get(periode)
        if r.dihitung and h is not None and h.ikm is not None:
            sebelumnya = bulatkan(lama[r.upp.id], desimal) if r.upp.id in lama else None
            hasil.append(BedaNilai(r.upp.nama, None, sebelumnya, bulatkan(h.ikm, desimal)))
    return tuple(hasil)
