"""Facts of the analysis of every unit: taken from the facts of the annual report, so that no figure can differ from its tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.fakta_hasil import BarisRekap
from rtl_tracker.reports.tahunan.fakta_tindak_lanjut import BarisRealisasi
from rtl_tracker.reports.tahunan.fakta_tren import BarisTren


@dataclass(frozen=True, slots=True)
class Ekstrem:
    """The lowest or the highest unsur with all ties. `nilai` is printed on the scale of the tables (NRR or konversi)."""

    unsur: tuple[Unsur, ...]
    nilai: Decimal
    mutu: Mutu


@dataclass(frozen=True, slots=True)
class FaktaUnit:
    """One unit. `lalu` and `selisih` are None without a result of the year before.

    `peringkat` is 1 for the highest index, shared by ties; None for a unit that does not count. `rendah` are unsur of class C or D
    beside the lowest. `rtl` counts the RTL of the year, `unsur_rtl` names their unsur. `realisasi` None = the unit does not count.
    """

    upp_id: int
    nama: str
    ikm: Decimal | None
    mutu: Mutu | None
    n: int | None
    lalu: Decimal | None
    selisih: Decimal | None
    peringkat: int | None
    terendah: Ekstrem | None
    tertinggi: Ekstrem | None
    rendah: tuple[Unsur, ...]
    rtl: int
    unsur_rtl: tuple[Unsur, ...]
    realisasi: BarisRealisasi | None
    nihil: bool
    rerata_anak: bool


def susun_fakta_unit(f: FaktaTahunan) -> tuple[FaktaUnit, ...]:
    """Every unit in the order of the recap, each below its induk."""
    tren = {b.nama: b for b in f.tren.upp}
    realisasi = {b.nama: b for b in f.tindak_lanjut.realisasi.baris}
    peringkat, rtl = _peringkat(f), dict(f.tindak_lanjut.rtl_upp)
    return tuple(
        _satu_unit(
            b,
            tren.get(b.nama),
            rtl.get(b.nama, ()),
            realisasi.get(b.nama),
            peringkat.get(b.upp_id),
            b.nama in f.pengumpulan.nihil,
        )
        for b in f.hasil.rekap
    )


def _peringkat(f: FaktaTahunan) -> dict[int, int]:
    urut = f.hasil.peringkat_upp()
    return {b.upp_id: 1 + sum(x.ikm > b.ikm for x in urut if x.ikm is not None and b.ikm is not None) for b in urut}


def _satu_unit(
    b: BarisRekap,
    tren: BarisTren | None,
    rtl: Sequence[Rtl],
    realisasi: BarisRealisasi | None,
    peringkat: int | None,
    nihil: bool,
) -> FaktaUnit:
    disebut = {r.unsur for r in rtl}
    return FaktaUnit(
        upp_id=b.upp_id,
        nama=b.nama,
        ikm=b.ikm,
        mutu=b.mutu,
        n=b.n,
        lalu=tren.nilai[-2] if tren is not None and len(tren.nilai) > 1 and tren.selisih is not None else None,
        selisih=tren.selisih if tren is not None else None,
        peringkat=peringkat,
        terendah=_ekstrem(b, b.terendah, b.nilai_terendah),
        tertinggi=_ekstrem(b, b.tertinggi, b.nilai_tertinggi),
        rendah=tuple(u for u in _bawah_b(b.konversi) if u not in b.terendah),
        rtl=len(rtl),
        unsur_rtl=tuple(u for u in Unsur if u in disebut),
        realisasi=realisasi,
        nihil=nihil,
        rerata_anak=b.rerata_anak,
    )


def _ekstrem(b: BarisRekap, unsur: tuple[Unsur, ...], nilai: Decimal | None) -> Ekstrem | None:
    return None if nilai is None else Ekstrem(unsur, nilai, mutu(b.konversi[unsur[0]]))


def _bawah_b(konversi: Mapping[Unsur, Decimal]) -> list[Unsur]:
    """Unsur of class C or D, the lowest first."""
    rendah = [u for u in Unsur if u in konversi and mutu(konversi[u]) in (Mutu.C, Mutu.D)]
    return sorted(rendah, key=lambda u: konversi[u])
