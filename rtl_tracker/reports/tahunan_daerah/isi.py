"""The report in three chapters as elements by marker: those of `tahunan`, the analysis parted, and a paragraph per unit."""

from rtl_tracker.reports.rancangan import Png, Teks
from rtl_tracker.reports.tahunan.gambar import DaftarGrafik
from rtl_tracker.reports.tahunan.isi import Naskah, isi_besar, isi_bivariat, isi_umum, isi_univariat, selebar_kertas
from rtl_tracker.reports.tahunan_daerah.fakta import FaktaDaerah
from rtl_tracker.reports.tahunan_daerah.narasi import PEMBUKA, blok_unit
from rtl_tracker.reports.word.elemen import Elemen


def susun_isi(f: FaktaDaerah, g: DaftarGrafik, teks: Teks, png: Png) -> dict[str, list[Elemen]]:
    """Elements by marker name. `teks`: the texts in force by block; `png`: rendered charts by the hash of the chart."""
    t = Naskah(teks)
    isi = isi_umum(f.dasar, g, t, png)
    isi["tabel_besar"] = isi_besar(f.dasar, t)
    isi["univariat"] = isi_univariat(f.dasar, g, t, png)
    isi["bivariat"] = isi_bivariat(g, t, png)
    isi["analisis_unit"] = [*t.paragraf(PEMBUKA), *(satu for u in f.unit for satu in t.paragraf(blok_unit(u)))]
    return selebar_kertas(isi)
