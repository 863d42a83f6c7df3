"""Files of answers from anywhere: their columns are guessed, persons are left out, what cannot be known is asked, every refusal has its place."""

from datetime import date
from fractions import Fraction

import pytest

from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.spreadsheets.berkas_jawaban import dari_json, ke_json
from rtl_tracker.spreadsheets.kata_jawaban import tebak_kata
from rtl_tracker.spreadsheets.masalah import BerkasDitolak
from rtl_tracker.spreadsheets.pemetaan_jawaban import (
    Pemetaan,
    kata_berkas,
    kekurangan,
    pemetaan_dari_json,
    tebak_pemetaan,
)
from rtl_tracker.spreadsheets.telaah_jawaban import KOLOM_BARIS, HasilTelaah, Ketentuan, telaah
from tests.spreadsheets import ekspor_buatan as ekspor
from tests.spreadsheets.pembuat_berkas import UNSUR, bagian_paket, lembar_tangan, tulis_paket

AWAL, AKHIR = date(2026, 1, 1), date(2026, 11, 21)
KETENTUAN = Ketentuan(frozenset({"kecamatanuji"}), 2026, "TAHUNAN", AWAL, AKHIR)


def siap(berkas, **ubah) -> Pemetaan:
    """The guessed mapping with the guessed words, and what the test says."""
    dasar = tebak_pemetaan(berkas.lembar, AWAL, AKHIR)
    kata = {k.kata: k.tebakan for k in kata_berkas(berkas.lembar, dasar, ekspor.PILIHAN) if k.tebakan is not None}
    return pemetaan_dari_json({**dasar.ke_json(), "kata": kata, **ubah})


def kurang(berkas, pemetaan: Pemetaan) -> dict[str, str]:
    return kekurangan(berkas.lembar, pemetaan, ekspor.PILIHAN, [])


def nilai(hasil: HasilTelaah) -> list[tuple]:
    letak = KOLOM_BARIS.index("persyaratan")
    return [b[letak : letak + 9] for b in hasil.baris]


def kolom(hasil: HasilTelaah, nama: str) -> list:
    return [b[KOLOM_BARIS.index(nama)] for b in hasil.baris]


def galat(hasil: HasilTelaah) -> list[tuple]:
    return [(m.baris, m.kolom, m.nilai) for m in hasil.masalah if m.tingkat == "galat"]


@pytest.mark.parametrize(("pemisah", "sandi"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "cp1252")])
def test_an_online_form_is_understood_without_a_word_from_the_officer(pemisah: str, sandi: str):
    berkas = ekspor.buka(ekspor.csv_bita(ekspor.formulir_daring(), pemisah, sandi))
    pemetaan = siap(berkas)
    assert kurang(berkas, pemetaan) == {}
    hasil = telaah(berkas.lembar, pemetaan, KETENTUAN)
    assert hasil.masalah == ()
    assert nilai(hasil) == [ekspor.NILAI_KATA] * 3
    assert kolom(hasil, "tanggal") == ["2026-11-13", "2026-11-14", "2026-11-15"]
    assert hasil.baris[1][3:8] == ("Perempuan", "26-35", "SMA", "ASN", None)
    assert kolom(hasil, "saran") == ["", *["Loketnya, tolong ditambah"] * 2]


def test_columns_of_a_person_are_named_but_nothing_of_them_is_kept():
    berkas = ekspor.buka(ekspor.csv_bita(ekspor.formulir_daring()))
    assert berkas.lembar.pribadi == ("Email Address", "Nama Lengkap", "NIK", "No. HP")
    simpanan = ke_json(berkas).decode()
    for isi in ("warga0@contoh.id", "Warga 1", "6101010101010000", "0812345678"):
        assert isi not in simpanan
    assert dari_json(ke_json(berkas)) == berkas


@pytest.mark.parametrize("isi", ["budi@contoh.go.id", "081234567890", "6101234567890123", "192.168.1.20"])
def test_a_column_whose_values_name_a_person_is_dropped_whatever_its_header(isi: str):
    baris = [["Isian", *UNSUR], *[[isi, *[3] * 9] for _ in range(4)]]
    assert ekspor.buka(ekspor.csv_bita(baris)).lembar.pribadi == ("Isian",)


