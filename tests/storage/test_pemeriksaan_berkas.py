"""Uploads: the type comes from the content, the content must really open, and what is refused is refused with a sentence."""

import random
import re
import tracemalloc
import warnings
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from zipfile import ZIP_LZMA

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.actions import JavaScript

from rtl_tracker.domain.bukti import BuktiDitolak, TipeBerkas
from rtl_tracker.storage.pemeriksaan_berkas import periksa_berkas
from tests.storage import contoh_berkas as contoh

T = TipeBerkas
KALIMAT = re.compile(r"^[A-Z].*'.+'.*\.$")


def tolak(isi, nama="bukti.pdf", batas_mb=10):
    """The sentence of a refusal; it names the file."""
    with pytest.raises(BuktiDitolak) as galat:
        periksa_berkas(nama, isi, batas_mb)
    assert KALIMAT.match(str(galat.value)), str(galat.value)
    return str(galat.value)


BAIK = {
    "a photo with its position": (contoh.foto_bergps, T.JPG),
    "a photo with a second picture": (contoh.mpo, T.JPG),
    "a progressive photo": (lambda: contoh.jpg(progressive=True), T.JPG),
    "a CMYK photo": (lambda: contoh.ke_byte(lambda f: contoh.gambar().convert("CMYK").save(f, "JPEG")), T.JPG),
    "a transparent picture": (contoh.png_bening, T.PNG),
    "a picture with a palette": (lambda: contoh.png("P"), T.PNG),
    "a picture of 16 bits": (lambda: contoh.png_16_bit(30000), T.PNG),
    "a PDF": (contoh.pdf, T.PDF),
    "a Word document": (contoh.docx, T.DOCX),
    "a workbook": (contoh.xlsx, T.XLSX),
}


@pytest.mark.parametrize(("buat", "tipe"), BAIK.values(), ids=BAIK)
@pytest.mark.parametrize("nama", ["tanpa akhiran", "salah.exe", "benar.pdf"])
def test_a_good_file_is_taken_under_its_true_type_whatever_it_is_called(buat, tipe, nama):
    assert periksa_berkas(nama, buat(), 10) is tipe


@pytest.mark.parametrize("tanda", [b"", b"\xff\xe2\x00\x04ab", b"\xff\xed\x00\x04ab", b"\xff\xfe\x00\x04ab"])
def test_a_photo_without_a_jfif_header_is_taken(tanda):
    isi = contoh.jpg()
    assert isi[2:4] == b"\xff\xe0"
    assert periksa_berkas("foto.jpg", isi[:2] + tanda + isi[4 + int.from_bytes(isi[4:6], "big") :], 10) is T.JPG


@pytest.mark.parametrize(
    "isi",
    [
        contoh.HTML,
        contoh.SVG,
        contoh.EXE,
        b"alert(1)",
        b"x",
        b"GIF89a" + bytes(50),
        b"%!PS-Adobe",
        b"#!/bin/sh\nrm -rf /",
        b"\x1f\x8b\x08",
    ],
)
@pytest.mark.parametrize("nama", ["foto.jpg", "laporan.pdf"])
def test_something_else_under_the_name_of_a_picture_or_pdf_is_refused(isi, nama):
    assert "bukan PDF, JPG, PNG, DOCX, atau XLSX" in tolak(isi, nama)


def test_an_empty_file_is_refused():
    assert "kosong" in tolak(b"")


def test_a_file_may_be_exactly_as_large_as_allowed():
    isi = contoh.jpg().ljust(1_000_000, b"\0")
    assert periksa_berkas("foto.jpg", isi, 1) is T.JPG
    assert "lebih besar dari 1 MB" in tolak(isi + b"\0", batas_mb=1)


def test_the_sentence_quotes_a_hostile_name_safely():
    kalimat = tolak(b"", "../\u202e" + "x" * 5000 + "\n<b>.pdf")
    assert len(kalimat) < 200
    assert "\u202e" not in kalimat
    assert "\n" not in kalimat


def test_photos_of_phones_that_are_not_jpg_are_told_what_to_do():
    assert "ulang sebagai JPG" in tolak(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40), "IMG_1.HEIC")


