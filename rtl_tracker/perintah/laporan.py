"""`laporan`: a document into a file that appears whole or not at all."""

from argparse import Namespace
from pathlib import Path

from rtl_tracker.config import Settings
from rtl_tracker.perintah.keluaran import cetak, pastikan_dapat_ditulis, peringatkan, tulis_berkas
from rtl_tracker.perintah.kemajuan import BilahKemajuan
from rtl_tracker.perintah.lingkungan import membaca
from rtl_tracker.perintah.tolakan import SELESAI, Ditolak, SalahPakai
from rtl_tracker.reports.word.tata_letak import cari_soffice
from rtl_tracker.usecases.susun_laporan import LaporanDitolak, susun_laporan_tahunan

AKHIRAN = (".docx", ".pdf")
PERLU_LIBREOFFICE = (
    "PDF memerlukan LibreOffice, yang tidak ditemukan; pasang paket libreoffice-writer (atau isi RTL_SOFFICE), "
    "atau pilih berkas .docx."
)


def laporan(argumen: Namespace, settings: Settings) -> int:
    """The annual report as .docx or .pdf, by the ending of --keluar. Raises SalahPakai, Ditolak."""
    tujuan: Path = argumen.keluar
    if tujuan.suffix.casefold() not in AKHIRAN:
        raise SalahPakai(f"Nama berkas laporan harus berakhiran {' atau '.join(AKHIRAN)}, bukan '{tujuan.name}'.")
    susun_ke_berkas(settings, argumen.tahun, tujuan)
    cetak(f"Laporan tahunan {argumen.tahun} ditulis ke {tujuan}.")
    return SELESAI


def susun_ke_berkas(settings: Settings, tahun: int, tujuan: Path) -> None:
    """Make the annual report and write it to `tujuan`, progress and warnings on standard error. Raises Ditolak."""
    pastikan_dapat_ditulis(tujuan)
    minta_pdf = tujuan.suffix.casefold() == ".pdf"
    if minta_pdf and cari_soffice(settings.soffice) is None:
        raise Ditolak(PERLU_LIBREOFFICE)
    try:
        with membaca(settings) as session, BilahKemajuan() as lapor:
            jadi = susun_laporan_tahunan(
                session, tahun, soffice=settings.soffice, folder_grafik=settings.folder_grafik, lapor=lapor
            )
    except LaporanDitolak as galat:
        raise Ditolak(str(galat)) from galat
    isi = jadi.pdf if minta_pdf else jadi.docx
    if isi is None:
        raise Ditolak(" ".join(jadi.peringatan))
    tulis_berkas(tujuan, isi)
    for kalimat in jadi.peringatan:
        peringatkan(f"Peringatan: {kalimat}")
