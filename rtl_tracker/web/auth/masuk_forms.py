"""Forms of the log-in and of the own password. No upper length in the browser: it would cut a pasted password silently."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, ValidationError

TANPA_KOREKSI = {"autocapitalize": "none", "spellcheck": "false"}


def _tercetak(teks: str | None) -> str | None:
    """The name without what no page can show again."""
    return teks and "".join(huruf for huruf in teks if huruf.isprintable())


class MasukForm(FlaskForm):
    """Log-in name and password; `lanjut` is where to go afterwards."""

    nama_masuk = StringField(
        "Nama masuk",
        [InputRequired("Isi nama masuk.")],
        filters=[_tercetak],
        render_kw={"autocomplete": "username", "autofocus": True, **TANPA_KOREKSI},
    )
    sandi = PasswordField(
        "Sandi", [InputRequired("Isi sandi.")], render_kw={"autocomplete": "current-password", **TANPA_KOREKSI}
    )
    lanjut = HiddenField()


class SandiForm(FlaskForm):
    """The old password once, the new one twice."""

    lama = PasswordField(
        "Sandi lama", [InputRequired("Isi sandi lama.")], render_kw={"autocomplete": "current-password", **TANPA_KOREKSI}
    )
    baru = PasswordField(
        "Sandi baru", [InputRequired("Isi sandi baru.")], render_kw={"autocomplete": "new-password", **TANPA_KOREKSI}
    )
    ulang = PasswordField(
        "Sandi baru sekali lagi",
        [InputRequired("Isi sandi baru sekali lagi.")],
        render_kw={"autocomplete": "new-password", **TANPA_KOREKSI},
    )

    def validate_ulang(self, field: Any) -> None:
        """Both must be the same, so that a slip does not lock its owner out."""
        if field.data != self.baru.data:
            raise ValidationError("Kedua isian sandi baru tidak sama. Ketik ulang keduanya.")
