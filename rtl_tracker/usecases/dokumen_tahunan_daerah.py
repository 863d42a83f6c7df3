"""The annual report in three chapters from what is stored (spec 3.1)."""

from sqlalchemy.orm import Session

from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.reports.tahunan_daerah.fakta import susun_fakta_daerah
from rtl_tracker.reports.tahunan_daerah.rancang import rancang_daerah
from rtl_tracker.usecases.dokumen_tahunan import muat_bahan
from rtl_tracker.usecases.lingkungan_dokumen import LingkunganDokumen


def rancang(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> Rancangan:
    """The plan of the report. Raises DokumenDitolak when the year holds no result."""
    return rancang_daerah(susun_fakta_daerah(muat_bahan(session, permintaan.tahun)))
