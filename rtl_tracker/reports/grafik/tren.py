"""The index over the years: a line with the value at each mark and the class boundaries that lie in range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, nan
from typing import TYPE_CHECKING

from rtl_tracker.formats import Nilai, bulat
from rtl_tracker.reports.grafik import gaya
from rtl_tracker.reports.grafik.kalimat import cetak_nilai, kalimat_ekstrem
from rtl_tracker.reports.grafik.kelas import batas_kelas
from rtl_tracker.reports.grafik.model import Grafik, wajib_berisi
from rtl_tracker.reports.grafik.skala import rentang_dengan_ruang
from rtl_tracker.reports.grafik.tata import LEBAR_HALAMAN

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from rtl_tracker.reports.grafik.kanvas import Kanvas

Titik = tuple[str, Nilai | None]
RUANG_LABEL = Fraction(5)
SELA_TITIK = 5.5
TEPI = 6.0


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Sizes of one edition in millimetres, type in points."""

    lebar: float
    tinggi: float
    kiri: float
    kanan: float
    atas: float
    bawah: float
    huruf: float
    baris_label: int
    lebar_label: float

    @property
    def lebar_data(self) -> float:
        """Width of the data area."""
        return self.lebar - self.kiri - self.kanan

    @property
    def tinggi_data(self) -> float:
        """Height of the data area."""
        return self.tinggi - self.atas - self.bawah


PENUH = Ukuran(lebar=LEBAR_HALAMAN, tinggi=72, kiri=10, kanan=19, atas=10, bawah=8, huruf=gaya.UKURAN_NILAI, baris_label=2,
               lebar_label=9)  # fmt: skip
KECIL = Ukuran(lebar=80, tinggi=40, kiri=7.5, kanan=14.5, atas=5, bawah=5, huruf=6, baris_label=1, lebar_label=16)


def tren(judul_sumbu: str, titik: Sequence[Titik], kecil: bool = False) -> Grafik:
    """Line of (label, value 0-100) in the given order; `kecil` is the 80 x 40 mm edition of the one-page summary.

    A value of None was not measured: the line has a gap there. Raises ValueError when no point has a value.
    """
    terukur = [(label, nilai) for label, nilai in titik if nilai is not None]
    wajib_berisi(terukur)
    ukuran = KECIL if kecil else PENUH
    alt = f"Grafik garis {judul_sumbu}{_rentang_waktu(terukur)}. {kalimat_ekstrem(terukur)}"
    nama = "tren-kecil" if kecil else "tren"
    return Grafik(nama, alt, ukuran.lebar, ukuran.tinggi, _lukis, (judul_sumbu, tuple(titik), kecil))


def _rentang_waktu(terukur: Sequence[tuple[str, Nilai]]) -> str:
    (awal, nilai_awal), (akhir, nilai_akhir) = terukur[0], terukur[-1]
    if len(terukur) == 1:
        return ""
    return f" dari {awal} ({cetak_nilai(nilai_awal)}) sampai {akhir} ({cetak_nilai(nilai_akhir)})"


def _lukis(kanvas: Kanvas, judul_sumbu: str, titik: tuple[Titik, ...], kecil: bool) -> None:
    ukuran = KECIL if kecil else PENUH
    nilai = [n for _, n in titik if n is not None]
    bawah, atas = rentang_dengan_ruang(min(nilai), max(nilai), RUANG_LABEL / Fraction(ukuran.tinggi_data))
    axes = kanvas.sumbu(ukuran.kiri, ukuran.atas, ukuran.lebar_data, ukuran.tinggi_data)
    _skala_tegak(axes, bawah, atas, ukuran)
    tepi = max(0.5, TEPI * (len(titik) - 1) / (ukuran.lebar_data - 2 * TEPI))
    axes.set_xlim(-tepi, len(titik) - 1 + tepi)
    ruang = ukuran.lebar_data / (len(titik) - 1 + 2 * tepi)
    _label_datar(axes, [label for label, _ in titik], ruang, ukuran)
    _batas(axes, bawah, atas, ukuran)
    _garis(axes, titik, ruang, ukuran)
    if not kecil:
        kanvas.teks(1, 3, f"{judul_sumbu} (sumbu tegak dimulai dari {bulat(bawah)})", warna=gaya.TINTA_LEMAH)


