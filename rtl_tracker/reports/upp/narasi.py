"""The narrative of the report of one unit by block: what an officer may edit, in the order of the report (spec 3.4)."""

from collections.abc import Sequence

from rtl_tracker.reports.rancangan import BentukTeks, BlokTeks
from rtl_tracker.reports.upp import (
    narasi_hasil,
    narasi_pendahuluan,
    narasi_rinci,
    narasi_simpulan,
    narasi_tindak_lanjut,
)
from rtl_tracker.reports.upp.fakta import FaktaUpp


def narasi_upp(f: FaktaUpp) -> tuple[BlokTeks, ...]:
    """Every block that has something to say."""
    return tuple(satu for satu in (*_pendahuluan(f), *_hasil(f), *_tindak_lanjut(f)) if satu.teks)


def _blok(nama: str, judul: str, teks: Sequence[str], bentuk: BentukTeks = "paragraf") -> BlokTeks:
    return BlokTeks(nama, judul, tuple(teks), bentuk)


def _pendahuluan(f: FaktaUpp) -> tuple[BlokTeks, ...]:
    return (
        _blok("kata_pengantar", "Kata Pengantar", narasi_pendahuluan.kata_pengantar(f)),
        _blok("latar_belakang", "Latar Belakang", narasi_pendahuluan.latar_belakang(f)),
        _blok("maksud", "Maksud dan Tujuan: pembuka", narasi_pendahuluan.maksud(f)),
        _blok("tujuan", "Maksud dan Tujuan: butir tujuan", narasi_pendahuluan.tujuan(f), "nomor"),
        _blok("profil", "Profil Organisasi dan Sumber Daya Manusia", narasi_pendahuluan.profil(f)),
        _blok("metode", "Metode", narasi_pendahuluan.metode(f)),
        _blok("tim_jadwal", "Tim dan Jadwal", narasi_pendahuluan.tim_jadwal(f)),
    )


def _hasil(f: FaktaUpp) -> tuple[BlokTeks, ...]:
    return (
        _blok("profil_responden", "Profil Responden", narasi_hasil.profil_responden(f)),
        _blok("kuesioner", "Data Kuesioner", narasi_hasil.kuesioner(f)),
        _blok("indeks", "Indeks Kepuasan Masyarakat", narasi_hasil.indeks(f)),
        _blok("unsur", "Nilai per Unsur", narasi_hasil.unsur(f)),
        _blok("periode", "Hasil per Periode", narasi_hasil.periode(f)),
        _blok("layanan", "Hasil per Layanan", narasi_hasil.layanan(f)),
        _blok("anak", "Hasil Unit di Bawahnya", narasi_hasil.anak(f)),
        _blok("saran", "Saran Responden", narasi_rinci.saran(f)),
        _blok("univariat", "Analisis Jawaban: sebaran", narasi_rinci.univariat(f)),
        _blok("bivariat", "Analisis Jawaban: hubungan antarunsur", narasi_rinci.bivariat(f)),
        _blok("kekuatan", "Kelebihan dan Kelemahan", narasi_rinci.kekuatan(f)),
        _blok("perbandingan", "Perbandingan Antartahun", narasi_rinci.perbandingan(f)),
    )


def _tindak_lanjut(f: FaktaUpp) -> tuple[BlokTeks, ...]:
    return (
        _blok("prioritas", "Unsur Prioritas", narasi_tindak_lanjut.prioritas(f)),
        _blok("realisasi", "Realisasi Periode Sebelumnya", narasi_tindak_lanjut.realisasi(f)),
        _blok("dampak", "Dampak Tindak Lanjut", narasi_tindak_lanjut.dampak(f)),
        _blok("rtl", "Rencana Tindak Lanjut", narasi_tindak_lanjut.rtl(f)),
        _blok("hasil_tindak_lanjut", "Hasil Tindak Lanjut", narasi_tindak_lanjut.hasil_tindak_lanjut(f)),
        _blok("rtl_belum", "RTL yang Belum Selesai", narasi_tindak_lanjut.rtl_belum(f)),
        _blok("kesimpulan", "Kesimpulan", narasi_simpulan.kesimpulan(f), "nomor"),
        _blok("rekomendasi", "Rekomendasi", narasi_simpulan.rekomendasi(f), "nomor"),
    )
