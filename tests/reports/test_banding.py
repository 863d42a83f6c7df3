"""The round trip through Word: what a leader changed by hand is told apart, and texts come back with their fields."""

import base64
from io import BytesIO

import docx
import pytest

from rtl_tracker.reports.banding.bandingkan import bandingkan
from rtl_tracker.reports.banding.isi_word import IsiWord, WordTidakTerbaca, baca_isi
from rtl_tracker.reports.banding.letak_blok import cari_letak
from rtl_tracker.reports.rancangan import susun_teks
from rtl_tracker.reports.tahunan.rancang import rancang_tahunan
from rtl_tracker.reports.word.dokumen import Dokumen, bangun
from rtl_tracker.resources import resource
from tests.reports.tahunan.conftest import baris_rekap, buat_fakta  # noqa: F401

TITIK = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")


@pytest.fixture
def laporan(buat_fakta):  # noqa: F811
    """(texts by block, headings by block, the written .docx) of an instansi of three units."""
    fakta = buat_fakta([baris_rekap(1, "90.00"), baris_rekap(2, "80.00"), baris_rekap(3, "70.00")])
    r = rancang_tahunan(fakta)
    teks = susun_teks(r.blok, {})
    isi = r.isi(teks, {g.sidik(): TITIK for g in r.grafik})
    templat = resource("docx_templates") / r.templat
    return (
        teks,
        {b.nama: b.judul for b in r.blok},
        bangun(Dokumen(templat, r.bidang_templat, isi, r.judul, r.penulis, r.tanggal)),
    )


def sunting(isi: bytes, ubah) -> IsiWord:
    word = docx.Document(BytesIO(isi))
    ubah(word)
    keluar = BytesIO()
    word.save(keluar)
    return baca_isi(keluar.getvalue())


def ganti(word, cari: str, baru: str) -> None:
    """Replace a text in the first paragraph that holds it, as somebody typing would: the runs melt into one."""
    p = next(p for p in word.paragraphs if p.runs and cari in p.text)
    p.runs[0].text = p.text.replace(cari, baru)
    for sisa in p.runs[1:]:
        sisa.text = ""


def test_a_report_that_was_only_saved_again_has_not_changed(laporan):
    teks, judul, isi = laporan
    hasil = bandingkan(baca_isi(isi), sunting(isi, lambda word: None), teks, judul)
    assert (hasil.angka, hasil.teks, hasil.lain, hasil.kesamaan) == ((), (), (), 1.0)


def test_every_paragraph_of_every_block_is_found_in_the_written_report(laporan):
    teks, _, isi = laporan
    letak = cari_letak(baca_isi(isi).paragraf, teks)
    assert sorted(letak.blok.values()) == sorted(nama for nama, isi_blok in teks.items() for _ in isi_blok)
    assert letak.label["UNSUR"] == "Tabel 1.1"


def test_a_changed_sentence_comes_back_as_text_of_its_block(laporan):
    teks, judul, isi = laporan
    hasil = bandingkan(
        baca_isi(isi), sunting(isi, lambda w: ganti(w, "wajib mengukur kepuasan", "diminta mengukur kepuasan")), teks, judul
    )
    (ubahan,) = hasil.teks
    assert ubahan.blok == "latar_belakang"
    assert "diminta mengukur kepuasan" in " ".join(ubahan.kini)
    assert len(ubahan.kini) == len(ubahan.dahulu) == len(teks["latar_belakang"])
    assert hasil.angka == ()


def test_a_figure_changed_in_a_sentence_is_named_with_what_it_was(laporan):
    teks, judul, isi = laporan
    hasil = bandingkan(baca_isi(isi), sunting(isi, lambda w: ganti(w, "sebesar 80,00", "sebesar 88,31")), teks, judul)
    assert ("80,00", "88,31") in {(a.dahulu, a.kini) for a in hasil.angka}
    assert {a.tempat for a in hasil.angka} <= set(judul.values())


def test_a_cell_changed_in_a_table_is_named_by_table_row_and_column(laporan):
    teks, judul, isi = laporan

    def ubah(word):
        baris = (b for t in word.tables for b in t.rows if len(b.cells) > 4 and b.cells[1].text == "Dinas 3")
        sel = next(c for b in baris for c in b.cells if c.text == "70,00" and c.paragraphs[0].runs)
        sel.paragraphs[0].runs[0].text = "76,61"

    (satu,) = bandingkan(baca_isi(isi), sunting(isi, ubah), teks, judul).angka
    assert (satu.dahulu, satu.kini) == ("70,00", "76,61")
    assert "Dinas 3" in satu.tempat
    assert satu.tempat.startswith("Tabel ")


def test_a_paragraph_that_was_added_or_taken_out_belongs_to_the_block_around_it(laporan):
    teks, judul, isi = laporan

    def tambah(word):
        awal = next(p for p in word.paragraphs if p.text.startswith("Penilaian masyarakat dinyatakan"))
        awal.insert_paragraph_before("Kalimat baru dari pimpinan, tanpa angka.")

    (ubahan,) = bandingkan(baca_isi(isi), sunting(isi, tambah), teks, judul).teks
    assert (ubahan.blok, ubahan.kini[1]) == ("kata_pengantar", "Kalimat baru dari pimpinan, tanpa angka.")

    def buang(word):
        p = next(p for p in word.paragraphs if p.text.startswith("Penilaian masyarakat dinyatakan"))
        p._p.getparent().remove(p._p)

    (ubahan,) = bandingkan(baca_isi(isi), sunting(isi, buang), teks, judul).teks
    assert (ubahan.blok, len(ubahan.kini)) == ("kata_pengantar", len(teks["kata_pengantar"]) - 1)


def test_printed_numbers_of_tables_come_back_as_references(laporan):
    teks, judul, isi = laporan
    hasil = bandingkan(
        baca_isi(isi), sunting(isi, lambda w: ganti(w, "Setiap responden menilai", "Semua responden menilai")), teks, judul
    )
    (ubahan,) = hasil.teks
    assert ubahan.kini[0].startswith("Semua responden menilai sembilan unsur (⟦UNSUR⟧)")


def test_a_changed_heading_is_told_apart_from_texts(laporan):
    teks, judul, isi = laporan
    hasil = bandingkan(baca_isi(isi), sunting(isi, lambda w: ganti(w, "PENDAHULUAN", "PEMBUKAAN DAN DASAR")), teks, judul)
    assert hasil.teks == ()
    assert ("PENDAHULUAN", "PEMBUKAAN DAN DASAR") in hasil.lain or ("", "PEMBUKAAN DAN DASAR") in hasil.lain


def test_what_tracked_changes_deleted_is_left_out_and_what_they_inserted_is_in():
    word = docx.Document()
    p = word.add_paragraph("awal ")
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    p._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="x"><w:r><w:t>masuk</w:t></w:r></w:ins>'))
    p._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="2" w:author="x"><w:r><w:delText>keluar</w:delText></w:r></w:del>'))
    keluar = BytesIO()
    word.save(keluar)
    assert baca_isi(keluar.getvalue()).paragraf == ("awal masuk",)


@pytest.mark.parametrize("isi", [b"", b"PK\x03\x04", b"bukan zip"])
def test_bytes_that_are_no_word_document_are_refused(isi):
    with pytest.raises(WordTidakTerbaca):
        baca_isi(isi)
