"""Properties and settings of the finished package."""

import re
from datetime import UTC, datetime

from docx.document import Document

from rtl_tracker.reports.word.simpul import cari, simpul
from rtl_tracker.reports.word.teks import bersihkan

_BAHASA = "id-ID"
PANJANG = 255
"""Word refuses longer properties."""
# w:updateFields must stand before these children of w:settings.
_SESUDAH = re.compile(
    r"\}(hdrShapeDefaults|footnotePr|endnotePr|compat|docVars|rsids|mathPr|themeFontLang|clrSchemeMapping|"
    r"shapeDefaults|decimalSymbol|listSeparator)$"
)


def isi_properti(word: Document, judul: str, penulis: str, tanggal: datetime) -> None:
    """Title, author, language and times; nothing of the machine or of the moment."""
    inti = word.core_properties
    inti.title, inti.author, inti.last_modified_by = (bersihkan(teks)[:PANJANG] for teks in (judul, penulis, penulis))
    inti.language, inti.revision = _BAHASA, 1
    saat = tanggal.astimezone(UTC).replace(tzinfo=None) if tanggal.tzinfo else tanggal
    inti.created = inti.modified = saat


def minta_pembaruan(word: Document) -> None:
    """Let Word compute the fields when the file is opened; it asks the user first."""
    setelan = word.settings.element
    if cari(setelan, "w:updateFields") is not None:
        return
    perbarui = simpul("w:updateFields", val="true")
    batas = next((anak for anak in setelan if _SESUDAH.search(str(anak.tag))), None)
    if batas is None:
        setelan.append(perbarui)
    else:
        batas.addprevious(perbarui)
