"""The command line: what it prints where, its exit codes, and that no English leaks from argparse."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time

import pytest
from sqlalchemy import Engine, event

from rtl_tracker.cli import main
from rtl_tracker.domain.pengaturan import KUNCI_PENGATURAN
from rtl_tracker.perintah.argumen import buat_pengurai
from rtl_tracker.perintah.pengurai import Pengurai
from rtl_tracker.perintah.pesan_argparse import terjemahkan
from tests.conftest import DATA

PERINTAH = ("serve", "worker", "migrate", "demo", "instansi", "templat-impor", "impor", "ikm", "realisasi", "laporan")
INGGRIS = re.compile(
    r"\b(usage|options?|positional|optional|arguments?|required|expected|invalid|choice|choose|show|help message|exit|error|"
    r"unrecognized|allowed|the|following|default)\b",
    re.IGNORECASE,
)
BENGKAYANG, PONTIANAK = DATA / "bengkayang_2021", DATA / "pontianak_2023"
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


SALAH_PAKAI = {
    "no command": ([], "PERINTAH"),
    "unknown command": (["periksa"], "'periksa' bukan PERINTAH yang ada"),
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
    "kind of a later version": (["laporan", "rtl", "--tahun", "2021", "--keluar", "x.docx"], "yang ada: tahunan"),
    "ending of a report": (["laporan", "tahunan", "--tahun", "2021", "--keluar", "x.odt"], "berakhiran .docx atau .pdf"),
    "ending of a workbook": (["templat-impor", "--keluar", "x.xls"], "berakhiran .xlsx"),
}


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
    tanda_tangan = ("--tempat", "Bengkayang", "--tanggal-laporan", "10 Januari 2022", "--jabatan-penandatangan", "Sekretaris Daerah")
    assert jalankan("instansi", "--tahun", 2021, *tanda_tangan, "--penandatangan", "Nama Contoh")[0] == 0
    kode, _, galat = jalankan("laporan", "tahunan", "--tahun", 2021, "--keluar", tmp_path / "x.PDF")
    assert (kode, galat) == (0, "")
    assert (tmp_path / "x.PDF").read_bytes()[:5] == b"%PDF-"


def test_a_second_demo_is_refused_unless_it_may_be_left_alone(jalankan):
    kode, keluar, _ = jalankan("demo")
    assert kode == 0
    assert "17 UPP, 425 responden" in keluar
    kode, keluar, galat = jalankan("demo")
    assert (kode, keluar) == (1, "")
    assert "basis data kosong" in galat
    assert jalankan("demo", "--bila-kosong") == (0, "", "")


def test_the_report_of_the_demo_is_made_once_and_only_for_the_demo(jalankan, data, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    jalankan("demo", "--laporan")
    berkas = data / "laporan" / "laporan-skm-tahunan-2021.docx"
    saat = berkas.stat().st_mtime_ns
    assert jalankan("demo", "--bila-kosong", "--laporan") == (0, "", "")
    assert berkas.stat().st_mtime_ns == saat
    monkeypatch.setenv("RTL_DATA_DIR", str(tmp_path / "lain"))
    jalankan("impor", PONTIANAK, "--tahun", 2023)
    assert jalankan("demo", "--bila-kosong", "--laporan") == (0, "", "")
    assert not (tmp_path / "lain" / "laporan").exists()


def test_migrate_says_whether_there_was_something_to_do(jalankan):
    assert jalankan("migrate")[1] == "Skema basis data diperbarui.\n"
    assert jalankan("migrate")[1] == "Skema basis data sudah mutakhir.\n"


def test_an_unknown_rtl_variable_is_wrong_usage(jalankan, monkeypatch):
    monkeypatch.setenv("RTL_DATABSE_URL", "sqlite://")
    kode, _, galat = jalankan("ikm", "--tahun", 2021)
    assert kode == 2
    assert "RTL_DATABSE_URL" in galat


def test_a_database_that_cannot_be_opened_is_one_sentence_with_the_details_in_a_file(jalankan, monkeypatch, data, tmp_path):
    monkeypatch.setenv("RTL_DATABASE_URL", f"sqlite:///{tmp_path}/tiada/x.db")
    kode, keluar, galat = jalankan("ikm", "--tahun", 2021)
    assert (kode, keluar, galat.count("\n")) == (1, "", 1)
    assert "Basis data tidak dapat dipakai" in galat
    assert "OperationalError" in (data / "galat.log").read_text(encoding="utf-8")


def test_a_taken_port_is_one_sentence(jalankan):
    with socket.create_server(("127.0.0.1", 0)) as terpakai:
        kode, _, galat = jalankan("serve", "--port", terpakai.getsockname()[1])
    assert kode == 1
    assert "sedang dipakai" in galat


def mulai(*argv):
    perintah = [sys.executable, "-m", "rtl_tracker.cli", *argv]
    return subprocess.Popen(perintah, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def test_the_server_prints_its_address_and_ends_quietly_with_ctrl_c(data):
    with mulai("serve", "--port", "0") as proses:
        baris = proses.stdout.readline()
        proses.send_signal(signal.SIGINT)
        _, galat = proses.communicate(timeout=30)
    assert re.match(r"rtl-tracker berjalan di http://127\.0\.0\.1:\d+ ", baris)
    assert (proses.returncode, galat) == (0, "")


def test_ctrl_c_in_the_middle_of_a_report_ends_quietly_and_leaves_no_file(jalankan, data, tmp_path):
    jalankan("impor", BENGKAYANG, "--tahun", 2021)
    tujuan = tmp_path / "keluar"
    tujuan.mkdir()
    with mulai("laporan", "tahunan", "--tahun", "2021", "--keluar", str(tujuan / "x.docx")) as proses:
        while not (data / "grafik").exists() and proses.poll() is None:
            time.sleep(0.02)
        os.killpg(proses.pid, signal.SIGINT)
        _, galat = proses.communicate(timeout=60)
    assert (proses.returncode, galat) == (130, "")
    assert list(tujuan.iterdir()) == []


def test_a_reader_that_leaves_early_is_no_error(jalankan):
    jalankan("impor", PONTIANAK, "--tahun", 2023)
    with mulai("ikm", "--tahun", "2023", "--json") as proses:
        proses.stdout.close()
        galat = proses.stderr.read()
    assert galat == ""
    assert proses.returncode == 141


def test_the_progress_bar_is_drawn_for_a_terminal_only(data, jalankan, tmp_path):
    pty = pytest.importorskip("pty", reason="hanya ada pada sistem Unix")
    jalankan("impor", BENGKAYANG, "--tahun", 2021)
    induk, anak = pty.openpty()
    perintah = [
        sys.executable,
        "-m",
        "rtl_tracker.cli",
        "laporan",
        "tahunan",
        "--tahun",
        "2021",
        "--keluar",
        str(tmp_path / "x.docx"),
    ]
    proses = subprocess.run(perintah, stdout=subprocess.PIPE, stderr=anak, check=True, env=os.environ | {"PATH": str(tmp_path)})
    os.close(anak)
    tampilan = os.read(induk, 100_000).decode()
    os.close(induk)
    assert "35 % Menyusun dokumen Word" in tampilan
    assert "#" not in proses.stdout.decode()
