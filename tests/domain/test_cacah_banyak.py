"""Counting column by column gives the counts of counting one by one, whatever the questionnaires say."""

from collections import Counter
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rtl_tracker.domain.cacah_banyak import cacah_banyak
from rtl_tracker.domain.jawaban import PILIHAN_PROFIL, Jawaban, Saluran, cacah_jawaban

NILAI = st.sampled_from([None, 1, 2, 3, 4, Fraction(7, 2), Fraction(10, 3)])
JAWABAN = st.builds(
    Jawaban,
    nilai=st.tuples(*[NILAI] * 9),
    tanggal=st.sampled_from([date(2026, 5, 4), date(2026, 5, 5)]),
    saluran=st.sampled_from(Saluran),
    umum=st.sampled_from([None, 1, 4]),
    **{kolom: st.sampled_from([None, *isi]) for kolom, isi in PILIHAN_PROFIL.items()},
)


@given(st.lists(JAWABAN, min_size=1, max_size=30))
def test_many_at_once_are_counted_like_one_by_one(daftar: list[Jawaban]):
    sekaligus = cacah_banyak(
        [j.tanggal.isoformat() for j in daftar], [j.saluran.value for j in daftar],
        {kolom: [getattr(j, kolom) for j in daftar] for kolom in PILIHAN_PROFIL}, [j.umum for j in daftar],
        list(zip(*(j.nilai for j in daftar), strict=True)),
    )  # fmt: skip
    satu_satu: Counter = Counter()
    for j in daftar:
        satu_satu.update(cacah_jawaban(j))
    assert sekaligus == satu_satu
