"""The instansi and its settings of a year (spec 5.3)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from rtl_tracker.domain.pengaturan import KUNCI_PENGATURAN, baca_nilai_pengaturan
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, simpan_pengaturan


def ubah_pengaturan_tahun(session: Session, tahun: int, perubahan: Mapping[str, str]) -> bool:
    """Put settings, given as texts, into the year in the domain's own spelling; True when that changed something.

    Raises PengaturanTidakDikenal.
    """
    if not perubahan:
        return False
    return simpan_pengaturan(session, tahun, {k: _teks(baca_nilai_pengaturan(k, t)) for k, t in perubahan.items()})


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
