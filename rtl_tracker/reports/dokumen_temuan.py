"""Findings of the auditor as a Word list: a heading and a table per unit, landscape, ready to hand round and tick off."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from rtl_tracker.reports.baris_temuan import BarisTemuan
from rtl_tracker.reports.word.dokumen_polos import rampungkan, siapkan_bahasa
from rtl_tracker.reports.word.teks import lolos

PENUTUP = "Temuan menunjukkan isi yang saling bertentangan. Yang benar ditetapkan setelah sumbernya dibuka kembali."
KEPALA = ("Aturan", "Periode", "Temuan", "Seharusnya")
_LEBAR_DXA = (2381, 1985, 7824, 2381)
_LEBAR, _TINGGI, _TEPI = Mm(297), Mm(210), Mm(20)
_HURUF, _WARNA, _ARSIR = "Liberation Sans", RGBColor(0x12, 0x3A, 0x54), "E8F0F5"
_TEKS = '<w:t xml:space="preserve">'
# Size, space before and after in points, bold, kept with the next paragraph.
_GAYA: Mapping[str, tuple[float, float, float, bool, bool]] = {
    "Title": (18, 0, 4, True, True),
    "Heading 1": (13, 14, 4, True, True),
    "Normal": (10, 0, 4, False, False),
    "Penutup Temuan": (9, 10, 0, False, False),
    "Sel Temuan": (9, 2, 2, False, False),
    "Kepala Temuan": (9, 2, 2, True, True),
}


@dataclass(frozen=True, slots=True)
class DokumenTemuan:
    """What the document holds. `pengantar`: sentences below the title; `kelompok`: (unit, its findings) in their order."""

    judul: str
    pengantar: tuple[str, ...]
    tanggal: date
    kelompok: tuple[tuple[str, tuple[BarisTemuan, ...]], ...]


def buat_dokumen_temuan(dokumen: DokumenTemuan) -> bytes:
    """The .docx. The same findings of the same day give the same bytes."""
    word = docx.Document()
    _siapkan(word)
    return rampungkan(word, dokumen.judul, "rtl-tracker", dokumen.tanggal, "".join(_isi(dokumen)))


def _siapkan(word: Document) -> None:
    """A4 landscape, Indonesian as language, the styles, and the number of the page at its foot."""
    bagian = word.sections[0]
    bagian.orientation, bagian.page_width, bagian.page_height = WD_ORIENT.LANDSCAPE, _LEBAR, _TINGGI
    bagian.left_margin = bagian.right_margin = bagian.top_margin = bagian.bottom_margin = _TEPI
    siapkan_bahasa(word)
    for nama in ("Sel Temuan", "Kepala Temuan", "Penutup Temuan"):
        word.styles.add_style(nama, 1).base_style = word.styles["Normal"]
    for nama, sifat in _GAYA.items():
        gaya = word.styles[nama]
        assert isinstance(gaya, ParagraphStyle)
        _terapkan(gaya, *sifat)
    kaki = bagian.footer.paragraphs[0]
    kaki._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    kaki.alignment = 2


def _terapkan(gaya: ParagraphStyle, ukuran: float, sebelum: float, sesudah: float, tebal: bool, lekat: bool) -> None:
    huruf = gaya.font
    huruf.name, huruf.size, huruf.bold = _HURUF, Pt(ukuran), tebal
    tanda = gaya.element.get_or_add_rPr().rFonts
    for tema in [k for k in tanda.attrib if str(k).endswith("Theme")]:
        del tanda.attrib[tema]
    if gaya.name in ("Title", "Heading 1"):
        huruf.color.rgb = _WARNA
    bentuk = gaya.paragraph_format
    bentuk.space_before, bentuk.space_after, bentuk.keep_with_next = Pt(sebelum), Pt(sesudah), lekat


def _isi(dokumen: DokumenTemuan) -> Iterator[str]:
    yield _paragraf(dokumen.judul, "Title")
    for kalimat in dokumen.pengantar:
        yield _paragraf(kalimat, "Normal")
    for nama, baris in dokumen.kelompok:
        yield _paragraf(nama, "Heading1")
        yield _tabel(baris)
    yield _paragraf(PENUTUP, "PenutupTemuan")


def _tabel(baris: Sequence[BarisTemuan]) -> str:
    """The findings of one unit; the head repeats where the table breaks, a row never does."""
    kisi = "".join(f'<w:gridCol w:w="{lebar}"/>' for lebar in _LEBAR_DXA)
    isi = "".join(_baris(_sel(b), "SelTemuan") for b in baris)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(_LEBAR_DXA)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620"/></w:tblPr><w:tblGrid>{kisi}</w:tblGrid>'
        f"{_baris([[k] for k in KEPALA], 'KepalaTemuan', '<w:tblHeader/>', _ARSIR)}{isi}</w:tbl>"
    )


def _sel(b: BarisTemuan) -> list[list[str]]:
    """The paragraphs of each cell of a row."""
    tempat = [teks for teks in (b.periode, b.layanan) if teks] or ["–"]
    return [[f"{b.aturan} ({b.tingkat})", b.judul], tempat, [b.kalimat], [b.seharusnya or "–"]]


def _baris(sel: Sequence[Sequence[str]], gaya: str, sifat: str = "", arsir: str = "") -> str:
    warna = f'<w:shd w:val="clear" w:color="auto" w:fill="{arsir}"/>' if arsir else ""
    isi = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/>{warna}</w:tcPr>{"".join(_paragraf(p, gaya) for p in paragraf)}</w:tc>'
        for paragraf, lebar in zip(sel, _LEBAR_DXA, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{sifat}</w:trPr>{isi}</w:tr>"


def _paragraf(teks: str, gaya: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{gaya}"/></w:pPr><w:r>{_TEKS}{lolos(teks)}</w:t></w:r></w:p>'
