"""`instansi`: the settings of a year."""

from argparse import Namespace
from datetime import UTC, datetime
from typing import Any

from rtl_tracker.config import Settings
from rtl_tracker.domain.pengaturan import KUNCI_PENGATURAN
from rtl_tracker.domain.peran import pelaku_program
from rtl_tracker.perintah.keluaran import cetak, cetak_json, susun_tabel
from rtl_tracker.perintah.lingkungan import menulis
from rtl_tracker.perintah.tolakan import SELESAI
from rtl_tracker.usecases.kelola_instansi import pengaturan_tahun, ubah_pengaturan_tahun


def instansi(argumen: Namespace, settings: Settings) -> int:
    """Change the settings that were given; without any, show what holds."""
    perubahan = _perubahan(argumen)
    with menulis(settings) as session:
        berubah = ubah_pengaturan_tahun(session, pelaku_program(), datetime.now(UTC), argumen.tahun, perubahan)
        session.flush()
        isi = pengaturan_tahun(session, argumen.tahun)
    if argumen.json:
        cetak_json({"tahun": argumen.tahun, "berubah": berubah, "pengaturan": isi})
    elif perubahan:
        cetak(f"Pengaturan tahun {argumen.tahun} {'disimpan' if berubah else 'sudah demikian; tidak ada perubahan'}.")
    else:
        _tampilkan(argumen.tahun, isi)
    return SELESAI


def _perubahan(argumen: Namespace) -> dict[str, str]:
    diberikan = {kunci: getattr(argumen, kunci) for kunci in KUNCI_PENGATURAN if getattr(argumen, kunci) is not None}
    return {kunci: "\n".join(nilai) if isinstance(nilai, list) else nilai for kunci, nilai in diberikan.items()}


def _tampilkan(tahun: int, isi: dict[str, Any]) -> None:
    baris = []
    for kunci, nilai in isi.items():
        daftar = nilai if isinstance(nilai, list) else ["" if nilai is None else str(nilai)]
        baris += [["" if i else kunci, satu] for i, satu in enumerate(daftar)]
    for teks in susun_tabel([f"Pengaturan {tahun}", "Nilai"], baris):
        cetak(teks)
