"""Forms of documents: the text of a block, the freezing of a version."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, TextAreaField
from wtforms.validators import Length

PANJANG = 200_000
CATATAN = Length(max=1_000, message="Paling banyak 1.000 huruf.")


class FormTeks(FlaskForm):
    """The edited text of a block; `versi` is the version that the form was made from."""

    teks = TextAreaField("Teks", validators=[Length(max=PANJANG, message="Teks terlalu panjang.")], render_kw={"rows": 14})
    versi = HiddenField(default="0")

    @property
    def versi_dikirim(self) -> int:
        """The version as a number; what is none was never handed out."""
        teks = self.versi.data or ""
        return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 9 else -1


class FormBanding(FlaskForm):
    """A report that was edited in Word."""

    berkas = FileField(
        "Laporan yang disunting (.docx)",
        validators=[FileRequired("Pilih berkas Word lebih dahulu.")],
        render_kw={"accept": ".docx"},
    )


class FormPengesahan(FlaskForm):
    """Why there is a new version, and why it may pass although errors are open."""

    catatan = TextAreaField("Catatan versi", validators=[CATATAN], render_kw={"rows": 2})
    alasan = TextAreaField("Alasan meloloskan galat", validators=[CATATAN], render_kw={"rows": 2})
