"""PEKPPP scores for follow-up (spec 1.10, PEKPPP F-01): data, dated by their source."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class SkorPekppp:
    """One row of the table: the score and the condition in words."""

    skor: int
    syarat: str


SUMBER = "PEKPPP F-01"
TABEL_REALISASI: tuple[SkorPekppp, ...] = (
    SkorPekppp(0, "tidak ada RTL"),
    SkorPekppp(1, "realisasi 0 %"),
    SkorPekppp(2, "realisasi di atas 0 % dan di bawah 30 %"),
    SkorPekppp(3, "realisasi 30 % sampai 80 %"),
    SkorPekppp(4, "realisasi di atas 80 % dan di bawah 100 %"),
    SkorPekppp(5, "realisasi 100 %"),
)
_BATAS_BULAN: tuple[tuple[int, int], ...] = ((1, 5), (3, 4), (6, 3), (9, 2), (12, 1))


def skor_realisasi(realisasi: Fraction | Decimal | None) -> int:
    """Score 0-5 of a realisasi %; None = no RTL."""
    if realisasi is None:
        return 0
    if realisasi >= 100:
        return 5
    if realisasi > 80:
        return 4
    if realisasi >= 30:
        return 3
    return 2 if realisasi > 0 else 1


def skor_waktu(bulan: int | None) -> int:
    """Score 0-5 of the months from the report to its follow-up report; None or more than 12 months = 0."""
    if bulan is None:
        return 0
    return next((skor for batas, skor in _BATAS_BULAN if bulan <= batas), 0)
