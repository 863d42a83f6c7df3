"""The commands that write files: templat-impor and laporan."""

import os

import pytest
from sqlalchemy import Engine, event

from tests.conftest import DATA

BENGKAYANG, PONTIANAK = DATA / "bengkayang_2021", DATA / "pontianak_2023"


def test_the_blank_workbook_is_written_and_reads_as_empty(jalankan, tmp_path):
    berkas = tmp_path / "buku kerja.xlsx"
    assert jalankan("templat-impor", "--keluar", berkas)[0] == 0
    kode, keluar, galat = jalankan("impor", berkas, "--tahun", 2023)
    assert (kode, galat) == (0, "")
    assert keluar.endswith("Tidak ada perubahan.\n")


def test_a_workbook_that_may_be_filled_is_never_overwritten_unasked(jalankan, tmp_path):
    berkas = tmp_path / "isi.xlsx"
    berkas.write_bytes(b"kerja seharian")
    kode, _, galat = jalankan("templat-impor", "--keluar", berkas)
    assert kode == 1
    assert "sudah ada" in galat
    assert berkas.read_bytes() == b"kerja seharian"
    assert jalankan("templat-impor", "--keluar", berkas, "--timpa")[0] == 0


def test_a_full_disk_leaves_the_old_file_and_no_half_one(jalankan, tmp_path, monkeypatch):
    berkas = tmp_path / "t.xlsx"
    jalankan("templat-impor", "--keluar", berkas)
    lama = berkas.read_bytes()

    def penuh(_nomor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", penuh)
    kode, _, galat = jalankan("templat-impor", "--keluar", berkas)
    assert kode == 1
    assert "ruang penyimpanan penuh" in galat
    assert berkas.read_bytes() == lama
    assert [p.name for p in tmp_path.glob("*t.xlsx*")] == ["t.xlsx"]


def test_no_room_for_the_database_is_one_sentence_and_stores_nothing(jalankan, tulis_csv):
    assert jalankan("migrate")[0] == 0
    besar = tulis_csv(upp=[["nama", "alamat"], *[[f"Dinas {i}", "x" * 1000] for i in range(400)]])

    def batasi(connection):
        connection.exec_driver_sql("PRAGMA max_page_count = 100")

    event.listen(Engine, "begin", batasi)
    try:
        kode, keluaran, galat = jalankan("impor", besar, "--tahun", "2023", "--json")
    finally:
        event.remove(Engine, "begin", batasi)
    assert (kode, keluaran) == (1, "")
    assert "Ruang penyimpanan penuh" in galat
    assert jalankan("impor", besar, "--tahun", "2023", "--cek", "--json")[1].count('"upp": 400') == 1


@pytest.mark.parametrize(("tujuan", "sebab"), [("tiada/x.docx", "foldernya tidak ada"), ("map.docx", "itu nama sebuah folder")])
def test_a_place_that_cannot_be_written_is_refused_before_the_work(tujuan, sebab, jalankan, tmp_path):
    (tmp_path / "map.docx").mkdir()
    kode, keluar, galat = jalankan("laporan", "tahunan", "--tahun", 2021, "--keluar", tmp_path / tujuan)
    assert (kode, keluar) == (1, "")
    assert sebab in galat


def test_a_report_of_a_year_without_results_is_refused(jalankan, tmp_path):
    kode, _, galat = jalankan("laporan", "tahunan", "--tahun", 2021, "--keluar", tmp_path / "x.docx")
    assert kode == 1
    assert galat.count("\n") == 1
    assert not (tmp_path / "x.docx").exists()


def test_without_libreoffice_word_is_made_with_a_warning_and_pdf_is_refused(jalankan, tmp_path, monkeypatch):
    jalankan("impor", BENGKAYANG, "--tahun", 2021)
    monkeypatch.setenv("PATH", str(tmp_path))
    kode, _, galat = jalankan("laporan", "tahunan", "--tahun", 2021, "--keluar", tmp_path / "x.pdf")
    assert kode == 1
    assert "libreoffice-writer" in galat
    kode, keluar, galat = jalankan("laporan", "tahunan", "--tahun", 2021, "--keluar", tmp_path / "x.docx")
    assert kode == 0
    assert "x.docx" in keluar
    assert galat.startswith("Peringatan: ")
    assert (tmp_path / "x.docx").read_bytes()[:2] == b"PK"


def test_the_ending_pdf_gives_a_pdf(jalankan, tmp_path, soffice):
    jalankan("impor", BENGKAYANG, "--tahun", 2021)
    tanda_tangan = (
        "--tempat",
        "Bengkayang",
        "--tanggal-laporan",
        "10 Januari 2022",
        "--jabatan-penandatangan",
        "Sekretaris Daerah",
    )
    assert jalankan("instansi", "--tahun", 2021, *tanda_tangan, "--penandatangan", "Nama Contoh")[0] == 0
    kode, _, galat = jalankan("laporan", "tahunan", "--tahun", 2021, "--keluar", tmp_path / "x.PDF")
    assert (kode, galat) == (0, "")
    assert (tmp_path / "x.PDF").read_bytes()[:5] == b"%PDF-"
