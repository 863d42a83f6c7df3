"""What became of a plan: progress, done with proof, not done and carried over, and how the percentages follow (spec 1.9, 2.2)."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import Engine

from rtl_tracker.domain.alur_rtl import AlasanTidak, RtlTerkunci, SyaratKurang
from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.penyampaian import StatusPenyampaian
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.domain.rtl import Horizon, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.tahunan.fakta import susun_fakta
from rtl_tracker.storage.rtl_repository import list_lanjutan
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases import lapor_realisasi as kasus
from rtl_tracker.usecases.bahan_laporan import bahan_tanpa_jawaban
from rtl_tracker.usecases.hitung_hasil import rekap_tahun
from rtl_tracker.usecases.kelola_penyampaian import kirim, terima_langsung
from rtl_tracker.usecases.kelola_rtl import tambah_rtl
from rtl_tracker.usecases.lapor_realisasi import IsianKemajuan
from rtl_tracker.usecases.verifikasi_realisasi import kembalikan, verifikasi
from tests.usecases.panggung import KINI, TAHUN, TAHUNAN, Panggung, isian_rtl

S = StatusRtl
ALASAN = AlasanTidak("Anggaran dialihkan", "Diusulkan pada perubahan anggaran", date(2099, 6, 30), "Kepala Bidang")
KEMAJUAN = IsianKemajuan("Rapat persiapan.", "Menunggu anggaran", 1)


@pytest.fixture
def p(engine: Engine, tulis_csv) -> Panggung:
    return Panggung(engine, tulis_csv)


def test_progress_done_and_return_lead_through_the_states_and_each_is_one_event(p: Panggung):
    rtl_id = p.rencana_diterima()
    awal = len(p.jejak())
    p.main_lalu_putus(kasus.catat_kemajuan, rtl_id, KEMAJUAN)
    p.main(kasus.catat_kemajuan, rtl_id, KEMAJUAN)
    assert (p.rtl(rtl_id).status, p.rtl(rtl_id).uraian, p.rtl(rtl_id).hambatan) == (
        S.BERJALAN, "Rapat persiapan.", "Menunggu anggaran",
    )  # fmt: skip
    p.beri_bukti(rtl_id)
    isian = IsianKemajuan(" Dua loket dibuka. ", "", 2)
    p.main_lalu_putus(kasus.selesaikan, rtl_id, isian)
    p.main(kasus.selesaikan, rtl_id, isian)
    r = p.rtl(rtl_id)
    assert (r.status, r.uraian, r.dilapor_oleh, r.dilapor_pada) == (S.SELESAI, "Dua loket dibuka.", p.operator.id, KINI)
    p.main(kembalikan, rtl_id, 3, "Foto tidak bertanggal.", oleh=p.inspektur)
    p.main(kasus.catat_kemajuan, rtl_id, IsianKemajuan("Foto diganti.", "", 4))
    assert [(c.jenis, c.dari, c.ke) for c in p.jejak()[awal:]] == [
        (JenisJejak.KEMAJUAN_DICATAT, "direncanakan", "berjalan"),
        (JenisJejak.RTL_BERUBAH_STATUS, "berjalan", "selesai"),
        (JenisJejak.RTL_BERUBAH_STATUS, "selesai", "dikembalikan"),
        (JenisJejak.KEMAJUAN_DICATAT, "dikembalikan", "berjalan"),
    ]
    assert p.jejak()[awal].rincian == {"uraian": ["", "Rapat persiapan."], "hambatan": ["", "Menunggu anggaran"]}


def test_the_same_progress_again_is_no_change_and_no_event(p: Panggung):
    rtl_id = p.rencana_diterima()
    p.main(kasus.catat_kemajuan, rtl_id, KEMAJUAN)
    sebelum = p.isi()
    p.main(kasus.catat_kemajuan, rtl_id, replace(KEMAJUAN, versi=2))
    assert p.isi() == sebelum


def test_done_without_words_or_without_proof_is_refused(p: Panggung):
    rtl_id = p.rencana_diterima()
    sebelum = p.isi()
    with pytest.raises(SyaratKurang, match="Belum ada bukti"):
        p.main(kasus.selesaikan, rtl_id, IsianKemajuan("Dua loket dibuka.", "", 1))
    assert p.isi() == sebelum
    p.beri_bukti(rtl_id)
    with pytest.raises(SyaratKurang, match="Uraian pelaksanaan belum diisi"):
        p.main(kasus.selesaikan, rtl_id, IsianKemajuan(" \n", "", 1))
    assert p.rtl(rtl_id).status is S.DIRENCANAKAN


def test_a_bukti_that_was_superseded_proves_nothing(p: Panggung):
    rtl_id = p.rencana_diterima()
    p.beri_bukti(rtl_id)
    p.sql("UPDATE bukti SET diganti_oleh = id")
    with pytest.raises(SyaratKurang, match="Belum ada bukti"):
        p.main(kasus.selesaikan, rtl_id, IsianKemajuan("Dua loket dibuka.", "", 1))


@pytest.mark.parametrize("status", [StatusPenyampaian.DRAF, StatusPenyampaian.DIKIRIM, StatusPenyampaian.DIKEMBALIKAN])
def test_nothing_is_reported_before_the_dossier_is_accepted(p: Panggung, status: StatusPenyampaian):
    rtl_id = p.tulis()
    p.beri_bukti(rtl_id)
    p.setel_status(status)
    sebelum = p.isi()
    for tindakan, isian in (
        (kasus.catat_kemajuan, (KEMAJUAN,)),
        (kasus.selesaikan, (KEMAJUAN,)),
        (kasus.nyatakan_tidak, (ALASAN, 1)),
    ):
        with pytest.raises(RtlTerkunci, match="setelah berkas periode ini diterima"):
            p.main(tindakan, rtl_id, *isian)
    assert p.isi() == sebelum


def test_a_plan_that_came_as_a_workbook_can_be_reported_without_a_dossier(p: Panggung):
    p.sql(f"UPDATE rtl SET status = NULL WHERE upp_id = {p.satu}")
    rtl_id = p.sql(f"SELECT id FROM rtl WHERE upp_id = {p.satu}")
    p.main(kasus.catat_kemajuan, rtl_id, KEMAJUAN, oleh=p.tetangga)
    assert p.rtl(rtl_id).status is S.BERJALAN
    assert (p.jejak()[-1].dari, p.jejak()[-1].ke) == ("", "berjalan")


@pytest.mark.parametrize("status", [S.SELESAI, S.TERVERIFIKASI, S.TIDAK_DILAKSANAKAN])
def test_what_is_answered_is_not_reported_again(p: Panggung, status: StatusRtl):
    rtl_id = p.rencana_diterima()
    p.beri_bukti(rtl_id)
    p.sql(f"UPDATE rtl SET status = '{status.value}' WHERE id = {rtl_id}")
    sebelum = p.isi()
    for tindakan, isian in (
        (kasus.catat_kemajuan, (KEMAJUAN,)),
        (kasus.selesaikan, (KEMAJUAN,)),
        (kasus.nyatakan_tidak, (ALASAN, 1)),
    ):
        with pytest.raises(RtlTerkunci, match=f"berstatus {status.value.replace('_', ' ')}"):
            p.main(tindakan, rtl_id, *isian)
    assert p.isi() == sebelum


def test_every_act_is_refused_to_every_role_that_may_not_and_to_every_stranger(p: Panggung):
    rtl_id = p.rencana_diterima()
    p.beri_bukti(rtl_id)
    for tindakan, isian in (
        (kasus.catat_kemajuan, (KEMAJUAN,)),
        (kasus.selesaikan, (KEMAJUAN,)),
        (kasus.nyatakan_tidak, (ALASAN, 1)),
    ):
        p.ditolak_bagi_semua_selain(Izin.LAPOR_REALISASI, tindakan, rtl_id, *isian)
    with pytest.raises(TidakTerjangkau):
        p.main(kasus.catat_kemajuan, 999, KEMAJUAN)


def test_not_done_without_a_full_answer_changes_nothing(p: Panggung):
    rtl_id = p.rencana_diterima()
    sebelum = p.isi()
    for kurang in (
        replace(ALASAN, alasan=" "), replace(ALASAN, strategi=""), replace(ALASAN, tenggat=None), replace(ALASAN, penanggung_jawab=""),
        replace(ALASAN, tenggat=KINI.date()),
    ):  # fmt: skip
        with pytest.raises(SyaratKurang):
            p.main(kasus.nyatakan_tidak, rtl_id, kurang, 1)
    assert p.isi() == sebelum


def test_what_was_not_done_keeps_its_words_and_lives_on_as_a_new_promise(p: Panggung):
    rtl_id = p.rencana_diterima(keluhan="Antre lama", indikator="Antre < 10 menit", stakeholder="Dinas & mitra")
    p.main_lalu_putus(kasus.nyatakan_tidak, rtl_id, ALASAN, 1)
    awal, asal = len(p.jejak()), p.rtl(rtl_id)
    lama, lanjutan = p.main(kasus.nyatakan_tidak, rtl_id, ALASAN, 1)
    assert p.rtl(rtl_id) == replace(
        asal, status=S.TIDAK_DILAKSANAKAN, alasan=ALASAN.alasan, strategi=ALASAN.strategi, dilapor_oleh=p.operator.id,
        dilapor_pada=KINI, versi=2,
    ) == lama  # fmt: skip
    assert p.rtl(lanjutan.id) == lanjutan
    assert (lanjutan.tahun, lanjutan.periode, lanjutan.asal_id, lanjutan.status) == (TAHUN + 1, TAHUNAN, rtl_id, S.DIRENCANAKAN)
    for nama in ("unsur", "unsur_teks", "kegiatan", "keluhan", "indikator", "stakeholder"):
        assert getattr(lanjutan, nama) == getattr(asal, nama)
    assert (lanjutan.tenggat, lanjutan.penanggung_jawab, lanjutan.strategi, lanjutan.horizon) == (
        ALASAN.tenggat, ALASAN.penanggung_jawab, ALASAN.strategi, Horizon.PANJANG,
    )  # fmt: skip
    assert [(c.jenis, c.dari, c.ke) for c in p.jejak()[awal:]] == [
        (JenisJejak.RTL_BERUBAH_STATUS, "direncanakan", "tidak_dilaksanakan"),
        (JenisJejak.PENYAMPAIAN_BERUBAH, "belum", "draf"),
        (JenisJejak.RTL_DITAMBAH, "", "direncanakan"),
    ]
    assert p.jejak()[-1].rincian == {"asal_id": rtl_id, "tahun": TAHUN + 1, "periode": "TAHUNAN"}


@pytest.mark.parametrize(
    ("frekuensi", "asal", "tertutup", "tujuan"),
    [
        (Frekuensi.TRIWULAN, "TW1", [], (2022, "TW2")),
        (Frekuensi.TRIWULAN, "TW4", [], (2023, "TW1")),
        (Frekuensi.TRIWULAN, "TW3", [(2022, "TW4"), (2023, "TW1")], (2023, "TW2")),
        (Frekuensi.SEMESTER, "S1", [], (2022, "S2")),
        (Frekuensi.SEMESTER, "S2", [(2023, "S1")], (2023, "S2")),
        (Frekuensi.TAHUNAN, "TAHUNAN", [], (2023, "TAHUNAN")),
        (Frekuensi.TAHUNAN, "TAHUNAN", [(2023, "TAHUNAN"), (2024, "TAHUNAN")], (2025, "TAHUNAN")),
        (None, "S2", [], (2023, "S1")),
    ],
)
def test_a_promise_is_carried_into_the_first_period_that_is_still_open(
    engine_sqlite: Engine, tulis_csv, frekuensi, asal, tertutup, tujuan
):
    p = Panggung(engine_sqlite, tulis_csv)
    p.frekuensi(frekuensi)
    rtl_id = p.rencana_diterima(periode=Periode(asal))
    for ke, (tahun, periode) in enumerate(tertutup):
        p.setel_status((StatusPenyampaian.DITERIMA, StatusPenyampaian.DIKIRIM)[ke % 2], tahun, Periode(periode))
    _, lanjutan = p.main(kasus.nyatakan_tidak, rtl_id, ALASAN, 1)
    assert (lanjutan.tahun, lanjutan.periode) == (tujuan[0], Periode(tujuan[1]))
    assert p.berkas(None, tujuan[0], Periode(tujuan[1])).status is StatusPenyampaian.DRAF


def test_a_returned_dossier_is_open_for_what_is_carried_over(p: Panggung):
    rtl_id = p.rencana_diterima()
    p.setel_status(StatusPenyampaian.DIKEMBALIKAN, TAHUN + 1)
    _, lanjutan = p.main(kasus.nyatakan_tidak, rtl_id, ALASAN, 1)
    assert lanjutan.tahun == TAHUN + 1
    assert p.berkas(None, TAHUN + 1).status is StatusPenyampaian.DIKEMBALIKAN


def test_when_no_period_is_open_the_answer_is_refused_whole(p: Panggung):
    rtl_id = p.rencana_diterima()
    for tahun in range(TAHUN + 1, TAHUN + 1 + kasus.PERIODE_DICOBA):
        p.setel_status(StatusPenyampaian.DITERIMA, tahun)
    sebelum = p.isi()
    with pytest.raises(RtlTerkunci, match="Tidak ada periode berikutnya yang masih terbuka"):
        p.main(kasus.nyatakan_tidak, rtl_id, ALASAN, 1)
    assert p.isi() == sebelum


def test_a_promise_carried_over_twice_keeps_its_chain(p: Panggung):
    pertama = p.rencana_diterima()
    _, kedua = p.main(kasus.nyatakan_tidak, pertama, ALASAN, 1)
    with pytest.raises(RtlTerkunci, match="setelah berkas periode ini diterima"):
        p.main(kasus.nyatakan_tidak, kedua.id, ALASAN, 1)
    p.diterima(TAHUN + 1)
    _, ketiga = p.main(kasus.nyatakan_tidak, kedua.id, ALASAN, 1)
    rantai = [p.rtl(id_) for id_ in (pertama, kedua.id, ketiga.id)]
    assert [(r.tahun, r.asal_id, r.status) for r in rantai] == [
        (TAHUN, None, S.TIDAK_DILAKSANAKAN), (TAHUN + 1, pertama, S.TIDAK_DILAKSANAKAN), (TAHUN + 2, kedua.id, S.DIRENCANAKAN),
    ]  # fmt: skip
    assert len({r.kegiatan for r in rantai}) == 1
    with session_tulis(p.engine) as session:
        assert [[r.id for r in list_lanjutan(session, id_)] for id_ in (pertama, kedua.id, ketiga.id)] == [
            [kedua.id], [ketiga.id], [],
        ]  # fmt: skip


def test_a_plan_of_the_instansi_itself_is_carried_over_into_its_next_year(p: Panggung):
    rtl_id = p.sql("SELECT id FROM rtl WHERE upp_id IS NULL")
    lama, lanjutan = p.main(kasus.nyatakan_tidak, rtl_id, ALASAN, 1, oleh=p.organisasi)
    assert (lama.status, lanjutan.upp_id, lanjutan.tahun, lanjutan.periode, lanjutan.asal_id) == (
        S.TIDAK_DILAKSANAKAN, None, TAHUN + 1, TAHUNAN, rtl_id,
    )  # fmt: skip
    assert p.sql("SELECT count(*) FROM penyampaian") == 0
    with pytest.raises(TidakTerjangkau):
        p.main(kasus.catat_kemajuan, lanjutan.id, KEMAJUAN)


def test_the_second_reporter_is_told_who_was_first(p: Panggung):
    rtl_id = p.rencana_diterima()
    p.main(kasus.catat_kemajuan, rtl_id, KEMAJUAN, oleh=p.rekan)
    p.beri_bukti(rtl_id)
    for tindakan, isian in (
        (kasus.catat_kemajuan, (IsianKemajuan("Lain.", "", 1),)),
        (kasus.selesaikan, (IsianKemajuan("Lain.", "", 1),)),
        (kasus.nyatakan_tidak, (ALASAN, 1)),
    ):
        with pytest.raises(BerubahLebihDahulu, match="diubah oleh Rekan <Arsip> & Co pada") as galat:
            p.main(tindakan, rtl_id, *isian)
        assert galat.value.versi == 2


@pytest.mark.parametrize("tindakan", ["catat_kemajuan", "selesaikan", "nyatakan_tidak"])
def test_of_two_reporters_at_once_exactly_one_wins(p: Panggung, tindakan: str):
    rtl_id = p.rencana_diterima()
    p.beri_bukti(rtl_id)
    banyak, dua = len(p.jejak()), (p.operator, p.rekan)

    def lapor(session, oleh):
        if tindakan == "nyatakan_tidak":
            return kasus.nyatakan_tidak(session, oleh, KINI, rtl_id, replace(ALASAN, alasan=f"Alasan {oleh.nama}"), 1)[0]
        return getattr(kasus, tindakan)(session, oleh, KINI, rtl_id, IsianKemajuan(f"Uraian {oleh.nama}", "", 1))

    hasil = p.berdua(lambda s: lapor(s, dua[0]), lambda s: lapor(s, dua[1]))
    (menang,) = [i for i in (0, 1) if not isinstance(hasil[i], Exception)]
    kalah, kini = hasil[1 - menang], p.rtl(rtl_id)
    if tindakan == "catat_kemajuan":  # may still be saved, so the name of the first is told
        assert isinstance(kalah, BerubahLebihDahulu)
        assert f"diubah oleh {dua[menang].nama} pada" in str(kalah)
    else:  # may not be saved any more, so the state is told
        assert isinstance(kalah, RtlTerkunci)
        assert f"berstatus {kini.status.value.replace('_', ' ')}" in str(kalah)
    assert (kini.versi, dua[menang].nama in kini.uraian + kini.alasan) == (2, True)
    assert len(p.jejak()) == banyak + (3 if tindakan == "nyatakan_tidak" else 1)


def realisasi(p: Panggung, tahun: int, upp_id: int, periode: Periode) -> tuple[Fraction | None, Fraction | None]:
    """(reported, verified) in the row of a measured period."""
    with session_tulis(p.engine) as session:
        unit = next(r for r in rekap_tahun(session, tahun).upp if r.upp.id == upp_id)
    return unit.realisasi[periode].dilaporkan, unit.realisasi[periode].persen_terverifikasi


def test_the_row_of_the_next_measured_period_follows_what_is_reported_and_verified(p: Panggung):
    isian = isian_rtl("Melatih petugas loket", unsur=Unsur.BIAYA)
    baru = [p.main(tambah_rtl, p.satu, TAHUN, Periode.S1, isian, oleh=p.tetangga) for _ in range(3)]
    p.main(terima_langsung, p.satu, TAHUN, Periode.S1, oleh=p.organisasi)
    tercetak = p.sql(f"SELECT realisasi_tercetak FROM hasil WHERE upp_id = {p.satu} AND periode = 'S2'")
    assert tercetak == "100"
    assert realisasi(p, TAHUN, p.satu, Periode.S2) == (25, 0)
    p.selesai(baru[0], oleh=p.tetangga)
    assert realisasi(p, TAHUN, p.satu, Periode.S2) == (50, 0)
    p.main(verifikasi, baru[0], p.rtl(baru[0]).versi, oleh=p.inspektur)
    assert realisasi(p, TAHUN, p.satu, Periode.S2) == (50, 25)
    p.main(kasus.nyatakan_tidak, baru[1], ALASAN, 1, oleh=p.tetangga)
    assert realisasi(p, TAHUN, p.satu, Periode.S2) == (50, 25)
    assert realisasi(p, TAHUN, p.satu, Periode.S1) == (None, None)


def test_an_annual_unit_sees_its_follow_up_in_the_row_of_the_year_after_and_so_does_the_report(p: Panggung):
    dua = [p.tulis(unsur=u) for u in (Unsur.WAKTU, Unsur.BIAYA)]
    p.diterima()
    p.buka_tahun(TAHUN + 1)
    p.isi_hasil(TAHUN + 1)

    def fakta():
        with session_tulis(p.engine) as session:
            satu = susun_fakta(bahan_tanpa_jawaban(session, TAHUN + 1)).tindak_lanjut.realisasi
        (baris,) = satu.baris
        return (satu.rtl, satu.selesai, satu.jumlah_terverifikasi), (baris.dilaporkan, baris.persen_terverifikasi), baris.skor

    assert realisasi(p, TAHUN + 1, p.arsip, TAHUNAN) == (0, 0)
    assert fakta() == ((2, 0, 0), (0, 0), 1)
    p.selesai(dua[0])
    assert fakta() == ((2, 1, 0), (50, 0), 3)
    p.main(verifikasi, dua[0], p.rtl(dua[0]).versi, oleh=p.inspektur)
    assert realisasi(p, TAHUN + 1, p.arsip, TAHUNAN) == (50, 50)
    assert fakta() == ((2, 1, 1), (50, 50), 3)
    p.selesai(dua[1])
    assert fakta() == ((2, 2, 1), (100, 50), 5)
    p.main(kembalikan, dua[1], p.rtl(dua[1]).versi, "Foto tidak bertanggal.", oleh=p.inspektur)
    assert fakta() == ((2, 1, 1), (50, 50), 3)


def test_a_returned_realisasi_is_mended_and_reported_again(p: Panggung):
    rtl_id = p.rencana_diterima()
    p.selesai(rtl_id)
    p.main(kembalikan, rtl_id, p.rtl(rtl_id).versi, "Foto tidak bertanggal.", oleh=p.inspektur)
    p.main(kasus.selesaikan, rtl_id, IsianKemajuan("Foto bertanggal dilampirkan.", "", p.rtl(rtl_id).versi))
    assert (p.rtl(rtl_id).status, p.rtl(rtl_id).uraian) == (S.SELESAI, "Foto bertanggal dilampirkan.")


def test_the_plan_that_was_carried_over_is_sent_with_the_dossier_of_its_period(p: Panggung):
    rtl_id = p.rencana_diterima()
    p.buka_tahun(TAHUN + 1)
    p.main(kasus.nyatakan_tidak, rtl_id, ALASAN, 1)
    p.isi_hasil(TAHUN + 1, waktu="3,00")
    assert p.main(kirim, p.arsip, TAHUN + 1, TAHUNAN, "Sudah dibahas dalam rapat.").status is StatusPenyampaian.DIKIRIM
