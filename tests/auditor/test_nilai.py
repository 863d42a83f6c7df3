"""Rules of single rows: the fault, its sentence, and the neighbouring correct case left alone."""

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from rtl_tracker.auditor.fakta import Fakta, Tolakan
from rtl_tracker.auditor.nilai import ikm_01, ikm_02, ikm_03, ikm_04, ikm_05, ikm_08
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.pengaturan import Bobot, Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.tercetak import RiwayatTercetak
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import Unsur
from tests.auditor.susun import baris, fakta, unsur

NOL_111 = Pengaturan(bobot=Bobot.NOL_111)
BENGKAYANG = unsur("3.16", "3.48", "3.00", "3.96", "3.20", "3.44", "3.16", "3.76", "3.84")
Aturan = Callable[[Fakta], Iterator[Temuan]]


def satu(aturan: Aturan, isi: Fakta) -> Temuan:
    """The only finding of a rule."""
    (temuan,) = aturan(isi)
    return temuan


@pytest.mark.parametrize(("ikm", "bobot"), [("86.03", Bobot.NOL_111), ("86.11", Bobot.SEPERSEMBILAN), ("85.25", Bobot.NOL_11)])
def test_ikm_01_each_of_the_three_weights_explains_its_own_index(ikm: str, bobot: Bobot):
    isi = fakta(baris(nilai=BENGKAYANG, ikm_tercetak=ikm), pengaturan=Pengaturan(bobot=bobot))
    assert list(ikm_01(isi)) == []
    assert list(ikm_02(isi)) == []


def test_ikm_01_an_index_that_no_weight_gives_is_named_with_the_nearest():
    temuan = satu(ikm_01, fakta(baris(nilai=BENGKAYANG, ikm_tercetak="87.03", jumlah_responden=25), pengaturan=NOL_111))
    assert (temuan.aturan, temuan.tingkat, temuan.bidang) == ("IKM-01", Tingkat.GALAT, "ikm_tercetak")
    assert (temuan.upp_id, temuan.periode, temuan.tercetak, temuan.seharusnya) == (1, Periode.TAHUNAN, "87.03", "86.03")
    for bagian in ("87,03", "86,11 (bobot 1/9)", "86,03 (bobot 0,111)", "85,25 (bobot 0,11)", "terdekat 86,11"):
        assert bagian in temuan.kalimat


def test_ikm_01_what_rounding_of_the_unsur_explains_is_left_alone():
    nilai = unsur("3.48", "3.34", "3.38", "3.76", "3.28", "3.38", "3.52", "3.31", "3.76")
    assert list(ikm_01(fakta(baris(nilai=nilai, ikm_tercetak="86.60"), pengaturan=NOL_111))) == []
    assert satu(ikm_01, fakta(baris(nilai=nilai, ikm_tercetak="87.10"), pengaturan=NOL_111)).seharusnya == "86.61"


def test_ikm_01_an_index_that_was_cut_off_is_told_as_info():
    temuan = satu(ikm_01, fakta(baris(nilai=unsur("88.71"), ikm_tercetak="88.61"), pengaturan=NOL_111))
    assert temuan.tingkat is Tingkat.INFO
    assert "dipotong" in temuan.kalimat


def test_ikm_01_answers_decide_where_they_are_known_and_layanan_rows_are_examined_too():
    tabulasi = tabulasikan([(3,) * 9, (4,) * 9, (4,) * 9])
    kunci = (1, None, Periode.TAHUNAN)
    benar = baris(nilai=unsur("3.67"), ikm_tercetak="91.67")
    assert list(ikm_01(fakta(benar, tabulasi={kunci: tabulasi}))) == []
    salah = baris(nilai=unsur("3.67"), ikm_tercetak="91.75")
    assert satu(ikm_01, fakta(salah, tabulasi={kunci: tabulasi})).seharusnya == "91.67"
    layanan = baris(nilai=BENGKAYANG, ikm_tercetak="60.00", layanan="KTP")
    assert satu(ikm_01, fakta(layanan)).layanan == "KTP"


def test_ikm_01_rows_without_index_without_all_unsur_or_without_data_are_not_judged():
    kurang = {u: x for u, x in BENGKAYANG.items() if u is not Unsur.WAKTU}
    rows = [
        baris(nilai=BENGKAYANG),
        baris(2, nilai=kurang, ikm_tercetak="50"),
        baris(1, Periode.S1, jumlah_responden=0, ikm_tercetak="0.00"),
    ]
    assert list(ikm_01(fakta(*rows))) == []


def test_ikm_01_rounded_weighted_values_widen_what_may_be_printed_where_the_instansi_declares_them():
    pengaturan = Pengaturan(bobot=Bobot.NOL_111, pembulatan_tertimbang=2)
    row = baris(nilai=BENGKAYANG, ikm_tercetak="86.50")
    assert list(ikm_01(fakta(row, pengaturan=pengaturan))) == []
    assert satu(ikm_01, fakta(row, pengaturan=NOL_111))


def test_ikm_02_one_index_that_hits_another_weight_by_its_digits_is_chance_and_several_are_a_habit():
    rows = [baris(1, p, nilai=BENGKAYANG, ikm_tercetak="86.11") for p in (Periode.TW1, Periode.TW2, Periode.TW3)]
    assert list(ikm_02(fakta(*rows[:2], pengaturan=NOL_111))) == []
    temuan = list(ikm_02(fakta(*rows, pengaturan=NOL_111)))
    assert {(t.tingkat, t.seharusnya) for t in temuan} == {(Tingkat.INFO, "86.03")}
    assert len(temuan) == 3
    assert "bobot 1/9, sedangkan instansi memakai bobot 0,111" in temuan[0].kalimat


