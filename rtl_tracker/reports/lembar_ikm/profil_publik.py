"""Profiles of respondents as the public may see them: no group of fewer than five people, none that can be worked out (spec 1.11)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rtl_tracker.domain.profil import AMBANG_SEL, JenisKelamin, Pekerjaan, Pendidikan, Usia

KOLOM_PUBLIK: dict[str, tuple[str, tuple[str, ...]]] = {
    "jenis_kelamin": ("Jenis kelamin", tuple(x.value for x in JenisKelamin)),
    "usia": ("Usia", tuple(x.value for x in Usia)),
    "pendidikan": ("Pendidikan", tuple(x.value for x in Pendidikan)),
    "pekerjaan": ("Pekerjaan", tuple(x.value for x in Pekerjaan)),
}


@dataclass(frozen=True, slots=True)
class RincianPublik:
    """One profile column: groups of five people or more, and the sum of all smaller ones (0 = there are none).

    Both empty = the column cannot be shown without telling of fewer than five people.
    """

    indikator: str
    kelompok: tuple[tuple[str, int], ...]
    digabung: int


def rincian_publik(cacah: Mapping[str, Mapping[str, int]]) -> tuple[RincianPublik, ...]:
    """The columns that hold any answer; none at all when nothing may be shown. `cacah`: counts per value of each profile column."""
    semua = tuple(
        _satu(judul, [(nilai, cacah[kolom].get(nilai, 0)) for nilai in urutan])
        for kolom, (judul, urutan) in KOLOM_PUBLIK.items()
        if sum(cacah.get(kolom, {}).values())
    )
    return semua if any(satu.kelompok for satu in semua) else ()


def _satu(indikator: str, kelompok: Sequence[tuple[str, int]]) -> RincianPublik:
    """Small groups are shown as one sum; while that sum is small itself, the next smallest group joins it.

    A single group in the sum would be told by its missing name, so at least two are joined.
    """
    terisi = sorted((n, i) for i, (_, n) in enumerate(kelompok) if n)
    banyak = sum(n < AMBANG_SEL for n, _ in terisi)
    while banyak and banyak < len(terisi) and (banyak < 2 or sum(n for n, _ in terisi[:banyak]) < AMBANG_SEL):
        banyak += 1
    tampil = {i for _, i in terisi[banyak:]}
    if not tampil:
        return RincianPublik(indikator, (), 0)
    return RincianPublik(
        indikator, tuple(kelompok[i] for i in range(len(kelompok)) if i in tampil), sum(n for n, _ in terisi[:banyak])
    )
