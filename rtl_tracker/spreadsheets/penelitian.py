"""An exact look at the XML of a sheet: its true extent, and the cells that a reader would silently show as blank.

Slower than the fast look by an order; done only where that one found a reason.
"""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from rtl_tracker.spreadsheets.arsip import KALIMAT_RUSAK
from rtl_tracker.spreadsheets.masalah import BerkasDitolak
from rtl_tracker.spreadsheets.pemindaian import BARIS_MAKS, KOLOM_MAKS, nomor_kolom

CATATAN_MAKS = 200_000
KALIMAT_ALAMAT = "Lembar ini memuat alamat sel yang tidak sah. Buka dan simpan kembali dengan Excel atau LibreOffice."
_ALAMAT = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
Letak = tuple[int, int]


@dataclass(slots=True)
class Penelitian:
    """Positions count from (1, 1). `luas`: cells of the rectangle around everything that has a value or a formula."""

    awal: Letak = (0, 0)
    akhir: Letak = (0, 0)
    rumus: list[Letak] = field(default_factory=list)
    galat: dict[Letak, str] = field(default_factory=dict)
    persen: list[Letak] = field(default_factory=list)
    panjang_teks: int = 0

    @property
    def luas(self) -> int:
        """Number of cells of the rectangle; 0 for an empty sheet."""
        if self.akhir == (0, 0):
            return 0
        return (self.akhir[0] - self.awal[0] + 1) * (self.akhir[1] - self.awal[1] + 1)

    def tambah(self, letak: Letak) -> None:
        """Widen the rectangle to hold the cell."""
        if self.akhir == (0, 0):
            self.awal = self.akhir = letak
            return
        self.awal = (min(self.awal[0], letak[0]), min(self.awal[1], letak[1]))
        self.akhir = (max(self.akhir[0], letak[0]), max(self.akhir[1], letak[1]))


def teliti(potongan: Iterable[bytes], gaya_persen: Container[int] = (), panjang_bersama: Sequence[int] = ()) -> Penelitian:
    """Walk every cell of a sheet.

    `panjang_bersama`: lengths of the shared strings, to know how much text the cells refer to in all. Raises BerkasDitolak
    for XML that is not well formed, an impossible address, or hundreds of thousands of uncalculated or erroneous cells.
    """
    penjelajah = _Penjelajah(gaya_persen, panjang_bersama)
    pengurai = ParserCreate()
    pengurai.buffer_text = True
    pengurai.StartElementHandler = penjelajah.buka
    pengurai.EndElementHandler = penjelajah.tutup
    pengurai.CharacterDataHandler = penjelajah.isi
    try:
        for bagian in potongan:
            pengurai.Parse(bagian, False)
        pengurai.Parse(b"", True)
    except ExpatError as salah:
        raise BerkasDitolak(KALIMAT_RUSAK) from salah
    return penjelajah.hasil


class _Penjelajah:
    def __init__(self, gaya_persen: Container[int], panjang_bersama: Sequence[int]) -> None:
        self.hasil = Penelitian()
        self._gaya_persen, self._panjang = gaya_persen, panjang_bersama
        self._baris = self._kolom = 0
        self._jenis, self._gaya = "", -1
        self._di_sel = self._di_nilai = self._ada_rumus = self._ada_nilai = False
        self._nilai: list[str] = []

    def buka(self, nama: str, atribut: dict[str, str]) -> None:
        nama = nama.rpartition(":")[2]
        if nama == "c":
            self._buka_sel(atribut)
        elif nama == "row":
            self._baris = _batasi(atribut.get("r", str(self._baris + 1)), BARIS_MAKS)
            self._kolom = 0
        elif self._di_sel:
            self._ada_rumus = self._ada_rumus or nama == "f"
            self._ada_nilai = self._ada_nilai or nama in ("v", "is")
            self._di_nilai = nama == "v"

    def isi(self, teks: str) -> None:
        if self._di_nilai:
            self._nilai.append(teks)

    def tutup(self, nama: str) -> None:
        nama = nama.rpartition(":")[2]
        if nama == "v":
            self._di_nilai = False
        elif nama == "c" and self._di_sel:
            self._di_sel = False
            if self._ada_nilai or self._ada_rumus:
                self._tutup_sel("".join(self._nilai))

    def _buka_sel(self, atribut: dict[str, str]) -> None:
        alamat = atribut.get("r")
        if alamat is None:
            self._kolom += 1
        else:
            cocok = _ALAMAT.fullmatch(alamat)
            if cocok is None:
                raise BerkasDitolak(KALIMAT_ALAMAT)
            self._kolom, self._baris = nomor_kolom(cocok[1]), _batasi(cocok[2], BARIS_MAKS)
        if not (1 <= self._kolom <= KOLOM_MAKS and self._baris >= 1):
            raise BerkasDitolak(KALIMAT_ALAMAT)
        self._jenis, gaya = atribut.get("t", "n"), atribut.get("s", "")
        self._gaya = int(gaya) if gaya.isascii() and gaya.isdigit() and len(gaya) < 10 else -1
        self._di_sel, self._di_nilai, self._ada_rumus, self._ada_nilai = True, False, False, False
        self._nilai = []

    def _tutup_sel(self, nilai: str) -> None:
        letak = (self._baris, self._kolom)
        self.hasil.tambah(letak)
        if self._ada_rumus and not nilai and not (self._jenis == "str" and self._ada_nilai):
            self.hasil.rumus.append(letak)
        elif self._jenis == "e":
            self.hasil.galat[letak] = nilai
        elif self._jenis == "n" and nilai and self._gaya in self._gaya_persen:
            self.hasil.persen.append(letak)
        elif self._jenis == "s" and nilai.isascii() and nilai.isdigit() and int(nilai[:9]) < len(self._panjang):
            self.hasil.panjang_teks += self._panjang[int(nilai[:9])]
        if len(self.hasil.rumus) + len(self.hasil.galat) > CATATAN_MAKS:
            raise BerkasDitolak("Lembar ini memuat ratusan ribu sel rumus yang belum dihitung atau bernilai galat.")


def _batasi(teks: str, atas: int) -> int:
    if not (teks.isascii() and teks.isdigit() and len(teks) <= 7 and 1 <= int(teks) <= atas):
        raise BerkasDitolak(KALIMAT_ALAMAT)
    return int(teks)
