"""A matplotlib figure measured in millimetres from its upper left corner. Layout is fixed: nothing is fitted afterwards."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.patches import Rectangle
from matplotlib.transforms import Affine2D

from rtl_tracker.formats import bulat
from rtl_tracker.reports.grafik import gaya
from rtl_tracker.reports.grafik.gaya import Isian
from rtl_tracker.reports.grafik.tata import TataBaris
from rtl_tracker.reports.grafik.teks import lipat_teks

Rata = Literal["left", "center", "right"]
Tegak = Literal["center_baseline", "center", "bottom", "baseline"]
SISI_KOTAK = 3.0
SELA = 1.5
UKURAN_UKUR = 100
LEBAR_TAK_DIKENAL = 1.3


@cache
def _huruf(tebal: bool) -> FT2Font:
    """The bundled font, at a size at which widths are measured."""
    keluarga = FontProperties(family=gaya.KELUARGA_HURUF, weight="bold" if tebal else "normal")
    huruf = FT2Font(findfont(keluarga))
    huruf.set_size(UKURAN_UKUR, 72)
    return huruf


@cache
def _lebar_huruf(huruf: str, tebal: bool) -> float:
    """Advance of one letter as a share of the type size; a generous one for letters that the font does not have."""
    if not _huruf(tebal).get_char_index(ord(huruf)):
        return LEBAR_TAK_DIKENAL
    glif = _huruf(tebal).load_char(ord(huruf), flags=LoadFlags.NO_HINTING)
    return glif.linearHoriAdvance / 65536 / UKURAN_UKUR


def lebar_teks(teks: str, ukuran: float, tebal: bool = False) -> float:
    """Width in millimetres of the widest line of a text set in `ukuran` points."""
    baris = teks.split("\n")
    return max(sum(_lebar_huruf(h, tebal) for h in satu) for satu in baris) * ukuran * gaya.MM_PER_POIN


def lipat_selebar(teks: str, lebar: float, ukuran: float, baris: int = 2) -> str:
    """The text in at most `baris` lines no wider than `lebar` millimetres."""
    return lipat_teks(teks, lambda bagian: lebar_teks(bagian, ukuran), lebar, baris)


def piksel(mm: float) -> int:
    """A length in whole dots of the PNG, so that no edge of the picture falls between two."""
    return round(mm / gaya.MM_PER_INCI * gaya.TITIK_PER_INCI)


class Kanvas:
    """The sheet one chart is drawn on; every position is in millimetres from the upper left corner."""

    def __init__(self, lebar: float, tinggi: float) -> None:
        self.lebar, self.tinggi = lebar, tinggi
        ukuran = (piksel(lebar) / gaya.TITIK_PER_INCI, piksel(tinggi) / gaya.TITIK_PER_INCI)
        self.figure = Figure(figsize=ukuran, dpi=gaya.TITIK_PER_INCI)
        self._mm = Affine2D().scale(1 / lebar, -1 / tinggi).translate(0, 1) + self.figure.transFigure

    def sumbu(self, kiri: float, atas: float, lebar: float, tinggi: float) -> Axes:
        """Axes that fill the given rectangle."""
        dari_bawah = self.tinggi - atas - tinggi
        kotak = (kiri / self.lebar, dari_bawah / self.tinggi, lebar / self.lebar, tinggi / self.tinggi)
        return self.figure.add_axes(kotak)

    def teks(self, x: float, y: float, teks: str, ukuran: float = gaya.UKURAN_KETERANGAN, *, rata: Rata = "left",
             tegak: Tegak = "center_baseline", tebal: bool = False, warna: str = gaya.TINTA,
             putar: float = 0) -> None:  # fmt: skip
        """Text at a point; `rata` and `tegak` say which side of the text the point is."""
        tegak = "center" if tegak == "center_baseline" and "\n" in teks else tegak
        self.figure.text(x, y, teks, transform=self._mm, fontsize=ukuran, ha=rata, va=tegak, color=warna, rotation=putar,
                         fontweight="bold" if tebal else "normal", linespacing=1.1, multialignment=rata)  # fmt: skip

    def kotak(self, x: float, y: float, lebar: float, tinggi: float, isian: Isian) -> None:
        """A filled rectangle with its upper left corner at the point."""
        self.figure.add_artist(Rectangle((x, y), lebar, tinggi, transform=self._mm, facecolor=isian.warna,
                                         edgecolor=gaya.TINTA_LEMAH, hatch=isian.arsir))  # fmt: skip

    def legenda(self, x: float, y: float, butir: Iterable[tuple[Isian, str]]) -> None:
        """Fills with their words in one row; the point is the left end at mid height."""
        for isian, kata in butir:
            self.kotak(x, y - SISI_KOTAK / 2, SISI_KOTAK, SISI_KOTAK, isian)
            self.teks(x + SISI_KOTAK + SELA, y, kata)
            x += SISI_KOTAK + SELA + lebar_teks(kata, gaya.UKURAN_KETERANGAN) + 3 * SELA

    def baris(self, nama: Sequence[str], tata: TataBaris) -> Axes:
        """Axes with one row per name, the first on top at y = 0, the names written to their left in at most two lines."""
        n, tinggi = len(nama), tata.tinggi_baris(len(nama))
        for ke, satu in enumerate(nama):
            isi = lipat_selebar(satu, tata.kiri - 2 * SELA, gaya.UKURAN_NAMA)
            self.teks(tata.kiri - SELA, tata.atas + (ke + 0.5) * tinggi, isi, gaya.UKURAN_NAMA, rata="right")
        axes = self.sumbu(tata.kiri, tata.atas, tata.lebar_data, n * tinggi)
        axes.set_ylim(n - 0.5, -0.5)
        axes.set_yticks([])
        return axes


def batang(axes: Axes, y: float, kiri: float, panjang: float, isian: Isian, tebal: float = 0.64) -> None:
    """One horizontal bar, `tebal` as a share of the row height; a bar of no length leaves no line."""
    if panjang:
        axes.add_patch(Rectangle((kiri, y - tebal / 2), panjang, tebal, facecolor=isian.warna, edgecolor=gaya.TINTA_LEMAH,
                                 hatch=isian.arsir, zorder=2, clip_on=False))  # fmt: skip


def tulis(axes: Axes, x: float, y: float, teks: str, isian: Isian, rata: Rata = "center") -> None:
    """A value within a filled area, where that is hatched on a patch of the same colour so that no line runs through it."""
    geser = {"left": 3, "center": 0, "right": -3}[rata]
    alas = {"facecolor": isian.warna, "edgecolor": "none", "pad": 0.6} if isian.arsir else None
    axes.annotate(teks, (x, y), xytext=(geser, 0), textcoords="offset points", fontsize=gaya.UKURAN_NILAI, ha=rata,
                  va="center_baseline", color=isian.tulisan, zorder=5, bbox=alas)  # fmt: skip


def di_ujung(axes: Axes, x: float, y: float, teks: str, ukuran: float = gaya.UKURAN_NILAI, warna: str = gaya.TINTA) -> None:
    """A value right of the end of its bar."""
    alas = {"facecolor": gaya.KERTAS, "edgecolor": "none", "pad": 0.5}
    axes.annotate(teks, (x, y), xytext=(2.5, 0), textcoords="offset points", fontsize=ukuran, va="center_baseline", ha="left",
                  color=warna, bbox=alas, zorder=5)  # fmt: skip


def skala_datar(axes: Axes, bawah: float, atas: float, tanda: Sequence[int], kisi: bool = False) -> None:
    """A horizontal scale with marks, on request with thin grid lines, at the given whole numbers."""
    axes.set_xlim(bawah, atas)
    axes.set_xticks(list(tanda), [bulat(t) for t in tanda])
    axes.tick_params(axis="x", labelsize=gaya.UKURAN_KETERANGAN, pad=2, size=0 if kisi else 2)
    axes.grid(kisi, axis="x")


def tanpa_skala(axes: Axes, atas: float) -> None:
    """A horizontal scale from zero without marks, for charts that print every value."""
    axes.set_xlim(0, atas)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
