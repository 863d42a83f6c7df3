"""Single cells: whatever an officer types is read exactly or refused."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from rtl_tracker.spreadsheets.sel import (
    NilaiSalah,
    SelBermasalah,
    baca_desimal,
    baca_hitungan,
    baca_tanggal,
    desimal_dari_angka,
    kosong,
    satu_baris,
    teks,
    teks_tampil,
)


@pytest.mark.parametrize(
    ("tertulis", "nilai"),
    [
        ("86,03", "86.03"), ("86.03", "86.03"), (" 86 , 03 ", "86.03"), ("3.00", "3.00"), ("100 %", "100"), ("100%", "100"),
        ("1.234,56", "1234.56"), ("1,234.56", "1234.56"), ("1.234.567", "1234567"), ("-2,5", "-2.5"), (3.16, "3.16"),
        (25.0, "25"), (98.03750000000001, "98.0375"), (100, "100"), ("\u00a086,03", "86.03"), ("88.264", "88.264"),
    ],
)  # fmt: skip
def test_a_number_is_read_with_its_digits(tertulis, nilai):
    assert str(baca_desimal(tertulis)) == nilai


@pytest.mark.parametrize("tertulis", ["", "  ", "\n"])
def test_a_blank_cell_is_no_number_and_no_error(tertulis):
    assert baca_desimal(tertulis) is None
    assert baca_hitungan(tertulis) is None
    assert baca_tanggal(tertulis) is None
    assert kosong(tertulis)


@pytest.mark.parametrize(
    "tertulis",
    ["tiga", "3,1,2", "1.23.456", "12a", "--3", "1e2", True, date(2023, 1, 1), time(1), float("nan"), float("inf"), "9" * 99],
)
def test_what_is_no_number_is_refused(tertulis):
    with pytest.raises(NilaiSalah):
        baca_desimal(tertulis)


@pytest.mark.parametrize(
    ("tertulis", "nilai"),
    [("2.349", 2349), ("2,349", 2349), ("1.234.567", 1234567), (2.349, 2349), (25.0, 25), ("25", 25), ("25,0", 25), ("25 orang", 25),
     ("2.349 responden", 2349), (-5.0, -5), ("-5", -5), ("0", 0)],
)  # fmt: skip
def test_a_count_is_a_whole_number_and_a_point_in_it_means_thousands(tertulis, nilai):
    assert baca_hitungan(tertulis) == nilai


@pytest.mark.parametrize("tertulis", [25.5, "25,5", "dua puluh", 1e12, "99999999999"])
def test_a_count_that_is_not_whole_or_beyond_reason_is_refused(tertulis):
    with pytest.raises(NilaiSalah):
        baca_hitungan(tertulis)


@pytest.mark.parametrize(
    "tertulis",
    [date(2023, 12, 31), datetime(2023, 12, 31, 10, 5), "31/12/2023", "31-12-2023", "31.12.2023", "2023-12-31", "31 Desember 2023",
     "31 des 2023", "Minggu, 31 Desember 2023", "31/12/2023 10:05:59", "2023-12-31T10:05:00"],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(tertulis):
    assert baca_tanggal(tertulis) == date(2023, 12, 31)


@pytest.mark.parametrize("tertulis", ["31/13/2023", "30 Februari 2023", "Triwulan IV 2023", 45291.0, "31/12/23"])
def test_what_is_no_certain_date_is_refused(tertulis):
    with pytest.raises(NilaiSalah):
        baca_tanggal(tertulis)


def test_text_is_trimmed_freed_of_control_characters_and_keeps_its_lines():
    assert teks("  satu\u200b\x00 \r\n dua\u00a0tiga ") == "satu\ndua tiga"
    assert satu_baris("Dinas\n  Sosial ") == "Dinas Sosial"


def test_numbers_and_dates_in_a_text_column_read_as_they_are_shown():
    assert teks(34723.0) == "34723"
    assert teks(167.04) == "167.04"
    assert teks(date(2023, 6, 9)) == "9 Juni 2023"
    assert teks(True) == "TRUE"


def test_a_cell_that_excel_could_not_value_is_refused_wherever_it_is_read():
    sel = SelBermasalah("#REF!", "Sel ini galat.")
    for baca in (teks, satu_baris, baca_desimal, baca_hitungan, baca_tanggal):
        with pytest.raises(NilaiSalah, match="Sel ini galat"):
            baca(sel)
    assert teks_tampil(sel) == "#REF!"
    assert not kosong(sel)


def test_a_float_becomes_the_decimal_it_was_typed_as():
    assert desimal_dari_angka(0.1 + 0.2) == Decimal("0.3")
    assert str(desimal_dari_angka(1e11)) == "100000000000"
