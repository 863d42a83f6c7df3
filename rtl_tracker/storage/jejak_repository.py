"""The audit trail: appended in the transaction of the change it tells of, read by filter, walked to check the chain."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Text, cast, func, or_, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.jejak import Catatan, JenisJejak, Kepala, Objek, hash_catatan
from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.storage.session import kunci_penulis
from rtl_tracker.storage.tables import JejakTabel, KepalaJejakTabel, PenyampaianTabel, RtlTabel

_KOLOM: tuple[str, ...] = (
    "nomor", "waktu", "pelaku_id", "pelaku", "peran", "jenis", "objek", "objek_id", "upp_id", "dari", "ke", "catatan", "rincian",
    "sebelum", "hash",
)  # fmt: skip
PANJANG_NAMA, PANJANG_KEADAAN = 255, 64
PER_AMBIL = 1000


@dataclass(frozen=True, slots=True)
class SaringanJejak:
    """Which records are asked for; what is left out asks for everything. `teks` is looked for in the note and the actor's name."""

    upp_id: int | None = None
    objek: Objek | None = None
    objek_id: int | None = None
    pelaku_id: int | None = None
    jenis: tuple[JenisJejak, ...] = ()
    teks: str = ""


@dataclass(frozen=True, slots=True)
class Tercatat:
    """The record (number, kind) that last told of a state, and that state."""

    nomor: int
    jenis: str
    keadaan: str


@dataclass(frozen=True, slots=True)
class Tersimpan:
    """The year an object belongs to, and its present state."""

    tahun: int
    keadaan: str


def catat_jejak(
    session: Session,
    pelaku: Pelaku,
    now: datetime,
    jenis: JenisJejak,
    objek: Objek,
    objek_id: int | None = None,
    *,
    upp_id: int | None = None,
    dari: str = "",
    ke: str = "",
    catatan: str = "",
    rincian: Mapping[str, Any] | None = None,
) -> None:
    """Append one record to the chain. The writer's lock is taken, so that two writers never get the same number."""
    kunci_penulis(session.connection())
    kepala = session.get(KepalaJejakTabel, 1, populate_existing=True) or KepalaJejakTabel(id=1, banyak=0, hash=Kepala().hash)
    belum = Catatan(
        nomor=kepala.banyak + 1, waktu=now.astimezone(UTC).isoformat(), pelaku_id=pelaku.id, pelaku=pelaku.nama[:PANJANG_NAMA],
        peran=pelaku.peran.value if pelaku.peran is not None else "", jenis=jenis.value, objek=objek.value, objek_id=objek_id,
        upp_id=upp_id, dari=dari[:PANJANG_KEADAAN], ke=ke[:PANJANG_KEADAAN], catatan=catatan, rincian=dict(rincian or {}),
        sebelum=kepala.hash,
    )  # fmt: skip
    jadi = replace(belum, hash=hash_catatan(belum))
    session.add(JejakTabel(**{kolom: getattr(jadi, kolom) for kolom in _KOLOM}))
    kepala.banyak, kepala.hash = jadi.nomor, jadi.hash
    session.add(kepala)
    session.flush()


def muat_kepala(session: Session) -> Kepala:
    """Where the chain ends."""
    ada = session.get(KepalaJejakTabel, 1)
    return Kepala(ada.banyak, ada.hash) if ada is not None else Kepala()


def telusuri_rantai(session: Session) -> Iterator[Catatan]:
    """All records in the order of their numbers, a thousand at a time."""
    return _alirkan(session, (), JejakTabel.nomor.asc())


def jejak_objek(session: Session, objek: Objek, objek_id: int) -> list[Catatan]:
    """The history of one object, newest first."""
    return list(ambil_jejak(session, SaringanJejak(objek=objek, objek_id=objek_id)))


def perubahan_terakhir(session: Session, objek: Objek, objek_id: int) -> Catatan | None:
    """The newest record about an object: who changed it last."""
    terbaru = list(ambil_jejak(session, SaringanJejak(objek=objek, objek_id=objek_id), paling_banyak=1))
    return terbaru[0] if terbaru else None


def cari_jejak(
    session: Session,
    *,
    upp_id: int | None = None,
    objek: Objek | None = None,
    objek_id: int | None = None,
    pelaku_id: int | None = None,
    jenis: Sequence[JenisJejak] = (),
    teks: str = "",
    lewati: int = 0,
    paling_banyak: int = 50,
) -> tuple[int, list[Catatan]]:
    """(number of matches, the records of one page), newest first."""
    saringan = SaringanJejak(upp_id, objek, objek_id, pelaku_id, tuple(jenis), teks)
    return hitung_jejak(session, saringan), list(ambil_jejak(session, saringan, lewati, paling_banyak))


