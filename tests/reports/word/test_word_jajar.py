import pytest

from rtl_tracker.reports.word.dokumen import bangun
from rtl_tracker.reports.word.elemen import Gambar, HalamanBaru, Jajar, Logo, Petak, Tulisan
from rtl_tracker.reports.word.galat import TemplatTidakLengkap
from tests.reports.word.baca import W, bangun_utuh, gaya, teks
from tests.reports.word.contoh import NAMA_GANAS, dokumen, png


def jajar(*petak, tinggi=30.0):
    return Jajar(petak, tinggi)


def lebar(sel):
    return int(sel.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))


def test_boxes_hold_paragraphs_in_their_styles_and_pictures_with_words():
    isi = (Tulisan(NAMA_GANAS, "Lembar Unit"), Gambar(png(), 20, "Kode menuju halaman publikasi"))
    (tabel,) = bangun_utuh({"metode": (jajar(Petak(100, isi, "gelap"), Petak(55, (Tulisan("B", "Lembar Mutu"),))),)}).iter(
        f"{W}tbl"
    )
    kiri, kanan = tabel.iter(f"{W}tc")
    assert [gaya(p) for p in kiri.iter(f"{W}p")] == ["LembarUnit", "LembarGambar"]
    assert teks(kiri) == NAMA_GANAS
    assert kiri.find(f".//{W}shd") is not None
    assert kanan.find(f".//{W}shd") is None


def test_a_box_with_nothing_but_the_logo_gives_its_width_away_when_there_is_none():
    isi = {"metode": (jajar(Petak(30, (Logo(22),)), Petak(125, (Tulisan("Judul", "Lembar Judul"),))),)}
    (tanpa,) = next(bangun_utuh(isi).iter(f"{W}tbl")).iter(f"{W}tc")
    kiri, kanan = next(bangun_utuh(isi, logo=png()).iter(f"{W}tbl")).iter(f"{W}tc")
    assert lebar(tanpa) == lebar(kiri) + lebar(kanan)
    assert kiri.find(f".//{W}drawing") is not None


def test_a_sheet_of_boxes_begins_on_a_new_page():
    satu = jajar(Petak(155, (Tulisan("Lembar", "Lembar Judul"),)))
    badan = bangun_utuh({"metode": (satu, HalamanBaru(), satu)})
    assert [t.find(f".//{W}pageBreakBefore") is not None for t in badan.iter(f"{W}tbl")] == [False, True]


def test_a_style_that_a_sheet_needs_and_the_template_lacks_is_named():
    with pytest.raises(TemplatTidakLengkap, match="Lembar Khayalan"):
        bangun(dokumen({"metode": (Tulisan("x", "Lembar Khayalan"),)}))


def test_a_hyphen_that_must_not_break_is_words_own():
    badan = bangun_utuh({"metode": (Tulisan("36\N{NON-BREAKING HYPHEN}45", "Lembar Rincian"),)})
    (paragraf,) = (p for p in badan.iter(f"{W}p") if gaya(p) == "LembarRincian")
    assert teks(paragraf) == "3645"
    assert len(list(paragraf.iter(f"{W}noBreakHyphen"))) == 1
