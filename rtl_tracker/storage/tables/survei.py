"""The running survey: questionnaires by version, single answers, their kept counts, and what is published of the results."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Date, ForeignKey, Index, SmallInteger, String, Text, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from rtl_tracker.domain.bukti import TipeBerkas
from rtl_tracker.domain.jawaban import JenisCacah, Saluran
from rtl_tracker.domain.media import Media
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.jenis_kolom import WaktuUtc, kode_enum
from rtl_tracker.storage.tables.dasar import Base, SembilanUnsur

_BERNOMOR = text("nomor IS NOT NULL")
_DIIMPOR = text("impor_id IS NOT NULL")


class KuesionerTabel(Base):
    """One version of the questions, never changed; `layanan_id` NULL = of the whole instansi.

    `isi` NULL: from here on the layanan asks what the instansi asks, until it gets a version of its own again.
    """

    __tablename__ = "kuesioner"
    id: Mapped[int] = mapped_column(primary_key=True)
    layanan_id: Mapped[int | None] = mapped_column(ForeignKey("layanan.id"))
    nomor: Mapped[int]
    isi: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    oleh: Mapped[str] = mapped_column(String(255))
    pada: Mapped[datetime] = mapped_column(WaktuUtc)
    __table_args__ = (Index("uq_kuesioner_versi", func.coalesce(layanan_id, 0), "nomor", unique=True),)


class SurveiTabel(Base):
    """The survey of one unit in one period."""

    __tablename__ = "survei"
    id: Mapped[int] = mapped_column(primary_key=True)
    upp_id: Mapped[int] = mapped_column(ForeignKey("upp.id"))
    tahun: Mapped[int] = mapped_column(index=True)
    periode: Mapped[Periode] = mapped_column(kode_enum(Periode))
    populasi: Mapped[int | None]
    dijeda: Mapped[bool] = mapped_column(default=False)
    ditutup: Mapped[datetime | None] = mapped_column(WaktuUtc)
    data_contoh: Mapped[bool] = mapped_column(default=False)
    versi: Mapped[int] = mapped_column(default=1)
    __table_args__ = (UniqueConstraint("upp_id", "tahun", "periode"),)


class JawabanTabel(SembilanUnsur, Base):
    """One questionnaire. Nothing in it names a person. `kunci` is its own: the same one is never stored twice.

    `nomor`: the serial number on a sheet of paper, for finding it again; no two sheets of a survey share one. `unsur_saran`: the one
    unsur that the saran is about. `diterima`: when it arrived; `sah` false = set aside by the unit for `alasan`, and back again if
    that was wrong.
    """

    __tablename__ = "jawaban"
    id: Mapped[int] = mapped_column(primary_key=True)
    kunci: Mapped[str] = mapped_column(String(40), unique=True)
    nomor: Mapped[str | None] = mapped_column(String(32))
    survei_id: Mapped[int] = mapped_column(ForeignKey("survei.id"))
    layanan_id: Mapped[int | None] = mapped_column(ForeignKey("layanan.id"))
    kuesioner_id: Mapped[int | None] = mapped_column(ForeignKey("kuesioner.id"))
    impor_id: Mapped[int | None] = mapped_column(ForeignKey("impor.id"))
    saluran: Mapped[Saluran] = mapped_column(kode_enum(Saluran))
    tanggal: Mapped[date] = mapped_column(Date)
    diterima: Mapped[datetime] = mapped_column(WaktuUtc)
    usia: Mapped[str | None] = mapped_column(String(16))
    jenis_kelamin: Mapped[str | None] = mapped_column(String(16))
    pendidikan: Mapped[str | None] = mapped_column(String(32))
    pekerjaan: Mapped[str | None] = mapped_column(String(32))
    disabilitas: Mapped[str | None] = mapped_column(String(64))
    umum: Mapped[int | None] = mapped_column(SmallInteger)
    butir: Mapped[list[int | None] | None] = mapped_column(JSON(none_as_null=True))
    saran: Mapped[str] = mapped_column(Text, default="")
    unsur_saran: Mapped[Unsur | None] = mapped_column(kode_enum(Unsur))
    sidik: Mapped[str] = mapped_column(String(16))
    lurus: Mapped[bool]
    sah: Mapped[bool] = mapped_column(default=True)
    alasan: Mapped[str] = mapped_column(Text, default="")
    __table_args__ = (
        Index("ix_jawaban_survei", "survei_id", "id"),
        Index("ix_jawaban_sidik", "survei_id", "sidik"),
        Index("ix_jawaban_kuesioner", "kuesioner_id", "survei_id"),
        Index("uq_jawaban_nomor", "survei_id", "nomor", unique=True, sqlite_where=_BERNOMOR, postgresql_where=_BERNOMOR),
        Index("ix_jawaban_impor", "impor_id", sqlite_where=_DIIMPOR, postgresql_where=_DIIMPOR),
        Index("ix_jawaban_saran", "survei_id", "id", sqlite_where=text("saran <> ''"), postgresql_where=text("saran <> ''")),
    )


class CacahSurveiTabel(Base):
    """A kept count of the valid questionnaires of a survey; `layanan_id` 0 = those that name no layanan."""

    __tablename__ = "cacah_survei"
    survei_id: Mapped[int] = mapped_column(ForeignKey("survei.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    layanan_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    jenis: Mapped[JenisCacah] = mapped_column(kode_enum(JenisCacah), primary_key=True)
    kunci: Mapped[str] = mapped_column(String(32), primary_key=True)
    banyak: Mapped[int] = mapped_column(BigInteger)


class PemetaanJawabanTabel(Base):
    """How the columns of a file of answers of one look (`tanda`: hash of its headers) were read, to be offered again."""

    __tablename__ = "pemetaan_jawaban"
    id: Mapped[int] = mapped_column(primary_key=True)
    upp_id: Mapped[int] = mapped_column(ForeignKey("upp.id"))
    tanda: Mapped[str] = mapped_column(String(64))
    isi: Mapped[dict[str, Any]] = mapped_column(JSON)
    oleh: Mapped[str] = mapped_column(String(255))
    pada: Mapped[datetime] = mapped_column(WaktuUtc)
    __table_args__ = (UniqueConstraint("upp_id", "tanda"),)


class PublikasiTabel(Base):
    """What was published of a period; a later number takes the place of an earlier one.

    `isi`: the frozen figures, `sidik_isi` their SHA-256, `ringkas` the index of each unit among them; `berkas`: the folder of the
    sheets, `sidik` their SHA-256 by name.
    """

    __tablename__ = "publikasi"
    id: Mapped[int] = mapped_column(primary_key=True)
    tahun: Mapped[int] = mapped_column(index=True)
    periode: Mapped[Periode] = mapped_column(kode_enum(Periode))
    nomor: Mapped[int]
    isi: Mapped[dict[str, Any]] = mapped_column(JSON)
    sidik_isi: Mapped[str] = mapped_column(String(64))
    ringkas: Mapped[dict[str, str]] = mapped_column(JSON)
    berkas: Mapped[str] = mapped_column(String(255), unique=True)
    sidik: Mapped[dict[str, str]] = mapped_column(JSON)
    ditarik: Mapped[bool] = mapped_column(default=False)
    alasan: Mapped[str] = mapped_column(Text, default="")
    oleh: Mapped[str] = mapped_column(String(255))
    pada: Mapped[datetime] = mapped_column(WaktuUtc)
    __table_args__ = (UniqueConstraint("tahun", "periode", "nomor"),)


class MediaPublikasiTabel(Base):
    """One publication of a result in a medium, with a link or a photograph; `upp_id` NULL = of the instansi. Never removed, only called off."""

    __tablename__ = "media_publikasi"
    id: Mapped[int] = mapped_column(primary_key=True)
    upp_id: Mapped[int | None] = mapped_column(ForeignKey("upp.id"), index=True)
    tahun: Mapped[int] = mapped_column(index=True)
    periode: Mapped[Periode] = mapped_column(kode_enum(Periode))
    tanggal: Mapped[date] = mapped_column(Date)
    media: Mapped[Media] = mapped_column(kode_enum(Media))
    keterangan: Mapped[str] = mapped_column(Text, default="")
    tautan: Mapped[str] = mapped_column(Text, default="")
    sha256: Mapped[str] = mapped_column(String(64), default="", index=True)
    nama_berkas: Mapped[str] = mapped_column(String(255), default="")
    tipe: Mapped[TipeBerkas | None] = mapped_column(kode_enum(TipeBerkas))
    ukuran: Mapped[int] = mapped_column(default=0)
    dibatalkan: Mapped[bool] = mapped_column(default=False)
    alasan: Mapped[str] = mapped_column(Text, default="")
    pengguna_id: Mapped[int | None] = mapped_column(ForeignKey("pengguna.id"))
    oleh: Mapped[str] = mapped_column(String(255))
    pada: Mapped[datetime] = mapped_column(WaktuUtc)
