"""Sentences follow the facts: ties, words of change, promises, who is missing."""

from decimal import Decimal

import pytest

from rtl_tracker.domain.pengaturan import DasarRealisasi
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.tahunan import (
    narasi_hasil,
    narasi_pendahuluan,
    narasi_pengumpulan,
    narasi_simpulan,
    narasi_tindak_lanjut,
)
from rtl_tracker.reports.tahunan.gambar import susun_grafik
from rtl_tracker.reports.tahunan.ringkasan import ringkasan
from rtl_tracker.reports.word.elemen import BarisAngka
from tests.reports.tahunan.conftest import baris_rekap

SEBELAS = dict.fromkeys(Unsur, "88")


def satu(kalimat):
    return " ".join(kalimat)


@pytest.mark.parametrize(
    ("lalu", "kata"),
    [
        ("81.98", "naik 1,40 poin dari 81,98 pada tahun 2022."),
        ("84.00", "turun 0,62 poin dari 84,00 pada tahun 2022."),
        ("83.38", "tetap dibandingkan dengan 83,38 pada tahun 2022."),
    ],
)
def test_the_change_is_said_with_its_word_and_its_base(buat_fakta, lalu, kata):
    f = buat_fakta([baris_rekap(1, "83", "83.38")], riwayat={(None, 2022): Decimal(lalu)})
    assert narasi_hasil.kalimat_indeks(f) == (
        f"IKM Pemerintah Kabupaten Contoh tahun 2023 sebesar **83,38** dengan mutu **B (Baik)**, {kata}"
    )


def test_without_an_earlier_year_no_change_is_claimed(buat_fakta):
    f = buat_fakta([baris_rekap(1, "83", "83.38")])
    assert narasi_hasil.kalimat_indeks(f).endswith("**B (Baik)**.")
    assert narasi_hasil.tren(f) == []


def test_all_tied_lowest_unsur_are_named(buat_fakta):
    f = buat_fakta([baris_rekap(1, {**SEBELAS, Unsur.WAKTU: "75", Unsur.BIAYA: "75"}, "85")])
    assert "waktu penyelesaian dan biaya/tarif, dengan nilai sama" in narasi_hasil.kalimat_terendah(f)


def test_seluruh_is_only_written_when_the_count_says_so(buat_fakta):
    semua = buat_fakta([baris_rekap(1, "80", "80")])
    sebagian = buat_fakta([baris_rekap(1, "80", "80")], upp=[Upp(1, "Dinas 1"), Upp(2, "Dinas 2")])
    assert "Seluruh UPP" in satu(narasi_pengumpulan.penyampaian(semua))
    assert "Seluruh" not in satu(narasi_pengumpulan.penyampaian(sebagian))
    assert "belum menyampaikan hasil: Dinas 2." in satu(narasi_pengumpulan.penyampaian(sebagian))


def test_nihil_is_told_apart_from_missing(buat_fakta):
    nihil = baris_rekap(2, {}, "0", n=0)
    f = buat_fakta([baris_rekap(1, "80", "80"), nihil], upp=[Upp(1, "A"), Upp(2, "B"), Upp(3, "C")])
    assert (f.pengumpulan.nihil, f.pengumpulan.tidak) == (("B",), ("C",))
    assert "menyatakan nihil karena tidak ada responden: B." in satu(narasi_pengumpulan.penyampaian(f))


def test_a_class_that_cannot_be_reached_is_never_promised(buat_fakta):
    f = buat_fakta([baris_rekap(1, {u: "78" if u is not Unsur.WAKTU else "70" for u in Unsur}, "77.11")])
    andaian = narasi_hasil.kalimat_andaian(f)
    assert andaian is not None
    assert "mutu A (Sangat Baik) baru tercapai bila unsur lain ikut naik" in andaian


def test_a_class_that_is_reached_may_be_named(buat_fakta):
    f = buat_fakta([baris_rekap(1, {u: "90" if u is not Unsur.WAKTU else "70" for u in Unsur}, "87.78")])
    assert "dengan mutu A (Sangat Baik)." in (narasi_hasil.kalimat_andaian(f) or "")


def test_an_index_already_in_the_best_class_needs_no_supposition(buat_fakta):
    assert narasi_hasil.kalimat_andaian(buat_fakta([baris_rekap(1, "92", "92")])) is None


