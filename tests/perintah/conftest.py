"""Run commands in this process, on an empty data folder."""

import os

import pytest

from rtl_tracker.cli import main

UNSUR = ["persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarpras"]


@pytest.fixture
def data(tmp_path, monkeypatch):
    """An empty data folder that the program finds through its environment."""
    for nama in [n for n in os.environ if n.startswith("RTL_")]:
        monkeypatch.delenv(nama)
    folder = tmp_path / "data"
    monkeypatch.setenv("RTL_DATA_DIR", str(folder))
    return folder


@pytest.fixture
def jalankan(data, capfd):
    """Run a command in this process; returns (exit code, standard output, standard error)."""

    def jalan(*argv):
        try:
            kode = main([str(a) for a in argv])
        except SystemExit as selesai:
            kode = selesai.code
        keluaran = capfd.readouterr()
        return kode, keluaran.out, keluaran.err

    return jalan


@pytest.fixture
def buku_salah(tulis_csv):
    """A folder of CSV with two errors in the sheet hasil."""
    baris = [["Dinas A", "S1", *["80"] * 9, "180"], ["Dinas Aa", "S2", *["80"] * 9, "80"]]
    return tulis_csv(upp=[["nama"], ["Dinas A"]], hasil=[["upp", "periode", *UNSUR, "ikm_tercetak"], *baris])
