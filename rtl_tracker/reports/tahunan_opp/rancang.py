"""The annual report per jenis layanan, ready for the builder (spec 3.1)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rtl_tracker.reports.rancangan import Png, Rancangan, Teks
from rtl_tracker.reports.tahunan.gambar import susun_grafik
from rtl_tracker.reports.tahunan.rancang import rancang_tahunan
from rtl_tracker.reports.tahunan_opp.bidang_teks import bidang_opp
from rtl_tracker.reports.tahunan_opp.fakta import FaktaOpp
from rtl_tracker.reports.tahunan_opp.isi import susun_isi
from rtl_tracker.reports.tahunan_opp.narasi import narasi_opp
from rtl_tracker.reports.word.elemen import Elemen


def rancang_opp(fakta: FaktaOpp) -> Rancangan:
    """The plan of `tahunan` with the texts, fields and elements of this order. Its titles promise layanan only where there are some."""
    dasar, grafik = rancang_tahunan(fakta.dasar), susun_grafik(fakta.dasar)
    sampul = {"subjudul": "Hasil survei per jenis layanan, tindak lanjut, dan realisasinya"} if fakta.layanan.unit else {}

    def isi(teks: Teks, png: Png) -> Mapping[str, Sequence[Elemen]]:
        return susun_isi(fakta, grafik, teks, png)

    return replace(
        dasar,
        nama_berkas=f"laporan-skm-tahunan-opp-{fakta.dasar.tahun}",
        judul=f"{dasar.judul} menurut Jenis Layanan" if fakta.layanan.unit else dasar.judul,
        templat="tahunan-opp.docx",
        bidang_templat={**dasar.bidang_templat, **sampul},
        blok=narasi_opp(fakta),
        bidang=bidang_opp(fakta),
        isi=isi,
        fakta=fakta,
    )
