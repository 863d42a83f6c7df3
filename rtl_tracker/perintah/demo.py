"""`demo`: the demo instansi into an empty database, and its annual report."""

from argparse import Namespace
from datetime import UTC, datetime

from rtl_tracker.config import Settings
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.peran import TABEL_PERAN
from rtl_tracker.perintah.keluaran import cetak
from rtl_tracker.perintah.lingkungan import membaca, menulis
from rtl_tracker.perintah.tolakan import SELESAI
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.usecases.muat_demo import TAHUN, ada_demo, basis_data_kosong, berkas_laporan_demo, muat_demo


def demo(argumen: Namespace, settings: Settings) -> int:
    """Load the demo; with --bila-kosong a database that holds anything is left alone. Raises DemoDitolak, Ditolak."""
    with menulis(settings) as session:
        if basis_data_kosong(session) or not argumen.bila_kosong:
            isi = muat_demo(session, GudangBukti(settings.folder_bukti, settings.folder_tampil), now=datetime.now(UTC))
            rincian = f"{isi.upp} UPP, {isi.respons} responden, dan {isi.rtl} RTL yang merupakan data contoh"
            cetak(f"{isi.nama} {isi.tahun} dimuat: {rincian}.")
            cetak("Akun contoh; sandi ini hanya dicetak sekali dan harus diganti saat pertama kali masuk:")
            for akun, peran in isi.akun:
                cetak(f"  {akun.nama_masuk:<12} {akun.sandi:<24} {TABEL_PERAN[peran].nama}")
    if argumen.laporan:
        _susun_laporan(settings)
    return SELESAI


def _susun_laporan(settings: Settings) -> None:
    """The demo's annual report in Word, only where the demo is and only when its file is missing."""
    tujuan = berkas_laporan_demo(settings.folder_laporan)
    with membaca(settings) as session:
        perlu = ada_demo(session) and not tujuan.is_file()
    if perlu:
        from rtl_tracker.perintah.laporan import susun_ke_berkas

        tujuan.parent.mkdir(parents=True, exist_ok=True)
        susun_ke_berkas(settings, PermintaanDokumen(JenisDokumen.TAHUNAN, TAHUN), tujuan)
        cetak(f"Laporan tahunan demo ditulis ke {tujuan}.")
