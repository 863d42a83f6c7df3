"""The big recap of a year as an Excel workbook, from kept sums: no answer is read."""

from sqlalchemy.orm import Session

from rtl_tracker.domain.jenis_dokumen import PermintaanDokumen
from rtl_tracker.reports.buku_rekap import buat_buku_rekap
from rtl_tracker.usecases.bahan_laporan import bahan_tanpa_jawaban
from rtl_tracker.usecases.lingkungan_dokumen import BukuJadi, DokumenDitolak, LingkunganDokumen


def excel(session: Session, permintaan: PermintaanDokumen, lingkungan: LingkunganDokumen) -> BukuJadi:
    """The workbook. Raises DokumenDitolak when no unit is stored, or none of them has a result in the year."""
    tahun = permintaan.tahun
    bahan = bahan_tanpa_jawaban(session, tahun)
    if not bahan.rekap.upp:
        raise DokumenDitolak(f"Belum ada UPP yang tersimpan. Impor buku kerja tahun {tahun} lebih dahulu.")
    if not any(r.hasil or r.kosong for r in bahan.rekap.upp):
        raise DokumenDitolak(f"Belum ada hasil SKM tahun {tahun}. Impor hasil atau jawaban responden lebih dahulu.")
    return BukuJadi(f"rekapitulasi-skm-{tahun}", f"Rekapitulasi SKM tahun {tahun}", buat_buku_rekap(bahan))
