"""Ranked bars of index values: all UPP, or the nine unsur. Bars start at 25, the bottom of the scale, and say so."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from rtl_tracker.reports.grafik import gaya
from rtl_tracker.reports.grafik.gaya import ISIAN_MUTU, Isian
from rtl_tracker.reports.grafik.kalimat import bagian_ke, cetak_nilai, kalimat_ekstrem
from rtl_tracker.reports.grafik.kelas import NILAI_TERENDAH, NILAI_TERTINGGI, batas_kelas, legenda_mutu
from rtl_tracker.reports.grafik.model import Grafik, bagi_rata, nama_bagian, wajib_berisi
from rtl_tracker.reports.grafik.tata import LEBAR_HALAMAN, MAKS_BARIS, TataBaris

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from rtl_tracker.reports.grafik.kanvas import Kanvas

BarisNilai = tuple[str, Decimal, str]
TATA = TataBaris(kiri=64, kanan=4, atas=6, bawah=16)
TANDA = (25, 50, 75, 100)
MUAT_DI_DALAM = 40


def peringkat_upp(baris: Sequence[BarisNilai]) -> list[Grafik]:
    """Bars of (UPP, IKM 25-100, mutu), highest first, at most 34 a picture in even parts; no rows, no picture."""
    if not baris:
        return []
    bagian, tata = bagi_rata(_menurun(baris), MAKS_BARIS), TATA.untuk([satu[0] for satu in baris])
    return [
        _grafik(nama_bagian("peringkat-upp", ke, len(bagian)), isi, "IKM",
                f"Grafik batang IKM per UPP dari yang tertinggi{bagian_ke(ke, len(bagian))}.", tata)
        for ke, isi in enumerate(bagian, start=1)
    ]  # fmt: skip


def nilai_unsur(baris: Sequence[tuple[str, str, Decimal, str]]) -> Grafik:
    """Bars of (kode, name, konversi 25-100, mutu) of the unsur, highest first. Raises ValueError without rows."""
    wajib_berisi(baris)
    urut = tuple(_menurun([(f"{kode} {nama}", nilai, mutu) for kode, nama, nilai, mutu in baris]))
    pembuka = "Grafik batang nilai konversi unsur dari yang tertinggi."
    return _grafik("nilai-unsur", urut, "Nilai konversi", pembuka, TATA.untuk([satu[0] for satu in urut]))


def _menurun(baris: Sequence[BarisNilai]) -> list[BarisNilai]:
    return sorted(baris, key=lambda satu: (-satu[1], satu[0].casefold()))


def _grafik(nama: str, isi: tuple[BarisNilai, ...], ukuran: str, pembuka: str, tata: TataBaris) -> Grafik:
    alt = f"{pembuka} {kalimat_ekstrem([(satu[0], satu[1]) for satu in isi])}"
    return Grafik(nama, alt, LEBAR_HALAMAN, tata.tinggi(len(isi)), _lukis, (isi, ukuran, tata))


def _lukis(kanvas: Kanvas, isi: tuple[BarisNilai, ...], ukuran: str, tata: TataBaris) -> None:
    from rtl_tracker.reports.grafik.kanvas import skala_datar

    axes = kanvas.baris([nama for nama, _, _ in isi], tata)
    skala_datar(axes, NILAI_TERENDAH, NILAI_TERTINGGI, TANDA)
    for y, (_, nilai, mutu) in enumerate(isi):
        _batang_bernilai(axes, y, nilai, ISIAN_MUTU[mutu])
    _batas(axes)
    kanvas.teks(tata.kiri, kanvas.tinggi - 8.5, f"{ukuran} (skala 25–100; batang dimulai dari 25)", warna=gaya.TINTA_LEMAH)
    kanvas.legenda(tata.kiri, kanvas.tinggi - 3, legenda_mutu())


def _batang_bernilai(axes: Axes, y: int, nilai: Decimal, isian: Isian) -> None:
    """A bar with its value at the inner side of its end, where no class boundary crosses it; outside when it is short."""
    from rtl_tracker.reports.grafik.kanvas import batang, di_ujung, tulis

    batang(axes, y, NILAI_TERENDAH, max(0.0, float(nilai) - NILAI_TERENDAH), isian)
    if nilai >= MUAT_DI_DALAM:
        tulis(axes, float(nilai), y, cetak_nilai(nilai), isian, "right")
    else:
        di_ujung(axes, max(NILAI_TERENDAH, float(nilai)), y, cetak_nilai(nilai))


def _batas(axes: Axes) -> None:
    """Thin lines where the classes begin, labelled above the rows."""
    for nilai, label in batas_kelas():
        axes.axvline(float(nilai), color=gaya.GARIS_BATAS, linewidth=0.6, linestyle=(0, (4, 2)), zorder=1.5)
        axes.annotate(label, (float(nilai), 1), xycoords=("data", "axes fraction"), xytext=(0, 3),
                      textcoords="offset points", ha="center", va="bottom", fontsize=6, color=gaya.TINTA_LEMAH)  # fmt: skip
