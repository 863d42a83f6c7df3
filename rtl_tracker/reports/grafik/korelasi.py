"""Rank correlations between unsur as the lower triangle of a heat map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rtl_tracker.formats import Nilai, angka
from rtl_tracker.reports.grafik.kalimat import kalimat_ekstrem
from rtl_tracker.reports.grafik.model import Grafik
from rtl_tracker.reports.grafik.tata import LEBAR_HALAMAN, TataBaris, tinggi_kepala

if TYPE_CHECKING:
    from rtl_tracker.reports.grafik.kanvas import Kanvas

Matriks = tuple[tuple[Nilai | None, ...], ...]
TATA = TataBaris(kiri=54, kanan=1, atas=0, bawah=12, baris=7.4)
LEBAR_PETAK = 13.0


def korelasi(unsur: Sequence[str], nilai: Sequence[Sequence[Nilai | None]]) -> Grafik:
    """Lower triangle of the square matrix `nilai` (-1 to 1), row i and column j for unsur i and j; darker is stronger.

    None is a correlation that does not exist (all answers of an unsur alike); its cell is hatched. Raises ValueError
    for fewer than two unsur.
    """
    if len(unsur) < 2:
        raise ValueError("Peta korelasi memerlukan sedikitnya dua unsur.")
    segitiga: Matriks = tuple(tuple(nilai[i][:i]) for i in range(1, len(unsur)))
    pasangan = [(f"{unsur[i]} dengan {unsur[j]}", n) for i, baris in enumerate(segitiga, 1) for j, n in enumerate(baris)
                if n is not None]  # fmt: skip
    sisa = kalimat_ekstrem(pasangan) if pasangan else "Tidak ada pasangan yang dapat dihitung."
    alt = f"Peta korelasi peringkat antarunsur; makin gelap makin erat. {sisa}"
    tata = _tata(unsur)
    return Grafik("korelasi", alt, LEBAR_HALAMAN, tata.tinggi(len(segitiga)), _lukis, (tuple(unsur), segitiga, tata))


def _tata(unsur: Sequence[str]) -> TataBaris:
    """Cells no wider than 13 mm, so that few unsur do not make a wall of colour."""
    tata = TATA.untuk(unsur[1:])
    kanan = max(tata.kanan, LEBAR_HALAMAN - tata.kiri - LEBAR_PETAK * (len(unsur) - 1))
    return replace(tata, kanan=kanan, atas=tinggi_kepala(unsur[:-1]))


def _lukis(kanvas: Kanvas, unsur: tuple[str, ...], segitiga: Matriks, tata: TataBaris) -> None:
    from rtl_tracker.reports.grafik.petak import Sel, kisi, tangga_warna

    sel = [[None if n is None else Sel(abs(float(n)), angka(n), bertepi=n < 0) for n in baris] for baris in segitiga]
    kisi(kanvas, unsur[1:], unsur[:-1], sel, tata)
    semua = [satu for baris in sel for satu in baris]
    catatan = ["Kotak bergaris tepi: korelasi negatif."] if any(satu and satu.bertepi for satu in semua) else []
    if None in semua:
        catatan.append("Kotak berarsir: tidak dapat dihitung.")
    tangga_warna(kanvas, angka(0), f"{angka(1)} (makin gelap makin erat)", " ".join(catatan))
