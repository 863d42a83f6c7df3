"""Charts of the report of one unit: those of its year, and the index by measured period."""

from dataclasses import dataclass

from rtl_tracker.reports import grafik
from rtl_tracker.reports.grafik import Grafik
from rtl_tracker.reports.tahunan.gambar import susun_grafik
from rtl_tracker.reports.upp.fakta import FaktaUpp

PERIODE_BERGARIS = 3
"""Fewer measured periods than this are no line: the table says it all."""


@dataclass(frozen=True, slots=True)
class GrafikUpp:
    """The charts by the place they stand in; None where the facts have nothing to draw."""

    unsur: Grafik | None
    periode: Grafik | None
    tren: Grafik | None
    sebaran: Grafik | None
    korelasi: Grafik | None

    def semua(self) -> tuple[Grafik, ...]:
        """Every chart once, in the order of the report."""
        return tuple(g for g in (self.unsur, self.periode, self.sebaran, self.korelasi, self.tren) if g is not None)


def susun_grafik_upp(f: FaktaUpp) -> GrafikUpp:
    """All charts for which there are facts. Nothing is drawn yet."""
    dasar = susun_grafik(f.setahun)
    terukur = [(b.periode, b.ikm) for b in f.periode if b.jenis == "terukur" and b.ikm is not None]
    return GrafikUpp(
        unsur=next(iter(dasar.unsur), None),
        periode=grafik.tren("IKM", terukur) if len(terukur) >= PERIODE_BERGARIS else None,
        tren=next(iter(dasar.tren), None),
        sebaran=next(iter(dasar.sebaran), None),
        korelasi=next(iter(dasar.korelasi), None),
    )
