"""How files of answers of one look were read by a unit, kept to be offered again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtl_tracker.storage.tables import PemetaanJawabanTabel

PANJANG_NAMA = 255


@dataclass(frozen=True, slots=True)
class PemetaanTersimpan:
    """A kept mapping as plain values; who used it last, and when."""

    isi: dict[str, Any]
    oleh: str
    pada: datetime


def muat_pemetaan(session: Session, upp_id: int, tanda: str) -> PemetaanTersimpan | None:
    """The mapping that the unit used last for files of this look."""
    baris = _baris(session, upp_id, tanda)
    return None if baris is None else PemetaanTersimpan(baris.isi, baris.oleh, baris.pada)


def simpan_pemetaan(session: Session, upp_id: int, tanda: str, isi: dict[str, Any], oleh: str, now: datetime) -> None:
    """Keep the mapping in the place of the last one."""
    baris = _baris(session, upp_id, tanda)
    if baris is None:
        baris = PemetaanJawabanTabel(upp_id=upp_id, tanda=tanda)
        session.add(baris)
    baris.isi, baris.oleh, baris.pada = isi, oleh[:PANJANG_NAMA], now
    session.flush()


def _baris(session: Session, upp_id: int, tanda: str) -> PemetaanJawabanTabel | None:
    return session.scalar(
        select(PemetaanJawabanTabel).where(PemetaanJawabanTabel.upp_id == upp_id, PemetaanJawabanTabel.tanda == tanda)
    )
