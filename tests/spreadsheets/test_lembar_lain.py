"""Sheets instansi, upp, layanan, rtl, riwayat and profil."""

from datetime import date
from decimal import Decimal

import pytest

from rtl_tracker.domain.periode import Frekuensi
from rtl_tracker.domain.rtl import Horizon, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from tests.spreadsheets.pembuat_berkas import baca_lembar, galat, satu_galat, sebutan

RTL = ["upp", "periode", "unsur", "kegiatan"]


def _instansi(tmp_path, *baris):
    return baca_lembar(tmp_path, {"instansi": [["Kunci", "Nilai"], *baris]})


def _rtl(tmp_path, kepala, *baris):
    return baca_lembar(tmp_path, {"rtl": [kepala, *baris]})


def test_settings_and_printed_figures_are_told_apart(tmp_path):
    hasil = _instansi(
        tmp_path, ["Nama Instansi", "Kota Contoh"], ["bobot", 0.111], ["tahun", 2023], ["ikm_tercetak:S1", "89,641"],
        ["kategori_tercetak", "A (Sangat Baik)"], ["u:persyaratan", 88.5], ["waktu:S2", 87], ["realisasi_tercetak", "93 %"], ["tim", None],
    )  # fmt: skip
    assert hasil.buku.instansi == {"nama": "Kota Contoh", "bobot": "0.111"}
    assert hasil.buku.tercetak == {
        ("S1", "ikm"): Decimal("89.641"), ("TAHUNAN", "persyaratan"): Decimal("88.5"), ("S2", "waktu"): Decimal(87),
        ("TAHUNAN", "realisasi"): Decimal(93),
    }  # fmt: skip
    assert hasil.buku.tercetak_teks == {("TAHUNAN", "kategori"): "A (Sangat Baik)"}


def test_one_ninth_that_excel_made_a_date_of_is_one_ninth_again(tmp_path):
    assert _instansi(tmp_path, ["bobot", date(2023, 9, 1)]).buku.instansi == {"bobot": "1/9"}


@pytest.mark.parametrize(
    ("kunci", "nilai"),
    [
        ("bobot", "0.5"),
        ("agregasi", "entah"),
        ("tahun", 2022),
        ("ikm_tercetak", 101),
        ("ikm_tercetak:S1", "baik"),
        ("jumlah_prioritas", 0),
    ],
)
def test_a_value_that_no_setting_allows_is_refused(tmp_path, kunci, nilai):
    assert satu_galat(_instansi(tmp_path, [kunci, nilai])) == ("instansi", 2, "Nilai", str(nilai))


@pytest.mark.parametrize("kunci", ["u:warna", "U8:S1", "ikm_tercetak:S9", "ikm_tercetak:S1 2020"])
def test_an_unknown_unsur_or_period_of_a_printed_figure_is_refused(tmp_path, kunci):
    assert satu_galat(_instansi(tmp_path, [kunci, 88])) == ("instansi", 2, "Kunci", kunci)


def test_a_key_given_twice_is_refused_and_an_unknown_one_only_noted(tmp_path):
    hasil = _instansi(tmp_path, ["nama", "A"], ["nama", "B"], ["penandatanggan", "C"])
    assert satu_galat(hasil) == ("instansi", 3, "Kunci", "nama")
    assert "penandatangan" in sebutan(hasil, "peringatan")[0]


def test_units_are_read_with_their_induk_by_name_or_kode(tmp_path):
    lembar = [["Nama UPP *", "kode", "induk", "frekuensi", "ikut rata-rata"],
              ["UPT Pasar", "3.1", "3", "Triwulanan", "Tidak"], ["Dinas Perdagangan", 3, None, "semester", None]]  # fmt: skip
    hasil = baca_lembar(tmp_path, {"upp": lembar})
    anak, induk = hasil.buku.upp
    assert (anak.induk, anak.frekuensi, anak.ikut_rerata) == ("Dinas Perdagangan", Frekuensi.TRIWULAN, False)
    assert (induk.kode, induk.induk, induk.frekuensi, induk.ikut_rerata) == ("3", None, Frekuensi.SEMESTER, True)


