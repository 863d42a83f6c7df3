"""Search, filter and order of the follow-up table. Pure: the page hands in what its address says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from rtl_tracker.domain.pengaturan import DasarRealisasi
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tindak_lanjut import TindakLanjutUpp
from rtl_tracker.domain.unsur import lipat


class Tampilkan(StrEnum):
    """Which units are shown."""

    SEMUA = "semua"
    MENUNGGU = "menunggu"
    TERLAMBAT = "terlambat"
    BELUM = "belum"
    TANPA_RTL = "tanpa_rtl"


class Urutan(StrEnum):
    """What the table is ordered by, each in the direction in which it is asked for."""

    SUSUNAN = "susunan"
    NAMA = "nama"
    DILAPORKAN = "dilaporkan"
    TERVERIFIKASI = "terverifikasi"
    MENUNGGU = "menunggu"
    TERLAMBAT = "terlambat"
    TERLAMA = "terlama"


@dataclass(frozen=True, slots=True)
class SaringanPersentase:
    """What is asked for. `periode`: only the RTL born in it; empty texts filter nothing."""

    cari: str = ""
    kelompok: str = ""
    periode: Periode | None = None
    tampilkan: Tampilkan = Tampilkan.SEMUA
    urut: Urutan = Urutan.SUSUNAN

    @property
    def menyaring(self) -> bool:
        """Whether any row or RTL may be left out."""
        return bool(self.cari or self.kelompok or self.periode or self.tampilkan is not Tampilkan.SEMUA)


def baca_saringan(cari: str, kelompok: str, periode: str, tampilkan: str, urut: str) -> SaringanPersentase:
    """The filter that an address asks for; what is not known there asks for nothing."""
    return SaringanPersentase(
        cari=cari.strip(),
        kelompok=kelompok.strip(),
        periode=Periode(periode) if periode in list(Periode) else None,
        tampilkan=Tampilkan(tampilkan) if tampilkan in list(Tampilkan) else Tampilkan.SEMUA,
        urut=Urutan(urut) if urut in list(Urutan) else Urutan.SUSUNAN,
    )


def saring(unit: Sequence[TindakLanjutUpp], saringan: SaringanPersentase) -> list[TindakLanjutUpp]:
    """The units that match, in the order asked for; units without the figure stand last."""
    cocok = [t for t in unit if _cocok(t, saringan)]
    if saringan.urut is Urutan.SUSUNAN:
        return cocok
    if saringan.urut is Urutan.NAMA:
        return sorted(cocok, key=lambda t: lipat(t.upp.nama))
    return sorted(cocok, key=lambda t: _kunci(_ANGKA[saringan.urut](t)))


def _cocok(t: TindakLanjutUpp, saringan: SaringanPersentase) -> bool:
    return (
        (not saringan.kelompok or t.upp.kelompok_cetak == saringan.kelompok)
        and all(kata in lipat(t.upp.nama) for kata in lipat(saringan.cari).split())
        and _PILIH[saringan.tampilkan](t)
    )


_PILIH: dict[Tampilkan, Callable[[TindakLanjutUpp], bool]] = {
    Tampilkan.SEMUA: lambda t: True,
    Tampilkan.MENUNGGU: lambda t: t.cacah.selisih > 0,
    Tampilkan.TERLAMBAT: lambda t: t.cacah.terlambat > 0,
    Tampilkan.BELUM: lambda t: t.ada_rtl and t.persen(DasarRealisasi.DILAPORKAN) is None,
    Tampilkan.TANPA_RTL: lambda t: not t.ada_rtl,
}
_ANGKA: dict[Urutan, Callable[[TindakLanjutUpp], Fraction | int | None]] = {
    Urutan.DILAPORKAN: lambda t: t.persen(DasarRealisasi.DILAPORKAN),
    Urutan.TERVERIFIKASI: lambda t: t.persen(DasarRealisasi.TERVERIFIKASI),
    Urutan.MENUNGGU: lambda t: -t.cacah.selisih,
    Urutan.TERLAMBAT: lambda t: -t.cacah.terlambat,
    Urutan.TERLAMA: lambda t: -t.cacah.terlama,
}


def _kunci(nilai: Fraction | int | None) -> tuple[bool, Fraction | int]:
    return (nilai is None, 0 if nilai is None else nilai)
