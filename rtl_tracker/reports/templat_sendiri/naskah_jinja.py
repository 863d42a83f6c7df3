"""What the template engine would really run: its own reading of every part, as a syntax tree in which only names may stand.

The text of paragraphs is examined elsewhere, with places and advice. This is the second lock: docxtpl joins marks across runs and
rewrites some of its own, so a command could be hidden where no paragraph shows it.
"""

from collections.abc import Iterator
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateError, nodes

from rtl_tracker.reports.word.galat import DokumenGagal

_CATATAN_KAKI = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_PROPERTI = ("author", "comments", "identifier", "language", "subject", "title")
_TERSEMBUNYI = "Templat memuat perintah yang tersembunyi di luar teks biasa; mulai kembali dari templat bawaan."
_BIASA = (nodes.Template, nodes.TemplateData, nodes.Output, nodes.Name)


def periksa_naskah_jinja(templat: Path) -> None:
    """Raises DokumenGagal when any part holds more than `{{ name }}` and `{% if name %}` ... `{% endif %}`."""
    lingkungan = Environment(autoescape=True)
    for naskah in _naskah(templat):
        try:
            akar = lingkungan.parse(naskah)
        except (TemplateError, RecursionError):
            raise DokumenGagal(_TERSEMBUNYI) from None
        if not all(_wajar(simpul) for simpul in akar.find_all(nodes.Node)):
            raise DokumenGagal(_TERSEMBUNYI)


def _wajar(simpul: nodes.Node) -> bool:
    if isinstance(simpul, nodes.If):
        return isinstance(simpul.test, nodes.Name) and not simpul.elif_ and not simpul.else_
    return isinstance(simpul, _BIASA)


def _naskah(templat: Path) -> Iterator[str]:
    """Every text that docxtpl gives to Jinja, as it gives it."""
    word = DocxTemplate(str(templat))
    word.init_docx()
    yield word.patch_xml(word.get_xml())
    for jenis in (word.HEADER_URI, word.FOOTER_URI):
        for _, bagian in word.get_headers_footers(jenis):
            yield word.patch_xml(word.get_part_xml(bagian))
    for nama in _PROPERTI:
        yield getattr(word.docx.core_properties, nama)
    for bagian in word.docx.part.package.parts:
        if bagian.content_type == _CATATAN_KAKI:
            yield word.patch_xml(bagian.blob.decode("utf-8"))
