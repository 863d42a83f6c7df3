"""Names of UPP and layanan to their canonical spelling; an unknown name is never a silent new unit (spec 5.4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from rtl_tracker.domain.unsur import lipat
from rtl_tracker.spreadsheets.sel import NilaiSalah

JUMLAH_TAWARAN = 3
_KEMIRIPAN = 0.5


@dataclass(frozen=True, slots=True)
class UppDikenal:
    """A UPP that is already stored."""

    nama: str
    kode: str
    singkatan: str


class NamaTidakDikenal(NilaiSalah):
    """A name that is not among the known ones; the sentence with the nearest names is made only when asked for."""

    def __init__(self, awal: str, calon: Sequence[str], teks: str, akhir: str) -> None:
        super().__init__(awal)
        self._awal, self._calon, self._teks, self._akhir = awal, calon, teks, akhir

    def kalimat(self) -> str:
        """What is wrong, up to three near names, and what to do."""
        dekat = nama_terdekat(self._teks, self._calon)
        tawaran = f"Nama terdekat: {'; '.join(dekat)}. " if dekat else ""
        return f"{self._awal} {tawaran}{self._akhir}"


def kunci_nama(nama: str) -> str:
    """Fold a name: case, spaces and punctuation do not count."""
    return lipat(nama).replace(" ", "")


def nama_terdekat(teks: str, calon: Iterable[str]) -> list[str]:
    """Up to three of the names that look most like `teks`, best first."""
    terlipat = {lipat(nama): nama for nama in calon}
    return [terlipat[kunci] for kunci in get_close_matches(lipat(teks), terlipat, JUMLAH_TAWARAN, _KEMIRIPAN)]


@dataclass
class PencariUpp:
    """Finds a UPP by nama, else by kode or singkatan. The spelling first handed in is the canonical one."""

    _nama: dict[str, str] = field(default_factory=dict)
    _sebutan: dict[str, set[str]] = field(default_factory=dict)

    def tambah(self, nama: str, kode: str = "", singkatan: str = "") -> str:
        """Make a UPP known and return its canonical nama."""
        kanonik = self._nama.setdefault(kunci_nama(nama), nama)
        for sebutan in (kode, singkatan):
            if kunci_nama(sebutan):
                self._sebutan.setdefault(kunci_nama(sebutan), set()).add(kanonik)
        return kanonik

    def cari(self, teks: str) -> str:
        """The canonical nama. Raises NilaiSalah when nothing, or more than one UPP, answers to the text."""
        kunci = kunci_nama(teks)
        if kunci in self._nama:
            return self._nama[kunci]
        calon = self._sebutan.get(kunci, set())
        if len(calon) == 1:
            return next(iter(calon))
        if calon:
            daftar = "; ".join(sorted(calon))
            raise NilaiSalah(f"'{teks}' menunjuk lebih dari satu UPP: {daftar}. Tulis nama lengkapnya.")
        akhir = "Samakan ejaannya, atau tambahkan UPP ini ke lembar upp."
        raise NamaTidakDikenal(f"UPP '{teks}' tidak dikenal.", list(self._nama.values()), teks, akhir)


@dataclass
class PencariLayanan:
    """Finds a layanan of a UPP. A UPP with listed layanan accepts only those; others keep the spelling first met."""

    _nama: dict[tuple[str, str], str] = field(default_factory=dict)
    _terdaftar: dict[str, list[str]] = field(default_factory=dict)

    def daftarkan(self, upp: str, nama: str) -> bool:
        """List a layanan of a UPP; False when it is listed already."""
        kunci = (upp, kunci_nama(nama))
        if kunci in self._nama:
            return False
        self._nama[kunci] = nama
        self._terdaftar.setdefault(upp, []).append(nama)
        return True

    def cari(self, upp: str, teks: str) -> str:
        """The canonical name. Raises NilaiSalah when the UPP has listed layanan and this is none of them."""
        kunci = (upp, kunci_nama(teks))
        if kunci in self._nama:
            return self._nama[kunci]
        if upp in self._terdaftar:
            akhir = "Samakan ejaannya, atau tambahkan layanan ini ke lembar layanan."
            awal = f"Layanan '{teks}' tidak ada dalam daftar layanan {upp}."
            raise NamaTidakDikenal(awal, self._terdaftar[upp], teks, akhir)
        return self._nama.setdefault(kunci, teks)
