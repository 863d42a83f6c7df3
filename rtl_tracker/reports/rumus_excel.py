"""The last touch on an .xlsx package: values beside the formulas, and nothing in it that the clock wrote (spec 3.6).

openpyxl writes a formula or a value, never both; a file of formulas alone shows empty cells wherever nothing recalculates it.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from rtl_tracker.reports.word.arsip import Waktu, salin_arsip

NilaiRumus = str | int | Decimal | Fraction
"""What a formula shows: a text, or a number (written as the binary number nearest to it, as every spreadsheet keeps it)."""

_WAKTU: Waktu = (2000, 1, 1, 0, 0, 0)
_LEMBAR = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_WAKTU_SIFAT = "{http://purl.org/dc/terms/}"
_SIFAT = "docProps/core.xml"


def kemas_buku(buku: bytes, nilai: Sequence[Mapping[str, NilaiRumus]]) -> bytes:
    """The workbook with the values of its formulas, given by sheet in the order of the workbook and by cell ("B12").

    The same content gives the same bytes on any day. Raises KeyError when a formula has no value.
    """
    with ZipFile(BytesIO(buku)) as arsip:
        pengganti = {_SIFAT: (_tanpa_waktu(arsip.read(_SIFAT)),)}
        for nomor, milik in enumerate(nilai, 1):
            if milik:
                nama = f"xl/worksheets/sheet{nomor}.xml"
                pengganti[nama] = (_dengan_nilai(arsip.read(nama), milik),)
        return salin_arsip(arsip, pengganti, _WAKTU)


def _tanpa_waktu(xml: bytes) -> bytes:
    """The properties without the moments of making and saving."""
    akar = etree.fromstring(xml)
    for satu in akar.findall(f"{_WAKTU_SIFAT}*"):
        akar.remove(satu)
    return _teks_xml(akar)


def _dengan_nilai(xml: bytes, nilai: Mapping[str, NilaiRumus]) -> bytes:
    akar = etree.fromstring(xml)
    for sel in akar.iter(f"{_LEMBAR}c"):
        if sel.find(f"{_LEMBAR}f") is not None:
            _beri_nilai(sel, nilai[sel.get("r", "")])
    return _teks_xml(akar)


def _beri_nilai(sel: "etree._Element", nilai: NilaiRumus) -> None:
    tempat = sel.find(f"{_LEMBAR}v")
    if tempat is None:
        tempat = etree.SubElement(sel, f"{_LEMBAR}v")
    if isinstance(nilai, str):
        sel.set("t", "str")
        tempat.text = nilai
    else:
        tempat.text = str(nilai) if isinstance(nilai, int) else repr(float(nilai))


def _teks_xml(akar: "etree._Element") -> bytes:
    hasil: bytes = etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)
    return hasil
