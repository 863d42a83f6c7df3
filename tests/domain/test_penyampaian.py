"""The dossier: every step that is allowed, every one that is not, lateness, the next period (spec 2.2)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product

import pytest

from rtl_tracker.domain.penyampaian import (
    ALUR,
    Penyampaian,
    PenyampaianTerkunci,
    StatusPenyampaian,
    TindakanPenyampaian,
    dapat,
    hari_terlambat,
    periksa_dapat,
    periksa_terbuka,
    periode_berikut,
    realisasi_terbuka,
    terbuka,
)
from rtl_tracker.domain.peran import TABEL_PERAN, Peran
from rtl_tracker.domain.periode import PERIODE_WAJIB, Frekuensi, Periode

S, T = StatusPenyampaian, TindakanPenyampaian
BATAS = date(2022, 4, 7)
BOLEH = {
    (T.MULAI, S.BELUM): S.DRAF,
    (T.KIRIM, S.DRAF): S.DIKIRIM,
    (T.KIRIM, S.DIKEMBALIKAN): S.DIKIRIM,
    (T.KEMBALIKAN, S.DIKIRIM): S.DIKEMBALIKAN,
    (T.TERIMA, S.DIKIRIM): S.DITERIMA,
    (T.TERIMA_LANGSUNG, S.BELUM): S.DITERIMA,
    (T.TERIMA_LANGSUNG, S.DRAF): S.DITERIMA,
    (T.TERIMA_LANGSUNG, S.DIKEMBALIKAN): S.DITERIMA,
}


def _berkas(status=S.BELUM, pertama=None):
    dikirim = None if pertama is None else datetime.fromisoformat(pertama).replace(tzinfo=UTC)
    return Penyampaian(1, 2022, Periode.TW1, status=status, pertama_dikirim=dikirim)


@pytest.mark.parametrize(("tindakan", "status"), list(product(T, S)))
def test_a_step_is_allowed_exactly_from_the_states_of_the_table(tindakan, status):
    berkas = _berkas(status)
    if (tindakan, status) in BOLEH:
        periksa_dapat(tindakan, berkas)
        assert ALUR[tindakan].ke is BOLEH[tindakan, status]
    else:
        with pytest.raises(PenyampaianTerkunci, match=f"berstatus {status.value}"):
            periksa_dapat(tindakan, berkas)
    assert dapat(tindakan, berkas) is ((tindakan, status) in BOLEH)


def test_nothing_leads_out_of_an_accepted_dossier():
    assert [t for t in T if S.DITERIMA in ALUR[t].dari] == []


@pytest.mark.parametrize(
    ("tindakan", "peran"),
    [
        (T.MULAI, {Peran.OPERATOR_UPP, Peran.ORGANISASI}),
        (T.KIRIM, {Peran.OPERATOR_UPP, Peran.ORGANISASI}),
        (T.KEMBALIKAN, {Peran.ORGANISASI}),
        (T.TERIMA, {Peran.ORGANISASI}),
        (T.TERIMA_LANGSUNG, {Peran.ORGANISASI}),
    ],
)
def test_the_unit_sends_and_bagian_organisasi_judges(tindakan, peran):
    assert {p for p, k in TABEL_PERAN.items() if ALUR[tindakan].izin in k.izin} == peran


@pytest.mark.parametrize(
    ("status", "isi", "realisasi"),
    [
        (S.BELUM, True, True),
        (S.DRAF, True, False),
        (S.DIKIRIM, False, False),
        (S.DIKEMBALIKAN, True, False),
        (S.DITERIMA, False, True),
    ],
)
def test_what_may_be_written_depends_on_the_state(status, isi, realisasi):
    assert terbuka(_berkas(status)) is isi
    assert realisasi_terbuka(_berkas(status)) is realisasi


def test_a_locked_dossier_says_whether_it_is_accepted_or_only_being_checked():
    periksa_terbuka(_berkas(S.DRAF))
    with pytest.raises(PenyampaianTerkunci, match="sudah diterima"):
        periksa_terbuka(_berkas(S.DITERIMA))
    with pytest.raises(PenyampaianTerkunci, match="sedang diperiksa"):
        periksa_terbuka(_berkas(S.DIKIRIM))


@pytest.mark.parametrize(
    ("berkas", "hari_ini", "hari"),
    [
        (_berkas(), "2022-04-06", 0),
        (_berkas(), "2022-04-07", 0),
        (_berkas(), "2022-04-08", 1),
        (_berkas(S.DRAF), "2022-05-07", 30),
        (_berkas(S.DIKIRIM, "2022-04-07T09:00"), "2022-12-31", 0),
        (_berkas(S.DIKIRIM, "2022-04-10T09:00"), "2022-12-31", 3),
        (_berkas(S.DIKEMBALIKAN, "2022-04-07T09:00"), "2022-12-31", 0),
        (_berkas(S.DITERIMA, "2022-04-10T09:00"), "2022-12-31", 3),
        (_berkas(S.DITERIMA), "2022-12-31", 0),
    ],
)
def test_lateness_counts_from_the_due_date_to_the_first_sending_or_today(berkas, hari_ini, hari):
    assert hari_terlambat(berkas, BATAS, date.fromisoformat(hari_ini)) == hari


def test_sending_again_after_a_return_does_not_make_a_dossier_later():
    pertama = _berkas(S.DIKIRIM, "2022-04-08T09:00")
    kedua = replace(pertama, dikirim=datetime(2022, 6, 1, tzinfo=UTC))
    assert hari_terlambat(kedua, BATAS, date(2022, 12, 31)) == 1


@pytest.mark.parametrize(
    ("frekuensi", "periode", "berikut"),
    [
        (Frekuensi.TRIWULAN, "TW1", (2022, "TW2")),
        (Frekuensi.TRIWULAN, "TW4", (2023, "TW1")),
        (Frekuensi.SEMESTER, "S1", (2022, "S2")),
        (Frekuensi.SEMESTER, "S2", (2023, "S1")),
        (Frekuensi.TAHUNAN, "TAHUNAN", (2023, "TAHUNAN")),
        (None, "TAHUNAN", (2023, "TAHUNAN")),
        (None, "S2", (2023, "S1")),
        (Frekuensi.TAHUNAN, "TW3", (2022, "TW4")),
        (Frekuensi.TRIWULAN, "S1", (2022, "S2")),
    ],
)
def test_the_next_period_follows_the_frequency_or_the_kind_of_the_period(frekuensi, periode, berikut):
    assert periode_berikut(frekuensi, 2022, Periode(periode)) == (berikut[0], Periode(berikut[1]))


@pytest.mark.parametrize("frekuensi", list(Frekuensi))
def test_walking_on_from_period_to_period_passes_every_owed_one_and_comes_back_a_year_later(frekuensi):
    wajib = PERIODE_WAJIB[frekuensi]
    tahun, periode, dilalui = 2022, wajib[0], []
    for _ in wajib:
        dilalui.append(periode)
        tahun, periode = periode_berikut(frekuensi, tahun, periode)
    assert (tahun, periode, tuple(dilalui)) == (2023, wajib[0], wajib)
