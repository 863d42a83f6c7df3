"""How the recap names its periods, and captions of annual tables that name the period instead of the year."""

from dataclasses import replace

from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.formats import tanggal
from rtl_tracker.reports.triwulan.fakta import FaktaPeriode
from rtl_tracker.reports.triwulan.fakta_banding import SaatUkur
from rtl_tracker.reports.word.elemen import Tabel


def sebut_saat(saat: SaatUkur) -> str:
    """ "Triwulan IV 2022"."""
    return f"{NAMA_PERIODE[saat[1]]} {saat[0]}"


def sebut_periode(f: FaktaPeriode) -> str:
    """The period of the recap: "Semester I 2023"."""
    return sebut_saat((f.tahun, f.periode))


def bulan_tahun(f: FaktaPeriode) -> str:
    """Month in which the results are due, for the signature: "April 2023"."""
    return tanggal(f.jadwal.kirim_batas).split(" ", 1)[1]


def pada_periode(tabel: Tabel, f: FaktaPeriode) -> Tabel:
    """A table of the annual report with the period in its caption."""
    return replace(tabel, judul=(tabel.judul or "").replace(f"tahun {f.tahun}", sebut_periode(f)))
