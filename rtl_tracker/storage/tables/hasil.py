"""Units, settings, results and answers. A year is part of every key that a report depends on."""

from datetime import date
from decimal import Decimal

from sqlalchemy import JSON, BigInteger, Date, ForeignKey, Index, Integer, SmallInteger, String, Text, func
from sqlalchemy.orm import Mapped, mapped_column

from rtl_tracker.domain.hasil import Skala
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.jenis_kolom import DesimalTeks, kode_enum
from rtl_tracker.storage.tables.dasar import Base, SembilanUnsur


class PengaturanTahunTabel(Base):
    """Settings of the instansi for one year, as texts by key."""

    __tablename__ = "pengaturan_tahun"
    tahun: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    isi: Mapped[dict[str, str]] = mapped_column(JSON)


class TercetakTabel(Base):
    """A figure or word that a published report printed for the instansi; kept for the auditor."""

    __tablename__ = "tercetak_instansi"
    tahun: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    periode: Mapped[Periode] = mapped_column(kode_enum(Periode), primary_key=True)
    kunci: Mapped[str] = mapped_column(String(64), primary_key=True)
    nilai: Mapped[str] = mapped_column(String(255))


class UppTabel(Base):
    """A service unit. `nama_terlipat` is the folded name by which it is found."""

    __tablename__ = "upp"
    id: Mapped[int] = mapped_column(primary_key=True)
    urutan: Mapped[int] = mapped_column(Integer, default=0)
    nama: Mapped[str] = mapped_column(String(255))
    nama_terlipat: Mapped[str] = mapped_column(String(255), unique=True)
    kode: Mapped[str] = mapped_column(String(64), default="")
    singkatan: Mapped[str] = mapped_column(String(64), default="")
    jenis: Mapped[str] = mapped_column(String(64), default="")
    kelompok: Mapped[str] = mapped_column(String(128), default="")
    induk_id: Mapped[int | None] = mapped_column(ForeignKey("upp.id"), index=True)
    alamat: Mapped[str] = mapped_column(Text, default="")
    telepon: Mapped[str] = mapped_column(String(128), default="")
    frekuensi: Mapped[Frekuensi | None] = mapped_column(kode_enum(Frekuensi))
    ikut_rerata: Mapped[bool] = mapped_column(default=True)
    pelaksana: Mapped[str] = mapped_column(String(128), default="")


class LayananTabel(Base):
    """One kind of service of an UPP."""

    __tablename__ = "layanan"
    id: Mapped[int] = mapped_column(primary_key=True)
    upp_id: Mapped[int] = mapped_column(ForeignKey("upp.id"), index=True)
    nama: Mapped[str] = mapped_column(String(255))
    nama_terlipat: Mapped[str] = mapped_column(String(255))
    biaya: Mapped[str] = mapped_column(String(255), default="")
    standar_waktu: Mapped[str] = mapped_column(String(255), default="")
    __table_args__ = (Index("uq_layanan_upp_nama", "upp_id", "nama_terlipat", unique=True),)


class HasilTabel(Base):
    """A result row as handed in; `nilai` and `konversi_tercetak` hold the unsur as printed texts by key."""

    __tablename__ = "hasil"
    id: Mapped[int] = mapped_column(primary_key=True)
    upp_id: Mapped[int] = mapped_column(ForeignKey("upp.id"), index=True)
    layanan_id: Mapped[int | None] = mapped_column(ForeignKey("layanan.id"))
    tahun: Mapped[int] = mapped_column(index=True)
    periode: Mapped[Periode] = mapped_column(kode_enum(Periode))
    rata: Mapped[bool] = mapped_column(default=False)
    skala: Mapped[Skala] = mapped_column(kode_enum(Skala), default=Skala.NRR)
    nilai: Mapped[dict[str, str]] = mapped_column(JSON)
    konversi_tercetak: Mapped[dict[str, str]] = mapped_column(JSON)
    ikm_tercetak: Mapped[Decimal | None] = mapped_column(DesimalTeks)
    kategori_tercetak: Mapped[str | None] = mapped_column(String(128))
    jumlah_responden: Mapped[int | None]
    populasi: Mapped[int | None]
    metode: Mapped[str] = mapped_column(String(255), default="")
    pelaksana: Mapped[str] = mapped_column(String(255), default="")
    unsur_prioritas: Mapped[str] = mapped_column(Text, default="")
    realisasi_tercetak: Mapped[Decimal | None] = mapped_column(DesimalTeks)
    tautan_laporan: Mapped[str] = mapped_column(Text, default="")
    versi: Mapped[int] = mapped_column(default=1)
    __table_args__ = (Index("uq_hasil_kunci", "upp_id", func.coalesce(layanan_id, 0), "tahun", "periode", "rata", unique=True),)