class TestPictures:
    def test_a_truncated_photo_is_refused(self):
        isi = contoh.jpg()
        assert "rusak" in tolak(isi[: len(isi) // 2])

    def test_a_damaged_picture_is_refused(self):
        isi = bytearray(contoh.png("RGB"))
        isi[isi.find(b"IDAT") + 8] ^= 0xFF
        assert "rusak" in tolak(bytes(isi))

    @pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
    @pytest.mark.parametrize("ukuran", [(30000, 30000), (10000, 10000), (8000, 5001)])
    def test_a_picture_that_promises_too_many_points_is_refused_before_it_is_decoded(self, ukuran):
        assert "terlalu besar" in tolak(contoh.png_raksasa(*ukuran))

    def test_a_picture_that_holds_less_than_it_promises_is_refused(self):
        assert "rusak" in tolak(contoh.png_raksasa(8000, 5000))

    def test_an_animated_picture_is_refused(self):
        assert "bergerak" in tolak(contoh.png_bergerak())

    def test_a_photo_with_a_page_behind_its_end_is_taken_as_a_photo(self):
        assert periksa_berkas("foto.html", contoh.jpg() + contoh.HTML, 10) is T.JPG

    def test_many_at_once_leave_the_warnings_of_the_program_alone(self):
        semula = list(warnings.filters)
        with ThreadPoolExecutor(8) as kolam:
            list(kolam.map(lambda _: periksa_berkas("foto.jpg", contoh.jpg(), 10), range(40)))
        assert list(warnings.filters) == semula


class TestPdf:
    @pytest.mark.parametrize("buat", [contoh.pdf_bersandi, contoh.pdf_bersandi_aes])
    def test_a_locked_pdf_is_refused(self, buat):
        assert "tanpa sandi" in tolak(buat())

    def test_a_pdf_without_pages_is_refused(self):
        assert "tidak berhalaman" in tolak(contoh.pdf_tanpa_halaman())

    @pytest.mark.parametrize("depan", [b"\n", b"GIF89a", contoh.HTML, b"\xef\xbb\xbf"])
    def test_a_pdf_behind_something_else_is_refused(self, depan):
        tolak(depan + contoh.pdf())

    @pytest.mark.parametrize(
        "isi", [b"%PDF-1.7\n", b"%PDF-1.4" + b"<<" * 20_000 + b"startxref\n9\n%%EOF", b"%PDF-1.4\n" + contoh.HTML]
    )
    def test_a_broken_pdf_is_refused(self, isi):
        assert "rusak" in tolak(isi)

    def test_a_pdf_with_a_script_is_taken_because_it_is_only_a_download(self):
        penulis = PdfWriter(clone_from=PdfReader(BytesIO(contoh.pdf())))
        penulis.add_open_action(JavaScript("app.alert(1)"))
        penulis.add_attachment("a.exe", contoh.EXE)
        assert periksa_berkas("laporan.pdf", contoh.ke_byte(penulis.write), 10) is T.PDF


class TestPackages:
    def test_the_main_part_of_word_online_has_another_name(self):
        isi = contoh.paket(
            {"[Content_Types].xml": contoh.jenis_isi(contoh.JENIS_DOCX, "/word/document2.xml"), "word/document2.xml": "<x/>"}
        )
        assert periksa_berkas("a.docx", isi, 10) is T.DOCX

    def test_an_ordinary_zip_is_refused(self):
        assert "arsip" in tolak(contoh.paket({"a.exe": contoh.EXE}), "foto.jpg")
        assert "arsip" in tolak(contoh.paket({"word/document.xml": "<x/>"}), "a.docx")
        assert "arsip" in tolak(
            contoh.paket({"[Content_Types].xml": contoh.jenis_isi(contoh.JENIS_DOCX), "a.xml": "<x/>"}), "a.docx"
        )

    @pytest.mark.parametrize(
        "isi",
        [
            contoh.paket_word({"word/vbaProject.bin": b"x"}),
            contoh.paket_word({"WORD/VBAPROJECT.BIN": b"x"}),
            contoh.paket_word(jenis=contoh.JENIS_DOCM),
            contoh.paket_word(jenis=contoh.JENIS_DOCM.replace("macroEnabled", "macro&#69;nabled")),
            contoh.paket(
                {"[Content_Types].xml": contoh.jenis_isi(contoh.JENIS_DOCM).encode("utf-16"), "word/document.xml": "<x/>"}
            ),
        ],
        ids=["part", "part in capitals", "content type", "content type with a reference", "content type in UTF-16"],
    )
    def test_macros_are_refused_in_every_spelling(self, isi):
        assert "makro" in tolak(isi, "a.docx")

    @pytest.mark.parametrize("nama", ["word/embeddings/oleObject1.bin", "xl/embeddings/a.exe", "word/activeX/activeX1.xml"])
    def test_objects_of_other_programs_are_refused(self, nama):
        assert "objek sisipan" in tolak(contoh.paket_word({nama: b"x"}), "a.docx")

    def test_the_workbook_behind_a_chart_is_no_foreign_object(self):
        assert (
            periksa_berkas("a.docx", contoh.paket_word({"word/embeddings/Microsoft_Excel_Sheet1.xlsx": contoh.xlsx()}), 10)
            is T.DOCX
        )

    @pytest.mark.parametrize(
        ("jenis", "tujuan"),
        [
            ("oleObject", "https://jahat.id/x"),
            ("oleObject", "file:///C:/a.xlsx"),
            ("frame", "https://jahat.id/x"),
            ("attachedTemplate", "https://jahat.id/t.dotm"),
            ("attachedTemplate", "file:///\\\\jahat\\t.dotm"),
            ("attachedTemplate", "file://jahat/t.dotm"),
            ("attachedTemplate", "\\\\jahat\\t.dotm"),
        ],
    )
    def test_objects_and_templates_from_elsewhere_are_refused(self, jenis, tujuan):
        isi = contoh.paket_word({"word/_rels/document.xml.rels": contoh.hubungan(jenis, tujuan)})
        assert "tempat lain" in tolak(isi, "a.docx")

    @pytest.mark.parametrize(
        ("jenis", "tujuan"),
        [
            ("hyperlink", "https://a.go.id"),
            ("attachedTemplate", "file:///C:\\Users\\a\\Normal.dotm"),
            ("attachedTemplate", "Normal.dotm"),
        ],
    )
    def test_hyperlinks_and_the_writers_own_template_may_stay(self, jenis, tujuan):
        isi = contoh.paket_word({"word/_rels/settings.xml.rels": contoh.hubungan(jenis, tujuan)})
        assert periksa_berkas("a.docx", isi, 10) is T.DOCX

    def test_a_bomb_is_refused_by_what_it_promises(self):
        assert "membengkak" in tolak(contoh.paket_word({"word/media/a.bin": bytes(30_000_000)}), "a.docx")

    def test_a_bomb_in_the_list_of_content_types_is_never_unpacked(self):
        isi = contoh.paket({"[Content_Types].xml": bytes(60_000_000), "word/document.xml": "<x/>"})
        tracemalloc.start()
        try:
            assert "membengkak" in tolak(isi, "a.docx")
            assert tracemalloc.get_traced_memory()[1] < 5_000_000
        finally:
            tracemalloc.stop()

    def test_a_bomb_that_lies_about_its_size_is_refused(self):
        isi = contoh.paket_bohong(nyata=50_000_000, diaku=10)
        tracemalloc.start()
        try:
            assert "membengkak" in tolak(isi, "a.docx")
            assert tracemalloc.get_traced_memory()[1] < 10_000_000
        finally:
            tracemalloc.stop()

    def test_the_part_that_lies_would_have_passed_with_the_truth(self):
        assert periksa_berkas("a.docx", contoh.paket_bohong(nyata=10, diaku=10), 10) is T.DOCX

    def test_a_part_that_promises_more_than_it_holds_is_refused(self):
        assert "rusak" in tolak(contoh.paket_bohong(nyata=10, diaku=11), "a.docx")

    def test_a_package_with_a_password_is_refused(self):
        assert "sandi" in tolak(contoh.zip_bersandi(), "a.docx")
        assert "sandi" in tolak(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx")

    def test_a_name_that_stands_twice_is_refused(self):
        assert "rusak" in tolak(contoh.paket_word({"WORD/document.xml": "<y/>"}), "a.docx")

    def test_entities_in_the_list_of_content_types_are_refused(self):
        jenis = '<!DOCTYPE a [<!ENTITY b "c">]>' + contoh.jenis_isi(contoh.JENIS_DOCX).split("?>")[1]
        assert "rusak" in tolak(contoh.paket({"[Content_Types].xml": jenis, "word/document.xml": "<x/>"}), "a.docx")

    def test_something_behind_the_end_of_a_package_is_refused(self):
        assert "rusak" in tolak(contoh.docx() + contoh.HTML, "a.docx")

    def test_other_ways_to_compress_are_refused(self):
        bagian = {"[Content_Types].xml": contoh.jenis_isi(contoh.JENIS_DOCX), "word/document.xml": "<x/>"}
        assert "rusak" in tolak(contoh.paket(bagian, compression=ZIP_LZMA), "a.docx")


@pytest.mark.parametrize("buat", [contoh.foto_bergps, contoh.png_bening, contoh.pdf, contoh.docx, contoh.xlsx])
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_file_with_random_damage_is_taken_or_refused_but_never_an_error(buat):
    acak, asli = random.Random(7), buat()
    hasil = set()
    for _ in range(60):
        isi = bytearray(asli)
        for _ in range(acak.randint(1, 12)):
            isi[acak.randrange(4, len(isi))] = acak.randrange(256)
        try:
            hasil.add(periksa_berkas("bukti", bytes(isi[: acak.choice([len(isi), acak.randrange(8, len(isi))])]), 10))
        except BuktiDitolak:
            hasil.add(None)
    assert None in hasil
