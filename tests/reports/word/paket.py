"""Whether Word would open a package without offering a repair: `periksa_paket(docx)` lists what it would stumble over."""

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from tests.reports.word.isi_dokumen import periksa_isi

_TIPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELASI = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def periksa_paket(docx: bytes) -> list[str]:
    """Sentences about everything that is wrong; empty when the package is sound."""
    arsip = zipfile.ZipFile(BytesIO(docx))
    galat = [f"{nama} ada {banyak} kali" for nama, banyak in Counter(arsip.namelist()).items() if banyak > 1]
    bagian: dict[str, etree._Element] = {}
    for nama in arsip.namelist():
        if nama.endswith((".xml", ".rels")):
            try:
                bagian[nama] = etree.fromstring(arsip.read(nama))
            except etree.XMLSyntaxError as salah:
                galat.append(f"{nama} bukan XML yang utuh: {salah}")
    if galat or "[Content_Types].xml" not in bagian:
        return galat or ["[Content_Types].xml tidak ada"]
    galat += _tipe(bagian["[Content_Types].xml"], set(arsip.namelist()))
    galat += _relasi(bagian, set(arsip.namelist()))
    galat += _gaya_dan_daftar(bagian)
    isi = {nama: xml for nama, xml in bagian.items() if nama.startswith("word/") and "/_rels/" not in nama}
    return galat + periksa_isi(isi)


def _tipe(tipe: etree._Element, nama: set[str]) -> Iterator[str]:
    bawaan = {str(satu.get("Extension")).lower() for satu in tipe.iter(f"{_TIPE}Default")}
    khusus = [str(satu.get("PartName")) for satu in tipe.iter(f"{_TIPE}Override")]
    yield from (f"{satu} bertipe dua kali" for satu, banyak in Counter(khusus).items() if banyak > 1)
    yield from (f"tipe untuk {satu} yang tidak ada" for satu in khusus if satu.lstrip("/") not in nama)
    for satu in nama - {"[Content_Types].xml"}:
        if f"/{satu}" not in khusus and satu.rsplit(".", 1)[-1].lower() not in bawaan:
            yield f"{satu} tanpa tipe"


def _relasi(bagian: dict[str, etree._Element], nama: set[str]) -> Iterator[str]:
    for rels, xml in bagian.items():
        if not rels.endswith(".rels"):
            continue
        folder, berkas = posixpath.split(posixpath.dirname(rels))[0], posixpath.basename(rels).removesuffix(".rels")
        kode = [str(satu.get("Id")) for satu in xml]
        yield from (f"{rels}: {satu} dua kali" for satu, banyak in Counter(kode).items() if banyak > 1)
        for satu in xml:
            tujuan = posixpath.normpath(posixpath.join("/", folder, str(satu.get("Target")))).lstrip("/")
            if satu.get("TargetMode") != "External" and tujuan not in nama:
                yield f"{rels}: {satu.get('Target')} tidak ada"
        pemakai = bagian.get(posixpath.join(folder, berkas))
        if pemakai is not None:
            yield from (f"{rels}: {satu} dipakai tetapi tidak ada" for satu in _relasi_terpakai(pemakai) - set(kode))


def _relasi_terpakai(xml: etree._Element) -> set[str]:
    return {str(nilai) for satu in xml.iter() for nama, nilai in satu.attrib.items() if str(nama).startswith(_R)}


def _gaya_dan_daftar(bagian: dict[str, etree._Element]) -> Iterator[str]:
    gaya = {str(satu.get(f"{_W}styleId")) for satu in bagian["word/styles.xml"].iter(f"{_W}style")}
    num = {str(satu.get(f"{_W}numId")) for satu in bagian["word/numbering.xml"].findall(f"{_W}num")} | {"0"}
    abstrak = {str(satu.get(f"{_W}abstractNumId")) for satu in bagian["word/numbering.xml"].findall(f"{_W}abstractNum")}
    for nama, xml in bagian.items():
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            yield from (f"{nama}: gaya {n} tidak ada" for n in _nilai(xml, tag) - gaya)
        yield from (f"{nama}: daftar {n} tidak ada" for n in _nilai(xml, "numId") - num)
    yield from (f"daftar dasar {n} tidak ada" for n in _nilai(bagian["word/numbering.xml"], "abstractNumId") - abstrak)


def _nilai(xml: etree._Element, tag: str) -> set[str]:
    return {str(satu.get(f"{_W}val")) for satu in xml.iter(f"{_W}{tag}")}
