"""Pages without an account: the survey that citizens answer, and what is published of its results."""

from flask import Blueprint, Flask

from rtl_tracker.web.publik import bawaan_routes, publikasi_routes

BLUEPRINT: tuple[Blueprint, ...] = (
    publikasi_routes.bp,
    bawaan_routes.bp,
)


def daftarkan(app: Flask) -> None:
    """Register all pages of this area."""
    for bp in BLUEPRINT:
        app.register_blueprint(bp)
