"""A document that can cross into another process: generators read out, shading by function turned into a table."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rtl_tracker.reports.word.dokumen import Dokumen
from rtl_tracker.reports.word.elemen import Arsir, Baris, DuaTabel, Elemen, Tabel


@dataclass(frozen=True, slots=True)
class ArsirTetap:
    """Shading of the cells of one table, asked for beforehand: {(column, text): "RRGGBB"}."""

    warna: Mapping[tuple[int, str], str]

    def __call__(self, kolom: int, teks: str) -> str | None:
        """The fill of a cell, None for no shading."""
        return self.warna.get((kolom, teks))


def tetapkan(dokumen: Dokumen) -> Dokumen:
    """The same document, of values alone; it can be written more than once. A table's rows are then held in memory."""
    isi = {nama: tuple(_elemen(satu) for satu in elemen) for nama, elemen in dokumen.isi.items()}
    return replace(dokumen, templat=Path(dokumen.templat), bidang=dict(dokumen.bidang), isi=isi)


def _elemen(elemen: Elemen) -> Elemen:
    match elemen:
        case Tabel():
            return _tabel(elemen)
        case DuaTabel(kiri=kiri, kanan=kanan):
            return DuaTabel(_tabel(kiri), _tabel(kanan))
    return elemen


def _tabel(tabel: Tabel) -> Tabel:
    baris = tuple(tabel.baris)
    return replace(tabel, baris=baris, arsir=None if tabel.arsir is None else _arsir(tabel.arsir, baris))


def _arsir(arsir: Arsir, baris: tuple[Baris | tuple[str, ...], ...]) -> Arsir:
    """Only ordinary rows are shaded."""
    if isinstance(arsir, ArsirTetap):
        return arsir
    biasa = (b.sel if isinstance(b, Baris) else b for b in baris if not isinstance(b, Baris) or b.gaya == "biasa")
    tanya = {(i, teks): arsir(i, teks) for sel in biasa for i, teks in enumerate(sel)}
    return ArsirTetap({kunci: warna for kunci, warna in tanya.items() if warna is not None})
