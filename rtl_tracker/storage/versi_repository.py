"""Frozen versions of documents: written once, never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.tables import VersiLaporanTabel


@dataclass(frozen=True, slots=True)
class VersiLaporan:
    """A frozen version as a plain value, without what was frozen in it. `sidik`: SHA-256 of each file by its ending; `pada` is UTC."""

    id: int
    kode: str
    permintaan: PermintaanDokumen
    nomor: int
    judul: str
    catatan: str
    berkas: str
    sidik: Mapping[str, str]
    oleh: str
    pada: datetime


@dataclass(frozen=True, slots=True)
class IsiBeku:
    """What was frozen: facts as JSON, figures as [name, meaning, value], texts by block, findings that were open."""

    fakta: Mapping[str, Any]
    angka: Sequence[Sequence[str]]
    teks: Mapping[str, Sequence[str]]
    temuan: Sequence[Mapping[str, Any]]


def tambah_versi(session: Session, versi: VersiLaporan, isi: IsiBeku, pengguna_id: int | None) -> VersiLaporan:
    """Store a version under the next number of its document; `versi.id` and `versi.nomor` are given here."""
    p = versi.permintaan
    baris = VersiLaporanTabel(
        kode=versi.kode, kunci=p.kunci, jenis=p.jenis.value, tahun=p.tahun, periode=p.periode.value, upp_id=p.upp_id,
        nomor=nomor_berikut(session, p), judul=versi.judul, catatan=versi.catatan, berkas=versi.berkas, sidik=dict(versi.sidik),
        fakta=dict(isi.fakta), angka=[list(a) for a in isi.angka], teks={k: list(v) for k, v in isi.teks.items()},
        temuan=[dict(t) for t in isi.temuan], pengguna_id=pengguna_id, oleh=versi.oleh, pada=versi.pada,
    )  # fmt: skip
    session.add(baris)
    session.flush()
    return _versi(baris)


def nomor_berikut(session: Session, permintaan: PermintaanDokumen) -> int:
    """The number that the next version of this document gets."""
    terakhir = session.scalar(select(func.max(VersiLaporanTabel.nomor)).where(VersiLaporanTabel.kunci == permintaan.kunci))
    return (terakhir or 0) + 1


def list_versi(session: Session, permintaan: PermintaanDokumen) -> list[VersiLaporan]:
    """All versions of a document, newest first."""
    pilih = select(VersiLaporanTabel).where(VersiLaporanTabel.kunci == permintaan.kunci)
    return [_versi(b) for b in session.scalars(pilih.order_by(VersiLaporanTabel.nomor.desc()))]


def list_versi_tahun(session: Session, tahun: int) -> dict[str, VersiLaporan]:
    """The newest version of every document of a year, by the document's key."""
    pilih = select(VersiLaporanTabel).where(VersiLaporanTabel.tahun == tahun).order_by(VersiLaporanTabel.nomor)
    return {b.kunci: _versi(b) for b in session.scalars(pilih)}


def list_semua_versi(session: Session) -> list[VersiLaporan]:
    """Every version there is, oldest first."""
    return [_versi(b) for b in session.scalars(select(VersiLaporanTabel).order_by(VersiLaporanTabel.id))]


def versi_menurut_id(session: Session, id_: int) -> VersiLaporan | None:
    """The version with this id."""
    baris = session.get(VersiLaporanTabel, id_)
    return None if baris is None else _versi(baris)


def versi_menurut_kode(session: Session, kode: str) -> VersiLaporan | None:
    """The version with this public code."""
    baris = session.scalar(select(VersiLaporanTabel).where(VersiLaporanTabel.kode == kode))
    return None if baris is None else _versi(baris)


def muat_isi_beku(session: Session, id_: int) -> IsiBeku:
    """What was frozen in a version that exists."""
    b = VersiLaporanTabel
    fakta, angka, teks, temuan = session.execute(select(b.fakta, b.angka, b.teks, b.temuan).where(b.id == id_)).one()
    return IsiBeku(fakta, angka, teks, temuan)


def _versi(b: VersiLaporanTabel) -> VersiLaporan:
    permintaan = PermintaanDokumen(JenisDokumen(b.jenis), b.tahun, Periode(b.periode), b.upp_id)
    return VersiLaporan(b.id, b.kode, permintaan, b.nomor, b.judul, b.catatan, b.berkas, b.sidik, b.oleh, b.pada)
