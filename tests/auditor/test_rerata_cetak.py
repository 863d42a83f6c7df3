"""Printed means: of a unit over its periods, of the instansi over its units."""

from decimal import Decimal

import pytest

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.rerata import ikm_06, ikm_07
from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.domain.pengaturan import AgregasiInstansi, Pengaturan, RerataPeriode
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from tests.auditor.susun import baris, fakta, unsur

TIGA = (baris(1, Periode.TW1, ikm_tercetak="80.00", jumlah_responden=10), baris(1, Periode.TW2, ikm_tercetak="84.00", jumlah_responden=10),
        baris(1, Periode.S2, ikm_tercetak="90.00", jumlah_responden=80))  # fmt: skip


def tahunan(ikm: str) -> BarisHasil:
    """The printed annual row beside the three measured periods."""
    return baris(1, Periode.TAHUNAN, ikm_tercetak=ikm)


@pytest.mark.parametrize(
    ("ikm", "aturan"), [("86.00", RerataPeriode.BERTINGKAT), ("84.67", RerataPeriode.SEMUA), ("88.40", RerataPeriode.BERBOBOT)]
)
def test_ikm_06_the_declared_mean_is_left_alone(ikm: str, aturan: RerataPeriode):
    assert list(ikm_06(fakta(*TIGA, tahunan(ikm), pengaturan=Pengaturan(rerata_periode=aturan)))) == []


@pytest.mark.parametrize(("ikm", "sebutan"), [("84.67", "rata-rata semua periode"), ("88.40", "berbobot jumlah responden")])
def test_ikm_06_another_mean_is_named(ikm: str, sebutan: str):
    (temuan,) = ikm_06(fakta(*TIGA, tahunan(ikm)))
    assert (temuan.tingkat, temuan.seharusnya, temuan.periode) == (Tingkat.PERINGATAN, "86.00", Periode.TAHUNAN)
    assert sebutan in temuan.kalimat


def test_ikm_06_a_value_that_no_rule_gives_is_an_error():
    (temuan,) = ikm_06(fakta(*TIGA, tahunan("83.00")))
    assert (temuan.tingkat, temuan.tercetak, temuan.seharusnya) == (Tingkat.GALAT, "83.00", "86.00")
    assert "menurut aturan mana pun" in temuan.kalimat


def test_ikm_06_the_wrong_unsur_of_a_row_are_one_finding_and_the_index_another():
    periode = (baris(1, Periode.S1, nilai=unsur("80.00")), baris(1, Periode.S2, nilai=unsur("90.00")))
    salah = {**unsur("85.00"), Unsur.WAKTU: Decimal("80.00"), Unsur.BIAYA: Decimal("95.00")}
    (temuan,) = ikm_06(fakta(*periode, baris(1, Periode.TAHUNAN, nilai=salah)))
    assert (temuan.bidang, temuan.tercetak, temuan.seharusnya) == ("waktu", "80.00", "85.00")
    assert "Waktu 80,00 (seharusnya 85,00) dan Biaya 95,00 (seharusnya 85,00)" in temuan.kalimat


def test_ikm_06_what_unknown_digits_explain_is_left_alone_and_what_was_cut_off_is_info():
    kasar = (baris(1, Periode.S1, nilai=unsur("88.75")), baris(1, Periode.S2, nilai=unsur("88.50")))
    assert list(ikm_06(fakta(*kasar, baris(1, Periode.TAHUNAN, nilai=unsur("88.70"))))) == []
    halus = (baris(1, Periode.S1, ikm_tercetak="88.333"), baris(1, Periode.S2, ikm_tercetak="88.346"))
    (temuan,) = ikm_06(fakta(*halus, baris(1, Periode.TAHUNAN, ikm_tercetak="88.33")))
    assert (temuan.tingkat, temuan.seharusnya) == (Tingkat.INFO, "88.34")


def test_ikm_06_a_year_may_follow_its_printed_semester_and_one_fault_is_told_once():
    rows = (*TIGA[:2], baris(1, Periode.S1, rata=True, ikm_tercetak="85.00"), TIGA[2], tahunan("87.50"))
    (temuan,) = ikm_06(fakta(*rows))
    assert temuan.periode is Periode.S1


def test_ikm_06_a_mean_without_periods_behind_it_is_not_judged():
    assert list(ikm_06(fakta(baris(1, Periode.S1, rata=True, ikm_tercetak="85.00")))) == []


def instansi(tercetak: str, agregasi: AgregasiInstansi = AgregasiInstansi.RERATA_UPP, kunci: str = "ikm") -> Fakta:
    """Facts of three units of 80,00 / 85,00 / 91,00 with 10 / 10 / 80 respondents, and one printed figure."""
    rows = [baris(i, nilai=unsur(x), jumlah_responden=n) for i, x, n in ((1, "3.20", 10), (2, "3.40", 10), (3, "3.64", 80))]
    upp = [Upp(i, f"Unit {i}") for i in range(1, 4)]
    return fakta(*rows, upp=upp, pengaturan=Pengaturan(agregasi=agregasi), tercetak={(Periode.TAHUNAN, kunci): tercetak})


@pytest.mark.parametrize(
    ("ikm", "agregasi"),
    [
        ("85.33", AgregasiInstansi.RERATA_UPP),
        ("89.30", AgregasiInstansi.GABUNGAN_RESPONDEN),
        ("85.33", AgregasiInstansi.RERATA_UNSUR),
    ],
)
def test_ikm_07_the_declared_aggregation_is_left_alone(ikm: str, agregasi: AgregasiInstansi):
    assert list(ikm_07(instansi(ikm, agregasi))) == []


def test_ikm_07_another_aggregation_is_named_and_nothing_that_fits_is_an_error():
    (peringatan,) = ikm_07(instansi("89.30"))
    assert (peringatan.tingkat, peringatan.upp_id, peringatan.seharusnya) == (Tingkat.PERINGATAN, None, "85.33")
    assert "gabungan seluruh responden" in peringatan.kalimat
    (galat,) = ikm_07(instansi("87.00"))
    assert (galat.tingkat, galat.bidang) == (Tingkat.GALAT, "ikm_tercetak")


@pytest.mark.parametrize(("nilai", "ada"), [("85.33", 0), ("3.41", 0), ("3.50", 1), ("84.00", 1)])
def test_ikm_07_unsur_of_the_instansi_are_judged_on_either_scale(nilai: str, ada: int):
    temuan = list(ikm_07(instansi(nilai, kunci="waktu")))
    assert len(temuan) == ada
    assert all((t.bidang, t.tingkat) == ("waktu", Tingkat.GALAT) for t in temuan)


def test_ikm_07_the_mean_of_many_units_cut_off_is_info():
    rows = [baris(i, ikm_tercetak=f"89.{600 + i:03d}") for i in range(1, 22)]
    upp = [Upp(i, f"Unit {i}") for i in range(1, 22)]
    rows[0] = baris(1, ikm_tercetak="89.615")
    terpotong = fakta(*rows, upp=upp, tercetak={(Periode.TAHUNAN, "ikm"): "89.611"})
    (info,) = ikm_07(terpotong)
    assert (info.tingkat, info.seharusnya) == (Tingkat.INFO, "89.612")
