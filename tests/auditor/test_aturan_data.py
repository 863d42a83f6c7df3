"""Rules of respondents, breakdowns, repeated figures and names: the fault, its sentence, and the correct neighbour."""

from decimal import Decimal

import pytest

from rtl_tracker.auditor.angka_cetak import baca_angka, data_06_angka
from rtl_tracker.auditor.data import data_01, data_03, data_06
from rtl_tracker.auditor.fakta import Fakta, Tolakan
from rtl_tracker.auditor.jumlah_instansi import data_01_instansi
from rtl_tracker.auditor.nama_upp import data_07, kata_inti, nama_ditolak
from rtl_tracker.auditor.rincian import data_06_rincian
from rtl_tracker.domain.pengaturan import AturanSampel, Bobot, Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.tercetak import AngkaTercetak, Rincian
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from tests.auditor.susun import DUA, SATU, baris, fakta, unsur

NILAI = unsur("3.20", "3.24", "3.08", "3.96", "3.56", "3.28", "3.16", "3.96", "3.84")
TAHUNAN, S1, S2 = Periode.TAHUNAN, Periode.S1, Periode.S2


def responden(periode: Periode, n: int | None, **isi: object):
    """A row with values and a number of respondents."""
    return baris(isi.pop("upp_id", 1), periode, nilai=NILAI, jumlah_responden=n, **isi)


def angka(kunci: str, nilai: str, upp_id: int | None = 1, bagian: str = "lampiran", periode: Periode = TAHUNAN):
    """One figure printed once more."""
    return AngkaTercetak(bagian, upp_id, periode, kunci, nilai)


def test_data_01_a_year_that_is_not_the_sum_of_its_semesters_is_named_with_the_sum():
    (temuan,) = data_01(fakta(responden(S1, 5200), responden(S2, 5200), responden(TAHUNAN, 1400)))
    assert (temuan.aturan, temuan.tingkat, temuan.upp_id, temuan.periode) == ("DATA-01", Tingkat.GALAT, 1, TAHUNAN)
    assert (temuan.bidang, temuan.tercetak, temuan.seharusnya) == ("jumlah_responden", "1400", "10400")
    assert "tercetak 1.400" in temuan.kalimat
    assert "10.400 (Semester I 5.200 + Semester II 5.200)" in temuan.kalimat
    assert SATU.nama not in temuan.kalimat


@pytest.mark.parametrize(
    "tahun", [responden(TAHUNAN, 100), responden(TAHUNAN, None)], ids=["the sum", "no number printed"]
)  # fmt: skip
def test_data_01_a_right_or_missing_total_is_left_alone(tahun):
    assert list(data_01(fakta(responden(S1, 60), responden(S2, 40), tahun))) == []


def test_data_01_nothing_is_said_when_the_number_of_a_period_is_not_known_or_only_one_period_was_measured():
    assert list(data_01(fakta(responden(S1, None), responden(S2, 40), responden(TAHUNAN, 100)))) == []
    assert list(data_01(fakta(responden(TAHUNAN, 100)))) == []
    assert list(data_01(fakta(responden(S1, 0), responden(S2, 40), responden(TAHUNAN, 40)))) == []


def test_data_01_a_semester_is_the_sum_of_its_triwulan_and_a_wrong_one_is_told_once():
    triwulan = [responden(p, 10) for p in (Periode.TW1, Periode.TW2, Periode.TW3)]
    salah = [responden(S1, 25, rata=True), responden(TAHUNAN, 35)]
    (temuan,) = data_01(fakta(*triwulan, *salah))
    assert (temuan.periode, temuan.tercetak, temuan.seharusnya) == (S1, "25", "20")
    assert "Triwulan I 10 + Triwulan II 10" in temuan.kalimat


def test_data_01_a_unit_is_the_sum_of_its_layanan():
    layanan = [responden(S1, 10, layanan="KTP"), responden(S1, 15, layanan="KK & Akta")]
    assert list(data_01(fakta(responden(S1, 25), *layanan))) == []
    (temuan,) = data_01(fakta(responden(S1, 30), *layanan))
    assert (temuan.layanan, temuan.tercetak, temuan.seharusnya) == (None, "30", "25")
    assert "layanannya 25" in temuan.kalimat


