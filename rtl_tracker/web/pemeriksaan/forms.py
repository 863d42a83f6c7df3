"""Forms of the auditor's pages: the reason of a finding, a text and a workbook that are examined."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, InputRequired, Length, ValidationError

from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.unsur import UrutanUnsur
from rtl_tracker.web.shared.alamat import TAHUN_AKHIR, TAHUN_AWAL

LAYAR, EXCEL, WORD = "layar", "excel", "word"
_BENTUK = {LAYAR: "Tampilkan di layar", EXCEL: "Unduh Excel", WORD: "Unduh Word"}
_URUTAN = {
    "": "Menurut berkasnya",
    UrutanUnsur.PERMENPAN.value: "U8 pengaduan, U9 sarana prasarana (PermenPANRB)",
    UrutanUnsur.KUESIONER.value: "U8 sarana prasarana, U9 pengaduan (kuesioner)",
}
_PILIH = "Pilih salah satu yang tersedia."
PANJANG_NASKAH = Length(max=200_000, message="Naskah terlalu panjang (paling banyak 200.000 huruf). Periksa per bab.")


class FormPenjelasan(FlaskForm):
    """Why a finding stands."""

    alasan = TextAreaField("Alasan", render_kw={"rows": 4})


class FormNaskah(FlaskForm):
    """A text, and whom it speaks of where it names nobody."""

    teks = TextAreaField(
        "Naskah", validators=[InputRequired("Tempelkan naskahnya lebih dahulu."), PANJANG_NASKAH], render_kw={"rows": 12}
    )
    unit = SelectField("Tentang", validate_choice=False)
    periode = SelectField(
        "Periode", choices=[SelectChoice(p.value, NAMA_PERIODE[p]) for p in Periode], default=Periode.TAHUNAN.value,
        validate_choice=False, filters=[lambda kode: kode or Periode.TAHUNAN.value],
        validators=[AnyOf([p.value for p in Periode], message=_PILIH)],
    )  # fmt: skip


def _bertahun(_form: FlaskForm, isian: StringField) -> None:
    """Nothing, or a year that a report can be about."""
    teks = (isian.data or "").strip()
    if teks and not (teks.isascii() and teks.isdigit() and TAHUN_AWAL <= int(teks[:5]) <= TAHUN_AKHIR):
        raise ValidationError(f"Tuliskan tahun empat angka antara {TAHUN_AWAL} dan {TAHUN_AKHIR}, atau kosongkan.")


class FormBerkas(FlaskForm):
    """A workbook, what its cells leave open, and how the findings are wanted."""

    berkas = FileField(
        "Buku kerja (.xlsx)",
        validators=[FileRequired("Pilih berkas buku kerja lebih dahulu.")],
        render_kw={"accept": ".xlsx"},
    )
    tahun = StringField("Tahun laporan", validators=[_bertahun], render_kw={"inputmode": "numeric", "autocomplete": "off"})
    urutan = SelectField(
        "Urutan U8 dan U9",
        choices=[SelectChoice(kode, sebutan) for kode, sebutan in _URUTAN.items()],
        validate_choice=False,
        filters=[lambda kode: kode or ""],
        validators=[AnyOf(list(_URUTAN), message=_PILIH)],
    )
    bentuk = RadioField(
        "Hasil pemeriksaan",
        choices=[SelectChoice(kode, sebutan) for kode, sebutan in _BENTUK.items()],
        default=LAYAR,
        validate_choice=False,
        filters=[lambda kode: kode or LAYAR],
        validators=[AnyOf(list(_BENTUK), message=_PILIH)],
    )

    @property
    def tahun_dipilih(self) -> int | None:
        """The year that was typed."""
        teks = (self.tahun.data or "").strip()
        return int(teks) if teks else None

    @property
    def urutan_dipilih(self) -> UrutanUnsur | None:
        """The order that was chosen; None = as the workbook says."""
        return UrutanUnsur(self.urutan.data) if self.urutan.data else None