def test_two_units_with_the_same_folded_name_are_refused(tmp_path):
    assert satu_galat(baca_lembar(tmp_path, {"upp": [["nama"], ["Dinas A"], ["DINAS-A"]]})) == ("upp", 3, "nama", "DINAS-A")


def test_an_unknown_induk_is_refused(tmp_path):
    hasil = baca_lembar(tmp_path, {"upp": [["nama", "induk"], ["UPT Pasar", "Dinas Entah"]]})
    assert satu_galat(hasil) == ("upp", 2, "induk", "Dinas Entah")


@pytest.mark.parametrize("rantai", [["A", "B", "C"], ["A"]])
def test_an_induk_in_a_circle_is_refused_once_with_the_circle(tmp_path, rantai):
    baris = [[f"Unit {nama}", f"Unit {rantai[(i + 1) % len(rantai)]}"] for i, nama in enumerate(rantai)]
    hasil = baca_lembar(tmp_path, {"upp": [["nama", "induk"], *baris]})
    assert satu_galat(hasil)[:3] == ("upp", 2, "induk")
    assert "Unit A" in galat(hasil)[0].kalimat


def test_a_name_that_two_units_answer_to_is_refused(tmp_path):
    lembar = {"upp": [["nama", "singkatan"], ["Dinas Kesehatan", "Dinkes"], ["Dinas Kesenian", "DINKES"]],
              "layanan": [["upp", "nama"], ["dinkes", "Imunisasi"]]}  # fmt: skip
    hasil = baca_lembar(tmp_path, lembar)
    assert "lebih dari satu UPP" in galat(hasil)[0].kalimat


def test_unknown_words_for_frekuensi_and_ikut_rerata_are_refused_with_the_choices(tmp_path):
    hasil = baca_lembar(tmp_path, {"upp": [["nama", "frekuensi", "ikut_rerata"], ["Dinas A", "kadang", "mungkin"]]})
    assert {m.kolom for m in galat(hasil)} == {"frekuensi", "ikut_rerata"}
    assert any("triwulan, semester, tahunan" in m.kalimat for m in galat(hasil))


def test_a_layanan_listed_twice_is_refused(tmp_path):
    hasil = baca_lembar(tmp_path, {"layanan": [["upp", "nama"], ["Dinsos", "KTP"], ["Dinas Sosial", "ktp"]]})
    assert satu_galat(hasil) == ("layanan", 3, "nama", "ktp")


def test_an_rtl_is_read_with_status_horizon_tenggat_and_links(tmp_path):
    kepala = [*RTL, "status", "horizon", "tenggat", "bukti", "waktu"]
    bukti = "https://contoh.id/a\nbit.ly/b\n http://contoh.id/c "
    hasil = _rtl(
        tmp_path,
        kepala,
        ["Dinsos", "S1", "Kecepatan", "Tambah loket", "Sudah", "jangka pendek", "30 September 2023", bukti, "TW III"],
    )
    satu = hasil.buku.rtl[0]
    assert (satu.unsur, satu.unsur_teks, satu.status, satu.horizon) == (
        Unsur.WAKTU,
        "Kecepatan",
        StatusRtl.SELESAI,
        Horizon.PENDEK,
    )
    assert (satu.tenggat, satu.bukti, satu.waktu) == (
        date(2023, 9, 30),
        ("https://contoh.id/a", "http://contoh.id/c"),
        "TW III",
    )
    assert "'bit.ly/b'" in sebutan(hasil, "peringatan")[0]


@pytest.mark.parametrize(
    ("tertulis", "status"),
    [("TIDAK_DILAKSANAKAN", StatusRtl.TIDAK_DILAKSANAKAN), ("tidak dilaksanakan", StatusRtl.TIDAK_DILAKSANAKAN), ("belum", StatusRtl.DIRENCANAKAN),
     ("Selesai", StatusRtl.SELESAI), ("terverifikasi", StatusRtl.TERVERIFIKASI), (None, None)],
)  # fmt: skip
def test_a_status_is_read_in_usual_words(tmp_path, tertulis, status):
    assert _rtl(tmp_path, [*RTL, "status"], ["Dinsos", "S1", "waktu", "x", tertulis]).buku.rtl[0].status is status


