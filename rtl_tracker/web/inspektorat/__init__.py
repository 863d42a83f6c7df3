"""Pages of Inspektorat: the queue, follow-up percentages, the audit trail."""

from flask import Flask

from rtl_tracker.web.inspektorat import antrean_routes, jejak_routes, persentase_routes


def daftarkan(app: Flask) -> None:
    """Register all pages of this area."""
    for modul in (antrean_routes, persentase_routes, jejak_routes):
        app.register_blueprint(modul.bp)
