"""The narrative by block in the order of three chapters: the blocks of `tahunan`, a foreword of its own, and one block per unit."""

from rtl_tracker.reports.rancangan import BlokTeks
from rtl_tracker.reports.tahunan import narasi_pendahuluan
from rtl_tracker.reports.tahunan.narasi import narasi_tahunan, susun_ulang
from rtl_tracker.reports.tahunan_daerah import narasi_unit
from rtl_tracker.reports.tahunan_daerah.fakta import FaktaDaerah
from rtl_tracker.reports.tahunan_daerah.fakta_unit import FaktaUnit

PEMBUKA = "analisis_pembuka"


def blok_unit(u: FaktaUnit) -> str:
    """Name of the block of a unit: its number as letters, so that an edited text stays with its unit when others come or go."""
    huruf, sisa = "", u.upp_id
    while sisa > 0:
        sisa, letak = divmod(sisa - 1, 26)
        huruf = chr(ord("a") + letak) + huruf
    return f"analisis_unit_{huruf}"


def narasi_daerah(f: FaktaDaerah) -> tuple[BlokTeks, ...]:
    """Every block that has something to say, in the order of the document."""
    judul = f"Analisis per {f.pengaturan.istilah_unit}"
    sendiri = (
        BlokTeks("kata_pengantar", "", tuple(_kata_pengantar(f))),
        BlokTeks(PEMBUKA, "", tuple(narasi_unit.pembuka(f))),
        *(BlokTeks(blok_unit(u), "", (narasi_unit.analisis_unit(f, u),), kelompok=u.nama) for u in f.unit),
    )
    unit = {PEMBUKA: f"{judul}: pembuka"} | {blok_unit(u): f"{judul}: {u.nama}" for u in f.unit}
    return susun_ulang(
        (*narasi_tahunan(f.dasar), *sendiri), _judul_awal(f.pengaturan.istilah_unit) | _JUDUL_HASIL | unit | _JUDUL_AKHIR
    )


def _kata_pengantar(f: FaktaDaerah) -> list[str]:
    """The foreword of the annual report, with the chapters of this one."""
    awal, *_, penutup = narasi_pendahuluan.kata_pengantar(f.dasar)
    isi = (
        "Bab II memuat Indeks Kepuasan Masyarakat (IKM), kesembilan unsur pelayanan, dan analisis setiap "
        f"{f.pengaturan.istilah_unit}. Bab III memuat kesimpulan, rekomendasi, serta Rencana Tindak Lanjut (RTL) yang disusun, yang sudah "
        "dilaksanakan, dan yang belum."
    )
    return [awal, isi, penutup]


def _judul_awal(unit: str) -> dict[str, str]:
    return {
        "kata_pengantar": "Kata Pengantar",
        "latar_belakang": "Latar Belakang",
        "maksud": "Maksud dan Tujuan: pembuka",
        "tujuan": "Maksud dan Tujuan: butir tujuan",
        "metode": "Metode",
        "jadwal_tim": "Jadwal dan Tim",
        "penyampaian": f"Penyampaian Hasil oleh {unit}",
        "cara_pengumpulan": "Cara Pengumpulan",
        "responden": "Jumlah Responden",
        "profil_responden": "Profil Responden",
        "indeks": "Indeks Kepuasan Masyarakat",
        "rekap": f"Rekapitulasi per {unit}",
    }


_JUDUL_HASIL = {
    "tabel_besar": "Hasil per Periode",
    "unsur": "Sembilan Unsur Pelayanan",
    "tren": "Tren dan Perbandingan Antartahun",
    "univariat": "Analisis Univariat",
    "bivariat": "Analisis Bivariat",
    "saran": "Saran Responden",
}
_JUDUL_AKHIR = {
    "kesimpulan": "Kesimpulan",
    "rekomendasi": "Rekomendasi",
    "prioritas": "Unsur Prioritas",
    "rtl": "Rencana Tindak Lanjut",
    "realisasi": "Realisasi Periode Sebelumnya",
    "rtl_belum": "RTL yang Belum Selesai",
    "dampak": "Dampak Tindak Lanjut",
}
