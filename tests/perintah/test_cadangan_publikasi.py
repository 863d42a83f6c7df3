"""Published sheets and the files of the register of media go into the backup, and damage to them is told."""

from datetime import UTC, date, datetime

import pytest

from rtl_tracker.config import read_settings
from rtl_tracker.domain.media import Media
from rtl_tracker.domain.peran import pelaku_program
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.pesanan import Pesanan
from rtl_tracker.jobs.tugas_dokumen import kerjakan
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.session import buat_engine, session_tulis
from rtl_tracker.usecases.media_publikasi import KirimanMedia, catat_media
from rtl_tracker.usecases.pekerjaan_dokumen import pesan_dokumen
from rtl_tracker.usecases.terbitkan_hasil import pesanan_terbit
from tests.perintah.conftest import UNSUR
from tests.storage.contoh_berkas import jpg
from tests.usecases.isi_publikasi import calon_kini

KINI = datetime(2023, 3, 1, 2, 0, tzinfo=UTC)


@pytest.fixture
def instansi(data, tulis_csv, jalankan, monkeypatch):
    """A published year of one unit, with a photograph in its register of media; its data folder."""
    monkeypatch.setenv("RTL_SOFFICE", "/bin/false")
    hasil = [["upp", "periode", *UNSUR, "jumlah_responden"], ["Dinas A", "TAHUNAN", *["80"] * 9, "40"]]
    assert jalankan("impor", tulis_csv(upp=[["nama"], ["Dinas A"]], hasil=hasil), "--tahun", 2022)[0] == 0
    settings = read_settings()
    engine = buat_engine(settings.database_url)
    pesanan: Pesanan = pesanan_terbit(2022, Periode.TAHUNAN, calon_kini(engine).sidik)
    with session_tulis(engine) as session:
        pesan_dokumen(session, pesanan, "kerja", KINI, None)
        kiriman = KirimanMedia(date(2023, 2, 1), Media.PAPAN_PENGUMUMAN, nama_berkas="papan.jpg", isi=jpg())
        gudang = GudangBukti(settings.folder_bukti, settings.folder_tampil)
        catat_media(session, pelaku_program(), KINI, gudang, 1, 2022, Periode.TAHUNAN, kiriman, 10)
    kerjakan(settings, engine, "kerja")
    engine.dispose()
    return data


def isi(folder):
    return {
        p.relative_to(folder): p.read_bytes()
        for nama in ("laporan", "bukti")
        for p in (folder / nama).rglob("*")
        if p.is_file()
    }


def test_what_was_published_comes_back_whole(jalankan, instansi, tmp_path, monkeypatch):
    asal = isi(instansi)
    assert {p.name for p in asal if p.suffix == ".docx"} == {"instansi.docx", "1.docx"}
    assert jalankan("jejak", "verifikasi")[0] == 0
    assert jalankan("cadangkan", tmp_path / "a.zip")[::2] == (0, "")
    monkeypatch.setenv("RTL_DATA_DIR", str(tmp_path / "baru"))
    kode, keluar, galat = jalankan("pulihkan", tmp_path / "a.zip")
    assert (kode, galat) == (0, "")
    assert "utuh" in keluar
    assert isi(tmp_path / "baru") == asal


def test_damage_to_a_sheet_or_a_photograph_is_told_by_backup_restore_and_the_check_of_the_trail(
    jalankan, instansi, tmp_path, monkeypatch
):
    (instansi / "laporan" / "publikasi-kerja" / "1.docx").unlink()
    (foto,) = (instansi / "bukti").rglob("?" * 64)
    foto.write_bytes(b"lain")
    for perintah in (("jejak", "verifikasi"), ("cadangkan", tmp_path / "a.zip")):
        kode, _, galat = jalankan(*perintah)
        assert kode == 1
        assert "Lembar IKM Publikasi hasil tahun 2022 nomor 1 hilang atau berubah." in galat
        assert f"Berkas catatan media nomor 1 hilang atau berubah (SHA-256 {foto.name})." in galat
    monkeypatch.setenv("RTL_DATA_DIR", str(tmp_path / "baru"))
    kode, _, galat = jalankan("pulihkan", tmp_path / "a.zip")
    assert (kode, galat.count("hilang atau berubah")) == (1, 2)
