"""The schema: to head by Alembic, from inside the program."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from rtl_tracker.resources import resource


def _konfigurasi() -> Config:
    konfigurasi = Config()
    konfigurasi.set_main_option("script_location", str(resource("migrations")))
    return konfigurasi


def migrasikan(engine: Engine) -> bool:
    """Bring the schema to head; True when there was something to do. Already at head costs one query."""
    konfigurasi = _konfigurasi()
    kepala = ScriptDirectory.from_config(konfigurasi).get_current_head()
    with engine.begin() as koneksi:
        if MigrationContext.configure(koneksi).get_current_revision() == kepala:
            return False
        konfigurasi.attributes["connection"] = koneksi
        command.upgrade(konfigurasi, "head")
    return True
