"""The calendar of a year: when a period is surveyed and when its dossier is due (spec 2.3). The defaults are data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.periode import Periode

SUMBER = "jadwal bawaan keputusan gubernur tentang pelaksanaan SKM"


class JadwalTidakSah(DomainError):
    """The dates of a period contradict each other."""


@dataclass(frozen=True, slots=True)
class Jadwal:
    """One period: first and last day of the survey, first and last day on which result and RTL are due."""

    periode: Periode
    survei_mulai: date
    survei_selesai: date
    kirim_mulai: date
    kirim_batas: date


_BAWAAN: dict[Periode, tuple[tuple[int, int], tuple[int, int], tuple[int, int, int], tuple[int, int, int]]] = {
    Periode.TW1: ((1, 1), (3, 31), (0, 4, 1), (0, 4, 7)),
    Periode.TW2: ((4, 1), (6, 30), (0, 7, 1), (0, 7, 7)),
    Periode.S1: ((1, 1), (6, 30), (0, 7, 1), (0, 7, 7)),
    Periode.TW3: ((7, 1), (9, 30), (0, 10, 1), (0, 10, 7)),
    Periode.TW4: ((10, 1), (12, 31), (1, 1, 1), (1, 1, 7)),
    Periode.S2: ((7, 1), (12, 31), (1, 1, 1), (1, 1, 7)),
    Periode.TAHUNAN: ((1, 1), (12, 31), (1, 1, 8), (1, 1, 14)),
}


def jadwal_bawaan(tahun: int) -> dict[Periode, Jadwal]:
    """The default calendar of a year. Dates of sending may lie in the year after."""
    return {
        p: Jadwal(
            p,
            date(tahun, *mulai),
            date(tahun, *selesai),
            date(tahun + kirim[0], *kirim[1:]),
            date(tahun + batas[0], *batas[1:]),
        )
        for p, (mulai, selesai, kirim, batas) in _BAWAAN.items()
    }


def susun_kalender(tahun: int, ubahan: Mapping[Periode, Jadwal]) -> dict[Periode, Jadwal]:
    """The calendar of the year with the stored changes in place of the defaults."""
    return {p: ubahan.get(p, j) for p, j in jadwal_bawaan(tahun).items()}


def periksa_jadwal(jadwal: Jadwal) -> None:
    """Raises JadwalTidakSah when an end lies before its beginning, or sending ends before the survey does."""
    if jadwal.survei_selesai < jadwal.survei_mulai:
        raise JadwalTidakSah("Tanggal selesai survei mendahului tanggal mulainya.")
    if jadwal.kirim_batas < jadwal.kirim_mulai:
        raise JadwalTidakSah("Batas pengiriman mendahului tanggal mulai pengiriman.")
    if jadwal.kirim_batas < jadwal.survei_selesai:
        raise JadwalTidakSah("Batas pengiriman mendahului tanggal selesai survei.")
