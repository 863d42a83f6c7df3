"""The report per jenis layanan as elements by marker: those of `tahunan`, and T2 in the place of T1 (spec 3.3)."""

from rtl_tracker.reports.rancangan import Png, Teks
from rtl_tracker.reports.tahunan.gambar import DaftarGrafik
from rtl_tracker.reports.tahunan.isi import Naskah, isi_bivariat, isi_umum, isi_univariat, selebar_kertas
from rtl_tracker.reports.tahunan_opp.fakta import FaktaOpp
from rtl_tracker.reports.tahunan_opp.tabel_layanan import tabel_layanan
from rtl_tracker.reports.word.elemen import Elemen


def susun_isi(f: FaktaOpp, g: DaftarGrafik, teks: Teks, png: Png) -> dict[str, list[Elemen]]:
    """Elements by marker name. `teks`: the texts in force by block; `png`: rendered charts by the hash of the chart."""
    t = Naskah(teks)
    isi = isi_umum(f.dasar, g, t, png)
    isi["tabel_besar"] = [*t.paragraf("tabel_besar"), tabel_layanan(f)]
    isi["analisis"] = [*isi_univariat(f.dasar, g, t, png), *isi_bivariat(g, t, png)]
    return selebar_kertas(isi)
