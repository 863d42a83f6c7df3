"""The demo instansi: published figures, made-up RTL of two years in every state, only into an empty database."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, text

from rtl_tracker.demo.rtl_contoh import kalimat_per_unsur
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import StatusRtl, terlambat, unsur_wajib_rtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.rtl_repository import muat_rtl
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.storage.tables import RtlTabel
from rtl_tracker.usecases.hitung_hasil import rekap_tahun
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja
from rtl_tracker.usecases.muat_demo import DemoDitolak, ada_demo, muat_demo
from tests.conftest import DATA

NOW = datetime(2024, 1, 10, tzinfo=UTC)


@pytest.fixture
def session(engine_sqlite):
    with session_tulis(engine_sqlite) as tulis:
        muat_demo(tulis, now=NOW)
    with pabrik_session(engine_sqlite)() as baca:
        yield baca


def test_every_made_up_row_is_marked_and_every_published_row_is_not(session):
    ditandai = session.scalars(select(RtlTabel).where(RtlTabel.data_contoh))
    assert all(r.upp_id is not None and "contoh.example" in b.tautan for r in ditandai for b in r.bukti)
    assert session.scalars(select(RtlTabel.upp_id).where(~RtlTabel.data_contoh)).all() == [None] * 6
    assert ada_demo(session)


def test_last_years_rtl_show_every_state_and_one_unit_has_not_reported(session):
    lalu = muat_rtl(session, 2020)
    assert {r.status for r in lalu} == {None, *StatusRtl}
    assert {r.upp_id for r in lalu} == {r.upp.id for r in rekap_tahun(session, 2021).upp}
    assert len({r.upp_id for r in lalu if r.status is None}) == 1
    assert len(rekap_tahun(session, 2021).realisasi[Periode.TAHUNAN].belum_dilaporkan) == 1


def test_states_carry_what_the_rules_ask_of_them(session):
    for r in muat_rtl(session, 2020):
        assert bool(r.uraian and r.bukti) == (r.status in (StatusRtl.SELESAI, StatusRtl.TERVERIFIKASI, StatusRtl.DIKEMBALIKAN))
        if r.status is StatusRtl.TIDAK_DILAKSANAKAN:
            assert r.alasan
            assert r.strategi
            assert r.penanggung_jawab
            assert r.tenggat > date(2021, 12, 31)
        if r.status is StatusRtl.DIKEMBALIKAN:
            assert r.alasan
    assert any(terlambat(r, date(2021, 12, 31)) for r in muat_rtl(session, 2020))


def test_every_owed_unsur_has_an_rtl_and_what_was_not_done_is_carried_over(session):
    punya = {}
    for r in muat_rtl(session, 2021):
        punya.setdefault(r.upp_id, set()).add(r.unsur)
    for r in rekap_tahun(session, 2021).upp:
        assert set(unsur_wajib_rtl(r.tahunan.nrr)) <= punya[r.upp.id]
    gagal = [r for r in muat_rtl(session, 2020) if r.status is StatusRtl.TIDAK_DILAKSANAKAN]
    assert all(r.unsur in punya[r.upp_id] for r in gagal)
    assert {r.status for r in muat_rtl(session, 2021) if r.data_contoh} == {StatusRtl.DIRENCANAKAN, StatusRtl.BERJALAN}


def test_two_demos_are_the_same_row_by_row(session, tmp_path, engine_sqlite):
    from rtl_tracker.storage.migrasi import migrasikan
    from rtl_tracker.storage.session import buat_engine

    lain = buat_engine(f"sqlite:///{tmp_path / 'lain.db'}")
    migrasikan(lain)
    with session_tulis(lain) as kedua:
        muat_demo(kedua, now=NOW)
        assert muat_rtl(kedua, 2020) == muat_rtl(session, 2020)
        assert muat_rtl(kedua, 2021) == muat_rtl(session, 2021)
    lain.dispose()


def test_the_demo_never_touches_a_database_with_data(engine_sqlite):
    with session_tulis(engine_sqlite) as session:
        impor_buku_kerja(session, DATA / "pontianak_2023", 2023, now=NOW)
    with session_tulis(engine_sqlite) as session:
        with pytest.raises(DemoDitolak, match="basis data kosong"):
            muat_demo(session, now=NOW)
        assert session.scalar(text("SELECT count(*) FROM rtl WHERE data_contoh")) == 0
        assert not ada_demo(session)


def test_every_unsur_has_several_actions_in_words_and_no_field_is_empty():
    per_unsur = kalimat_per_unsur()
    assert {u: len(k) for u, k in per_unsur.items()} == dict.fromkeys(Unsur, 4)
    assert all(getattr(k, nama) for daftar in per_unsur.values() for k in daftar for nama in k.__slots__)
