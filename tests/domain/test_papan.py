"""The board: late, missing and nihil are three things; nobody is asked for what is not owed or not due (spec 2.2, 2.3)."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.domain.kalender import jadwal_bawaan
from rtl_tracker.domain.papan import BahanPapan, KodeSel, TandaSel, hasil_per_periode, hitung_sel, kolom_papan, susun_papan
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp

S, P = StatusPenyampaian, Periode
TRIWULAN = Upp(1, "Kecamatan Satu", frekuensi=Frekuensi.TRIWULAN)
MEI, APRIL_3 = date(2022, 5, 7), date(2022, 4, 3)


def _berkas(status, periode=P.TW1, pertama=None, **lain):
    dikirim = None if pertama is None else datetime.fromisoformat(pertama).replace(tzinfo=UTC)
    return Penyampaian(1, 2022, periode, id=7, status=status, pertama_dikirim=dikirim, **lain)


def _sel(hari_ini=MEI, periode=P.TW1, berkas=None, upp=(TRIWULAN,), hasil=None, rtl=frozenset()):
    penyampaian = {} if berkas is None else {(berkas.upp_id, berkas.periode): berkas}
    bahan = BahanPapan(2022, tuple(upp), jadwal_bawaan(2022), penyampaian, hasil or {}, rtl)
    return susun_papan(bahan, hari_ini)[0].sel[periode]


@pytest.mark.parametrize(
    ("hari_ini", "kode", "hari", "tertunggak"),
    [
        ("2022-03-31", KodeSel.BELUM_WAKTUNYA, 0, False),
        ("2022-04-01", KodeSel.BELUM, 0, True),
        ("2022-04-07", KodeSel.BELUM, 0, True),
        ("2022-04-08", KodeSel.BELUM, 1, True),
    ],
)
def test_a_period_is_missing_only_once_sending_has_begun_and_late_only_past_the_due_date(hari_ini, kode, hari, tertunggak):
    sel = _sel(date.fromisoformat(hari_ini))
    assert (sel.kode, sel.hari_terlambat, sel.tertunggak) == (kode, hari, tertunggak)


@pytest.mark.parametrize(
    ("berkas", "kode", "tertunggak", "lewat"),
    [
        (_berkas(S.DRAF), "draf terlambat", True, True),
        (_berkas(S.DRAF, nihil=True), "draf nihil terlambat", True, True),
        (_berkas(S.DIKIRIM, pertama="2022-04-05T09:00"), "dikirim", False, False),
        (_berkas(S.DIKIRIM, pertama="2022-04-10T09:00"), "dikirim terlambat", False, False),
        (_berkas(S.DIKIRIM, pertama="2022-04-05T09:00", nihil=True), "dikirim nihil", False, False),
        (_berkas(S.DIKEMBALIKAN, pertama="2022-04-05T09:00"), "dikembalikan", True, False),
        (_berkas(S.DIKEMBALIKAN, pertama="2022-04-10T09:00"), "dikembalikan terlambat", True, True),
        (_berkas(S.DITERIMA, pertama="2022-04-10T09:00", nihil=True), "diterima nihil terlambat", False, False),
        (_berkas(S.DITERIMA), "diterima", False, False),
    ],
)
def test_a_cell_carries_its_state_and_its_marks(berkas, kode, tertunggak, lewat):
    sel = _sel(berkas=berkas)
    assert sel.semua_kode == set(kode.split())
    assert (sel.tertunggak, sel.lewat_batas) == (tertunggak, lewat)


def test_a_draft_begun_before_its_time_is_not_asked_for_yet():
    sel = _sel(date(2022, 2, 1), berkas=_berkas(S.DRAF))
    assert (sel.kode, sel.tertunggak) == (KodeSel.DRAF, False)


def test_an_imported_result_without_a_dossier_is_neither_missing_nor_late():
    sel = _sel(hasil={(1, P.TW1): False})
    assert (sel.kode, sel.hari_terlambat, sel.tertunggak, sel.ada_hasil) == (KodeSel.HASIL_DIIMPOR, 0, False, True)
    assert _sel(hasil={(1, P.TW1): True}).semua_kode == {"hasil_diimpor", "nihil"}


def test_a_dossier_speaks_for_itself_where_a_result_is_stored_too():
    assert _sel(berkas=_berkas(S.DRAF), hasil={(1, P.TW1): False}).kode is KodeSel.DRAF


@pytest.mark.parametrize(
    ("frekuensi", "wajib"),
    [
        (Frekuensi.TRIWULAN, ["TW1", "TW2", "TW3", "TW4"]),
        (Frekuensi.SEMESTER, ["S1", "S2"]),
        (Frekuensi.TAHUNAN, ["TAHUNAN"]),
        (None, ["TAHUNAN"]),
    ],
)
def test_the_columns_are_the_periods_that_are_owed(frekuensi, wajib):
    baris = susun_papan(BahanPapan(2022, (Upp(1, "A", frekuensi=frekuensi),), jadwal_bawaan(2022)), MEI)
    assert list(kolom_papan(baris)) == wajib


def test_a_period_that_another_unit_owes_is_not_asked_of_this_one():
    upp = (Upp(2, "Dinas B", frekuensi=Frekuensi.TAHUNAN), TRIWULAN)
    baris = susun_papan(BahanPapan(2022, upp, jadwal_bawaan(2022)), date(2023, 12, 31))
    assert kolom_papan(baris) == (P.TW1, P.TW2, P.TW3, P.TW4, P.TAHUNAN)
    assert [s.kode.value for s in baris[0].sel.values()] == ["tidak_wajib"] * 4 + ["belum"]
    assert not any(s.tertunggak or s.hari_terlambat for s in list(baris[0].sel.values())[:4])


def test_a_dossier_that_is_not_owed_is_shown_but_never_late():
    tahunan = Upp(1, "A", frekuensi=Frekuensi.TAHUNAN)
    sel = _sel(upp=[tahunan], berkas=_berkas(S.DRAF))
    assert (sel.kode, sel.wajib, sel.hari_terlambat, sel.tertunggak) == (KodeSel.DRAF, False, 0, False)
    assert _sel(upp=[tahunan], berkas=_berkas(S.DIKEMBALIKAN, pertama="2022-06-01T09:00")).tertunggak


def test_imported_parts_answer_for_the_owed_period_but_parts_with_dossiers_do_not():
    tanpa = Upp(1, "A")
    hari = date(2023, 3, 1)
    diimpor = {(1, P.S1): False, (1, P.S2): True}
    sel = _sel(hari, P.TAHUNAN, upp=[tanpa], hasil=diimpor)
    assert (sel.kode, sel.nihil, sel.ada_hasil) == (KodeSel.HASIL_DIIMPOR, False, False)
    assert _sel(hari, P.TAHUNAN, upp=[tanpa], hasil={(1, P.TW2): True}).nihil
    assert _sel(hari, P.TAHUNAN, upp=[tanpa], hasil={(1, P.TW1): False}, berkas=_berkas(S.DRAF)).kode is KodeSel.BELUM
    assert _sel(hari, P.S1, upp=[Upp(1, "A", frekuensi=Frekuensi.SEMESTER)], hasil={(1, P.TW3): False}).kode is KodeSel.BELUM


def test_a_parent_whose_children_measure_owes_nothing_until_it_measures_itself():
    upp = (Upp(1, "Dinas"), Upp(2, "UPT", induk_id=1))
    baris = susun_papan(BahanPapan(2022, upp, jadwal_bawaan(2022)), date(2023, 3, 1))
    assert [b.sel[P.TAHUNAN].kode for b in baris] == [KodeSel.TIDAK_WAJIB, KodeSel.BELUM]
    assert [(b.kedalaman, b.induk) for b in baris] == [(0, None), (1, "Dinas")]
    berkas = {(1, P.TAHUNAN): _berkas(S.DRAF, P.TAHUNAN)}
    baris = susun_papan(BahanPapan(2022, upp, jadwal_bawaan(2022), berkas), date(2023, 3, 1))
    assert baris[0].sel[P.TAHUNAN].tertunggak


def test_counts_add_up_and_marks_stand_beside_them():
    berkas = {(1, P.TW1): _berkas(S.DIKIRIM, pertama="2022-04-10T09:00", nihil=True)}
    baris = susun_papan(
        BahanPapan(2022, (TRIWULAN, Upp(2, "B", frekuensi=Frekuensi.TRIWULAN)), jadwal_bawaan(2022), berkas), MEI
    )
    hitungan = hitung_sel(baris)
    assert set(hitungan) == {*KodeSel, *TandaSel}
    assert sum(sum(hitungan[k].values()) for k in KodeSel) == 8
    assert hitungan["belum"] == {P.TW1: 1}
    assert hitungan["dikirim"] == hitungan["nihil"] == {P.TW1: 1}
    assert hitungan["terlambat"] == {P.TW1: 2}
    assert hitungan["belum_waktunya"] == {P.TW2: 2, P.TW3: 2, P.TW4: 2}


def test_the_most_overdue_counts_only_what_is_still_to_be_done():
    berkas = {(1, P.TW1): _berkas(S.DIKIRIM, pertama="2022-06-30T09:00")}
    (baris,) = susun_papan(BahanPapan(2022, (TRIWULAN,), jadwal_bawaan(2022), berkas), date(2022, 7, 17))
    assert baris.sel[P.TW1].hari_terlambat == 84
    assert baris.paling_terlambat == 10


def test_an_instansi_without_units_has_an_empty_board():
    assert susun_papan(BahanPapan(2022, (), jadwal_bawaan(2022)), MEI) == ()
    assert kolom_papan(()) == ()


def _baris(periode, n=10, ikm="80", **lain):
    return BarisHasil(1, periode, jumlah_responden=n, ikm_tercetak=None if ikm is None else Decimal(ikm), **lain)


@pytest.mark.parametrize(
    ("baris", "berjawaban", "ada"),
    [
        ([_baris(P.TW1)], set(), {P.TW1: False}),
        ([_baris(P.TW1, n=0, ikm="0")], set(), {P.TW1: True}),
        ([_baris(P.TW1, n=0, ikm=None), _baris(P.TW1, layanan="KTP")], set(), {P.TW1: False}),
        ([_baris(P.TW1, n=None, ikm=None)], set(), {}),
        ([_baris(P.TW1, n=None, ikm=None, nilai={Unsur.WAKTU: Decimal(3)})], set(), {P.TW1: False}),
        ([_baris(P.S1, rata=True)], set(), {}),
        ([_baris(P.TW1), _baris(P.TAHUNAN)], set(), {P.TW1: False}),
        ([_baris(P.TW1), _baris(P.TAHUNAN)], {P.TAHUNAN}, {P.TW1: False, P.TAHUNAN: False}),
        ([_baris(P.TAHUNAN)], set(), {P.TAHUNAN: False}),
        ([], {P.TW2}, {P.TW2: False}),
    ],
)
def test_what_counts_as_a_stored_result(baris, berjawaban, ada):
    hasil = hasil_per_periode(baris, {(1, p) for p in berjawaban})
    assert hasil == {(1, p): nihil for p, nihil in ada.items()}
