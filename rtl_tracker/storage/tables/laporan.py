"""Documents: edited texts, frozen versions, own Word templates, the logo."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from rtl_tracker.storage.jenis_kolom import WaktuUtc
from rtl_tracker.storage.tables.dasar import Base


class SuntinganTabel(Base):
    """The edited text of one block of a document. `kunci`: PermintaanDokumen.kunci; `versi` counts its changes."""

    __tablename__ = "suntingan"
    kunci: Mapped[str] = mapped_column(String(80), primary_key=True)
    blok: Mapped[str] = mapped_column(String(40), primary_key=True)
    teks: Mapped[str] = mapped_column(Text)
    versi: Mapped[int]
    oleh: Mapped[str] = mapped_column(String(255))
    pada: Mapped[datetime] = mapped_column(WaktuUtc)


class VersiLaporanTabel(Base):
    """A frozen version: facts, figures, texts and findings as they were, and the files with their hashes.

    `kode` leads to its public page; `berkas` is its folder below the folder of reports; `catatan` says why there is a new version.
    """

    __tablename__ = "versi_laporan"
    __table_args__ = (UniqueConstraint("kunci", "nomor", name="uq_versi_laporan_kunci_nomor"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    kode: Mapped[str] = mapped_column(String(24), unique=True)
    kunci: Mapped[str] = mapped_column(String(80), index=True)
    jenis: Mapped[str] = mapped_column(String(32))
    tahun: Mapped[int] = mapped_column(index=True)
    periode: Mapped[str] = mapped_column(String(16))
    upp_id: Mapped[int | None] = mapped_column(ForeignKey("upp.id"))
    nomor: Mapped[int]
    judul: Mapped[str] = mapped_column(Text)
    catatan: Mapped[str] = mapped_column(Text, default="")
    berkas: Mapped[str] = mapped_column(String(255))
    sidik: Mapped[dict[str, str]] = mapped_column(JSON)
    fakta: Mapped[dict[str, Any]] = mapped_column(JSON, deferred=True)
    angka: Mapped[list[Any]] = mapped_column(JSON, deferred=True)
    teks: Mapped[dict[str, Any]] = mapped_column(JSON, deferred=True)
    temuan: Mapped[list[Any]] = mapped_column(JSON, deferred=True)
    pengguna_id: Mapped[int | None] = mapped_column(ForeignKey("pengguna.id"))
    oleh: Mapped[str] = mapped_column(String(255))
    pada: Mapped[datetime] = mapped_column(WaktuUtc)


class TemplatWordTabel(Base):
    """An instansi's own Word template of one kind of document. `hasil`: what its examination found; one per kind may be `dipakai`."""

    __tablename__ = "templat_word"
    id: Mapped[int] = mapped_column(primary_key=True)
    jenis: Mapped[str] = mapped_column(String(32), index=True)
    nama_berkas: Mapped[str] = mapped_column(String(255))
    sha256: Mapped[str] = mapped_column(String(64))
    ukuran: Mapped[int]
    isi: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    hasil: Mapped[list[Any]] = mapped_column(JSON)
    dipakai: Mapped[bool]
    oleh: Mapped[str] = mapped_column(String(255))
    pada: Mapped[datetime] = mapped_column(WaktuUtc)


class LogoTabel(Base):
    """The logo of the instansi: one row, a PNG or JPEG."""

    __tablename__ = "logo"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    isi: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str] = mapped_column(String(64))
    oleh: Mapped[str] = mapped_column(String(255))
    pada: Mapped[datetime] = mapped_column(WaktuUtc)