def test_data_01_a_layanan_without_a_row_in_the_period_may_explain_a_larger_number_of_the_unit():
    layanan = [responden(S1, 10, layanan="KTP"), responden(S2, 15, layanan="KK")]
    assert list(data_01(fakta(responden(S1, 25), *layanan))) == []
    assert [t.tercetak for t in data_01(fakta(responden(S1, 5), *layanan))] == ["5"]


def test_data_01_the_year_of_a_unit_may_be_the_sum_of_its_layanan_over_the_periods():
    layanan = [responden(p, n, layanan=x) for p, n, x in ((S1, 10, "KTP"), (S2, 15, "KTP"), (S1, 5, "KK"))]
    assert list(data_01(fakta(*layanan, responden(TAHUNAN, 30)))) == []
    assert [t.seharusnya for t in data_01(fakta(*layanan, responden(TAHUNAN, 31)))] == ["30"]


def _dua_unit(**lain: object) -> Fakta:
    isi = [responden(TAHUNAN, 40, ikm_tercetak="86.26"), responden(TAHUNAN, 60, upp_id=2, ikm_tercetak="80.26")]
    return fakta(*isi, **lain)


@pytest.mark.parametrize(
    ("kunci", "benar", "salah"), [("n", "100", "90"), ("jumlah_upp", "2", "3"), ("jumlah_ikm", "166,52", "166,99")]
)
def test_data_01_printed_totals_of_the_instansi_are_the_sums_of_its_units(kunci: str, benar: str, salah: str):
    assert list(data_01_instansi(_dua_unit(tercetak={(TAHUNAN, kunci): benar}))) == []
    assert list(data_01_instansi(_dua_unit(angka=(angka(kunci, benar, None, "rekap"),)))) == []
    (temuan,) = data_01_instansi(_dua_unit(angka=(angka(kunci, salah, None, "rekap"),)))
    assert (temuan.aturan, temuan.tingkat, temuan.upp_id) == ("DATA-01", Tingkat.GALAT, None)
    assert (temuan.tercetak, temuan.bidang) == (salah, f"rekap:{kunci}")
    assert "bagian 'rekap'" in temuan.kalimat


def test_data_01_a_column_total_of_unrounded_indexes_is_only_told_as_info():
    (temuan,) = data_01_instansi(_dua_unit(angka=(angka("jumlah_ikm", "166.53", None),)))
    assert (temuan.tingkat, temuan.seharusnya) == (Tingkat.INFO, "166.52")
    assert "belum dibulatkan" in temuan.kalimat


def test_data_01_units_without_results_or_excluded_ones_may_be_counted_or_not():
    tiga = [SATU, DUA, Upp(3, "Dinas Tiga", ikut_rerata=False)]
    ketiga = responden(TAHUNAN, 5, upp_id=3, ikm_tercetak="80.00")
    semua = [responden(TAHUNAN, 40, ikm_tercetak="86.26"), responden(TAHUNAN, 60, upp_id=2, ikm_tercetak="80.26"), ketiga]
    for n in ("100", "105"):
        assert list(data_01_instansi(fakta(*semua, upp=tiga, tercetak={(TAHUNAN, "n"): n}))) == []
    assert len(list(data_01_instansi(fakta(*semua, upp=tiga, tercetak={(TAHUNAN, "n"): "104"})))) == 1
    assert list(data_01_instansi(fakta(upp=tiga, tercetak={(TAHUNAN, "n"): "104"}))) == []


@pytest.mark.parametrize(("n", "banyak"), [(None, 0), (0, 0), (1, 1), (29, 1), (30, 0)])
def test_data_03_fewer_than_30_respondents_are_noted_but_none_at_all_are_another_matter(n: int | None, banyak: int):
    assert len(list(data_03(fakta(responden(TAHUNAN, n))))) == banyak


def test_data_03_the_sentence_says_how_many_and_layanan_rows_are_named():
    (temuan,) = data_03(fakta(responden(S1, 12, layanan="KTP")))
    assert (temuan.aturan, temuan.tingkat, temuan.layanan, temuan.seharusnya) == ("DATA-03", Tingkat.PERINGATAN, "KTP", "30")
    assert "hanya 12 orang" in temuan.kalimat


def test_data_03_the_required_sample_follows_from_the_population():
    (temuan,) = data_03(fakta(responden(TAHUNAN, 300, populasi=2400)))
    assert (temuan.tercetak, temuan.seharusnya) == ("300", "331")
    assert "sampel minimal 331 orang dari 2.400 pengguna" in temuan.kalimat
    assert list(data_03(fakta(responden(TAHUNAN, 331, populasi=2400)))) == []
    assert list(data_03(fakta(responden(TAHUNAN, 9, populasi=9)))) == []


