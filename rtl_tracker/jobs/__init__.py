"""The job queue: documents and charts are made here, never by a web request."""

from rtl_tracker.jobs.antrean import Antrean, buat_antrean
from rtl_tracker.jobs.mesin import AntreanTidakTersedia

__all__ = ["Antrean", "AntreanTidakTersedia", "buat_antrean"]
