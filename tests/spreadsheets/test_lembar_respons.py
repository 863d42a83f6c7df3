"""Sheet `respons`: a hundred thousand questionnaires at once, and still every wrong cell by its row."""

from datetime import date, datetime

import pytest

from tests.spreadsheets.pembuat_berkas import KEPALA_RESPONS, UNSUR, baca_lembar, galat, respons_sah, satu_galat, sebutan


def _baca(tmp_path, *baris, kepala=KEPALA_RESPONS, **pilihan):
    return baca_lembar(tmp_path, {"respons": [kepala, *baris]}, **pilihan)


def test_a_questionnaire_becomes_a_tuple_in_the_documented_order(tmp_path):
    kepala = [
        *KEPALA_RESPONS,
        "tanggal",
        "Umur",
        "JK",
        "Pendidikan terakhir",
        "pekerjaan",
        "disabilitas",
        "penilaian_umum",
        "saran",
        "layanan",
    ]
    baris = [*respons_sah(pengaduan=1, sarpras=2), date(2023, 5, 4), 37, "L", "S-1", "PNS", "tidak", 4, " Lebih cepat ", "KTP"]
    hasil = _baca(tmp_path, baris, kepala=kepala)
    assert hasil.buku.respons == [
        ("Dinas Sosial", "KTP", "S1", "1", "2023-05-04", "36-45", "Laki-laki", "D4-S1", "ASN", "tidak", 4, 3, 3, 3, 3, 3, 3, 3, 1, 2, "Lebih cepat")
    ]  # fmt: skip


@pytest.mark.parametrize("jawaban", [0, 5, 2.5, -1, "3,5", "baik", True, date(2023, 1, 3)])
def test_an_answer_outside_1_to_4_or_not_whole_is_refused(tmp_path, jawaban):
    hasil = _baca(tmp_path, respons_sah(), respons_sah(nomor_responden=2, biaya=jawaban))
    assert satu_galat(hasil)[:3] == ("respons", 3, "biaya")


def test_true_does_not_pass_for_a_one_beside_real_ones(tmp_path):
    hasil = _baca(tmp_path, respons_sah(waktu=1), respons_sah(nomor_responden=2, waktu=True))
    assert satu_galat(hasil) == ("respons", 3, "waktu", "TRUE")


def test_a_blank_answer_is_missing_never_zero(tmp_path):
    hasil = _baca(tmp_path, respons_sah(waktu=None, biaya="  "))
    assert hasil.buku.respons[0][11:20] == (3, 3, None, None, 3, 3, 3, 3, 3)


def test_a_questionnaire_without_a_single_answer_is_left_out_with_a_warning(tmp_path):
    hasil = _baca(tmp_path, respons_sah(), respons_sah(**dict.fromkeys(UNSUR), nomor_responden=2))
    assert len(hasil.buku.respons) == 1
    assert [(m.tingkat, m.baris) for m in hasil.masalah] == [("peringatan", 3)]


def test_a_missing_unsur_column_is_refused(tmp_path):
    kepala = [k for k in KEPALA_RESPONS if k not in ("waktu", "sarpras")]
    hasil = _baca(tmp_path, ["Dinsos", 1, "S1", *[3] * 7], kepala=kepala)
    assert "waktu, sarpras" in galat(hasil)[0].kalimat


@pytest.mark.parametrize(
    ("tanggal", "periode"), [(date(2023, 3, 31), "TW1"), ("1 April 2023", "TW2"), (datetime(2023, 12, 1, 8), "TW4")]
)
def test_without_a_period_the_triwulan_follows_from_the_date(tmp_path, tanggal, periode):
    hasil = _baca(tmp_path, [*respons_sah(periode=None), tanggal], kepala=[*KEPALA_RESPONS, "Timestamp"])
    assert hasil.buku.respons[0][2] == periode


def test_a_row_with_neither_period_nor_date_is_refused(tmp_path):
    hasil = _baca(tmp_path, [*respons_sah(periode=None), None], kepala=[*KEPALA_RESPONS, "tanggal"])
    assert satu_galat(hasil) == ("respons", 2, "periode", "")


def test_a_sheet_with_neither_column_is_refused(tmp_path):
    kepala = [k for k in KEPALA_RESPONS if k != "periode"]
    hasil = _baca(tmp_path, ["Dinsos", 1, *[3] * 9], kepala=kepala)
    assert satu_galat(hasil) == ("respons", 1, "periode", None)


