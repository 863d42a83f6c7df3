"""Pieces of WordprocessingML of the paper questionnaire: paragraphs, boxes, tables of fixed columns."""

from collections.abc import Iterable, Sequence

from rtl_tracker.reports.word.teks import lolos

DXA_PER_MM = 56.6929
TINTA = "1F2933"
TENGAH = '<w:vAlign w:val="center"/>'
_BAGI = "\N{NO-BREAK SPACE}"


def dxa(mm: float) -> int:
    """Millimetres in the unit of Word."""
    return round(mm * DXA_PER_MM)


def tulisan(teks: str, rpr: str = "") -> str:
    """A run of text."""
    return f'<w:r>{f"<w:rPr>{rpr}</w:rPr>" if rpr else ""}<w:t xml:space="preserve">{lolos(teks)}</w:t></w:r>'


def kotak(kunci: str) -> str:
    """A key in a box within a line of text; a thin gap keeps it apart from its neighbour."""
    tepi = f'<w:b/><w:bdr w:val="single" w:sz="6" w:space="0" w:color="{TINTA}"/>'
    return tulisan(f"{_BAGI}{kunci}{_BAGI}", tepi) + tulisan("\N{THIN SPACE}")


def pilihan_sebaris(kata: Sequence[str]) -> str:
    """Boxes 1, 2, 3 ... with their words in one line; a box and its word stay together."""
    return "".join(f"{kotak(str(nomor))}{_tak_putus(satu)}{tulisan('   ')}" for nomor, satu in enumerate(kata, start=1))


def _tak_putus(kata: str) -> str:
    """A word or two that no line breaks. Arial has no hyphen of that kind; Word's own element prints its hyphen."""
    isi = tulisan(_BAGI + kata.replace(" ", _BAGI))
    return isi.replace("-", '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">')


def paragraf(isi: str, gaya: str, sifat: str = "") -> str:
    """A paragraph of runs in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{gaya}"/>{sifat}</w:pPr>{isi}</w:p>'


def sel(isi: str, lebar: int, sifat: str = "") -> str:
    """A cell of paragraphs."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/>{sifat}</w:tcPr>{isi}</w:tc>'


def baris(sel_: Iterable[str], tinggi_mm: float = 0) -> str:
    """A row that never breaks; at least so high."""
    tinggi = f'<w:trHeight w:val="{dxa(tinggi_mm)}" w:hRule="atLeast"/>' if tinggi_mm else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tinggi}</w:trPr>{''.join(sel_)}</w:tr>"


def tabel(kolom: Sequence[int], baris_: Iterable[str]) -> str:
    """A table of fixed columns without lines; `bingkai` gives a cell its own."""
    tepi = "".join(f'<w:{sisi} w:val="nil"/>' for sisi in ("top", "left", "bottom", "right", "insideH", "insideV"))
    kisi = "".join(f'<w:gridCol w:w="{lebar}"/>' for lebar in kolom)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(kolom)}" w:type="dxa"/><w:tblBorders>{tepi}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{kisi}</w:tblGrid>{"".join(baris_)}</w:tbl>'
    )


def bingkai() -> str:
    """The property of a cell that is a box by itself."""
    sisi = "".join(
        f'<w:{s} w:val="single" w:sz="8" w:space="0" w:color="{TINTA}"/>' for s in ("top", "left", "bottom", "right")
    )
    return f"<w:tcBorders>{sisi}</w:tcBorders>{TENGAH}"
