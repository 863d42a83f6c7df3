"""Facts of the follow-up of the unit: its plan by owed unsur, its realisasi by period, the effect of its earlier RTL."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from rtl_tracker.domain.angka import bulatkan, bulatkan_bila_ada
from rtl_tracker.domain.hasil import Hasil, JenisBaris
from rtl_tracker.domain.ikm import konversi
from rtl_tracker.domain.pekppp import skor_realisasi
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.realisasi import Realisasi
from rtl_tracker.domain.rtl import Rtl, berstatus, unsur_wajib_rtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta_besar import cetak_unsur


@dataclass(frozen=True, slots=True)
class BarisRencana:
    """One RTL of this year with the value of its unsur in the period that it was born from (None = no value)."""

    rtl: Rtl
    nilai: Decimal | None


@dataclass(frozen=True, slots=True)
class BarisRealisasiUpp:
    """Realisasi in the row of one period: of the RTL of the period before. Per cent, 2 decimals; None = not reported."""

    periode: Periode
    rtl: int
    selesai: int
    terverifikasi: int
    dilaporkan: Decimal | None
    persen_terverifikasi: Decimal | None


@dataclass(frozen=True, slots=True)
class BarisDampakUpp:
    """One unsur with RTL born in a period, and its konversi then and at the next measurement; `selisih` of printed values.

    `selesai` None = nothing is known of what became of the RTL.
    """

    unsur: Unsur
    asal: tuple[int, Periode]
    tujuan: tuple[int, Periode]
    rtl: int
    selesai: int | None
    sebelum: Decimal
    sesudah: Decimal
    selisih: Decimal


@dataclass(frozen=True, slots=True)
class FaktaTindakLanjutUpp:
    """Chapter III. `wajib`: unsur that owe an RTL, none where the unit did not measure by itself; `tanpa_rtl`: those without one.

    `rtl_lalu`: number of RTL of the year before, whatever became of them. `tahunan` is the realisasi of the year, `per_periode` that of
    periods and means where several were measured; `skor` is PEKPPP's.
    """

    rencana: tuple[BarisRencana, ...]
    wajib: tuple[Unsur, ...]
    tanpa_rtl: tuple[Unsur, ...]
    rtl_lalu: int
    tahunan: BarisRealisasiUpp | None
    per_periode: tuple[BarisRealisasiUpp, ...]
    skor: int
    dampak: tuple[BarisDampakUpp, ...]


def susun_fakta_tindak_lanjut_upp(bahan: BahanLaporan, skala_nrr: bool) -> FaktaTindakLanjutUpp:
    """Chapter III from the year narrowed to the unit."""
    r = bahan.rekap.upp[0]
    sendiri = r.tahunan is not None and r.tahunan.jenis_baris is not JenisBaris.RERATA_ANAK
    nrr = r.tahunan.nrr if r.tahunan is not None and sendiri else {}
    wajib = unsur_wajib_rtl(nrr, bahan.rekap.pengaturan.jumlah_prioritas) if nrr else ()
    punya = {x.unsur for x in bahan.rtl}
    realisasi = {p: _realisasi(p, r.realisasi[p]) for p in Periode if p in r.realisasi}
    tahunan = realisasi.get(Periode.TAHUNAN)
    return FaktaTindakLanjutUpp(
        rencana=_rencana(bahan.rtl, r.hasil, skala_nrr),
        wajib=wajib,
        tanpa_rtl=tuple(u for u in wajib if u not in punya),
        rtl_lalu=len(bahan.rtl_lalu),
        tahunan=tahunan,
        per_periode=tuple(realisasi.values()) if len(r.terukur) > 1 else (),
        skor=skor_realisasi(None if tahunan is None else tahunan.dilaporkan),
        dampak=_dampak(bahan),
    )


def _rencana(rtl: Sequence[Rtl], hasil: Mapping[Periode, Hasil], skala_nrr: bool) -> tuple[BarisRencana, ...]:
    """By period, then by the value of the unsur from the lowest up; RTL without an unsur come last."""
    baris = []
    for satu in rtl:
        asal = hasil.get(satu.periode)
        nilai = None if asal is None or satu.unsur is None else asal.nrr.get(satu.unsur)
        baris.append(BarisRencana(satu, None if nilai is None else cetak_unsur(nilai, skala_nrr)))
    return tuple(sorted(baris, key=_urutan))


def _urutan(b: BarisRencana) -> tuple[int, bool, Decimal, int]:
    unsur = list(Unsur).index(b.rtl.unsur) if b.rtl.unsur is not None else len(Unsur)
    return list(Periode).index(b.rtl.periode), b.nilai is None, b.nilai or Decimal(0), unsur


def _realisasi(periode: Periode, x: Realisasi) -> BarisRealisasiUpp:
    dilaporkan = x.dilaporkan if x.dilaporkan is not None else x.tercetak
    return BarisRealisasiUpp(
        periode, x.rtl, x.selesai, x.terverifikasi, bulatkan_bila_ada(dilaporkan), bulatkan_bila_ada(x.persen_terverifikasi)
    )


def _dampak(bahan: BahanLaporan) -> tuple[BarisDampakUpp, ...]:
    """Every unsur with RTL of a measured period that was measured again in the next one (spec 1.9)."""
    urutan = [(x.tahun, h) for x in (bahan.rekap_lalu, bahan.rekap) if x is not None for r in x.upp for h in r.terukur]
    return tuple(b for (t, h), (t2, h2) in pairwise(urutan) for b in _dampak_periode(bahan, (t, h), (t2, h2)))


def _selesai(rtl: Sequence[Rtl]) -> int | None:
    """How many are done; None while nothing was said of any of them."""
    return sum(x.selesai for x in rtl) if berstatus(rtl) else None


def _dampak_periode(bahan: BahanLaporan, asal: tuple[int, Hasil], tujuan: tuple[int, Hasil]) -> list[BarisDampakUpp]:
    (tahun, sebelum), (tahun_baru, sesudah) = asal, tujuan
    baris = []
    for unsur in Unsur:
        semua = (*bahan.rtl_lalu, *bahan.rtl)
        milik = [x for x in semua if (x.tahun, x.periode, x.unsur) == (tahun, sebelum.periode, unsur)]
        if milik and unsur in sebelum.nrr and unsur in sesudah.nrr:
            lama, baru = bulatkan(konversi(sebelum.nrr[unsur]), 2), bulatkan(konversi(sesudah.nrr[unsur]), 2)
            baris.append(
                BarisDampakUpp(
                    unsur, (tahun, sebelum.periode), (tahun_baru, sesudah.periode), len(milik), _selesai(milik),
                    lama, baru, baru - lama,
                )
            )  # fmt: skip
    return baris
