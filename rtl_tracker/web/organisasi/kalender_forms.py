"""The form of the calendar: for each of the seven periods four dates, and whether the default shall hold again."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, Form, FormField, HiddenField
from wtforms.validators import InputRequired

from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.usecases.kelola_kalender import TANGGAL, KalenderTahun
from rtl_tracker.web.shared.tanggal_field import TanggalField

WAJIB = "Isi tanggalnya."


class FormJadwal(Form):
    """The dates of one period."""

    survei_mulai = TanggalField("Survei mulai", validators=[InputRequired(WAJIB)])
    survei_selesai = TanggalField("Survei selesai", validators=[InputRequired(WAJIB)])
    kirim_mulai = TanggalField("Pengiriman mulai", validators=[InputRequired(WAJIB)])
    kirim_batas = TanggalField("Batas pengiriman", validators=[InputRequired(WAJIB)])
    bawaan = BooleanField("Kembalikan ke bawaan")


class FormKalender(FlaskForm):
    """All periods of a year. `versi` is the calendar the form was made from."""

    versi = HiddenField()


for _periode in Periode:
    setattr(FormKalender, _periode.value, FormField(FormJadwal, NAMA_PERIODE[_periode]))


def isi_kalender(form: FormKalender, kalender: KalenderTahun) -> None:
    """Put the dates that hold into the form."""
    form.versi.data = str(kalender.versi)
    for baris in kalender.baris:
        for nama in TANGGAL:
            form[baris.jadwal.periode.value].form[nama].data = getattr(baris.jadwal, nama)


def periksa_isian(form: FormKalender) -> bool:
    """Whether every date can be read; a row that goes back to its default needs none."""
    sah = bool(form.validate())
    for periode in Periode:
        bagian = form[periode.value].form
        if bagian.bawaan.data:
            for nama in TANGGAL:
                bagian[nama].errors = []
    return sah or not salah_per_periode(form)


def salah_per_periode(form: FormKalender) -> dict[Periode, dict[str, list[str]]]:
    """What is wrong, by period and field."""
    return {p: dict(salah) for p in Periode if (salah := form[p.value].form.errors)}


def jadwal_terisi(form: FormKalender, kalender: KalenderTahun) -> dict[Periode, Jadwal]:
    """The calendar as typed; rows that go back to their default have its dates."""
    hasil: dict[Periode, Jadwal] = {}
    for baris in kalender.baris:
        periode = baris.jadwal.periode
        bagian = form[periode.value].form
        hasil[periode] = baris.bawaan if bagian.bawaan.data else Jadwal(periode, *(bagian[nama].data for nama in TANGGAL))
    return hasil


def versi_terkirim(form: FormKalender) -> int:
    """The version the form was made from; 0 when it says none."""
    teks = form.versi.data or ""
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 10 else 0