def test_the_method_is_said_from_the_settings(buat_fakta):
    from rtl_tracker.domain.pengaturan import Bobot, RerataPeriode, SumberNilai

    f = buat_fakta(
        [baris_rekap(1, "80", "80", Periode.S1)], bobot=Bobot.NOL_111, rerata_periode=RerataPeriode.BERBOBOT,
        sumber_nilai=SumberNilai.HITUNG, pembulatan_tertimbang=4,
    )  # fmt: skip
    metode = satu(narasi_pendahuluan.metode(f))
    for kata in ("bobot 0,111", "pembobot jumlah responden", "dihitung ulang dari nilai unsur", "dibulatkan menjadi 4 desimal"):
        assert kata in metode


def test_every_recommendation_names_who_which_unsur_and_by_when(buat_fakta):
    f = buat_fakta([baris_rekap(i, {**SEBELAS, Unsur.SARPRAS: str(60 + i)}, str(80 + i)) for i in range(1, 6)])
    rekomendasi = narasi_simpulan.rekomendasi(f)
    assert "Bagian Organisasi mendampingi 5 (lima) UPP" in rekomendasi[0]
    assert [r.split(" memperbaiki")[0] for r in rekomendasi[1:4]] == ["Dinas 1", "Dinas 2", "Dinas 3"]
    assert all("2024" in r for r in rekomendasi)
    assert all("sarana dan prasarana" in r for r in rekomendasi[:4])


def test_a_province_has_a_biro(buat_fakta):
    f = buat_fakta([baris_rekap(1, "80", "80")], jenis="provinsi")
    assert "Biro Organisasi" in satu(narasi_pendahuluan.jadwal_tim(f))


def test_realisasi_says_items_and_both_percentages(buat_fakta):
    status = [StatusRtl.SELESAI, StatusRtl.TERVERIFIKASI, StatusRtl.BERJALAN, StatusRtl.TIDAK_DILAKSANAKAN]
    lalu = [Rtl(i, 1, 2022, Periode.TAHUNAN, Unsur.WAKTU, "", "x", status=s, alasan="anggaran") for i, s in enumerate(status)]
    f = buat_fakta([baris_rekap(1, "80", "80")], rtl_lalu=lalu)
    kalimat = narasi_tindak_lanjut.kalimat_realisasi(f)
    assert "Dari 4 RTL periode sebelumnya, 2 dilaporkan selesai dan 1 terverifikasi." in kalimat
    assert "50,00\xa0% (dilaporkan) dan 25,00\xa0% (terverifikasi)" in kalimat
    assert "2 (dua) RTL dari 1 (satu) UPP belum selesai." in satu(narasi_tindak_lanjut.rtl_belum(f))


def test_printed_percentages_are_not_called_verified(buat_fakta):
    f = buat_fakta([baris_rekap(1, "80", "80", realisasi_tercetak=Decimal(75))])
    assert "75,00\xa0%. Tidak ada realisasi yang terverifikasi." in narasi_tindak_lanjut.kalimat_realisasi(f)


def test_without_answers_the_analysis_says_why_it_is_missing(buat_fakta):
    f = buat_fakta([baris_rekap(1, "80", "80")])
    assert "hanya berupa rekap" in satu(narasi_hasil.univariat(f.analisis.univariat))
    assert narasi_hasil.bivariat(f.analisis.bivariat) == []


def test_one_respondent_is_reported_with_a_warning_and_without_correlation(buat_fakta):
    f = buat_fakta(upp=[Upp(1, "Dinas 1")], lembar={(1, Periode.TAHUNAN): [(3, 4, 3, 4, 3, 4, 3, 4, 3)]})
    assert f.pengumpulan.kecil == ("Dinas 1",)
    assert "kurang dari 30" in satu(narasi_pengumpulan.responden(f))
    assert f.analisis.bivariat is None


def test_saran_are_grouped_by_the_unsur_they_name_or_speak_of(buat_fakta):
    baik = (3,) * 9
    saran = [(1, teks, baik) for teks in ("Antrean waktu terlalu lama", "Petugasnya judes", "Terima kasih")]
    f = buat_fakta([baris_rekap(1, "80", "80")], saran=saran)
    assert f.analisis.saran is not None
    assert [(u, len(isi)) for u, isi in f.analisis.saran.per_unsur] == [(Unsur.WAKTU, 1), (Unsur.PERILAKU, 1), (None, 1)]


