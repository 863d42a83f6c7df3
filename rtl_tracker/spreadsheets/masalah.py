"""What is wrong with a workbook, told so that an officer can find the cell and mend it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Tingkat = Literal["galat", "peringatan", "info"]
Kalimat = str | Callable[[], str]

BATAS_PER_LEMBAR = 200
PANJANG_NILAI = 120
LEMBAR_BERKAS = "berkas"


@dataclass(frozen=True, slots=True)
class Masalah:
    """One refusal (galat) or notice. `baris` is the row number as seen in Excel (header = 1); `kalimat` is formal Indonesian.

    `lembar` is "berkas" when the file as a whole is meant.
    """

    tingkat: Tingkat
    lembar: str
    baris: int | None
    kolom: str | None
    nilai: str | None
    kalimat: str


class BerkasDitolak(Exception):
    """The file cannot be opened safely or is no workbook; str(error) is the sentence for the user."""


class Catatan:
    """Collects problems; per sheet and kind it keeps the first 200 and counts the others."""

    def __init__(self) -> None:
        self._daftar: list[Masalah] = []
        self._jumlah: Counter[tuple[str, Tingkat]] = Counter()

    @property
    def ada_galat(self) -> bool:
        """Whether anything was refused."""
        return any(tingkat == "galat" for _, tingkat in self._jumlah)

    def galat(self, lembar: str, baris: int | None, kolom: str | None, nilai: str | None, kalimat: Kalimat) -> None:
        """Note a refusal. A sentence that is dear to make (nearest names) may be given as a function: it is made only if kept."""
        self._catat("galat", lembar, baris, kolom, nilai, kalimat)

    def peringatan(self, lembar: str, baris: int | None, kolom: str | None, nilai: str | None, kalimat: Kalimat) -> None:
        """Note something that was read but deserves a look."""
        self._catat("peringatan", lembar, baris, kolom, nilai, kalimat)

    def info(self, lembar: str, baris: int | None, kolom: str | None, nilai: str | None, kalimat: Kalimat) -> None:
        """Note what was done with the input."""
        self._catat("info", lembar, baris, kolom, nilai, kalimat)

    def daftar(self) -> tuple[Masalah, ...]:
        """Everything noted, in the order found; last, one line per sheet and kind for what is not listed one by one."""
        sisa = [
            Masalah(tingkat, lembar, None, None, None, _kalimat_sisa(tingkat, lembar, jumlah - BATAS_PER_LEMBAR))
            for (lembar, tingkat), jumlah in self._jumlah.items()
            if jumlah > BATAS_PER_LEMBAR
        ]
        return (*self._daftar, *sisa)

    def _catat(
        self, tingkat: Tingkat, lembar: str, baris: int | None, kolom: str | None, nilai: str | None, kalimat: Kalimat
    ) -> None:
        self._jumlah[lembar, tingkat] += 1
        if self._jumlah[lembar, tingkat] > BATAS_PER_LEMBAR:
            return
        if nilai is not None and len(nilai) > PANJANG_NILAI:
            nilai = nilai[: PANJANG_NILAI - 1] + "…"
        teks = kalimat if isinstance(kalimat, str) else kalimat()
        self._daftar.append(Masalah(tingkat, lembar, baris, kolom, nilai, teks))


def _kalimat_sisa(tingkat: Tingkat, lembar: str, sisa: int) -> str:
    return (
        f"Masih ada {sisa} {tingkat} lain pada lembar '{lembar}' yang tidak ditampilkan. "
        f"Perbaiki dahulu {BATAS_PER_LEMBAR} yang pertama, lalu periksa kembali."
    )
