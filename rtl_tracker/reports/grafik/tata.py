"""Geometry of charts in millimetres, found from the data alone so that the size of a picture is known before it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

LEBAR_HALAMAN = 160.0
MAKS_BARIS = 34
RAPAT_MULAI = 20
MM_PER_HURUF = 1.42
SELA_NAMA = 4.0
KIRI_TERSEMPIT = 30.0
HURUF_KODE = 4
HURUF_SATU_BARIS = 12


@dataclass(frozen=True, slots=True)
class TataBaris:
    """Geometry of a chart with one row per name: the margins around the data area, in millimetres."""

    kiri: float
    kanan: float
    atas: float
    bawah: float
    baris: float = 6.6
    baris_rapat: float = 5.6

    @property
    def lebar_data(self) -> float:
        """Width of the data area."""
        return LEBAR_HALAMAN - self.kiri - self.kanan

    def tinggi_baris(self, n: int) -> float:
        """Height of one row: tighter when there are many."""
        return self.baris_rapat if n > RAPAT_MULAI else self.baris

    def tinggi(self, n: int) -> float:
        """Height of the whole picture with n rows."""
        return round(self.atas + n * self.tinggi_baris(n) + self.bawah, 1)

    def untuk(self, nama: Sequence[str]) -> "TataBaris":
        """The same with a left margin no wider than these names need in one line, by a cautious mean width of a letter."""
        perlu = max(map(len, nama)) * MM_PER_HURUF + SELA_NAMA
        return replace(self, kiri=min(self.kiri, max(KIRI_TERSEMPIT, perlu)))


def tinggi_kepala(kolom: Sequence[str]) -> float:
    """Room in millimetres for the column heads of a heat map: level codes, or names turned upright."""
    terpanjang = max(map(len, kolom))
    if terpanjang <= HURUF_KODE:
        return 5.5
    return 20.0 if terpanjang <= HURUF_SATU_BARIS else 27.0
