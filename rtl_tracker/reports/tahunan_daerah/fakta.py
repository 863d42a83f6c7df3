"""All facts of the annual report in three chapters. No sentence in them."""

from dataclasses import dataclass

from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan, susun_fakta
from rtl_tracker.reports.tahunan_daerah.fakta_unit import FaktaUnit, susun_fakta_unit


@dataclass(frozen=True, slots=True)
class FaktaDaerah:
    """`dasar`: the facts of the annual report; `unit`: the analysis of every unit."""

    dasar: FaktaTahunan
    unit: tuple[FaktaUnit, ...]

    @property
    def pengaturan(self) -> Pengaturan:
        """Settings of the year."""
        return self.dasar.pengaturan


def susun_fakta_daerah(bahan: BahanLaporan) -> FaktaDaerah:
    """The facts from the loaded values."""
    dasar = susun_fakta(bahan)
    return FaktaDaerah(dasar, susun_fakta_unit(dasar))
