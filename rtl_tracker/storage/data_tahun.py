"""One year as plain values: what the domain needs to compute everything that is shown."""

from sqlalchemy.orm import Session

from rtl_tracker.domain.rekap import DataTahun
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.storage.hasil_repository import muat_hasil, muat_tabulasi
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan
from rtl_tracker.storage.rtl_repository import list_rtl, muat_rtl
from rtl_tracker.storage.upp_repository import list_upp, nama_layanan, upp_menurut_id


def muat_data_unit(session: Session, tahun: int, upp_id: int) -> DataTahun:
    """The same of one unit alone; nothing of another unit is read.."""
    layanan = nama_layanan(session)
    unit = upp_menurut_id(session, upp_id)
    return DataTahun(
        tahun=tahun,
        pengaturan=muat_pengaturan(session, tahun),
        upp=() if unit is None else (unit,),
        hasil=muat_hasil(session, tahun, layanan, upp_id),
        tabulasi=muat_tabulasi(session, tahun, layanan, upp_id),
        rtl=tuple(list_rtl(session, tahun=tahun, upp_id=[upp_id])),
        rtl_lalu=tuple(list_rtl(session, tahun=tahun - 1, upp_id=[upp_id])),
    )


def muat_data_tahun(session: Session, tahun: int, rtl: tuple[Rtl, ...] | None = None) -> DataTahun:
    """Load the year with a fixed number of queries, however many UPP and answers it has.

    `rtl` are those of the year, for a caller that has them already.
    """
    layanan = nama_layanan(session)
    return DataTahun(
        tahun=tahun,
        pengaturan=muat_pengaturan(session, tahun),
        upp=list_upp(session),
        hasil=muat_hasil(session, tahun, layanan),
        tabulasi=muat_tabulasi(session, tahun, layanan),
        rtl=muat_rtl(session, tahun) if rtl is None else rtl,
        rtl_lalu=muat_rtl(session, tahun - 1),
    )
