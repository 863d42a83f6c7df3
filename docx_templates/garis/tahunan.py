"""Outline of the annual report of the instansi (spec 3.2)."""

from collections.abc import Iterator

from docx_templates.bagian import LAMPIRAN, TEMUAN, Seksi, bagian, halaman_depan, pada_halaman, paragraf, sampul

PENDAHULUAN = (
    Seksi("Latar Belakang", "latar_belakang"),
    Seksi("Dasar Pelaksanaan", "dasar_pelaksanaan"),
    Seksi("Maksud dan Tujuan", "maksud_tujuan"),
    Seksi("Metode", "metode"),
    Seksi("Jadwal dan Tim", "jadwal_tim"),
)
PENGUMPULAN = (
    Seksi("Penyampaian Hasil oleh {{ istilah_unit }}", "penyampaian"),
    Seksi("Jumlah Responden", "responden"),
    Seksi("Profil Responden", "profil_responden"),
    Seksi("Cara Pengumpulan", "cara_pengumpulan"),
)
HASIL = (
    Seksi("Indeks Kepuasan Masyarakat {{ sebutan_instansi }}", "indeks"),
    Seksi("Rekapitulasi per {{ istilah_unit }}", "rekap"),
    Seksi("Sembilan Unsur Pelayanan", "unsur"),
    Seksi("Hasil per Periode", "tabel_besar", lanskap=True),
    Seksi("Tren dan Perbandingan Antartahun", "tren"),
    Seksi("Analisis", "analisis"),
    Seksi("Saran Responden", "saran"),
)
TINDAK_LANJUT = (
    Seksi("Unsur Prioritas", "prioritas"),
    Seksi("Rencana Tindak Lanjut", "rtl"),
    Seksi("Realisasi Periode Sebelumnya", "realisasi"),
    Seksi("RTL yang Belum Selesai", "rtl_belum", lanskap=True),
    Seksi("Dampak Tindak Lanjut", "dampak"),
)
KESIMPULAN = (Seksi("Kesimpulan", "kesimpulan"), Seksi("Rekomendasi", "rekomendasi"))
BAB_TAHUNAN: tuple[tuple[str, tuple[Seksi, ...]], ...] = (
    ("PENDAHULUAN", PENDAHULUAN),
    ("PENGUMPULAN DATA", PENGUMPULAN),
    ("HASIL SURVEI", HASIL),
    ("TINDAK LANJUT", TINDAK_LANJUT),
    ("KESIMPULAN DAN REKOMENDASI", KESIMPULAN),
)
LAMPIRAN_TAHUNAN = (
    Seksi("Matriks Nilai Unsur per {{ istilah_unit }}", "lampiran_matriks", lanskap=True),
    Seksi("Pengolahan Data per Responden", "lampiran_pengolahan"),
    Seksi("Laporan Hasil Tindak Lanjut", "lampiran_tindak_lanjut", lanskap=True),
    Seksi("Bukti Dukung", "lampiran_bukti"),
    TEMUAN,
)


def susun() -> Iterator[str]:
    """The body."""
    yield from sampul()
    yield from halaman_depan()
    for judul, seksi in BAB_TAHUNAN:
        yield paragraf("Heading1", judul)
        yield from (pada_halaman(satu, paragraf("Heading2", satu.judul)) for satu in seksi)
    yield from (pada_halaman(satu, paragraf("Heading1", satu.judul, LAMPIRAN)) for satu in LAMPIRAN_TAHUNAN)
    yield bagian('<w:pgNumType w:start="1"/>', akhir=True)
