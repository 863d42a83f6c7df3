"""The Word template with its fields filled, before anything stands at its markers."""

from collections.abc import Mapping
from pathlib import Path

from docx.document import Document
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from rtl_tracker.reports.word.galat import DokumenGagal
from rtl_tracker.reports.word.teks import bersihkan


def isi_templat(templat: Path, bidang: Mapping[str, str]) -> Document:
    """The template as a python-docx document.

    Raises DokumenGagal with the names of all fields that the template uses and `bidang` does not have.
    """
    lingkungan = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    word = DocxTemplate(str(templat))
    # A value that looks like a marker would become one.
    nilai = {nama: bersihkan(teks).replace("[[", "[ [") for nama, teks in bidang.items()}
    try:
        hilang = word.get_undeclared_template_variables(lingkungan, nilai)
        if hilang:
            raise DokumenGagal(f"Bidang templat Word belum mempunyai isi: {', '.join(sorted(hilang))}.")
        word.render(nilai, lingkungan, autoescape=True)
    except TemplateError as galat:
        raise DokumenGagal(f"Templat Word {templat.name} tidak dapat diisi: {galat}") from galat
    dokumen: Document = word.docx
    return dokumen
