"""UPP: the unit that serves the public, and its place in the tree of units (spec 1.1, 1.5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rtl_tracker.domain.periode import PERIODE_WAJIB, Frekuensi, Periode


@dataclass(frozen=True, slots=True)
class Upp:
    """One unit. `kelompok` is how reports group units; it falls back to `jenis`."""

    id: int
    nama: str
    induk_id: int | None = None
    kode: str = ""
    singkatan: str = ""
    jenis: str = ""
    kelompok: str = ""
    alamat: str = ""
    telepon: str = ""
    frekuensi: Frekuensi | None = None
    ikut_rerata: bool = True
    pelaksana: str = ""

    @property
    def kelompok_cetak(self) -> str:
        """The group under which the unit is printed."""
        return self.kelompok or self.jenis or "Lainnya"

    @property
    def periode_wajib(self) -> tuple[Periode, ...]:
        """The periods the unit owes; without a declared frequency the law's minimum of once a year."""
        return PERIODE_WAJIB[self.frekuensi or Frekuensi.TAHUNAN]


def urut_menurut_induk(upp: Sequence[Upp]) -> list[tuple[int, Upp]]:
    """(depth, unit) with every unit directly below its induk, otherwise in the given order."""
    dikenal = {u.id for u in upp}
    anak: dict[int | None, list[Upp]] = {}
    for unit in upp:
        anak.setdefault(unit.induk_id if unit.induk_id in dikenal else None, []).append(unit)
    hasil: list[tuple[int, Upp]] = []
    tumpukan = [(0, unit) for unit in reversed(anak.get(None, []))]
    while tumpukan:
        kedalaman, unit = tumpukan.pop()
        hasil.append((kedalaman, unit))
        tumpukan.extend((kedalaman + 1, cabang) for cabang in reversed(anak.get(unit.id, [])))
    return hasil


def cari_lingkaran(induk: Mapping[str, str | None]) -> tuple[str, ...] | None:
    """A chain of names that leads back to its start, or None. `induk` maps each unit to its parent."""
    aman: set[str] = set()
    for awal in induk:
        jalan: list[str] = []
        kini: str | None = awal
        while kini is not None and kini not in aman:
            if kini in jalan:
                return (*jalan[jalan.index(kini) :], kini)
            jalan.append(kini)
            kini = induk.get(kini)
        aman.update(jalan)
    return None


def anak_langsung(upp: Iterable[Upp], induk_id: int) -> list[Upp]:
    """The units directly under `induk_id`."""
    return [u for u in upp if u.induk_id == induk_id]
