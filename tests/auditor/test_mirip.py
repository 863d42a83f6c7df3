"""Copied, exchanged and improbable data: spoken of with strong evidence only."""

from decimal import Decimal

import pytest

from rtl_tracker.auditor.fakta import Fakta, RingkasanJawaban
from rtl_tracker.auditor.mirip import data_02, data_04, data_05
from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.survei import Tabulasi, tabulasikan
from rtl_tracker.domain.tercetak import RiwayatTercetak
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from tests.auditor.susun import DUA, SATU, TAHUN, baris, fakta, unsur

NRR = ("3.78", "3.75", "3.80", "4.00", "3.73", "3.78", "3.70", "3.68", "3.92")
KONVERSI = tuple(str(25 * Decimal(x)) for x in NRR)
TAHUNAN, S1, S2, TW1 = Periode.TAHUNAN, Periode.S1, Periode.S2, Periode.TW1


def test_data_02_two_periods_that_are_copies_each_name_the_other():
    satu, dua = data_02(fakta(*(baris(1, p, nilai=unsur(*NRR), jumlah_responden=41) for p in (S1, S2))))
    assert [(t.aturan, t.tingkat, t.upp_id, t.periode) for t in (satu, dua)] == [
        ("DATA-02", Tingkat.PERINGATAN, 1, S1),
        ("DATA-02", Tingkat.PERINGATAN, 1, S2),
    ]
    assert "jumlah responden (41) Semester I persis sama dengan Semester II." in satu.kalimat
    assert "persis sama dengan Semester I." in dua.kalimat
    assert satu.untuk_unit == satu.kalimat


def test_data_02_a_copy_of_another_unit_is_found_across_scales_and_not_named_to_the_unit():
    satu, dua = data_02(fakta(baris(1, S1, nilai=unsur(*NRR)), baris(2, S2, nilai=unsur(*KONVERSI))))
    assert f"{DUA.nama} Semester II" in satu.kalimat
    assert f"{SATU.nama} Semester I" in dua.kalimat
    assert SATU.nama not in dua.untuk_unit
    assert "unit lain Semester I" in dua.untuk_unit


@pytest.mark.parametrize(
    "lain",
    [(*NRR[:8], "3.93"), ("3.50",) * 9],
    ids=["one digit differs", "another row"],
)
def test_data_02_rows_that_differ_are_left_alone(lain: tuple[str, ...]):
    assert list(data_02(fakta(baris(1, S1, nilai=unsur(*NRR)), baris(1, S2, nilai=unsur(*lain))))) == []


def test_data_02_nine_equal_numbers_a_few_respondents_and_missing_unsur_prove_nothing():
    def sama(nilai: dict[Unsur, Decimal], n: int | None) -> list[object]:
        return list(
            data_02(fakta(baris(1, S1, nilai=nilai, jumlah_responden=n), baris(2, S1, nilai=nilai, jumlah_responden=n)))
        )

    assert sama(unsur("4.00"), 100) == []
    assert sama(unsur(*NRR), 4) == []
    assert sama(unsur(*["4"] * 8, "3.9"), 10) == []
    assert sama({u: x for u, x in unsur(*NRR).items() if u is not Unsur.BIAYA}, 100) == []
    assert len(sama(unsur(*["4"] * 8, "3.9"), 30)) == 2
    assert len(sama(unsur(*NRR), None)) == 2


def test_data_02_a_mean_of_one_part_may_repeat_it():
    nilai = unsur(*NRR)
    assert list(data_02(fakta(baris(1, S1, nilai=nilai), baris(1, S1, nilai=nilai, layanan="KTP")))) == []
    assert list(data_02(fakta(baris(1, TW1, nilai=nilai), baris(1, S1, nilai=nilai)))) == []
    keluarga = [SATU, Upp(2, "UPT Dua", induk_id=1)]
    assert list(data_02(fakta(baris(1, S1, nilai=nilai), baris(2, S1, nilai=nilai), upp=keluarga))) == []
    layanan = [baris(1, S1, nilai=nilai, layanan=x) for x in ("KTP", "KK & Akta")]
    assert ["layanan KK & Akta Semester I" in t.kalimat for t in data_02(fakta(*layanan))] == [True, False]


def seri(*pasangan: tuple[str, str], lain: str = "88") -> Fakta:
    """Semester rows (triwulan when more than two) with these values of pengaduan and sarpras."""
    periode = (S1, S2) if len(pasangan) < 3 else (TW1, Periode.TW2, Periode.TW3)
    return fakta(*(baris(1, p, nilai=unsur(*[lain] * 7, *x)) for p, x in zip(periode, pasangan, strict=False)))


def test_data_04_exchanged_values_are_told_at_the_later_of_two_periods():
    (temuan,) = data_04(seri(("83.65", "98.075"), ("96.60", "83.48")))
    assert (temuan.aturan, temuan.tingkat, temuan.periode) == ("DATA-04", Tingkat.PERINGATAN, S2)
    assert (temuan.bidang, temuan.tercetak, temuan.seharusnya) == ("pengaduan", "96.60", "83.48")
    assert "96,60 dan 83,48, sedangkan Semester I 83,65 dan 98,075" in temuan.kalimat
    assert "salah satu periode" in temuan.kalimat


def test_data_04_among_several_periods_the_odd_one_is_named():
    (temuan,) = data_04(seri(("83", "98"), ("97", "84"), ("84", "97")))
    assert temuan.periode is Periode.TW2
    assert "pada periode ini" in temuan.kalimat


