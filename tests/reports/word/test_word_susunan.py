import pytest

from rtl_tracker.reports.word.elemen import Gambar, Judul, Paragraf
from rtl_tracker.reports.word.galat import DokumenGagal
from tests.reports.word.baca import W, bangun_utuh, gaya, judul, medan, paragraf, teks
from tests.reports.word.contoh import isi_lengkap, png, tabel_besar, tabel_rekap

SATU = (Paragraf("Satu kalimat."),)


def bagian(badan) -> list[dict[str, str]]:
    """Orientation and page numbers of every section."""
    hasil = []
    for sectpr in badan.iter(f"{W}sectPr"):
        nomor = sectpr.find(f"{W}pgNumType")
        hasil.append(
            {
                "arah": sectpr.find(f"{W}pgSz").get(f"{W}orient", "portrait"),
                "mulai": None if nomor is None else nomor.get(f"{W}start"),
                "bentuk": None if nomor is None else nomor.get(f"{W}fmt"),
            }
        )
    return hasil


def test_headings_without_content_fall_away_with_their_parents():
    badan = bangun_utuh({"metode": SATU, "rekomendasi": SATU})
    assert judul(badan) == ["Daftar Isi", "PENDAHULUAN", "Metode", "KESIMPULAN DAN REKOMENDASI", "Rekomendasi"]


def test_the_signature_falls_away_with_the_preface():
    assert paragraf(bangun_utuh({"metode": SATU}), "TandaTangan", "TandaTanganNama") == []


def test_lists_of_tables_and_figures_appear_only_when_they_have_lines():
    assert "Daftar Tabel" in judul(bangun_utuh({"metode": (tabel_rekap(2),)}))
    assert "Daftar Gambar" not in judul(bangun_utuh({"metode": (tabel_rekap(2),)}))
    assert "Daftar Gambar" in judul(bangun_utuh({"metode": (Gambar(png(), 50, "alt", judul="Grafik"),)}))
    assert "Daftar Gambar" not in judul(bangun_utuh({"metode": (Gambar(png(), 50, "alt"),)}))


def test_contents_number_chapters_sections_and_appendices_as_they_remain():
    isi = {
        "latar_belakang": SATU,
        "metode": (*SATU, Judul(3, "Rumus"), Judul(4, "Rincian")),
        "rtl": SATU,
        "lampiran_pengolahan": (Judul(2, "Kecamatan A"), Judul(2, "Kecamatan B"), Judul(3, "Rinci")),
        "lampiran_bukti": SATU,
    }
    assert paragraf(bangun_utuh(isi), "TOC1", "TOC2", "TOC3") == [
        "BAB I\tPENDAHULUAN\t",
        "1.1\tLatar Belakang\t",
        "1.2\tMetode\t",
        "1.2.1\tRumus\t",
        "BAB II\tTINDAK LANJUT\t",
        "2.1\tRencana Tindak Lanjut\t",
        "LAMPIRAN A\tPengolahan Data per Responden\t",
        "A.1\tKecamatan A\t",
        "A.2\tKecamatan B\t",
        "A.2.1\tRinci\t",
        "LAMPIRAN B\tBukti Dukung\t",
    ]


def test_front_matter_is_listed_without_numbers_and_the_contents_do_not_list_themselves():
    isi = {"kata_pengantar": SATU, "ringkasan": SATU, "metode": (tabel_rekap(2),)}
    assert paragraf(bangun_utuh(isi), "TOC1")[:3] == ["Kata Pengantar\t", "Ringkasan Eksekutif\t", "Daftar Tabel\t"]


def test_a_heading_inside_front_matter_gets_no_number():
    badan = bangun_utuh({"ringkasan": (Judul(2, "Angka utama"),), "metode": SATU})
    assert paragraf(badan, "TOC2")[0] == "Angka utama\t"


