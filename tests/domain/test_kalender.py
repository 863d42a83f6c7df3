"""The calendar: the defaults of the decree, what an instansi changes, what is refused (spec 2.3)."""

from dataclasses import replace
from datetime import date

import pytest

from rtl_tracker.domain.kalender import JadwalTidakSah, jadwal_bawaan, periksa_jadwal, susun_kalender
from rtl_tracker.domain.periode import Periode

TW1 = jadwal_bawaan(2022)[Periode.TW1]


@pytest.mark.parametrize(
    ("periode", "survei", "kirim"),
    [
        ("TW1", ("2022-01-01", "2022-03-31"), ("2022-04-01", "2022-04-07")),
        ("TW2", ("2022-04-01", "2022-06-30"), ("2022-07-01", "2022-07-07")),
        ("TW3", ("2022-07-01", "2022-09-30"), ("2022-10-01", "2022-10-07")),
        ("TW4", ("2022-10-01", "2022-12-31"), ("2023-01-01", "2023-01-07")),
        ("S1", ("2022-01-01", "2022-06-30"), ("2022-07-01", "2022-07-07")),
        ("S2", ("2022-07-01", "2022-12-31"), ("2023-01-01", "2023-01-07")),
        ("TAHUNAN", ("2022-01-01", "2022-12-31"), ("2023-01-08", "2023-01-14")),
    ],
)
def test_the_default_dates_are_those_of_the_decree(periode, survei, kirim):
    j = jadwal_bawaan(2022)[Periode(periode)]
    assert (j.survei_mulai.isoformat(), j.survei_selesai.isoformat()) == survei
    assert (j.kirim_mulai.isoformat(), j.kirim_batas.isoformat()) == kirim


@pytest.mark.parametrize("tahun", [2000, 2024, 2099])
def test_every_year_has_seven_sound_periods(tahun):
    bawaan = jadwal_bawaan(tahun)
    assert set(bawaan) == set(Periode)
    for periode, jadwal in bawaan.items():
        assert jadwal.periode is periode
        periksa_jadwal(jadwal)


def test_a_change_takes_the_place_of_its_default_only():
    diubah = replace(TW1, kirim_batas=date(2022, 4, 20))
    kalender = susun_kalender(2022, {Periode.TW1: diubah})
    assert kalender[Periode.TW1] == diubah
    assert {p: j for p, j in kalender.items() if p is not Periode.TW1} == {
        p: j for p, j in jadwal_bawaan(2022).items() if p is not Periode.TW1
    }


@pytest.mark.parametrize(
    ("ubahan", "kata"),
    [
        ({"survei_selesai": date(2021, 12, 31)}, "selesai survei mendahului"),
        ({"kirim_mulai": date(2022, 4, 8)}, "Batas pengiriman mendahului tanggal mulai pengiriman"),
        ({"kirim_mulai": date(2022, 3, 1), "kirim_batas": date(2022, 3, 30)}, "mendahului tanggal selesai survei"),
    ],
)
def test_dates_that_contradict_each_other_are_refused_with_a_sentence(ubahan, kata):
    with pytest.raises(JadwalTidakSah, match=kata):
        periksa_jadwal(replace(TW1, **ubahan))


def test_one_day_may_be_beginning_and_end():
    hari = date(2022, 3, 31)
    periksa_jadwal(replace(TW1, survei_mulai=hari, survei_selesai=hari, kirim_mulai=hari, kirim_batas=hari))
