"""Against programs: counted in bounded memory by the clock that is given, no address kept, the question always has an answer."""

import pickle
from datetime import UTC, datetime, timedelta

import pytest

from rtl_tracker.web.publik.banjir import SECEPATNYA, SEKALI_BANYAK, TIAP, PenjagaBanjir, Soal, soal_untuk, terlalu_cepat

KINI = datetime(2026, 11, 21, 3, tzinfo=UTC)
ALAMAT = "203.0.113.7"


def kirim(penjaga: PenjagaBanjir, banyak: int, kini: datetime = KINI, alamat: str = ALAMAT, upp_id: int = 1) -> int:
    """How many of so many questionnaires are too many."""
    return sum(penjaga.hitung(alamat, upp_id, kini) for _ in range(banyak))


def test_a_crowd_may_send_at_once_and_then_one_every_so_often():
    penjaga = PenjagaBanjir()
    assert kirim(penjaga, SEKALI_BANYAK) == 0
    assert kirim(penjaga, 5) == 5
    assert kirim(penjaga, 2, KINI + TIAP) == 1
    assert kirim(penjaga, SEKALI_BANYAK, KINI + TIAP * 1000) == 0
    assert kirim(penjaga, 1, KINI + TIAP * 1000) == 1


def test_a_kiosk_never_comes_near_the_limit():
    penjaga = PenjagaBanjir()
    assert [kirim(penjaga, 1, KINI + timedelta(seconds=20) * i) for i in range(1000)] == [0] * 1000


def test_addresses_and_units_are_counted_apart_and_one_household_of_ipv6_together():
    penjaga = PenjagaBanjir()
    kirim(penjaga, SEKALI_BANYAK)
    assert kirim(penjaga, 1, alamat="203.0.113.8") == 0
    assert kirim(penjaga, 1, upp_id=2) == 0
    kirim(penjaga, SEKALI_BANYAK, alamat="2001:db8::1")
    assert kirim(penjaga, 1, alamat="2001:db8::2") == 1
    assert kirim(penjaga, 1, alamat="2001:db8:0:1::1") == 0
    assert kirim(penjaga, 1, alamat="") == 0


def test_a_clock_that_goes_back_gives_nothing_and_takes_nothing():
    penjaga = PenjagaBanjir()
    kirim(penjaga, SEKALI_BANYAK)
    assert kirim(penjaga, 1, KINI - timedelta(days=1)) == 1


def test_memory_is_bounded_and_the_longest_silent_is_forgotten():
    penjaga = PenjagaBanjir(paling_banyak=3)
    kirim(penjaga, SEKALI_BANYAK)
    for i in range(2):
        kirim(penjaga, 1, alamat=f"198.51.100.{i}")
    assert kirim(penjaga, 1) == 1
    for i in range(50):
        kirim(penjaga, 1, alamat=f"198.51.100.{i}")
    assert len(penjaga) == 3
    assert kirim(penjaga, 1) == 0


def test_no_address_is_in_its_memory_and_another_process_counts_under_other_names():
    satu, dua = PenjagaBanjir(), PenjagaBanjir()
    kirim(satu, 1)
    kirim(dua, 1)
    assert ALAMAT.encode() not in pickle.dumps(list(satu._wadah.items()))
    assert set(satu._wadah).isdisjoint(dua._wadah)


@pytest.mark.parametrize(("detik", "cepat"), [(0, True), (9, True), (10, False), (3600, False)])
def test_reading_takes_its_time(detik: int, cepat: bool):
    assert timedelta(seconds=10) == SECEPATNYA
    assert terlalu_cepat(KINI, KINI + timedelta(seconds=detik)) is cepat


def test_the_question_stays_the_same_for_one_questionnaire_and_is_a_sum_that_anybody_can_do():
    kunci = [f"{i * 7919:08x}" + "0" * 24 for i in range(500)]
    soal = [soal_untuk(k) for k in kunci]
    assert soal == [soal_untuk(k) for k in kunci]
    assert len(set(soal)) > 5
    assert {1 <= s.kanan <= 6 and 2 <= s.kiri <= 8 for s in soal} == {True}


@pytest.mark.parametrize(
    ("teks", "benar"), [("7", True), (" 7 ", True), ("8", False), ("", False), ("tujuh", False), ("07", False)]
)
def test_only_the_sum_answers_it(teks: str, benar: bool):
    assert Soal(4, 3).benar(teks) is benar
