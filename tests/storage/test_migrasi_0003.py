"""A database of the second version gets places for printed figures: its history stays, and each figure stands once."""

from collections.abc import Callable, Iterator

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tercetak import AngkaTercetak, Naskah, Rincian, RiwayatTercetak
from rtl_tracker.resources import resource
from rtl_tracker.storage.hasil_repository import muat_riwayat, riwayat_tercetak, ubah_riwayat
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import MENULIS, session_tulis
from rtl_tracker.storage.tercetak_repository import hapus_cetakan, muat_cetakan, tambah_cetakan

BARU = {"angka_tercetak", "rincian_tercetak", "naskah_tercetak"}
ISI = (
    "INSERT INTO upp (id, urutan, nama, nama_terlipat, kode, singkatan, jenis, kelompok, alamat, telepon, ikut_rerata, pelaksana)"
    " VALUES (1, 1, 'Dinas A', 'dinas a', '', '', '', '', '', '', true, ''), (2, 2, 'Dinas B', 'dinas b', '', '', '', '', '', '', true, '')",
    "INSERT INTO riwayat (upp_id, tahun, ikm, mutu_tercetak) VALUES (NULL, 2021, '80.10', NULL), (1, 2021, '81.20', 'BAIK')",
)
ANGKA = AngkaTercetak("rekap", None, Periode.TAHUNAN, "ikm", "83.38")
SEL = Rincian("2.1.1", 1, Periode.S1, "SMA", "", 6, None)


def _pindah(engine: Engine, arah: Callable[[Config, str], None], revisi: str) -> None:
    konfigurasi = Config()
    konfigurasi.set_main_option("script_location", str(resource("migrations")))
    with engine.execution_options(**{MENULIS: True}).begin() as koneksi:
        konfigurasi.attributes["connection"] = koneksi
        arah(konfigurasi, revisi)


@pytest.fixture
def lama(engine: Engine) -> Iterator[Engine]:
    """A database of the second version with a history."""
    _pindah(engine, command.downgrade, "0002")
    with engine.begin() as koneksi:
        for perintah in ISI:
            koneksi.execute(text(perintah))
    return engine


def _riwayat(engine: Engine) -> list[tuple[object, ...]]:
    with engine.connect() as koneksi:
        return [tuple(b) for b in koneksi.execute(text("SELECT upp_id, tahun, ikm, mutu_tercetak FROM riwayat ORDER BY id"))]


def test_the_history_stays_and_has_no_difference_yet(lama: Engine):
    sebelum = _riwayat(lama)
    assert BARU.isdisjoint(inspect(lama).get_table_names())
    assert migrasikan(lama) is True
    assert _riwayat(lama) == sebelum
    assert set(inspect(lama).get_table_names()) >= BARU
    with session_tulis(lama) as session:
        baris = muat_riwayat(session)[1, 2021]
        assert baris.selisih_tercetak is None
        ubah_riwayat(baris, RiwayatTercetak(baris.ikm, "BAIK", -baris.ikm))
    with session_tulis(lama) as session:
        assert str(riwayat_tercetak(muat_riwayat(session)[1, 2021]).selisih_tercetak) == "-81.20"


def test_going_back_and_forth_again_loses_only_what_was_printed(lama: Engine):
    migrasikan(lama)
    sebelum = _riwayat(lama)
    with session_tulis(lama) as session:
        tambah_cetakan(session, 2022, [ANGKA, SEL])
    _pindah(lama, command.downgrade, "0002")
    assert _riwayat(lama) == sebelum
    assert migrasikan(lama) is True
    with session_tulis(lama) as session:
        assert muat_cetakan(session, AngkaTercetak, 2022) == muat_cetakan(session, Rincian, 2022) == ()


@pytest.mark.parametrize("kembar", [ANGKA, SEL])
def test_the_same_figure_cannot_stand_twice_in_a_year_also_without_a_unit(lama: Engine, kembar: AngkaTercetak | Rincian):
    migrasikan(lama)
    with session_tulis(lama) as session:
        tambah_cetakan(session, 2022, [kembar])
        tambah_cetakan(session, 2023, [kembar])
    with pytest.raises(IntegrityError), session_tulis(lama) as session:
        tambah_cetakan(session, 2022, [kembar])


def test_a_unit_is_given_its_own_rows_and_those_of_the_instansi_in_the_order_of_entry(lama: Engine):
    migrasikan(lama)
    daftar = [Naskah("Bab I", upp, Periode.TAHUNAN, f"Kalimat {nomor}.") for nomor, upp in enumerate((2, None, 1, 2, 1))]
    with session_tulis(lama) as session:
        tambah_cetakan(session, 2022, daftar)
        assert muat_cetakan(session, Naskah, 2022) == tuple(daftar)
        assert [n.teks for n in muat_cetakan(session, Naskah, 2022, 1)] == ["Kalimat 1.", "Kalimat 2.", "Kalimat 4."]
        assert {upp_id for upp_id, _ in muat_riwayat(session, 2)} == {None}
        hapus_cetakan(session, Naskah, 2021)
        assert len(muat_cetakan(session, Naskah, 2022)) == 5
        hapus_cetakan(session, Naskah, 2022)
        assert muat_cetakan(session, Naskah, 2022) == ()


def test_a_row_of_a_unit_that_does_not_exist_is_refused(lama: Engine):
    migrasikan(lama)
    with pytest.raises(IntegrityError), session_tulis(lama) as session:
        tambah_cetakan(session, 2022, [Naskah("Bab I", 99, Periode.TAHUNAN, "Kalimat.")])
