"""Charts of the recap: those of the annual report that a period has facts for, and the index period by period."""

from dataclasses import dataclass

from rtl_tracker.reports import grafik
from rtl_tracker.reports.grafik import Grafik
from rtl_tracker.reports.tahunan import gambar
from rtl_tracker.reports.triwulan.fakta import FaktaPeriode
from rtl_tracker.reports.triwulan.sebutan_periode import sebut_saat


@dataclass(frozen=True, slots=True)
class GrafikPeriode:
    """The charts by the place they stand in; an empty tuple where the facts have nothing to draw."""

    tren: tuple[Grafik, ...]
    mutu_kelompok: tuple[Grafik, ...]
    unsur: tuple[Grafik, ...]
    realisasi: tuple[Grafik, ...]

    def semua(self) -> tuple[Grafik, ...]:
        """Every chart once, in the order of the recap."""
        return (*self.tren, *self.mutu_kelompok, *self.unsur, *self.realisasi)


def susun_grafik(f: FaktaPeriode) -> GrafikPeriode:
    """All charts for which there are facts. Nothing is drawn yet."""
    setahun = gambar.susun_grafik(f.dasar)
    deret = [(sebut_saat(saat), nilai) for saat, nilai in f.banding.deret] if f.banding is not None else []
    return GrafikPeriode(
        tren=(grafik.tren("IKM", deret),) if len(deret) > 1 else (),
        mutu_kelompok=setahun.mutu_kelompok,
        unsur=setahun.unsur,
        realisasi=setahun.realisasi,
    )
