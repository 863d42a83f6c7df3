"""Restore a backup into an empty data folder and an empty database (spec 5.3)."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from alembic.util import CommandError
from sqlalchemy.exc import SQLAlchemyError

from rtl_tracker.config import Settings
from rtl_tracker.storage import salinan_basis_data as salinan
from rtl_tracker.storage.arsip_cadangan import keluarkan, periksa_arsip
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.manifes_cadangan import BASIS_DATA, CadanganDitolak, Manifes
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine, pabrik_session
from rtl_tracker.usecases.verifikasi_jejak import HasilVerifikasi, bukti_rusak, verifikasi_jejak, versi_rusak
from rtl_tracker.usecases.verifikasi_publikasi import media_rusak, publikasi_rusak

BASIS_DATA_RUSAK = "Basis data dalam arsip ini rusak atau tidak dapat disesuaikan dengan program ini; pakai cadangan lain."
NAMA_BASIS_DATA = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
Lapor = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class HasilPulih:
    """What was restored, and what the check of the trail, of bukti, frozen versions and publications said afterwards."""

    manifes: Manifes
    jejak: HasilVerifikasi
    rusak: tuple[str, ...]

    @property
    def utuh(self) -> bool:
        """Whether everything holds."""
        return self.jejak.utuh and not self.rusak


def pulihkan_arsip(settings: Settings, arsip: Path, lapor: Lapor) -> HasilPulih:
    """Verify the whole archive, unpack it out of sight, bring its schema to head, move it into place, check it there.

    Raises CadanganDitolak, OSError; the data folder and the database are as before then, except that a PostgreSQL database may
    have been filled when the very last step fails.
    """
    folder = settings.data_dir.resolve()
    _pastikan_folder_kosong(folder)
    salinan.pastikan_kosong(settings.database_url)
    isi = periksa_arsip(arsip, lambda p: lapor("memeriksa arsip", p))
    _pastikan_cocok(settings, isi)
    with _tempat_sementara(folder) as tempat:
        keluarkan(arsip, isi, tempat.joinpath, lambda p: lapor("mengeluarkan isi arsip", p))
        lapor("menyiapkan basis data", 100)
        _siapkan_basis_data(settings, tempat / BASIS_DATA)
        _letakkan(settings, tempat, folder)
    return _periksa(settings, isi)


def _pastikan_folder_kosong(folder: Path) -> None:
    ada = sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []
    if ada:
        raise CadanganDitolak(
            f"Folder data {folder} tidak kosong ({ada[0]!a}); pindahkan isinya, atau arahkan RTL_DATA_DIR ke folder baru."
        )


def _pastikan_cocok(settings: Settings, isi: Manifes) -> None:
    """Raises CadanganDitolak when this program, or the database it is set to, cannot take what the archive holds."""
    dialek = salinan.dialek(settings.database_url)
    if isi.dialek != dialek:
        asal, kini = (NAMA_BASIS_DATA.get(d, d) for d in (isi.dialek, dialek))
        raise CadanganDitolak(
            f"Arsip ini memuat basis data {asal}, sedangkan RTL_DATABASE_URL menunjuk {kini}; samakan dahulu."
        )
    if isi.skema not in salinan.revisi_dikenal():
        raise CadanganDitolak(
            f"Arsip ini dibuat oleh rtl-tracker {isi.versi} dengan skema {isi.skema}, yang lebih baru daripada program ini; "
            "perbarui program, lalu ulangi."
        )


@contextmanager
def _tempat_sementara(folder: Path) -> Iterator[Path]:
    """A new folder beside the data folder, or inside it where the one above may not be written; gone at the end."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    induk = folder.parent
    serumah = os.access(induk, os.W_OK) and induk.stat().st_dev == folder.stat().st_dev
    tempat = Path(mkdtemp(prefix=".pulihkan-", dir=induk if serumah else folder))
    try:
        yield tempat
    finally:
        shutil.rmtree(tempat, ignore_errors=True)


def _siapkan_basis_data(settings: Settings, basis: Path) -> None:
    """The restored database at head of its schema: SQLite still out of sight, PostgreSQL in its own place."""
    sqlite = salinan.berkas_sqlite(settings.database_url) is not None
    if not sqlite:
        salinan.isi_postgres(settings.database_url, basis)
        basis.unlink()
    engine = buat_engine(f"sqlite:///{basis}" if sqlite else settings.database_url)
    try:
        migrasikan(engine)
        with pabrik_session(engine)() as session:
            if salinan.basis_data_rusak(session):
                raise CadanganDitolak(BASIS_DATA_RUSAK)
    except (SQLAlchemyError, CommandError) as galat:
        raise CadanganDitolak(BASIS_DATA_RUSAK) from galat
    finally:
        engine.dispose()


def _letakkan(settings: Settings, tempat: Path, folder: Path) -> None:
    """Into place: the whole folder at once; one by one, the database last, where it was unpacked inside the data folder."""
    basis = salinan.berkas_sqlite(settings.database_url)
    if basis is not None:
        basis = basis.resolve()
        tujuan = tempat / basis.relative_to(folder) if basis.is_relative_to(folder) else basis
        tujuan.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.move(tempat / BASIS_DATA, tujuan)
    if tempat.parent == folder:
        for anak in sorted(tempat.iterdir(), key=lambda p: p.is_file()):
            anak.rename(folder / anak.name)
    else:
        folder.rmdir()
        tempat.rename(folder)


def _periksa(settings: Settings, isi: Manifes) -> HasilPulih:
    """The trail, which must still hold the head noted in the archive, and the files."""
    engine = buat_engine(settings.database_url)
    try:
        with pabrik_session(engine)() as session:
            jejak = verifikasi_jejak(session, None if isi.kepala is None else isi.kepala.hash)
            gudang = GudangBukti(settings.folder_bukti, settings.folder_tampil)
            rusak = (
                *bukti_rusak(session, gudang),
                *versi_rusak(session, settings.folder_laporan),
                *publikasi_rusak(session, settings.folder_laporan),
                *media_rusak(session, gudang),
            )
    finally:
        engine.dispose()
    return HasilPulih(isi, jejak, rusak)
