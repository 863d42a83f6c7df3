"""What the program itself keeps: imports and long work."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from rtl_tracker.storage.tables.dasar import Base


class ImporTabel(Base):
    """One accepted import: which content, for which year, when."""

    __tablename__ = "impor"
    id: Mapped[int] = mapped_column(primary_key=True)
    waktu: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    tahun: Mapped[int] = mapped_column(index=True)
    nama_berkas: Mapped[str] = mapped_column(String(255))
    sha256: Mapped[str] = mapped_column(String(64))
    ringkasan: Mapped[dict[str, Any]] = mapped_column(JSON)


class PekerjaanTabel(Base):
    """A long piece of work: what was asked for, its step, its progress in per cent, and the file it made.

    `kunci` tells equal requests; `upp_id` the unit whose accounts may follow it (NULL = of the instansi); `oleh` the account that asked.
    """

    __tablename__ = "pekerjaan"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    jenis: Mapped[str] = mapped_column(String(32))
    tahun: Mapped[int]
    kunci: Mapped[str] = mapped_column(String(120), index=True)
    permintaan: Mapped[dict[str, Any]] = mapped_column(JSON)
    upp_id: Mapped[int | None] = mapped_column(ForeignKey("upp.id"))
    oleh: Mapped[int | None] = mapped_column(ForeignKey("pengguna.id"))
    dibatalkan: Mapped[bool] = mapped_column(default=False)
    percobaan: Mapped[int] = mapped_column(default=1)
    dibuat: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    diperbarui: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    langkah: Mapped[str] = mapped_column(String(255), default="")
    persen: Mapped[int] = mapped_column(default=0)
    berkas: Mapped[str | None] = mapped_column(String(255))
    galat: Mapped[str | None] = mapped_column(Text)
