"""A survey becomes the result of its period: exactly its valid answers, once, and back again while the dossier is open."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from time import monotonic

import pytest
from sqlalchemy import Engine, text

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.hasil import BarisHasil, Sumber
from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jadwal_survei import KeadaanSurvei, Survei, SurveiTertutup, periksa_petugas
from rtl_tracker.domain.jawaban import JenisCacah, pindah_sah
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.penyampaian import Penyampaian, PenyampaianTerkunci, StatusPenyampaian
from rtl_tracker.domain.peran import Pelaku, Peran
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.domain.saran import saran_untuk
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage import hasil_repository, penyampaian_repository
from rtl_tracker.storage import jawaban_repository as repo
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.cacah_repository import hitung_cacah
from rtl_tracker.storage.jejak_repository import telusuri_rantai
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.respons_repository import saran_periode
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.tables import JawabanTabel, ResponsTabel
from rtl_tracker.storage.upp_repository import id_layanan, tambah_upp, ubah_upp
from rtl_tracker.usecases import dokumen_lembar_ikm, dokumen_tahunan
from rtl_tracker.usecases.data_unit import muat_unit
from rtl_tracker.usecases.hitung_hasil import json_ikm, rekap_tahun
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja
from rtl_tracker.usecases.kelola_penyampaian import nyatakan_nihil
from rtl_tracker.usecases.lingkungan_dokumen import LingkunganDokumen
from rtl_tracker.usecases.tempat_survei import muat_unit_survei, tempat_periode
from rtl_tracker.usecases.temuan_tahun import muat_temuan_tahun
from rtl_tracker.usecases.tutup_survei import TutupDitolak, buka_kembali, jadikan_hasil, muat_rencana
from tests.usecases.jawaban_buatan import KINI, isi_survei_buatan
from tests.web.instansi import TulisCsv

TW4, TAHUNAN = Periode.TW4, Periode.TAHUNAN
SESUDAH = datetime(2027, 1, 2, 3, tzinfo=UTC)


class Kantor:
    """A unit with two layanan that measures per triwulan, and its survey of the last one."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        with session_tulis(engine) as session:
            simpan_pengaturan(session, 2026, {"nama": "Kabupaten Uji"})
            self.upp_id = tambah_upp(session, {"nama": "Kecamatan Uji", "frekuensi": Frekuensi.TRIWULAN})
            self.lain = tambah_upp(session, {"nama": "Dinas Lain"})
            id_ = id_layanan(session, {(self.upp_id, "KTP"), (self.upp_id, "Izin")})
            self.layanan = (id_[self.upp_id, "ktp"], id_[self.upp_id, "izin"])
            self.survei_id = repo.id_survei(session, Survei(self.upp_id, 2026, TW4, populasi=900))
        self.operator = Pelaku(None, "Operator", Peran.OPERATOR_UPP, self.upp_id, frozenset({self.upp_id}))

    def isi(self, banyak: int, *layanan: int | None, pecahan: bool = False, benih: int = 6) -> None:
        with session_tulis(self.engine) as session:
            isi_survei_buatan(session, self.survei_id, banyak, layanan or self.layanan, pecahan, benih)

    def tutup(self, now: datetime = SESUDAH, **pilihan: bool) -> int:
        with session_tulis(self.engine) as session:
            return jadikan_hasil(session, self.operator, now, self.upp_id, 2026, TW4, **pilihan)

    def buka(self) -> None:
        with session_tulis(self.engine) as session:
            buka_kembali(session, self.operator, SESUDAH, self.upp_id, 2026, TW4)

    def hasil(self):
        with session_tulis(self.engine) as session:
            return muat_unit(session, 2026, self.upp_id).hasil(TW4)

    def angka(self, perintah: str) -> int:
        with self.engine.connect() as koneksi:
            return int(koneksi.execute(text(perintah)).scalar_one())

    def jejak(self) -> list[tuple[str, dict]]:
        with session_tulis(self.engine) as session:
            return [(c.jenis, dict(c.rincian)) for c in telusuri_rantai(session)]


@pytest.fixture
def kantor(engine: Engine) -> Kantor:
    return Kantor(engine)


