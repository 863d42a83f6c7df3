"""Outline of the annual report of one unit (spec 3.3, `upp`)."""

from collections.abc import Iterator

from docx_templates.bagian import LAMPIRAN, TANPA_NOMOR, TEMUAN, Seksi, bagian, halaman_depan, pada_halaman, paragraf, sampul

PENDAHULUAN = (
    Seksi("Latar Belakang", "latar_belakang"),
    Seksi("Dasar Hukum", "dasar_hukum"),
    Seksi("Maksud dan Tujuan", "maksud_tujuan"),
    Seksi("Profil Organisasi dan Sumber Daya Manusia", "profil"),
    Seksi("Metode", "metode"),
    Seksi("Tim dan Jadwal", "tim_jadwal"),
)
HASIL = (
    Seksi("Profil Responden", "profil_responden"),
    Seksi("Data Kuesioner", "kuesioner"),
    Seksi("Indeks Kepuasan Masyarakat", "indeks"),
    Seksi("Nilai per Unsur", "unsur"),
    Seksi("Hasil per Periode", "periode"),
    Seksi("Hasil per Layanan", "layanan"),
    Seksi("Hasil Unit di Bawahnya", "anak"),
    Seksi("Saran Responden", "saran"),
    Seksi("Analisis Jawaban", "analisis"),
    Seksi("Kelebihan dan Kelemahan per Unsur", "kekuatan"),
    Seksi("Perbandingan Antartahun", "perbandingan"),
)
TINDAK_LANJUT = (
    Seksi("Unsur Prioritas", "prioritas"),
    Seksi("Realisasi Periode Sebelumnya", "realisasi"),
    Seksi("Dampak Tindak Lanjut", "dampak"),
    Seksi("Rencana Tindak Lanjut", "rtl"),
    Seksi("Rencana Tindak Lanjut", "rtl_lanskap", lanskap=True),
    Seksi("Hasil Tindak Lanjut", "hasil_tindak_lanjut", lanskap=True),
    Seksi("RTL yang Belum Selesai", "rtl_belum", lanskap=True),
)
PENUTUP = (Seksi("Kesimpulan", "kesimpulan"), Seksi("Rekomendasi", "rekomendasi"))
BAB_UPP: tuple[tuple[str, tuple[Seksi, ...]], ...] = (
    ("PENDAHULUAN", PENDAHULUAN),
    ("HASIL SURVEI", HASIL),
    ("TINDAK LANJUT", TINDAK_LANJUT),
    ("PENUTUP", PENUTUP),
)
LAMPIRAN_UPP = (Seksi("Pengolahan Data per Responden", "lampiran_pengolahan"), TEMUAN)


JUDUL_TABEL, JUDUL_GAMBAR = (paragraf("Heading1", judul, TANPA_NOMOR) for judul in ("Daftar Tabel", "Daftar Gambar"))
JUDUL_BERSAMA = paragraf("Heading1", "Daftar Tabel dan Gambar", TANPA_NOMOR)


def _depan() -> Iterator[str]:
    """The shared front matter with both lists under one heading: a unit has few tables and fewer figures."""
    for bagian_depan in halaman_depan():
        if bagian_depan != JUDUL_GAMBAR:
            yield JUDUL_BERSAMA if bagian_depan == JUDUL_TABEL else bagian_depan


def susun() -> Iterator[str]:
    """The body."""
    yield from sampul()
    yield from _depan()
    for judul, seksi in BAB_UPP:
        yield paragraf("Heading1", judul)
        yield from (pada_halaman(satu, paragraf("Heading2", satu.judul)) for satu in seksi)
    yield from (pada_halaman(satu, paragraf("Heading1", satu.judul, LAMPIRAN)) for satu in LAMPIRAN_UPP)
    yield bagian('<w:pgNumType w:start="1"/>', akhir=True)
