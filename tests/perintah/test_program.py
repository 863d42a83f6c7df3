"""The commands demo, migrate and serve, and how a command ends."""

import os
import re
import signal
import socket
import subprocess
import sys
import time

import pytest

from tests.conftest import DATA

BENGKAYANG, PONTIANAK = DATA / "bengkayang_2021", DATA / "pontianak_2023"


def test_a_second_demo_is_refused_unless_it_may_be_left_alone(jalankan):
    kode, keluar, _ = jalankan("demo")
    assert kode == 0
    assert "17 UPP, 425 responden" in keluar
    kode, keluar, galat = jalankan("demo")
    assert (kode, keluar) == (1, "")
    assert "basis data kosong" in galat
    assert jalankan("demo", "--bila-kosong") == (0, "", "")


def test_the_report_of_the_demo_is_made_once_and_only_for_the_demo(jalankan, data, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    jalankan("demo", "--laporan")
    berkas = data / "laporan" / "laporan-skm-tahunan-2021.docx"
    saat = berkas.stat().st_mtime_ns
    assert jalankan("demo", "--bila-kosong", "--laporan") == (0, "", "")
    assert berkas.stat().st_mtime_ns == saat
    monkeypatch.setenv("RTL_DATA_DIR", str(tmp_path / "lain"))
    jalankan("impor", PONTIANAK, "--tahun", 2023)
    assert jalankan("demo", "--bila-kosong", "--laporan") == (0, "", "")
    assert not (tmp_path / "lain" / "laporan").exists()


def test_migrate_says_whether_there_was_something_to_do(jalankan):
    assert jalankan("migrate")[1] == "Skema basis data diperbarui.\n"
    assert jalankan("migrate")[1] == "Skema basis data sudah mutakhir.\n"


def test_an_unknown_rtl_variable_is_wrong_usage(jalankan, monkeypatch):
    monkeypatch.setenv("RTL_DATABSE_URL", "sqlite://")
    kode, _, galat = jalankan("ikm", "--tahun", 2021)
    assert kode == 2
    assert "RTL_DATABSE_URL" in galat


def test_a_database_that_cannot_be_opened_is_one_sentence_with_the_details_in_a_file(jalankan, monkeypatch, data, tmp_path):
    monkeypatch.setenv("RTL_DATABASE_URL", f"sqlite:///{tmp_path}/tiada/x.db")
    kode, keluar, galat = jalankan("ikm", "--tahun", 2021)
    assert (kode, keluar, galat.count("\n")) == (1, "", 1)
    assert "Basis data tidak dapat dipakai" in galat
    assert "OperationalError" in (data / "galat.log").read_text(encoding="utf-8")


def test_a_taken_port_is_one_sentence(jalankan):
    with socket.create_server(("127.0.0.1", 0)) as terpakai:
        kode, _, galat = jalankan("serve", "--port", terpakai.getsockname()[1])
    assert kode == 1
    assert "sedang dipakai" in galat


def mulai(*argv):
    """A command as somebody starts it at a terminal: Ctrl-C reaches it even where the tests themselves run in the background."""
    perintah = [sys.executable, "-m", "rtl_tracker.cli", *argv]
    return subprocess.Popen(
        perintah, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip


def test_the_server_prints_its_address_and_ends_quietly_with_ctrl_c(data):
    with mulai("serve", "--port", "0") as proses:
        baris, survei = proses.stdout.readline(), proses.stdout.readline()
        proses.send_signal(signal.SIGINT)
        _, galat = proses.communicate(timeout=30)
    alamat = re.match(r"rtl-tracker berjalan di (http://127\.0\.0\.1:\d+) ", baris)
    assert alamat is not None
    assert f"{alamat[1]}/survei;" in survei
    assert (proses.returncode, galat) == (0, "")


def test_ctrl_c_in_the_middle_of_a_report_ends_quietly_and_leaves_no_file(jalankan, data, tmp_path):
    jalankan("impor", BENGKAYANG, "--tahun", 2021)
    tujuan = tmp_path / "keluar"
    tujuan.mkdir()
    with mulai("laporan", "tahunan", "--tahun", "2021", "--keluar", str(tujuan / "x.docx")) as proses:
        while not (data / "grafik").exists() and proses.poll() is None:
            time.sleep(0.02)
        os.killpg(proses.pid, signal.SIGINT)
        _, galat = proses.communicate(timeout=60)
    assert (proses.returncode, galat) == (130, "")
    assert list(tujuan.iterdir()) == []


def test_a_reader_that_leaves_early_is_no_error(jalankan):
    jalankan("impor", PONTIANAK, "--tahun", 2023)
    with mulai("ikm", "--tahun", "2023", "--json") as proses:
        proses.stdout.close()
        galat = proses.stderr.read()
    assert galat == ""
    assert proses.returncode == 141


def test_the_progress_bar_is_drawn_for_a_terminal_only(data, jalankan, tmp_path):
    pty = pytest.importorskip("pty", reason="hanya ada pada sistem Unix")
    jalankan("impor", BENGKAYANG, "--tahun", 2021)
    induk, anak = pty.openpty()
    perintah = [
        sys.executable,
        "-m",
        "rtl_tracker.cli",
        "laporan",
        "tahunan",
        "--tahun",
        "2021",
        "--keluar",
        str(tmp_path / "x.docx"),
    ]
    proses = subprocess.run(perintah, stdout=subprocess.PIPE, stderr=anak, check=True, env=os.environ | {"PATH": str(tmp_path)})
    os.close(anak)
    tampilan = os.read(induk, 100_000).decode()
    os.close(induk)
    assert "35 % Menyusun dokumen Word" in tampilan
    assert "#" not in proses.stdout.decode()
