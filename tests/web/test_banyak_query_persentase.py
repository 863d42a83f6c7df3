"""The pages of follow-up ask the database the same number of questions however many units there are."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import pelaku_program
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.rtl_repository import tambah_rtl
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import id_menurut_nama, simpan_upp
from tests.usecases.isi_tindak_lanjut import TAHUN, isi_tindak_lanjut
from tests.web.halaman import Klien
from tests.web.hitung_query import hitung_query


def _banyak(klien: Klien, alamat: str) -> int:
    with hitung_query() as perintah:
        assert klien.mentah.get(alamat).status_code == 200
    return len(perintah)


def _tambah_unit(db: Engine, banyak: int) -> None:
    with session_tulis(db) as session:
        for i in range(banyak):
            simpan_upp(session, f"Kecamatan Nomor {i}", {"kelompok": "Kecamatan"})
        session.flush()
        unit = [id_ for nama, id_ in id_menurut_nama(session).items() if nama.startswith("kecamatan nomor")]
        tambah_rtl(session, [
            Rtl(0, id_, TAHUN, Periode.TAHUNAN, u, "", "Melatih petugas", status=StatusRtl.BERJALAN, bukti=("https://a.id",))
            for id_ in unit for u in Unsur
        ])  # fmt: skip
        catat_jejak(session, pelaku_program(), datetime.now(UTC), JenisJejak.IMPOR, Objek.TAHUN, TAHUN)


@pytest.mark.parametrize("alamat", [f"/tahun/{TAHUN}/tindak-lanjut?periode=TAHUNAN", f"/tahun/{TAHUN}/tindak-lanjut/1",
                                    f"/tahun/{TAHUN}/tindak-lanjut.xlsx"])  # fmt: skip
def test_forty_units_more_cost_no_query_more(klien: Klien, db: Engine, alamat: str):
    isi_tindak_lanjut(db)
    sedikit = _banyak(klien, alamat)
    _tambah_unit(db, 40)
    assert _banyak(klien, alamat) == sedikit
    assert sedikit < 20


def test_the_page_of_all_units_is_kept_while_the_data_stay_the_same(klien: Klien, db: Engine):
    isi_tindak_lanjut(db)
    pertama = _banyak(klien, f"/tahun/{TAHUN}/tindak-lanjut")
    assert _banyak(klien, f"/tahun/{TAHUN}/tindak-lanjut") < pertama
