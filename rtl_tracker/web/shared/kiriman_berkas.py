"""Files that somebody uploaded, as answers: nothing of them is ever opened on an address of this program."""

from pathlib import Path

from flask import Response, send_file
from werkzeug.datastructures import FileStorage

from rtl_tracker.domain.bukti import MIME
from rtl_tracker.usecases.berkas_masuk import BerkasUnduhan

KOTAK_PASIR = "sandbox; default-src 'none'"
SEHARI = 86_400


def kirim_unduhan(berkas: BerkasUnduhan) -> Response:
    """The original, always as a download."""
    jawaban = send_file(berkas.jalur, mimetype=MIME[berkas.tipe], as_attachment=True, download_name=berkas.nama, max_age=0)
    jawaban.headers["Content-Security-Policy"] = KOTAK_PASIR
    jawaban.headers["Cache-Control"] = "private, no-store"
    return jawaban


def kirim_gambar(jalur: Path) -> Response:
    """A picture as a copy made by this program: no position, no other metadata."""
    jawaban = send_file(jalur, mimetype="image/jpeg", max_age=SEHARI)
    jawaban.headers["Content-Security-Policy"] = KOTAK_PASIR
    jawaban.headers["Cache-Control"] = f"private, max-age={SEHARI}"
    return jawaban


def baca_unggahan(berkas: FileStorage | None) -> tuple[str, bytes]:
    """Name and content of an upload; both empty when there is none."""
    return (berkas.filename or "", berkas.read()) if berkas is not None and berkas.filename else ("", b"")
