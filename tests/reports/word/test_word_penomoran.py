import pytest

from rtl_tracker.reports.word.angka_urut import format_angka, huruf, romawi
from rtl_tracker.reports.word.galat import TemplatTidakLengkap
from rtl_tracker.reports.word.penomoran import Penomoran
from rtl_tracker.resources import resource
from tests.reports.word.baca import W, part

BAB, LAMPIRAN, NOMOR = "1", "2", "4"


@pytest.fixture
def xml():
    return part((resource("docx_templates") / "tahunan.docx").read_bytes(), "word/numbering.xml")


@pytest.mark.parametrize(("angka", "hasil"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (1994, "mcmxciv")])
def test_roman_numbers(angka, hasil):
    assert romawi(angka) == hasil


def test_letters_repeat_after_z():
    assert [huruf(n) for n in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"]
    assert format_angka(3, "upperLetter") == "C"


def test_an_unknown_format_is_an_error():
    with pytest.raises(TemplatTidakLengkap, match="chicago"):
        format_angka(1, "chicago")


def test_lower_levels_restart_below_higher_ones(xml):
    hitung = Penomoran(xml)
    urutan = [(BAB, 0), (BAB, 1), (BAB, 2), (BAB, 2), (BAB, 1), (BAB, 2), (BAB, 0), (BAB, 1), (LAMPIRAN, 0), (LAMPIRAN, 1)]
    assert [hitung.nomor(*satu) for satu in urutan] == [
        "BAB I",
        "1.1",
        "1.1.1",
        "1.1.2",
        "1.2",
        "1.2.1",
        "BAB II",
        "2.1",
        "LAMPIRAN A",
        "A.1",
    ]


def test_captions_count_below_arabic_chapters_and_lettered_appendices(xml):
    hitung = Penomoran(xml)
    for _ in range(4):
        hitung.nomor(BAB, 0)
    hitung.nomor(LAMPIRAN, 0)
    assert (hitung.label_bab(BAB), hitung.label_bab(LAMPIRAN)) == ("4", "A")


def test_sections_name_a_list_that_spells_the_chapter_out(xml):
    hitung = Penomoran(xml)
    hitung.nomor(BAB, 0)
    hitung.nomor(BAB, 0)
    num_id = hitung.num_untuk(BAB, 1)
    assert num_id == hitung.num_untuk(BAB, 2) != BAB
    num = next(satu for satu in xml.iter(f"{W}num") if satu.get(f"{W}numId") == num_id)
    assert [satu.get(f"{W}val") for satu in num.iter(f"{W}lvlText")] == ["2.%2", "2.%2.%3"]
    assert hitung.num_untuk(LAMPIRAN, 1) == LAMPIRAN
    assert hitung.nomor(num_id, 1) == "2.1"


def test_a_list_the_template_does_not_have_is_an_error(xml):
    with pytest.raises(TemplatTidakLengkap, match="99"):
        Penomoran(xml).nomor("99", 0)


def test_a_new_list_shares_the_look_and_begins_again(xml):
    hitung = Penomoran(xml)
    satu, dua = hitung.daftar_baru(NOMOR), hitung.daftar_baru(NOMOR)
    assert satu != dua
    assert [num.get(f"{W}numId") for num in xml.findall(f"{W}num")][-2:] == [satu, dua]