@pytest.mark.parametrize(
    "isi",
    [
        seri(("83", "98"), ("84", "97")),
        seri(("87", "89"), ("89", "87")),
        seri(("83", "98"), ("98", "92")),
        seri(("83", "98"), ("90", "90.5"), ("97", "84")),
        seri(("83", "98")),
    ],
    ids=["same order", "small differences", "no exchange", "a period in between", "one period only"],
)
def test_data_04_without_strong_evidence_nothing_is_said(isi: Fakta):
    assert list(data_04(isi)) == []


def test_data_04_when_everything_moved_it_is_no_exchange():
    rata = baris(1, S1, nilai=unsur(*["80"] * 7, "83", "98"))
    assert list(data_04(fakta(rata, baris(1, S2, nilai=unsur(*["98"] * 7, "97", "84"))))) == []
    kurang = baris(1, S2, nilai={Unsur.PENGADUAN: Decimal(97), Unsur.SARPRAS: Decimal(84)})
    assert list(data_04(fakta(rata, kurang))) == []


def _indeks(periode: Periode, ikm: str, **isi: object) -> BarisHasil:
    return baris(isi.pop("upp_id", 1), periode, ikm_tercetak=ikm, **isi)


def test_data_05_a_jump_of_more_than_5_points_is_told_with_both_values():
    (temuan,) = data_05(fakta(_indeks(S1, "82.03"), _indeks(S2, "90.80")))
    assert (temuan.aturan, temuan.tingkat, temuan.periode, temuan.tercetak) == ("DATA-05", Tingkat.PERINGATAN, S2, "90.80")
    assert "naik 8,77 poin, dari 82,03 (Semester I) menjadi 90,80 (Semester II)" in temuan.kalimat
    assert "turun" in next(iter(data_05(fakta(_indeks(S1, "90.80"), _indeks(S2, "82.03"))))).kalimat


def test_data_05_up_to_5_points_missing_indexes_and_other_layanan_are_no_jump():
    assert list(data_05(fakta(_indeks(S1, "82.00"), _indeks(S2, "87.00")))) == []
    assert list(data_05(fakta(_indeks(S1, "82.00"), _indeks(S2, "0.00", jumlah_responden=0)))) == []
    assert list(data_05(fakta(_indeks(S1, "82.00", layanan="KTP"), _indeks(S2, "92.00", layanan="KK")))) == []
    assert list(data_05(fakta(_indeks(S1, "82.00"), _indeks(S2, "92.00", upp_id=2)))) == []


def test_data_05_last_years_index_is_compared_with_the_year():
    lalu = {(1, TAHUN - 1): RiwayatTercetak(Decimal("80.25")), (2, TAHUN - 2): RiwayatTercetak(Decimal("50.00"))}
    isi = fakta(_indeks(TAHUNAN, "73.82"), _indeks(TAHUNAN, "90.00", upp_id=2), riwayat=lalu)
    (temuan,) = data_05(isi)
    assert (temuan.upp_id, temuan.bidang) == (1, f"riwayat:{TAHUN - 1}")
    assert f"turun 6,43 poin, dari 80,25 (tahun {TAHUN - 1})" in temuan.kalimat


def test_data_05_a_jump_inside_the_margin_of_the_answers_is_left_alone():
    tenang = tabulasikan([(3,) * 9, (3, 3, 4) * 3] * 40)
    ribut = tabulasikan([(1,) * 9, (4,) * 9] * 3)

    def temuan(tabulasi: Tabulasi) -> list[str]:
        isi = {(1, None, p): tabulasi for p in (S1, S2)}
        return [t.kalimat for t in data_05(fakta(_indeks(S1, "80.00"), _indeks(S2, "87.00"), tabulasi=isi))]

    assert temuan(ribut) == []
    assert "melebihi batas galat survei" in temuan(tenang)[0]


@pytest.mark.parametrize(
    ("ringkas", "kata"),
    [
        (RingkasanJawaban(25, 25, 25, True), "Semua jawaban pada 25 kuesioner Tahunan sama"),
        (RingkasanJawaban(25, 24, 13, False), "13 dari 24 kuesioner lengkap"),
        (RingkasanJawaban(25, 24, 12, False), None),
        (RingkasanJawaban(1, 1, 1, True), None),
        (RingkasanJawaban(0, 0, 0, False), None),
    ],
)
def test_data_05_questionnaires_filled_in_one_stroke_are_told(ringkas: RingkasanJawaban, kata: str | None):
    temuan = list(data_05(fakta(jawaban={(1, "KTP", TAHUNAN): ringkas})))
    assert [(t.layanan, kata in t.kalimat) for t in temuan if kata] == ([("KTP", True)] if kata else [])
    assert bool(temuan) is (kata is not None)


def test_data_05_nine_equal_values_of_a_recap_row_are_told_unless_very_few_answered():
    (temuan,) = data_05(fakta(baris(1, S1, nilai=unsur("4.00"), jumlah_responden=40)))
    assert "bernilai sama, 4,00" in temuan.kalimat
    assert list(data_05(fakta(baris(1, S1, nilai=unsur("4.00"), jumlah_responden=2)))) == []
    assert list(data_05(fakta(baris(1, S1, nilai=unsur(*NRR), jumlah_responden=40)))) == []
