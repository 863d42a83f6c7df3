"""The command impor: what it prints where, and its exit codes."""

import json

from tests.conftest import DATA

BENGKAYANG, PONTIANAK = DATA / "bengkayang_2021", DATA / "pontianak_2023"


def test_import_of_bengkayang_and_its_indices_as_json(jalankan):
    kode, keluar, galat = jalankan("impor", BENGKAYANG, "--tahun", 2021, "--json")
    isi = json.loads(keluar)
    assert (kode, galat, isi["disimpan"], isi["galat"]) == (0, "", True, [])
    assert isi["berubah"]["respons"] == 425
    assert set(isi) == {"tahun", "sumber", "disimpan", "berubah", "galat", "peringatan", "info"}
    _, keluar, _ = jalankan("ikm", "--tahun", 2021, "--json")
    ikm = json.loads(keluar)
    assert (ikm["instansi"]["ikm"], len(ikm["hasil"])) == ("83.38", 17)


def test_the_same_import_again_says_that_nothing_changed(jalankan):
    jalankan("impor", BENGKAYANG, "--tahun", 2021)
    assert jalankan("impor", BENGKAYANG, "--tahun", 2021) == (0, "Tidak ada perubahan.\n", "")


def test_a_refused_import_names_every_place_and_stores_nothing(jalankan, buku_salah):
    kode, keluar, galat = jalankan("impor", buku_salah, "--tahun", 2023)
    assert (kode, keluar) == (1, "")
    assert "Galat: lembar hasil, baris 2, kolom ikm_tercetak: '180' - " in galat
    assert "baris 3, kolom upp: 'Dinas Aa' - " in galat
    assert "ditolak karena 2 galat; tidak ada yang disimpan." in galat
    assert jalankan("ikm", "--tahun", 2023)[0] == 1


def test_a_refused_import_as_json_is_one_document_and_exit_1(jalankan, buku_salah):
    kode, keluar, galat = jalankan("impor", buku_salah, "--tahun", 2023, "--json")
    isi = json.loads(keluar)
    assert (kode, galat, isi["disimpan"], isi["berubah"]) == (1, "", False, {})
    assert [(g["lembar"], g["baris"], g["kolom"], g["nilai"]) for g in isi["galat"]] == [
        ("hasil", 2, "ikm_tercetak", "180"),
        ("hasil", 3, "upp", "Dinas Aa"),
    ]


def test_checking_stores_nothing_on_an_empty_database(jalankan):
    kode, keluar, _ = jalankan("impor", BENGKAYANG, "--tahun", 2021, "--cek")
    assert kode == 0
    assert "Tidak ada yang disimpan" in keluar
    kode, _, galat = jalankan("ikm", "--tahun", 2021)
    assert kode == 1
    assert "Belum ada hasil SKM tahun 2021" in galat


def test_a_source_that_is_not_there_is_refused_with_one_sentence(jalankan, tmp_path):
    kode, keluar, galat = jalankan("impor", tmp_path / "tiada.xlsx", "--tahun", 2021)
    assert (kode, keluar) == (1, "")
    assert "Galat: berkas: Berkas atau folder 'tiada.xlsx' tidak ditemukan." in galat


def test_the_order_of_unsur_given_on_the_command_line_moves_u8_and_u9(jalankan, tulis_csv):
    kolom = [f"U{i}" for i in range(1, 10)]
    folder = tulis_csv(upp=[["nama"], ["Dinas A"]], hasil=[["upp", "periode", *kolom], ["Dinas A", "S1", *["3"] * 7, "2", "4"]])
    assert jalankan("impor", folder, "--tahun", 2023)[0] == 1
    assert jalankan("impor", folder, "--tahun", 2023, "--urutan-unsur", "kuesioner")[0] == 0
    unsur = json.loads(jalankan("ikm", "--tahun", 2023, "--json")[1])["hasil"][0]["unsur"]
    assert (unsur["sarpras"]["nrr"], unsur["pengaduan"]["nrr"]) == ("2.00", "4.00")