def test_data_03_the_rule_of_thumb_asks_100_of_a_unit_but_never_more_than_there_are_users():
    atur = Pengaturan(aturan_sampel=AturanSampel.UNSUR_10)
    (temuan,) = data_03(fakta(responden(TAHUNAN, 99), pengaturan=atur))
    assert temuan.seharusnya == "100"
    assert list(data_03(fakta(responden(TAHUNAN, 40, populasi=40), pengaturan=atur))) == []
    assert list(data_03(fakta(responden(TAHUNAN, 40, layanan="KTP"), pengaturan=atur))) == []


KUNCI = (1, None, TAHUNAN)
JAWABAN = tabulasikan([(3, 3, 4, 4, 4, 3, 3, 4, 4), (4,) * 9, (3,) * 9])


def test_data_06_a_printed_row_that_its_answers_do_not_give_is_one_finding_and_the_number_another():
    isi = unsur("3.33", "3.33", "3.67", "3.67", "3.67", "3.33", "3.33", "3.67", "3.67")
    benar = baris(nilai=isi, jumlah_responden=3)
    assert list(data_06(fakta(benar, tabulasi={KUNCI: JAWABAN}))) == []
    salah = baris(nilai={**isi, Unsur.WAKTU: Decimal("3.40"), Unsur.BIAYA: Decimal("3.00")}, jumlah_responden=5)
    jumlah, nilai = data_06(fakta(salah, tabulasi={KUNCI: JAWABAN}))
    assert (jumlah.tercetak, jumlah.seharusnya, jumlah.bidang) == ("5", "3", "jumlah_responden")
    assert (nilai.tingkat, nilai.bidang, nilai.tercetak, nilai.seharusnya) == (Tingkat.GALAT, "waktu", "3.40", "3.67")
    assert "Waktu 3,40 (seharusnya 3,67) dan Biaya 3,00 (seharusnya 3,67)" in nilai.kalimat


def test_data_06_values_that_were_cut_off_are_told_as_info_and_konversi_are_compared_on_their_scale():
    isi = unsur("3.33", "3.33", "3.66", "3.66", "3.66", "3.33", "3.33", "3.66", "3.66")
    (temuan,) = data_06(fakta(baris(nilai=isi), tabulasi={KUNCI: JAWABAN}))
    assert temuan.tingkat is Tingkat.INFO
    assert "dipotong" in temuan.kalimat
    konversi = unsur("83.33", "83.33", "91.67", "91.67", "91.67", "83.33", "83.33", "91.67", "91.67")
    assert list(data_06(fakta(baris(nilai=konversi), tabulasi={KUNCI: JAWABAN}))) == []


@pytest.mark.parametrize(
    ("teks", "cacah", "nilai"),
    [("86,03", False, "86.03"), ("1.417,47", False, "1417.47"), ("2.349", True, "2349"), ("3.204", False, "3.204"),
     ("29 %", False, "29"), ("-", False, None), ("A", False, None), ("", False, None)],
)  # fmt: skip
def test_printed_figures_are_read_with_comma_or_point(teks: str, cacah: bool, nilai: str | None):
    assert baca_angka(teks, cacah) == (None if nilai is None else Decimal(nilai))


@pytest.mark.parametrize(
    ("kunci", "benar", "salah", "seharusnya"),
    [("waktu", "3,67", "3,76", "3.67"), ("jumlah:waktu", "11", "12", "11"), ("konversi:waktu", "91.67", "91.00", "91.67"),
     ("konversi:waktu", "91.75", "91.85", "91.67"), ("tertimbang:waktu", "0.407", "0.507", "0.407"), ("n", "3", "4", "3"),
     ("tertimbang", "3.52", "3.91", "3.52")],
)  # fmt: skip
def test_data_06_figures_printed_once_more_must_follow_from_the_answers(kunci: str, benar: str, salah: str, seharusnya: str):
    atur = Pengaturan(bobot=Bobot.NOL_111)
    isi = unsur("3.33", "3.33", "3.67", "3.67", "3.67", "3.33", "3.33", "3.67", "3.67")
    asal = baris(nilai=isi, ikm_tercetak="87.88", jumlah_responden=3)
    assert list(data_06_angka(fakta(asal, tabulasi={KUNCI: JAWABAN}, pengaturan=atur, angka=(angka(kunci, benar),)))) == []
    (temuan,) = data_06_angka(fakta(asal, tabulasi={KUNCI: JAWABAN}, pengaturan=atur, angka=(angka(kunci, salah),)))
    assert (temuan.aturan, temuan.tingkat, temuan.seharusnya) == ("DATA-06", Tingkat.GALAT, seharusnya)
    assert (temuan.bidang, temuan.tercetak) == (f"lampiran:{kunci}", salah)


