"""Sheets of paper that were keyed in: found again by their number or among the newest, corrected with their counts."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.jawaban import Jawaban, Saluran, cacah_jawaban, sidik_isi
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.jawaban_repository import KOLOM_ISI, jawaban_dari, ubah_cacah
from rtl_tracker.storage.tables import JawabanTabel

TERBARU = 2000
"""How far back the newest questionnaires of a survey are looked through: the page costs the same at any number of them."""


@dataclass(frozen=True, slots=True)
class LembarKertas:
    """One keyed sheet. `nomor` "" = none; `sah` false = set aside."""

    id: int
    survei_id: int
    layanan_id: int | None
    kuesioner_id: int | None
    nomor: str
    diterima: datetime
    sah: bool
    jawaban: Jawaban


def lembar_menurut_id(session: Session, survei_id: int, jawaban_id: int) -> LembarKertas | None:
    """The sheet of this id, if it is one of this survey."""
    return _satu(session, _pilih(survei_id).where(JawabanTabel.id == jawaban_id))


def lembar_menurut_kunci(session: Session, kunci: str) -> LembarKertas | None:
    """The sheet that was stored under this key."""
    return _satu(session, select(JawabanTabel).where(JawabanTabel.kunci == kunci))


def lembar_menurut_nomor(session: Session, survei_id: int, nomor: str) -> LembarKertas | None:
    """The sheet with this serial number; every survey counts its own."""
    return _satu(session, _pilih(survei_id).where(JawabanTabel.nomor == nomor))


def list_lembar(session: Session, survei_id: int, jawaban_id: Collection[int], paling_banyak: int) -> list[LembarKertas]:
    """The newest of the given sheets; of all sheets of the survey where none is given."""
    pilih = _pilih(survei_id).order_by(JawabanTabel.id.desc()).limit(paling_banyak)
    if jawaban_id:
        pilih = pilih.where(JawabanTabel.id.in_(jawaban_id))
    else:
        pilih = pilih.where(JawabanTabel.id >= _batas(session, survei_id))
    return [_lembar(b) for b in session.scalars(pilih)]


def hitung_sejak(session: Session, survei_id: int, sejak: datetime) -> int:
    """How many sheets came in since a moment, among the newest TERBARU questionnaires."""
    pilih = _pilih(survei_id).where(JawabanTabel.id >= _batas(session, survei_id), JawabanTabel.diterima >= sejak)
    return session.scalar(pilih.with_only_columns(func.count())) or 0


def waktu_kembar(session: Session, lembar: LembarKertas) -> list[datetime]:
    """When the other valid questionnaires of the survey that say exactly the same arrived; the newest five."""
    pilih = select(JawabanTabel.diterima).where(
        JawabanTabel.survei_id == lembar.survei_id, JawabanTabel.id != lembar.id, JawabanTabel.sah,
        JawabanTabel.sidik == sidik_isi(lembar.jawaban, lembar.layanan_id),
    )  # fmt: skip
    return list(session.scalars(pilih.order_by(JawabanTabel.id.desc()).limit(5)))


def setel_nomor(session: Session, jawaban_id: int, nomor: str) -> None:
    """Give a sheet its serial number; "" takes it away."""
    session.get_one(JawabanTabel, jawaban_id).nomor = nomor or None
    session.flush()


def ubah_lembar(session: Session, lama: LembarKertas, jawaban: Jawaban, layanan_id: int | None, nomor: str) -> None:
    """Put a corrected sheet in the place of the stored one; the counts move by the difference."""
    baris = session.get_one(JawabanTabel, lama.id)
    for kolom in KOLOM_ISI[:-9]:
        setattr(baris, kolom, getattr(jawaban, kolom))
    baris.butir = None if jawaban.butir is None else list(jawaban.butir)
    for unsur, nilai in zip(Unsur, jawaban.nilai, strict=True):
        setattr(baris, unsur.value, nilai)
    baris.layanan_id, baris.nomor = layanan_id, nomor or None
    baris.sidik, baris.lurus, baris.unsur_saran = sidik_isi(jawaban, layanan_id), jawaban.lurus, jawaban.unsur_saran
    session.flush()
    kurang = Counter({kunci: -n for kunci, n in cacah_jawaban(lama.jawaban).items()})
    tambah = cacah_jawaban(jawaban)
    if lama.layanan_id == layanan_id:
        tambah.update(kurang)
    else:
        ubah_cacah(session, lama.survei_id, lama.layanan_id, kurang)
    ubah_cacah(session, lama.survei_id, layanan_id, tambah)


def _pilih(survei_id: int) -> Select[JawabanTabel]:
    return select(JawabanTabel).where(JawabanTabel.survei_id == survei_id, JawabanTabel.saluran == Saluran.KERTAS)


def _batas(session: Session, survei_id: int) -> int:
    """Id from which on the newest TERBARU questionnaires of the survey begin."""
    pilih = select(JawabanTabel.id).where(JawabanTabel.survei_id == survei_id).order_by(JawabanTabel.id.desc())
    ids: Sequence[int] = session.scalars(pilih.offset(TERBARU - 1).limit(1)).all()
    return ids[0] if ids else 0


def _satu(session: Session, pilih: Select[JawabanTabel]) -> LembarKertas | None:
    baris = session.scalar(pilih.execution_options(populate_existing=True))
    return None if baris is None else _lembar(baris)


def _lembar(b: JawabanTabel) -> LembarKertas:
    return LembarKertas(
        b.id, b.survei_id, b.layanan_id, b.kuesioner_id, b.nomor or "", b.diterima, b.sah, jawaban_dari(b)
    )  # fmt: skip
