"""Long pieces of work and how far they are."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.orm import Session

from rtl_tracker.storage.tables import PekerjaanTabel

LANGKAH_MENUNGGU = "Menunggu giliran"


class StatusPekerjaan(StrEnum):
    """State of a piece of work, read from its row."""

    MENUNGGU = "menunggu"
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    GAGAL = "gagal"


@dataclass(frozen=True, slots=True)
class Pekerjaan:
    """A piece of work as a plain value. Times are UTC; `persen` is 0-100; `berkas` is relative to the folder of reports.

    `galat` is the sentence for the user when it failed.
    """

    id: str
    jenis: str
    tahun: int
    dibuat: datetime
    diperbarui: datetime
    langkah: str
    persen: int
    berkas: str | None
    galat: str | None

    @property
    def status(self) -> StatusPekerjaan:
        """Finished by its file, failed by its sentence, running once it has made any progress."""
        if self.berkas is not None:
            return StatusPekerjaan.SELESAI
        if self.galat is not None:
            return StatusPekerjaan.GAGAL
        return StatusPekerjaan.BERJALAN if self.persen else StatusPekerjaan.MENUNGGU

    @property
    def belum_usai(self) -> bool:
        """Waiting or running."""
        return self.status in (StatusPekerjaan.MENUNGGU, StatusPekerjaan.BERJALAN)


def _utc(saat: datetime) -> datetime:
    """SQLite gives times back without their zone; what is stored is always UTC."""
    return saat.replace(tzinfo=UTC) if saat.tzinfo is None else saat.astimezone(UTC)


def _pekerjaan(baris: PekerjaanTabel) -> Pekerjaan:
    return Pekerjaan(
        id=baris.id,
        jenis=baris.jenis,
        tahun=baris.tahun,
        dibuat=_utc(baris.dibuat),
        diperbarui=_utc(baris.diperbarui),
        langkah=baris.langkah,
        persen=baris.persen,
        berkas=baris.berkas,
        galat=baris.galat,
    )


def _belum_usai() -> ColumnElement[bool]:
    return and_(PekerjaanTabel.berkas.is_(None), PekerjaanTabel.galat.is_(None))


def buat_pekerjaan(session: Session, id_: str, jenis: str, tahun: int, now: datetime) -> None:
    """Note that a piece of work was asked for."""
    session.add(
        PekerjaanTabel(id=id_, jenis=jenis, tahun=tahun, dibuat=now, diperbarui=now, langkah=LANGKAH_MENUNGGU, persen=0)
    )
    session.flush()


def ambil_pekerjaan(session: Session, id_: str) -> Pekerjaan | None:
    """The piece of work with this id."""
    baris = session.get(PekerjaanTabel, id_)
    return None if baris is None else _pekerjaan(baris)


def pekerjaan_terakhir(session: Session, jenis: str, tahun: int) -> Pekerjaan | None:
    """The newest piece of work of this kind for the year."""
    pilih = select(PekerjaanTabel).where(PekerjaanTabel.jenis == jenis, PekerjaanTabel.tahun == tahun)
    baris = session.scalar(pilih.order_by(PekerjaanTabel.dibuat.desc()).limit(1))
    return None if baris is None else _pekerjaan(baris)


def list_belum_usai(session: Session) -> list[Pekerjaan]:
    """All waiting and running work, oldest first."""
    pilih = select(PekerjaanTabel).where(_belum_usai()).order_by(PekerjaanTabel.dibuat)
    return [_pekerjaan(baris) for baris in session.scalars(pilih)]


def catat_kemajuan(session: Session, id_: str, langkah: str, persen: int, now: datetime) -> None:
    """Store the step and the progress; a sentence of failure that came too early is taken back."""
    ubah = update(PekerjaanTabel).where(PekerjaanTabel.id == id_, PekerjaanTabel.berkas.is_(None))
    session.execute(ubah.values(langkah=langkah, persen=persen, diperbarui=now, galat=None))


def catat_berkas(session: Session, id_: str, berkas: str, now: datetime) -> None:
    """Store the finished file: the work is done."""
    ubah = update(PekerjaanTabel).where(PekerjaanTabel.id == id_)
    session.execute(ubah.values(berkas=berkas, langkah="Selesai", persen=100, diperbarui=now, galat=None))


def catat_galat(session: Session, ids: Collection[str], kalimat: str, now: datetime) -> None:
    """Mark unfinished work as failed, with one sentence for the user."""
    if ids:
        ubah = update(PekerjaanTabel).where(PekerjaanTabel.id.in_(ids), _belum_usai())
        session.execute(ubah.values(galat=kalimat, diperbarui=now))


def catat_denyut(session: Session, ids: Collection[str], now: datetime) -> None:
    """Say that this work is still being done."""
    if ids:
        session.execute(update(PekerjaanTabel).where(PekerjaanTabel.id.in_(ids), _belum_usai()).values(diperbarui=now))
