"""Moulds of databases: what many tests begin with is made once by the program itself, then poured into each test's own database."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, text

from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.tables import Base

T = TypeVar("T")
TABEL = [t.name for t in Base.metadata.sorted_tables]
ISI = " UNION ALL ".join(f"SELECT '{t}' WHERE EXISTS (SELECT 1 FROM {t})" for t in TABEL)
SKEMA = text(
    "SELECT (SELECT md5(string_agg(oid || '/' || xmin, ',' ORDER BY oid)) FROM pg_class WHERE relnamespace = 'public'::regnamespace),"
    " (SELECT count(*) || '/' || max(xmin::text) FROM pg_constraint WHERE connamespace = 'public'::regnamespace),"
    " (SELECT count(*) || '/' || md5(string_agg(xmin::text, ',' ORDER BY attrelid, attnum)) FROM pg_attribute"
    " WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace))"
)
_cetakan: dict[tuple[str, str], tuple[Any, Any]] = {}
_kepala: dict[str, Any] = {}


def kosongkan(engine: Engine) -> None:
    """Bring the database to head, without a row, whatever it held; nobody may have it open."""
    if engine.dialect.name == "sqlite":
        _sqlite_kosong(engine)
    elif _kepala.get(engine.url.database or "") == _baca_skema(engine):
        _hapus_baris(engine)
    else:
        _mulai_baru(engine)
        _kepala[engine.url.database or ""] = _baca_skema(engine)


def tuang(engine: Engine, nama: str, bangun: Callable[[Engine], T]) -> T:
    """Fill an empty database as `bangun` does: by it the first time, by a copy of its rows afterwards.

    Gives what `bangun` gave the first time, which must hold no database. `nama` stands for the content, in every test file.
    A database that holds something is filled by `bangun` itself.
    """
    kunci = (engine.dialect.name, nama)
    if not _kosong(engine):
        return bangun(engine)
    sqlite = engine.dialect.name == "sqlite"
    if kunci not in _cetakan:
        hasil = bangun(engine)
        _cetakan[kunci] = (hasil, _salin_sqlite(engine) if sqlite else _salin_postgres(engine))
        return hasil
    hasil, isi = _cetakan[kunci]
    (_tuang_sqlite if sqlite else _tuang_postgres)(engine, isi)
    return hasil


def _sqlite_kosong(engine: Engine) -> None:
    for akhir in ("", "-wal", "-shm"):
        Path(f"{engine.url.database}{akhir}").unlink(missing_ok=True)
    if "" not in _kepala:
        migrasikan(engine)
        _kepala[""] = _salin_sqlite(engine)
    else:
        _tuang_sqlite(engine, _kepala[""])


def _kosong(engine: Engine) -> bool:
    with engine.connect() as koneksi:
        return not koneksi.execute(text(ISI)).first()


def _salin_sqlite(engine: Engine) -> sqlite3.Connection:
    cetakan = sqlite3.connect(":memory:")
    with closing(sqlite3.connect(str(engine.url.database))) as asal:
        asal.backup(cetakan)
    return cetakan


def _tuang_sqlite(engine: Engine, cetakan: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(str(engine.url.database))) as tujuan:
        tujuan.execute("PRAGMA synchronous=OFF")
        cetakan.backup(tujuan)


def _baca_skema(engine: Engine) -> Any:
    """What changes with every change of the schema, and with nothing else."""
    with engine.connect() as koneksi:
        return tuple(koneksi.execute(SKEMA).one())


def _mulai_baru(engine: Engine) -> None:
    with engine.begin() as koneksi:
        koneksi.execute(text("DROP SCHEMA public CASCADE"))
        koneksi.execute(text("CREATE SCHEMA public"))
    migrasikan(engine)


def _berisi(kursor: Any) -> list[str]:
    """The tables that hold a row."""
    kursor.execute(ISI)
    return [t for (t,) in kursor.fetchall()]


def _hapus_baris(engine: Engine) -> None:
    with closing(engine.raw_connection()) as koneksi, closing(koneksi.cursor()) as kursor:
        kursor.execute("SET LOCAL session_replication_role = replica")
        for tabel in _berisi(kursor):
            kursor.execute(f"DELETE FROM {tabel}")
        kursor.execute(
            "SELECT setval(format('%I', sequencename)::regclass, start_value, false) FROM pg_sequences"
            " WHERE schemaname = 'public' AND last_value IS NOT NULL"
        )
        koneksi.commit()


def _salin_postgres(engine: Engine) -> tuple[dict[str, bytes], list[tuple[str, int]]]:
    """Rows of every table, and how far the sequences have counted."""
    with closing(engine.raw_connection()) as koneksi, closing(koneksi.cursor()) as kursor:
        baris = {}
        for tabel in _berisi(kursor):
            with kursor.copy(f"COPY {tabel} TO STDOUT (FORMAT binary)") as keluar:
                baris[tabel] = b"".join(map(bytes, keluar))
        kursor.execute(
            "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL"
        )
        return baris, kursor.fetchall()


def _tuang_postgres(engine: Engine, isi: tuple[dict[str, bytes], list[tuple[str, int]]]) -> None:
    with closing(engine.raw_connection()) as koneksi, closing(koneksi.cursor()) as kursor:
        kursor.execute("SET LOCAL session_replication_role = replica")
        for tabel, baris in isi[0].items():
            with kursor.copy(f"COPY {tabel} FROM STDIN (FORMAT binary)") as masuk:
                masuk.write(baris)
        for urutan, nilai in isi[1]:
            kursor.execute("SELECT setval(%s::regclass, %s)", (urutan, nilai))
        koneksi.commit()
