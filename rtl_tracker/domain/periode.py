"""Periods of measurement and their order (spec 1.5 and 5.4)."""

import re
from enum import StrEnum

from rtl_tracker.domain.unsur import lipat


class Periode(StrEnum):
    """One period of a year: triwulan, semester or the whole year."""

    TW1 = "TW1"
    TW2 = "TW2"
    S1 = "S1"
    TW3 = "TW3"
    TW4 = "TW4"
    S2 = "S2"
    TAHUNAN = "TAHUNAN"


class Frekuensi(StrEnum):
    """How often an UPP measures; the law's minimum is once a year."""

    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUNAN = "tahunan"


SEMESTER: tuple[Periode, ...] = (Periode.S1, Periode.S2)
TRIWULAN_SEMESTER: dict[Periode, tuple[Periode, Periode]] = {
    Periode.S1: (Periode.TW1, Periode.TW2),
    Periode.S2: (Periode.TW3, Periode.TW4),
}
PERIODE_WAJIB: dict[Frekuensi, tuple[Periode, ...]] = {
    Frekuensi.TRIWULAN: (Periode.TW1, Periode.TW2, Periode.TW3, Periode.TW4),
    Frekuensi.SEMESTER: SEMESTER,
    Frekuensi.TAHUNAN: (Periode.TAHUNAN,),
}
NAMA_PERIODE: dict[Periode, str] = {
    Periode.TW1: "Triwulan I",
    Periode.TW2: "Triwulan II",
    Periode.TW3: "Triwulan III",
    Periode.TW4: "Triwulan IV",
    Periode.S1: "Semester I",
    Periode.S2: "Semester II",
    Periode.TAHUNAN: "Tahunan",
}
_ANGKA = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4,
          "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}  # fmt: skip
_JENIS = {"tw": "TW", "triwulan": "TW", "kuartal": "TW", "s": "S", "sem": "S", "semester": "S", "smt": "S"}
_BULAN = ("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober",
          "november", "desember")  # fmt: skip


def periode_dari_bulan(bulan: int) -> Periode:
    """The triwulan a calendar month (1-12) lies in."""
    return (Periode.TW1, Periode.TW2, Periode.TW3, Periode.TW4)[(bulan - 1) // 3]


def semester_dari(periode: Periode) -> Periode | None:
    """The semester a triwulan or a semester belongs to; None for the whole year."""
    for semester, triwulan in TRIWULAN_SEMESTER.items():
        if periode is semester or periode in triwulan:
            return semester
    return None


def baca_periode(teks: str) -> tuple[Periode, bool, int | None] | None:
    """Read a printed period.

    Returns (periode, rerata, tahun): `rerata` is True for a printed mean ("RATA_S1", "Rata-rata Semester 2"),
    `tahun` the year named in the text, if any. None when the text names no period, or more than one.
    """
    tanpa_hari = re.sub(rf"(?i)\b\d{{1,2}} (?={'|'.join(_BULAN)})", "", teks.replace("_", " "))
    kata = lipat(re.sub(r"(?i)\b(tw|s)\s*([1-4])\b", r"\1 \2", tanpa_hari)).split()
    tahun = next((int(k) for k in kata if re.fullmatch(r"(19|20)\d\d", k)), None)
    rerata = any(k in {"rata", "rerata", "mean"} for k in kata)
    inti = [k for k in kata if k not in {"rata", "rerata", "mean", "periode", "tahun", *_BULAN} and k != str(tahun)]
    if (inti and inti[0] in {"tahunan", "setahun"}) or (not inti and kata and kata[0] == "tahun"):
        return Periode.TAHUNAN, rerata, tahun
    if len(inti) < 2 or inti[0] not in _JENIS or inti[1] not in _ANGKA or _ANGKA.keys() & set(inti[2:]):
        return None
    kode = f"{_JENIS[inti[0]]}{_ANGKA[inti[1]]}"
    return (Periode(kode), rerata, tahun) if kode in Periode.__members__ else None
