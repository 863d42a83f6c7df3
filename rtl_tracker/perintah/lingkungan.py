"""What a command works with: a database at the head of its schema, and sessions. The CLI is an edge where commits happen."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from rtl_tracker.config import Settings
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine, pabrik_session, session_tulis


@contextmanager
def basis_data(settings: Settings) -> Iterator[Engine]:
    """The database, brought to head on first use."""
    engine = buat_engine(settings.database_url)
    try:
        migrasikan(engine)
        yield engine
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
