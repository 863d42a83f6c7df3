"""One unit's part of a year, computed by the same rules as the whole; loads nothing of other units but their names."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from rtl_tracker.domain.hasil import Hasil
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import DataTahun, RekapUpp, susun_rekap
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.upp import Upp
from rtl_tracker.storage.data_tahun import muat_data_unit


@dataclass(frozen=True, slots=True)
class DataUnit:
    """The computed year of one unit; `rtl` born this year, `rtl_lalu` the year before; `data` what it was computed from."""

    tahun: int
    pengaturan: Pengaturan
    rekap: RekapUpp
    rtl: tuple[Rtl, ...]
    rtl_lalu: tuple[Rtl, ...]
    data: DataTahun

    @property
    def upp(self) -> Upp:
        """The unit."""
        return self.rekap.upp

    def hasil(self, periode: Periode) -> Hasil | None:
        """The measured result of a period; None where nothing was measured in it."""
        return next((h for h in self.rekap.terukur if h.periode is periode), None)

    def rtl_periode(self, periode: Periode) -> list[Rtl]:
        """The RTL born in the period."""
        return [r for r in self.rtl if r.periode is periode]


def muat_unit(session: Session, tahun: int, upp_id: int) -> DataUnit:
    """Load and compute one unit in a fixed number of queries. The unit must exist."""
    data = muat_data_unit(session, tahun, upp_id)
    rekap = susun_rekap(data)
    return DataUnit(tahun, data.pengaturan, rekap.upp[0], data.rtl, data.rtl_lalu, data)
