"""Questionnaires of a survey for those who moderate them: found by when and how they came, never by what was answered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, case, extract, func, literal, or_, select, update
from sqlalchemy.orm import Session

from rtl_tracker.domain.jawaban import Jawaban, Saluran
from rtl_tracker.domain.moderasi import SELANG_SAMA, Petunjuk, SaringanJawaban
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.jawaban_repository import TANPA_LAYANAN, jawaban_dari
from rtl_tracker.storage.tables import JawabanTabel, SurveiTabel

_T = JawabanTabel
_TERISI = sum((case((getattr(_T, u.value).is_not(None), 1), else_=0) for u in Unsur), start=literal(0))

_KOLOM = tuple(
    getattr(_T, k) for k in ("id", "diterima", "tanggal", "saluran", "layanan_id", "saran", "lurus", "sidik", "sah", "alasan")
)


@dataclass(frozen=True, slots=True)
class BarisJawaban:
    """One questionnaire as a list shows it: nothing of what was answered but the saran. `terisi`: how many unsur were answered."""

    id: int
    diterima: datetime
    tanggal: date
    saluran: Saluran
    layanan_id: int | None
    saran: str
    lurus: bool
    sidik: str
    sah: bool
    alasan: str
    terisi: int


@dataclass(frozen=True, slots=True)
class JawabanTersimpan:
    """One questionnaire with what it says. `kuesioner_id`: the version it is an answer to."""

    baris: BarisJawaban
    survei_id: int
    kuesioner_id: int | None
    isi: Jawaban


def hitung_jawaban(session: Session, survei_id: int, saringan: SaringanJawaban) -> int:
    """Number of questionnaires that match."""
    return session.scalar(select(func.count()).select_from(_T).where(*_syarat(survei_id, saringan))) or 0


def list_jawaban(
    session: Session, survei_id: int, saringan: SaringanJawaban, lewati: int, paling_banyak: int
) -> list[BarisJawaban]:
    """Questionnaires that match, the newest first."""
    pilih = select(*_KOLOM, _TERISI).where(*_syarat(survei_id, saringan)).order_by(_T.id.desc())
    return [BarisJawaban(*tuple(b)) for b in session.execute(pilih.offset(lewati).limit(paling_banyak))]


def muat_jawaban(session: Session, jawaban_id: Collection[int]) -> list[JawabanTersimpan]:
    """Questionnaires by their ids, in the order in which they came."""
    pilih = select(_T, _TERISI).where(_T.id.in_(list(jawaban_id))).order_by(_T.id)
    hasil = []
    for b, terisi in session.execute(pilih.execution_options(populate_existing=True)):
        baris = BarisJawaban(
            b.id, b.diterima, b.tanggal, b.saluran, b.layanan_id, b.saran, b.lurus, b.sidik, b.sah, b.alasan, terisi
        )
        hasil.append(JawabanTersimpan(baris, b.survei_id, b.kuesioner_id, jawaban_dari(b)))
    return hasil


def upp_jawaban(session: Session, jawaban_id: int) -> int | None:
    """The unit whose survey a questionnaire belongs to; None when there is no such questionnaire."""
    pilih = select(SurveiTabel.upp_id).join(JawabanTabel, JawabanTabel.survei_id == SurveiTabel.id)
    return session.scalar(pilih.where(JawabanTabel.id == jawaban_id))


def tandai(session: Session, jawaban_id: Collection[int], sah: bool, alasan: str) -> None:
    """Set questionnaires aside with the reason, or take them back. Their counts are the caller's to change."""
    session.execute(update(_T).where(_T.id.in_(list(jawaban_id))).values(sah=sah, alasan=alasan))


def banyak_sama(session: Session, survei_id: int, sidik: Collection[str]) -> dict[str, int]:
    """How many valid questionnaires of the survey say exactly this."""
    pilih = select(_T.sidik, func.count()).where(_T.survei_id == survei_id, _T.sah.is_(True), _T.sidik.in_(list(sidik)))
    return dict(session.execute(pilih.group_by(_T.sidik)).all())


def beruntun(session: Session, survei_id: int, sidik: Sequence[str]) -> frozenset[int]:
    """Those of these contents that came within SELANG_SAMA minutes of the same content."""
    return frozenset(session.scalars(_beruntun(survei_id, _T.sidik.in_(list(sidik)))))


def _syarat(survei_id: int, s: SaringanJawaban) -> list[ColumnElement[bool]]:
    syarat = [_T.survei_id == survei_id]
    if s.sah is not None:
        syarat.append(_T.sah.is_(s.sah))
    if s.saluran in list(Saluran):
        syarat.append(_T.saluran == Saluran(s.saluran))
    if s.layanan_id is not None:
        syarat.append(_T.layanan_id.is_(None) if s.layanan_id == TANPA_LAYANAN else _T.layanan_id == s.layanan_id)
    if s.dari is not None:
        syarat.append(_T.tanggal >= s.dari)
    if s.sampai is not None:
        syarat.append(_T.tanggal <= s.sampai)
    return syarat + _syarat_petunjuk(survei_id, s.petunjuk)


def _syarat_petunjuk(survei_id: int, petunjuk: Petunjuk | None) -> list[ColumnElement[bool]]:
    """Hints compare valid questionnaires only: a copy that was set aside no longer points at the one that stays."""
    if petunjuk is Petunjuk.LURUS:
        return [_T.lurus.is_(True)]
    if petunjuk is Petunjuk.ISI_SAMA:
        sama = select(_T.sidik).where(_T.survei_id == survei_id, _T.sah.is_(True))
        return [_T.sah.is_(True), _T.sidik.in_(sama.group_by(_T.sidik).having(func.count() > 1))]
    return [_T.id.in_(_beruntun(survei_id))] if petunjuk is Petunjuk.BERUNTUN else []


def _beruntun(survei_id: int, *syarat: ColumnElement[bool]) -> Select[tuple[int]]:
    detik = extract("epoch", _T.diterima)
    urut = (_T.diterima, _T.id)
    dekat = (
        select(
            _T.id,
            (detik - func.lag(detik).over(partition_by=_T.sidik, order_by=urut)).label("sebelum"),
            (func.lead(detik).over(partition_by=_T.sidik, order_by=urut) - detik).label("sesudah"),
        )
        .where(_T.survei_id == survei_id, _T.sah.is_(True), *syarat)
        .subquery()
    )
    return select(dekat.c.id).where(or_(dekat.c.sebelum <= SELANG_SAMA * 60, dekat.c.sesudah <= SELANG_SAMA * 60))
