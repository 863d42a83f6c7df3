"""The findings of a year as they stand today, for every page that shows or counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rtl_tracker.web.shared.masuk_kini import hari_ini
from rtl_tracker.web.shared.simpanan_halaman import dari_simpanan

if TYPE_CHECKING:
    from rtl_tracker.usecases.temuan_tahun import TemuanTahun


def muat_temuan(tahun: int) -> TemuanTahun:
    """The findings of the year, kept while the data and the day stay the same. Raises TahunTidakAda."""
    from rtl_tracker.usecases.temuan_tahun import muat_temuan_tahun

    kini = hari_ini()
    return dari_simpanan(("temuan", tahun, kini), lambda session: muat_temuan_tahun(session, tahun, kini))
