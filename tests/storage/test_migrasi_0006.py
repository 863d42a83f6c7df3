"""A filled database of the fifth version gets the tables of the survey; kept sums stay what they were, and the way back loses nothing else."""

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, text

from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.hasil_repository import muat_tabulasi
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import pabrik_session
from rtl_tracker.storage.tables import Base
from tests.storage.test_migrasi_0002 import _pindah

BARU = ("kuesioner", "survei", "jawaban", "cacah_survei", "pemetaan_jawaban", "publikasi", "media_publikasi")


@pytest.fixture
def lama(engine: Engine) -> Engine:
    """A database of the fifth version with the kept sums of one period."""
    _pindah(engine, command.downgrade, "base")
    _pindah(engine, command.upgrade, "0005")
    with engine.begin() as koneksi:
        koneksi.execute(text("INSERT INTO upp (id, urutan, nama, nama_terlipat, kode, singkatan, jenis, kelompok, alamat, telepon,"
                             " ikut_rerata, pelaksana) VALUES (1, 1, 'A', 'a', '', '', '', '', '', '', true, '')"))  # fmt: skip
        koneksi.execute(text("INSERT INTO tabulasi (id, upp_id, tahun, periode, n, n_lengkap, jumlah_total, jumlah_kuadrat)"
                             " VALUES (1, 1, 2022, 'S1', 2, 2, 71, 2521)"))  # fmt: skip
    return engine


def test_kept_sums_of_before_mean_the_same(lama: Engine):
    assert migrasikan(lama) is True
    with pabrik_session(lama)() as session:
        t = muat_tabulasi(session, 2022, {})[1, None, Periode.S1]
    assert (t.n, t.jumlah_total, t.jumlah_kuadrat) == (2, 71, 2521)


def test_every_new_table_has_the_columns_that_the_program_uses(lama: Engine):
    migrasikan(lama)
    for nama in (*BARU, "tabulasi"):
        kolom = {k["name"] for k in inspect(lama).get_columns(nama)}
        assert kolom == {k.name for k in Base.metadata.tables[nama].columns}


def test_going_back_keeps_the_sums(lama: Engine):
    migrasikan(lama)
    _pindah(lama, command.downgrade, "0005")
    with lama.begin() as koneksi:
        assert koneksi.execute(text("SELECT jumlah_total, jumlah_kuadrat FROM tabulasi")).one() == (71, 2521)
    assert set(BARU).isdisjoint(inspect(lama).get_table_names())
