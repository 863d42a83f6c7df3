"""The dossier: every step is one event of one transaction, by whom, from which state, with which words; nihil; two at once (spec 2.2)."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.penyampaian import IsianKurang, PenyampaianTerkunci, StatusPenyampaian
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases import kelola_penyampaian as kasus
from rtl_tracker.usecases.isi_hasil import simpan_hasil
from rtl_tracker.usecases.kelola_rtl import tambah_rtl
from rtl_tracker.usecases.lapor_realisasi import nyatakan_tidak
from rtl_tracker.usecases.penjelasan_temuan import jelaskan
from rtl_tracker.usecases.temuan_tahun import muat_temuan_tahun
from tests.usecases.panggung import KINI, TAHUN, TAHUNAN, Panggung, isian_hasil, isian_rtl
from tests.usecases.test_lapor_realisasi import ALASAN

S = StatusPenyampaian
CATATAN = "RTL menyusul setelah rapat unit."
ALASAN_KEMBALI = "Tenggat belum masuk akal."
ALASAN_NIHIL = "Layanan dihentikan selama renovasi."


@pytest.fixture
def p(engine: Engine, tulis_csv) -> Panggung:
    return Panggung(engine, tulis_csv)


def langkah(p: Panggung, tindakan, *isian, oleh=None):
    """The act: killed before its commit it leaves nothing; done it leaves one event that tells exactly of it."""
    p.main_lalu_putus(tindakan, *isian, oleh=oleh)
    sebelum, dari = p.jejak(), p.berkas()
    baru = p.main(tindakan, *isian, oleh=oleh)
    (catatan,) = p.jejak()[len(sebelum) :]
    assert (catatan.jenis, catatan.objek, catatan.objek_id, catatan.upp_id) == (
        JenisJejak.PENYAMPAIAN_BERUBAH, Objek.PENYAMPAIAN, baru.id, p.arsip,
    )  # fmt: skip
    pelaku = oleh or p.operator
    assert (catatan.pelaku_id, catatan.pelaku, catatan.peran, catatan.waktu) == (
        pelaku.id, pelaku.nama, pelaku.peran.value, KINI.isoformat(),
    )  # fmt: skip
    assert (catatan.dari, catatan.ke) == (dari.status, baru.status)
    assert p.berkas() == baru
    assert baru.versi == dari.versi + 1
    return baru, catatan


def test_every_step_of_a_dossier_is_one_event_in_the_same_transaction(p: Panggung):
    tempat = (p.arsip, TAHUN, TAHUNAN)
    baru, catatan = langkah(p, kasus.pastikan_draf, *tempat)
    assert (baru.status, catatan.rincian) == (S.DRAF, {"tahun": TAHUN, "periode": "TAHUNAN"})
    p.isi_hasil()
    baru, catatan = langkah(p, kasus.kirim, *tempat, CATATAN)
    assert (baru.status, baru.catatan_kirim, baru.dikirim, catatan.catatan) == (S.DIKIRIM, CATATAN, KINI, CATATAN)
    baru, catatan = langkah(p, kasus.kembalikan, baru.id, f"  {ALASAN_KEMBALI} ", oleh=p.organisasi)
    assert (baru.status, baru.alasan_kembali, catatan.catatan) == (S.DIKEMBALIKAN, ALASAN_KEMBALI, ALASAN_KEMBALI)
    baru, _ = langkah(p, kasus.kirim, *tempat, CATATAN)
    assert baru.status is S.DIKIRIM
    baru, _ = langkah(p, kasus.terima, baru.id, oleh=p.organisasi)
    assert (baru.status, baru.diterima, baru.alasan_kembali) == (S.DITERIMA, KINI, "")


def test_nihil_and_its_withdrawal_are_events_too_and_the_trail_says_which(p: Panggung):
    tempat = (p.arsip, TAHUN, TAHUNAN)
    p.main(kasus.pastikan_draf, *tempat)
    baru, catatan = langkah(p, kasus.nyatakan_nihil, *tempat, ALASAN_NIHIL)
    assert (baru.nihil, baru.alasan_nihil, catatan.catatan) == (True, ALASAN_NIHIL, ALASAN_NIHIL)
    assert catatan.rincian == {"nihil": [False, True]}
    assert p.sql(f"SELECT jumlah_responden FROM hasil WHERE upp_id = {p.arsip}") == 0
    baru, catatan = langkah(p, kasus.batalkan_nihil, *tempat)
    assert (baru.nihil, baru.alasan_nihil, catatan.rincian) == (False, "", {"nihil": [True, False]})
    assert p.sql(f"SELECT count(*) FROM hasil WHERE upp_id = {p.arsip}") == 0


def test_a_dossier_handed_in_outside_the_program_is_accepted_in_one_step(p: Panggung):
    baru = p.main(kasus.terima_langsung, p.satu, TAHUN, Periode.S1, oleh=p.organisasi)
    assert (baru.status, baru.diterima, baru.dikirim, baru.pertama_dikirim) == (S.DITERIMA, KINI, None, None)
    (catatan,) = [c for c in p.jejak() if c.jenis == JenisJejak.PENYAMPAIAN_BERUBAH]
    assert (catatan.dari, catatan.ke, catatan.pelaku) == ("belum", "diterima", "Bagian Organisasi")


def test_a_dossier_without_any_result_is_neither_sent_nor_accepted(p: Panggung):
    sebelum = p.isi()
    with pytest.raises(IsianKurang, match="Hasil SKM periode ini belum diisi"):
        p.main(kasus.kirim, p.arsip, TAHUN, TAHUNAN, CATATAN)
    with pytest.raises(IsianKurang, match="tanpa hasil tidak dapat diterima"):
        p.main(kasus.terima_langsung, p.arsip, TAHUN, TAHUNAN, oleh=p.organisasi)
    assert p.isi() == sebelum


def test_warnings_need_a_note_and_a_full_dossier_needs_none(p: Panggung):
    p.isi_hasil(waktu="2,50", biaya="2,60", produk="2,70")
    for catatan in ("", "   ", "9 huruf.."):
        with pytest.raises(IsianKurang, match="Masih ada peringatan"):
            p.main(kasus.kirim, p.arsip, TAHUN, TAHUNAN, catatan)
    assert p.berkas().status is S.DRAF
    for unsur in (Unsur.WAKTU, Unsur.BIAYA, Unsur.PRODUK):
        p.tulis(unsur=unsur)
    assert p.main(kasus.kirim, p.arsip, TAHUN, TAHUNAN, "").status is S.DIKIRIM


def _galat(p: Panggung) -> Temuan:
    """The one error of the imported second semester: its printed index does not come from its unsur."""
    with session_tulis(p.engine) as session:
        temuan = muat_temuan_tahun(session, TAHUN, KINI.date()).milik_unit(p.satu)
    (satu,) = [t for t in temuan if t.tingkat is Tingkat.GALAT and t.periode is Periode.S2]
    return satu


def test_an_error_of_the_auditor_blocks_until_bagian_organisasi_lets_it_pass_with_a_reason(p: Panggung):
    with pytest.raises(IsianKurang, match="IKM tercetak 90,12 tidak dapat berasal"):
        p.main(kasus.kirim, p.satu, TAHUN, Periode.S2, CATATAN, oleh=p.tetangga)
    p.main(jelaskan, TAHUN, p.satu, _galat(p).kunci, "Angka cetak tahun lalu diterima apa adanya.", oleh=p.organisasi)
    assert p.main(kasus.kirim, p.satu, TAHUN, Periode.S2, CATATAN, oleh=p.tetangga).status is S.DIKIRIM


def test_what_the_unit_itself_explains_still_blocks(p: Panggung):
    p.main(jelaskan, TAHUN, p.satu, _galat(p).kunci, "Angka itu memang tercetak demikian.", oleh=p.tetangga)
    with pytest.raises(IsianKurang, match="IKM tercetak 90,12"):
        p.main(kasus.kirim, p.satu, TAHUN, Periode.S2, CATATAN, oleh=p.tetangga)


def test_an_imported_result_can_be_sent_although_no_dossier_was_begun(p: Panggung):
    p.sql("UPDATE hasil SET ikm_tercetak = NULL WHERE periode = 'S2'")
    assert p.main(kasus.kirim, p.satu, TAHUN, Periode.S2, CATATAN, oleh=p.tetangga).status is S.DIKIRIM
    dilalui = [(c.dari, c.ke) for c in p.jejak() if c.jenis == JenisJejak.PENYAMPAIAN_BERUBAH]
    assert dilalui == [("belum", "draf"), ("draf", "dikirim")]


def test_sending_again_keeps_the_day_on_which_it_was_first_sent(p: Panggung):
    p.isi_hasil()
    pertama = p.main(kasus.kirim, p.arsip, TAHUN, TAHUNAN, CATATAN)
    p.main(kasus.kembalikan, pertama.id, ALASAN_KEMBALI, oleh=p.organisasi)
    lagi = p.main(kasus.kirim, p.arsip, TAHUN, TAHUNAN, CATATAN, now=KINI + timedelta(days=30))
    assert (lagi.pertama_dikirim, lagi.dikirim) == (KINI, KINI + timedelta(days=30))


@pytest.mark.parametrize("alasan", ["", "   ", "kurang", " 9 huruf. "])
def test_a_return_and_a_nihil_need_a_real_reason(p: Panggung, alasan: str):
    p.isi_hasil()
    terkirim = p.main(kasus.kirim, p.arsip, TAHUN, TAHUNAN, CATATAN)
    sebelum = p.isi()
    with pytest.raises(IsianKurang, match="alasan pengembalian"):
        p.main(kasus.kembalikan, terkirim.id, alasan, oleh=p.organisasi)
    with pytest.raises(IsianKurang, match="alasan nihil"):
        p.main(kasus.nyatakan_nihil, p.arsip, TAHUN, Periode.S1, alasan)
    assert p.isi() == sebelum


def test_every_act_is_refused_to_every_role_that_may_not_and_to_every_stranger(p: Panggung):
    p.isi_hasil()
    tempat, id_ = (p.arsip, TAHUN, TAHUNAN), p.main(kasus.kirim, p.arsip, TAHUN, TAHUNAN, CATATAN).id
    for izin, tindakan, isian in (
        (Izin.KIRIM_PENYAMPAIAN, kasus.kirim, (*tempat, CATATAN)),
        (Izin.ISI_HASIL, kasus.nyatakan_nihil, (p.arsip, TAHUN, Periode.S1, ALASAN_NIHIL)),
        (Izin.ISI_HASIL, kasus.batalkan_nihil, (p.arsip, TAHUN, Periode.S1)),
        (Izin.PERIKSA_PENYAMPAIAN, kasus.kembalikan, (id_, ALASAN_KEMBALI)),
        (Izin.PERIKSA_PENYAMPAIAN, kasus.terima, (id_,)),
        (Izin.PERIKSA_PENYAMPAIAN, kasus.terima_langsung, (p.arsip, TAHUN, Periode.S1)),
    ):
        p.ditolak_bagi_semua_selain(izin, tindakan, *isian)


def test_a_dossier_that_is_not_there_answers_like_one_out_of_reach(p: Panggung):
    id_ = p.setel_status(S.DIKIRIM).id
    jauh = p.akun("Jauh", p.organisasi.peran, p.satu)
    pesan = []
    for oleh, nomor in ((jauh, id_), (p.organisasi, 999)):
        with pytest.raises(TidakTerjangkau) as galat:
            p.main(kasus.terima, nomor, oleh=oleh)
        pesan.append(type(galat.value))
    assert len(set(pesan)) == 1
    with pytest.raises(TidakTerjangkau):
        p.main(lambda session, *_: kasus.tempat(session, 999))
    assert p.main(lambda session, *_: kasus.tempat(session, id_)) == (p.arsip, TAHUN, TAHUNAN)


@pytest.mark.parametrize("status", [S.DIKIRIM, S.DITERIMA])
def test_a_dossier_that_is_sent_or_accepted_takes_nothing_in(p: Panggung, status: StatusPenyampaian):
    p.isi_hasil()
    p.setel_status(status)
    sebelum, tempat = p.isi(), (p.arsip, TAHUN, TAHUNAN)
    for tindakan, isian in (
        (kasus.kirim, (*tempat, CATATAN)),
        (kasus.nyatakan_nihil, (*tempat, ALASAN_NIHIL)),
        (kasus.batalkan_nihil, tempat),
        (simpan_hasil, (*tempat, isian_hasil("3,90", versi=1))),
        (tambah_rtl, (*tempat, isian_rtl())),
    ):
        with pytest.raises(PenyampaianTerkunci):
            p.main(tindakan, *isian)
    assert p.isi() == sebelum


def test_what_was_accepted_is_never_returned_or_accepted_again(p: Panggung):
    id_ = p.setel_status(S.DITERIMA).id
    for tindakan, isian in ((kasus.kembalikan, (id_, ALASAN_KEMBALI)), (kasus.terima, (id_,))):
        with pytest.raises(PenyampaianTerkunci, match="berstatus diterima"):
            p.main(tindakan, *isian, oleh=p.organisasi)
    with pytest.raises(PenyampaianTerkunci):
        p.main(kasus.terima_langsung, p.arsip, TAHUN, TAHUNAN, oleh=p.organisasi)


def test_a_year_that_was_not_opened_takes_nothing_in(p: Panggung):
    sebelum, tempat = p.isi(), (p.arsip, TAHUN + 5, TAHUNAN)
    for tindakan, isian in (
        (kasus.kirim, (*tempat, CATATAN)),
        (kasus.nyatakan_nihil, (*tempat, ALASAN_NIHIL)),
        (simpan_hasil, (*tempat, isian_hasil())),
        (tambah_rtl, (*tempat, isian_rtl())),
    ):
        with pytest.raises(kasus.TahunBelumDibuka, match=f"Tahun {TAHUN + 5} belum dibuka"):
            p.main(tindakan, *isian)
    assert p.isi() == sebelum


def test_a_nihil_dossier_is_sent_without_a_note_and_accepted_like_any_other(p: Panggung):
    p.main(kasus.nyatakan_nihil, p.arsip, TAHUN, TAHUNAN, ALASAN_NIHIL)
    terkirim = p.main(kasus.kirim, p.arsip, TAHUN, TAHUNAN, "")
    assert (terkirim.status, terkirim.nihil) == (S.DIKIRIM, True)
    assert p.main(kasus.terima, terkirim.id, oleh=p.organisasi).status is S.DITERIMA


def test_a_period_with_a_result_or_a_plan_of_its_own_is_not_nihil_and_a_nihil_one_takes_no_plan(p: Panggung):
    with pytest.raises(PenyampaianTerkunci, match="sudah memiliki hasil"):
        p.main(kasus.nyatakan_nihil, p.satu, TAHUN, Periode.S1, ALASAN_NIHIL, oleh=p.tetangga)
    p.tulis()
    with pytest.raises(PenyampaianTerkunci, match="sudah memiliki RTL"):
        p.main(kasus.nyatakan_nihil, p.arsip, TAHUN, TAHUNAN, ALASAN_NIHIL)
    p.main(kasus.nyatakan_nihil, p.arsip, TAHUN, Periode.S1, ALASAN_NIHIL)
    with pytest.raises(PenyampaianTerkunci, match="Batalkan nihil lebih dahulu"):
        p.tulis(periode=Periode.S1)


def test_a_plan_that_was_carried_over_does_not_stand_in_the_way_of_nihil(p: Panggung):
    rtl_id = p.rencana_diterima()
    p.buka_tahun(TAHUN + 1)
    p.main(nyatakan_tidak, rtl_id, ALASAN, 1)
    assert p.main(kasus.nyatakan_nihil, p.arsip, TAHUN + 1, TAHUNAN, ALASAN_NIHIL).nihil


def test_two_who_begin_the_same_dossier_at_once_begin_one(p: Panggung):
    hasil = p.berdua(*(
        lambda s, u=unsur, o=oleh: tambah_rtl(s, o, KINI, p.arsip, TAHUN, TAHUNAN, isian_rtl(unsur=u))
        for unsur, oleh in ((Unsur.WAKTU, p.operator), (Unsur.BIAYA, p.rekan))
    ))  # fmt: skip
    assert sorted(map(type, hasil), key=str) == [int, int]
    assert p.sql("SELECT count(*) FROM penyampaian") == 1
    assert len([c for c in p.jejak() if c.ke == "draf"]) == 1
    assert p.sql(f"SELECT count(*) FROM rtl WHERE upp_id = {p.arsip}") == 2


def test_of_two_who_judge_the_same_dossier_at_once_one_wins_and_the_other_is_told_the_state(p: Panggung):
    p.isi_hasil()
    id_ = p.main(kasus.kirim, p.arsip, TAHUN, TAHUNAN, CATATAN).id
    banyak = len(p.jejak())
    hasil = p.berdua(
        lambda s: kasus.terima(s, p.organisasi, KINI, id_),
        lambda s: kasus.kembalikan(s, p.organisasi, KINI, id_, ALASAN_KEMBALI),
    )
    kalah = [h for h in hasil if isinstance(h, PenyampaianTerkunci)]
    assert len(kalah) == 1
    assert f"berstatus {p.berkas().status.value}" in str(kalah[0])
    assert len(p.jejak()) == banyak + 1