class ResponsTabel(SembilanUnsur, Base):
    """One questionnaire. Nothing in it names a person."""

    __tablename__ = "respons"
    id: Mapped[int] = mapped_column(primary_key=True)
    upp_id: Mapped[int] = mapped_column(ForeignKey("upp.id"))
    layanan_id: Mapped[int | None] = mapped_column(ForeignKey("layanan.id"))
    tahun: Mapped[int]
    periode: Mapped[Periode] = mapped_column(kode_enum(Periode))
    nomor: Mapped[str] = mapped_column(String(64), default="")
    tanggal: Mapped[date | None] = mapped_column(Date)
    usia: Mapped[str | None] = mapped_column(String(16))
    jenis_kelamin: Mapped[str | None] = mapped_column(String(16))
    pendidikan: Mapped[str | None] = mapped_column(String(32))
    pekerjaan: Mapped[str | None] = mapped_column(String(32))
    disabilitas: Mapped[str | None] = mapped_column(String(64))
    penilaian_umum: Mapped[int | None] = mapped_column(SmallInteger)
    saran: Mapped[str] = mapped_column(Text, default="")
    __table_args__ = (Index("ix_respons_kelompok", "tahun", "upp_id", "periode"),)


class TabulasiTabel(Base):
    """Kept sums of the answers of one UPP, layanan and period, so that an index never has to read the answers.

    `per`: the sums of totals are in parts of it, their squares in parts of its square (60 where an unsur had several questions).
    """

    __tablename__ = "tabulasi"
    id: Mapped[int] = mapped_column(primary_key=True)
    upp_id: Mapped[int] = mapped_column(ForeignKey("upp.id"))
    layanan_id: Mapped[int | None] = mapped_column(ForeignKey("layanan.id"))
    tahun: Mapped[int] = mapped_column(index=True)
    periode: Mapped[Periode] = mapped_column(kode_enum(Periode))
    n: Mapped[int]
    n_lengkap: Mapped[int]
    jumlah_total: Mapped[int] = mapped_column(BigInteger)
    jumlah_kuadrat: Mapped[int] = mapped_column(BigInteger)
    per: Mapped[int] = mapped_column(SmallInteger, default=1)
    __table_args__ = (Index("uq_tabulasi_kunci", "upp_id", func.coalesce(layanan_id, 0), "tahun", "periode", unique=True),)


class HitunganTabel(Base):
    """How often an answer (1-4, or the code of a value between them) was given to an unsur."""

    __tablename__ = "hitungan"
    tabulasi_id: Mapped[int] = mapped_column(ForeignKey("tabulasi.id", ondelete="CASCADE"), primary_key=True)
    unsur: Mapped[Unsur] = mapped_column(kode_enum(Unsur), primary_key=True)
    jawaban: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    banyak: Mapped[int]


class RiwayatTabel(Base):
    """A printed index of one year, its class and its difference from the year before; `upp_id` NULL = the instansi."""

    __tablename__ = "riwayat"
    id: Mapped[int] = mapped_column(primary_key=True)
    upp_id: Mapped[int | None] = mapped_column(ForeignKey("upp.id"))
    tahun: Mapped[int]
    ikm: Mapped[Decimal] = mapped_column(DesimalTeks)
    mutu_tercetak: Mapped[str | None] = mapped_column(String(128))
    selisih_tercetak: Mapped[Decimal | None] = mapped_column(DesimalTeks)
    __table_args__ = (Index("uq_riwayat_kunci", func.coalesce(upp_id, 0), "tahun", unique=True),)


class ProfilTabel(Base):
    """One line of the profile of an UPP as printed (area, population, staff ...)."""

    __tablename__ = "profil"
    id: Mapped[int] = mapped_column(primary_key=True)
    upp_id: Mapped[int] = mapped_column(ForeignKey("upp.id"))
    tahun: Mapped[int]
    kunci: Mapped[str] = mapped_column(String(255))
    nilai: Mapped[str] = mapped_column(Text)
    __table_args__ = (Index("uq_profil_kunci", "upp_id", "tahun", "kunci", unique=True),)
