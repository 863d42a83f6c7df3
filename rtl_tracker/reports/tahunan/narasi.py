"""The narrative of the annual report by block: what an officer may edit, in the order of the report (spec 3.4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rtl_tracker.reports.rancangan import BentukTeks, BlokTeks
from rtl_tracker.reports.tahunan import (
    narasi_hasil,
    narasi_pendahuluan,
    narasi_pengumpulan,
    narasi_simpulan,
    narasi_tindak_lanjut,
)
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan

TANPA_REKOMENDASI = "Belum ada rekomendasi karena belum ada hasil pada tahun ini."


def narasi_tahunan(f: FaktaTahunan) -> tuple[BlokTeks, ...]:
    """Every block that has something to say."""
    semua = (*_pendahuluan(f), *_pengumpulan(f), *_hasil(f), *_tindak_lanjut(f), *_simpulan(f))
    return tuple(satu for satu in semua if satu.teks)


def susun_ulang(blok: Iterable[BlokTeks], judul: Mapping[str, str]) -> tuple[BlokTeks, ...]:
    """The blocks of another order of the report: those that `judul` names and that exist, in its order and under its headings."""
    per_nama = {satu.nama: satu for satu in blok}
    return tuple(replace(per_nama[nama], judul=baru) for nama, baru in judul.items() if nama in per_nama)


def _blok(nama: str, judul: str, teks: Sequence[str], bentuk: BentukTeks = "paragraf") -> BlokTeks:
    return BlokTeks(nama, judul, tuple(teks), bentuk)


def _pendahuluan(f: FaktaTahunan) -> tuple[BlokTeks, ...]:
    return (
        _blok("kata_pengantar", "Kata Pengantar", narasi_pendahuluan.kata_pengantar(f)),
        _blok("latar_belakang", "Latar Belakang", narasi_pendahuluan.latar_belakang(f)),
        _blok("maksud", "Maksud dan Tujuan: pembuka", [narasi_pendahuluan.maksud(f)]),
        _blok("tujuan", "Maksud dan Tujuan: butir tujuan", narasi_pendahuluan.tujuan(f), "nomor"),
        _blok("metode", "Metode", narasi_pendahuluan.metode(f)),
        _blok("jadwal_tim", "Jadwal dan Tim", narasi_pendahuluan.jadwal_tim(f)),
    )


def _pengumpulan(f: FaktaTahunan) -> tuple[BlokTeks, ...]:
    return (
        _blok("penyampaian", f"Penyampaian Hasil oleh {f.pengaturan.istilah_unit}", narasi_pengumpulan.penyampaian(f)),
        _blok("responden", "Jumlah Responden", narasi_pengumpulan.responden(f)),
        _blok("profil_responden", "Profil Responden", narasi_pengumpulan.profil_responden(f)),
        _blok("cara_pengumpulan", "Cara Pengumpulan", narasi_pengumpulan.cara_pengumpulan(f)),
    )


def _hasil(f: FaktaTahunan) -> tuple[BlokTeks, ...]:
    return (
        _blok("indeks", "Indeks Kepuasan Masyarakat", narasi_hasil.indeks(f)),
        _blok("rekap", f"Rekapitulasi per {f.pengaturan.istilah_unit}", narasi_hasil.rekap(f)),
        _blok("unsur", "Sembilan Unsur Pelayanan", narasi_hasil.unsur(f)),
        _blok("tabel_besar", "Hasil per Periode", narasi_hasil.tabel_besar(f) if f.hasil.besar else ()),
        _blok("tren", "Tren dan Perbandingan Antartahun", narasi_hasil.tren(f)),
        _blok("univariat", "Analisis: sebaran jawaban", narasi_hasil.univariat(f.analisis.univariat)),
        _blok("bivariat", "Analisis: hubungan antarunsur", narasi_hasil.bivariat(f.analisis.bivariat)),
        _blok("saran", "Saran Responden", narasi_hasil.saran(f)),
    )


def _tindak_lanjut(f: FaktaTahunan) -> tuple[BlokTeks, ...]:
    return (
        _blok("prioritas", "Unsur Prioritas", narasi_tindak_lanjut.prioritas(f)),
        _blok("rtl", "Rencana Tindak Lanjut", narasi_tindak_lanjut.rtl(f)),
        _blok("realisasi", "Realisasi Periode Sebelumnya", narasi_tindak_lanjut.realisasi(f)),
        _blok("rtl_belum", "RTL yang Belum Selesai", narasi_tindak_lanjut.rtl_belum(f)),
        _blok("dampak", "Dampak Tindak Lanjut", narasi_tindak_lanjut.dampak(f)),
    )


def _simpulan(f: FaktaTahunan) -> tuple[BlokTeks, ...]:
    return (
        _blok("kesimpulan", "Kesimpulan", narasi_simpulan.kesimpulan(f), "nomor"),
        _blok("rekomendasi", "Rekomendasi", narasi_simpulan.rekomendasi(f) or (TANPA_REKOMENDASI,), "nomor"),
    )