def test_a_survey_service_with_two_rows_of_headers_must_say_the_order_of_its_last_two_questions():
    berkas = ekspor.buka(ekspor.csv_bita(ekspor.layanan_survei()))
    assert berkas.lembar.pribadi == ("IP Address", "First Name")
    pemetaan = siap(berkas)
    assert set(kurang(berkas, pemetaan)) == {"urutan"}
    for urutan, akhir in (("permenpan", (4, 2)), ("kuesioner", (2, 4))):
        dengan = siap(berkas, urutan=urutan)
        assert kurang(berkas, dengan) == {}
        hasil = telaah(berkas.lembar, dengan, KETENTUAN)
        assert nilai(hasil) == [(3, 4, 3, 4, 3, 4, 3, *akhir)] * 2
        assert kolom(hasil, "tanggal") == ["2026-11-14", "2026-11-15"]
        assert [b[0] for b in hasil.baris] == [3, 4]


def test_a_provincial_export_gives_only_the_rows_of_this_unit():
    berkas = ekspor.buka(ekspor.xlsx_bita(Rekap=ekspor.aplikasi_provinsi()), "rekap.xlsx")
    pemetaan = siap(berkas, urutan="permenpan")
    assert kurang(berkas, pemetaan) == {}
    hasil = telaah(berkas.lembar, pemetaan, KETENTUAN)
    assert nilai(hasil) == [(4,) * 7 + (3, 2), (3, 3, 3, None, 3, 3, 3, 3, 3)]
    assert hasil.lewat == {"milik unit lain": 1}
    assert hasil.kosong[Unsur.BIAYA] == 1
    assert [b[0] for b in hasil.baris] == [4, 6]
    assert kolom(hasil, "usia") == ["19-25", "≥ 56"]


def test_our_own_workbook_needs_no_mapping_and_leaves_other_periods_out():
    berkas = ekspor.buka(ekspor.xlsx_bita(catatan=[["x"], ["y"], ["z"], ["a"], ["b"]], respons=ekspor.buku_kerja()), "skm.xlsx")
    pemetaan = siap(berkas)
    assert kurang(berkas, pemetaan) == {}
    hasil = telaah(berkas.lembar, pemetaan, KETENTUAN)
    assert nilai(hasil) == [(3,) * 9, (4,) * 8 + (None,)]
    assert hasil.lewat == {"milik periode lain": 1}
    assert (kolom(hasil, "umum"), kolom(hasil, "usia")) == ([4, None], ["36-45", "19-25"])


def test_the_questions_of_the_own_questionnaire_are_known_by_their_words():
    kepala = ["Tanggal", *[q.title() for q in ekspor.TANYA]]
    berkas = ekspor.buka(ekspor.csv_bita([kepala, ["4 Mei 2026", *[4] * 10]]))
    assert berkas.lembar.tebakan == ("tanggal", *ekspor.TANYA.values())


def test_several_columns_of_one_unsur_give_their_exact_mean():
    kepala = ["Tanggal", "Waktu", "Kecepatan waktu di loket", "Kecepatan waktu di kasir", *UNSUR[:2]]
    berkas = ekspor.buka(ekspor.csv_bita([kepala, ["2026-05-04", 4, 3, 3, 4, 4], ["2026-05-04", 2, "", "", "", ""]]))
    hasil = telaah(berkas.lembar, siap(berkas), KETENTUAN)
    assert nilai(hasil) == [(4, 4, Fraction(10, 3), *[None] * 6), (None, None, 2, *[None] * 6)]


