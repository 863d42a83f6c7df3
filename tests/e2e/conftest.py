"""A real server in a process of its own, and Debian's Chromium."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine, session_tulis
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja

AKAR = Path(__file__).parents[2]
ARGUMEN = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync"]  # fmt: skip
KODE_SERVER = (
    "from rtl_tracker.config import read_settings; from rtl_tracker.app import serve; "
    "serve(read_settings(), port=0, siap=lambda alamat: print(alamat, flush=True))"
)


@dataclass
class Server:
    """A running server: its address and its process."""

    alamat: str
    proses: subprocess.Popen[str]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium, or a skip with the package that brings it; a failure with RTL_TEST_REQUIRE=all."""
    program = shutil.which("chromium")
    if program is None:
        kalimat = "Chromium tidak ada; pasang paket Debian 'chromium'"
        if os.environ.get("RTL_TEST_REQUIRE") == "all":
            pytest.fail(kalimat)
        pytest.skip(kalimat)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMEN)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def folder_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with Kabupaten Bengkayang 2021."""
    folder = tmp_path_factory.mktemp("e2e")
    engine = buat_engine(f"sqlite:///{folder / 'rtl-tracker.db'}")
    migrasikan(engine)
    with session_tulis(engine) as session:
        impor_buku_kerja(session, AKAR / "tests" / "data" / "bengkayang_2021", 2021, now=datetime(2022, 1, 1, tzinfo=UTC))
    engine.dispose()
    return folder


@pytest.fixture(scope="session")
def jalankan() -> Iterator[Callable[[Path], Server]]:
    """Start a server on a data folder; all are stopped at the end."""
    proses: list[subprocess.Popen[str]] = []

    def mulai(folder: Path) -> Server:
        lingkungan = {k: v for k, v in os.environ.items() if not k.startswith("RTL_")} | {"RTL_DATA_DIR": str(folder)}
        satu = subprocess.Popen(
            [sys.executable, "-c", KODE_SERVER], cwd=AKAR, env=lingkungan, stdout=subprocess.PIPE, text=True
        )
        proses.append(satu)
        assert satu.stdout is not None
        return Server(satu.stdout.readline().strip(), satu)

    yield mulai
    for satu in proses:
        satu.terminate()
        satu.wait(timeout=30)


@pytest.fixture(scope="session")
def server(folder_data: Path, jalankan: Callable[[Path], Server]) -> Server:
    """The server of Kabupaten Bengkayang 2021."""
    return jalankan(folder_data)
