"""Answers that everybody gets alike: made without looking at who asks, so that every cache may keep them."""

from functools import lru_cache
from hashlib import sha256
from typing import Any

from flask import Response, current_app, make_response, request

from rtl_tracker.resources import resource

SIMPAN_DETIK = 300
TAMPILAN = ("layouts/publik.html", "components/publikasi.html")


def lukis(templat: str, **isi: Any) -> str:
    """A page without the context of an account: neither its session nor its cookie is read."""
    return current_app.jinja_env.get_template(templat).render(isi)


def sudah_disimpan(tanda: str) -> Response | None:
    """304 when the caller keeps this very page."""
    if not request.if_none_match.contains_weak(lengkapi_tanda(tanda)):
        return None
    return umumkan(make_response("", 304), tanda)


def umumkan(jawaban: Response, tanda: str) -> Response:
    """Let every cache keep the answer for a while, and ask for it again by its tag."""
    jawaban.headers["Cache-Control"] = f"public, max-age={SIMPAN_DETIK}"
    jawaban.set_etag(lengkapi_tanda(tanda), weak=True)
    return jawaban


def lengkapi_tanda(tanda: str) -> str:
    """The tag of what a page shows together with how it shows it."""
    return sha256(f"{tanda}:{_sidik_tampilan()}:{request.full_path}".encode()).hexdigest()[:32]


@lru_cache(maxsize=1)
def _sidik_tampilan() -> str:
    """Changes with the program: a new look must not hide behind an old tag."""
    templat = resource("templates")
    berkas = [*(templat / nama for nama in TAMPILAN), *sorted((templat / "publik").glob("publikasi*.html"))]
    return sha256(b"".join(b.read_bytes() for b in berkas)).hexdigest()
