"""Saran that belong to an unsur: those that name it, those of whoever rated it low, each once (spec 2.4)."""

import pytest

from rtl_tracker.domain.saran import KATA_SEHARI_HARI, saran_untuk, unsur_saran
from rtl_tracker.domain.unsur import Unsur, kenali_unsur

U = Unsur


def jawaban(dasar: int | None = 4, **lain: int | None) -> list[int | None]:
    return [lain.get(u.value, dasar) for u in Unsur]


def test_a_saran_that_names_the_unsur_belongs_to_it_whatever_the_rating():
    saran = [("Tarif parkir dan biaya terlalu tinggi", jawaban()), ("Ruang tunggu bersih", jawaban())]
    assert saran_untuk(U.BIAYA, saran) == ["Tarif parkir dan biaya terlalu tinggi"]
    assert saran_untuk(U.WAKTU, saran) == []


def test_a_saran_that_names_none_belongs_to_what_its_writer_rated_lowest():
    saran = [("Antre sampai siang", jawaban(waktu=1, biaya=3)), ("Sudah baik", jawaban(3))]
    assert saran_untuk(U.WAKTU, saran) == ["Antre sampai siang"]
    assert saran_untuk(U.BIAYA, saran) == []


def test_what_was_named_or_rated_lowest_comes_before_what_was_only_rated_low():
    saran = [
        ("Petugas sering tidak di tempat", jawaban(waktu=2, perilaku=2)),
        ("Waktu layanan tolong dipercepat", jawaban()),
        ("Antre sampai siang", jawaban(waktu=1)),
    ]
    assert saran_untuk(U.WAKTU, saran) == [
        "Waktu layanan tolong dipercepat", "Antre sampai siang", "Petugas sering tidak di tempat",
    ]  # fmt: skip


def test_a_saran_that_names_another_unsur_is_not_taken_for_a_low_rating():
    assert saran_untuk(U.WAKTU, [("Biaya tidak jelas", jawaban(waktu=1))]) == []


def test_an_unsur_that_was_not_answered_is_not_a_low_one():
    assert saran_untuk(U.WAKTU, [("Sampai siang belum selesai", jawaban(3, waktu=None))]) == []
    assert saran_untuk(U.WAKTU, [("Sampai siang belum selesai", jawaban(None, waktu=2))]) == ["Sampai siang belum selesai"]


@pytest.mark.parametrize(
    ("teks", "unsur"),
    [
        ("Terlalu lama menunggu giliran", U.WAKTU), ("Antrean lama!", U.WAKTU), ("Tolong dipercepat", U.WAKTU),
        ("Petugasnya judes", U.PERILAKU), ("Petugas ramah", U.PERILAKU), ("Ruang tunggu panas", U.SARPRAS),
        ("Kursi kurang", U.SARPRAS), ("Toilet kotor", U.SARPRAS), ("Mahal sekali", U.BIAYA), ("Jangan ada pungli", U.BIAYA),
        ("Alurnya berbelit", U.PROSEDUR), ("Dokumen yang diminta terlalu banyak", U.PERSYARATAN), ("Keluhan tidak dijawab", U.PENGADUAN),
        ("Petugas kurang menguasai", U.KOMPETENSI), ("Persyaratan kurang jelas", U.PERSYARATAN), ("Terima kasih", None),
        ("Antrean lama dan ruangan panas", None), ("Sukses selalu", None), ("Kursinya kurang", U.SARPRAS), ("Fasilitas kurang", U.SARPRAS),
        ("Jangan berbelit-belit", U.PROSEDUR), ("Antriannya sampai siang", U.WAKTU), ("Keramahannya ditingkatkan", U.PERILAKU),
        ("Waktu dan biaya, petugas ramah", None),
    ],
)  # fmt: skip
def test_everyday_words_point_to_one_unsur_and_several_to_none(teks: str, unsur: Unsur | None):
    assert unsur_saran(teks) is unsur


def test_every_everyday_word_points_to_exactly_one_unsur_and_is_in_no_heading_of_a_plan():
    semua = [kata for sehari_hari in KATA_SEHARI_HARI.values() for kata in sehari_hari]
    assert sorted(set(semua)) == sorted(semua)
    assert [kata for kata in semua if kenali_unsur(kata)] == []
    assert list(KATA_SEHARI_HARI) == list(Unsur)


def test_the_same_words_stand_once_with_blanks_trimmed():
    saran = [("Lambat", jawaban(waktu=1)), (" Lambat ", jawaban(waktu=1)), ("Lambat\n", jawaban(waktu=1, biaya=1))]
    assert saran_untuk(U.WAKTU, saran) == ["Lambat"]


def test_words_that_several_wrote_stand_at_the_best_place_that_one_of_them_gives():
    saran = [("Antre", jawaban(waktu=2, biaya=2)), ("Lambat", jawaban(waktu=1)), ("Antre", jawaban(waktu=1))]
    assert saran_untuk(U.WAKTU, saran) == ["Antre", "Lambat"]


def test_no_more_than_asked_for_and_none_without_saran():
    banyak = [(f"Antre {i} jam", jawaban(waktu=1)) for i in range(40)]
    assert saran_untuk(U.WAKTU, banyak) == [f"Antre {i} jam" for i in range(12)]
    assert saran_untuk(U.WAKTU, banyak, paling_banyak=2) == ["Antre 0 jam", "Antre 1 jam"]
    assert saran_untuk(U.WAKTU, []) == []
