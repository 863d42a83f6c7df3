"""Findings in words: fields as people say them, figures with a comma, filters and groups."""

from datetime import UTC, datetime

import pytest

from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.storage.penjelasan_repository import Penjelasan
from rtl_tracker.usecases.saringan_temuan import (
    Kelompok,
    SaringanTemuan,
    baca_saringan,
    dengan_koma,
    kelompokkan,
    saring,
    sebutan_bidang,
    susun_butir,
    urutkan,
)

NAMA = {1: "Dinas Satu & <Rekan>", 2: "Kecamatan Dua"}
TEMUAN = (
    Temuan("IKM-07", Tingkat.GALAT, "Instansi keliru.", None, Periode.TAHUNAN),
    Temuan("IKM-03", Tingkat.GALAT, "Mutu keliru.", 1, Periode.S1, "KTP", "kategori_tercetak", "A", "B"),
    Temuan("IKM-01", Tingkat.INFO, "Sama dengan Kecamatan Dua.", 1, Periode.S2, kalimat_unit="Sama dengan unit lain."),
    Temuan("IKM-03", Tingkat.GALAT, "Mutu keliru.", 2, Periode.S1, None, "kategori_tercetak", "C", "B"),
)
PENJELASAN = {
    TEMUAN[1].kunci: Penjelasan(TEMUAN[1].kunci, 1, "IKM-03", "Memang begitu.", "Sari", datetime(2023, 1, 2, tzinfo=UTC))
}
BUTIR = susun_butir(TEMUAN, NAMA, PENJELASAN)


@pytest.mark.parametrize(
    ("bidang", "sebutan"),
    [("jumlah_responden", "Jumlah responden"), ("waktu", "Waktu penyelesaian"), ("ikm_tercetak", "IKM"), ("jumlah_upp", "Jumlah UPP"),
     ("riwayat:2020", "Riwayat 2020"), ("konversi:waktu", "Konversi Waktu penyelesaian"), ("n", "Jumlah responden"), ("", "")],
)  # fmt: skip
def test_a_field_is_named_as_people_say_it(bidang: str, sebutan: str):
    assert sebutan_bidang(bidang) == sebutan


@pytest.mark.parametrize(
    ("teks", "cetak"),
    [("86.30", "86,30"), ("-0.5", "-0,5"), ("40", "40"), ("B (Baik)", "B (Baik)"), ("a.b", "a.b"), (None, "")],
)
def test_figures_carry_a_comma_and_texts_stay(teks: str | None, cetak: str):
    assert dengan_koma(teks) == cetak


def test_the_unit_reads_no_name_of_another_and_everybody_else_does():
    assert BUTIR[2].kalimat == "Sama dengan Kecamatan Dua."
    assert susun_butir(TEMUAN, NAMA, {}, untuk_unit=True)[2].kalimat == "Sama dengan unit lain."
    assert [b.unit for b in BUTIR] == ["Instansi", NAMA[1], NAMA[1], NAMA[2]]


@pytest.mark.parametrize(
    ("isian", "sisa"),
    [
        ({}, [0, 1, 2, 3]),
        ({"tingkat": "info"}, [2]),
        ({"aturan": "IKM-03"}, [1, 3]),
        ({"periode": "S1"}, [1, 3]),
        ({"cari": "rekan SATU"}, [1, 2]),
        ({"keadaan": "sudah"}, [1]),
        ({"keadaan": "belum"}, [0, 2, 3]),
        ({"aturan": "IKM-03", "keadaan": "belum"}, [3]),
        ({"cari": "rekan dua"}, []),
    ],
)
def test_a_filter_leaves_what_matches_all_of_it(isian: dict[str, str], sisa: list[int]):
    saringan = baca_saringan(*(isian.get(k, "") for k in ("cari", "tingkat", "aturan", "periode", "keadaan", "kelompok")))
    assert saring(BUTIR, saringan) == [BUTIR[i] for i in sisa]
    assert saringan.argumen == isian
    assert saringan.menyaring is bool(isian)


def test_groups_follow_the_units_or_the_rules_and_count_what_is_on_other_pages():
    unit = kelompokkan(BUTIR, Kelompok.UPP)
    assert [(k.judul, k.seluruhnya) for k in unit] == [("Instansi", 1), (NAMA[1], 2), (NAMA[2], 1)]
    aturan = kelompokkan(urutkan(BUTIR, Kelompok.ATURAN), Kelompok.ATURAN)
    assert [(k.kunci, len(k.butir)) for k in aturan] == [("IKM-01", 1), ("IKM-03", 2), ("IKM-07", 1)]
    sebagian = kelompokkan(BUTIR[1:2], Kelompok.UPP, BUTIR)
    assert [(len(k.butir), k.seluruhnya) for k in sebagian] == [(1, 2)]


def test_the_grouping_alone_leaves_nothing_out():
    assert SaringanTemuan(kelompok=Kelompok.ATURAN).argumen == {"kelompok": "aturan"}
    assert not SaringanTemuan(kelompok=Kelompok.ATURAN).menyaring