@pytest.mark.parametrize("pecahan", [False, True])
def test_the_result_is_exactly_that_of_the_valid_answers(kantor: Kantor, pecahan: bool):
    kantor.isi(80, *kantor.layanan, None, pecahan=pecahan)
    assert kantor.tutup() == 80
    with session_tulis(kantor.engine) as session:
        t = tabulasikan(repo.jawaban_dari(b).nilai for b in session.query(JawabanTabel))
        salinan = tabulasikan(tuple(getattr(b, u.value) for u in Unsur) for b in session.query(ResponsTabel))
    hasil = kantor.hasil()
    assert hasil.sumber is Sumber.JAWABAN
    assert (hasil.tabulasi, salinan) == (t, t)
    assert (hasil.n, hasil.populasi, hasil.metode) == (80, 900, "Survei elektronik dan kuesioner kertas")
    assert isinstance(next(iter(t.pecahan.get(Unsur.WAKTU, {Fraction(5, 2): 0}))), Fraction)


def test_a_row_without_values_beside_the_answers_of_layanan_harms_no_figure(kantor: Kantor):
    """Answers by layanan only, in an annual survey of a unit that also has a result of a triwulan."""
    with session_tulis(kantor.engine) as session:
        ubah_upp(session, kantor.upp_id, {"frekuensi": None})
        tahunan = repo.id_survei(session, Survei(kantor.upp_id, 2026, TAHUNAN))
        isi_survei_buatan(session, tahunan, 30, kantor.layanan)
        isi = BarisHasil(kantor.upp_id, Periode.TW1, nilai=dict.fromkeys(Unsur, Decimal("2.5")), jumlah_responden=40)
        hasil_repository.simpan_baris_hasil(session, 2026, hasil_repository.isi_hasil(isi, None), None)
        jadikan_hasil(session, kantor.operator, SESUDAH, kantor.upp_id, 2026, TAHUNAN)
    with session_tulis(kantor.engine) as session:
        unit = muat_unit(session, 2026, kantor.upp_id)
        t = tabulasikan(repo.jawaban_dari(b).nilai for b in session.query(JawabanTabel))
    hasil = unit.hasil(TAHUNAN)
    assert (hasil.n, hasil.nrr) == (30, t.nrr())
    assert {h.n for per in unit.rekap.layanan.values() for h in per.values() if h.periode is TAHUNAN} == {15}


def test_what_was_set_aside_does_not_become_a_result(kantor: Kantor):
    kantor.isi(20)
    with session_tulis(kantor.engine) as session:
        buang = session.query(JawabanTabel).limit(3).all()
        for b in buang:
            b.sah = False
            repo.ubah_cacah(session, kantor.survei_id, b.layanan_id, pindah_sah(repo.jawaban_dari(b), False))
    assert kantor.tutup() == 17
    assert kantor.angka("SELECT count(*) FROM respons") == 17
    assert kantor.jejak()[-1][1]["disisihkan"] == 3


def test_the_answers_go_over_with_profile_saran_and_day_numbered_in_their_order(kantor: Kantor):
    kantor.isi(12)
    kantor.tutup()
    with session_tulis(kantor.engine) as session:
        jawaban = [repo.jawaban_dari(b) for b in session.query(JawabanTabel).order_by(JawabanTabel.id)]
        respons = session.query(ResponsTabel).order_by(ResponsTabel.id).all()
        assert [r.nomor for r in respons] == [str(i) for i in range(1, 13)]
        for j, r in zip(jawaban, respons, strict=True):
            assert (r.tanggal, r.usia, r.pekerjaan, r.penilaian_umum, r.saran) == (
                j.tanggal, j.usia, j.pekerjaan, j.umum, j.saran,
            )  # fmt: skip
        assert len(saran_periode(session, kantor.upp_id, 2026, TW4)) == sum(bool(j.saran) for j in jawaban)


