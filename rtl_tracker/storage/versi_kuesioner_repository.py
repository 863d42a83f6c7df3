"""The history of questionnaires: every version of a scope with its author, who has versions of their own, how often each was answered."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.jawaban import JenisCacah
from rtl_tracker.domain.kuesioner import Kuesioner
from rtl_tracker.storage.kuesioner_repository import kuesioner_berlaku, kuesioner_dari_baris, ruang
from rtl_tracker.storage.tables import CacahSurveiTabel, JawabanTabel, KuesionerTabel, LayananTabel, SurveiTabel, UppTabel


@dataclass(frozen=True, slots=True)
class VersiTercatat:
    """One stored number of a scope. `kuesioner` None = from here on the layanan follows the instansi."""

    id: int
    nomor: int
    kuesioner: Kuesioner | None
    oleh: str
    pada: datetime


@dataclass(frozen=True, slots=True)
class BanyakJawaban:
    """Questionnaires that were answered under a version: all of them, and those of surveys that are no result yet."""

    semua: int = 0
    berjalan: int = 0


@dataclass(frozen=True, slots=True)
class LayananUnit:
    """A layanan and the unit it belongs to."""

    id: int
    nama: str
    upp_id: int
    upp: str


def list_versi(session: Session, layanan_id: int | None) -> list[VersiTercatat]:
    """Everything stored of a scope, newest first."""
    pilih = select(KuesionerTabel).where(ruang(layanan_id)).order_by(KuesionerTabel.nomor.desc())
    return [_tercatat(b) for b in session.scalars(pilih)]


def versi_terbaru(session: Session) -> dict[int | None, VersiTercatat]:
    """The newest number of every scope that has one, by layanan (None = the instansi)."""
    baris = session.scalars(select(KuesionerTabel).order_by(KuesionerTabel.nomor))
    return {b.layanan_id: _tercatat(b) for b in baris}


def kuesioner_layanan(session: Session, layanan_id: Collection[int]) -> dict[int, Kuesioner]:
    """What each of these layanan asks now, in two queries."""
    instansi = kuesioner_berlaku(session, None)
    pilih = select(KuesionerTabel).where(KuesionerTabel.layanan_id.in_(list(layanan_id))).order_by(KuesionerTabel.nomor)
    sendiri = {b.layanan_id: kuesioner_dari_baris(b) for b in session.scalars(pilih)}
    return {id_: sendiri.get(id_) or instansi for id_ in layanan_id}


def catat_ikut(session: Session, layanan_id: int, nomor: int, oleh: str, now: datetime) -> int:
    """From this number on the layanan asks what the instansi asks; returns the id of the row."""
    baris = KuesionerTabel(layanan_id=layanan_id, nomor=nomor, isi=None, oleh=oleh, pada=now)
    session.add(baris)
    session.flush()
    return baris.id


def hitung_jawaban(session: Session, kuesioner_id: Collection[int]) -> dict[int, BanyakJawaban]:
    """How many questionnaires were answered under each version; read from an index alone."""
    per_survei = (
        select(JawabanTabel.kuesioner_id, JawabanTabel.survei_id, func.count().label("banyak"))
        .where(JawabanTabel.kuesioner_id.in_(list(kuesioner_id)))
        .group_by(JawabanTabel.kuesioner_id, JawabanTabel.survei_id)
        .subquery()
    )
    sisa = func.sum(case((SurveiTabel.ditutup.is_(None), per_survei.c.banyak), else_=0))
    pilih = select(per_survei.c.kuesioner_id, func.sum(per_survei.c.banyak), sisa).group_by(per_survei.c.kuesioner_id)
    baris = session.execute(pilih.join(SurveiTabel, SurveiTabel.id == per_survei.c.survei_id))
    return {id_: BanyakJawaban(int(semua), int(berjalan)) for id_, semua, berjalan in baris}


def jawaban_berjalan(session: Session, layanan_id: int) -> int:
    """Valid questionnaires of a layanan in surveys that are no result yet."""
    pilih = select(func.coalesce(func.sum(CacahSurveiTabel.banyak), 0)).join(
        SurveiTabel, SurveiTabel.id == CacahSurveiTabel.survei_id
    )
    syarat = (CacahSurveiTabel.layanan_id == layanan_id, CacahSurveiTabel.jenis == JenisCacah.N, SurveiTabel.ditutup.is_(None))
    return int(session.scalar(pilih.where(*syarat)) or 0)


def list_layanan(session: Session) -> list[LayananUnit]:
    """Every layanan, in the order of the units and of the layanan within."""
    pilih = (
        select(LayananTabel.id, LayananTabel.nama, UppTabel.id, UppTabel.nama)
        .join(UppTabel, UppTabel.id == LayananTabel.upp_id)
        .order_by(UppTabel.urutan, UppTabel.id, LayananTabel.id)
    )
    return [LayananUnit(*b) for b in session.execute(pilih)]


def layanan_menurut_id(session: Session, layanan_id: int) -> LayananUnit | None:
    """The layanan of this id with its unit."""
    pilih = select(LayananTabel.id, LayananTabel.nama, UppTabel.id, UppTabel.nama)
    ada = session.execute(pilih.join(UppTabel, UppTabel.id == LayananTabel.upp_id).where(LayananTabel.id == layanan_id)).first()
    return None if ada is None else LayananUnit(*ada)


def _tercatat(baris: KuesionerTabel) -> VersiTercatat:
    return VersiTercatat(baris.id, baris.nomor, kuesioner_dari_baris(baris), baris.oleh, baris.pada)
