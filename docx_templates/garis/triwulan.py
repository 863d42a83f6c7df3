"""Outline of the recap of one period: the publication sheet first, four chapters, appendices (spec 3.3)."""

from collections.abc import Iterator

from docx_templates.bagian import LAMPIRAN, TANPA_NOMOR, TEMUAN, Seksi, bagian, halaman_depan, pada_halaman, paragraf, penanda
from docx_templates.garis.lembar_ikm import halaman_lembar

BAB: tuple[tuple[str, tuple[Seksi, ...]], ...] = (
    (
        "PENDAHULUAN",
        (
            Seksi("Latar Belakang", "latar_belakang"),
            Seksi("Dasar Pelaksanaan", "dasar_pelaksanaan"),
            Seksi("Metode", "metode"),
            Seksi("Jadwal", "jadwal"),
        ),
    ),
    (
        "PENGUMPULAN DATA",
        (
            Seksi("Penyampaian Hasil oleh {{ istilah_unit }}", "penyampaian"),
            Seksi("Jumlah Responden", "responden"),
            Seksi("Profil Responden", "profil_responden"),
            Seksi("Cara Pengumpulan", "cara_pengumpulan"),
        ),
    ),
    (
        "HASIL SURVEI",
        (
            Seksi("Indeks Kepuasan Masyarakat {{ sebutan_instansi }}", "indeks"),
            Seksi("Perbandingan dengan Periode Sebelumnya", "banding"),
            Seksi("Mutu Pelayanan", "kategori"),
            Seksi("Sembilan Unsur Pelayanan", "unsur"),
            Seksi("Hasil per {{ istilah_unit }}", "tabel_besar", lanskap=True),
            Seksi("Unsur Prioritas", "prioritas"),
            Seksi("Rencana Tindak Lanjut", "rtl"),
            Seksi("Realisasi Periode Sebelumnya", "realisasi"),
        ),
    ),
    ("KESIMPULAN DAN REKOMENDASI", (Seksi("Kesimpulan", "kesimpulan"), Seksi("Rekomendasi", "rekomendasi"))),
)
LAMPIRAN_PERIODE = (
    Seksi("Matriks Nilai Unsur per {{ istilah_unit }}", "lampiran_matriks", lanskap=True),
    Seksi("Rencana Tindak Lanjut per {{ istilah_unit }}", "lampiran_rtl", lanskap=True),
    Seksi("Bukti Dukung", "lampiran_bukti"),
    TEMUAN,
)


RINGKASAN = paragraf("Heading1", "Ringkasan Eksekutif", TANPA_NOMOR)


def _depan() -> Iterator[str]:
    """The shared front matter; the first page is full, so the code of a frozen version stands below the foreword."""
    for satu in halaman_depan():
        if satu == RINGKASAN:
            yield penanda("sahih")
        yield satu


def susun() -> Iterator[str]:
    """The body."""
    yield penanda("lembar")
    yield halaman_lembar(akhir=False)
    yield from _depan()
    for judul, seksi in BAB:
        yield paragraf("Heading1", judul)
        yield from (pada_halaman(satu, paragraf("Heading2", satu.judul)) for satu in seksi)
    yield from (pada_halaman(satu, paragraf("Heading1", satu.judul, LAMPIRAN)) for satu in LAMPIRAN_PERIODE)
    yield bagian('<w:pgNumType w:start="1"/>', akhir=True)
