"""Tables as strings: heading rows that repeat, rows from patterns, widths that fit the page."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from rtl_tracker.reports.word.elemen import Arsir, Baris, Tabel
from rtl_tracker.reports.word.galat import DokumenGagal
from rtl_tracker.reports.word.gambar_sel import sisip_gambar, tinggi_gambar
from rtl_tracker.reports.word.gaya_tabel import UKURAN_GAYA_PT, GayaTabel
from rtl_tracker.reports.word.kepala_tabel import baris_kepala
from rtl_tracker.reports.word.lebar_kolom import huruf_setengah_halaman, lebar_kolom
from rtl_tracker.reports.word.media import Media
from rtl_tracker.reports.word.pola_baris import JenisBaris, arsiran, buat_pola, kisi
from rtl_tracker.reports.word.teks import PenulisTeks, Sifat, lolos_atribut, perlu_olah

_BIASA = JenisBaris()
_BARIS_SEKALIGUS = 64
_TABEL_PENDEK = 12
_TINGGI_PENDEK = 0.6
_TERANG = 140
IsiBaris = Baris | tuple[str, ...]


class PenulisTabel:
    """Writes one table into a text width and a page height, both in mm. `media` keeps the pictures of its cells."""

    def __init__(
        self, tabel: Tabel, gaya: GayaTabel, teks: PenulisTeks, lebar_mm: float, tinggi_mm: float, media: Media | None = None
    ) -> None:
        self._tabel = tabel
        self._media = media
        self._tinggi = tinggi_mm
        self._gaya = gaya
        self._teks = teks
        self._lebar = lebar_kolom(tabel, lebar_mm)
        self._muat = huruf_setengah_halaman(self._lebar, tabel.ukuran_pt, tinggi_mm)
        self._muat_terkecil = min(self._muat)
        self._setengah_pt = None if tabel.ukuran_pt == UKURAN_GAYA_PT else round(tabel.ukuran_pt * 2)
        self._pola: dict[JenisBaris, str] = {}
        self._sifat_arsir: dict[str | None, tuple[str, str]] = {}

    def tulis(self) -> Iterator[str]:
        """The table in pieces of some rows.

        A short table stays on one page; of a longer one two rows stay with the heading, totals with the row before them, the
        head of a group with the row after it and a remark with the last row.
        """
        yield self._awal()
        sumber = iter(self._tabel.baris)
        awal = list(islice(sumber, _TABEL_PENDEK + 1))
        lekat = len(awal) <= _TABEL_PENDEK and sum(map(self._setengah_halaman, awal)) < _TINGGI_PENDEK
        kumpulan: list[str] = []
        tunda: IsiBaris | None = None
        for i, baris in enumerate(chain(awal, sumber)):
            if tunda is not None:
                kumpulan.append(self._baris(tunda, lekat or i == 1 or _penutup(baris) or _pembuka(tunda)))
            if len(kumpulan) == _BARIS_SEKALIGUS:
                yield "".join(kumpulan)
                kumpulan.clear()
            tunda = baris
        if tunda is not None:
            kumpulan.append(self._baris(tunda, self._tabel.catatan is not None))
        yield f"{''.join(kumpulan)}</w:tbl>"

    def _setengah_halaman(self, baris: IsiBaris) -> float:
        """Rough height of a row as a share of half a page."""
        sel = baris.sel if isinstance(baris, Baris) else baris
        return max((len(teks) / muat for teks, muat in zip(sel, self._muat, strict=False)), default=0) + self._bergambar(baris)

    def _bergambar(self, baris: IsiBaris) -> float:
        """The same of the pictures in its cells."""
        if not isinstance(baris, Baris) or not baris.gambar:
            return 0
        return tinggi_gambar(baris.gambar, self._tabel.gambar, self._lebar, self._tinggi)

    def _awal(self) -> str:
        tabel = self._tabel
        uraian = f"<w:tblCaption w:val={lolos_atribut(tabel.judul)}/>" if tabel.judul else ""
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._gaya.tabel}"/><w:tblW w:w="{sum(self._lebar)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{uraian}</w:tblPr>'
            f"{kisi(self._lebar)}"
            f"{baris_kepala(tabel, self._lebar, self._gaya, self._teks, Sifat(setengah_pt=self._setengah_pt))}"
        )

    def _baris(self, baris: IsiBaris, lekat: bool) -> str:
        if isinstance(baris, Baris):
            sel = baris.sel
            dasar = JenisBaris(baris.gaya, baris.mulai, baris.lanjut)
        else:
            sel, dasar = baris, _BIASA
        if len(sel) != len(self._lebar):
            raise DokumenGagal(
                f"Tabel {self._tabel.judul or '(tanpa judul)'!r} mempunyai {len(self._lebar)} kolom, tetapi sebuah barisnya "
                f"{len(sel)} sel: {' | '.join(sel)[:120]}"
            )
        arsir = self._tabel.arsir if dasar.gaya == "biasa" else None
        utuh = self._utuh(sel) and self._bergambar(baris) < 1
        jenis = JenisBaris(dasar.gaya, dasar.mulai, dasar.lanjut, lekat, utuh, arsir is not None)
        isi = self._olah(sel, jenis)
        if isinstance(baris, Baris) and baris.gambar:
            isi = self._lukis(isi, baris, jenis)
        return self._ambil_pola(jenis) % (self._berarsir(arsir, sel, isi) if arsir else isi)

    def _utuh(self, sel: Sequence[str]) -> bool:
        """Whether the row is short enough to stay on one page."""
        if len(max(sel, key=len)) <= self._muat_terkecil:
            return True
        return all(len(teks) <= muat for teks, muat in zip(sel, self._muat, strict=True))

    def _olah(self, sel: tuple[str, ...], jenis: JenisBaris) -> tuple[str, ...]:
        if not perlu_olah("".join(sel)):
            return sel
        sifat = jenis.sifat(self._setengah_pt)
        return tuple(self._teks.dalam_run(teks, sifat) for teks in sel)

    def _lukis(self, isi: tuple[str, ...], baris: Baris, jenis: JenisBaris) -> tuple[str, ...]:
        assert self._media is not None, "pictures in cells belong to tables that stand by themselves"
        hasil, rpr = list(isi), jenis.sifat(self._setengah_pt).rpr()
        for kolom, nomor in baris.gambar.items():
            hasil[kolom] = sisip_gambar(isi[kolom], [self._tabel.gambar[n] for n in nomor], self._media, rpr)
        return tuple(hasil)

    def _ambil_pola(self, jenis: JenisBaris) -> str:
        pola = self._pola.get(jenis)
        if pola is None:
            pola = self._pola[jenis] = buat_pola(jenis, self._tabel.kolom, tuple(self._lebar), self._gaya, self._setengah_pt)
        return pola

    def _berarsir(self, arsir: Arsir, sel: Sequence[str], isi: Sequence[str]) -> tuple[str, ...]:
        """Shading, run properties and text of every cell, in the order of the pattern."""
        pasangan = (self._sifat(arsir(i, teks)) for i, teks in enumerate(sel))
        return tuple(chain.from_iterable((*satu, teks) for satu, teks in zip(pasangan, isi, strict=True)))

    def _sifat(self, warna: str | None) -> tuple[str, str]:
        """Shading and run properties for a fill; text on a dark fill is white."""
        if warna not in self._sifat_arsir:
            teks = "FFFFFF" if warna and _kecerahan(warna) < _TERANG else None
            self._sifat_arsir[warna] = (arsiran(warna), Sifat(warna=teks, setengah_pt=self._setengah_pt).rpr())
        return self._sifat_arsir[warna]


def _penutup(baris: IsiBaris) -> bool:
    return isinstance(baris, Baris) and baris.gaya in ("subtotal", "total")


def _pembuka(baris: IsiBaris) -> bool:
    return isinstance(baris, Baris) and baris.gaya == "induk"


def _kecerahan(warna: str) -> float:
    """Perceived brightness of "RRGGBB", 0 to 255."""
    merah, hijau, biru = bytes.fromhex(warna)
    return 0.299 * merah + 0.587 * hijau + 0.114 * biru
