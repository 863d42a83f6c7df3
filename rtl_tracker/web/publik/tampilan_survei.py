"""How the pages of the survey are answered: kept by no cache, in the kiosk with the way back, alike for everybody."""

from typing import Any

from flask import current_app, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from rtl_tracker.web.publik.kios import DIAM, INGATKAN, Kios, kembali_sendiri

PUBLIKASI = "publikasi.depan"


def tampilkan(templat: str, kios: Kios | None = None, status: int = 200, diam: int = DIAM, **isi: Any) -> Response:
    """A page. In the kiosk it goes back to the start after `diam` seconds without a touch; 0 = it stays."""
    html = render_template(
        f"publik/{templat}", kios=kios, diam=diam, ingatkan=INGATKAN, alamat_publikasi=_alamat_publikasi(), **isi
    )
    jawaban = tanpa_simpanan(make_response(html, status))
    if kios is not None and diam:
        kembali_sendiri(jawaban, kios, diam)
    return jawaban


def teruskan(alamat: str, terima: bool = True) -> Response:
    """To the next page, so that going back and reloading send nothing twice. 303: it was taken; 302: it was not."""
    return tanpa_simpanan(redirect(alamat, code=303 if terima else 302))


def tanpa_simpanan(jawaban: Response) -> Response:
    """No cache keeps it: the next person at this device sees nothing of it."""
    jawaban.headers["Cache-Control"] = "no-store"
    return jawaban


def _alamat_publikasi() -> str:
    """Where results are published; empty while there is no such page."""
    return url_for(PUBLIKASI) if PUBLIKASI in current_app.view_functions else ""
