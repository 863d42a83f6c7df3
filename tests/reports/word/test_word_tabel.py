from collections.abc import Iterator
from itertools import pairwise

import pytest

from rtl_tracker.reports.word.elemen import Baris, BarisAngka, DuaTabel, Gambar, Judul, Kolom, Paragraf, Tabel
from rtl_tracker.reports.word.galat import DokumenGagal
from tests.reports.word.baca import W, bangun_utuh, teks
from tests.reports.word.contoh import KALIMAT, png, tabel_arsir, tabel_besar, tabel_rekap

DUA = (Kolom("A", 40), Kolom("B", 20, "kanan"))


def tabel_dari(tabel: Tabel, penanda: str = "metode"):
    """The table as Word gets it."""
    return bangun_utuh({penanda: (tabel,)}).find(f"{W}tbl")


def baris(xml) -> list[list[str]]:
    return [[teks(sel) for sel in satu.findall(f"{W}tc")] for satu in xml.findall(f"{W}tr")]


def lekat(xml) -> list[bool]:
    """Of every row below the heading, whether it stays with the next one."""
    return [satu.find(f".//{W}keepNext") is not None for satu in xml.findall(f"{W}tr")[1:]]


def lebar(xml) -> list[int]:
    return [int(satu.get(f"{W}w")) for satu in xml.iter(f"{W}gridCol")]


def test_rows_stand_in_order_below_the_heading():
    xml = tabel_dari(Tabel(DUA, ((str(i), f"{i},00") for i in range(200))))
    assert baris(xml) == [["A", "B"], *([str(i), f"{i},00"] for i in range(200))]


def test_rows_may_come_from_a_generator_and_are_read_once():
    diambil = []

    def sumber() -> Iterator[tuple[str, ...]]:
        for i in range(3):
            diambil.append(i)
            yield (str(i), "x")

    assert len(baris(tabel_dari(Tabel(DUA, sumber())))) == 4
    assert diambil == [0, 1, 2]


def test_heading_rows_repeat_and_are_marked_as_headings():
    xml = tabel_dari(Tabel(DUA, (("1", "2"),), kepala_atas=(("Nilai", 2),)))
    ulang = [satu.find(f"{W}trPr/{W}tblHeader") is not None for satu in xml.findall(f"{W}tr")]
    assert ulang == [True, True, False]
    assert xml.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"


def test_spanning_headings_cover_their_columns():
    xml = tabel_dari(tabel_besar(1), "tabel_besar")
    atas = [(teks(sel), int(sel.find(f"{W}tcPr/{W}gridSpan").get(f"{W}val"))) for sel in xml.find(f"{W}tr").findall(f"{W}tc")]
    assert atas == [("", 3), ("Nilai unsur", 9), ("", 7)]


def test_spanning_headings_of_another_width_are_refused():
    with pytest.raises(ValueError, match="tidak selebar 2"):
        Tabel(DUA, (), judul="X", kepala_atas=(("Nilai", 3),))


def test_merged_cells_show_the_text_of_their_first_row_only():
    xml = tabel_dari(tabel_besar(2), "tabel_besar")
    assert [satu[1] for satu in baris(xml)[2:]] == ["Kecamatan Contoh 1", "", "", "", "", "Kecamatan Contoh 2", "", "", "", ""]


def test_columns_keep_their_widths_when_they_fit():
    assert lebar(tabel_dari(Tabel(DUA, ()))) == [2267, 1133]


def test_a_table_too_wide_is_scaled_to_the_text_width():
    kolom = tuple(Kolom(f"K{i}", 20) for i in range(10))
    hasil = lebar(tabel_dari(Tabel(kolom, (), judul="Lebar")))
    assert len(set(hasil)) == 1
    assert 8770 < sum(hasil) <= 8787


def test_a_landscape_page_gives_more_room():
    badan = bangun_utuh({"tabel_besar": (tabel_besar(1),)})
    assert sum(lebar(badan.find(f"{W}tbl"))) > 13_800


def test_columns_below_six_millimetres_are_refused_by_name():
    kolom = (Kolom("Lebar sekali", 300), Kolom("Sempit", 9))
    with pytest.raises(DokumenGagal, match="Sempit"):
        tabel_dari(Tabel(kolom, (), judul="Lebar"))


def test_a_row_with_another_number_of_cells_is_refused():
    with pytest.raises(DokumenGagal, match=r"2 kolom, tetapi sebuah barisnya 3 sel: 1 \| 2 \| 3"):
        tabel_dari(Tabel(DUA, (("1", "2", "3"),), judul="X"))


