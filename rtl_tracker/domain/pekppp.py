"""PEKPPP scores for follow-up (spec 1.10, PEKPPP F-01): data, dated by their source; and what would raise a score."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class SkorPekppp:
    """One row of the table: the score and the condition in words; `ambang` is how it is reached from below."""

    skor: int
    syarat: str
    ambang: str = ""


SUMBER = "PEKPPP F-01"
TABEL_REALISASI: tuple[SkorPekppp, ...] = (
    SkorPekppp(0, "tidak ada RTL"),
    SkorPekppp(1, "realisasi 0 %"),
    SkorPekppp(2, "realisasi di atas 0 % dan di bawah 30 %", "melampaui 0 %"),
    SkorPekppp(3, "realisasi 30 % sampai 80 %", "mencapai 30 %"),
    SkorPekppp(4, "realisasi di atas 80 % dan di bawah 100 %", "melampaui 80 %"),
    SkorPekppp(5, "realisasi 100 %", "mencapai 100 %"),
)
_BATAS_BULAN: tuple[tuple[int, int], ...] = ((1, 5), (3, 4), (6, 3), (9, 2), (12, 1))
TABEL_WAKTU: tuple[SkorPekppp, ...] = (
    SkorPekppp(0, "belum ada laporan tindak lanjut, atau lebih dari 12 bulan"),
    *(SkorPekppp(skor, f"paling lama {batas} bulan") for batas, skor in reversed(_BATAS_BULAN)),
)
SUMBER_MEDIA = "PEKPPP F-01, jumlah media publikasi hasil SKM"
TABEL_MEDIA: tuple[SkorPekppp, ...] = (
    SkorPekppp(0, "tidak dipublikasikan"),
    *(SkorPekppp(n, f"{n} jenis media") for n in range(1, 5)),
    SkorPekppp(5, "lebih dari 4 jenis media"),
)


def skor_media(banyak: int) -> int:
    """Score 0-5 of the number of different media in which a result was made public."""
    return min(max(banyak, 0), 5)


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


@dataclass(frozen=True, slots=True)
class KenaikanSkor:
    """The fewest further RTL that lift the score: `tambahan` more make `tercapai` of `rtl`, which scores `skor`."""

    tambahan: int
    tercapai: int
    rtl: int
    skor: int

    @property
    def ambang(self) -> str:
        """The bound that is passed, in words: "melampaui 80 %"."""
        return next(s.ambang for s in TABEL_REALISASI if s.skor == self.skor)


def kenaikan_realisasi(tercapai: int, rtl: int, paling_banyak: int) -> KenaikanSkor | None:
    """What lifts the score of `tercapai` out of `rtl`, found by trying every count up to `paling_banyak`.

    None when no count within reach scores higher.
    """
    if not rtl:
        return None
    kini = skor_realisasi(Fraction(100 * tercapai, rtl))
    for banyak in range(tercapai + 1, paling_banyak + 1):
        skor = skor_realisasi(Fraction(100 * banyak, rtl))
        if skor > kini:
            return KenaikanSkor(banyak - tercapai, banyak, rtl, skor)
    return None


def bulan_berjalan(dari: date, sampai: date) -> int:
    """Months from one day to another; a month that has begun counts whole: 15 Jan to 15 Feb is 1, to 16 Feb is 2."""
    bulan = (sampai.year - dari.year) * 12 + sampai.month - dari.month
    return max(bulan + (sampai.day > dari.day), 0)


@dataclass(frozen=True, slots=True)
class KesempatanWaktu:
    """The best time score that is still within reach, and the last day on which it is."""

    skor: int
    batas: date


def kesempatan_waktu(dari: date, hari_ini: date) -> KesempatanWaktu | None:
    """What a follow-up report handed in from today on can still score; None when 12 months have passed."""
    berjalan = bulan_berjalan(dari, hari_ini)
    return next((KesempatanWaktu(s, _sesudah_bulan(dari, batas)) for batas, s in _BATAS_BULAN if berjalan <= batas), None)


def _sesudah_bulan(hari: date, bulan: int) -> date:
    """The last day that is still `bulan` months after `hari`: the same day of the month, or the month's last one."""
    tahun, bulan_ke = divmod(hari.year * 12 + hari.month - 1 + bulan, 12)
    return date(tahun, bulan_ke + 1, min(hari.day, monthrange(tahun, bulan_ke + 1)[1]))
