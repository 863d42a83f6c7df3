"""The year computed from kept sums, at growing numbers of answers, against counting the answers by SQL."""

import random
import tempfile
from pathlib import Path

from sqlalchemy import Engine, text

from bench.ukur import baris, cepat, median
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.hasil_repository import simpan_tabulasi
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.respons_repository import tambah_respons
from rtl_tracker.storage.session import buat_engine, pabrik_session, session_tulis
from rtl_tracker.storage.upp_repository import simpan_upp
from rtl_tracker.usecases.hitung_hasil import rekap_tahun

UPP, TAHUN = 100, 2024


def isi(folder: Path, banyak: int) -> Engine:
    """100 UPP x 4 triwulan with `banyak` answers in all."""
    engine = buat_engine(f"sqlite:///{folder / f'{banyak}.db'}")
    migrasikan(engine)
    acak = random.Random(3)
    per_kelompok = banyak // (UPP * 4)
    with session_tulis(engine) as session:
        for nomor in range(1, UPP + 1):
            simpan_upp(session, f"Unit {nomor}", {})
            for periode in (Periode.TW1, Periode.TW2, Periode.TW3, Periode.TW4):
                lembar = [tuple(acak.choices((2, 3, 4), k=9)) for _ in range(per_kelompok)]
                awal = (nomor, None, TAHUN, periode.value)
                tambah_respons(session, [(*awal, str(i), *[None] * 7, *satu, "") for i, satu in enumerate(lembar)])
                simpan_tabulasi(session, TAHUN, {(nomor, None, periode): tabulasikan(lembar)})
    return engine


def hitung_sql(engine: Engine) -> None:
    """Counts per unit, period, unsur and answer straight from the answers."""
    with engine.connect() as koneksi:
        for unsur in Unsur:
            koneksi.execute(
                text(f"SELECT upp_id, periode, {unsur.value}, count(*) FROM respons WHERE tahun = {TAHUN} GROUP BY 1, 2, 3")
            ).all()


def rekap(engine: Engine) -> None:
    """What an index page needs."""
    with pabrik_session(engine)() as session:
        rekap_tahun(session, TAHUN)


def main() -> None:
    """Run all."""
    with tempfile.TemporaryDirectory() as nama:
        for banyak in (4_000, 40_000) if cepat() else (4_000, 40_000, 400_000):
            engine = isi(Path(nama), banyak)
            simpan, sql = median(lambda e=engine: rekap(e), 3), median(lambda e=engine: hitung_sql(e), 3)
            baris(
                f"{banyak} answers, 100 UPP x 4 triwulan",
                f"year from kept sums {simpan.detik * 1000:.0f} ms",
                f"counting by SQL alone {sql.detik * 1000:.0f} ms",
            )


if __name__ == "__main__":
    main()
