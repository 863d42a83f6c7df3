"""The commands cadangkan and pulihkan: everything is in the archive, nothing else is believed, nothing half-done stays behind."""

import json
import os
import resource
import stat
import threading
from contextlib import closing
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

import pytest
from alembic import command
from sqlalchemy import text

from rtl_tracker.cli import main
from rtl_tracker.config import read_settings
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import pelaku_program
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage import salinan_basis_data
from rtl_tracker.storage.arsip_cadangan import periksa_arsip
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.manifes_cadangan import CadanganDitolak
from rtl_tracker.storage.rtl_repository import tambah_rtl
from rtl_tracker.storage.session import buat_engine, session_tulis
from rtl_tracker.usecases.cadangan import buat_cadangan
from tests.cetakan import kosongkan
from tests.perintah.isi_cadangan import BUKTI, DOCX, KINI, isi_instansi, tautan, tulis_ulang
from tests.storage.test_migrasi_0002 import _pindah


@pytest.fixture
def instansi(data, tulis_csv, jalankan):
    """A SQLite instance that holds something of everything; its data folder."""
    isi_instansi(data, tulis_csv, jalankan)
    return data


@pytest.fixture
def tujuan(tmp_path):
    """An archive to be, in a folder of its own."""
    (tmp_path / "luar").mkdir()
    return tmp_path / "luar" / "cadangan.zip"


@pytest.fixture
def pulih(monkeypatch, tmp_path):
    """Point the settings to another data folder, alone in its own folder; returns it."""
    (tmp_path / "baru").mkdir()
    monkeypatch.setenv("RTL_DATA_DIR", str(tmp_path / "baru" / "data"))
    return tmp_path / "baru" / "data"


@pytest.fixture(scope="module")
def arsip(tmp_path_factory):
    """A sound archive of an empty instance with one stray report."""
    tempat = tmp_path_factory.mktemp("arsip")
    with pytest.MonkeyPatch.context() as lingkungan:
        for nama in [n for n in os.environ if n.startswith("RTL_")]:
            lingkungan.delenv(nama)
        lingkungan.setenv("RTL_DATA_DIR", str(tempat / "data"))
        engine = buat_engine(read_settings().database_url)
        kosongkan(engine)
        engine.dispose()
        (tempat / "data" / "laporan").mkdir()
        (tempat / "data" / "laporan" / "a.docx").write_bytes(DOCX)
        assert main(["cadangkan", str(tempat / "a.zip")]) == 0
    return tempat / "a.zip"


def isi_folder(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file() and ".db" not in p.name}


def test_a_restored_instance_has_the_same_results_and_files_and_a_whole_trail(jalankan, instansi, tujuan, request):
    sebelum = jalankan("ikm", "--tahun", 2022, "--json")[1]
    asal = isi_folder(instansi)
    kode, keluar, galat = jalankan("cadangkan", tujuan)
    assert (kode, galat) == (0, "")
    assert stat.S_IMODE(tujuan.stat().st_mode) == 0o600
    folder = request.getfixturevalue("pulih")
    kode, keluar, galat = jalankan("pulihkan", tujuan)
    assert (kode, galat) == (0, "")
    assert "Jejak audit utuh: 2 catatan." in keluar
    assert "Semua berkas bukti dan versi laporan utuh." in keluar
    assert jalankan("ikm", "--tahun", 2022, "--json")[1] == sebelum
    assert isi_folder(folder) == {n: isi for n, isi in asal.items() if ".paket-" not in n}
    assert [p.name for p in folder.parent.iterdir()] == ["data"]


def test_the_backup_is_an_event_of_the_living_trail_and_not_of_its_own_copy(jalankan, instansi, tujuan, request):
    dalam = json.loads(jalankan("cadangkan", tujuan, "--json")[1])
    kini = json.loads(jalankan("jejak", "verifikasi", "--json")[1])
    assert (dalam["kepala"]["catatan"], kini["catatan"]) == (2, 3)
    assert (dalam["masalah"], dalam["skema"], dalam["basis_data"], dalam["berkas"]) == ([], "0006", "sqlite", 4)
    request.getfixturevalue("pulih")
    pulih = json.loads(jalankan("pulihkan", tujuan, "--json")[1])
    assert (pulih["utuh"], pulih["kepala_kini"], pulih["rusak"]) == (True, dalam["kepala"], [])


