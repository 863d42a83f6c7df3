"""RTL: what was planned for which unsur, and what became of it (spec 1.9, 2.2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from rtl_tracker.domain.ikm import konversi, prioritas
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur


class StatusRtl(StrEnum):
    """State of an RTL; `terlambat` is derived from the tenggat, never stored."""

    DIRENCANAKAN = "direncanakan"
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    TERVERIFIKASI = "terverifikasi"
    DIKEMBALIKAN = "dikembalikan"
    TIDAK_DILAKSANAKAN = "tidak_dilaksanakan"


class Horizon(StrEnum):
    """Length of an action: under 12 months, 12-24, over 24."""

    PENDEK = "pendek"
    MENENGAH = "menengah"
    PANJANG = "panjang"


@dataclass(frozen=True, slots=True)
class Rtl:
    """One planned action. `upp_id` None = of the instansi itself; `unsur` None = its text names no single unsur.

    `status` None = the source says nothing about it (an imported plan), which is not "not done". `asal_id` is the RTL it was
    carried over from; `dilapor_oleh` the account that reported it done; `versi` grows with every change made in the program.
    """

    id: int
    upp_id: int | None
    tahun: int
    periode: Periode
    unsur: Unsur | None
    unsur_teks: str
    kegiatan: str
    keluhan: str = ""
    indikator: str = ""
    waktu: str = ""
    tenggat: date | None = None
    penanggung_jawab: str = ""
    horizon: Horizon | None = None
    stakeholder: str = ""
    status: StatusRtl | None = None
    uraian: str = ""
    hambatan: str = ""
    alasan: str = ""
    strategi: str = ""
    bukti: tuple[str, ...] = ()
    data_contoh: bool = False
    asal_id: int | None = None
    catatan_pengembalian: str = ""
    dilapor_oleh: int | None = None
    dilapor_pada: datetime | None = None
    diverifikasi_pada: datetime | None = None
    pemverifikasi: str = ""
    versi: int = 1

    @property
    def selesai(self) -> bool:
        """The UPP says it is done (dilaporkan)."""
        return self.status in (StatusRtl.SELESAI, StatusRtl.TERVERIFIKASI)

    @property
    def terverifikasi(self) -> bool:
        """Somebody else has confirmed it."""
        return self.status is StatusRtl.TERVERIFIKASI


def unsur_wajib_rtl(nrr: Mapping[Unsur, Fraction], jumlah_prioritas: int = 3) -> tuple[Unsur, ...]:
    """Unsur that owe an RTL, from the lowest up: every one classed C or D and the lowest `jumlah_prioritas` (ties included)."""
    wajib = set(prioritas(nrr, jumlah_prioritas))
    wajib |= {u for u, nilai in nrr.items() if mutu(konversi(nilai)) in (Mutu.C, Mutu.D)}
    return tuple(sorted(wajib, key=lambda u: (nrr[u], list(Unsur).index(u))))


def terlambat(rtl: Rtl, hari_ini: date) -> int:
    """Days an unfinished RTL is past its tenggat; 0 when it is not."""
    if rtl.selesai or rtl.tenggat is None:
        return 0
    return max((hari_ini - rtl.tenggat).days, 0)


def berstatus(rtl: Iterable[Rtl]) -> list[Rtl]:
    """The RTL whose outcome is known."""
    return [r for r in rtl if r.status is not None]
