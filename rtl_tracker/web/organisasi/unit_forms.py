"""The form of a unit's master data."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SelectChoice, SelectField, StringField

from rtl_tracker.domain.periode import Frekuensi
from rtl_tracker.domain.upp import Upp
from rtl_tracker.usecases.kelola_upp import IsianUpp

TEKS = ("nama", "kode", "singkatan", "jenis", "kelompok", "alamat", "telepon", "pelaksana")


class FormUpp(FlaskForm):
    """Texts are read by the use case, which says what is wrong with them."""

    versi = HiddenField(default="0")
    nama = StringField("Nama unit")
    kode = StringField("Kode")
    singkatan = StringField("Singkatan")
    jenis = StringField("Jenis")
    kelompok = StringField("Kelompok pada laporan")
    induk_id = SelectField("Unit induk", validate_choice=False)
    frekuensi = SelectField(
        "Frekuensi survei",
        choices=[SelectChoice("", "Menurut aturan (sekali setahun)"), *(SelectChoice(f.value, f.value) for f in Frekuensi)],
        validate_choice=False,
    )
    alamat = StringField("Alamat")
    telepon = StringField("Telepon")
    pelaksana = StringField("Pelaksana survei")
    ikut_rerata = BooleanField("Dihitung dalam IKM instansi", default=True)


def isi_form(form: FormUpp, unit: Upp, versi: int) -> None:
    """Put the stored unit into the form."""
    for nama in TEKS:
        form[nama].data = getattr(unit, nama)
    form.induk_id.data = "" if unit.induk_id is None else str(unit.induk_id)
    form.frekuensi.data = unit.frekuensi.value if unit.frekuensi is not None else ""
    form.ikut_rerata.data = unit.ikut_rerata
    form.versi.data = str(versi)


def isian_dari_form(form: FormUpp) -> IsianUpp:
    """What was typed. A choice that is none counts as nothing chosen."""
    teks = {nama: form[nama].data or "" for nama in TEKS}
    induk, frekuensi = form.induk_id.data or "", form.frekuensi.data or ""
    return IsianUpp(
        **teks,
        induk_id=int(induk) if induk.isascii() and induk.isdigit() and len(induk) < 10 else None,
        frekuensi=Frekuensi(frekuensi) if frekuensi in [f.value for f in Frekuensi] else None,
        ikut_rerata=bool(form.ikut_rerata.data),
    )
