"""The styles of a template, found by name: Word in Bahasa Indonesia keeps the name "heading 1" and makes the id "Judul1"."""

from collections.abc import Iterator
from enum import StrEnum

from docx.oxml.ns import qn

from rtl_tracker.reports.word.galat import TemplatTidakLengkap
from rtl_tracker.reports.word.simpul import Simpul, atribut, cari, nilai

_TINGKAT_TERDALAM = 4
JUDUL_DAFTAR = "toc heading"


class NamaGaya(StrEnum):
    """Styles that the engine writes with; every template must have them."""

    ISI = "Body Text"
    CATATAN = "Catatan"
    SOROT = "Sorot"
    BUTIR = "List Bullet"
    NOMOR = "List Number"
    KETERANGAN = "caption"
    GAMBAR = "Gambar"
    ISI_TABEL = "Isi Tabel"
    KEPALA_TABEL = "Kepala Tabel"
    ANGKA_BESAR = "Angka Besar"
    LABEL_ANGKA = "Label Angka"
    DAFTAR_GAMBAR = "table of figures"
    TABEL = "Tabel Laporan"
    JUDUL_1 = "heading 1"
    JUDUL_2 = "heading 2"
    JUDUL_3 = "heading 3"
    JUDUL_4 = "heading 4"
    ENTRI_1 = "toc 1"
    ENTRI_2 = "toc 2"
    ENTRI_3 = "toc 3"


class Gaya:
    """Look-up of style ids, and what a style says about numbering, fills and rules."""

    def __init__(self, styles: Simpul) -> None:
        """Raises TemplatTidakLengkap with the names of all styles that are missing."""
        self._elemen = {atribut(gaya, "w:styleId"): gaya for gaya in styles.findall(qn("w:style"))}
        self._id = {nilai(gaya, "w:name").lower(): kode for kode, gaya in self._elemen.items()}
        hilang = [nama for nama in NamaGaya if nama.lower() not in self._id]
        if hilang:
            raise TemplatTidakLengkap(f"Templat Word tidak memiliki gaya: {', '.join(hilang)}.")

    def id(self, nama: NamaGaya) -> str:
        """Id of the style with this name."""
        return self._id[nama.lower()]

    def id_bernama(self, nama: str) -> str:
        """Id of a style that only some templates need. Raises TemplatTidakLengkap when this one lacks it."""
        if nama.lower() not in self._id:
            raise TemplatTidakLengkap(f"Templat Word tidak memiliki gaya: {nama}.")
        return self._id[nama.lower()]

    def judul(self, tingkat: int) -> str:
        """Id of the built-in heading style of this level, 1 to 4."""
        return self.id(NamaGaya(f"heading {tingkat}"))

    def tingkat_judul(self, kode: str) -> int | None:
        """Heading level 1 to 4 of a style id, None for any other style."""
        kata, _, angka = self.nama(kode).partition(" ")
        return int(angka) if kata == "heading" and angka.isdigit() and int(angka) <= _TINGKAT_TERDALAM else None

    def nama(self, kode: str) -> str:
        """Name in lower case of a style id; empty when there is none."""
        gaya = self._elemen.get(kode)
        return "" if gaya is None else nilai(gaya, "w:name").lower()

    def penomoran(self, kode: str) -> tuple[str, int] | None:
        """(numId, level) that a style, or one it is based on, gives its paragraphs."""
        for gaya in self._silsilah(kode):
            num_id = nilai(gaya, "w:pPr", "w:numPr", "w:numId")
            if num_id:
                return num_id, int(nilai(gaya, "w:pPr", "w:numPr", "w:ilvl", bawaan="0"))
        return None

    def arsir(self, nama: NamaGaya, keadaan: str) -> str | None:
        """Fill that a table style gives its cells in a condition ("firstRow", ...), as "RRGGBB"."""
        for syarat in self._elemen[self.id(nama)].findall(qn("w:tblStylePr")):
            warna = cari(syarat, "w:tcPr", "w:shd")
            if atribut(syarat, "w:type") == keadaan and warna is not None:
                return atribut(warna, "w:fill")
        return None

    def warna_garis(self, nama: NamaGaya) -> str:
        """Colour of the rule above a table of this style; "auto" when it has none."""
        garis = cari(self._elemen[self.id(nama)], "w:tblPr", "w:tblBorders", "w:top")
        return "auto" if garis is None else atribut(garis, "w:color", "auto")

    def _silsilah(self, kode: str) -> Iterator[Simpul]:
        terlihat: set[str] = set()
        while kode in self._elemen and kode not in terlihat:
            terlihat.add(kode)
            yield self._elemen[kode]
            kode = nilai(self._elemen[kode], "w:basedOn")
