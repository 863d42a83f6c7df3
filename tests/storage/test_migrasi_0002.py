"""A database of the first version with results, RTL and links is brought to head: nothing is lost, and what was a link is a bukti."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, inspect, select, text
from sqlalchemy.exc import IntegrityError

from rtl_tracker.domain.bukti import JenisBukti
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.resources import resource
from rtl_tracker.storage.bukti_repository import list_bukti, upp_tautan_sama
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.rtl_repository import rtl_menurut_id, simpan_rtl, tambah_rtl
from rtl_tracker.storage.session import MENULIS, session_tulis
from rtl_tracker.storage.tables import Base, HasilTabel
from rtl_tracker.usecases.hitung_hasil import rekap_tahun

TAUTAN = [
    "https://Contoh.go.id:443/Foto/?utm_source=wa",
    "http://contoh.go.id/foto",
    "bukan tautan",
    "https://contoh.go.id/Foto",
]
NILAI = '{"waktu": "3.20", "biaya": "3.60"}'
ISI = (
    "INSERT INTO upp (id, urutan, nama, nama_terlipat, kode, singkatan, jenis, kelompok, alamat, telepon, ikut_rerata, pelaksana)"
    " VALUES (1, 1, 'Dinas \"A\" & <B>', 'dinas a b', '', '', '', '', '', '', true, ''), (2, 2, 'Dinas C', 'dinas c', '', '', '', '', '', '', true, '')",
    "INSERT INTO layanan (id, upp_id, nama, nama_terlipat, biaya, standar_waktu) VALUES (1, 1, 'KTP', 'ktp', '', '')",
    "INSERT INTO pengaturan_tahun (tahun, isi) VALUES (2022, '{\"nama\": \"Kabupaten Uji\"}')",
    *(
        "INSERT INTO hasil (upp_id, layanan_id, tahun, periode, rata, skala, nilai, konversi_tercetak, ikm_tercetak, jumlah_responden,"
        " metode, pelaksana, unsur_prioritas, tautan_laporan)"
        f" VALUES ({upp}, {layanan}, 2022, 'TAHUNAN', false, 'nrr', '{NILAI}', '{{}}', '85.30', 40, 'daring', '', '', '')"
        for upp, layanan in ((1, "NULL"), (1, 1), (2, "NULL"))
    ),
    *(
        "INSERT INTO rtl (id, upp_id, tahun, periode, unsur, unsur_teks, kegiatan, keluhan, indikator, waktu, tenggat, penanggung_jawab,"
        f" stakeholder, status, uraian, hambatan, alasan, strategi, data_contoh) VALUES ({id_}, {upp}, 2022, 'S1', 'waktu', 'Waktu',"
        f" 'Kegiatan {id_}', 'Antre', '', 'TW III', '2022-09-30', 'Sekretaris', '', {status}, 'Sudah', '', '', '', false)"
        for id_, upp, status in ((1, 1, "'selesai'"), (2, 2, "NULL"), (3, "NULL", "'berjalan'"))
    ),
    *(
        f"INSERT INTO bukti (id, rtl_id, tautan) VALUES ({id_}, {rtl_id}, '{tautan}')"
        for id_, (rtl_id, tautan) in enumerate(zip((1, 1, 1, 2), TAUTAN, strict=True), start=1)
    ),
    "INSERT INTO riwayat (upp_id, tahun, ikm) VALUES (NULL, 2021, '80.10'), (1, 2021, '81.20')",
    "INSERT INTO impor (waktu, tahun, nama_berkas, sha256, ringkasan) VALUES ('2022-01-01 00:00:00+00:00', 2022, 'a.xlsx', 'x', '{}')",
)  # fmt: skip


def _pindah(engine: Engine, arah: Callable[[Config, str], None], revisi: str) -> None:
    """Upgrade or downgrade to a revision, on a connection of ours as the program does it."""
    konfigurasi = Config()
    konfigurasi.set_main_option("script_location", str(resource("migrations")))
    with engine.execution_options(**{MENULIS: True}).begin() as koneksi:
        konfigurasi.attributes["connection"] = koneksi
        arah(konfigurasi, revisi)


def _potret(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables as they stand."""
    with engine.connect() as koneksi:
        return {
            tabel: [dict(b) for b in koneksi.execute(text(f"SELECT * FROM {tabel} ORDER BY 1")).mappings()]
            for tabel in inspect(koneksi).get_table_names()
            if tabel != "alembic_version"
        }


@pytest.fixture
def lama(engine: Engine) -> Iterator[Engine]:
    """A filled database of the first version."""
    _pindah(engine, command.downgrade, "base")
    _pindah(engine, command.upgrade, "0001")
    with engine.begin() as koneksi:
        for perintah in ISI:
            koneksi.execute(text(perintah))
        if engine.dialect.name == "postgresql":
            for tabel in ("upp", "layanan", "rtl", "bukti"):
                koneksi.execute(text(f"SELECT setval('{tabel}_id_seq', 100)"))
    assert "jejak" not in inspect(engine).get_table_names()
    return engine


