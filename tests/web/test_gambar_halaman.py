"""Charts: drawn by the queue, kept by their key, never by a request."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from rtl_tracker.config import Settings
from rtl_tracker.jobs import Antrean
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases.sesi import buka_sesi
from rtl_tracker.web.organisasi import grafik_routes
from tests.web.halaman import Klien

AKAR = Path(__file__).parents[2]


def _alamat(klien: Klien, nama: str) -> str:
    return next(str(g.get("src")) for g in klien.buka("/tahun").semua("img") if f"/{nama}.svg" in str(g.get("src")))


def test_a_missing_chart_is_drawn_by_the_queue_and_then_kept_for_good(klien_isi: Klien, antrean: Antrean, settings: Settings):
    antrean.mulai_di_proses_ini()
    alamat = _alamat(klien_isi, "nilai-unsur")
    pertama = klien_isi.mentah.get(alamat)
    assert pertama.status_code == 200
    assert pertama.mimetype == "image/svg+xml"
    assert b"<svg" in pertama.data
    assert "immutable" in pertama.headers["Cache-Control"]
    assert [b.suffix for b in (settings.folder_grafik / "web").iterdir()] == [".svg"]
    ulang = klien_isi.mentah.get(alamat, headers={"If-None-Match": pertama.headers["ETag"]})
    assert ulang.status_code == 304


def test_an_address_without_the_key_is_asked_for_again_each_time(klien_isi: Klien, antrean: Antrean):
    antrean.mulai_di_proses_ini()
    jawaban = klien_isi.mentah.get("/grafik/2022/nilai-unsur.svg")
    assert jawaban.status_code == 200
    assert jawaban.headers["Cache-Control"] == "private, no-cache"


def test_the_charts_of_a_unit_are_drawn_too(klien_isi: Klien, antrean: Antrean):
    antrean.mulai_di_proses_ini()
    gambar = klien_isi.buka(klien_isi.buka("/tahun").tautan("Kecamatan Satu")).semua("img")
    assert [klien_isi.mentah.get(str(g.get("src"))).status_code for g in gambar] == [200, 200]


def test_a_chart_that_is_not_ready_in_time_says_when_to_come_back(klien_isi: Klien, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(grafik_routes, "TUNGGU", 0.1)
    jawaban = klien_isi.mentah.get(_alamat(klien_isi, "nilai-unsur"))
    assert jawaban.status_code == 503
    assert jawaban.headers["Retry-After"] == "3"


def test_when_too_many_wait_the_next_one_is_sent_away_at_once(klien_isi: Klien):
    penunggu = klien_isi.mentah.application.extensions["rtl_tracker"].penunggu
    for _ in range(6):
        assert penunggu.acquire(blocking=False)
    assert klien_isi.mentah.get(_alamat(klien_isi, "nilai-unsur")).status_code == 503


@pytest.mark.parametrize("alamat", ["/grafik/2022/tidak-ada.svg", "/grafik/1999/tren.svg", "/grafik/2022/upp/999/tren.svg",
                                    "/grafik/2022/tidak-ada.svg?kunci=../../kunci_rahasia"])  # fmt: skip
def test_a_chart_that_does_not_exist_is_not_found(klien_isi: Klien, alamat: str):
    klien_isi.buka(alamat, 404)


def test_a_request_never_loads_the_drawing_and_document_libraries(klien_isi: Klien, db: Engine, settings: Settings):
    with session_tulis(db) as session:
        token = buka_sesi(session, 1, datetime.now(UTC))
    lingkungan = {"RTL_DATA_DIR": str(settings.data_dir), "RTL_DATABASE_URL": settings.database_url, "RTL_SECRET_KEY": "uji"}
    kode = f"""
import time
import sys
from rtl_tracker.config import read_settings
from rtl_tracker.app import create_app
from rtl_tracker.web.organisasi import grafik_routes
grafik_routes.TUNGGU = 0.1
klien = create_app(read_settings({lingkungan!r})).test_client()
with klien.session_transaction() as kue:
    kue["_user_id"], kue["terakhir"] = {token!r}, int(time.time())
assert [klien.get(a).status_code for a in ("/tahun", "/tahun/2022/upp/1", "/grafik/2022/nilai-unsur.svg")] == [200, 200, 503]
print(sorted({{"matplotlib", "numpy", "docxtpl", "docx", "openpyxl", "python_calamine", "alembic", "waitress"}} & set(sys.modules)))
"""
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, cwd=AKAR, check=False)
    assert hasil.stdout.strip() == "[]", hasil.stderr
