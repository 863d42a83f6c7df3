"""The letter: one page per unit, styles and language set, hard names whole, blanks to fill in by hand."""

import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from pypdf import PdfReader

from rtl_tracker.reports.surat_pengingat import KEPALA, BahanSurat, SuratUpp, buat_surat
from tests.reports.word.isi_dokumen import paragraf_kosong
from tests.reports.word.paket import periksa_paket

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMA = ("Kecamatan Satu", 'Dinas "Kelautan" & <Perikanan>', "Unit Pelaksana Teknis Daerah " + "Prasarana " * 5 + "Dua\x07")
BARIS = ("Triwulan I", "7 April 2022", "116 hari", "Hasil SKM, rencana tindak lanjut (RTL), dan pengiriman berkas")
BAHAN = BahanSurat(
    instansi="Pemerintah Kabupaten Uji & Coba",
    kantor="Bagian Organisasi",
    tahun=2022,
    tempat="Uji",
    tanggal=date(2022, 8, 1),
    jabatan="Kepala Bagian Organisasi",
    penandatangan="Dra. Siti Aminah, M.Si.",
    nip="19700101 199503 2 001",
    alamat="https://skm.contoh.go.id",
    surat=tuple(SuratUpp(nama, (BARIS,) * (4 * i + 1)) for i, nama in enumerate(NAMA)),
)


@pytest.fixture(scope="module")
def surat() -> bytes:
    return buat_surat(BAHAN)


def test_the_file_is_a_sound_package_and_the_same_every_time(surat):
    assert periksa_paket(surat) == []
    assert buat_surat(BAHAN) == surat


def test_title_language_and_styles_are_set(surat):
    word = docx.Document(BytesIO(surat))
    assert word.core_properties.title == "Surat pengingat penyampaian berkas SKM tahun 2022"
    assert word.core_properties.language == "id-ID"
    assert {x.get(f"{W}val") for x in word.styles.element.iter(f"{W}lang")} == {"id-ID"}
    assert {p.style.name for p in word.paragraphs} <= {s.name for s in word.styles if s.name.startswith("Surat ")}


def test_every_unit_gets_its_own_letter_on_its_own_page(surat):
    word = docx.Document(BytesIO(surat))
    tujuan = [p.text for p in word.paragraphs if p.text.startswith("Yth. ")]
    assert tujuan == [f"Yth. Kepala {n.replace(chr(7), '')}" for n in NAMA]
    awal = [p for p in word.paragraphs if p.style.name == "Surat Instansi"]
    assert [p.paragraph_format.page_break_before for p in awal] == [None, True, True]
    assert paragraf_kosong(word.element) == []


def test_the_table_repeats_its_head_and_splits_no_row(surat):
    word = docx.Document(BytesIO(surat))
    assert [len(t.rows) for t in word.tables] == [2, 6, 10]
    for tabel in word.tables:
        assert tuple(c.text for c in tabel.rows[0].cells) == KEPALA
        assert tabel.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
        assert all(r._tr.trPr.find(f"{W}cantSplit") is not None for r in tabel.rows)
    assert [c.text for c in word.tables[0].rows[1].cells] == ["1", *BARIS]


def test_number_and_kind_are_left_to_fill_in_and_the_subject_is_not(surat):
    teks = [p.text for p in docx.Document(BytesIO(surat)).paragraphs]
    assert f"Nomor\t:\t{'.' * 32}" in teks
    assert f"Sifat\t:\t{'.' * 32}" in teks
    assert "Hal\t:\tPengingat penyampaian berkas SKM tahun 2022" in teks
    assert teks.count("Dra. Siti Aminah, M.Si.") == 3


def test_missing_settings_become_dots():
    kosong = replace(BAHAN, instansi="", tempat="", jabatan="", penandatangan="", nip="", surat=BAHAN.surat[:1])
    teks = [p.text for p in docx.Document(BytesIO(buat_surat(kosong))).paragraphs]
    titik = "." * 32
    assert teks[0] == titik
    assert f"{titik}, 1 Agustus 2022" in teks
    assert teks[-3:] == [f"{titik},", titik, f"NIP {titik}"]


def test_libreoffice_lays_out_one_page_per_letter(surat, soffice, tmp_path):
    (tmp_path / "surat.docx").write_bytes(surat)
    subprocess.run(
        [soffice, "--headless", f"-env:UserInstallation=file://{tmp_path}/profil", "--convert-to", "pdf", "--outdir", tmp_path,
         tmp_path / "surat.docx"], check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    halaman = [h.extract_text() for h in PdfReader(tmp_path / "surat.pdf").pages]
    assert len(halaman) == 3
    assert all("Dra. Siti Aminah" in teks for teks in halaman)
    assert '"Kelautan" & <Perikanan>' in halaman[1]
