"""Explanations of findings: one for each finding of a year at most."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.peran import Peran
from rtl_tracker.storage.tables import PenggunaTabel, PenjelasanTemuanTabel

PANJANG_NAMA = 255
_KOLOM = ("kunci", "upp_id", "aturan", "alasan", "oleh", "pada")


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """Why a finding stands, who said so and when (UTC). `kunci`: identity of the finding; `upp_id` None = of the instansi."""

    kunci: str
    upp_id: int | None
    aturan: str
    alasan: str
    oleh: str
    pada: datetime


def muat_penjelasan(session: Session, tahun: int) -> dict[str, Penjelasan]:
    """All explanations of the year by the identity of their finding, also of findings that are no more."""
    pilih = select(*(getattr(PenjelasanTemuanTabel, k) for k in _KOLOM)).where(PenjelasanTemuanTabel.tahun == tahun)
    return {satu.kunci: satu for satu in (Penjelasan(*baris) for baris in session.execute(pilih))}


def kunci_dijelaskan(session: Session, tahun: int, organisasi_saja: bool = False) -> frozenset[str]:
    """Identities of the findings of the year that were explained, by anybody or by Bagian Organisasi alone."""
    pilih = select(PenjelasanTemuanTabel.kunci).where(PenjelasanTemuanTabel.tahun == tahun)
    if organisasi_saja:
        pilih = pilih.join(PenggunaTabel, PenggunaTabel.id == PenjelasanTemuanTabel.pengguna_id)
        pilih = pilih.where(PenggunaTabel.peran == Peran.ORGANISASI)
    return frozenset(session.scalars(pilih))


def penjelasan_menurut_kunci(session: Session, tahun: int, kunci: str) -> Penjelasan | None:
    """The explanation of one finding."""
    baris = session.get(PenjelasanTemuanTabel, (tahun, kunci), populate_existing=True)
    return None if baris is None else Penjelasan(*(getattr(baris, k) for k in _KOLOM))


def tambah_penjelasan(session: Session, tahun: int, penjelasan: Penjelasan, pengguna_id: int | None) -> None:
    """Keep an explanation of a finding that has none."""
    isi = {k: getattr(penjelasan, k) for k in _KOLOM} | {"oleh": penjelasan.oleh[:PANJANG_NAMA]}
    session.add(PenjelasanTemuanTabel(tahun=tahun, pengguna_id=pengguna_id, **isi))
    session.flush()


def hapus_penjelasan(session: Session, tahun: int, kunci: str) -> None:
    """Forget the explanation of a finding."""
    milik = (PenjelasanTemuanTabel.tahun == tahun, PenjelasanTemuanTabel.kunci == kunci)
    session.execute(delete(PenjelasanTemuanTabel).where(*milik))
