"""What the examination of an own Word template finds: sentences that say where and what to do, and how heavy they weigh."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rtl_tracker.domain.tingkat import Tingkat

PALING_BANYAK = 100
PANJANG_KUTIPAN = 60


class Kelompok(StrEnum):
    """What a finding is about."""

    PAKET = "paket"
    AKTIF = "aktif"
    PERINTAH = "perintah"
    BIDANG = "bidang"
    PENANDA = "penanda"
    SUSUNAN = "susunan"
    PERCOBAAN = "percobaan"


@dataclass(frozen=True, slots=True)
class Masalah:
    """One finding; `kalimat` is complete."""

    tingkat: Tingkat
    kelompok: Kelompok
    kalimat: str


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """All findings of one template; the template may be put to use when none of them is an error."""

    masalah: tuple[Masalah, ...] = ()

    @property
    def galat(self) -> tuple[Masalah, ...]:
        """Findings that keep the template from being used."""
        return tuple(m for m in self.masalah if m.tingkat is Tingkat.GALAT)

    @property
    def peringatan(self) -> tuple[Masalah, ...]:
        """Findings that only tell."""
        return tuple(m for m in self.masalah if m.tingkat is not Tingkat.GALAT)

    @property
    def layak(self) -> bool:
        """Whether the template may be put to use."""
        return not self.galat

    @property
    def terbaca(self) -> bool:
        """Whether the file could be opened at all; what could not is not worth keeping."""
        return all(m.kelompok is not Kelompok.PAKET for m in self.galat)

    def ke_json(self) -> list[dict[str, str]]:
        """Plain values to store."""
        return [{"tingkat": m.tingkat.value, "kelompok": m.kelompok.value, "kalimat": m.kalimat} for m in self.masalah]


def dari_json(isi: Sequence[Mapping[str, str]]) -> HasilPeriksa:
    """The findings as stored by `ke_json`."""
    return HasilPeriksa(tuple(Masalah(Tingkat(m["tingkat"]), Kelompok(m["kelompok"]), m["kalimat"]) for m in isi))


def himpun(masalah: Iterable[Masalah]) -> HasilPeriksa:
    """Findings, each once, errors first; what goes beyond PALING_BANYAK is one sentence, so that no file makes an endless list."""
    semua = list(dict.fromkeys(masalah))
    semua.sort(key=lambda m: m.tingkat is not Tingkat.GALAT)
    sisa = semua[PALING_BANYAK:]
    if sisa:
        kalimat = "Masih ada masalah lain yang sejenis; perbaiki yang tertulis dahulu, lalu unggah kembali."
        semua[PALING_BANYAK:] = [Masalah(sisa[0].tingkat, sisa[0].kelompok, kalimat)]
    return HasilPeriksa(tuple(semua))


def galat(kelompok: Kelompok, kalimat: str) -> Masalah:
    """A finding that keeps the template from being used."""
    return Masalah(Tingkat.GALAT, kelompok, kalimat)


def peringatan(kelompok: Kelompok, kalimat: str) -> Masalah:
    """A finding that only tells."""
    return Masalah(Tingkat.PERINGATAN, kelompok, kalimat)


def kutip(teks: str, panjang: int = PANJANG_KUTIPAN) -> str:
    """Text of a stranger inside a sentence: on one line, without invisible characters, cut."""
    bersih = " ".join("".join(h if h.isprintable() else " " for h in teks).split())
    return bersih if len(bersih) <= panjang else f"{bersih[: panjang - 1]}…"
