"""Documents as pieces of work: ask for one, follow it, call it off, finish it, begin it again after a restart (spec 2.4)."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.pesanan import Pesanan, periksa_pesanan
from rtl_tracker.storage import pekerjaan_repository as repo
from rtl_tracker.storage.pekerjaan_repository import Pekerjaan, StatusPekerjaan
from rtl_tracker.storage.pengaturan_repository import tahun_tersedia

__all__ = [
    "Pekerjaan",
    "StatusPekerjaan",
    "TahunTanpaData",
    "ambil_terhenti",
    "catat_denyut",
    "catat_gagal",
    "catat_kemajuan",
    "catat_selesai",
    "list_terakhir",
    "muat_pekerjaan",
    "pekerjaan_terakhir",
    "pesan_dokumen",
]  # fmt: skip

TERHENTI_SETELAH = timedelta(seconds=10)
PALING_BANYAK_PERCOBAAN = 3
KALIMAT_TERHENTI = "Penyusunan terhenti berulang kali karena program berhenti di tengah jalan; silakan ulangi."
LANGKAH_LAGI = "Dimulai lagi setelah program berhenti"


class TahunTanpaData(DomainError):
    """A document was asked for a year of which nothing is stored."""


def pesan_dokumen(session: Session, pesanan: Pesanan, id_baru: str, now: datetime, oleh: int | None) -> tuple[str, bool]:
    """Ask for a document; returns (id, whether this is new work).

    While equal work waits or runs, that one is the answer. Raises TahunTanpaData, PermintaanKeliru.
    """
    periksa_pesanan(pesanan)
    tahun = pesanan.permintaan.tahun
    if tahun not in tahun_tersedia(session):
        raise TahunTanpaData(f"Belum ada data tahun {tahun}.")
    terakhir = repo.pekerjaan_terakhir(session, pesanan.kunci)
    if terakhir is not None and terakhir.belum_usai:
        return terakhir.id, False
    repo.buat_pekerjaan(session, id_baru, pesanan, now, oleh)
    return id_baru, True


def muat_pekerjaan(session: Session, id_: str) -> Pekerjaan | None:
    """The piece of work with this id."""
    return repo.ambil_pekerjaan(session, id_)


def pemesan(session: Session, id_: str) -> int | None:
    """The account that asked for existing work; None = the command line."""
    pekerjaan = repo.ambil_pekerjaan(session, id_)
    return None if pekerjaan is None else pekerjaan.oleh


def pekerjaan_terakhir(session: Session, pesanan: Pesanan) -> Pekerjaan | None:
    """The newest work on an equal order, in whatever state."""
    return repo.pekerjaan_terakhir(session, pesanan.kunci)


def list_terakhir(session: Session, tahun: int, upp_id: int | None) -> Mapping[str, Pekerjaan]:
    """The newest work per key of an order, of a year and a unit (None = of the instansi)."""
    return repo.list_pekerjaan_terakhir(session, tahun, upp_id)


def batalkan(session: Session, id_: str, now: datetime) -> bool:
    """Call off work that waits or runs; whether there was anything to call off."""
    return repo.batalkan(session, id_, now)


def catat_kemajuan(session: Session, id_: str, langkah: str, persen: int, now: datetime) -> bool:
    """Store step and progress; work that has begun is never at 0, work without a file never at 100. False = it was called off."""
    return repo.catat_kemajuan(session, id_, langkah, min(max(persen, 1), 99), now)


def sudah_dibatalkan(session: Session, id_: str) -> bool:
    """Whether somebody called it off."""
    return bool(repo.dibatalkan(session, [id_]))


def catat_selesai(session: Session, id_: str, berkas: str, now: datetime) -> None:
    """Store where the finished file is, relative to the folder of reports."""
    repo.catat_berkas(session, id_, berkas, now)


def catat_gagal(session: Session, id_: str, kalimat: str, now: datetime) -> None:
    """Store why it failed, in one sentence for the user."""
    repo.catat_galat(session, [id_], kalimat, now)


def catat_denyut(session: Session, ids: Collection[str], now: datetime) -> None:
    """Say that this work is still being done."""
    repo.catat_denyut(session, ids, now)


def ambil_terhenti(session: Session, di_antrean: Collection[str], now: datetime) -> list[str]:
    """Work that nobody does any more (silent for longer than TERHENTI_SETELAH, not waiting in the queue), to be sent again.

    Two watchers never take the same work. After the last attempt it ends with a sentence instead.
    """
    batas = now - TERHENTI_SETELAH
    diam = [p for p in repo.list_belum_usai(session) if p.diperbarui < batas and p.id not in di_antrean]
    repo.catat_galat(session, [p.id for p in diam if p.percobaan >= PALING_BANYAK_PERCOBAAN], KALIMAT_TERHENTI, now)
    return [p.id for p in diam if repo.mulai_lagi(session, p.id, p.percobaan + 1, LANGKAH_LAGI, now)]


def perlu_dijaga(session: Session) -> bool:
    """Whether anything waits or runs."""
    return bool(repo.list_belum_usai(session))
