"""Computed pages are kept exactly as long as the data stay the same, on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from rtl_tracker.app import create_app
from rtl_tracker.config import Settings
from rtl_tracker.domain.jadwal_survei import Survei
from rtl_tracker.domain.jawaban import Jawaban
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Peran, pelaku_program
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.jawaban_repository import id_survei, tambah_jawaban
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.storage.upp_repository import id_menurut_nama, tambah_upp, ubah_upp
from rtl_tracker.storage.versi_data import VersiData
from rtl_tracker.web.shared.simpanan_halaman import SimpananHalaman
from tests.web.akun import masuk_sebagai
from tests.web.instansi import TulisCsv, instansi_kecil

SEKARANG = datetime(2023, 1, 9, tzinfo=UTC)


@pytest.fixture
def versi(engine: Engine) -> VersiData:
    return VersiData(engine)


def catat(session: Session, jenis: JenisJejak) -> None:
    catat_jejak(session, pelaku_program(), SEKARANG, jenis, Objek.UPP)


def test_the_version_stays_while_nothing_is_changed(engine: Engine, versi: VersiData):
    awal = versi()
    with pabrik_session(engine)() as session:
        session.execute(text("SELECT count(*) FROM upp"))
    assert versi() == awal


def test_the_version_changes_with_every_change(engine: Engine, versi: VersiData):
    awal = versi()
    with session_tulis(engine) as session:
        catat(session, JenisJejak.UPP_DIUBAH)
    assert versi() != awal


def test_log_ins_and_answers_of_a_running_survey_let_the_pages_stand(engine: Engine, versi: VersiData):
    with session_tulis(engine) as session:
        simpan_pengaturan(session, 2022, {"nama": "Kabupaten Uji"})
        upp_id = tambah_upp(session, {"nama": "Kecamatan Uji"})
        catat(session, JenisJejak.UPP_DIUBAH)
    awal = versi()
    with session_tulis(engine) as session:
        survei = id_survei(session, Survei(upp_id, 2022, Periode.TAHUNAN))
        assert tambah_jawaban(session, survei, "k", Jawaban((4,) * 9, SEKARANG.date()), SEKARANG)
        catat(session, JenisJejak.MASUK)
    assert versi() == awal


def test_a_version_read_while_another_writes_is_not_valid_after_its_commit(engine: Engine, versi: VersiData):
    with session_tulis(engine) as session:
        catat(session, JenisJejak.UPP_DIUBAH)
        selama = versi()
    assert versi() != selama


def test_pages_follow_the_data_on_both_databases(engine: Engine, settings: Settings, tulis_csv: TulisCsv):
    alamat = engine.url.render_as_string(hide_password=False)
    klien = masuk_sebagai(create_app(replace(settings, database_url=alamat)), engine, Peran.ORGANISASI)
    assert "Belum ada data" in klien.buka("/tahun").teks()
    instansi_kecil(engine, tulis_csv)
    assert "78,08" in klien.buka("/tahun").teks()
    with session_tulis(engine) as session:
        ubah_upp(session, id_menurut_nama(session)["kecamatan satu"], {"nama": "Kecamatan Berganti"})
        catat(session, JenisJejak.UPP_DIUBAH)
    assert "Kecamatan Berganti" in klien.buka("/tahun").teks()
    assert "Kecamatan Berganti" in klien.buka(klien.buka("/tahun").tautan("Kecamatan Berganti")).teks()


def test_the_same_version_is_computed_once_and_a_new_one_again():
    simpanan, dibuat = SimpananHalaman(), []
    for versi in ("1", "1", "2"):
        simpanan.ambil("a", versi, lambda: dibuat.append(None))
    assert len(dibuat) == 2


def test_the_longest_unused_value_makes_room():
    simpanan, dibuat = SimpananHalaman(paling_banyak=2), []
    for kunci in ("a", "b", "a", "c", "a", "b"):
        simpanan.ambil(kunci, "1", lambda kunci=kunci: dibuat.append(kunci))
    assert dibuat == ["a", "b", "c", "b"]


def test_an_error_is_not_kept():
    simpanan = SimpananHalaman()
    with pytest.raises(ZeroDivisionError):
        simpanan.ambil("a", "1", lambda: 1 // 0)
    assert simpanan.ambil("a", "1", lambda: 7) == 7
