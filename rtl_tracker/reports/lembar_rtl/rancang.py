"""The RTL sheet of a unit, ready for the builder."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.reports.lembar_rtl.fakta import BahanLembarRtl, FaktaLembarRtl, susun_fakta
from rtl_tracker.reports.lembar_rtl.narasi import narasi_lembar
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import akhir_nama_berkas, bidang_unit, masa
from rtl_tracker.reports.lembar_rtl.tabel import tabel_rtl
from rtl_tracker.reports.rancangan import Png, Rancangan, Teks, paragraf
from rtl_tracker.reports.tahunan.sebutan import sebut_banyak
from rtl_tracker.reports.word.elemen import Elemen, Paragraf


def rancang_lembar(bahan: BahanLembarRtl) -> Rancangan:
    """Texts and elements of the sheet; it has no charts."""
    fakta = susun_fakta(bahan)

    def isi(teks: Teks, png: Png) -> Mapping[str, Sequence[Elemen]]:
        return {
            "pembuka": paragraf(teks.get("pembuka", ())),
            "rtl": [tabel_rtl(fakta)],
            "catatan": catatan_bertanda_tangan(teks.get("catatan", ())),
        }

    return Rancangan(
        nama_berkas=f"lembar-rtl-{akhir_nama_berkas(fakta.upp, fakta.tahun, fakta.periode)}",
        judul=f"Rencana Tindak Lanjut {fakta.upp.nama} {masa(fakta.tahun, fakta.periode)}",
        penulis=fakta.upp.nama,
        tanggal=datetime(fakta.tahun + 1, 1, 1),
        templat="rtl.docx",
        bidang_templat=_bidang(fakta),
        blok=narasi_lembar(fakta),
        bidang=(),
        grafik=(),
        isi=isi,
        fakta=fakta,
        peringatan=_peringatan(fakta),
    )


def catatan_bertanda_tangan(butir: Sequence[str]) -> list[Elemen]:
    """Small remarks that stay on the page of the signature below them."""
    return [Paragraf("\n".join(butir), "catatan", lekat=True)] if butir else []


def _bidang(f: FaktaLembarRtl) -> dict[str, str]:
    periode = "" if f.periode is Periode.TAHUNAN else f" {NAMA_PERIODE[f.periode]}"
    return bidang_unit(f.pengaturan, f.upp, f.tahun) | {
        "judul_laporan": f"Rencana Tindak Lanjut {f.upp.nama}{periode}",
        "judul_lembar": f"Rencana Tindak Lanjut{periode} Tahun {f.tahun}",
    }


def _peringatan(f: FaktaLembarRtl) -> tuple[str, ...]:
    """What the unit still has to fill in."""
    return tuple(
        f"{f.upp.nama}: {sebut_banyak(banyak, satuan)} {kata}. Lengkapi pada halaman RTL."
        for banyak, satuan, kata in (
            (f.wajib - f.terisi, "unsur", "yang wajib ditindaklanjuti belum mempunyai rencana"),
            (f.tanpa_waktu, "RTL", "belum menyebut waktu pelaksanaan"),
            (f.tanpa_penanggung_jawab, "RTL", "belum menyebut penanggung jawab"),
        )
        if banyak
    )
