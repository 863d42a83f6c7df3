from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from rtl_tracker.reports.word.dokumen import bangun
from rtl_tracker.reports.word.elemen import (
    BarisAngka,
    DaftarNomor,
    DuaTabel,
    Gambar,
    HalamanBaru,
    Judul,
    Kolom,
    Paragraf,
    Tabel,
)
from rtl_tracker.reports.word.galat import DokumenGagal
from tests.reports.word.baca import W, bangun_utuh, gaya, judul, medan, paragraf, part, teks
from tests.reports.word.contoh import BIDANG, NAMA_GANAS, TANGGAL, dokumen, isi_lengkap, png, tabel_rekap
from tests.reports.word.isi_dokumen import paragraf_kosong
from tests.reports.word.paket import periksa_paket

SATU = (Paragraf("Satu kalimat."),)


@pytest.fixture(scope="module")
def lengkap() -> bytes:
    return bangun(dokumen(isi_lengkap(20), logo=png()))


def test_a_document_with_everything_is_a_sound_package(lengkap):
    assert periksa_paket(lengkap) == []


def test_python_docx_reads_the_document_back(lengkap):
    word = docx.Document(BytesIO(lengkap))
    assert word.core_properties.title == "Laporan & <SKM> 2023"
    assert word.core_properties.created == TANGGAL
    assert "Kata Pengantar" in [p.text for p in word.paragraphs if p.style.name == "Heading 1"]


def test_the_same_data_give_the_same_bytes(lengkap):
    assert bangun(dokumen(isi_lengkap(20), logo=png())) == lengkap


def test_archive_times_come_from_the_caller(lengkap):
    assert {info.date_time for info in ZipFile(BytesIO(lengkap)).infolist()} == {(2024, 1, 31, 8, 30, 0)}


def test_no_marker_and_no_field_of_the_template_is_left(lengkap):
    isi = teks(part(lengkap))
    assert "[[" not in isi
    assert "{{" not in isi
    assert "{%" not in isi


def test_there_are_no_empty_paragraphs(lengkap):
    assert paragraf_kosong(part(lengkap)) == []


def test_text_of_fields_is_escaped_in_body_and_header(lengkap):
    assert paragraf(part(lengkap), "SampulInstansi") == ["Pemerintah Kabupaten Contoh & Sekitarnya"]
    assert "Pemerintah Kabupaten Contoh & Sekitarnya" in teks(part(lengkap, "word/header.xml"))


def test_a_missing_field_is_an_error_that_names_it():
    kurang = {nama: isi for nama, isi in BIDANG.items() if nama not in ("tahun", "istilah_unit")}
    with pytest.raises(DokumenGagal, match="istilah_unit, tahun"):
        bangun(replace(dokumen({"metode": SATU}), bidang=kurang))


def test_elements_without_a_marker_are_an_error_that_names_it():
    with pytest.raises(DokumenGagal, match="lampiran_xyz"):
        bangun_utuh({"lampiran_xyz": SATU})


def test_elements_that_are_empty_need_no_marker():
    assert "Metode" in judul(bangun_utuh({"lampiran_xyz": (), "metode": SATU}))


def test_lines_of_the_signature_vanish_when_empty():
    badan = bangun_utuh({"kata_pengantar": SATU}, nip_penandatangan="", tempat_tanggal="")
    assert paragraf(badan, "TandaTangan", "TandaTanganTempat") == ["Kepala Bagian Organisasi"]


def test_the_logo_stands_on_the_cover_only_when_given():
    assert len(list(bangun_utuh({"metode": SATU}, logo=png()).iter(f"{W}drawing"))) == 1
    assert "SampulLogo" not in [gaya(p) for p in bangun_utuh({"metode": SATU}).iter(f"{W}p")]


def test_bytes_that_are_no_picture_are_refused():
    with pytest.raises(DokumenGagal, match="bukan berkas PNG"):
        bangun_utuh({"metode": (Gambar(b"GIF?", 100, "alt"),)})


