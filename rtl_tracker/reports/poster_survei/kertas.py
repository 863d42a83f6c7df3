"""A sheet of paper to draw on: millimetres from its upper left corner, texts that fit, a code as filled squares.

Loads matplotlib: only to be imported by what draws.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from io import BytesIO

import numpy as np
import segno
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from PIL import Image

from rtl_tracker.reports.grafik.gaya import MM_PER_INCI, MM_PER_POIN
from rtl_tracker.reports.grafik.kanvas import lebar_teks
from rtl_tracker.reports.grafik.teks import ELIPSIS, lipat_teks

JARAK_BARIS = 1.24
LETAK_GARIS_DASAR = 0.84
TUMPANG = 0.02
"""Share of a module by which the squares of a code overlap, so that no reader of PDF shows a seam between two rows."""
_PERSEGI = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]


@dataclass(frozen=True, slots=True)
class Tulisan:
    """A text laid out: its lines, its size in points, how high it is in millimetres."""

    baris: tuple[str, ...]
    ukuran: float
    tebal: bool = False

    @property
    def tinggi(self) -> float:
        """Height of all lines."""
        return len(self.baris) * self.ukuran * JARAK_BARIS * MM_PER_POIN


def muatkan(teks: str, lebar: float, besar: float, kecil: float, baris: int, tebal: bool = False) -> Tulisan:
    """The text as large as it goes, from `besar` down to `kecil` points, in at most `baris` lines of `lebar` millimetres.

    What does not fit even in the smallest size ends with an ellipsis.
    """
    ukuran = besar
    while True:
        jadi = lipat_teks(teks, partial(lebar_teks, ukuran=ukuran, tebal=tebal), lebar, baris)
        if ukuran <= kecil or ELIPSIS not in jadi.replace(teks, ""):
            return Tulisan(tuple(jadi.split("\n")), ukuran, tebal)
        ukuran = max(kecil, ukuran * 0.94)


def muatkan_sebaris(teks: str, lebar: float, besar: float, kecil: float, tebal: bool = False) -> Tulisan:
    """The text on one line, smaller rather than broken; only where even `kecil` is too large it is broken into two."""
    penuh = lebar_teks(teks, besar, tebal)
    ukuran = besar if penuh <= lebar else besar * lebar / penuh
    return Tulisan((teks,), ukuran, tebal) if ukuran >= kecil else muatkan(teks, lebar, kecil, kecil, 2, tebal)


class Kertas:
    """One page. `skala`: how much smaller everything is drawn than its given measures."""

    def __init__(self, lebar: float, tinggi: float, skala: float = 1.0) -> None:
        """Measures of the page in millimetres."""
        self.figure = Figure(figsize=(lebar / MM_PER_INCI, tinggi / MM_PER_INCI))
        self._skala, self._lebar, self._tinggi = skala, lebar, tinggi
        self._mm = Affine2D().scale(skala / lebar, -skala / tinggi).translate(0, 1) + self.figure.transFigure

    def tulis(self, x: float, atas: float, tulisan: Tulisan, warna: str, rata: str = "center") -> float:
        """Write the lines below `atas`; returns where the next block may begin."""
        langkah = tulisan.ukuran * JARAK_BARIS * MM_PER_POIN
        for ke, satu in enumerate(tulisan.baris):
            dasar = atas + ke * langkah + tulisan.ukuran * MM_PER_POIN * LETAK_GARIS_DASAR
            self.figure.text(
                x, dasar, satu, transform=self._mm, fontsize=tulisan.ukuran * self._skala, ha=rata, va="baseline", color=warna,
                fontweight="bold" if tulisan.tebal else "normal",
            )  # fmt: skip
        return atas + tulisan.tinggi

    def kotak(self, x: float, atas: float, lebar: float, tinggi: float, warna: str) -> None:
        """A filled rectangle."""
        self._isi([(x, atas, lebar, tinggi)], warna)

    def kode(self, x: float, atas: float, sisi: float, alamat: str, warna: str) -> None:
        """A QR code of the highest correction, `sisi` wide without its quiet zone."""
        matriks = _matriks(alamat)
        modul = sisi / len(matriks)
        lebih = modul * TUMPANG
        petak = [
            (x + awal * modul, atas + baris * modul, panjang * modul + lebih, modul + lebih)
            for baris, isi in enumerate(matriks)
            for awal, panjang in _deret(isi)
        ]
        self._isi(petak, warna)

    def gambar(self, x: float, atas: float, lebar: float, tinggi: float, isi: bytes) -> None:
        """A picture within the rectangle, in its own proportions, in the middle of it."""
        with Image.open(BytesIO(isi)) as asli:
            titik = np.asarray(asli.convert("RGB"))
        skala = min(lebar / titik.shape[1], tinggi / titik.shape[0])
        lebar_jadi, tinggi_jadi = titik.shape[1] * skala, titik.shape[0] * skala
        kotak = (x + (lebar - lebar_jadi) / 2, atas + (tinggi - tinggi_jadi) / 2, lebar_jadi, tinggi_jadi)
        kiri, dari_atas, l_kertas, t_kertas = (satu * self._skala for satu in kotak)
        letak = (
            kiri / self._lebar, 1 - (dari_atas + t_kertas) / self._tinggi, l_kertas / self._lebar, t_kertas / self._tinggi
        )  # fmt: skip
        sumbu = self.figure.add_axes(letak)
        sumbu.imshow(titik, aspect="auto", interpolation="none")
        sumbu.axis("off")

    def _isi(self, petak: Sequence[tuple[float, float, float, float]], warna: str) -> None:
        titik = [s for x, y, dx, dy in petak for s in ((x, y), (x + dx, y), (x + dx, y + dy), (x, y + dy), (x, y))]
        bentuk = Path(titik, _PERSEGI * len(petak))
        self.figure.add_artist(PathPatch(bentuk, transform=self._mm, facecolor=warna, edgecolor="none", linewidth=0))


@lru_cache(maxsize=8)
def _matriks(alamat: str) -> tuple[bytearray, ...]:
    return tuple(segno.make_qr(alamat, error="h").matrix)


def _deret(isi: Sequence[int]) -> list[tuple[int, int]]:
    """(start, length) of every run of dark modules in a row."""
    hasil: list[tuple[int, int]] = []
    for letak, gelap in enumerate(isi):
        if not gelap:
            continue
        if hasil and sum(hasil[-1]) == letak:
            hasil[-1] = (hasil[-1][0], hasil[-1][1] + 1)
        else:
            hasil.append((letak, 1))
    return hasil
