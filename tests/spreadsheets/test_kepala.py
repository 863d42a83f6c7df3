"""Headers: found by label, in any order, under any of their names; U8 and U9 only with a declared order."""

import pytest

from rtl_tracker.domain.unsur import Unsur, UrutanUnsur
from tests.spreadsheets.pembuat_berkas import KEPALA_HASIL, UNSUR, baca_lembar, galat, hasil_sah, satu_galat, sebutan

KODE = [f"U{i}" for i in range(1, 10)]
NILAI = [3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9]


def _baca(tmp_path, kepala, *baris, **pilihan):
    return baca_lembar(tmp_path, {"hasil": [kepala, *baris]}, **pilihan)


def test_headers_are_matched_without_regard_to_case_order_spacing_and_punctuation(tmp_path):
    kepala = [
        "  JUMLAH   RESPONDEN (orang)",
        "Nilai SKM",
        "Kategori",
        "PERIODE",
        "Nama OPD",
        "Waktu Pelayanan",
        "Sarana & Prasarana",
    ]
    hasil = _baca(tmp_path, kepala, [30, 87.5, "B (Baik)", "S1", "Dinsos", 3.5, 3.6])
    satu = hasil.buku.hasil[0]
    assert (satu.jumlah_responden, str(satu.ikm_tercetak), satu.kategori_tercetak, satu.upp) == (
        30,
        "87.5",
        "B (Baik)",
        "Dinas Sosial",
    )
    assert set(satu.nilai) == {Unsur.WAKTU, Unsur.SARPRAS}
    assert hasil.masalah == ()


@pytest.mark.parametrize("judul", ["OPD", "OPP", "Unit Pelayanan Publik", "unit", "UPP *"])
def test_the_upp_is_known_by_its_other_names(tmp_path, judul):
    assert _baca(tmp_path, [judul, *KEPALA_HASIL[1:]], hasil_sah()).buku.hasil[0].upp == "Dinas Sosial"


def test_unknown_columns_are_named_in_one_warning(tmp_path):
    hasil = _baca(tmp_path, [*KEPALA_HASIL, "Warna", "No", "Catatan kaki"], [*hasil_sah(), "biru", 1, "x"])
    assert sebutan(hasil, "peringatan") == ["Kolom berikut tidak dikenal dan tidak dibaca: 'Warna', 'Catatan kaki'."]


def test_a_missing_required_column_is_refused(tmp_path):
    hasil = _baca(tmp_path, ["upp", *UNSUR], ["Dinsos", *[3] * 9])
    assert satu_galat(hasil) == ("hasil", 1, "periode", None)


def test_a_column_that_stands_twice_is_refused(tmp_path):
    hasil = _baca(tmp_path, [*KEPALA_HASIL, "IKM"], [*hasil_sah(), 80])
    assert satu_galat(hasil)[:3] == ("hasil", 1, "IKM")
    assert "'ikm_tercetak' dan 'IKM'" in galat(hasil)[0].kalimat


def test_the_header_may_stand_below_a_title(tmp_path):
    judul = ["REKAPITULASI HASIL SKM"]
    hasil = _baca(tmp_path, judul, [], ["Tahun 2023"], KEPALA_HASIL, hasil_sah(), hasil_sah(periode="S7"))
    assert satu_galat(hasil) == ("hasil", 6, "periode", "S7")


def test_with_a_required_column_missing_the_fullest_row_is_taken_for_the_header(tmp_path):
    hasil = _baca(tmp_path, ["REKAPITULASI"], [k for k in KEPALA_HASIL if k != "periode"], hasil_sah())
    assert satu_galat(hasil)[:3] == ("hasil", 2, "periode")


def test_u1_to_u7_never_need_a_declared_order(tmp_path):
    hasil = _baca(tmp_path, ["upp", "periode", *KODE[:7]], ["Dinsos", "S1", *NILAI[:7]])
    assert [str(n) for n in hasil.buku.hasil[0].nilai.values()] == ["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7"]


def test_u8_and_u9_without_a_declared_order_are_refused_with_a_sentence_that_asks_for_it(tmp_path):
    hasil = _baca(tmp_path, ["upp", "periode", *KODE], ["Dinsos", "S1", *NILAI])
    assert [(m.lembar, m.baris, m.kolom) for m in galat(hasil)] == [("hasil", 1, "U8"), ("hasil", 1, "U9")]
    assert all("permenpan" in m.kalimat and "kuesioner" in m.kalimat for m in galat(hasil))


