"""Elements of the template as strings that fit into its own body."""

from collections.abc import Mapping

from lxml import etree

from rtl_tracker.reports.word.simpul import Simpul, cari


class Serialisasi:
    """Writes elements without the namespace declarations that the root of the document makes anyway."""

    def __init__(self, nsmap: Mapping[str | None, str]) -> None:
        self._deklarasi = [f' xmlns:{awalan}="{uri}"' for awalan, uri in nsmap.items() if awalan]

    def xml(self, elemen: Simpul) -> str:
        """The element as a string."""
        teks = etree.tostring(elemen, encoding="unicode", with_tail=False)
        batas = teks.index(">")
        awal = teks[:batas]
        for deklarasi in self._deklarasi:
            awal = awal.replace(deklarasi, "", 1)
        return awal + teks[batas:]

    def dengan_isi(self, paragraf: Simpul, isi: str) -> str:
        """A paragraph with its own properties and other runs."""
        ppr = cari(paragraf, "w:pPr")
        return f"<w:p>{'' if ppr is None else self.xml(ppr)}{isi}</w:p>"
