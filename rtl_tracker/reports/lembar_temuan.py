"""Findings of the auditor as an Excel workbook: one row each, to sort, filter and tick off."""

from collections.abc import Sequence

from rtl_tracker.reports.baris_temuan import BarisTemuan
from rtl_tracker.reports.buku_excel import Kolom, Lembar, tulis_buku

KOLOM = (
    Kolom("Aturan", 10),
    Kolom("Tingkat", 12),
    Kolom("UPP", 36),
    Kolom("Layanan", 24),
    Kolom("Periode", 14),
    Kolom("Bidang", 20),
    Kolom("Tercetak", 24),
    Kolom("Seharusnya", 24),
    Kolom("Kalimat", 90),
    Kolom("Penjelasan", 48),
)


def buat_lembar_temuan(pengantar: tuple[str, ...], baris: Sequence[BarisTemuan]) -> bytes:
    """The workbook as bytes of an .xlsx file. `pengantar`: the lines above the table, the first is the title."""
    isi = [
        (b.aturan, b.tingkat, b.upp, b.layanan, b.periode, b.bidang, b.tercetak, b.seharusnya, b.kalimat, b.penjelasan)
        for b in baris
    ]
    return tulis_buku((Lembar("Temuan", pengantar, KOLOM, isi),), pengantar[0])
