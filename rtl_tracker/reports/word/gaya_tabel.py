"""What a table takes from the template: style ids and the tints of its special rows."""

from dataclasses import dataclass

from rtl_tracker.reports.word.elemen import GayaBaris
from rtl_tracker.reports.word.gaya import Gaya, NamaGaya

UKURAN_GAYA_PT = 9
"""Font size that the style "Isi Tabel" already gives."""


@dataclass(frozen=True, slots=True)
class GayaTabel:
    """Style ids, and the fill of heading, total and subtotal rows ("RRGGBB" or None), colour of rules."""

    tabel: str
    isi: str
    kepala: str
    arsir_kepala: str | None
    arsir_total: str | None
    arsir_subtotal: str | None
    warna_garis: str

    def arsir(self, gaya: GayaBaris) -> str | None:
        """Fill of a row of this kind."""
        return {"total": self.arsir_total, "subtotal": self.arsir_subtotal}.get(gaya)


def baca_gaya_tabel(gaya: Gaya) -> GayaTabel:
    """Tints stand in the table style as its conditional formats: first row, last row (total), first band (subtotal)."""
    return GayaTabel(
        tabel=gaya.id(NamaGaya.TABEL),
        isi=gaya.id(NamaGaya.ISI_TABEL),
        kepala=gaya.id(NamaGaya.KEPALA_TABEL),
        arsir_kepala=gaya.arsir(NamaGaya.TABEL, "firstRow"),
        arsir_total=gaya.arsir(NamaGaya.TABEL, "lastRow"),
        arsir_subtotal=gaya.arsir(NamaGaya.TABEL, "band1Horz"),
        warna_garis=gaya.warna_garis(NamaGaya.TABEL),
    )
