"""How much one request may carry: one file of the largest size, or several where a form takes several."""

from flask import Flask, request

from rtl_tracker.config import Settings
from rtl_tracker.usecases.kelola_bukti import SEKALI_KIRIM

RUANG_ISIAN = 500_000
RUANG_BANYAK = 1_000_000
BERKAS_BANYAK = frozenset({"realisasi.simpan"})


def batas_kiriman(settings: Settings) -> int:
    """Bytes of a request with one file and the words beside it."""
    return settings.max_upload_mb * 1_000_000 + RUANG_ISIAN


def pasang_batas_kiriman(app: Flask, settings: Settings) -> None:
    """Widen the limit for the forms that take several files, before anything reads the request."""

    @app.before_request
    def longgarkan() -> None:
        if request.endpoint in BERKAS_BANYAK:
            request.max_content_length = SEKALI_KIRIM * settings.max_upload_mb * 1_000_000 + RUANG_BANYAK