def test_a_picture_used_twice_is_stored_once():
    docx_ = bangun(dokumen({"metode": (Gambar(png(), 50, "satu"), Gambar(png(), 60, "dua"), Gambar(png(8, 8), 60, "tiga"))}))
    assert periksa_paket(docx_) == []
    assert len([nama for nama in ZipFile(BytesIO(docx_)).namelist() if nama.startswith("word/media/")]) == 2


def test_a_tall_picture_is_scaled_to_the_page():
    badan = bangun_utuh({"metode": (Gambar(png(100, 1000), 150, "tinggi"),)})
    ukuran = next(satu for satu in badan.iter() if satu.tag.endswith("}extent"))
    assert int(ukuran.get("cy")) / 36000 < 230
    assert int(ukuran.get("cy")) == pytest.approx(10 * int(ukuran.get("cx")), rel=0.01)


def test_alternative_text_keeps_its_quotes():
    badan = bangun_utuh({"metode": (Gambar(png(), 50, 'Grafik "IKM" & <mutu>'),)})
    assert [satu.get("descr") for satu in badan.iter() if satu.tag.endswith("}docPr")] == ['Grafik "IKM" & <mutu>']


def test_every_numbered_list_begins_at_one():
    badan = bangun_utuh({"metode": (DaftarNomor(("a", "b")), DaftarNomor(("c",)))})
    nomor = [p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for p in badan.iter(f"{W}p") if gaya(p) == "ListNumber"]
    assert nomor[0] == nomor[1] != nomor[2]
    docx_ = bangun(dokumen({"metode": (DaftarNomor(("a", "b")), DaftarNomor(("c",)))}))
    mulai = {
        num.get(f"{W}numId"): num.find(f"{W}lvlOverride/{W}startOverride")
        for num in part(docx_, "word/numbering.xml")
        if num.tag == f"{W}num"
    }
    assert all(mulai[satu].get(f"{W}val") == "1" for satu in nomor)


def test_a_new_page_begins_with_the_next_element():
    badan = bangun_utuh({"metode": (Paragraf("a"), HalamanBaru(), Paragraf("b"), HalamanBaru(), tabel_rekap(2, "x"))})
    pindah = [teks(p) for p in badan.iter(f"{W}p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert pindah == ["b", "Tabel 1.1 Rekapitulasi hasil per UPP"]


def test_two_tables_in_a_row_do_not_grow_together():
    kecil = Tabel((Kolom("A", 20),), (("1",),))
    bangun_utuh({"metode": (kecil, kecil, BarisAngka((("1", "a"),)), DuaTabel(kecil, kecil), kecil)})


def test_a_document_may_end_with_a_table():
    bangun_utuh({"lampiran_bukti": (tabel_rekap(3),)})


def test_nasty_names_survive_everywhere():
    isi = {
        "metode": (
            Judul(3, NAMA_GANAS),
            Paragraf(NAMA_GANAS),
            Gambar(png(), 50, NAMA_GANAS, "g", NAMA_GANAS),
            Tabel((Kolom(NAMA_GANAS, 50),), ((NAMA_GANAS,),), "t", NAMA_GANAS, catatan=NAMA_GANAS),
            DaftarNomor((NAMA_GANAS,)),
            BarisAngka(((NAMA_GANAS, NAMA_GANAS),)),
        )
    }
    isi_teks = teks(bangun_utuh(isi, nama_instansi=NAMA_GANAS, penandatangan=NAMA_GANAS))
    assert isi_teks.count(NAMA_GANAS) == 14


def test_fields_ask_word_for_page_numbers_until_they_are_known(lengkap):
    assert part(lengkap, "word/settings.xml").find(f"{W}updateFields") is not None
    kotor = [satu for satu in part(lengkap).iter(f"{W}fldChar") if satu.get(f"{W}dirty")]
    assert len(kotor) == len(medan(part(lengkap), "TOC")) == 3
