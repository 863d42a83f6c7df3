"""The annual report as a piece of work: ask for it, follow it, finish it, find it interrupted (spec 2.4)."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.storage import pekerjaan_repository as repo
from rtl_tracker.storage.pekerjaan_repository import Pekerjaan, StatusPekerjaan
from rtl_tracker.storage.pengaturan_repository import tahun_tersedia

__all__ = ["Pekerjaan", "StatusPekerjaan", "TahunTanpaData", "catat_denyut", "catat_gagal", "catat_kemajuan", "catat_selesai",
           "laporan_terakhir", "muat_pekerjaan", "pesan_laporan", "tandai_terhenti"]  # fmt: skip

LAPORAN_TAHUNAN = "laporan_tahunan"
TERHENTI_SETELAH = timedelta(seconds=10)
KALIMAT_TERHENTI = "Penyusunan terhenti karena program berhenti di tengah jalan; silakan ulangi."


class TahunTanpaData(DomainError):
    """A report was asked for a year of which nothing is stored."""


def pesan_laporan(session: Session, tahun: int, id_baru: str, now: datetime) -> tuple[str, bool]:
    """Ask for the annual report; returns (id, whether this is new work).

    While one for the same year waits or runs, that one is the answer. Raises TahunTanpaData.
    """
    if tahun not in tahun_tersedia(session):
        raise TahunTanpaData(f"Belum ada data tahun {tahun}.")
    terakhir = repo.pekerjaan_terakhir(session, LAPORAN_TAHUNAN, tahun)
    if terakhir is not None and terakhir.belum_usai:
        return terakhir.id, False
    repo.buat_pekerjaan(session, id_baru, LAPORAN_TAHUNAN, tahun, now)
    return id_baru, True


def muat_pekerjaan(session: Session, id_: str) -> Pekerjaan | None:
    """The piece of work with this id."""
    return repo.ambil_pekerjaan(session, id_)


def laporan_terakhir(session: Session, tahun: int) -> Pekerjaan | None:
    """The newest annual report of the year, in whatever state."""
    return repo.pekerjaan_terakhir(session, LAPORAN_TAHUNAN, tahun)


def catat_kemajuan(session: Session, id_: str, langkah: str, persen: int, now: datetime) -> None:
    """Store step and progress; work that has begun is never at 0, work without a file never at 100."""
    repo.catat_kemajuan(session, id_, langkah, min(max(persen, 1), 99), now)


def catat_selesai(session: Session, id_: str, berkas: str, now: datetime) -> None:
    """Store where the finished file is, relative to the folder of reports."""
    repo.catat_berkas(session, id_, berkas, now)


def catat_gagal(session: Session, id_: str, kalimat: str, now: datetime) -> None:
    """Store why it failed, in one sentence for the user."""
    repo.catat_galat(session, [id_], kalimat, now)


def catat_denyut(session: Session, ids: Collection[str], now: datetime) -> None:
    """Say that this work is still being done."""
    repo.catat_denyut(session, ids, now)


def tandai_terhenti(session: Session, di_antrean: Collection[str], now: datetime) -> list[str]:
    """Mark as failed what nobody does any more: silent for longer than TERHENTI_SETELAH and not waiting in the queue.

    Returns the ids. Work in `di_antrean` has merely not had its turn.
    """
    batas = now - TERHENTI_SETELAH
    terhenti = [p.id for p in repo.list_belum_usai(session) if p.diperbarui < batas and p.id not in di_antrean]
    repo.catat_galat(session, terhenti, KALIMAT_TERHENTI, now)
    return terhenti


def perlu_dijaga(session: Session) -> bool:
    """Whether anything waits or runs."""
    return bool(repo.list_belum_usai(session))
