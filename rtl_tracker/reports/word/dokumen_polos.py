"""Small documents made without a template of ours: python-docx's own one, told to be Indonesian, with a body of our elements."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from rtl_tracker.reports.word.arsip import salin_arsip, waktu_arsip
from rtl_tracker.reports.word.properti import isi_properti

SETELAN = frozenset({"defaultTabStop", "characterSpacingControl", "compat", "themeFontLang", "clrSchemeMapping"})


def siapkan_bahasa(word: Document) -> None:
    """Indonesian as the language of all text, and no settings that the template brought along for others."""
    setelan = word.settings.element
    for bahasa in (*word.styles.element.iter(qn("w:lang")), *setelan.iter(qn("w:themeFontLang"))):
        bahasa.set(qn("w:val"), "id-ID")
    for bawaan in [anak for anak in setelan if etree.QName(anak).localname not in SETELAN]:
        setelan.remove(bawaan)


def rampungkan(word: Document, judul: str, pembuat: str, tanggal: date, isi: str) -> bytes:
    """The .docx with `isi` (WordprocessingML blocks) as its body. The same input gives the same bytes."""
    saat = datetime(tanggal.year, tanggal.month, tanggal.day)
    isi_properti(word, judul, pembuat, saat)
    word.core_properties.comments = ""
    badan = word.element.body
    for blok in parse_xml(f"<w:body {nsdecls('w')}>{isi}</w:body>"):
        badan.sectPr.addprevious(blok)
    tampung = BytesIO()
    word.save(tampung)
    with ZipFile(tampung) as sumber:
        return salin_arsip(sumber, {}, waktu_arsip(saat))
