"""Follow-up percentages of a year for the Inspektorat, as a Word document and as the Excel workbook (spec 3.1)."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.domain.peran import pelaku_program
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.reports.dokumen_realisasi.fakta import BahanDokumenRealisasi
from rtl_tracker.reports.dokumen_realisasi.rancang import rancang_realisasi
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.storage.rtl_repository import muat_rtl
from rtl_tracker.usecases.dokumen_rtl import pengaturan_bernama
from rtl_tracker.usecases.lingkungan_dokumen import BukuJadi, DokumenDitolak, LingkunganDokumen
from rtl_tracker.usecases.persentase_tindak_lanjut import muat_bahan, susun_gambaran, tahun_ber_rtl


def rancang(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> Rancangan:
    """The plan of the Word document. Raises DokumenDitolak for a year in which no RTL was born."""
    tahun = permintaan.tahun
    _pastikan_ada_rtl(session, tahun)
    bahan = muat_bahan(session, pelaku_program(), tahun)
    return rancang_realisasi(
        BahanDokumenRealisasi(
            pengaturan=pengaturan_bernama(session, tahun),
            gambaran=susun_gambaran(bahan, _hari_penilaian(tahun)),
            rtl=bahan.rtl,
            lanjutan={r.asal_id: r for r in _sejak(session, tahun) if r.asal_id is not None},
        )
    )


def excel(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> BukuJadi:
    """The workbook of the page of percentages, each RTL linked to its page. Raises DokumenDitolak for a year without RTL."""
    from rtl_tracker.usecases.unduh_persentase import (
        buat_berkas_persentase,
    )  # here: it loads openpyxl

    tahun = permintaan.tahun
    _pastikan_ada_rtl(session, tahun)
    hari = _hari_penilaian(tahun)
    berkas = buat_berkas_persentase(session, pelaku_program(), tahun, hari, lambda id_: f"{lingkungan.base_url}/rtl/{id_}")
    return BukuJadi(berkas.nama.removesuffix(".xlsx"), f"Persentase tindak lanjut RTL tahun {tahun}", berkas.isi)


def _hari_penilaian(tahun: int) -> date:
    """What is overdue is judged on the last day of the year, as in the annual report: the same data give the same bytes."""
    return date(tahun, 12, 31)


def _pastikan_ada_rtl(session: Session, tahun: int) -> None:
    if tahun not in tahun_ber_rtl(session):
        raise DokumenDitolak(
            f"Belum ada RTL dari hasil survei tahun {tahun}. Susun atau impor RTL lebih dahulu, atau pilih tahun lain."
        )


def _sejak(session: Session, tahun: int) -> Iterator[Rtl]:
    """The RTL born in the year and later: what was carried over is among them."""
    for satu in tahun_ber_rtl(session):
        if satu >= tahun:
            yield from muat_rtl(session, satu)
