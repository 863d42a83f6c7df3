"""Sheet `hasil`: values, scales, periods, names, and all that is refused."""

from decimal import Decimal

import pytest

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur, UrutanUnsur
from tests.spreadsheets.pembuat_berkas import (
    KEPALA_HASIL,
    UNSUR,
    UPP,
    baca_lembar,
    galat,
    hasil_sah,
    satu_galat,
    sebutan,
)


def _baca(tmp_path, *baris, **pilihan):
    return baca_lembar(tmp_path, {"hasil": [KEPALA_HASIL, *baris]}, **pilihan)


def _satu(hasil):
    assert galat(hasil) == []
    assert hasil.buku is not None
    return hasil.buku.hasil[0]


def test_a_row_is_read_with_its_values(tmp_path):
    satu = _satu(_baca(tmp_path, hasil_sah()))
    assert (satu.baris, satu.upp, satu.layanan, satu.periode, satu.rata, satu.skala) == (
        2,
        "Dinas Sosial",
        None,
        Periode.S1,
        False,
        "nrr",
    )
    assert satu.nilai == dict.fromkeys(Unsur, Decimal("3.5"))
    assert (satu.ikm_tercetak, satu.jumlah_responden) == (Decimal("87.5"), 30)


@pytest.mark.parametrize(
    ("tertulis", "periode", "rata"),
    [("Triwulan I", Periode.TW1, False), ("Triwulan 1 (Januari - Maret)", Periode.TW1, False), ("Semester 2", Periode.S2, False),
     ("tahunan", Periode.TAHUNAN, False), ("RATA_S1", Periode.S1, True), ("Semester I 2023", Periode.S1, False)],
)  # fmt: skip
def test_a_period_is_read_however_it_is_printed(tmp_path, tertulis, periode, rata):
    satu = _satu(_baca(tmp_path, hasil_sah(periode=tertulis)))
    assert (satu.periode, satu.rata) == (periode, rata)


@pytest.mark.parametrize("tertulis", ["DINAS  SOSIAL", "dinas-sosial", "DinasSosial", "1.06", "Dinsos", "dinsos "])
def test_a_upp_is_found_by_folded_name_kode_or_singkatan(tmp_path, tertulis):
    assert _satu(_baca(tmp_path, hasil_sah(upp=tertulis))).upp == "Dinas Sosial"


def test_an_unknown_upp_is_refused_and_the_nearest_names_are_offered(tmp_path):
    hasil = _baca(tmp_path, hasil_sah(upp="Dinas Sosail"))
    assert satu_galat(hasil) == ("hasil", 2, "upp", "Dinas Sosail")
    assert "Nama terdekat: Dinas Sosial" in galat(hasil)[0].kalimat


def test_at_most_three_near_names_are_offered(tmp_path):
    daftar = [["nama"], *[[f"Kecamatan Pontianak {arah}"] for arah in ("Barat", "Kota", "Timur", "Utara", "Selatan")]]
    hasil = baca_lembar(tmp_path, {"upp": daftar, "hasil": [KEPALA_HASIL, hasil_sah(upp="Kecamatan Pontianak")]}, dikenal=())
    assert galat(hasil)[0].kalimat.split("Nama terdekat: ")[1].split(". ")[0].count(";") == 2


def test_a_row_without_a_upp_is_refused(tmp_path):
    assert satu_galat(_baca(tmp_path, hasil_sah(upp=None))) == ("hasil", 2, "upp", "")


@pytest.mark.parametrize("ikm", [100.01, -1, "101,5", "1.234,5"])
def test_an_ikm_outside_0_to_100_is_refused(tmp_path, ikm):
    lembar, baris, kolom, _ = satu_galat(_baca(tmp_path, hasil_sah(ikm_tercetak=ikm)))
    assert (lembar, baris, kolom) == ("hasil", 2, "ikm_tercetak")


@pytest.mark.parametrize("n", [-5, 25.5, "dua puluh", "-3"])
def test_a_number_of_respondents_that_is_negative_or_not_whole_is_refused(tmp_path, n):
    lembar, baris, kolom, nilai = satu_galat(_baca(tmp_path, hasil_sah(jumlah_responden=n)))
    assert (lembar, baris, kolom, nilai) == ("hasil", 2, "jumlah_responden", str(n))


def test_a_count_with_a_point_for_thousands_is_one_number(tmp_path):
    assert _satu(_baca(tmp_path, hasil_sah(jumlah_responden="2.349"))).jumlah_responden == 2349


@pytest.mark.parametrize("periode", ["S1 2022", "Triwulan IV Tahun 2024"])
def test_a_period_of_another_year_is_refused(tmp_path, periode):
    hasil = _baca(tmp_path, hasil_sah(periode=periode))
    assert satu_galat(hasil) == ("hasil", 2, "periode", periode)
    assert "tahun 2023" in galat(hasil)[0].kalimat