def test_data_06_without_answers_a_figure_is_compared_with_the_row_and_only_what_its_digits_rule_out_is_a_fault():
    asal = baris(nilai=NILAI, jumlah_responden=25)
    baik = (angka("waktu", "3.1"), angka("jumlah:waktu", "77"), angka("jumlah:prosedur", "79"), angka("biaya", "-"))
    assert list(data_06_angka(fakta(asal, angka=baik))) == []
    (temuan,) = data_06_angka(fakta(asal, angka=(angka("waktu", "3.18"), angka("prosedur", "3.24"), angka("biaya", "3.90"))))
    assert temuan.tercetak == "3.18"
    assert "tidak sesuai baris hasilnya: Waktu 3,18 (seharusnya 3,08) dan Biaya 3,90 (seharusnya 3,96)" in temuan.kalimat
    assert list(data_06_angka(fakta(angka=(angka("waktu", "3.18"),)))) == []


def test_data_06_a_total_that_was_left_blank_is_told_with_its_value():
    (temuan,) = data_06_angka(fakta(baris(nilai=NILAI), angka=(angka("tertimbang", "-"),)))
    assert temuan.tingkat is Tingkat.INFO
    assert temuan.seharusnya == "3.48"


def rincian(
    label: str, jumlah: int | None, persen: str | None = None, *, tabel: str = "pegawai", **kolom: int
) -> list[Rincian]:
    """One row of a breakdown with its columns."""
    sendiri = Rincian(tabel, 1, TAHUNAN, label, "", jumlah, None if persen is None else Decimal(persen))
    return [sendiri, *(Rincian(tabel, 1, TAHUNAN, label, k, x) for k, x in kolom.items())]


def periksa(*isi: list[Rincian]) -> list[tuple[str, Tingkat, str | None, str | None]]:
    """Findings of breakdowns: place, weight, printed, right."""
    semua = tuple(r for satu in isi for r in satu)
    return [(t.bidang, t.tingkat, t.tercetak, t.seharusnya) for t in data_06_rincian(fakta(rincian=semua))]


def test_data_06_a_breakdown_that_adds_up_is_left_alone():
    assert periksa(rincian("SMA", 4, "29", PNS=3, CPNS=1), rincian("S-1", 10, "71", PNS=10, CPNS=0),
                   rincian("Jumlah", 14, "100", PNS=13, CPNS=1)) == []  # fmt: skip
    assert periksa(rincian("SMA", 1, "33"), rincian("S-1", 2, "67"), rincian("S-2", 0, "0")) == []
    assert periksa(rincian("A", 1, "33"), rincian("B", 1, "33"), rincian("C", 1, "33"), rincian("Total", 3, "100")) == []
    assert periksa(rincian("A", 0, "0"), rincian("Jumlah", 0, "0")) == []


def test_data_06_a_wrong_total_of_a_column_is_one_finding():
    salah = periksa(rincian("SMA", 4, PNS=4, CPNS=0), rincian("S-1", 6, PNS=6, CPNS=0), rincian("Jumlah", 11, PNS=10, CPNS=0))
    assert salah == [("pegawai:Jumlah", Tingkat.GALAT, "11", "10")]
    assert periksa(rincian("SMA", None), rincian("S-1", 6), rincian("Jumlah", 11)) == []


def test_data_06_a_row_that_is_not_its_columns_is_found_and_does_not_make_the_total_wrong():
    salah = periksa(rincian("SMA", 3, PNS=3, CPNS=0), rincian("S-1", 8, PNS=7, CPNS=0), rincian("S-2", 1, PNS=1, CPNS=0),
                    rincian("Jumlah", 11, PNS=11, CPNS=0))  # fmt: skip
    assert salah == [("pegawai:S-1", Tingkat.GALAT, "8", "7")]


