"""Laporan Hasil Tindak Lanjut of a unit (spec 3.1, T12 and T13)."""