@pytest.mark.parametrize(
    ("kolom", "isi"), [("status", "gitu"), ("horizon", "lama"), ("tenggat", "Triwulan IV"), ("kegiatan", "")]
)
def test_what_an_rtl_cannot_be_read_from_is_refused(tmp_path, kolom, isi):
    kepala = [*RTL, "status", "horizon", "tenggat"]
    baris = {"upp": "Dinsos", "periode": "S1", "unsur": "waktu", "kegiatan": "x"} | {kolom: isi}
    assert satu_galat(_rtl(tmp_path, kepala, [baris.get(k) for k in kepala])) == ("rtl", 2, kolom, isi)


def test_an_empty_upp_is_an_rtl_of_the_instansi(tmp_path):
    assert _rtl(tmp_path, RTL, [None, "TAHUNAN", "waktu", "x"]).buku.rtl[0].upp is None


@pytest.mark.parametrize("unsur", ["Persyaratan; Prosedur", "Lain-lain", "U1, U3", None])
def test_words_that_name_no_single_unsur_are_kept_and_a_choice_is_asked_for(tmp_path, unsur):
    hasil = _rtl(tmp_path, RTL, ["Dinsos", "S1", unsur, "x"])
    assert (hasil.buku.rtl[0].unsur, hasil.buku.rtl[0].unsur_teks) == (None, unsur or "")
    assert "Pilih satu" in sebutan(hasil, "info")[0]


def test_u8_in_an_rtl_needs_a_declared_order(tmp_path):
    assert satu_galat(_rtl(tmp_path, RTL, ["Dinsos", "S1", "U8", "x"])) == ("rtl", 2, "unsur", "U8")
    assert _rtl(tmp_path, RTL, ["Dinsos", "S1", "U3", "x"]).buku.rtl[0].unsur is Unsur.WAKTU


def test_riwayat_is_read_for_units_and_for_the_instansi(tmp_path):
    lembar = [["upp", "tahun", "nilai ikm", "mutu"], ["Dinsos", 2020, 81.5, "B"], [None, "2020", "80,25", None]]
    unit, instansi = baca_lembar(tmp_path, {"riwayat": lembar}).buku.riwayat
    assert (unit.upp, unit.tahun, unit.ikm, unit.mutu_tercetak) == ("Dinas Sosial", 2020, Decimal("81.5"), "B")
    assert (instansi.upp, str(instansi.ikm), instansi.mutu_tercetak) == (None, "80.25", None)


@pytest.mark.parametrize(
    ("baris", "kolom"),
    [
        (["Dinsos", 20, 81], "tahun"),
        (["Dinsos", None, 81], "tahun"),
        (["Dinsos", 2020, None], "ikm"),
        (["Dinsos", 2020, 181], "ikm"),
    ],
)
def test_a_riwayat_without_a_year_or_with_an_impossible_ikm_is_refused(tmp_path, baris, kolom):
    assert satu_galat(baca_lembar(tmp_path, {"riwayat": [["upp", "tahun", "ikm"], baris]}))[:3] == ("riwayat", 2, kolom)


def test_two_riwayat_of_the_same_unit_and_year_are_refused(tmp_path):
    hasil = baca_lembar(tmp_path, {"riwayat": [["upp", "tahun", "ikm"], [None, 2020, 80], [None, 2020, 81]]})
    assert satu_galat(hasil)[:2] == ("riwayat", 3)


def test_profile_lines_are_texts_and_stand_once(tmp_path):
    lembar = [
        ["upp", "kunci", "nilai"],
        ["Dinsos", "penduduk (jiwa)", 34723],
        ["Dinsos", "letak", "Jl. A"],
        ["Dinsos", "Letak", "Jl. B"],
    ]
    hasil = baca_lembar(tmp_path, {"profil": lembar[:3]})
    assert [(b.kunci, b.nilai) for b in hasil.buku.profil] == [("penduduk (jiwa)", "34723"), ("letak", "Jl. A")]
    assert satu_galat(baca_lembar(tmp_path, {"profil": lembar}))[:3] == ("profil", 4, "kunci")
