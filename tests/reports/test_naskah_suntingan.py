"""Edited texts: figures are fields, unknown ones are refused by name, a vanished one never stops a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtl_tracker.reports.naskah_suntingan import (
    BANYAK_PARAGRAF,
    TIDAK_ADA,
    NaskahKeliru,
    baca_naskah,
    isi_suntingan,
    naskah_awal,
    periksa_bidang,
    rujukan_blok,
)
from rtl_tracker.reports.rancangan import Bidang, BlokTeks
from rtl_tracker.reports.rujukan_suntingan import tanpa_rujukan_hilang

BIDANG = (
    Bidang("ikm_instansi", "IKM instansi", "83,38", "Instansi"),
    Bidang("mutu_instansi", "Mutu instansi", "B (Baik)", "Instansi"),
    Bidang("jumlah", "Jumlah", "17", "Instansi"),
    Bidang("unit_terendah", "Unit terendah", "Kecamatan Lumar", "Instansi"),
    Bidang("ikm_kecamatan_lumar", "IKM Lumar", "83,38", "Kecamatan Lumar"),
    Bidang("mutu_kecamatan_lumar", "Mutu Lumar", "B (Baik)", "Kecamatan Lumar"),
)


def test_one_line_is_one_paragraph_and_empty_lines_part_nothing():
    assert baca_naskah("satu\r\n\r\n  dua  \n\ntiga\n") == ("satu", "dua", "tiga")


def test_a_text_beyond_all_measure_is_refused_with_what_to_do():
    with pytest.raises(NaskahKeliru, match=f"paling banyak {BANYAK_PARAGRAF}"):
        baca_naskah("x\n" * (BANYAK_PARAGRAF + 1))
    with pytest.raises(NaskahKeliru, match="Paragraf 2 memuat 4001 huruf"):
        baca_naskah(f"satu\n{'x' * 4001}")


def test_fields_take_the_figures_of_today_and_references_become_marks():
    teks = ("IKM **{{ ikm_instansi }}**, lihat {{lihat_t3}}.", "Tanpa bidang.")
    assert isi_suntingan(teks, BIDANG) == ("IKM **83,38**, lihat ⟦T3⟧.", "Tanpa bidang.")


def test_a_field_whose_figure_is_gone_reads_so_instead_of_stopping_the_report():
    assert isi_suntingan(("IKM {{ ikm_seluas }}.",), BIDANG) == (f"IKM {TIDAK_ADA}.",)


def test_every_unknown_field_is_named_with_the_nearest_one_and_every_open_brace():
    with pytest.raises(NaskahKeliru) as galat:
        periksa_bidang(("IKM {{ ikm_instanse }}.", "Angka {{ zzz }} dan {{ jumlah }", "{{ lihat_t9 }}"), BIDANG, ("T3",))
    satu, dua, tiga, empat = galat.value.daftar
    assert "Paragraf 1: bidang 'ikm_instanse' tidak dikenal. Mungkin maksudnya {{ ikm_instansi }}" in satu
    assert "Paragraf 2: bidang 'zzz' tidak dikenal. Pilih dari daftar" in dua
    assert "Paragraf 2: tanda kurung {{ }} tidak berpasangan" in tiga
    assert "'lihat_t9' tidak dikenal" in empat
    periksa_bidang(("IKM {{ ikm_instansi }} pada {{ lihat_t3 }}.",), BIDANG, ("T3",))


def test_the_automatic_text_is_offered_with_its_telling_figures_as_fields():
    blok = BlokTeks("indeks", "Indeks", ("IKM **83,38** dengan mutu **B (Baik)** dari 17 unit (⟦T3⟧).", "83,385 bukan 83,38."))
    assert naskah_awal(blok, BIDANG).split("\n") == [
        "IKM **{{ ikm_instansi }}** dengan mutu **{{ mutu_instansi }}** dari 17 unit ({{ lihat_t3 }}).",
        "83,385 bukan {{ ikm_instansi }}.",
    ]
    assert rujukan_blok([blok]) == ("T3",)


def test_a_class_becomes_a_field_only_behind_its_own_index():
    blok = BlokTeks("rekap", "Rekap", ("Sebanyak 13 unit bermutu B (Baik).",))
    assert naskah_awal(blok, BIDANG) == "Sebanyak 13 unit bermutu B (Baik)."


@given(st.text(max_size=200))
def test_whatever_is_typed_is_taken_or_refused_in_words_and_never_fails(teks):
    try:
        paragraf = baca_naskah(teks)
        periksa_bidang(paragraf, BIDANG, ())
    except NaskahKeliru as galat:
        kalimat = galat.daftar
    else:
        kalimat = tuple("x" for _ in isi_suntingan(paragraf, BIDANG)) == tuple("x" for _ in paragraf)
    assert kalimat


def test_an_offered_text_filled_in_again_is_the_automatic_text():
    blok = BlokTeks("a", "A", ("Kecamatan Lumar: 83,38 (B (Baik)); ⟦T3⟧ dan ⟦G_TREN⟧ {tetap} 17.",))
    assert isi_suntingan(baca_naskah(naskah_awal(blok, BIDANG)), BIDANG) == blok.teks


def test_a_reference_to_a_table_that_is_gone_becomes_words():
    assert tanpa_rujukan_hilang(("Lihat ⟦T3⟧ dan ⟦T99⟧.",), frozenset({"T3"})) == ("Lihat ⟦T3⟧ dan tabel terkait.",)


def test_a_field_of_another_unit_is_never_offered_because_two_figures_happen_to_be_equal():
    bidang = (
        *BIDANG[:3],
        Bidang("ikm_kecamatan_lumar", "IKM", "90,11", "Kecamatan Lumar"),
        Bidang("waktu_kecamatan_lumar", "Waktu", "3,20", "Kecamatan Lumar"),
    )
    umum = BlokTeks("a", "A", ("Rata-rata 3,20 pada Kecamatan Ledo.", "Kecamatan Lumar memperoleh 3,20."))
    assert naskah_awal(umum, bidang).split("\n") == [
        "Rata-rata 3,20 pada Kecamatan Ledo.",
        "Kecamatan Lumar memperoleh {{ waktu_kecamatan_lumar }}.",
    ]
    sendiri = BlokTeks("b", "B", ("Nilainya 3,20 dan 83,38.",), kelompok="Kecamatan Lumar")
    assert naskah_awal(sendiri, bidang) == "Nilainya {{ waktu_kecamatan_lumar }} dan 83,38."
