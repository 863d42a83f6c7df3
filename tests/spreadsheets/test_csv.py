"""Folders of CSV: encodings, separators, quoted line breaks, row numbers."""

from hashlib import sha256

import pytest

from rtl_tracker.spreadsheets.baca import baca_buku_kerja
from tests.spreadsheets.pembuat_berkas import DIKENAL, KEPALA_HASIL, galat, hasil_sah, satu_galat, sebutan


def _folder(tmp_path, **berkas):
    folder = tmp_path / "buku"
    folder.mkdir(exist_ok=True)
    for nama, isi in berkas.items():
        (folder / f"{nama}.csv").write_bytes(isi if isinstance(isi, bytes) else isi.encode())
    return folder


def _baca(folder, **pilihan):
    return baca_buku_kerja(folder, 2023, None, DIKENAL, **pilihan)


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
def test_the_separator_is_found_even_beside_decimal_commas_and_below_a_title(tmp_path, pemisah):
    baris = [
        ["REKAPITULASI; tahun 2023, semua OPD"],
        ["OPD", "Periode", "IKM"],
        ["Dinsos", "S1", "87,5"],
        ["Dishub", "S1", "88,25"],
    ]
    isi = "\n".join(pemisah.join(f'"{sel}"' if pemisah in sel else sel for sel in satu) for satu in baris)
    hasil = _baca(_folder(tmp_path, hasil=isi))
    assert [str(b.ikm_tercetak) for b in hasil.buku.hasil] == ["87.5", "88.25"]


@pytest.mark.parametrize("pengodean", ["utf-8", "utf-8-sig", "cp1252"])
def test_utf_8_with_or_without_a_mark_and_windows_1252_are_read(tmp_path, pengodean):
    hasil = _baca(_folder(tmp_path, upp="nama,alamat\nDinas Purwa,Café – Jalan é\n".encode(pengodean)))
    assert hasil.buku.upp[0].alamat == "Café – Jalan é"
    assert bool(sebutan(hasil, "info")) is (pengodean == "cp1252")


def test_row_numbers_count_records_even_with_quoted_line_breaks_and_blank_lines(tmp_path):
    isi = 'upp,periode,unsur,kegiatan\r\nDinsos,S1,waktu,"satu\r\ndua\r\ntiga"\r\n\r\nDinsos,S9,waktu,x\r\n'
    assert satu_galat(_baca(_folder(tmp_path, rtl=isi))) == ("rtl", 4, "periode", "S9")


def test_line_breaks_inside_a_cell_are_kept(tmp_path):
    isi = 'upp,periode,unsur,kegiatan\nDinsos,S1,waktu,"satu\ndua"\n'
    assert _baca(_folder(tmp_path, rtl=isi)).buku.rtl[0].kegiatan == "satu\ndua"


def test_rows_shorter_than_the_header_are_filled_with_blanks(tmp_path):
    hasil = _baca(_folder(tmp_path, hasil="upp,periode,ikm_tercetak,metode\nDinsos,S1,87.5\n"))
    assert hasil.buku.hasil[0].metode == ""


def test_a_byte_that_is_no_text_is_refused(tmp_path):
    assert "NUL" in galat(_baca(_folder(tmp_path, upp=b"nama\nDinas\x00 A\n")))[0].kalimat
    assert "NUL" in galat(_baca(_folder(tmp_path, upp="nama\nDinas A\n".encode("utf-16"))))[0].kalimat
    assert "Pengodean" in galat(_baca(_folder(tmp_path, upp=b"nama\nDinas \x81\x8d\xff A\n")))[0].kalimat


def test_a_cell_without_end_is_refused(tmp_path):
    isi = 'nama\n"Dinas ' + "x" * 200_000
    assert "tanda kutip" in galat(_baca(_folder(tmp_path, upp=isi)))[0].kalimat


def test_a_few_bytes_that_stand_for_billions_of_cells_are_refused(tmp_path):
    isi = "nama\n" + "," * 100_000 + "\n" + "a\n" * 1000
    assert "10 juta sel" in galat(_baca(_folder(tmp_path, upp=isi)))[0].kalimat


def test_unknown_files_are_named_and_other_kinds_passed_over(tmp_path):
    folder = _folder(tmp_path, hasil=",".join(KEPALA_HASIL) + "\n" + ",".join(map(str, hasil_sah())), catatan="a,b")
    (folder / "README.md").write_text("x")
    hasil = _baca(folder)
    assert [(m.tingkat, m.lembar) for m in hasil.masalah] == [("peringatan", "catatan")]


def test_a_folder_without_csv_a_lone_csv_and_a_folder_over_the_limit_are_refused(tmp_path):
    folder = _folder(tmp_path)
    assert "tidak berisi berkas CSV" in galat(_baca(folder))[0].kalimat
    _folder(tmp_path, upp="nama\n" + "Dinas\n" * 250_000)
    assert "sebagai folder" in galat(_baca(folder / "upp.csv"))[0].kalimat
    assert "melebihi batas 1 MB" in galat(_baca(folder, batas_mb=1))[0].kalimat


def test_an_empty_file_is_noted_and_changes_nothing(tmp_path):
    hasil = _baca(_folder(tmp_path, upp="", hasil=",".join(KEPALA_HASIL)))
    assert hasil.buku.lembar == ()
    assert sebutan(hasil, "info") == ["Lembar 'upp' kosong."]


def test_the_hash_covers_all_files_in_name_order(tmp_path):
    folder = _folder(tmp_path, upp="nama\nDinas A\n", layanan="upp,nama\nDinas A,KTP\n")
    assert _baca(folder).sha256 == sha256(b"upp,nama\nDinas A,KTP\nnama\nDinas A\n").hexdigest()
