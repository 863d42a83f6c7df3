"""The job that publishes: sheets first, then the row with its event; a publication without its sheets never exists."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Engine

from rtl_tracker.config import Settings
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.pesanan import Pesanan
from rtl_tracker.storage.session import pabrik_session, session_tulis

Lapor = Callable[[str, int], None]


def terbitkan(settings: Settings, engine: Engine, id_: str, pesanan: Pesanan, lapor: Lapor) -> str:
    """Make the sheets and store the publication; returns its first sheet, relative to the folder of reports.

    Its folder carries the id of the work: a second attempt replaces what a killed one left, and finds what it finished.
    """
    from rtl_tracker.storage.publikasi_repository import publikasi_berkas
    from rtl_tracker.usecases.berkas_pekerjaan import simpan_kumpulan
    from rtl_tracker.usecases.buat_dokumen import lingkungan
    from rtl_tracker.usecases.calon_publikasi import susun_calon
    from rtl_tracker.usecases.lembar_publikasi import susun_lembar
    from rtl_tracker.usecases.pekerjaan_dokumen import pemesan
    from rtl_tracker.usecases.terbitkan_hasil import periksa_terbit, simpan_publikasi
    from rtl_tracker.usecases.versi_laporan import pemesan_versi

    folder = f"publikasi-{id_}"
    p = pesanan.permintaan
    with pabrik_session(engine)() as session:
        if publikasi_berkas(session, folder) is not None:
            return _pertama(settings, folder)
        lapor("Menghitung hasil", 2)
        pelaku = pemesan_versi(session, pemesan(session, id_))
        calon = susun_calon(session, p.tahun, p.periode, lingkungan(settings))
        periksa_terbit(session, pelaku, calon, pesanan.sidik)
        lembar = susun_lembar(session, settings, pesanan, calon, lapor)
    lapor("Menyimpan lembar IKM", 99)
    simpan_kumpulan(settings.folder_laporan, folder, lembar.berkas, lembar.peringatan)
    try:
        with session_tulis(engine) as session:
            simpan_publikasi(session, pelaku, datetime.now(UTC), calon, folder, lembar.sidik)
    except DomainError:
        shutil.rmtree(settings.folder_laporan / folder, ignore_errors=True)
        raise
    return _pertama(settings, folder)


def _pertama(settings: Settings, folder: str) -> str:
    """The sheet of the instansi; of the first unit where the instansi has none."""
    semua = sorted(p.name for p in (settings.folder_laporan / folder).iterdir() if p.suffix in (".pdf", ".docx"))
    return f"{folder}/{next((n for n in semua if n.startswith('instansi.')), semua[0])}"
