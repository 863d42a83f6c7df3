"""The queue engine: huey on SQLite by default, on Redis for workers on several machines (spec 5.2)."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from huey import Huey, PriorityRedisHuey, SqliteHuey
from huey.consumer import Consumer
from huey.exceptions import ConfigurationError
from huey.serializer import SignedSerializer

NAMA_ANTREAN = "rtl-tracker"
PEKERJA = 3
JEDA_TERLAMA = 0.5
TUNGGU_BERHENTI = 10.0


class AntreanTidakTersedia(RuntimeError):
    """The queue cannot be reached or is not configured right; str() is the sentence for the user."""


def antrean_lokal(jobs_url: str) -> bool:
    """Whether the queue is a SQLite file, served by threads of the same process."""
    return urlsplit(jobs_url).scheme == "sqlite"


def buat_huey(jobs_url: str, secret_key: str) -> Huey:
    """The engine for sqlite:///path or redis://host. Messages are signed: whoever can write to the queue cannot run code.

    Raises AntreanTidakTersedia.
    """
    penanda = SignedSerializer(secret=secret_key, salt=NAMA_ANTREAN)
    skema = urlsplit(jobs_url).scheme
    if antrean_lokal(jobs_url):
        berkas = Path(jobs_url.removeprefix("sqlite:///"))
        berkas.parent.mkdir(parents=True, exist_ok=True)
        return SqliteHuey(NAMA_ANTREAN, filename=str(berkas), serializer=penanda, timeout=15)
    if skema not in ("redis", "rediss"):
        raise AntreanTidakTersedia(f"RTL_JOBS_URL harus berawalan sqlite:/// atau redis://, bukan '{skema}'.")
    try:
        return PriorityRedisHuey(NAMA_ANTREAN, url=jobs_url, serializer=penanda)
    except ConfigurationError as galat:
        raise AntreanTidakTersedia("RTL_JOBS_URL menunjuk Redis, tetapi pustaka Python 'redis' belum terpasang.") from galat


def buat_pekerja(huey: Huey) -> Consumer:
    """The worker threads, not yet started. Nothing is scheduled for later here, so the scheduler may sleep."""
    pilihan: dict[str, Any] = {
        "workers": PEKERJA,
        "periodic": False,
        "initial_delay": 0.05,
        "max_delay": JEDA_TERLAMA,
        "scheduler_interval": 60,
        "shutdown_timeout": TUNGGU_BERHENTI,
        "graceful_signal": "TERM",
    }
    return Consumer(huey, **pilihan)


def mulai_utas(pekerja: Consumer) -> None:
    """Start the threads inside another program: what `Consumer.start` does, without taking over its signal handlers."""
    pekerja.scheduler.start()
    for _, utas in pekerja.worker_threads:
        utas.start()
