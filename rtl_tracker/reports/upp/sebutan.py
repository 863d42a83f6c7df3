"""How the report of one unit names periods and its values."""

from collections.abc import Iterable

from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.formats import daftar
from rtl_tracker.reports.upp.fakta import FaktaUpp


def sebut_periode(periode: Periode) -> str:
    """A period inside a sentence: "Semester I", "pengukuran tahunan"."""
    return "pengukuran tahunan" if periode is Periode.TAHUNAN else NAMA_PERIODE[periode]


def daftar_periode(periode: Iterable[Periode]) -> str:
    """Periods joined as in a sentence."""
    return daftar([sebut_periode(p) for p in periode])


def periode_tahun(saat: tuple[int, Periode], tahun_laporan: int) -> str:
    """A period with its year where it is another one: "Semester I 2022", "Semester I"; "2023" for a whole year."""
    tahun, periode = saat
    if periode is Periode.TAHUNAN:
        return str(tahun)
    return NAMA_PERIODE[periode] if tahun == tahun_laporan else f"{NAMA_PERIODE[periode]} {tahun}"


def nama_skala(f: FaktaUpp) -> str:
    """What the tables print of an unsur: "NRR" or "konversi"."""
    return "NRR" if f.setahun.hasil.skala_nrr else "konversi"