def test_data_06_columns_that_are_no_parts_of_the_row_are_not_added():
    assert periksa(rincian("Perempuan", 10, menikah=4), rincian("Laki-laki", 8, menikah=8), rincian("Lain", 2, menikah=1)) == []


@pytest.mark.parametrize(
    ("tercetak", "tingkat", "kata"),
    [("26", Tingkat.GALAT, "4 dari 14 adalah 29 %"), ("28", Tingkat.INFO, "dipotong"), ("29", None, "")],
)
def test_data_06_a_percentage_is_its_count_of_the_total(tercetak: str, tingkat: Tingkat | None, kata: str):
    isi = (*rincian("SMA", 4, tercetak), *rincian("S-1", 10), *rincian("Jumlah", 14))
    temuan = list(data_06_rincian(fakta(rincian=isi)))
    assert [t.tingkat for t in temuan] == ([] if tingkat is None else [tingkat])
    assert all(kata in t.kalimat for t in temuan)


def test_data_06_a_percentage_bent_to_make_100_is_only_info():
    isi = [rincian(x, 1, "16") for x in "abcd"]
    salah = periksa(*isi, rincian("e", 1, "17"), rincian("f", 1, "19"))
    assert ("pegawai:f:persen", Tingkat.GALAT, "19", "17") in salah
    bengkok = periksa(rincian("a", 1, "34"), rincian("b", 1, "33"), rincian("c", 1, "33"))
    assert bengkok == [("pegawai:a:persen", Tingkat.INFO, "34", "33")]


def test_data_06_a_percentage_that_only_one_row_lacks_is_told_but_not_where_nobody_counts_or_none_are_printed():
    isi = [rincian("SMA", 2, "50"), rincian("S-1", 1, "25")]
    assert periksa(*isi, rincian("S-2", 1)) == [("pegawai:S-2:persen", Tingkat.INFO, "-", "25")]
    assert periksa(rincian("SMA", 3, "75"), rincian("S-1", 1, "25"), rincian("S-2", 0)) == []
    assert periksa(rincian("SMA", 3), rincian("S-1", 1)) == []


def test_data_06_the_printed_total_of_percentages_may_only_differ_by_rounding():
    isi = [rincian("a", 1, "50"), rincian("b", 1, "50")]
    assert periksa(*isi, rincian("Jumlah", 2, "100")) == []
    assert periksa(*isi, rincian("Jumlah", 2, "98")) == [("pegawai:Jumlah:persen", Tingkat.GALAT, "98", "100")]


def test_data_06_a_breakdown_of_respondents_is_as_large_as_their_number():
    def dengan(n: int) -> list[Tingkat]:
        isi = (
            *rincian("Laki-laki", 10, tabel="Jenis kelamin responden"),
            *rincian("Perempuan", 15, tabel="Jenis kelamin responden"),
        )
        return [t.tingkat for t in data_06_rincian(fakta(responden(TAHUNAN, n), rincian=isi))]

    assert (dengan(25), dengan(30), dengan(20)) == ([], [Tingkat.PERINGATAN], [Tingkat.GALAT])
    bukan = rincian("SMA", 14, tabel="pendidikan pegawai")
    assert list(data_06_rincian(fakta(responden(TAHUNAN, 25), rincian=tuple(bukan)))) == []


def nama_ganda(*nama: str, instansi: str = "Pemerintah Kabupaten Bengkayang", hasil: tuple[int, ...] = (1,)) -> list[Tingkat]:
    """Weights of what DATA-07 says about units of these names, of which those in `hasil` have a result."""
    unit = [Upp(i, n) for i, n in enumerate(nama, start=1)]
    isi = [baris(i, nilai=NILAI, ikm_tercetak=f"8{i}.00") for i in hasil]
    return [t.tingkat for t in data_07(fakta(*isi, upp=unit, pengaturan=Pengaturan(nama=instansi)))]


@pytest.mark.parametrize(
    ("satu", "dua"),
    [("Kantor Camat Lumar", "Kecamatan Lumar"), ("UPTD-Rumah Sakit Umum Daerah", "RSUD"), ("Kec. Ledo", "Kecamatan  LEDO"),
     ("Bagian Organisasi Setda Kab. Bengkayang", "Bagian Organisasi Setda"), ("UPT Puskesmas Ledo", "Puskesmas Ledo"),
     ("Dinas Koperasi & UKM", "Dinas Koperasi, UKM"),
     ("Badan Kepegawaian dan Pengembangan SDM", "Badan Kepegawaian, Pengembangan SDM")],
)  # fmt: skip
def test_data_07_one_unit_under_two_spellings_is_found(satu: str, dua: str):
    assert nama_ganda(satu, dua, hasil=(1, 2)) == [Tingkat.GALAT]


