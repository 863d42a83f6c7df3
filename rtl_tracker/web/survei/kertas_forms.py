"""The form of one sheet of paper: one character per field, so that it is worked by keys alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_wtf import FlaskForm
from wtforms import DateField, Field, HiddenField, SelectField, StringField, TextAreaField

from rtl_tracker.domain.jawaban import PILIHAN_PROFIL
from rtl_tracker.usecases.baca_kertas import PANJANG_NOMOR, IsianKertas
from rtl_tracker.usecases.layar_kertas import LayarKertas

TOMBOL = {"inputmode": "numeric", "autocomplete": "off", "maxlength": 1}
NAMA_PROFIL = {
    "jenis_kelamin": "Jenis kelamin",
    "usia": "Usia",
    "pendidikan": "Pendidikan",
    "pekerjaan": "Pekerjaan",
    "disabilitas": "Penyandang disabilitas",
}
NAMA_PILIHAN = {"disabilitas": ("Tidak", "Ya")}


@dataclass(frozen=True, slots=True)
class BidangTombol:
    """A field of one key as the page shows it: what it asks, and what every key means."""

    isian: Field
    keterangan: str
    pilihan: Sequence[str]


class FormKertas(FlaskForm):
    """What is the same on every sheet; `buat_form` adds the questions of a version."""

    kunci = HiddenField()
    versi = HiddenField(default="0")
    kode = HiddenField()
    layanan = SelectField("Layanan", choices=[], validate_choice=False)
    tanggal = DateField("Tanggal pengisian")
    nomor = StringField("Nomor lembar", render_kw={"autocomplete": "off", "maxlength": PANJANG_NOMOR})
    umum = StringField("Penilaian umum", render_kw=TOMBOL)
    saran = TextAreaField("Saran", render_kw={"rows": 2})


for _kolom, _nama in NAMA_PROFIL.items():
    setattr(FormKertas, _kolom, StringField(_nama, render_kw=TOMBOL))


def buat_form(layar: LayarKertas, isian: IsianKertas | None = None, terkirim: bool = False) -> FormKertas:
    """The form with the questions of the layar's version; with what was sent, or filled from `isian`."""

    class Form(FormKertas):
        """One version's questions."""

    for nama, unsur, _ in layar.pertanyaan:
        setattr(Form, nama, StringField(unsur, render_kw=TOMBOL))
    form = Form() if terkirim else Form(formdata=None)
    form.layanan.choices = [("", "Pilih layanan"), *((str(id_), nama) for id_, nama in layar.layanan.items())]
    if isian is not None:
        _isi(form, isian)
    form.kode.data = layar.kuesioner.kode
    return form


def isian_dari_form(form: FormKertas, layar: LayarKertas) -> IsianKertas:
    """What was typed, for the use case."""
    layanan = str(form.layanan.data or "")
    tanggal = form.tanggal.raw_data[0] if form.tanggal.raw_data else ""
    return IsianKertas(
        form.kunci.data or "", tanggal, form.nomor.data or "", int(layanan) if layanan.isdecimal() else None,
        [form[nama].data or "" for nama, _, _ in layar.pertanyaan], form.umum.data or "",
        {kolom: form[kolom].data or "" for kolom in PILIHAN_PROFIL}, form.saran.data or "",
    )  # fmt: skip


def bidang_profil(form: FormKertas) -> list[BidangTombol]:
    """The fields about the respondent, every choice with its key."""
    return [
        BidangTombol(form[kolom], NAMA_PROFIL[kolom], NAMA_PILIHAN.get(kolom, PILIHAN_PROFIL[kolom])) for kolom in NAMA_PROFIL
    ]


def bidang_pertanyaan(form: FormKertas, layar: LayarKertas) -> list[BidangTombol]:
    """The questions in the order printed, every answer with its key."""
    butir = layar.kuesioner.butir
    return [BidangTombol(form[n], t, b.pilihan) for (n, _, t), b in zip(layar.pertanyaan, butir, strict=True)]


def _isi(form: FormKertas, isian: IsianKertas) -> None:
    form.kunci.data, form.nomor.data, form.umum.data, form.saran.data = isian.kunci, isian.nomor, isian.umum, isian.saran
    form.tanggal.raw_data = [isian.tanggal]
    form.layanan.data = "" if isian.layanan_id is None else str(isian.layanan_id)
    for i, teks in enumerate(isian.jawaban):
        form[f"j{i}"].data = teks
    for kolom, teks in isian.profil.items():
        form[kolom].data = teks
