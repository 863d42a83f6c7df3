"""Charts of the reports. Importing this package does not load matplotlib; rendering the first chart does."""

from rtl_tracker.reports.grafik.cacah import profil, unsur_terendah
from rtl_tracker.reports.grafik.korelasi import korelasi
from rtl_tracker.reports.grafik.model import Format, Grafik
from rtl_tracker.reports.grafik.peringkat import nilai_unsur, peringkat_upp
from rtl_tracker.reports.grafik.peta_panas import peta_panas
from rtl_tracker.reports.grafik.realisasi import realisasi
from rtl_tracker.reports.grafik.sebaran import mutu_per_kelompok, sebaran_jawaban
from rtl_tracker.reports.grafik.simpanan import render_banyak
from rtl_tracker.reports.grafik.tren import tren

__all__ = ["Format", "Grafik", "korelasi", "mutu_per_kelompok", "nilai_unsur", "peringkat_upp", "peta_panas", "profil",
           "realisasi", "render_banyak", "sebaran_jawaban", "tren", "unsur_terendah"]  # fmt: skip
