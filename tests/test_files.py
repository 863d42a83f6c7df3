"""Files appear whole or not at all."""

import os
import signal
import subprocess
import sys

import pytest

from rtl_tracker.files import write_whole


def test_a_failed_write_leaves_neither_the_file_nor_a_remnant(tmp_path):
    with pytest.raises(TypeError):
        write_whole(tmp_path / "berkas.bin", "bukan bita")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_killed_writer_leaves_no_half_file(tmp_path):
    tujuan = tmp_path / "berkas.bin"
    write_whole(tujuan, b"lama")
    naskah = (
        "import pathlib, sys; from rtl_tracker.files import write_whole\n"
        "print('mulai', flush=True)\n"
        "while True:\n"
        "    for isi in (b'x' * 3_000_000, b'y' * 3_000_000): write_whole(pathlib.Path(sys.argv[1]), isi)\n"
    )
    with subprocess.Popen([sys.executable, "-c", naskah, str(tujuan)], stdout=subprocess.PIPE) as penulis:
        assert penulis.stdout is not None
        assert penulis.stdout.readline() == b"mulai\n"
        while tujuan.stat().st_size == 4:
            assert penulis.poll() is None
        os.kill(penulis.pid, signal.SIGKILL)
    isi = tujuan.read_bytes()
    assert len(isi) == 3_000_000
    assert len(set(isi)) == 1
