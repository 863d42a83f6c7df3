"""Word templates of the instansi's own: kept with what their examination found; at most one of a kind is in use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from rtl_tracker.storage.session import kunci_penulis
from rtl_tracker.storage.tables import TemplatWordTabel

PANJANG_NAMA = 255
_KOLOM = ("id", "jenis", "nama_berkas", "sha256", "ukuran", "hasil", "dipakai", "oleh", "pada")


@dataclass(frozen=True, slots=True)
class TemplatTersimpan:
    """One template without its content. `jenis`: code of the kind of document; `hasil`: findings as plain values; `ukuran` in bytes."""

    id: int
    jenis: str
    nama_berkas: str
    sha256: str
    ukuran: int
    hasil: Sequence[dict[str, str]]
    dipakai: bool
    oleh: str
    pada: datetime


def tambah_templat(
    session: Session, jenis: str, nama_berkas: str, isi: bytes, hasil: list[Any], oleh: str, pada: datetime
) -> TemplatTersimpan:
    """Keep an uploaded template; it is not in use yet."""
    baris = TemplatWordTabel(
        jenis=jenis,
        nama_berkas=nama_berkas[:PANJANG_NAMA],
        sha256=sha256(isi).hexdigest(),
        ukuran=len(isi),
        isi=isi,
        hasil=hasil,
        dipakai=False,
        oleh=oleh[:PANJANG_NAMA],
        pada=pada,
    )
    session.add(baris)
    session.flush()
    return _tersimpan(baris)


def list_templat(session: Session, jenis: str | None = None) -> list[TemplatTersimpan]:
    """The templates of a kind, or all of them, newest first."""
    pilih = select(TemplatWordTabel).order_by(TemplatWordTabel.id.desc())
    if jenis is not None:
        pilih = pilih.where(TemplatWordTabel.jenis == jenis)
    return [_tersimpan(baris) for baris in session.scalars(pilih.execution_options(populate_existing=True))]


def templat_menurut_id(session: Session, templat_id: int) -> TemplatTersimpan | None:
    """The template of this id."""
    baris = session.get(TemplatWordTabel, templat_id, populate_existing=True)
    return None if baris is None else _tersimpan(baris)


def isi_templat(session: Session, templat_id: int) -> bytes | None:
    """The file of a template; None when there is none, or when it is not what was examined any more."""
    pilih = select(TemplatWordTabel.isi, TemplatWordTabel.sha256).where(TemplatWordTabel.id == templat_id)
    baris = session.execute(pilih).one_or_none()
    return baris.isi if baris is not None and sha256(baris.isi).hexdigest() == baris.sha256 else None


def templat_dipakai(session: Session, jenis: str) -> TemplatTersimpan | None:
    """The template of this kind that is in use."""
    pilih = select(TemplatWordTabel).where(TemplatWordTabel.jenis == jenis, TemplatWordTabel.dipakai)
    terbaru = pilih.order_by(TemplatWordTabel.id.desc()).limit(1).execution_options(populate_existing=True)
    baris = session.scalars(terbaru).first()
    return None if baris is None else _tersimpan(baris)


def setel_dipakai(session: Session, jenis: str, templat_id: int | None) -> None:
    """Put one template of a kind to use and every other out of it; None leaves the shipped one alone."""
    kunci_penulis(session.connection())
    semua = update(TemplatWordTabel).where(TemplatWordTabel.jenis == jenis)
    session.execute(semua.values(dipakai=TemplatWordTabel.id == templat_id if templat_id is not None else False))
    session.flush()


def buang_templat_lama(session: Session, jenis: str, sisakan: int) -> None:
    """Forget all but the newest `sisakan` of a kind, and the one in use; what became of them stays in the audit trail."""
    pilih = select(TemplatWordTabel.id).where(TemplatWordTabel.jenis == jenis, ~TemplatWordTabel.dipakai)
    lama = session.scalars(pilih.order_by(TemplatWordTabel.id.desc()).offset(sisakan)).all()
    if lama:
        session.execute(delete(TemplatWordTabel).where(TemplatWordTabel.id.in_(lama)))


def _tersimpan(baris: TemplatWordTabel) -> TemplatTersimpan:
    return TemplatTersimpan(**{kolom: getattr(baris, kolom) for kolom in _KOLOM})
