"""What a command works with: a database at the head of its schema, and sessions. The CLI is an edge where commits happen."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from rtl_tracker.config import Settings
from rtl_tracker.perintah.tolakan import Ditolak
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine, pabrik_session, session_tulis

PENUH = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
KODE_PENUH = frozenset({"SQLITE_FULL", "53100"})


@contextmanager
def basis_data(settings: Settings) -> Iterator[Engine]:
    """The database, brought to head on first use. Raises Ditolak when there is no room left to work in."""
    engine = buat_engine(settings.database_url)
    try:
        migrasikan(engine)
        yield engine
    except (OSError, DBAPIError) as galat:
        if not _penuh(galat):
            raise
        kalimat = f"Ruang penyimpanan penuh; kosongkan tempat untuk {settings.data_dir} atau basis datanya, lalu ulangi."
        raise Ditolak(kalimat) from galat
    finally:
        engine.dispose()


@contextmanager
def membaca(settings: Settings) -> Iterator[Session]:
    """A session for reading."""
    with basis_data(settings) as engine, pabrik_session(engine)() as session:
        yield session


@contextmanager
def menulis(settings: Settings) -> Iterator[Session]:
    """A session that commits at the end, or rolls back whole."""
    with basis_data(settings) as engine, session_tulis(engine) as session:
        yield session


def _penuh(galat: BaseException | None) -> bool:
    """Whether the disk is full: as the system, SQLite or PostgreSQL says so.

    SQLite then gives the transaction up by itself, so that the error may have become the context of a later one.
    """
    if galat is None:
        return False
    kode = {getattr(galat, nama, None) for nama in ("sqlite_errorname", "sqlstate")}
    nomor = galat.errno if isinstance(galat, OSError) else None
    return nomor in PENUH or not KODE_PENUH.isdisjoint(kode) or _penuh(galat.__cause__ or galat.__context__)
