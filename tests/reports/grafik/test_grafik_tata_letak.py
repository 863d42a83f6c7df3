"""Nothing is cut off and nothing runs into anything else: measured with the renderer, on every chart."""

from itertools import combinations, pairwise
from pathlib import Path

import matplotlib
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from rtl_tracker.reports.grafik import Grafik, profil
from rtl_tracker.reports.grafik.cetak import gaya_berlaku, lukis
from rtl_tracker.reports.grafik.petak import TANGGA, TULISAN_PUTIH_MULAI

TINGGI_TERBESAR_MM = 220


def kotak_teks(grafik: Grafik) -> tuple[list[tuple[str, Bbox]], Bbox]:
    """Every visible text with its box, and the box of the sheet, in dots."""
    with gaya_berlaku():
        figure = lukis(grafik)
        kanvas = FigureCanvasAgg(figure)
        kanvas.draw()
        teks = [t for t in figure.findobj(Text) if t.get_visible() and t.get_text()]
        return [(t.get_text(), t.get_window_extent(kanvas.get_renderer())) for t in teks], figure.bbox


@pytest.fixture(scope="module")
def terukur(semua_grafik):
    return [(grafik, *kotak_teks(grafik)) for grafik in semua_grafik]


def bertumpuk(satu: Bbox, dua: Bbox) -> bool:
    return min(satu.x1, dua.x1) - max(satu.x0, dua.x0) > 0.5 and min(satu.y1, dua.y1) - max(satu.y0, dua.y0) > 0.5


def test_no_text_leaves_the_sheet(terukur):
    keluar = [(g.nama, teks) for g, isi, lembar in terukur for teks, kotak in isi
              if kotak.x0 < 0 or kotak.y0 < 0 or kotak.x1 > lembar.x1 or kotak.y1 > lembar.y1]  # fmt: skip
    assert keluar == []


def test_no_two_texts_overlap(terukur):
    tumpuk = [(g.nama, a, b) for g, isi, _ in terukur for (a, ka), (b, kb) in combinations(isi, 2) if bertumpuk(ka, kb)]
    assert tumpuk == []


def test_every_picture_fits_on_a_page(semua_grafik):
    assert max(g.tinggi_mm for g in semua_grafik) <= TINGGI_TERBESAR_MM
    assert max(g.lebar_mm for g in semua_grafik) <= 160


def test_a_dollar_sign_in_a_name_is_no_formula():
    isi, _ = kotak_teks(profil("Biaya", [("$x^2$ dan $y$", 1)]))
    assert "$x^2$ dan $y$" in [teks for teks, _ in isi]
    assert len(profil("Biaya", [("$x^$ {", 1)]).png()) > 0


def test_the_font_is_the_one_that_comes_with_matplotlib():
    berkas = findfont(FontProperties(family="DejaVu Sans"))
    assert Path(berkas).is_relative_to(matplotlib.get_data_path())


def test_figures_in_cells_have_enough_contrast_on_the_whole_ladder():
    def terang(warna) -> float:
        kanal = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in warna[:3]]
        return 0.2126 * kanal[0] + 0.7152 * kanal[1] + 0.0722 * kanal[2] + 0.05

    for gelap in (x / 100 for x in range(101)):
        dasar = terang(TANGGA(gelap))
        rasio = 1.05 / dasar if gelap >= TULISAN_PUTIH_MULAI else dasar / 0.05
        assert rasio >= 4.5, gelap


def test_the_ladder_stays_a_ladder_in_grey():
    abu = [0.299 * r + 0.587 * g + 0.114 * b for r, g, b, _ in (TANGGA(x / 100) for x in range(101))]
    assert all(awal > akhir for awal, akhir in pairwise(abu))


@pytest.mark.filterwarnings("ignore:Glyph")
def test_letters_that_the_font_does_not_have_are_drawn_as_boxes_within_the_sheet():
    isi, lembar = kotak_teks(profil("Usia", [("日本" * 40, 1), ("Dinas 😀 é", 2)]))
    assert any(teks.startswith("日本") and teks.endswith("…") for teks, _ in isi)
    assert all(kotak.x0 >= 0 and kotak.x1 <= lembar.x1 for _, kotak in isi)
