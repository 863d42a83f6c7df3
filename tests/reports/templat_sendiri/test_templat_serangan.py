"""The template of an attacker does no harm: the examination refuses it, and the fence holds where it would be filled all the same."""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rtl_tracker.domain.jenis_dokumen import JenisDokumen
from rtl_tracker.reports.templat_sendiri.batas_anak import Batas
from rtl_tracker.reports.templat_sendiri.galat_templat import TemplatGagal
from rtl_tracker.reports.templat_sendiri.periksa import telaah_templat
from rtl_tracker.reports.templat_sendiri.susun_terlindung import bangun_dengan_cadangan, bangun_terlindung
from rtl_tracker.reports.word.dokumen import bangun
from tests.reports.templat_sendiri.serangan import AKTIF, LAMA, PAKET, PERINTAH
from tests.reports.templat_sendiri.ubahan import bagian, bawaan, dengan, dokumen, ubah

BATAS = Batas(detik=6, memori_mib=512, berkas_mib=20)
SINGKAT = replace(BATAS, detik=2)
PANJANG_WAJAR = 600


def tolak(isi: bytes) -> str:
    """What the examination says; it must refuse in sentences."""
    hasil = telaah_templat(JenisDokumen.TAHUNAN, isi)
    assert not hasil.layak
    assert all(m.kalimat.endswith(".") and len(m.kalimat) < PANJANG_WAJAR for m in hasil.masalah)
    return " ".join(m.kalimat for m in hasil.masalah)


@pytest.mark.parametrize(("buat", "potong"), [*PAKET.values(), *AKTIF.values()], ids=[*PAKET, *AKTIF])
def test_a_hostile_file_is_refused_in_words_and_never_filled(buat: Callable[[], bytes], potong: str):
    isi = buat()
    assert potong in tolak(isi)
    with pytest.raises(TemplatGagal):
        bangun_terlindung(dokumen(), isi, BATAS)


@pytest.mark.parametrize("teks", [*PERINTAH.values(), *LAMA.values()], ids=[*PERINTAH, *LAMA])
def test_a_hostile_command_is_refused_in_words(teks: str):
    assert "tidak diperbolehkan" in tolak(dengan(teks))


@pytest.mark.parametrize("teks", PERINTAH.values(), ids=PERINTAH)
def test_a_hostile_command_that_reaches_the_renderer_gives_no_document(teks: str):
    with pytest.raises(TemplatGagal):
        bangun_terlindung(dokumen(), dengan(teks), BATAS)


@pytest.mark.parametrize("teks", LAMA.values(), ids=LAMA)
def test_a_command_that_never_ends_is_ended(teks: str):
    mulai = time.monotonic()
    with pytest.raises(TemplatGagal, match="tidak selesai dalam 2 detik"):
        bangun_terlindung(dokumen(), dengan(teks), SINGKAT)
    assert time.monotonic() - mulai < 20


def test_a_command_hidden_from_paragraphs_is_found_by_the_second_lock():
    teks = "{% if tahun.x %}"
    tersembunyi = ubah(("<w:body>", f'<w:body><w:p><w:pPr><w:pStyle w:val="{teks}"/></w:pPr></w:p>{"{% endif %}"}'))
    with pytest.raises(TemplatGagal, match="tersembunyi di luar teks biasa"):
        bangun_terlindung(dokumen(), tersembunyi, BATAS, "coba")


def test_the_same_document_comes_out_of_the_child_as_without_it():
    assert bangun_terlindung(dokumen(), bawaan()) == bangun(dokumen())


def test_when_the_own_template_fails_the_shipped_one_takes_its_place_with_a_notice():
    docx, catatan = bangun_dengan_cadangan(dokumen(), ubah(("[[metode]]", "[[lain]]")), BATAS)
    assert docx == bangun(dokumen())
    assert catatan == (
        "Templat instansi tidak dapat dipakai, sehingga dokumen disusun dengan templat bawaan. "
        "Templat Word tidak memiliki penanda untuk isi: metode.",
    )


def test_an_own_template_that_is_sound_is_used():
    docx, catatan = bangun_dengan_cadangan(dokumen(), ubah(("Tahun {{ tahun }}", "TAHUN ANGGARAN {{ tahun }}")))
    assert catatan == ()
    assert b"TAHUN ANGGARAN 2023" in bagian(docx)["word/document.xml"]


PAGAR = """
import sys
from pathlib import Path
from rtl_tracker.reports.templat_sendiri.batas_anak import Batas, pasang_pagar
folder = Path(sys.argv[1])
pasang_pagar(folder, Batas(5, 512, 1))
try:
    {perbuatan}
except (OSError, MemoryError) as galat:
    sys.exit(f"ditolak: {{type(galat).__name__}}")
print("boleh")
"""
PERBUATAN = {
    "read a file of the machine": "open('/etc/passwd').read()",
    "read through a link": "(folder / 'tautan').read_text()",
    "write outside": "open('/tmp/pagar-uji', 'w')",
    "write over the program": "open(sys.modules['rtl_tracker'].__file__, 'a')",
    "remove a file": "(folder / 'isi').unlink()",
    "open a connection": "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
    "start a program": "import os; os.system('id')",
    "start a process": "import subprocess; subprocess.run(['id'])",
    "unpickle": "import pickle; pickle.loads(b'cos\\nsystem\\n.')",
    "take a gigabyte": "bytearray(10**9)",
    "write two megabytes": "(folder / 'besar').write_bytes(bytes(2_000_000))",
}


@pytest.mark.parametrize("perbuatan", PERBUATAN.values(), ids=PERBUATAN)
def test_behind_the_fence_nothing_of_the_machine_can_be_reached(perbuatan: str, tmp_path: Path):
    (tmp_path / "tautan").symlink_to("/etc/hostname")
    (tmp_path / "isi").write_text("isi")
    kode = PAGAR.format(perbuatan=perbuatan)
    hasil = subprocess.run(
        [sys.executable, "-I", "-c", kode, tmp_path], capture_output=True, text=True, check=False, timeout=60
    )
    assert hasil.stderr.startswith("ditolak: "), hasil.stderr[-500:]
    assert hasil.stdout == ""


def test_behind_the_fence_the_own_folder_and_the_program_can_be_used(tmp_path: Path):
    kode = PAGAR.format(perbuatan="(folder / 'a').write_text('a'); import wave; assert (folder / 'a').read_text() == 'a'")
    hasil = subprocess.run(
        [sys.executable, "-I", "-c", kode, tmp_path], capture_output=True, text=True, check=False, timeout=60
    )
    assert (hasil.stdout, hasil.stderr) == ("boleh\n", "")
