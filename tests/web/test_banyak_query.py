"""A page asks the database the same number of questions however many units there are."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event

from tests.web.halaman import Klien
from tests.web.instansi import TulisCsv, instansi_besar


@contextmanager
def _hitung() -> Iterator[list[str]]:
    perintah: list[str] = []

    def catat(_k: object, _c: object, teks: str, *_lain: object) -> None:
        perintah.append(teks)

    event.listen(Engine, "before_cursor_execute", catat)
    try:
        yield perintah
    finally:
        event.remove(Engine, "before_cursor_execute", catat)


def _banyak(klien: Klien, alamat: str) -> int:
    with _hitung() as perintah:
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
    assert _banyak(klien, alamat) <= 4
