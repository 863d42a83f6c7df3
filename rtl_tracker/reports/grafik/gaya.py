"""The one style of all charts: type in points, fills that stay apart in a grey print.

One rule of lightness holds everywhere: the darker, the more attention the value needs. This module does not load
matplotlib; the settings below are plain data that the canvas applies.
"""

from dataclasses import dataclass
from typing import Any

TITIK_PER_INCI = 200
MM_PER_INCI = 25.4
MM_PER_POIN = MM_PER_INCI / 72

KELUARGA_HURUF = "DejaVu Sans"
UKURAN_NAMA = 6.7
UKURAN_NILAI = 6.7
UKURAN_KETERANGAN = 6.7
UKURAN_RAPAT = 5.8

TINTA = "#1f2933"
TINTA_PETAK = "#000000"
TINTA_LEMAH = "#52606d"
GARIS = "#c3cad1"
GARIS_BATAS = "#7b8794"
KERTAS = "#ffffff"


@dataclass(frozen=True, slots=True)
class Isian:
    """A fill: colour, hatch (matplotlib notation) and the colour of text printed on it."""

    warna: str
    arsir: str = ""
    tulisan: str = TINTA


TERANG = Isian("#e1edf3")
SEDANG = Isian("#9fc3d8")
HANGAT = Isian("#c47a2c", "/////")
GELAP = Isian("#7a1f12", "", KERTAS)
ARSIR_KOSONG = "///////"

ISIAN_MUTU = {"A": TERANG, "B": SEDANG, "C": HANGAT, "D": GELAP}
ISIAN_JAWABAN = (GELAP, HANGAT, SEDANG, TERANG)
KATA_JAWABAN = ("1 tidak baik", "2 kurang baik", "3 baik", "4 sangat baik")
ISIAN_POKOK = SEDANG
ISIAN_DILAPORKAN = SEDANG
ISIAN_TERVERIFIKASI = Isian("#1f4e6b", "", KERTAS)
WARNA_GARIS_DATA = "#1f4e6b"
TANGGA_BIRU = ("#e6eff5", "#c6dbe8", "#7fabc6", "#3a7195", "#123a54")

PENGATURAN: dict[Any, Any] = {
    "font.family": KELUARGA_HURUF,
    "font.size": UKURAN_NAMA,
    "text.color": TINTA,
    "text.parse_math": False,
    "text.hinting": "no_hinting",
    "axes.edgecolor": GARIS,
    "axes.linewidth": 0.6,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": TINTA_LEMAH,
    "ytick.color": TINTA_LEMAH,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "patch.linewidth": 0.5,
    "hatch.linewidth": 0.45,
    "grid.color": GARIS,
    "grid.linewidth": 0.4,
    "svg.hashsalt": "rtl-tracker",
    "svg.fonttype": "path",
}
