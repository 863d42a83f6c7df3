"""A cheap look at the XML of a sheet before it is read: how far it reaches and whether anything needs a closer look.

The reader builds a dense rectangle around the cells with a value, takes any cell address for true and shows errors and
formulas without a value as blanks. So the extent is measured here first, and addresses are checked.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rtl_tracker.spreadsheets.arsip import KALIMAT_RUSAK
from rtl_tracker.spreadsheets.kisi import BATAS_SEL
from rtl_tracker.spreadsheets.masalah import BerkasDitolak

BARIS_MAKS, KOLOM_MAKS = 1_048_576, 16_384
KOTAK_BARIS, KOTAK_KOLOM = 99_999, 26
TANDA_MAKS = 4 << 20
_DI_LUAR_KOTAK = re.compile(
    rb'<c(?! r="[A-Z][0-9]{1,5}")(?! r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]{1,9}")? ?/>)(?![A-Za-z])([^>]{0,20})'
)
_ALAMAT = re.compile(rb' r="([A-Z]{1,3})([0-9]{1,7})"')
_BERAWALAN = re.compile(rb":c[\s/>]")
_TERLARANG = (b"<!DOCTYPE", b"<!ENTITY")
_TEKS_BERSAMA = re.compile(rb"<(?:\w+:)?si[\s>/]")
_BOM_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class Ringkasan:
    """What a fast look tells. `baris`, `kolom`: an upper bound of the extent; cells outside the box of A to Z and 99,999 rows
    count unless they are closed at once and so hold nothing. `aneh`: written in a way that the fast look cannot vouch for."""

    baris: int = KOTAK_BARIS
    kolom: int = KOTAK_KOLOM
    aneh: bool = False
    rumus: bool = False
    galat: bool = False
    persen: bool = False
    teks_bersama: int = 0

    @property
    def mencurigakan(self) -> bool:
        """Whether the part could make the reader build more cells than memory should hold."""
        return self.aneh or self.baris * self.kolom > BATAS_SEL


def nomor_kolom(huruf: bytes | str) -> int:
    """Number of a column: "A" -> 1, "XFD" -> 16384."""
    kode = huruf if isinstance(huruf, bytes) else huruf.encode("ascii", "replace")
    nomor = 0
    for nilai in kode.upper():
        nomor = nomor * 26 + nilai - 64
    return nomor


def per_tanda(potongan: Iterable[bytes]) -> Iterator[bytes]:
    """The same XML in pieces that never split a tag. Raises BerkasDitolak for megabytes without a tag, or no UTF-8."""
    ekor = b""
    awal = True
    for bagian in potongan:
        data = ekor + bagian
        if awal and len(data) >= len(_BOM_UTF16[0]):
            _tolak_utf16(data)
            awal = False
        batas = data.rfind(b"<")
        if batas < 0 or len(data) - batas > TANDA_MAKS:
            if len(data) > TANDA_MAKS:
                raise BerkasDitolak(KALIMAT_RUSAK)
            ekor = data
            continue
        yield data[:batas]
        ekor = data[batas:]
    yield ekor


def ringkas(potongan: Iterable[bytes], gaya_persen: Iterable[int] = ()) -> Ringkasan:
    """Look through one XML part. Raises BerkasDitolak for a DOCTYPE, an entity, or what is no XML text in UTF-8.

    `gaya_persen`: numbers of the cell styles that show per cent.
    """
    hasil = Ringkasan()
    pola_persen = _pola_persen(gaya_persen)
    for data in per_tanda(potongan):
        _lihat(data, hasil, pola_persen)
    return hasil


def panjang_teks_bersama(potongan: Iterable[bytes]) -> list[int]:
    """Upper bound of the length of every shared string, in bytes, by its number."""
    letak: list[int] = []
    lewat = 0
    for data in per_tanda(potongan):
        letak.extend(lewat + cocok.start() for cocok in _TEKS_BERSAMA.finditer(data))
        lewat += len(data)
    return [berikut - ini for ini, berikut in pairwise([*letak, lewat])]


def _pola_persen(gaya: Iterable[int]) -> re.Pattern[bytes] | None:
    nomor = b"|".join(str(n).encode() for n in gaya)
    return re.compile(rb'<c [^>]*\bs="(?:' + nomor + rb')"') if nomor else None


def _tolak_utf16(awal: bytes) -> None:
    """UTF-16 and the like would hide what the scan looks for."""
    if b"\0" in awal[:64] or awal[:2] in _BOM_UTF16:
        raise BerkasDitolak(KALIMAT_RUSAK)


def _lihat(data: bytes, hasil: Ringkasan, pola_persen: re.Pattern[bytes] | None) -> None:
    if b"<!" in data:
        if any(tanda in data for tanda in _TERLARANG):
            raise BerkasDitolak(
                "Berkas ini memuat DOCTYPE atau entitas XML, yang tidak pernah ada dalam buku kerja yang wajar."
            )
        hasil.aneh = True
    if _BERAWALAN.search(data):
        hasil.aneh = True
    for atribut in _DI_LUAR_KOTAK.findall(data):
        _luaskan(hasil, atribut)
    hasil.rumus = hasil.rumus or b"<f" in data
    hasil.galat = hasil.galat or b't="e"' in data
    hasil.teks_bersama += data.count(b't="s"')
    if pola_persen is not None and not hasil.persen:
        hasil.persen = pola_persen.search(data) is not None


def _luaskan(hasil: Ringkasan, atribut: bytes) -> None:
    cocok = _ALAMAT.match(atribut)
    if cocok is None:
        hasil.aneh = True
        return
    hasil.kolom = max(hasil.kolom, nomor_kolom(cocok[1]))
    hasil.baris = max(hasil.baris, int(cocok[2]))