@pytest.mark.parametrize(("urutan", "pengaduan"), [(UrutanUnsur.PERMENPAN, "3.8"), (UrutanUnsur.KUESIONER, "3.9")])
def test_the_declared_order_says_what_u8_and_u9_are(tmp_path, urutan, pengaduan):
    hasil = _baca(tmp_path, ["upp", "periode", *KODE], ["Dinsos", "S1", *NILAI], urutan=urutan)
    assert str(hasil.buku.hasil[0].nilai[Unsur.PENGADUAN]) == pengaduan


def test_the_order_may_be_declared_in_the_workbook_itself(tmp_path):
    lembar = {
        "hasil": [["upp", "periode", *KODE], ["Dinsos", "S1", *NILAI]],
        "instansi": [["kunci", "nilai"], ["Urutan Unsur", "Kuesioner"]],
    }
    hasil = baca_lembar(tmp_path, lembar)
    assert str(hasil.buku.hasil[0].nilai[Unsur.SARPRAS]) == "3.8"


def test_the_order_asked_for_beats_the_one_in_the_workbook_with_a_warning(tmp_path):
    lembar = {
        "instansi": [["kunci", "nilai"], ["urutan_unsur", "kuesioner"]],
        "hasil": [["upp", "periode", *KODE], ["Dinsos", "S1", *NILAI]],
    }
    hasil = baca_lembar(tmp_path, lembar, urutan=UrutanUnsur.PERMENPAN)
    assert str(hasil.buku.hasil[0].nilai[Unsur.PENGADUAN]) == "3.8"
    assert hasil.buku.instansi["urutan_unsur"] == "permenpan"
    assert "permenpan" in sebutan(hasil, "peringatan")[0]


@pytest.mark.parametrize(
    "judul", ["U9 Pengaduan", "U8 (Penanganan Pengaduan, Saran dan Masukan)", "Nilai Unsur Pengaduan", "NRR Aduan"]
)
def test_a_name_beats_a_number(tmp_path, judul):
    hasil = _baca(tmp_path, ["upp", "periode", judul], ["Dinsos", "S1", 3.5])
    assert set(hasil.buku.hasil[0].nilai) == {Unsur.PENGADUAN}


@pytest.mark.parametrize("judul", ["U10", "Unsur 12", "U3 Warna Gedung", "konversi warna"])
def test_an_unknown_unsur_is_refused(tmp_path, judul):
    hasil = _baca(tmp_path, [*KEPALA_HASIL, judul], [*hasil_sah(), 3])
    assert satu_galat(hasil) == ("hasil", 1, judul, None)
    assert "tidak dikenal" in galat(hasil)[0].kalimat


def test_unknown_sheets_are_named_and_sheet_names_are_folded(tmp_path):
    hasil = baca_lembar(tmp_path, {" HASIL ": [KEPALA_HASIL, hasil_sah()], "Grafik": [["x"]], "Petunjuk": [["x"]]})
    assert len(hasil.buku.hasil) == 1
    assert [(m.tingkat, m.lembar) for m in hasil.masalah] == [("peringatan", "Grafik")]


def test_a_workbook_without_any_known_sheet_is_refused(tmp_path):
    hasil = baca_lembar(tmp_path, {"Sheet1": [["a"]]})
    assert "Tidak ada lembar yang dikenal" in galat(hasil)[0].kalimat


def test_a_sheet_that_stands_twice_is_refused(tmp_path):
    hasil = baca_lembar(tmp_path, {"hasil": [KEPALA_HASIL, hasil_sah()], "Hasil ": [KEPALA_HASIL]})
    assert "dua kali" in galat(hasil)[0].kalimat


def test_blank_rows_and_example_rows_are_passed_over_and_row_numbers_stay_those_of_excel(tmp_path):
    contoh = hasil_sah(upp="(Contoh) Dinas X", periode="entah")
    hasil = _baca(tmp_path, KEPALA_HASIL, [], contoh, ["  ", None], hasil_sah(ikm_tercetak=500))
    assert satu_galat(hasil)[:2] == ("hasil", 5)
    assert sebutan(hasil, "info") == ["Baris contoh dilewati (baris 3)."]
