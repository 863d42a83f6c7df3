"""The plan: written, changed and removed while its dossier is open and nothing was done on it; locked for good after (spec 1.9, 2.2)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from rtl_tracker.domain.bukti import Bukti, JenisBukti
from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.penyampaian import PenyampaianTerkunci, StatusPenyampaian
from rtl_tracker.domain.peran import Izin, Pelaku, Peran
from rtl_tracker.domain.rtl import Horizon, StatusRtl
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur
from rtl_tracker.storage.bukti_repository import tambah_bukti
from rtl_tracker.storage.jejak_repository import jejak_objek
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases import kelola_rtl as kasus
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja
from rtl_tracker.usecases.isi_hasil import IsianSalah
from rtl_tracker.usecases.lapor_realisasi import IsianKemajuan, catat_kemajuan, nyatakan_tidak
from tests.usecases.panggung import KINI, TAHUN, TAHUNAN, Panggung, isian_rtl
from tests.usecases.test_lapor_realisasi import ALASAN

S = StatusRtl
NAMA_PANJANG = 'Kepala Seksi "Pelayanan" & <Pengaduan> pada Unit Pelaksana Teknis Daerah Wilayah Timur Dua'


@pytest.fixture
def p(engine: Engine, tulis_csv) -> Panggung:
    return Panggung(engine, tulis_csv)


def test_a_plan_is_stored_as_typed_begins_the_dossier_and_is_told_whole_by_its_event(p: Panggung):
    isian = isian_rtl(
        " Menambah dua loket ", unsur=Unsur.BIAYA, keluhan="Antre & lama", indikator="< 10 menit", waktu="Triwulan IV",
        penanggung_jawab=NAMA_PANJANG, stakeholder="Diskominfo",
    )  # fmt: skip
    p.main_lalu_putus(kasus.tambah_rtl, p.arsip, TAHUN, TAHUNAN, isian)
    rtl_id = p.main(kasus.tambah_rtl, p.arsip, TAHUN, TAHUNAN, isian)
    r = p.rtl(rtl_id)
    assert (r.upp_id, r.tahun, r.periode, r.status, r.versi, r.asal_id) == (p.arsip, TAHUN, TAHUNAN, S.DIRENCANAKAN, 1, None)
    assert (r.unsur, r.unsur_teks, r.kegiatan, r.horizon) == (
        Unsur.BIAYA, NAMA_UNSUR[Unsur.BIAYA], "Menambah dua loket", Horizon.PENDEK,
    )  # fmt: skip
    assert p.berkas().status is StatusPenyampaian.DRAF
    draf, ditambah = p.jejak()[-2:]
    assert (draf.ke, ditambah.jenis, ditambah.objek_id, ditambah.ke) == (
        "draf",
        JenisJejak.RTL_DITAMBAH,
        rtl_id,
        "direncanakan",
    )
    assert {k: v[1] for k, v in ditambah.rincian.items()} == {
        "unsur": "biaya", "kegiatan": "Menambah dua loket", "keluhan": "Antre & lama", "indikator": "< 10 menit",
        "waktu": "Triwulan IV", "tenggat": "2022-12-31", "penanggung_jawab": NAMA_PANJANG, "horizon": "pendek",
        "stakeholder": "Diskominfo",
    }  # fmt: skip


def test_a_change_tells_what_was_and_what_is_and_no_change_is_no_event(p: Panggung):
    rtl_id = p.tulis()
    baru = isian_rtl("Menambah tiga loket", tenggat=date(2023, 12, 31), versi=1)
    p.main_lalu_putus(kasus.ubah_rtl, rtl_id, baru)
    p.main(kasus.ubah_rtl, rtl_id, baru, oleh=p.rekan)
    catatan = p.jejak()[-1]
    assert (catatan.jenis, catatan.objek, catatan.objek_id, catatan.pelaku) == (
        JenisJejak.RTL_DIUBAH, Objek.RTL, rtl_id, "Rekan <Arsip> & Co",
    )  # fmt: skip
    assert catatan.rincian == {
        "kegiatan": ["Menambah loket pelayanan", "Menambah tiga loket"], "tenggat": ["2022-12-31", "2023-12-31"],
        "horizon": ["pendek", "menengah"],
    }  # fmt: skip
    assert p.rtl(rtl_id).versi == 2
    sebelum = p.isi()
    p.main(kasus.ubah_rtl, rtl_id, replace(baru, versi=2))
    assert p.isi() == sebelum


def test_a_plan_removed_by_mistake_can_be_read_from_the_trail(p: Panggung):
    rtl_id = p.tulis()
    p.main_lalu_putus(kasus.hapus_rtl, rtl_id, 1)
    p.main(kasus.hapus_rtl, rtl_id, 1)
    assert p.sql(f"SELECT count(*) FROM rtl WHERE id = {rtl_id}") == 0
    catatan = p.jejak()[-1]
    assert (catatan.jenis, catatan.dari) == (JenisJejak.RTL_DIHAPUS, "direncanakan")
    assert catatan.rincian["kegiatan"] == ["Menambah loket pelayanan", ""]


def test_a_plan_that_has_bukti_is_not_removed_with_them(p: Panggung):
    rtl_id = p.tulis()
    with session_tulis(p.engine) as session:
        tambah_bukti(session, Bukti(0, rtl_id, JenisBukti.TAUTAN, tautan="https://a.id/x"), None, KINI)
    sebelum = p.isi()
    with pytest.raises(PenyampaianTerkunci, match="sudah berbukti"):
        p.main(kasus.hapus_rtl, rtl_id, 1)
    assert p.isi() == sebelum


def test_the_number_of_a_removed_plan_is_never_given_to_another(p: Panggung):
    rtl_id = p.tulis()
    p.main(kasus.hapus_rtl, rtl_id, 1)
    baru = p.tulis(unsur=Unsur.BIAYA)
    with session_tulis(p.engine) as session:
        assert [c.jenis for c in jejak_objek(session, Objek.RTL, baru)] == [JenisJejak.RTL_DITAMBAH]
    assert baru != rtl_id


def test_every_act_is_refused_to_every_role_that_may_not_and_to_every_stranger(p: Panggung):
    rtl_id = p.tulis()
    p.ditolak_bagi_semua_selain(Izin.TULIS_RTL, kasus.tambah_rtl, p.arsip, TAHUN, TAHUNAN, isian_rtl())
    p.ditolak_bagi_semua_selain(Izin.TULIS_RTL, kasus.ubah_rtl, rtl_id, isian_rtl("Menambah tiga loket", versi=1))
    p.ditolak_bagi_semua_selain(Izin.TULIS_RTL, kasus.hapus_rtl, rtl_id, 1)


def test_a_plan_that_is_not_there_and_one_of_the_instansi_are_alike_to_a_unit(p: Panggung):
    milik_instansi = p.sql("SELECT id FROM rtl WHERE upp_id IS NULL")
    for rtl_id in (milik_instansi, 999):
        with pytest.raises(TidakTerjangkau):
            p.main(kasus.ubah_rtl, rtl_id, isian_rtl(versi=1))
    with pytest.raises(PenyampaianTerkunci, match="melalui buku kerja"):
        p.main(kasus.ubah_rtl, milik_instansi, isian_rtl(versi=1), oleh=p.organisasi)


@pytest.mark.parametrize("izin", list(Izin))
def test_whoever_asks_for_a_plan_needs_reach_first_and_then_the_permission(engine_sqlite: Engine, tulis_csv, izin: Izin):
    p = Panggung(engine_sqlite, tulis_csv)
    rtl_id = p.tulis()
    pimpinan = Pelaku(None, "Pimpinan", Peran.PIMPINAN, None, frozenset({p.arsip}))
    with session_tulis(p.engine) as session:
        if izin in (Izin.LIHAT_HASIL, Izin.LIHAT_PENYAMPAIAN, Izin.LIHAT_PERSENTASE):
            assert kasus.ambil_rtl(session, pimpinan, izin, rtl_id).id == rtl_id
        else:
            with pytest.raises(AksesDitolak):
                kasus.ambil_rtl(session, pimpinan, izin, rtl_id)
        with pytest.raises(TidakTerjangkau):
            kasus.ambil_rtl(session, replace(pimpinan, jangkauan=frozenset({p.satu})), izin, rtl_id)


@pytest.mark.parametrize("status", [StatusPenyampaian.DIKIRIM, StatusPenyampaian.DITERIMA])
def test_a_locked_plan_never_changes(p: Panggung, status: StatusPenyampaian):
    rtl_id = p.tulis()
    p.setel_status(status)
    sebelum = p.isi()
    with pytest.raises(PenyampaianTerkunci):
        p.main(kasus.ubah_rtl, rtl_id, isian_rtl("Mengganti janji yang lama", versi=1))
    with pytest.raises(PenyampaianTerkunci):
        p.main(kasus.hapus_rtl, rtl_id, 1)
    with pytest.raises(PenyampaianTerkunci):
        p.tulis(unsur=Unsur.BIAYA)
    assert p.isi() == sebelum


@pytest.mark.parametrize("status", [StatusPenyampaian.DIKIRIM, StatusPenyampaian.DITERIMA])
def test_a_locked_plan_is_not_replaced_by_a_workbook_of_the_year(p: Panggung, tulis_csv, status: StatusPenyampaian):
    p.tulis()
    p.setel_status(status)
    sebelum = p.isi()
    rtl = [["upp", "periode", "unsur", "kegiatan"], ["Badan Arsip", "TAHUNAN", "waktu", "Janji lain sama sekali"]]
    for ke, ganti in enumerate((True, False)):
        with session_tulis(p.engine) as session:
            laporan = impor_buku_kerja(session, tulis_csv(f"ganti{ke}", rtl=rtl), TAHUN, now=KINI, ganti=ganti)
        assert {g.lembar for g in laporan.galat} == {"rtl"}
    assert p.isi() == sebelum


def test_a_plan_that_was_worked_on_is_not_replaced_by_a_workbook_of_the_year(p: Panggung, tulis_csv):
    p.sql("UPDATE rtl SET status = NULL")
    rtl_id = p.sql(f"SELECT id FROM rtl WHERE upp_id = {p.satu}")
    p.main(catat_kemajuan, rtl_id, IsianKemajuan("Rapat.", "", 1), oleh=p.tetangga)
    rtl = [["upp", "periode", "unsur", "kegiatan"], ["Kecamatan Satu", "S1", "waktu", "Janji lain sama sekali"]]
    with session_tulis(p.engine) as session:
        laporan = impor_buku_kerja(session, tulis_csv("ganti", rtl=rtl), TAHUN, now=KINI, ganti=True)
    assert "sudah dikerjakan pada aplikasi" in laporan.galat[0].kalimat
    assert p.rtl(rtl_id).uraian == "Rapat."


@pytest.mark.parametrize("status", [S.BERJALAN, S.SELESAI, S.TERVERIFIKASI, S.DIKEMBALIKAN, S.TIDAK_DILAKSANAKAN])
def test_what_was_reported_on_is_not_rewritten_or_removed_though_its_dossier_is_open(p: Panggung, status: StatusRtl):
    rtl_id = p.sql(f"SELECT id FROM rtl WHERE upp_id = {p.satu}")
    p.sql(f"UPDATE rtl SET status = '{status.value}' WHERE id = {rtl_id}")
    assert p.berkas(p.satu, TAHUN, p.rtl(rtl_id).periode).status is StatusPenyampaian.BELUM
    sebelum = p.isi()
    with pytest.raises(PenyampaianTerkunci, match="sudah dilaporkan"):
        p.main(kasus.ubah_rtl, rtl_id, isian_rtl("Mengganti janji yang lama", versi=1), oleh=p.tetangga)
    with pytest.raises(PenyampaianTerkunci, match="sudah dilaporkan"):
        p.main(kasus.hapus_rtl, rtl_id, 1, oleh=p.tetangga)
    assert p.isi() == sebelum


def test_what_was_carried_over_can_be_changed_but_not_removed(p: Panggung):
    rtl_id = p.rencana_diterima()
    _, lanjutan = p.main(nyatakan_tidak, rtl_id, ALASAN, 1)
    with pytest.raises(PenyampaianTerkunci, match="lanjutan dari periode sebelumnya"):
        p.main(kasus.hapus_rtl, lanjutan.id, 1)
    p.main(kasus.ubah_rtl, lanjutan.id, isian_rtl("Menambah loket pelayanan di kecamatan", versi=1))
    assert (p.rtl(lanjutan.id).asal_id, p.rtl(lanjutan.id).strategi) == (rtl_id, ALASAN.strategi)


def test_a_plan_without_words_or_with_a_tenggat_of_long_ago_is_refused_field_by_field(p: Panggung):
    rtl_id = p.tulis()
    sebelum = p.isi()
    isian = isian_rtl("  Loket  ", tenggat=date(1922, 12, 31), versi=1)
    for tindakan, tempat in ((kasus.tambah_rtl, (p.arsip, TAHUN, TAHUNAN)), (kasus.ubah_rtl, (rtl_id,))):
        with pytest.raises(IsianSalah) as galat:
            p.main(tindakan, *tempat, isian)
        assert set(galat.value.salah) == {"kegiatan", "tenggat"}
    assert p.isi() == sebelum


def test_the_second_editor_is_told_who_was_first_and_may_then_insist(p: Panggung):
    rtl_id = p.tulis()
    p.main(kasus.ubah_rtl, rtl_id, isian_rtl("Menambah tiga loket", versi=1), oleh=p.rekan)
    with pytest.raises(BerubahLebihDahulu, match="diubah oleh Rekan <Arsip> & Co pada") as galat:
        p.main(kasus.ubah_rtl, rtl_id, isian_rtl("Menambah empat loket", versi=1))
    with pytest.raises(BerubahLebihDahulu):
        p.main(kasus.hapus_rtl, rtl_id, 1)
    p.main(kasus.ubah_rtl, rtl_id, isian_rtl("Menambah empat loket", versi=galat.value.versi))
    assert p.rtl(rtl_id).kegiatan == "Menambah empat loket"


def test_of_two_editors_at_once_exactly_one_wins_and_the_other_is_told_the_name(p: Panggung):
    rtl_id = p.tulis()
    banyak, dua = len(p.jejak()), (p.operator, p.rekan)
    hasil = p.berdua(*(
        lambda s, o=oleh: kasus.ubah_rtl(s, o, KINI, rtl_id, isian_rtl(f"Janji dari {o.nama}", versi=1)) for oleh in dua
    ))  # fmt: skip
    (menang,) = [i for i in (0, 1) if not isinstance(hasil[i], Exception)]
    kalah = hasil[1 - menang]
    assert isinstance(kalah, BerubahLebihDahulu), repr(kalah)
    assert f"diubah oleh {dua[menang].nama} pada" in str(kalah)
    assert p.rtl(rtl_id).kegiatan == f"Janji dari {dua[menang].nama}"
    assert len(p.jejak()) == banyak + 1


def test_of_an_editor_and_one_who_removes_only_one_wins(p: Panggung):
    rtl_id = p.tulis()
    hasil = p.berdua(
        lambda s: kasus.ubah_rtl(s, p.operator, KINI, rtl_id, isian_rtl("Menambah tiga loket", versi=1)),
        lambda s: kasus.hapus_rtl(s, p.rekan, KINI, rtl_id, 1),
    )
    (kalah,) = [h for h in hasil if isinstance(h, Exception)]
    assert isinstance(kalah, BerubahLebihDahulu | TidakTerjangkau)


@pytest.mark.parametrize(
    ("tenggat", "horizon"),
    [
        (None, None), (date(2022, 1, 1), Horizon.PENDEK), (date(2023, 6, 30), Horizon.PENDEK), (date(2023, 7, 1), Horizon.MENENGAH),
        (date(2024, 7, 31), Horizon.MENENGAH), (date(2024, 8, 1), Horizon.PANJANG),
    ],
)  # fmt: skip
def test_the_horizon_counts_months_from_now_to_the_tenggat(tenggat: date | None, horizon: Horizon | None):
    assert kasus.horizon_dari(tenggat, datetime(2022, 7, 15, tzinfo=UTC)) is horizon


def test_a_horizon_that_was_chosen_stays(p: Panggung):
    assert p.rtl(p.tulis(horizon=Horizon.PANJANG)).horizon is Horizon.PANJANG
