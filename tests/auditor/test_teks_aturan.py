"""The four rules over made-up facts: sentence of the finding, place, proposal, ties, missing data."""

from decimal import Decimal

import pytest

from rtl_tracker.auditor.teks import periksa_naskah, teks_01, teks_02, teks_03, teks_04
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tercetak import Naskah, RiwayatTercetak
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.upp import Upp
from tests.auditor.susun import DUA, SATU, baris, fakta, unsur

NILAI_SATU = ("3.00", "3.10", "2.80", "3.90", "3.20", "3.30", "3.40", "3.50", "3.60")
NILAI_DUA = ("3.50", "3.50", "3.60", "3.90", "3.70", "3.60", "3.80", "3.90", "3.70")


def isi(*teks, upp=None, periode=Periode.TAHUNAN, **lain):
    """Facts of two units (IKM 82,78 and 92,22, instansi 87,50) with these texts."""
    daftar = (
        baris(1, nilai=unsur(*NILAI_SATU), ikm_tercetak="82.78", jumlah_responden=40),
        baris(2, nilai=unsur(*NILAI_DUA), ikm_tercetak="92.22", jumlah_responden=60),
    )
    riwayat = {
        (None, 2022): RiwayatTercetak(Decimal("85.00")),
        (1, 2022): RiwayatTercetak(Decimal("84.00")),
        (2, 2022): RiwayatTercetak(Decimal("92.22")),
    }
    naskah = tuple(Naskah("simpulan", upp, periode, t) for t in teks)
    pengaturan = Pengaturan(nama="Pemerintah Kabupaten Contoh")
    return fakta(*daftar, **{"naskah": naskah, "riwayat": riwayat, "pengaturan": pengaturan, **lain})


def temuan(teks, upp=None, **lain):
    f = isi(teks, upp=upp, **lain)
    return periksa_naskah(f.naskah[0], f)


def test_a_wrong_number_is_bounded_by_its_letters_and_carries_the_right_figure():
    teks = "Pendahuluan yang baik. IKM Kabupaten Contoh tahun 2023 sebesar **87,05** dengan mutu B."
    (satu,) = temuan(teks)
    assert teks[satu.awal : satu.akhir] == "87,05"
    assert satu.usulan == "87,50"
    assert satu.kalimat == "IKM Kabupaten Contoh tahun 2023 sebesar **87,05** dengan mutu B."
    t = satu.temuan
    assert (t.aturan, t.tingkat, t.bidang, t.upp_id) == ("TEKS-01", Tingkat.GALAT, "simpulan", None)
    assert (t.tercetak, t.seharusnya) == ("87.05", "87.50")
    assert t.kalimat == (
        "Tertulis 87,05 sebagai IKM tahun 2023, padahal menurut data 87,50. Perbaiki angka ini, atau periksa datanya."
    )


def test_a_number_that_was_cut_off_is_told_as_info():
    f = isi("IKM Dinas Satu & <Rekan> adalah 82,7.", "IKM Kabupaten Contoh 87,5.")
    assert [(t.tingkat, t.seharusnya) for t in teks_01(f)] == [(Tingkat.INFO, "82.78")]
    assert "dipotong, bukan dibulatkan" in next(iter(teks_01(f))).kalimat


def test_another_unit_is_named_for_bagian_organisasi_and_hidden_from_the_unit():
    (satu,) = temuan("IKM kami lebih rendah daripada IKM Kecamatan Dua. IKM Kecamatan Dua sebesar 92,33.", upp=1)
    assert "Kecamatan Dua" in satu.temuan.kalimat
    assert "Kecamatan Dua" not in satu.temuan.untuk_unit


def test_a_sentence_about_another_unit_is_judged_with_its_figures():
    assert temuan("IKM Kecamatan Dua sebesar 92,22 dengan mutu A.", upp=1) == []
    assert temuan("IKM kami sebesar 82,78 dengan mutu B.", upp=1) == []
    assert len(temuan("IKM Kecamatan Dua sebesar 82,78.", upp=1)) == 1


def test_a_name_with_signs_is_recognised():
    assert temuan("IKM Dinas Satu & <Rekan> sebesar 82,78 (Baik).") == []
    assert [t.usulan for t in temuan("IKM Dinas Satu & <Rekan> sebesar 92,22.")] == ["82,78"]


