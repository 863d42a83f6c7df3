"""Fill an empty database with the demo instansi (spec 5.5)."""

import random
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from rtl_tracker.demo.rtl_contoh import BENIH
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.peran import Pelaku, Peran, pelaku_program
from rtl_tracker.domain.rekap import RekapTahun, susun_rekap
from rtl_tracker.resources import resource
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.data_tahun import muat_data_tahun
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan, tahun_tersedia
from rtl_tracker.storage.pengguna_repository import list_pengguna
from rtl_tracker.storage.rtl_repository import muat_rtl
from rtl_tracker.storage.upp_repository import list_upp
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja
from rtl_tracker.usecases.kelola_pengguna import SandiSekaliPakai, tambah_pengguna
from rtl_tracker.usecases.kisah_demo import Pemeran, ceritakan
from rtl_tracker.usecases.survei_demo import jalankan_survei_contoh

TAHUN = 2021
FOLDER = "rtl_tracker/demo/bengkayang_2021"
AKUN: dict[Peran, tuple[str, str]] = {
    Peran.ORGANISASI: ("organisasi", "Bagian Organisasi (contoh)"),
    Peran.OPERATOR_UPP: ("operator", "Operator UPP (contoh)"),
    Peran.INSPEKTUR: ("inspektur", "Inspektorat (contoh)"),
    Peran.PIMPINAN: ("pimpinan", "Pimpinan (contoh)"),
}


class DemoDitolak(DomainError):
    """The database is not empty, or the shipped data cannot be read; str() is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class DemoDimuat:
    """What was loaded: name and year of the instansi, numbers of UPP, questionnaires and made-up RTL; accounts with passwords."""

    nama: str
    tahun: int
    upp: int
    respons: int
    rtl: int
    akun: tuple[tuple[SandiSekaliPakai, Peran], ...]


def muat_demo(session: Session, gudang: GudangBukti, *, now: datetime) -> DemoDimuat:
    """Import the published figures, make an account per role, tell the made-up follow-up of two years, and let a survey run this year.

    Raises DemoDitolak on a database with data.
    """
    if not basis_data_kosong(session):
        raise DemoDitolak("Basis data sudah berisi data; instansi contoh hanya dimuat ke basis data kosong.")
    laporan = impor_buku_kerja(session, resource(FOLDER), TAHUN, now=now)
    if laporan.galat:
        raise DemoDitolak(f"Data contoh tidak dapat dibaca: {laporan.galat[0].kalimat}")
    simpan_pengaturan(session, TAHUN + 1, {})
    rekap = susun_rekap(muat_data_tahun(session, TAHUN))
    akun = _buat_akun(session, rekap, now)
    rtl = ceritakan(session, gudang, rekap, _pemeran(session), random.Random(BENIH))
    jalankan_survei_contoh(session, [r.upp for r in rekap.upp], TAHUN, now, random.Random(BENIH))
    return DemoDimuat(rekap.pengaturan.nama, TAHUN, len(rekap.upp), laporan.diubah.get("respons", 0), rtl, akun)


def _buat_akun(session: Session, rekap: RekapTahun, now: datetime) -> tuple[tuple[SandiSekaliPakai, Peran], ...]:
    """One account per role; the operator works in the first unit, the pimpinan sees all."""
    program = pelaku_program("data contoh")
    return tuple(
        (
            tambah_pengguna(
                session, program, now, nama, sebutan, peran, rekap.upp[0].upp.id if peran is Peran.OPERATOR_UPP else None
            ),
            peran,
        )
        for peran, (nama, sebutan) in AKUN.items()
    )


def _pemeran(session: Session) -> Pemeran:
    """The accounts as actors."""
    akun = {p.peran: p for p in list_pengguna(session)}
    pelaku = {
        peran: Pelaku(p.id, p.nama, peran, p.upp_id, None if p.upp_id is None else frozenset({p.upp_id}))
        for peran, p in akun.items()
    }
    return Pemeran(pelaku[Peran.ORGANISASI], pelaku[Peran.INSPEKTUR], pelaku[Peran.OPERATOR_UPP])


def basis_data_kosong(session: Session) -> bool:
    """Whether nothing of any instansi is stored."""
    return not list_upp(session) and not tahun_tersedia(session)


def ada_demo(session: Session) -> bool:
    """Whether what is stored is the demo: only its RTL are marked as examples."""
    return any(r.data_contoh for r in muat_rtl(session, TAHUN))


def berkas_laporan_demo(folder_laporan: Path) -> Path:
    """Where the demo's annual report is kept."""
    return folder_laporan / f"laporan-skm-tahunan-{TAHUN}.docx"
