"""The commands ikm, realisasi and instansi."""

import json
import re

import pytest

from tests.conftest import DATA

BENGKAYANG, PONTIANAK = DATA / "bengkayang_2021", DATA / "pontianak_2023"


def test_results_as_a_table_carry_indonesian_numbers_and_align(jalankan):
    jalankan("impor", PONTIANAK, "--tahun", 2023)
    kode, keluar, galat = jalankan("ikm", "--tahun", 2023)
    assert (kode, galat) == (0, "")
    assert "89,847, A (Sangat Baik)" in keluar
    assert "20.509 responden" in keluar
    kepala, garis, *baris = keluar.split("\n\n")[2].splitlines()
    tepi = garis.index(" ")
    assert kepala.index("Periode") == tepi + 2
    assert {satu[tepi : tepi + 2] for satu in baris} == {"  "}


def test_one_upp_and_one_period_narrow_the_results(jalankan):
    jalankan("impor", PONTIANAK, "--tahun", 2023)
    isi = json.loads(jalankan("ikm", "--tahun", 2023, "--upp", "sekretariat dprd", "--periode", "Semester 2", "--json")[1])
    assert [(h["upp"], h["periode"]) for h in isi["hasil"]] == [("Sekretariat DPRD", "S2")]


def test_an_unknown_upp_is_refused_with_the_nearest_names(jalankan):
    jalankan("impor", BENGKAYANG, "--tahun", 2021)
    kode, keluar, galat = jalankan("ikm", "--tahun", 2021, "--upp", "Kecamatan Bengkayan", "--json")
    assert (kode, keluar) == (1, "")
    assert "nama terdekat: Kecamatan Bengkayang" in galat


def test_a_period_nobody_measured_is_refused_with_those_that_exist(jalankan):
    jalankan("impor", BENGKAYANG, "--tahun", 2021)
    kode, _, galat = jalankan("ikm", "--tahun", 2021, "--periode", "TW1")
    assert kode == 1
    assert "yang ada: TAHUNAN" in galat


@pytest.mark.parametrize("perintah", ["ikm", "realisasi"])
def test_a_year_without_data_is_refused(perintah, jalankan):
    kode, keluar, galat = jalankan(perintah, "--tahun", 1999, "--json")
    assert (kode, keluar) == (1, "")
    assert "tahun 1999" in galat


def test_realisasi_of_pontianak_beside_the_printed_figure(jalankan):
    jalankan("impor", PONTIANAK, "--tahun", 2023)
    isi = json.loads(jalankan("realisasi", "--tahun", 2023, "--json")[1])
    assert isi["instansi"]["dilaporkan"] == "93.74"
    assert isi["instansi"]["tercetak"] is not None
    assert len({r["upp"] for r in isi["upp"]}) == 31
    _, keluar, _ = jalankan("realisasi", "--tahun", 2023)
    assert "93,74\N{NO-BREAK SPACE}%" in keluar


def test_settings_are_stored_in_the_spelling_of_the_domain_and_shown(jalankan):
    argumen = ("--nama", 'Pemerintah <Kota> & "Contoh"', "--bobot", "0,111", "--dasar-hukum", "UU 1", "--dasar-hukum", "UU 2")
    assert jalankan("instansi", "--tahun", 2021, *argumen)[0] == 0
    isi = json.loads(jalankan("instansi", "--tahun", 2021, "--json")[1])
    assert (isi["tahun"], isi["berubah"]) == (2021, False)
    assert (isi["pengaturan"]["nama"], isi["pengaturan"]["bobot"]) == ('Pemerintah <Kota> & "Contoh"', "0.111")
    assert isi["pengaturan"]["dasar_hukum"] == ["UU 1", "UU 2"]
    _, keluar, _ = jalankan("instansi", "--tahun", 2021)
    assert re.search(r"^bobot +0\.111$", keluar, re.MULTILINE)


def test_the_same_settings_again_change_nothing(jalankan):
    jalankan("instansi", "--tahun", 2021, "--bobot", "0.11")
    kode, keluar, _ = jalankan("instansi", "--tahun", 2021, "--bobot", "0,11")
    assert kode == 0
    assert "tidak ada perubahan" in keluar
