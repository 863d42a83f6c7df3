"""Drawing a chart and writing its bytes. Same chart, same bytes: fixed settings, no date, no program name."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock

import matplotlib
from matplotlib.figure import Figure
from PIL import Image

from rtl_tracker.reports.grafik import gaya
from rtl_tracker.reports.grafik.kanvas import Kanvas, piksel
from rtl_tracker.reports.grafik.model import Format, Grafik

WARNA_PALET = 256
_SATU_PELUKIS = Lock()


def cetak(grafik: Grafik, format: Format) -> bytes:
    """The bytes of a chart."""
    with gaya_berlaku():
        return _PENULIS[format](lukis(grafik), grafik)


@contextmanager
def gaya_berlaku() -> Iterator[None]:
    """matplotlib's own defaults with the style of the charts on top, whatever the machine has configured.

    One chart at a time in a process, because these settings belong to the process.
    """
    with _SATU_PELUKIS, matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(gaya.PENGATURAN)
        yield


def lukis(grafik: Grafik) -> Figure:
    """The figure of a chart under the settings in force."""
    kanvas = Kanvas(grafik.lebar_mm, grafik.tinggi_mm)
    grafik.lukis(kanvas, *grafik.data)
    return kanvas.figure


def _png(figure: Figure, grafik: Grafik) -> bytes:
    """Paletted PNG: a chart has few colours, and this is a quarter of the size of a true-colour file."""
    titik, hasil = BytesIO(), BytesIO()
    figure.savefig(titik, format="rgba", dpi=gaya.TITIK_PER_INCI)
    gambar = Image.frombytes("RGBA", (piksel(grafik.lebar_mm), piksel(grafik.tinggi_mm)), titik.getvalue()).convert("RGB")
    berpalet = gambar.quantize(WARNA_PALET, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    _putihkan_kertas(berpalet)
    berpalet.save(hasil, format="png", dpi=(gaya.TITIK_PER_INCI, gaya.TITIK_PER_INCI))
    return hasil.getvalue()


def _putihkan_kertas(gambar: Image.Image) -> None:
    """Make the colour of the corner, which is always paper, pure white again: the octree mixes near-whites into it."""
    kertas, palet = gambar.getpixel((0, 0)), gambar.getpalette()
    if isinstance(kertas, int) and palet:
        palet[3 * kertas : 3 * kertas + 3] = (255, 255, 255)
        gambar.putpalette(palet)


def _svg(figure: Figure, grafik: Grafik) -> bytes:
    hasil = BytesIO()
    figure.savefig(hasil, format="svg", metadata={"Date": None, "Creator": None, "Title": grafik.alt})
    return hasil.getvalue()


_PENULIS = {"png": _png, "svg": _svg}