def test_no_sentence_of_the_recap_begins_with_a_figure(buat_fakta):
    f = buat_fakta([baris_rekap(1, "80", "80"), baris_rekap(2, "92", "92")])
    assert narasi_hasil.rekap(f)[0].startswith(
        "Sebanyak 1 (satu) UPP bermutu A (Sangat Baik) dan 1 (satu) UPP bermutu B (Baik)."
    )
    assert "Dinas 2 (92,00; A, Sangat Baik)" in narasi_hasil.rekap(f)[1]


def test_the_word_of_the_trend_stands_before_exactly_the_years_it_describes(buat_fakta):
    riwayat = {(None, 2018 + i): Decimal(n) for i, n in enumerate(("90", "78", "79", "80", "81"))}
    f = buat_fakta([baris_rekap(1, "83", "83")], riwayat=riwayat, tahun_tren=5)
    kalimat = narasi_hasil.tren(f)[0]
    assert "meningkat konsisten: 78,00 (2019)" in kalimat
    assert "2018" not in kalimat
    assert "IKM instansi pada tahun 2019 sampai 2023 meningkat konsisten." in narasi_simpulan.kesimpulan(f)


def test_a_semester_without_a_realisasi_is_named_never_counted_as_zero(buat_fakta):
    semester = [baris_rekap(i, "80", "80", s, realisasi_tercetak=n) for i, s, n in (
        (1, Periode.S1, Decimal(90)), (1, Periode.S2, None), (2, Periode.S1, Decimal(80)), (2, Periode.S2, Decimal(70)),
    )]  # fmt: skip
    kalimat = satu(narasi_tindak_lanjut.realisasi(buat_fakta(semester, upp=[Upp(1, "Dinas 1"), Upp(2, "Dinas 2")])))
    assert "Semester II 70,00\xa0% dari 1 UPP" in kalimat
    assert "Realisasi Semester II belum dilaporkan oleh Dinas 1." in kalimat


def test_open_rtl_of_the_year_itself_are_told_apart_from_those_in_the_table_of_what_was_not_done(buat_fakta):
    lalu = [Rtl(1, 1, 2022, Periode.TAHUNAN, Unsur.WAKTU, "", "x", status=StatusRtl.TIDAK_DILAKSANAKAN, alasan="anggaran")]
    ini = [Rtl(2, 1, 2023, Periode.S1, Unsur.WAKTU, "", "y", status=StatusRtl.BERJALAN)]
    semester = [baris_rekap(1, "80", "80", Periode.S1), baris_rekap(1, "80", "80", Periode.S2)]
    assert "masih direncanakan atau berjalan" in satu(
        narasi_tindak_lanjut.rtl_belum(buat_fakta(semester, upp=[Upp(1, "Dinas 1")], rtl=ini, rtl_lalu=lalu))
    )
    assert "masih direncanakan" not in satu(
        narasi_tindak_lanjut.rtl_belum(buat_fakta([baris_rekap(1, "80", "80")], rtl_lalu=lalu))
    )


@pytest.mark.parametrize(
    ("dasar", "besar", "label"),
    [
        ("dilaporkan", "100,00", "realisasi RTL dilaporkan; terverifikasi 50,00\xa0%"),
        ("terverifikasi", "50,00", "realisasi RTL terverifikasi; dilaporkan 100,00\xa0%"),
    ],
)
def test_the_summary_prints_the_declared_realisasi_large_and_the_other_beside_it(buat_fakta, dasar, besar, label):
    lalu = [
        Rtl(i, 1, 2022, Periode.TAHUNAN, Unsur.WAKTU, "", "x", status=s)
        for i, s in enumerate([StatusRtl.SELESAI, StatusRtl.TERVERIFIKASI])
    ]
    f = buat_fakta([baris_rekap(1, "80", "80")], rtl_lalu=lalu, dasar_realisasi=DasarRealisasi(dasar))
    (angka,) = [
        e
        for e in ringkasan(f, susun_grafik(f), dict.fromkeys([g.sidik() for g in susun_grafik(f).semua()], b""))
        if isinstance(e, BarisAngka)
    ]
    assert angka.butir[2] == (f"{besar}\xa0%", label)
