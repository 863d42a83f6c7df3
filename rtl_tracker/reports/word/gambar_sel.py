"""Pictures inside the cells of a table: they flow before the text of the cell, in its own paragraph."""

from collections.abc import Mapping, Sequence

from rtl_tracker.reports.word.bagian import TWIP_PER_MM
from rtl_tracker.reports.word.elemen import GambarSel
from rtl_tracker.reports.word.media import Media


def sisip_gambar(teks: str, gambar: Sequence[GambarSel], media: Media, rpr: str) -> str:
    """The content of an open `w:t` with pictures before it: closes the run and opens it again, as text with references does.

    Small pictures stand side by side; a row taller than a page breaks between their lines.
    """
    sela = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    lukisan = sela.join(media.lukis(satu.isi, satu.alt, satu.lebar_mm, satu.tinggi_mm) for satu in gambar)
    ganti_baris = "<w:br/>" if teks else ""
    return f'</w:t></w:r>{lukisan}<w:r>{rpr}{ganti_baris}<w:t xml:space="preserve">{teks}'


def tinggi_gambar(
    per_kolom: Mapping[int, Sequence[int]], gambar: Sequence[GambarSel], lebar: Sequence[int], tinggi_mm: float
) -> float:
    """Rough height of the pictures of a row as a share of half a page; `lebar` of the columns in twips."""
    luas = (
        sum(gambar[n].lebar_mm * gambar[n].tinggi_mm for n in nomor) / (lebar[kolom] / TWIP_PER_MM)
        for kolom, nomor in per_kolom.items()
    )
    return max(luas, default=0.0) / (tinggi_mm / 2)
