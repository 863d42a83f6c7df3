"""The whole year: periods, layanan, induk, aggregation and realisasi, on small instansi made by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.hasil import BarisHasil, JenisBaris, Skala, Sumber
from rtl_tracker.domain.pengaturan import (
    AgregasiInstansi,
    AgregasiRealisasi,
    Bobot,
    DasarRealisasi,
    Pengaturan,
    RerataPeriode,
    SumberNilai,
)
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import DataTahun, susun_rekap
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp

P = Periode
SATU_UPP = (Upp(1, "Dinas A"),)


def baris(upp, periode, ikm=None, konversi=None, n=10, **isi):
    nilai = {} if konversi is None else {u: Decimal(str(konversi)) for u in Unsur}
    tercetak = None if ikm is None else Decimal(str(ikm))
    return BarisHasil(upp, periode, skala=Skala.KONVERSI, nilai=nilai, ikm_tercetak=tercetak, jumlah_responden=n, **isi)


def rekap(hasil, upp=SATU_UPP, tabulasi=None, rtl=(), rtl_lalu=(), **pengaturan):
    return susun_rekap(
        DataTahun(2023, Pengaturan(**pengaturan), tuple(upp), tuple(hasil), tabulasi or {}, tuple(rtl), tuple(rtl_lalu))
    )


def ikm(r, periode, upp=0):
    nilai = r.upp[upp].hasil[periode].ikm
    return None if nilai is None else float(nilai)


def test_two_triwulan_and_one_semester_make_a_year_by_steps():
    r = rekap([baris(1, P.S1, 80), baris(1, P.TW3, 90), baris(1, P.TW4, 84)])
    assert (ikm(r, P.S2), ikm(r, P.TAHUNAN)) == (87, 83.5)
    assert [h.jenis_baris for h in r.upp[0].hasil.values()].count(JenisBaris.RERATA) == 2
    assert r.upp[0].hasil[P.TAHUNAN].n == 30


def test_the_plain_mean_takes_every_measured_period_alike():
    r = rekap([baris(1, P.S1, 80), baris(1, P.TW3, 90), baris(1, P.TW4, 85)], rerata_periode=RerataPeriode.SEMUA)
    assert ikm(r, P.TAHUNAN) == 85


def test_the_weighted_mean_counts_respondents():
    r = rekap([baris(1, P.S1, 80, n=30), baris(1, P.S2, 90, n=10)], rerata_periode=RerataPeriode.BERBOBOT)
    assert ikm(r, P.TAHUNAN) == 82.5


def test_a_period_given_directly_is_taken_as_it_is():
    r = rekap([baris(1, P.TW1, 70), baris(1, P.TW2, 80), baris(1, P.S1, 90)])
    assert ikm(r, P.S1) == 90
    assert ikm(r, P.TAHUNAN) == 90


def test_a_printed_mean_is_kept_for_the_auditor_and_never_used():
    r = rekap([baris(1, P.S1, 80), baris(1, P.S2, 90), baris(1, P.TAHUNAN, 99), baris(1, P.S1, 99, rata=True)])
    assert ikm(r, P.TAHUNAN) == 85
    assert set(r.upp[0].cetak_rata) == {P.TAHUNAN, P.S1}


def test_a_year_that_stands_alone_is_measured():
    r = rekap([baris(1, P.TAHUNAN, 88)])
    assert r.upp[0].hasil[P.TAHUNAN].jenis_baris is JenisBaris.TERUKUR


def test_a_recap_shows_its_printed_ikm_or_the_recomputed_one_by_the_setting():
    cetak = rekap([baris(1, P.TAHUNAN, 79.9, konversi=80)])
    hitung = rekap([baris(1, P.TAHUNAN, 79.9, konversi=80)], sumber_nilai=SumberNilai.HITUNG)
    assert (ikm(cetak, P.TAHUNAN), ikm(hitung, P.TAHUNAN)) == (79.9, 80)
    assert hitung.upp[0].hasil[P.TAHUNAN].ikm_tercetak == Decimal("79.9")


def test_answers_are_the_truth_and_the_row_only_says_what_was_printed():
    tabulasi = {(1, None, P.TAHUNAN): tabulasikan([(4,) * 9] * 3)}
    r = rekap([baris(1, P.TAHUNAN, 50, konversi=50, n=99)], tabulasi=tabulasi)
    h = r.upp[0].hasil[P.TAHUNAN]
    assert (h.ikm, h.n, h.sumber, h.ikm_tercetak) == (100, 3, Sumber.JAWABAN, Decimal(50))


def test_answers_without_a_row_of_their_own_are_a_result_too():
    r = rekap([], tabulasi={(1, None, P.TW1): tabulasikan([(3,) * 9] * 4)})
    assert ikm(r, P.TW1) == 75
    assert ikm(r, P.TAHUNAN) == 75


def test_nobody_asked_is_no_data_and_never_zero():
    r = rekap([baris(1, P.TAHUNAN, 0, n=0)])
    assert P.TAHUNAN not in r.upp[0].hasil
    assert r.upp[0].nihil
    assert r.tahunan.ikm is None
    assert r.tahunan.upp_dihitung == 0


def test_an_ikm_without_unsur_counts_in_the_index_and_not_in_the_unsur():
    r = rekap([baris(1, P.TAHUNAN, 90), baris(2, P.TAHUNAN, 80, konversi=80)], upp=[Upp(1, "A"), Upp(2, "B")])
    assert r.tahunan.ikm == 85
    assert r.tahunan.nrr[Unsur.WAKTU] == Fraction("3.2")
    assert r.tahunan.alternatif[AgregasiInstansi.GABUNGAN_RESPONDEN] is None


def test_layanan_with_answers_are_pooled_into_the_unit():
    tabulasi = {(1, "KTP", P.TAHUNAN): tabulasikan([(4,) * 9] * 1), (1, "KK", P.TAHUNAN): tabulasikan([(3,) * 9] * 3)}
    r = rekap([], tabulasi=tabulasi)
    assert ikm(r, P.TAHUNAN) == 81.25
    assert r.upp[0].hasil[P.TAHUNAN].n == 4
    assert set(r.upp[0].layanan) == {"KTP", "KK"}


def test_layanan_with_recap_rows_only_are_averaged_unless_the_unit_has_its_own_row():
    dua = [baris(1, P.TAHUNAN, 80, layanan="KTP"), baris(1, P.TAHUNAN, 90, n=90, layanan="KK")]
    assert ikm(rekap(dua), P.TAHUNAN) == 85
    assert ikm(rekap([*dua, baris(1, P.TAHUNAN, 88)]), P.TAHUNAN) == 88


def test_a_parent_without_a_survey_shows_the_mean_of_its_children_and_does_not_count():
    upp = [Upp(1, "Dinas"), Upp(2, "UPT X", induk_id=1), Upp(3, "UPT Y", induk_id=1)]
    r = rekap([baris(2, P.TAHUNAN, 80), baris(3, P.TAHUNAN, 90)], upp=upp)
    assert ikm(r, P.TAHUNAN) == 85
    assert r.upp[0].hasil[P.TAHUNAN].jenis_baris is JenisBaris.RERATA_ANAK
    assert r.tahunan.upp_dihitung == 2


def test_a_parent_with_its_own_survey_is_a_unit_beside_its_children():
    upp = [Upp(1, "Dinas"), Upp(2, "UPT X", induk_id=1)]
    r = rekap([baris(1, P.TAHUNAN, 70), baris(2, P.TAHUNAN, 80)], upp=upp)
    assert (r.tahunan.ikm, r.tahunan.upp_dihitung) == (75, 2)


def test_a_unit_that_is_excluded_does_not_count():
    r = rekap([baris(1, P.TAHUNAN, 70), baris(2, P.TAHUNAN, 80)], upp=[Upp(1, "A", ikut_rerata=False), Upp(2, "B")])
    assert (r.tahunan.ikm, r.tahunan.upp_dihitung) == (80, 1)


@pytest.mark.parametrize(
    ("agregasi", "nilai"),
    [
        (AgregasiInstansi.RERATA_UPP, "87.50"),
        (AgregasiInstansi.GABUNGAN_RESPONDEN, "81.25"),
        (AgregasiInstansi.RERATA_UNSUR, "87.50"),
    ],
)
def test_the_three_aggregations_are_all_computed_and_the_declared_one_is_the_index(agregasi, nilai):
    tabulasi = {(1, None, P.TAHUNAN): tabulasikan([(4,) * 9] * 1), (2, None, P.TAHUNAN): tabulasikan([(3,) * 9] * 3)}
    r = rekap([], upp=[Upp(1, "A"), Upp(2, "B")], tabulasi=tabulasi, agregasi=agregasi)
    assert str(bulatkan(r.tahunan.ikm or 0)) == nilai
    assert all(x is not None for x in r.tahunan.alternatif.values())


def test_the_weight_of_the_year_decides_computed_figures():
    tabulasi = {(1, None, P.TAHUNAN): tabulasikan([(4,) * 9])}
    assert ikm(rekap([], tabulasi=tabulasi, bobot=Bobot.NOL_11), P.TAHUNAN) == 99


def rtl(upp, periode, status, tahun=2023):
    return Rtl(0, upp, tahun, periode, Unsur.WAKTU, "", "kegiatan", status=status)


def test_realisasi_in_a_row_is_of_the_rtl_born_from_the_previous_measured_period():
    items = [rtl(1, P.S1, StatusRtl.SELESAI), rtl(1, P.S1, StatusRtl.TERVERIFIKASI), rtl(1, P.S1, StatusRtl.BERJALAN)]
    r = rekap([baris(1, P.S1, 80), baris(1, P.S2, 90)], rtl=items)
    s2 = r.upp[0].realisasi[P.S2]
    assert (s2.rtl, s2.selesai, s2.terverifikasi) == (3, 2, 1)
    assert str(bulatkan(s2.dilaporkan or 0)) == "66.67"
    assert r.upp[0].realisasi[P.S1].resmi(DasarRealisasi.DILAPORKAN) is None


def test_the_first_period_of_a_year_answers_for_the_rtl_of_the_year_before():
    lalu = [rtl(1, P.TAHUNAN, StatusRtl.SELESAI, 2022), rtl(1, P.TAHUNAN, StatusRtl.TIDAK_DILAKSANAKAN, 2022)]
    r = rekap([baris(1, P.TAHUNAN, 80)], rtl_lalu=lalu)
    assert r.upp[0].realisasi[P.TAHUNAN].dilaporkan == 50


def test_a_printed_percentage_speaks_only_while_no_rtl_has_a_status():
    r = rekap([baris(1, P.TAHUNAN, 80, realisasi_tercetak=Decimal("75"))], rtl_lalu=[rtl(1, P.TAHUNAN, None, 2022)])
    assert r.upp[0].realisasi[P.TAHUNAN].resmi(DasarRealisasi.DILAPORKAN) == 75
    r = rekap(
        [baris(1, P.TAHUNAN, 80, realisasi_tercetak=Decimal("75"))], rtl_lalu=[rtl(1, P.TAHUNAN, StatusRtl.BERJALAN, 2022)]
    )
    assert r.upp[0].realisasi[P.TAHUNAN].resmi(DasarRealisasi.DILAPORKAN) == 0


def test_where_no_period_of_a_semester_has_a_percentage_its_printed_mean_row_is_taken():
    hasil = [baris(1, P.TW1, 80), baris(1, P.TW2, 80), baris(1, P.S1, 80, rata=True, realisasi_tercetak=Decimal(90))]
    r = rekap(hasil)
    assert r.realisasi[P.S1].dilaporkan == 90
    assert r.realisasi[P.TAHUNAN].dilaporkan == 90


def test_a_blank_is_left_out_and_listed_while_a_real_zero_counts():
    upp = [Upp(1, "A"), Upp(2, "B"), Upp(3, "C")]
    hasil = [
        baris(1, P.TAHUNAN, 80),
        baris(2, P.TAHUNAN, 80, realisasi_tercetak=Decimal(0)),
        baris(3, P.TAHUNAN, 80, realisasi_tercetak=Decimal(100)),
    ]
    i = rekap(hasil, upp=upp).realisasi[P.TAHUNAN]
    assert (i.dilaporkan, i.upp_dihitung, i.belum_dilaporkan) == (50, 2, (1,))


def test_pooled_realisasi_counts_items_and_the_mean_counts_units():
    lalu = [rtl(1, P.TAHUNAN, StatusRtl.SELESAI, 2022)] + [rtl(2, P.TAHUNAN, StatusRtl.BERJALAN, 2022)] * 3
    r = rekap([baris(1, P.TAHUNAN, 80), baris(2, P.TAHUNAN, 80)], upp=[Upp(1, "A"), Upp(2, "B")], rtl_lalu=lalu)
    i = r.realisasi[P.TAHUNAN]
    assert i.resmi(DasarRealisasi.DILAPORKAN, AgregasiRealisasi.RERATA_UPP) == 50
    assert i.resmi(DasarRealisasi.DILAPORKAN, AgregasiRealisasi.GABUNGAN) == 25
    assert i.resmi(DasarRealisasi.TERVERIFIKASI, AgregasiRealisasi.RERATA_UPP) == 0


def test_an_annual_row_beside_answers_per_layanan_is_a_printed_mean():
    tabulasi = {(1, "KTP", P.S1): tabulasikan([(4,) * 9]), (1, "KK", P.S2): tabulasikan([(3,) * 9])}
    r = rekap([baris(1, P.TAHUNAN, 12)], tabulasi=tabulasi)
    assert ikm(r, P.TAHUNAN) == 87.5
    assert set(r.upp[0].cetak_rata) == {P.TAHUNAN}


def test_the_annual_row_of_a_layanan_beside_periods_of_the_unit_is_never_used():
    r = rekap([baris(1, P.S1, 80), baris(1, P.S2, 90), baris(1, P.TAHUNAN, 12, layanan="KTP")])
    assert ikm(r, P.TAHUNAN) == 85


def test_blank_rows_of_periods_do_not_make_the_annual_row_a_printed_mean():
    r = rekap([baris(1, P.TW1, n=None), baris(1, P.TW2, 0, n=0), baris(1, P.TAHUNAN, 88)])
    assert ikm(r, P.TAHUNAN) == 88
    assert r.upp[0].hasil[P.TAHUNAN].jenis_baris is JenisBaris.TERUKUR


def test_answers_given_for_the_whole_year_are_kept_beside_periods():
    r = rekap([baris(1, P.S1, 50)], tabulasi={(1, None, P.TAHUNAN): tabulasikan([(4,) * 9])})
    assert ikm(r, P.TAHUNAN) == 100


def test_a_layanan_that_nobody_answered_does_not_stop_the_others_from_being_pooled():
    tabulasi = {(1, "KTP", P.TAHUNAN): tabulasikan([(4,) * 9]), (1, "KK", P.TAHUNAN): tabulasikan([(3,) * 9] * 3)}
    r = rekap([baris(1, P.TAHUNAN, 0, n=0, layanan="Akta")], tabulasi=tabulasi)
    assert ikm(r, P.TAHUNAN) == 81.25
    assert r.upp[0].hasil[P.TAHUNAN].n == 4


def test_users_and_printed_realisasi_of_a_unit_come_from_all_its_layanan():
    dua = [
        baris(1, P.TAHUNAN, 80, layanan="KTP", populasi=100, realisasi_tercetak=Decimal(100)),
        baris(1, P.TAHUNAN, 90, layanan="KK", populasi=20, realisasi_tercetak=Decimal(50)),
    ]
    tabulasi = {(1, nama, P.TAHUNAN): tabulasikan([(4,) * 9]) for nama in ("KTP", "KK")}
    for r in (rekap(dua), rekap(dua, tabulasi=tabulasi)):
        assert r.upp[0].hasil[P.TAHUNAN].populasi == 120
        assert r.upp[0].realisasi[P.TAHUNAN].tercetak == 75


def test_a_printed_zero_without_unsur_is_no_data_whatever_the_number_of_respondents():
    r = rekap([baris(1, P.TAHUNAN, 0, n=None), baris(2, P.TAHUNAN, 80)], upp=[Upp(1, "A"), Upp(2, "B")])
    assert r.upp[0].tahunan is None
    assert (r.tahunan.ikm, r.tahunan.upp_dihitung) == (80, 1)


def test_the_weighted_mean_is_plain_where_a_number_of_respondents_is_unknown():
    hasil = [baris(1, P.S1, 80, n=None), baris(1, P.S2, 90, n=10)]
    assert ikm(rekap(hasil, rerata_periode=RerataPeriode.BERBOBOT), P.TAHUNAN) == 85


def test_the_printed_realisasi_of_the_year_speaks_where_no_period_has_one():
    hasil = [baris(1, P.S1, 80), baris(1, P.S2, 80), baris(1, P.TAHUNAN, 80, realisasi_tercetak=Decimal(60))]
    r = rekap(hasil)
    assert r.realisasi[P.TAHUNAN].dilaporkan == 60
    assert r.realisasi[P.S1].belum_dilaporkan == (1,)


def test_layanan_with_recap_rows_are_pooled_by_their_own_respondents():
    dua = [baris(1, P.TAHUNAN, konversi=80, n=30, layanan="KTP"), baris(1, P.TAHUNAN, konversi=100, n=10, layanan="KK")]
    alternatif = rekap(dua).tahunan.alternatif
    assert alternatif[AgregasiInstansi.GABUNGAN_RESPONDEN] == 85
    assert alternatif[AgregasiInstansi.RERATA_UPP] == 90
