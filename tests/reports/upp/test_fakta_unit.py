"""Facts of the report of one unit: its own figures, whatever the rules that join units of an instansi say."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.domain.pengaturan import AgregasiInstansi, AturanSampel
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.tahunan.fakta_simpulan import JenisRekomendasi
from rtl_tracker.reports.upp.bahan import LayananUpp, bernomor
from tests.reports.tahunan.conftest import baris_rekap
from tests.reports.upp.conftest import PENGATURAN, TAHUN

S1, S2, TAHUNAN = Periode.S1, Periode.S2, Periode.TAHUNAN
CAMPUR = [[4] * 9, [3] * 9, [4, 3, 2, 4, 3, 4, 3, 4, 3]] * 5


def rtl(id_=1, tahun=TAHUN, periode=TAHUNAN, unsur=Unsur.WAKTU, **isi):
    return Rtl(id_, 1, tahun, periode, unsur, "", "memasang papan waktu", **isi)


def test_the_index_of_a_unit_does_not_depend_on_how_units_are_joined(buat_fakta):
    hasil = [baris_rekap(1, "80.00", periode=S1, n=10), baris_rekap(1, "90.00", periode=S2, n=90)]
    for aturan in AgregasiInstansi:
        f = buat_fakta(hasil=hasil, pengaturan=replace(PENGATURAN, agregasi=aturan))
        i = f.setahun.hasil.indeks
        assert (i.ikm, i.jumlah_responden) == (Decimal("85.00"), 100)
        assert {n.konversi for n in f.setahun.hasil.unsur} == {Decimal("85.00")}


def test_a_unit_left_out_of_the_means_has_all_facts_of_its_own(buat_fakta):
    unit = Upp(1, "Dinas Satu", ikut_rerata=False)
    f = buat_fakta(hasil=[baris_rekap(1, "70.00")], upp=[unit], rtl_lalu=[rtl(tahun=TAHUN - 1, status=StatusRtl.SELESAI)])
    assert f.setahun.hasil.indeks.ikm == Decimal("70.00")
    assert f.tindak_lanjut.tahunan.dilaporkan == Decimal("100.00")
    assert f.upp.ikut_rerata is False


def test_the_margin_is_smaller_where_the_users_are_known_and_absent_where_a_period_is_a_recap(buat_fakta):
    lembar = {(1, None, S1): CAMPUR}
    tanpa = buat_fakta(lembar=lembar).setahun.hasil.indeks.margin
    dengan = buat_fakta(hasil=[BarisHasil(1, S1, populasi=20)], lembar=lembar).setahun.hasil.indeks.margin
    assert Decimal(0) < dengan < tanpa
    assert buat_fakta(hasil=[baris_rekap(1, "80.00", periode=S2)], lembar=lembar).setahun.hasil.indeks.margin is None


def test_other_units_leave_no_trace_but_those_below(buat_fakta):
    unit = (Upp(1, "Dinas Satu"), Upp(2, "UPT A", induk_id=1), Upp(3, "Pos A1", induk_id=2), Upp(4, "Dinas Asing"))
    hasil = [baris_rekap(1, "80.00"), baris_rekap(2, "90.00"), baris_rekap(4, "60.00")]
    asing = replace(rtl(), upp_id=4, kegiatan="milik asing")
    f = buat_fakta(hasil=hasil, upp=unit, rtl=[asing], saran=[(4, "milik asing", (1,) * 9)])
    assert [(b.no, b.nama, b.kedalaman, b.ikm) for b in f.hasil.anak] == [
        (1, "UPT A", 0, Decimal("90.00")),
        (2, "Pos A1", 1, None),
    ]
    assert "asing" not in repr(f).casefold()
    assert f.hasil.rerata_anak is False


def test_a_parent_without_a_survey_shows_the_mean_of_its_children_and_owes_no_rtl(buat_fakta):
    unit = (Upp(1, "Dinas Satu"), Upp(2, "UPT A", induk_id=1), Upp(3, "UPT B", induk_id=1))
    f = buat_fakta(hasil=[baris_rekap(2, "80.00"), baris_rekap(3, "90.00")], upp=unit)
    assert (f.setahun.hasil.indeks.ikm, f.hasil.rerata_anak, f.tindak_lanjut.wajib) == (Decimal("85.00"), True, ())
    assert f.hasil.kuesioner == ()


def test_layanan_come_with_their_annual_values_and_those_nobody_answered_without(buat_fakta):
    hasil = [
        baris_rekap(1, "80.00", layanan="KTP", periode=S1), baris_rekap(1, "84.00", layanan="KTP", periode=S2),
        baris_rekap(1, "90.00", layanan="Akta", periode=S1), BarisHasil(1, S1, layanan="Legalisasi", jumlah_responden=0),
    ]  # fmt: skip
    f = buat_fakta(hasil=hasil)
    assert [(b.nama, b.ikm, b.n) for b in f.hasil.layanan] == [
        ("Akta", Decimal("90.00"), 40), ("KTP", Decimal("82.00"), 80), ("Legalisasi", None, 0),
    ]  # fmt: skip


def test_the_effect_of_rtl_follows_measured_periods_over_the_turn_of_the_year(buat_fakta):
    lalu = [baris_rekap(1, "70.00", periode=S2)]
    ini = [baris_rekap(1, "75.50", periode=S1), baris_rekap(1, "75.50", periode=S2)]
    daftar = [rtl(1, TAHUN - 1, S2, status=StatusRtl.SELESAI), rtl(2, TAHUN - 1, S2, status=StatusRtl.BERJALAN)]
    f = buat_fakta(hasil=ini, hasil_lalu=lalu, rtl_lalu=daftar, rtl=[rtl(3, periode=S1)])
    assert [(b.asal, b.tujuan, b.rtl, b.selesai, b.selisih) for b in f.tindak_lanjut.dampak] == [
        ((TAHUN - 1, S2), (TAHUN, S1), 2, 1, Decimal("5.50")),
        ((TAHUN, S1), (TAHUN, S2), 1, None, Decimal("0.00")),
    ]


def test_the_change_of_every_unsur_is_the_difference_of_printed_values(buat_fakta):
    lalu = {**dict.fromkeys(Unsur, "80.00"), Unsur.WAKTU: "74.126"}
    f = buat_fakta(hasil=[baris_rekap(1, "80.00")], hasil_lalu=[baris_rekap(1, lalu)])
    assert {b.unsur: b.selisih for b in f.hasil.banding if b.selisih} == {Unsur.WAKTU: Decimal("5.87")}


def test_strength_and_weakness_are_never_said_of_values_that_are_all_equal(buat_fakta):
    assert not any(k.kuat or k.lemah for k in buat_fakta(hasil=[baris_rekap(1, "80.00")]).kekuatan)
    f = buat_fakta(hasil=[baris_rekap(1, {**dict.fromkeys(Unsur, "90.00"), Unsur.WAKTU: "70.00"})])
    assert [k.nilai.unsur for k in f.kekuatan if k.lemah] == [Unsur.WAKTU]
    assert Unsur.WAKTU not in [k.nilai.unsur for k in f.kekuatan if k.kuat]


def test_a_profile_of_few_respondents_is_held_back_column_by_column(buat_fakta):
    profil = {"jenis_kelamin": {"Laki-laki": 8, "Perempuan": 7}, "pekerjaan": {"ASN": 4}}
    f = buat_fakta(lembar={(1, None, TAHUNAN): CAMPUR}, profil_responden=profil)
    assert ({b.indikator for b in f.setahun.pengumpulan.profil}, f.profil_ditahan) == ({"Jenis kelamin"}, True)


def test_few_questionnaires_are_listed_but_not_analysed(buat_fakta):
    sedikit, cukup = (buat_fakta(lembar={(1, None, TAHUNAN): CAMPUR[:n]}) for n in (9, 10))
    assert (sedikit.setahun.analisis.univariat, sedikit.setahun.analisis.bivariat) == (None, None)
    assert len(sedikit.setahun.lembar[0][3]) == 9
    assert cukup.setahun.analisis.univariat.n == 10


def test_questionnaires_are_known_by_a_short_number_only():
    lembar = [("7", (1,)), ("6107015505900001", (2,)), ("Siti Aminah", (3,)), ("", (4,))]
    assert [nomor for nomor, _ in bernomor(lembar)] == ["7", "2", "3", "4"]


def test_the_profile_sheet_becomes_a_table_staff_a_team_and_a_signatory(buat_fakta):
    profil = [
        ("luas wilayah (km2)", "167.04"), ("penduduk (jiwa)", "34723"), ("batas utara", "Kecamatan Lumar"), ("motto", ""),
        ("pegawai SD", "1"), ("pegawai S1", "3"), ("pegawai D4", "0"), ("pegawai perempuan", "3"), ("kuesioner disebar", "60"),
        ("tim ketua", "Sekretaris Dinas"), ("Penandatangan", "Budi & Rekan"), ("NIP penandatangan", "1980"),
    ]  # fmt: skip
    unit = (Upp(1, "UPT Satu", induk_id=2, alamat="Jalan Raya 1"), Upp(2, "Dinas Induk"))
    f = buat_fakta(hasil=[baris_rekap(1, "80.00")], upp=unit, profil=profil, layanan=[LayananUpp("KTP", "gratis")]).profil
    umum = dict(f.umum)
    assert (umum["Luas wilayah (km²)"], umum["Penduduk (jiwa)"], umum["Unit induk"]) == ("167,04", "34.723", "Dinas Induk")
    assert umum["Pegawai perempuan"] == "3"
    assert not {"Motto", "Penandatangan"} & set(umum)
    assert [(b.pendidikan, b.jumlah, b.persen) for b in f.pegawai] == [("SD", 1, Decimal("25.00")), ("S1", 3, Decimal("75.00"))]
    assert (f.kuesioner, f.tim) == ((("Kuesioner disebar", "60"),), (("Ketua", "Sekretaris Dinas"),))
    assert (f.penandatangan, f.nip, f.layanan) == ("Budi & Rekan", "1980", (LayananUpp("KTP", "gratis"),))


def test_recommendations_follow_from_what_is_missing(buat_fakta):
    jenis = JenisRekomendasi
    unit = Upp(1, "Dinas Satu", frekuensi=Frekuensi.SEMESTER)
    nilai = {**dict.fromkeys(Unsur, "90.00"), Unsur.WAKTU: "70.00"}
    hasil = [baris_rekap(1, nilai, periode=S1)]
    seratus = replace(PENGATURAN, aturan_sampel=AturanSampel.UNSUR_10, jumlah_prioritas=1)
    kosong = buat_fakta(hasil=hasil, upp=[unit], pengaturan=seratus)
    assert [r.jenis for r in kosong.rekomendasi] == [
        jenis.PERBAIKI_UNSUR,
        jenis.SUSUN_RTL,
        jenis.SAMPAIKAN_HASIL,
        jenis.CUKUPKAN_SAMPEL,
    ]
    assert (kosong.rekomendasi[2].periode, kosong.rekomendasi[3].jumlah) == ((S2,), 100)
    ada = buat_fakta(
        hasil=hasil, pengaturan=replace(PENGATURAN, jumlah_prioritas=1), rtl=[rtl(periode=S1, tenggat=date(TAHUN + 1, 3, 31))],
        rtl_lalu=[rtl(2, TAHUN - 1, status=StatusRtl.TIDAK_DILAKSANAKAN)],
    )  # fmt: skip
    assert [(r.jenis, r.batas.isoformat()) for r in ada.rekomendasi] == [
        (jenis.LAPORKAN_REALISASI, "2024-03-31"), (jenis.TUNTASKAN_RTL, "2024-06-30"),
    ]  # fmt: skip