def test_closing_begins_the_dossier_locks_the_survey_and_is_one_event_without_answers(kantor: Kantor):
    kantor.isi(10)
    kantor.tutup()
    with session_tulis(kantor.engine) as session:
        tempat = tempat_periode(session, muat_unit_survei(session, kantor.upp_id), 2026, TW4, SESUDAH.date())
        berkas = penyampaian_repository.muat_penyampaian(session, kantor.upp_id, 2026, TW4)
    assert tempat.keadaan is KeadaanSurvei.JADI_HASIL
    assert berkas.status is StatusPenyampaian.DRAF
    assert [jenis for jenis, _ in kantor.jejak()] == ["penyampaian_berubah", "survei_ditutup"]
    assert set(kantor.jejak()[-1][1]) == {"jumlah_responden", "disisihkan", "ikm", "metode"}
    with pytest.raises(TutupDitolak, match="sudah dijadikan hasil"):
        kantor.tutup()
    assert kantor.angka("SELECT count(*) FROM respons") == 10


def test_reopening_takes_exactly_that_away_and_closing_again_gives_the_same(kantor: Kantor):
    kantor.isi(25, *kantor.layanan, None)
    kantor.tutup()
    pertama = kantor.hasil()
    kantor.buka()
    assert [kantor.angka(f"SELECT count(*) FROM {t}") for t in ("respons", "tabulasi", "hitungan", "hasil")] == [0] * 4
    assert kantor.hasil() is None
    assert kantor.angka("SELECT count(*) FROM jawaban") == 25
    kantor.isi(5, benih=9)
    assert kantor.tutup() == 30
    assert kantor.hasil().ikm != pertama.ikm
    kantor.buka()
    with pytest.raises(TutupDitolak, match="belum dijadikan hasil"):
        kantor.buka()


def test_a_running_survey_is_closed_early_only_when_that_is_confirmed(kantor: Kantor):
    kantor.isi(10)
    with pytest.raises(TutupDitolak, match="masih berjalan"):
        kantor.tutup(KINI)
    assert kantor.tutup(KINI, lebih_awal=True) == 10


def test_without_a_valid_answer_there_is_nothing_to_close(kantor: Kantor):
    with pytest.raises(TutupDitolak, match="Belum ada jawaban"):
        kantor.tutup()


@pytest.mark.parametrize(
    ("status", "kalimat"), [(StatusPenyampaian.DIKIRIM, "sedang diperiksa"), (StatusPenyampaian.DITERIMA, "sudah diterima")]
)
def test_a_dossier_that_was_sent_or_accepted_keeps_its_result(kantor: Kantor, status: StatusPenyampaian, kalimat: str):
    kantor.isi(10)
    kantor.tutup()
    with session_tulis(kantor.engine) as session:
        berkas = penyampaian_repository.muat_penyampaian(session, kantor.upp_id, 2026, TW4)
        penyampaian_repository.simpan_penyampaian(session, Penyampaian(**_isi(berkas) | {"status": status}))
    with pytest.raises(PenyampaianTerkunci):
        kantor.buka()
    assert kantor.hasil().n == 10
    with session_tulis(kantor.engine) as session:
        survei = repo.muat_survei(session, kantor.upp_id, 2026, TW4)
        repo.simpan_survei(session, Survei(kantor.upp_id, 2026, TW4, survei.id))
    with pytest.raises(TutupDitolak, match=kalimat):
        kantor.tutup()


def test_a_typed_result_gives_way_only_when_confirmed_and_the_event_remembers_it(kantor: Kantor):
    kantor.isi(10)
    with session_tulis(kantor.engine) as session:
        for layanan in (None, kantor.layanan[0]):
            isi = BarisHasil(
                kantor.upp_id, TW4, nilai=dict.fromkeys(Unsur, Decimal("2.5")), jumlah_responden=40, pelaksana="Tim Uji"
            )
            hasil_repository.simpan_baris_hasil(session, 2026, hasil_repository.isi_hasil(isi, layanan), None)
    with pytest.raises(TutupDitolak, match="diisi langsung"):
        kantor.tutup()
    kantor.tutup(ganti_isian=True)
    hasil = kantor.hasil()
    assert (hasil.n, hasil.pelaksana, hasil.sumber) == (10, "Tim Uji", Sumber.JAWABAN)
    diganti = kantor.jejak()[-1][1]["hasil_diganti"]
    assert (set(diganti), diganti["KTP"]["waktu"]) == ({"seluruh unit", "KTP"}, "2.5")
    kantor.buka()
    assert kantor.angka("SELECT count(*) FROM hasil WHERE metode = '' AND pelaksana = 'Tim Uji'") == 1


