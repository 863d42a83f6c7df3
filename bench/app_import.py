"""Importing the web application, against importing Flask and SQLAlchemy's ORM alone (fresh processes)."""

import statistics
import subprocess
import sys
import time

from bench.ukur import baris


def detik(kode: str, ulang: int = 7) -> float:
    """Median seconds of a fresh interpreter that runs `kode`."""
    waktu = []
    for _ in range(ulang):
        mulai = time.perf_counter()
        subprocess.run([sys.executable, "-c", kode], check=True)
        waktu.append(time.perf_counter() - mulai)
    return statistics.median(waktu)


def main() -> None:
    """Run all; the time of an empty interpreter is taken off both."""
    kosong = detik("pass")
    dasar, kita = detik("import flask, sqlalchemy.orm") - kosong, detik("import rtl_tracker.app") - kosong
    baris("import rtl_tracker.app", f"{kita:.2f} s", f"{kita / dasar:.2f}x of flask + sqlalchemy.orm ({dasar:.2f} s)")


if __name__ == "__main__":
    main()
