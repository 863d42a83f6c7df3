"""Page numbers against real pages: needs LibreOffice (fixture `soffice`)."""

import re
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from pypdf import PdfReader

from rtl_tracker.reports.word.angka_urut import romawi
from rtl_tracker.reports.word.dokumen import bangun
from rtl_tracker.reports.word.elemen import Judul, Paragraf
from rtl_tracker.reports.word.tata_letak import TataLetakGagal, beri_nomor_halaman, cari_soffice
from tests.reports.word.baca import W, paragraf, part
from tests.reports.word.contoh import KALIMAT, NAMA_GANAS, dokumen, isi_lengkap, png, tabel_rekap
from tests.reports.word.paket import periksa_paket

DAFTAR = ("TOC1", "TOC2", "TOC3", "TableofFigures")


class Hasil(NamedTuple):
    asal: bytes
    docx: bytes
    halaman: list[str]
    teks_pdf: str
    laporan: list[tuple[str, int]]


def rapat(teks: str) -> str:
    return re.sub(r"\s+", "", teks)


@pytest.fixture(scope="module")
def hasil(soffice: Path) -> Hasil:
    isi = dict(isi_lengkap(30, 2))
    isi["saran"] = (*isi["saran"], Judul(3, NAMA_GANAS), Paragraf(KALIMAT))
    asal = bangun(dokumen(isi, logo=png()))
    laporan: list[tuple[str, int]] = []
    docx, pdf = beri_nomor_halaman(asal, soffice, lambda kalimat, persen: laporan.append((kalimat, persen)))
    halaman = [satu.extract_text() for satu in PdfReader(BytesIO(pdf)).pages]
    return Hasil(asal, docx, [rapat(satu) for satu in halaman], "\n".join(halaman), laporan)


def entri(docx: bytes) -> list[tuple[str, str]]:
    """(text without blanks, page number) of every line of the contents and lists."""
    baris = [satu.rsplit("\t", 1) for satu in paragraf(part(docx), *DAFTAR)]
    return [(rapat(teks), nomor) for teks, nomor in baris]


def depan(hasil: Hasil) -> int:
    """Position of the first page of the body."""
    return next(i for i, isi in enumerate(hasil.halaman) if "BABIPENDAHULUAN" in isi and "DaftarIsi" not in isi)


def test_every_line_of_the_lists_names_the_page_of_its_heading_or_caption(hasil):
    mulai = depan(hasil)
    label = ["", *(romawi(i) for i in range(1, mulai)), *(str(i) for i in range(1, len(hasil.halaman)))]
    daftar = {i for i, isi in enumerate(hasil.halaman[:mulai]) if re.search(r"\.{20}", isi)}
    assert len(entri(hasil.docx)) > 50
    for teks, nomor in entri(hasil.docx):
        letak = [i for i, isi in enumerate(hasil.halaman) if teks in isi and (i not in daftar or teks.startswith("Daftar"))]
        assert label[letak[0] if not teks.startswith("Daftar") else letak[-1]] == nomor, teks


def test_the_pdf_prints_the_same_numbers_as_the_word_file(hasil):
    tercetak = re.findall(r"\.{5,} *(\w+) *$", hasil.teks_pdf, re.MULTILINE)
    assert tercetak == [nomor for _, nomor in entri(hasil.docx)]


def test_front_matter_counts_roman_and_the_body_from_one(hasil):
    nomor = dict(entri(hasil.docx))
    assert (nomor["KataPengantar"], nomor["RingkasanEksekutif"]) == ("i", "ii")
    assert nomor["BABIPENDAHULUAN"] == "1"
    assert hasil.halaman[1].endswith("i")
    assert hasil.halaman[depan(hasil)].endswith("1")


def test_no_page_is_blank(hasil):
    kepala = rapat("Laporan Survei Kepuasan Masyarakat Tahun 2023 | Pemerintah Kabupaten Contoh & Sekitarnya")
    assert [i for i, isi in enumerate(hasil.halaman) if len(isi.replace(kepala, "")) < 20] == []


def test_only_the_numbers_of_the_lists_change(hasil):
    assert periksa_paket(hasil.docx) == []
    assert [teks for teks, _ in entri(hasil.docx)] == [teks for teks, _ in entri(hasil.asal)]
    semua = [satu.text for satu in part(hasil.docx).iter(f"{W}t")]
    assert len(semua) == len(list(part(hasil.asal).iter(f"{W}t"))) + len(entri(hasil.docx))


def test_word_has_nothing_left_to_ask(hasil):
    assert part(hasil.docx, "word/settings.xml").find(f"{W}updateFields") is None
    assert [satu for satu in part(hasil.docx).iter(f"{W}fldChar") if satu.get(f"{W}dirty")] == []


def test_progress_is_reported_in_growing_steps(hasil):
    persen = [satu for _, satu in hasil.laporan]
    assert persen == sorted(persen)
    assert len(set(persen)) == 3


def test_a_report_without_front_matter_is_laid_out_once(soffice):
    laporan: list[tuple[str, int]] = []
    docx, _ = beri_nomor_halaman(
        bangun(dokumen({"metode": (Paragraf("x"), Judul(3, "Rumus"))})),
        soffice,
        lambda kalimat, persen: laporan.append((kalimat, persen)),
    )
    assert entri(docx) == [("BABIPENDAHULUAN", "1"), ("1.1Metode", "1"), ("1.1.1Rumus", "1")]
    assert periksa_paket(docx) == []


def test_numbers_can_be_given_again(hasil, soffice):
    docx, _ = beri_nomor_halaman(bangun(dokumen({"metode": (tabel_rekap(2),)})), soffice)
    lagi, _ = beri_nomor_halaman(docx, soffice)
    assert lagi == docx


def test_a_layout_that_takes_too_long_is_ended(soffice):
    with pytest.raises(TataLetakGagal, match="tidak selesai"):
        beri_nomor_halaman(bangun(dokumen(isi_lengkap(4))), soffice, batas_detik=0.05)


def test_a_program_that_makes_no_pdf_is_an_error_in_words(tmp_path):
    palsu = tmp_path / "soffice"
    palsu.write_text("#!/bin/sh\necho 'source file could not be loaded'\n")
    palsu.chmod(0o755)
    with pytest.raises(TataLetakGagal, match="source file could not be loaded"):
        beri_nomor_halaman(bangun(dokumen({"metode": (Paragraf("x"),)})), palsu)


def test_a_program_that_cannot_be_started_is_an_error_in_words(tmp_path):
    with pytest.raises(TataLetakGagal, match="tidak dapat dijalankan"):
        beri_nomor_halaman(bangun(dokumen({"metode": (Paragraf("x"),)})), tmp_path / "tidak-ada")


@pytest.mark.parametrize("isi", [b"bukan zip", b"PK\x05\x06" + bytes(18)])
def test_bytes_that_are_no_word_file_are_refused(isi, tmp_path):
    with pytest.raises(TataLetakGagal, match="bukan dokumen Word"):
        beri_nomor_halaman(isi, tmp_path / "soffice")


def test_the_configured_program_is_used_when_it_exists(tmp_path):
    program = tmp_path / "soffice"
    program.touch()
    assert cari_soffice(program) == program
    assert cari_soffice(tmp_path / "lain") is None


def test_without_libreoffice_there_is_none_to_find(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cari_soffice(None) is None
