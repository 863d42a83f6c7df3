"""What a Word document says, without how it looks: paragraphs in order, and tables with their captions."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIBUANG = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText"})
_DAFTAR = ("toc", "daftarisi", "tableoffigures", "daftargambar")
_KETERANGAN = ("caption", "keterangan")
_TAK_PUTUS = "\N{NON-BREAKING HYPHEN}"


class WordTidakTerbaca(ValueError):
    """The bytes hold no body of a Word document."""


@dataclass(frozen=True, slots=True)
class IsiTabel:
    """A table: its caption ("" without one) and the texts of its cells, row by row."""

    judul: str
    baris: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class IsiWord:
    """Paragraphs outside of tables and lists of contents, and all tables."""

    paragraf: tuple[str, ...]
    tabel: tuple[IsiTabel, ...]


def baca_isi(docx: bytes) -> IsiWord:
    """The content of a package that was examined before. Deleted text of tracked changes is left out, inserted text is in.

    Raises WordTidakTerbaca.
    """
    pembaca = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
    try:
        with ZipFile(BytesIO(docx)) as arsip:
            akar = etree.fromstring(arsip.read("word/document.xml"), pembaca)
    except (BadZipFile, KeyError, etree.XMLSyntaxError, OSError, ValueError) as galat:
        raise WordTidakTerbaca(str(galat)) from galat
    badan = akar.find(f"{_W}body")
    if badan is None:
        raise WordTidakTerbaca("Berkas Word tanpa isi.")
    return _susun(badan)


def _susun(badan: etree._Element) -> IsiWord:
    paragraf: list[str] = []
    tabel: list[IsiTabel] = []
    judul = ""
    for blok in _blok(badan):
        if blok.tag == f"{_W}tbl":
            tabel.append(IsiTabel(judul, tuple(_baris(blok))))
            judul = ""
            continue
        gaya, teks = _gaya(blok), _teks(blok)
        if gaya.startswith(_DAFTAR) or not teks:
            continue
        if gaya.startswith(_KETERANGAN):
            judul = teks
        else:
            paragraf.append(teks)
    return IsiWord(tuple(paragraf), tuple(tabel))


def _blok(wadah: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, also those inside content controls and tracked insertions."""
    for anak in wadah:
        if anak.tag in (f"{_W}p", f"{_W}tbl"):
            yield anak
        elif anak.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _blok(anak)


def _baris(tabel: etree._Element) -> Iterator[tuple[str, ...]]:
    for baris in tabel.iter(f"{_W}tr"):
        yield tuple(" ".join(filter(None, map(_teks, sel.iter(f"{_W}p")))) for sel in baris.iter(f"{_W}tc"))


def _gaya(paragraf: etree._Element) -> str:
    gaya = paragraf.find(f"{_W}pPr/{_W}pStyle")
    return "" if gaya is None else gaya.get(f"{_W}val", "").casefold().replace(" ", "")


def _teks(paragraf: etree._Element) -> str:
    """The text with single blanks; what was deleted and the codes of fields are not in it."""
    return " ".join("".join(_potongan(paragraf)).split())


def _potongan(simpul: etree._Element) -> Iterator[str]:
    for anak in simpul:
        if anak.tag in _DIBUANG:
            continue
        if anak.tag == f"{_W}t":
            yield anak.text or ""
        elif anak.tag in (f"{_W}br", f"{_W}tab", f"{_W}cr"):
            yield " "
        elif anak.tag == f"{_W}noBreakHyphen":
            yield _TAK_PUTUS
        else:
            yield from _potongan(anak)
