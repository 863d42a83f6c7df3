"""The real application on a database and a queue of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine

from rtl_tracker.app import create_app
from rtl_tracker.config import Settings, read_settings
from rtl_tracker.domain.peran import Peran
from rtl_tracker.jobs import Antrean, buat_antrean
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine
from tests.web.akun import masuk_sebagai
from tests.web.halaman import Klien
from tests.web.instansi import TulisCsv, instansi_kecil


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an empty data folder. /bin/false stands for a LibreOffice that cannot lay anything out."""
    return read_settings({"RTL_DATA_DIR": str(tmp_path / "data"), "RTL_SECRET_KEY": "uji", "RTL_SOFFICE": "/bin/false"})


@pytest.fixture
def db(settings: Settings) -> Iterator[Engine]:
    """The database of these settings, empty and at head."""
    engine = buat_engine(settings.database_url)
    migrasikan(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def antrean(settings: Settings, db: Engine) -> Iterator[Antrean]:
    """The queue; nobody serves it until a test starts it."""
    antrean = buat_antrean(settings)
    yield antrean
    antrean.hentikan()


@pytest.fixture
def app(settings: Settings, antrean: Antrean) -> Flask:
    """The application on an empty database."""
    return create_app(settings, antrean)


@pytest.fixture
def klien(app: Flask, db: Engine) -> Klien:
    """Client of the application on an empty database, with Bagian Organisasi logged in."""
    return masuk_sebagai(app, db, Peran.ORGANISASI)


@pytest.fixture
def klien_asing(app: Flask) -> Klien:
    """Client of the application in which nobody is logged in."""
    return Klien(app.test_client())


@pytest.fixture
def klien_isi(klien: Klien, db: Engine, tulis_csv: TulisCsv) -> Klien:
    """Client of the application with the small instansi of 2022."""
    instansi_kecil(db, tulis_csv)
    return klien
