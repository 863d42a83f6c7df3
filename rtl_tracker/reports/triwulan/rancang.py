"""The recap of one period, ready for the builder (spec 3.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time

from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.reports.rancangan import Bidang, Png, Rancangan, Teks
from rtl_tracker.reports.tahunan.bidang_teks import INSTANSI, bidang_tahunan
from rtl_tracker.reports.tahunan.rancang import bidang_sampul, peringatan_penandatangan
from rtl_tracker.reports.triwulan.fakta import FaktaPeriode
from rtl_tracker.reports.triwulan.gambar import susun_grafik
from rtl_tracker.reports.triwulan.isi import susun_isi
from rtl_tracker.reports.triwulan.narasi import narasi_triwulan
from rtl_tracker.reports.triwulan.sebutan_periode import bulan_tahun, sebut_periode
from rtl_tracker.reports.word.elemen import Elemen


def rancang_triwulan(fakta: FaktaPeriode) -> Rancangan:
    """Texts, fields, charts and elements of the recap. It is signed in the month in which results are due."""
    p, grafik = fakta.pengaturan, susun_grafik(fakta)
    bertanggal = replace(p, tanggal_laporan=bulan_tahun(fakta))

    def isi(teks: Teks, png: Png) -> Mapping[str, Sequence[Elemen]]:
        return susun_isi(fakta, grafik, teks, png)

    judul = "Rekapitulasi Survei Kepuasan Masyarakat"
    return Rancangan(
        nama_berkas=f"rekapitulasi-skm-{fakta.periode.value.lower()}-{fakta.tahun}",
        judul=f"{judul} {p.nama} {sebut_periode(fakta)}",
        penulis=p.nama,
        tanggal=datetime.combine(fakta.jadwal.kirim_batas, time()),
        templat="triwulan.docx",
        bidang_templat=bidang_sampul(bertanggal, fakta.tahun) | {"judul_laporan": f"{judul} {NAMA_PERIODE[fakta.periode]}"},
        blok=narasi_triwulan(fakta, grafik),
        bidang=(Bidang("periode", "Periode rekapitulasi", sebut_periode(fakta), INSTANSI), *bidang_tahunan(fakta.dasar)),
        grafik=grafik.semua(),
        isi=isi,
        fakta=fakta,
        peringatan=peringatan_penandatangan(bertanggal, fakta.tahun),
    )
