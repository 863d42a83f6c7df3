"""Dates and timestamps as other platforms write them, day first or month first: which of both is found from the whole column."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from rtl_tracker.spreadsheets.sel import NilaiSalah, Sel, baca_tanggal, satu_baris

_TAHUN_DEPAN = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})(?=$|[T ,])")
_ANGKA = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})(?=$|[T ,])")


def baca_tanggal_berkas(sel: Sel, bulan_dahulu: bool) -> date | None:
    """The day of a cell; None for a blank one. `bulan_dahulu`: 11/5/2026 is 5 November. Raises NilaiSalah."""
    if isinstance(sel, date | datetime):
        return baca_tanggal(sel)
    isi = satu_baris(sel)
    if cocok := _TAHUN_DEPAN.match(isi):
        return _susun(int(cocok[1]), int(cocok[2]), int(cocok[3]))
    if cocok := _ANGKA.match(isi):
        satu, dua = int(cocok[1]), int(cocok[2])
        return _susun(int(cocok[3]), *((satu, dua) if bulan_dahulu else (dua, satu)))
    return baca_tanggal(isi)


def bulan_dahulu(kolom: Iterable[Sel], awal: date, akhir: date) -> bool | None:
    """Whether the dates of a column are written month first; None when it cannot be told from them and from the days of the survey."""
    pasangan = {(int(c[1]), int(c[2]), int(c[3])) for sel in set(_teks(kolom)) if (c := _ANGKA.match(" ".join(sel.split())))}
    if not pasangan:
        return False
    hari_dahulu_mustahil = any(dua > 12 for _, dua, _ in pasangan)
    bulan_dahulu_mustahil = any(satu > 12 for satu, _, _ in pasangan)
    if hari_dahulu_mustahil != bulan_dahulu_mustahil:
        return hari_dahulu_mustahil
    if hari_dahulu_mustahil:
        return False
    di_dalam = [
        all(awal <= date(t, *((a, b) if balik else (b, a))) <= akhir for a, b, t in pasangan if a and b)
        for balik in (False, True)
    ]  # fmt: skip
    return di_dalam[1] if di_dalam[0] != di_dalam[1] else None


def _teks(kolom: Iterable[Sel]) -> list[str]:
    return [sel for sel in kolom if isinstance(sel, str)]


def _susun(tahun: int, bulan: int, hari: int) -> date:
    try:
        return date(tahun, bulan, hari)
    except ValueError as galat:
        raise NilaiSalah("Tanggal ini tidak ada. Periksa urutan hari dan bulannya.") from galat
