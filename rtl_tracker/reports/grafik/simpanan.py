"""Rendering many charts: kept pictures are read, the others are drawn, in a few processes when there are many of them."""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from rtl_tracker import formats
from rtl_tracker.files import write_whole
from rtl_tracker.reports.grafik.model import Format, Grafik

SENDIRI_SAMPAI = 3


def render_banyak(grafik: Sequence[Grafik], simpanan: Path | None, format: Format = "png", proses: int = 2) -> list[bytes]:
    """The bytes of all charts, in order. `simpanan` is a folder of kept pictures (made when absent), None keeps nothing.

    A picture is kept under the hash of its data, of the drawing code and of matplotlib's version, so a changed chart is
    never served from an old file. Equal charts are drawn once. Above three missing pictures up to `proses` processes draw.
    """
    kunci = [f"{_sidik_lengkap(satu)}.{format}" for satu in grafik]
    hasil = {satu: isi for satu in set(kunci) if (isi := _baca(simpanan, satu)) is not None}
    kurang = {satu: g for satu, g in zip(kunci, grafik, strict=True) if satu not in hasil}
    for satu, isi in zip(kurang, _render(list(kurang.values()), format, proses), strict=True):
        hasil[satu] = isi
        if simpanan is not None:
            simpanan.mkdir(parents=True, exist_ok=True)
            write_whole(simpanan / satu, isi)
    return [hasil[satu] for satu in kunci]


@cache
def versi_gaya() -> str:
    """Hash of everything but the data that shapes a picture: this package, the number formats, matplotlib's version."""
    from importlib.metadata import version

    sidik = hashlib.sha256(version("matplotlib").encode())
    for berkas in [Path(formats.__file__), *sorted(Path(__file__).parent.glob("*.py"))]:
        sidik.update(berkas.read_bytes())
    return sidik.hexdigest()


def _sidik_lengkap(grafik: Grafik) -> str:
    return hashlib.sha256(f"{versi_gaya()} {grafik.sidik()}".encode()).hexdigest()


def _baca(simpanan: Path | None, kunci: str) -> bytes | None:
    try:
        return None if simpanan is None else (simpanan / kunci).read_bytes()
    except FileNotFoundError:
        return None


def _render(grafik: Sequence[Grafik], format: Format, proses: int) -> list[bytes]:
    if len(grafik) <= SENDIRI_SAMPAI or proses < 2:
        return [satu.render(format) for satu in grafik]
    from rtl_tracker.reports.grafik.paralel import render_paralel

    return render_paralel(grafik, format, proses)
