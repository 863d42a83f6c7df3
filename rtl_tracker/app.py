"""The web application: composition of settings, database, queue and pages; and the server that runs it."""

import errno
import logging
import signal
import threading
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask
from flask_bootstrap import Bootstrap5
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined

from rtl_tracker.config import Settings
from rtl_tracker.jobs import Antrean, buat_antrean
from rtl_tracker.resources import resource
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.session import buat_engine, pabrik_session, session_tulis
from rtl_tracker.storage.versi_data import VersiData
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.halaman_upp import UppTidakAda
from rtl_tracker.usecases.pekerjaan_dokumen import TahunTanpaData
from rtl_tracker.web import auth, dokumen, inspektorat, organisasi, pemeriksaan, publik, survei, upp
from rtl_tracker.web.shared.akses import pasang_akses
from rtl_tracker.web.shared.alamat import pasang_alamat
from rtl_tracker.web.shared.batas_kiriman import batas_kiriman, pasang_batas_kiriman
from rtl_tracker.web.shared.error_pages import pasang_error_pages
from rtl_tracker.web.shared.filters import pasang_filters
from rtl_tracker.web.shared.headers import lewat_https, pasang_headers
from rtl_tracker.web.shared.konteks import Konteks, pasang_konteks
from rtl_tracker.web.shared.masuk_kini import pasang_masuk
from rtl_tracker.web.shared.menu import pasang_menu
from rtl_tracker.web.shared.request_session import pasang_request_session
from rtl_tracker.web.shared.simpanan_halaman import SimpananHalaman

if TYPE_CHECKING:
    from waitress.server import BaseWSGIServer

UTAS_WEB = 12
PERANTARA = "127.0.0.1"
HOST_LOKAL = ("localhost", "127.0.0.1")
log = logging.getLogger(__name__)


class PortTidakTersedia(RuntimeError):
    """The server cannot listen where it was told to; str() is the sentence for the user."""


def create_app(settings: Settings, antrean: Antrean | None = None) -> Flask:
    """The application. Without `antrean` it makes its own, which only asks: somebody else must serve the queue.

    The database must be at the head of its schema. Raises AntreanTidakTersedia.
    """
    app = Flask(__name__, template_folder=str(resource("templates")), static_folder="web/static")
    app.config.update(_konfigurasi(settings))
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    engine = buat_engine(settings.database_url)
    pasang_konteks(
        app,
        Konteks(
            settings=settings,
            baca=pabrik_session(engine),
            tulis=partial(session_tulis, engine),
            tulis_bersama=partial(session_tulis, engine, bersama=True),
            versi=VersiData(engine),
            antrean=antrean or buat_antrean(settings),
            simpanan=SimpananHalaman(),
            gudang=GudangBukti(settings.folder_bukti, settings.folder_tampil),
        ),
    )
    pasang_alamat(app)
    pasang_masuk(app)
    pasang_akses(app)
    Bootstrap5(app)
    pasang_batas_kiriman(app, settings)
    CSRFProtect(app)
    pasang_menu(app)
    pasang_request_session(app)
    pasang_headers(app, settings)
    pasang_filters(app)
    pasang_error_pages(app, (TahunTidakAda, TahunTanpaData, UppTidakAda))
    for daerah in (auth, upp, organisasi, inspektorat, pemeriksaan, dokumen, survei, publik):
        daerah.daftarkan(app)
    return app


def _konfigurasi(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": settings.secret_key,
        "TRUSTED_HOSTS": sorted({*HOST_LOKAL, urlsplit(settings.base_url).hostname or "localhost"}),
        "MAX_CONTENT_LENGTH": batas_kiriman(settings),
        "SEND_FILE_MAX_AGE_DEFAULT": 3600,
        "SESSION_COOKIE_NAME": "rtl_tracker",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": lewat_https(settings),
        "WTF_CSRF_TIME_LIMIT": None,
        "BOOTSTRAP_SERVE_LOCAL": True,
    }


def serve(settings: Settings, host: str = "127.0.0.1", port: int = 8000, siap: Callable[[str], None] | None = None) -> None:
    """Serve until Ctrl-C or SIGTERM; with the SQLite queue its workers run in this process.

    The schema is brought to head first. `siap` is called with the address once the port is bound. Port 0 takes any free
    one. Raises PortTidakTersedia, AntreanTidakTersedia.
    """
    from rtl_tracker.storage.migrasi import migrasikan

    engine = buat_engine(settings.database_url)
    migrasikan(engine)
    engine.dispose()
    antrean = buat_antrean(settings)
    server = _dengarkan(create_app(settings, antrean), host, port)
    _berhenti_pada_sigterm()
    try:
        if antrean.lokal:
            antrean.mulai_di_proses_ini()
        if siap is not None:
            siap(f"http://{_tulis_host(host)}:{port or server.effective_port}")
        server.run()
    finally:
        server.close()
        antrean.hentikan()


def _dengarkan(app: Flask, host: str, port: int) -> "BaseWSGIServer":
    """Bind the port. Only a proxy on this computer is believed when it names the client and the scheme."""
    from waitress import create_server

    try:
        return create_server(
            app,
            host=host,
            port=port,
            threads=UTAS_WEB,
            ident="",
            trusted_proxy=PERANTARA,
            trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"},
            clear_untrusted_proxy_headers=True,
        )
    except OSError as galat:
        raise PortTidakTersedia(_kalimat_port(galat, host, port)) from galat


def _kalimat_port(galat: OSError, host: str, port: int) -> str:
    if galat.errno == errno.EADDRINUSE:
        return (
            f"Port {port} pada {host} sedang dipakai program lain. Tutup program itu, atau pilih port lain: "
            f"rtl-tracker serve --port {port + 1}."
        )
    if galat.errno == errno.EACCES:
        return f"Port {port} tidak boleh dipakai tanpa hak khusus. Pilih port di atas 1023, misalnya 8000."
    return f"Server tidak dapat mendengarkan pada {host} port {port}: alamat itu tidak ada pada komputer ini."


def _tulis_host(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _berhenti_pada_sigterm() -> None:
    """Let SIGTERM end the server as Ctrl-C does, so that running work is ended or marked; only the main thread may."""

    def berhenti(_nomor: int, _bingkai: FrameType | None) -> None:
        raise SystemExit(0)

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, berhenti)
