"""The schema: to head by Alembic, from inside the program."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from rtl_tracker.resources import resource
from rtl_tracker.storage.session import MENULIS, kunci_penulis


def _konfigurasi() -> Config:
    konfigurasi = Config()
    konfigurasi.set_main_option("script_location", str(resource("migrations")))
    return konfigurasi


def _revisi(koneksi: Connection) -> str | None:
    return MigrationContext.configure(koneksi).get_current_revision()


def migrasikan(engine: Engine) -> bool:
    """Bring the schema to head; True when there was something to do. Already at head costs one query.

    Programs that start together on an old schema queue for the writer's lock; the first migrates for all.
    """
    konfigurasi = _konfigurasi()
    kepala = ScriptDirectory.from_config(konfigurasi).get_current_head()
    with engine.begin() as koneksi:
        if _revisi(koneksi) == kepala:
            return False
    with engine.execution_options(**{MENULIS: True}).begin() as koneksi:
        kunci_penulis(koneksi)
        if _revisi(koneksi) == kepala:
            return False
        konfigurasi.attributes["connection"] = koneksi
        command.upgrade(konfigurasi, "head")
    return True
