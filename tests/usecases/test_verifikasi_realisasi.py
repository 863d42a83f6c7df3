"""Realisasi are confirmed or returned: by whom, from which state, which version, alone and several at once; notes; the queue."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from rtl_tracker.domain.alur_rtl import RtlTerkunci, SyaratKurang
from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jejak import Objek, periksa_rantai
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.rtl import StatusRtl
from rtl_tracker.storage.jejak_repository import jejak_objek, muat_kepala, telusuri_rantai
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases import verifikasi_realisasi as kasus
from rtl_tracker.usecases.antrean_verifikasi import SaringanAntrean, id_berikutnya, muat_antrean, muat_pemeriksaan
from rtl_tracker.usecases.catatan_pemeriksaan import catat
from tests.usecases.isi_antrean import KINI, SATU, SULIT, Kantor
from tests.web.hitung_query import hitung_query

S = StatusRtl
SEMUA = SaringanAntrean()


@pytest.fixture
def kantor(engine: Engine) -> Kantor:
    return Kantor(engine)


def lakukan(kantor: Kantor, tindakan, pelaku, *isian):
    with session_tulis(kantor.engine) as session:
        return tindakan(session, pelaku, KINI, *isian)


def riwayat(kantor: Kantor, rtl_id: int):
    with session_tulis(kantor.engine) as session:
        return jejak_objek(session, Objek.RTL, rtl_id)


def test_a_confirmation_says_who_and_when_and_is_recorded_with_it(kantor: Kantor):
    rtl_id = kantor.lapor(catatan_pengembalian="Foto buram")
    lakukan(kantor, kasus.verifikasi, kantor.inspektur, rtl_id, 2, " Cocok dengan foto. ")
    r = kantor.rtl(rtl_id)
    assert (r.status, r.pemverifikasi, r.diverifikasi_pada, r.catatan_pengembalian, r.versi) == (
        S.TERVERIFIKASI, "Akun inspektur", KINI, "", 3,
    )  # fmt: skip
    c = riwayat(kantor, rtl_id)[0]
    assert (c.jenis, c.dari, c.ke, c.catatan, c.upp_id, c.pelaku_id) == (
        "rtl_berubah_status", "selesai", "terverifikasi", "Cocok dengan foto.", kantor.satu, kantor.inspektur.id,
    )  # fmt: skip


def test_a_return_keeps_the_reason_for_the_unit(kantor: Kantor):
    rtl_id = kantor.lapor()
    lakukan(kantor, kasus.kembalikan, kantor.organisasi, rtl_id, 2, "  Foto tidak bertanggal.  ")
    r = kantor.rtl(rtl_id)
    assert (r.status, r.catatan_pengembalian, r.pemverifikasi, r.diverifikasi_pada) == (
        S.DIKEMBALIKAN, "Foto tidak bertanggal.", "", None,
    )  # fmt: skip
    c = riwayat(kantor, rtl_id)[0]
    assert (c.dari, c.ke, c.catatan) == ("selesai", "dikembalikan", "Foto tidak bertanggal.")


@pytest.mark.parametrize("alasan", ["", "   ", "kurang", " 9 huruf.  "])
def test_a_return_without_a_real_reason_changes_nothing(kantor: Kantor, alasan: str):
    rtl_id = kantor.lapor()
    with pytest.raises(SyaratKurang, match="paling sedikit 10 huruf"):
        lakukan(kantor, kasus.kembalikan, kantor.inspektur, rtl_id, 2, alasan)
    assert kantor.rtl(rtl_id).status is S.SELESAI
    assert len(riwayat(kantor, rtl_id)) == 1


@pytest.mark.parametrize("status", [S.DIRENCANAKAN, S.BERJALAN, S.TERVERIFIKASI, S.DIKEMBALIKAN, S.TIDAK_DILAKSANAKAN])
def test_only_what_is_reported_as_done_can_be_decided(kantor: Kantor, status: StatusRtl):
    rtl_id = kantor.lapor(status=status)
    for tindakan, isian in ((kasus.verifikasi, ()), (kasus.kembalikan, ("Foto tidak bertanggal",))):
        with pytest.raises(RtlTerkunci):
            lakukan(kantor, tindakan, kantor.inspektur, rtl_id, 2, *isian)


def test_the_second_inspector_is_told_who_was_first(kantor: Kantor):
    rtl_id = kantor.lapor()
    lakukan(kantor, kasus.verifikasi, kantor.inspektur, rtl_id, 2)
    with pytest.raises(BerubahLebihDahulu, match="sudah diubah oleh Akun inspektur pada 10 Maret 2026"):
        lakukan(kantor, kasus.kembalikan, kantor.inspektur_dua, rtl_id, 2, "Foto tidak bertanggal")
    assert kantor.rtl(rtl_id).status is S.TERVERIFIKASI


def test_nobody_confirms_or_returns_what_they_reported(kantor: Kantor):
    rtl_id = kantor.lapor(oleh=kantor.organisasi, pembukti=kantor.operator)
    for tindakan, isian in ((kasus.verifikasi, ()), (kasus.kembalikan, ("Foto tidak bertanggal",))):
        with pytest.raises(SyaratKurang, match="tidak dapat diverifikasi oleh orang yang melaporkannya"):
            lakukan(kantor, tindakan, kantor.organisasi, rtl_id, 2, *isian)
    assert kantor.rtl(rtl_id).status is S.SELESAI


def test_nobody_confirms_what_they_proved(kantor: Kantor):
    rtl_id = kantor.lapor(pembukti=kantor.organisasi)
    with pytest.raises(SyaratKurang, match="mengunggah buktinya"):
        lakukan(kantor, kasus.verifikasi, kantor.organisasi, rtl_id, 2)
    lakukan(kantor, kasus.verifikasi, kantor.inspektur, rtl_id, 2)
    assert kantor.rtl(rtl_id).terverifikasi


def test_a_role_without_the_permission_is_refused_and_a_stranger_learns_nothing(kantor: Kantor):
    rtl_id = kantor.lapor()
    with pytest.raises(AksesDitolak):
        lakukan(kantor, kasus.verifikasi, kantor.operator, rtl_id, 2)
    asing = replace(kantor.inspektur, jangkauan=frozenset({kantor.sulit}))
    with pytest.raises(TidakTerjangkau):
        lakukan(kantor, kasus.verifikasi, asing, rtl_id, 2)
    with pytest.raises(TidakTerjangkau):
        lakukan(kantor, kasus.verifikasi, kantor.inspektur, 999, 1)


def test_several_at_once_confirms_what_passes_and_names_the_rest(kantor: Kantor):
    baik, lain = kantor.lapor(), kantor.lapor(upp_id=kantor.sulit)
    sendiri = kantor.lapor("Melatih <petugas> & kawan", oleh=kantor.organisasi)
    lama, berjalan = kantor.lapor("Papan informasi"), kantor.lapor("Kotak saran", status=S.BERJALAN)
    hasil = lakukan(
        kantor,
        kasus.verifikasi_sekaligus,
        kantor.organisasi,
        [(baik, 2), (sendiri, 2), (lama, 1), (berjalan, 2), (999, 1), (lain, 2)],
    )
    assert hasil.terverifikasi == (baik, lain)
    assert [(x.rtl_id, x.kegiatan) for x in hasil.ditolak] == [
        (sendiri, "Melatih <petugas> & kawan"), (lama, "Papan informasi"), (berjalan, "Kotak saran"), (999, "RTL nomor 999"),
    ]  # fmt: skip
    assert "orang yang melaporkannya" in hasil.ditolak[0].kalimat
    assert "sudah diubah oleh" in hasil.ditolak[1].kalimat
    assert "berstatus berjalan" in hasil.ditolak[2].kalimat
    status = [kantor.rtl(id_).status for id_ in (baik, lain, sendiri, lama, berjalan)]
    assert status == [S.TERVERIFIKASI, S.TERVERIFIKASI, S.SELESAI, S.SELESAI, S.BERJALAN]


def test_several_at_once_leaves_one_unbroken_trail(kantor: Kantor):
    semua = [kantor.lapor(f"Kegiatan {i}") for i in range(4)]
    lakukan(kantor, kasus.verifikasi_sekaligus, kantor.inspektur, [(semua[0], 2), (semua[1], 1), (semua[2], 2), (semua[2], 2)])
    with session_tulis(kantor.engine) as session:
        assert periksa_rantai(telusuri_rantai(session), muat_kepala(session)) == []
    assert [len(riwayat(kantor, id_)) for id_ in semua] == [2, 1, 2, 1]


def test_several_at_once_is_refused_whole_to_a_role_that_may_not(kantor: Kantor):
    rtl_id = kantor.lapor()
    with pytest.raises(AksesDitolak):
        lakukan(kantor, kasus.verifikasi_sekaligus, kantor.operator, [(rtl_id, 2)])


def test_a_note_of_an_inspection_changes_nothing_but_the_trail(kantor: Kantor):
    rtl_id = kantor.lapor()
    sebelum = kantor.rtl(rtl_id)
    lakukan(kantor, catat, kantor.inspektur, rtl_id, " Diperiksa di tempat <2 Maret>. ")
    assert kantor.rtl(rtl_id) == sebelum
    c = riwayat(kantor, rtl_id)[0]
    assert (c.jenis, c.catatan, c.dari, c.ke) == ("catatan_pemeriksaan", "Diperiksa di tempat <2 Maret>.", "", "")


@pytest.mark.parametrize("isi", ["", " \n", "a" * 4001])
def test_an_empty_or_endless_note_is_refused(kantor: Kantor, isi: str):
    rtl_id = kantor.lapor()
    with pytest.raises(SyaratKurang, match="Catatan pemeriksaan"):
        lakukan(kantor, catat, kantor.inspektur, rtl_id, isi)


def test_the_unit_writes_no_note_of_an_inspection(kantor: Kantor):
    rtl_id = kantor.lapor()
    with pytest.raises(AksesDitolak):
        lakukan(kantor, catat, kantor.operator, rtl_id, "Kami sudah memeriksa sendiri.")


def test_the_queue_holds_what_this_account_may_judge_oldest_first(kantor: Kantor):
    baru, tua = kantor.lapor(hari=1), kantor.lapor(hari=20, upp_id=kantor.sulit)
    kantor.lapor(hari=30, oleh=kantor.organisasi)
    kantor.lapor(hari=40, status=S.TERVERIFIKASI)
    isi = lakukan(kantor, muat_antrean, kantor.organisasi, SEMUA)
    assert [(b.menunggu.id, b.unit, b.hari) for b in isi.butir] == [(tua, SULIT, 20), (baru, SATU, 1)]
    assert (isi.cocok, isi.seluruhnya, isi.sendiri) == (2, 2, 1)
    assert lakukan(kantor, muat_antrean, kantor.inspektur, SEMUA).seluruhnya == 3
    with pytest.raises(AksesDitolak):
        lakukan(kantor, muat_antrean, kantor.operator, SEMUA)


@pytest.mark.parametrize(
    ("saringan", "kegiatan"),
    [
        (SaringanAntrean(cari="LOKET"), ["Menambah loket"]), (SaringanAntrean(cari="kelautan pelatihan"), ["Pelatihan"]),
        (SaringanAntrean(kelompok="Dinas & Badan"), ["Pelatihan"]), (SaringanAntrean(tahun=2024), ["Pelatihan"]),
        (SaringanAntrean(tahun=1999), []), (SaringanAntrean(cari="%_"), ["Menambah loket", "Pelatihan"]),
    ],
)  # fmt: skip
def test_the_queue_is_filtered_and_searched(kantor: Kantor, saringan: SaringanAntrean, kegiatan: list[str]):
    kantor.lapor(hari=9)
    kantor.lapor("Pelatihan", upp_id=kantor.sulit, tahun=2024)
    isi = lakukan(kantor, muat_antrean, kantor.inspektur, saringan)
    assert [b.menunggu.kegiatan for b in isi.butir] == kegiatan
    assert (isi.pilihan_tahun, isi.pilihan_kelompok) == ((2025, 2024), ("Dinas & Badan", "Kecamatan"))


def test_a_page_beyond_the_last_is_the_last_one(kantor: Kantor, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("rtl_tracker.usecases.antrean_verifikasi.PER_HALAMAN", 2)
    semua = [kantor.lapor(hari=9 - i) for i in range(5)]
    with session_tulis(kantor.engine) as session:
        dua = muat_antrean(session, kantor.inspektur, KINI, SEMUA, 2)
        jauh = muat_antrean(session, kantor.inspektur, KINI, SEMUA, 99)
    assert [b.menunggu.id for b in dua.butir] == semua[2:4]
    assert ([b.menunggu.id for b in jauh.butir], jauh.halaman, jauh.banyak_halaman) == (semua[4:], 3, 3)


def test_the_next_item_stays_within_the_filter_and_skips_what_was_decided(kantor: Kantor):
    satu, lain, tiga = kantor.lapor(hari=9), kantor.lapor(hari=8, upp_id=kantor.sulit), kantor.lapor(hari=7)
    saringan = SaringanAntrean(upp_id=kantor.satu)
    lakukan(kantor, kasus.verifikasi, kantor.inspektur, satu, 2)
    with session_tulis(kantor.engine) as session:
        assert id_berikutnya(session, kantor.inspektur, saringan, satu) == tiga
        assert id_berikutnya(session, kantor.inspektur, saringan, tiga) is None
        assert id_berikutnya(session, kantor.inspektur, SEMUA, None) == lain
        assert id_berikutnya(session, kantor.inspektur, SEMUA, 999) == lain


def test_the_page_of_an_item_shows_claim_plan_bukti_place_and_what_is_alike(kantor: Kantor):
    lain, rtl_id = kantor.lapor("Menambah LOKET", hari=5), kantor.lapor(hari=3)
    h = lakukan(kantor, muat_pemeriksaan, kantor.inspektur, rtl_id, SEMUA)
    assert (h.unit, h.pelapor, h.hari, h.alasan_tertutup) == (SATU, "Akun operator", 3, "")
    assert [x.bukti.tautan for x in h.bukti] == [f"https://contoh.go.id/bukti-{rtl_id}"]
    assert h.letak is not None
    assert (h.letak.urutan, h.letak.banyak, h.letak.sebelum_id, h.letak.sesudah_id) == (2, 2, lain, None)
    assert [m.id for m in h.serupa] == [lain]
    assert [c.ke for c in h.riwayat] == ["selesai"]


def test_the_page_says_why_there_is_nothing_to_decide(kantor: Kantor):
    sendiri, beres = kantor.lapor(oleh=kantor.organisasi), kantor.lapor(status=S.TERVERIFIKASI)
    h = lakukan(kantor, muat_pemeriksaan, kantor.organisasi, sendiri, SEMUA)
    assert "orang yang melaporkannya" in h.alasan_tertutup
    assert h.letak is None
    assert "berstatus terverifikasi" in lakukan(kantor, muat_pemeriksaan, kantor.organisasi, beres, SEMUA).alasan_tertutup


def test_the_queue_of_two_hundred_costs_no_more_queries_than_that_of_two(kantor: Kantor):
    def banyak_query() -> int:
        with session_tulis(kantor.engine) as session, hitung_query() as hitung:
            muat_antrean(session, kantor.inspektur, KINI + timedelta(days=1), SEMUA)
        return len(hitung)

    kantor.lapor()
    sedikit = banyak_query()
    for i in range(20):
        kantor.lapor(f"Kegiatan {i}")
    assert banyak_query() == sedikit <= 4


def test_a_head_of_a_unit_has_no_queue(kantor: Kantor):
    pimpinan = kantor.akun("pimpinan", Peran.PIMPINAN)
    with pytest.raises(AksesDitolak):
        lakukan(kantor, muat_antrean, pimpinan, SEMUA)
