"""A filled database of the fourth version gets the tables of documents; its reports stay reachable, and the way back loses nothing else."""

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, text

from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.pekerjaan_repository import StatusPekerjaan, ambil_pekerjaan, pekerjaan_terakhir
from rtl_tracker.storage.session import pabrik_session
from rtl_tracker.storage.tables import Base
from tests.storage.test_migrasi_0002 import _pindah

BARU = ("suntingan", "versi_laporan", "templat_word", "logo")
TAHUNAN = Pesanan(JenisKerja.DOKUMEN, PermintaanDokumen(JenisDokumen.TAHUNAN, 2022))


@pytest.fixture
def lama(engine: Engine) -> Engine:
    """A database of the fourth version with a finished report and one that failed."""
    _pindah(engine, command.downgrade, "base")
    _pindah(engine, command.upgrade, "0004")
    with engine.begin() as koneksi:
        for id_, berkas, galat in (("jadi", "'jadi/laporan.docx'", "NULL"), ("gagal", "NULL", "'Gagal.'")):
            koneksi.execute(
                text(
                    "INSERT INTO pekerjaan (id, jenis, tahun, dibuat, diperbarui, langkah, persen, berkas, galat) VALUES "
                    f"('{id_}', 'laporan_tahunan', 2022, '2023-01-0{1 if id_ == 'gagal' else 2} 03:00:00+00:00', "
                    f"'2023-01-02 03:00:00+00:00', '', 0, {berkas}, {galat})"
                )
            )
    return engine


def test_reports_of_before_are_work_on_the_annual_report(lama: Engine):
    assert migrasikan(lama) is True
    with pabrik_session(lama)() as session:
        jadi, gagal = ambil_pekerjaan(session, "jadi"), ambil_pekerjaan(session, "gagal")
        assert (jadi.status, jadi.pesanan) == (StatusPekerjaan.SELESAI, TAHUNAN)
        assert gagal.status is StatusPekerjaan.GAGAL
        assert pekerjaan_terakhir(session, TAHUNAN.kunci).id == "jadi"


def test_every_new_table_has_the_columns_that_the_program_uses(lama: Engine):
    migrasikan(lama)
    for nama in (*BARU, "pekerjaan"):
        kolom = {k["name"] for k in inspect(lama).get_columns(nama)}
        assert kolom == {k.name for k in Base.metadata.tables[nama].columns}


def test_going_back_keeps_the_reports_of_the_year(lama: Engine):
    migrasikan(lama)
    _pindah(lama, command.downgrade, "0004")
    with lama.begin() as koneksi:
        assert koneksi.execute(text("SELECT id, jenis FROM pekerjaan ORDER BY id")).tuples().all() == [
            ("gagal", "laporan_tahunan"),
            ("jadi", "laporan_tahunan"),
        ]
    assert set(BARU).isdisjoint(inspect(lama).get_table_names())
