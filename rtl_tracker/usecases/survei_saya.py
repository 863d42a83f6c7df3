"""Which survey an account of one unit means when it says "survey": the one that runs today, else the last one that ran."""

from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.penyampaian_repository import muat_kalender
from rtl_tracker.usecases.tempat_survei import muat_unit_survei


def survei_saya(session: Session, pelaku: Pelaku, hari: date) -> tuple[int, int, Periode]:
    """(unit, year, period). Raises TidakTerjangkau for an account that belongs to no unit."""
    if pelaku.upp_id is None:
        raise TidakTerjangkau("Akun ini tidak terikat pada satu unit. Buka survei unit melalui menu Survei.")
    periksa_kewenangan(pelaku, Izin.LIHAT_HASIL, pelaku.upp_id)
    wajib = muat_unit_survei(session, pelaku.upp_id).periode_wajib
    kalender = muat_kalender(session, hari.year)
    mulai = [p for p in wajib if kalender[p].survei_mulai <= hari]
    return pelaku.upp_id, hari.year, max(mulai, key=lambda p: kalender[p].survei_mulai) if mulai else wajib[0]
