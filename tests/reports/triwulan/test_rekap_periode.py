"""The recap of one period: only that period counts, and it is compared with the one before."""

import re
from datetime import UTC, datetime
from decimal import Decimal

from rtl_tracker.domain.pengaturan import AgregasiInstansi
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.tahunan.fakta_simpulan import JenisRekomendasi
from rtl_tracker.reports.triwulan import narasi_awal, narasi_periode, tabel_periode
from rtl_tracker.reports.triwulan.gambar import susun_grafik
from rtl_tracker.reports.triwulan.irisan import sebelum, sesudah
from rtl_tracker.reports.triwulan.narasi import narasi_triwulan
from rtl_tracker.reports.triwulan.rancang import rancang_triwulan
from tests.reports.triwulan.conftest import baris

TW = Frekuensi.TRIWULAN
TW1, TW2, S1 = Periode.TW1, Periode.TW2, Periode.S1
UNIT = (
    Upp(1, "Dinas Induk", jenis="Dinas", frekuensi=Frekuensi.TAHUNAN),
    Upp(2, "UPT Satu", induk_id=1, jenis="UPT", frekuensi=TW),
    Upp(3, "UPT Dua", induk_id=1, jenis="UPT", frekuensi=TW),
    Upp(4, "Kecamatan Lama", jenis="Kecamatan", frekuensi=TW),
    Upp(5, "Kecamatan Nihil", jenis="Kecamatan", frekuensi=TW),
    Upp(6, "Kecamatan Diam", jenis="Kecamatan", frekuensi=TW),
    Upp(7, "Badan Semester", jenis="Badan", frekuensi=Frekuensi.SEMESTER),
)
HASIL = (
    baris(1, Periode.TAHUNAN, "50", 10),
    baris(2, TW1, "80", 40, waktu="60"), baris(2, TW2, "90"),
    baris(3, TW1, "90", 60), baris(4, TW1, "70", 20), baris(4, TW2, "70"),
    baris(5, TW1, "0", 0), baris(7, S1, "85"),
)  # fmt: skip


def rtl(id_, upp_id, periode, status=None, tahun=2023, unsur=Unsur.WAKTU):
    return Rtl(id_, upp_id, tahun, periode, unsur, unsur.value, f"Kegiatan {id_}", status=status)


def test_the_index_is_the_mean_of_the_units_that_measured_in_the_period(buat_fakta):
    i = buat_fakta(TW1, UNIT, HASIL).dasar.hasil.indeks
    tepat = (Decimal(80 * 8 + 60) / 9 + 90 + 70) / 3
    assert i.ikm == tepat.quantize(Decimal("0.01"))
    assert (i.upp_dihitung, i.jumlah_responden) == (3, 120)
    assert set(i.alternatif) == set(AgregasiInstansi)


def test_who_sent_in_is_told_from_who_was_silent_who_had_nobody_and_who_owes_nothing(buat_fakta):
    f = buat_fakta(TW1, UNIT, HASIL)
    k = f.dasar.pengumpulan
    assert (k.wajib, k.menyampaikan, k.nihil, k.tidak) == (5, 3, ("Kecamatan Nihil",), ("Kecamatan Diam",))
    assert f.bebas == ("Dinas Induk", "Badan Semester")
    teks = " ".join(narasi_awal.penyampaian(f))
    assert "Dari 5 (lima) UPP yang wajib atau memilih mengukur pada Triwulan I 2023, 3 (tiga) UPP menyampaikan hasil." in teks
    assert "tahun 2023" not in teks


def test_late_dossiers_of_other_periods_do_not_count_here(buat_fakta):
    def berkas(upp_id, periode, bulan, hari):
        saat = datetime(2023, bulan, hari, tzinfo=UTC)
        return Penyampaian(upp_id, 2023, periode, status=StatusPenyampaian.DITERIMA, pertama_dikirim=saat)

    f = buat_fakta(TW1, UNIT, HASIL, penyampaian=[berkas(2, TW1, 4, 12), berkas(3, TW1, 4, 3), berkas(4, TW2, 12, 1)])
    assert f.dasar.pengumpulan.terlambat == (("UPT Satu", 5),)
    assert f.dasar.pengumpulan.bertanggal == 2


def test_a_semester_lacks_the_triwulan_that_were_owed(buat_fakta):
    f = buat_fakta(S1, UNIT, HASIL)
    assert f.dasar.pengumpulan.belum_lengkap == (("UPT Dua", (TW2,)),)
    assert f.dasar.pengumpulan.responden[0].nama == "UPT Satu"
    assert f.dasar.periode_terukur == (TW1, TW2, S1)


def test_the_profile_counts_the_answers_of_the_period_alone(buat_fakta):
    profil = {"jenis_kelamin": {(2, TW1): {"Laki-laki": 30, "Perempuan": 10}, (2, TW2): {"Laki-laki": 500}}}
    jumlah = [b.jumlah for b in buat_fakta(TW1, UNIT, HASIL, profil=profil).dasar.pengumpulan.profil]
    assert jumlah == [30, 10]


