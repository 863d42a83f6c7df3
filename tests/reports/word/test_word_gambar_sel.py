"""Pictures inside cells of a table, heads of groups, and paragraphs that stay with what follows."""

import pytest

from rtl_tracker.reports.word.elemen import Baris, GambarSel, Kolom, Paragraf, Tabel
from rtl_tracker.reports.word.galat import DokumenGagal
from tests.reports.word.baca import W, bangun_utuh, teks
from tests.reports.word.contoh import png

KOLOM = (Kolom("No", 12), Kolom("Dokumentasi", 80))
A, B = (GambarSel(png(60, 30, abu), f"Foto <{abu}> & lainnya", 35, 30) for abu in (90, 200))


def badan(*baris, gambar=(A, B), **lain):
    return bangun_utuh({"metode": (Tabel(KOLOM, iter(baris), gambar=gambar), *lain.get("sesudah", ()))})


def sel(xml, baris: int, kolom: int):
    return xml.find(f"{W}tbl").findall(f"{W}tr")[baris].findall(f"{W}tc")[kolom]


def lukisan(xml) -> list:
    return [satu for satu in xml.iter() if str(satu.tag).endswith("}docPr")]


def test_pictures_stand_before_the_text_of_their_cell_with_words_for_those_who_cannot_see_them():
    xml = badan(Baris(("1", "Foto 1: loket <baru>\nFoto 2: antrean"), gambar={1: (0, 1)}), ("2", "-"))
    terisi = sel(xml, 1, 1)
    assert [satu.get("descr") for satu in lukisan(terisi)] == ["Foto <90> & lainnya", "Foto <200> & lainnya"]
    assert teks(terisi).strip() == "Foto 1: loket <baru>Foto 2: antrean"
    jenis = [str(satu.tag).rsplit("}", 1)[1] for satu in terisi.iter(f"{W}drawing", f"{W}br")]
    assert jenis == ["drawing", "drawing", "br", "br"]
    assert lukisan(sel(xml, 1, 0)) == lukisan(sel(xml, 2, 1)) == []


def test_a_picture_keeps_its_proportions_inside_its_box():
    xml = badan(Baris(("1", ""), gambar={1: (0,)}))
    ukuran = next(satu for satu in xml.iter() if str(satu.tag).endswith("}extent"))
    assert (int(ukuran.get("cx")), int(ukuran.get("cy"))) == (35 * 36000, 35 * 36000 // 2)


def test_the_same_picture_is_stored_once_and_drawn_with_its_own_number():
    xml = badan(Baris(("1", "a"), gambar={1: (0, 0)}), Baris(("2", "b"), gambar={1: (0,)}))
    nomor = [satu.get("id") for satu in lukisan(xml)]
    assert len(set(nomor)) == 3


def test_a_row_whose_pictures_fill_more_than_half_a_page_may_break():
    banyak = tuple(range(20))
    xml = badan(Baris(("1", ""), gambar={1: banyak}), Baris(("2", ""), gambar={1: (0, 1)}), gambar=(A, B) * 10)
    utuh = [satu.find(f"{W}trPr/{W}cantSplit") is not None for satu in xml.find(f"{W}tbl").findall(f"{W}tr")]
    assert utuh == [True, False, True]


def test_bytes_that_are_no_picture_are_refused():
    with pytest.raises(DokumenGagal, match="bukan berkas PNG atau JPEG"):
        badan(Baris(("1", ""), gambar={1: (0,)}), gambar=(GambarSel(b"bukan", "x", 10, 10),))


def test_the_head_of_a_group_stays_with_its_first_row():
    isi = [Baris((str(i), "Kelompok" if i % 5 == 3 else "a"), "induk" if i % 5 == 3 else "biasa") for i in range(20)]
    baris = badan(*isi).find(f"{W}tbl").findall(f"{W}tr")[1:]
    lekat = [i for i, satu in enumerate(baris) if satu.find(f".//{W}keepNext") is not None]
    assert lekat == [0, 3, 8, 13, 18]


def test_a_paragraph_can_be_held_to_what_follows():
    xml = bangun_utuh({"metode": (Paragraf("lepas"), Paragraf("erat", lekat=True), Paragraf("kecil", "catatan", lekat=True))})
    erat = [teks(p) for p in xml.findall(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert erat == ["erat", "kecil"]
