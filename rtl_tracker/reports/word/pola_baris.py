"""Row patterns: one `%`-format per combination of row kind, merged columns and widths, made once and filled for every row."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rtl_tracker.reports.word.elemen import GayaBaris, Kolom
from rtl_tracker.reports.word.gaya_tabel import GayaTabel
from rtl_tracker.reports.word.paragraf import jc
from rtl_tracker.reports.word.teks import Sifat

_TEBAL: frozenset[GayaBaris] = frozenset(("subtotal", "total", "induk"))


@dataclass(frozen=True, slots=True)
class JenisBaris:
    """What tells row patterns of one table apart. `lekat` keeps the row on the page of the next one."""

    gaya: GayaBaris = "biasa"
    mulai: frozenset[int] = frozenset()
    lanjut: frozenset[int] = frozenset()
    lekat: bool = False
    utuh: bool = True
    arsir: bool = False

    def sifat(self, setengah_pt: int | None) -> Sifat:
        """Formatting of the text of such a row."""
        return Sifat(tebal=self.gaya in _TEBAL, setengah_pt=setengah_pt)


def kisi(lebar: Sequence[int]) -> str:
    """The grid of a table from column widths in twips."""
    kolom = "".join(f'<w:gridCol w:w="{twip}"/>' for twip in lebar)
    return f"<w:tblGrid>{kolom}</w:tblGrid>"


def sel(lebar: int, paragraf: str, sifat: str = "") -> str:
    """A cell of a width in twips around finished paragraphs; `sifat` are the properties that follow the width."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/>{sifat}</w:tcPr>{paragraf}</w:tc>'


def arsiran(warna: str | None) -> str:
    """Shading of a cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{warna}"/>' if warna else ""


@lru_cache(maxsize=1024)
def buat_pola(
    jenis: JenisBaris, kolom: tuple[Kolom, ...], lebar: tuple[int, ...], gaya: GayaTabel, setengah_pt: int | None
) -> str:
    """A row with one `%s` per column for text ready to stand in `w:t`; the tables of an appendix share theirs.

    Columns that continue a merged cell print nothing of theirs. With `arsir` each column takes three values: shading, run
    properties, text.
    """
    trpr = f"<w:trPr>{'<w:cantSplit/>' if jenis.utuh else ''}</w:trPr>" if jenis.utuh else ""
    rpr = jenis.sifat(setengah_pt).rpr()
    garis = f'<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="{gaya.warna_garis}"/></w:tcBorders>'
    hasil = ["<w:tr>", trpr]
    for i, (satu, twip) in enumerate(zip(kolom, lebar, strict=True)):
        sambung = '<w:vMerge w:val="restart"/>' if i in jenis.mulai else "<w:vMerge/>" if i in jenis.lanjut else ""
        tanda = "%s" if jenis.arsir else arsiran(gaya.arsir(jenis.gaya))
        sifat = f"{sambung}{garis if jenis.gaya == 'total' else ''}{tanda}"
        ppr = f'<w:pStyle w:val="{gaya.isi}"/>{"<w:keepNext/>" if jenis.lekat else ""}{jc(satu.rata)}'
        hasil.append(sel(twip, f"<w:p><w:pPr>{ppr}</w:pPr>{_run(i in jenis.lanjut, jenis.arsir, rpr)}</w:p>", sifat))
    return "".join([*hasil, "</w:tr>"])


def _run(lanjut: bool, arsir: bool, rpr: str) -> str:
    if lanjut:
        return "%.0s%.0s" if arsir else "%.0s"
    return f'<w:r>{"%s" if arsir else rpr}<w:t xml:space="preserve">%s</w:t></w:r>'
