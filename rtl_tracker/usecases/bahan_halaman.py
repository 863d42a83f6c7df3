"""What the web pages are made from: the facts of the report without anything that only single answers can tell."""

from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.domain.rekap import RekapTahun, susun_rekap
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.storage.data_tahun import muat_data_tahun
from rtl_tracker.storage.hasil_repository import muat_riwayat
from rtl_tracker.storage.pengaturan_repository import muat_tercetak


def muat_bahan_halaman(session: Session, tahun: int, ada_tahun_lalu: bool) -> BahanLaporan:
    """The year from kept counts, in a fixed number of queries; no answer is read.

    What is overdue is judged on 31 December of the year, as in the report. The year before is only computed when
    something is stored of it (`ada_tahun_lalu`).
    """
    data = muat_data_tahun(session, tahun)
    return BahanLaporan(
        rekap=susun_rekap(data),
        rekap_lalu=_rekap_lalu(session, tahun - 1) if ada_tahun_lalu else None,
        rtl=data.rtl,
        rtl_lalu=data.rtl_lalu,
        riwayat={kunci: baris.ikm for kunci, baris in muat_riwayat(session).items()},
        tercetak=muat_tercetak(session, tahun),
        tanggal=date(tahun, 12, 31),
        data_contoh=any(r.data_contoh for r in (*data.rtl, *data.rtl_lalu)),
    )


def _rekap_lalu(session: Session, tahun: int) -> RekapTahun | None:
    rekap = susun_rekap(muat_data_tahun(session, tahun))
    return rekap if rekap.tahunan.ikm is not None else None
