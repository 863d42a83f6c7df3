"""A generated instansi in a database of its own, ready to be measured."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from bench.pembangkit import Ukuran, tulis_folder
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine, session_tulis
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja

NOW = datetime(2025, 1, 10, tzinfo=UTC)


def siapkan(folder: Path, ukuran: Ukuran) -> Engine:
    """Generate, migrate, import both years. Raises RuntimeError with the first refusal."""
    engine = buat_engine(f"sqlite:///{folder / f'u{ukuran.upp}r{ukuran.respons}t{ukuran.triwulan}.db'}")
    if not migrasikan(engine):
        return engine
    for lalu in (False, True):
        sumber = tulis_folder(folder / f"csv-{ukuran.upp}-{ukuran.respons}-{lalu}", ukuran, tahun_lalu=lalu)
        with session_tulis(engine) as session:
            laporan = impor_buku_kerja(session, sumber, ukuran.tahun - lalu, now=NOW, batas_mb=1000)
        if laporan.galat:
            raise RuntimeError(laporan.galat[0].kalimat)
    return engine
