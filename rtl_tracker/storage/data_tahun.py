"""One year as plain values: what the domain needs to compute everything that is shown."""

from sqlalchemy.orm import Session

from rtl_tracker.domain.rekap import DataTahun
from rtl_tracker.storage.hasil_repository import muat_hasil, muat_tabulasi
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan
from rtl_tracker.storage.rtl_repository import muat_rtl
from rtl_tracker.storage.upp_repository import list_upp, nama_layanan


def muat_data_tahun(session: Session, tahun: int) -> DataTahun:
    """Load the year with a fixed number of queries, however many UPP and answers it has."""
    layanan = nama_layanan(session)
    return DataTahun(
        tahun=tahun,
        pengaturan=muat_pengaturan(session, tahun),
        upp=list_upp(session),
        hasil=muat_hasil(session, tahun, layanan),
        tabulasi=muat_tabulasi(session, tahun, layanan),
        rtl=muat_rtl(session, tahun),
        rtl_lalu=muat_rtl(session, tahun - 1),
    )
