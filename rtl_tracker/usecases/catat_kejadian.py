"""Events that change no data: an export, a refused access, the end of a log-in (spec 2.5)."""

from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.storage.jejak_repository import catat_jejak


def catat_kejadian(session: Session, pelaku: Pelaku, now: datetime, jenis: JenisJejak, catatan: str) -> None:
    """Record that somebody did something on a page. `catatan` says what, without any secret."""
    rincian = {"alamat": pelaku.alamat} if pelaku.alamat else {}
    catat_jejak(session, pelaku, now, jenis, Objek.HALAMAN, upp_id=pelaku.upp_id, catatan=catatan, rincian=rincian)
