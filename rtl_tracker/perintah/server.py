"""`serve`, `worker` and `migrate`: the programs that keep running, and the schema."""

import logging
import sys
from argparse import Namespace
from contextlib import suppress
from functools import partial

from rtl_tracker.config import Settings
from rtl_tracker.perintah.keluaran import cetak
from rtl_tracker.perintah.lingkungan import basis_data, membaca
from rtl_tracker.perintah.tolakan import SELESAI, Ditolak
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine
from rtl_tracker.usecases.masuk import ada_akun
from rtl_tracker.usecases.muat_demo import berkas_laporan_demo

TANPA_AKUN = "Belum ada akun. Buat yang pertama: rtl-tracker pengguna tambah NAMA --nama 'Nama Lengkap' --peran organisasi"
SUDAH_ADA_AKUN = "Masuk dengan akun yang sudah dibuat; sandi yang lupa diatur ulang dengan: rtl-tracker pengguna sandi NAMA"


def serve(argumen: Namespace, settings: Settings) -> int:
    """The web server, until Ctrl-C. Raises Ditolak when the port or the queue is not to be had."""
    from rtl_tracker.app import PortTidakTersedia, serve
    from rtl_tracker.jobs import AntreanTidakTersedia

    _siapkan_log()
    try:
        with suppress(KeyboardInterrupt):
            serve(settings, argumen.host, argumen.port, partial(_umumkan, settings))
    except (PortTidakTersedia, AntreanTidakTersedia) as galat:
        raise Ditolak(str(galat)) from galat
    return SELESAI


def worker(argumen: Namespace, settings: Settings) -> int:
    """A worker of the queue, until Ctrl-C. Raises Ditolak when the queue is not to be had."""
    from rtl_tracker.jobs import AntreanTidakTersedia, buat_antrean

    _siapkan_log()
    with basis_data(settings):
        pass
    try:
        antrean = buat_antrean(settings)
        cetak("Pekerja antrean berjalan. Tekan Ctrl+C untuk berhenti.")
        sys.stdout.flush()
        with suppress(KeyboardInterrupt):
            antrean.jalankan_pekerja()
    except AntreanTidakTersedia as galat:
        raise Ditolak(str(galat)) from galat
    return SELESAI


def migrate(argumen: Namespace, settings: Settings) -> int:
    """Bring the schema to head."""
    engine = buat_engine(settings.database_url)
    try:
        berubah = migrasikan(engine)
    finally:
        engine.dispose()
    cetak("Skema basis data diperbarui." if berubah else "Skema basis data sudah mutakhir.")
    return SELESAI


def _umumkan(settings: Settings, alamat: str) -> None:
    cetak(f"rtl-tracker berjalan di {alamat} (Ctrl+C untuk berhenti)")
    cetak(f"Survei yang diisi masyarakat: {alamat}/survei; hasil yang diterbitkan: {alamat}/publikasi")
    berkas = berkas_laporan_demo(settings.folder_laporan)
    if berkas.is_file():
        cetak(f"Laporan tahunan demo: {berkas}")
    with membaca(settings) as session:
        cetak(SUDAH_ADA_AKUN if ada_akun(session) else TANPA_AKUN)
    sys.stdout.flush()


def _siapkan_log() -> None:
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
