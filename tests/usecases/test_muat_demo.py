"""The demo instansi: published figures, and a made-up follow-up of two years that the acts of the program themselves have told."""

from collections import Counter
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from rtl_tracker.demo.rtl_contoh import kalimat_per_unsur
from rtl_tracker.domain.bukti import JenisBukti, TipeBerkas
from rtl_tracker.domain.jawaban import JenisCacah
from rtl_tracker.domain.jejak import JenisJejak, periksa_rantai
from rtl_tracker.domain.penyampaian import StatusPenyampaian
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import StatusRtl, terlambat, unsur_wajib_rtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage import jawaban_repository
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.jejak_repository import muat_kepala, telusuri_rantai
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.pengguna_repository import list_pengguna
from rtl_tracker.storage.penyampaian_repository import list_penyampaian
from rtl_tracker.storage.rtl_repository import muat_rtl
from rtl_tracker.storage.session import buat_engine, pabrik_session, session_tulis
from rtl_tracker.storage.tables import BuktiTabel, JawabanTabel, RtlTabel
from rtl_tracker.usecases.hasil_tersimpan import realisasi_tercetak
from rtl_tracker.usecases.hitung_hasil import json_ikm, rekap_tahun
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja
from rtl_tracker.usecases.masuk import masuk
from rtl_tracker.usecases.muat_demo import DemoDimuat, DemoDitolak, ada_demo, muat_demo
from rtl_tracker.usecases.verifikasi_jejak import verifikasi_jejak
from tests.conftest import DATA
from tests.usecases.panggung import isi_semua

NOW = datetime(2024, 1, 10, tzinfo=UTC)
S = StatusRtl


class Demo:
    """A demo that was loaded once; the tests of this file only read it."""

    def __init__(self, folder: Path) -> None:
        self.engine = buat_engine(f"sqlite:///{folder / 'demo.db'}")
        self.gudang = GudangBukti(folder / "bukti", folder / "tampil")
        migrasikan(self.engine)
        with session_tulis(self.engine) as session:
            self.hasil: DemoDimuat = muat_demo(session, self.gudang, now=NOW)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    isi = Demo(tmp_path_factory.mktemp("demo"))
    yield isi
    isi.engine.dispose()


@pytest.fixture
def session(demo: Demo):
    with pabrik_session(demo.engine)() as baca:
        yield baca


def test_what_was_loaded_is_told(demo: Demo, session: Session):
    h = demo.hasil
    assert (h.nama, h.tahun, h.upp, h.respons) == ("Pemerintah Kabupaten Bengkayang", 2021, 17, 425)
    assert h.rtl == session.scalar(text("SELECT count(*) FROM rtl WHERE upp_id IS NOT NULL"))


def test_every_made_up_row_is_marked_and_every_published_row_is_not(session: Session):
    ditandai = session.scalars(select(RtlTabel).where(RtlTabel.data_contoh)).all()
    assert ditandai
    assert all(r.upp_id is not None for r in ditandai)
    assert session.scalars(select(RtlTabel.upp_id).where(~RtlTabel.data_contoh)).all() == [None] * 6
    for b in session.scalars(select(BuktiTabel)):
        assert "contoh.example" in b.tautan or "data contoh" in b.keterangan
    assert all(berkas.data_contoh for berkas in list_penyampaian(session))
    assert ada_demo(session)


def test_the_published_figures_of_2021_stand_beside_the_made_up_ones(session: Session):
    rekap = rekap_tahun(session, 2021)
    ikm = json_ikm(rekap)
    assert (ikm["instansi"]["ikm"], [h["ikm"] for h in ikm["hasil"]]) == ("83.38", [h["ikm_tercetak"] for h in ikm["hasil"]])
    assert realisasi_tercetak(session, 2021) is None
    tahunan = rekap.realisasi[Periode.TAHUNAN]
    assert tahunan.dilaporkan is not None
    assert tahunan.terverifikasi is not None
    assert 0 < tahunan.terverifikasi < tahunan.dilaporkan < 100


def test_rtl_of_the_two_years_show_every_state_and_one_unit_has_not_reported(session: Session):
    lalu, kini = muat_rtl(session, 2020), [r for r in muat_rtl(session, 2021) if r.data_contoh]
    assert {r.status for r in lalu} == {None, *StatusRtl}
    assert {r.status for r in kini} == {S.DIRENCANAKAN, S.BERJALAN, S.SELESAI, S.TERVERIFIKASI}
    rekap = rekap_tahun(session, 2021)
    assert {r.upp_id for r in lalu} == {r.upp.id for r in rekap.upp}
    assert len({r.upp_id for r in lalu if r.status is None}) == 1
    assert len(rekap.realisasi[Periode.TAHUNAN].belum_dilaporkan) == 1


