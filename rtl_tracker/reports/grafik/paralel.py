"""Drawing charts in several processes."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import repeat
from multiprocessing.context import BaseContext

from rtl_tracker.reports.grafik.model import Format, Grafik


def render_paralel(grafik: Sequence[Grafik], format: Format, proses: int) -> list[bytes]:
    """The bytes of all charts, in order, drawn by up to `proses` processes; by this one when it may not start others."""
    if multiprocessing.current_process().daemon:
        return [satu.render(format) for satu in grafik]
    terbesar_dulu = sorted(range(len(grafik)), key=lambda ke: -grafik[ke].tinggi_mm)
    try:
        with ProcessPoolExecutor(min(proses, len(grafik)), mp_context=_konteks()) as kelompok:
            isi = list(kelompok.map(Grafik.render, [grafik[ke] for ke in terbesar_dulu], repeat(format)))
    except BrokenProcessPool:
        # A main program that cannot be imported again (a script without a guard, a pipe) cannot start others.
        return [satu.render(format) for satu in grafik]
    return [satu for _, satu in sorted(zip(terbesar_dulu, isi, strict=True))]


def _konteks() -> BaseContext:
    """Processes that start from a clean server with matplotlib loaded, where the system has such; never a fork of threads."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    konteks = multiprocessing.get_context("forkserver")
    konteks.set_forkserver_preload(["rtl_tracker.reports.grafik.cetak"])
    return konteks
