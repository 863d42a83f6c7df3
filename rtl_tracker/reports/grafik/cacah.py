"""Plain bars of counts: how often an unsur was lowest, and the profile of respondents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from rtl_tracker.formats import bulat, persen
from rtl_tracker.reports.grafik import gaya
from rtl_tracker.reports.grafik.kalimat import kalimat_ekstrem
from rtl_tracker.reports.grafik.model import Grafik, wajib_berisi
from rtl_tracker.reports.grafik.tata import LEBAR_HALAMAN, TataBaris

if TYPE_CHECKING:
    from rtl_tracker.reports.grafik.kanvas import Kanvas

BarisCacah = tuple[str, int]
TATA = TataBaris(kiri=56, kanan=28, atas=7, bawah=2)


def unsur_terendah(baris: Sequence[BarisCacah]) -> Grafik:
    """Bars of (unsur, number of UPP in which it was lowest or among the lowest), most often first.

    Raises ValueError without rows.
    """
    wajib_berisi(baris)
    urut = sorted(baris, key=lambda satu: -satu[1])
    alt = f"Grafik batang jumlah UPP menurut unsur terendahnya. {_sebut(urut, ('paling sering', 'paling jarang'))}"
    isi = tuple((nama, n, bulat(n)) for nama, n in urut)
    return _grafik("unsur-terendah", alt, "Jumlah UPP tempat unsur menjadi yang terendah", isi)


def profil(judul: str, baris: Sequence[BarisCacah]) -> Grafik:
    """Bars of (group, number of respondents) in the given order, each with its share of the sum.

    Raises ValueError without rows.
    """
    wajib_berisi(baris)
    jumlah = sum(n for _, n in baris)
    isi = tuple((nama, n, _dengan_persen(n, jumlah)) for nama, n in baris)
    alt = f"Grafik batang profil responden: {judul}. {_sebut(baris, ('terbanyak', 'paling sedikit'))}"
    nama = "-".join(["profil", *re.findall(r"\w+", judul.lower())])
    return _grafik(nama, alt, f"{judul} (orang)", isi)


def _sebut(baris: Sequence[BarisCacah], kata: tuple[str, str]) -> str:
    return kalimat_ekstrem(baris, lambda n: bulat(int(n)), kata)


def _dengan_persen(n: int, jumlah: int) -> str:
    return f"{bulat(n)} ({persen(Fraction(100 * n, jumlah))})" if jumlah else bulat(n)


def _grafik(nama: str, alt: str, judul: str, isi: tuple[tuple[str, int, str], ...]) -> Grafik:
    tata = TATA.untuk([satu[0] for satu in isi])
    return Grafik(nama, alt, LEBAR_HALAMAN, tata.tinggi(len(isi)), _lukis, (judul, isi, tata))


def _lukis(kanvas: Kanvas, judul: str, isi: tuple[tuple[str, int, str], ...], tata: TataBaris) -> None:
    from rtl_tracker.reports.grafik.kanvas import batang, di_ujung, tanpa_skala

    axes = kanvas.baris([nama for nama, _, _ in isi], tata)
    tanpa_skala(axes, max(1, *(n for _, n, _ in isi)))
    for y, (_, n, label) in enumerate(isi):
        batang(axes, y, 0, n, gaya.ISIAN_POKOK)
        di_ujung(axes, n, y, label)
    kanvas.teks(tata.kiri, tata.atas / 2, judul, tebal=True)
