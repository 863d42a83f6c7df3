"""Forms of an RTL: the plan, the report of its realisasi, and the words for one that was not done."""

from collections.abc import Mapping

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, MultipleFileField
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, InputRequired, Length, Optional

from rtl_tracker.domain.rtl import Horizon
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur
from rtl_tracker.web.shared.tanggal_field import TanggalField

WAJIB = "Bagian ini wajib diisi."
TERIMA = ".pdf,.jpg,.jpeg,.png,.docx,.xlsx"
PANJANG = Length(max=4000, message="Teks terlalu panjang (paling banyak 4.000 huruf).")
TAUTAN = Length(max=2000, message="Tautan terlalu panjang (paling banyak 2.000 huruf).")
KETERANGAN = Length(max=500, message="Keterangan terlalu panjang (paling banyak 500 huruf).")
SINGKAT = Length(max=255, message="Teks terlalu panjang (paling banyak 255 huruf).")


def _pilihan(judul: str, pilihan: Mapping[str, str]) -> SelectField:
    """A list to choose from, whose refusal is in Indonesian; nothing sent is the first entry."""
    pertama = next(iter(pilihan))
    return SelectField(
        judul,
        choices=[SelectChoice(kode, sebutan) for kode, sebutan in pilihan.items()],
        validate_choice=False,
        filters=[lambda kode: kode or pertama],
        validators=[AnyOf(list(pilihan), message="Pilih salah satu yang tersedia.")],
    )


class FormRtl(FlaskForm):
    """A plan: one action for one unsur."""

    versi = HiddenField(default="0")
    unsur = _pilihan("Unsur", {u.value: NAMA_UNSUR[u] for u in Unsur})
    keluhan = TextAreaField("Keluhan atau masukan responden", validators=[PANJANG], render_kw={"rows": 3})
    kegiatan = TextAreaField(
        "Rencana tindak lanjut (satu kegiatan)", validators=[InputRequired(WAJIB), PANJANG], render_kw={"rows": 3}
    )
    indikator = TextAreaField("Indikator keluaran", validators=[PANJANG], render_kw={"rows": 2})
    tenggat = TanggalField("Tenggat", validators=[Optional()])
    waktu = StringField("Waktu pelaksanaan", validators=[SINGKAT])
    penanggung_jawab = StringField("Penanggung jawab", validators=[SINGKAT])
    horizon = _pilihan("Jangka waktu", {"": "Menurut tenggat", **{h.value: f"Jangka {h.value}" for h in Horizon}})
    stakeholder = StringField("Pihak terkait", validators=[SINGKAT])


class FormLaporan(FlaskForm):
    """A report of realisasi: words and bukti in one form."""

    versi = HiddenField(default="0")
    uraian = TextAreaField("Uraian pelaksanaan", validators=[PANJANG], render_kw={"rows": 4})
    hambatan = TextAreaField("Tantangan atau hambatan", validators=[PANJANG], render_kw={"rows": 2})
    berkas = MultipleFileField("Berkas bukti", render_kw={"accept": TERIMA})
    tautan = StringField("Tautan bukti", validators=[TAUTAN], render_kw={"inputmode": "url"})
    keterangan = StringField("Keterangan bukti", validators=[KETERANGAN])
    berlaku = TanggalField("Tanggal bukti", validators=[Optional()])


class FormGanti(FlaskForm):
    """A newer bukti in the place of one."""

    berkas = FileField("Berkas pengganti", render_kw={"accept": TERIMA})
    tautan = StringField("atau tautan pengganti", validators=[TAUTAN], render_kw={"inputmode": "url"})
    keterangan = StringField("Keterangan bukti", validators=[KETERANGAN])
    berlaku = TanggalField("Tanggal bukti", validators=[Optional()])


class FormTidak(FlaskForm):
    """Why a plan was not done, and how it will be."""

    versi = HiddenField(default="0")
    alasan = TextAreaField("Alasan tidak dilaksanakan", validators=[InputRequired(WAJIB), PANJANG], render_kw={"rows": 3})
    strategi = TextAreaField("Strategi agar terlaksana", validators=[InputRequired(WAJIB), PANJANG], render_kw={"rows": 3})
    tenggat = TanggalField("Tenggat baru", validators=[InputRequired(WAJIB)])
    penanggung_jawab = StringField("Penanggung jawab", validators=[InputRequired(WAJIB), SINGKAT])


def baca_versi(form: FlaskForm) -> int:
    """The version that the form was made from; 0 for a text that is no number."""
    teks = form["versi"].data or ""
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 10 else 0
