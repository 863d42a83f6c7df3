"""Forms for accounts."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectChoice, SelectField, StringField
from wtforms.validators import InputRequired

from rtl_tracker.domain.peran import TABEL_PERAN, Peran
from rtl_tracker.usecases.daftar_pengguna import SELURUH_INSTANSI

PILIHAN_PERAN = [SelectChoice("", "Pilih peran"), *(SelectChoice(p.value, k.nama) for p, k in TABEL_PERAN.items())]


class IsianPengguna(FlaskForm):
    """Name, role and unit of an account."""

    nama = StringField("Nama lengkap", [InputRequired("Isi nama lengkap.")], render_kw={"autocomplete": "off"})
    peran = SelectField("Peran", choices=PILIHAN_PERAN, validators=[InputRequired("Pilih peran.")])
    upp_id = SelectField("Unit")

    def isi_unit(self, unit: list[tuple[int, str]]) -> None:
        """Offer these units, and none."""
        self.upp_id.choices = [SelectChoice("", SELURUH_INSTANSI), *(SelectChoice(str(id_), nama) for id_, nama in unit)]

    @property
    def peran_dipilih(self) -> Peran:
        """The chosen role of a form that is valid."""
        return Peran(self.peran.data)

    @property
    def unit_dipilih(self) -> int | None:
        """The chosen unit of a form that is valid."""
        return int(self.upp_id.data) if self.upp_id.data else None


class TambahPenggunaForm(IsianPengguna):
    """A new account: also its log-in name."""

    nama_masuk = StringField(
        "Nama masuk",
        [InputRequired("Isi nama masuk.")],
        render_kw={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"},
    )


class UbahPenggunaForm(IsianPengguna):
    """An account that is stored: also the version the form was made from."""

    versi = HiddenField()

    @property
    def versi_dikirim(self) -> int:
        """The version the form was made from; one that was tampered with fits none."""
        teks = self.versi.data or ""
        return int(teks) if teks.isascii() and teks.isdigit() else 0
