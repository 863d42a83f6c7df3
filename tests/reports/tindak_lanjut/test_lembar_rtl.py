"""The RTL sheet: unsur from the lowest with their ties, what was said, what is planned, what is still owed."""

from fractions import Fraction

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur
from rtl_tracker.reports.lembar_rtl.fakta import BahanLembarRtl
from rtl_tracker.reports.lembar_rtl.rancang import rancang_lembar
from tests.reports.tindak_lanjut.bahan import PENGATURAN, TAHUN, TENGGAT, UPP, elemen, hasil, rtl, tabel, teks

JUMLAH = (79, 87, 75, 99, 80, 86, 79, 96, 94)
"""Sums of the 25 answers of Kecamatan Bengkayang 2021 (spec 1.3): waktu is lowest, persyaratan and perilaku share the second rank."""
NILAI = {u: Fraction(x, 25) for u, x in zip(Unsur, JUMLAH, strict=True)}
BELUM = "**belum ada rencana**"


def lembar(*daftar, nilai=NILAI, saran=(), periode=Periode.TAHUNAN):
    terukur = hasil(nilai, periode, Fraction("86.025")) if nilai else None
    return rancang_lembar(BahanLembarRtl(PENGATURAN, UPP, TAHUN, periode, terukur, daftar, saran))


def jawaban(**rendah):
    return tuple(rendah.get(u.value, 4) for u in Unsur)


def test_unsur_stand_from_the_lowest_up_and_equal_ones_share_a_number():
    baris = tabel(lembar(), "rtl")
    assert [b[:3] for b in baris] == [
        ("1", "Waktu penyelesaian", "3,00\n75,00 (C)"),
        ("2", "Persyaratan", "3,16\n79,00 (B)"),
        ("2", "Perilaku pelaksana", "3,16\n79,00 (B)"),
    ]


def test_an_owed_unsur_without_a_plan_says_so_and_whoever_asked_is_told():
    rancangan = lembar(rtl(1, keluhan="Antrean lama", waktu="TW III", penanggung_jawab="Kasi Pelayanan", tenggat=TENGGAT))
    baris = tabel(rancangan, "rtl")
    assert baris[0][3:] == ("Antrean lama", "Kegiatan 1", "TW III\n30 Juni 2022", "Kasi Pelayanan")
    assert [b[4] for b in baris] == ["Kegiatan 1", BELUM, BELUM]
    assert "Sebanyak 3 (tiga) unsur wajib ditindaklanjuti; 1 di antaranya memiliki RTL." in teks(rancangan, "pembuka")
    assert "IKM tahun 2021 sebesar 86,03 dengan mutu B (Baik), dari 25 (dua puluh lima) responden." in teks(
        rancangan, "pembuka"
    )
    assert "2 (dua) unsur yang wajib ditindaklanjuti belum mempunyai rencana" in rancangan.peringatan[0]


def test_saran_of_respondents_fill_in_only_where_a_plan_names_no_keluhan():
    saran = (("Antrean lama sekali", jawaban()), ("x " * 200, jawaban(persyaratan=1)))
    kosong, terisi = (tabel(lembar(rtl(1, keluhan=k), saran=saran), "rtl") for k in ("", "Loket kurang"))
    assert (kosong[0][3], terisi[0][3]) == ("“Antrean lama sekali”", "Loket kurang")
    assert kosong[1][3].endswith(" …”")
    assert len(kosong[1][3]) < 150


def test_a_tie_at_the_edge_takes_every_unsur_and_class_c_owes_beyond_the_three_lowest():
    seri = {**dict.fromkeys(Unsur, Fraction(7, 2)), Unsur.WAKTU: Fraction(3), Unsur.BIAYA: Fraction(16, 5)}
    assert len(tabel(lembar(nilai=seri), "rtl")) == 9
    kelas_c = {u: Fraction(2) + Fraction(i, 10) for i, u in enumerate(Unsur)}
    assert [b[0] for b in tabel(lembar(nilai=kelas_c), "rtl")] == [str(i) for i in range(1, 10)]


def test_plans_for_other_unsur_follow_and_those_without_one_stand_last():
    baris = tabel(lembar(rtl(1, None), rtl(2, Unsur.BIAYA), rtl(3, Unsur.BIAYA)), "rtl")
    assert [b[1] for b in baris[3:]] == ["Biaya/tarif", "Biaya/tarif", "Unsur belum ditentukan"]
    assert baris[-1][:3] == ("-", "Unsur belum ditentukan", "-")
    assert NAMA_UNSUR[Unsur.BIAYA].lower() not in teks(lembar(rtl(2, Unsur.BIAYA)), "catatan")


def test_without_values_the_plans_are_listed_and_nothing_is_called_owed():
    rancangan = lembar(rtl(1), nilai=None)
    assert tabel(rancangan, "rtl") == [("-", "Waktu penyelesaian", "-", "-", "Kegiatan 1", "-", "-")]
    assert "tidak dapat ditentukan" in teks(rancangan, "catatan")
    assert teks(rancangan, "pembuka") == "IKM tahun 2021 belum ada data. Jumlah RTL 1 (satu)."


def test_what_is_made_up_is_marked_at_the_plan_and_below_the_table():
    rancangan = lembar(rtl(1, data_contoh=True), rtl(2))
    assert [b[4] for b in tabel(rancangan, "rtl")][:2] == ["Kegiatan 1\n(data contoh)", "Kegiatan 2"]
    assert "dibuat untuk peragaan" in teks(rancangan, "catatan")
    assert "contoh" not in teks(lembar(rtl(2)), "catatan")


def test_the_remarks_stay_with_the_signature():
    assert all(satu.lekat for satu in elemen(lembar(), "catatan"))
