"""Watches over running work: says that this process is still at it, and begins work again whose process has died."""

import logging
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Engine

from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.usecases.pekerjaan_dokumen import ambil_terhenti, catat_denyut, perlu_dijaga

DETIK_DENYUT = 2.0
log = logging.getLogger(__name__)


class Penjaga:
    """One thread per worker process. A heartbeat every two seconds; silence of ten means that the work has stopped."""

    def __init__(self, engine: Engine, di_antrean: Callable[[], Collection[str]], kirim: Callable[[str], None]) -> None:
        """`di_antrean` tells which work still waits in the queue; `kirim` puts work into it."""
        self._engine = engine
        self._di_antrean = di_antrean
        self._kirim = kirim
        self._dikerjakan: set[str] = set()
        self._berhenti = threading.Event()
        self._utas: threading.Thread | None = None

    @contextmanager
    def mengerjakan(self, id_: str) -> Iterator[None]:
        """While inside, this process keeps the work alive."""
        self._dikerjakan.add(id_)
        try:
            yield
        finally:
            self._dikerjakan.discard(id_)

    def mulai(self) -> None:
        """Look once at what an earlier process left behind, then keep watching."""
        self.periksa()
        self._berhenti.clear()
        self._utas = threading.Thread(target=self._jaga, name="penjaga-pekerjaan", daemon=True)
        self._utas.start()

    def hentikan(self) -> None:
        """Stop watching."""
        self._berhenti.set()
        if self._utas is not None:
            self._utas.join()
            self._utas = None

    def periksa(self) -> None:
        """One round: heartbeat for what runs here, a new beginning for what runs nowhere. Writes only when there is a need."""
        with pabrik_session(self._engine)() as baca:
            if not perlu_dijaga(baca):
                return
        di_antrean = self._di_antrean()
        sekarang = datetime.now(UTC)
        with session_tulis(self._engine) as session:
            catat_denyut(session, list(self._dikerjakan), sekarang)
            terhenti = ambil_terhenti(session, di_antrean, sekarang)
        for id_ in terhenti:
            log.warning("Pekerjaan %s terhenti dan dimulai lagi: prosesnya sudah tidak ada.", id_)
            self._kirim(id_)

    def _jaga(self) -> None:
        while not self._berhenti.wait(DETIK_DENYUT):
            try:
                self.periksa()
            except Exception:
                log.exception("Pemeriksaan pekerjaan gagal dan akan diulangi.")