def test_answers_of_a_workbook_are_never_mixed_with_those_of_the_survey(kantor: Kantor):
    kantor.isi(10)
    with session_tulis(kantor.engine) as session:
        hasil_repository.simpan_tabulasi(session, 2026, {(kantor.upp_id, None, TW4): tabulasikan([(3,) * 9])})
    with pytest.raises(TutupDitolak, match="buku kerja"):
        kantor.tutup(ganti_isian=True)
    assert kantor.hasil().n == 1


def test_nihil_gives_way_to_answers(kantor: Kantor):
    kantor.isi(10)
    with session_tulis(kantor.engine) as session:
        nyatakan_nihil(session, kantor.operator, KINI, kantor.upp_id, 2026, TW4, "Layanan belum beroperasi")
    kantor.tutup(KINI, lebih_awal=True)
    with session_tulis(kantor.engine) as session:
        assert not penyampaian_repository.muat_penyampaian(session, kantor.upp_id, 2026, TW4).nihil
    assert kantor.hasil().n == 10


def test_made_up_answers_make_the_dossier_made_up(kantor: Kantor):
    kantor.isi(10)
    with session_tulis(kantor.engine) as session:
        survei = repo.muat_survei(session, kantor.upp_id, 2026, TW4)
        repo.simpan_survei(session, replace(survei, data_contoh=True))
    kantor.tutup()
    with session_tulis(kantor.engine) as session:
        assert penyampaian_repository.muat_penyampaian(session, kantor.upp_id, 2026, TW4).data_contoh
        assert repo.muat_survei(session, kantor.upp_id, 2026, TW4).data_contoh


def test_wrong_counts_are_put_right_before_closing_and_the_trail_says_so(kantor: Kantor):
    kantor.isi(40)
    with session_tulis(kantor.engine) as session:
        repo.ubah_cacah(session, kantor.survei_id, kantor.layanan[0], {(JenisCacah.N, ""): 5, (JenisCacah.UNSUR, "waktu:1"): 5})
    kantor.tutup()
    assert kantor.hasil().n == 40
    assert "dihitung ulang" in kantor.jejak()[-1][1]["cacah"]
    with session_tulis(kantor.engine) as session:
        assert repo.muat_cacah(session, [kantor.survei_id])[kantor.survei_id] == hitung_cacah(session, kantor.survei_id)


@pytest.mark.parametrize("pecahan", [False, True])
def test_counts_taken_anew_are_the_kept_ones_of_every_kind(kantor: Kantor, pecahan: bool):
    kantor.isi(120, *kantor.layanan, None, pecahan=pecahan)
    with session_tulis(kantor.engine) as session:
        assert hitung_cacah(session, kantor.survei_id) == repo.muat_cacah(session, [kantor.survei_id])[kantor.survei_id]


def test_answers_replaced_by_a_workbook_are_not_taken_away_by_reopening(kantor: Kantor):
    kantor.isi(10)
    kantor.tutup()
    with session_tulis(kantor.engine) as session:
        hasil_repository.hapus_hasil_periode(session, kantor.upp_id, 2026, TW4)
        hasil_repository.simpan_tabulasi(session, 2026, {(kantor.upp_id, None, TW4): tabulasikan([(3,) * 9])})
    with pytest.raises(TutupDitolak, match="diganti dari buku kerja"):
        kantor.buka()


@pytest.mark.parametrize("ganti", [False, True])
def test_no_workbook_takes_the_place_of_a_survey_that_became_a_result(kantor: Kantor, tulis_csv: TulisCsv, ganti: bool):
    kantor.isi(10)
    kantor.tutup()
    kepala = ["upp", "periode", *(u.value for u in Unsur)]
    folder = tulis_csv("lain", respons=[kepala, ["Kecamatan Uji", "TW4", *[3] * 9]], upp=[["nama"], ["Kecamatan Uji"]])
    with session_tulis(kantor.engine) as session:
        laporan = impor_buku_kerja(session, folder, 2026, now=SESUDAH, ganti=ganti)
    assert any("berasal dari survei" in m.kalimat for m in laporan.galat)
    assert kantor.hasil().n == 10


