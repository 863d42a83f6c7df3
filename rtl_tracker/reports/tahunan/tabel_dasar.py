"""What the tables share: the declared order of unsur, their codes, columns that fall away when empty."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from rtl_tracker.domain.unsur import Unsur, kode_unsur, urutan_unsur
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.fakta_besar import BarisBesar
from rtl_tracker.reports.tahunan.fakta_hasil import BarisRekap
from rtl_tracker.reports.word.elemen import Baris, Tabel

INDENTASI = "– "
LEBAR_POTRET = 155.0
LEBAR_LANSKAP = 262.0


def nama_berinduk(b: BarisRekap | BarisBesar) -> str:
    """Name of a unit, set in under its induk."""
    return INDENTASI * b.kedalaman + b.nama


def unsur_urut(f: FaktaTahunan) -> tuple[Unsur, ...]:
    """The nine unsur in the declared order."""
    return urutan_unsur(f.pengaturan.urutan_unsur)


def kode(f: FaktaTahunan, unsur: Unsur) -> str:
    """ "U3" under the declared order."""
    return kode_unsur(unsur, f.pengaturan.urutan_unsur)


def tanpa_kolom_kosong(tabel: Tabel, baris: Sequence[Baris], wajib: int = 2) -> Tabel:
    """The table without the columns (after the first `wajib`) in which no row says anything."""
    pakai = [i for i in range(len(tabel.kolom)) if i < wajib or any(b.sel[i] not in ("", "-") for b in baris)]
    hasil = pilih_kolom(tabel, baris, pakai)
    return replace(hasil, baris=tuple(hasil.baris))


def pilih_kolom(tabel: Tabel, baris: Iterable[Baris], pakai: Sequence[int]) -> Tabel:
    """The table with these columns only; its rows are read no sooner than the table is."""
    if len(pakai) == len(tabel.kolom):
        return replace(tabel, baris=baris)
    letak = {lama: baru for baru, lama in enumerate(pakai)}
    kepala = _kepala_tersisa(tabel.kepala_atas, letak) if tabel.kepala_atas else None
    isi = (
        Baris(tuple(b.sel[i] for i in pakai), b.gaya, frozenset(letak[i] for i in b.lanjut if i in letak),
              frozenset(letak[i] for i in b.mulai if i in letak))
        for b in baris
    )  # fmt: skip
    return replace(tabel, kolom=tuple(tabel.kolom[i] for i in pakai), baris=isi, kepala_atas=kepala)


def _kepala_tersisa(kepala: Sequence[tuple[str, int]], tersisa: Container[int]) -> tuple[tuple[str, int], ...] | None:
    """The upper headings over the columns that remain; none when no upper heading says anything any more."""
    awal, hasil = 0, []
    for judul, rentang in kepala:
        lebar = sum(i in tersisa for i in range(awal, awal + rentang))
        awal += rentang
        if lebar:
            hasil.append((judul, lebar))
    return tuple(hasil) if any(judul for judul, _ in hasil) else None


def selebar_halaman(tabel: Tabel, lebar_mm: float = LEBAR_POTRET) -> Tabel:
    """The table as wide as the text: what is left over goes to the columns of words, in proportion to their widths."""
    sisa = lebar_mm - sum(k.lebar_mm for k in tabel.kolom)
    kata = sum(k.lebar_mm for k in tabel.kolom if k.rata == "kiri")
    if sisa <= 0 or not kata:
        return tabel
    kolom = tuple(replace(k, lebar_mm=k.lebar_mm * (1 + sisa / kata)) if k.rata == "kiri" else k for k in tabel.kolom)
    return replace(tabel, kolom=kolom)
