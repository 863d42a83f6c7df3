"""Pages without an account: the survey that citizens answer, and what is published of its results."""

from flask import Blueprint, Flask

BLUEPRINT: tuple[Blueprint, ...] = ()


def daftarkan(app: Flask) -> None:
    """Register all pages of this area."""
    for bp in BLUEPRINT:
        app.register_blueprint(bp)