@pytest.mark.parametrize("periode", ["S3", "TW5", "Mei", None])
def test_an_unknown_or_missing_period_is_refused(tmp_path, periode):
    assert satu_galat(_baca(tmp_path, hasil_sah(periode=periode)))[:3] == ("hasil", 2, "periode")


def test_unsur_on_mixed_scales_in_one_row_are_refused_at_the_odd_one(tmp_path):
    hasil = _baca(tmp_path, hasil_sah(biaya=88.25))
    assert satu_galat(hasil) == ("hasil", 2, "biaya", "88.25")
    assert "bercampur" in galat(hasil)[0].kalimat


@pytest.mark.parametrize("nilai", [0, 0.99, 4.01, 24.9, 100.5, -3, "baik"])
def test_an_unsur_value_on_no_scale_is_refused(tmp_path, nilai):
    assert satu_galat(_baca(tmp_path, hasil_sah(waktu=nilai)))[:3] == ("hasil", 2, "waktu")


def test_the_scale_is_found_from_the_values(tmp_path):
    satu = _satu(_baca(tmp_path, hasil_sah(**dict.fromkeys(UNSUR, "87,5"))))
    assert (satu.skala, satu.nilai[Unsur.BIAYA]) == ("konversi", Decimal("87.5"))


def test_a_declared_scale_that_the_values_do_not_keep_is_refused(tmp_path):
    baris = {"hasil": [[*KEPALA_HASIL, "skala"], [*hasil_sah(biaya=88.25), "NRR"]]}
    assert satu_galat(baca_lembar(tmp_path, baris)) == ("hasil", 2, "biaya", "88.25")


def test_the_nine_unsur_may_stand_twice(tmp_path):
    kepala = [*KEPALA_HASIL, *[f"konversi {u}" for u in UNSUR[:8]], "Konversi U9"]
    hasil = baca_lembar(tmp_path, {"hasil": [kepala, [*hasil_sah(), *[87.5] * 9]]}, urutan=UrutanUnsur.PERMENPAN)
    satu = _satu(hasil)
    assert satu.skala == "nrr"
    assert satu.nilai == dict.fromkeys(Unsur, Decimal("3.5"))
    assert satu.konversi_tercetak == dict.fromkeys(Unsur, Decimal("87.5"))


def test_only_konversi_columns_are_the_values_themselves(tmp_path):
    kepala = ["upp", "periode", *[f"{u} konversi" for u in UNSUR]]
    satu = _satu(baca_lembar(tmp_path, {"hasil": [kepala, ["Dinsos", "S1", *[87.5] * 9]]}))
    assert (satu.skala, satu.nilai[Unsur.SARPRAS], satu.konversi_tercetak) == ("konversi", Decimal("87.5"), {})


def test_two_rows_for_the_same_upp_and_period_are_refused_naming_both(tmp_path):
    hasil = _baca(tmp_path, hasil_sah(), hasil_sah(periode="S2"), hasil_sah(upp="DINSOS", periode="Semester I"))
    assert satu_galat(hasil)[:2] == ("hasil", 4)
    assert "Baris 2 dan baris 4" in galat(hasil)[0].kalimat


def test_a_printed_mean_may_stand_beside_a_measured_semester(tmp_path):
    hasil = _baca(tmp_path, hasil_sah(), hasil_sah(periode="RATA_S1"))
    assert galat(hasil) == []


def test_the_same_period_for_two_layanan_is_no_repetition(tmp_path):
    kepala = [*KEPALA_HASIL, "Jenis Layanan"]
    hasil = baca_lembar(tmp_path, {"hasil": [kepala, [*hasil_sah(), "KTP"], [*hasil_sah(), "KK"], [*hasil_sah(), ""]]})
    assert [b.layanan for b in hasil.buku.hasil] == ["KTP", "KK", None]


def test_a_layanan_outside_the_list_of_its_upp_is_refused_with_the_nearest(tmp_path):
    lembar = {
        "layanan": [["upp", "nama"], ["Dinsos", "Kartu Keluarga"], ["Dinsos", "Akta Kelahiran"]],
        "hasil": [[*KEPALA_HASIL, "layanan"], [*hasil_sah(), "Kartu Keluarge"], [*hasil_sah(upp="Dishub"), "Uji Kendaraan"]],
    }
    hasil = baca_lembar(tmp_path, lembar)
    assert satu_galat(hasil) == ("hasil", 2, "layanan", "Kartu Keluarge")
    assert "Kartu Keluarga" in galat(hasil)[0].kalimat


def test_no_respondents_and_ikm_zero_is_no_data_and_never_zero(tmp_path):
    satu = _satu(_baca(tmp_path, hasil_sah(**dict.fromkeys(UNSUR, 0), ikm_tercetak="0,00", jumlah_responden=0)))
    assert (satu.nilai, str(satu.ikm_tercetak), satu.jumlah_responden) == ({}, "0.00", 0)


