"""Bukti of RTL: added and superseded, never changed or removed."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from rtl_tracker.domain.bukti import Bukti, JenisBukti, kunci_tautan
from rtl_tracker.storage.tables import BuktiTabel, RtlTabel

_KOLOM: tuple[str, ...] = (
    "id", "rtl_id", "jenis", "tautan", "sha256", "nama_berkas", "tipe", "ukuran", "keterangan", "berlaku", "pengunggah", "diunggah",
    "diganti_oleh",
)  # fmt: skip


def list_bukti(session: Session, rtl_id: Collection[int]) -> dict[int, list[Bukti]]:
    """Bukti by RTL in the order in which they were added, superseded ones included."""
    hasil: dict[int, list[Bukti]] = {satu: [] for satu in rtl_id}
    for baris in session.scalars(select(BuktiTabel).where(BuktiTabel.rtl_id.in_(rtl_id)).order_by(BuktiTabel.id)):
        hasil[baris.rtl_id].append(_bukti(baris))
    return hasil


def bukti_menurut_id(session: Session, bukti_id: int) -> Bukti | None:
    """The bukti of this id."""
    baris = session.get(BuktiTabel, bukti_id)
    return None if baris is None else _bukti(baris)


def tambah_bukti(session: Session, bukti: Bukti, pengunggah_id: int | None, waktu: datetime) -> Bukti:
    """Store a new bukti; returns it with its id."""
    baris = BuktiTabel(
        rtl_id=bukti.rtl_id, jenis=bukti.jenis, tautan=bukti.tautan, sha256=bukti.sha256, nama_berkas=bukti.nama_berkas, tipe=bukti.tipe,
        ukuran=bukti.ukuran, keterangan=bukti.keterangan, berlaku=bukti.berlaku, pengunggah=bukti.pengunggah, pengunggah_id=pengunggah_id,
        diunggah=waktu, kunci_tautan=kunci_tautan(bukti.tautan) if bukti.jenis is JenisBukti.TAUTAN else "",
    )  # fmt: skip
    session.add(baris)
    session.flush()
    return _bukti(baris)


def gantikan_bukti(session: Session, lama_id: int, baru_id: int) -> None:
    """Mark one bukti as superseded by another."""
    session.get_one(BuktiTabel, lama_id).diganti_oleh = baru_id
    session.flush()


def pengunggah_bukti(session: Session, rtl_id: int) -> frozenset[int]:
    """Accounts that uploaded a bukti of this RTL which still counts."""
    pilih = select(BuktiTabel.pengunggah_id).where(BuktiTabel.rtl_id == rtl_id, BuktiTabel.diganti_oleh.is_(None))
    return frozenset(satu for satu in session.scalars(pilih) if satu is not None)


def upp_tautan_sama(session: Session, kunci: Iterable[str]) -> dict[str, list[int]]:
    """Units by link (normalised form), for links that RTL of more than one unit name."""
    return _upp_sama(session, BuktiTabel.kunci_tautan, kunci)


def upp_berkas_sama(session: Session, sha256: Iterable[str]) -> dict[str, list[int]]:
    """Units by content hash, for files that RTL of more than one unit hold."""
    return _upp_sama(session, BuktiTabel.sha256, sha256)


def _upp_sama(session: Session, kolom: InstrumentedAttribute[str], nilai: Iterable[str]) -> dict[str, list[int]]:
    pilih = select(kolom, RtlTabel.upp_id).join(RtlTabel, RtlTabel.id == BuktiTabel.rtl_id)
    pilih = pilih.where(kolom.in_({satu for satu in nilai if satu})).distinct()
    hasil: dict[str, list[int]] = {}
    for satu, upp_id in session.execute(pilih):
        if upp_id is not None:
            hasil.setdefault(satu, []).append(upp_id)
    return {satu: unit for satu, unit in hasil.items() if len(unit) > 1}


def berkas_menurut_hash(session: Session) -> dict[str, list[int]]:
    """RTL by content hash of every file that was ever handed in, superseded ones too."""
    hasil: dict[str, list[int]] = {}
    for sha256, rtl_id in session.execute(select(BuktiTabel.sha256, BuktiTabel.rtl_id).where(BuktiTabel.sha256 != "")):
        hasil.setdefault(sha256, []).append(rtl_id)
    return hasil


def hitung_bukti(session: Session, tahun: int) -> dict[int, int]:
    """Number of bukti that count, by RTL born in the year; RTL without any are left out."""
    pilih = (
        select(BuktiTabel.rtl_id, func.count()).join(RtlTabel).where(RtlTabel.tahun == tahun, BuktiTabel.diganti_oleh.is_(None))
    )
    return dict(session.execute(pilih.group_by(BuktiTabel.rtl_id)).all())


def _bukti(baris: BuktiTabel) -> Bukti:
    return Bukti(**{kolom: getattr(baris, kolom) for kolom in _KOLOM})
