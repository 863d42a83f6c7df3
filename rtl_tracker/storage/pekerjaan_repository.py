"""Long pieces of work and how far they are."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Result, and_, select, update
from sqlalchemy.orm import Session

from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan, pesanan_dari_json
from rtl_tracker.storage.tables import PekerjaanTabel

LANGKAH_MENUNGGU = "Menunggu giliran"


class StatusPekerjaan(StrEnum):
    """State of a piece of work, read from its row."""

    MENUNGGU = "menunggu"
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    GAGAL = "gagal"
    DIBATALKAN = "dibatalkan"


@dataclass(frozen=True, slots=True)
class Pekerjaan:
    """A piece of work as a plain value. Times are UTC; `persen` is 0-100; `berkas` is relative to the folder of reports.

    `galat` is the sentence for the user when it failed; `percobaan` counts how often it was begun; `oleh` is the account that asked.
    """

    id: str
    pesanan: Pesanan
    dibuat: datetime
    diperbarui: datetime
    langkah: str
    persen: int
    berkas: str | None
    galat: str | None
    dibatalkan: bool = False
    percobaan: int = 1
    oleh: int | None = None

    @property
    def status(self) -> StatusPekerjaan:
        """Finished by its file, failed by its sentence, running once it has made any progress."""
        if self.berkas is not None:
            return StatusPekerjaan.SELESAI
        if self.dibatalkan:
            return StatusPekerjaan.DIBATALKAN
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
        pesanan=_pesanan(baris),
        dibuat=_utc(baris.dibuat),
        diperbarui=_utc(baris.diperbarui),
        langkah=baris.langkah,
        persen=baris.persen,
        berkas=baris.berkas,
        galat=baris.galat,
        dibatalkan=baris.dibatalkan,
        percobaan=baris.percobaan,
        oleh=baris.oleh,
    )


def _pesanan(baris: PekerjaanTabel) -> Pesanan:
    """What was ordered; work from before orders were kept is an annual report."""
    if baris.permintaan:
        return pesanan_dari_json(baris.permintaan)
    return Pesanan(JenisKerja.DOKUMEN, PermintaanDokumen(JenisDokumen.TAHUNAN, baris.tahun))


def _belum_usai() -> ColumnElement[bool]:
    return and_(PekerjaanTabel.berkas.is_(None), PekerjaanTabel.galat.is_(None), PekerjaanTabel.dibatalkan.is_(False))


def buat_pekerjaan(session: Session, id_: str, pesanan: Pesanan, now: datetime, oleh: int | None = None) -> None:
    """Note that a piece of work was asked for."""
    p = pesanan.permintaan
    session.add(
        PekerjaanTabel(
            id=id_, jenis=pesanan.kerja.value, tahun=p.tahun, kunci=pesanan.kunci, permintaan=pesanan.sebagai_json(),
            upp_id=p.upp_id, oleh=oleh, dibuat=now, diperbarui=now, langkah=LANGKAH_MENUNGGU, persen=0, dibatalkan=False, percobaan=1,
        )
    )  # fmt: skip
    session.flush()


def ambil_pekerjaan(session: Session, id_: str) -> Pekerjaan | None:
    """The piece of work with this id."""
    baris = session.get(PekerjaanTabel, id_)
    return None if baris is None else _pekerjaan(baris)


def pekerjaan_terakhir(session: Session, kunci: str) -> Pekerjaan | None:
    """The newest piece of work with this key of an order."""
    pilih = select(PekerjaanTabel).where(PekerjaanTabel.kunci == kunci)
    baris = session.scalar(pilih.order_by(PekerjaanTabel.dibuat.desc()).limit(1))
    return None if baris is None else _pekerjaan(baris)


def list_pekerjaan_terakhir(session: Session, tahun: int, upp_id: int | None) -> dict[str, Pekerjaan]:
    """The newest piece of work per key of an order, of the year and the unit (None = of the instansi)."""
    pilih = select(PekerjaanTabel).where(
        PekerjaanTabel.tahun == tahun, PekerjaanTabel.upp_id.is_(None) if upp_id is None else PekerjaanTabel.upp_id == upp_id
    )
    return {baris.kunci: _pekerjaan(baris) for baris in session.scalars(pilih.order_by(PekerjaanTabel.dibuat))}


def list_belum_usai(session: Session) -> list[Pekerjaan]:
    """All waiting and running work, oldest first."""
    pilih = select(PekerjaanTabel).where(_belum_usai()).order_by(PekerjaanTabel.dibuat)
    return [_pekerjaan(baris) for baris in session.scalars(pilih)]


def catat_kemajuan(session: Session, id_: str, langkah: str, persen: int, now: datetime) -> bool:
    """Store the step and the progress; a sentence of failure that came too early is taken back. False = it was called off."""
    jalan = and_(PekerjaanTabel.id == id_, PekerjaanTabel.berkas.is_(None), PekerjaanTabel.dibatalkan.is_(False))
    hasil = session.execute(
        update(PekerjaanTabel).where(jalan).values(langkah=langkah, persen=persen, diperbarui=now, galat=None)
    )
    return banyak_baris(hasil) == 1


def batalkan(session: Session, id_: str, now: datetime) -> bool:
    """Call off what is not finished; whether there was anything to call off."""
    ubah = update(PekerjaanTabel).where(PekerjaanTabel.id == id_, _belum_usai())
    return banyak_baris(session.execute(ubah.values(dibatalkan=True, langkah="Dibatalkan", diperbarui=now))) == 1


def dibatalkan(session: Session, ids: Collection[str]) -> set[str]:
    """Those of the pieces of work that were called off."""
    return set(session.scalars(select(PekerjaanTabel.id).where(PekerjaanTabel.id.in_(ids), PekerjaanTabel.dibatalkan)))


def mulai_lagi(session: Session, id_: str, percobaan: int, langkah: str, now: datetime) -> bool:
    """Put unfinished work back to its beginning, counted as attempt `percobaan`; False when somebody else did so already."""
    sama = and_(PekerjaanTabel.id == id_, PekerjaanTabel.percobaan == percobaan - 1, _belum_usai())
    ubah = update(PekerjaanTabel).where(sama)
    return banyak_baris(session.execute(ubah.values(percobaan=percobaan, langkah=langkah, persen=0, diperbarui=now))) == 1


def banyak_baris(hasil: Result[Any]) -> int:
    """How many rows a change touched."""
    return cast("CursorResult[Any]", hasil).rowcount


def catat_berkas(session: Session, id_: str, berkas: str, now: datetime) -> None:
    """Store the finished file: the work is done."""
    ubah = update(PekerjaanTabel).where(PekerjaanTabel.id == id_, PekerjaanTabel.dibatalkan.is_(False))
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
