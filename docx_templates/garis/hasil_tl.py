"""Outline of the Laporan Hasil Tindak Lanjut of a unit (spec 3.1): cover, figures, landscape tables, closing with signature."""

from collections.abc import Iterator

from docx_templates.bagian import bagian, paragraf, penanda, sampul
from docx_templates.garis.rtl import lengkapi, tanda_tangan_unit

_JAUH = 8505


def susun() -> Iterator[str]:
    """The body."""
    yield from sampul()
    yield from _seksi("Dasar Pelaksanaan", "dasar")
    yield from _seksi("Rencana dan Pelaksanaan", "pelaksanaan")
    yield penanda("lanskap")
    yield from _seksi("Hasil Tindak Lanjut", "hasil")
    yield from _seksi("RTL yang Belum Selesai", "belum")
    yield from _seksi("Penutup", "penutup")
    yield from tanda_tangan_unit(_JAUH)
    yield lengkapi(paragraf("Heading2", "Lampiran Foto"), "<w:pageBreakBefore/>")
    yield penanda("foto")
    yield penanda("potret")
    yield bagian('<w:pgNumType w:start="1"/>', akhir=True)


def _seksi(judul: str, nama: str) -> Iterator[str]:
    yield paragraf("Heading2", judul)
    yield penanda(nama)
