"""What can be typed, and that no English leaks from argparse."""

import re
import subprocess
import sys

import pytest

from rtl_tracker.domain.pengaturan import KUNCI_PENGATURAN
from rtl_tracker.perintah.argumen import buat_pengurai
from rtl_tracker.perintah.pengurai import Pengurai
from rtl_tracker.perintah.pesan_argparse import terjemahkan

PERINTAH = (
    "serve",
    "worker",
    "migrate",
    "demo",
    "instansi",
    "templat-impor",
    "impor",
    "ikm",
    "realisasi",
    "periksa",
    "laporan",
    "pengguna",
    "jejak",
    "cadangkan",
    "pulihkan",
)
INGGRIS = re.compile(
    r"\b(usage|options?|positional|optional|arguments?|required|expected|invalid|choice|choose|show|help message|exit|error|"
    r"unrecognized|allowed|the|following|default)\b",
    re.IGNORECASE,
)
SALAH_PAKAI = {
    "no command": ([], "PERINTAH"),
    "unknown command": (["simpan"], "'simpan' bukan PERINTAH yang ada"),
    "missing argument": (["impor", "--tahun", "2021"], "argumen wajib belum diisi: SUMBER"),
    "missing value": (["ikm", "--tahun"], "--tahun memerlukan nilai"),
    "unknown option": (["ikm", "--tahun", "2021", "--semua"], "tidak dikenal: --semua"),
    "abbreviated option": (["ikm", "--tahun", "2021", "--js"], "tidak dikenal: --js"),
    "value for a switch": (["ikm", "--tahun", "2021", "--json=1"], "--json tidak menerima nilai"),
    "invalid choice": (["impor", "x", "--tahun", "2021", "--urutan-unsur", "abjad"], "pilihannya: permenpan, kuesioner"),
    "no year": (["ikm", "--tahun", "dua ribu"], "'dua ribu' bukan tahun"),
    "no period": (["ikm", "--tahun", "2021", "--periode", "TW5"], "'TW5' bukan periode"),
    "printed mean as period": (["ikm", "--tahun", "2021", "--periode", "RATA_S1"], "bukan periode"),
    "no port": (["serve", "--port", "70000"], "'70000' bukan nomor port"),
    "unknown setting value": (["instansi", "--tahun", "2021", "--bobot", "0.2"], "1/9, 0.111, 0.11"),
    "unknown kind of document": (["laporan", "bulanan", "--tahun", "2021", "--keluar", "x.docx"], "yang ada: tahunan"),
    "a unit's document without its unit": (["laporan", "rtl", "--tahun", "2021", "--keluar", "x.docx"], "Tambahkan --upp NAMA"),
    "ending of a report": (["laporan", "tahunan", "--tahun", "2021", "--keluar", "x.odt"], "berakhiran .docx atau .pdf"),
    "ending of a workbook": (["templat-impor", "--keluar", "x.xls"], "berakhiran .xlsx"),
}


@pytest.mark.parametrize("perintah", ["", *PERINTAH])
def test_the_help_of_every_command_is_indonesian(perintah, jalankan):
    kode, keluar, galat = jalankan(*([perintah] if perintah else []), "--help")
    assert (kode, galat) == (0, "")
    assert keluar.startswith("pemakaian: rtl-tracker")
    assert "tampilkan bantuan ini" in keluar
    assert INGGRIS.findall(keluar.replace("--help", "")) == []


def test_help_names_exactly_the_commands_of_this_version(jalankan):
    _, keluar, _ = jalankan("--help")
    assert tuple(re.findall(r"^    (\S+)  ", keluar, re.MULTILINE)) == PERINTAH


def test_help_loads_no_library():
    kode = (
        "import sys, rtl_tracker.cli as c; c.buat_pengurai(); "
        "print(sorted({m.split('.')[0] for m in sys.modules} & {'flask','sqlalchemy','lxml','babel','matplotlib','alembic','openpyxl'}))"
    )
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert hasil.stdout.strip() == "[]"


@pytest.mark.parametrize(("argv", "kalimat"), SALAH_PAKAI.values(), ids=SALAH_PAKAI)
def test_wrong_usage_ends_with_2_and_one_indonesian_sentence(argv, kalimat, jalankan):
    kode, keluar, galat = jalankan(*argv)
    assert (kode, keluar) == (2, "")
    assert kalimat in galat
    assert galat.count("\n") == 1
    assert INGGRIS.findall(galat.replace("--help", "")) == []


def pengurai_lengkap():
    """Everything that argparse could complain of, also what no command uses today."""
    p = Pengurai(prog="uji")
    kelompok = p.add_mutually_exclusive_group(required=True)
    kelompok.add_argument("--a", action="store_true")
    kelompok.add_argument("--b", action="store_true")
    p.add_argument("--dua", nargs=2)
    p.add_argument("--banyak", nargs="+")
    p.add_argument("--n", type=int)
    return p


@pytest.mark.parametrize("argv", ["", "--a --b", "--a --dua 1", "--a --banyak", "--a --n x", "--a --n", "--a x y"])
def test_every_message_of_this_pythons_argparse_is_translated(argv, capsys):
    with pytest.raises(SystemExit) as selesai:
        pengurai_lengkap().parse_args(argv.split())
    assert selesai.value.code == 2
    galat = capsys.readouterr().err
    assert INGGRIS.findall(galat.replace("--help", "")) == []
    assert "tidak dapat dibaca" not in galat


def test_a_message_nobody_foresaw_becomes_a_sentence_of_our_own():
    assert terjemahkan("something entirely new in argparse") == "perintah tidak dapat dibaca"


def test_every_setting_of_a_year_has_its_option():
    pilihan = buat_pengurai().parse_args(["instansi", "--tahun", "2021"])
    assert {k: getattr(pilihan, k) for k in KUNCI_PENGATURAN} == dict.fromkeys(KUNCI_PENGATURAN)
