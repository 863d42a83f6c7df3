"""The wheel is the same program: everything it needs is inside and found from any folder."""

import subprocess
import sys
import zipfile
from pathlib import Path

AKAR = Path(__file__).parents[2]


def test_the_wheel_holds_templates_word_templates_migrations_and_the_demo_and_runs_elsewhere(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(AKAR)], check=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as arsip:
        arsip.extractall(tmp_path / "terpasang")
    (tmp_path / "lain").mkdir()
    perintah = "import sys; from rtl_tracker.cli import main; sys.exit(main(['demo', '--laporan']))"
    lingkungan = {
        "PYTHONPATH": str(tmp_path / "terpasang"),
        "RTL_DATA_DIR": str(tmp_path / "lain" / "data"),
        "PATH": "/nonexistent",
    }
    hasil = subprocess.run(
        [sys.executable, "-c", perintah], cwd=tmp_path / "lain", env=lingkungan, capture_output=True, text=True, check=False
    )
    assert hasil.returncode == 0, hasil.stderr
    assert "17 UPP" in hasil.stdout
    assert len(list((tmp_path / "lain" / "data" / "laporan").glob("*.docx"))) == 1
    halaman = (
        "import os; from rtl_tracker.app import create_app; from rtl_tracker.config import read_settings; import rtl_tracker; "
        "print(rtl_tracker.__file__); print(create_app(read_settings()).test_client().get('/masuk', base_url='http://127.0.0.1:8000').status_code)"
    )
    hasil = subprocess.run(
        [sys.executable, "-c", halaman], cwd=tmp_path / "lain", env=lingkungan, capture_output=True, text=True, check=True
    )
    asal, kode = hasil.stdout.split()
    assert asal.startswith(str(tmp_path))
    assert kode == "200"