def test_words_that_mean_nothing_by_themselves_are_asked_and_never_guessed():
    berkas = ekspor.buka(ekspor.csv_bita([["Tanggal", *UNSUR], ["2026-05-04", "Lumayan", *["Sesuai"] * 8]]))
    (lumayan, sesuai) = kata_berkas(berkas.lembar, tebak_pemetaan(berkas.lembar, AWAL, AKHIR), ekspor.PILIHAN)
    assert (lumayan.tampil, lumayan.tebakan, lumayan.di) == ("Lumayan", None, ("Persyaratan",))
    assert (sesuai.tebakan, sesuai.banyak) == (3, 8)
    assert set(kurang(berkas, siap(berkas))) == {"kata"}
    kata = {"lumayan": 2, "sesuai": 3}
    assert nilai(telaah(berkas.lembar, siap(berkas, kata=kata), KETENTUAN)) == [(2, *[3] * 8)]


@pytest.mark.parametrize(
    ("kata", "arti"),
    [
        ("Sangat sesuai", 4), ("Kurang mudah", 2), ("Tidak cepat", 1), ("Baik", 3), ("3 - Sesuai", 3), ("Sangat sesuai (4)", 4),
        ("c. Sesuai", 3), ("-", 0), ("Tidak tahu", 0), ("1 - Sangat sesuai", None), ("5 - Luar biasa", None),
        ("Sangat tidak sesuai", None), ("C", None), ("Lumayan", None), ("Ada, tetapi tidak berfungsi", 2), ("Sangat mahal", 1),
    ],
)  # fmt: skip
def test_what_a_word_most_likely_means(kata: str, arti: int | None):
    assert tebak_kata([kata], {}) == {kata: arti}


def test_the_words_of_the_own_questionnaire_mean_what_they_say_there():
    kata = {kata: n for b in ekspor.KUESIONER_BAWAAN.butir for n, kata in enumerate(b.pilihan, 1)}
    assert tebak_kata(kata, ekspor.PILIHAN) == kata


def test_answers_outside_one_to_four_are_refused_with_row_column_and_value_and_nothing_is_handed_on():
    baris = [["Tanggal", *UNSUR], ["2026-05-04", 0, 5, "2,5", *[4] * 6], ["2026-05-04", *[4] * 9]]
    hasil = telaah((berkas := ekspor.buka(ekspor.csv_bita(baris))).lembar, siap(berkas), KETENTUAN)
    assert galat(hasil) == [(2, "persyaratan", "0"), (2, "prosedur", "5"), (2, "waktu", "2,5")]
    assert (hasil.baris, hasil.n_berkas, hasil.n_sah) == ([], 2, 1)


def test_a_date_outside_the_survey_is_refused_or_left_out_or_overruled():
    baris = [["Tanggal", *UNSUR], ["2026-05-04", *[4] * 9], ["2025-12-31", *[4] * 9], ["2026-12-01", *[4] * 9]]
    berkas = ekspor.buka(ekspor.csv_bita(baris))
    assert [g[0] for g in galat(telaah(berkas.lembar, siap(berkas), KETENTUAN))] == [3, 4]
    lewat = Ketentuan(frozenset(), 2026, "TAHUNAN", AWAL, AKHIR, lewati_luar=True)
    hasil = telaah(berkas.lembar, siap(berkas), lewat)
    assert (hasil.lewat, len(hasil.baris)) == ({"tanggal di luar masa survei": 2}, 1)
    semua = Ketentuan(frozenset(), 2026, "TAHUNAN", AWAL, AKHIR, tanggal_semua=date(2026, 7, 1))
    assert kolom(telaah(berkas.lembar, siap(berkas), semua), "tanggal") == ["2026-07-01"] * 3


@pytest.mark.parametrize(
    ("tanggal", "urutan"),
    [
        (["13/5/2026", "4/5/2026"], "hari"), (["5/13/2026 09:00:11", "5/4/2026 10:11:12"], "bulan"),
        (["2026/05/13 9:10:11 AM GMT+7"], "hari"), (["5/12/2026"], "hari"), (["12/5/2026"], "hari"),
        (["5/4/2026"], ""), (["1/2/2026", "2/3/2026"], ""),
    ],
)  # fmt: skip
def test_day_first_or_month_first_is_found_from_the_whole_column_or_asked(tanggal: list[str], urutan: str):
    """12/5 and 5/12 of 2026: 5 December and 12 December would lie ahead, so only one reading is possible."""
    berkas = ekspor.buka(ekspor.csv_bita([["Timestamp", *UNSUR], *[[t, *[4] * 9] for t in tanggal]]))
    pemetaan = siap(berkas)
    if tanggal == ["5/12/2026"]:
        urutan = "bulan"
    assert pemetaan.tanggal == urutan
    assert ("tanggal" in kurang(berkas, pemetaan)) == (urutan == "")


