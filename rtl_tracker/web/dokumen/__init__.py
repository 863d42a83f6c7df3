"""Documents: what can be made, its texts, its readiness, its frozen versions; of the instansi and of each unit."""

from flask import Flask

from rtl_tracker.web.dokumen import kerja_routes, sahih_routes, versi_routes
from rtl_tracker.web.dokumen.ruang import INSTANSI, UNIT, buat_blueprint


def daftarkan(app: Flask) -> None:
    """Register all pages of this area."""
    for ruang in (INSTANSI, UNIT):
        app.register_blueprint(buat_blueprint(ruang))
    for modul in (kerja_routes, versi_routes, sahih_routes):
        app.register_blueprint(modul.bp)
