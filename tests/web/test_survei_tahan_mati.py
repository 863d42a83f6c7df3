"""The server is killed again and again while questionnaires come in: what it acknowledged is there exactly once, and counted."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from bench.beban import Balasan, Kiriman, siapkan, tembak
from rtl_tracker.app import create_app
from rtl_tracker.config import Settings, read_settings
from rtl_tracker.domain.jawaban import Saluran, cacah_jawaban, jumlahkan_cacah
from rtl_tracker.storage.jawaban_repository import jawaban_dari, muat_cacah
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.storage.tables import JawabanTabel, SurveiTabel
from rtl_tracker.storage.upp_repository import tambah_upp
from rtl_tracker.usecases.isi_survei import mulai_survei
from tests.cetakan import kosongkan

PEMBUNUHAN = 6
SEKALI = 250
UNIT = 80
SERVE = (
    "from rtl_tracker.config import read_settings; from rtl_tracker.app import serve;"
    " serve(read_settings(), port=0, siap=lambda alamat: print(alamat, flush=True))"
)


@contextmanager
def server(settings: Settings) -> Iterator[tuple[subprocess.Popen, int]]:
    """The real server on a free port."""
    lingkungan = os.environ | {
        "RTL_DATABASE_URL": settings.database_url, "RTL_DATA_DIR": str(settings.data_dir), "RTL_SECRET_KEY": "uji",
    }  # fmt: skip
    with subprocess.Popen([sys.executable, "-c", SERVE], env=lingkungan, stdout=subprocess.PIPE, text=True) as proses:
        yield proses, int(proses.stdout.readline().rsplit(":", 1)[1])
        proses.kill()


def bunuh_di_tengah(settings: Settings, kiriman: list[Kiriman], acak: random.Random) -> list[Balasan]:
    """What became of the requests when the server is killed somewhere among them."""
    with server(settings) as (proses, port):
        balasan: list[Balasan] = []
        penembak = threading.Thread(target=lambda: balasan.extend(tembak(port, kiriman, 6)))
        penembak.start()
        time.sleep(acak.uniform(0.05, 0.7))
        os.kill(proses.pid, signal.SIGKILL)
        penembak.join()
        return balasan


def diterima(balasan: list[Balasan]) -> set[str]:
    assert {b.status for b in balasan} <= {303, None}
    return {b.kunci for b in balasan if b.status == 303}


def tersimpan(engine: Engine) -> Counter[str]:
    with pabrik_session(engine)() as session:
        return Counter(session.scalars(select(JawabanTabel.kunci)))


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    alamat = f"sqlite:///{tmp_path / 'uji.db'}" if request.param == "sqlite" else request.getfixturevalue("postgres")
    return read_settings({"RTL_DATA_DIR": str(tmp_path), "RTL_DATABASE_URL": alamat, "RTL_SECRET_KEY": "uji"})


def test_every_acknowledged_questionnaire_is_there_exactly_once_however_often_the_server_is_killed(settings, mesin):
    engine = mesin(settings.database_url)
    kosongkan(engine)
    acak, kini = random.Random(6), datetime.now(UTC)
    with session_tulis(engine) as session:
        simpan_pengaturan(session, kini.astimezone().year, {"nama": "Kabupaten Uji"})
        unit = [tambah_upp(session, {"nama": f"Kecamatan Nomor {i}"}) for i in range(UNIT)]
        draf = [replace(mulai_survei(session, kini, u, None, Saluran.DARING)) for u in unit]
    app = create_app(settings)
    belum: list[Kiriman] = []
    semua: set[str] = set()
    for _ in range(PEMBUNUHAN):
        baru = siapkan(app, draf, SEKALI)
        semua |= {k.kunci for k in baru}
        belum = [*belum, *baru]
        jadi = diterima(bunuh_di_tengah(settings, belum, acak))
        ada = tersimpan(engine)
        assert jadi <= set(ada)
        assert set(ada.values()) <= {1}
        belum = [k for k in belum if k.kunci not in jadi]
    assert 0 < len(belum) < len(semua)
    with server(settings) as (_, port):
        assert diterima(tembak(port, belum, 6)) == {k.kunci for k in belum}
    assert tersimpan(engine) == Counter(semua)
    periksa_cacah(engine)


def periksa_cacah(engine: Engine) -> None:
    """The kept counts are those of the stored questionnaires, survey by survey."""
    with pabrik_session(engine)() as session:
        cacah = muat_cacah(session, session.scalars(select(SurveiTabel.id)).all())
        per_survei: dict[int, list] = {}
        for baris in session.scalars(select(JawabanTabel)):
            per_survei.setdefault(baris.survei_id, []).append(cacah_jawaban(jawaban_dari(baris)))
    assert {id_: per[0] for id_, per in cacah.items()} == {id_: dict(jumlahkan_cacah(isi)) for id_, isi in per_survei.items()}
