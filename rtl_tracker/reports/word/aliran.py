"""The stream of blocks into the body: joins sections, page breaks and neighbouring tables without empty paragraphs."""

from collections.abc import Iterator

from rtl_tracker.reports.word.paragraf import sisip_bagian, sisip_di_awal, sisip_halaman_baru

_SELA = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{tinggi}" w:lineRule="exact"/>{isi}</w:pPr></w:p>'


class Aliran:
    """Holds back one block, because the end of a section belongs into the paragraph before it."""

    def __init__(self) -> None:
        self._tunda = ""
        self._awal = ""
        self._halaman_baru = False

    @property
    def sesudah_tabel(self) -> bool:
        """Whether the block before the next one is a table."""
        return self._tunda.endswith("</w:tbl>")

    def mulai_bagian(self, xml: str) -> None:
        """Put `xml` (a bookmark) at the beginning of the next paragraph."""
        self._awal = xml

    def halaman_baru(self) -> None:
        """Begin the next block on a new page."""
        self._halaman_baru = True

    def blok(self, xml: str) -> Iterator[str]:
        """Take a block or a piece of a table; give what may be written now."""
        if self.sesudah_tabel and xml.startswith("<w:tbl>"):
            yield self._tunda
            self._tunda = _SELA.format(tinggi=20 if self._halaman_baru else 240, isi="")
        if self._halaman_baru:
            xml = sisip_halaman_baru(xml)
            self._halaman_baru = False
        if self._awal:
            dengan_awal = sisip_di_awal(xml, self._awal)
            xml, self._awal = (xml, self._awal) if dengan_awal is None else (dengan_awal, "")
        yield self._tunda
        self._tunda = xml

    def akhiri_bagian(self, sectpr: str) -> Iterator[str]:
        """End a section that is not the last one.

        A caption does not carry the end: LibreOffice would lose the number of a cross-reference to it.
        """
        gabung = None if "<w:bookmarkStart" in self._tunda else sisip_bagian(self._tunda, sectpr)
        if gabung is None:
            yield self._tunda
            gabung = _SELA.format(tinggi=20, isi=sectpr)
        yield gabung
        self._tunda = ""

    def habis(self) -> Iterator[str]:
        """What is still held back. A body that ends with a table needs a paragraph after it."""
        yield self._tunda
        if self.sesudah_tabel:
            yield _SELA.format(tinggi=20, isi="")
        self._tunda = ""