def test_a_row_without_one_answer_is_nobodys_opinion_and_its_date_does_not_matter():
    baris = [["Tanggal", *UNSUR, "Saran"], ["", *[""] * 9, "Hanya saran"], ["2026-05-04", *[4] * 9, ""]]
    hasil = telaah((berkas := ekspor.buka(ekspor.csv_bita(baris))).lembar, siap(berkas), KETENTUAN)
    assert (len(hasil.baris), hasil.lewat, hasil.galat) == (1, {"tanpa satu pun jawaban": 1}, False)


def test_a_mapping_survives_as_plain_values_and_what_it_holds_amiss_is_dropped():
    pemetaan = Pemetaan(("unsur:waktu", "", "tanggal"), {"sesuai": 3}, {"ktp": 4}, 7, "permenpan", "hari")
    assert pemetaan_dari_json(pemetaan.ke_json()) == pemetaan
    aneh = {"kolom": ["pribadi", 3, "unsur:nik"], "kata": {"a": 9}, "layanan": [1], "urutan": "x", "tanggal": ["hari"]}
    assert pemetaan_dari_json(aneh) == Pemetaan(("", "", ""))


def test_files_of_one_look_share_a_mark_and_others_do_not():
    tanda = [ekspor.buka(ekspor.csv_bita(ekspor.formulir_daring(n))).lembar.tanda for n in (2, 5)]
    assert tanda[0] == tanda[1] != ekspor.buka(ekspor.csv_bita(ekspor.layanan_survei())).lembar.tanda


@pytest.mark.parametrize(
    "isi",
    [b"", b"\x00\x01", b"satu kolom\n", b"a,b\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, b"PK\x03\x04rusak"],
)  # fmt: skip
def test_what_holds_no_table_is_refused_with_a_sentence(isi: bytes):
    for nama in ("a.csv", "a.xlsx"):
        with pytest.raises(BerkasDitolak, match=r"\.$"):
            ekspor.buka(isi, nama)


def test_a_workbook_that_hides_entities_or_a_bomb_is_refused(tmp_path):
    jahat = '<!DOCTYPE x [<!ENTITY a "b">]>' + lembar_tangan()
    for bagian in (bagian_paket(jahat), {**bagian_paket(lembar_tangan()), "xl/media/a.xml": "0" * 30_000_000}):
        path = tulis_paket(tmp_path / "jahat.xlsx", bagian)
        with pytest.raises(BerkasDitolak):
            ekspor.buka(path.read_bytes(), "jahat.xlsx")


def test_too_large_a_file_and_too_many_rows_are_refused():
    with pytest.raises(BerkasDitolak, match="melebihi batas 1 MB"):
        ekspor.buka_berkas("a.csv", b"x" * 1_100_000, 1, {})
    with pytest.raises(BerkasDitolak, match="200000 baris"):
        ekspor.buka(b"a,b\n" + b"1,2\n" * 500_000)


def test_a_million_empty_rows_below_the_table_do_no_harm():
    isi = ekspor.csv_bita([["Tanggal", *UNSUR], ["2026-05-04", *[4] * 9]]) + b"\n" * 390_000
    assert len(ekspor.buka(isi).lembar.baris) == 1


def test_a_formula_that_was_never_calculated_is_no_answer():
    isi = ekspor.xlsx_bita(Jawaban=[["Tanggal", *UNSUR], [date(2026, 5, 4), "=1+2", *[4] * 8]])
    berkas = ekspor.buka(isi, "a.xlsx")
    berkas = dari_json(ke_json(berkas))
    hasil = telaah(berkas.lembar, siap(berkas), KETENTUAN)
    assert galat(hasil) == [(2, "persyaratan", "(rumus)")]