def test_an_ikm_without_unsur_is_allowed_and_a_row_without_anything_is_warned_about(tmp_path):
    kosong = dict.fromkeys(UNSUR)
    hasil = _baca(tmp_path, hasil_sah(**kosong), hasil_sah(**kosong, periode="S2", ikm_tercetak=None))
    assert [b.nilai for b in hasil.buku.hasil] == [{}, {}]
    assert [m.baris for m in hasil.masalah if m.tingkat == "peringatan"] == [3]


def test_a_population_smaller_than_the_respondents_is_warned_about(tmp_path):
    hasil = baca_lembar(tmp_path, {"hasil": [[*KEPALA_HASIL, "populasi"], [*hasil_sah(), 20]]})
    assert hasil.buku.hasil[0].populasi == 20
    assert "lebih kecil" in sebutan(hasil, "peringatan")[0]


@pytest.mark.parametrize(("isi", "nilai"), [("100 %", "100"), ("100%", "100"), (100, "100"), ("87,5", "87.5")])
def test_realisasi_is_a_percentage_however_written(tmp_path, isi, nilai):
    hasil = baca_lembar(
        tmp_path, {"hasil": [[*KEPALA_HASIL, "Realisasi Tindak Lanjut Periode Sebelumnya (%)"], [*hasil_sah(), isi]]}
    )
    assert str(_satu(hasil).realisasi_tercetak) == nilai


def test_a_link_that_is_no_web_address_is_not_kept(tmp_path):
    kepala = [*KEPALA_HASIL, "link"]
    baris = [[*hasil_sah(), "javascript:alert(1)"], [*hasil_sah(periode="S2"), "https://bit.ly/SKMPTK2023"]]
    hasil = baca_lembar(tmp_path, {"hasil": [kepala, *baris]})
    assert [b.tautan_laporan for b in hasil.buku.hasil] == ["", "https://bit.ly/SKMPTK2023"]
    assert "bukan tautan" in sebutan(hasil, "peringatan")[0]


def test_the_spelling_of_a_stored_upp_is_the_canonical_one(tmp_path):
    hasil = baca_lembar(tmp_path, {"upp": [["nama"], ["DINAS SOSIAL"]], "hasil": [KEPALA_HASIL, hasil_sah(upp="dinas sosial")]})
    assert (hasil.buku.upp[0].nama, hasil.buku.hasil[0].upp) == ("Dinas Sosial", "Dinas Sosial")


def test_all_refusals_are_listed_at_once(tmp_path):
    hasil = _baca(tmp_path, hasil_sah(ikm_tercetak=300, jumlah_responden=-1), hasil_sah(upp="Entah", periode="S9"))
    assert [(m.baris, m.kolom) for m in galat(hasil)] == [
        (2, "jumlah_responden"), (2, "ikm_tercetak"), (3, "upp"), (3, "periode"),
    ]  # fmt: skip


def test_at_most_200_refusals_of_a_sheet_are_listed_and_then_one_line_says_how_many_more(tmp_path):
    hasil = _baca(tmp_path, *[hasil_sah(upp=f"Entah {i}") for i in range(450)])
    assert len(galat(hasil)) == 201
    assert "250 galat lain" in galat(hasil)[-1].kalimat


def test_a_text_longer_than_its_column_keeps_is_refused(tmp_path):
    hasil = baca_lembar(tmp_path, {"upp": UPP, "hasil": [[*KEPALA_HASIL, "metode"], [*hasil_sah(), "x" * 300]]})
    assert satu_galat(hasil)[:3] == ("hasil", 2, "metode")
    assert len(galat(hasil)[0].nilai) == 120


def test_rows_that_hold_nothing_in_a_known_column_are_no_data_and_are_told(tmp_path):
    kepala = ["No", *KEPALA_HASIL]
    bawah = [[2, *[None] * len(KEPALA_HASIL)], ["Catatan: data sementara", *[None] * len(KEPALA_HASIL)]]
    hasil = baca_lembar(tmp_path, {"hasil": [kepala, [1, *hasil_sah()], *bawah]})
    assert _satu(hasil).upp == "Dinas Sosial"
    assert any("baris 3, 4" in kalimat for kalimat in sebutan(hasil, "info"))


def test_zeros_throughout_without_a_number_of_respondents_are_no_data(tmp_path):
    satu = _satu(_baca(tmp_path, ["Dinas Sosial", "S1", *[0] * 9, 0, None]))
    assert satu.nilai == {}


@pytest.mark.parametrize(("realisasi", "diingatkan"), [((0.875, 1), True), ((0, 1), False), ((0.5, 87.5), False)])
def test_a_realisasi_column_of_shares_is_pointed_out(tmp_path, realisasi, diingatkan):
    baris = [[*hasil_sah(periode=p), r] for p, r in zip(("S1", "S2"), realisasi, strict=True)]
    hasil = baca_lembar(tmp_path, {"upp": UPP, "hasil": [[*KEPALA_HASIL, "realisasi_tercetak"], *baris]})
    assert any("kalikan 100" in kalimat for kalimat in sebutan(hasil, "peringatan")) is diingatkan
