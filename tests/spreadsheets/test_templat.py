"""The blank workbook: explains itself, offers lists, and is read back without a refusal."""

import time
from io import BytesIO

import pytest
from openpyxl import load_workbook

from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.spreadsheets.baca import baca_buku_kerja
from rtl_tracker.spreadsheets.kunci_tercetak import baca_kunci
from rtl_tracker.spreadsheets.skema import SKEMA
from rtl_tracker.spreadsheets.templat import buat_templat
from tests.spreadsheets.pembuat_berkas import galat


@pytest.fixture(scope="module")
def templat():
    return buat_templat()


@pytest.fixture
def buku(templat):
    return load_workbook(BytesIO(templat))


def _isi_contoh(buku, path):
    """Take the mark off every example row, as somebody would who fills the workbook from it."""
    for nama in SKEMA:
        sel = buku[nama]["A2"]
        sel.value = sel.value.removeprefix("(contoh) ")
    buku.save(path)
    return path


def test_the_bytes_are_the_same_whenever_it_is_made(templat):
    time.sleep(1.1)
    assert buat_templat() == templat


def test_it_has_a_sheet_for_every_sheet_of_the_contract_after_the_instructions(buku):
    assert buku.sheetnames == ["petunjuk", *SKEMA, "daftar"]
    assert all(f"{nama}" in [sel.value for sel in buku["petunjuk"]["A"]] for nama in SKEMA)


def test_every_column_of_the_contract_is_there_and_the_required_ones_are_marked(buku):
    for skema in SKEMA.values():
        judul = [sel.value for sel in buku[skema.nama][1]]
        assert {f"{k.nama} *" if k.wajib else k.nama for k in skema.kolom} <= set(judul)
        assert all(sel.comment is not None for sel in buku[skema.nama][1])
        assert buku[skema.nama].freeze_panes == "B2"


def test_every_list_a_drop_down_points_at_is_filled(buku):
    rumus = {
        aturan.formula1 for nama in SKEMA for aturan in buku[nama].data_validations.dataValidation if aturan.type == "list"
    }
    daftar = [r.removeprefix("daftar!").replace("$", "") for r in rumus if r.startswith("daftar!")]
    assert len(daftar) > 10
    assert all(baris[0].value for rentang in daftar for baris in buku["daftar"][rentang])


def test_the_list_of_printed_figures_offers_every_key_that_is_read(buku):
    ditawarkan = [
        sel.value for kolom in buku["daftar"].columns if kolom[0].value == "kunci tercetak" for sel in kolom[1:] if sel.value
    ]
    assert len(ditawarkan) == 47
    assert all(baca_kunci(kunci, None) == kunci for kunci in ditawarkan)


def test_it_is_read_back_without_a_refusal_and_without_a_row(templat, tmp_path):
    path = tmp_path / "templat.xlsx"
    path.write_bytes(templat)
    hasil = baca_buku_kerja(path, 2025, None, [])
    assert galat(hasil) == []
    assert {m.tingkat for m in hasil.masalah} == {"info"}
    assert not any((hasil.buku.upp, hasil.buku.hasil, hasil.buku.respons, hasil.buku.rtl, hasil.buku.instansi))


def test_its_example_rows_are_themselves_valid_in_every_cell(buku, tmp_path):
    hasil = baca_buku_kerja(_isi_contoh(buku, tmp_path / "isi.xlsx"), 2025, None, [])
    kecuali_nama_ganda = [m for m in galat(hasil) if (m.lembar, m.kolom) != ("instansi", "kunci *")]
    assert kecuali_nama_ganda == []
    assert [m.kalimat for m in hasil.masalah if m.tingkat != "galat"] == []
    isi = hasil.buku
    assert isi is not None
    assert (
        len(isi.upp),
        len(isi.layanan),
        len(isi.hasil),
        len(isi.respons),
        len(isi.rtl),
        len(isi.riwayat),
        len(isi.profil),
        len(isi.angka),
        len(isi.rincian),
        len(isi.naskah),
    ) == (1,) * 10
    assert set(isi.hasil[0].nilai) == set(Unsur)
    assert (str(isi.riwayat[0].selisih_tercetak), isi.angka[0].nilai, isi.rincian[0].jumlah) == (
        "-1.1",
        "waktu;persyaratan",
        60,
    )
    assert isi.instansi == {"nama": "Pemerintah Kabupaten Contoh"}
