"""All facts of the annual report per jenis layanan. No sentence in them."""

from dataclasses import dataclass

from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan, susun_fakta
from rtl_tracker.reports.tahunan_opp.fakta_layanan import FaktaLayanan, susun_fakta_layanan


@dataclass(frozen=True, slots=True)
class FaktaOpp:
    """`dasar`: the facts of the annual report; `layanan`: what only this order tells."""

    dasar: FaktaTahunan
    layanan: FaktaLayanan

    @property
    def pengaturan(self) -> Pengaturan:
        """Settings of the year."""
        return self.dasar.pengaturan


def susun_fakta_opp(bahan: BahanLaporan) -> FaktaOpp:
    """The facts from the loaded values."""
    return FaktaOpp(susun_fakta(bahan), susun_fakta_layanan(bahan))
