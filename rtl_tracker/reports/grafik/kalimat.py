"""Sentences for alternative texts. They name what was given; they compute no figure of their own."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from rtl_tracker.domain.angka import desimal_tercetak
from rtl_tracker.formats import Nilai, angka, daftar, huruf_kapital_awal

Pasangan = tuple[str, Nilai]
Cetak = Callable[[Nilai], str]
Sepasang = tuple[str, str]
ATAS_BAWAH: Sepasang = ("tertinggi", "terendah")
PALING_DISEBUT = 3
DESIMAL = 2


def sebut(nama: Sequence[str]) -> str:
    """All names, or the first three and "lainnya" when more share a place."""
    if len(nama) <= PALING_DISEBUT:
        return daftar(nama)
    return f"{', '.join(nama[:PALING_DISEBUT])}, dan lainnya"


def cetak_nilai(nilai: Nilai) -> str:
    """A figure with the decimals it was given with, at least two: a chart prints what the table beside it prints."""
    return angka(nilai, max(DESIMAL, desimal_tercetak(nilai)) if isinstance(nilai, Decimal) else DESIMAL)


def ekstrem(pasangan: Sequence[Pasangan], cetak: Cetak = cetak_nilai, kata: Sepasang = ATAS_BAWAH) -> str:
    """The clause "tertinggi A (90,10); terendah B dan C (71,00)", all ties named; its own words for equal values or only one."""
    nilai = [n for _, n in pasangan]
    atas, bawah = max(nilai), min(nilai)
    if len(pasangan) == 1:
        return f"hanya {pasangan[0][0]} ({cetak(atas)})"
    if atas == bawah:
        return f"semua bernilai {cetak(atas)}"
    return f"{kata[0]} {_pemilik(pasangan, atas, cetak)}; {kata[1]} {_pemilik(pasangan, bawah, cetak)}"


def kalimat_ekstrem(pasangan: Sequence[Pasangan], cetak: Cetak = cetak_nilai, kata: Sepasang = ATAS_BAWAH) -> str:
    """The same as a sentence: "Tertinggi A (90,10); terendah B dan C (71,00)."."""
    return f"{huruf_kapital_awal(ekstrem(pasangan, cetak, kata))}."


def bagian_ke(ke: int, jumlah: int) -> str:
    """What follows the name of a chart in several pictures, " (gambar 1 dari 3)"; nothing for one picture."""
    return f" (gambar {ke} dari {jumlah})" if jumlah > 1 else ""


def _pemilik(pasangan: Sequence[Pasangan], nilai: Nilai, cetak: Cetak) -> str:
    return f"{sebut([nama for nama, n in pasangan if n == nilai])} ({cetak(nilai)})"
