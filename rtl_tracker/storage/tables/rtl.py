"""RTL with their bukti, and the dossier of an UPP for a period."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from rtl_tracker.domain.bukti import JenisBukti, TipeBerkas
from rtl_tracker.domain.penyampaian import StatusPenyampaian
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Horizon, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.jenis_kolom import WaktuUtc, kode_enum
from rtl_tracker.storage.tables.dasar import Base


class PenyampaianTabel(Base):
    """The dossier of an UPP for a period; no row = nothing was begun."""

    __tablename__ = "penyampaian"
    id: Mapped[int] = mapped_column(primary_key=True)
    upp_id: Mapped[int] = mapped_column(ForeignKey("upp.id"))
    tahun: Mapped[int] = mapped_column(index=True)
    periode: Mapped[Periode] = mapped_column(kode_enum(Periode))
    status: Mapped[StatusPenyampaian] = mapped_column(kode_enum(StatusPenyampaian))
    nihil: Mapped[bool] = mapped_column(default=False)
    alasan_nihil: Mapped[str] = mapped_column(Text, default="")
    catatan_kirim: Mapped[str] = mapped_column(Text, default="")
    alasan_kembali: Mapped[str] = mapped_column(Text, default="")
    pertama_dikirim: Mapped[datetime | None] = mapped_column(WaktuUtc)
    dikirim: Mapped[datetime | None] = mapped_column(WaktuUtc)
    diterima: Mapped[datetime | None] = mapped_column(WaktuUtc)
    data_contoh: Mapped[bool] = mapped_column(default=False)
    versi: Mapped[int] = mapped_column(default=1)
    __table_args__ = (Index("uq_penyampaian_kunci", "upp_id", "tahun", "periode", unique=True),)


class KalenderTabel(Base):
    """The dates of a period where the instansi changed the default calendar."""

    __tablename__ = "kalender"
    tahun: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    periode: Mapped[Periode] = mapped_column(kode_enum(Periode), primary_key=True)
    survei_mulai: Mapped[date] = mapped_column(Date)
    survei_selesai: Mapped[date] = mapped_column(Date)
    kirim_mulai: Mapped[date] = mapped_column(Date)
    kirim_batas: Mapped[date] = mapped_column(Date)


class RtlTabel(Base):
    """A planned action; `upp_id` NULL = of the instansi itself."""

    __tablename__ = "rtl"
    id: Mapped[int] = mapped_column(primary_key=True)
    upp_id: Mapped[int | None] = mapped_column(ForeignKey("upp.id"), index=True)
    tahun: Mapped[int] = mapped_column(index=True)
    periode: Mapped[Periode] = mapped_column(kode_enum(Periode))
    unsur: Mapped[Unsur | None] = mapped_column(kode_enum(Unsur))
    unsur_teks: Mapped[str] = mapped_column(String(255), default="")
    kegiatan: Mapped[str] = mapped_column(Text)
    keluhan: Mapped[str] = mapped_column(Text, default="")
    indikator: Mapped[str] = mapped_column(Text, default="")
    waktu: Mapped[str] = mapped_column(String(255), default="")
    tenggat: Mapped[date | None] = mapped_column(Date)
    penanggung_jawab: Mapped[str] = mapped_column(String(255), default="")
    horizon: Mapped[Horizon | None] = mapped_column(kode_enum(Horizon))
    stakeholder: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[StatusRtl | None] = mapped_column(kode_enum(StatusRtl), index=True)
    uraian: Mapped[str] = mapped_column(Text, default="")
    hambatan: Mapped[str] = mapped_column(Text, default="")
    alasan: Mapped[str] = mapped_column(Text, default="")
    strategi: Mapped[str] = mapped_column(Text, default="")
    data_contoh: Mapped[bool] = mapped_column(default=False)
    asal_id: Mapped[int | None] = mapped_column(ForeignKey("rtl.id", ondelete="SET NULL"), index=True)
    catatan_pengembalian: Mapped[str] = mapped_column(Text, default="")
    dilapor_oleh: Mapped[int | None] = mapped_column(ForeignKey("pengguna.id"))
    dilapor_pada: Mapped[datetime | None] = mapped_column(WaktuUtc)
    diverifikasi_pada: Mapped[datetime | None] = mapped_column(WaktuUtc)
    pemverifikasi: Mapped[str] = mapped_column(String(255), default="")
    versi: Mapped[int] = mapped_column(default=1)
    bukti: Mapped[list["BuktiTabel"]] = relationship(order_by="BuktiTabel.id", cascade="all, delete-orphan")


class BuktiTabel(Base):
    """A link or a file (kept under its SHA-256) that proves a realisasi; never changed, only superseded."""

    __tablename__ = "bukti"
    id: Mapped[int] = mapped_column(primary_key=True)
    rtl_id: Mapped[int] = mapped_column(ForeignKey("rtl.id", ondelete="CASCADE"), index=True)
    jenis: Mapped[JenisBukti] = mapped_column(kode_enum(JenisBukti), default=JenisBukti.TAUTAN)
    tautan: Mapped[str] = mapped_column(Text, default="")
    kunci_tautan: Mapped[str] = mapped_column(Text, default="", index=True)
    sha256: Mapped[str] = mapped_column(String(64), default="", index=True)
    nama_berkas: Mapped[str] = mapped_column(String(255), default="")
    tipe: Mapped[TipeBerkas | None] = mapped_column(kode_enum(TipeBerkas))
    ukuran: Mapped[int] = mapped_column(default=0)
    keterangan: Mapped[str] = mapped_column(Text, default="")
    berlaku: Mapped[date | None] = mapped_column(Date)
    pengunggah_id: Mapped[int | None] = mapped_column(ForeignKey("pengguna.id"))
    pengunggah: Mapped[str] = mapped_column(String(255), default="")
    diunggah: Mapped[datetime | None] = mapped_column(WaktuUtc)
    diganti_oleh: Mapped[int | None] = mapped_column(ForeignKey("bukti.id", ondelete="SET NULL"))
