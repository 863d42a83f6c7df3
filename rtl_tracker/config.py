"""Settings of the program, read once from the environment into one frozen object (spec 5.2)."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAMA_DIKENAL: tuple[str, ...] = (
    "RTL_DATABASE_URL",
    "RTL_DATA_DIR",
    "RTL_SECRET_KEY",
    "RTL_JOBS_URL",
    "RTL_SOFFICE",
    "RTL_BASE_URL",
    "RTL_SMTP_URL",
    "RTL_MAX_UPLOAD_MB",
    "RTL_TEST_REQUIRE",
)


class PengaturanSalah(ValueError):
    """The environment holds a name or a value that the program does not accept; str() is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the program takes from its surroundings. Folders are absolute; sizes are in megabytes."""

    database_url: str
    data_dir: Path
    secret_key: str
    jobs_url: str
    soffice: Path | None
    base_url: str
    max_upload_mb: int

    @property
    def folder_laporan(self) -> Path:
        """Where finished documents are kept."""
        return self.data_dir / "laporan"

    @property
    def folder_bukti(self) -> Path:
        """Originals of bukti, each under its SHA-256."""
        return self.data_dir / "bukti"

    @property
    def folder_tampil(self) -> Path:
        """Cache of shown copies of pictures."""
        return self.data_dir / "bukti-tampil"

    @property
    def folder_kiriman(self) -> Path:
        """Files of answers between upload and import, for a day at most."""
        return self.data_dir / "kiriman"

    @property
    def folder_grafik(self) -> Path:
        """Cache of rendered charts."""
        return self.data_dir / "grafik"

    @property
    def folder_cetak(self) -> Path:
        """Cache of PDF that LibreOffice laid out for printing."""
        return self.data_dir / "cetak"


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings; the data directory and the kept secret key are made when they are missing.

    Raises PengaturanSalah for an unknown RTL_ name, a number that is none, or a LibreOffice path that does not exist.
    """
    env = os.environ if environ is None else environ
    asing = sorted(nama for nama in env if nama.startswith("RTL_") and nama not in NAMA_DIKENAL)
    if asing:
        raise PengaturanSalah(f"Variabel lingkungan {', '.join(asing)} tidak dikenal. Daftar yang sah ada di .env.example.")
    data_dir = Path(env.get("RTL_DATA_DIR") or "var").absolute()
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Settings(
        database_url=env.get("RTL_DATABASE_URL") or f"sqlite:///{data_dir / 'rtl-tracker.db'}",
        data_dir=data_dir,
        secret_key=env.get("RTL_SECRET_KEY") or _kept_secret(data_dir),
        jobs_url=env.get("RTL_JOBS_URL") or f"sqlite:///{data_dir / 'antrean.db'}",
        soffice=_soffice(env.get("RTL_SOFFICE")),
        base_url=(env.get("RTL_BASE_URL") or "http://127.0.0.1:8000").rstrip("/"),
        max_upload_mb=_positive(env, "RTL_MAX_UPLOAD_MB", 10),
    )


def _positive(env: Mapping[str, str], nama: str, bawaan: int) -> int:
    teks = env.get(nama) or str(bawaan)
    if not teks.isdigit() or int(teks) < 1:
        raise PengaturanSalah(f"{nama} harus bilangan bulat lebih dari nol, bukan '{teks}'.")
    return int(teks)


def _soffice(teks: str | None) -> Path | None:
    if not teks:
        return None
    jalur = Path(teks)
    if not jalur.is_file():
        raise PengaturanSalah(f"RTL_SOFFICE menunjuk {teks}, tetapi berkas itu tidak ada.")
    return jalur


def _kept_secret(data_dir: Path) -> str:
    """The secret key of this installation: made once, mode 600; two processes starting at once agree on one."""
    berkas = data_dir / "kunci_rahasia"
    try:
        pegangan = os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return berkas.read_text(encoding="ascii")
    with os.fdopen(pegangan, "w", encoding="ascii") as tujuan:
        kunci = secrets.token_urlsafe(48)
        tujuan.write(kunci)
    return kunci
