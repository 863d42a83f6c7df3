"""A computed year cut down to one period, so that the facts of the annual report become those of the period.

In the cut the period stands where the year stood: `RekapUpp.tahunan` and `RekapTahun.tahunan` are the period's. The periods that
were measured for it stay beside it, because prints of methods, margins and priorities go by measurement.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rtl_tracker.domain.hasil import JenisBaris
from rtl_tracker.domain.periode import PERIODE_WAJIB, SEMESTER, TRIWULAN_SEMESTER, Frekuensi, Periode
from rtl_tracker.domain.rekap import RekapTahun, RekapUpp
from rtl_tracker.reports.lembar_ikm.fakta import periode_terukur


def periode_di_dalam(periode: Periode) -> tuple[Periode, ...]:
    """The triwulan of a semester and the semester itself; a triwulan alone."""
    return (*TRIWULAN_SEMESTER.get(periode, ()), periode)


def sebelum(tahun: int, periode: Periode) -> tuple[int, Periode]:
    """The period of the same kind before this one: before TW1 2023 comes TW4 2022."""
    urutan = _sejenis(periode)
    tempat = urutan.index(periode)
    return (tahun, urutan[tempat - 1]) if tempat else (tahun - 1, urutan[-1])


def sesudah(tahun: int, periode: Periode) -> tuple[int, Periode]:
    """The period of the same kind after this one."""
    urutan = _sejenis(periode)
    tempat = urutan.index(periode) + 1
    return (tahun, urutan[tempat]) if tempat < len(urutan) else (tahun + 1, urutan[0])


def sampai(periode: Periode) -> tuple[Periode, ...]:
    """The periods of the same kind from the first of the year to this one."""
    urutan = _sejenis(periode)
    return urutan[: urutan.index(periode) + 1]


def _sejenis(periode: Periode) -> tuple[Periode, ...]:
    return SEMESTER if periode in SEMESTER else PERIODE_WAJIB[Frekuensi.TRIWULAN]


def rekap_periode(rekap: RekapTahun, periode: Periode, upp: Iterable[RekapUpp]) -> RekapTahun:
    """The year with the period in its place, for some of its units. The period must be among those of the instansi."""
    return replace(
        rekap,
        upp=tuple(upp_periode(r, periode) for r in upp),
        instansi={Periode.TAHUNAN: rekap.instansi[periode]},
        realisasi={Periode.TAHUNAN: rekap.realisasi[periode]},
    )


def upp_periode(r: RekapUpp, periode: Periode) -> RekapUpp:
    """One unit with the period in the place of the year; without a result in the period it has none at all."""
    hasil = {}
    if periode in r.hasil:
        terukur = [p for p in periode_terukur(r, periode) if p is not periode]
        hasil = {p: r.hasil[p] for p in terukur} | {Periode.TAHUNAN: r.hasil[periode]}
    return replace(
        r,
        hasil=hasil,
        layanan={},
        cetak_rata={},
        realisasi={Periode.TAHUNAN: r.realisasi[periode]} if periode in r.realisasi else {},
        nihil=nihil_pada(r, periode),
        kosong=(),
        dirata={},
    )


def nihil_pada(r: RekapUpp, periode: Periode) -> bool:
    """Whether the unit said that nobody was served in the period, and has no result there."""
    dalam = periode_di_dalam(periode)
    return periode not in r.hasil and any(h.n == 0 for h in r.kosong if h.periode in dalam)


def unit_berhasil(rekap: RekapTahun, periode: Periode) -> list[RekapUpp]:
    """The units with a result in the period, and every induk above them: it heads its units in the tables."""
    per_id = {r.upp.id: r for r in rekap.upp}
    pakai: set[int] = set()
    for r in rekap.upp:
        kini: RekapUpp | None = r if periode in r.hasil else None
        while kini is not None and kini.upp.id not in pakai:
            pakai.add(kini.upp.id)
            kini = per_id.get(kini.upp.induk_id) if kini.upp.induk_id is not None else None
    return [r for r in rekap.upp if r.upp.id in pakai]


def unit_ditunggu(rekap: RekapTahun, periode: Periode) -> tuple[list[RekapUpp], list[RekapUpp]]:
    """(units of which a result is expected or there, units that owe none in this period).

    A unit owes a period by its frequency. A parent that never measures by itself is neither.
    """
    ditunggu: list[RekapUpp] = []
    bebas: list[RekapUpp] = []
    for r in rekap.upp:
        if _hanya_induk(r, rekap.upp):
            continue
        wajib = any(p in periode_di_dalam(periode) for p in r.upp.periode_wajib)
        (ditunggu if wajib or periode in r.hasil or nihil_pada(r, periode) else bebas).append(r)
    return ditunggu, bebas


def _hanya_induk(r: RekapUpp, semua: Sequence[RekapUpp]) -> bool:
    if any(h.jenis_baris is JenisBaris.RERATA_ANAK for h in r.hasil.values()):
        return True
    return not r.hasil and not r.nihil and not r.upp.frekuensi and any(x.upp.induk_id == r.upp.id for x in semua)
