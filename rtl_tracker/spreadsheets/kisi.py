"""A sheet as rows of raw cells, with the row numbers a user sees."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from rtl_tracker.spreadsheets.sel import Sel

BATAS_SEL = 10_000_000
KALIMAT_TERLALU_LUAS = "Lembar ini membentang lebih dari 10 juta sel. Hapus isi yang tercecer jauh di bawah atau di kanan tabel, lalu simpan kembali."


@dataclass(frozen=True, slots=True)
class Kisi:
    """The rows of one sheet that hold anything, all of the same width; `nomor` are their row numbers (first row = 1)."""

    nama: str
    nomor: Sequence[int]
    baris: Sequence[Sequence[Sel]]


def susun_kisi(nama: str, baris: Sequence[Sequence[Sel]], nomor_awal: int = 1) -> Kisi:
    """Keep the rows that hold a value; `nomor_awal` is the number of the first row handed in."""
    nomor = range(nomor_awal, nomor_awal + len(baris))
    berisi = [sel.count("") != len(sel) for sel in baris]
    if all(berisi):
        return Kisi(nama, nomor, baris)
    return Kisi(nama, list(compress(nomor, berisi)), list(compress(baris, berisi)))
