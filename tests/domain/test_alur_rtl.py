"""The life of an RTL: each act from each state, who it takes, and what it owes."""

from datetime import date

import pytest

from rtl_tracker.domain.alur_rtl import (
    ALUR_RTL,
    AlasanTidak,
    RtlTerkunci,
    SyaratKurang,
    TindakanRtl,
    dapat_dilaporkan,
    dapat_diperiksa_oleh,
    dapat_rtl,
    periksa_alasan_tidak,
    periksa_dapat_rtl,
    periksa_pemeriksa,
    periksa_selesai,
)
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur

S, T = StatusRtl, TindakanRtl
SEMUA: list[StatusRtl | None] = [None, *StatusRtl]
BELUM_TUNTAS = {None, S.DIRENCANAKAN, S.BERJALAN, S.DIKEMBALIKAN}
# The table of spec 2.2, written down a second time on purpose: from which states, into which.
HARAPAN: dict[TindakanRtl, tuple[set[StatusRtl | None], StatusRtl]] = {
    T.MULAI: ({None, S.DIRENCANAKAN, S.DIKEMBALIKAN}, S.BERJALAN),
    T.SELESAIKAN: (BELUM_TUNTAS, S.SELESAI),
    T.NYATAKAN_TIDAK: (BELUM_TUNTAS, S.TIDAK_DILAKSANAKAN),
    T.VERIFIKASI: ({S.SELESAI}, S.TERVERIFIKASI),
    T.KEMBALIKAN: ({S.SELESAI}, S.DIKEMBALIKAN),
}
HARI_INI = date(2026, 3, 2)


def rtl(status: StatusRtl | None) -> Rtl:
    return Rtl(1, 1, 2026, Periode.S1, Unsur.WAKTU, "", "Menambah loket", status=status)


def test_every_act_is_in_the_table():
    assert set(ALUR_RTL) == set(TindakanRtl) == set(HARAPAN)


@pytest.mark.parametrize("status", SEMUA)
@pytest.mark.parametrize("tindakan", list(TindakanRtl))
def test_an_act_is_allowed_from_its_states_and_from_no_other(tindakan: TindakanRtl, status: StatusRtl | None):
    dari, ke = HARAPAN[tindakan]
    assert ALUR_RTL[tindakan].ke is ke
    assert dapat_rtl(tindakan, rtl(status)) is (status in dari)
    if status in dari:
        periksa_dapat_rtl(tindakan, rtl(status))
    else:
        with pytest.raises(RtlTerkunci, match="Muat ulang halaman untuk melihat keadaan terakhir"):
            periksa_dapat_rtl(tindakan, rtl(status))


def test_a_refusal_names_the_state_in_words():
    with pytest.raises(RtlTerkunci, match="berstatus tidak dilaksanakan, sehingga tidak dapat diverifikasi"):
        periksa_dapat_rtl(T.VERIFIKASI, rtl(S.TIDAK_DILAKSANAKAN))
    with pytest.raises(RtlTerkunci, match="RTL ini belum berstatus, sehingga tidak dapat dikembalikan"):
        periksa_dapat_rtl(T.KEMBALIKAN, rtl(None))


@pytest.mark.parametrize("status", SEMUA)
def test_what_is_confirmed_returned_or_given_up_is_left_by_its_own_way_only(status: StatusRtl | None):
    keluar = {tindakan for tindakan in TindakanRtl if dapat_rtl(tindakan, rtl(status))}
    if status in (S.TERVERIFIKASI, S.TIDAK_DILAKSANAKAN):
        assert keluar == set()
    assert dapat_dilaporkan(rtl(status)) is (status in BELUM_TUNTAS)


def test_the_unit_reports_and_the_inspector_decides():
    pelapor = {T.MULAI, T.SELESAIKAN, T.NYATAKAN_TIDAK}
    for tindakan, langkah in ALUR_RTL.items():
        assert langkah.izin is (Izin.LAPOR_REALISASI if tindakan in pelapor else Izin.VERIFIKASI_REALISASI)


def test_done_needs_words_and_a_bukti():
    periksa_selesai("Loket ditambah pada 2 Maret.", 1)
    with pytest.raises(SyaratKurang, match="Uraian pelaksanaan belum diisi"):
        periksa_selesai("  \n", 3)
    with pytest.raises(SyaratKurang, match="Belum ada bukti"):
        periksa_selesai("Loket ditambah.", 0)


def test_not_done_names_everything_that_is_missing():
    with pytest.raises(SyaratKurang, match="memerlukan alasan, strategi, tenggat baru, penanggung jawab"):
        periksa_alasan_tidak(AlasanTidak(" ", "", None, ""), HARI_INI)
    with pytest.raises(SyaratKurang, match="memerlukan strategi\\."):
        periksa_alasan_tidak(AlasanTidak("Anggaran", "", date(2026, 9, 1), "Kasi"), HARI_INI)


@pytest.mark.parametrize("tenggat", [date(2026, 3, 1), HARI_INI])
def test_the_new_tenggat_lies_in_the_future(tenggat: date):
    with pytest.raises(SyaratKurang, match="sesudah hari ini"):
        periksa_alasan_tidak(AlasanTidak("Anggaran", "Usul APBD-P", tenggat, "Kasi"), HARI_INI)


def test_a_full_answer_for_what_was_not_done_passes():
    periksa_alasan_tidak(AlasanTidak("Anggaran", "Usul APBD-P", date(2026, 3, 3), "Kasi"), HARI_INI)


def test_nobody_judges_what_they_reported_or_proved():
    assert dapat_diperiksa_oleh(5, frozenset({6, 7}))
    assert dapat_diperiksa_oleh(None, frozenset({6}))
    assert not dapat_diperiksa_oleh(6, frozenset({6, 7}))
    periksa_pemeriksa(5, frozenset())
    with pytest.raises(SyaratKurang, match="tidak dapat diverifikasi oleh orang yang melaporkannya"):
        periksa_pemeriksa(7, frozenset({6, 7}))