def test_a_date_or_a_period_of_another_year_is_refused(tmp_path):
    baris = [[*respons_sah(), date(2022, 12, 31)], [*respons_sah(periode="S1 2022", nomor_responden=2), None]]
    hasil = _baca(tmp_path, *baris, kepala=[*KEPALA_RESPONS, "tanggal"])
    assert [(m.baris, m.kolom) for m in galat(hasil)] == [(2, "tanggal"), (3, "periode")]


def test_a_printed_mean_is_no_period_of_answers(tmp_path):
    assert satu_galat(_baca(tmp_path, respons_sah(periode="RATA_S1")))[:3] == ("respons", 2, "periode")


def test_the_same_number_twice_in_one_upp_and_period_is_refused(tmp_path):
    hasil = _baca(tmp_path, respons_sah(), respons_sah(periode="S2"), respons_sah(upp="Dishub"), respons_sah(upp="dinsos"))
    assert satu_galat(hasil) == ("respons", 5, "nomor_responden", "1")
    assert "baris 2" in galat(hasil)[0].kalimat


def test_questionnaires_without_a_number_may_be_alike(tmp_path):
    hasil = _baca(tmp_path, *[respons_sah(nomor_responden=None)] * 3)
    assert [b[3] for b in hasil.buku.respons] == ["", "", ""]


def test_columns_of_persons_are_dropped_with_a_notice_and_their_cells_are_nowhere(tmp_path):
    pribadi = ["Nama Responden", "NIK", "No. HP", "E-mail", "Alamat rumah", "nomor WA"]
    hasil = _baca(
        tmp_path, [*respons_sah(), "Budi", "6107", "0812", "b@x.id", "Jl. A", "0813"], kepala=[*KEPALA_RESPONS, *pribadi]
    )
    assert all(f"'{judul}'" in sebutan(hasil, "info")[0] for judul in pribadi)
    assert sebutan(hasil, "peringatan") == []
    assert "Budi" not in repr(hasil)
    assert "6107" not in repr(hasil)


def test_profile_words_that_cannot_be_read_are_left_blank_with_one_warning_per_column(tmp_path):
    kepala = [*KEPALA_RESPONS, "usia", "disabilitas"]
    baris = [[*respons_sah(nomor_responden=i), usia, "tuna netra" if i else "?"] for i, usia in enumerate(["tua", "²", "tua"])]
    hasil = _baca(tmp_path, *baris, kepala=kepala)
    assert [b[5] for b in hasil.buku.respons] == [None, None, None]
    assert [m.kolom for m in hasil.masalah] == ["usia", "disabilitas"]
    assert "'tua', '²'" in hasil.masalah[0].kalimat


@pytest.mark.parametrize(
    ("isi", "nilai"), [("Ya", "ya"), ("tunanetra", "ya"), ("-", "tidak"), ("Tidak ada", "tidak"), (True, "ya"), (None, None)]
)
def test_disabilitas_is_ya_or_tidak(tmp_path, isi, nilai):
    hasil = _baca(tmp_path, [*respons_sah(), isi], kepala=[*KEPALA_RESPONS, "disabilitas"])
    assert hasil.buku.respons[0][9] == nilai


def test_an_unknown_upp_is_refused_at_each_of_its_rows_up_to_the_limit(tmp_path):
    hasil = _baca(tmp_path, *[respons_sah(upp="Dinas Soxial", nomor_responden=i) for i in range(300)])
    assert len(galat(hasil)) == 201
    assert "Nama terdekat: Dinas Sosial" in galat(hasil)[0].kalimat


def test_a_layanan_keeps_the_spelling_first_met(tmp_path):
    baris = [[*respons_sah(nomor_responden=i), layanan] for i, layanan in enumerate(["KTP Elektronik", "ktp elektronik", None])]
    hasil = _baca(tmp_path, *baris, kepala=[*KEPALA_RESPONS, "layanan"])
    assert [b[1] for b in hasil.buku.respons] == ["KTP Elektronik", "KTP Elektronik", None]


def test_ten_thousand_questionnaires_arrive_in_order(tmp_path):
    hasil = _baca(tmp_path, *[respons_sah(nomor_responden=i, waktu=i % 4 + 1) for i in range(10_000)])
    assert [(b[3], b[13]) for b in hasil.buku.respons] == [(str(i), i % 4 + 1) for i in range(10_000)]
