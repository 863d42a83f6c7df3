"""Boxes side by side for sheets with a look of their own: a notice for a board, a card with a large figure."""

from collections.abc import Iterator

from rtl_tracker.reports.word.bagian import TWIP_PER_MM
from rtl_tracker.reports.word.elemen import Gambar, Jajar, Logo, Petak, Tulisan, WarnaPetak
from rtl_tracker.reports.word.gaya import Gaya
from rtl_tracker.reports.word.gaya_tabel import GayaTabel
from rtl_tracker.reports.word.media import Media
from rtl_tracker.reports.word.paragraf import paragraf
from rtl_tracker.reports.word.pola_baris import arsiran, kisi, sel
from rtl_tracker.reports.word.teks import PenulisTeks

GAYA_GAMBAR = "Lembar Gambar"
_TEPI = '<w:tcMar><w:left w:w="113" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/>'
_GELAP = "000000"
_KOSONG = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


class PenulisJajar:
    """Writes one row of boxes. A box that holds only the logo falls away without one; the first box left takes its width."""

    def __init__(self, gaya: Gaya, gaya_tabel: GayaTabel, teks: PenulisTeks, media: Media, logo: bytes | None) -> None:
        self._gaya = gaya
        self._arsir: dict[WarnaPetak, str | None] = {
            "tanpa": None,
            "terang": gaya_tabel.arsir_kepala,
            "gelap": _GELAP if gaya_tabel.warna_garis == "auto" else gaya_tabel.warna_garis,
        }
        self._teks = teks
        self._media = media
        self._logo = logo

    def tulis(self, jajar: Jajar) -> str:
        """The table. Widths stay as given: whoever makes the sheet knows its page."""
        petak = [p for p in jajar.petak if any(self._terlihat(isi) for isi in p.isi)] or list(jajar.petak)
        lebar = [round(p.lebar_mm * TWIP_PER_MM) for p in petak]
        lebar[0] += round(sum(p.lebar_mm for p in jajar.petak) * TWIP_PER_MM) - sum(lebar)
        baris = "".join(self._sel(satu, twip) for satu, twip in zip(petak, lebar, strict=True))
        tinggi = round(jajar.tinggi_mm * TWIP_PER_MM)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(lebar)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'</w:tblPr>{kisi(lebar)}<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{tinggi}" w:hRule="atLeast"/></w:trPr>'
            f"{baris}</w:tr></w:tbl>"
        )

    def _terlihat(self, isi: Tulisan | Gambar | Logo) -> bool:
        return self._logo is not None or not isinstance(isi, Logo)

    def _sel(self, petak: Petak, lebar: int) -> str:
        isi = "".join(self._isi(petak)) or _KOSONG
        return sel(lebar, isi, f"{arsiran(self._arsir[petak.warna])}{_TEPI}")

    def _isi(self, petak: Petak) -> Iterator[str]:
        for satu in petak.isi:
            match satu:
                case Tulisan(teks=teks, gaya=gaya):
                    yield paragraf(self._gaya.id_bernama(gaya), self._teks.runs(teks))
                case Gambar(png=png, lebar_mm=mm, alt=alt):
                    yield self._lukis(png, alt, mm)
                case Logo(sisi_mm=mm):
                    if self._logo:
                        yield self._lukis(self._logo, "Logo instansi", mm)

    def _lukis(self, png: bytes, alt: str, mm: float) -> str:
        return paragraf(self._gaya.id_bernama(GAYA_GAMBAR), self._media.lukis(png, alt, mm, mm))
