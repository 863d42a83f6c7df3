"""What people say about findings of the auditor."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from rtl_tracker.storage.jenis_kolom import WaktuUtc
from rtl_tracker.storage.tables.dasar import Base


class PenjelasanTemuanTabel(Base):
    """Why a finding stands, under the identity of the finding; `upp_id` NULL = a finding of the instansi."""

    __tablename__ = "penjelasan_temuan"
    tahun: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kunci: Mapped[str] = mapped_column(String(64), primary_key=True)
    upp_id: Mapped[int | None] = mapped_column(ForeignKey("upp.id"), index=True)
    aturan: Mapped[str] = mapped_column(String(32))
    alasan: Mapped[str] = mapped_column(Text)
    pengguna_id: Mapped[int | None] = mapped_column(ForeignKey("pengguna.id"))
    oleh: Mapped[str] = mapped_column(String(255))
    pada: Mapped[datetime] = mapped_column(WaktuUtc)
