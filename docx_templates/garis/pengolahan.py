"""Outline of the processing of answers of a unit (spec 3.1, T14): letterhead and tables, one portrait section."""

from collections.abc import Iterator

from docx_templates.bagian import bagian, paragraf, penanda
from docx_templates.garis.rtl import kop_unit, lengkapi


def susun() -> Iterator[str]:
    """The body."""
    yield from kop_unit()
    yield lengkapi(paragraf("Heading2", "{{ judul_lembar }}"), '<w:spacing w:before="160"/>')
    yield from map(penanda, ("pembuka", "ringkasan", "pengolahan", "cara"))
    yield bagian('<w:pgNumType w:start="1"/>', akhir=True)
