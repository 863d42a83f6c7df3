"""Parts of a package as XML trees, without document types, entities, foreign encodings or bottomless nesting."""

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError
from xml.parsers.expat import ExpatError, ParserCreate

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from rtl_tracker.reports.templat_sendiri.galat_templat import XmlDitolak

UKURAN_PALING_BESAR = 8_000_000
SARANG_PALING_DALAM, ELEMEN_PALING_BANYAK = 200, 300_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']")
_RUSAK = "bukan XML yang utuh; simpan ulang templat dengan Word atau LibreOffice"


def urai(isi: bytes) -> Element:
    """The root of a part. Raises XmlDitolak, also for what is well formed but deeper or longer than any template is."""
    if len(isi) > UKURAN_PALING_BESAR:
        raise XmlDitolak(
            f"lebih besar dari {UKURAN_PALING_BESAR // 1_000_000} MB; kurangi isinya: templat hanya memuat kerangka laporan"
        )
    _pastikan_utf8(isi)
    akar: Element | None = None
    sarang = banyak = 0
    try:
        for kejadian, elemen in iterparse(BytesIO(isi), events=("start", "end"), forbid_dtd=True):
            if kejadian == "end":
                sarang -= 1
                continue
            akar = elemen if akar is None else akar
            sarang, banyak = sarang + 1, banyak + 1
            if sarang > SARANG_PALING_DALAM or banyak > ELEMEN_PALING_BANYAK:
                raise XmlDitolak("bersarang terlalu dalam atau terlalu panjang; sederhanakan bagian itu")
    except DefusedXmlException as salah:
        raise XmlDitolak(
            "memuat DOCTYPE atau entitas XML, yang tidak pernah ditulis Word; simpan ulang templat dengan Word"
        ) from salah
    except (ParseError, ValueError, LookupError) as salah:
        raise XmlDitolak(_RUSAK) from salah
    if akar is None:
        raise XmlDitolak(_RUSAK)
    return akar


def pastikan_utuh(isi: bytes) -> None:
    """Raises XmlDitolak unless the part, however long, is well-formed XML without a document type. Builds no tree."""

    def tolak(*_: object) -> None:
        raise XmlDitolak("memuat DOCTYPE")

    pengurai = ParserCreate()
    pengurai.StartDoctypeDeclHandler = tolak
    try:
        pengurai.Parse(isi, True)
    except ExpatError as salah:
        raise XmlDitolak(_RUSAK) from salah


def nama_lokal(tanda: str) -> str:
    """Name of an element or attribute without its namespace."""
    return tanda.rpartition("}")[2]


def turunan(akar: Element) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Every element in document order with its ancestors, nearest last."""
    tumpukan: list[tuple[Element, tuple[Element, ...]]] = [(akar, ())]
    while tumpukan:
        elemen, atas = tumpukan.pop()
        yield elemen, atas
        tumpukan.extend((anak, (*atas, elemen)) for anak in reversed(elemen))


def _pastikan_utf8(isi: bytes) -> None:
    """Another encoding could be read differently by two programs."""
    encoding = _ENCODING.match(isi.removeprefix(b"\xef\xbb\xbf").lstrip())
    try:
        isi.decode("utf-8")
    except UnicodeDecodeError as salah:
        raise XmlDitolak(_RUSAK) from salah
    if b"\0" in isi or (encoding is not None and encoding[1].lower() not in (b"utf-8", b"utf8", b"us-ascii")):
        raise XmlDitolak(_RUSAK)
