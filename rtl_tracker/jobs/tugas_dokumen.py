"""The job that makes documents. Commits happen here, in short transactions of their own."""

import logging
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from rtl_tracker.config import Settings
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.jobs.tugas_publikasi import terbitkan
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.usecases.pekerjaan_dokumen import (
    catat_gagal,
    catat_kemajuan,
    catat_selesai,
    muat_pekerjaan,
    pemesan,
    sudah_dibatalkan,
)

KALIMAT_GALAT = "Dokumen tidak dapat disusun karena kesalahan pada program; rinciannya tercatat pada log server."
KALIMAT_SIMPAN = "Berkas tidak dapat disimpan. Periksa sisa ruang dan hak tulis pada folder data, lalu ulangi."
DETIK_PERIKSA_BATAL = 0.5
log = logging.getLogger(__name__)


class PekerjaanDibatalkan(Exception):
    """Somebody called the work off."""


class Kemajuan:
    """Writes step and per cent of one piece of work; the same state is not written twice. Stops work that was called off."""

    def __init__(self, engine: Engine, id_: str) -> None:
        """`id_` names the piece of work."""
        self._engine = engine
        self._id = id_
        self._terakhir: tuple[str, int] | None = None
        self._dilihat = 0.0

    def __call__(self, langkah: str, persen: int) -> None:
        """Report a step and how much of the whole is done (0-100). Raises PekerjaanDibatalkan."""
        if self._terakhir != (langkah, persen):
            with session_tulis(self._engine) as session:
                berjalan = catat_kemajuan(session, self._id, langkah, persen, datetime.now(UTC))
            self._terakhir = (langkah, persen)
        elif time.monotonic() - self._dilihat < DETIK_PERIKSA_BATAL:
            return
        else:
            with pabrik_session(self._engine)() as session:
                berjalan = not sudah_dibatalkan(session, self._id)
        self._dilihat = time.monotonic()
        if not berjalan:
            raise PekerjaanDibatalkan


def kerjakan(settings: Settings, engine: Engine, id_: str) -> None:
    """Do the work and note how it ended: its file, or one sentence for the user and the traceback in the log."""
    with pabrik_session(engine)() as session:
        pekerjaan = muat_pekerjaan(session, id_)
    if pekerjaan is None or not pekerjaan.belum_usai:
        return
    try:
        berkas = _susun(settings, engine, id_, pekerjaan.pesanan)
    except PekerjaanDibatalkan:
        shutil.rmtree(settings.folder_laporan / id_, ignore_errors=True)
    except Exception as galat:
        log.exception("Pekerjaan %s (%s) gagal.", id_, pekerjaan.pesanan.kunci)
        with session_tulis(engine) as session:
            catat_gagal(session, id_, _kalimat(galat), datetime.now(UTC))
    else:
        with session_tulis(engine) as session:
            catat_selesai(session, id_, berkas, datetime.now(UTC))


def _susun(settings: Settings, engine: Engine, id_: str, pesanan: Pesanan) -> str:
    """Make the document and store its files. The document libraries are loaded here, on first use."""
    kemajuan = Kemajuan(engine, id_)
    kemajuan("Memuat program penyusun", 1)
    from rtl_tracker.usecases.buat_dokumen import buat_dokumen
    from rtl_tracker.usecases.daftar_dokumen import perancang_semua

    if pesanan.kerja is JenisKerja.PUBLIKASI:
        return terbitkan(settings, engine, id_, pesanan, kemajuan)
    if pesanan.kerja is JenisKerja.PENGESAHAN:
        return _sahkan(settings, engine, id_, pesanan, kemajuan)
    if pesanan.kerja is JenisKerja.PAKET and perancang_semua(pesanan.permintaan.jenis) is None:
        return _susun_paket(settings, engine, id_, pesanan, kemajuan)
    with pabrik_session(engine)() as session:
        jadi = buat_dokumen(session, settings, pesanan, kemajuan)
    kemajuan("Menyimpan berkas", 99)
    from rtl_tracker.usecases.berkas_pekerjaan import simpan_berkas

    isi = {bentuk.value: satu for bentuk, satu in jadi.berkas.items()}
    return simpan_berkas(settings.folder_laporan, id_, jadi.nama_berkas, isi, jadi.peringatan)


def _sahkan(settings: Settings, engine: Engine, id_: str, pesanan: Pesanan, kemajuan: Kemajuan) -> str:
    """Files first, then the version: a version without its files never exists. A second attempt of the same work replaces the files."""
    from rtl_tracker.usecases.berkas_pekerjaan import simpan_berkas
    from rtl_tracker.usecases.sahkan_dokumen import buat_dokumen_sah
    from rtl_tracker.usecases.versi_laporan import kode_versi, pemesan_versi, simpan_versi, versi_publik

    kode = kode_versi(id_)
    with pabrik_session(engine)() as session:
        ada = versi_publik(session, kode)
        if ada is not None:
            return ada[0].berkas
        hari_ini = datetime.now(UTC).astimezone().date()
        pelaku = pemesan_versi(session, pemesan(session, id_))
        sah = buat_dokumen_sah(session, settings, pesanan, kode, hari_ini, pelaku, kemajuan)
    kemajuan("Menyimpan berkas", 99)
    isi = {bentuk.value: satu for bentuk, satu in sah.jadi.berkas.items()}
    berkas = simpan_berkas(settings.folder_laporan, f"versi-{kode}", sah.jadi.nama_berkas, isi, sah.jadi.peringatan)
    with session_tulis(engine) as session:
        simpan_versi(session, datetime.now(UTC), kode, pesanan, sah.jadi, berkas, sah.isi, pelaku)
    return berkas


def _susun_paket(settings: Settings, engine: Engine, id_: str, pesanan: Pesanan, kemajuan: Kemajuan) -> str:
    """A package is written beside its place and moved there when it is whole."""
    from rtl_tracker.usecases.berkas_pekerjaan import simpan_zip
    from rtl_tracker.usecases.buat_paket import buat_paket

    settings.folder_laporan.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".paket-", dir=settings.folder_laporan) as nama:
        sementara = Path(nama) / "paket.zip"
        with pabrik_session(engine)() as session:
            jadi = buat_paket(session, settings, pesanan, sementara, kemajuan)
        kemajuan("Menyimpan berkas", 99)
        return simpan_zip(settings.folder_laporan, id_, jadi.nama_berkas, sementara, jadi.peringatan)


def _kalimat(galat: Exception) -> str:
    if isinstance(galat, DomainError):
        return str(galat)
    return KALIMAT_SIMPAN if isinstance(galat, OSError) else KALIMAT_GALAT
