"""Accounts, their sessions, failed log-ins, and the audit trail."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from rtl_tracker.domain.peran import Peran
from rtl_tracker.storage.jenis_kolom import WaktuUtc, kode_enum
from rtl_tracker.storage.tables.dasar import Base


class PenggunaTabel(Base):
    """An account. `nama_masuk` is folded to lower case; `upp_id` NULL = the whole instansi."""

    __tablename__ = "pengguna"
    id: Mapped[int] = mapped_column(primary_key=True)
    nama_masuk: Mapped[str] = mapped_column(String(64), unique=True)
    nama: Mapped[str] = mapped_column(String(255))
    peran: Mapped[Peran] = mapped_column(kode_enum(Peran))
    upp_id: Mapped[int | None] = mapped_column(ForeignKey("upp.id"), index=True)
    sandi: Mapped[str] = mapped_column(String(255))
    wajib_ganti: Mapped[bool] = mapped_column(default=True)
    aktif: Mapped[bool] = mapped_column(default=True)
    dibuat: Mapped[datetime] = mapped_column(WaktuUtc)
    versi: Mapped[int] = mapped_column(default=1)


class SesiTabel(Base):
    """One log-in. Only the hash of its token is kept."""

    __tablename__ = "sesi"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    pengguna_id: Mapped[int] = mapped_column(ForeignKey("pengguna.id", ondelete="CASCADE"), index=True)
    mulai: Mapped[datetime] = mapped_column(WaktuUtc)
    berakhir: Mapped[datetime] = mapped_column(WaktuUtc)


class PercobaanMasukTabel(Base):
    """Failed log-ins in a row of an account ("akun:...") or an address ("alamat:..."), and when the next try is allowed."""

    __tablename__ = "percobaan_masuk"
    kunci: Mapped[str] = mapped_column(String(128), primary_key=True)
    gagal: Mapped[int] = mapped_column(default=0)
    terakhir: Mapped[datetime] = mapped_column(WaktuUtc)
    boleh_lagi: Mapped[datetime] = mapped_column(WaktuUtc)


class JejakTabel(Base):
    """One record of the audit trail; appended only. `waktu` is text so that its hash is the same on every database."""

    __tablename__ = "jejak"
    nomor: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    waktu: Mapped[str] = mapped_column(String(40))
    pelaku_id: Mapped[int | None] = mapped_column(index=True)
    pelaku: Mapped[str] = mapped_column(String(255))
    peran: Mapped[str] = mapped_column(String(32))
    jenis: Mapped[str] = mapped_column(String(48), index=True)
    objek: Mapped[str] = mapped_column(String(32))
    objek_id: Mapped[int | None]
    upp_id: Mapped[int | None] = mapped_column(index=True)
    dari: Mapped[str] = mapped_column(String(64), default="")
    ke: Mapped[str] = mapped_column(String(64), default="")
    catatan: Mapped[str] = mapped_column(Text, default="")
    rincian: Mapped[dict[str, Any]] = mapped_column(JSON)
    sebelum: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
    __table_args__ = (Index("ix_jejak_objek", "objek", "objek_id"),)


class KepalaJejakTabel(Base):
    """The end of the chain, kept apart: how many records there are and the hash of the last one."""

    __tablename__ = "kepala_jejak"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    banyak: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))