def test_captions_count_by_chapter_and_references_follow():
    isi = {
        "metode": (tabel_rekap(1, "a"), tabel_rekap(1, "b"), Paragraf("⟦a⟧ ⟦b⟧ ⟦c⟧ ⟦d⟧ ⟦g⟧")),
        "rtl": (tabel_rekap(1, "c"), Gambar(png(), 50, "alt", "g", "Grafik")),
        "lampiran_bukti": (tabel_rekap(1, "d"),),
    }
    badan = bangun_utuh(isi)
    assert paragraf(badan, "BodyText")[0] == "Tabel 1.1 Tabel 1.2 Tabel 2.1 Tabel A.1 Gambar 2.1"
    assert medan(badan, "SEQ") == [
        "SEQ Tabel \\* ARABIC \\r 1",
        "SEQ Tabel \\* ARABIC \\s 1",
        "SEQ Tabel \\* ARABIC \\r 1",
        "SEQ Gambar \\* ARABIC \\r 1",
        "SEQ Tabel \\* ARABIC \\r 1",
    ]
    assert paragraf(badan, "TableofFigures")[1] == "Tabel 1.2 Rekapitulasi hasil per UPP\t"


def test_a_caption_before_the_first_chapter_has_a_plain_number():
    badan = bangun_utuh({"ringkasan": (tabel_rekap(1, "a"), tabel_rekap(1, "b")), "metode": SATU})
    assert paragraf(badan, "Caption")[1].startswith("Tabel 2 ")


def test_a_table_keeps_its_caption_above_and_a_figure_its_caption_below():
    badan = bangun_utuh({"metode": (tabel_rekap(1), Gambar(png(), 50, "alt", judul="Grafik"))})
    lekat = [gaya(p) for p in badan.findall(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert lekat == ["Caption", "Gambar"]


def test_a_key_used_twice_is_an_error():
    with pytest.raises(DokumenGagal, match="'a' dipakai oleh dua"):
        bangun_utuh({"metode": (tabel_rekap(1, "a"), tabel_rekap(1, "a"))})


def test_page_numbers_are_roman_in_front_and_go_on_through_landscape_pages():
    sampul, depan, badan, *sambungan = bagian(bangun_utuh(isi_lengkap(4)))
    assert sampul == {"arah": "portrait", "mulai": None, "bentuk": None}
    assert depan == {"arah": "portrait", "mulai": "1", "bentuk": "lowerRoman"}
    assert badan == {"arah": "portrait", "mulai": "1", "bentuk": None}
    assert [satu["arah"] for satu in sambungan[:2]] == ["landscape", "portrait"]
    assert {(satu["mulai"], satu["bentuk"]) for satu in sambungan} == {(None, None)}


def test_an_empty_landscape_part_leaves_no_section():
    assert [satu["arah"] for satu in bagian(bangun_utuh({"metode": SATU, "tren": SATU}))] == ["portrait"] * 3


def test_a_document_that_begins_and_ends_with_landscape_pages_starts_at_one():
    badan = bangun_utuh({"tabel_besar": (tabel_besar(2),)})
    assert [(satu["arah"], satu["mulai"]) for satu in bagian(badan)][2:] == [("portrait", "1"), ("landscape", None)]


def test_the_end_of_a_section_needs_no_paragraph_of_its_own_after_text():
    badan = bangun_utuh({"kata_pengantar": SATU, "unsur": SATU, "tabel_besar": (tabel_besar(2),), "tren": SATU})
    pembawa = [teks(sectpr.getparent().getparent()) for sectpr in badan.iter(f"{W}sectPr") if sectpr.getparent() is not badan]
    assert pembawa == ["Bagian Organisasi Sekretariat Daerah", "", "Satu kalimat.", "Dari rekap."]


def test_the_end_of_a_section_never_stands_in_a_caption():
    gambar = Gambar(png(), 60, "Sebuah gambar abu-abu untuk diuji.", "G1", "Gambar terakhir bagian ini")
    badan = bangun_utuh({"unsur": (Paragraf("Lihat ⟦G1⟧."), gambar), "tabel_besar": (tabel_besar(2),), "tren": SATU})
    pembawa = [sectpr.getparent().getparent() for sectpr in badan.iter(f"{W}sectPr") if sectpr.getparent() is not badan]
    assert [gaya(p) for p in pembawa if teks(p).startswith("Gambar")] == []
    assert "Gambar 1.1 Gambar terakhir bagian ini" in [teks(p) for p in badan.iter(f"{W}p")]
