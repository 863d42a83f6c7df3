"""Forms of a dossier: its result by hand, a workbook, and the words that a step needs."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from rtl_tracker.domain.hasil import Skala
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur
from rtl_tracker.usecases.isi_hasil import IsianHasil

WAJIB = "Bagian ini wajib diisi."
ALASAN_PENDEK = "Tuliskan paling sedikit 10 huruf."


class FormHasil(FlaskForm):
    """Nine unsur on one scale, the number of respondents, and how they were asked. Texts: the use case reads numbers."""

    versi = HiddenField(default="0")
    skala = RadioField(
        "Skala nilai unsur",
        choices=[
            SelectChoice(Skala.NRR.value, "NRR (1 sampai 4)"),
            SelectChoice(Skala.KONVERSI.value, "Konversi (25 sampai 100)"),
        ],
        default=Skala.NRR.value,
    )
    jumlah_responden = StringField("Jumlah responden", render_kw={"inputmode": "numeric", "autocomplete": "off"})
    populasi = StringField("Populasi pengguna layanan", render_kw={"inputmode": "numeric", "autocomplete": "off"})
    metode = StringField("Metode survei", validators=[Length(max=255)])
    pelaksana = StringField("Pelaksana survei", validators=[Length(max=255)])
    tautan_laporan = StringField("Tautan laporan unit", render_kw={"inputmode": "url"})


for _unsur in Unsur:
    setattr(FormHasil, _unsur.value, StringField(NAMA_UNSUR[_unsur], render_kw={"inputmode": "decimal", "autocomplete": "off"}))


def isian_dari_form(form: FormHasil, layanan_id: int | None) -> IsianHasil:
    """What was typed, for the use case."""
    return IsianHasil(
        skala=Skala(form.skala.data or Skala.NRR.value),
        nilai={u.value: form[u.value].data or "" for u in Unsur},
        jumlah_responden=form.jumlah_responden.data or "",
        populasi=form.populasi.data or "",
        metode=form.metode.data or "",
        pelaksana=form.pelaksana.data or "",
        tautan_laporan=form.tautan_laporan.data or "",
        layanan_id=layanan_id,
        versi=int(form.versi.data) if (form.versi.data or "").isdigit() else 0,
    )


def isi_form(form: FormHasil, isian: IsianHasil) -> None:
    """Put the stored texts into the form."""
    form.skala.data = isian.skala.value
    for u in Unsur:
        form[u.value].data = isian.nilai.get(u.value, "")
    for nama in ("jumlah_responden", "populasi", "metode", "pelaksana", "tautan_laporan"):
        form[nama].data = getattr(isian, nama)
    form.versi.data = str(isian.versi)


class FormImpor(FlaskForm):
    """A workbook for one period."""

    berkas = FileField("Buku kerja (.xlsx)", validators=[FileRequired("Pilih berkas buku kerja lebih dahulu.")])
    ganti = BooleanField("Ganti hasil dan jawaban periode ini yang sudah tersimpan")


class FormAlasan(FlaskForm):
    """A reason."""

    alasan = TextAreaField(
        "Alasan", validators=[InputRequired(WAJIB), Length(min=10, message=ALASAN_PENDEK)], render_kw={"rows": 3}
    )


class FormKirim(FlaskForm):
    """The note that goes with a dossier."""

    catatan = TextAreaField("Penjelasan untuk Bagian Organisasi", validators=[Optional()], render_kw={"rows": 3})
