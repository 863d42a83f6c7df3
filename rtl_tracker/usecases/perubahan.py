"""Two people at one record, and what a change was: the same two questions for every kind of record."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.jejak import Catatan, JenisJejak, Objek
from rtl_tracker.formats import tanggal_waktu
from rtl_tracker.storage.jejak_repository import cari_jejak, perubahan_terakhir


def periksa_versi(session: Session, objek: Objek, objek_id: int, dikirim: int, tersimpan: int) -> None:
    """Raises BerubahLebihDahulu, with who and when, unless the form was made from the stored version."""
    if dikirim != tersimpan:
        raise _bentrok(perubahan_terakhir(session, objek, objek_id), tersimpan)


def versi_jejak(session: Session, jenis: JenisJejak, objek: Objek, objek_id: int) -> int:
    """The version of what carries none of its own: the number of its newest record of this kind; 0 = never changed."""
    terakhir = _terakhir(session, jenis, objek, objek_id)
    return 0 if terakhir is None else terakhir.nomor


def periksa_versi_jejak(session: Session, jenis: JenisJejak, objek: Objek, objek_id: int, dikirim: int) -> None:
    """Raises BerubahLebihDahulu, with who and when, unless the form was made from the newest record."""
    terakhir = _terakhir(session, jenis, objek, objek_id)
    kini = 0 if terakhir is None else terakhir.nomor
    if dikirim != kini:
        raise _bentrok(terakhir, kini)


def _terakhir(session: Session, jenis: JenisJejak, objek: Objek, objek_id: int) -> Catatan | None:
    _, catatan = cari_jejak(session, objek=objek, objek_id=objek_id, jenis=[jenis], paling_banyak=1)
    return next(iter(catatan), None)


def _bentrok(terakhir: Catatan | None, versi: int) -> BerubahLebihDahulu:
    if terakhir is None:
        return BerubahLebihDahulu("pengguna lain", "waktu yang tidak tercatat", versi)
    return BerubahLebihDahulu(terakhir.pelaku, tanggal_waktu(datetime.fromisoformat(terakhir.waktu).astimezone()), versi)


def perbedaan(lama: object, baru: object, kolom: Iterable[str]) -> dict[str, list[Any]]:
    """{"kolom": [before, after]} of the attributes that differ, as plain JSON values."""
    pasangan = ((k, getattr(lama, k), getattr(baru, k)) for k in kolom)
    return {k: [_polos(dulu), _polos(kini)] for k, dulu, kini in pasangan if dulu != kini}


def _polos(nilai: Any) -> Any:
    if isinstance(nilai, StrEnum):
        return nilai.value
    if isinstance(nilai, date | datetime):
        return nilai.isoformat()
    return nilai if nilai is None or isinstance(nilai, str | int | bool) else str(nilai)
