"""The .docx of a paper questionnaire: A4, its version at the top and the bottom of every page."""

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import _Footer, _Header
from docx.shared import Mm

from rtl_tracker.reports.kuesioner_kertas.blok import TENGAH, baris, bingkai, dxa, paragraf, sel, tabel, tulisan
from rtl_tracker.reports.kuesioner_kertas.isi import LEBAR_ISI, susun_isi
from rtl_tracker.reports.kuesioner_kertas.model import KuesionerKertas
from rtl_tracker.reports.word.dokumen_polos import rampungkan, siapkan_bahasa
from rtl_tracker.reports.word.gaya_paragraf import GayaParagraf, pasang_gaya
from rtl_tracker.reports.word.medan import medan, run

HURUF = "Arial"
TEPI_MM, KEPALA_MM, KAKI_MM = 16, 9, 8
_TAB = "<w:r><w:tab/></w:r>"
_TENGAH, _KIRI = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT


_GAYA: dict[str, GayaParagraf] = {
    "Kertas Instansi": GayaParagraf(12, rata=_TENGAH, lekat=True),
    "Kertas Judul": GayaParagraf(16, 1, 6, True, _TENGAH, True, biru=True),
    "Kertas Label": GayaParagraf(11, 2.5, 2.5),
    "Kertas Pilihan": GayaParagraf(11, 2.5, 2.5),
    "Kertas Isi": GayaParagraf(10, 7, 2),
    "Kertas Sela": GayaParagraf(2),
    "Kertas Bagian": GayaParagraf(13, 10, 3, True, lekat=True, biru=True),
    "Kertas Petunjuk": GayaParagraf(11, 0, 2),
    "Kertas Tanya": GayaParagraf(12, 8, 3.5, True, lekat=True),
    "Kertas Kunci": GayaParagraf(12, tebal=True, rata=_TENGAH),
    "Kertas Kata": GayaParagraf(11, masuk_mm=2),
    "Kertas Penutup": GayaParagraf(11, 7, 0, rata=_TENGAH),
    "Kertas Kepala": GayaParagraf(11),
    "Kertas Versi": GayaParagraf(11, tebal=True, rata=WD_ALIGN_PARAGRAPH.RIGHT),
    "Kertas Kaki": GayaParagraf(9),
}


def buat_kuesioner_kertas(k: KuesionerKertas) -> bytes:
    """The .docx. The same questionnaire gives the same bytes."""
    word = docx.Document()
    _siapkan(word, k)
    judul = f"Kuesioner SKM {k.unit}, versi {k.kuesioner.kode}"
    return rampungkan(word, judul, k.instansi or k.unit, k.tanggal, "".join(susun_isi(k)))


def _siapkan(word: Document, k: KuesionerKertas) -> None:
    bagian = word.sections[0]
    bagian.page_width, bagian.page_height = Mm(210), Mm(297)
    bagian.left_margin = bagian.right_margin = Mm(TEPI_MM)
    bagian.top_margin, bagian.bottom_margin = Mm(21), Mm(17)
    bagian.header_distance, bagian.footer_distance = Mm(KEPALA_MM), Mm(KAKI_MM)
    siapkan_bahasa(word)
    pasang_gaya(word, HURUF, 10.5, _GAYA)
    _isi_tepi(bagian.header, _kepala(k))
    _isi_tepi(bagian.footer, _kaki(k))


def _kepala(k: KuesionerKertas) -> str:
    """The box of the serial number at the left, the version at the right."""
    nomor, ruang, versi = dxa(9), dxa(45), LEBAR_ISI - dxa(54)
    sel_ = (
        sel(paragraf(tulisan("No."), "KertasKepala"), nomor, TENGAH),
        sel(paragraf("", "KertasKepala"), ruang, bingkai()),
        sel(paragraf(tulisan(f"Versi kuesioner {k.kuesioner.kode}"), "KertasVersi"), versi, TENGAH),
    )
    return tabel((nomor, ruang, versi), [baris(sel_, 7.5)]) + paragraf("", "KertasSela")


def _kaki(k: KuesionerKertas) -> str:
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{LEBAR_ISI}"/></w:tabs>'
    halaman = (
        f"{tulisan(f'{k.kuesioner.kode}, halaman ')}{medan('PAGE', run('1'))}{tulisan(' dari ')}{medan('NUMPAGES', run('2'))}"
    )
    return paragraf(f"{tulisan(_singkat(k.unit))}{_TAB}{halaman}", "KertasKaki", tab)


def _singkat(nama: str) -> str:
    """A name that leaves room for the number of the page."""
    return nama if len(nama) <= 80 else f"{nama[:79].rstrip()}…"


def _isi_tepi(tepi: _Header | _Footer, isi: str) -> None:
    """These blocks in place of what a header or footer has."""
    akar = tepi._element
    for lama in list(akar):
        akar.remove(lama)
    for blok in parse_xml(f"<w:hdr {nsdecls('w')}>{isi}</w:hdr>"):
        akar.append(blok)
