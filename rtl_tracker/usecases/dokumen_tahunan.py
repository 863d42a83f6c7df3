"""The annual report of the instansi from what is stored."""

from sqlalchemy.orm import Session

from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta import susun_fakta
from rtl_tracker.reports.tahunan.rancang import rancang_tahunan
from rtl_tracker.usecases.bahan_laporan import bahan_lengkap
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak, LingkunganDokumen


def rancang(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> Rancangan:
    """The plan of the report. Raises DokumenDitolak when the year holds no result."""
    return rancang_tahunan(susun_fakta(muat_bahan(session, permintaan.tahun)))


def muat_bahan(session: Session, tahun: int) -> BahanLaporan:
    """Load what the report is made from. Raises DokumenDitolak without UPP, a result, or an index under the declared rule."""
    bahan = bahan_lengkap(session, tahun)
    if not bahan.rekap.upp:
        raise DokumenDitolak(f"Belum ada UPP yang tersimpan. Impor buku kerja tahun {tahun} lebih dahulu.")
    if bahan.rekap.tahunan.upp_dihitung and bahan.rekap.tahunan.ikm is None:
        raise DokumenDitolak(
            f"IKM instansi tahun {tahun} tidak dapat dihitung dengan agregasi {bahan.rekap.pengaturan.agregasi.value}: ada UPP yang "
            "nilai unsur atau jumlah respondennya tidak diketahui. Lengkapi datanya, atau pilih agregasi lain dengan "
            f"rtl-tracker instansi --tahun {tahun} --agregasi rerata_upp."
        )
    if bahan.rekap.tahunan.ikm is None:
        raise DokumenDitolak(f"Belum ada hasil SKM tahun {tahun}. Impor hasil atau jawaban responden lebih dahulu.")
    return bahan
