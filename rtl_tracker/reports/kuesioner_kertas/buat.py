"""The .docx of a paper questionnaire: A4, its version at the top and the bottom of every page."""

from dataclasses import dataclass

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import _Footer, _Header
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from rtl_tracker.reports.kuesioner_kertas.blok import TENGAH, baris, bingkai, dxa, paragraf, sel, tabel, tulisan
from rtl_tracker.reports.kuesioner_kertas.isi import LEBAR_ISI, susun_isi
from rtl_tracker.reports.kuesioner_kertas.model import KuesionerKertas
from rtl_tracker.reports.word.dokumen_polos import rampungkan, siapkan_bahasa
from rtl_tracker.reports.word.medan import medan, run

HURUF = "Arial"
TEPI_MM, KEPALA_MM, KAKI_MM = 16, 9, 8
_TAB = "<w:r><w:tab/></w:r>"
_TENGAH, _KIRI = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT


@dataclass(frozen=True, slots=True)
class _Gaya:
    """A paragraph style: size, space before and after in points, and what else sets it apart."""

    ukuran: float
    sebelum: float = 0
    sesudah: float = 0
    tebal: bool = False
    rata: WD_ALIGN_PARAGRAPH = _KIRI
    lekat: bool = False
    masuk_mm: float = 0
    biru: bool = False


_GAYA: dict[str, _Gaya] = {
    "Kertas Instansi": _Gaya(12, rata=_TENGAH, lekat=True),
    "Kertas Judul": _Gaya(16, 1, 6, True, _TENGAH, True, biru=True),
    "Kertas Label": _Gaya(11, 2.5, 2.5),
    "Kertas Pilihan": _Gaya(11, 2.5, 2.5),
    "Kertas Isi": _Gaya(10, 7, 2),
    "Kertas Sela": _Gaya(2),
    "Kertas Bagian": _Gaya(13, 10, 3, True, lekat=True, biru=True),
    "Kertas Petunjuk": _Gaya(11, 0, 2),
    "Kertas Tanya": _Gaya(12, 8, 3.5, True, lekat=True),
    "Kertas Kunci": _Gaya(12, tebal=True, rata=_TENGAH),
    "Kertas Kata": _Gaya(11, masuk_mm=2),
    "Kertas Penutup": _Gaya(11, 7, 0, rata=_TENGAH),
    "Kertas Kepala": _Gaya(11),
    "Kertas Versi": _Gaya(11, tebal=True, rata=WD_ALIGN_PARAGRAPH.RIGHT),
    "Kertas Kaki": _Gaya(9),
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
    normal = _gaya(word, "Normal")
    normal.font.name, normal.font.size = HURUF, Pt(10.5)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:cs"), HURUF)
    normal.paragraph_format.space_after = Pt(0)
    for nama, sifat in _GAYA.items():
        word.styles.add_style(nama, WD_STYLE_TYPE.PARAGRAPH)
        _terapkan(_gaya(word, nama), sifat, normal)
    _isi_tepi(bagian.header, _kepala(k))
    _isi_tepi(bagian.footer, _kaki(k))


def _gaya(word: Document, nama: str) -> ParagraphStyle:
    gaya = word.styles[nama]
    assert isinstance(gaya, ParagraphStyle)
    return gaya


def _terapkan(gaya: ParagraphStyle, sifat: _Gaya, dasar: ParagraphStyle) -> None:
    gaya.base_style = dasar
    gaya.font.size, gaya.font.bold = Pt(sifat.ukuran), sifat.tebal
    if sifat.biru:
        gaya.font.color.rgb = RGBColor(0x12, 0x3A, 0x54)
    bentuk = gaya.paragraph_format
    bentuk.alignment, bentuk.keep_with_next = sifat.rata, sifat.lekat
    bentuk.space_before, bentuk.space_after, bentuk.left_indent = Pt(sifat.sebelum), Pt(sifat.sesudah), Mm(sifat.masuk_mm)


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
