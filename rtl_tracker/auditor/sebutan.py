"""How sentences of findings name figures, lists and periods."""

from collections.abc import Iterable
from decimal import Decimal

from rtl_tracker.domain.angka import Angka, bulatkan
from rtl_tracker.domain.mutu import Mutu, kinerja
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur


def koma(nilai: Decimal | str) -> str:
    """A printed figure with a decimal comma, digits as they are."""
    return str(nilai).replace(".", ",")


def bulat(nilai: Angka, desimal: int = 2) -> str:
    """A computed figure rounded half up, with a decimal comma."""
    return koma(bulatkan(nilai, desimal))


def deret(kata: Iterable[str], penghubung: str = "dan") -> str:
    """ "a", "a dan b", "a, b, dan c"."""
    daftar = list(kata)
    if len(daftar) < 3:
        return f" {penghubung} ".join(daftar)
    return f"{', '.join(daftar[:-1])}, {penghubung} {daftar[-1]}"


def deret_unsur(unsur: Iterable[Unsur]) -> str:
    """Names of unsur as a list: short ones, for the long ones hold commas."""
    daftar = list(unsur)
    return "kesembilan unsur" if len(daftar) == len(Unsur) else deret(NAMA_PENDEK[u] for u in daftar)


def kelas(huruf: Mutu) -> str:
    """ "B (Baik)"."""
    return f"{huruf.value} ({kinerja(huruf)})"


def nama_periode(periode: Periode, tahun: int | None = None) -> str:
    """ "Semester I", or "Semester I 2023"."""
    return NAMA_PERIODE[periode] if tahun is None else f"{NAMA_PERIODE[periode]} {tahun}"
