"""Cells of heat maps: one ladder of blue from light to dark, text that stays readable on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_hex
from matplotlib.patches import Rectangle

from rtl_tracker.reports.grafik import gaya
from rtl_tracker.reports.grafik.gaya import Isian
from rtl_tracker.reports.grafik.kanvas import Kanvas, lebar_teks, lipat_selebar
from rtl_tracker.reports.grafik.tata import TataBaris

TANGGA = LinearSegmentedColormap.from_list("tangga_biru", gaya.TANGGA_BIRU)
TULISAN_PUTIH_MULAI = 0.705
LEBAR_TANGGA = 30.0
ANAK_TANGGA = 10
SELA_KEPALA = 2.0
KIRI_CATATAN = 2.0
KOLOM_TIGA_BARIS = 9.0


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell of a heat map: darkness 0-1, the figure printed in it, bold or not, with a border or not."""

    gelap: float
    teks: str
    tebal: bool = False
    bertepi: bool = False


Kisi = Sequence[Sequence[Sel | None]]


def kisi(kanvas: Kanvas, nama: Sequence[str], kolom: Sequence[str], sel: Kisi, tata: TataBaris) -> None:
    """The cells of all rows under their column heads; rows may be shorter than the heads (a triangle), None is hatched."""
    axes = kanvas.baris(nama, tata)
    axes.set_xlim(-0.5, len(kolom) - 0.5)
    axes.axis("off")
    _kepala_kolom(kanvas, kolom, tata)
    gelap = [[nan if satu is None else satu.gelap for satu in baris] + [nan] * (len(kolom) - len(baris)) for baris in sel]
    axes.pcolormesh([x - 0.5 for x in range(len(kolom) + 1)], [y - 0.5 for y in range(len(nama) + 1)], gelap, cmap=TANGGA,
                    vmin=0, vmax=1, edgecolors=gaya.KERTAS, linewidth=0.8)  # fmt: skip
    ukuran = _ukuran(tata.lebar_data / len(kolom), sel)
    for y, baris in enumerate(sel):
        for x, satu in enumerate(baris):
            _isi_sel(axes, x, y, satu, ukuran)


def _isi_sel(axes: Axes, x: int, y: int, sel: Sel | None, ukuran: float) -> None:
    if sel is None:
        axes.add_patch(Rectangle((x - 0.44, y - 0.44), 0.88, 0.88, facecolor=gaya.KERTAS, hatch=gaya.ARSIR_KOSONG,
                                 linewidth=0, edgecolor=gaya.GARIS))  # fmt: skip
        return
    if sel.bertepi:
        axes.add_patch(Rectangle((x - 0.44, y - 0.40), 0.88, 0.80, fill=False, edgecolor=gaya.TINTA, linewidth=0.7))
    axes.text(x, y, sel.teks, ha="center", va="center_baseline", fontweight="bold" if sel.tebal else "normal", fontsize=ukuran,
              color=gaya.KERTAS if sel.gelap >= TULISAN_PUTIH_MULAI else gaya.TINTA_PETAK)  # fmt: skip


def _ukuran(lebar: float, sel: Kisi) -> float:
    """The usual type size, or the largest at which every figure fits its cell of `lebar` millimetres."""
    terlebar = max((lebar_teks(satu.teks, 1, satu.tebal) for baris in sel for satu in baris if satu), default=0.0)
    return min(gaya.UKURAN_NILAI, (lebar - 1) / terlebar) if terlebar else gaya.UKURAN_NILAI


def _kepala_kolom(kanvas: Kanvas, kolom: Sequence[str], tata: TataBaris) -> None:
    """Column heads above the cells, level when they fit, else upright in two or (wide columns) three lines."""
    lebar = tata.lebar_data / len(kolom)
    tegak = max(lebar_teks(satu, gaya.UKURAN_NAMA) for satu in kolom) > lebar - 1
    baris = 3 if lebar >= KOLOM_TIGA_BARIS else 2
    for ke, satu in enumerate(kolom):
        isi = lipat_selebar(satu, tata.atas - SELA_KEPALA, gaya.UKURAN_NAMA, baris) if tegak else satu
        kanvas.teks(tata.kiri + (ke + 0.5) * lebar, tata.atas - SELA_KEPALA / 2, isi, gaya.UKURAN_NAMA,
                    rata="center", tegak="bottom", putar=90 if tegak else 0)  # fmt: skip


def tangga_warna(kanvas: Kanvas, terang: str, gelap: str, catatan: str) -> None:
    """The foot of the picture: the ladder of lightness with its ends named, and a note below it."""
    y = kanvas.tinggi - 8
    kanvas.teks(KIRI_CATATAN, y, terang, warna=gaya.TINTA_LEMAH)
    kiri = KIRI_CATATAN + lebar_teks(terang, gaya.UKURAN_KETERANGAN) + 1.5
    anak = LEBAR_TANGGA / ANAK_TANGGA
    for ke in range(ANAK_TANGGA):
        kanvas.kotak(kiri + ke * anak, y - 1.5, anak, 3.0, Isian(to_hex(TANGGA(ke / (ANAK_TANGGA - 1)))))
    kanvas.teks(kiri + LEBAR_TANGGA + 1.5, y, gelap, warna=gaya.TINTA_LEMAH)
    kanvas.teks(KIRI_CATATAN, kanvas.tinggi - 3.0, catatan, warna=gaya.TINTA_LEMAH)
