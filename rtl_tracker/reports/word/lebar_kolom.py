"""Column widths, and how much text a cell holds before its row has to be allowed to break over pages."""

from collections.abc import Sequence

from rtl_tracker.reports.word.bagian import TWIP_PER_MM
from rtl_tracker.reports.word.elemen import Tabel
from rtl_tracker.reports.word.galat import DokumenGagal

LEBAR_TERKECIL_MM = 6
_MM_PER_PT = 25.4 / 72
_LEBAR_HURUF = 0.55
_TINGGI_BARIS = 1.25


def lebar_kolom(tabel: Tabel, lebar_mm: float) -> list[int]:
    """Widths in twips: as asked for, or scaled down together to the text width.

    Raises DokumenGagal when a column would become narrower than a number of three digits.
    """
    diminta = sum(kolom.lebar_mm for kolom in tabel.kolom)
    skala = min(1.0, lebar_mm / diminta) if diminta else 1.0
    sempit = [kolom.judul for kolom in tabel.kolom if kolom.lebar_mm * skala < LEBAR_TERKECIL_MM]
    if sempit:
        raise DokumenGagal(
            f"Tabel {tabel.judul or '(tanpa judul)'!r} terlalu lebar untuk halaman: kolom {', '.join(sempit)} "
            f"menjadi lebih sempit dari {LEBAR_TERKECIL_MM} mm."
        )
    return [int(kolom.lebar_mm * skala * TWIP_PER_MM) for kolom in tabel.kolom]


def huruf_setengah_halaman(lebar: Sequence[int], ukuran_pt: float, tinggi_mm: float) -> list[int]:
    """Per column the number of letters that fill about half a page of this height."""
    huruf_mm = ukuran_pt * _MM_PER_PT * _LEBAR_HURUF
    baris = tinggi_mm / 2 / (ukuran_pt * _MM_PER_PT * _TINGGI_BARIS)
    return [int(baris * max(1.0, twip / TWIP_PER_MM / huruf_mm)) for twip in lebar]
