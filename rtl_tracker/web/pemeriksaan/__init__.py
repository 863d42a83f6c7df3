"""Pages of the auditor: the findings of a year, why a finding stands, and an older report examined without storing it."""

from flask import Flask

from rtl_tracker.web.pemeriksaan import berkas_routes, daftar_routes, naskah_routes, penjelasan_routes


def daftarkan(app: Flask) -> None:
    """Register all pages of this area."""
    for modul in (daftar_routes, penjelasan_routes, naskah_routes, berkas_routes):
        app.register_blueprint(modul.bp)
