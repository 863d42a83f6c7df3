"""Long pieces of work and how far they are."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtl_tracker.storage.tables import PekerjaanTabel


def buat_pekerjaan(session: Session, id_: str, jenis: str, tahun: int, now: datetime) -> None:
    """Note that a piece of work was asked for."""
    session.add(PekerjaanTabel(id=id_, jenis=jenis, tahun=tahun, dibuat=now, diperbarui=now, langkah="Menunggu giliran", persen=0))


def ambil_pekerjaan(session: Session, id_: str) -> PekerjaanTabel | None:
    """The piece of work with this id."""
    return session.get(PekerjaanTabel, id_)


def pekerjaan_terakhir(session: Session, jenis: str, tahun: int) -> PekerjaanTabel | None:
    """The newest piece of work of this kind for the year."""
    pilih = select(PekerjaanTabel).where(PekerjaanTabel.jenis == jenis, PekerjaanTabel.tahun == tahun)
    return session.scalar(pilih.order_by(PekerjaanTabel.dibuat.desc()).limit(1))
