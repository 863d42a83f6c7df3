"""The text of a template, paragraph by paragraph, with the place at which an officer finds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from rtl_tracker.reports.templat_sendiri.bagian_xml import W, turunan
from rtl_tracker.reports.templat_sendiri.isi_paket import IsiPaket
from rtl_tracker.reports.templat_sendiri.temuan_templat import kutip

_TEKS = f"{W}t"


@dataclass(frozen=True, slots=True)
class BarisTeks:
    """One paragraph. `badan`: it stands directly in the body. `teks`: its own text; `utuh`: in the body, with that of text boxes too.

    `judul`: text of the nearest heading above, the paragraph itself when it is one (`berjudul`).
    """

    bagian: str
    teks: str
    utuh: str
    badan: bool
    judul: str
    berjudul: bool = False

    @property
    def tempat(self) -> str:
        """Where it stands, to begin a sentence with."""
        bawah = f" di bawah judul '{kutip(self.judul, 40)}'" if self.judul and not self.berjudul else ""
        return f"{self.bagian}{bawah}, '{kutip(self.teks)}'"


def baca_teks(isi: IsiPaket) -> list[BarisTeks]:
    """All paragraphs of all parts in their order, the main part first."""
    nama = [isi.utama, *(n for n in isi.xml if n != isi.utama and not n.casefold().endswith(".rels"))]
    gaya = _nama_gaya(isi)
    return [baris for satu in nama for baris in _baca_bagian(isi.sebutan(satu), isi.xml[satu], gaya)]


def daftar_gaya(isi: IsiPaket) -> dict[str, str]:
    """Kind ("paragraph", "table" ...) of every style by its name in lower case."""
    return {_nama(satu): satu.get(f"{W}type", "") for satu in _semua_gaya(isi)}


def bernomor_legal(isi: IsiPaket) -> bool:
    """Whether a list of the template numbers its lower levels in Arabic figures throughout."""
    return any(True for akar in _dirujuk(isi, "numbering") for _ in akar.iter(f"{W}isLgl"))


def _dirujuk(isi: IsiPaket, jenis: str) -> list[Element]:
    """The parts of this kind that the main part uses."""
    tujuan = [h.bagian_tujuan for h in isi.hubungan if h.pemilik == isi.utama and h.jenis == jenis and not h.keluar]
    return [isi.xml[nama] for nama in tujuan if nama in isi.xml]


def _semua_gaya(isi: IsiPaket) -> list[Element]:
    return [satu for akar in _dirujuk(isi, "styles") for satu in akar.iter(f"{W}style")]


def _nama(gaya: Element) -> str:
    nama = gaya.find(f"{W}name")
    return "" if nama is None else nama.get(f"{W}val", "").lower()


def _nama_gaya(isi: IsiPaket) -> dict[str, str]:
    """Name of every style by its id."""
    return {satu.get(f"{W}styleId", ""): _nama(satu) for satu in _semua_gaya(isi)}


def _baca_bagian(sebutan: str, akar: Element, gaya: dict[str, str]) -> Iterator[BarisTeks]:
    sendiri: dict[int, list[str]] = {}
    utuh: dict[int, list[str]] = {}
    urut: list[tuple[Element, bool]] = []
    for elemen, atas in turunan(akar):
        if elemen.tag == f"{W}p":
            urut.append((elemen, bool(atas) and atas[-1].tag == f"{W}body"))
        elif elemen.tag == _TEKS and elemen.text:
            paragraf = [satu for satu in atas if satu.tag == f"{W}p"]
            if paragraf:
                utuh.setdefault(id(paragraf[0]), []).append(elemen.text)
                sendiri.setdefault(id(paragraf[-1]), []).append(elemen.text)
    judul = ""
    for simpul, badan in urut:
        teks = "".join(sendiri.get(id(simpul), ()))
        berjudul = badan and bool(teks.strip()) and _gaya(simpul, gaya).startswith(("heading ", "toc heading"))
        judul = teks.strip() if berjudul else judul
        yield BarisTeks(sebutan, teks, "".join(utuh.get(id(simpul), ())).strip(), badan, judul, berjudul)


def _gaya(paragraf: Element, gaya: dict[str, str]) -> str:
    kode = paragraf.find(f"{W}pPr/{W}pStyle")
    return "" if kode is None else gaya.get(kode.get(f"{W}val", ""), "")
