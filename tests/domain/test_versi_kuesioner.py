"""A questionnaire is checked field by field, and two versions are told apart part by part."""

from dataclasses import replace

import pytest

from rtl_tracker.domain.kuesioner import (
    BUTIR_PER_UNSUR,
    KUESIONER_BAWAAN,
    Butir,
    KuesionerTidakSah,
    beda_kuesioner,
    keliru_butir,
    periksa_kuesioner,
    sama_isi,
)
from rtl_tracker.domain.unsur import Unsur, UrutanUnsur

KATA = ("a", "b", "c", "d")


def dengan(*butir: Butir):
    """The default with further questions at its end."""
    return replace(KUESIONER_BAWAAN, nomor=2, butir=(*KUESIONER_BAWAAN.butir, *butir))


def test_the_default_is_in_order_and_differs_from_itself_in_nothing():
    periksa_kuesioner(KUESIONER_BAWAAN)
    assert KUESIONER_BAWAAN.urutan is UrutanUnsur.PERMENPAN
    assert beda_kuesioner(KUESIONER_BAWAAN, KUESIONER_BAWAAN) == {}
    assert sama_isi(KUESIONER_BAWAAN, replace(KUESIONER_BAWAAN, nomor=9, layanan_id=4, id=7))


@pytest.mark.parametrize(
    ("butir", "bagian"),
    [
        (Butir(Unsur.WAKTU, " ", KATA), {"tanya"}),
        (Butir(Unsur.WAKTU, "x" * 241, KATA), {"tanya"}),
        (Butir(Unsur.WAKTU, "Cepat?", ("a", "", "c", "d")), {"pilihan"}),
        (Butir(Unsur.WAKTU, "Cepat?", ("a", "A ", "c", "d")), {"pilihan"}),
        (Butir(Unsur.WAKTU, "", ("x" * 61, "b", "c", "d")), {"tanya", "pilihan"}),
        (Butir(Unsur.WAKTU, "Cepat?", KATA), set()),
    ],
)
def test_every_wrong_part_of_a_question_has_its_sentence(butir: Butir, bagian: set[str]):
    assert set(keliru_butir(butir)) == bagian
    if bagian:
        with pytest.raises(KuesionerTidakSah, match="Waktu penyelesaian"):
            periksa_kuesioner(dengan(butir))


def test_an_unsur_takes_no_more_than_six_questions_and_no_less_than_one():
    with pytest.raises(KuesionerTidakSah, match="kini 7"):
        periksa_kuesioner(dengan(*[Butir(Unsur.WAKTU, f"Cepat {i}?", KATA) for i in range(BUTIR_PER_UNSUR)]))
    with pytest.raises(KuesionerTidakSah, match="kini 0"):
        periksa_kuesioner(replace(KUESIONER_BAWAAN, butir=KUESIONER_BAWAAN.butir[1:]))


def test_the_trail_gets_the_parts_that_changed_with_before_and_after():
    tukar = (*KUESIONER_BAWAAN.butir[:7], KUESIONER_BAWAAN.butir[8], KUESIONER_BAWAAN.butir[7])
    baru = replace(dengan(), butir=(*tukar, Butir(Unsur.WAKTU, "Di loket?", KATA)), umum=Butir(None, "Jadi?", KATA))
    beda = beda_kuesioner(KUESIONER_BAWAAN, baru)
    assert set(beda) == {"urutan", "umum", "waktu"}
    assert beda["urutan"] == ["permenpan", "kuesioner"]
    assert [len(b) for b in beda["waktu"]] == [1, 2]
    assert beda["umum"][1] == {"unsur": None, "tanya": "Jadi?", "pilihan": list(KATA)}
