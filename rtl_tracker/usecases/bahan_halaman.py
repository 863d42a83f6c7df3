"""What the web pages of a year are made from: the material of the report without anything that only single answers tell."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.periode import Periode
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.storage.pengaturan_repository import muat_tercetak, tahun_berhasil, tahun_tersedia
from rtl_tracker.usecases.bahan_laporan import bahan_tanpa_jawaban


class TahunTidakAda(DomainError):
    """A page of a year was asked for of which nothing is stored."""


@dataclass(frozen=True, slots=True)
class BahanHalaman:
    """The loaded year; `tersedia` are all stored years, newest first; `tercetak` the IKM a published report printed."""

    bahan: BahanLaporan
    tersedia: tuple[int, ...]
    tercetak: str | None


def tahun_berdata(session: Session) -> tuple[int, ...]:
    """The years of which something is stored, newest first; none on an empty database."""
    return tuple(tahun_tersedia(session))


def tahun_utama(session: Session) -> int | None:
    """The year to show first: the newest with a result, else the newest that was opened; None on an empty database."""
    return next(iter((*tahun_berhasil(session), *tahun_tersedia(session))), None)


def muat_bahan_halaman(session: Session, tahun: int) -> BahanHalaman:
    """Load and compute the year from kept counts, in a fixed number of queries; no answer is read.

    Raises TahunTidakAda.
    """
    tersedia = tahun_berdata(session)
    if tahun not in tersedia:
        raise TahunTidakAda(f"Belum ada data tahun {tahun}.")
    bahan = bahan_tanpa_jawaban(session, tahun)
    return BahanHalaman(bahan, tersedia, muat_tercetak(session, tahun).get((Periode.TAHUNAN, "ikm")))
