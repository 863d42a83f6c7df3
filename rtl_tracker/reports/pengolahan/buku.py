"""The processing of answers as a workbook that an auditor can recompute: formulas stay alive, their values stand beside them."""

from rtl_tracker.reports.buku_excel import tulis_buku
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import masa
from rtl_tracker.reports.pengolahan.fakta import FaktaPengolahan
from rtl_tracker.reports.pengolahan.lembar_jawaban import susun_lembar_jawaban
from rtl_tracker.reports.pengolahan.lembar_ringkasan import susun_lembar_ringkasan


def buat_buku_pengolahan(f: FaktaPengolahan) -> bytes:
    """The workbook as bytes of an .xlsx file: one sheet a period, and in front a summary where there is more than one result."""
    lembar = [susun_lembar_jawaban(f, satu) for satu in f.periode]
    if len(f.ringkasan) > 1:
        lembar.insert(0, susun_lembar_ringkasan(f))
    return tulis_buku(lembar, f"Pengolahan data SKM {f.nama_unit} {masa(f.tahun, f.diminta)}")
