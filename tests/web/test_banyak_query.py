"""A page asks the database the same number of questions however many units there are."""

import pytest
from sqlalchemy import Engine

from tests.web.halaman import Klien
from tests.web.hitung_query import hitung_query
from tests.web.instansi import TulisCsv, instansi_besar


def _banyak(klien: Klien, alamat: str) -> int:
    with hitung_query() as perintah:
        klien.buka(alamat)
    assert not [p for p in perintah if "FROM respons" in p and "DISTINCT" not in p]
    return len(perintah)


@pytest.mark.parametrize("alamat", ["/tahun", "/tahun/2022?urut=ikm", "/tahun/2022/upp/1"])
def test_forty_units_cost_as_many_queries_as_five(klien: Klien, db: Engine, tulis_csv: TulisCsv, alamat: str):
    instansi_besar(db, tulis_csv, 5)
    lima = _banyak(klien, alamat)
    instansi_besar(db, tulis_csv, 40)
    assert _banyak(klien, alamat) == lima
    assert lima < 40
    assert _banyak(klien, alamat) <= 6
