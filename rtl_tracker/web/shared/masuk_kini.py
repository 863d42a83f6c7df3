"""The log-in of this request: a token in the signed cookie, kept alive while somebody works (Flask-Login)."""

from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from werkzeug.exceptions import Unauthorized

from rtl_tracker.domain.izin import boleh
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.usecases.sesi import PALING_DIAM, AkunKini, kenali
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.request_session import request_session

TERAKHIR = "terakhir"
TIAP_DETIK = 60


class Akun(UserMixin):
    """What Flask-Login handles: the token, and the account it belongs to."""

    def __init__(self, token: str, akun: AkunKini) -> None:
        """`token` goes into the cookie."""
        self.token = token
        self.akun = akun

    def get_id(self) -> str:
        """What the cookie remembers."""
        return self.token


def akun_kini() -> AkunKini | None:
    """The account of this request; None when nobody is logged in."""
    return current_user.akun if current_user.is_authenticated else None


def pelaku_kini() -> Pelaku:
    """Who acts in this request. Raises Unauthorized when nobody is logged in."""
    akun = akun_kini()
    if akun is None:
        raise Unauthorized
    return akun.pelaku


def token_kini() -> str:
    """The token of this request's log-in; empty when nobody is logged in."""
    return current_user.token if current_user.is_authenticated else ""


def mulai_masuk(token: str) -> None:
    """Remember a log-in in the cookie; what the cookie held before is forgotten."""
    session.clear()
    akun = kenali(request_session(), token, sekarang(), alamat_klien())
    if akun is None:
        raise Unauthorized
    session[TERAKHIR] = _detik()
    login_user(Akun(token, akun))


def akhiri_masuk() -> None:
    """Forget the log-in and everything else in the cookie."""
    logout_user()
    session.clear()


def sekarang() -> datetime:
    """The moment of this request (UTC): the only clock of the web."""
    return datetime.now(UTC)


def hari_ini() -> date:
    """Today on the clock of this computer's place: deadlines are days of the local calendar."""
    return sekarang().astimezone().date()


def alamat_klien() -> str:
    """The address the request came from; behind a trusted proxy on this computer, the one that the proxy names."""
    return request.remote_addr or ""


def alamat_kembali(teks: str) -> str:
    """A path of this program to return to after the log-in; anything else becomes empty."""
    bagian = urlsplit(teks.replace("\\", "/"))
    aman = teks.startswith("/") and not teks.startswith("//") and not bagian.netloc and not bagian.scheme and teks.isprintable()
    return teks.rstrip("?") if aman else ""


def _detik() -> int:
    return int(sekarang().timestamp())


def _muat(token: str) -> Akun | None:
    """The log-in of a cookie, unless nobody worked with it for PALING_DIAM. The moment is renewed once a minute.

    Read in a session of its own: a form must not hold the writer's lock before its view asks for it.
    """
    kini = _detik()
    terakhir = session.get(TERAKHIR, 0)
    if kini - terakhir > PALING_DIAM.total_seconds():
        return None
    if kini - terakhir > TIAP_DETIK:
        session[TERAKHIR] = kini
    with konteks().baca() as baca:
        akun = kenali(baca, token, sekarang(), alamat_klien())
    return None if akun is None else Akun(token, akun)


def pasang_masuk(app: Flask) -> None:
    """Let Flask-Login find the account of a request, and the templates ask for it."""
    pengelola = LoginManager(app)
    pengelola.session_protection = None
    pengelola.user_loader(_muat)

    @app.context_processor
    def isi() -> dict[str, Any]:
        akun = akun_kini()
        return {"pelaku": akun.pelaku if akun is not None else None, "boleh": _boleh}


def _boleh(izin: str) -> bool:
    """For templates: whether the account may do this (decides whether a button is drawn)."""
    akun = akun_kini()
    return akun is not None and boleh(akun.pelaku, Izin(izin))
