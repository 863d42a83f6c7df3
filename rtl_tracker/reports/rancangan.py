"""What every kind of Word document hands to the one builder: texts, fields, charts, and how its elements come together.

The builder puts edited texts in the place of the automatic ones, draws the charts, and asks `isi` for the elements.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from rtl_tracker.reports.grafik import Grafik
from rtl_tracker.reports.word.elemen import DaftarNomor, Elemen, Paragraf

Png = Mapping[str, bytes]
"""Rendered charts by `Grafik.sidik()`."""
Teks = Mapping[str, tuple[str, ...]]
"""Texts by the name of their block: one string per paragraph or item. An empty tuple = the block is left out."""
BentukTeks = Literal["paragraf", "nomor"]


@dataclass(frozen=True, slots=True)
class BlokTeks:
    """One narrative block that an officer may edit: its name, the heading it stands under, the automatic text.

    `teks`: one string per paragraph, or per item of a numbered list (`bentuk` "nomor"). `nama` is [a-z_]+ and unique. A block about one
    unit names the `kelompok` of its fields.
    """

    nama: str
    judul: str
    teks: tuple[str, ...]
    bentuk: BentukTeks = "paragraf"
    kelompok: str = ""


@dataclass(frozen=True, slots=True)
class Bidang:
    """One printed figure or name with its own name ([a-z0-9_]+), for edited texts and for comparing versions.

    `keterangan` says in words what it is ("IKM Kecamatan Lumar"); `nilai` is exactly what the document prints ("88,33").
    `kelompok` gathers fields on the page of the editor ("Instansi", "Unsur", a unit's name).
    """

    nama: str
    keterangan: str
    nilai: str
    kelompok: str


@dataclass(frozen=True, slots=True)
class Rancangan:
    """A Word document before it is written.

    `templat`: file in docx_templates/. `bidang_templat` fills its `{{ ... }}`. `isi(teks, png)` gives the elements by marker, from the
    texts in force (`susun_teks`) and the rendered `grafik`. `fakta` is the frozen dataclass behind it all. `peringatan` are sentences
    for whoever asked for the document. `tanggal` goes into the properties, so that the same data give the same bytes.
    """

    nama_berkas: str
    judul: str
    penulis: str
    tanggal: datetime
    templat: str
    bidang_templat: Mapping[str, str]
    blok: tuple[BlokTeks, ...]
    bidang: tuple[Bidang, ...]
    grafik: tuple[Grafik, ...]
    isi: Callable[[Teks, Png], Mapping[str, Sequence[Elemen]]]
    fakta: Any
    peringatan: tuple[str, ...] = ()


def nama_bidang(teks: str) -> str:
    """A name of a field from words: "Kecamatan Lumar" -> "kecamatan_lumar"."""
    return re.sub(r"[^a-z0-9]+", "_", teks.casefold()).strip("_")


def susun_teks(blok: Sequence[BlokTeks], suntingan: Teks) -> dict[str, tuple[str, ...]]:
    """The text in force per block: the edited one where there is one, else the automatic one."""
    return {satu.nama: suntingan.get(satu.nama, satu.teks) for satu in blok}


def paragraf(kalimat: Sequence[str]) -> list[Elemen]:
    """One element per paragraph."""
    return [Paragraf(satu) for satu in kalimat]


def daftar_nomor(butir: Sequence[str]) -> list[Elemen]:
    """A numbered list; nothing when there are no items."""
    return [DaftarNomor(tuple(butir))] if butir else []
