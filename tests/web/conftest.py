"""The real application on a database and a queue of its own."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine

from rtl_tracker.app import create_app
from rtl_tracker.config import Settings, read_settings
from rtl_tracker.domain.peran import Peran
from rtl_tracker.jobs import Antrean, buat_antrean
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.storage.versi_data import VersiData
from rtl_tracker.web.shared.konteks import Konteks, pasang_konteks
from rtl_tracker.web.shared.simpanan_halaman import SimpananHalaman
from tests.cetakan import kosongkan
from tests.web.akun import masuk_sebagai
from tests.web.halaman import Klien
from tests.web.instansi import TulisCsv, instansi_kecil

MENAMBAH_ALAMAT = {"test_keamanan.py"}
"""Files whose tests add addresses of their own; an application that has answered takes none (Flask refuses)."""


def _pengaturan(folder: Path, basis_data: Path) -> Settings:
    lingkungan = {"RTL_DATA_DIR": str(folder), "RTL_DATABASE_URL": f"sqlite:///{basis_data / 'web.db'}"}
    return read_settings(lingkungan | {"RTL_SECRET_KEY": "uji", "RTL_SOFFICE": "/bin/false"})


@pytest.fixture
def settings(tmp_path: Path, folder_basis_data: Path) -> Settings:
    """Settings of an empty data folder. /bin/false stands for a LibreOffice that cannot lay anything out."""
    return _pengaturan(tmp_path / "data", folder_basis_data)


@pytest.fixture
def db(settings: Settings, mesin: Callable[[str], Engine]) -> Iterator[Engine]:
    """The database of these settings, empty and at head."""
    engine = mesin(settings.database_url)
    kosongkan(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def antrean(settings: Settings, db: Engine) -> Iterator[Antrean]:
    """The queue; nobody serves it until a test starts it."""
    antrean = buat_antrean(settings)
    yield antrean
    antrean.hentikan()


@pytest.fixture(scope="session")
def aplikasi(tmp_path_factory: pytest.TempPathFactory, folder_basis_data: Path) -> Flask:
    """The application that tests share, as people share it: its routes and compiled templates are made once."""
    settings = _pengaturan(tmp_path_factory.mktemp("aplikasi"), folder_basis_data)
    return create_app(settings, buat_antrean(settings))


@pytest.fixture
def app(request: pytest.FixtureRequest, settings: Settings, antrean: Antrean, db: Engine) -> Iterator[Flask]:
    """The application on an empty database of its own; what a test changes in its configuration is put back."""
    if request.path.name in MENAMBAH_ALAMAT:
        yield create_app(settings, antrean)
        return
    app: Flask = request.getfixturevalue("aplikasi")
    semula = dict(app.config)
    gudang = GudangBukti(settings.folder_bukti, settings.folder_tampil)
    pasang_konteks(
        app,
        Konteks(
            settings,
            pabrik_session(db),
            partial(session_tulis, db),
            partial(session_tulis, db),
            VersiData(db),
            antrean,
            SimpananHalaman(),
            gudang,
        ),
    )
    yield app
    app.config.clear()
    app.config.update(semula)


@pytest.fixture
def klien(app: Flask, db: Engine) -> Klien:
    """Client of the application on an empty database, with Bagian Organisasi logged in."""
    return masuk_sebagai(app, db, Peran.ORGANISASI)


@pytest.fixture
def klien_asing(app: Flask) -> Klien:
    """Client of the application in which nobody is logged in."""
    return Klien(app.test_client())


@pytest.fixture
def klien_isi(app: Flask, db: Engine, tulis_csv: TulisCsv) -> Klien:
    """Client of the application with the small instansi of 2022, with Bagian Organisasi logged in."""
    instansi_kecil(db, tulis_csv)
    return masuk_sebagai(app, db, Peran.ORGANISASI)
