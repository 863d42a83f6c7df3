"""A breakdown of people in which no group under five is told, neither openly nor by taking the others from the total (spec 1.11)."""

from collections.abc import Mapping
from dataclasses import dataclass

from rtl_tracker.domain.profil import AMBANG_SEL

KECIL = AMBANG_SEL - 1
"""A group that is shown as "< 5" has from 1 to KECIL people."""


@dataclass(frozen=True, slots=True)
class SelProfil:
    """One group: its number, or why none is told: `kecil` = fewer than five people, else it would give a small one away."""

    nama: str
    banyak: int | None
    kecil: bool = False


def lindungi(sel: Mapping[str, int]) -> tuple[SelProfil, ...] | None:
    """The groups that together are everybody, small ones covered; None when the column can only be shown whole or not at all.

    Whoever knows the total and every shown number must still hold any number from 1 to KECIL possible for every small group.
    Where that is not so, the smallest of the other groups is covered too.
    """
    kecil = [nama for nama, n in sel.items() if 0 < n < AMBANG_SEL]
    penutup: list[str] = []
    calon = sorted((nama for nama, n in sel.items() if n >= AMBANG_SEL), key=sel.__getitem__)
    while not _aman(sum(sel[x] for x in (*kecil, *penutup)), len(kecil), len(penutup)):
        if not calon:
            return None
        penutup.append(calon.pop(0))
    tutup = {*kecil, *penutup}
    return tuple(SelProfil(nama, None if nama in tutup else n, nama in kecil) for nama, n in sel.items())


def _aman(jumlah: int, kecil: int, penutup: int) -> bool:
    """Whether every small group may still have 1 as well as KECIL people, given the sum of all covered ones."""
    if not kecil:
        return True
    terbanyak = jumlah - (kecil - 1) - penutup * AMBANG_SEL
    if penutup:
        return terbanyak >= KECIL
    return terbanyak >= KECIL and jumlah - KECIL * (kecil - 1) <= 1
