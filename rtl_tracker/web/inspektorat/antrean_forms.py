"""Forms of a verification: confirm with a note, or return with a reason."""

from flask_wtf import FlaskForm
from wtforms import Field, SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, ValidationError

from rtl_tracker.domain.antrean import ALASAN_SIAP, alasan_lengkap
from rtl_tracker.usecases.verifikasi_realisasi import ALASAN_TERPENDEK

PANJANG = Length(max=4000, message="Teks terlalu panjang (paling banyak 4.000 huruf).")


class FormSetuju(FlaskForm):
    """A confirmation."""

    catatan = TextAreaField("Catatan", validators=[PANJANG], render_kw={"rows": 2})


class FormKembalikan(FlaskForm):
    """A return: a ready-made reason, free words, or both."""

    siap = SelectField(
        "Alasan siap pakai",
        choices=[SelectChoice("", "Tanpa alasan siap pakai"), *(SelectChoice(*satu) for satu in ALASAN_SIAP.items())],
        validate_choice=False,
    )
    bebas = TextAreaField("Alasan dengan kata-kata sendiri", validators=[PANJANG], render_kw={"rows": 3})

    @property
    def alasan(self) -> str:
        """The whole reason."""
        return alasan_lengkap(self.siap.data or "", self.bebas.data or "")

    def validate_bebas(self, _isian: Field) -> None:
        """Raises ValidationError when neither field says anything."""
        if len(self.alasan) < ALASAN_TERPENDEK:
            raise ValidationError(
                f"Pilih alasan siap pakai, atau tuliskan alasannya dengan jelas (paling sedikit {ALASAN_TERPENDEK} huruf)."
            )


class FormCatatan(FlaskForm):
    """A note of an inspection."""

    catatan = TextAreaField("Catatan", render_kw={"rows": 5})
