"""What the servers of bench.survei serve: the program, and two bare Flask applications that stand for the least one can do."""

import os
import sqlite3
import threading

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

KOLOM = 20


def program() -> Flask:
    """The program, with the settings of the environment."""
    from rtl_tracker.app import create_app
    from rtl_tracker.config import read_settings

    return create_app(read_settings(os.environ))


def polos() -> Flask:
    """A bare page: reads the form and leads on."""
    app = Flask(__name__)

    @app.post("/")
    def kirim() -> Response:
        return redirect("/?" + request.form["kunci"][:1], code=303)

    return app


def polos_sqlite() -> Flask:
    """A bare page that stores one row, durably, under the key of the questionnaire."""
    app, lokal = Flask(__name__), threading.local()
    with sqlite3.connect(os.environ["BENCH_SQLITE"]) as awal:
        awal.execute("PRAGMA journal_mode=WAL")
        kolom = ", ".join(f"k{i} INTEGER" for i in range(KOLOM))
        awal.execute(f"CREATE TABLE IF NOT EXISTS jawaban (id INTEGER PRIMARY KEY, kunci TEXT UNIQUE, {kolom}, saran TEXT)")
    perintah = f"INSERT INTO jawaban VALUES (NULL, ?, {', '.join('?' * KOLOM)}, ?)"

    @app.post("/")
    def kirim() -> Response:
        if not hasattr(lokal, "basis"):
            lokal.basis = sqlite3.connect(os.environ["BENCH_SQLITE"], timeout=15, isolation_level=None)
            lokal.basis.execute("PRAGMA synchronous=FULL")
        lokal.basis.execute(perintah, (request.form["kunci"], *range(KOLOM), request.form["saran"]))
        return redirect("/", code=303)

    return app
