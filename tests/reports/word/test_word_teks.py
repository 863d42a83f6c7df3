import pytest
from lxml import etree

from rtl_tracker.reports.word.galat import DokumenGagal
from rtl_tracker.reports.word.teks import PenulisTeks, Rujukan, Sifat, bersihkan, lolos, lolos_atribut

RUJUKAN = {"T1": Rujukan("_Ref000001", "Tabel 3.4")}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def terbaca(teks: str) -> list[tuple[str, bool]]:
    """(text, bold) of every run that Word would read."""
    xml = etree.fromstring(f'<w:p xmlns:w="{W}">{PenulisTeks(RUJUKAN).runs(teks)}</w:p>')
    ns = {"w": W}
    hasil = [("".join(run.xpath("w:t/text()", namespaces=ns)), bool(run.xpath("w:rPr/w:b", namespaces=ns))) for run in xml]
    return [(isi, tebal) for isi, tebal in hasil if isi]


def test_markup_characters_are_shown_as_they_are():
    assert terbaca("<w:b> & \"Dinas\" 'A'") == [("<w:b> & \"Dinas\" 'A'", False)]


def test_characters_that_xml_cannot_hold_are_dropped():
    assert bersihkan("a\x00b\x0bc\ud800d\uffffe\x1ff") == "abcdef"
    assert bersihkan("a\r\nb\rc\td") == "a\nb\nc d"


def test_stars_set_in_bold():
    assert terbaca("Nilai **86,03** poin") == [("Nilai ", False), ("86,03", True), (" poin", False)]


def test_a_single_star_stays():
    assert terbaca("5 * 4 = 20") == [("5 * 4 = 20", False)]


def test_a_line_feed_breaks_the_line_inside_one_run():
    assert PenulisTeks({}).runs("a\nb").count("<w:br/>") == 1


def test_a_key_becomes_a_cross_reference():
    xml = PenulisTeks(RUJUKAN).runs("lihat ⟦T1⟧.")
    assert " REF _Ref000001 \\h " in xml
    assert terbaca("lihat ⟦T1⟧.") == [("lihat ", False), ("Tabel 3.4", False), (".", False)]


def test_a_cross_reference_in_bold_text_is_bold():
    assert terbaca("**lihat ⟦T1⟧**") == [("lihat ", True), ("Tabel 3.4", True)]


def test_an_unknown_key_is_an_error_that_names_it():
    with pytest.raises(DokumenGagal, match="⟦T99⟧"):
        PenulisTeks(RUJUKAN).runs("lihat ⟦T99⟧")


def test_no_empty_runs_are_left():
    assert '<w:t xml:space="preserve"></w:t>' not in PenulisTeks(RUJUKAN).runs("**⟦T1⟧**", Sifat(setengah_pt=16))


def test_attribute_values_are_quoted_and_on_one_line():
    assert lolos_atribut('a "b"\n<c>') == "'a \"b\" &lt;c&gt;'"
    assert lolos("a & b") == "a &amp; b"
