"""Pages of Bagian Organisasi."""

from flask import Flask

from rtl_tracker.web.organisasi import (
    beranda_routes,
    bobot_routes,
    grafik_routes,
    kalender_routes,
    papan_routes,
    pengaturan_routes,
    pengguna_routes,
    templat_routes,
    terbit_routes,
    unit_routes,
    upp_routes,
)


def daftarkan(app: Flask) -> None:
    """Register all pages of this area."""
    for modul in (
        beranda_routes,
        upp_routes,
        grafik_routes,
        bobot_routes,
        papan_routes,
        terbit_routes,
        kalender_routes,
        unit_routes,
        pengaturan_routes,
        pengguna_routes,
        templat_routes,
    ):
        app.register_blueprint(modul.bp)
