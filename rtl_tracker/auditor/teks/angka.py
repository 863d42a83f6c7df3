"""TEKS-01: a number in an edited text that is not the figure it stands for, or whose digits and words disagree."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.auditor.sebutan import koma
from rtl_tracker.auditor.teks.acuan import Patokan, tepat_untuk, terpotong_untuk
from rtl_tracker.auditor.teks.jenis_angka import kenali
from rtl_tracker.auditor.teks.jenis_cacah import Calon
from rtl_tracker.auditor.teks.pengenal import Angka, Uraian
from rtl_tracker.auditor.teks.temuan_teks import Bacaan, TemuanTeks
from rtl_tracker.auditor.teks.terbilang import tulis_terbilang
from rtl_tracker.domain.angka import bulatkan, desimal_tercetak
from rtl_tracker.domain.tingkat import Tingkat

BATAS_HURUF = 10_000
"""Numbers from here on are not written in words."""


def periksa_angka(b: Bacaan) -> Iterator[TemuanTeks]:
    """Findings of TEKS-01 in one Naskah."""
    for u in b.uraian:
        for angka in u.angka:
            calon = kenali(b, u, angka)
            huruf = angka.huruf
            if huruf is not None and huruf[2] not in (None, angka.nilai):
                yield _beda_huruf(b, u, angka, calon)
            elif calon is not None:
                yield from _banding(b, u, angka, calon)


def _nilai(angka: Angka) -> tuple[Decimal, ...]:
    """The readings of a number, with its sign."""
    tanda = -1 if angka.tanda == "-" else 1
    return tuple(x * tanda for x in (angka.nilai, angka.lain) if x is not None)


def _cocok(angka: Angka, calon: Calon, potong: bool = False) -> bool:
    uji = terpotong_untuk if potong else tepat_untuk
    patokan = [Patokan(abs(p.nilai), p.nama) if calon.mutlak else p for p in calon.patokan]
    return any(uji(abs(x) if calon.mutlak else x, p) for x in _nilai(angka) for p in patokan)


def _banding(b: Bacaan, u: Uraian, angka: Angka, calon: Calon) -> Iterator[TemuanTeks]:
    if _cocok(angka, calon):
        return
    benar = _terpilih(angka, calon)
    tulis = _tulis(benar.nilai, angka, calon)
    terpotong = not calon.cacah and _cocok(angka, calon, potong=True)
    milik = b.milik(calon.upp)
    sebab = "angka di belakangnya dipotong, bukan dibulatkan" if terpotong else "menurut data"
    awal = f"Tertulis {angka.teks} sebagai {benar.nama}"
    akhir = (
        f"{sebab}; seharusnya {tulis}." if terpotong else f"padahal {sebab} {tulis}. Perbaiki angka ini, atau periksa datanya."
    )
    kalimat = (f"{awal}{milik}, {akhir}", f"{awal}, {akhir}")
    usulan = _dengan_huruf(tulis, angka)
    rentang = (angka.awal, angka.huruf[1] + 1 if angka.huruf else angka.akhir)
    tingkat = Tingkat.INFO if terpotong else Tingkat.GALAT
    yield b.temuan("TEKS-01", u, rentang, kalimat, _baku(angka), tulis.replace(".", "").replace(",", "."), usulan, tingkat)


def _beda_huruf(b: Bacaan, u: Uraian, angka: Angka, calon: Calon | None) -> TemuanTeks:
    """Digits and words disagree: the one that the facts support is right; without facts both are shown."""
    awal_huruf, akhir_huruf, n_huruf = angka.huruf or (angka.awal, angka.akhir, None)
    huruf = u.teks[awal_huruf:akhir_huruf]
    rentang, usulan, seharusnya = (angka.awal, akhir_huruf + 1), "", None
    akhir = " Periksa mana yang benar."
    if calon is not None:
        n = _benar(angka, calon, n_huruf)
        seharusnya, akhir = str(n), f" Menurut data seharusnya {_ribuan(n)}."
        usulan = f"{_ribuan(n)} ({tulis_terbilang(n)})" if n < BATAS_HURUF else _ribuan(n)
        if n == angka.nilai:
            rentang, usulan = (awal_huruf, akhir_huruf), tulis_terbilang(n) if n < BATAS_HURUF else ""
        elif n == n_huruf:
            rentang, usulan = (angka.awal, angka.akhir), _ribuan(n)
    kalimat = f"Angka {angka.teks} dan hurufnya ({huruf}) tidak sama.{akhir}"
    return b.temuan("TEKS-01", u, rentang, (kalimat, kalimat), f"{_baku(angka)} ({huruf})", seharusnya, usulan)


def _benar(angka: Angka, calon: Calon, n_huruf: int | None) -> int:
    """What digits and words should both say: whichever of them is a figure of the facts, else that figure."""
    if _cocok(angka, calon):
        return int(angka.nilai)
    if n_huruf is not None and any(p.nilai == n_huruf for p in calon.patokan):
        return n_huruf
    return int(bulatkan(_terpilih(angka, calon).nilai, 0))


def _terpilih(angka: Angka, calon: Calon) -> Patokan:
    """The figure that is most likely meant: the usual one; of several usual ones the nearest."""
    utama = [p for p in calon.patokan if p.utama] or calon.patokan
    return min(
        utama, key=lambda p: abs(abs(p.nilai) - Fraction(angka.nilai)) if calon.mutlak else abs(p.nilai - Fraction(angka.nilai))
    )


def _tulis(nilai: Fraction, angka: Angka, calon: Calon) -> str:
    """The right figure as it would be printed here: with as many decimals as the wrong one, two at least."""
    if calon.cacah:
        return _ribuan(int(bulatkan(nilai, 0)))
    tampil = abs(nilai) if calon.mutlak else nilai
    desimal = desimal_tercetak(angka.lain if angka.lain is not None else angka.nilai)
    return koma(bulatkan(tampil, max(2, desimal)))


def _dengan_huruf(tulis: str, angka: Angka) -> str:
    polos = tulis.replace(".", "")
    return f"{tulis} ({tulis_terbilang(int(polos))})" if angka.huruf and polos.isdigit() and int(polos) < BATAS_HURUF else tulis


def _ribuan(n: int) -> str:
    return f"{n:,}".replace(",", ".")


def _baku(angka: Angka) -> str:
    """The number with a decimal point."""
    return f"{'-' if angka.tanda == '-' else ''}{angka.lain if angka.lain is not None and angka.lain <= 100 else angka.nilai}"
