"""Questionnaires of a running survey: values of unsur, kept counts that come and go, what is only a hint."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtl_tracker.domain.ikm import ikm_dari_unsur
from rtl_tracker.domain.jawaban import (
    PILIHAN_PROFIL,
    Jawaban,
    JenisCacah,
    Saluran,
    cacah_jawaban,
    jumlahkan_cacah,
    menurut_kunci,
    pindah_sah,
    rerata_butir,
    sidik_isi,
    susun_jawaban,
    tabulasi_dari_cacah,
)
from rtl_tracker.domain.kuesioner import (
    KUESIONER_BAWAAN,
    Butir,
    Kuesioner,
    KuesionerTidakSah,
    kuesioner_dari_json,
    kuesioner_ke_json,
    periksa_kuesioner,
)
from rtl_tracker.domain.pengaturan import Bobot, Pengaturan
from rtl_tracker.domain.sampel import margin_ikm
from rtl_tracker.domain.survei import gabungkan, kode_nilai, nilai_dari_kode, tabulasikan
from rtl_tracker.domain.unsur import Unsur

HARI = date(2026, 11, 21)
NILAI = st.none() | st.integers(1, 4) | st.sampled_from([Fraction(5, 2), Fraction(7, 3), Fraction(11, 3), Fraction(7, 2)])
PROFIL = st.fixed_dictionaries({k: st.none() | st.sampled_from(v) for k, v in PILIHAN_PROFIL.items()})


def jawaban(*nilai, **lain) -> Jawaban:
    return Jawaban(tuple(nilai) if nilai else (4,) * 9, HARI, **lain)


@st.composite
def banyak_jawaban(draw):
    return draw(
        st.lists(
            st.builds(
                lambda nilai, profil, umum, saluran: Jawaban(tuple(nilai), HARI, saluran, umum=umum, **profil),
                st.lists(NILAI, min_size=9, max_size=9), PROFIL, st.none() | st.integers(1, 4), st.sampled_from(Saluran),
            ),
            max_size=12,
        )
    )  # fmt: skip


def _bersih(cacah):
    return {k: n for k, n in cacah.items() if n}


@given(banyak_jawaban())
def test_the_kept_counts_give_the_same_index_as_counting_the_questionnaires(semua: list[Jawaban]):
    kini, ulang = tabulasi_dari_cacah(jumlahkan_cacah([cacah_jawaban(j) for j in semua])), tabulasikan(j.nilai for j in semua)
    assert (kini.n, kini.n_lengkap, kini.nrr()) == (ulang.n, ulang.n_lengkap, ulang.nrr())
    assert (kini.jumlah_total, kini.jumlah_kuadrat) == (ulang.jumlah_total, ulang.jumlah_kuadrat)
    assert margin_ikm(kini, Bobot.SEPERSEMBILAN) == margin_ikm(ulang, Bobot.SEPERSEMBILAN)


@given(banyak_jawaban(), st.data())
def test_setting_questionnaires_aside_and_taking_them_back_leaves_the_counts_of_those_that_hold(semua: list[Jawaban], data):
    kini = jumlahkan_cacah([cacah_jawaban(j) for j in semua])
    sisih = data.draw(st.sets(st.integers(0, len(semua) - 1))) if semua else set()
    pulih = data.draw(st.sets(st.sampled_from(sorted(sisih)))) if sisih else set()
    for i in sorted(sisih):
        kini.update(pindah_sah(semua[i], False))
    for i in sorted(pulih):
        kini.update(pindah_sah(semua[i], True))
    berlaku = [j for i, j in enumerate(semua) if i not in sisih - pulih]
    harus = jumlahkan_cacah([cacah_jawaban(j) for j in berlaku]) + Counter({(JenisCacah.TIDAK_SAH, ""): len(sisih - pulih)})
    assert _bersih(kini) == _bersih(harus)


def test_a_blank_is_missing_and_never_zero():
    t = tabulasi_dari_cacah(jumlahkan_cacah([cacah_jawaban(jawaban(3, *[4] * 8)), cacah_jawaban(jawaban(None, *[4] * 8))]))
    assert (t.n, t.n_lengkap, t.nrr()[Unsur.PERSYARATAN]) == (2, 1, 3)


def test_the_value_of_an_unsur_with_several_questions_is_the_mean_of_those_answered():
    assert rerata_butir([3, 4]) == Fraction(7, 2)
    assert rerata_butir([3, None, 4, 4]) == Fraction(11, 3)
    assert rerata_butir([None, 2]) == 2
    assert rerata_butir([None, None]) is None


@pytest.mark.parametrize(
    "nilai", [1, 2, 3, 4, Fraction(3, 2), Fraction(7, 3), Fraction(13, 4), Fraction(6, 5), Fraction(23, 6)]
)
def test_every_mean_of_up_to_six_answers_has_an_exact_code(nilai):
    assert nilai_dari_kode(kode_nilai(nilai)) == nilai


def test_two_questions_for_one_unsur_enter_the_index_exactly():
    dua = replace(KUESIONER_BAWAAN, butir=(*KUESIONER_BAWAAN.butir, Butir(Unsur.WAKTU, "Dan di loket?", ("a", "b", "c", "d"))))
    satu = susun_jawaban(dua, [3] * 9 + [4], jawaban())
    assert (satu.nilai[2], satu.butir) == (Fraction(7, 2), (3,) * 9 + (4,))
    t = tabulasikan([satu.nilai])
    assert ikm_dari_unsur(t.nrr(), Bobot.SEPERSEMBILAN, Pengaturan().pembulatan_tertimbang) == 25 * Fraction(8 * 6 + 7, 18)
    assert gabungkan([t, t]).pecahan == {Unsur.WAKTU: {Fraction(7, 2): 2}}


def test_answers_that_do_not_fit_the_questions_are_refused():
    for salah in ([4] * 8, [4] * 8 + [5], [0] * 9):
        with pytest.raises(ValueError, match="do not fit"):
            susun_jawaban(KUESIONER_BAWAAN, salah, jawaban())


def test_one_question_per_unsur_needs_no_answers_kept_beside_the_values():
    assert susun_jawaban(KUESIONER_BAWAAN, [1, 2, 3, 4, 1, 2, 3, 4, None], jawaban()).butir is None


def test_straight_lining_is_nine_equal_answers_without_a_blank():
    assert jawaban().lurus
    assert not jawaban(*[4] * 8, None).lurus
    assert not jawaban(*[4] * 8, 3).lurus


def test_equal_questionnaires_share_a_fingerprint_and_others_do_not():
    sama = sidik_isi(jawaban(saran="Antrean lama!"), 1)
    assert sama == sidik_isi(jawaban(saran="antrean  LAMA"), 1)
    assert sama != sidik_isi(jawaban(saran="Antrean lama!"), 2)
    assert sama != sidik_isi(jawaban(*[4] * 8, 3, saran="Antrean lama!"), 1)


def test_profile_day_and_channel_are_counted():
    cacah = cacah_jawaban(jawaban(usia="19-25", saluran=Saluran.KERTAS, umum=3))
    assert menurut_kunci(cacah, JenisCacah.USIA) == {"19-25": 1}
    assert menurut_kunci(cacah, JenisCacah.HARI) == {"2026-11-21": 1}
    assert menurut_kunci(cacah, JenisCacah.SALURAN) == {"kertas": 1}
    assert menurut_kunci(cacah, JenisCacah.UMUM) == {"3": 1}


def test_the_default_questionnaire_asks_every_unsur_once_in_the_order_of_the_regulation():
    periksa_kuesioner(KUESIONER_BAWAAN)
    assert [b.unsur for b in KUESIONER_BAWAAN.butir] == list(Unsur)
    assert KUESIONER_BAWAAN.tunggal


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        (lambda b: b[:8], "Sarana dan prasarana"),
        (lambda b: [*b, *[b[0]] * 6], "Persyaratan"),
        (lambda b: [replace(b[0], tanya=" "), *b[1:]], "Pertanyaan Persyaratan"),
        (lambda b: [replace(b[0], tanya="x" * 241), *b[1:]], "240"),
        (lambda b: [replace(b[0], pilihan=("a", "", "c", "d")), *b[1:]], "Keempat pilihan"),
        (lambda b: [replace(b[0], pilihan=("Baik", "baik ", "c", "d")), *b[1:]], "tidak boleh sama"),
    ],
)
def test_a_questionnaire_that_cannot_be_asked_is_refused_with_the_place(ubah, kata: str):
    with pytest.raises(KuesionerTidakSah, match=kata):
        periksa_kuesioner(replace(KUESIONER_BAWAAN, butir=tuple(ubah(list(KUESIONER_BAWAAN.butir)))))


def test_a_version_survives_storing():
    lain = Kuesioner(3, KUESIONER_BAWAAN.umum, KUESIONER_BAWAAN.butir, layanan_id=12, id=5)
    assert kuesioner_dari_json(kuesioner_ke_json(lain), 3, 12, 5) == lain
    assert (KUESIONER_BAWAAN.kode, lain.kode) == ("V1", "L12-V3")
