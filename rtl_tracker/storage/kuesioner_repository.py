"""Versions of the questionnaire. None is ever changed or removed; the newest of the layanan holds, else the newest of the instansi.

A row without words says that a layanan went back to the instansi's; it takes a number, but is no version to be asked.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, or_, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN, Kuesioner, kuesioner_dari_json, kuesioner_ke_json
from rtl_tracker.storage.session import sisipkan_bila_belum
from rtl_tracker.storage.tables import KuesionerTabel

PROGRAM = "rtl-tracker"


def list_kuesioner(session: Session, layanan_id: int | None) -> list[Kuesioner]:
    """Stored versions of one scope, newest first."""
    pilih = select(KuesionerTabel).where(ruang(layanan_id)).order_by(KuesionerTabel.nomor.desc())
    return [k for b in session.scalars(pilih) if (k := kuesioner_dari_baris(b)) is not None]


def list_kuesioner_unit(session: Session, layanan_id: Iterable[int]) -> list[Kuesioner]:
    """Stored versions of the instansi and of these layanan, newest first, in one query."""
    milik = or_(ruang(None), KuesionerTabel.layanan_id.in_(list(layanan_id)))
    pilih = select(KuesionerTabel).where(milik).order_by(KuesionerTabel.id.desc())
    return [k for b in session.scalars(pilih) if (k := kuesioner_dari_baris(b)) is not None]


def kuesioner_berlaku(session: Session, layanan_id: int | None) -> Kuesioner:
    """What is asked now: the newest version of the layanan, else of the instansi, else the default."""
    for id_ in dict.fromkeys((layanan_id, None)):
        ada = session.scalar(select(KuesionerTabel).where(ruang(id_)).order_by(KuesionerTabel.nomor.desc()).limit(1))
        if ada is not None and (kuesioner := kuesioner_dari_baris(ada)) is not None:
            return kuesioner
    return KUESIONER_BAWAAN


def kuesioner_versi(session: Session, layanan_id: int | None, nomor: int) -> Kuesioner | None:
    """One version of a scope; the default is the first of the instansi, stored or not."""
    isi = {"layanan": layanan_id or 0, "nomor": nomor}
    ada = session.connection().execute(_pilih_versi(), isi).first()
    if ada is not None:
        return None if ada.isi is None else kuesioner_dari_json(ada.isi, nomor, layanan_id, ada.id)
    return KUESIONER_BAWAAN if (layanan_id, nomor) == (None, KUESIONER_BAWAAN.nomor) else None


def kuesioner_menurut_id(session: Session, kuesioner_id: int) -> Kuesioner | None:
    """The stored version of this id."""
    ada = session.get(KuesionerTabel, kuesioner_id)
    return None if ada is None else kuesioner_dari_baris(ada)


def pastikan_tersimpan(session: Session, kuesioner: Kuesioner, now: datetime) -> int:
    """The id of a version; the default is stored when it is first answered, so that its words never get lost."""
    if kuesioner.id is not None:
        return kuesioner.id
    ada = session.scalar(select(KuesionerTabel.id).where(ruang(kuesioner.layanan_id), KuesionerTabel.nomor == kuesioner.nomor))
    if ada is not None:
        return ada
    isi = {"layanan_id": kuesioner.layanan_id, "nomor": kuesioner.nomor, "isi": kuesioner_ke_json(kuesioner)}
    sisipkan_bila_belum(session, KuesionerTabel, {**isi, "oleh": PROGRAM, "pada": now})
    return session.scalars(
        select(KuesionerTabel.id).where(ruang(kuesioner.layanan_id), KuesionerTabel.nomor == kuesioner.nomor)
    ).one()


def simpan_kuesioner(session: Session, kuesioner: Kuesioner, oleh: str, now: datetime) -> int:
    """Store a version whose number is free in its scope; returns its id."""
    baris = KuesionerTabel(
        layanan_id=kuesioner.layanan_id, nomor=kuesioner.nomor, isi=kuesioner_ke_json(kuesioner), oleh=oleh, pada=now
    )
    session.add(baris)
    session.flush()
    return baris.id


@cache
def _pilih_versi() -> Any:
    """The query of every questionnaire that arrives, made once; its condition is that of the unique index."""
    t = KuesionerTabel.__table__
    cakupan: Any = func.coalesce(t.c.layanan_id, 0) == bindparam("layanan")
    return select(t.c.id, t.c.isi).where(cakupan, t.c.nomor == bindparam("nomor"))


def ruang(layanan_id: int | None) -> ColumnElement[bool]:
    """The condition for the rows of one scope."""
    return KuesionerTabel.layanan_id.is_(None) if layanan_id is None else KuesionerTabel.layanan_id == layanan_id


def kuesioner_dari_baris(baris: KuesionerTabel) -> Kuesioner | None:
    """The version of a row; None for one that follows the instansi."""
    return None if baris.isi is None else kuesioner_dari_json(baris.isi, baris.nomor, baris.layanan_id, baris.id)
