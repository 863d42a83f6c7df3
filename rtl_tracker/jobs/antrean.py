"""The queue as the program sees it: ask for a document, ask for a chart, serve the queue."""

import logging
from collections.abc import Collection
from datetime import UTC, datetime
from uuid import uuid4

from huey import Huey
from huey.consumer import Consumer
from huey.exceptions import ResultTimeout
from sqlalchemy import Engine

from rtl_tracker.config import Settings
from rtl_tracker.domain.pesanan import Pesanan
from rtl_tracker.jobs.mesin import antrean_lokal, buat_huey, buat_pekerja, mulai_utas
from rtl_tracker.jobs.penjaga import Penjaga
from rtl_tracker.jobs.tugas_dokumen import kerjakan
from rtl_tracker.reports.grafik import Grafik
from rtl_tracker.storage.session import buat_engine, session_tulis
from rtl_tracker.usecases.gambar_halaman import Gambar, lukis_gambar
from rtl_tracker.usecases.pekerjaan_dokumen import catat_gagal, pesan_dokumen

DAHULUKAN = 10
GRAFIK_BASI, PDF_BASI = 30, 120
KALIMAT_ANTREAN = "Antrean pekerjaan tidak dapat dihubungi; hubungi pengelola server, lalu ulangi."
log = logging.getLogger(__name__)


class Antrean:
    """Producer and, after `mulai_di_proses_ini` or `jalankan_pekerja`, consumer of the queue."""

    def __init__(self, settings: Settings, huey: Huey, engine: Engine) -> None:
        """Register the tasks; nothing runs yet."""
        self._settings = settings
        self._huey = huey
        self._engine = engine
        self._pekerja: Consumer | None = None
        self._penjaga = Penjaga(engine, self._di_antrean, self._kirim)
        self._tugas_dokumen = huey.task(name="dokumen")(self._dokumen)
        self._tugas_grafik = huey.task(name="grafik", priority=DAHULUKAN, expires=GRAFIK_BASI)(self._grafik)
        self._tugas_pdf = huey.task(name="pdf", priority=DAHULUKAN, expires=PDF_BASI)(self._pdf)

    @property
    def lokal(self) -> bool:
        """Whether the queue is to be served by threads of the web server's process."""
        return antrean_lokal(self._settings.jobs_url)

    def pesan(self, pesanan: Pesanan, oleh: int | None = None) -> str:
        """Ask for a document; returns the id of the work, of the running one while there is an equal one.

        When the queue does not answer, the work exists and has failed with a sentence. Raises TahunTanpaData, PermintaanKeliru.
        """
        with session_tulis(self._engine) as session:
            id_, baru = pesan_dokumen(session, pesanan, uuid4().hex, datetime.now(UTC), oleh)
        if baru:
            self._kirim(id_)
        return id_

    def lukis_gambar(self, gambar: Gambar, tunggu: float) -> bool:
        """Have a chart drawn and wait up to `tunggu` seconds; True when it is there, False too when the queue is out of reach."""
        try:
            hasil = self._tugas_grafik(gambar.kunci, gambar.grafik)
            return bool(hasil.get(blocking=True, timeout=tunggu, backoff=1.2, max_delay=0.2))
        except ResultTimeout:
            log.warning("Grafik %s (%s) belum jadi dalam %s detik.", gambar.nama, gambar.kunci, tunggu)
        except Exception:
            log.exception("Grafik %s (%s) tidak dapat digambar.", gambar.nama, gambar.kunci)
        return False

    def tata_pdf(self, kunci: str, docx: bytes, tunggu: float) -> bool:
        """Have a Word file laid out as PDF and wait up to `tunggu` seconds; True when it is there."""
        try:
            return bool(self._tugas_pdf(kunci, docx).get(blocking=True, timeout=tunggu, backoff=1.2, max_delay=0.2))
        except ResultTimeout:
            log.warning("PDF %s belum jadi dalam %s detik.", kunci, tunggu)
        except Exception:
            log.exception("PDF %s tidak dapat dibuat.", kunci)
        return False

    def jalankan_pekerja(self) -> None:
        """Serve the queue until SIGTERM (running work has ten seconds to end) or SIGINT; for `rtl-tracker worker`."""
        self._penjaga.mulai()
        try:
            buat_pekerja(self._huey).run()
        finally:
            self._penjaga.hentikan()

    def mulai_di_proses_ini(self) -> None:
        """Serve the queue by threads of this process, without touching its signal handlers."""
        self._penjaga.mulai()
        self._pekerja = buat_pekerja(self._huey)
        mulai_utas(self._pekerja)

    def hentikan(self) -> None:
        """Stop the threads: running work has ten seconds to end; what is left is begun again by the next process."""
        if self._pekerja is not None:
            self._pekerja.stop(graceful=True)
            self._pekerja = None
        self._penjaga.hentikan()
        self._engine.dispose()

    def _kirim(self, id_: str) -> None:
        try:
            self._tugas_dokumen(id_)
        except Exception:
            log.exception("Pekerjaan %s tidak dapat dikirim ke antrean.", id_)
            with session_tulis(self._engine) as session:
                catat_gagal(session, id_, KALIMAT_ANTREAN, datetime.now(UTC))

    def _dokumen(self, id_: str) -> None:
        with self._penjaga.mengerjakan(id_):
            kerjakan(self._settings, self._engine, id_)

    def _grafik(self, kunci: str, grafik: Grafik) -> bool:
        lukis_gambar(grafik, self._settings.folder_grafik, kunci)
        return True

    def _pdf(self, kunci: str, docx: bytes) -> bool:
        from rtl_tracker.usecases.pdf_cetak import tata_pdf

        return tata_pdf(self._settings.soffice, self._settings.folder_cetak, kunci, docx)

    def _di_antrean(self) -> Collection[str]:
        return {tugas.args[0] for tugas in self._huey.pending() if isinstance(tugas, self._tugas_dokumen.task_class)}


def buat_antrean(settings: Settings) -> Antrean:
    """The queue of these settings. Raises AntreanTidakTersedia."""
    return Antrean(settings, buat_huey(settings.jobs_url, settings.secret_key), buat_engine(settings.database_url))
