"""Rules of reported and printed realisasi: the fault, its sentence, and the neighbouring correct case left alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.realisasi import rtl_04, rtl_05
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.pengaturan import AgregasiRealisasi, Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from tests.auditor.susun import SATU, TAHUN, baris, fakta, unsur

NILAI = unsur("3.50")
TIGA = tuple(Upp(i, f"Unit {i}") for i in (1, 2, 3))
_nomor = iter(range(1, 10**6))


def rencana(unsur: Unsur = Unsur.WAKTU, status: StatusRtl | None = None, **isi) -> Rtl:
    """A plan of unit 1 born in S1."""
    dasar = Rtl(next(_nomor), 1, TAHUN, Periode.S1, unsur, unsur.value, f"Kegiatan {unsur.value}", status=status)
    return replace(dasar, **isi)


def berbukti(**isi) -> Rtl:
    """A plan reported done with its bukti."""
    return rencana(status=StatusRtl.SELESAI, bukti=("https://contoh.go.id/1",), **isi)


def realisasi(upp_id: int, periode: Periode, persen: str | None, **isi):
    """A row with a printed realisasi."""
    return baris(upp_id, periode, nilai=NILAI, ikm_tercetak="87.50", realisasi_tercetak=persen, **isi)


def satu(aturan: Callable[[Fakta], Iterator[Temuan]], isi: Fakta) -> Temuan:
    """The only finding of a rule."""
    (temuan,) = aturan(isi)
    return temuan


def test_rtl_04_a_plan_reported_done_without_bukti_is_told():
    r = rencana(status=StatusRtl.SELESAI)
    isi = fakta(rtl=[r, berbukti(), rencana(status=StatusRtl.BERJALAN), rencana()])
    temuan = satu(rtl_04, isi)
    assert (temuan.aturan, temuan.tingkat, temuan.bidang) == ("RTL-04", Tingkat.PERINGATAN, "bukti")
    assert (temuan.upp_id, temuan.periode, temuan.rtl_id) == (1, Periode.S1, r.id)
    assert "'Kegiatan waktu' (Semester I 2023) dinyatakan selesai tanpa bukti" in temuan.kalimat


def test_rtl_04_more_than_five_of_a_unit_are_one_finding():
    lima = [rencana(status=StatusRtl.SELESAI) for _ in range(5)]
    assert len(list(rtl_04(fakta(rtl=[*lima, rencana()])))) == 5
    temuan = satu(rtl_04, fakta(rtl=[*lima, rencana(status=StatusRtl.TERVERIFIKASI)]))
    assert (temuan.tercetak, temuan.rtl_id) == ("6 RTL tanpa bukti", None)


def test_rtl_04_all_done_and_nothing_verified_is_told_of_the_unit():
    isi = fakta(rtl=[berbukti(), berbukti(), berbukti(upp_id=2), rencana(upp_id=2, status=StatusRtl.BERJALAN)])
    temuan = satu(rtl_04, isi)
    assert (temuan.upp_id, temuan.bidang) == (1, "status")
    assert "Realisasi RTL 2023 dilaporkan 100 % (2 RTL), tetapi belum satu pun diverifikasi" in temuan.kalimat


def test_rtl_04_all_done_and_nothing_verified_everywhere_is_one_finding_of_the_instansi():
    temuan = satu(rtl_04, fakta(rtl=[berbukti(), berbukti(upp_id=2), rencana(upp_id=3)]))
    assert (temuan.upp_id, temuan.tercetak) == (None, "2 RTL 2023 selesai")


def test_rtl_04_one_verified_or_one_open_plan_is_enough_to_be_silent():
    sah = rencana(status=StatusRtl.TERVERIFIKASI, bukti=("foto.jpg",))
    assert list(rtl_04(fakta(rtl=[berbukti(), sah]))) == []
    assert list(rtl_04(fakta(rtl=[berbukti(), rencana()]))) == []


def test_rtl_04_printed_100_without_any_status_is_told_once_as_info():
    isi = fakta(
        realisasi(1, Periode.S1, "100"), realisasi(1, Periode.S2, "100"), realisasi(2, Periode.S1, "100.00"), rtl=[rencana()]
    )
    temuan = satu(rtl_04, isi)
    assert (temuan.tingkat, temuan.upp_id) == (Tingkat.INFO, None)
    assert "tercetak pada 2 unit, tetapi tidak ada catatan RTL yang mendasarinya" in temuan.kalimat
    assert list(rtl_04(fakta(realisasi(1, Periode.S1, "75")))) == []


def test_rtl_04_printed_100_of_a_unit_examined_alone_is_told_to_the_unit():
    assert satu(rtl_04, fakta(realisasi(1, Periode.S1, "100"), upp=(SATU,))).upp_id == 1


@pytest.mark.parametrize("persen", ["100.5", "-1", "1000"])
def test_rtl_05_a_percentage_out_of_range_is_told(persen: str):
    temuan = satu(rtl_05, fakta(realisasi(1, Periode.S1, persen)))
    assert (temuan.aturan, temuan.tingkat, temuan.bidang) == ("RTL-05", Tingkat.GALAT, "realisasi_tercetak")
    assert (temuan.tercetak, temuan.periode) == (persen, Periode.S1)
    assert "di luar rentang 0 sampai 100 %" in temuan.kalimat


def empat_rtl(persen: str, rtl: list[Rtl] | None = None, **isi) -> list[Temuan]:
    """Findings for the row of S2 after four plans of S1."""
    milik = [rencana(u) for u in list(Unsur)[:4]] if rtl is None else rtl
    return list(rtl_05(fakta(realisasi(1, Periode.S1, None), realisasi(1, Periode.S2, persen), rtl=milik, **isi)))


def test_rtl_05_a_percentage_that_no_count_gives_is_told_with_those_that_are_possible():
    (temuan,) = empat_rtl("17.4")
    assert (temuan.periode, temuan.tercetak, temuan.seharusnya) == (Periode.S2, "17.4", "25.00")
    assert temuan.kalimat == (
        "Realisasi tercetak 17,4 % tidak mungkin diperoleh dari 4 RTL Semester I 2023: yang mungkin 0 %, 25 %, 50 %, 75 %, "
        "atau 100 %. Periksa jumlah RTL dan yang selesai."
    )


@pytest.mark.parametrize("persen", ["0", "25", "50.00", "75", "100"])
def test_rtl_05_a_percentage_that_a_count_gives_is_left_alone(persen: str):
    assert empat_rtl(persen) == []


@pytest.mark.parametrize("persen", ["33.33", "33.3", "33", "66.67", "66.6", "67"])
def test_rtl_05_rounding_and_cutting_off_explain_a_percentage(persen: str):
    assert empat_rtl(persen, [rencana(u) for u in list(Unsur)[:3]]) == []


def test_rtl_05_several_activities_of_one_unsur_may_have_been_counted_as_one():
    lima = [rencana(Unsur.WAKTU, kegiatan=f"Kegiatan {i}") for i in range(4)] + [rencana(Unsur.BIAYA)]
    for persen in ("50", "80", "62.5"):
        assert empat_rtl(persen, lima) == []
    assert len(empat_rtl("70", lima)) == 1


def test_rtl_05_many_plans_name_only_the_nearest_percentage():
    (temuan,) = empat_rtl("45", [rencana(u) for u in Unsur])
    assert "9 RTL Semester I 2023: yang terdekat 44,44 %." in temuan.kalimat


def test_rtl_05_an_unknown_number_of_plans_is_no_reason_to_speak():
    assert empat_rtl("17.4", []) == []
    assert list(rtl_05(fakta(realisasi(1, Periode.S1, "17.4"), rtl=[rencana()]))) == []


def test_rtl_05_the_first_period_reports_the_plans_of_the_year_before():
    lalu = [rencana(u, tahun=TAHUN - 1, periode=Periode.S2) for u in list(Unsur)[:4]]
    temuan = satu(rtl_05, fakta(realisasi(1, Periode.S1, "17.4"), rtl_lalu=lalu))
    assert "dari 4 RTL Semester II 2022" in temuan.kalimat
    assert list(rtl_05(fakta(realisasi(1, Periode.TAHUNAN, "75"), rtl_lalu=lalu))) == []


def test_rtl_05_rows_of_layanan_are_not_held_against_the_plans_of_the_unit():
    isi = fakta(*(realisasi(1, p, "17.4", layanan="KTP") for p in (Periode.S1, Periode.S2)), rtl=[rencana()] * 4)
    assert list(rtl_05(isi)) == []


def setahun(rata: str, *persen: str | None) -> list[Temuan]:
    """Findings for the annual row over two semesters."""
    s1, s2 = persen
    return list(rtl_05(fakta(realisasi(1, Periode.S1, s1), realisasi(1, Periode.S2, s2), realisasi(1, Periode.TAHUNAN, rata))))


@pytest.mark.parametrize(
    ("rata", "persen"), [("73.5", ("80", "67")), ("31.2", ("17.4", "45")), ("100", ("100", None)), ("73.33", ("80", "67"))]
)
def test_rtl_05_a_mean_over_the_periods_that_have_a_figure_is_left_alone(rata: str, persen: tuple[str | None, str | None]):
    assert setahun(rata, *persen) == []


def test_rtl_05_a_wrong_mean_is_told():
    (temuan,) = setahun("80", "60", "90")
    assert (temuan.tingkat, temuan.periode, temuan.tercetak, temuan.seharusnya) == (
        Tingkat.GALAT,
        Periode.TAHUNAN,
        "80",
        "75.00",
    )
    assert "Realisasi Tahunan tercetak 80 % bukan rata-rata periodenya, yaitu 75,00 %" in temuan.kalimat


@pytest.mark.parametrize(("rata", "isi"), [("80", "100"), ("30", "0")])
def test_rtl_05_a_mean_that_counts_blanks_is_told_as_peringatan(rata: str, isi: str):
    (temuan,) = setahun(rata, "60", None)
    assert temuan.tingkat is Tingkat.PERINGATAN
    assert f"hanya cocok bila sel yang kosong dihitung {isi} %" in temuan.kalimat


def triwulan(rata: str) -> list[Temuan]:
    """Findings for the annual row over three triwulan: 50 by steps, 66,67 plain."""
    bagian = zip((Periode.TW1, Periode.TW2, Periode.TW3), ("100", "100", "0"), strict=True)
    return list(rtl_05(fakta(*(realisasi(1, p, x) for p, x in bagian), realisasi(1, Periode.TAHUNAN, rata))))


def test_rtl_05_the_year_may_be_averaged_by_steps_or_over_all_periods():
    assert triwulan("50") == triwulan("66.67") == []


def test_rtl_05_a_mean_that_was_cut_off_is_info():
    (temuan,) = triwulan("66.66")
    assert (temuan.tingkat, temuan.seharusnya) == (Tingkat.INFO, "66.67")
    assert "tampak dipotong, bukan dibulatkan; seharusnya 66,67 %" in temuan.kalimat


def test_rtl_05_a_printed_semester_without_figures_below_it_is_taken_as_it_is():
    isi = fakta(
        realisasi(1, Periode.TW1, None), realisasi(1, Periode.TW2, None), realisasi(1, Periode.S1, "100", rata=True),
        realisasi(1, Periode.S2, "50"), realisasi(1, Periode.TAHUNAN, "75"),
    )  # fmt: skip
    assert list(rtl_05(isi)) == []


def instansi(tercetak: str, *persen: str | None, **isi) -> list[Temuan]:
    """Findings for the printed figure of the instansi over three units measured once a year."""
    rows = [realisasi(u.id, Periode.TAHUNAN, x) for u, x in zip(TIGA, persen, strict=True)]
    return list(rtl_05(fakta(*rows, upp=TIGA, tercetak={(Periode.TAHUNAN, "realisasi"): tercetak}, **isi)))


@pytest.mark.parametrize(
    ("tercetak", "persen"), [("83.33", ("100", "100", "50")), ("75", ("100", None, "50")), ("50", ("100", "0", None))]
)
def test_rtl_05_the_mean_of_the_instansi_leaves_blanks_out(tercetak: str, persen: tuple[str | None, ...]):
    assert instansi(tercetak, *persen) == []


def test_rtl_05_a_wrong_mean_of_the_instansi_is_told_with_the_number_of_units():
    (temuan,) = instansi("90.00", "100", None, "50")
    assert (temuan.tingkat, temuan.upp_id, temuan.seharusnya) == (Tingkat.GALAT, None, "75.00")
    assert "bukan rata-rata 2 unit yang melaporkan, yaitu 75,00 %" in temuan.kalimat


def test_rtl_05_blanks_counted_as_100_are_told_as_peringatan_with_their_number():
    (temuan,) = instansi("83.3", "100", None, "50")
    assert temuan.tingkat is Tingkat.PERINGATAN
    assert (
        "hanya cocok bila sel yang kosong dihitung 100 % (1 unit); rata-rata 2 unit yang melaporkan 75,00 %" in temuan.kalimat
    )


def test_rtl_05_a_figure_of_the_instansi_out_of_range_is_told():
    (temuan,) = instansi("101", "100", "100", "100")
    assert (temuan.upp_id, temuan.seharusnya) == (None, None)


def test_rtl_05_a_pooled_figure_is_held_against_the_plans():
    lalu = [rencana(tahun=TAHUN - 1, status=StatusRtl.SELESAI, upp_id=u) for u in (1, 1, 1, 2)]
    lalu.append(rencana(tahun=TAHUN - 1, status=StatusRtl.BERJALAN, upp_id=2))
    gabungan = Pengaturan(agregasi_realisasi=AgregasiRealisasi.GABUNGAN)
    isi = {"rtl_lalu": lalu, "pengaturan": gabungan}
    assert instansi("80", "100", "50", None, **isi) == []
    (temuan,) = instansi("75", "100", "50", None, **isi)
    assert "hanya cocok bila unit dirata-rata tanpa memandang jumlah RTL" in temuan.kalimat


def test_rtl_05_one_unit_and_no_data_at_all_are_left_alone():
    assert list(rtl_05(fakta(baris(1, jumlah_responden=0, realisasi_tercetak=Decimal(100))))) == []
    assert list(rtl_05(fakta(upp=(SATU,)))) == []
