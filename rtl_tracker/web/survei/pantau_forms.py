"""Forms of a running survey: its population, moderation, closing."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from rtl_tracker.domain.moderasi import ALASAN_SIAP, PANJANG_ALASAN


class FormPopulasi(FlaskForm):
    """How many people use the service in the period."""

    versi = HiddenField(default="0")
    populasi = StringField("Populasi pengguna layanan", render_kw={"inputmode": "numeric", "autocomplete": "off"})


class FormSisihkan(FlaskForm):
    """Why questionnaires are set aside: a ready reason, free words, or both."""

    siap = RadioField(
        "Alasan",
        choices=[*(SelectChoice(a, a) for a in ALASAN_SIAP), SelectChoice("", "Alasan lain, dituliskan di bawah")],
        default="",
        validators=[Optional()],
    )
    teks = TextAreaField("Penjelasan", validators=[Optional()], render_kw={"rows": 3, "maxlength": PANJANG_ALASAN})


class FormPulihkan(FlaskForm):
    """Why questionnaires are taken back."""

    teks = TextAreaField("Alasan dipulihkan", render_kw={"rows": 3, "maxlength": PANJANG_ALASAN})


class FormTutup(FlaskForm):
    """What the officer confirms before a survey becomes a result."""

    lebih_awal = BooleanField("Tutup lebih awal: survei tidak lagi menerima jawaban")
    ganti_isian = BooleanField("Ganti hasil yang diisi langsung dengan hasil dari jawaban survei")


def versi_terkirim(form: FormPopulasi) -> int:
    """The version that the form was made from."""
    return int(form.versi.data) if (form.versi.data or "").isdigit() else 0
