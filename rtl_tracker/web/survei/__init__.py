"""The running survey from the officers' side: questionnaires, paper, files, moderation, the live picture, closing."""

from flask import Blueprint, Flask

from rtl_tracker.web.survei import (
    cetak_routes,
    impor_routes,
    kertas_routes,
    kuesioner_routes,
    moderasi_routes,
    pantau_instansi_routes,
    tutup_routes,
)
from rtl_tracker.web.survei.navigasi import pasang_navigasi

BLUEPRINT: tuple[Blueprint, ...] = (
    cetak_routes.bp,
    impor_routes.bp,
    kertas_routes.bp,
    kuesioner_routes.bp,
    moderasi_routes.bp,
    pantau_instansi_routes.bp,
    tutup_routes.bp,
)


def daftarkan(app: Flask) -> None:
    """Register all pages of this area."""
    pasang_navigasi(app)
    for bp in BLUEPRINT:
        app.register_blueprint(bp)
