"""Whole columns at once: every distinct raw cell is read a single time, the rest is a dictionary look-up."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final

from rtl_tracker.spreadsheets.baris import PembacaBaris, Tabel
from rtl_tracker.spreadsheets.rujukan import NamaTidakDikenal
from rtl_tracker.spreadsheets.sel import KOSONG, NilaiSalah, Sel


class _Tolakan:
    """Marks a value that was refused."""


TOLAK: Final = _Tolakan()
Nilai = Any


class _Ingatan(dict[Any, Any]):
    """Remembers what each distinct cell was read as; a refused one is TOLAK, with its error kept."""

    def __init__(self, baca: Callable[[Any], Nilai]) -> None:
        super().__init__()
        self._baca = baca
        self.salah: dict[Any, NilaiSalah] = {}

    def __missing__(self, mentah: Any) -> Nilai:
        try:
            nilai = self._baca(mentah)
        except NilaiSalah as salah:
            nilai, self.salah[mentah] = TOLAK, salah
        self[mentah] = nilai
        return nilai


class PembacaKolom:
    """Reads the columns of one table; refusals are noted at their rows and counted in `gagal`."""

    def __init__(self, tabel: Tabel) -> None:
        self.tabel = tabel
        self.gagal = False
        self._kolom: list[tuple[Sel, ...]] = list(zip(*tabel.baris, strict=True))

    def mentah(self, posisi: int) -> Sequence[Sel]:
        """The raw cells of a column. TRUE and FALSE become texts, because in a dictionary they would pass for 1 and 0."""
        kolom = self._kolom[posisi]
        if bool in set(map(type, kolom)):
            return [str(sel).upper() if isinstance(sel, bool) else sel for sel in kolom]
        return kolom

    def baca(self, nama: str, baca: Callable[[Any], Nilai]) -> list[Nilai]:
        """A column by name, every cell through `baca`, which raises NilaiSalah for what it refuses."""
        return self.baca_di(self.tabel.kepala.kolom.get(nama), baca)

    def baca_di(self, posisi: int | None, baca: Callable[[Any], Nilai]) -> list[Nilai]:
        """A column by position; a column that is not there is read once, as a blank."""
        if posisi is None:
            return [baca(KOSONG)] * len(self.tabel.baris)
        return self.baca_nilai(self.mentah(posisi), baca, posisi)

    def baca_nilai(self, nilai: Sequence[Hashable], baca: Callable[[Any], Nilai], posisi: int | None) -> list[Nilai]:
        """Values already at hand (one per row) through `baca`; refusals are noted at the column `posisi`."""
        ingatan = _Ingatan(baca)
        hasil = list(map(ingatan.__getitem__, nilai))
        if ingatan.salah:
            self._catat(nilai, hasil, ingatan, posisi)
        return hasil

    def _catat(self, nilai: Sequence[Hashable], hasil: list[Nilai], ingatan: _Ingatan, posisi: int | None) -> None:
        self.gagal = True
        for i, terbaca in enumerate(hasil):
            if terbaca is TOLAK:
                salah = ingatan.salah[nilai[i]]
                kalimat = salah.kalimat if isinstance(salah, NamaTidakDikenal) else str(salah)
                self.baris(i).tolak(None, kalimat, posisi)

    def baris(self, i: int) -> PembacaBaris:
        """The row at index `i`, to note something at it."""
        return PembacaBaris(self.tabel, self.tabel.nomor[i], self.tabel.baris[i])

    def tolak(self, indeks: Sequence[int], kolom: str | None, kalimat: str) -> None:
        """Note the same refusal at several rows."""
        self.gagal = self.gagal or bool(indeks)
        for i in indeks:
            self.baris(i).tolak(kolom, kalimat)


def contoh_nilai(nilai: Sequence[str], banyak: int = 5) -> str:
    """The first few values for a sentence."""
    return ", ".join(f"'{isi}'" for isi in nilai[:banyak]) + (", …" if len(nilai) > banyak else "")
