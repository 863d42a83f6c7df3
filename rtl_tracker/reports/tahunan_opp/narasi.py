"""The narrative by block in the order of 2025: the blocks of `tahunan` under other headings, and T2 in the place of T1."""

from rtl_tracker.reports.rancangan import BlokTeks
from rtl_tracker.reports.tahunan.narasi import narasi_tahunan, susun_ulang
from rtl_tracker.reports.tahunan_opp import narasi_layanan
from rtl_tracker.reports.tahunan_opp.fakta import FaktaOpp


def narasi_opp(f: FaktaOpp) -> tuple[BlokTeks, ...]:
    """Every block that has something to say."""
    besar = BlokTeks("tabel_besar", "", tuple(narasi_layanan.tabel_layanan(f)))
    return susun_ulang((*narasi_tahunan(f.dasar), besar), _judul(f.pengaturan.istilah_unit))


def _judul(unit: str) -> dict[str, str]:
    """Names of the blocks in the order of the document, with the headings they stand under."""
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
        "unsur": "Sembilan Unsur Pelayanan",
        "tabel_besar": f"Hasil per {unit}",
        "rekap": f"Kategori Mutu per {unit}",
        "tren": "Tren dan Perbandingan Antartahun",
        "univariat": "Analisis: sebaran jawaban",
        "bivariat": "Analisis: hubungan antarunsur",
        "saran": "Saran Responden",
        "prioritas": "Unsur Prioritas",
        "rtl": "Rencana Tindak Lanjut",
        "realisasi": "Realisasi Periode Sebelumnya",
        "rtl_belum": "RTL yang Belum Selesai",
        "dampak": "Dampak Tindak Lanjut",
        "kesimpulan": "Kesimpulan",
        "rekomendasi": "Rekomendasi",
    }