def test_the_big_table_names_an_induk_without_a_result_above_its_units(buat_fakta):
    f = buat_fakta(TW1, UNIT, HASIL)
    isi = [b.sel[:3] for b in tabel_periode.tabel_hasil_periode(f).baris]
    assert isi[:3] == [
        ("1", "Dinas Induk", "tanpa hasil sendiri"),
        ("2", "– UPT Satu", "Triwulan I"),
        ("3", "– UPT Dua", "Triwulan I"),
    ]
    assert isi[-1][1:] == ("Rata-rata Pemerintah Kabupaten Contoh", "Triwulan I")


def test_a_semester_shows_its_triwulan_and_their_mean(buat_fakta):
    baris_satu = [b for b in buat_fakta(S1, UNIT, HASIL).dasar.hasil.besar if b.nama == "UPT Satu"]
    assert [(b.periode, b.ikm) for b in baris_satu] == [
        ("Triwulan I", Decimal("77.78")), ("Triwulan II", Decimal("90.00")), ("Rata-rata Semester I", Decimal("83.89")),
    ]  # fmt: skip


def test_periods_of_one_kind_follow_each_other_over_the_turn_of_the_year():
    assert sebelum(2023, TW1) == (2022, Periode.TW4)
    assert sebelum(2023, S1) == (2022, Periode.S2)
    assert sesudah(2023, Periode.TW4) == (2024, TW1)
    assert sesudah(2023, S1) == (2023, Periode.S2)


def test_the_period_is_compared_with_the_one_before_and_with_the_same_one_a_year_ago(buat_fakta):
    lalu = (baris(2, TW2, "75"), baris(4, TW2, "75"))
    f = buat_fakta(TW2, UNIT, HASIL, lalu=lalu)
    b = f.banding
    assert [x.saat for x in b.pembanding] == [(2023, TW1), (2022, TW2)]
    assert b.acuan.selisih == f.dasar.hasil.indeks.ikm - b.acuan.ikm
    assert (b.banyak(1), b.banyak(-1), b.banyak(0)) == (1, 0, 1)
    assert [x.nama for x in b.terjauh(1)] == ["UPT Satu"]
    assert [s for s, _ in b.deret] == [(2022, TW2), (2023, TW1), (2023, TW2)]
    assert "dari 79,26 pada Triwulan I 2023" in narasi_periode.kalimat_indeks(f)
    assert any("Jumlah UPP pada kedua periode tidak sama" in k for k in narasi_periode.banding(f, True))


def test_a_yearly_index_of_the_history_is_never_taken_for_the_period_before(buat_fakta):
    f = buat_fakta(TW1, UNIT, HASIL)
    assert f.banding is None
    assert f.dasar.hasil.indeks.ikm_lalu is None
    assert "99,99" not in " ".join(teks for blok in narasi_triwulan(f, susun_grafik(f)) for teks in blok.teks)


def test_rtl_are_those_born_in_the_period_and_realisasi_of_those_born_before(buat_fakta):
    rencana = [rtl(1, 2, TW1, StatusRtl.SELESAI), rtl(2, 2, TW1, StatusRtl.BERJALAN), rtl(3, 2, TW2), rtl(4, 6, TW2)]
    f = buat_fakta(TW2, UNIT, HASIL, rtl=rencana)
    t = f.dasar.tindak_lanjut
    assert [(nama, [r.id for r in isi]) for nama, isi in t.rtl_upp] == [("UPT Satu", [3])]
    assert sum(n for _, n in t.per_unsur) == 1
    assert (t.realisasi.rtl, t.realisasi.selesai, t.realisasi.dilaporkan) == (2, 1, Decimal("50.00"))
    (tuntas,) = (r for r in f.dasar.simpulan.rekomendasi if r.jenis is JenisRekomendasi.TUNTASKAN_RTL)
    assert (tuntas.upp, tuntas.jumlah) == (("UPT Satu",), 1)


def test_recommendations_name_the_period_and_its_own_dates(buat_fakta):
    teks = " ".join(narasi_periode.rekomendasi(buat_fakta(TW1, UNIT, HASIL)))
    assert "Kecamatan Diam menyampaikan hasil SKM Triwulan I 2023 paling lambat 30 April 2023." in teks
    assert "paling lambat 30 Juni 2023 (unsur waktu penyelesaian, NRR 2,40)" in teks
    assert "2024" not in teks


def test_every_reference_of_the_texts_leads_to_a_table_or_figure_and_blocks_may_be_missing(buat_fakta):
    r = rancang_triwulan(buat_fakta(TW2, UNIT, HASIL, rtl=[rtl(1, 2, TW1, StatusRtl.SELESAI), rtl(2, 2, TW2)]))
    png = {g.sidik(): b"" for g in r.grafik}
    kunci = {getattr(e, "kunci", None) for isi in r.isi({}, png).values() for e in isi}
    dirujuk = {k for blok in r.blok for teks in blok.teks for k in re.findall(r"⟦(\w+)⟧", teks)}
    assert dirujuk <= kunci
    assert {"T1", "T4", "T4_URUT", "T6", "T7", "T8", "T8_DAFTAR", "T17"} <= kunci
    assert r.isi({"kesimpulan": ()}, png)["kesimpulan"] == []
    assert len({b.nama for b in r.bidang}) == len(r.bidang)
