"""Heat map of the values of every UPP and unsur, each figure in its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from rtl_tracker.domain.mutu import Mutu, batas_bawah
from rtl_tracker.formats import Nilai, angka, bulat
from rtl_tracker.reports.grafik.kalimat import bagian_ke, kalimat_ekstrem
from rtl_tracker.reports.grafik.model import Grafik, bagi_rata, nama_bagian
from rtl_tracker.reports.grafik.skala import kelipatan_atas, kelipatan_bawah
from rtl_tracker.reports.grafik.tata import KIRI_TERSEMPIT, LEBAR_HALAMAN, MAKS_BARIS, TataBaris, tinggi_kepala

if TYPE_CHECKING:
    from rtl_tracker.reports.grafik.kanvas import Kanvas

Baris = tuple[str, tuple[Decimal | None, ...]]
KELIPATAN = 5
TATA = TataBaris(kiri=68, kanan=1, atas=0, bawah=12, baris=6.2, baris_rapat=5.3)
LEBAR_PETAK = 10.0
LEBAR_PETAK_TERBESAR = 14.0


def peta_panas(unsur: Sequence[str], baris: Sequence[tuple[str, Sequence[Decimal | None]]]) -> list[Grafik]:
    """Cells of UPP x unsur with the konversi (25-100) printed in each; darker is lower, below mutu B is bold.

    `baris` holds (UPP, one value per unsur), None where there is none: such a cell is hatched. At most 34 rows a picture,
    in the given order; all pictures share one scale. Without any value there is no picture.
    """
    isi: list[Baris] = [(nama, tuple(nilai)) for nama, nilai in baris]
    ada = [n for _, nilai in isi for n in nilai if n is not None]
    if not ada:
        return []
    skala, tata = rentang_warna(ada), _tata(unsur, [nama for nama, _ in isi])
    bagian = bagi_rata(isi, MAKS_BARIS)
    return [
        Grafik(nama_bagian("peta-panas", ke, len(bagian)), _alt(unsur, potong, bagian_ke(ke, len(bagian))), LEBAR_HALAMAN,
               tata.tinggi(len(potong)), _lukis, (tuple(unsur), potong, skala, tata))
        for ke, potong in enumerate(bagian, start=1)
    ]  # fmt: skip


def rentang_warna(nilai: Sequence[Nilai]) -> tuple[int, int]:
    """The values at the dark and the light end: the multiples of 5 around all values, at least 5 apart."""
    bawah = kelipatan_bawah(min(nilai), KELIPATAN)
    return bawah, max(kelipatan_atas(max(nilai), KELIPATAN), bawah + KELIPATAN)


def _tata(unsur: Sequence[str], nama: Sequence[str]) -> TataBaris:
    """Names as wide as they need while a cell stays wide enough for its figure, cells no wider than becomes them."""
    tata = TATA.untuk(nama)
    kiri = max(KIRI_TERSEMPIT, min(tata.kiri, LEBAR_HALAMAN - TATA.kanan - LEBAR_PETAK * len(unsur)))
    kanan = max(TATA.kanan, LEBAR_HALAMAN - kiri - LEBAR_PETAK_TERBESAR * len(unsur))
    return replace(tata, kiri=kiri, kanan=kanan, atas=tinggi_kepala(unsur))


def _alt(unsur: Sequence[str], isi: Sequence[Baris], bagian: str) -> str:
    pasangan = [(f"{nama}, {u}", n) for nama, nilai in isi for u, n in zip(unsur, nilai, strict=True) if n is not None]
    pembuka = f"Peta panas nilai konversi per UPP dan unsur{bagian}; makin gelap makin rendah."
    return f"{pembuka} {kalimat_ekstrem(pasangan)}" if pasangan else f"{pembuka} Belum ada nilai."


def _lukis(kanvas: Kanvas, unsur: tuple[str, ...], isi: tuple[Baris, ...], skala: tuple[int, int], tata: TataBaris) -> None:
    from rtl_tracker.reports.grafik.petak import Sel, kisi, tangga_warna

    bawah, atas = skala
    ambang = batas_bawah(Mutu.B)
    sel = [[None if n is None else Sel((atas - float(n)) / (atas - bawah), angka(n), tebal=n < ambang) for n in nilai]
           for _, nilai in isi]  # fmt: skip
    kisi(kanvas, [nama for nama, _ in isi], unsur, sel, tata)
    catatan = f"Angka tebal: di bawah mutu B ({angka(ambang)})."
    if any(satu is None for baris in sel for satu in baris):
        catatan += " Kotak berarsir: tidak ada nilai."
    tangga_warna(kanvas, bulat(atas), f"{bulat(bawah)} (makin gelap makin rendah)", catatan)
