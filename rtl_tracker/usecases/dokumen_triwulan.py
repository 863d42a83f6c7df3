"""The recap of one triwulan or semester from what is stored (spec 3.1)."""

from sqlalchemy.orm import Session

from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapTahun
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.reports.triwulan.fakta import BahanPeriode, susun_fakta_periode
from rtl_tracker.reports.triwulan.irisan import sesudah
from rtl_tracker.reports.triwulan.rancang import rancang_triwulan
from rtl_tracker.storage.penyampaian_repository import muat_kalender
from rtl_tracker.usecases.bahan_laporan import bahan_tanpa_jawaban
from rtl_tracker.usecases.dokumen_lembar_ikm import fakta_lembar, muat_lembar, periode_lain, tanpa_hasil
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak, LingkunganDokumen


def rancang(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> Rancangan:
    """The plan of the recap. Raises DokumenDitolak for a whole year, and for a period without an index of the instansi."""
    return rancang_triwulan(susun_fakta_periode(muat_bahan(session, permintaan, lingkungan)))


def muat_bahan(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> BahanPeriode:
    """Load what the recap is made from, in a fixed number of queries. Raises DokumenDitolak as `rancang` does."""
    tahun, periode = permintaan.tahun, permintaan.periode
    if periode is Periode.TAHUNAN:
        raise DokumenDitolak(
            f"Rekapitulasi periode memuat satu triwulan atau semester. Untuk tahun {tahun} penuh, susun jenis dokumen tahunan."
        )
    bahan = bahan_tanpa_jawaban(session, tahun)
    if not _diukur(bahan.rekap, periode):
        raise DokumenDitolak(_tanpa_hasil(bahan.rekap, permintaan))
    lembar = muat_lembar(session, bahan.rekap, lingkungan)
    tahun_berikut, berikut = sesudah(tahun, periode)
    kalender = bahan.kalender if tahun_berikut == tahun else muat_kalender(session, tahun_berikut)
    return BahanPeriode(bahan, periode, lembar.profil, fakta_lembar(lembar, permintaan), kalender[berikut])


def _diukur(rekap: RekapTahun, periode: Periode) -> bool:
    return periode in rekap.instansi and rekap.instansi[periode].upp_dihitung > 0


def _tanpa_hasil(rekap: RekapTahun, permintaan: PermintaanDokumen) -> str:
    """Why there is no recap, and which one can be had: another period's, or the report of the year."""
    ada = [p for p in rekap.instansi if p is not Periode.TAHUNAN and _diukur(rekap, p)]
    jalan_keluar = periode_lain(rekap, ada)
    if not ada and _diukur(rekap, Periode.TAHUNAN):
        jalan_keluar = f"Hasil tahun {rekap.tahun} diukur untuk setahun penuh; susun jenis dokumen tahunan."
    return tanpa_hasil(rekap, permintaan, rekap.pengaturan.nama or "instansi", jalan_keluar)
