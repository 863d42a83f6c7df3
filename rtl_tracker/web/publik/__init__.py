"""Pages without an account: the survey that citizens answer, and what is published of its results."""

from flask import Blueprint, Flask

from rtl_tracker.web.publik import bawaan_routes, isi_routes, kirim_routes, publikasi_routes, survei_routes

BLUEPRINT: tuple[Blueprint, ...] = (survei_routes.bp, isi_routes.bp, kirim_routes.bp, publikasi_routes.bp, bawaan_routes.bp)


def daftarkan(app: Flask) -> None:
    """Register all pages of this area."""
    for bp in BLUEPRINT:
        app.register_blueprint(bp)
