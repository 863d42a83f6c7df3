"""What a published report printed besides its rows of results; kept for the auditor alone."""

from decimal import Decimal

from sqlalchemy import ForeignKey, Index, String, Text, func
from sqlalchemy.orm import Mapped, mapped_column

from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.jenis_kolom import DesimalTeks, kode_enum
from rtl_tracker.storage.tables.dasar import Base


class AngkaTercetakTabel(Base):
    """A figure printed once more at another place; `upp_id` NULL = the instansi."""

    __tablename__ = "angka_tercetak"
    id: Mapped[int] = mapped_column(primary_key=True)
    tahun: Mapped[int]
    upp_id: Mapped[int | None] = mapped_column(ForeignKey("upp.id"))
    periode: Mapped[Periode] = mapped_column(kode_enum(Periode))
    bagian: Mapped[str] = mapped_column(String(128))
    kunci: Mapped[str] = mapped_column(String(64))
    nilai: Mapped[str] = mapped_column(String(255))
    __table_args__ = (
        Index("uq_angka_tercetak_kunci", "tahun", func.coalesce(upp_id, 0), "periode", "bagian", "kunci", unique=True),
    )


class RincianTabel(Base):
    """One cell of a printed breakdown; `kolom` "" = the row's own count."""

    __tablename__ = "rincian_tercetak"
    id: Mapped[int] = mapped_column(primary_key=True)
    tahun: Mapped[int]
    upp_id: Mapped[int | None] = mapped_column(ForeignKey("upp.id"))
    periode: Mapped[Periode] = mapped_column(kode_enum(Periode))
    tabel: Mapped[str] = mapped_column(String(128))
    label: Mapped[str] = mapped_column(String(128))
    kolom: Mapped[str] = mapped_column(String(64), default="")
    jumlah: Mapped[int | None]
    persen_tercetak: Mapped[Decimal | None] = mapped_column(DesimalTeks)
    __table_args__ = (
        Index(
            "uq_rincian_tercetak_kunci", "tahun", func.coalesce(upp_id, 0), "periode", "tabel", "label", "kolom", unique=True
        ),
    )


class NaskahTabel(Base):
    """A sentence or paragraph of a report."""

    __tablename__ = "naskah_tercetak"
    id: Mapped[int] = mapped_column(primary_key=True)
    tahun: Mapped[int] = mapped_column(index=True)
    upp_id: Mapped[int | None] = mapped_column(ForeignKey("upp.id"))
    periode: Mapped[Periode] = mapped_column(kode_enum(Periode))
    bagian: Mapped[str] = mapped_column(String(128))
    teks: Mapped[str] = mapped_column(Text)
