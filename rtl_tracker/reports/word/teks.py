"""Text on its way into WordprocessingML: the one place that escapes, drops illegal characters and resolves references."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from rtl_tracker.reports.word.galat import DokumenGagal
from rtl_tracker.reports.word.medan import medan, run

# Everything outside the character range of XML 1.0; one such character makes Word refuse the whole file.
_ILEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAK_PUTUS = "\N{NON-BREAKING HYPHEN}"
_ISTIMEWA = re.compile("[&<>⟦\u2011\x00-\x1f\ud800-\udfff\ufffe\uffff]|\\*\\*")
_SELA = re.compile(rf"(\*\*|⟦[^⟦⟧]*⟧|\n|{_TAK_PUTUS})")
_BUKA = '<w:t xml:space="preserve">'
_TUTUP = "</w:t>"


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Where a cross-reference leads: the bookmark around a caption's label and that label, e.g. "Tabel 3.4"."""

    penanda: str
    label: str


@dataclass(frozen=True, slots=True)
class Sifat:
    """Direct formatting of a run; sizes in half points, as Word stores them."""

    tebal: bool = False
    warna: str | None = None
    setengah_pt: int | None = None

    def rpr(self, tebal: bool = False) -> str:
        """The `w:rPr` element, empty when nothing differs from the style."""
        isi = "<w:b/><w:bCs/>" if self.tebal or tebal else ""
        if self.warna:
            isi += f'<w:color w:val="{self.warna}"/>'
        if self.setengah_pt:
            isi += f'<w:sz w:val="{self.setengah_pt}"/><w:szCs w:val="{self.setengah_pt}"/>'
        return f"<w:rPr>{isi}</w:rPr>" if isi else ""


BIASA = Sifat()


def bersihkan(teks: str) -> str:
    """Drop what XML 1.0 cannot hold; line ends become a line feed, tabs a blank."""
    return _ILEGAL.sub("", teks.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))


def lolos(teks: str) -> str:
    """Text safe as the content of an XML element."""
    return escape(bersihkan(teks))


def lolos_atribut(teks: str) -> str:
    """Text as a quoted XML attribute value, on one line."""
    return quoteattr(" ".join(bersihkan(teks).split()))


def perlu_olah(teks: str) -> bool:
    """Whether the text holds anything that cannot stand in `w:t` as it is."""
    return _ISTIMEWA.search(teks) is not None


class PenulisTeks:
    """Turns texts with `**bold**`, line feeds and `⟦kunci⟧` into the content of runs."""

    def __init__(self, rujukan: Mapping[str, Rujukan]) -> None:
        self._rujukan = rujukan

    def dalam_run(self, teks: str, sifat: Sifat = BIASA) -> str:
        """What belongs between `<w:t>` and `</w:t>` of an open run; may close and reopen that run."""
        if not perlu_olah(teks):
            return teks
        tebal = False
        hasil: list[str] = []
        for potong in _SELA.split(bersihkan(teks)):
            if potong == "**":
                tebal = not tebal
                hasil.append(f"{_TUTUP}</w:r><w:r>{sifat.rpr(tebal)}{_BUKA}")
            elif potong == "\n":
                hasil.append(f"{_TUTUP}<w:br/>{_BUKA}")
            elif potong == _TAK_PUTUS:  # Arial has no such letter; Word's own element prints its hyphen
                hasil.append(f"{_TUTUP}<w:noBreakHyphen/>{_BUKA}")
            elif potong.startswith("⟦"):
                hasil.append(self._acuan(potong[1:-1], sifat.rpr(tebal)))
            else:
                hasil.append(escape(potong))
        return "".join(hasil)

    def runs(self, teks: str, sifat: Sifat = BIASA) -> str:
        """The text as complete runs."""
        rpr = sifat.rpr()
        xml = f"<w:r>{rpr}{_BUKA}{self.dalam_run(teks, sifat)}{_TUTUP}</w:r>"
        return re.sub(rf"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?{_BUKA}{_TUTUP}</w:r>", "", xml)

    def _acuan(self, kunci: str, rpr: str) -> str:
        tujuan = self._rujukan.get(kunci)
        if tujuan is None:
            raise DokumenGagal(f"Rujukan ⟦{kunci}⟧ tidak menunjuk tabel atau gambar mana pun dalam dokumen ini.")
        acuan = medan(f"REF {tujuan.penanda} \\h", run(tujuan.label, rpr), rpr)
        return f"{_TUTUP}</w:r>{acuan}<w:r>{rpr}{_BUKA}"
