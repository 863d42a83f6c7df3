"""Fitting names into a given width: at most so many lines, evenly filled, an ellipsis instead of a cut."""

from collections.abc import Callable

ELIPSIS = "\N{HORIZONTAL ELLIPSIS}"
Lebar = Callable[[str], float]


def lipat_teks(teks: str, lebar: Lebar, paling: float, baris: int = 2) -> str:
    """The text in at most `baris` lines whose `lebar` is at most `paling`; what does not fit ends with an ellipsis.

    White space of any kind counts as one blank. The last two lines are made about equally long.
    """
    teks = " ".join(teks.split())
    if baris == 1 or lebar(teks) <= paling:
        return pendekkan(teks, lebar, paling)
    potong = (_potong_seimbang(teks, lebar, paling) if baris == 2 else 0) or _potong_penuh(teks, lebar, paling)
    return f"{teks[:potong].rstrip()}\n{lipat_teks(teks[potong:], lebar, paling, baris - 1)}"


def pendekkan(teks: str, lebar: Lebar, paling: float) -> str:
    """The text itself when it fits, else its longest beginning that fits together with an ellipsis."""
    if lebar(teks) <= paling:
        return teks
    panjang = _terpanjang(len(teks), lambda n: lebar(teks[:n].rstrip() + ELIPSIS) <= paling)
    return teks[:panjang].rstrip() + ELIPSIS


def _potong_seimbang(teks: str, lebar: Lebar, paling: float) -> int:
    """The blank that gives the least wide pair of lines; 0 when no blank gives two lines that fit."""
    pasangan = [(max(lebar(teks[:i]), lebar(teks[i + 1 :])), i) for i, huruf in enumerate(teks) if huruf == " "]
    terlebar, potong = min(pasangan, default=(paling, 0))
    return potong if terlebar <= paling else 0


def _potong_penuh(teks: str, lebar: Lebar, paling: float) -> int:
    """Where a full first line ends: after its last whole word, within a word only when that alone is too long."""
    panjang = max(1, _terpanjang(len(teks), lambda n: lebar(teks[:n].rstrip()) <= paling))
    batas = teks.rfind(" ", 0, panjang + 1)
    return batas if batas > 0 else panjang


def _terpanjang(paling: int, boleh: Callable[[int], bool]) -> int:
    """The largest n in 0..paling that is allowed; what is allowed for n is allowed for fewer."""
    bawah, atas = 0, paling
    while bawah < atas:
        tengah = (bawah + atas + 1) // 2
        bawah, atas = (tengah, atas) if boleh(tengah) else (bawah, tengah - 1)
    return bawah
