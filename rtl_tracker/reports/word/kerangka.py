"""The skeleton of a rendered template: headings, markers, fixed blocks, section breaks, without what has nothing to show."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn

from rtl_tracker.reports.word.gaya import JUDUL_DAFTAR, Gaya
from rtl_tracker.reports.word.simpul import Simpul, cari, nilai

LANSKAP = "lanskap"
POTRET = "potret"
_PENANDA = re.compile(r"\[\[(\w+)\]\]")


@dataclass(frozen=True, slots=True)
class JudulTemplat:
    """A heading of the template. The heading of the contents itself (`tercatat` false) is no entry of the contents."""

    elemen: Simpul
    tingkat: int
    gaya: str
    teks: str
    tercatat: bool


@dataclass(frozen=True, slots=True)
class Penanda:
    """A paragraph `[[nama]]`."""

    nama: str
    elemen: Simpul


@dataclass(frozen=True, slots=True)
class Mentah:
    """Any other block; stays as it is."""

    elemen: Simpul


@dataclass(frozen=True, slots=True)
class Pemisah:
    """The end of a section, with the properties of that section."""

    sectpr: Simpul


Blok = JudulTemplat | Penanda | Mentah
Butir = Blok | Pemisah


def baca_kerangka(body: Simpul, gaya: Gaya) -> list[Butir]:
    """The blocks of a body in order; the last one is the end of the last section."""
    hasil: list[Butir] = []
    for blok in body:
        if blok.tag == qn("w:sectPr"):
            hasil.append(Pemisah(blok))
        elif blok.tag == qn("w:p"):
            hasil.extend(_baca_paragraf(blok, gaya))
        else:
            hasil.append(Mentah(blok))
    return hasil


def nama_penanda(kerangka: Iterable[Butir]) -> list[str]:
    """Names of the markers, those of landscape parts left out."""
    return [butir.nama for butir in kerangka if isinstance(butir, Penanda) and butir.nama not in (LANSKAP, POTRET)]


def pangkas(kerangka: list[Butir], berisi: Callable[[str], bool]) -> list[Butir]:
    """Without every heading below which there are markers but nothing to put at any of them, and without empty markers.

    All that stands between such a heading and the next one goes too, except the ends of sections.
    """
    hasil: list[Butir] = []
    batas = 0
    for i, butir in enumerate(kerangka):
        if i >= batas and isinstance(butir, JudulTemplat):
            akhir = _akhir_cabang(kerangka, i)
            nama = nama_penanda(kerangka[i:akhir])
            if nama and not any(map(berisi, nama)):
                batas = akhir
        tata_letak = isinstance(butir, Pemisah) or (isinstance(butir, Penanda) and butir.nama in (LANSKAP, POTRET))
        kosong = isinstance(butir, Penanda) and not tata_letak and not berisi(butir.nama)
        if tata_letak or (i >= batas and not kosong):
            hasil.append(butir)
    return hasil


def _akhir_cabang(kerangka: list[Butir], awal: int) -> int:
    judul = kerangka[awal]
    tingkat = judul.tingkat if isinstance(judul, JudulTemplat) else 0
    for i in range(awal + 1, len(kerangka)):
        butir = kerangka[i]
        if isinstance(butir, JudulTemplat) and butir.tingkat <= tingkat:
            return i
    return len(kerangka)


def _baca_paragraf(paragraf: Simpul, gaya: Gaya) -> Iterator[Butir]:
    ppr = cari(paragraf, "w:pPr")
    sectpr = None if ppr is None else cari(ppr, "w:sectPr")
    if ppr is not None and sectpr is not None:
        ppr.remove(sectpr)
    if sectpr is None or paragraf.find(f".//{qn('w:r')}") is not None:
        yield _satu_paragraf(paragraf, gaya)
    if sectpr is not None:
        yield Pemisah(sectpr)


def _satu_paragraf(paragraf: Simpul, gaya: Gaya) -> Blok:
    teks = "".join(t.text or "" for t in paragraf.iterfind(f".//{qn('w:t')}")).strip()
    temu = _PENANDA.fullmatch(teks)
    if temu:
        return Penanda(temu[1], paragraf)
    kode = nilai(paragraf, "w:pPr", "w:pStyle")
    tingkat = gaya.tingkat_judul(kode)
    if tingkat:
        return JudulTemplat(paragraf, tingkat, kode, teks, tercatat=True)
    if gaya.nama(kode) == JUDUL_DAFTAR:
        return JudulTemplat(paragraf, 1, kode, teks, tercatat=False)
    return Mentah(paragraf)
