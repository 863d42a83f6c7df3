"""Number words are read as formats.terbilang writes them; sentences are parted without moving a letter."""

import pytest

from rtl_tracker.auditor.teks.kalimat import bersihkan, pisahkan_kalimat
from rtl_tracker.auditor.teks.terbilang import baca_terbilang, tulis_terbilang
from rtl_tracker.formats import terbilang


def test_every_number_below_ten_thousand_is_read_and_written_as_reports_print_it():
    assert [n for n in range(10_000) if terbilang(n) != tulis_terbilang(n)] == []
    assert [n for n in range(10_000) if baca_terbilang(terbilang(n)) != n] == []


@pytest.mark.parametrize(("kata", "nilai"), [("tujuhbelas", 17), ("Tujuh  Belas", 17), ("seratuslima", 105)])
def test_joined_and_capital_words_are_read(kata, nilai):
    assert baca_terbilang(kata) == nilai


@pytest.mark.parametrize("kata", ["", "belas", "dua tiga", "satu belas", "puluh", "seratus ratus", "tiga kali"])
def test_words_that_are_no_number_are_refused(kata):
    assert baca_terbilang(kata) is None


def test_a_number_too_large_for_words_is_not_written():
    with pytest.raises(ValueError, match="10000"):
        tulis_terbilang(10_000)


@pytest.mark.parametrize(
    "teks",
    [
        "**83,38** pada ⟦T3⟧; Nomor 14 Tahun 2017.",
        "Tanggal 9 Juni 2021 pukul 08.00 WIB, telepon (0562) 441125, Rp 25.000,00.",
        '1. Satu;\n2. Dua.\n\nKecamatan < & " Ledo\xa0%',
    ],
)
def test_cleaning_never_moves_a_letter(teks):
    bersih = bersihkan(teks)
    assert len(bersih) == len(teks)
    assert "2017" not in bersih
    assert "441125" not in bersih


@pytest.mark.parametrize(
    ("teks", "banyak"),
    [
        ("IKM 83,38. Mutu B.", 2),
        ("Jln. Guna Baru No. 5 menjadi lokasi survei.", 1),
        ("Unsur terendah yaitu:\n1. Waktu;\n2. Biaya.", 1),
        ("Nilai 2.349 dan 83.38. Selesai!", 2),
        ("Baris satu\nBaris dua", 2),
        ("baris yang terpotong\ndi tengah kalimat", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_they_end(teks, banyak):
    kalimat = list(pisahkan_kalimat(bersihkan(teks)))
    assert len(kalimat) == banyak
    assert all(bersihkan(teks)[k.awal : k.awal + len(k.teks)] == k.teks for k in kalimat)
