"""All facts of the recap of one period. Most are those of the annual report, computed from the year cut down to the period."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from rtl_tracker.domain.agregasi import IkmInstansi
from rtl_tracker.domain.angka import bulatkan_bila_ada
from rtl_tracker.domain.ikm import prioritas
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.mutu import mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.rekap import RekapTahun
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.lembar_ikm.fakta import FaktaLembar, ProfilPeriode, periode_terukur
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.fakta_analisis import FaktaAnalisis
from rtl_tracker.reports.tahunan.fakta_besar import BarisBesar, cetak_unsur, susun_baris_besar
from rtl_tracker.reports.tahunan.fakta_hasil import susun_fakta_hasil
from rtl_tracker.reports.tahunan.fakta_simpulan import susun_fakta_simpulan
from rtl_tracker.reports.tahunan.fakta_tindak_lanjut import susun_fakta_tindak_lanjut
from rtl_tracker.reports.tahunan.fakta_tren import susun_fakta_tren
from rtl_tracker.reports.triwulan.fakta_banding import FaktaBanding, susun_fakta_banding
from rtl_tracker.reports.triwulan.fakta_kumpul import susun_fakta_kumpul
from rtl_tracker.reports.triwulan.fakta_simpulan import rekomendasi_periode
from rtl_tracker.reports.triwulan.irisan import periode_di_dalam, rekap_periode, unit_berhasil


@dataclass(frozen=True, slots=True)
class BahanPeriode:
    """The year's plain values, the period, profiles by unit and period, the sheet of the instansi, the next period's calendar."""

    tahun: BahanLaporan
    periode: Periode
    profil: ProfilPeriode
    lembar_ikm: FaktaLembar
    jadwal_berikut: Jadwal


@dataclass(frozen=True, slots=True)
class FaktaPeriode:
    """The recap. `dasar`: the facts of the annual report with the period in the place of the year.

    `bebas`: units that owe nothing in the period and sent nothing. `banding` None = nothing earlier to compare with.
    """

    tahun: int
    periode: Periode
    pengaturan: Pengaturan
    jadwal: Jadwal
    dasar: FaktaTahunan
    lembar_ikm: FaktaLembar
    banding: FaktaBanding | None
    bebas: tuple[str, ...]


def susun_fakta_periode(bahan: BahanPeriode) -> FaktaPeriode:
    """The facts of the period, which must have an index of the instansi."""
    rekap, periode = bahan.tahun.rekap, bahan.periode
    potongan = _potong(bahan)
    hasil = susun_fakta_hasil(potongan)
    hasil = replace(hasil, besar=_besar(bahan, hasil.skala_nrr))
    kumpul, bebas = susun_fakta_kumpul(bahan.tahun, periode, bahan.profil)
    tindak = susun_fakta_tindak_lanjut(potongan)
    simpulan = susun_fakta_simpulan(rekap.tahun, hasil, kumpul, tindak)
    jadwal = bahan.tahun.kalender[periode]
    batas = (_akhir_bulan(jadwal.kirim_batas), bahan.jadwal_berikut.survei_selesai)
    dasar = FaktaTahunan(
        tahun=rekap.tahun,
        pengaturan=rekap.pengaturan,
        tanggal=potongan.tanggal,
        pengumpulan=kumpul,
        hasil=hasil,
        tren=susun_fakta_tren(potongan, hasil),
        analisis=FaktaAnalisis(None, None, None),
        tindak_lanjut=tindak,
        simpulan=replace(simpulan, rekomendasi=rekomendasi_periode(simpulan.rekomendasi, tindak.realisasi, *batas)),
        lembar=(),
        tautan=_tautan(rekap, periode),
        periode_terukur=_terukur(rekap, periode),
        data_contoh=potongan.data_contoh,
    )
    banding = susun_fakta_banding(rekap, bahan.tahun.rekap_lalu, periode)
    return FaktaPeriode(rekap.tahun, periode, rekap.pengaturan, jadwal, dasar, bahan.lembar_ikm, banding, bebas)


def _potong(bahan: BahanPeriode) -> BahanLaporan:
    """The loaded year cut down to the period: an RTL belongs to it when its unit has a result there.

    The printed history tells of whole years and is left out.
    """
    tahun, periode = bahan.tahun, bahan.periode
    unit = unit_berhasil(tahun.rekap, periode)
    berencana = {None} | {r.upp.id for r in unit if periode in r.hasil}
    lalu = tahun.rekap_lalu
    ada_lalu = lalu is not None and periode in lalu.instansi
    return replace(
        tahun,
        rekap=rekap_periode(tahun.rekap, periode, unit),
        rekap_lalu=rekap_periode(lalu, periode, unit_berhasil(lalu, periode)) if lalu is not None and ada_lalu else None,
        rtl=tuple(r for r in tahun.rtl if r.periode in periode_di_dalam(periode) and r.upp_id in berencana),
        rtl_lalu=(),
        riwayat={},
        tanggal=tahun.kalender[periode].kirim_batas,
    )


def _besar(bahan: BahanPeriode, skala_nrr: bool) -> tuple[BarisBesar, ...]:
    """T1: the measured periods of the units, a semester's means below its triwulan, the instansi last."""
    rekap, dalam = bahan.tahun.rekap, periode_di_dalam(bahan.periode)
    unit = [replace(r, hasil={p: h for p, h in r.hasil.items() if p in dalam}) for r in unit_berhasil(rekap, bahan.periode)]
    potongan = replace(bahan.tahun, rekap=replace(rekap, upp=tuple(unit), instansi={}))
    indeks = rekap.instansi[bahan.periode]
    return (*susun_baris_besar(potongan, skala_nrr), _baris_instansi(rekap, bahan.periode, indeks, skala_nrr))


def _baris_instansi(rekap: RekapTahun, periode: Periode, i: IkmInstansi, skala_nrr: bool) -> BarisBesar:
    p = rekap.pengaturan
    ikm = bulatkan_bila_ada(i.ikm, p.desimal_ikm)
    return BarisBesar(
        no=None,
        nama=f"Rata-rata {p.nama}",
        kedalaman=0,
        periode=NAMA_PERIODE[periode],
        jenis="instansi",
        nilai=tuple(cetak_unsur(i.nrr[u], skala_nrr) if u in i.nrr else None for u in Unsur),
        ikm=ikm,
        mutu=None if i.ikm is None else mutu(i.ikm),
        n=i.jumlah_responden,
        metode="",
        prioritas=prioritas(i.nrr, p.jumlah_prioritas) if i.nrr else (),
        prioritas_tercetak="",
        rtl=(),
        realisasi=bulatkan_bila_ada(rekap.realisasi[periode].resmi(p.dasar_realisasi, p.agregasi_realisasi)),
    )


def _tautan(rekap: RekapTahun, periode: Periode) -> tuple[tuple[str, str, str], ...]:
    """(UPP, period, link) of the measured results behind the period."""
    return tuple(
        (r.upp.nama, NAMA_PERIODE[p], r.hasil[p].tautan_laporan)
        for r in rekap.upp
        if periode in r.hasil
        for p in periode_terukur(r, periode)
        if r.hasil[p].tautan_laporan
    )


def _terukur(rekap: RekapTahun, periode: Periode) -> tuple[Periode, ...]:
    terukur = {p for r in rekap.upp if periode in r.hasil for p in periode_terukur(r, periode)}
    return tuple(p for p in Periode if p in terukur)


def _akhir_bulan(hari: date) -> date:
    """Last day of the month: what is missing is asked for by the end of the month in which it was due."""
    return hari.replace(day=monthrange(hari.year, hari.month)[1])
