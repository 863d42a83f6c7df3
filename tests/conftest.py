"""Fixtures that more than one folder of tests shares: real databases, LibreOffice, and what to do where one is missing."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine

DATA = Path(__file__).parent / "data"
POSTGRES = "postgresql+psycopg://postgres@127.0.0.1"


def tanpa(program: str, paket: str) -> None:
    """Skip the test because a program of the system is missing; with RTL_TEST_REQUIRE=all that is a failure."""
    kalimat = f"{program} tidak ada; pasang paket Debian '{paket}'"
    if os.environ.get("RTL_TEST_REQUIRE") == "all":
        pytest.fail(kalimat)
    pytest.skip(kalimat)


@pytest.fixture(scope="session")
def soffice() -> Path:
    """LibreOffice, or a skip with the package that brings it."""
    ditemukan = shutil.which("soffice") or shutil.which("libreoffice")
    if ditemukan is None:
        tanpa("LibreOffice", "libreoffice-writer")
    return Path(str(ditemukan))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Address of an empty PostgreSQL database of this test run."""
    nama = f"rtl_uji_{os.getpid()}"
    pengurus = create_engine(f"{POSTGRES}/postgres", isolation_level="AUTOCOMMIT")
    try:
        with pengurus.connect() as koneksi:
            koneksi.execute(text(f"CREATE DATABASE {nama}"))
    except OperationalError:
        tanpa("PostgreSQL", "postgresql")
    yield f"{POSTGRES}/{nama}"
    with pengurus.connect() as koneksi:
        koneksi.execute(text(f"DROP DATABASE {nama} WITH (FORCE)"))
    pengurus.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty, migrated database; every test that takes it runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        engine = buat_engine(f"sqlite:///{tmp_path / 'uji.db'}")
    else:
        engine = buat_engine(request.getfixturevalue("postgres"))
        with engine.begin() as koneksi:
            koneksi.execute(text("DROP SCHEMA public CASCADE"))
            koneksi.execute(text("CREATE SCHEMA public"))
    migrasikan(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def engine_sqlite(tmp_path: Path) -> Iterator[Engine]:
    """An empty, migrated SQLite database."""
    engine = buat_engine(f"sqlite:///{tmp_path / 'uji.db'}")
    migrasikan(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def tulis_csv(tmp_path: Path) -> Callable[..., Path]:
    """Write a folder of CSV from sheets given as lists of rows; returns the folder."""

    def tulis(nama: str = "buku", **lembar: list[list[object]]) -> Path:
        folder = tmp_path / nama
        folder.mkdir(exist_ok=True)
        for judul, baris in lembar.items():
            isi = "\n".join(",".join(f'"{str(sel).replace(chr(34), chr(34) * 2)}"' for sel in satu) for satu in baris)
            (folder / f"{judul}.csv").write_text(isi + "\n", encoding="utf-8")
        return folder

    return tulis
