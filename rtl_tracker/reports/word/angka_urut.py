"""Ordinal numbers in the formats of Word's numbering and page numbers."""

from rtl_tracker.reports.word.galat import TemplatTidakLengkap

_ROMAWI = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def romawi(angka: int) -> str:
    """4 -> "iv"."""
    hasil = ""
    for nilai, huruf in _ROMAWI:
        banyak, angka = divmod(angka, nilai)
        hasil += huruf * banyak
    return hasil


def huruf(angka: int) -> str:
    """1 -> "a", 26 -> "z", 27 -> "aa" (Word repeats the letter, it does not count in base 26)."""
    return chr(ord("a") + (angka - 1) % 26) * ((angka - 1) // 26 + 1)


def format_angka(angka: int, bentuk: str) -> str:
    """The number in the Word format `bentuk` (w:numFmt, w:fmt)."""
    match bentuk:
        case "decimal":
            return str(angka)
        case "lowerRoman":
            return romawi(angka)
        case "upperRoman":
            return romawi(angka).upper()
        case "lowerLetter":
            return huruf(angka)
        case "upperLetter":
            return huruf(angka).upper()
        case "none":
            return ""
    raise TemplatTidakLengkap(f"Bentuk nomor {bentuk!r} pada templat Word tidak didukung.")
