"""RTL, and the log of imports."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.bukti import kunci_tautan
from rtl_tracker.domain.jejak import Objek
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.storage.tables import BuktiTabel, ImporTabel, JejakTabel, RtlTabel

KOLOM_RTL: tuple[str, ...] = (
    "upp_id", "tahun", "periode", "unsur", "unsur_teks", "kegiatan", "keluhan", "indikator", "waktu", "tenggat",
    "penanggung_jawab", "horizon", "stakeholder", "status", "uraian", "hambatan", "alasan", "strategi", "data_contoh",
)  # fmt: skip
KOLOM_ALUR: tuple[str, ...] = (
    "asal_id", "catatan_pengembalian", "dilapor_oleh", "dilapor_pada", "diverifikasi_pada", "pemverifikasi", "versi",
)  # fmt: skip
_KOLOM = ("id", *KOLOM_RTL, *KOLOM_ALUR)


def muat_rtl(session: Session, tahun: int) -> tuple[Rtl, ...]:
    """The RTL born in the year, in the order in which they were entered."""
    return tuple(_muat(session, select(RtlTabel).where(RtlTabel.tahun == tahun)))


def rtl_menurut_id(session: Session, rtl_id: int) -> Rtl | None:
    """The RTL of this id."""
    return next(iter(_muat(session, select(RtlTabel).where(RtlTabel.id == rtl_id))), None)


def list_rtl(
    session: Session,
    *,
    upp_id: Collection[int] | None = None,
    tahun: int | None = None,
    periode: Periode | None = None,
    status: Collection[StatusRtl] = (),
) -> list[Rtl]:
    """RTL of units, of some units, a year, a period, some states where given; in the order in which they were entered."""
    pilih = select(RtlTabel).where(RtlTabel.upp_id.is_not(None))
    if upp_id is not None:
        pilih = pilih.where(RtlTabel.upp_id.in_(upp_id))
    if tahun is not None:
        pilih = pilih.where(RtlTabel.tahun == tahun)
    if periode is not None:
        pilih = pilih.where(RtlTabel.periode == periode)
    if status:
        pilih = pilih.where(RtlTabel.status.in_(status))
    return _muat(session, pilih)


def list_lanjutan(session: Session, rtl_id: int) -> list[Rtl]:
    """The RTL that were carried over from this one."""
    return _muat(session, select(RtlTabel).where(RtlTabel.asal_id == rtl_id))


def tahun_rtl(session: Session) -> list[int]:
    """The years in which RTL were born, newest first."""
    return sorted(session.scalars(select(RtlTabel.tahun).distinct()), reverse=True)


def tambah_rtl(session: Session, daftar: Iterable[Rtl]) -> list[int]:
    """Store RTL with their links; returns the ids that the database gave them."""
    baru = []
    nomor = _nomor_bebas(session)
    for rtl in daftar:
        baris = RtlTabel(id=next(nomor, None), **{kolom: getattr(rtl, kolom) for kolom in (*KOLOM_RTL, *KOLOM_ALUR)})
        baris.bukti = [BuktiTabel(tautan=tautan, kunci_tautan=kunci_tautan(tautan)) for tautan in rtl.bukti]
        session.add(baris)
        baru.append(baris)
    session.flush()
    return [baris.id for baris in baru]


def _nomor_bebas(session: Session) -> Iterator[int]:
    """On SQLite, numbers that no RTL ever had: it would give the number of a removed one, and so its history, to a new one."""
    if session.get_bind().dialect.name != "sqlite":
        return
    terpakai = select(func.max(JejakTabel.objek_id)).where(JejakTabel.objek == Objek.RTL.value)
    yield from count(max(session.scalar(terpakai) or 0, session.scalar(select(func.max(RtlTabel.id))) or 0) + 1)


def simpan_rtl(session: Session, rtl: Rtl) -> Rtl:
    """Store what changed of an RTL (its bukti apart) and count its version up; returns it as stored."""
    baris = session.get_one(RtlTabel, rtl.id)
    for kolom in (*KOLOM_RTL, *KOLOM_ALUR):
        if kolom != "versi":
            setattr(baris, kolom, getattr(rtl, kolom))
    baris.versi += 1
    session.flush()
    return _rtl(baris)


def hapus_satu_rtl(session: Session, rtl_id: int) -> None:
    """Remove one RTL of a plan that is still open."""
    session.delete(session.get_one(RtlTabel, rtl_id))
    session.flush()


def hapus_rtl(session: Session, tahun: int) -> None:
    """Remove the RTL of the year with their bukti (before they are replaced)."""
    for baris in session.scalars(select(RtlTabel).where(RtlTabel.tahun == tahun)):
        session.delete(baris)
    session.flush()


def catat_impor(
    session: Session, waktu: datetime, tahun: int, nama_berkas: str, sha256: str, ringkasan: dict[str, Any]
) -> None:
    """Log an accepted import."""
    session.add(ImporTabel(waktu=waktu, tahun=tahun, nama_berkas=nama_berkas, sha256=sha256, ringkasan=ringkasan))


def _muat(session: Session, pilih: Select[RtlTabel]) -> list[Rtl]:
    """The RTL that `pilih` selects, as plain columns in two queries: a page of a year reads thousands and changes none."""
    isi = session.execute(pilih.with_only_columns(*(getattr(RtlTabel, k) for k in _KOLOM)).order_by(RtlTabel.id)).all()
    bukti = _bukti(session, pilih) if isi else {}
    return [Rtl(bukti=tuple(bukti.get(satu.id, ())), **dict(zip(_KOLOM, satu, strict=True))) for satu in isi]


def _bukti(session: Session, pilih: Select[RtlTabel]) -> dict[int, list[str]]:
    """Bukti that count, by RTL, in the order in which they were added."""
    hasil: dict[int, list[str]] = {}
    milik = BuktiTabel.rtl_id.in_(pilih.with_only_columns(RtlTabel.id))
    kolom = (BuktiTabel.rtl_id, BuktiTabel.tautan, BuktiTabel.keterangan, BuktiTabel.nama_berkas)
    terpakai = select(*kolom).where(milik, BuktiTabel.diganti_oleh.is_(None)).order_by(BuktiTabel.id)
    for rtl_id, *sebutan in session.execute(terpakai):
        hasil.setdefault(rtl_id, []).append(_sebutan(*sebutan))
    return hasil


def _sebutan(tautan: str, keterangan: str, nama_berkas: str) -> str:
    """What names a bukti in few words."""
    return tautan or keterangan or nama_berkas


def _rtl(baris: RtlTabel) -> Rtl:
    bukti = tuple(_sebutan(b.tautan, b.keterangan, b.nama_berkas) for b in baris.bukti if b.diganti_oleh is None)
    return Rtl(bukti=bukti, **{kolom: getattr(baris, kolom) for kolom in _KOLOM})