def _skala_tegak(axes: Axes, bawah: int, atas: int, ukuran: Ukuran) -> None:
    langkah = 5 if atas - bawah <= 20 else 10 if atas - bawah <= 60 else 20
    tanda = [t for t in range(bawah, atas + 1) if t % langkah == 0]
    axes.set_ylim(bawah, atas)
    axes.set_yticks(tanda, [bulat(t) for t in tanda])
    axes.tick_params(labelsize=ukuran.huruf, pad=2)
    axes.grid(axis="y")


def _label_datar(axes: Axes, label: Sequence[str], ruang: float, ukuran: Ukuran) -> None:
    """Labels under the marks, `ruang` millimetres each; every k-th only when all of them would touch."""
    from rtl_tracker.reports.grafik.kanvas import lebar_teks, lipat_selebar

    terlipat = [lipat_selebar(satu, max(ruang - 1, ukuran.lebar_label), ukuran.huruf, ukuran.baris_label) for satu in label]
    tiap = ceil((max(lebar_teks(satu, ukuran.huruf) for satu in terlipat) + 1) / ruang)
    axes.set_xticks(range(0, len(label), tiap), terlipat[::tiap])


def _batas(axes: Axes, bawah: int, atas: int, ukuran: Ukuran) -> None:
    for nilai, label in batas_kelas():
        if bawah < nilai < atas:
            axes.axhline(float(nilai), color=gaya.GARIS_BATAS, linewidth=0.6, linestyle=(0, (4, 2)), zorder=1.5)
            axes.annotate(label, (1, float(nilai)), xycoords=("axes fraction", "data"), xytext=(2, 0), fontsize=ukuran.huruf,
                          textcoords="offset points", ha="left", va="center_baseline", color=gaya.TINTA_LEMAH)  # fmt: skip


def _garis(axes: Axes, titik: Sequence[Titik], ruang: float, ukuran: Ukuran) -> None:
    """The line and its values: above a mark, below it where the line turns upwards."""
    tinggi = [nan if nilai is None else float(nilai) for _, nilai in titik]
    axes.plot(range(len(titik)), tinggi, color=gaya.WARNA_GARIS_DATA, linewidth=1.4, marker="o", markersize=3.8, zorder=3,
              clip_on=False)  # fmt: skip
    for ke, nilai in _berlabel(titik, ruang, ukuran):
        di_bawah = _lembah(tinggi, ke)
        axes.annotate(cetak_nilai(nilai), (ke, tinggi[ke]), xytext=(0, -SELA_TITIK if di_bawah else SELA_TITIK), zorder=5,
                      textcoords="offset points", ha="center", va="top" if di_bawah else "bottom", fontsize=ukuran.huruf,
                      bbox={"facecolor": gaya.KERTAS, "edgecolor": "none", "pad": 0.4})  # fmt: skip


def _berlabel(titik: Sequence[Titik], ruang: float, ukuran: Ukuran) -> list[tuple[int, Nilai]]:
    """The marks that carry their value: all of them while they fit side by side, else the ends and the extremes."""
    from rtl_tracker.reports.grafik.kanvas import lebar_teks

    terukur = [(ke, nilai) for ke, (_, nilai) in enumerate(titik) if nilai is not None]
    if lebar_teks("100,00", ukuran.huruf) <= ruang:
        return terukur
    urut = sorted(terukur, key=lambda satu: satu[1])
    return sorted({terukur[0], terukur[-1], urut[0], urut[-1]})


def _lembah(tinggi: Sequence[float], ke: int) -> bool:
    """Whether both neighbours (as far as there are any) lie higher; never at a lone mark."""
    tetangga = [tinggi[i] for i in (ke - 1, ke + 1) if 0 <= i < len(tinggi)]
    return bool(tetangga) and all(satu > tinggi[ke] for satu in tetangga)