def test_only_officers_of_the_unit_may_close(kantor: Kantor):
    kantor.isi(5)
    asing = Pelaku(None, "Asing", Peran.OPERATOR_UPP, kantor.lain, frozenset({kantor.lain}))
    pimpinan = Pelaku(None, "Camat", Peran.PIMPINAN, kantor.upp_id, frozenset({kantor.upp_id}))
    for pelaku, galat in ((asing, TidakTerjangkau), (pimpinan, AksesDitolak)):
        with session_tulis(kantor.engine) as session, pytest.raises(galat):
            jadikan_hasil(session, pelaku, SESUDAH, kantor.upp_id, 2026, TW4)


def test_the_plan_tells_what_will_happen(kantor: Kantor):
    kantor.isi(10)
    with session_tulis(kantor.engine) as session:
        r = muat_rencana(session, kantor.operator, kantor.upp_id, 2026, TW4, KINI.date())
    assert (r.gambaran.n, r.wajib, r.syarat.lebih_awal, r.halangan) == (10, 269, True, "")


def test_the_figures_of_the_command_line_and_the_year_hold_the_closed_survey(kantor: Kantor):
    kantor.isi(50)
    kantor.tutup()
    with session_tulis(kantor.engine) as session:
        dokumen = json_ikm(rekap_tahun(session, 2026), TW4, "Kecamatan Uji")
    utuh = next(h for h in dokumen["hasil"] if h["layanan"] is None)
    assert (utuh["n"], utuh["metode"]) == (50, "Survei elektronik dan kuesioner kertas")
    assert {h["n"] for h in dokumen["hasil"] if h["layanan"]} == {25}


def test_the_sheet_of_the_period_and_the_annual_report_are_made_from_it_and_the_auditor_finds_no_error(
    kantor: Kantor, tmp_path
):
    kantor.isi(50, *kantor.layanan, None)
    kantor.tutup()
    lingkungan = LingkunganDokumen("http://contoh.go.id", GudangBukti(tmp_path / "bukti", tmp_path / "tampil"))
    with session_tulis(kantor.engine) as session:
        minta = PermintaanDokumen(JenisDokumen.LEMBAR_IKM, 2026, TW4, upp_id=kantor.upp_id)
        lembar = dokumen_lembar_ikm.rancang(session, minta, lingkungan).fakta
        tahunan = dokumen_tahunan.rancang(session, PermintaanDokumen(JenisDokumen.TAHUNAN, 2026), lingkungan)
        temuan = muat_temuan_tahun(session, 2026, SESUDAH.date()).temuan
        saran = saran_periode(session, kantor.upp_id, 2026, TW4)
    ikm = bulatkan(kantor.hasil().ikm, 2)
    assert (lembar.ikm, lembar.n) == (ikm, 50)
    assert lembar.profil
    assert tahunan.fakta.hasil.indeks.ikm == ikm
    assert [t.kalimat for t in temuan if t.tingkat == "galat"] == []
    assert "Antrean terlalu lama" in saran_untuk(Unsur.WAKTU, saran)


def test_a_hundred_thousand_answers_are_closed_in_seconds(kantor: Kantor):
    kantor.isi(100)
    with kantor.engine.begin() as koneksi:
        kolom = [k.key for k in JawabanTabel.__table__.columns if k.key not in ("id", "kunci")]
        daftar = ", ".join(kolom)
        koneksi.execute(
            text(
                f"INSERT INTO jawaban (kunci, {daftar}) WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE i < 999) "
                f"SELECT CAST(i AS VARCHAR) || '/' || kunci, {daftar} FROM jawaban, r"
            )
        )
        koneksi.execute(text("UPDATE cacah_survei SET banyak = banyak * 1000"))
    mulai = monotonic()
    assert kantor.tutup() == 100_000
    assert monotonic() - mulai < 20
    assert kantor.hasil().n == 100_000
    assert "cacah" not in kantor.jejak()[-1][1]


def test_a_closed_survey_takes_no_more_answers(kantor: Kantor):
    kantor.isi(5)
    kantor.tutup()
    with session_tulis(kantor.engine) as session:
        tempat = tempat_periode(session, muat_unit_survei(session, kantor.upp_id), 2026, TW4, KINI.date())
    with pytest.raises(SurveiTertutup):
        periksa_petugas(tempat.keadaan)


def _isi(berkas: Penyampaian) -> dict:
    return {k: getattr(berkas, k) for k in Penyampaian.__dataclass_fields__}
