"""Search, filter and order of the recap table. Pure: the page hands in what its address says."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.usecases.beranda import BarisUpp

TANPA_HASIL = "belum"


class Urutan(StrEnum):
    """What the recap is ordered by; `susunan` keeps every UPT under its induk."""

    SUSUNAN = "susunan"
    NAMA = "nama"
    IKM = "ikm"
    TERENDAH = "terendah"
    TERTINGGI = "tertinggi"
    RESPONDEN = "responden"
    REALISASI = "realisasi"


@dataclass(frozen=True, slots=True)
class Saringan:
    """What is asked for. `mutu` is a letter, TANPA_HASIL or empty; empty texts filter nothing."""

    cari: str = ""
    mutu: str = ""
    kelompok: str = ""
    urut: Urutan = Urutan.SUSUNAN
    turun: bool = False

    @property
    def menyaring(self) -> bool:
        """Whether any row may be left out."""
        return bool(self.cari or self.mutu or self.kelompok)


def baca_saringan(cari: str, mutu: str, kelompok: str, urut: str, arah: str) -> Saringan:
    """The filter that an address asks for; what is not known there asks for nothing."""
    return Saringan(
        cari=cari.strip(),
        mutu=mutu if mutu == TANPA_HASIL or mutu in Mutu.__members__ else "",
        kelompok=kelompok.strip(),
        urut=Urutan(urut) if urut in list(Urutan) else Urutan.SUSUNAN,
        turun=arah == "turun",
    )


def saring(baris: Iterable[BarisUpp], saringan: Saringan) -> list[BarisUpp]:
    """The rows that match, in the order asked for. Rows without the figure stand last, whichever the direction."""
    cocok = [b for b in baris if _cocok(b, saringan)]
    if saringan.urut is Urutan.SUSUNAN:
        return list(reversed(cocok)) if saringan.turun else cocok
    if saringan.urut is Urutan.NAMA:
        return sorted(cocok, key=lambda b: lipat(b.fakta.nama), reverse=saringan.turun)
    return _urut_angka(cocok, _ANGKA[saringan.urut], saringan.turun)


def _cocok(b: BarisUpp, saringan: Saringan) -> bool:
    mutu = TANPA_HASIL if b.fakta.mutu is None else b.fakta.mutu.value
    return (
        (not saringan.mutu or mutu == saringan.mutu)
        and (not saringan.kelompok or b.fakta.kelompok == saringan.kelompok)
        and all(kata in lipat(b.fakta.nama) for kata in lipat(saringan.cari).split())
    )


_ANGKA: dict[Urutan, Callable[[BarisUpp], Decimal | int | None]] = {
    Urutan.IKM: lambda b: b.fakta.ikm,
    Urutan.TERENDAH: lambda b: b.fakta.nilai_terendah,
    Urutan.TERTINGGI: lambda b: b.fakta.nilai_tertinggi,
    Urutan.RESPONDEN: lambda b: b.fakta.n,
    Urutan.REALISASI: lambda b: b.realisasi,
}


def _urut_angka(baris: Sequence[BarisUpp], angka: Callable[[BarisUpp], Decimal | int | None], turun: bool) -> list[BarisUpp]:
    berangka = [(nilai, b) for b in baris if (nilai := angka(b)) is not None]
    urut = sorted(berangka, key=lambda satu: satu[0], reverse=turun)
    return [b for _, b in urut] + [b for b in baris if angka(b) is None]
