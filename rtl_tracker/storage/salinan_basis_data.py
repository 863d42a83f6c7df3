"""A consistent copy of the database while others write to it, and such a copy put back into an empty one."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, create_engine, inspect, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from rtl_tracker.resources import resource
from rtl_tracker.storage.jejak_repository import mulai_potret
from rtl_tracker.storage.manifes_cadangan import CadanganDitolak
from rtl_tracker.storage.session import buat_engine

HALAMAN = 4096
TANPA_PROGRAM = "PostgreSQL memerlukan program {}, yang tidak ditemukan; pasang paket Debian postgresql-client."
TANPA_DATA = "Basis data tidak ada atau belum berisi; periksa RTL_DATA_DIR dan RTL_DATABASE_URL."
Lapor = Callable[[int], None]


def dialek(database_url: str) -> str:
    """The kind of database of an address: sqlite or postgresql."""
    return make_url(database_url).get_backend_name()


def berkas_sqlite(database_url: str) -> Path | None:
    """The file of a SQLite database (absolute); None for another kind. Raises CadanganDitolak for one that lives in memory."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        return None
    if not url.database or url.database == ":memory:":
        raise CadanganDitolak("Basis data ini hanya ada dalam ingatan; isi RTL_DATABASE_URL dengan sebuah berkas.")
    return Path(url.database).absolute()


@contextmanager
def salin_basis_data(database_url: str, tujuan: Path, lapor: Lapor) -> Iterator[Session]:
    """Copy the database to a new file; yields a session that sees exactly what was copied.

    SQLite: through its backup interface inside one read transaction, which waits for no writer and holds none up. PostgreSQL:
    pg_dump (custom format) at an exported snapshot. Raises CadanganDitolak, OSError.
    """
    asal = berkas_sqlite(database_url)
    if asal is None:
        with _salin_postgres(database_url, tujuan) as session:
            yield session
    else:
        _salin_sqlite(asal, tujuan, lapor)
        with _baca_berkas(tujuan) as session:
            yield session


def skema(session: Session) -> str:
    """Revision of the schema. Raises CadanganDitolak for a database that this program never touched."""
    revisi = MigrationContext.configure(session.connection()).get_current_revision()
    if revisi is None:
        raise CadanganDitolak(TANPA_DATA)
    return revisi


def basis_data_rusak(session: Session) -> bool:
    """Whether SQLite finds its own file damaged; PostgreSQL watches over its files by itself."""
    if session.get_bind().dialect.name != "sqlite":
        return False
    return [b[0] for b in session.execute(text("PRAGMA quick_check(1)"))] != ["ok"]


@cache
def revisi_dikenal() -> tuple[str, ...]:
    """The revisions of the schema that this program can bring to head, the newest (head) first."""
    return tuple(r.revision for r in ScriptDirectory(str(resource("migrations"))).walk_revisions())


def pastikan_kosong(database_url: str) -> None:
    """Raises CadanganDitolak when the database to be filled is there already (SQLite), holds a table, or is out of reach."""
    berkas = berkas_sqlite(database_url)
    if berkas is not None:
        if any(berkas.with_name(f"{berkas.name}{akhir}").exists() for akhir in ("", "-wal", "-shm")):
            raise CadanganDitolak(f"Basis data {berkas} sudah ada; pindahkan dahulu, lalu ulangi.")
        return
    _program("pg_restore")
    engine = create_engine(database_url, poolclass=NullPool)
    try:
        terisi = any(inspect(engine).get_table_names(schema=s) for s in _skema_pengguna(inspect(engine).get_schema_names()))
    except DBAPIError as galat:
        raise CadanganDitolak(
            "Basis data PostgreSQL tidak dapat dihubungi; buat basis data kosong dan periksa RTL_DATABASE_URL."
        ) from galat
    if terisi:
        raise CadanganDitolak("Basis data PostgreSQL itu sudah berisi tabel; pulihkan ke basis data baru yang kosong.")


def isi_postgres(database_url: str, asal: Path) -> None:
    """Fill an empty PostgreSQL database from a dump, whole or not at all. Raises CadanganDitolak."""
    pilihan = ("--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges")
    _jalankan("pg_restore", database_url, *pilihan, str(asal))


def _salin_sqlite(asal: Path, tujuan: Path, lapor: Lapor) -> None:
    if not asal.is_file():
        raise CadanganDitolak(TANPA_DATA)
    os.close(os.open(tujuan, os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with (
            closing(sqlite3.connect(asal, timeout=15, isolation_level=None)) as sumber,
            closing(sqlite3.connect(tujuan)) as salinan,
        ):
            sumber.execute("BEGIN")
            sumber.execute("SELECT count(*) FROM sqlite_master").fetchone()
            sumber.backup(salinan, pages=HALAMAN, progress=lambda _, sisa, semua: lapor(100 - 100 * sisa // max(semua, 1)))
    except sqlite3.Error as galat:
        if getattr(galat, "sqlite_errorname", "") == "SQLITE_FULL":
            raise CadanganDitolak(f"Ruang penyimpanan penuh; {asal.name} tidak dapat disalin.") from galat
        raise CadanganDitolak(f"Basis data {asal} tidak dapat disalin: berkas atau cakramnya bermasalah.") from galat


@contextmanager
def _baca_berkas(berkas: Path) -> Iterator[Session]:
    """A session on a finished copy that leaves not a byte of it changed."""
    alamat = f"{berkas.absolute().as_uri()}?immutable=1"
    engine = create_engine(f"sqlite:///{berkas}", creator=lambda: sqlite3.connect(alamat, uri=True), poolclass=NullPool)
    with Session(engine) as session:
        yield session


@contextmanager
def _salin_postgres(database_url: str, tujuan: Path) -> Iterator[Session]:
    _program("pg_dump")
    engine = buat_engine(database_url)
    try:
        with Session(engine) as session:
            try:
                mulai_potret(session)
                potret = session.execute(text("SELECT pg_export_snapshot()")).scalar_one()
            except DBAPIError as galat:
                raise CadanganDitolak("Basis data PostgreSQL tidak dapat dihubungi; periksa RTL_DATABASE_URL.") from galat
            skema(session)
            pilihan = ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={potret}", f"--file={tujuan}")
            _jalankan("pg_dump", database_url, *pilihan)
            yield session
    finally:
        engine.dispose()


def _skema_pengguna(nama: list[str]) -> list[str]:
    return [n for n in nama if n != "information_schema" and not n.startswith("pg_")]


def _program(nama: str) -> str:
    jalur = shutil.which(nama)
    if jalur is None:
        raise CadanganDitolak(TANPA_PROGRAM.format(nama))
    return jalur


def _jalankan(nama: str, database_url: str, *argumen: str) -> None:
    """Run a program of PostgreSQL; the password travels in its environment, where other users cannot list it."""
    url = make_url(database_url)
    alamat = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    sandi = {} if url.password is None else {"PGPASSWORD": str(url.password)}
    perintah = [_program(nama), "--no-password", f"--dbname={alamat.render_as_string(hide_password=False)}", *argumen]
    hasil = subprocess.run(perintah, env={**os.environ, **sandi}, capture_output=True, text=True, errors="replace", check=False)
    if hasil.returncode != 0:
        sebab = next((b for b in hasil.stderr.splitlines() if b.strip()), f"kode {hasil.returncode}")
        raise CadanganDitolak(f"{nama} gagal: {sebab.strip()}")
