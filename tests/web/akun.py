"""Accounts for tests: made through the program's own rooms, logged in by a real session."""

from datetime import UTC, datetime

from flask import Flask
from sqlalchemy import Engine, text

from rtl_tracker.domain.peran import Pelaku, Peran
from rtl_tracker.storage import pengguna_repository as repo
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases.sesi import buka_sesi
from tests.web.halaman import Klien

SANDI_TAK_DIPAKAI = "$argon2id$tidak-dipakai"


def buat_akun(db: Engine, peran: Peran, upp_id: int | None = None, nama: str = "") -> int:
    """An account that owes no new password; returns its id."""
    now = datetime.now(UTC)
    with session_tulis(db) as session:
        banyak = len(repo.list_pengguna(session))
        nama = nama or f"Akun {peran.value.replace('_', ' ').capitalize()} {banyak + 1}"
        akun = repo.tambah_pengguna(session, f"akun{banyak + 1}", nama, peran, upp_id, SANDI_TAK_DIPAKAI, now)
        return repo.ubah_pengguna(session, akun.id, {"wajib_ganti": False}).id


def masuk(app: Flask, db: Engine, pengguna_id: int) -> Klien:
    """A new client of the application in which this account is logged in."""
    now = datetime.now(UTC)
    with session_tulis(db) as session:
        token = buka_sesi(session, pengguna_id, now)
    klien = app.test_client()
    with klien.session_transaction(base_url="http://localhost") as kue:
        kue["_user_id"], kue["_fresh"], kue["terakhir"] = token, True, int(now.timestamp())
    return Klien(klien)


def masuk_sebagai(app: Flask, db: Engine, peran: Peran, upp_id: int | None = None) -> Klien:
    """A new client in which a new account of this role is logged in."""
    return masuk(app, db, buat_akun(db, peran, upp_id))


def id_upp(db: Engine, nama: str) -> int:
    """Id of a unit by its name."""
    with db.connect() as koneksi:
        return int(koneksi.execute(text("SELECT id FROM upp WHERE nama = :nama"), {"nama": nama}).scalar_one())


def pelaku(peran: Peran, upp_id: int | None = None, id_: int | None = None, nama: str = "Penguji") -> Pelaku:
    """An actor for use cases called without the web."""
    return Pelaku(id_, nama, peran, upp_id, None if upp_id is None else frozenset({upp_id}))
