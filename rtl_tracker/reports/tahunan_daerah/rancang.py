"""The annual report in three chapters, ready for the builder (spec 3.1)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rtl_tracker.reports.rancangan import Png, Rancangan, Teks
from rtl_tracker.reports.tahunan.gambar import susun_grafik
from rtl_tracker.reports.tahunan.rancang import rancang_tahunan
from rtl_tracker.reports.tahunan_daerah.bidang_teks import bidang_daerah
from rtl_tracker.reports.tahunan_daerah.fakta import FaktaDaerah
from rtl_tracker.reports.tahunan_daerah.isi import susun_isi
from rtl_tracker.reports.tahunan_daerah.narasi import narasi_daerah
from rtl_tracker.reports.word.elemen import Elemen


def rancang_daerah(fakta: FaktaDaerah) -> Rancangan:
    """The plan of `tahunan` with the texts and elements of this order."""
    dasar, grafik = rancang_tahunan(fakta.dasar), susun_grafik(fakta.dasar)

    def isi(teks: Teks, png: Png) -> Mapping[str, Sequence[Elemen]]:
        return susun_isi(fakta, grafik, teks, png)

    return replace(
        dasar,
        nama_berkas=f"laporan-skm-tahunan-daerah-{fakta.dasar.tahun}",
        judul=f"{dasar.judul} dengan Analisis per {fakta.pengaturan.istilah_unit}",
        templat="tahunan-daerah.docx",
        bidang_templat={**dasar.bidang_templat, "subjudul": "Hasil, analisis, kesimpulan, dan tindak lanjut"},
        blok=narasi_daerah(fakta),
        bidang=bidang_daerah(fakta),
        isi=isi,
        fakta=fakta,
    )
