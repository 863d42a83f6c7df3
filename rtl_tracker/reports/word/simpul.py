"""Nodes of the template's XML: typed access, and the one property whose place among its siblings matters here."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

Simpul = _Element
_SEBELUM_NUMPR = {qn(f"w:{nama}") for nama in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")}


def simpul(tag: str, **atribut: str) -> Simpul:
    """A new element, e.g. simpul("w:num", numId="3")."""
    return OxmlElement(tag, {qn(f"w:{nama}"): nilai for nama, nilai in atribut.items()})


def cari(induk: Simpul, *jalur: str) -> Simpul | None:
    """The first descendant along a path of tags ("w:pPr", "w:numPr")."""
    return induk.find("/".join(map(qn, jalur)))


def nilai(induk: Simpul, *jalur: str, bawaan: str = "") -> str:
    """Its `w:val`, or the default when element or attribute is missing."""
    anak = cari(induk, *jalur)
    return bawaan if anak is None else atribut(anak, "w:val", bawaan)


def atribut(elemen: Simpul, nama: str, bawaan: str = "") -> str:
    """An attribute as text."""
    return str(elemen.get(qn(nama), bawaan))


def buang(induk: Simpul, *tag: str) -> None:
    """Remove all children with one of the tags."""
    for nama in tag:
        for anak in induk.findall(qn(nama)):
            induk.remove(anak)


def pasang_num(ppr: Simpul, num_id: str, aras: int) -> None:
    """Put a paragraph into a list, at the place in its properties where Word expects that."""
    num_pr = simpul("w:numPr")
    num_pr.extend([simpul("w:ilvl", val=str(aras)), simpul("w:numId", val=num_id)])
    ppr.insert(sum(anak.tag in _SEBELUM_NUMPR for anak in ppr), num_pr)
