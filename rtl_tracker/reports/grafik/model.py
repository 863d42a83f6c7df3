"""A chart as a value: what is drawn, by which function, how large, and its words for those who cannot see it."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, TypeVar

T = TypeVar("T")
Format = Literal["png", "svg"]


@dataclass(frozen=True, slots=True)
class Grafik:
    """One picture, not yet drawn. `lukis` is a function of a module, `data` its arguments after the canvas.

    `alt` is the alternative text; it holds only figures that were given. Sizes are in millimetres. The object can be
    sent to another process, and the same object always renders to the same bytes.
    """

    nama: str
    alt: str
    lebar_mm: float
    tinggi_mm: float
    lukis: Callable[..., None]
    data: tuple[Any, ...]

    def png(self) -> bytes:
        """The picture for Word, 200 dots per inch."""
        return self.render("png")

    def svg(self) -> bytes:
        """The picture for the web, letters as outlines so that it looks the same everywhere."""
        return self.render("svg")

    def render(self, format: Format) -> bytes:
        """The picture as PNG or SVG. Loads matplotlib on first use."""
        from rtl_tracker.reports.grafik.cetak import cetak

        return cetak(self, format)

    def sidik(self) -> str:
        """Hash of everything the picture is made from but the style: equal charts have equal hashes."""
        asal = (self.lukis.__module__, self.lukis.__qualname__, self.data, self.alt, self.lebar_mm, self.tinggi_mm)
        return hashlib.sha256(repr(asal).encode()).hexdigest()


def bagi_rata(baris: Sequence[T], paling: int) -> list[tuple[T, ...]]:
    """The rows in as few parts of at most `paling` as possible, whose sizes differ by at most one: 100 by 34 -> 34, 33, 33."""
    bagian = -(-len(baris) // paling)
    batas = [-(-len(baris) * ke // bagian) for ke in range(bagian + 1)] if bagian else [0]
    return [tuple(baris[awal:akhir]) for awal, akhir in pairwise(batas)]


def nama_bagian(nama: str, ke: int, jumlah: int) -> str:
    """Name of one part: the name itself when there is only one, else with its number: "peringkat-upp-2"."""
    return nama if jumlah == 1 else f"{nama}-{ke}"


def wajib_berisi(baris: Sequence[object]) -> None:
    """Raise ValueError for a chart without a single row: the document says "belum ada data" instead."""
    if not baris:
        raise ValueError("Grafik memerlukan sedikitnya satu baris data.")