def test_ikm_02_another_weight_is_a_warning_when_the_class_changes():
    batas = unsur("3.53", *["3.54"] * 8)
    peringatan = satu(ikm_02, fakta(baris(nilai=batas, ikm_tercetak="87.59"), pengaturan=Pengaturan(bobot=Bobot.SEPERSEMBILAN)))
    assert (peringatan.tingkat, peringatan.seharusnya) == (Tingkat.PERINGATAN, "88.47")
    assert "dari B (Baik) menjadi A (Sangat Baik)" in peringatan.kalimat


@pytest.mark.parametrize(
    ("kategori", "ikm", "benar"),
    [("B (Sangat Baik)", "84.49", "B (Baik)"), ("CUKUP", "90.47", "A (Sangat Baik)"), ("A", "88.30", "B (Baik)"),
     ("Sangat Baik (A)", "76.60", "C (Kurang Baik)"), ("TIDAK BAIK", "65.00", "C (Kurang Baik)")],
)  # fmt: skip
def test_ikm_03_a_class_that_does_not_fit_is_found(kategori: str, ikm: str, benar: str):
    temuan = satu(ikm_03, fakta(baris(ikm_tercetak=ikm, kategori_tercetak=kategori)))
    assert (temuan.tingkat, temuan.tercetak, temuan.seharusnya) == (Tingkat.GALAT, kategori, benar)
    assert kategori in temuan.kalimat
    assert benar in temuan.kalimat


@pytest.mark.parametrize(("kategori", "ikm"), [("A (Sangat Baik)", "88.31"), ("BAIK", "88.30"), ("b", "76.61"), ("Sangat Baik", "88.305"),
                                               ("Baik", "88.305"), ("Baik", "88.3")])  # fmt: skip
def test_ikm_03_a_class_that_the_digits_allow_is_left_alone(kategori: str, ikm: str):
    assert list(ikm_03(fakta(baris(ikm_tercetak=ikm, kategori_tercetak=kategori)))) == []


def test_ikm_03_classes_of_the_instansi_and_of_the_history_are_examined():
    tercetak = {(Periode.TAHUNAN, "ikm"): "89.847", (Periode.TAHUNAN, "kategori"): "B (Baik)"}
    assert satu(ikm_03, fakta(tercetak=tercetak)).upp_id is None
    riwayat = {(1, 2020): RiwayatTercetak(Decimal("83.25"), "CUKUP"), (1, 2019): RiwayatTercetak(Decimal("83.25"), "BAIK")}
    temuan = satu(ikm_03, fakta(riwayat=riwayat))
    assert (temuan.upp_id, temuan.bidang, temuan.seharusnya) == (1, "riwayat:2020", "B (Baik)")


def test_ikm_04_a_konversi_must_be_25_times_its_nrr():
    lain = {**unsur("88.75"), Unsur.WAKTU: Decimal("89.75"), Unsur.BIAYA: Decimal("88.87")}
    temuan = satu(ikm_04, fakta(baris(nilai=unsur("3.55"), konversi_tercetak=lain, skala="nrr")))
    assert (temuan.bidang, temuan.tercetak, temuan.seharusnya) == ("waktu", "89.75", "88.75")


@pytest.mark.parametrize(
    ("nrr", "n", "ada"), [("3.48", 25, 0), ("3.47", 25, 1), ("3.50", 1, 1), ("3.00", 1, 0), ("3.47", 101, 0)]
)
def test_ikm_05_a_mean_of_whole_answers_is_a_multiple_of_one_nth(nrr: str, n: int, ada: int):
    nilai = {**unsur("3.00"), Unsur.WAKTU: Decimal(nrr)}
    temuan = list(ikm_05(fakta(baris(nilai=nilai, jumlah_responden=n))))
    assert len(temuan) == ada
    assert all((t.bidang, t.tingkat) == ("waktu", Tingkat.PERINGATAN) for t in temuan)


def test_ikm_05_all_impossible_values_of_a_row_are_one_finding():
    temuan = satu(ikm_05, fakta(baris(nilai=unsur("3.47"), jumlah_responden=25)))
    assert "kesembilan unsur tidak mungkin berasal dari 25 jawaban" in temuan.kalimat
    assert temuan.seharusnya == "3.48"


@pytest.mark.parametrize(("isi", "ada"), [({"ikm_tercetak": "0.00", "jumlah_responden": 0}, 1), ({"ikm_tercetak": "3.48"}, 1),
                                          ({"ikm_tercetak": "24.75", "nilai": unsur("1.00")}, 0), ({"jumlah_responden": 0}, 0)])  # fmt: skip
def test_ikm_08_zero_for_no_data_and_an_index_on_the_wrong_scale_are_found(isi: dict[str, object], ada: int):
    assert len(list(ikm_08(fakta(baris(**isi))))) == ada


def test_ikm_08_a_cell_that_holds_no_number_is_a_finding_with_its_place():
    temuan = satu(ikm_08, fakta(tolakan=(Tolakan("hasil", 7, "waktu", "tiga", "Isi dengan angka."),)))
    assert (temuan.bidang, temuan.tercetak) == ("waktu", "tiga")
    assert "Lembar hasil, baris 7" in temuan.kalimat


def test_a_finding_keeps_its_identity_while_what_is_printed_stays():
    lama = satu(ikm_03, fakta(baris(ikm_tercetak="84.49", kategori_tercetak="A")))
    sama = satu(
        ikm_03, fakta(baris(ikm_tercetak="84.49", kategori_tercetak="A"), baris(2, ikm_tercetak="90", kategori_tercetak="A"))
    )
    lain = satu(ikm_03, fakta(baris(ikm_tercetak="84.50", kategori_tercetak="C")))
    assert lama.kunci == sama.kunci != lain.kunci
