"""Outline of the publication sheet: one page without header and footer, all of it at one marker (spec 3.3)."""

from collections.abc import Iterator

from docx_templates.bagian import penanda

TEPI = 794
"""Margins of the sheet in twips at the sides (14 mm); 15 mm above and 8 mm below."""


def halaman_lembar(*, akhir: bool) -> str:
    """End of the section of the sheet: A4, the same margins left and right, for a sheet that is hung and not bound."""
    sectpr = (
        f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="850" w:right="{TEPI}" w:bottom="454" w:left="{TEPI}" '
        f'w:header="340" w:footer="340" w:gutter="0"/><w:cols w:space="720"/></w:sectPr>'
    )
    return sectpr if akhir else f"<w:p><w:pPr>{sectpr}</w:pPr></w:p>"


def susun() -> Iterator[str]:
    """The body."""
    yield penanda("lembar")
    yield halaman_lembar(akhir=True)
