"""Cookies of the survey of one unit: as safe as the log-in's, sent to no other page."""

from flask import current_app, url_for
from werkzeug.wrappers import Response


def pasang_kue(jawaban: Response, nama: str, isi: str, upp_id: int) -> None:
    """Set it; it ends with the browser."""
    jawaban.set_cookie(
        nama, isi, path=_jalur(upp_id), secure=bool(current_app.config["SESSION_COOKIE_SECURE"]), httponly=True, samesite="Lax"
    )


def hapus_kue(jawaban: Response, nama: str, upp_id: int) -> None:
    """Take it from the device."""
    jawaban.delete_cookie(
        nama, path=_jalur(upp_id), secure=bool(current_app.config["SESSION_COOKIE_SECURE"]), httponly=True, samesite="Lax"
    )


def _jalur(upp_id: int) -> str:
    return url_for("survei.unit", upp_id=upp_id)
