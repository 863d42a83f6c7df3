"""The narrative of the recap by block: what an officer may edit, in the order of the document (spec 3.4)."""

from collections.abc import Sequence

from rtl_tracker.reports.rancangan import BentukTeks, BlokTeks
from rtl_tracker.reports.tahunan import narasi_pengumpulan, narasi_tindak_lanjut
from rtl_tracker.reports.triwulan import narasi_awal, narasi_periode
from rtl_tracker.reports.triwulan.fakta import FaktaPeriode
from rtl_tracker.reports.triwulan.gambar import GrafikPeriode


def narasi_triwulan(f: FaktaPeriode, g: GrafikPeriode) -> tuple[BlokTeks, ...]:
    """Every block that has something to say."""
    return tuple(satu for satu in (*_awal(f), *_hasil(f, g), *_simpulan(f)) if satu.teks)


def _blok(nama: str, judul: str, teks: Sequence[str], bentuk: BentukTeks = "paragraf") -> BlokTeks:
    return BlokTeks(nama, judul, tuple(teks), bentuk)


def _awal(f: FaktaPeriode) -> tuple[BlokTeks, ...]:
    return (
        _blok("kata_pengantar", "Kata Pengantar", narasi_awal.kata_pengantar(f)),
        _blok("latar_belakang", "Latar Belakang", narasi_awal.latar_belakang(f)),
        _blok("metode", "Metode", narasi_awal.metode(f)),
        _blok("jadwal", "Jadwal", narasi_awal.jadwal(f)),
        _blok("penyampaian", f"Penyampaian Hasil oleh {f.pengaturan.istilah_unit}", narasi_awal.penyampaian(f)),
        _blok("responden", "Jumlah Responden", narasi_pengumpulan.responden(f.dasar)),
        _blok("profil_responden", "Profil Responden", narasi_pengumpulan.profil_responden(f.dasar)),
        _blok("cara_pengumpulan", "Cara Pengumpulan", narasi_pengumpulan.cara_pengumpulan(f.dasar)),
    )


def _hasil(f: FaktaPeriode, g: GrafikPeriode) -> tuple[BlokTeks, ...]:
    return (
        _blok("indeks", "Indeks Kepuasan Masyarakat", narasi_periode.indeks(f)),
        _blok("banding", "Perbandingan dengan Periode Sebelumnya", narasi_periode.banding(f, bool(g.tren))),
        _blok("kategori", "Mutu Pelayanan", narasi_periode.kategori(f, bool(g.mutu_kelompok))),
        _blok("unsur", "Sembilan Unsur Pelayanan", narasi_periode.unsur(f)),
        _blok("tabel_besar", f"Hasil per {f.pengaturan.istilah_unit}", narasi_periode.tabel_besar(f)),
        _blok("prioritas", "Unsur Prioritas", narasi_tindak_lanjut.prioritas(f.dasar)),
        _blok("rtl", "Rencana Tindak Lanjut", narasi_tindak_lanjut.rtl(f.dasar)),
        _blok("realisasi", "Realisasi Periode Sebelumnya", narasi_tindak_lanjut.realisasi(f.dasar)),
    )


def _simpulan(f: FaktaPeriode) -> tuple[BlokTeks, ...]:
    return (
        _blok("kesimpulan", "Kesimpulan", narasi_periode.kesimpulan(f), "nomor"),
        _blok("rekomendasi", "Rekomendasi", narasi_periode.rekomendasi(f), "nomor"),
    )
