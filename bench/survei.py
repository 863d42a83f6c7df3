"""Accepted questionnaires per second and p95, durable and counted, against a bare Flask page, a bare insert, and on PostgreSQL.

The same server (gunicorn, two sync workers), the same load (own loader on the loopback, eight connections), turn by turn in the same run;
medians of the rounds. The program is also measured on the server that `rtl-tracker serve` runs (waitress, one process).
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlencode

from sqlalchemy import create_engine, text

from bench.beban import Balasan, Kiriman, siapkan, susun_permintaan, tembak
from bench.penyaji import program
from bench.ukur import baris, cepat
from rtl_tracker.domain.jawaban import Saluran
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import buat_engine, session_tulis
from rtl_tracker.storage.upp_repository import tambah_upp
from rtl_tracker.usecases.isi_survei import Draf, mulai_survei

BANYAK, PUTARAN = (400, 2) if cepat() else (1500, 5)
UNIT = 150
"""Questionnaires are spread over units, so that no address sends so many for one unit that the guard against floods asks its question."""
POSTGRES = "postgresql+psycopg://postgres@127.0.0.1"
GUNICORN = (sys.executable, "-m", "gunicorn", "-w", "2", "--log-level", "error", "-b")
TERIMA = 303


@dataclass
class Peserta:
    """One thing to measure: how its server is started, what is sent to it, and what came out, per round."""

    nama: str
    perintah: Sequence[str]
    lingkungan: dict[str, str]
    laju: list[float] = field(default_factory=list)
    p95: list[float] = field(default_factory=list)


@contextmanager
def penyaji(peserta: Peserta) -> Iterator[int]:
    """The server of a participant on a free port, until the round is over."""
    with socket.create_server(("127.0.0.1", 0)) as bebas:
        port = bebas.getsockname()[1]
    perintah = [bagian.format(port=port) for bagian in peserta.perintah]
    with subprocess.Popen(perintah, env=os.environ | peserta.lingkungan, stdout=subprocess.DEVNULL) as proses:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
        proses.terminate()


def kiriman_polos(banyak: int) -> list[Kiriman]:
    """The same form for the bare pages."""
    saran = "Antrean lama pada pagi hari."
    kunci = [token_hex(16) for _ in range(banyak)]
    return [Kiriman(k, susun_permintaan("/", urlencode({"kunci": k, "saran": saran}).encode())) for k in kunci]


def siapkan_instansi(basis_data: str) -> list[Draf]:
    """An opened year with units, and a questionnaire begun for each."""
    engine, kini = buat_engine(basis_data), datetime.now(UTC)
    migrasikan(engine)
    with session_tulis(engine) as session:
        simpan_pengaturan(session, kini.astimezone().year, {"nama": "Kabupaten Beban"})
        unit = [tambah_upp(session, {"nama": f"Kecamatan Nomor {i}"}) for i in range(UNIT)]
        draf = [mulai_survei(session, kini, u, None, Saluran.DARING) for u in unit]
    engine.dispose()
    return draf


def ukur(peserta: Peserta, kiriman: list[Kiriman]) -> None:
    """One round. Anything but an acceptance is an error of the bench."""
    with penyaji(peserta) as port:
        tembak(port, kiriman[:50])
        mulai = time.perf_counter()
        balasan: list[Balasan] = tembak(port, kiriman[50:])
        lama = time.perf_counter() - mulai
    salah = [b for b in balasan if b.status != TERIMA]
    if salah:
        raise RuntimeError(f"{peserta.nama}: {len(salah)} tidak diterima, misalnya {salah[0]}")
    peserta.laju.append(len(balasan) / lama)
    peserta.p95.append(statistics.quantiles((b.detik for b in balasan), n=20)[-1])


def tersimpan(basis_data: str) -> tuple[int, int]:
    """(questionnaires, the kept count of them)."""
    engine = create_engine(basis_data)
    with engine.connect() as koneksi:
        banyak = koneksi.execute(text("SELECT count(*) FROM jawaban")).scalar_one()
        cacah = koneksi.execute(text("SELECT sum(banyak) FROM cacah_survei WHERE jenis = 'n'")).scalar_one()
    engine.dispose()
    return banyak, int(cacah)


@contextmanager
def basis_postgres() -> Iterator[str]:
    """An empty PostgreSQL database of this run, with durable commits as it comes."""
    nama = f"rtl_bench_{os.getpid()}"
    pengurus = create_engine(f"{POSTGRES}/postgres", isolation_level="AUTOCOMMIT")
    with pengurus.connect() as koneksi:
        koneksi.execute(text(f"CREATE DATABASE {nama}"))
    yield f"{POSTGRES}/{nama}"
    with pengurus.connect() as koneksi:
        koneksi.execute(text(f"DROP DATABASE {nama} WITH (FORCE)"))
    pengurus.dispose()


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, basis_postgres() as postgres:
        jalankan(Path(folder), postgres)


def jalankan(folder: Path, postgres: str) -> None:
    """All rounds: every participant in turn, so that they meet the same noise."""
    kunci = {"RTL_SECRET_KEY": token_hex(16)}
    sqlite = f"sqlite:///{folder / 'rtl.db'}"
    lokal = {**kunci, "RTL_DATA_DIR": str(folder / "a"), "RTL_DATABASE_URL": sqlite}
    jauh = {**kunci, "RTL_DATA_DIR": str(folder / "b"), "RTL_DATABASE_URL": postgres}
    tempat = ("127.0.0.1:{port}",)
    polos = Peserta("bare Flask page", (*GUNICORN, *tempat, "bench.penyaji:polos()"), {})
    sisip = Peserta("bare Flask + sqlite insert", (*GUNICORN, *tempat, "bench.penyaji:polos_sqlite()"),
                    {"BENCH_SQLITE": str(folder / "polos.db")})  # fmt: skip
    kita = Peserta("rtl-tracker, SQLite", (*GUNICORN, *tempat, "bench.penyaji:program()"), lokal)
    pg = Peserta("rtl-tracker, PostgreSQL", (*GUNICORN, *tempat, "bench.penyaji:program()"), jauh)
    serve = Peserta(
        "rtl-tracker serve (waitress), SQLite", (sys.executable, "-m", "rtl_tracker.cli", "serve", "--port", "{port}"), lokal
    )
    draf = {id(p): siapkan_instansi(p.lingkungan["RTL_DATABASE_URL"]) for p in (kita, pg)}
    draf[id(serve)] = draf[id(kita)]
    os.environ.update(lokal)
    app = program()
    for _ in range(PUTARAN):
        for p in (polos, sisip, kita, pg, serve):
            ukur(p, siapkan(app, draf[id(p)], BANYAK) if id(p) in draf else kiriman_polos(BANYAK))
    laporkan((polos, sisip, kita, pg, serve))
    for alamat, kali in ((sqlite, 2), (postgres, 1)):
        banyak, cacah = tersimpan(alamat)
        baris(f"  sent, stored, counted ({alamat.split(':')[0].split('+')[0]})", f"{PUTARAN * BANYAK * kali} {banyak} {cacah}")


def laporkan(semua: Sequence[Peserta]) -> None:
    """Rates and p95, each against the bare page and the bare insert."""
    polos, sisip, *_ = semua
    for p in semua:
        laju, p95 = statistics.median(p.laju), statistics.median(p.p95)
        baris(p.nama, f"{laju:7.0f}/s = {laju / statistics.median(polos.laju):.2f} of the page, {laju / statistics.median(sisip.laju):.2f} of the insert;",
              f"p95 {p95 * 1000:5.1f} ms = {p95 / statistics.median(polos.p95):.1f}x, {p95 / statistics.median(sisip.p95):.1f}x")  # fmt: skip


if __name__ == "__main__":
    main()
