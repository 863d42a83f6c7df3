"""What the recap recommends: the kinds of the annual report, with the dates of the period."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rtl_tracker.reports.tahunan.fakta_simpulan import JenisRekomendasi, Rekomendasi
from rtl_tracker.reports.tahunan.fakta_tindak_lanjut import FaktaRealisasi

_SEGERA = (JenisRekomendasi.SAMPAIKAN_HASIL, JenisRekomendasi.SUSUN_RTL, JenisRekomendasi.LAPORKAN_REALISASI)


def rekomendasi_periode(
    setahun: Sequence[Rekomendasi], realisasi: FaktaRealisasi, segera: date, berikut: date
) -> tuple[Rekomendasi, ...]:
    """What is missing is due at `segera`, what must improve at `berikut`, the end of the next survey.

    RTL that are not done are those of the period before; this period's own have only begun.
    """
    hasil = [
        replace(r, batas=segera if r.jenis in _SEGERA else berikut)
        for r in setahun
        if r.jenis is not JenisRekomendasi.TUNTASKAN_RTL
    ]
    if realisasi.rtl > realisasi.selesai:
        unit = tuple(b.nama for b in realisasi.baris if b.rtl > b.selesai)
        belum = realisasi.rtl - realisasi.selesai
        hasil.append(Rekomendasi(JenisRekomendasi.TUNTASKAN_RTL, unit, (), None, belum, berikut))
    return tuple(hasil)
