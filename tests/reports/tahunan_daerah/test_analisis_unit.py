"""The paragraph of every unit follows the facts: class, change, rank, ties, plan, realisasi, and what is missing."""

from decimal import Decimal

import pytest

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.tahunan_daerah.fakta import FaktaDaerah
from rtl_tracker.reports.tahunan_daerah.fakta_unit import susun_fakta_unit
from rtl_tracker.reports.tahunan_daerah.narasi import blok_unit, narasi_daerah
from rtl_tracker.reports.tahunan_daerah.narasi_unit import analisis_unit
from tests.reports.tahunan.conftest import baris_rekap, buat_fakta  # noqa: F401

RATA = dict.fromkeys(Unsur, "88")
TAHUNAN = Periode.TAHUNAN


@pytest.fixture
def analisis(buat_fakta):  # noqa: F811
    """The paragraphs of all units."""

    def buat(*isi, **lain):
        dasar = buat_fakta(*isi, **lain)
        f = FaktaDaerah(dasar, susun_fakta_unit(dasar))
        return [analisis_unit(f, u) for u in f.unit]

    return buat


def test_a_unit_is_told_with_its_class_change_rank_and_all_tied_unsur(analisis):
    baris = [
        baris_rekap(1, RATA | {Unsur.WAKTU: "75.51", Unsur.BIAYA: "75.51", Unsur.PRODUK: "95"}, "86.03"),
        baris_rekap(2, "90", "90.00"),
    ]
    assert analisis(baris, riwayat={(1, 2022): Decimal("84.83")})[0] == (
        "**Dinas 1** memperoleh IKM 86,03 dengan mutu B (Baik) dari 40 responden, naik 1,20 poin dari 84,83 pada tahun 2022. "
        "Nilai ini berada pada peringkat 2 dari 2 UPP. Unsur terendah adalah waktu penyelesaian dan biaya/tarif (konversi 75,51; C, "
        "Kurang Baik); unsur tertinggi adalah produk spesifikasi jenis pelayanan (konversi 95,00; A, Sangat Baik)."
    )


def test_equal_indices_share_their_rank(analisis):
    semua = analisis([baris_rekap(1, "80", "80"), baris_rekap(2, "90", "90"), baris_rekap(3, "90", "90")])
    assert ["peringkat 3 dari 3" in semua[0], *("peringkat 1 dari 3" in x for x in semua[1:])] == [True] * 3


def test_nine_equal_unsur_have_no_lowest_and_no_highest(analisis):
    (kalimat,) = analisis([baris_rekap(1, "80", "80")])
    assert "Kesembilan unsur bernilai sama (NRR 3,20; B, Baik)." in kalimat
    assert "terendah" not in kalimat


def test_other_unsur_below_b_are_named_from_the_lowest(analisis):
    (kalimat,) = analisis([baris_rekap(1, RATA | {Unsur.WAKTU: "60", Unsur.BIAYA: "72", Unsur.SARPRAS: "70"}, "83")])
    assert "Unsur lain dengan mutu di bawah B: sarana dan prasarana dan biaya/tarif." in kalimat


def test_one_respondent_is_marked_on_the_scale_of_answers(analisis):
    (kalimat,) = analisis(upp=[Upp(1, "Dinas 1")], lembar={(1, TAHUNAN): [(3, 4, 3, 4, 3, 4, 3, 4, 3)]})
    assert "dari 1 responden (kurang dari 30)" in kalimat
    assert "(NRR 3,00; C, Kurang Baik)" in kalimat


def test_units_without_a_result_are_told_apart_and_claim_nothing(analisis):
    upp = [Upp(1, "A"), Upp(2, "B"), Upp(3, "C"), Upp(4, "Induk"), Upp(5, "UPT", induk_id=4), Upp(6, "D", ikut_rerata=False)]
    baris = [baris_rekap(1, "80", "80"), baris_rekap(2, {}, "0", n=0), baris_rekap(5, "84", "84"), baris_rekap(6, "70", "70")]
    per_nama = {x.split("**")[1]: x for x in analisis(baris, upp=upp)}
    assert per_nama["B"] == "**B** menyatakan nihil karena tidak ada responden pada tahun 2023."
    assert per_nama["C"] == "**C** belum memiliki hasil SKM tahun 2023."
    assert "tidak memiliki survei sendiri. Rata-rata unit di bawahnya 84,00 dengan mutu B (Baik)" in per_nama["Induk"]
    assert "RTL" not in per_nama["Induk"]
    assert "tidak dihitung dalam indeks instansi" in per_nama["D"]


def test_the_plan_and_both_percentages_are_told_and_a_unit_without_them_is_named(analisis):
    ini = [Rtl(1, 1, 2023, TAHUNAN, u, "", "x") for u in (Unsur.WAKTU, Unsur.BIAYA)]
    status = [StatusRtl.SELESAI, StatusRtl.TERVERIFIKASI, StatusRtl.BERJALAN, StatusRtl.BERJALAN]
    lalu = [Rtl(i, 1, 2022, TAHUNAN, Unsur.WAKTU, "", "x", status=s) for i, s in enumerate(status)]
    satu, dua = analisis([baris_rekap(1, "80", "80"), baris_rekap(2, "80", "80")], rtl=ini, rtl_lalu=lalu)
    assert satu.endswith(
        "RTL tahun 2023 berjumlah 2 (dua), untuk unsur waktu penyelesaian dan biaya/tarif. Dari 4 RTL periode sebelumnya, 2 dilaporkan "
        "selesai dan 1 terverifikasi; realisasi setahun 50,00\xa0% (dilaporkan) dan 25,00\xa0% (terverifikasi)."
    )
    assert dua.endswith("RTL tahun 2023 belum disusun. Realisasi RTL periode sebelumnya belum dilaporkan.")


def test_a_printed_percentage_is_the_unit_s_own_word(analisis):
    (kalimat,) = analisis([baris_rekap(1, "80", "80", realisasi_tercetak=Decimal(75))])
    assert kalimat.endswith("Realisasi RTL periode sebelumnya 75,00\xa0% menurut laporan unit.")


def test_a_block_belongs_to_its_unit_whatever_other_units_there_are(buat_fakta):  # noqa: F811
    def nama(upp_id):
        dasar = buat_fakta([baris_rekap(upp_id, "80", "80")])
        f = FaktaDaerah(dasar, susun_fakta_unit(dasar))
        assert blok_unit(f.unit[0]) in {b.nama for b in narasi_daerah(f)}
        return blok_unit(f.unit[0])

    assert [nama(i) for i in (1, 26, 27, 703)] == [f"analisis_unit_{x}" for x in ("a", "z", "aa", "aaa")]
