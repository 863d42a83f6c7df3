"""T1 stays readable: priorities by code, long plans counted, columns that nobody filled fall away."""

import pytest

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.tahunan.tabel_besar import tabel_besar
from tests.reports.tahunan.conftest import baris_rekap


def kolom(tabel, awalan):
    """The texts of the column whose heading begins so."""
    (i,) = [i for i, k in enumerate(tabel.kolom) if k.judul.startswith(awalan)]
    return [b.sel[i] for b in tabel.baris]


@pytest.mark.parametrize(
    ("tercetak", "sel"),
    [
        ("Waktu penyelesaian; Biaya/tarif", "U3 Waktu; U4 Biaya"),
        ("Kecepatan pelayanan; Hal lain", "U3 Waktu; Hal lain"),
        ("Persyaratan; Prosedur; Waktu; Biaya; Produk", "U1, U2, U3, U4, U5"),
    ],
)
def test_the_priorities_a_unit_named_are_printed_by_code(buat_fakta, tercetak, sel):
    f = buat_fakta([baris_rekap(1, "80", "80", unsur_prioritas=tercetak)])
    assert kolom(tabel_besar(f), "Unsur prioritas")[0] == sel


def test_a_unit_that_named_none_gets_its_computed_lowest(buat_fakta):
    f = buat_fakta([baris_rekap(1, {u: str(80 + i) for i, u in enumerate(Unsur)}, "84")])
    assert kolom(tabel_besar(f), "Unsur prioritas")[0] == "U1 Persyaratan; U2 Prosedur; U3 Waktu"


def test_columns_that_nobody_filled_fall_away(buat_fakta):
    f = buat_fakta([baris_rekap(1, "80", "80")])
    judul = [k.judul for k in tabel_besar(f).kolom]
    assert not any(j.startswith(("Metode", "Rencana", "Realisasi")) for j in judul)


def test_a_plan_too_long_for_the_table_is_counted_with_its_unsur(buat_fakta):
    panjang = [Rtl(i, 1, 2023, Periode.TAHUNAN, u, "", "menata " * 40) for i, u in enumerate((Unsur.WAKTU, Unsur.BIAYA))]
    pendek = [Rtl(9, 1, 2023, Periode.TAHUNAN, Unsur.WAKTU, "", "Memasang papan waktu")]
    hasil = [baris_rekap(1, "80", "80")]
    assert (
        kolom(tabel_besar(buat_fakta(hasil, rtl=panjang)), "Rencana")[0]
        == "2 RTL (U3, U4); rincian pada lampiran tindak lanjut"
    )
    assert kolom(tabel_besar(buat_fakta(hasil, rtl=pendek)), "Rencana")[0] == "Memasang papan waktu"
