"""Mutu and kinerja of an index (spec 1.4). The table is data: dated, with its legal source."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from rtl_tracker.domain.angka import Angka, bulatkan
from rtl_tracker.domain.unsur import lipat


class Mutu(StrEnum):
    """Letter of a class; A is the best."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True, slots=True)
class KelasMutu:
    """One class: letter, words, nilai persepsi, and the lowest index (25-100, 2 decimals) that belongs to it."""

    mutu: Mutu
    kinerja: str
    nilai_persepsi: int
    batas_bawah: Decimal
    interval_ikm: str
    interval_nrr: str


@dataclass(frozen=True, slots=True)
class TabelMutu:
    """The classes in force from a date on, best first, with their legal source."""

    sumber: str
    berlaku_sejak: date
    kelas: tuple[KelasMutu, ...]


TABEL_MUTU: tuple[TabelMutu, ...] = (
    TabelMutu(
        sumber="PermenPANRB Nomor 14 Tahun 2017",
        berlaku_sejak=date(2017, 5, 9),
        kelas=(
            KelasMutu(Mutu.A, "Sangat Baik", 4, Decimal("88.31"), "88,31 - 100,00", "3,5324 - 4,00"),
            KelasMutu(Mutu.B, "Baik", 3, Decimal("76.61"), "76,61 - 88,30", "3,0644 - 3,532"),
            KelasMutu(Mutu.C, "Kurang Baik", 2, Decimal("65.00"), "65,00 - 76,60", "2,60 - 3,064"),
            KelasMutu(Mutu.D, "Tidak Baik", 1, Decimal("0"), "25,00 - 64,99", "1,00 - 2,5996"),
        ),
    ),
)


def kelas_mutu(ikm: Angka) -> KelasMutu:
    """The class of an index or a konversi (25-100): rounded to 2 decimals half up, then compared.

    Below 25,00 (only possible under bobot 0,11) is D. Source: PermenPANRB 14/2017.
    """
    nilai = bulatkan(ikm, 2)
    return next(kelas for kelas in TABEL_MUTU[-1].kelas if nilai >= kelas.batas_bawah)


def mutu(ikm: Angka) -> Mutu:
    """The letter of an index (25-100)."""
    return kelas_mutu(ikm).mutu


def kinerja(huruf: Mutu) -> str:
    """The words of a letter: A -> "Sangat Baik"."""
    return next(kelas.kinerja for kelas in TABEL_MUTU[-1].kelas if kelas.mutu is huruf)


def batas_bawah(huruf: Mutu) -> Decimal:
    """The lowest index that belongs to the class."""
    return next(kelas.batas_bawah for kelas in TABEL_MUTU[-1].kelas if kelas.mutu is huruf)


def baca_mutu(teks: str) -> Mutu | None:
    """The class a printed kategori names ("A (Sangat Baik)", "BAIK"); None when letter and words disagree or are unknown."""
    kata = lipat(teks)
    kinerja_terlipat = {lipat(kelas.kinerja): kelas.mutu for kelas in TABEL_MUTU[-1].kelas}
    huruf = next((m for m in Mutu if m.value.casefold() in kata.split()), None)
    tanpa_huruf = " ".join(k for k in kata.split() if huruf is None or k != huruf.value.casefold())
    if not tanpa_huruf:
        return huruf
    dari_kata = kinerja_terlipat.get(tanpa_huruf)
    return dari_kata if huruf is None or huruf is dari_kata else None
