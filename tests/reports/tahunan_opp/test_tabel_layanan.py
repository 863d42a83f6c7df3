"""T2: the unit's own row, its layanan below it, NRR above konversi; and the sentences before it."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from rtl_tracker.domain.hasil import BarisHasil, Skala
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.tahunan_opp import narasi_layanan
from rtl_tracker.reports.tahunan_opp.tabel_layanan import SEMUA_LAYANAN, tabel_layanan
from rtl_tracker.reports.word.elemen import Baris

TIGA, EMPAT = (3,) * 9, (4,) * 9
TW1, TW2 = Periode.TW1, Periode.TW2
DUA_LAYANAN = {(1, "KTP", TW1): [TIGA], (1, "Akta", TW1): [EMPAT, TIGA]}


def baris(tabel) -> list[Baris]:
    return list(tabel.baris)


def kolom(tabel, awalan) -> list[str]:
    """The texts of the column whose heading begins so; a continued cell reads ""."""
    (i,) = [i for i, k in enumerate(tabel.kolom) if k.judul.startswith(awalan)]
    return ["" if i in b.lanjut else b.sel[i] for b in baris(tabel)]


def rekap(layanan, nilai, periode=Periode.TAHUNAN, **isi):
    return BarisHasil(
        1, periode, layanan, skala=Skala.KONVERSI, nilai=dict.fromkeys(Unsur, Decimal(nilai)), jumlah_responden=40, **isi
    )


def test_the_unit_comes_first_then_its_layanan_by_name_then_the_means(buat_fakta):
    f = buat_fakta(lembar=DUA_LAYANAN | {(1, "KTP", TW2): [EMPAT], (1, "Akta", TW2): [EMPAT]})
    tiga_baris = [SEMUA_LAYANAN, "– Akta", "– KTP"]
    assert kolom(tabel_layanan(f), "Jenis layanan") == [*tiga_baris, *tiga_baris, SEMUA_LAYANAN, *tiga_baris, "", ""]
    assert kolom(tabel_layanan(f), "Periode")[:7] == ["Triwulan I", "", "", "Triwulan II", "", "", "Rata-rata Semester I"]
    assert kolom(tabel_layanan(f), "IKM")[:3] == ["83,33", "87,50", "75,00"]


def test_every_row_holds_nrr_above_konversi_of_the_same_value(buat_fakta):
    semua = kolom(tabel_layanan(buat_fakta(lembar=DUA_LAYANAN)), "U1")
    assert semua[:3] == ["3,33\n83,33", "3,50\n87,50", "3,00\n75,00"]


def test_printed_konversi_keep_their_digits_beside_the_nrr(buat_fakta):
    semua = kolom(tabel_layanan(buat_fakta([rekap(None, "88.31", ikm_tercetak=Decimal("88.31"))])), "U5")
    assert semua == ["3,53\n88,31"] * 2


def test_a_unit_whose_only_layanan_says_the_same_has_one_row_that_names_it(buat_fakta):
    f = buat_fakta(lembar={(1, "KTP", TW1): [TIGA]})
    assert kolom(tabel_layanan(f), "Jenis layanan")[:2] == ["KTP", "KTP"]
    assert SEMUA_LAYANAN not in (tabel_layanan(f).catatan or "")


def test_a_row_for_the_whole_unit_wins_over_its_recap_of_layanan_and_both_are_shown(buat_fakta):
    f = buat_fakta([rekap(None, "90"), rekap("KTP", "80"), rekap("Akta", "84")])
    assert kolom(tabel_layanan(f), "IKM")[:3] == ["90,00", "84,00", "80,00"]


def test_without_any_layanan_the_column_falls_away_and_the_text_says_so(buat_fakta):
    f = buat_fakta([rekap(None, "80")])
    t = tabel_layanan(f)
    assert "Jenis layanan" not in [k.judul for k in t.kolom]
    assert sum(rentang for _, rentang in t.kepala_atas or ()) == len(t.kolom)
    assert "Tidak ada OPP yang merinci hasilnya menurut jenis layanan" in narasi_layanan.tabel_layanan(f)[1]


def test_the_plan_and_its_realisasi_stand_in_the_row_of_the_unit_only(buat_fakta):
    rtl = [Rtl(1, 1, 2023, TW1, Unsur.WAKTU, "", "Memasang papan waktu")]
    assert kolom(tabel_layanan(buat_fakta(lembar=DUA_LAYANAN, rtl=rtl)), "Rencana")[:3] == ["Memasang papan waktu", "", ""]


@pytest.mark.parametrize(("banyak", "kali"), [(2, 1), (5, 3)])
def test_a_unit_longer_than_a_page_has_its_name_at_every_period(buat_fakta, banyak, kali):
    lembar = {(1, f"Layanan {i}", TW1): [TIGA, EMPAT] for i in range(banyak)}
    assert kolom(tabel_layanan(buat_fakta(lembar=lembar)), "OPP").count("Dinas Satu") == kali


def test_a_upt_stands_below_its_induk_and_no_unit_without_data_has_a_row(buat_fakta):
    upp = [Upp(1, "Dinas Satu"), Upp(2, "Dinas Dua"), Upp(3, "UPT Pasar", induk_id=1)]
    f = buat_fakta(upp=upp, lembar={(1, None, TW1): [TIGA], (3, "Retribusi", TW1): [EMPAT]})
    assert [x for x in kolom(tabel_layanan(f), "OPP") if x][:2] == ["Dinas Satu", "– UPT Pasar"]
    assert "Dinas Dua" not in " ".join(kolom(tabel_layanan(f), "OPP"))


def test_the_rows_are_not_made_before_the_file_is_written(buat_fakta):
    assert isinstance(tabel_layanan(buat_fakta(lembar=DUA_LAYANAN)).baris, Iterator)


def test_the_text_names_the_best_and_the_lowest_layanan_with_all_ties_and_their_respondents(buat_fakta):
    f = buat_fakta(lembar={(1, "KTP", TW1): [TIGA], (1, "Akta", TW1): [EMPAT], (1, "Pindah", TW1): [TIGA]})
    kalimat = narasi_layanan.tabel_layanan(f)
    assert kalimat[1] == "Sebanyak 1 (satu) OPP merinci hasilnya menurut jenis layanan, dengan 3 jenis layanan."
    assert "tertinggi: Akta pada Dinas Satu (100,00; A, Sangat Baik; 1 responden)." in kalimat[2]
    assert "terendah: KTP pada Dinas Satu (75,00; C, Kurang Baik; 1 responden); dan Pindah pada" in kalimat[2]
    assert kalimat[-1].endswith("Akta (100,00) dan KTP (75,00), berjarak 25,00.")


def test_a_unit_that_is_left_out_of_the_means_still_shows_its_layanan(buat_fakta):
    f = buat_fakta(upp=[Upp(1, "Dinas Satu", ikut_rerata=False), Upp(2, "Dinas Dua")],
                   lembar=DUA_LAYANAN | {(2, None, TW1): [TIGA]})  # fmt: skip
    assert f.layanan.unit == 1
    assert "– KTP" in kolom(tabel_layanan(f), "Jenis layanan")