def test_rows_do_not_split_unless_one_fills_half_a_page():
    xml = tabel_dari(Tabel(DUA, (("pendek", "1"), (KALIMAT * 20, "2"), ("pendek", "3"))))
    utuh = [satu.find(f"{W}trPr/{W}cantSplit") is not None for satu in xml.findall(f"{W}tr")]
    assert utuh == [True, True, False, True]


def test_a_total_stays_with_the_row_before_it():
    xml = tabel_dari(Tabel(DUA, (*((str(i), "a") for i in range(19)), Baris(("", "c"), "total")), catatan="Sumber: rekap."))
    assert lekat(xml) == [True, *[False] * 17, True, True]


def test_a_short_table_stays_on_one_page():
    assert lekat(tabel_dari(Tabel(DUA, [(str(i), "a") for i in range(12)]))) == [True] * 11 + [False]


def test_a_short_table_of_tall_rows_may_break():
    assert lekat(tabel_dari(Tabel(DUA, [(KALIMAT * 4, "a")] * 4))) == [True, False, False, False]


def test_totals_are_bold_and_tinted():
    khusus = (Baris(("", "b"), "subtotal"), Baris(("", "c"), "total"), Baris(("d", ""), "induk"))
    xml = tabel_dari(Tabel(DUA, (("1", "a"), *khusus)))
    tebal = [satu.find(f".//{W}b") is not None for satu in xml.findall(f"{W}tr")[1:]]
    arsir = [satu.find(f".//{W}shd") is not None for satu in xml.findall(f"{W}tr")[1:]]
    assert tebal == [False, True, True, True]
    assert arsir == [False, True, True, False]


def test_shading_follows_the_value_and_dark_cells_get_white_text():
    xml = tabel_dari(tabel_arsir(4, None))
    sel = {teks(sel): sel for sel in xml.iter(f"{W}tc")}
    assert sel["2,10"].find(f"{W}tcPr/{W}shd").get(f"{W}fill") == "1F3864"
    assert sel["2,10"].find(f".//{W}color").get(f"{W}val") == "FFFFFF"
    assert sel["3,44"].find(f".//{W}color") is None
    assert sel["3,90"].find(f"{W}tcPr/{W}shd") is None


def test_cells_break_lines_and_show_markup_as_text():
    xml = tabel_dari(Tabel(DUA, (("a\nb & <c>", "**d**"), ("=1+1", "x\x00y"))))
    assert baris(xml)[1:] == [["ab & <c>", "d"], ["=1+1", "xy"]]
    assert len(list(xml.iter(f"{W}br"))) == 1


def test_the_font_size_is_written_only_when_it_differs_from_the_style():
    assert tabel_dari(Tabel(DUA, (("1", "2"),))).find(f".//{W}sz") is None
    ukuran = {satu.get(f"{W}val") for satu in tabel_dari(Tabel(DUA, (("1", "2"),), ukuran_pt=7.5)).iter(f"{W}sz")}
    assert ukuran == {"15"}


def test_large_figures_and_small_tables_stand_side_by_side():
    kecil = Tabel(DUA, (("1", "2"),), judul="Terbaik")
    berdampingan = (BarisAngka((("40", "UPP"), ("2.349", "responden"))), DuaTabel(kecil, kecil))
    badan = bangun_utuh({"ringkasan": berdampingan, "metode": (Paragraf("x"),)})
    angka, dua = badan.findall(f"{W}tbl")
    assert baris(angka) == [["40UPP", "2.349responden"]]
    assert [len(list(sel.iter(f"{W}tbl"))) for sel in dua.findall(f"{W}tr/{W}tc")] == [1, 0, 1]


def test_text_after_a_table_keeps_a_distance():
    badan = bangun_utuh({"metode": (Tabel(DUA, (("1", "2"),)), Paragraf("sesudah"))})
    sesudah = badan.find(f"{W}tbl").getnext()
    assert int(sesudah.find(f"{W}pPr/{W}spacing").get(f"{W}before")) >= 120


def test_references_and_headings_need_a_title():
    with pytest.raises(ValueError, match="'a'"):
        Tabel(DUA, (), kunci="a")
    with pytest.raises(ValueError, match="'g'"):
        Gambar(png(), 10, "alt", kunci="g")
    with pytest.raises(ValueError, match="Tingkat judul 1"):
        Judul(1, "x")


def test_nothing_cannot_be_set_in_columns():
    with pytest.raises(ValueError, match="tanpa kolom"):
        Tabel((), ())
    with pytest.raises(ValueError, match="tanpa angka"):
        BarisAngka(())


def test_every_table_row_of_a_long_report_follows_the_last():
    xml = tabel_dari(tabel_rekap(400))
    nomor = [int(satu[0]) for satu in baris(xml)[1:-1]]
    assert all(b == a + 1 for a, b in pairwise(nomor))
    assert len(nomor) == 400
