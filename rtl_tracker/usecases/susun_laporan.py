"""Make the annual report: load the year, state the facts, draw, build the Word file, lay it out once (spec 3.4)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.reports.grafik import render_banyak
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan, susun_fakta
from rtl_tracker.reports.tahunan.gambar import susun_grafik
from rtl_tracker.reports.tahunan.isi import susun_isi
from rtl_tracker.reports.tahunan.sebutan import kantor_organisasi
from rtl_tracker.reports.word.dokumen import Dokumen, bangun
from rtl_tracker.reports.word.tata_letak import TataLetakGagal, beri_nomor_halaman, cari_soffice
from rtl_tracker.resources import resource
from rtl_tracker.usecases.bahan_laporan import bahan_lengkap

Lapor = Callable[[str, int], None]
TANPA_LIBREOFFICE = (
    "LibreOffice tidak ditemukan, sehingga nomor halaman pada daftar isi belum terisi. Buka laporan di Word, tekan Ctrl+A lalu F9, "
    "atau pasang paket libreoffice-writer dan susun ulang."
)


class LaporanDitolak(Exception):
    """The report cannot be made from what is stored; str() is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class LaporanJadi:
    """A finished report. `pdf` is None when LibreOffice is not there; `peringatan` are sentences for the user."""

    nama_berkas: str
    docx: bytes
    pdf: bytes | None
    peringatan: tuple[str, ...]


def susun_laporan_tahunan(
    session: Session, tahun: int, *, soffice: Path | None, folder_grafik: Path, lapor: Lapor
) -> LaporanJadi:
    """The annual report of the instansi as Word file and PDF.

    `lapor(step, per cent)` is called as the work goes on. The same stored data give the same bytes, on any day.
    Raises LaporanDitolak when the year holds no result.
    """
    lapor("Membaca data", 2)
    fakta = susun_fakta(muat_bahan(session, tahun))
    lapor("Menggambar grafik", 10)
    dokumen = susun_dokumen(fakta, folder_grafik)
    lapor("Menyusun dokumen Word", 35)
    docx = bangun(dokumen)
    nama = f"laporan-skm-tahunan-{tahun}"
    catatan = _catatan_penandatangan(fakta.pengaturan, tahun)
    program = cari_soffice(soffice)
    if program is None:
        return LaporanJadi(nama, docx, None, (TANPA_LIBREOFFICE, *catatan))
    lapor("Menata halaman dan daftar isi", 50)
    try:
        docx, pdf = beri_nomor_halaman(docx, program, lambda langkah, persen: lapor(langkah, 50 + persen * 49 // 100))
    except TataLetakGagal as galat:
        return LaporanJadi(nama, docx, None, (str(galat), *catatan))
    lapor("Selesai", 100)
    return LaporanJadi(nama, docx, pdf, catatan)


def _catatan_penandatangan(p: Pengaturan, tahun: int) -> tuple[str, ...]:
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


def susun_dokumen(fakta: FaktaTahunan, folder_grafik: Path | None) -> Dokumen:
    """The document of the facts, charts drawn (unchanged ones come from the cache)."""
    grafik = susun_grafik(fakta)
    semua = grafik.semua()
    png = dict(zip([g.sidik() for g in semua], render_banyak(semua, folder_grafik), strict=True))
    p = fakta.pengaturan
    return Dokumen(
        templat=resource("docx_templates") / "tahunan.docx",
        bidang=bidang_dokumen(fakta),
        isi=susun_isi(fakta, grafik, png),
        judul=f"Laporan Survei Kepuasan Masyarakat {p.nama} Tahun {fakta.tahun}",
        penulis=p.nama,
        tanggal=datetime(fakta.tahun + 1, 1, 1),
    )


def bidang_dokumen(fakta: FaktaTahunan) -> dict[str, str]:
    """The fields of the Word template."""
    p = fakta.pengaturan
    tempat_tanggal = ", ".join(x for x in (p.tempat, p.tanggal_laporan) if x)
    return {
        "judul_laporan": "Laporan Pelaksanaan Survei Kepuasan Masyarakat",
        "subjudul": "Hasil survei, rencana tindak lanjut, dan realisasinya",
        "penyusun": kantor_organisasi(p),
        "nama_instansi": p.nama,
        "sebutan_instansi": p.nama,
        "tahun": str(fakta.tahun),
        "istilah_unit": p.istilah_unit,
        "tempat_tanggal": tempat_tanggal,
        "jabatan_penandatangan": p.jabatan_penandatangan,
        "penandatangan": p.penandatangan,
        "nip_penandatangan": p.nip_penandatangan,
    }


def muat_bahan(session: Session, tahun: int) -> BahanLaporan:
    """Load what the report is made from. Raises LaporanDitolak without UPP, a result, or an index under the declared rule."""
    bahan = bahan_lengkap(session, tahun)
    if not bahan.rekap.upp:
        raise LaporanDitolak(f"Belum ada UPP yang tersimpan. Impor buku kerja tahun {tahun} lebih dahulu.")
    if bahan.rekap.tahunan.upp_dihitung and bahan.rekap.tahunan.ikm is None:
        raise LaporanDitolak(
            f"IKM instansi tahun {tahun} tidak dapat dihitung dengan agregasi {bahan.rekap.pengaturan.agregasi.value}: ada UPP yang "
            "nilai unsur atau jumlah respondennya tidak diketahui. Lengkapi datanya, atau pilih agregasi lain dengan "
            f"rtl-tracker instansi --tahun {tahun} --agregasi rerata_upp."
        )
    if bahan.rekap.tahunan.ikm is None:
        raise LaporanDitolak(f"Belum ada hasil SKM tahun {tahun}. Impor hasil atau jawaban responden lebih dahulu.")
    return bahan
