"""What the sheets of the recap share: how unsur, classes and missing figures stand in a cell, columns as wide as they need."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur, kode_unsur, urutan_unsur
from rtl_tracker.reports.buku_excel import Kolom, Nilai
from rtl_tracker.reports.tahunan.sebutan import sebut_mutu

BELUM_ADA, TIDAK_DIUKUR = "belum ada data", "-"
LEBAR_KOSONG = 13


def kolom_angka(judul: str, lebar: int = 11) -> Kolom:
    """A column of figures."""
    return Kolom(judul, lebar, tengah=True)


def kode(unsur: Unsur, p: Pengaturan) -> str:
    """ "U3" under the declared order."""
    return kode_unsur(unsur, p.urutan_unsur)


def sebut_unsur(unsur: Sequence[Unsur], p: Pengaturan) -> str:
    """All of them in the declared order: "U3 Waktu; U4 Biaya"."""
    return "; ".join(f"{kode(u, p)} {NAMA_PENDEK[u]}" for u in urutan_unsur(p.urutan_unsur) if u in unsur)


def isi_mutu(huruf: Mutu | None, p: Pengaturan) -> str | None:
    """The class in letter and words; an empty cell without one."""
    return None if huruf is None else sebut_mutu(huruf, p)


def isi_ikm(nilai: Decimal | None) -> Nilai:
    """An index as a number, or that there are no data: never 0."""
    return BELUM_ADA if nilai is None else nilai


def rapatkan(kolom: Sequence[Kolom], baris: Sequence[Sequence[Nilai]]) -> tuple[Kolom, ...]:
    """The columns, narrow where no row says anything: they stay in their place for whoever refers to them."""
    terisi = [any(nilai not in (None, "") for nilai in isi) for isi in zip(*baris, strict=True)] if baris else []
    lebar = [
        k.lebar if ada else min(k.lebar, LEBAR_KOSONG) for k, ada in zip(kolom, terisi or [True] * len(kolom), strict=True)
    ]
    return tuple(replace(k, lebar=satu) for k, satu in zip(kolom, lebar, strict=True))