@pytest.mark.parametrize(
    ("satu", "dua"),
    [("Kecamatan Pontianak Barat", "Kecamatan Pontianak Timur"), ("SMPN 1 Ledo", "SMPN 2 Ledo"),
     ("Puskesmas A I", "Puskesmas A II"),
     ("Kelurahan Sungai Raya", "Kelurahan Sungai Jaya"), ("Dinas Pertanian", "Dinas Pertanahan"),
     ("Kecamatan Ledo", "Kelurahan Ledo"),
     ("Kecamatan Pontianak Kota", "Kecamatan Pontianak"), ("Dinas Perpustakaan", "UPT Perpustakaan")],
)  # fmt: skip
def test_data_07_really_different_units_are_left_alone(satu: str, dua: str):
    assert nama_ganda(satu, dua, instansi="Pemerintah Kota Pontianak") == []


def test_data_07_a_slip_in_a_long_word_is_a_warning_unless_both_have_results_of_their_own():
    assert nama_ganda("Kecamatan Jagoi Babang", "Kecamatan Jagoi Babangg", hasil=(1,)) == [Tingkat.PERINGATAN]
    assert nama_ganda("Kecamatan Samalantan", "Kecamatan Samlantaan", hasil=(2,)) == [Tingkat.PERINGATAN]
    assert nama_ganda("Kelurahan Sukamaju", "Kelurahan Sukamaja", hasil=(1, 2)) == []
    assert nama_ganda("Kelurahan Sukamaju", "Kelurahan Sukamaja", hasil=()) == []


def test_data_07_units_of_one_name_under_different_parents_are_different_and_the_unit_itself_reads_no_name():
    unit = [Upp(1, "Dinas Satu"), Upp(2, "Dinas Dua"), Upp(3, "Tata Usaha", induk_id=1), Upp(4, "UPT Tata Usaha", induk_id=2)]
    assert list(data_07(fakta(upp=unit))) == []
    (temuan,) = data_07(fakta(baris(1, nilai=NILAI), upp=[Upp(1, "Kantor Camat <Ledo>"), Upp(2, "Kecamatan Ledo")]))
    assert (temuan.upp_id, temuan.bidang, temuan.tercetak) == (2, "nama", "Kecamatan Ledo")
    assert "Kantor Camat <Ledo>" in temuan.kalimat
    assert "Camat" not in temuan.untuk_unit


def test_data_07_names_that_a_file_could_not_place_are_told_once_with_their_places():
    def tolak(lembar: str, nomor: int, kolom: str | None = "Nama OPD", nilai: str | None = "Kecamatan Jago Babang") -> Tolakan:
        return Tolakan(lembar, nomor, kolom, nilai, "UPP 'Kecamatan Jago Babang' tidak dikenal.")

    isi = (tolak("hasil", 7), tolak("rtl", 9), tolak("hasil", 8, "ikm_tercetak"), tolak("hasil", 9, nilai=None))
    (temuan,) = data_07(fakta(tolakan=isi))
    assert (temuan.tingkat, temuan.tercetak) == (Tingkat.GALAT, "Kecamatan Jago Babang")
    assert temuan.kalimat.startswith("Lembar hasil baris 7 dan lembar rtl baris 9: UPP 'Kecamatan Jago Babang'")
    assert [nama_ditolak(t) for t in isi] == [True, True, False, False]
    assert nama_ditolak(tolak("upp", 3, "nama"))
    assert not nama_ditolak(tolak("layanan", 3, "nama"))
    assert not nama_ditolak(tolak("hasil", 3, "layanan"))


def test_the_name_of_the_instansi_is_only_dropped_where_something_is_left():
    assert kata_inti("Kecamatan Kota Pontianak", "Pemerintah Kota Pontianak") == ["kecamatan", "kota", "pontianak"]
    assert kata_inti("Dinas Kesehatan Kota Pontianak", "Pemerintah Kota Pontianak") == ["dinas", "kesehatan"]
    assert kata_inti("Kantor UPT") == ["kantor", "upt"]