def hitung_jejak(session: Session, saringan: SaringanJejak) -> int:
    """Number of records that match."""
    return session.scalar(select(func.count()).select_from(JejakTabel).where(*_syarat(saringan))) or 0


def ambil_jejak(
    session: Session, saringan: SaringanJejak, lewati: int = 0, paling_banyak: int | None = None
) -> Iterator[Catatan]:
    """Matches, newest first, a thousand at a time."""
    return _alirkan(session, _syarat(saringan), JejakTabel.nomor.desc(), lewati, paling_banyak)


def keadaan_tercatat(session: Session, objek: Objek) -> dict[int, Tercatat]:
    """The last recorded state of every RTL or dossier that has one, by its id; a removed RTL's record says so."""
    berstatus = (JejakTabel.objek == objek.value, or_(JejakTabel.ke != "", JejakTabel.jenis == JenisJejak.RTL_DIHAPUS.value))
    terakhir = select(func.max(JejakTabel.nomor)).where(*berstatus).group_by(JejakTabel.objek_id)
    pilih = select(JejakTabel.objek_id, JejakTabel.nomor, JejakTabel.jenis, JejakTabel.ke)
    pilih = pilih.where(JejakTabel.nomor.in_(terakhir), JejakTabel.objek_id.is_not(None)).order_by(JejakTabel.nomor)
    return {id_: Tercatat(nomor, jenis, ke) for id_, nomor, jenis, ke in session.execute(pilih) if id_ is not None}


def keadaan_tersimpan(session: Session, objek: Objek) -> dict[int, Tersimpan]:
    """Year and present state of every stored RTL or dossier by its id, as the text in the database; "" = none."""
    tabel = RtlTabel if objek is Objek.RTL else PenyampaianTabel
    pilih = select(tabel.id, tabel.tahun, cast(tabel.status, Text))
    return {id_: Tersimpan(tahun, status or "") for id_, tahun, status in session.execute(pilih)}


def impor_terakhir(session: Session) -> dict[int, int]:
    """Number of the newest record of an import of each year: it may have replaced plans, and they got new ids."""
    pilih = select(JejakTabel.objek_id, func.max(JejakTabel.nomor)).group_by(JejakTabel.objek_id)
    pilih = pilih.where(JejakTabel.jenis == JenisJejak.IMPOR.value, JejakTabel.objek == Objek.TAHUN.value)
    return {tahun: nomor for tahun, nomor in session.execute(pilih) if tahun is not None}


def mulai_potret(session: Session) -> None:
    """Let all reads of this session see one moment. Before its first query; SQLite does so by itself."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})


def _alirkan(
    session: Session,
    syarat: Sequence[ColumnElement[bool]],
    urut: ColumnElement[Any],
    lewati: int = 0,
    paling_banyak: int | None = None,
) -> Iterator[Catatan]:
    """Records as plain columns: no object is kept, and `rincian` that somebody spoilt is still read."""
    kolom = [cast(getattr(JejakTabel, k), Text) if k == "rincian" else getattr(JejakTabel, k) for k in _KOLOM]
    pilih = select(*kolom).where(*syarat).order_by(urut).offset(lewati or None).limit(paling_banyak)
    for baris in session.execute(pilih.execution_options(yield_per=PER_AMBIL)):
        yield _catatan(baris)


def _syarat(saringan: SaringanJejak) -> list[ColumnElement[bool]]:
    sama = (
        (JejakTabel.upp_id, saringan.upp_id),
        (JejakTabel.objek, saringan.objek and saringan.objek.value),
        (JejakTabel.objek_id, saringan.objek_id),
        (JejakTabel.pelaku_id, saringan.pelaku_id),
    )
    syarat: list[ColumnElement[bool]] = [kolom == nilai for kolom, nilai in sama if nilai is not None]
    if saringan.jenis:
        syarat.append(JejakTabel.jenis.in_([j.value for j in saringan.jenis]))
    if saringan.teks:
        pola = f"%{saringan.teks.replace('/', '//').replace('%', '/%').replace('_', '/_')}%"
        syarat.append(or_(JejakTabel.catatan.ilike(pola, escape="/"), JejakTabel.pelaku.ilike(pola, escape="/")))
    return syarat


def _catatan(baris: Row[Any]) -> Catatan:
    isi = dict(zip(_KOLOM, baris, strict=True))
    return Catatan(**{**isi, "rincian": _rincian(isi["rincian"])})


def _rincian(teks: str) -> Mapping[str, Any]:
    """The stored details; a text that is none (any more) is shown as it is and fails the check of its hash."""
    try:
        isi = json.loads(teks)
    except ValueError:
        isi = None
    return isi if isinstance(isi, dict) else {"rincian": teks}
