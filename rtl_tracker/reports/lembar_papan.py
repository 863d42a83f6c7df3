"""The board as an Excel workbook: the screen, and one row per UPP and period to count and sort with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rtl_tracker.formats import tanggal
from rtl_tracker.reports.buku_excel import Kolom, Lembar, tulis_buku

Nilai = str | int | date | None
LEBAR_NAMA, LEBAR_LAIN = 46, 22


@dataclass(frozen=True, slots=True)
class LembarPapan:
    """What the workbook holds: the board in words, and its cells as values. `dinilai_pada`: the day on which lateness was judged."""

    judul: str
    dinilai_pada: date
    kepala: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]
    kepala_rincian: tuple[str, ...]
    rincian: tuple[tuple[Nilai, ...], ...]


def buat_lembar_papan(papan: LembarPapan) -> bytes:
    """The workbook as bytes of an .xlsx file."""
    pengantar = (papan.judul, f"Keadaan pada {tanggal(papan.dinilai_pada)}")
    lembar = (
        Lembar("Papan", pengantar, _kolom(papan.kepala), papan.baris),
        Lembar("Rincian", pengantar, _kolom(papan.kepala_rincian), papan.rincian),
    )
    return tulis_buku(lembar, papan.judul)


def _kolom(kepala: Sequence[str]) -> tuple[Kolom, ...]:
    return tuple(Kolom(judul, LEBAR_LAIN if i else LEBAR_NAMA) for i, judul in enumerate(kepala))
