"""The live picture: how far, until when at today's pace, and no group of fewer than five that could be worked out."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import product

from rtl_tracker.domain.ikm import ikm_dari_unsur
from rtl_tracker.domain.jawaban import cacah_jawaban, jumlahkan_cacah, pindah_sah
from rtl_tracker.domain.kalender import jadwal_bawaan
from rtl_tracker.domain.pantauan import deret_hari, gambaran, per_hari, perkirakan, unsur_terpantau
from rtl_tracker.domain.pengaturan import AturanSampel, Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.profil_terlindung import lindungi
from rtl_tracker.domain.sampel import margin_ikm
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.unsur import Unsur
from tests.usecases.jawaban_buatan import jawaban_buatan

HARI = date(2026, 11, 21)
TW4 = jadwal_bawaan(2026)[Periode.TW4]
SERATUS = Pengaturan(aturan_sampel=AturanSampel.UNSUR_10)


def test_the_picture_from_counts_is_that_of_the_answers_themselves():
    semua = list(jawaban_buatan(300, pecahan=True))
    cacah = jumlahkan_cacah([*map(cacah_jawaban, semua), *(pindah_sah(j, False) for j in semua[:20])])
    t = tabulasikan(j.nilai for j in semua[20:])
    g = gambaran(cacah, Pengaturan(), 1000)
    assert (g.n, g.disisihkan, g.bagian_disisihkan) == (280, 20, Fraction(2000, 300))
    assert g.ikm == ikm_dari_unsur(t.nrr(), Pengaturan().bobot)
    assert g.margin == margin_ikm(t, Pengaturan().bobot, 1000)
    assert not g.banyak_disisihkan
    assert sum(per_hari(cacah).values()) == 280


def test_tied_unsur_share_rank_and_priority():
    t = tabulasikan([(3, 3, 2, 2, 3, 3, 3, 4, 2)])
    baris = unsur_terpantau(t, 3)
    assert [(b.rank, b.prioritas) for b in baris[:4]] == [(1, True), (1, True), (1, True), (4, False)]
    assert baris[-1].unsur is Unsur.PENGADUAN


def test_the_pace_is_the_mean_of_the_last_fourteen_days_and_tells_the_day():
    harian = {HARI - timedelta(days=i): 2 for i in range(30)}
    p = perkirakan(60, None, harian, TW4, SERATUS, HARI)
    assert (p.wajib, p.kurang, p.laju, p.hari_laju) == (100, 40, 2, 14)
    assert (p.pada, p.tepat) == (HARI + timedelta(days=20), True)


def test_a_young_survey_takes_its_pace_since_the_first_answer():
    p = perkirakan(8, None, {HARI: 6, HARI - timedelta(days=1): 2}, TW4, SERATUS, HARI)
    assert (p.laju, p.hari_laju, p.pada) == (4, 2, HARI + timedelta(days=23))


def test_too_slow_a_pace_is_said_and_without_answers_nothing_is_promised():
    lambat = perkirakan(10, None, {HARI - timedelta(days=20): 9, HARI: 1}, TW4, SERATUS, HARI)
    assert lambat.pada is not None
    assert lambat.pada > TW4.survei_selesai
    assert not lambat.tepat
    for harian in ({}, {HARI - timedelta(days=20): 10}):
        diam = perkirakan(sum(harian.values()), None, harian, TW4, SERATUS, HARI)
        assert (diam.laju, diam.pada, diam.tepat) == (None, None, False)


def test_an_unknown_population_requires_nothing_and_enough_is_enough():
    assert perkirakan(10, None, {HARI: 10}, TW4, Pengaturan(), HARI).wajib is None
    cukup = perkirakan(80, 100, {HARI: 80}, TW4, Pengaturan(), HARI)
    assert cukup.tercapai
    assert cukup.pada is None


def test_after_the_last_day_nothing_is_promised():
    akhir = TW4.survei_selesai + timedelta(days=1)
    assert perkirakan(10, None, {TW4.survei_selesai: 10}, TW4, SERATUS, akhir).pada is None


def test_the_chart_shows_days_without_answers_and_none_outside_the_survey():
    deret = deret_hari({HARI: 3}, TW4, HARI)
    assert (len(deret), deret[-1], deret[-2][1]) == (30, (HARI, 3), 0)
    assert deret_hari({}, TW4, TW4.survei_mulai)[0][0] == TW4.survei_mulai
    assert deret_hari({}, TW4, TW4.survei_mulai - timedelta(days=1)) == ()


def _mungkin(sel: dict[str, int]) -> dict[str, set[int]]:
    """What somebody who knows the total can still think of every small group: every filling of the covered cells is tried."""
    tampil = lindungi(sel)
    assert tampil is not None
    tutup = [s for s in tampil if s.banyak is None]
    jumlah = sum(sel[s.nama] for s in tutup)
    rentang = [range(1, 5) if s.kecil else range(5, jumlah + 1) for s in tutup]
    cocok = [isi for isi in product(*rentang) if sum(isi) == jumlah]
    return {s.nama: {isi[i] for isi in cocok} for i, s in enumerate(tutup) if s.kecil}


def test_no_small_group_can_be_worked_out_from_the_total():
    for isi in product((0, 1, 4, 5, 9, 14), repeat=4):
        sel = {f"kelompok {i}": n for i, n in enumerate(isi)}
        tampil = lindungi(sel)
        if tampil is None:
            assert any(0 < n < 5 for n in isi), isi
            continue
        assert all(s.banyak is None or s.banyak == sel[s.nama] for s in tampil), isi
        assert all(s.banyak is None for s in tampil if 0 < sel[s.nama] < 5), isi
        assert all(bisa == {1, 2, 3, 4} for bisa in _mungkin(sel).values()), isi


def test_large_groups_are_shown_as_they_are():
    tampil = lindungi({"a": 5, "b": 0, "c": 12})
    assert tampil is not None
    assert [s.banyak for s in tampil] == [5, 0, 12]
