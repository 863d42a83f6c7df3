"""Permission and reach: who may do what, whose units, and which of the two questions is asked first (spec 2.1)."""

import pytest

from rtl_tracker.domain.izin import (
    AksesDitolak,
    TidakTerjangkau,
    boleh,
    menjangkau,
    periksa_izin,
    periksa_jangkauan,
    periksa_kewenangan,
    saring_terjangkau,
    unit_terjangkau,
)
from rtl_tracker.domain.peran import TABEL_PERAN, Izin, Pelaku, Peran, pelaku_program

I = Izin  # noqa: E741
LIHAT = {I.LIHAT_HASIL, I.LIHAT_PENYAMPAIAN}
# The table of spec 2.1, written down a second time on purpose.
HARAPAN: dict[Peran, set[Izin]] = {
    Peran.OPERATOR_UPP: LIHAT
    | {I.ISI_HASIL, I.KELOLA_SURVEI, I.TULIS_RTL, I.LAPOR_REALISASI, I.KIRIM_PENYAMPAIAN, I.JELASKAN_TEMUAN, I.SUNTING_NASKAH},
    Peran.ORGANISASI: set(Izin),
    Peran.INSPEKTUR: LIHAT | {I.VERIFIKASI_REALISASI, I.CATAT_PEMERIKSAAN, I.LIHAT_PAPAN, I.LIHAT_PERSENTASE, I.LIHAT_JEJAK},
    Peran.PIMPINAN: LIHAT | {I.LIHAT_PERSENTASE},
}


def pelaku(peran: Peran, *jangkauan: int) -> Pelaku:
    """An actor; without units it reaches all."""
    return Pelaku(1, "Penguji", peran, None, frozenset(jangkauan) or None)


@pytest.mark.parametrize("izin", list(Izin))
@pytest.mark.parametrize("peran", list(Peran))
def test_a_role_may_what_the_table_says_and_nothing_else(peran: Peran, izin: Izin):
    assert boleh(pelaku(peran), izin) is (izin in HARAPAN[peran])
    if izin in HARAPAN[peran]:
        periksa_izin(pelaku(peran), izin)
    else:
        with pytest.raises(AksesDitolak, match=f"peran {TABEL_PERAN[peran].nama} tidak berwenang"):
            periksa_izin(pelaku(peran), izin)


def test_the_program_itself_may_do_everything_everywhere():
    program = pelaku_program()
    assert all(boleh(program, izin) for izin in Izin)
    assert menjangkau(program, 7)
    periksa_kewenangan(program, Izin.KELOLA_PENGGUNA, None)


def test_an_account_reaches_its_own_units_and_whoever_has_no_bounds_reaches_all():
    sendiri, semua = pelaku(Peran.OPERATOR_UPP, 3, 4), pelaku(Peran.INSPEKTUR)
    assert [menjangkau(sendiri, unit) for unit in (3, 4, 5)] == [True, True, False]
    assert [menjangkau(semua, unit) for unit in (3, 5, 999)] == [True, True, True]
    assert (sendiri.seluruh_instansi, semua.seluruh_instansi) == (False, True)


def test_what_belongs_to_the_instansi_itself_needs_the_reach_of_all_units():
    assert not menjangkau(pelaku(Peran.PIMPINAN, 3), None)
    assert menjangkau(pelaku(Peran.PIMPINAN), None)
    with pytest.raises(TidakTerjangkau):
        periksa_jangkauan(pelaku(Peran.ORGANISASI, 3), None)


def test_an_account_without_any_unit_reaches_nothing():
    yatim = Pelaku(1, "Penguji", Peran.OPERATOR_UPP, None, frozenset())
    assert not menjangkau(yatim, 1)
    assert not yatim.seluruh_instansi


def test_reach_is_asked_before_permission_so_that_a_refusal_tells_nothing_of_another_unit():
    inspektur_unit = pelaku(Peran.INSPEKTUR, 3)
    with pytest.raises(AksesDitolak):
        periksa_kewenangan(inspektur_unit, Izin.TULIS_RTL, 3)
    with pytest.raises(TidakTerjangkau) as tanpa_keduanya:
        periksa_kewenangan(inspektur_unit, Izin.TULIS_RTL, 4)
    with pytest.raises(TidakTerjangkau) as tanpa_jangkauan:
        periksa_kewenangan(inspektur_unit, Izin.LIHAT_HASIL, 4)
    with pytest.raises(TidakTerjangkau) as tidak_ada:
        periksa_kewenangan(inspektur_unit, Izin.LIHAT_HASIL, 999_999)
    assert str(tanpa_keduanya.value) == str(tanpa_jangkauan.value) == str(tidak_ada.value)
    periksa_kewenangan(inspektur_unit, Izin.LIHAT_HASIL, 3)


def test_a_unit_reaches_itself_and_everything_under_it_but_nothing_beside_or_above():
    induk = {1: None, 2: 1, 3: 1, 4: 2, 5: 4, 6: None, 7: 6}
    assert unit_terjangkau(1, induk) == {1, 2, 3, 4, 5}
    assert unit_terjangkau(2, induk) == {2, 4, 5}
    assert unit_terjangkau(5, induk) == {5}
    assert unit_terjangkau(6, induk) == {6, 7}


def test_a_tree_a_thousand_deep_is_walked_to_its_leaf():
    induk = {unit: unit - 1 if unit > 1 else None for unit in range(1, 5001)}
    assert unit_terjangkau(1, induk) == set(range(1, 5001))
    assert unit_terjangkau(4999, induk) == {4999, 5000}


def test_units_that_are_their_own_parent_in_a_circle_end_the_walk():
    induk = {1: 3, 2: 1, 3: 2, 4: 4, 5: 3}
    assert unit_terjangkau(1, induk) == {1, 2, 3, 5}
    assert unit_terjangkau(4, induk) == {4}


def test_a_unit_that_is_not_stored_reaches_no_other():
    assert unit_terjangkau(9, {1: None, 2: 1}) == {9}


def test_a_list_is_narrowed_to_what_is_within_reach_and_keeps_its_order():
    assert saring_terjangkau(pelaku(Peran.OPERATOR_UPP, 2, 9), [9, 1, 2, 3]) == [9, 2]
    assert saring_terjangkau(pelaku(Peran.INSPEKTUR), [9, 1, 2, 3]) == [9, 1, 2, 3]
