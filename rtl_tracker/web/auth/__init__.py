"""Log-in, log-out, password."""

from flask import Flask

from rtl_tracker.web.auth.masuk_routes import bp


def daftarkan(app: Flask) -> None:
    """Register all pages of this area."""
    app.register_blueprint(bp)
