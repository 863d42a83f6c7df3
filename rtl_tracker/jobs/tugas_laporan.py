"""The job that makes an annual report. Commits happen here, in short transactions of their own."""

import logging
from datetime import UTC, datetime

from sqlalchemy import Engine

from rtl_tracker.config import Settings
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.usecases.pekerjaan_laporan import catat_gagal, catat_kemajuan, catat_selesai

KALIMAT_GALAT = "Laporan tidak dapat disusun karena kesalahan pada program; rinciannya tercatat pada log server."
KALIMAT_SIMPAN = "Berkas laporan tidak dapat disimpan. Periksa sisa ruang dan hak tulis pada folder data, lalu ulangi."
log = logging.getLogger(__name__)


class Kemajuan:
    """Writes step and per cent of one piece of work; the same state is not written twice."""

    def __init__(self, engine: Engine, id_: str) -> None:
        """`id_` names the piece of work."""
        self._engine = engine
        self._id = id_
        self._terakhir: tuple[str, int] | None = None

    def __call__(self, langkah: str, persen: int) -> None:
        """Report a step and how much of the whole is done (0-100)."""
        if self._terakhir != (langkah, persen):
            with session_tulis(self._engine) as session:
                catat_kemajuan(session, self._id, langkah, persen, datetime.now(UTC))
            self._terakhir = (langkah, persen)


def kerjakan_laporan(settings: Settings, engine: Engine, id_: str, tahun: int) -> None:
    """Make the report and note how it ended: its file, or one sentence for the user and the traceback in the log."""
    try:
        berkas = _susun(settings, engine, id_, tahun)
    except Exception as galat:
        log.exception("Penyusunan laporan %s (tahun %s) gagal.", id_, tahun)
        with session_tulis(engine) as session:
            catat_gagal(session, id_, _kalimat(galat), datetime.now(UTC))
    else:
        with session_tulis(engine) as session:
            catat_selesai(session, id_, berkas, datetime.now(UTC))


def _susun(settings: Settings, engine: Engine, id_: str, tahun: int) -> str:
    """Make the report and store its files. The document libraries are loaded here, on first use."""
    kemajuan = Kemajuan(engine, id_)
    kemajuan("Memuat program penyusun", 1)
    from rtl_tracker.usecases.berkas_laporan import simpan_laporan
    from rtl_tracker.usecases.susun_laporan import susun_laporan_tahunan

    with pabrik_session(engine)() as session:
        jadi = susun_laporan_tahunan(
            session, tahun, soffice=settings.soffice, folder_grafik=settings.folder_grafik, lapor=kemajuan
        )
    kemajuan("Menyimpan berkas", 99)
    return simpan_laporan(settings.folder_laporan, id_, jadi)


def _kalimat(galat: Exception) -> str:
    from rtl_tracker.usecases.susun_laporan import LaporanDitolak

    if isinstance(galat, (DomainError, LaporanDitolak)):
        return str(galat)
    return KALIMAT_SIMPAN if isinstance(galat, OSError) else KALIMAT_GALAT
