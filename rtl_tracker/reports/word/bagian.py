"""Sections of the document: page geometry, page numbering, and landscape parts inside a portrait section."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from docx.oxml.ns import qn

from rtl_tracker.reports.word.galat import TemplatTidakLengkap
from rtl_tracker.reports.word.kerangka import LANSKAP, POTRET, Blok, Butir, Pemisah, Penanda
from rtl_tracker.reports.word.simpul import Simpul, atribut, buang, cari

TEPI_LANSKAP = 964
TWIP_PER_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class NomorHalaman:
    """How a section that starts its own page numbers counts: Word's format name and the first number."""

    bentuk: str
    mulai: int


@dataclass(frozen=True, slots=True)
class Bagian:
    """One section: its blocks, its `w:sectPr`, the room for text in mm, its own page numbers if it starts any."""

    isi: tuple[Blok, ...]
    sectpr: Simpul
    lebar_mm: float
    tinggi_mm: float
    nomor: NomorHalaman | None


def susun_bagian(kerangka: list[Butir]) -> list[Bagian]:
    """The sections that have blocks; `[[lanskap]]` ... `[[potret]]` becomes a section of its own."""
    hasil: list[Bagian] = []
    isi: list[Blok] = []
    for butir in kerangka:
        if isinstance(butir, Pemisah):
            hasil.extend(_pecah(isi, butir.sectpr))
            isi = []
        else:
            isi.append(butir)
    if isi or not hasil:
        raise TemplatTidakLengkap("Templat Word tidak berakhir dengan pengaturan halaman (w:sectPr).")
    return hasil


def _pecah(isi: list[Blok], sectpr: Simpul) -> Iterator[Bagian]:
    for i, (tegak, bagian) in enumerate(_gabungkan(_selang_seling(isi))):
        properti = _sambungan(sectpr) if i else sectpr
        yield _bagian(bagian, properti if tegak else _rebahkan(properti))


def _gabungkan(bagian: Iterable[tuple[bool, list[Blok]]]) -> list[tuple[bool, list[Blok]]]:
    """Neighbouring parts of one orientation as one: where nothing is left between them no page ends."""
    hasil: list[tuple[bool, list[Blok]]] = []
    for tegak, isi in bagian:
        if isi and hasil and hasil[-1][0] is tegak:
            hasil[-1][1].extend(isi)
        elif isi:
            hasil.append((tegak, isi))
    return hasil


def _selang_seling(isi: list[Blok]) -> Iterator[tuple[bool, list[Blok]]]:
    tegak = True
    kumpulan: list[Blok] = []
    for butir in isi:
        if isinstance(butir, Penanda) and butir.nama in (LANSKAP, POTRET):
            if tegak is (butir.nama == POTRET):
                raise TemplatTidakLengkap(f"Penanda [[{butir.nama}]] pada templat Word tidak berpasangan.")
            yield tegak, kumpulan
            tegak, kumpulan = not tegak, []
        else:
            kumpulan.append(butir)
    if not tegak:
        raise TemplatTidakLengkap("Penanda [[lanskap]] pada templat Word tidak ditutup dengan [[potret]].")
    yield tegak, kumpulan


def _bagian(isi: list[Blok], sectpr: Simpul) -> Bagian:
    ukuran, tepi = _anak(sectpr, "w:pgSz"), _anak(sectpr, "w:pgMar")
    lebar = _angka(ukuran, "w:w") - _angka(tepi, "w:left") - _angka(tepi, "w:right") - _angka(tepi, "w:gutter")
    tinggi = _angka(ukuran, "w:h") - _angka(tepi, "w:top") - _angka(tepi, "w:bottom")
    return Bagian(tuple(isi), sectpr, lebar / TWIP_PER_MM, tinggi / TWIP_PER_MM, _nomor(sectpr))


def _nomor(sectpr: Simpul) -> NomorHalaman | None:
    nomor = cari(sectpr, "w:pgNumType")
    if nomor is None or not atribut(nomor, "w:start"):
        return None
    return NomorHalaman(atribut(nomor, "w:fmt", "decimal"), int(atribut(nomor, "w:start")))


def _sambungan(sectpr: Simpul) -> Simpul:
    """The same section going on after a break: the page numbers do not start again."""
    salinan = deepcopy(sectpr)
    nomor = cari(salinan, "w:pgNumType")
    if nomor is not None:
        nomor.attrib.pop(qn("w:start"), "")
        if not nomor.attrib:
            salinan.remove(nomor)
    buang(salinan, "w:type", "w:titlePg")
    return salinan


def _rebahkan(sectpr: Simpul) -> Simpul:
    salinan = deepcopy(sectpr)
    ukuran, tepi = _anak(salinan, "w:pgSz"), _anak(salinan, "w:pgMar")
    lebar, tinggi = atribut(ukuran, "w:w"), atribut(ukuran, "w:h")
    ukuran.set(qn("w:w"), tinggi)
    ukuran.set(qn("w:h"), lebar)
    ukuran.set(qn("w:orient"), "landscape")
    atas, kanan, bawah, kiri = (atribut(tepi, f"w:{sisi}") for sisi in ("top", "right", "bottom", "left"))
    # The sheet is turned with its bound edge upwards, as a reader turns the report; wide tables get narrow sides.
    for sisi, nilai in (("top", kiri), ("right", _paling(atas)), ("bottom", kanan), ("left", _paling(bawah))):
        tepi.set(qn(f"w:{sisi}"), nilai)
    return salinan


def _paling(tepi: str) -> str:
    return str(min(int(tepi), TEPI_LANSKAP))


def _anak(sectpr: Simpul, tag: str) -> Simpul:
    anak = cari(sectpr, tag)
    if anak is None:
        raise TemplatTidakLengkap(f"Bagian templat Word tanpa {tag}: ukuran kertas dan tepi halaman harus tertulis.")
    return anak


def _angka(elemen: Simpul, nama: str) -> int:
    return int(atribut(elemen, nama, "0"))
