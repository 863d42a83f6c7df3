"""Engine and sessions. SQLite runs in WAL mode; a writing session takes its lock at once, so that two writers queue."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, sessionmaker

MENULIS = "rtl_menulis"
KUNCI_PENULIS = 7_202_117
TUNGGU_PENULIS = 15.0
"""Seconds after which a writer of SQLite goes on to SQLite's own waiting, and fails there."""
_KUNCI_SENDIRI = "SELECT pg_advisory_xact_lock(:kunci)"
_KUNCI_BERSAMA = "SELECT pg_advisory_xact_lock_shared(:kunci)"
_GILIRAN: dict[str, Lock] = {}


def buat_engine(database_url: str) -> Engine:
    """The engine for `database_url` (sqlite:/// or postgresql+psycopg://)."""
    engine = create_engine(database_url, pool_pre_ping=not database_url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        _siapkan_sqlite(engine)
    return engine


def _siapkan_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(dbapi_connection: Any, _record: Any) -> None:
        dbapi_connection.isolation_level = None
        kursor = dbapi_connection.cursor()
        for perintah in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=15000"):
            kursor.execute(f"PRAGMA {perintah}")
        kursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        menulis = connection.get_execution_options().get(MENULIS, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if menulis else "BEGIN")


def pabrik_session(engine: Engine) -> sessionmaker[Session]:
    """Factory of sessions for reading (and for small writes of their own)."""
    return sessionmaker(engine, expire_on_commit=False)


def kunci_penulis(koneksi: Connection, bersama: bool = False) -> None:
    """Wait until no other transaction writes; SQLite has waited when a writing transaction began.

    `bersama`: others of this kind may write at the same time, one that writes alone may not.
    """
    if koneksi.dialect.name == "postgresql":
        koneksi.execute(text(_KUNCI_BERSAMA if bersama else _KUNCI_SENDIRI), {"kunci": KUNCI_PENULIS})


@contextmanager
def session_tulis(engine: Engine, bersama: bool = False) -> Iterator[Session]:
    """A session that writes: one writer at a time; committed at the end, rolled back whole on any error.

    `bersama`, for small transactions that only add and count: on PostgreSQL several of them run at once.
    """
    with (
        _giliran(engine),
        Session(engine.execution_options(**{MENULIS: True}), expire_on_commit=False) as session,
        session.begin(),
    ):
        kunci_penulis(session.connection(), bersama)
        yield session


@contextmanager
def _giliran(engine: Engine) -> Iterator[None]:
    """SQLite's writers of this process queue here: who waits is woken at once, where SQLite itself would sleep and look again."""
    if engine.dialect.name != "sqlite":
        yield
        return
    kunci = _GILIRAN.setdefault(str(engine.url), Lock())
    dapat = kunci.acquire(timeout=TUNGGU_PENULIS)
    try:
        yield
    finally:
        if dapat:
            kunci.release()


def sisip(dialek: str) -> Callable[..., Any]:
    """The INSERT of SQLite or PostgreSQL (by the name of the dialect), which both can leave a row alone that is there already."""
    return postgresql.insert if dialek == "postgresql" else sqlite.insert


def sisipkan_bila_belum(session: Session, tabel: type[Any], isi: Mapping[str, Any]) -> None:
    """Insert a row unless a unique key of it is taken, also by a transaction that runs beside this one."""
    perintah = sisip(session.get_bind().dialect.name)(tabel.__table__).values(**isi)
    session.connection().execute(perintah.on_conflict_do_nothing())


def sisipkan_cepat(session: Session, tabel: str, kolom: tuple[str, ...], baris: list[tuple[Any, ...]]) -> None:
    """Insert many plain tuples through the driver: ten times the rate of mapped objects (spec 6.5)."""
    if not baris:
        return
    koneksi = session.connection()
    tanda = "?" if koneksi.dialect.paramstyle == "qmark" else "%s"
    perintah = f"INSERT INTO {tabel} ({', '.join(kolom)}) VALUES ({', '.join([tanda] * len(kolom))})"
    koneksi.exec_driver_sql(perintah, baris)
