"""Reading a finished document for assertions."""

import re
import zipfile
from io import BytesIO

from lxml import etree

from rtl_tracker.reports.word.dokumen import bangun
from tests.reports.word.contoh import dokumen
from tests.reports.word.paket import periksa_paket

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(docx: bytes, nama: str = "word/document.xml") -> etree._Element:
    """One part as a tree."""
    return etree.fromstring(zipfile.ZipFile(BytesIO(docx)).read(nama))


def bangun_utuh(isi, **pilihan) -> etree._Element:
    """Build a document, assert that its package is sound, give its body."""
    docx = bangun(dokumen(isi, **pilihan))
    assert periksa_paket(docx) == []
    return part(docx).find(f"{W}body")


def gaya(paragraf: etree._Element) -> str:
    """Style id of a paragraph."""
    kode = paragraf.find(f"{W}pPr/{W}pStyle")
    return "" if kode is None else kode.get(f"{W}val")


def teks(elemen: etree._Element) -> str:
    """Visible text, a tab as a tab."""
    return "".join(
        "\t" if satu.tag == f"{W}tab" else satu.text or ""
        for satu in elemen.iter(f"{W}t", f"{W}tab")
        if satu.getparent().tag == f"{W}r"
    )


def paragraf(badan: etree._Element, *kode: str) -> list[str]:
    """Texts of all paragraphs in one of the styles."""
    return [teks(p) for p in badan.iter(f"{W}p") if gaya(p) in kode]


def judul(badan: etree._Element) -> list[str]:
    """Texts of all headings."""
    return paragraf(badan, "Heading1", "Heading2", "Heading3", "Heading4", "TOCHeading")


def medan(badan: etree._Element, jenis: str) -> list[str]:
    """Instructions of all fields of a kind."""
    semua = (re.sub(r"\s+", " ", satu.text or "").strip() for satu in badan.iter(f"{W}instrText"))
    return [satu for satu in semua if satu.split(" ")[0] == jenis]
