"""The instansi and its settings of a year (spec 5.3)."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import periksa_izin
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.pengaturan import KUNCI_PENGATURAN, baca_nilai_pengaturan
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, simpan_pengaturan


def ubah_pengaturan_tahun(session: Session, pelaku: Pelaku, now: datetime, tahun: int, perubahan: Mapping[str, str]) -> bool:
    """Put settings, given as texts, into the year in the domain's own spelling; True when that changed something.

    Raises PengaturanTidakDikenal, AksesDitolak.
    """
    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    if not perubahan:
        return False
    lama = pengaturan_tahun(session, tahun)
    berubah = simpan_pengaturan(session, tahun, {k: _teks(baca_nilai_pengaturan(k, t)) for k, t in perubahan.items()})
    if berubah:
        session.flush()
        baru = pengaturan_tahun(session, tahun)
        rincian = {k: [lama[k], baru[k]] for k in perubahan if lama[k] != baru[k]}
        catatan = f"Pengaturan tahun {tahun}"
        catat_jejak(session, pelaku, now, JenisJejak.PENGATURAN_DIUBAH, Objek.TAHUN, tahun, catatan=catatan, rincian=rincian)
    return berubah


def pengaturan_tahun(session: Session, tahun: int) -> dict[str, Any]:
    """The settings that hold for the year by key: texts, whole numbers, None, and a list of texts for dasar_hukum.

    A year without its own takes those of the latest earlier year, else the defaults.
    """
    pengaturan = muat_pengaturan(session, tahun)
    semua = {kunci: getattr(pengaturan, kunci) for kunci in KUNCI_PENGATURAN}
    return {k: list(n) if isinstance(n, tuple) else n.value if isinstance(n, StrEnum) else n for k, n in semua.items()}


def _teks(nilai: Any) -> str:
    if isinstance(nilai, tuple):
        return "\n".join(nilai)
    return "" if nilai is None else str(nilai)
