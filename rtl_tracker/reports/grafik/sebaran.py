"""Stacked bars: answers 1-4 per unsur in per cent, and the number of UPP per class and kelompok."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from rtl_tracker.formats import angka, bulat, persen
from rtl_tracker.reports.grafik import gaya
from rtl_tracker.reports.grafik.gaya import ISIAN_JAWABAN, ISIAN_MUTU, KATA_JAWABAN
from rtl_tracker.reports.grafik.kalimat import ekstrem
from rtl_tracker.reports.grafik.kelas import legenda_mutu
from rtl_tracker.reports.grafik.model import Grafik, wajib_berisi
from rtl_tracker.reports.grafik.tata import LEBAR_HALAMAN, TataBaris

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from rtl_tracker.reports.grafik.kanvas import Kanvas

Cacah = tuple[int, int, int, int]
Baris = tuple[tuple[str, Cacah], ...]
TATA_JAWABAN = TataBaris(kiri=56, kanan=18, atas=2, bawah=16, baris=7)
TATA_MUTU = TataBaris(kiri=56, kanan=54, atas=7, bawah=8, baris=7)
LEBAR_KOLOM = 9.0
SELA_JUMLAH = 6.0
TEBAL = 0.72


def sebaran_jawaban(baris: Sequence[tuple[str, Cacah]]) -> Grafik:
    """100 % bars of (unsur, counts of the answers 1, 2, 3, 4) in the given order. Raises ValueError without rows."""
    wajib_berisi(baris)
    pangsa = [(nama, Fraction(100 * cacah[3], sum(cacah))) for nama, cacah in baris if sum(cacah)]
    alt = "Grafik batang bertumpuk sebaran jawaban 1 sampai 4 per unsur."
    if pangsa:
        alt = f"{alt} Bagian jawaban sangat baik: {ekstrem(pangsa, persen, ('terbesar', 'terkecil'))}."
    tata = TATA_JAWABAN.untuk([nama for nama, _ in baris])
    return Grafik("sebaran-jawaban", alt, LEBAR_HALAMAN, tata.tinggi(len(baris)), _lukis_jawaban, (tuple(baris), tata))


def mutu_per_kelompok(baris: Sequence[tuple[str, Cacah]]) -> Grafik:
    """Stacked bars of (kelompok, number of UPP in class A, B, C, D) in the given order. Raises ValueError without rows."""
    wajib_berisi(baris)
    alt = f"Grafik batang bertumpuk jumlah UPP per mutu dan kelompok. {'; '.join(_rinci(*satu) for satu in baris)}."
    tata = TATA_MUTU.untuk([nama for nama, _ in baris])
    return Grafik("mutu-per-kelompok", alt, LEBAR_HALAMAN, tata.tinggi(len(baris)), _lukis_mutu, (tuple(baris), tata))


def _rinci(nama: str, cacah: Cacah) -> str:
    return f"{nama}: {', '.join(f'{mutu} {bulat(n)}' for mutu, n in zip(ISIAN_MUTU, cacah, strict=True))}"


def _lukis_jawaban(kanvas: Kanvas, baris: Baris, tata: TataBaris) -> None:
    from rtl_tracker.reports.grafik.kanvas import di_ujung, skala_datar

    axes = kanvas.baris([nama for nama, _ in baris], tata)
    skala_datar(axes, 0, 100, range(0, 101, 20))
    for y, (_, cacah) in enumerate(baris):
        _jawaban(axes, y, cacah, tata.lebar_data)
        di_ujung(axes, 100 if sum(cacah) else 0, y, f"n = {bulat(sum(cacah))}" if sum(cacah) else "belum ada data")
    kanvas.teks(tata.kiri, kanvas.tinggi - 8.5, "Persentase jawaban (%)", warna=gaya.TINTA_LEMAH)
    kanvas.legenda(tata.kiri, kanvas.tinggi - 3, zip(ISIAN_JAWABAN, KATA_JAWABAN, strict=True))


def _jawaban(axes: Axes, y: int, cacah: Cacah, lebar: float) -> None:
    """One bar of 100 %, `lebar` millimetres long; a share is printed in its part where the part is wide enough."""
    from rtl_tracker.reports.grafik.kanvas import batang, lebar_teks, tulis

    kiri = Fraction(0)
    for n, isian in zip(cacah, ISIAN_JAWABAN, strict=True):
        bagian = Fraction(100 * n, sum(cacah) or 1)
        batang(axes, y, float(kiri), float(bagian), isian, TEBAL)
        if lebar_teks(angka(bagian), gaya.UKURAN_NILAI) + 1.5 <= float(bagian) * lebar / 100:
            tulis(axes, float(kiri + bagian / 2), y, angka(bagian), isian)
        kiri += bagian


def _lukis_mutu(kanvas: Kanvas, baris: Baris, tata: TataBaris) -> None:
    from rtl_tracker.reports.grafik.kanvas import batang, tanpa_skala

    axes = kanvas.baris([nama for nama, _ in baris], tata)
    tanpa_skala(axes, max(1, *(sum(cacah) for _, cacah in baris)))
    _angka_kolom(kanvas, tata.atas / 2, (*ISIAN_MUTU, "Jumlah"), tebal=True)
    for y, (_, cacah) in enumerate(baris):
        kiri = 0
        for n, isian in zip(cacah, ISIAN_MUTU.values(), strict=True):
            batang(axes, y, kiri, n, isian, TEBAL)
            kiri += n
        _angka_kolom(kanvas, tata.atas + (y + 0.5) * tata.tinggi_baris(len(baris)), [bulat(n) for n in (*cacah, kiri)])
    kanvas.legenda(tata.kiri, kanvas.tinggi - 3, legenda_mutu())


def _angka_kolom(kanvas: Kanvas, y: float, isi: Sequence[str], tebal: bool = False) -> None:
    """The counts of A, B, C, D and their sum right of the bars, in columns."""
    for ke, satu in enumerate(reversed(isi)):
        kanan = LEBAR_HALAMAN - 2 - ke * LEBAR_KOLOM - (SELA_JUMLAH if ke else 0)
        kanvas.teks(kanan, y, satu, gaya.UKURAN_NILAI, rata="right", tebal=tebal)
