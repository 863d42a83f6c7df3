"""Formulas with their values: openpyxl writes one or the other, a viewer that does not compute needs both (spec 3.6)."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_WAKTU = (1980, 1, 1, 0, 0, 0)
WAKTU_BUKU = datetime(2000, 1, 1)
"""Times in the properties of a workbook whose bytes must not depend on the day."""
NilaiRumus = Mapping[str, float | int | str]
"""Value by address of the cell ("C40"); a text for a formula that gives one."""


def sisipkan_nilai(buku: bytes, nilai: Mapping[str, NilaiRumus]) -> bytes:
    """The workbook with the value beside each formula; `nilai` by the part of the sheet ("xl/worksheets/sheet1.xml").

    The same workbook and values give the same bytes. Raises KeyError when a formula has no value.
    """
    keluar = BytesIO()
    with ZipFile(BytesIO(buku)) as asal, ZipFile(keluar, "w") as tujuan:
        for nama in asal.namelist():
            isi = asal.read(nama)
            entri = ZipInfo(nama, _WAKTU)
            entri.compress_type, entri.create_system = ZIP_DEFLATED, 0
            tujuan.writestr(entri, _isi_lembar(isi, nilai[nama]) if nama in nilai else isi)
    return keluar.getvalue()


def _isi_lembar(isi: bytes, nilai: NilaiRumus) -> bytes:
    akar = etree.fromstring(isi)
    for sel in akar.iter(f"{_S}c"):
        rumus = sel.find(f"{_S}f")
        if rumus is None:
            continue
        satu = nilai[sel.get("r", "")]
        tempat = sel.find(f"{_S}v")
        if tempat is None:
            tempat = etree.SubElement(sel, f"{_S}v")
        tempat.text = satu if isinstance(satu, str) else repr(satu)
        if isinstance(satu, str):
            sel.set("t", "str")
        elif "t" in sel.attrib:
            del sel.attrib["t"]
    hasil: bytes = etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)
    return hasil
