"""Outline of the annual report in three chapters, in the order of a provincial decree (spec 3.1)."""

from collections.abc import Iterator

from docx_templates.bagian import LAMPIRAN, Seksi, bagian, halaman_depan, pada_halaman, paragraf, sampul
from docx_templates.garis.tahunan import KESIMPULAN, LAMPIRAN_TAHUNAN, PENDAHULUAN, TINDAK_LANJUT

AWAL = (
    *PENDAHULUAN,
    Seksi("Penyampaian Hasil oleh {{ istilah_unit }}", "penyampaian"),
    Seksi("Cara Pengumpulan", "cara_pengumpulan"),
)
HASIL_ANALISIS = (
    Seksi("Jumlah Responden", "responden"),
    Seksi("Profil Responden", "profil_responden"),
    Seksi("Indeks Kepuasan Masyarakat {{ sebutan_instansi }}", "indeks"),
    Seksi("Rekapitulasi per {{ istilah_unit }}", "rekap"),
    Seksi("Hasil per Periode", "tabel_besar", lanskap=True),
    Seksi("Sembilan Unsur Pelayanan", "unsur"),
    Seksi("Tren dan Perbandingan Antartahun", "tren"),
    Seksi("Analisis Univariat", "univariat"),
    Seksi("Analisis Bivariat", "bivariat"),
    Seksi("Saran Responden", "saran"),
    Seksi("Analisis per {{ istilah_unit }}", "analisis_unit"),
)


def susun() -> Iterator[str]:
    """The body. Follow-up is one section of the last chapter, with its parts one level below."""
    yield from sampul()
    yield from halaman_depan()
    for judul, seksi in (("PENDAHULUAN", AWAL), ("HASIL DAN ANALISIS", HASIL_ANALISIS), ("PENUTUP", KESIMPULAN)):
        yield paragraf("Heading1", judul)
        yield from (pada_halaman(satu, paragraf("Heading2", satu.judul)) for satu in seksi)
    yield paragraf("Heading2", "Tindak Lanjut")
    yield from (pada_halaman(satu, paragraf("Heading3", satu.judul)) for satu in TINDAK_LANJUT)
    yield from (pada_halaman(satu, paragraf("Heading1", satu.judul, LAMPIRAN)) for satu in LAMPIRAN_TAHUNAN)
    yield bagian('<w:pgNumType w:start="1"/>', akhir=True)
