"""All facts of the annual report: every figure, list and comparison it needs, rounded as printed. No sentence in them."""

from dataclasses import dataclass
from datetime import date

from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.survei import Tabulasi
from rtl_tracker.reports.tahunan.bahan import BahanLaporan, Lembar
from rtl_tracker.reports.tahunan.fakta_analisis import FaktaAnalisis, susun_fakta_analisis
from rtl_tracker.reports.tahunan.fakta_hasil import FaktaHasil, susun_fakta_hasil
from rtl_tracker.reports.tahunan.fakta_pengumpulan import FaktaPengumpulan, susun_fakta_pengumpulan
from rtl_tracker.reports.tahunan.fakta_simpulan import FaktaSimpulan, susun_fakta_simpulan
from rtl_tracker.reports.tahunan.fakta_tindak_lanjut import FaktaTindakLanjut, susun_fakta_tindak_lanjut
from rtl_tracker.reports.tahunan.fakta_tren import FaktaTren, susun_fakta_tren


@dataclass(frozen=True, slots=True)
class FaktaTahunan:
    """The facts by chapter. `lembar`: (UPP, period, their sums, questionnaires) for the appendix; `tautan`: (UPP, period, link)."""

    tahun: int
    pengaturan: Pengaturan
    tanggal: date
    pengumpulan: FaktaPengumpulan
    hasil: FaktaHasil
    tren: FaktaTren
    analisis: FaktaAnalisis
    tindak_lanjut: FaktaTindakLanjut
    simpulan: FaktaSimpulan
    lembar: tuple[tuple[str, Periode, Tabulasi, tuple[Lembar, ...]], ...]
    tautan: tuple[tuple[str, str, str], ...]
    periode_terukur: tuple[Periode, ...]
    data_contoh: bool


def susun_fakta(bahan: BahanLaporan) -> FaktaTahunan:
    """The facts of the annual report from the loaded values."""
    hasil = susun_fakta_hasil(bahan)
    kumpul = susun_fakta_pengumpulan(bahan)
    tindak = susun_fakta_tindak_lanjut(bahan)
    terukur = {h.periode for r in bahan.rekap.upp for h in r.terukur}
    return FaktaTahunan(
        tahun=bahan.rekap.tahun,
        pengaturan=bahan.rekap.pengaturan,
        tanggal=bahan.tanggal,
        pengumpulan=kumpul,
        hasil=hasil,
        tren=susun_fakta_tren(bahan, hasil),
        analisis=susun_fakta_analisis(bahan),
        tindak_lanjut=tindak,
        simpulan=susun_fakta_simpulan(bahan.rekap.tahun, hasil, kumpul, tindak),
        lembar=_lembar(bahan),
        tautan=_tautan(bahan),
        periode_terukur=tuple(p for p in Periode if p in terukur),
        data_contoh=bahan.data_contoh,
    )


def _lembar(bahan: BahanLaporan) -> tuple[tuple[str, Periode, Tabulasi, tuple[Lembar, ...]], ...]:
    per_id = {r.upp.id: r for r in bahan.rekap.upp}
    baris = []
    for (upp_id, periode), isi in bahan.lembar.items():
        tabulasi = per_id[upp_id].hasil[periode].tabulasi
        if tabulasi is not None:
            baris.append((per_id[upp_id].upp.nama, periode, tabulasi, isi))
    return tuple(baris)


def _tautan(bahan: BahanLaporan) -> tuple[tuple[str, str, str], ...]:
    baris = []
    for r in bahan.rekap.upp:
        baris += [(r.upp.nama, NAMA_PERIODE[h.periode], h.tautan_laporan) for h in r.terukur if h.tautan_laporan]
        baris += [(r.upp.nama, NAMA_PERIODE[p], b.tautan_laporan) for p, b in r.cetak_rata.items() if b.tautan_laporan]
    return tuple(baris)
