"""The live picture of a running survey, computed from its kept counts alone: how far it is, and when enough will have answered (spec 1.6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.domain.angka import persen
from rtl_tracker.domain.ikm import ikm_dari_unsur, konversi, peringkat, prioritas
from rtl_tracker.domain.jawaban import Cacah, JenisCacah, menurut_kunci, tabulasi_dari_cacah
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.sampel import margin_ikm, sampel_wajib
from rtl_tracker.domain.survei import Nilai, Tabulasi
from rtl_tracker.domain.unsur import Unsur

JENDELA = 14
"""Days over which today's pace is taken."""
HARI_GRAFIK = 30
BAGIAN_TINGGI = Fraction(10)
"""Per cent of questionnaires set aside above which somebody should look."""


@dataclass(frozen=True, slots=True)
class Gambaran:
    """What the valid questionnaires say so far. `ikm`, `margin` exact (25-100); `disisihkan` were set aside; `tabulasi` is what it was computed from."""

    n: int
    disisihkan: int
    ikm: Fraction | None
    margin: Decimal | None
    tabulasi: Tabulasi

    @property
    def mutu(self) -> Mutu | None:
        """Class of the index."""
        return None if self.ikm is None else mutu(self.ikm)

    @property
    def bagian_disisihkan(self) -> Fraction | None:
        """Per cent of all questionnaires that were set aside; None without any."""
        return persen(self.disisihkan, self.n + self.disisihkan)

    @property
    def banyak_disisihkan(self) -> bool:
        """Whether that share is high enough to look at."""
        bagian = self.bagian_disisihkan
        return bagian is not None and bagian > BAGIAN_TINGGI


@dataclass(frozen=True, slots=True)
class UnsurTerpantau:
    """One unsur so far: rank from the lowest (ties share it), exact NRR, sum and number of its answers."""

    unsur: Unsur
    rank: int
    nrr: Fraction
    jumlah: Nilai
    n: int
    prioritas: bool

    @property
    def konversi(self) -> Fraction:
        """On the scale 25-100."""
        return konversi(self.nrr)

    @property
    def mutu(self) -> Mutu:
        """Its class."""
        return mutu(self.konversi)


@dataclass(frozen=True, slots=True)
class Perkiraan:
    """When the required number is reached at today's pace (`laju` per day over `hari_laju` days, None without answers in them).

    `pada` None = it is reached already, nothing is required, the survey is over, or nothing can be promised.
    """

    wajib: int | None
    kurang: int
    laju: Fraction | None
    hari_laju: int
    pada: date | None
    tepat: bool

    @property
    def tercapai(self) -> bool:
        """Whether enough have answered."""
        return self.wajib is not None and not self.kurang


def gambaran(cacah: Cacah, pengaturan: Pengaturan, populasi: int | None) -> Gambaran:
    """The picture of one group of questionnaires."""
    tabulasi = tabulasi_dari_cacah(cacah)
    return Gambaran(
        n=tabulasi.n,
        disisihkan=cacah.get((JenisCacah.TIDAK_SAH, ""), 0),
        ikm=ikm_dari_unsur(tabulasi.nrr(), pengaturan.bobot, pengaturan.pembulatan_tertimbang),
        margin=margin_ikm(tabulasi, pengaturan.bobot, populasi),
        tabulasi=tabulasi,
    )


def unsur_terpantau(tabulasi: Tabulasi, jumlah_prioritas: int) -> tuple[UnsurTerpantau, ...]:
    """The unsur that have an answer, from the lowest up."""
    nrr = tabulasi.nrr()
    utama = prioritas(nrr, jumlah_prioritas)
    return tuple(
        UnsurTerpantau(u, rank, nrr[u], tabulasi.jumlah_unsur(u), tabulasi.n_unsur(u), u in utama) for rank, u in peringkat(nrr)
    )


def per_hari(cacah: Cacah) -> dict[date, int]:
    """Questionnaires by their day."""
    return {date.fromisoformat(hari): n for hari, n in sorted(menurut_kunci(cacah, JenisCacah.HARI).items())}


def perkirakan(
    n: int, populasi: int | None, harian: Mapping[date, int], jadwal: Jadwal, p: Pengaturan, hari: date
) -> Perkiraan:
    """How far the survey is from its required number. The pace is the mean per day of the last JENDELA days, or since the first answer."""
    wajib = sampel_wajib(p.aturan_sampel, populasi)
    kurang = max(wajib - n, 0) if wajib is not None else 0
    mulai = max(hari - timedelta(days=JENDELA - 1), min(harian, default=hari))
    lama = max((hari - mulai).days + 1, 1)
    banyak = sum(x for tanggal, x in harian.items() if mulai <= tanggal <= hari)
    laju = Fraction(banyak, lama) if banyak else None
    pada = None
    if kurang and laju is not None and hari <= jadwal.survei_selesai:
        pada = hari + timedelta(days=-(-kurang // laju))
    return Perkiraan(wajib, kurang, laju, lama, pada, pada is not None and pada <= jadwal.survei_selesai)


def deret_hari(harian: Mapping[date, int], jadwal: Jadwal, hari: date) -> tuple[tuple[date, int], ...]:
    """Questionnaires of each of the last HARI_GRAFIK days of the survey up to today, days without any too."""
    akhir = min(hari, jadwal.survei_selesai)
    mulai = max(jadwal.survei_mulai, akhir - timedelta(days=HARI_GRAFIK - 1))
    lama = (akhir - mulai).days + 1
    return tuple((satu, harian.get(satu, 0)) for satu in (mulai + timedelta(days=i) for i in range(lama)))
