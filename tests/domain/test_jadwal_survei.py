"""When a survey is open, and when it opens again."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rtl_tracker.domain.jadwal_survei import (
    KALIMAT_TUTUP,
    KeadaanSurvei,
    Survei,
    SurveiTertutup,
    dapat_diisi_petugas,
    keadaan_survei,
    pembukaan_berikut,
    periksa_petugas,
    periksa_terbuka,
    periode_pada,
)
from rtl_tracker.domain.kalender import jadwal_bawaan
from rtl_tracker.domain.periode import Periode

KALENDER = jadwal_bawaan(2026)
TW4 = Survei(1, 2026, Periode.TW4)
TRIWULAN = (Periode.TW1, Periode.TW2, Periode.TW3, Periode.TW4)


@pytest.mark.parametrize(
    ("survei", "berkas", "hari", "harus"),
    [
        (TW4, True, date(2026, 10, 1), KeadaanSurvei.TERBUKA),
        (TW4, True, date(2026, 12, 31), KeadaanSurvei.TERBUKA),
        (TW4, True, date(2026, 9, 30), KeadaanSurvei.BELUM_DIBUKA),
        (TW4, True, date(2027, 1, 1), KeadaanSurvei.BERAKHIR),
        (replace(TW4, dijeda=True), True, date(2026, 11, 1), KeadaanSurvei.DIJEDA),
        (TW4, False, date(2026, 11, 1), KeadaanSurvei.TERKUNCI),
        (replace(TW4, ditutup=datetime(2026, 12, 1, tzinfo=UTC)), True, date(2026, 12, 2), KeadaanSurvei.JADI_HASIL),
    ],
)
def test_the_calendar_opens_and_closes_a_survey(survei: Survei, berkas: bool, hari: date, harus: KeadaanSurvei):
    assert keadaan_survei(survei, KALENDER[Periode.TW4], berkas, hari) is harus


def test_the_period_of_a_day_follows_what_the_unit_owes():
    assert periode_pada(KALENDER, TRIWULAN, date(2026, 11, 21)) is Periode.TW4
    assert periode_pada(KALENDER, (Periode.S1, Periode.S2), date(2026, 11, 21)) is Periode.S2
    singkat = {**KALENDER, Periode.TW4: replace(KALENDER[Periode.TW4], survei_selesai=date(2026, 11, 1))}
    assert periode_pada(singkat, TRIWULAN, date(2026, 11, 21)) is None


def test_the_next_opening_may_lie_in_the_next_year():
    kalender = (KALENDER, jadwal_bawaan(2027))
    assert pembukaan_berikut(kalender, TRIWULAN, date(2026, 11, 21)) == date(2027, 1, 1)
    assert pembukaan_berikut(kalender, (Periode.S2,), date(2026, 3, 1)) == date(2026, 7, 1)
    assert pembukaan_berikut((), TRIWULAN, date(2026, 3, 1)) is None


def test_whoever_comes_to_a_closed_survey_is_told_kindly_why():
    for keadaan in KeadaanSurvei:
        if keadaan is KeadaanSurvei.TERBUKA:
            periksa_terbuka(keadaan)
            continue
        with pytest.raises(SurveiTertutup) as galat:
            periksa_terbuka(keadaan)
        assert str(galat.value) == KALIMAT_TUTUP[keadaan]


def test_officers_may_enter_paper_after_the_last_day_but_not_after_the_result_was_made():
    assert dapat_diisi_petugas(KeadaanSurvei.BERAKHIR)
    periksa_petugas(KeadaanSurvei.DIJEDA)
    for keadaan in (KeadaanSurvei.JADI_HASIL, KeadaanSurvei.TERKUNCI, KeadaanSurvei.BELUM_DIBUKA):
        with pytest.raises(SurveiTertutup):
            periksa_petugas(keadaan)
