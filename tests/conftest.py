"""Fixtures that more than one folder of tests shares: real databases, LibreOffice, and what to do where one is missing."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from rtl_tracker.storage.session import buat_engine
from tests.cetakan import kosongkan

DATA = Path(__file__).parent / "data"
POSTGRES = "postgresql+psycopg://postgres@127.0.0.1"


def pytest_collection_finish() -> None:
    """What was imported stays for good: the garbage collector need not walk through it a hundred times."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


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
            koneksi.execute(text(f"ALTER DATABASE {nama} SET synchronous_commit TO off"))
    except OperationalError:
        tanpa("PostgreSQL", "postgresql")
    yield f"{POSTGRES}/{nama}"
    with pengurus.connect() as koneksi:
        koneksi.execute(text(f"DROP DATABASE {nama} WITH (FORCE)"))
    pengurus.dispose()


@pytest.fixture(scope="session")
def folder_basis_data() -> Iterator[Path]:
    """Where the SQLite databases of this test run lie: in memory where the system has such a folder, so that no test waits for the disk."""
    memori = "/dev/shm"
    with TemporaryDirectory(prefix="rtl_uji_", dir=memori if os.access(memori, os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def mesin() -> Callable[[str], Engine]:
    """The engine of an address. It is kept for the whole run, for it knows the statements that SQLAlchemy has compiled."""
    return cache(buat_engine)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, mesin: Callable[[str], Engine]) -> Iterator[Engine]:
    """An empty, migrated database; every test that takes it runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        alamat = f"sqlite:///{request.getfixturevalue('folder_basis_data') / 'uji.db'}"
    else:
        alamat = request.getfixturevalue("postgres")
    yield from _kosong(mesin(alamat))


@pytest.fixture
def engine_sqlite(folder_basis_data: Path, mesin: Callable[[str], Engine]) -> Iterator[Engine]:
    """An empty, migrated SQLite database."""
    yield from _kosong(mesin(f"sqlite:///{folder_basis_data / 'uji.db'}"))


def _kosong(engine: Engine) -> Iterator[Engine]:
    kosongkan(engine)
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
