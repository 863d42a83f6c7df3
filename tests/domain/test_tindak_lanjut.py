"""Follow-up of a year: counts, percentages, overdue bands, PEKPPP scores and what raises them (spec 1.9, 1.10)."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtl_tracker.domain.pekppp import (
    bulan_berjalan,
    kenaikan_realisasi,
    kesempatan_waktu,
    skor_realisasi,
    skor_waktu,
)
from rtl_tracker.domain.pengaturan import AgregasiRealisasi, DasarRealisasi
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.tindak_lanjut import cacah_rtl, hari_lewat, susun_tindak_lanjut, waktu_laporan
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp

HARI_INI = date(2023, 6, 9)
S = StatusRtl


def rtl(upp_id: int | None, status: S | None, periode: Periode = Periode.TAHUNAN, **lain) -> Rtl:
    return Rtl(0, upp_id, 2022, periode, Unsur.WAKTU, "", "Menambah loket", status=status, **lain)


def susun(upp: list[Upp], daftar: list[Rtl], dikirim: dict | None = None):
    return susun_tindak_lanjut(2022, upp, daftar, dikirim or {}, HARI_INI)


def test_every_rtl_is_counted_in_exactly_one_state():
    cacah = cacah_rtl([rtl(1, s) for s in (*S, None, S.TERVERIFIKASI)], HARI_INI)
    assert (cacah.direncanakan, cacah.dilaporkan, cacah.terverifikasi, cacah.selisih) == (8, 3, 2, 1)
    assert (cacah.tidak_dilaksanakan, cacah.dikembalikan, cacah.belum) == (1, 1, 3)
    assert cacah.direncanakan == cacah.dilaporkan + cacah.tidak_dilaksanakan + cacah.dikembalikan + cacah.belum


def test_a_realisasi_reported_without_bukti_is_counted_apart():
    assert (
        cacah_rtl([rtl(1, S.SELESAI), rtl(1, S.SELESAI, bukti=("https://a.id",)), rtl(1, S.BERJALAN)], HARI_INI).tanpa_bukti
        == 1
    )


@pytest.mark.parametrize(
    ("lewat", "pita"),
    [(-1, None), (0, None), (1, 0), (30, 0), (31, 1), (90, 1), (91, 2), (180, 2), (181, 3), (2000, 3)],
)
def test_the_bands_of_overdue_days_meet_without_gap_or_overlap(lewat: int, pita: int | None):
    tenggat = date.fromordinal(HARI_INI.toordinal() - lewat)
    cacah = cacah_rtl([rtl(1, S.BERJALAN, tenggat=tenggat)], HARI_INI)
    assert cacah.pita == tuple(int(i == pita) for i in range(4))
    assert cacah.terlambat == (pita is not None)
    assert cacah.terlama == max(lewat, 0)


def test_done_and_carried_over_rtl_are_not_overdue_but_returned_and_silent_ones_are():
    tenggat = date(2023, 6, 1)
    lewat = {s: hari_lewat(rtl(1, s, tenggat=tenggat), HARI_INI) for s in (*S, None)}
    assert {s for s, hari in lewat.items() if hari == 8} == {S.DIRENCANAKAN, S.BERJALAN, S.DIKEMBALIKAN, None}
    assert {s for s, hari in lewat.items() if hari == 0} == {S.SELESAI, S.TERVERIFIKASI, S.TIDAK_DILAKSANAKAN}


def test_no_rtl_and_a_silent_plan_have_no_percentage_while_a_real_zero_counts():
    gambaran = susun(
        [Upp(1, "A"), Upp(2, "B"), Upp(3, "C"), Upp(4, "D")],
        [rtl(2, None), rtl(3, S.BERJALAN), rtl(4, S.SELESAI), rtl(4, S.TERVERIFIKASI)],
    )
    persen = [t.persen(DasarRealisasi.DILAPORKAN) for t in gambaran.upp]
    assert persen == [None, None, 0, 100]
    assert gambaran.instansi.tanpa_rtl == ("A",)
    assert gambaran.instansi.belum_dilaporkan == ("B",)
    assert gambaran.instansi.realisasi.dilaporkan == 50
    assert gambaran.instansi.realisasi.upp_dihitung == 2


def test_the_mean_over_units_and_the_pooled_figure_are_both_exact():
    gambaran = susun([Upp(1, "A"), Upp(2, "B")], [*[rtl(1, S.SELESAI)] * 2, rtl(1, S.BERJALAN), rtl(2, S.TERVERIFIKASI)])
    r = gambaran.instansi.realisasi
    assert (r.dilaporkan, r.gabungan_dilaporkan) == (Fraction(250, 3), Fraction(75))
    assert (r.terverifikasi, r.gabungan_terverifikasi) == (Fraction(50), Fraction(25))
    assert r.resmi(DasarRealisasi.TERVERIFIKASI, AgregasiRealisasi.GABUNGAN) == 25


def test_a_unit_excluded_from_means_is_named_and_enters_no_percentage():
    gambaran = susun([Upp(1, "A"), Upp(2, "Luar", ikut_rerata=False)], [rtl(1, S.SELESAI), rtl(2, S.BERJALAN)])
    assert gambaran.instansi.realisasi.dilaporkan == 100
    assert gambaran.instansi.dikecualikan == ("Luar",)
    assert gambaran.instansi.cacah.direncanakan == 2


def test_kelompok_and_periode_add_up_to_the_instansi():
    daftar = [
        rtl(1, S.SELESAI, Periode.S1),
        rtl(1, S.BERJALAN, Periode.S2),
        rtl(2, S.TERVERIFIKASI, Periode.S1),
        rtl(None, S.SELESAI),
    ]
    gambaran = susun([Upp(1, "A", kelompok="Dinas"), Upp(2, "B", kelompok="Badan"), Upp(3, "C", kelompok="Badan")], daftar)
    assert list(gambaran.kelompok) == ["Dinas", "Badan"]
    assert list(gambaran.periode) == [Periode.S1, Periode.S2]
    for bagian in (gambaran.kelompok, gambaran.periode):
        assert sum(b.cacah.direncanakan for b in bagian.values()) == gambaran.instansi.cacah.direncanakan == 3
    assert gambaran.periode[Periode.S1].realisasi.dilaporkan == 100
    assert gambaran.periode[Periode.S1].tanpa_rtl == ()
    assert gambaran.kelompok["Badan"].tanpa_rtl == ("C",)
    assert gambaran.milik_instansi.direncanakan == 1


def test_an_instansi_without_any_rtl_has_no_percentage():
    gambaran = susun([Upp(1, "A")], [])
    assert gambaran.instansi.realisasi.dilaporkan is None
    assert gambaran.periode == {}


PITA_SKOR = [(None, 0), ("0", 1), ("0.01", 2), ("29.99", 2), ("30", 3), ("80", 3), ("80.01", 4), ("99.99", 4), ("100", 5)]


@pytest.mark.parametrize(("persen", "skor"), PITA_SKOR)
def test_the_pekppp_bands_of_the_percentage(persen: str | None, skor: int):
    assert skor_realisasi(None if persen is None else Decimal(persen)) == skor


def test_the_score_of_a_unit_is_nought_without_rtl_and_unknown_for_a_silent_plan():
    gambaran = susun([Upp(1, "A"), Upp(2, "B"), Upp(3, "C")], [rtl(2, None), rtl(3, S.SELESAI), rtl(3, S.SELESAI)])
    assert [t.skor(DasarRealisasi.DILAPORKAN) for t in gambaran.upp] == [0, None, 5]
    assert gambaran.upp[2].skor(DasarRealisasi.TERVERIFIKASI) == 1


@pytest.mark.parametrize(
    ("tercapai", "jumlah", "paling_banyak", "naik"),
    [(4, 7, 7, (2, 6, 4)), (0, 7, 7, (1, 1, 2)), (1, 7, 7, (2, 3, 3)), (6, 7, 7, (1, 7, 5)), (4, 5, 5, (1, 5, 5)),
     (8, 10, 10, (1, 9, 4)), (7, 7, 7, None), (0, 0, 0, None), (6, 7, 6, None), (0, 2, 1, (1, 1, 3))],
)  # fmt: skip
def test_the_fewest_rtl_that_raise_the_score_are_found(tercapai, jumlah, paling_banyak, naik):
    hasil = kenaikan_realisasi(tercapai, jumlah, paling_banyak)
    assert (None if hasil is None else (hasil.tambahan, hasil.tercapai, hasil.skor)) == naik


@given(st.integers(1, 60), st.integers(0, 60), st.integers(0, 60))
def test_what_is_promised_is_reached_and_nothing_smaller_would_do(jumlah: int, tercapai: int, tidak: int):
    tercapai = min(tercapai, jumlah)
    paling_banyak = max(jumlah - tidak, tercapai)
    kini = skor_realisasi(Fraction(100 * tercapai, jumlah))
    naik = kenaikan_realisasi(tercapai, jumlah, paling_banyak)
    if naik is None:
        assert skor_realisasi(Fraction(100 * paling_banyak, jumlah)) == kini
    else:
        assert naik.tercapai <= paling_banyak
        assert skor_realisasi(Fraction(100 * naik.tercapai, jumlah)) == naik.skor > kini
        assert skor_realisasi(Fraction(100 * (naik.tercapai - 1), jumlah)) == kini


def test_rtl_declared_not_done_are_never_promised():
    (unit,) = susun([Upp(1, "A")], [*[rtl(1, S.SELESAI)] * 4, rtl(1, S.TIDAK_DILAKSANAKAN)]).upp
    assert unit.skor(DasarRealisasi.DILAPORKAN) == 3
    assert unit.kenaikan(DasarRealisasi.DILAPORKAN) is None


@pytest.mark.parametrize(
    ("dari", "sampai", "bulan"),
    [("2023-01-15", "2023-01-15", 0), ("2023-01-15", "2023-01-16", 1), ("2023-01-15", "2023-02-15", 1), ("2023-01-15", "2023-02-16", 2),
     ("2023-01-31", "2023-02-28", 1), ("2023-01-31", "2023-03-01", 2), ("2022-12-05", "2023-06-05", 6), ("2023-05-01", "2023-04-01", 0)],
)  # fmt: skip
def test_a_month_that_has_begun_counts_whole(dari: str, sampai: str, bulan: int):
    assert bulan_berjalan(date.fromisoformat(dari), date.fromisoformat(sampai)) == bulan


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(0, 500))
def test_the_last_day_of_a_time_score_still_scores_and_the_day_after_does_not(dari: date, hari: int):
    masih = kesempatan_waktu(dari, date.fromordinal(dari.toordinal() + hari))
    if masih is not None:
        sesudah = date.fromordinal(masih.batas.toordinal() + 1)
        assert skor_waktu(bulan_berjalan(dari, masih.batas)) == masih.skor
        assert skor_waktu(bulan_berjalan(dari, sesudah)) < masih.skor
        assert masih.batas >= date.fromordinal(dari.toordinal() + hari)
    else:
        assert bulan_berjalan(dari, date.fromordinal(dari.toordinal() + hari)) > 12


def saat(bulan: int, hari: int) -> datetime:
    return datetime(2023, bulan, hari, 3, tzinfo=UTC)


def test_the_follow_up_report_is_the_moment_the_last_rtl_was_answered():
    daftar = [rtl(1, S.TERVERIFIKASI, dilapor_pada=saat(2, 1)), rtl(1, S.TIDAK_DILAKSANAKAN, dilapor_pada=saat(3, 20))]
    waktu = waktu_laporan(daftar, date(2023, 1, 10))
    assert (waktu.dijawab, waktu.bulan, waktu.skor) == (date(2023, 3, 20), 3, 4)


def test_the_time_is_unknown_without_a_day_of_sending_or_of_answering_and_nought_while_rtl_are_open():
    assert waktu_laporan([rtl(1, S.SELESAI, dilapor_pada=saat(2, 1))], None).skor is None
    assert waktu_laporan([rtl(1, S.SELESAI)], date(2023, 1, 10)).skor is None
    terbuka = waktu_laporan(
        [rtl(1, S.SELESAI, dilapor_pada=saat(2, 1)), rtl(1, S.DIKEMBALIKAN, dilapor_pada=saat(2, 1))], date(2023, 1, 10)
    )
    assert (terbuka.tersisa, terbuka.bulan, terbuka.skor) == (1, None, 0)
    masih = terbuka.kesempatan(HARI_INI)
    assert masih is not None
    assert (masih.skor, masih.batas) == (3, date(2023, 7, 10))


def test_of_several_plans_the_slowest_known_one_gives_the_time_score():
    daftar = [rtl(1, S.SELESAI, Periode.S1, dilapor_pada=saat(1, 31)), rtl(1, S.SELESAI, Periode.S2, dilapor_pada=saat(6, 1)),
              rtl(1, S.BERJALAN, Periode.TAHUNAN)]  # fmt: skip
    (unit,) = susun([Upp(1, "A")], daftar, {(1, Periode.S1): date(2023, 1, 10), (1, Periode.S2): date(2023, 1, 7)}).upp
    assert [r.waktu.skor for r in unit.rencana] == [5, 3, None]
    assert unit.waktu == unit.rencana[1].waktu
