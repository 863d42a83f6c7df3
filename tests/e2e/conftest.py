"""A real server in a process of its own on the demo instansi, Debian's Chromium, and people who log in with it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from sqlalchemy.orm import Session

from rtl_tracker.config import read_settings
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.peran import Peran, pelaku_program
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine, session_tulis
from rtl_tracker.storage.suntingan_repository import Suntingan, simpan_suntingan
from rtl_tracker.storage.templat_repository import tambah_templat
from rtl_tracker.storage.versi_repository import IsiBeku, VersiLaporan, tambah_versi
from rtl_tracker.usecases.kelola_pengguna import tambah_pengguna
from rtl_tracker.usecases.muat_demo import muat_demo
from rtl_tracker.usecases.pekerjaan_dokumen import catat_gagal, pesan_dokumen
from tests.conftest import tanpa
from tests.e2e.orang import BAHASA, Catatan, Server, masuk_pertama_kali

expect.set_options(timeout=20_000)
AKAR = Path(__file__).parents[2]
ARGUMEN = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync"]  # fmt: skip
KODE_SERVER = (
    "from rtl_tracker.config import read_settings; from rtl_tracker.app import serve; "
    "serve(read_settings(), port=0, siap=lambda alamat: print(alamat, flush=True))"
)
AKUN_UNIT = (
    ("operator.draf", "Operator Rumah Sakit", Peran.OPERATOR_UPP, 16),
    ("kepala.unit", "Kepala Unit", Peran.PIMPINAN, 1),
)
PEKERJAAN_GAGAL = "pekerjaan-gagal"
KODE_VERSI = "kode-versi-contoh"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium, or a skip with the package that brings it; a failure with RTL_TEST_REQUIRE=all."""
    program = shutil.which("chromium")
    if program is None:
        tanpa("Chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMEN)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The data folder of the demo, and the one-time password of every account. Beside the demo's own: two of single units."""
    folder = tmp_path_factory.mktemp("e2e")
    settings, now = read_settings({"RTL_DATA_DIR": str(folder)}), datetime.now(UTC)
    engine = buat_engine(settings.database_url)
    migrasikan(engine)
    with session_tulis(engine) as session:
        dimuat = muat_demo(session, GudangBukti(settings.folder_bukti, settings.folder_tampil), now=now)
        lain = [tambah_pengguna(session, pelaku_program(), now, *satu) for satu in AKUN_UNIT]
        pesan_dokumen(
            session, Pesanan(JenisKerja.DOKUMEN, PermintaanDokumen(JenisDokumen.TAHUNAN, 2022)), PEKERJAAN_GAGAL, now, None
        )
        catat_gagal(session, PEKERJAAN_GAGAL, "Data tahun ini belum lengkap.", now)
        _dokumen_contoh(session, now)
    engine.dispose()
    return folder, {a.nama_masuk: a.sandi for a in [*(a for a, _ in dimuat.akun), *lain]}


def _dokumen_contoh(session: Session, now: datetime) -> None:
    """A frozen version whose figures have changed since, an edited text, an own template with a finding."""
    tahunan = PermintaanDokumen(JenisDokumen.TAHUNAN, 2021)
    beku = VersiLaporan(
        0, KODE_VERSI, tahunan, 0, "Laporan SKM 2021", "Versi pertama", "x/y.docx", {"docx": "a" * 64}, "Sari", now
    )
    isi = IsiBeku({}, [["ikm_instansi", "IKM instansi", "80,00"]], {"maksud": ["Teks lama."]}, [])
    tambah_versi(session, beku, isi, None)
    simpan_suntingan(session, tahunan.kunci, Suntingan("maksud", "Maksud {{ nama_instansi }}.", 1, "Sari", now))
    temuan = {"tingkat": "galat", "kelompok": "penanda", "kalimat": "Penanda [[indeks]] tidak ada."}
    tambah_templat(session, "tahunan", "Kop.docx", b"PK", [temuan], "Sari", now)


@pytest.fixture(scope="session")
def jalankan() -> Iterator[Callable[..., Server]]:
    """Start a server on a data folder; all are stopped at the end."""
    proses: list[subprocess.Popen[str]] = []

    def mulai(folder: Path, sandi: dict[str, str] | None = None) -> Server:
        lingkungan = {k: v for k, v in os.environ.items() if not k.startswith("RTL_")} | {"RTL_DATA_DIR": str(folder)}
        satu = subprocess.Popen(
            [sys.executable, "-c", KODE_SERVER], cwd=AKAR, env=lingkungan, stdout=subprocess.PIPE, text=True
        )
        proses.append(satu)
        assert satu.stdout is not None
        return Server(satu.stdout.readline().strip(), satu, folder, dict(sandi or {}))

    yield mulai
    for satu in proses:
        satu.terminate()
        satu.wait(timeout=30)


@pytest.fixture(scope="session")
def server(
    demo: tuple[Path, dict[str, str]], jalankan: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory
) -> Server:
    """The server, on a copy of the demo, that tests share. What they do there must not stand in each other's way."""
    folder, sandi = demo
    return jalankan(shutil.copytree(folder, tmp_path_factory.mktemp("bersama") / "data"), sandi)


@pytest.fixture
def server_sendiri(
    demo: tuple[Path, dict[str, str]], jalankan: Callable[..., Server], tmp_path: Path
) -> Iterator[Callable[[], Server]]:
    """Start a server on a copy of the demo, for a test that changes more than others can bear."""
    folder, sandi = demo
    hidup: list[Server] = []

    def mulai() -> Server:
        shutil.copytree(folder, tmp_path / "data")
        hidup.append(jalankan(tmp_path / "data", sandi))
        return hidup[-1]

    yield mulai
    for satu in hidup:
        satu.proses.terminate()


@pytest.fixture
def buka(chromium: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Open a page of a given width, logged in as an account of the server (None: nobody); its console must stay empty."""
    konteks: list[BrowserContext] = []
    catatan = Catatan()

    def halaman(nama: str | None = "organisasi", di: Server = server, lebar: int = 1280, javascript: bool = True) -> Page:
        baru = chromium.new_context(
            viewport={"width": lebar, "height": 800},
            base_url=di.alamat,
            locale=BAHASA,
            java_script_enabled=javascript,
            accept_downloads=True,
            storage_state=None if nama is None else masuk_pertama_kali(chromium, di, nama),
        )
        konteks.append(baru)
        return catatan.ikuti(baru.new_page())

    yield halaman
    for satu in konteks:
        satu.close()
    assert catatan.pesan == []
