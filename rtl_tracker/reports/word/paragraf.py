"""Paragraphs as strings, their properties in the order the schema demands."""

import re

from rtl_tracker.reports.word.elemen import Rata

_JC: dict[Rata, str] = {"kiri": "", "tengah": '<w:jc w:val="center"/>', "kanan": '<w:jc w:val="right"/>'}
_SEBELUM_HALAMAN_BARU = re.compile(r"<w:pPr>(?:<w:pStyle [^>]*/>)?(?:<w:keepNext/>)?(?:<w:keepLines/>)?")


def jc(rata: Rata) -> str:
    """Alignment, empty for the left that every style has."""
    return _JC[rata]


def paragraf(gaya: str, isi: str, *, lekat: bool = False, num: tuple[str, int] | None = None, sifat: str = "") -> str:
    """A paragraph in a style (by id) around finished runs.

    `lekat` keeps it with the next one, `num` is (numId, level), `sifat` finished properties that follow these
    (tabs, spacing, indents).
    """
    daftar = f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{gaya}"/>{"<w:keepNext/>" if lekat else ""}{daftar}{sifat}</w:pPr>{isi}</w:p>'


def sisip_halaman_baru(blok: str) -> str:
    """The block with its first paragraph on a new page."""
    temu = _SEBELUM_HALAMAN_BARU.search(blok)
    if temu is None or blok.startswith("<w:pageBreakBefore", temu.end()):
        return blok
    return f"{blok[: temu.end()]}<w:pageBreakBefore/>{blok[temu.end() :]}"


def sisip_bagian(blok: str, sectpr: str) -> str | None:
    """The paragraph with the end of a section in its properties.

    None when the block is no paragraph, or the last line of the contents: LibreOffice loses the footer of a section that ends
    inside an index.
    """
    if not (blok.startswith(("<w:p>", "<w:p ")) and blok.endswith("</w:p>")) or "</w:hyperlink>" in blok:
        return None
    awal = blok.index(">") + 1
    if blok.startswith("<w:pPr>", awal):
        return blok.replace("</w:pPr>", f"{sectpr}</w:pPr>", 1)
    return f"{blok[:awal]}<w:pPr>{sectpr}</w:pPr>{blok[awal:]}"


def sisip_di_awal(blok: str, xml: str) -> str | None:
    """The block with `xml` as the first content of its first paragraph; None when it has none with properties."""
    if "</w:pPr>" not in blok:
        return None
    return blok.replace("</w:pPr>", f"</w:pPr>{xml}", 1)
