"""The follow-up of a year as an Excel file to take along."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.reports.kenaikan_skor import susun_skor
from rtl_tracker.reports.lembar_realisasi import BahanRealisasi, buat_lembar_realisasi
from rtl_tracker.usecases.persentase_tindak_lanjut import muat_bahan, susun_gambaran


@dataclass(frozen=True, slots=True)
class BerkasPersentase:
    """The file and the name it is kept under; `banyak` RTL are in it."""

    nama: str
    isi: bytes
    banyak: int


def buat_berkas_persentase(
    session: Session, pelaku: Pelaku, tahun: int, hari_ini: date, alamat_rtl: Callable[[int], str]
) -> BerkasPersentase:
    """The whole year within the reach of the account, unfiltered. `alamat_rtl`: full address of an RTL's page. Raises AksesDitolak."""
    bahan = muat_bahan(session, pelaku, tahun)
    gambaran = susun_gambaran(bahan, hari_ini)
    dasar = bahan.pengaturan.dasar_realisasi
    isi = buat_lembar_realisasi(
        BahanRealisasi(
            pengaturan=bahan.pengaturan,
            gambaran=gambaran,
            skor={t.upp.id: susun_skor(t, dasar, hari_ini) for t in gambaran.upp},
            rtl=bahan.rtl,
            alamat={r.id: alamat_rtl(r.id) for r in bahan.rtl},
            media={upp_id: len(p.media) for upp_id, p in bahan.publikasi.items()},
        )
    )
    return BerkasPersentase(f"tindak-lanjut-{tahun}-per-{hari_ini.isoformat()}.xlsx", isi, len(bahan.rtl))