def test_what_was_committed_before_is_in_a_copy_taken_while_others_write(jalankan, instansi, tujuan, monkeypatch, tmp_path):
    monkeypatch.setattr(salinan_basis_data, "HALAMAN", 1)
    engine, berhenti, tertulis = buat_engine(read_settings().database_url), threading.Event(), []

    def menulis():
        while not berhenti.is_set():
            with session_tulis(engine) as session:
                catat_jejak(session, pelaku_program(), KINI, JenisJejak.EKSPOR, Objek.HALAMAN, catatan="x" * 3000)
            tertulis.append(1)

    penulis = threading.Thread(target=menulis)
    penulis.start()
    try:
        while len(tertulis) < 3:
            berhenti.wait(0.001)
        sebelum = len(tertulis)
        kode, keluar, _ = jalankan("cadangkan", tujuan, "--json")
        selama = len(tertulis) - sebelum
    finally:
        berhenti.set()
        penulis.join()
        engine.dispose()
    banyak = json.loads(keluar)["kepala"]["catatan"]
    assert kode == 0
    assert selama > 0
    assert 2 + sebelum <= banyak <= 2 + len(tertulis)
    monkeypatch.setenv("RTL_DATA_DIR", str(tmp_path / "baru"))
    assert jalankan("pulihkan", tujuan)[0] == 0
    with closing(buat_engine(read_settings().database_url).raw_connection()) as koneksi:
        assert koneksi.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert koneksi.execute("SELECT count(*) FROM jejak").fetchone() == (banyak,)


def test_a_damaged_file_of_bukti_or_version_is_told_and_the_rest_is_saved(jalankan, instansi, tujuan, request):
    (berkas,) = (instansi / "bukti").rglob("?" * 64)
    berkas.write_bytes(b"lain")
    (instansi / "laporan" / "versi-k" / "a.docx").unlink()
    kode, keluar, galat = jalankan("cadangkan", tujuan)
    assert kode == 1
    assert f"SHA-256 {berkas.name}" in galat
    assert "versi 1 hilang atau berubah." in galat
    assert "Cadangan ditulis" in keluar
    request.getfixturevalue("pulih")
    kode, keluar, galat = jalankan("pulihkan", tujuan)
    assert (kode, galat.count("hilang atau berubah")) == (1, 2)
    assert "Jejak audit utuh" in keluar


def test_places_where_a_backup_must_not_go_are_refused(jalankan, instansi, tujuan):
    assert "di dalam folder data" in jalankan("cadangkan", instansi / "laporan" / "c.zip")[2]
    assert jalankan("cadangkan", tujuan.parent / "tiada" / "c.zip")[0] == 1
    tujuan.write_bytes(b"cadangan kemarin")
    kode, _, galat = jalankan("cadangkan", tujuan)
    assert (kode, tujuan.read_bytes()) == (1, b"cadangan kemarin")
    assert "--timpa" in galat
    assert jalankan("cadangkan", tujuan, "--timpa")[0] == 0
    assert periksa_arsip(tujuan, lambda _: None).dialek == "sqlite"


def test_an_instance_without_a_database_gives_no_archive(jalankan, tujuan):
    kode, _, galat = jalankan("cadangkan", tujuan)
    assert (kode, galat.count("\n")) == (1, 1)
    assert "Basis data tidak ada" in galat
    assert list(tujuan.parent.iterdir()) == []


