"""Outline of the annual report per jenis layanan, in the order of 2025 (spec 3.1 and 3.3)."""

from collections.abc import Iterator

from docx_templates.bagian import LAMPIRAN, Seksi, bagian, halaman_depan, pada_halaman, paragraf, sampul
from docx_templates.garis.tahunan import KESIMPULAN, LAMPIRAN_TAHUNAN, TINDAK_LANJUT

BAB: tuple[tuple[str, tuple[Seksi, ...]], ...] = (
    (
        "PENDAHULUAN",
        (
            Seksi("Latar Belakang", "latar_belakang"),
            Seksi("Dasar Pelaksanaan", "dasar_pelaksanaan"),
            Seksi("Maksud dan Tujuan", "maksud_tujuan"),
        ),
    ),
    (
        "PELAKSANAAN SURVEI",
        (
            Seksi("Metode", "metode"),
            Seksi("Jadwal dan Tim", "jadwal_tim"),
            Seksi("Penyampaian Hasil oleh {{ istilah_unit }}", "penyampaian"),
            Seksi("Cara Pengumpulan", "cara_pengumpulan"),
            Seksi("Jumlah Responden", "responden"),
            Seksi("Profil Responden", "profil_responden"),
        ),
    ),
    (
        "HASIL SURVEI",
        (
            Seksi("Indeks Kepuasan Masyarakat {{ sebutan_instansi }}", "indeks"),
            Seksi("Sembilan Unsur Pelayanan", "unsur"),
            Seksi("Hasil per {{ istilah_unit }}", "tabel_besar", lanskap=True),
            Seksi("Kategori Mutu per {{ istilah_unit }}", "rekap"),
            Seksi("Tren dan Perbandingan Antartahun", "tren"),
            Seksi("Analisis", "analisis"),
            Seksi("Saran Responden", "saran"),
        ),
    ),
    ("TINDAK LANJUT", TINDAK_LANJUT),
    ("PENUTUP", KESIMPULAN),
)


def susun() -> Iterator[str]:
    """The body."""
    yield from sampul()
    yield from halaman_depan()
    for judul, seksi in BAB:
        yield paragraf("Heading1", judul)
        yield from (pada_halaman(satu, paragraf("Heading2", satu.judul)) for satu in seksi)
    yield from (pada_halaman(satu, paragraf("Heading1", satu.judul, LAMPIRAN)) for satu in LAMPIRAN_TAHUNAN)
    yield bagian('<w:pgNumType w:start="1"/>', akhir=True)