def test_dossiers_stand_in_every_state_and_one_is_nihil_in_the_year_after(session: Session):
    hitung = Counter((b.tahun, b.status, b.nihil) for b in list_penyampaian(session))
    assert {s for tahun, s, _ in hitung if tahun == 2021} == set(StatusPenyampaian) - {StatusPenyampaian.BELUM}
    assert [(kunci, n) for kunci, n in hitung.items() if kunci[2]] == [((2022, StatusPenyampaian.DIKIRIM, True), 1)]
    dikembalikan = [b for b in list_penyampaian(session) if b.status is StatusPenyampaian.DIKEMBALIKAN]
    assert all(b.alasan_kembali for b in dikembalikan)
    assert sum(rekap.nihil for rekap in rekap_tahun(session, 2022).upp) == 1


def test_states_carry_what_the_rules_ask_of_them(session: Session):
    for r in (*muat_rtl(session, 2020), *muat_rtl(session, 2021)):
        dilaporkan = r.status in (S.SELESAI, S.TERVERIFIKASI, S.DIKEMBALIKAN)
        assert bool(r.bukti) == dilaporkan
        if dilaporkan:
            assert r.uraian
            assert r.dilapor_pada
        if r.status is S.TERVERIFIKASI:
            assert (r.pemverifikasi, r.diverifikasi_pada is not None) == ("Inspektorat (contoh)", True)
        if r.status is S.DIKEMBALIKAN:
            assert r.catatan_pengembalian
        if r.status is S.TIDAK_DILAKSANAKAN:
            assert r.alasan
            assert r.strategi
            assert r.penanggung_jawab
    assert any(terlambat(r, date(2021, 12, 31)) for r in muat_rtl(session, 2020))


def test_realisasi_of_the_year_belong_to_accepted_dossiers_only(session: Session):
    diterima = {b.upp_id for b in list_penyampaian(session, 2021) if b.status is StatusPenyampaian.DITERIMA}
    dikerjakan = {r.upp_id for r in muat_rtl(session, 2021) if r.data_contoh and r.status is not S.DIRENCANAKAN}
    assert dikerjakan
    assert dikerjakan <= diterima


def test_every_owed_unsur_has_an_rtl_and_what_was_not_done_is_carried_over(session: Session):
    kini = muat_rtl(session, 2021)
    punya: dict[int | None, set[Unsur | None]] = {}
    for r in kini:
        punya.setdefault(r.upp_id, set()).add(r.unsur)
    for r in rekap_tahun(session, 2021).upp:
        assert r.tahunan is not None
        assert set(unsur_wajib_rtl(r.tahunan.nrr)) <= punya[r.upp.id]
    gagal = {r.id: r for r in muat_rtl(session, 2020) if r.status is S.TIDAK_DILAKSANAKAN}
    lanjutan = {r.asal_id: r for r in kini if r.asal_id is not None}
    assert set(lanjutan) == set(gagal)
    for asal_id, r in lanjutan.items():
        assert asal_id is not None
        asal = gagal[asal_id]
        assert (r.upp_id, r.unsur, r.kegiatan, r.strategi) == (asal.upp_id, asal.unsur, asal.kegiatan, asal.strategi)
        assert r.tenggat is not None
        assert r.tenggat > date(2021, 12, 31)


def test_one_account_per_role_must_change_the_password_that_was_shown_once(demo: Demo, session: Session):
    akun = {p.peran: p for p in list_pengguna(session)}
    assert (len(akun), set(akun)) == (len(list_pengguna(session)), set(Peran))
    assert all(p.wajib_ganti and p.aktif for p in akun.values())
    assert {peran for peran, p in akun.items() if p.upp_id is not None} == {Peran.OPERATOR_UPP}
    assert {peran: sandi.nama_masuk for sandi, peran in demo.hasil.akun} == {peran: p.nama_masuk for peran, p in akun.items()}
    assert len({sandi.sandi for sandi, _ in demo.hasil.akun}) == len(Peran)
    isi = str(session.execute(text("SELECT * FROM pengguna")).all()) + str(session.execute(text("SELECT * FROM jejak")).all())
    assert [sandi.nama_masuk for sandi, _ in demo.hasil.akun if sandi.sandi in isi] == []


