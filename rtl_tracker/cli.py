"""`rtl-tracker`: reads the command line, runs one command, ends with its exit code (spec 5.3)."""

import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from types import ModuleType

from rtl_tracker.config import PengaturanSalah, Settings, read_settings
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.perintah.argumen import buat_pengurai
from rtl_tracker.perintah.tolakan import DITOLAK, SALAH_PAKAI, Ditolak, SalahPakai

DIHENTIKAN = 130
PEMBACA_PERGI = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run `rtl-tracker argv`; returns the exit code. Errors are one sentence each on standard error.

    Raises SystemExit from argparse (0 after --help, 2 for wrong usage).
    """
    _siapkan_keluaran()
    try:
        argumen = buat_pengurai().parse_args(argv)
        kode = _jalankan_terjaga(argumen)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return DIHENTIKAN
    except BrokenPipeError:
        _tutup_keluaran()
        return PEMBACA_PERGI
    return kode


def _jalankan_terjaga(argumen: Namespace) -> int:
    """Run the command and turn every refusal into a sentence."""
    settings = None
    try:
        settings = _baca_settings(argumen.perintah)
        return _jalankan(argumen, settings)
    except (SalahPakai, PengaturanSalah) as galat:
        return _akhiri(str(galat), SALAH_PAKAI)
    except (Ditolak, DomainError) as galat:
        return _akhiri(str(galat), DITOLAK)
    except BrokenPipeError:
        raise
    except Exception as galat:
        return _akhiri(_kalimat_tak_terduga(galat, settings), DITOLAK)


def _baca_settings(perintah: str) -> Settings:
    """The settings. What is restored brings its own secret key: none is made in a folder that must still be empty."""
    if perintah == "pulihkan":
        return read_settings({**os.environ, "RTL_SECRET_KEY": perintah})
    return read_settings()


def _jalankan(argumen: Namespace, settings: Settings) -> int:
    """Call the command. Each group of commands loads its libraries only when it is used."""
    kelompok: ModuleType
    match argumen.perintah:
        case "serve" | "worker" | "migrate":
            from rtl_tracker.perintah import server as kelompok
        case "ikm" | "realisasi":
            from rtl_tracker.perintah import hasil as kelompok
        case "impor" | "templat-impor":
            from rtl_tracker.perintah import impor as kelompok
        case "periksa":
            from rtl_tracker.perintah import periksa as kelompok
        case "laporan":
            from rtl_tracker.perintah import laporan as kelompok
        case "instansi":
            from rtl_tracker.perintah import instansi as kelompok
        case "pengguna":
            from rtl_tracker.perintah import pengguna as kelompok
        case "jejak":
            from rtl_tracker.perintah import jejak as kelompok
        case "cadangkan" | "pulihkan":
            from rtl_tracker.perintah import cadangan as kelompok
        case _:
            from rtl_tracker.perintah import demo as kelompok
    perintah = getattr(kelompok, argumen.perintah.replace("-", "_"))
    return int(perintah(argumen, settings))


def _akhiri(kalimat: str, kode: int) -> int:
    print(f"rtl-tracker: {kalimat}", file=sys.stderr)
    return kode


def _kalimat_tak_terduga(galat: Exception, settings: Settings | None) -> str:
    """A sentence for what no command foresaw; the traceback goes into a file of the data folder, if it can be written."""
    from sqlalchemy.exc import SQLAlchemyError

    if settings is None:
        return f"Folder data tidak dapat dipakai ({type(galat).__name__}); periksa RTL_DATA_DIR dan hak aksesnya."
    berkas = settings.data_dir / "galat.log"
    with suppress(OSError), berkas.open("a", encoding="utf-8") as log:
        traceback.print_exception(galat, file=log)
    if isinstance(galat, SQLAlchemyError):
        return f"Basis data tidak dapat dipakai; periksa RTL_DATABASE_URL dan hak aksesnya (rincian di {berkas})."
    return f"Terjadi kesalahan pada program ({type(galat).__name__}); rinciannya ada di {berkas}."


def _siapkan_keluaran() -> None:
    """A terminal that lacks a letter gets a question mark instead of ending the program."""
    for aliran in (sys.stdout, sys.stderr):
        if isinstance(aliran, TextIOWrapper):
            aliran.reconfigure(errors="replace")


def _tutup_keluaran() -> None:
    """Whoever read the output has gone: let the interpreter flush what is left into nothing."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
