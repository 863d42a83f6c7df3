"""Field codes of Word: only those that show something of the document itself may stay."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from rtl_tracker.reports.templat_sendiri.bagian_xml import W, turunan
from rtl_tracker.reports.templat_sendiri.isi_paket import IsiPaket
from rtl_tracker.reports.templat_sendiri.temuan_templat import Kelompok, Masalah, galat, kutip

DIPERBOLEHKAN = frozenset(
    [
        "PAGE",
        "NUMPAGES",
        "SECTION",
        "SECTIONPAGES",
        "STYLEREF",
        "REF",
        "PAGEREF",
        "NOTEREF",
        "SEQ",
        "TOC",
        "TC",
        "XE",
        "INDEX",
        "TITLE",
        "SUBJECT",
        "AUTHOR",
        "KEYWORDS",
        "DOCPROPERTY",
        "DATE",
        "TIME",
        "CREATEDATE",
        "SAVEDATE",
        "PRINTDATE",
        "SYMBOL",
        "HYPERLINK",
    ]
)
_KATA = re.compile(r'"([^"]*)"|(\S+)')
_SAKELAR, _TUJUAN = (
    re.compile(r"\\[a-z]", re.IGNORECASE),
    re.compile(r"(?:https?://|mailto:).*|[\w ]*", re.IGNORECASE | re.DOTALL),
)


def periksa_medan(isi: IsiPaket) -> Iterator[Masalah]:
    """Fields that fetch, compute or run: INCLUDETEXT, INCLUDEPICTURE, LINK, DDE, and every name that is not known as harmless."""
    for nama, akar in isi.xml.items():
        for perintah in _semua_perintah(akar):
            kata = re.match(r"\s*(\S+)", perintah)
            jenis = kata[1].upper() if kata else ""
            if jenis not in DIPERBOLEHKAN:
                sebutan = f"kode medan {kutip(perintah, 40)}" if jenis else "kode medan tanpa nama"
                yield galat(
                    Kelompok.AKTIF,
                    f"{isi.sebutan(nama)} memuat {sebutan}; hapus medan itu, atau ganti dengan teks atau gambar biasa.",
                )
            elif jenis == "HYPERLINK" and not _tautan_biasa(perintah):
                yield galat(
                    Kelompok.AKTIF, f"{isi.sebutan(nama)} memuat {kutip(perintah, 40)}; pakai alamat http, https, atau mailto."
                )


def _tautan_biasa(perintah: str) -> bool:
    """Whether every argument is a web or mail address, a bookmark or plain words."""
    kata = [a or b for a, b in _KATA.findall(perintah)][1:]
    return all(_SAKELAR.fullmatch(satu) or _TUJUAN.fullmatch(satu) for satu in kata)


def _semua_perintah(akar: Element) -> Iterator[str]:
    """Instructions of all fields of a part, however many runs they are split into; a field inside another counts by itself."""
    terbuka: list[list[str]] = []
    lepas: list[str] = []
    for elemen, _ in turunan(akar):
        if elemen.tag == f"{W}fldSimple":
            yield elemen.get(f"{W}instr", "")
        elif elemen.tag == f"{W}fldChar":
            jenis = elemen.get(f"{W}fldCharType")
            if jenis == "begin":
                terbuka.append([])
            elif jenis == "end" and terbuka:
                yield "".join(terbuka.pop())
        elif elemen.tag in (f"{W}instrText", f"{W}delInstrText"):
            (terbuka[-1] if terbuka else lepas).append(elemen.text or "")
    yield from ("".join(satu) for satu in terbuka)
    if lepas:
        yield "".join(lepas)
