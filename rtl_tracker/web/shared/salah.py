"""Refusals of a use case put beside the fields they are about, so that a form comes back with what was typed."""

from collections.abc import Mapping

from flask_wtf import FlaskForm


def tandai_salah(form: FlaskForm, salah: Mapping[str, str]) -> None:
    """Add each sentence to the errors of its field; those without a field stand above the form."""
    for nama, kalimat in salah.items():
        if nama in form:
            form[nama].errors = [*form[nama].errors, kalimat]
        else:
            form.form_errors.append(kalimat)
