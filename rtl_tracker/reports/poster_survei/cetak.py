"""The PDF of posters: one page each, text as text, the same posters give the same bytes."""

from collections.abc import Sequence
from io import BytesIO

import matplotlib
from matplotlib.backends.backend_pdf import PdfPages

from rtl_tracker.reports.grafik.cetak import gaya_berlaku
from rtl_tracker.reports.poster_survei.lukis import lukis
from rtl_tracker.reports.poster_survei.model import BentukPoster, Poster

HURUF_TRUETYPE = 42


def cetak_poster(poster: Sequence[Poster], bentuk: BentukPoster, judul: str) -> bytes:
    """All posters in one PDF; `judul` is the title of the file."""
    hasil = BytesIO()
    keterangan = {"Title": judul, "Author": poster[0].instansi, "Creator": None, "Producer": None, "CreationDate": None}
    with gaya_berlaku():
        matplotlib.rcParams["pdf.fonttype"] = HURUF_TRUETYPE
        with PdfPages(hasil, metadata=keterangan) as pdf:
            for satu in poster:
                pdf.savefig(lukis(satu, bentuk).figure)
    return hasil.getvalue()
