"""Edited texts of documents, one per document and block."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, select, update
from sqlalchemy.orm import Session

from rtl_tracker.storage.pekerjaan_repository import banyak_baris
from rtl_tracker.storage.tables import SuntinganTabel


@dataclass(frozen=True, slots=True)
class Suntingan:
    """An edited text as typed: paragraphs by line feeds, fields as `{{ nama }}`. `versi` counts its changes; `pada` is UTC."""

    blok: str
    teks: str
    versi: int
    oleh: str
    pada: datetime


def muat_suntingan(session: Session, kunci: str) -> dict[str, Suntingan]:
    """All edited texts of a document (PermintaanDokumen.kunci), by block."""
    pilih = select(SuntinganTabel).where(SuntinganTabel.kunci == kunci)
    return {b.blok: Suntingan(b.blok, b.teks, b.versi, b.oleh, b.pada) for b in session.scalars(pilih)}


def simpan_suntingan(session: Session, kunci: str, baru: Suntingan) -> bool:
    """Store a text; `baru.versi` is one above the one it follows. False when somebody else stored one in between."""
    if baru.versi == 1:
        if session.get(SuntinganTabel, (kunci, baru.blok)) is not None:
            return False
        session.add(SuntinganTabel(kunci=kunci, blok=baru.blok, teks=baru.teks, versi=1, oleh=baru.oleh, pada=baru.pada))
        session.flush()
        return True
    lama = and_(SuntinganTabel.kunci == kunci, SuntinganTabel.blok == baru.blok, SuntinganTabel.versi == baru.versi - 1)
    isi = {"teks": baru.teks, "versi": baru.versi, "oleh": baru.oleh, "pada": baru.pada}
    return banyak_baris(session.execute(update(SuntinganTabel).where(lama).values(isi))) == 1


def hapus_suntingan(session: Session, kunci: str, blok: str, versi: int) -> bool:
    """Remove a text; False when it is not the one that was seen."""
    sama = and_(SuntinganTabel.kunci == kunci, SuntinganTabel.blok == blok, SuntinganTabel.versi == versi)
    return banyak_baris(session.execute(delete(SuntinganTabel).where(sama))) == 1
