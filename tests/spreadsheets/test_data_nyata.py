"""The two real data sets, as folders of CSV and saved as workbooks."""

import csv
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import pytest

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.spreadsheets.baca import baca_buku_kerja
from rtl_tracker.spreadsheets.buku_kerja import BukuKerja
from tests.spreadsheets.pembuat_berkas import galat, tulis_xlsx

DATA = Path(__file__).parents[1] / "data"
KOTA = [("bengkayang_2021", 2021), ("pontianak_2023", 2023)]


def _angka_bila_bisa(teks: str) -> object:
    """A number where a spreadsheet program would make one of the text."""
    return float(teks) if teks.replace(".", "", 1).isdigit() else teks


def _sebagai_xlsx(folder: Path, tujuan: Path) -> Path:
    """Numbers become number cells, but for the profile, whose values are texts as printed."""
    lembar = {}
    for berkas in sorted(folder.glob("*.csv")):
        with berkas.open(encoding="utf-8", newline="") as isi:
            baris = list(csv.reader(isi))
        lembar[berkas.stem] = baris if berkas.stem == "profil" else [[_angka_bila_bisa(sel) for sel in satu] for satu in baris]
    return tulis_xlsx(tujuan / f"{folder.name}.xlsx", lembar)


@pytest.mark.parametrize(("kota", "tahun"), KOTA)
def test_a_real_folder_is_read_without_a_refusal(kota, tahun):
    hasil = baca_buku_kerja(DATA / kota, tahun, None, [])
    assert galat(hasil) == []
    assert hasil.buku is not None
    assert len(hasil.sha256) == 64


@pytest.mark.parametrize(("kota", "tahun"), KOTA)
def test_the_same_content_saved_as_a_workbook_gives_equal_rows(kota, tahun, tmp_path):
    dari_csv = baca_buku_kerja(DATA / kota, tahun, None, []).buku
    dari_xlsx = baca_buku_kerja(_sebagai_xlsx(DATA / kota, tmp_path), tahun, None, []).buku
    assert dari_csv is not None
    assert dari_xlsx is not None
    for bidang in fields(BukuKerja):
        assert getattr(dari_xlsx, bidang.name) == getattr(dari_csv, bidang.name), bidang.name


def test_bengkayang_has_all_its_rows_and_its_settings():
    buku = baca_buku_kerja(DATA / "bengkayang_2021", 2021, None, []).buku
    assert buku is not None
    assert buku.lembar == ("instansi", "upp", "respons", "hasil", "rtl", "riwayat", "profil")
    assert [len(isi) for isi in (buku.upp, buku.respons, buku.hasil, buku.rtl, buku.riwayat, buku.profil)] == [
        17,
        425,
        17,
        6,
        47,
        210,
    ]
    assert buku.instansi["urutan_unsur"] == "kuesioner"
    assert buku.tercetak == {("TAHUNAN", "ikm"): Decimal("83.38")}
    assert buku.tercetak_teks == {("TAHUNAN", "kategori"): "BAIK"}
    assert {b.upp for b in buku.rtl} == {None}


def test_an_answer_row_stands_in_the_order_of_the_unsur_whatever_the_order_of_the_columns():
    buku = baca_buku_kerja(DATA / "bengkayang_2021", 2021, None, []).buku
    assert buku is not None
    pertama = buku.respons[0]
    assert pertama[:5] == ("Kecamatan Bengkayang", None, "TAHUNAN", "1", None)
    assert pertama[11:20] == (3, 3, 3, 4, 3, 3, 3, 4, 4)
    jumlah = [sum(b[11 + i] for b in buku.respons if b[0] == "Kecamatan Bengkayang") for i in range(9)]
    assert jumlah == [79, 87, 75, 99, 80, 86, 79, 94, 96]


def test_pontianak_keeps_printed_digits_means_and_figures_of_the_city():
    buku = baca_buku_kerja(DATA / "pontianak_2023", 2023, None, []).buku
    assert buku is not None
    pertama = buku.hasil[0]
    assert str(pertama.ikm_tercetak) == "98.413"
    assert pertama.skala == "konversi"
    assert str(pertama.nilai[Unsur.PRODUK]) == "98.575"
    rata = [b for b in buku.hasil if b.rata]
    assert {b.periode for b in rata} == {Periode.S1, Periode.S2}
    assert not any(b.rata for b in buku.hasil if b.periode is Periode.TAHUNAN)
    assert buku.tercetak["S2", "persyaratan"] == Decimal("88.99548")
    assert buku.tercetak["S1", "realisasi"] == Decimal("93.384")


def test_rtl_rows_without_an_unsur_are_kept_and_asked_about():
    hasil = baca_buku_kerja(DATA / "pontianak_2023", 2023, None, [])
    assert hasil.buku is not None
    tanpa = [b.baris for b in hasil.buku.rtl if b.unsur is None]
    assert tanpa == [61, 62, 183, 184]
    assert [m.baris for m in hasil.masalah if m.tingkat == "info" and m.lembar == "rtl"] == tanpa
