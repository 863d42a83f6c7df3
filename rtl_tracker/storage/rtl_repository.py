"""RTL with their bukti, and the log of imports."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.storage.tables import BuktiTabel, ImporTabel, RtlTabel

KOLOM_RTL: tuple[str, ...] = (
    "upp_id", "tahun", "periode", "unsur", "unsur_teks", "kegiatan", "keluhan", "indikator", "waktu", "tenggat",
    "penanggung_jawab", "horizon", "stakeholder", "status", "uraian", "hambatan", "alasan", "strategi", "data_contoh",
)  # fmt: skip


def muat_rtl(session: Session, tahun: int) -> tuple[Rtl, ...]:
    """The RTL born in the year, in the order in which they were entered."""
    pilih = select(RtlTabel).where(RtlTabel.tahun == tahun).order_by(RtlTabel.id).options(selectinload(RtlTabel.bukti))
    return tuple(
        Rtl(id=b.id, bukti=tuple(x.tautan for x in b.bukti), **{kolom: getattr(b, kolom) for kolom in KOLOM_RTL})
        for b in session.scalars(pilih)
    )


def tambah_rtl(session: Session, daftar: Iterable[Rtl]) -> None:
    """Store RTL (their ids are given by the database)."""
    for rtl in daftar:
        baris = RtlTabel(**{kolom: getattr(rtl, kolom) for kolom in KOLOM_RTL})
        baris.bukti = [BuktiTabel(tautan=tautan) for tautan in rtl.bukti]
        session.add(baris)
    session.flush()


def hapus_rtl(session: Session, tahun: int) -> None:
    """Remove the RTL of the year with their bukti (before they are replaced)."""
    for baris in session.scalars(select(RtlTabel).where(RtlTabel.tahun == tahun)):
        session.delete(baris)
    session.flush()


def catat_impor(
    session: Session, waktu: datetime, tahun: int, nama_berkas: str, sha256: str, ringkasan: dict[str, Any]
) -> None:
    """Log an accepted import."""
    session.add(ImporTabel(waktu=waktu, tahun=tahun, nama_berkas=nama_berkas, sha256=sha256, ringkasan=ringkasan))