def test_nothing_is_lost_and_the_tables_are_those_of_the_code(lama: Engine):
    sebelum = _potret(lama)
    assert migrasikan(lama) is True
    sesudah = _potret(lama)
    assert set(sesudah) == {t.name for t in Base.metadata.sorted_tables}
    for tabel, baris in sebelum.items():
        assert [{k: b[k] for k in dulu} for b, dulu in zip(sesudah[tabel], baris, strict=True)] == baris, tabel
    assert {tabel: sesudah[tabel] for tabel in set(sesudah) - set(sebelum)} == {
        tabel: [] for tabel in set(sesudah) - set(sebelum)
    }
    assert set(sesudah) - set(sebelum) >= {
        "jejak",
        "kalender",
        "kepala_jejak",
        "penyampaian",
        "pengguna",
        "percobaan_masuk",
        "sesi",
    }
    assert migrasikan(lama) is False


def test_links_are_bukti_that_find_their_like_in_another_unit(lama: Engine):
    migrasikan(lama)
    with session_tulis(lama) as session:
        bukti = list_bukti(session, [1, 2])
        assert [b.tautan for b in (*bukti[1], *bukti[2])] == TAUTAN
        assert {(b.jenis, b.sha256, b.tipe, b.ukuran, b.pengunggah, b.diganti_oleh) for b in (*bukti[1], *bukti[2])} == {
            (JenisBukti.TAUTAN, "", None, 0, "", None)
        }
        kunci = session.scalars(text("SELECT kunci_tautan FROM bukti ORDER BY id")).all()
        assert kunci == ["https://contoh.go.id/Foto", "http://contoh.go.id/foto", "bukan tautan", "https://contoh.go.id/Foto"]
        assert upp_tautan_sama(session, kunci) == {"https://contoh.go.id/Foto": [1, 2]}


def test_plans_and_results_begin_at_version_one_and_can_be_worked_on(lama: Engine):
    migrasikan(lama)
    with session_tulis(lama) as session:
        assert session.scalars(select(HasilTabel.versi)).all() == [1, 1, 1]
        satu, dua, tiga = (rtl_menurut_id(session, id_) for id_ in (1, 2, 3))
        assert satu is not None
        assert (satu.versi, satu.status, satu.unsur, satu.bukti, satu.asal_id, satu.dilapor_oleh, satu.dilapor_pada) == (
            1, StatusRtl.SELESAI, Unsur.WAKTU, tuple(TAUTAN[:3]), None, None, None,
        )  # fmt: skip
        assert (satu.catatan_pengembalian, satu.pemverifikasi, satu.diverifikasi_pada) == ("", "", None)
        assert (dua and dua.status, tiga and tiga.upp_id) == (None, None)
        assert simpan_rtl(session, satu).versi == 2
        rekap = rekap_tahun(session, 2022)
        assert [r.upp.nama for r in rekap.upp] == ['Dinas "A" & <B>', "Dinas C"]
        assert str(rekap.upp[1].hasil[Periode.TAHUNAN].ikm_tercetak) == "85.30"


def test_the_keys_with_an_expression_still_hold(lama: Engine):
    migrasikan(lama)
    kembar = (
        ISI[3], ISI[4], "INSERT INTO riwayat (upp_id, tahun, ikm) VALUES (NULL, 2021, '70')",
        "INSERT INTO tabulasi (upp_id, tahun, periode, n, n_lengkap, jumlah_total, jumlah_kuadrat) VALUES"
        " (1, 2022, 'S1', 1, 1, 1, 1), (1, 2022, 'S1', 1, 1, 1, 1)",
    )  # fmt: skip
    for perintah in kembar:
        lengkap = perintah.replace("INSERT INTO hasil (", "INSERT INTO hasil (versi, ").replace(
            " VALUES (1,", " VALUES (1, 1,", 1
        )
        with pytest.raises(IntegrityError), lama.begin() as koneksi:
            koneksi.execute(text(lengkap if "INTO hasil" in perintah else perintah))


def test_what_the_new_columns_point_to_must_exist_and_a_removed_plan_takes_its_links_along(lama: Engine):
    migrasikan(lama)
    with session_tulis(lama) as session:
        asal = rtl_menurut_id(session, 2)
        assert asal is not None
        (lanjutan,) = tambah_rtl(session, [replace(asal, asal_id=2, bukti=())])
    with pytest.raises(IntegrityError), lama.begin() as koneksi:
        koneksi.execute(text("UPDATE rtl SET dilapor_oleh = 999 WHERE id = 1"))
    with lama.begin() as koneksi:
        koneksi.execute(text("DELETE FROM rtl WHERE id = 2"))
        assert koneksi.execute(text(f"SELECT asal_id FROM rtl WHERE id = {lanjutan}")).scalar() is None
        assert koneksi.execute(text("SELECT count(*) FROM bukti")).scalar() == 3


def test_going_back_and_forth_again_loses_no_plan_and_no_link(lama: Engine):
    sebelum = _potret(lama)
    migrasikan(lama)
    _pindah(lama, command.downgrade, "0001")
    assert _potret(lama) == sebelum
    assert migrasikan(lama) is True
    assert len(_potret(lama)["bukti"]) == len(TAUTAN)