def test_every_account_logs_in_with_the_password_that_was_shown(demo: Demo):
    with pabrik_session(demo.engine)() as sekali:  # never committed
        assert [
            n.nama_masuk for n, _ in demo.hasil.akun if not masuk(sekali, n.nama_masuk, n.sandi, "127.0.0.1", NOW).token
        ] == []


def test_the_chain_holds_and_agrees_with_what_is_stored(demo: Demo, session: Session):
    semua = list(telusuri_rantai(session))
    assert periksa_rantai(semua, muat_kepala(session)) == []
    with pabrik_session(demo.engine)() as segar:
        assert verifikasi_jejak(segar).putus == ()
    hitung = Counter(c.jenis for c in semua)
    assert hitung[JenisJejak.BUKTI_DITAMBAH] == session.scalar(text("SELECT count(*) FROM bukti"))
    assert hitung[JenisJejak.RTL_DITAMBAH] == len([r for r in muat_rtl(session, 2021) if r.data_contoh])
    assert hitung[JenisJejak.PENGGUNA_DITAMBAH] == len(Peran)


def test_nobody_verified_what_they_reported_themselves(session: Session):
    verifikasi = [c for c in telusuri_rantai(session) if c.ke in ("terverifikasi", "dikembalikan") and c.objek == "rtl"]
    assert {c.peran for c in verifikasi} == {Peran.INSPEKTUR}
    pelapor = {c.peran for c in telusuri_rantai(session) if c.ke == "selesai" or c.jenis == JenisJejak.BUKTI_DITAMBAH}
    assert pelapor == {Peran.OPERATOR_UPP}


def test_pictures_and_pdf_of_bukti_are_there_and_open(demo: Demo, session: Session):
    berkas = session.scalars(select(BuktiTabel).where(BuktiTabel.jenis == JenisBukti.BERKAS)).all()
    assert {b.tipe for b in berkas} == {TipeBerkas.JPG, TipeBerkas.PDF}
    assert demo.gudang.periksa_semua(b.sha256 for b in berkas) == []
    assert len({b.sha256 for b in berkas}) == len(berkas)
    for b in berkas:
        isi = demo.gudang.baca(b.sha256)
        assert len(isi) == b.ukuran
        if b.tipe is TipeBerkas.PDF:
            assert len(PdfReader(BytesIO(isi)).pages) == 1
    foto = next(b for b in berkas if b.tipe is TipeBerkas.JPG)
    with Image.open(demo.gudang.gambar_tampil(foto.sha256, 320)) as gambar:
        assert gambar.width == 320


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_two_demos_are_the_same_row_by_row_on_either_database(session: Session, engine, tmp_path):
    with session_tulis(engine) as kedua:
        muat_demo(kedua, GudangBukti(tmp_path / "bukti", tmp_path / "tampil"), now=NOW)
        lain = isi_semua(kedua)
    satu = isi_semua(session)
    for isi in (satu, lain):
        isi["pengguna"] = [(p[:5], p[6:]) for p in isi["pengguna"]]  # all but the hash of a random password
    assert {tabel for tabel in satu if satu[tabel] != lain[tabel]} == set()


def test_the_demo_never_touches_a_database_with_data(engine_sqlite, tmp_path):
    gudang = GudangBukti(tmp_path / "bukti", tmp_path / "tampil")
    with session_tulis(engine_sqlite) as session:
        impor_buku_kerja(session, DATA / "pontianak_2023", 2023, now=NOW)
        sebelum = isi_semua(session)
    with session_tulis(engine_sqlite) as session:
        with pytest.raises(DemoDitolak, match="basis data kosong"):
            muat_demo(session, gudang, now=NOW)
        assert isi_semua(session) == sebelum
        assert not ada_demo(session)
    assert not gudang.folder.exists()


def test_every_unsur_has_several_actions_in_words_and_no_field_is_empty():
    per_unsur = kalimat_per_unsur()
    assert {u: len(k) for u, k in per_unsur.items()} == dict.fromkeys(Unsur, 4)
    assert all(getattr(k, nama) for daftar in per_unsur.values() for k in daftar for nama in k.__slots__)


def test_a_survey_of_the_current_year_runs_in_the_demo_and_is_marked_as_an_example(demo):
    with pabrik_session(demo.engine)() as session:
        survei = jawaban_repository.list_survei(session, NOW.year)
        cacah = jawaban_repository.muat_cacah(session, [s.id for s in survei])
        hari = session.scalars(select(JawabanTabel.tanggal)).all()
    assert len(survei) > 5
    assert all(s.data_contoh and s.populasi for s in survei)
    assert all(c[0][JenisCacah.N, ""] >= 18 for c in cacah.values())
    assert max(hari) <= NOW.date()
