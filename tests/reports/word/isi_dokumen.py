"""Checks inside the parts: identifiers, bookmarks, fields, tables, order of properties."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from tests.reports.word.urutan_skema import URUTAN

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SPASI = "{http://www.w3.org/XML/1998/namespace}space"
_ACUAN = re.compile(r"^\s*(?:REF|PAGEREF)\s+(\S+)")
_PANJANG_PENANDA = 40


def periksa_isi(bagian: Mapping[str, etree._Element]) -> list[str]:
    """Sentences about what is wrong inside the parts of one document."""
    galat: list[str] = []
    for nama, xml in bagian.items():
        temuan = [*_penanda(xml), *_medan(xml), *_tabel(xml), *_urutan(xml), *_teks(xml)]
        galat += [f"{nama}: {satu}" for satu in temuan]
    nomor = [str(satu.get("id")) for xml in bagian.values() for satu in xml.iter(f"{_WP}docPr")]
    galat += [f"docPr {satu} dua kali" for satu in _ganda(nomor)]
    galat += [
        f"gambar {satu.get('id')} tanpa teks alternatif"
        for xml in bagian.values()
        for satu in xml.iter(f"{_WP}docPr")
        if not satu.get("descr")
    ]
    return galat + list(_badan(bagian["word/document.xml"]))


def paragraf_kosong(xml: etree._Element) -> list[etree._Element]:
    """Paragraphs directly in the body without text, picture, field or section end."""
    badan = xml.find(f"{_W}body")
    assert badan is not None
    isi = {f"{_W}{tag}" for tag in ("t", "drawing", "fldChar", "sectPr")}
    return [p for p in badan.findall(f"{_W}p") if not any(satu.tag in isi for satu in p.iter())]


def _ganda(nama: Iterable[str]) -> list[str]:
    return [satu for satu, banyak in Counter(nama).items() if banyak > 1]


def _penanda(xml: etree._Element) -> Iterator[str]:
    awal = list(xml.iter(f"{_W}bookmarkStart"))
    nomor = [str(satu.get(f"{_W}id")) for satu in awal]
    nama = [str(satu.get(f"{_W}name")) for satu in awal]
    akhir = [str(satu.get(f"{_W}id")) for satu in xml.iter(f"{_W}bookmarkEnd")]
    yield from (f"penanda bernomor {satu} dua kali" for satu in _ganda(nomor))
    yield from (f"penanda {satu} dua kali" for satu in _ganda(nama))
    yield from (f"penanda {satu} terlalu panjang" for satu in nama if len(satu) > _PANJANG_PENANDA)
    if sorted(nomor) != sorted(akhir):
        yield f"awal dan akhir penanda tidak berpasangan: {sorted(set(nomor) ^ set(akhir))}"
    tujuan = [str(satu.get(f"{_W}anchor")) for satu in xml.iter(f"{_W}hyperlink") if satu.get(f"{_W}anchor")]
    tujuan += [temu[1] for satu in xml.iter(f"{_W}instrText") if (temu := _ACUAN.match(satu.text or ""))]
    yield from (f"penanda {satu} dirujuk tetapi tidak ada" for satu in sorted(set(tujuan) - set(nama)))


def _medan(xml: etree._Element) -> Iterator[str]:
    tumpukan: list[str] = []
    for satu in xml.iter(f"{_W}fldChar", f"{_W}instrText"):
        jenis = str(satu.get(f"{_W}fldCharType")) if satu.tag == f"{_W}fldChar" else "instr"
        harap = {"begin": None, "instr": "begin", "separate": "instr", "end": "separate"}[jenis]
        if harap is not None and (not tumpukan or tumpukan[-1] != harap):
            yield f"medan: {jenis} sesudah {tumpukan[-1:] or 'apa pun'}"
            return
        if jenis == "begin":
            tumpukan.append(jenis)
        elif jenis == "end":
            tumpukan.pop()
        else:
            tumpukan[-1] = jenis
    if tumpukan:
        yield f"medan: {len(tumpukan)} tidak ditutup"


def _tabel(xml: etree._Element) -> Iterator[str]:
    for tabel in xml.iter(f"{_W}tbl"):
        kisi = len(tabel.findall(f"{_W}tblGrid/{_W}gridCol"))
        gabung: dict[int, int] = {}
        baris = tabel.findall(f"{_W}tr")
        if not baris or not kisi:
            yield "tabel tanpa baris atau kisi"
        for nomor, satu in enumerate(baris):
            yield from _baris(satu, nomor, kisi, gabung)
        if tabel.getnext() is not None and tabel.getnext().tag == f"{_W}tbl":
            yield "dua tabel menempel"


def _baris(baris: etree._Element, nomor: int, kisi: int, gabung: dict[int, int]) -> Iterator[str]:
    """`gabung` maps the first column of a merged cell that may go on to its span; it is carried from row to row."""
    kolom = 0
    lanjut: dict[int, int] = {}
    for sel in baris.findall(f"{_W}tc"):
        rentang = int(_nilai(sel, "gridSpan") or 1)
        merge = sel.find(f"{_W}tcPr/{_W}vMerge")
        if merge is not None:
            lanjut[kolom] = rentang
            if merge.get(f"{_W}val") != "restart" and gabung.get(kolom) != rentang:
                yield f"baris {nomor} kolom {kolom}: lanjutan sel gabung tanpa awal"
        if not len(sel) or sel[-1].tag != f"{_W}p":
            yield f"baris {nomor} kolom {kolom}: sel tidak berakhir dengan paragraf"
        kolom += rentang
    if kolom != kisi:
        yield f"baris {nomor}: {kolom} kolom pada kisi {kisi}"
    gabung.clear()
    gabung.update(lanjut)


def _nilai(sel: etree._Element, tag: str) -> str | None:
    anak = sel.find(f"{_W}tcPr/{_W}{tag}")
    return None if anak is None else str(anak.get(f"{_W}val"))


def _urutan(xml: etree._Element) -> Iterator[str]:
    for nama, urutan in URUTAN.items():
        letak = {f"{_W}{tag}": i for i, tag in enumerate(urutan)}
        for satu in xml.iter(f"{_W}{nama}"):
            posisi = [letak.get(str(anak.tag), -1) for anak in satu if isinstance(anak.tag, str)]
            if -1 in posisi or posisi != sorted(posisi):
                yield f"{nama}: {[etree.QName(anak).localname for anak in satu]}"


def _teks(xml: etree._Element) -> Iterator[str]:
    for satu in xml.iter(f"{_W}t", f"{_W}instrText"):
        if satu.text and satu.text != satu.text.strip() and satu.get(_SPASI) != "preserve":
            yield f"spasi tepi hilang: {satu.text!r}"
        if len(satu):
            yield f"unsur di dalam teks: {satu.text!r}"


def _badan(xml: etree._Element) -> Iterator[str]:
    badan = xml.find(f"{_W}body")
    if badan is None or badan[-1].tag != f"{_W}sectPr":
        yield "badan dokumen tidak berakhir dengan pengaturan halaman"
        return
    if badan[-2].tag == f"{_W}tbl":
        yield "badan dokumen berakhir dengan tabel"
    yield from (
        f"sectPr di tengah: {satu.getparent().tag}"
        for satu in badan.iter(f"{_W}sectPr")
        if satu is not badan[-1] and satu.getparent().tag != f"{_W}pPr"
    )
