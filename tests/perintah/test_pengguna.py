"""The command pengguna: the first account, the list, off, a new password."""

import json
import re

import pytest

from tests.conftest import DATA


@pytest.fixture
def berunit(jalankan):
    """The program with the units of Bengkayang."""
    assert jalankan("impor", DATA / "bengkayang_2021", "--tahun", 2021)[0] == 0
    return jalankan


def tambah(jalankan, nama_masuk, peran, *sisa):
    return jalankan("pengguna", "tambah", nama_masuk, "--nama", "Budi & Sari", "--peran", peran, *sisa)


def test_the_first_account_is_made_on_an_empty_installation(jalankan):
    assert "Belum ada akun." in jalankan("pengguna", "daftar")[1]
    kode, keluar, galat = tambah(jalankan, "Budi.S", "organisasi")
    assert (kode, galat) == (0, "")
    assert keluar.startswith("Akun budi.s (Budi & Sari) ditambahkan.")
    assert re.search(r": ([a-z2-9]{4}-){3}[a-z2-9]{4}\n$", keluar)
    assert json.loads(jalankan("pengguna", "daftar", "--json")[1]) == [
        {"nama_masuk": "budi.s", "nama": "Budi & Sari", "peran": "organisasi", "upp": None, "keadaan": "menunggu"}
    ]


def test_an_operator_gets_the_unit_of_this_name(berunit):
    kode, keluar, _ = tambah(berunit, "budi", "operator_upp", "--upp", "kecamatan bengkayang", "--json")
    assert kode == 0
    assert set(json.loads(keluar)) == {"nama_masuk", "nama", "sandi"}
    baris = berunit("pengguna", "daftar")[1].splitlines()[-1]
    assert re.split(r" {2,}", baris) == ["budi", "Budi & Sari", "operator_upp", "Kecamatan Bengkayang", "menunggu"]


@pytest.mark.parametrize(
    ("argv", "kalimat"),
    [
        (["budi", "operator_upp"], "memerlukan unit"),
        (["budi", "operator_upp", "--upp", "Kecamatan Bengkayan"], "Kecamatan Bengkayang"),
        (["budi", "inspektur", "--upp", "Kecamatan Bengkayang"], "seluruh instansi"),
        (["b", "inspektur"], "3 sampai 64"),
    ],
)
def test_a_refused_account_is_one_sentence_and_exit_1(berunit, argv, kalimat):
    kode, keluar, galat = tambah(berunit, *argv)
    assert (kode, keluar, galat.count("\n")) == (1, "", 1)
    assert kalimat in galat
    assert json.loads(berunit("pengguna", "daftar", "--json")[1]) == []


def test_switching_off_says_whether_something_changed(jalankan):
    tambah(jalankan, "budi", "inspektur")
    assert jalankan("pengguna", "nonaktifkan", "budi")[1] == "Akun budi dinonaktifkan.\n"
    assert "tidak ada perubahan" in jalankan("pengguna", "nonaktifkan", "budi")[1]
    assert json.loads(jalankan("pengguna", "nonaktifkan", "BUDI", "--json")[1]) == {"nama_masuk": "budi", "berubah": False}
    kode, _, galat = jalankan("pengguna", "sandi", "budi")
    assert kode == 1
    assert "nonaktif" in galat


def test_the_last_organisasi_stays(jalankan):
    tambah(jalankan, "budi", "organisasi")
    kode, keluar, galat = jalankan("pengguna", "nonaktifkan", "budi")
    assert (kode, keluar) == (1, "")
    assert "terakhir yang aktif" in galat


def test_a_new_password_differs_from_the_old_one(jalankan):
    lama = json.loads(tambah(jalankan, "budi", "organisasi", "--json")[1])["sandi"]
    baru = json.loads(jalankan("pengguna", "sandi", "budi", "--json")[1])
    assert (baru["nama_masuk"], baru["sandi"] != lama) == ("budi", True)


@pytest.mark.parametrize("tindakan", ["nonaktifkan", "sandi"])
def test_an_unknown_account_is_refused_with_the_command_that_lists_them(jalankan, tindakan):
    kode, keluar, galat = jalankan("pengguna", tindakan, "hantu")
    assert (kode, keluar) == (1, "")
    assert "rtl-tracker pengguna daftar" in galat


@pytest.mark.parametrize(
    ("argv", "kalimat"),
    [
        ([], "TINDAKAN"),
        (["hapus"], "'hapus' bukan TINDAKAN yang ada"),
        (["tambah", "budi", "--nama", "Budi", "--peran", "bupati"], "pilihannya: operator_upp"),
        (["tambah", "budi", "--peran", "inspektur"], "--nama"),
        (["sandi"], "NAMA_MASUK"),
    ],
)
def test_wrong_usage_ends_with_2(jalankan, argv, kalimat):
    kode, keluar, galat = jalankan("pengguna", *argv)
    assert (kode, keluar) == (2, "")
    assert kalimat in galat


@pytest.mark.parametrize("tindakan", ["tambah", "daftar", "nonaktifkan", "sandi"])
def test_the_help_of_every_act_is_indonesian(jalankan, tindakan):
    kode, keluar, _ = jalankan("pengguna", tindakan, "--help")
    assert kode == 0
    assert keluar.startswith(f"pemakaian: rtl-tracker pengguna {tindakan}")
    assert not re.search(r"\b(usage|options?|positional|arguments?|required|show)\b", keluar.replace("--help", ""))
