"""Facts on what is strong and what is weak: every unsur with all that speaks for it and against it (spec 3.3, `upp` II)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.fakta_hasil import NilaiUnsur
from rtl_tracker.reports.upp.fakta_hasil import BandingUnsur


@dataclass(frozen=True, slots=True)
class Kekuatan:
    """One unsur. Shares of its answers in per cent and the change in konversi are None where they are not known.

    `tinggi`/`rendah`: above or below mean +/- SD of the NRR (spec 1.7). `prioritas`: among the lowest. `saran`: how many speak of it.
    """

    nilai: NilaiUnsur
    tertinggi: bool
    terendah: bool
    prioritas: bool
    tinggi: bool
    rendah: bool
    sangat_baik: Decimal | None
    kurang_baik: Decimal | None
    selisih: Decimal | None
    saran: int

    @property
    def kuat(self) -> bool:
        """Whether the unsur is named among the strengths: highest, high, or in class A without being a priority."""
        return self.tertinggi or self.tinggi or (self.nilai.mutu is Mutu.A and not self.prioritas)

    @property
    def lemah(self) -> bool:
        """Whether the unsur is named among the weaknesses: below B, low, or a priority; never the highest one."""
        return not self.tertinggi and (self.prioritas or self.rendah or self.nilai.mutu in (Mutu.C, Mutu.D))


def susun_kekuatan(f: FaktaTahunan, banding: Sequence[BandingUnsur]) -> tuple[Kekuatan, ...]:
    """Every unsur that has a value, from the lowest up; nothing is computed anew."""
    selisih = {b.unsur: b.selisih for b in banding}
    saran = {u: len(isi) for u, isi in f.analisis.saran.per_unsur} if f.analisis.saran is not None else {}
    return tuple(_kekuatan(f, n, selisih.get(n.unsur), saran.get(n.unsur, 0)) for n in f.hasil.unsur)


def _kekuatan(f: FaktaTahunan, n: NilaiUnsur, selisih: Decimal | None, saran: int) -> Kekuatan:
    u = f.analisis.univariat
    sangat, kurang = _bagian(f, n.unsur)
    seri = len(f.hasil.terendah) == len(f.hasil.unsur)
    return Kekuatan(
        nilai=n,
        tertinggi=not seri and n.unsur in f.hasil.tertinggi,
        terendah=not seri and n.unsur in f.hasil.terendah,
        prioritas=not seri and n.unsur in f.tindak_lanjut.prioritas,
        tinggi=u is not None and n.unsur in u.tinggi,
        rendah=u is not None and n.unsur in u.rendah,
        sangat_baik=sangat,
        kurang_baik=kurang,
        selisih=selisih,
        saran=saran,
    )


def _bagian(f: FaktaTahunan, unsur: Unsur) -> tuple[Decimal | None, Decimal | None]:
    """Per cent of the answers 4, and of the answers 1 and 2."""
    if f.analisis.univariat is None:
        return None, None
    sebaran = next(s for s in f.analisis.univariat.sebaran if s.unsur is unsur)
    return (sebaran.persen[3], sebaran.persen_buruk) if sum(sebaran.banyak) else (None, None)
