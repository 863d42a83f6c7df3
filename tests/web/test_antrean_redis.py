"""The same queue on Redis, for workers on more than one machine."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from rtl_tracker.config import Settings
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.jobs import buat_antrean
from rtl_tracker.storage.pekerjaan_repository import StatusPekerjaan
from rtl_tracker.storage.session import pabrik_session
from rtl_tracker.usecases.pekerjaan_dokumen import pekerjaan_terakhir
from tests.conftest import tanpa
from tests.web.instansi import TulisCsv, instansi_kecil

PESANAN = Pesanan(JenisKerja.DOKUMEN, PermintaanDokumen(JenisDokumen.TAHUNAN, 2022))


def _port_bebas() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


@pytest.fixture
def redis_url(tmp_path) -> Iterator[str]:
    """Address of a Redis server of this test alone."""
    program = shutil.which("redis-server")
    if program is None:
        tanpa("Redis", "redis-server")
    port = _port_bebas()
    proses = subprocess.Popen(
        [str(program), "--port", str(port), "--save", "", "--dir", str(tmp_path)], stdout=subprocess.DEVNULL
    )
    batas = time.monotonic() + 10
    while socket.socket().connect_ex(("127.0.0.1", port)):
        assert time.monotonic() < batas
        time.sleep(0.05)
    yield f"redis://127.0.0.1:{port}/0"
    proses.terminate()
    proses.wait(timeout=10)


def _terakhir(db: Engine):
    with pabrik_session(db)() as session:
        return pekerjaan_terakhir(session, PESANAN)


def test_a_report_asked_for_on_one_machine_is_made_by_the_worker_of_another(
    settings: Settings, db: Engine, tulis_csv: TulisCsv, redis_url: str
):
    instansi_kecil(db, tulis_csv)
    web, pekerja = (buat_antrean(replace(settings, jobs_url=redis_url)) for _ in range(2))
    assert not web.lokal
    id_ = web.pesan(PESANAN)
    assert web.pesan(PESANAN) == id_
    pekerja.mulai_di_proses_ini()
    batas = time.monotonic() + 60
    while _terakhir(db).belum_usai:
        assert time.monotonic() < batas
        time.sleep(0.05)
    pekerja.hentikan()
    assert _terakhir(db).status is StatusPekerjaan.SELESAI


def test_a_queue_out_of_reach_fails_the_work_with_a_sentence(settings: Settings, db: Engine, tulis_csv: TulisCsv):
    instansi_kecil(db, tulis_csv)
    antrean = buat_antrean(replace(settings, jobs_url=f"redis://127.0.0.1:{_port_bebas()}/0"))
    antrean.pesan(PESANAN)
    assert "tidak dapat dihubungi" in _terakhir(db).galat
