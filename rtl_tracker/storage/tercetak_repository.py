"""Figures, breakdowns and sentences of published reports, as the domain's own values."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.tercetak import AngkaTercetak, Naskah, Rincian
from rtl_tracker.storage.tables import AngkaTercetakTabel, NaskahTabel, RincianTabel

Tercetak = AngkaTercetak | Rincian | Naskah
T = TypeVar("T", bound=Tercetak)
_TABEL: Mapping[Any, Any] = {AngkaTercetak: AngkaTercetakTabel, Rincian: RincianTabel, Naskah: NaskahTabel}


def muat_cetakan(session: Session, jenis: type[T], tahun: int, upp_id: int | None = None) -> tuple[T, ...]:
    """What is kept of one kind for the year, in the order of entry; of one unit and the instansi where a unit is given."""
    tabel = _TABEL[jenis]
    pilih = select(*(getattr(tabel, kolom.name) for kolom in fields(jenis))).where(tabel.tahun == tahun).order_by(tabel.id)
    if upp_id is not None:
        pilih = pilih.where(or_(tabel.upp_id == upp_id, tabel.upp_id.is_(None)))
    return tuple(jenis(*baris) for baris in session.execute(pilih))


def tambah_cetakan(session: Session, tahun: int, daftar: Iterable[Tercetak]) -> None:
    """Keep what a report printed; none of it may be kept already."""
    session.add_all(_TABEL[type(satu)](tahun=tahun, **_isi(satu)) for satu in daftar)
    session.flush()


def hapus_cetakan(session: Session, jenis: type[Tercetak], tahun: int) -> None:
    """Remove all of one kind of the year (before it is replaced)."""
    session.execute(delete(_TABEL[jenis]).where(_TABEL[jenis].tahun == tahun))


def _isi(satu: Tercetak) -> dict[str, object]:
    return {kolom.name: getattr(satu, kolom.name) for kolom in fields(satu)}
