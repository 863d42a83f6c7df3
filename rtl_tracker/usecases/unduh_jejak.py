"""The audit trail as an Excel file to take along."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.formats import bulat, tanggal_waktu
from rtl_tracker.reports.lembar_jejak import BarisLembar, buat_lembar_jejak
from rtl_tracker.storage import jejak_repository as repo
from rtl_tracker.storage.upp_repository import nama_upp
from rtl_tracker.usecases.baca_jejak import NAMA_JENIS
from rtl_tracker.usecases.daftar_jejak import (
    ButirJejak,
    SaringanDaftar,
    periksa_boleh_baca,
    saringan_simpanan,
    susun_butir,
)

PALING_BANYAK = 50_000


@dataclass(frozen=True, slots=True)
class BerkasJejak:
    """The file, the name it is kept under, and what the record of the export says."""

    nama: str
    isi: bytes
    catatan: str


def buat_berkas_jejak(session: Session, pelaku: Pelaku, now: datetime, saringan: SaringanDaftar) -> BerkasJejak:
    """The newest PALING_BANYAK records that match; a sentence says when older ones were left out. Raises AksesDitolak."""
    periksa_boleh_baca(pelaku)
    cari = saringan_simpanan(saringan)
    cocok = repo.hitung_jejak(session, cari)
    dimuat = min(cocok, PALING_BANYAK)
    unit = nama_upp(session)
    menurut = _menurut(saringan, unit)
    pengantar = (
        "Jejak audit",
        f"Keadaan pada {tanggal_waktu(now.astimezone())}",
        f"Saringan: {menurut}",
        _cakupan(cocok, dimuat),
    )
    baris = (_baris(b) for b in susun_butir(repo.ambil_jejak(session, cari, 0, dimuat), unit))
    catatan = f"Jejak audit (Excel, {dimuat} dari {cocok} catatan; saringan: {menurut})"
    return BerkasJejak(f"jejak-{now.astimezone():%Y-%m-%d}.xlsx", buat_lembar_jejak(pengantar, baris), catatan)


def _cakupan(cocok: int, dimuat: int) -> str:
    if cocok == dimuat:
        return f"{bulat(cocok)} catatan, yang terbaru lebih dahulu."
    return f"Hanya {bulat(dimuat)} catatan terbaru dari {bulat(cocok)} yang dimuat. Persempit saringan untuk mengunduh catatan yang lebih lama."


def _menurut(s: SaringanDaftar, unit: dict[int, str]) -> str:
    """The filter in words."""
    bagian = (
        ("unit", None if s.upp_id is None else unit.get(s.upp_id, f"nomor {s.upp_id}")),
        ("RTL nomor", s.rtl),
        ("pengguna nomor", s.pengguna),
        ("kejadian", None if s.jenis is None else NAMA_JENIS[s.jenis]),
        ("kata", s.cari or None),
    )
    return "; ".join(f"{nama} {nilai}" for nama, nilai in bagian if nilai is not None) or "tidak ada"


def _baris(b: ButirJejak) -> BarisLembar:
    r = b.baris
    rincian: Iterator[str] = (f"{label}: {f'{dari} menjadi ' if dari else ''}{ke}" for label, dari, ke in r.rincian)
    return BarisLembar(
        nomor=b.nomor,
        waktu=r.waktu.astimezone().replace(tzinfo=None, microsecond=0),
        pelaku=r.pelaku,
        peran=r.peran,
        kejadian=r.sebutan,
        unit=b.unit,
        rtl=b.rtl_id,
        catatan=r.catatan,
        rincian="\n".join(rincian),
    )
