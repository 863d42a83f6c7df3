"""What a dossier lacks: a missing result blocks, a missing RTL, tenggat or person needs a note, nihil owes nothing (spec 1.9, 2.2)."""

from datetime import date
from fractions import Fraction

import pytest

from rtl_tracker.domain.kelengkapan import Kekurangan, ada_galat, ada_peringatan, periksa_kelengkapan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import Unsur

U = Unsur


def nilai(dasar: str = "3.30", **lain: str) -> dict[Unsur, Fraction]:
    return {u: Fraction(lain.get(u.value, dasar)) for u in Unsur}


def rtl(unsur: Unsur | None, kegiatan: str = "Menambah loket", **isi: object) -> Rtl:
    """A full plan unless something is left out."""
    lengkap: dict[str, object] = {"tenggat": date(2022, 9, 30), "penanggung_jawab": "Sekretaris"} | isi
    return Rtl(1, 1, 2022, Periode.S1, unsur, "", kegiatan, **lengkap)  # type: ignore[arg-type]


LENGKAP = [rtl(U.WAKTU), rtl(U.BIAYA), rtl(U.PRODUK)]
TIGA_RENDAH = nilai(waktu="3.10", biaya="3.11", produk="3.12")


def test_a_full_dossier_lacks_nothing():
    assert periksa_kelengkapan(TIGA_RENDAH, 40, LENGKAP, 3, False) == []


def test_without_a_result_the_dossier_cannot_be_sent_and_nothing_else_is_said():
    (satu,) = periksa_kelengkapan(None, None, LENGKAP, 3, False)
    assert satu.tingkat is Tingkat.GALAT
    assert "belum diisi" in satu.kalimat
    assert "nyatakan nihil" in satu.kalimat


def test_a_nihil_dossier_owes_nothing_more():
    assert periksa_kelengkapan(None, 0, [], 3, True) == []


def test_every_owed_unsur_without_rtl_is_named_from_the_lowest_up():
    kurang = periksa_kelengkapan(TIGA_RENDAH, 40, [rtl(U.BIAYA)], 3, False)
    assert [(k.tingkat, k.unsur) for k in kurang] == [(Tingkat.PERINGATAN, U.WAKTU), (Tingkat.PERINGATAN, U.PRODUK)]
    assert "Waktu penyelesaian" in kurang[0].kalimat


def test_unsur_of_class_c_and_d_owe_an_rtl_beyond_the_lowest_three_and_ties_too():
    banyak_c = nilai("3.00", waktu="2.00", sarpras="3.60")
    assert {k.unsur for k in periksa_kelengkapan(banyak_c, 40, [], 3, False)} == set(Unsur) - {U.SARPRAS}
    seri = nilai("3.60", waktu="3.10", biaya="3.20", produk="3.20", perilaku="3.20")
    assert {k.unsur for k in periksa_kelengkapan(seri, 40, [], 2, False)} == {U.WAKTU, U.BIAYA, U.PRODUK, U.PERILAKU}


def test_an_rtl_that_names_no_unsur_answers_for_none():
    kurang = periksa_kelengkapan(TIGA_RENDAH, 40, [*LENGKAP[:2], rtl(None)], 3, False)
    assert [k.unsur for k in kurang] == [U.PRODUK]


@pytest.mark.parametrize(
    ("n", "kalimat"),
    [(None, "Jumlah responden belum diisi."), (0, "hanya 0 orang"), (1, "hanya 1 orang"), (29, "hanya 29 orang")],
)
def test_few_respondents_or_none_known_need_a_note(n: int | None, kalimat: str):
    (satu,) = periksa_kelengkapan(TIGA_RENDAH, n, LENGKAP, 3, False)
    assert satu.tingkat is Tingkat.PERINGATAN
    assert kalimat in satu.kalimat


def test_thirty_respondents_are_enough():
    assert periksa_kelengkapan(TIGA_RENDAH, 30, LENGKAP, 3, False) == []


def test_a_plan_needs_a_time_and_a_person_and_a_printed_time_is_a_time():
    tanpa = rtl(U.WAKTU, tenggat=None, penanggung_jawab="")
    kurang = periksa_kelengkapan(TIGA_RENDAH, 40, [tanpa, *LENGKAP[1:]], 3, False)
    assert [k.kalimat for k in kurang] == [
        "RTL 'Menambah loket' belum bertenggat.",
        "RTL 'Menambah loket' belum ada penanggung jawabnya.",
    ]
    assert {k.unsur for k in kurang} == {U.WAKTU}
    bertriwulan = rtl(U.WAKTU, tenggat=None, waktu="Triwulan III")
    assert periksa_kelengkapan(TIGA_RENDAH, 40, [bertriwulan, *LENGKAP[1:]], 3, False) == []


def test_a_long_plan_is_quoted_short():
    panjang = rtl(U.WAKTU, "Menambah loket pelayanan di setiap kecamatan " * 4, penanggung_jawab="")
    (satu,) = periksa_kelengkapan(TIGA_RENDAH, 40, [panjang, *LENGKAP[1:]], 3, False)
    kutipan = satu.kalimat.split("'")[1]
    assert len(kutipan) <= 60
    assert kutipan.endswith("…")
    assert panjang.kegiatan.startswith(kutipan[:-1])


def test_only_errors_block_and_only_warnings_need_a_note():
    galat, ingat, info = (Kekurangan(t, "x") for t in (Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.INFO))
    assert [(ada_galat(k), ada_peringatan(k)) for k in ([], [galat], [ingat], [info], [ingat, galat])] == [
        (False, False), (True, False), (False, True), (False, False), (True, True),
    ]  # fmt: skip
