"""The chain of the audit trail: every way to take a record away or to change it is found at its place."""

from dataclasses import replace

import pytest

from rtl_tracker.domain.jejak import AWAL_RANTAI, Catatan, JenisJejak, Kepala, Objek, hash_catatan, periksa_rantai


def rantai(banyak: int) -> list[Catatan]:
    """A whole chain."""
    hasil: list[Catatan] = []
    for nomor in range(1, banyak + 1):
        belum = Catatan(
            nomor, f"2026-03-02T08:{nomor:02d}:00+00:00", 7, "Budi", "operator_upp", JenisJejak.RTL_BERUBAH_STATUS, Objek.RTL, nomor, 3,
            "berjalan", "selesai", "Catatan & <tanda>", {"uraian": ["", "Sudah"], "jumlah": 2},
            hasil[-1].hash if hasil else AWAL_RANTAI,
        )  # fmt: skip
        hasil.append(replace(belum, hash=hash_catatan(belum)))
    return hasil


def kepala(daftar: list[Catatan]) -> Kepala:
    return Kepala(len(daftar), daftar[-1].hash) if daftar else Kepala()


def kalimat(daftar: list[Catatan], ujung: Kepala) -> list[str]:
    return [p.kalimat for p in periksa_rantai(daftar, ujung)]


@pytest.mark.parametrize("banyak", [0, 1, 5])
def test_a_chain_that_nobody_touched_holds(banyak: int):
    utuh = rantai(banyak)
    assert periksa_rantai(iter(utuh), kepala(utuh)) == []


def test_a_record_removed_in_the_middle_is_named():
    utuh = rantai(5)
    assert kalimat([*utuh[:2], *utuh[3:]], kepala(utuh)) == ["Catatan 3 tidak ada."]


def test_several_removed_records_are_named_as_a_range():
    utuh = rantai(6)
    assert kalimat([utuh[0], *utuh[4:]], kepala(utuh)) == ["Catatan 2 sampai 4 tidak ada."]


def test_records_removed_at_the_end_are_missed_by_the_head_kept_apart():
    utuh = rantai(5)
    assert kalimat(utuh[:3], kepala(utuh)) == ["Catatan 4 sampai 5 tidak ada."]
    assert kalimat([], kepala(utuh)) == ["Catatan 1 sampai 5 tidak ada."]


@pytest.mark.parametrize(
    "ubahan",
    [
        {"waktu": "2026-03-02T09:00:00+00:00"}, {"pelaku_id": 8}, {"pelaku": "Ani"}, {"peran": "organisasi"}, {"jenis": "impor"},
        {"objek": "upp"}, {"objek_id": 99}, {"upp_id": None}, {"dari": "selesai"}, {"ke": "terverifikasi"}, {"catatan": ""},
        {"rincian": {"uraian": ["", "Belum"], "jumlah": 2}},
    ],
)  # fmt: skip
def test_a_changed_field_is_found_whatever_it_is(ubahan: dict[str, object]):
    utuh = rantai(3)
    palsu = [utuh[0], replace(utuh[1], **ubahan), utuh[2]]
    assert kalimat(palsu, kepala(utuh)) == ["Isi catatan 2 berubah sejak ditulis."]


def test_a_changed_record_with_a_new_hash_no_longer_fits_its_follower():
    utuh = rantai(3)
    palsu = replace(utuh[1], catatan="lain")
    palsu = replace(palsu, hash=hash_catatan(palsu))
    assert kalimat([utuh[0], palsu, utuh[2]], kepala(utuh)) == ["Catatan 3 tidak menyambung dengan catatan sebelumnya."]


def test_the_last_record_rewritten_with_a_new_hash_does_not_fit_the_head():
    utuh = rantai(3)
    palsu = replace(utuh[2], catatan="lain")
    palsu = replace(palsu, hash=hash_catatan(palsu))
    assert kalimat([*utuh[:2], palsu], kepala(utuh)) == ["Ujung rantai tidak sama dengan yang dicatat terpisah."]


def test_a_changed_number_is_a_gap_and_a_changed_record():
    utuh = rantai(3)
    assert kalimat([utuh[0], utuh[1], replace(utuh[2], nomor=9)], kepala(utuh)) == [
        "Catatan 3 sampai 8 tidak ada.",
        "Isi catatan 9 berubah sejak ditulis.",
        "Ujung rantai tidak sama dengan yang dicatat terpisah.",
    ]


def test_two_swapped_records_are_both_named():
    utuh = rantai(4)
    palsu = [utuh[0], replace(utuh[2], nomor=2), replace(utuh[1], nomor=3), utuh[3]]
    nomor = {p.nomor for p in periksa_rantai(palsu, kepala(utuh))}
    assert {2, 3} <= nomor


def test_an_inserted_record_is_found():
    utuh = rantai(3)
    sisipan = replace(utuh[2], nomor=4, sebelum=utuh[2].hash, catatan="sisipan")
    assert kalimat([*utuh, replace(sisipan, hash=hash_catatan(sisipan))], kepala(utuh)) == [
        "Ujung rantai tidak sama dengan yang dicatat terpisah."
    ]


def test_the_walk_goes_on_behind_a_break():
    utuh = rantai(6)
    palsu = [utuh[0], replace(utuh[1], ke="x"), utuh[2], utuh[4], replace(utuh[5], ke="y")]
    assert [p.nomor for p in periksa_rantai(palsu, kepala(utuh))] == [2, 4, 6]


def test_the_hash_tells_fields_apart_that_join_to_the_same_text():
    satu = rantai(1)[0]
    assert hash_catatan(replace(satu, dari="ab", ke="c")) != hash_catatan(replace(satu, dari="a", ke="bc"))
    assert hash_catatan(replace(satu, objek_id=None)) != hash_catatan(replace(satu, objek_id=0))
