"""What the web pages of a year are made from: the material of the report without anything that only single answers tell."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapTahun, susun_rekap
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.storage.data_tahun import muat_data_tahun
from rtl_tracker.storage.hasil_repository import muat_riwayat
from rtl_tracker.storage.pengaturan_repository import muat_tercetak, tahun_tersedia


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


def muat_bahan_halaman(session: Session, tahun: int) -> BahanHalaman:
    """Load and compute the year from kept counts, in a fixed number of queries; no answer is read.

    What is overdue is judged on 31 December of the year, as in the report. The year before is only computed when
    something is stored of it. Raises TahunTidakAda.
    """
    tersedia = tahun_berdata(session)
    if tahun not in tersedia:
        raise TahunTidakAda(f"Belum ada data tahun {tahun}.")
    data = muat_data_tahun(session, tahun)
    bahan = BahanLaporan(
        rekap=susun_rekap(data),
        rekap_lalu=_rekap_lalu(session, tahun - 1) if tahun - 1 in tersedia else None,
        rtl=data.rtl,
        rtl_lalu=data.rtl_lalu,
        riwayat={kunci: baris.ikm for kunci, baris in muat_riwayat(session).items()},
        tanggal=date(tahun, 12, 31),
        data_contoh=any(r.data_contoh for r in (*data.rtl, *data.rtl_lalu)),
    )
    return BahanHalaman(bahan, tersedia, muat_tercetak(session, tahun).get((Periode.TAHUNAN, "ikm")))


def _rekap_lalu(session: Session, tahun: int) -> RekapTahun | None:
    rekap = susun_rekap(muat_data_tahun(session, tahun))
    return rekap if rekap.tahunan.ikm is not None else None