@pytest.mark.parametrize(
    ("teks", "salah", "usulan"),
    [
        ("Survei diikuti 100 (seribu) responden.", "seribu", "seratus"),
        ("Survei diikuti 101 (seratus) responden.", "101", "100"),
        ("Survei diikuti 101 (seratus satu) responden.", "101 (seratus satu)", "100 (seratus)"),
        ("Survei diikuti 101 (seratus dua) responden.", "101 (seratus dua)", "100 (seratus)"),
        ("Buku tamu memuat 12 (dua puluh) nama.", "12 (dua puluh)", ""),
    ],
)
def test_digits_and_words_must_agree_and_the_facts_say_which_is_right(teks, salah, usulan):
    (satu,) = temuan(teks)
    assert (teks[satu.awal : satu.akhir], satu.usulan) == (salah, usulan)


def test_one_wrong_name_in_a_role_is_one_finding_though_its_figures_do_not_fit_either():
    (satu,) = temuan("IKM tertinggi diperoleh Dinas Satu & <Rekan> sebesar 92,22 dengan kategori Sangat Baik.")
    assert satu.temuan.aturan == "TEKS-02"
    assert satu.usulan == "Kecamatan Dua"


@pytest.mark.parametrize(
    ("teks", "banyak"),
    [
        ("Unsur terendah adalah persyaratan dan prosedur.", 0),
        ("Unsur terendah adalah persyaratan.", 1),
        ("Salah satu unsur terendah adalah persyaratan.", 0),
        ("Unsur tertinggi adalah biaya/tarif dan penanganan pengaduan.", 0),
        ("Unsur tertinggi adalah penanganan pengaduan.", 1),
        ("Tiga unsur terendah adalah persyaratan, prosedur, waktu penyelesaian, dan kompetensi pelaksana.", 0),
        ("Tiga unsur terendah adalah persyaratan, prosedur, dan waktu penyelesaian.", 1),
    ],
)
def test_unsur_that_share_a_rank_must_all_be_named(teks, banyak):
    hasil = temuan(teks, upp=2)
    assert len(hasil) == banyak
    assert all(t.temuan.aturan == "TEKS-02" for t in hasil)


def test_a_tie_that_was_left_out_says_who_is_missing():
    (satu,) = temuan("Unsur terendah adalah persyaratan.", upp=2)
    assert satu.temuan.kalimat == (
        "Unsur terendah menurut data adalah Persyaratan dan Prosedur; Prosedur belum disebut (nilainya sama)."
    )
    assert satu.usulan == "persyaratan; dan sistem, mekanisme, dan prosedur"


@pytest.mark.parametrize(
    ("teks", "usulan"),
    [
        ("IKM bermutu A (Sangat Baik).", "B (Baik)"),
        ("Kategori: SANGAT BAIK.", "BAIK"),
        ("Kategori kinerja Sangat Baik (A).", "Baik (B)"),
        ("Mutu pelayanan B (Sangat Baik).", "B (Baik)"),
    ],
)
def test_the_right_class_is_proposed_as_the_text_writes_it(teks, usulan):
    assert [t.usulan for t in temuan(teks, upp=1)] == [usulan]


@pytest.mark.parametrize(
    ("teks", "upp", "banyak"),
    [
        ("IKM turun 1,22 poin dibandingkan tahun 2022.", 1, 0),
        ("IKM naik 1,22 poin dibandingkan tahun 2022.", 1, 1),
        ("IKM tetap dibandingkan tahun lalu.", 2, 0),
        ("IKM stabil dibandingkan tahun lalu.", 1, 1),
        ("IKM meningkat dibandingkan tahun lalu.", 2, 1),
        ("IKM tidak meningkat dibandingkan tahun lalu.", 2, 0),
        ("IKM akan meningkat pada tahun depan.", 1, 0),
        ("IKM meningkat dibandingkan tahun 2019.", 1, 0),
    ],
)
def test_a_trend_word_is_held_against_the_two_years(teks, upp, banyak):
    assert len([t for t in temuan(teks, upp) if t.temuan.aturan == "TEKS-03"]) == banyak


def test_the_finding_of_a_trend_word_shows_the_series_and_the_right_word():
    (satu,) = temuan("Nilai IKM mengalami peningkatan dibandingkan tahun sebelumnya.", upp=1)
    assert satu.temuan.kalimat == (
        "Tertulis peningkatan, padahal IKM 84,00 (2022); 82,78 (2023) turun 1,22 poin. Perbaiki kata ini."
    )
    assert satu.usulan == "penurunan"


