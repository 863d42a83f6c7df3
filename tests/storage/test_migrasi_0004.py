"""A filled database of the third version gets the table of explanations, and loses nothing on the way there and back."""

from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.penjelasan_repository import Penjelasan, hapus_penjelasan, muat_penjelasan, tambah_penjelasan
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.tables import Base
from tests.storage.test_migrasi_0002 import _pindah, _potret

KINI = datetime(2023, 2, 1, 3, 0, tzinfo=UTC)
UPP = (
    "INSERT INTO upp (id, urutan, nama, nama_terlipat, kode, singkatan, jenis, kelompok, alamat, telepon, ikut_rerata, pelaksana)"
    " VALUES (1, 1, 'Dinas \"A\" & <B>', 'dinas a b', '', '', '', '', '', '', true, '')"
)
PENJELASAN = Penjelasan("a" * 32, 1, "IKM-03", "Tercetak menurut aturan lama.", "Sari", KINI)


@pytest.fixture
def lama(engine: Engine) -> Engine:
    """A database of the third version with a unit in it."""
    _pindah(engine, command.downgrade, "base")
    _pindah(engine, command.upgrade, "0003")
    with engine.begin() as koneksi:
        koneksi.execute(text(UPP))
    assert "penjelasan_temuan" not in inspect(engine).get_table_names()
    return engine


def test_the_table_is_added_and_nothing_else_changes(lama: Engine):
    sebelum = _potret(lama)
    assert migrasikan(lama) is True
    sesudah = _potret(lama)
    assert sesudah.pop("penjelasan_temuan") == []
    assert {t: sesudah[t] for t in sebelum} == sebelum
    kolom = {k["name"] for k in inspect(lama).get_columns("penjelasan_temuan")}
    assert kolom == {k.name for k in Base.metadata.tables["penjelasan_temuan"].columns}


def test_an_explanation_is_kept_once_per_year_and_finding_and_read_back_whole(lama: Engine):
    migrasikan(lama)
    with session_tulis(lama) as session:
        tambah_penjelasan(session, 2022, PENJELASAN, None)
        tambah_penjelasan(session, 2023, PENJELASAN, None)
    with session_tulis(lama) as session:
        assert muat_penjelasan(session, 2022) == {PENJELASAN.kunci: PENJELASAN}
    with pytest.raises(IntegrityError), session_tulis(lama) as session:
        tambah_penjelasan(session, 2022, PENJELASAN, None)
    with session_tulis(lama) as session:
        hapus_penjelasan(session, 2022, PENJELASAN.kunci)
        assert (muat_penjelasan(session, 2022), len(muat_penjelasan(session, 2023))) == ({}, 1)


def test_who_and_whose_must_exist(lama: Engine):
    migrasikan(lama)
    for upp_id, pengguna_id in ((99, "NULL"), (1, 99)):
        with pytest.raises(IntegrityError), lama.begin() as koneksi:
            koneksi.execute(
                text(
                    "INSERT INTO penjelasan_temuan (tahun, kunci, upp_id, aturan, alasan, pengguna_id, oleh, pada)"
                    f" VALUES (2022, 'b', {upp_id}, 'IKM-03', 'Alasan', {pengguna_id}, 'Sari', '2023-02-01 03:00:00+00:00')"
                )
            )


def test_going_back_leaves_the_third_version(lama: Engine):
    sebelum = _potret(lama)
    migrasikan(lama)
    _pindah(lama, command.downgrade, "0003")
    assert _potret(lama) == sebelum
