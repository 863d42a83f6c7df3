"""The command jejak verifikasi: what it prints where, its exit codes, and a head noted earlier."""

import json

import pytest
from sqlalchemy import text

from rtl_tracker.domain.bukti import Bukti, JenisBukti
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import pelaku_program
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.bukti_repository import tambah_bukti
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.rtl_repository import tambah_rtl
from rtl_tracker.storage.session import buat_engine, session_tulis
from tests.cetakan import kosongkan
from tests.usecases.isi_antrean import KINI


@pytest.fixture(params=["sqlite", "postgresql"])
def basis(request, data, monkeypatch):
    """The database that the commands use, at head and empty."""
    if request.param == "sqlite":
        data.mkdir()
        alamat = f"sqlite:///{data / 'uji.db'}"
    else:
        alamat = request.getfixturevalue("postgres")
    monkeypatch.setenv("RTL_DATABASE_URL", alamat)
    engine = buat_engine(alamat)
    kosongkan(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def tulis(basis):
    """Append records; returns the hash of the head."""

    def jalan(banyak):
        with session_tulis(basis) as session:
            for i in range(banyak):
                catat_jejak(session, pelaku_program(), KINI, JenisJejak.EKSPOR, Objek.HALAMAN, catatan=f"Berkas {i}")
            return session.execute(text("SELECT hash FROM kepala_jejak")).scalar_one()

    return jalan


def test_a_whole_trail_is_said_with_its_head_to_note(jalankan, tulis):
    kepala = tulis(3)
    kode, keluar, galat = jalankan("jejak", "verifikasi")
    assert (kode, galat) == (0, "")
    assert keluar.startswith(f"Jejak audit utuh: 3 catatan.\nKepala: {kepala}\n")


def test_a_broken_trail_is_one_sentence_per_break_on_standard_error(jalankan, tulis, basis):
    tulis(6)
    with basis.begin() as koneksi:
        koneksi.execute(text("DELETE FROM jejak WHERE nomor IN (2, 6)"))
        koneksi.execute(text("UPDATE jejak SET pelaku = 'lain' WHERE nomor = 4"))
    kode, keluar, galat = jalankan("jejak", "verifikasi")
    assert (kode, galat.splitlines()) == (
        1,
        [
            "Jejak tidak utuh: Catatan 2 tidak ada.",
            "Jejak tidak utuh: Isi catatan 4 berubah sejak ditulis.",
            "Jejak tidak utuh: Catatan 6 tidak ada.",
        ],
    )
    assert "utuh" not in keluar


def test_the_json_document_says_the_same_and_is_alone(jalankan, tulis, basis):
    kepala = tulis(2)
    assert json.loads(jalankan("jejak", "verifikasi", "--json")[1]) == {
        "utuh": True,
        "catatan": 2,
        "kepala": kepala,
        "putus": [],
        "bukti_rusak": [],
        "versi_rusak": [],
        "publikasi_rusak": [],
        "media_rusak": [],
    }
    with basis.begin() as koneksi:
        koneksi.execute(text("DELETE FROM jejak WHERE nomor = 2"))
    kode, keluar, galat = jalankan("jejak", "verifikasi", "--json")
    isi = json.loads(keluar)
    assert (kode, galat) == (1, "")
    assert (isi["utuh"], isi["putus"]) == (False, [{"nomor": 2, "kalimat": "Catatan 2 tidak ada."}])


def test_a_head_noted_earlier_is_still_part_of_the_chain_or_not(jalankan, tulis):
    dicatat = tulis(2)
    tulis(3)
    kode, keluar, _ = jalankan("jejak", "verifikasi", "--kepala", dicatat.upper())
    assert kode == 0
    assert "Kepala yang dicatat masih bagian dari rantai: catatan 2." in keluar
    kode, _, galat = jalankan("jejak", "verifikasi", "--kepala", "0f" * 32)
    assert kode == 1
    assert "Kepala yang Anda catat bukan lagi bagian dari rantai" in galat


@pytest.mark.parametrize("argumen", [["jejak"], ["jejak", "verifikasi", "--kepala", "abc"], ["jejak", "hapus"]])
def test_wrong_usage_is_one_sentence_and_exit_2(jalankan, argumen):
    kode, keluar, galat = jalankan(*argumen)
    assert (kode, keluar, galat.count("\n")) == (2, "", 1)


def test_an_empty_database_has_a_whole_trail(jalankan):
    kode, keluar, galat = jalankan("jejak", "verifikasi")
    assert (kode, galat) == (0, "")
    assert keluar.startswith("Jejak audit utuh: 0 catatan.")


def test_a_file_of_bukti_that_was_changed_on_the_disk_is_named_with_its_rtl(jalankan, basis, tmp_path, monkeypatch):
    monkeypatch.setenv("RTL_DATA_DIR", str(tmp_path / "berkas"))
    gudang = GudangBukti(tmp_path / "berkas" / "bukti", tmp_path / "berkas" / "bukti-tampil")
    hash_ = gudang.simpan(b"isi asli")
    with session_tulis(basis) as session:
        rtl = Rtl(0, None, 2022, Periode.S1, Unsur.WAKTU, "", "Menambah loket")
        (rtl_id,) = tambah_rtl(session, [rtl])
        tambah_bukti(session, Bukti(0, rtl_id, JenisBukti.BERKAS, sha256=hash_, nama_berkas="a.pdf"), None, KINI)
    assert jalankan("jejak", "verifikasi")[0] == 0
    gudang.jalur(hash_).write_bytes(b"isi palsu")
    kode, _, galat = jalankan("jejak", "verifikasi")
    assert (kode, galat.strip()) == (1, f"Berkas bukti RTL nomor {rtl_id} hilang atau berubah (SHA-256 {hash_}).")
