"""Rules of plans: the fault, its sentence, and the neighbouring correct case left alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from time import perf_counter

import pytest

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.kata_rencana import kelompok_serupa, sebut_unsur, tanpa_keluaran
from rtl_tracker.auditor.rencana import rtl_01, rtl_02, rtl_03, rtl_06, rtl_07
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from tests.auditor.susun import DUA, SATU, TAHUN, baris, fakta, unsur

Aturan = Callable[[Fakta], Iterator[Temuan]]
NILAI = unsur("3.30", "3.10", "3.20", "3.90", "3.50", "3.60", "3.70", "3.80", "3.40")
TERENDAH = (Unsur.PROSEDUR, Unsur.WAKTU, Unsur.PERSYARATAN)
HARI = date(TAHUN, 12, 31)
_nomor = iter(range(1, 10**6))


def rencana(unsur: Unsur | None = Unsur.WAKTU, kegiatan: str = "Menambah loket", **isi) -> Rtl:
    """A plan of unit 1 for the whole year, with a tenggat and somebody in charge."""
    dasar = Rtl(
        id=next(_nomor), upp_id=1, tahun=TAHUN, periode=Periode.TAHUNAN, unsur=unsur, unsur_teks=unsur.value if unsur else "",
        kegiatan=kegiatan, waktu="Triwulan IV", penanggung_jawab="Sekretaris",
    )  # fmt: skip
    return replace(dasar, **isi)


def satu(aturan: Aturan, isi: Fakta) -> Temuan:
    """The only finding of a rule."""
    (temuan,) = aturan(isi)
    return temuan


def setahun(*rtl: Rtl, nilai=NILAI, **isi) -> Fakta:
    """Unit 1 measured once a year."""
    return fakta(baris(nilai=nilai, **isi), rtl=rtl)


def test_rtl_01_names_all_owed_unsur_without_a_plan_from_the_lowest_up():
    temuan = satu(rtl_01, setahun(rencana(Unsur.WAKTU)))
    assert (temuan.aturan, temuan.tingkat, temuan.upp_id, temuan.periode) == ("RTL-01", Tingkat.PERINGATAN, 1, Periode.TAHUNAN)
    assert (temuan.bidang, temuan.seharusnya) == ("prosedur", "RTL untuk Prosedur; Persyaratan")
    assert "Unsur Prosedur (77,50) dan Persyaratan (82,50) termasuk yang terendah," in temuan.kalimat
    assert "SATU" not in temuan.kalimat.upper()


def test_rtl_01_is_silent_when_every_owed_unsur_has_a_plan():
    assert list(rtl_01(setahun(*map(rencana, TERENDAH)))) == []


def test_rtl_01_is_silent_in_a_year_in_which_no_unit_has_a_plan():
    assert list(rtl_01(setahun())) == []
    assert list(rtl_01(setahun(rencana(upp_id=None)))) == []


def test_rtl_01_says_of_a_period_without_any_plan_that_it_has_none():
    isi = fakta(baris(1, nilai=NILAI), baris(2, nilai=NILAI), rtl=[rencana(u, upp_id=1) for u in TERENDAH])
    temuan = satu(rtl_01, isi)
    assert temuan.upp_id == 2
    assert "Tahunan belum memiliki RTL sama sekali" in temuan.kalimat


def test_rtl_01_owes_a_plan_for_every_unsur_classed_c_or_d():
    nilai = unsur("2.90", "2.80", "2.70", "2.95", "3.50", "3.60", "3.70", "3.80", "3.40")
    temuan = satu(rtl_01, setahun(*(rencana(u) for u in (Unsur.PERSYARATAN, Unsur.PROSEDUR, Unsur.WAKTU)), nilai=nilai))
    assert temuan.bidang == "biaya"
    assert "bermutu C/D" in temuan.kalimat


def test_rtl_01_accepts_whichever_unsur_of_a_printed_tie_was_chosen():
    nilai = unsur("3.30", "3.10", "3.20", "3.30", "3.50", "3.60", "3.70", "3.80", "3.40")
    isi = setahun(rencana(Unsur.PROSEDUR), rencana(Unsur.WAKTU), nilai=nilai, unsur_prioritas="Biaya/tarif")
    assert list(rtl_01(isi)) == []


def test_rtl_01_takes_all_of_a_tie_where_the_answers_are_known():
    tabulasi = tabulasikan([(3, 3, 3, 3, 4, 4, 4, 4, 4)])
    kunci = (1, None, Periode.TAHUNAN)
    isi = fakta(baris(jumlah_responden=1), tabulasi={kunci: tabulasi}, rtl=[rencana(Unsur.WAKTU)])
    assert satu(rtl_01, isi).seharusnya == "RTL untuk Persyaratan; Prosedur; Biaya"


def test_rtl_01_owes_nothing_where_all_unsur_are_equal_or_nobody_answered():
    assert list(rtl_01(setahun(rencana(Unsur.WAKTU), nilai=unsur("4.00")))) == []
    assert list(rtl_01(setahun(rencana(Unsur.WAKTU), nilai={}, jumlah_responden=0, ikm_tercetak="0.00"))) == []


def test_rtl_01_takes_layanan_only_where_the_unit_has_no_row_of_its_own():
    lain = unsur("3.90", "3.80", "3.70", "3.10", "3.20", "3.30", "3.40", "3.50", "3.60")
    bagian = [baris(nilai=lain, layanan="KTP"), baris(nilai=lain, layanan="KK")]
    assert satu(rtl_01, fakta(*bagian, rtl=[rencana(Unsur.BIAYA)])).seharusnya == "RTL untuk Produk; Kompetensi"
    assert list(rtl_01(fakta(*bagian, baris(nilai=NILAI), rtl=[rencana(u) for u in TERENDAH]))) == []


def test_rtl_01_counts_a_plan_of_the_semester_for_its_triwulan():
    isi = fakta(baris(1, Periode.TW1, nilai=NILAI), rtl=[rencana(u, periode=Periode.S1) for u in TERENDAH])
    assert list(rtl_01(isi)) == []
    isi = fakta(baris(1, Periode.TW1, nilai=NILAI), rtl=[rencana(u, periode=Periode.S2) for u in TERENDAH])
    assert satu(rtl_01, isi).periode is Periode.TW1


def test_rtl_01_asks_to_choose_an_unsur_where_the_words_name_none():
    isi = setahun(*(rencana(u) for u in TERENDAH), rencana(None, "Menata <ruang>", unsur_teks="Pelayanan umum"))
    temuan = satu(rtl_01, isi)
    assert (temuan.bidang, temuan.rtl_id, temuan.tercetak) == ("unsur", isi.rtl[-1].id, "Pelayanan umum")
    assert temuan.kalimat.startswith("RTL 'Menata <ruang>' menyebut 'Pelayanan umum', yang bukan nama unsur.")


def test_rtl_01_a_plan_that_names_several_unsur_covers_them_and_is_asked_to_be_parted():
    isi = setahun(rencana(Unsur.WAKTU), rencana(None, unsur_teks="Prosedur dan persyaratan"))
    assert "lebih dari satu unsur (Prosedur dan Persyaratan)" in satu(rtl_01, isi).kalimat


def test_rtl_01_many_plans_without_unsur_are_one_finding():
    isi = setahun(*(rencana(u) for u in TERENDAH), *(rencana(None, f"Kegiatan {i}") for i in range(6)))
    temuan = satu(rtl_01, isi)
    assert (temuan.tercetak, temuan.rtl_id) == ("6 RTL", None)


def prioritas(teks: str, nilai=NILAI, **isi) -> list[Temuan]:
    """Findings about a printed choice of priorities, all owed plans being there."""
    return [t for t in rtl_01(setahun(nilai=nilai, unsur_prioritas=teks, **isi)) if t.bidang == "unsur_prioritas"]


def test_rtl_01_names_the_wrongly_chosen_and_the_real_priorities():
    (temuan,) = prioritas("Prosedur pelayanan; Penanganan pengaduan, saran dan masukan; Waktu")
    assert (temuan.tercetak, temuan.seharusnya) == (
        "Prosedur pelayanan; Penanganan pengaduan, saran dan masukan; Waktu",
        "Prosedur; Waktu; Persyaratan",
    )
    assert "memuat Pengaduan (95,00) yang berada di urutan 8 dari bawah" in temuan.kalimat
    assert "unsur terendah adalah Prosedur (77,50), Waktu (80,00), dan Persyaratan (82,50)" in temuan.kalimat
    assert "tertukar" not in temuan.kalimat


@pytest.mark.parametrize(
    "teks",
    ["", "Waktu", "Prosedur\nWaktu\nPersyaratan", "Sistem, mekanisme, dan prosedur, Waktu penyelesaian, Persyaratan",
     "lain-lain", "Persyaratan; Waktu; Prosedur; Sarpras"],
)  # fmt: skip
def test_rtl_01_leaves_a_choice_of_the_lowest_alone(teks: str):
    assert prioritas(teks) == []


def test_rtl_01_says_when_exchanged_columns_explain_the_choice():
    nilai = {**NILAI, Unsur.PENGADUAN: NILAI[Unsur.PROSEDUR], Unsur.PROSEDUR: NILAI[Unsur.PENGADUAN]}
    (temuan,) = prioritas("Sarana dan prasarana; Waktu; Persyaratan", nilai)
    assert temuan.kalimat.endswith("bila nilai Pengaduan dan Sarpras tertukar (U8 dan U9); periksa urutan kolomnya.")


def test_rtl_01_all_nine_unsur_are_no_priority():
    (temuan,) = prioritas("; ".join(u.value for u in Unsur))
    assert temuan.kalimat.startswith("Kesembilan unsur dicantumkan sebagai prioritas")
    assert prioritas("; ".join(u.value for u in Unsur), unsur("3.50")) == []


def test_rtl_01_reads_choices_of_mean_rows_and_leaves_incomplete_rows():
    isi = fakta(
        baris(1, Periode.TW1, nilai=NILAI),
        baris(1, Periode.S1, nilai=NILAI, rata=True, unsur_prioritas="Biaya"),
        baris(2, nilai={Unsur.WAKTU: NILAI[Unsur.WAKTU]}, unsur_prioritas="Biaya"),
    )
    assert [(t.upp_id, t.periode) for t in rtl_01(isi)] == [(1, Periode.S1)]


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("Persyaratan, Waktu pelayanan, Penanganan pengaduan, saran dan masukan",
         (Unsur.PERSYARATAN, Unsur.WAKTU, Unsur.PENGADUAN)),
        ("1. Sarana dan prasarana 2. Produk, spesifikasi jenis pelayanan", (Unsur.SARPRAS, Unsur.PRODUK)),
        ("Waktu dan biaya", (Unsur.WAKTU, Unsur.BIAYA)),
        ("Perilaku; perilaku pelaksana; ; ", (Unsur.PERILAKU,)),
        ("Kecepatan waktu dalam memberikan pelayanan (88,5)", (Unsur.WAKTU,)),
        ("Lainnya", ()),
    ],
)  # fmt: skip
def test_lists_of_unsur_are_read_although_names_hold_commas(teks: str, hasil: tuple[Unsur, ...]):
    assert sebut_unsur(teks) == hasil


def test_rtl_02_names_both_missing_fields_of_one_plan():
    kosong = rencana(waktu="", penanggung_jawab=" ")
    temuan = satu(rtl_02, fakta(rtl=[kosong, rencana(), rencana(waktu="", tenggat=HARI)]))
    assert (temuan.bidang, temuan.rtl_id, temuan.periode) == ("tenggat", kosong.id, Periode.TAHUNAN)
    assert temuan.kalimat == (
        "RTL 'Menambah loket' belum mencantumkan tenggat atau waktu pelaksanaan maupun penanggung jawab. Isi kolom itu."
    )


def test_rtl_02_a_field_that_the_whole_year_lacks_is_one_finding_of_the_instansi():
    isi = fakta(rtl=[rencana(upp_id=u, waktu="") for u in (1, 1, 2)])
    temuan = satu(rtl_02, isi)
    assert (temuan.upp_id, temuan.bidang, temuan.tercetak) == (None, "tenggat", "3 RTL kosong")
    assert "Tidak satu pun dari 3 RTL tahun 2023" in temuan.kalimat


def test_rtl_02_a_field_that_a_unit_always_lacks_is_one_finding_and_others_stay_apart():
    rtl = [rencana(waktu=""), rencana(waktu="", penanggung_jawab=""), rencana(upp_id=2)]
    sendiri, bersama = sorted(rtl_02(fakta(rtl=rtl)), key=lambda t: t.rtl_id is None)
    assert (bersama.upp_id, bersama.bidang, bersama.tercetak) == (1, "tenggat", "2 RTL kosong")
    assert (sendiri.rtl_id, sendiri.bidang) == (rtl[1].id, "penanggung_jawab")


def test_rtl_02_speaks_of_the_unit_where_only_one_has_plans():
    assert satu(rtl_02, fakta(rtl=[rencana(waktu=""), rencana(waktu="")])).upp_id == 1


def test_rtl_03_names_the_other_unit_and_hides_it_from_the_unit_itself():
    rtl = [rencana(kegiatan="Lakukan simplifikasi proses bisnis"), rencana(kegiatan="Simplifikasi proses bisnis", upp_id=2)]
    satu_, dua = rtl_03(fakta(rtl=rtl))
    assert (satu_.upp_id, satu_.tingkat, satu_.rtl_id) == (1, Tingkat.INFO, rtl[0].id)
    assert "RTL Kecamatan Dua." in satu_.kalimat
    assert "Kecamatan Dua" not in satu_.untuk_unit
    assert "RTL 1 unit lain" in satu_.untuk_unit
    assert "Dinas Satu & <Rekan>" in dua.kalimat


def test_rtl_03_is_one_finding_for_a_group_and_unit_with_the_count_of_others():
    upp = [Upp(i, f"Unit {i}") for i in range(1, 5)]
    rtl = [rencana(upp_id=u, unsur=x, kegiatan="Membuat loket baru") for u in (1, 2, 3, 4) for x in (Unsur.WAKTU, Unsur.BIAYA)]
    daftar = list(rtl_03(fakta(rtl=rtl, upp=upp)))
    assert [t.upp_id for t in daftar] == [1, 2, 3, 4]
    assert "3 unit lain (misalnya Unit 2)" in daftar[0].kalimat


def test_rtl_03_tells_a_plan_that_repeats_earlier_periods_once_with_the_count():
    lalu = [rencana(kegiatan=k, tahun=TAHUN - 1) for k in ("Membuka loket", "Memasang papan")]
    kini = [rencana(kegiatan=k, periode=Periode.S1) for k in ("Membuka loket.", "Pemasangan wifi", "memasang PAPAN")]
    temuan = satu(rtl_03, fakta(rtl=kini, rtl_lalu=lalu))
    assert (temuan.periode, temuan.rtl_id) == (Periode.S1, None)
    assert temuan.kalimat.startswith("2 dari 3 RTL Semester I sama atau hampir sama dengan RTL periode sebelumnya, misalnya")
    assert "RTL Tahunan 2022" in temuan.kalimat


def test_rtl_03_carried_over_plans_and_equal_plans_of_one_period_are_no_copies():
    asal = rencana(kegiatan="Membuka loket", periode=Periode.S1)
    lanjutan = rencana(kegiatan="Membuka loket", periode=Periode.S2, asal_id=asal.id)
    assert list(rtl_03(fakta(rtl=[asal, lanjutan]))) == []
    assert list(rtl_03(fakta(rtl=[asal, rencana(Unsur.BIAYA, "Membuka loket", periode=Periode.S1)]))) == []
    assert satu(rtl_03, fakta(rtl=[asal, replace(lanjutan, asal_id=None)])).rtl_id == lanjutan.id


@pytest.mark.parametrize(
    ("satu_teks", "dua_teks", "sama"),
    [
        ("Peningkatan sosialisasi registrasi online", "peningkatan sosialisai registrasi online", True),
        ("Lakukan monitoring terhadap layanan", "Melakukan monitoring pelayanan", True),
        ("Penambahan petugas loket pelayanan", "Penambahan petugas loket pelayanan umum", True),
        ("Membuat loket pelayanan", "Membuat brosur pelayanan", False),
        ("Evaluasi prosedur", "Evaluasi persyaratan", False),
        ("Monitoring dan evaluasi", "Monitoring dan evaluasi secara berkala", False),
        ("dan yang", "dan yang", False),
    ],
)
def test_texts_are_alike_by_their_telling_words(satu_teks: str, dua_teks: str, sama: bool):
    a, b = kelompok_serupa([satu_teks, dua_teks])
    assert (a is not None and a == b) is sama


def test_rtl_03_is_quick_for_a_whole_year():
    upp = [Upp(i, f"Unit {i}") for i in range(1, 101)]
    masa = (Periode.TW1, Periode.TW2, Periode.TW3, Periode.TW4)
    rtl = [
        rencana(x, f"Melakukan evaluasi prosedur {u.id * 7 % 31} loket {x.value} ruang {u.id % 13}", upp_id=u.id, periode=p)
        for u in upp for p in masa for x in Unsur
    ]  # fmt: skip
    isi = fakta(rtl=rtl, upp=upp)
    mulai = perf_counter()
    daftar = list(rtl_03(isi))
    assert len(daftar) >= 300
    assert perf_counter() - mulai < 3


@pytest.mark.parametrize(
    "kegiatan",
    ["Melakukan monitoring dan evaluasi terhadap prosedur pelayanan", "Melakukan evaluasi", "Meningkatkan koordinasi",
     "Pembinaan", "Sosialisasi kepada masyarakat", "Monitoring dan evaluasi tahun 2023",
     "Sudah baik, tinggal dioptimalkan", "Monev."],
)  # fmt: skip
def test_rtl_06_an_action_without_an_output_is_told(kegiatan: str):
    r = rencana(kegiatan=kegiatan)
    temuan = satu(rtl_06, fakta(rtl=[r]))
    assert (temuan.tingkat, temuan.bidang, temuan.rtl_id) == (Tingkat.INFO, "kegiatan", r.id)
    assert "belum menyebut keluaran yang dapat diukur" in temuan.kalimat
    assert list(rtl_06(fakta(rtl=[replace(r, indikator="4 laporan")]))) == []


@pytest.mark.parametrize(
    "kegiatan",
    ["Membuat loket pelayanan", "Penambahan AC", "Sosialisasi persyaratan", "Perbaikan toilet",
     "Monitoring dan evaluasi 4 kali", "Memberikan pelatihan khusus",
     "Evaluasi melalui rapat dengan 3 kecamatan", "Monitoring dan evaluasi secara […]",
     "Mengoptimalkan mesin antrian", "", "dan"],
)  # fmt: skip
def test_rtl_06_an_action_with_an_object_or_a_number_is_left_alone(kegiatan: str):
    assert not tanpa_keluaran(kegiatan)


@pytest.mark.parametrize(("lewat", "ambang"), [(31, 30), (90, 30), (91, 90), (181, 180)])
def test_rtl_07_tells_the_days_and_the_step(lewat: int, ambang: int):
    r = rencana(tenggat=HARI - timedelta(lewat), status=StatusRtl.BERJALAN)
    temuan = satu(rtl_07, fakta(rtl=[r], tanggal=HARI))
    assert (temuan.tingkat, temuan.rtl_id, temuan.bidang) == (Tingkat.PERINGATAN, r.id, "tenggat")
    assert f"terlambat {lewat} hari" in temuan.kalimat
    assert f"lebih dari {ambang} hari" in temuan.kalimat
    assert f"(lewat > {ambang} hari)" in temuan.tercetak


@pytest.mark.parametrize("status", [None, StatusRtl.SELESAI, StatusRtl.TERVERIFIKASI, StatusRtl.TIDAK_DILAKSANAKAN])
def test_rtl_07_leaves_what_is_answered_or_unknown(status: StatusRtl | None):
    assert list(rtl_07(fakta(rtl=[rencana(tenggat=date(TAHUN, 1, 1), status=status)], tanggal=HARI))) == []


def test_rtl_07_starts_after_thirty_days_needs_a_tenggat_and_sees_the_year_before():
    tepat = rencana(tenggat=HARI - timedelta(30), status=StatusRtl.DIRENCANAKAN)
    assert list(rtl_07(fakta(rtl=[tepat, rencana(status=StatusRtl.BERJALAN)], tanggal=HARI))) == []
    lalu = rencana(tahun=TAHUN - 1, periode=Periode.S2, tenggat=date(TAHUN, 3, 31), status=StatusRtl.DIKEMBALIKAN)
    assert "Semester II 2022) terlambat 275 hari" in satu(rtl_07, fakta(rtl_lalu=[lalu], tanggal=HARI)).kalimat


def test_every_finding_of_the_plans_has_an_identity_of_its_own():
    rtl = [rencana(None, "Evaluasi", upp_id=u, periode=p, waktu="") for u in (1, 2, None) for p in (Periode.S1, Periode.S2)]
    isi = fakta(
        *(baris(u.id, p, nilai=NILAI, unsur_prioritas="Biaya") for u in (SATU, DUA) for p in (Periode.S1, Periode.S2)),
        rtl=rtl, pengaturan=Pengaturan(jumlah_prioritas=2),
    )  # fmt: skip
    daftar = [t for aturan in (rtl_01, rtl_02, rtl_03, rtl_06, rtl_07) for t in aturan(isi)]
    assert len(daftar) > 15
    assert len({t.kunci for t in daftar}) == len(daftar)
