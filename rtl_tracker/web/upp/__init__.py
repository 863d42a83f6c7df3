"""Pages of one unit: its dossiers, RTL, realisasi and bukti."""

from flask import Flask

from rtl_tracker.web.upp import (
    bukti_routes,
    hasil_routes,
    media_routes,
    penyampaian_routes,
    realisasi_routes,
    rtl_routes,
    unit_routes,
)


def daftarkan(app: Flask) -> None:
    """Register all pages of this area."""
    for modul in (unit_routes, hasil_routes, penyampaian_routes, rtl_routes, realisasi_routes, bukti_routes, media_routes):
        app.register_blueprint(modul.bp)
