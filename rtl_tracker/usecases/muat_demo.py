"""Fill an empty database with the demo instansi (spec 5.5)."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from rtl_tracker.demo.rtl_contoh import BENIH, rtl_tahun_ini, rtl_tahun_lalu
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.rekap import RekapTahun, susun_rekap
from rtl_tracker.domain.rtl import Rtl, unsur_wajib_rtl
from rtl_tracker.resources import resource
from rtl_tracker.storage.data_tahun import muat_data_tahun
from rtl_tracker.storage.pengaturan_repository import tahun_tersedia
from rtl_tracker.storage.rtl_repository import muat_rtl, tambah_rtl
from rtl_tracker.storage.upp_repository import list_upp
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja

TAHUN = 2021
FOLDER = "rtl_tracker/demo/bengkayang_2021"


class DemoDitolak(DomainError):
    """The database is not empty, or the shipped data cannot be read; str() is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class DemoDimuat:
    """What was loaded: name and year of the instansi, numbers of UPP, questionnaires and made-up RTL."""

    nama: str
    tahun: int
    upp: int
    respons: int
    rtl: int


def muat_demo(session: Session, *, now: datetime) -> DemoDimuat:
    """Import the published figures and add the made-up RTL of two years. Raises DemoDitolak on a database with data."""
    if not basis_data_kosong(session):
        raise DemoDitolak("Basis data sudah berisi data; instansi contoh hanya dimuat ke basis data kosong.")
    laporan = impor_buku_kerja(session, resource(FOLDER), TAHUN, now=now)
    if laporan.galat:
        raise DemoDitolak(f"Data contoh tidak dapat dibaca: {laporan.galat[0].kalimat}")
    rekap = susun_rekap(muat_data_tahun(session, TAHUN))
    rtl = list(_rtl_contoh(rekap))
    tambah_rtl(session, rtl)
    return DemoDimuat(rekap.pengaturan.nama, TAHUN, len(rekap.upp), laporan.diubah.get("respons", 0), len(rtl))


def basis_data_kosong(session: Session) -> bool:
    """Whether nothing of any instansi is stored."""
    return not list_upp(session) and not tahun_tersedia(session)


def ada_demo(session: Session) -> bool:
    """Whether what is stored is the demo: only its RTL are marked as examples."""
    return any(r.data_contoh for r in muat_rtl(session, TAHUN))


def berkas_laporan_demo(folder_laporan: Path) -> Path:
    """Where the demo's annual report is kept."""
    return folder_laporan / f"laporan-skm-tahunan-{TAHUN}.docx"


def _rtl_contoh(rekap: RekapTahun) -> Iterator[Rtl]:
    """RTL of the year before with outcomes and of this year for the owed unsur; one unit has not reported its outcomes."""
    acak = random.Random(BENIH)
    belum_melapor = acak.choice(rekap.upp).upp.id
    for r in rekap.upp:
        lalu = rtl_tahun_lalu(r.upp.id, TAHUN - 1, acak, melapor=r.upp.id != belum_melapor)
        wajib = unsur_wajib_rtl(r.tahunan.nrr, rekap.pengaturan.jumlah_prioritas) if r.tahunan is not None else ()
        yield from lalu
        yield from rtl_tahun_ini(r.upp.id, TAHUN, wajib, lalu, acak)
