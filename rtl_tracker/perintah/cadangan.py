"""`cadangkan` and `pulihkan`: one archive of everything, and everything back from it (spec 5.3)."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from rtl_tracker.config import Settings
from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.peran import pelaku_program
from rtl_tracker.formats import bulat, tanggal_waktu
from rtl_tracker.perintah.keluaran import cetak, cetak_json, pastikan_dapat_ditulis, peringatkan
from rtl_tracker.perintah.kemajuan import BilahKemajuan
from rtl_tracker.perintah.lingkungan import PENUH, menulis
from rtl_tracker.perintah.tolakan import DITOLAK, SELESAI, Ditolak
from rtl_tracker.storage.manifes_cadangan import KUNCI, Manifes
from rtl_tracker.usecases.cadangan import HasilCadangan, buat_cadangan
from rtl_tracker.usecases.catat_kejadian import catat_kejadian
from rtl_tracker.usecases.pemulihan import HasilPulih, pulihkan_arsip

TANPA_KUNCI = "kunci_rahasia tidak ada di folder data dan tidak ikut; simpan RTL_SECRET_KEY tersendiri."


def cadangkan(argumen: Namespace, settings: Settings) -> int:
    """Write the archive and record it; DITOLAK when something in it is missing or damaged. Raises Ditolak, CadanganDitolak."""
    tujuan: Path = argumen.arsip
    pastikan_dapat_ditulis(tujuan)
    if tujuan.exists() and not argumen.timpa:
        raise Ditolak(f"Berkas {tujuan} sudah ada; pilih nama lain, atau tambahkan --timpa.")
    now = datetime.now(UTC)
    with _menjelaskan(f"{tujuan} tidak ditulis"), BilahKemajuan() as lapor:
        hasil = buat_cadangan(settings, tujuan, now, lapor)
    masalah = [*hasil.masalah, *_catat(settings, tujuan, hasil, now)]
    if argumen.json:
        cetak_json({**_json_manifes(hasil.manifes), "arsip": str(tujuan), "ukuran": hasil.ukuran, "masalah": masalah})
    else:
        _ceritakan(tujuan, hasil, masalah)
    return DITOLAK if masalah else SELESAI


def pulihkan(argumen: Namespace, settings: Settings) -> int:
    """Restore an archive and check it; DITOLAK when the check finds something. Raises Ditolak, CadanganDitolak."""
    with _menjelaskan("tidak ada yang dipulihkan"), BilahKemajuan() as lapor:
        hasil = pulihkan_arsip(settings, argumen.arsip, lapor)
    if argumen.json:
        cetak_json(_json_pulih(settings, hasil))
    else:
        _ceritakan_pulih(settings, hasil)
    return SELESAI if hasil.utuh else DITOLAK


@contextmanager
def _menjelaskan(akibat: str) -> Iterator[None]:
    """Say what an interruption or a full disk has left behind: nothing."""
    try:
        yield
    except KeyboardInterrupt:
        peringatkan(f"rtl-tracker: Dihentikan; {akibat}.")
        raise
    except OSError as galat:
        sebab = "Ruang penyimpanan penuh" if galat.errno in PENUH else f"Sistem menolak ({galat.filename}, kode {galat.errno})"
        raise Ditolak(f"{sebab}; {akibat}.") from galat


def _catat(settings: Settings, tujuan: Path, hasil: HasilCadangan, now: datetime) -> list[str]:
    """Record the backup in the trail of the living database; a sentence when that could not be done."""
    if not hasil.skema_sendiri:
        return []
    catatan = f"Cadangan {tujuan.name}, {len(hasil.manifes.isi)} berkas"
    try:
        with menulis(settings) as session:
            catat_kejadian(session, pelaku_program(), now, JenisJejak.EKSPOR, catatan)
    except (SQLAlchemyError, Ditolak):
        return ["Cadangan selesai, tetapi tidak dapat dicatat pada jejak audit; basis data sedang sibuk atau ruangnya penuh."]
    return []


def _ceritakan(tujuan: Path, hasil: HasilCadangan, masalah: list[str]) -> None:
    for kalimat in masalah:
        peringatkan(f"Peringatan: {kalimat}")
    m = hasil.manifes
    cetak(f"Cadangan ditulis ke {tujuan}: {bulat(len(m.isi))} berkas, {bulat(hasil.ukuran)} byte, skema {m.skema}.")
    if m.kepala is not None:
        cetak(f"Kepala jejak di dalamnya: {m.kepala.hash} ({bulat(m.kepala.banyak)} catatan). Catat di luar komputer ini.")
    rahasia = KUNCI in {e.nama for e in m.isi}
    cetak("Arsip ini memuat kunci rahasia dan seluruh data; jaga seperti aslinya." if rahasia else TANPA_KUNCI)


def _ceritakan_pulih(settings: Settings, hasil: HasilPulih) -> None:
    for kalimat in (*(f"Jejak tidak utuh: {p.kalimat}" for p in hasil.jejak.putus), *hasil.rusak):
        peringatkan(kalimat)
    m = hasil.manifes
    cetak(f"Cadangan {tanggal_waktu(m.waktu)} UTC (rtl-tracker {m.versi}, skema {m.skema}) dipulihkan ke {settings.data_dir}.")
    if hasil.jejak.utuh:
        cetak(f"Jejak audit utuh: {bulat(hasil.jejak.kepala.banyak)} catatan.")
    cetak(f"Kepala: {hasil.jejak.kepala.hash}")
    if not hasil.rusak:
        cetak("Semua berkas bukti dan versi laporan utuh.")


def _json_manifes(m: Manifes) -> dict[str, Any]:
    kepala = None if m.kepala is None else {"catatan": m.kepala.banyak, "hash": m.kepala.hash}
    return {
        "versi": m.versi, "skema": m.skema, "waktu": m.waktu.isoformat(), "basis_data": m.dialek, "berkas": len(m.isi), "kepala": kepala,
    }  # fmt: skip


def _json_pulih(settings: Settings, hasil: HasilPulih) -> dict[str, Any]:
    putus = [{"nomor": p.nomor, "kalimat": p.kalimat} for p in hasil.jejak.putus]
    return {
        **_json_manifes(hasil.manifes), "folder": str(settings.data_dir), "utuh": hasil.utuh,
        "kepala_kini": {"catatan": hasil.jejak.kepala.banyak, "hash": hasil.jejak.kepala.hash}, "putus": putus,
        "rusak": list(hasil.rusak),
    }  # fmt: skip
