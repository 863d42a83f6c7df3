"""What was published: frozen figures, written once; only withdrawn afterwards, never changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.tables import PublikasiTabel


@dataclass(frozen=True, slots=True)
class Publikasi:
    """A publication as a plain value, without its figures. `ringkas`: index by unit; `pada` is UTC."""

    id: int
    tahun: int
    periode: Periode
    nomor: int
    sidik_isi: str
    ringkas: Mapping[str, str]
    berkas: str
    ditarik: bool
    alasan: str
    oleh: str
    pada: datetime


_KEPALA = (
    "id", "tahun", "periode", "nomor", "sidik_isi", "ringkas", "berkas", "ditarik", "alasan", "oleh", "pada",
)  # fmt: skip


def list_publikasi(session: Session, tahun: int | None = None) -> list[Publikasi]:
    """All publications (of a year): newest year first, then the last period of the year, then the newest number."""
    pilih = _pilih()
    if tahun is not None:
        pilih = pilih.where(PublikasiTabel.tahun == tahun)
    urut = {p: i for i, p in enumerate(Periode)}
    semua = [Publikasi(*baris) for baris in session.execute(pilih)]
    return sorted(semua, key=lambda p: (p.tahun, urut[p.periode], p.nomor), reverse=True)


def publikasi_bernomor(session: Session, tahun: int, periode: Periode, nomor: int) -> Publikasi | None:
    """The publication of this number."""
    t = PublikasiTabel
    return _satu(session, _pilih().where(t.tahun == tahun, t.periode == periode, t.nomor == nomor))


def publikasi_berkas(session: Session, berkas: str) -> Publikasi | None:
    """The publication whose sheets lie in this folder: each piece of work has a folder of its own."""
    return _satu(session, _pilih().where(PublikasiTabel.berkas == berkas))


def muat_isi(session: Session, id_: Iterable[int]) -> dict[int, Mapping[str, Any]]:
    """The frozen figures of these publications."""
    pilih = select(PublikasiTabel.id, PublikasiTabel.isi).where(PublikasiTabel.id.in_(list(id_)))
    return dict(session.execute(pilih).all())


def list_sidik_lembar(session: Session) -> list[tuple[Publikasi, Mapping[str, str]]]:
    """Every publication with the SHA-256 of its sheets by name, oldest first."""
    pilih = _pilih().add_columns(PublikasiTabel.sidik).order_by(PublikasiTabel.id)
    return [(Publikasi(*baris[:-1]), baris[-1]) for baris in session.execute(pilih)]


def tambah_publikasi(session: Session, baru: Publikasi, isi: Mapping[str, Any], sidik: Mapping[str, str]) -> Publikasi:
    """Store a publication under the next number of its period; `baru.id` and `baru.nomor` are given here."""
    t = PublikasiTabel
    terakhir = session.scalar(select(func.max(t.nomor)).where(t.tahun == baru.tahun, t.periode == baru.periode))
    baris = PublikasiTabel(
        tahun=baru.tahun, periode=baru.periode, nomor=(terakhir or 0) + 1, isi=dict(isi), sidik_isi=baru.sidik_isi,
        ringkas=dict(baru.ringkas), berkas=baru.berkas, sidik=dict(sidik), oleh=baru.oleh, pada=baru.pada,
    )  # fmt: skip
    session.add(baris)
    session.flush()
    return Publikasi(*(getattr(baris, k) for k in _KEPALA))


def tarik_publikasi(session: Session, id_: int, alasan: str) -> None:
    """Mark a publication that exists as withdrawn."""
    baris = session.get_one(PublikasiTabel, id_)
    baris.ditarik, baris.alasan = True, alasan
    session.flush()


def _pilih() -> Select[Any]:
    return select(*(getattr(PublikasiTabel, k) for k in _KEPALA))


def _satu(session: Session, pilih: Select[Any]) -> Publikasi | None:
    baris = session.execute(pilih).one_or_none()
    return None if baris is None else Publikasi(*baris)