@pytest.mark.parametrize(
    ("teks", "banyak"),
    [
        ("Bila unsur waktu penyelesaian naik menjadi 4,00, IKM menjadi 86,11.", 0),
        ("Bila unsur waktu penyelesaian naik menjadi 4,00, IKM menjadi 88,11.", 1),
        ("Dengan perbaikan unsur waktu penyelesaian, IKM akan mencapai kategori A.", 1),
        ("Dengan perbaikan unsur waktu penyelesaian dan persyaratan, IKM akan mencapai kategori A.", 0),
        ("IKM ditargetkan menjadi 91,00.", 0),
        ("IKM ditargetkan menjadi 93,00.", 1),
        ("Mutu A (Sangat Baik) baru tercapai bila unsur lain ikut naik.", 0),
    ],
)
def test_a_promise_is_held_against_the_best_case(teks, banyak):
    hasil = temuan(teks, upp=1)
    assert [t.temuan.aturan for t in hasil] == ["TEKS-04"] * banyak


def test_a_promise_out_of_reach_says_the_best_that_can_be_reached():
    (satu,) = temuan("Perbaikan waktu penyelesaian akan membawa IKM ke kategori A.", upp=1)
    assert satu.temuan.kalimat == (
        "Mutu A (Sangat Baik) tidak dapat dicapai: bila unsur Waktu naik menjadi 4,00, IKM 86,11 (B (Baik)) adalah yang terbaik. "
        "Ubah sasarannya, atau sebut unsur lain yang ikut naik."
    )


def test_a_unit_without_data_or_with_an_index_only_is_never_measured_against_nothing():
    upp = (SATU, DUA, Upp(3, "Badan Tiga"), Upp(4, "Badan Empat"))
    daftar = (
        baris(1, nilai=unsur("3.2"), ikm_tercetak="80.00"),
        baris(3, ikm_tercetak="77.00"),
        baris(4, ikm_tercetak="0", jumlah_responden=0),
    )
    teks = (
        "Unsur terendah Badan Tiga adalah waktu penyelesaian (2,90).",
        "IKM Badan Empat sebesar 88,00 dengan mutu B.",
        "Jumlah responden Badan Tiga 12 orang.",
        "IKM Kecamatan Dua naik 3,00 poin.",
        "IKM Badan Tiga akan mencapai kategori A.",
    )
    f = fakta(*daftar, upp=upp, naskah=tuple(Naskah("x", None, Periode.TAHUNAN, t) for t in teks))
    assert [list(aturan(f)) for aturan in (teks_01, teks_02, teks_03, teks_04)] == [[], [], [], []]


def test_the_four_rules_part_the_findings_and_say_nothing_without_texts():
    f = isi(
        "IKM Kabupaten Contoh sebesar 88,00.", "IKM Kabupaten Contoh bermutu D.", "IKM Kabupaten Contoh turun dibandingkan tahun 2022.",
        "IKM Kabupaten Contoh ditargetkan menjadi 99,50.",
    )  # fmt: skip
    assert [[t.aturan for t in aturan(f)] for aturan in (teks_01, teks_02, teks_03, teks_04)] == [
        ["TEKS-01"], ["TEKS-02"], ["TEKS-03"], ["TEKS-04"],
    ]  # fmt: skip
    assert list(teks_01(isi())) == []


def test_one_respondent_and_one_unit_are_judged_as_well():
    f = fakta(baris(1, nilai=unsur("4"), ikm_tercetak="100.00", jumlah_responden=1), upp=(SATU,))
    naskah = Naskah("x", 1, Periode.TAHUNAN, "Survei diikuti 1 responden dengan IKM 100,00 (Sangat Baik).")
    assert periksa_naskah(naskah, f) == []
    salah = Naskah("x", 1, Periode.TAHUNAN, "Survei diikuti 2 responden dengan IKM 100,00 (Sangat Baik).")
    assert [t.usulan for t in periksa_naskah(salah, f)] == ["1"]


def test_facts_of_one_unit_alone_say_nothing_about_the_instansi_or_other_units():
    f = fakta(
        baris(1, nilai=unsur(*NILAI_SATU), ikm_tercetak="82.78", jumlah_responden=40),
        upp=(SATU,),
        pengaturan=Pengaturan(nama="Pemerintah Kabupaten Contoh"),
    )
    for teks in (
        "IKM kami berada di bawah IKM Kabupaten Contoh sebesar 87,50.",
        "Kami berada pada peringkat kedua dari 2 UPP; IKM tertinggi diperoleh Kecamatan Dua sebesar 92,22.",
        "Sebanyak 1 UPP bermutu A dan setiap UPP memiliki 50 responden.",
        "IKM kami 82,78 (Baik) dari 40 responden.",
    ):
        assert periksa_naskah(Naskah("x", 1, Periode.TAHUNAN, teks), f) == []
    assert periksa_naskah(Naskah("x", None, Periode.TAHUNAN, "IKM instansi sebesar 87,50."), f) == []
    assert len(periksa_naskah(Naskah("x", 1, Periode.TAHUNAN, "IKM kami 82,87 (Baik)."), f)) == 1
