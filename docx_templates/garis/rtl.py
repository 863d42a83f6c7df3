"""Outline of the RTL sheet of a unit (spec 3.1): one landscape section with letterhead and signature block."""

from collections.abc import Iterator

from docx_templates.bagian import paragraf, penanda

_TITIK = "." * 48
_JAUH = 8505
_LANSKAP = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>'
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1191" w:right="964" w:bottom="907" w:left="964" w:header="567" w:footer="454" w:gutter="0"/>'
    '<w:pgNumType w:start="1"/><w:cols w:space="720"/></w:sectPr>'
)
"""A4 landscape with narrow margins on all sides: a single sheet is not bound."""


def susun() -> Iterator[str]:
    """The body."""
    yield from kop_unit()
    yield lengkapi(paragraf("Heading2", "{{ judul_lembar }}"), '<w:spacing w:before="160"/>')
    yield from map(penanda, ("pembuka", "rtl", "catatan"))
    yield from tanda_tangan_unit(_JAUH)
    yield _LANSKAP


def kop_unit() -> Iterator[str]:
    """Letterhead of a unit: instansi, unit, address, a rule."""
    yield lengkapi(paragraf("KepalaTabel", "{{ nama_instansi }}"), '<w:spacing w:before="0" w:after="0"/>')
    yield lengkapi(paragraf("Sorot", "{{ nama_unit }}"), '<w:spacing w:before="0" w:after="40"/>')
    yield paragraf("Header", "{{ alamat_unit }}")


def tanda_tangan_unit(jarak: int) -> Iterator[str]:
    """Place, date, name and NIP to be filled in by hand, since the head of a unit is not known; `jarak` from the left in twips."""
    for teks, sebelum in (
        (f"{_TITIK[:24]}, {_TITIK[:30]}", 160),
        ("Pimpinan {{ nama_unit }},", 0),
        (_TITIK, 760),
        (f"NIP {_TITIK[:42]}", 0),
    ):
        yield lengkapi(paragraf("TandaTangan", teks), f'<w:spacing w:before="{sebelum}"/><w:ind w:left="{jarak}"/>')


def lengkapi(satu: str, sifat: str) -> str:
    """The paragraph with finished properties beside its style."""
    return satu.replace("</w:pPr>", f"{sifat}</w:pPr>", 1)
