"""The form of an own Word template."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired


class FormTemplat(FlaskForm):
    """One file; the kind of document stands in the address."""

    berkas = FileField(
        "Berkas templat (.docx)",
        validators=[FileRequired("Pilih berkas templat lebih dahulu.")],
        render_kw={"accept": ".docx"},
    )
