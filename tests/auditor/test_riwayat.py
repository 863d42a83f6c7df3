"""The table of several years: a class that was left out."""

from decimal import Decimal

import pytest

from rtl_tracker.auditor.riwayat import data_06_mutu_kosong
from rtl_tracker.domain.tercetak import RiwayatTercetak
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.upp import Upp
from tests.auditor.susun import fakta

UPP = [Upp(i, f"Unit {i}") for i in range(1, 6)]


def _riwayat(*mutu: str | None) -> dict[tuple[int | None, int], RiwayatTercetak]:
    return {(i, 2022): RiwayatTercetak(Decimal("82.81"), m) for i, m in enumerate(mutu, start=1)}


def test_a_class_left_out_beside_most_that_are_printed_is_found():
    (temuan,) = data_06_mutu_kosong(fakta(upp=UPP, riwayat=_riwayat("BAIK", None, "BAIK", "BAIK")))
    assert (temuan.upp_id, temuan.tingkat, temuan.tercetak, temuan.seharusnya) == (2, Tingkat.PERINGATAN, "-", "B (Baik)")
    assert "Riwayat 2022: mutu tidak dicetak" in temuan.kalimat
    assert "82,81" in temuan.kalimat


@pytest.mark.parametrize("mutu", [("BAIK", "BAIK"), (None, None, None), ("BAIK", None), ()])
def test_a_year_whose_classes_all_stand_or_mostly_do_not_is_left_alone(mutu: tuple[str | None, ...]):
    assert list(data_06_mutu_kosong(fakta(upp=UPP, riwayat=_riwayat(*mutu)))) == []


def test_the_instansi_and_units_that_are_no_more_are_not_asked():
    riwayat = _riwayat("BAIK", "BAIK", "BAIK") | {
        (None, 2022): RiwayatTercetak(Decimal("80")),
        (99, 2022): RiwayatTercetak(Decimal("80")),
    }
    assert list(data_06_mutu_kosong(fakta(upp=UPP, riwayat=riwayat))) == []
