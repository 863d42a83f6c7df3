"""Surveys, their questionnaires and the counts kept of them. A questionnaire and its counts are one transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.jadwal_survei import Survei
from rtl_tracker.domain.jawaban import Cacah, Jawaban, JenisCacah, KunciCacah, cacah_jawaban, sidik_isi
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.session import sisip, sisipkan_bila_belum
from rtl_tracker.storage.tables import CacahSurveiTabel, JawabanTabel, SurveiTabel

TANPA_LAYANAN = 0
_KOLOM_SURVEI = ("id", "upp_id", "tahun", "periode", "populasi", "dijeda", "ditutup", "versi", "data_contoh")
_ISI_SURVEI = ("populasi", "dijeda", "ditutup", "data_contoh")
_PROFIL = ("usia", "jenis_kelamin", "pendidikan", "pekerjaan", "disabilitas")
_KOLOM_LAIN: tuple[str, ...] = ("tanggal", "saluran", "butir", "umum", *_PROFIL, "saran")
_KOLOM_UNSUR: tuple[str, ...] = tuple(u.value for u in Unsur)
KOLOM_ISI: tuple[str, ...] = (*_KOLOM_LAIN, *_KOLOM_UNSUR)
"""Columns of JawabanTabel from which `jawaban_dari` makes the questionnaire."""
_TAMBAH_CACAH = (
    "INSERT INTO cacah_survei (survei_id, layanan_id, jenis, kunci, banyak) VALUES ({0}, {0}, {0}, {0}, {0}) "
    "ON CONFLICT (survei_id, layanan_id, jenis, kunci) DO UPDATE SET banyak = cacah_survei.banyak + excluded.banyak"
)


def muat_survei(session: Session, upp_id: int, tahun: int, periode: Periode) -> Survei:
    """The survey of a unit in a period; one of which nothing was kept yet has no id."""
    baris = session.scalar(
        select(SurveiTabel).where(SurveiTabel.upp_id == upp_id, SurveiTabel.tahun == tahun, SurveiTabel.periode == periode)
    )
    return Survei(upp_id, tahun, periode) if baris is None else survei_dari(baris)


def survei_menurut_id(session: Session, survei_id: int) -> Survei | None:
    """The survey of this id."""
    baris = session.get(SurveiTabel, survei_id)
    return None if baris is None else survei_dari(baris)


def list_survei(session: Session, tahun: int, periode: Periode | None = None) -> list[Survei]:
    """The surveys of a year (and period) of which anything is kept."""
    pilih = select(SurveiTabel).where(SurveiTabel.tahun == tahun).order_by(SurveiTabel.id)
    return [survei_dari(b) for b in session.scalars(pilih if periode is None else pilih.where(SurveiTabel.periode == periode))]


def simpan_survei(session: Session, survei: Survei) -> Survei:
    """Store the survey (new without an id) and count its version up; returns it as stored."""
    if survei.id is None:
        baris = SurveiTabel(upp_id=survei.upp_id, tahun=survei.tahun, periode=survei.periode, versi=0)
        session.add(baris)
    else:
        baris = session.get_one(SurveiTabel, survei.id)
    for kolom in _ISI_SURVEI:
        setattr(baris, kolom, getattr(survei, kolom))
    baris.versi += 1
    session.flush()
    return survei_dari(baris)


def id_survei(session: Session, survei: Survei) -> int:
    """The id of the survey; it is begun now when nothing was kept of it yet, once even when two begin it together."""
    if survei.id is not None:
        return survei.id
    kunci = {"upp_id": survei.upp_id, "tahun": survei.tahun, "periode": survei.periode}
    sisipkan_bila_belum(session, SurveiTabel, {**kunci, **{k: getattr(survei, k) for k in _ISI_SURVEI}, "versi": 1})
    return session.scalars(select(SurveiTabel.id).filter_by(**kunci)).one()


def kunci_tersimpan(session: Session, kunci: str) -> bool:
    """Whether the questionnaire of this key was taken already."""
    return session.scalar(select(JawabanTabel.id).where(JawabanTabel.kunci == kunci)) is not None


def tambah_jawaban(
    session: Session,
    survei_id: int,
    kunci: str,
    jawaban: Jawaban,
    now: datetime,
    *,
    layanan_id: int | None = None,
    kuesioner_id: int | None = None,
    impor_id: int | None = None,
) -> bool:
    """Take a questionnaire and count it. False when its key was taken before: nothing is stored or counted twice."""
    isi = {
        "kunci": kunci, "survei_id": survei_id, "layanan_id": layanan_id, "kuesioner_id": kuesioner_id, "impor_id": impor_id,
        "diterima": now, "sidik": sidik_isi(jawaban, layanan_id), "lurus": jawaban.lurus, "sah": True, "alasan": "",
        "unsur_saran": jawaban.unsur_saran,
        **{kolom: getattr(jawaban, kolom) for kolom in _KOLOM_LAIN}, **dict(zip(_KOLOM_UNSUR, jawaban.nilai, strict=True)),
    }  # fmt: skip
    if session.connection().execute(_sisip_bila_baru(session.get_bind().dialect.name), isi).first() is None:
        return False
    ubah_cacah(session, survei_id, layanan_id, cacah_jawaban(jawaban))
    return True


def ubah_cacah(session: Session, survei_id: int, layanan_id: int | None, delta: Mapping[KunciCacah, int]) -> None:
    """Add to the kept counts of a survey and layanan; rows in one order, so that two writers never wait for each other in a circle."""
    koneksi = session.connection()
    tanda = "?" if koneksi.dialect.paramstyle == "qmark" else "%s"
    baris = sorted(
        (survei_id, layanan_id or TANPA_LAYANAN, jenis.value, kunci, banyak)
        for (jenis, kunci), banyak in delta.items()
        if banyak
    )
    if baris:
        koneksi.exec_driver_sql(_TAMBAH_CACAH.format(tanda), baris)


def muat_cacah(session: Session, survei_id: Sequence[int]) -> dict[int, dict[int, Cacah]]:
    """The kept counts of surveys: by survey, by layanan (TANPA_LAYANAN = none named). Its cost does not depend on the number of answers."""
    pilih = select(
        CacahSurveiTabel.survei_id, CacahSurveiTabel.layanan_id, CacahSurveiTabel.jenis, CacahSurveiTabel.kunci,
        CacahSurveiTabel.banyak,
    ).where(CacahSurveiTabel.survei_id.in_(list(survei_id)))  # fmt: skip
    hasil: dict[int, dict[int, dict[tuple[JenisCacah, str], int]]] = {}
    for survei, layanan, jenis, kunci, banyak in session.execute(pilih):
        hasil.setdefault(survei, {}).setdefault(layanan, {})[jenis, kunci] = banyak
    return {survei: dict(per) for survei, per in hasil.items()}


def jawaban_dari(baris: JawabanTabel | Row[Any]) -> Jawaban:
    """A stored questionnaire as a plain value; `baris` carries the columns KOLOM_ISI."""
    lain = {kolom: getattr(baris, kolom) for kolom in _KOLOM_LAIN}
    lain["butir"] = None if lain["butir"] is None else tuple(lain["butir"])
    return Jawaban(nilai=tuple(getattr(baris, kolom) for kolom in _KOLOM_UNSUR), **lain)


@cache
def _sisip_bila_baru(dialek: str) -> Any:
    """The statement that stores a questionnaire unless its key is taken, made once; it gives the id of what it stored."""
    tabel = JawabanTabel.__table__
    perintah = sisip(dialek)(tabel).values({k.name: bindparam(k.name, None) for k in tabel.columns if k.name != "id"})
    return perintah.on_conflict_do_nothing(index_elements=["kunci"]).returning(tabel.c.id)


def survei_dari(baris: SurveiTabel) -> Survei:
    """A stored survey as a plain value."""
    return Survei(**{kolom: getattr(baris, kolom) for kolom in _KOLOM_SURVEI})
