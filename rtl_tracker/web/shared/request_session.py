"""One database session per request, opened on first use; the one place where a web request commits.

A reading request (GET, HEAD) gets a session for reading and never commits. Any other gets a writing session: it is
committed when the answer is a success, else rolled back whole. A view that answers a refusal with a redirect says
`batalkan_perubahan`; one whose refusal must be remembered (a failed log-in) says `simpan_walau_ditolak`.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack
from typing import TYPE_CHECKING

from flask import Flask, Response, g, request

from rtl_tracker.web.shared.konteks import konteks

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

METODE_BACA = frozenset({"GET", "HEAD", "OPTIONS"})


class PermintaanGagal(Exception):
    """Tells the writing session that its request did not succeed."""


def request_session() -> Session:
    """The session of this request."""
    if "rtl_session" not in g:
        g.rtl_tumpukan = ExitStack()
        g.rtl_session = g.rtl_tumpukan.enter_context(_buka())
    session: Session = g.rtl_session
    return session


def _buka() -> AbstractContextManager[Session]:
    """A reading session knows the version of the data from before its first query, so never a newer one than it sees."""
    if request.method in METODE_BACA:
        g.rtl_versi = konteks().versi()
        return konteks().baca()
    g.pop("rtl_versi", None)
    return konteks().tulis_bersama() if g.get("rtl_bersama") else konteks().tulis()


def tulis_bersama() -> None:
    """Said before the session is first used: this request only adds and counts, so that others of its kind need not wait for it."""
    g.rtl_bersama = True


def request_versi() -> str:
    """Version of the data that the session sees; a writing one keeps other writers out, so that it may ask late."""
    session = request_session()
    if "rtl_versi" not in g:
        g.rtl_versi = konteks().versi(session)
    versi: str = g.rtl_versi
    return versi


def batalkan_perubahan() -> None:
    """Whatever this request answers, nothing of it is stored."""
    g.rtl_simpan = False


def simpan_walau_ditolak() -> None:
    """Store what this request did although its answer is a refusal."""
    g.rtl_simpan = True


def tutup_session(gagal: bool = False) -> None:
    """End the session of this request now: committed if it writes and nothing failed."""
    g.pop("rtl_session", None)
    tumpukan: ExitStack | None = g.pop("rtl_tumpukan", None)
    if tumpukan is None:
        return
    if gagal:
        sebab = PermintaanGagal()
        tumpukan.__exit__(PermintaanGagal, sebab, None)
    else:
        tumpukan.close()


def pasang_request_session(app: Flask) -> None:
    """End every request's session: after a good answer as a success, in every other case as a failure."""

    @app.after_request
    def selesaikan(jawaban: Response) -> Response:
        tutup_session(gagal=not g.pop("rtl_simpan", jawaban.status_code < 400))
        return jawaban

    @app.teardown_request
    def bersihkan(_galat: BaseException | None) -> None:
        tutup_session(gagal=True)
