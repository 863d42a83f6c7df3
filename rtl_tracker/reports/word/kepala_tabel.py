"""Heading rows of a table, marked so that they repeat on every page and are announced to screen readers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rtl_tracker.reports.word.elemen import Rata, Tabel
from rtl_tracker.reports.word.gaya_tabel import GayaTabel
from rtl_tracker.reports.word.paragraf import jc
from rtl_tracker.reports.word.pola_baris import arsiran, sel
from rtl_tracker.reports.word.teks import PenulisTeks, Sifat

_TANPA_GARIS = '<w:{sisi} w:val="nil"/>'


@dataclass(frozen=True, slots=True)
class _SelKepala:
    teks: str
    rata: Rata
    lebar: int
    rentang: int = 1
    garis: str = ""


def baris_kepala(tabel: Tabel, lebar: Sequence[int], gaya: GayaTabel, teks: PenulisTeks, sifat: Sifat) -> str:
    """One heading row, or two with `kepala_atas`.

    An empty upper cell and those below it look like one: merged for real, LibreOffice cuts their text off on later pages.
    """
    tutup = f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{gaya.warna_garis}"/>'
    atas = list(_baris_atas(tabel.kepala_atas or (), lebar))
    polos = {i for i, judul in enumerate(_judul_atas(tabel.kepala_atas or ())) if not judul}
    bawah = [
        _SelKepala(kolom.judul, kolom.rata, lebar[i], garis=(_TANPA_GARIS.format(sisi="top") if i in polos else "") + tutup)
        for i, kolom in enumerate(tabel.kolom)
    ]
    return "".join(_baris(baris, gaya, teks, sifat) for baris in (atas, bawah) if baris)


def _judul_atas(kepala_atas: Sequence[tuple[str, int]]) -> Iterator[str]:
    """The upper text above every column."""
    for judul, rentang in kepala_atas:
        yield from [judul] * rentang


def _baris_atas(kepala_atas: Sequence[tuple[str, int]], lebar: Sequence[int]) -> Iterator[_SelKepala]:
    awal = 0
    for judul, rentang in kepala_atas:
        garis = "" if judul else _TANPA_GARIS.format(sisi="bottom")
        yield _SelKepala(judul, "tengah", sum(lebar[awal : awal + rentang]), rentang, garis)
        awal += rentang


def _baris(sel_kepala: Sequence[_SelKepala], gaya: GayaTabel, teks: PenulisTeks, sifat: Sifat) -> str:
    isi = "".join(_sel(satu, gaya, teks, sifat) for satu in sel_kepala)
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{isi}</w:tr>"


def _sel(satu: _SelKepala, gaya: GayaTabel, teks: PenulisTeks, sifat: Sifat) -> str:
    rentang = f'<w:gridSpan w:val="{satu.rentang}"/>' if satu.rentang > 1 else ""
    batas = f"<w:tcBorders>{satu.garis}</w:tcBorders>" if satu.garis else ""
    isi = f'<w:p><w:pPr><w:pStyle w:val="{gaya.kepala}"/>{jc(satu.rata)}</w:pPr>{teks.runs(satu.teks, sifat)}</w:p>'
    return sel(satu.lebar, isi, f'{rentang}{batas}{arsiran(gaya.arsir_kepala)}<w:vAlign w:val="bottom"/>')
