"""One cell to one value: texts, exact numbers, counts and dates, however an officer has typed them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

from babel.dates import get_month_names

from rtl_tracker.formats import BAHASA, tanggal


@dataclass(frozen=True, eq=False, slots=True)
class SelBermasalah:
    """A cell that Excel itself could not value: an error such as #REF!, or a formula that was never calculated."""

    tampilan: str
    kalimat: str


class NilaiSalah(ValueError):
    """A cell cannot be read as what its column asks for; str(error) is the sentence for the user."""


Sel = str | int | float | bool | date | datetime | time | timedelta | SelBermasalah

KOSONG = ""
ANGKA_PENTING = 12
HITUNGAN_MAKS = 999_999_999
_PANJANG_ANGKA = 40
_UTUH_PASTI = 10**ANGKA_PENTING
_BUANG = {kode: None for kode in (*range(32), 127, 0x200B, 0x200E, 0x200F, 0xFEFF) if kode not in (9, 10)} | {0xA0: " ", 9: " "}
_DESIMAL = re.compile(r"([-+]?)([0-9]+(?:[.,][0-9]+)*)")
_RIBUAN = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
_RIBUAN_PECAHAN = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
_SATUAN = re.compile(r"(?i)\s*(orang|responden|jiwa)\s*$")
_JAM = r"(?:[T,\s]+[0-9]{1,2}[:.][0-9]{2}.*)?"
_ISO = re.compile(rf"([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}}){_JAM}")
_HARI_BULAN = re.compile(rf"([0-9]{{1,2}})[/.-]([0-9]{{1,2}})[/.-]([0-9]{{4}}){_JAM}")
_PANJANG = re.compile(rf"(?:[^\W\d]+,\s*)?([0-9]{{1,2}})\s+([^\W\d]+)\.?\s+([0-9]{{4}}){_JAM}")
_BULAN = {
    nama.casefold().rstrip("."): nomor
    for panjang in ("wide", "abbreviated")
    for nomor, nama in get_month_names(panjang, locale=BAHASA).items()
} | {"agt": 8, "ags": 8, "sept": 9, "nopember": 11, "pebruari": 2}  # fmt: skip


def teks(sel: Sel) -> str:
    """The cell as text: trimmed, without control characters; 25.0 -> "25", a date -> "9 Juni 2023". Keeps line breaks.

    Raises NilaiSalah for a cell that Excel could not value.
    """
    if isinstance(sel, str):
        return sel.strip() if sel.isprintable() else _bersihkan(sel)
    if isinstance(sel, float) and sel.is_integer() and abs(sel) < _UTUH_PASTI:
        return str(int(sel))
    if isinstance(sel, SelBermasalah):
        raise NilaiSalah(sel.kalimat)
    if isinstance(sel, bool):
        return "TRUE" if sel else "FALSE"
    if isinstance(sel, int | float):
        return str(desimal_dari_angka(sel))
    if isinstance(sel, date):
        return tanggal(sel)
    return str(sel)


def teks_tampil(sel: Sel) -> str:
    """The cell as it is shown in a problem; never raises."""
    if isinstance(sel, SelBermasalah):
        return sel.tampilan
    if isinstance(sel, float) and not isfinite(sel):
        return str(sel)
    return teks(sel)


def satu_baris(sel: Sel) -> str:
    """A name or a label: text with every run of blanks and line breaks made one blank."""
    return " ".join(teks(sel).split())


def kosong(sel: Sel) -> bool:
    """Whether there is nothing in the cell but blanks."""
    return isinstance(sel, str) and not (sel and teks(sel))


def _bersihkan(isi: str) -> str:
    rapi = isi.replace("\r\n", "\n").replace("\r", "\n").translate(_BUANG)
    return "\n".join(baris.strip() for baris in rapi.split("\n")).strip()


def desimal_dari_angka(nilai: float) -> Decimal:
    """An exact decimal of a spreadsheet number by its shortest digits: 25.0 -> 25, 98.03750000000001 -> 98.0375.

    Twelve significant digits are kept: what lies beyond is the noise of binary floats. Raises NilaiSalah for no number.
    """
    if not isfinite(nilai):
        raise NilaiSalah("Isian bukan bilangan.")
    return Decimal(format(Decimal(f"{nilai:.{ANGKA_PENTING}g}"), "f"))


