"""Paragraph styles of the documents that are built without a template: a letter, a paper questionnaire."""

from collections.abc import Mapping
from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

BIRU = RGBColor(0x12, 0x3A, 0x54)


@dataclass(frozen=True, slots=True)
class GayaParagraf:
    """A paragraph style: size, space before and after in points, and what else sets it apart."""

    ukuran: float
    sebelum: float = 0
    sesudah: float = 0
    tebal: bool = False
    rata: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT
    lekat: bool = False
    masuk_mm: float = 0
    biru: bool = False


def gaya_paragraf(word: Document, nama: str) -> ParagraphStyle:
    """The style of this name."""
    gaya = word.styles[nama]
    assert isinstance(gaya, ParagraphStyle)
    return gaya


def pasang_gaya(word: Document, huruf: str, ukuran: float, gaya: Mapping[str, GayaParagraf]) -> None:
    """Make these styles on top of "Normal", which gets the font and its size."""
    normal = gaya_paragraf(word, "Normal")
    normal.font.name, normal.font.size = huruf, Pt(ukuran)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:cs"), huruf)
    normal.paragraph_format.space_after = Pt(0)
    for nama, sifat in gaya.items():
        word.styles.add_style(nama, WD_STYLE_TYPE.PARAGRAPH)
        _terapkan(gaya_paragraf(word, nama), sifat, normal)


def _terapkan(gaya: ParagraphStyle, sifat: GayaParagraf, dasar: ParagraphStyle) -> None:
    gaya.base_style = dasar
    gaya.font.size, gaya.font.bold = Pt(sifat.ukuran), sifat.tebal
    if sifat.biru:
        gaya.font.color.rgb = BIRU
    bentuk = gaya.paragraph_format
    bentuk.alignment, bentuk.keep_with_next = sifat.rata, sifat.lekat
    bentuk.space_before, bentuk.space_after, bentuk.left_indent = Pt(sifat.sebelum), Pt(sifat.sesudah), Mm(sifat.masuk_mm)
