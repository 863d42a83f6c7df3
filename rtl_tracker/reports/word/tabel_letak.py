"""Tables that only place things side by side: large figures, two small tables. No rules, no heading rows."""

from collections.abc import Iterator

from rtl_tracker.reports.word.bagian import TWIP_PER_MM
from rtl_tracker.reports.word.elemen import BarisAngka, DuaTabel, Tabel
from rtl_tracker.reports.word.gaya_tabel import GayaTabel
from rtl_tracker.reports.word.paragraf import paragraf
from rtl_tracker.reports.word.pola_baris import arsiran, kisi, sel
from rtl_tracker.reports.word.tabel import PenulisTabel
from rtl_tracker.reports.word.teks import PenulisTeks

_SELA_MM = 6
_TANPA_TEPI = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
_AKHIR_SEL = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def tulis_baris_angka(
    angka: BarisAngka, gaya_angka: str, gaya_label: str, gaya: GayaTabel, teks: PenulisTeks, lebar_mm: float
) -> str:
    """The figures in tinted cells of equal width, a white gap between them."""
    lebar = [int(lebar_mm * TWIP_PER_MM / len(angka.butir))] * len(angka.butir)
    sisi = '<w:{0} w:val="single" w:sz="48" w:space="0" w:color="FFFFFF"/>'
    isi = ""
    for i, (nilai, label) in enumerate(angka.butir):
        garis = (sisi.format("left") if i else "") + (sisi.format("right") if i < len(lebar) - 1 else "")
        batas = f"<w:tcBorders>{garis}</w:tcBorders>" if garis else ""
        isi += sel(
            lebar[i],
            paragraf(gaya_angka, teks.runs(nilai), lekat=True) + paragraf(gaya_label, teks.runs(label)),
            f"{batas}{arsiran(gaya.arsir_kepala)}",
        )
    return _tabel(lebar, isi)


def tulis_dua_tabel(dua: DuaTabel, gaya: GayaTabel, teks: PenulisTeks, lebar_mm: float, tinggi_mm: float) -> Iterator[str]:
    """Two tables in the cells of an invisible one, each below its title."""
    setengah = (lebar_mm - _SELA_MM) / 2
    lebar = [int(mm * TWIP_PER_MM) for mm in (setengah, _SELA_MM, setengah)]
    kiri, kanan = (_sel_tabel(tabel, gaya, teks, setengah, tinggi_mm) for tabel in (dua.kiri, dua.kanan))
    isi = sel(lebar[0], kiri, _TANPA_TEPI) + sel(lebar[1], _AKHIR_SEL, _TANPA_TEPI) + sel(lebar[2], kanan, _TANPA_TEPI)
    yield _tabel(lebar, isi)


def _sel_tabel(tabel: Tabel, gaya: GayaTabel, teks: PenulisTeks, lebar_mm: float, tinggi_mm: float) -> str:
    judul = paragraf(gaya.kepala, teks.runs(tabel.judul), lekat=True) if tabel.judul else ""
    return judul + "".join(PenulisTabel(tabel, gaya, teks, lebar_mm, tinggi_mm).tulis()) + _AKHIR_SEL


def _tabel(lebar: list[int], sel_sel: str) -> str:
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(lebar)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr>{kisi(lebar)}"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{sel_sel}</w:tr></w:tbl>"
    )
