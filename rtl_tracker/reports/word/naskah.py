"""A finished .docx seen from its page numbers: the lines of its lists, and copies of it with numbers or made for layout.

The patterns match what `daftar`, `medan` and `penulis` write; nothing here parses the document, which may be very long.
"""

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from rtl_tracker.reports.word.arsip import salin_arsip
from rtl_tracker.reports.word.galat import TataLetakGagal
from rtl_tracker.reports.word.medan import buka_medan, medan, run, tutup_medan
from rtl_tracker.reports.word.nomor_halaman import AWALAN_BAGIAN


def _pola(xml: str, celah: bytes = b"") -> bytes:
    """The XML of a field as a pattern; `celah` stands for the @ in it."""
    return re.escape(xml).encode().replace(b"@", celah)


_UTAMA = re.compile(rb'ContentType="application/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml"')
_NAMA_PART = re.compile(rb'PartName="/([^"]+)"')
_ENTRI = re.compile(
    _pola(buka_medan("PAGEREF @ \\h"), rb"(\w+)")
    + rb"(?:<w:r><w:t[^>]*>[^<]*</w:t></w:r>)?"
    + _pola(tutup_medan())
    + rb"(?=</w:hyperlink>)"
)
_BUKA_DAFTAR = re.compile(_pola(buka_medan("TOC @"), rb"[^<]*").replace(rb'"begin"/', rb'"begin"[^>]*/'))
_TUTUP_DAFTAR = re.compile(rb"(?<=</w:hyperlink>)" + _pola(tutup_medan()) + rb"(?=</w:p>)")
_BAGIAN = re.compile(rb'<w:bookmarkStart [^>]*w:name="' + AWALAN_BAGIAN.encode() + rb"\d+([a-zA-Z]+)")
_PENANDA = re.compile(rb'<w:bookmarkStart [^>]*w:name="(\w+)"')
_ROMAWI = (b"lowerRoman", b"upperRoman")
_KOTOR = b' w:dirty="true"'
_SETELAN = "word/settings.xml"
_PERBARUI = re.compile(rb"<w:updateFields[^>]*/>")
_SEMENTARA = "0"
_TIPE = "[Content_Types].xml"
_BUKAN_WORD = "Berkas yang akan ditata bukan dokumen Word."


class Naskah:
    """A document that `dokumen.bangun` wrote."""

    def __init__(self, docx: bytes) -> None:
        """Raises TataLetakGagal when the bytes are no Word document."""
        try:
            self._arsip = ZipFile(BytesIO(docx))
        except BadZipFile as galat:
            raise TataLetakGagal(_BUKAN_WORD) from galat
        self._nama = _part_utama(self._arsip)
        self._xml = self._arsip.read(self._nama)
        # The lists stand near the beginning; the body behind them is only copied.
        akhir_entri = self._xml.rfind(b" PAGEREF ")
        self._batas = self._xml.find(b"</w:p>", akhir_entri) if akhir_entri >= 0 else 0
        self._depan = _rentang_depan(self._xml)
        self.entri = tuple(temu[1].decode() for temu in _ENTRI.finditer(self._xml, 0, self._batas))

    @property
    def entri_depan(self) -> tuple[str, ...]:
        """Those lines of the lists that lead into the section with Roman page numbers."""
        di_depan = {temu[1].decode() for temu in _PENANDA.finditer(self._xml, *self._depan)}
        return tuple(nama for nama in self.entri if nama in di_depan)

    def bernomor(self, label: Mapping[str, str]) -> bytes:
        """The document with a page number in every line, and nothing left for Word to ask about."""
        kepala = _isi(self._xml[: self._batas], label).replace(_KOTOR, b"")
        return self._salin((kepala, memoryview(self._xml)[self._batas :]))

    def untuk_tata_letak(self, label_depan: Mapping[str, str]) -> bytes:
        """A copy in which LibreOffice computes the numbers itself: it leaves those inside a TOC field alone.

        It computes Arabic ones only, so the Roman ones are given to it as text.
        """
        kepala = _isi(self._xml[: self._batas], dict.fromkeys(self.entri, _SEMENTARA), label_depan)
        return self._salin((_tanpa_daftar(kepala), memoryview(self._xml)[self._batas :]))

    def hanya_depan(self) -> bytes:
        """A copy that ends with the Roman section: enough to learn the pages in it."""
        akhir = self._xml.rfind(b"</w:p>", 0, self._depan[1]) + len(b"</w:p>")
        if self._depan[1] == len(self._xml):
            return self.untuk_tata_letak({})
        depan = _tanpa_daftar(_isi(self._xml[:akhir], {}, dict.fromkeys(self.entri, _SEMENTARA)))
        awal_sectpr = depan.rfind(b"<w:sectPr")
        sectpr, paragraf = depan[awal_sectpr:].split(b"</w:pPr>", 1)
        return self._salin((depan[:awal_sectpr], b"</w:pPr>", paragraf, sectpr, b"</w:body></w:document>"))

    def _salin(self, potongan: Iterable[bytes | memoryview]) -> bytes:
        pengganti: dict[str, Iterable[bytes | memoryview]] = {self._nama: potongan}
        if _SETELAN in self._arsip.namelist():
            pengganti[_SETELAN] = (_PERBARUI.sub(b"", self._arsip.read(_SETELAN)),)
        return salin_arsip(self._arsip, pengganti, self._arsip.infolist()[0].date_time)


def _part_utama(arsip: ZipFile) -> str:
    tipe = arsip.read(_TIPE) if _TIPE in arsip.namelist() else b""
    for entri in tipe.split(b"<Override ")[1:]:
        nama = _NAMA_PART.search(entri)
        if nama and _UTAMA.search(entri):
            return nama[1].decode()
    raise TataLetakGagal(_BUKAN_WORD)


def _rentang_depan(xml: bytes) -> tuple[int, int]:
    """Where the section with Roman numbers begins and ends; (0, 0) when there is none."""
    bagian = [(temu.start(), temu[1] in _ROMAWI) for temu in _BAGIAN.finditer(xml)]
    awal = next((letak for letak, romawi in bagian if romawi), None)
    if awal is None:
        return 0, 0
    return awal, next((letak for letak, romawi in bagian if letak > awal and not romawi), len(xml))


def _isi(xml: bytes, hasil: Mapping[str, str], tetap: Mapping[str, str] | None = None) -> bytes:
    """Fill the lines of the lists: `hasil` as results of their fields, `tetap` as plain text instead of the field."""

    def ganti(temu: re.Match[bytes]) -> bytes:
        nama = temu[1].decode()
        if tetap and nama in tetap:
            return run(tetap[nama]).encode()
        return medan(f"PAGEREF {nama} \\h", run(hasil[nama]) if nama in hasil else "").encode()

    return _ENTRI.sub(ganti, xml)


def _tanpa_daftar(xml: bytes) -> bytes:
    """The lines of the lists without the fields around them."""
    return _TUTUP_DAFTAR.sub(b"", _BUKA_DAFTAR.sub(b"", xml))
