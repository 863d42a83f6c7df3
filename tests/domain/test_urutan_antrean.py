"""The queue of verification: order, neighbours, what comes next, which items are alike."""

from datetime import UTC, datetime, timedelta

import pytest

from rtl_tracker.domain.antrean import (
    ALASAN_SIAP,
    Letak,
    Menunggu,
    alasan_lengkap,
    berikutnya,
    hari_menunggu,
    kelompokkan,
    kunci_urut,
    letak,
    urutkan,
)
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur

KINI = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)


def butir(id_: int, hari: int | None = 0, upp_id: int | None = 1, kegiatan: str = "", **lain) -> Menunggu:
    pada = None if hari is None else KINI - timedelta(days=hari)
    return Menunggu(id_, upp_id, 2025, Periode.S1, Unsur.WAKTU, "", kegiatan or f"Kegiatan {id_}", pada, None, 1, False, **lain)


def nomor(daftar) -> list[int]:
    return [m.id for m in daftar]


def test_the_oldest_report_comes_first_and_unknown_age_last():
    daftar = [butir(1, None), butir(2, 1), butir(3, 9), butir(4, None), butir(5, 4)]
    assert nomor(urutkan(daftar)) == [3, 5, 2, 1, 4]


def test_reports_of_one_moment_keep_the_order_in_which_they_were_entered():
    daftar = [butir(3, 2), butir(1, 2), butir(2, 2)]
    assert nomor(urutkan(daftar)) == nomor(urutkan(reversed(daftar))) == [1, 2, 3]


@pytest.mark.parametrize(
    ("rtl_id", "harapan"),
    [(1, Letak(1, 3, None, 2)), (2, Letak(2, 3, 1, 3)), (3, Letak(3, 3, 2, None)), (9, None)],
)
def test_an_item_knows_its_place_and_its_neighbours(rtl_id: int, harapan: Letak | None):
    assert letak(urutkan([butir(1, 3), butir(2, 2), butir(3, 1)]), rtl_id) == harapan


def test_the_next_item_lies_behind_one_that_has_just_left_the_queue():
    tersisa = urutkan([butir(1, 5), butir(3, 3)])
    lanjut = berikutnya(tersisa, kunci_urut(2, KINI - timedelta(days=4)))
    assert lanjut is not None
    assert lanjut.id == 3


def test_behind_the_last_item_the_queue_begins_anew():
    antrean = urutkan([butir(1, 5), butir(2, 4)])
    lanjut = berikutnya(antrean, kunci_urut(9, None))
    assert lanjut is not None
    assert lanjut.id == 1
    assert berikutnya([], kunci_urut(9, None)) is None
    assert berikutnya(antrean, None) is antrean[0]


def test_waiting_is_counted_in_whole_days_and_never_below_zero():
    assert hari_menunggu(KINI - timedelta(days=3, hours=23), KINI) == 3
    assert hari_menunggu(KINI + timedelta(hours=1), KINI) == 0
    assert hari_menunggu(None, KINI) is None


def test_the_same_kegiatan_of_one_unit_is_alike_however_it_is_written():
    daftar = [butir(1, kegiatan="Menambah  loket."), butir(2), butir(3, kegiatan="menambah LOKET")]
    assert [nomor(k) for k in kelompokkan(daftar)] == [[1, 3]]


def test_the_same_kegiatan_or_bukti_of_different_units_is_no_group():
    daftar = [
        butir(1, upp_id=1, kegiatan="Menambah loket", bukti=frozenset({"contoh.go.id/a"})),
        butir(2, upp_id=2, kegiatan="Menambah loket", bukti=frozenset({"contoh.go.id/a"})),
        butir(3, upp_id=None, kegiatan="Menambah loket"),
    ]
    assert kelompokkan(daftar) == []


def test_a_third_item_joins_two_groups_into_one():
    daftar = [
        butir(1, kegiatan="Menambah loket"),
        butir(2, kegiatan="Melatih petugas", bukti=frozenset({"contoh.go.id/a"})),
        butir(3, kegiatan="Menambah loket", bukti=frozenset({"contoh.go.id/a", "contoh.go.id/b"})),
        butir(4, kegiatan="Papan informasi", bukti=frozenset({"contoh.go.id/c"})),
    ]
    assert [nomor(k) for k in kelompokkan(daftar)] == [[1, 2, 3]]


def test_kegiatan_without_a_single_word_are_not_alike():
    assert kelompokkan([butir(1, kegiatan="..."), butir(2, kegiatan="-")]) == []


def test_many_items_are_grouped_without_comparing_each_with_each():
    daftar = [butir(i, kegiatan=f"Kegiatan {i % 500}") for i in range(20_000)]
    kelompok = kelompokkan(daftar)
    assert (len(kelompok), {len(k) for k in kelompok}) == (500, {40})


def test_who_reported_and_who_proved_are_both_involved():
    daftar = butir(1, pengunggah=frozenset({5, 6}))
    assert daftar.terlibat == {5, 6}
    assert Menunggu(1, 1, 2025, Periode.S1, None, "lain", "x", None, 4, 1, False).terlibat == {4}


def test_a_reason_is_ready_made_free_or_both():
    siap = ALASAN_SIAP["tidak_terbuka"]
    assert alasan_lengkap("tidak_terbuka", "") == siap
    assert alasan_lengkap("tidak_terbuka", " Folder terkunci. ") == f"{siap} Folder terkunci."
    assert alasan_lengkap("karangan", "Foto buram") == "Foto buram"
    assert alasan_lengkap("", "  ") == ""
