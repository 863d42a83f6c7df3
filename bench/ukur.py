"""How things are measured: medians of several runs, peak memory of a child process, ratios."""

import multiprocessing
import re
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Hasil:
    """Median seconds of the runs and, when measured in a child, its peak memory in megabytes."""

    detik: float
    puncak_mb: float | None = None

    def kali(self, lain: "Hasil") -> str:
        """This one as a multiple of another: "2.81x"."""
        return f"{self.detik / lain.detik:.2f}x"


def median(kerja: Callable[[], Any], ulang: int = 5) -> Hasil:
    """Run `kerja` once to warm up, then `ulang` times; the median counts."""
    kerja()
    waktu = []
    for _ in range(ulang):
        mulai = time.perf_counter()
        kerja()
        waktu.append(time.perf_counter() - mulai)
    return Hasil(statistics.median(waktu))


def _di_anak(antrean: Any, kerja: Callable[..., Any], isi: tuple[Any, ...]) -> None:
    mulai = time.perf_counter()
    nilai = kerja(*isi)
    detik = time.perf_counter() - mulai
    antrean.put((detik, _puncak_mb(), nilai))


def _puncak_mb() -> float:
    """Peak memory of this process alone; ru_maxrss would keep the parent's over the exec."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


def di_proses_anak(kerja: Callable[..., Any], *isi: Any) -> tuple[Hasil, Any]:
    """Run `kerja(*isi)` alone in a fresh process: seconds, peak memory, and what it returned."""
    konteks = multiprocessing.get_context("spawn")
    antrean = konteks.Queue()
    anak = konteks.Process(target=_di_anak, args=(antrean, kerja, isi))
    anak.start()
    detik, puncak, nilai = antrean.get()
    anak.join()
    return Hasil(detik, puncak), nilai


def baris(nama: str, *isi: str) -> None:
    """One line of the result."""
    sys.stdout.write(f"{nama:<58} {'  '.join(isi)}\n")
    sys.stdout.flush()


def cepat() -> bool:
    """Whether the short form was asked for."""
    return "--cepat" in sys.argv
