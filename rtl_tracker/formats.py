"""Numbers, dates and word lists as printed in formal Indonesian (spec 1.12).

Arithmetic is exact: a value is scaled and rounded half up with integers, never through binary floats.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from babel.dates import format_date, format_datetime
from babel.lists import format_list

Nilai = Decimal | Fraction | int

BAHASA = "id"
TANDA_KURANG = "\N{MINUS SIGN}"
SPASI_TETAP = "\N{NO-BREAK SPACE}"


@lru_cache(maxsize=8192)
def angka(nilai: Nilai | None, desimal: int = 2, kosong: str = "-") -> str:
    """A number with decimal comma and points for thousands, rounded half up: 2349 -> "2.349,00", 86.025 -> "86,03".

    A missing value prints as `kosong`, never as zero; what rounds to zero carries no sign.
    """
    if nilai is None:
        return kosong
    satuan = _satuan_terkecil(Fraction(nilai), desimal)
    tanda = TANDA_KURANG if satuan and nilai < 0 else ""
    utuh, pecahan = divmod(satuan, 10**desimal)
    ekor = f",{pecahan:0{desimal}d}" if desimal else ""
    return f"{tanda}{utuh:,}".replace(",", ".") + ekor


def bulat(n: int | None, kosong: str = "-") -> str:
    """A count: 2349 -> "2.349"; a missing count prints as `kosong`."""
    if n is None:
        return kosong
    return f"{TANDA_KURANG if n < 0 else ''}{abs(n):,}".replace(",", ".")


def jumlah(nilai: Nilai | None, kosong: str = "-") -> str:
    """A sum or an answer: whole numbers as counts, the mean of several questions with two decimals: 87 -> "87", 7/2 -> "3,50"."""
    if nilai is None or Fraction(nilai).denominator == 1:
        return bulat(None if nilai is None else int(nilai), kosong)
    return angka(nilai)


def persen(nilai: Nilai | None, desimal: int = 2, kosong: str = "-") -> str:
    """A percentage given in per cent: 59.555 -> "59,56 %", the sign held to the figure by a no-break space."""
    return kosong if nilai is None else f"{angka(nilai, desimal)}{SPASI_TETAP}%"


def selisih(nilai: Nilai | None, desimal: int = 2, kosong: str = "-") -> str:
    """A difference with its sign: "+1,40", "−0,52"; what rounds to zero is "0,00"."""
    if nilai is None:
        return kosong
    naik = nilai > 0 and _satuan_terkecil(Fraction(nilai), desimal) > 0
    return ("+" if naik else "") + angka(nilai, desimal)


def terbilang(n: int) -> str:
    """A whole number in words: 17 -> "tujuh belas"."""
    from num2words import num2words  # here: it loads the words of every language, and most processes print none

    return str(num2words(n, lang=BAHASA))


def dengan_terbilang(n: int) -> str:
    """A count as prose carries it: 17 -> "17 (tujuh belas)"."""
    return f"{bulat(n)} ({terbilang(n)})"


def tanggal(hari: date) -> str:
    """A date with its month in words: "9 Juni 2023"."""
    return format_date(hari, "d MMMM y", locale=BAHASA)


def tanggal_waktu(saat: datetime) -> str:
    """A date and time, "9 Juni 2023 pukul 14.05", on the clock that `saat` itself carries."""
    return format_datetime(saat, "d MMMM y 'pukul' HH.mm", locale=BAHASA)


def daftar(kata: Sequence[str]) -> str:
    """Words joined as in a sentence: "a", "a dan b", "a, b, dan c"."""
    return format_list(kata, locale=BAHASA)


def kategori(huruf: str, kinerja: str, kata_dahulu: bool = False) -> str:
    """A class by letter and words: "A (Sangat Baik)", or "Sangat Baik (A)" when the words come first."""
    return f"{kinerja} ({huruf})" if kata_dahulu else f"{huruf} ({kinerja})"


def huruf_kapital_awal(teks: str) -> str:
    """The text with a capital first letter, the rest untouched: "RTL" stays "RTL"."""
    return teks[:1].upper() + teks[1:]


def _satuan_terkecil(nilai: Fraction, desimal: int) -> int:
    """The magnitude in units of the last printed decimal, rounded half up: 86.025 with 2 decimals -> 8603."""
    skala: int = 10**desimal
    utuh, sisa = divmod(abs(nilai.numerator) * skala, nilai.denominator)
    return utuh + (2 * sisa >= nilai.denominator)