def baca_desimal(sel: Sel) -> Decimal | None:
    """A number with decimal comma or point, as typed ("3.00" keeps its digits); "100 %" is 100; None for a blank cell.

    Raises NilaiSalah for anything else.
    """
    if isinstance(sel, int | float) and not isinstance(sel, bool):
        return desimal_dari_angka(sel)
    isi = _isi_angka(sel).removesuffix("%")
    if not isi:
        return None
    cocok = _DESIMAL.fullmatch(isi) if len(isi) <= _PANJANG_ANGKA else None
    badan = _titik_desimal(cocok[2]) if cocok else None
    if cocok is None or badan is None:
        raise NilaiSalah("Isian bukan bilangan. Tulis angka saja, misalnya 86,03.")
    return Decimal(cocok[1] + badan)


def baca_hitungan(sel: Sel) -> int | None:
    """A whole number of persons or a year: 25, "25 orang", "2.349" (= 2349), 25.0; None for a blank cell.

    Raises NilaiSalah for a fraction or no number. The sign is left to the caller.
    """
    if isinstance(sel, int | float) and not isinstance(sel, bool):
        return _hitungan_dari_angka(sel)
    isi = _SATUAN.sub("", _isi_angka(sel, buang_spasi=False))
    isi = "".join(isi.split())
    if not isi:
        return None
    if _RIBUAN.fullmatch(isi):
        return _utuh(Decimal(isi.replace(".", "").replace(",", "")))
    nilai = baca_desimal(isi)
    return None if nilai is None else _utuh(nilai)


def baca_tanggal(sel: Sel) -> date | None:
    """A date cell, "31/12/2023", "2023-12-31", "31 Desember 2023" (a time of day after it is dropped); None for a blank cell.

    Raises NilaiSalah for anything else.
    """
    if isinstance(sel, datetime):
        return sel.date()
    if isinstance(sel, date):
        return sel
    isi = satu_baris(sel)
    if not isi:
        return None
    hasil = _urai_tanggal(isi)
    if hasil is None:
        raise NilaiSalah("Tanggal tidak terbaca. Tulis seperti 31/12/2023, 2023-12-31, atau 31 Desember 2023.")
    return hasil


def _isi_angka(sel: Sel, buang_spasi: bool = True) -> str:
    if isinstance(sel, date | time | timedelta):
        raise NilaiSalah("Isian terbaca sebagai tanggal atau jam, bukan bilangan. Ubah format selnya menjadi angka.")
    isi = teks(sel).replace("\N{MINUS SIGN}", "-")
    return "".join(isi.split()) if buang_spasi else isi


def _titik_desimal(badan: str) -> str | None:
    """Digits with separators -> digits with a decimal point; None when the groups of thousands are not of three."""
    koma, titik = badan.count(","), badan.count(".")
    if koma + titik == 1:
        return badan.replace(",", ".")
    if koma and titik:
        desimal = "," if badan.rfind(",") > badan.rfind(".") else "."
        depan, _, pecahan = badan.rpartition(desimal)
    else:
        depan, pecahan = badan, ""
    if (koma or titik) and not _RIBUAN.fullmatch(depan):
        return None
    bulat = depan.replace(",", "").replace(".", "")
    return f"{bulat}.{pecahan}" if pecahan else bulat


def _hitungan_dari_angka(nilai: float) -> int:
    """2.349 typed in an Excel that takes the point for a decimal is 2349 all the same: nobody counts 2,349 persons."""
    desimal = desimal_dari_angka(nilai)
    if _RIBUAN_PECAHAN.fullmatch(str(desimal)):
        return _utuh(desimal.scaleb(3))
    return _utuh(desimal)


def _utuh(nilai: Decimal) -> int:
    if nilai != nilai.to_integral_value():
        raise NilaiSalah("Isian harus bilangan bulat.")
    if abs(nilai) > HITUNGAN_MAKS:
        raise NilaiSalah("Bilangan terlalu besar.")
    return int(nilai)


def _urai_tanggal(isi: str) -> date | None:
    if cocok := _ISO.fullmatch(isi):
        tahun, bulan, hari = int(cocok[1]), int(cocok[2]), int(cocok[3])
    elif cocok := _HARI_BULAN.fullmatch(isi):
        hari, bulan, tahun = int(cocok[1]), int(cocok[2]), int(cocok[3])
    elif cocok := _PANJANG.fullmatch(isi):
        hari, bulan, tahun = int(cocok[1]), _BULAN.get(cocok[2].casefold(), 0), int(cocok[3])
    else:
        return None
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        return None
