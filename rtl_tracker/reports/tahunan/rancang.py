"""The annual report of the instansi, ready for the builder (spec 3.2)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.reports.rancangan import Png, Rancangan, Teks
from rtl_tracker.reports.tahunan.bidang_teks import bidang_tahunan
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.gambar import susun_grafik
from rtl_tracker.reports.tahunan.isi import susun_isi
from rtl_tracker.reports.tahunan.narasi import narasi_tahunan
from rtl_tracker.reports.tahunan.sebutan import kantor_organisasi
from rtl_tracker.reports.word.elemen import Elemen


def rancang_tahunan(fakta: FaktaTahunan) -> Rancangan:
    """Texts, fields, charts and elements of the annual report."""
    grafik = susun_grafik(fakta)
    p = fakta.pengaturan

    def isi(teks: Teks, png: Png) -> Mapping[str, Sequence[Elemen]]:
        return susun_isi(fakta, grafik, teks, png)

    return Rancangan(
        nama_berkas=f"laporan-skm-tahunan-{fakta.tahun}",
        judul=f"Laporan Survei Kepuasan Masyarakat {p.nama} Tahun {fakta.tahun}",
        penulis=p.nama,
        tanggal=datetime(fakta.tahun + 1, 1, 1),
        templat="tahunan.docx",
        bidang_templat=bidang_sampul(p, fakta.tahun),
        blok=narasi_tahunan(fakta),
        bidang=bidang_tahunan(fakta),
        grafik=tuple(grafik.semua()),
        isi=isi,
        fakta=fakta,
        peringatan=peringatan_penandatangan(p, fakta.tahun),
    )


def bidang_sampul(p: Pengaturan, tahun: int) -> dict[str, str]:
    """The fields that cover, front matter and headings of every report of the instansi share."""
    return {
        "judul_laporan": "Laporan Pelaksanaan Survei Kepuasan Masyarakat",
        "subjudul": "Hasil survei, rencana tindak lanjut, dan realisasinya",
        "penyusun": kantor_organisasi(p),
        "nama_instansi": p.nama,
        "sebutan_instansi": p.nama,
        "tahun": str(tahun),
        "istilah_unit": p.istilah_unit,
        "tempat_tanggal": ", ".join(x for x in (p.tempat, p.tanggal_laporan) if x),
        "jabatan_penandatangan": p.jabatan_penandatangan,
        "penandatangan": p.penandatangan,
        "nip_penandatangan": p.nip_penandatangan,
    }


def peringatan_penandatangan(p: Pengaturan, tahun: int) -> tuple[str, ...]:
    """Which lines of the signature block are still empty, and how to fill them; nothing when none is."""
    isi = {
        "tempat": p.tempat,
        "tanggal-laporan": p.tanggal_laporan,
        "jabatan-penandatangan": p.jabatan_penandatangan,
        "penandatangan": p.penandatangan,
    }
    kosong = [nama for nama, nilai in isi.items() if not nilai]
    if not kosong:
        return ()
    pilihan = " ".join(f"--{nama} ..." for nama in kosong)
    return (f"Kata Pengantar belum bertanda tangan lengkap. Isi dengan: rtl-tracker instansi --tahun {tahun} {pilihan}",)