def test_a_full_disk_and_an_interruption_leave_nothing_behind(jalankan, instansi, tujuan):
    lama = resource.getrlimit(resource.RLIMIT_FSIZE)
    basis = sum(p.stat().st_size for p in instansi.glob("rtl-tracker.db*"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (basis + len(BUKTI) // 2, lama[1]))
    try:
        kode, _, galat = jalankan("cadangkan", tujuan)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, lama)
    assert (kode, galat) == (1, f"rtl-tracker: Ruang penyimpanan penuh; {tujuan} tidak ditulis.\n")

    def menyela(langkah, _):
        if langkah == "mengemas berkas":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        buat_cadangan(read_settings(), tujuan, KINI, menyela)
    assert list(tujuan.parent.iterdir()) == []


def test_one_altered_byte_anywhere_or_a_missing_end_is_refused(arsip, tmp_path):
    isi, rusak = bytearray(arsip.read_bytes()), tmp_path / "rusak.zip"
    for tempat in {0, 1, 30, len(isi) - 65, len(isi) - 1, *range(0, len(isi), len(isi) // 40)}:
        isi[tempat] ^= 1
        rusak.write_bytes(isi)
        isi[tempat] ^= 1
        with pytest.raises(CadanganDitolak):
            periksa_arsip(rusak, lambda _: None)
    for ukuran in (0, 1, 63, 64, 500, len(isi) - 1):
        rusak.write_bytes(isi[:ukuran])
        with pytest.raises(CadanganDitolak):
            periksa_arsip(rusak, lambda _: None)
    rusak.write_bytes(isi)
    assert periksa_arsip(rusak, lambda _: None).skema == "0006"


SIDIK = "ab" * 32
JAHAT = {
    **{n: {"tambahan": [(ZipInfo(n), b"x", ZIP_STORED)]} for n in (
        "../x", "/etc/x", "laporan/../../x", "laporan/..", "laporan//x", "laporan\\..\\x", "C:x", "bukti/ab/x", f"bukti/cd/{SIDIK}",
        "rtl-tracker.db", "laporan/a.docx", "laporan/x\n", "laporan/ ", "laporan/",
    )},
    "a link": {"tambahan": [(tautan("laporan/b.docx"), b"/etc/passwd", ZIP_STORED)]},
    "a bomb": {"tambahan": [(ZipInfo("laporan/b.docx"), bytes(30_000_000), ZIP_DEFLATED)]},
    "an entry that is not in the manifest": {"tambahan": [(ZipInfo("laporan/b.docx"), b"x", ZIP_STORED)], "daftarkan": False},
    "an entry that is only in the manifest": {"tanpa": ["laporan/a.docx"]},
    "another checksum": {"ubah": lambda m: m["isi"][-1].update(sha256=SIDIK)},
    "another size": {"ubah": lambda m: m["isi"][-1].update(ukuran=1)},
    "no list": {"ubah": lambda m: m.pop("isi")},
    "a list of something else": {"ubah": lambda m: m.update(isi=["x"], kepala=3)},
    "a later form": {"ubah": lambda m: m.update(format=2)},
    "a newer schema": {"ubah": lambda m: m.update(skema="9999")},
    "another kind of database": {"ubah": lambda m: m.update(basis_data="postgresql")},
    "no database": {"tanpa": ["basisdata"], "ubah": lambda m: m["isi"].pop(0)},
}  # fmt: skip


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("serangan", JAHAT.values(), ids=map(ascii, JAHAT))
def test_a_hostile_archive_is_refused_with_one_sentence_before_anything_is_written(serangan, arsip, tujuan, pulih, jalankan):
    serangan = dict(serangan)
    tulis_ulang(arsip, tujuan, *serangan.pop("tambahan", ()), **serangan)
    kode, keluar, galat = jalankan("pulihkan", tujuan)
    assert (kode, keluar, galat.count("\n")) == (1, "", 1)
    assert "Terjadi kesalahan" not in galat
    assert [p for p in pulih.parent.rglob("*") if p != pulih] == []


def test_an_archive_with_a_damaged_database_is_never_moved_into_place(arsip, tujuan, pulih, jalankan):
    sampah = b"SQLite format 3\0" + b"x" * 9000
    entri = {"nama": "basisdata", "ukuran": len(sampah), "sha256": sha256(sampah).hexdigest()}
    tulis_ulang(
        arsip, tujuan, (ZipInfo("basisdata"), sampah, ZIP_STORED), tanpa=["basisdata"], daftarkan=False,
        ubah=lambda m: m["isi"].__setitem__(0, entri),
    )  # fmt: skip
    kode, _, galat = jalankan("pulihkan", tujuan)
    assert (kode, galat.count("\n")) == (1, 1)
    assert "Basis data dalam arsip ini rusak" in galat
    assert [p for p in pulih.parent.rglob("*") if p != pulih] == []


def test_a_folder_or_database_that_holds_anything_is_left_alone(arsip, jalankan, pulih, monkeypatch, tmp_path):
    pulih.mkdir()
    (pulih / "kunci_rahasia").write_text("lama")
    kode, _, galat = jalankan("pulihkan", arsip)
    assert kode == 1
    assert "tidak kosong ('kunci_rahasia')" in galat
    (pulih / "kunci_rahasia").unlink()
    (tmp_path / "lain.db").write_bytes(b"lama")
    monkeypatch.setenv("RTL_DATABASE_URL", f"sqlite:///{tmp_path / 'lain.db'}")
    assert "sudah ada" in jalankan("pulihkan", arsip)[2]
    assert ((tmp_path / "lain.db").read_bytes(), list(pulih.iterdir())) == (b"lama", [])


def test_a_database_kept_outside_the_data_folder_is_restored_there(arsip, jalankan, pulih, monkeypatch, tmp_path):
    monkeypatch.setenv("RTL_DATABASE_URL", f"sqlite:///{tmp_path / 'lain' / 'rtl.db'}")
    assert jalankan("pulihkan", arsip)[0] == 0
    assert (tmp_path / "lain" / "rtl.db").is_file()
    assert sorted(p.name for p in pulih.iterdir()) == ["kunci_rahasia", "laporan"]


def test_a_data_folder_whose_parent_may_not_be_written_is_filled_from_within(arsip, jalankan, pulih, monkeypatch):
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    kode, _, galat = jalankan("pulihkan", arsip)
    assert (kode, galat) == (0, "")
    assert sorted(p.name for p in pulih.iterdir()) == ["kunci_rahasia", "laporan", "rtl-tracker.db"]


def test_an_older_schema_is_saved_with_a_warning_and_brought_to_head_when_restored(jalankan, data, tujuan, request):
    engine = buat_engine(read_settings().database_url)
    _pindah(engine, command.upgrade, "0004")
    engine.dispose()
    kode, _, galat = jalankan("cadangkan", tujuan)
    assert kode == 1
    assert "Skema basis data ini (0004) bukan skema program ini (0006)" in galat
    request.getfixturevalue("pulih")
    assert jalankan("pulihkan", tujuan)[0] == 0
    assert jalankan("migrate")[1] == "Skema basis data sudah mutakhir.\n"


def test_postgresql_comes_back_the_same_in_an_empty_database_only(
    jalankan, data, tulis_csv, tujuan, postgres, monkeypatch, request, arsip
):
    monkeypatch.setenv("RTL_DATABASE_URL", postgres)
    engine = buat_engine(postgres)
    kosongkan(engine)
    isi_instansi(data, tulis_csv, jalankan)
    sebelum = jalankan("ikm", "--tahun", 2022, "--json")[1]
    with monkeypatch.context() as tanpa_jalur:
        tanpa_jalur.setenv("PATH", "")
        assert "pasang paket Debian postgresql-client" in jalankan("cadangkan", tujuan)[2]
    assert jalankan("cadangkan", tujuan)[0] == 0
    folder = request.getfixturevalue("pulih")
    assert "sudah berisi tabel" in jalankan("pulihkan", tujuan)[2]
    with engine.begin() as koneksi:
        koneksi.execute(text("DROP SCHEMA public CASCADE"))
        koneksi.execute(text("CREATE SCHEMA public"))
    assert "memuat basis data SQLite, sedangkan RTL_DATABASE_URL menunjuk PostgreSQL" in jalankan("pulihkan", arsip)[2]
    kode, keluar, galat = jalankan("pulihkan", tujuan)
    assert (kode, galat) == (0, "")
    assert "Jejak audit utuh: 2 catatan." in keluar
    assert jalankan("ikm", "--tahun", 2022, "--json")[1] == sebelum
    assert sorted(p.name for p in folder.iterdir()) == ["bukti", "kunci_rahasia", "laporan"]
    with session_tulis(engine) as session:
        assert tambah_rtl(session, [Rtl(0, None, 2022, Periode.S1, Unsur.BIAYA, "", "Baru")]) == [2]
    engine.dispose()
