"""The publication sheet: what the public may read, and what is left out because it is not known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtl_tracker.domain.hasil import BarisHasil, Skala
from rtl_tracker.domain.kalender import jadwal_bawaan
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.profil import AMBANG_SEL, Usia
from rtl_tracker.domain.rekap import DataTahun, susun_rekap
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.lembar_ikm import kalimat
from rtl_tracker.reports.lembar_ikm.fakta import BahanLembar, fakta_instansi, fakta_unit
from rtl_tracker.reports.lembar_ikm.isi import TINGGI, susun_lembar, susun_semua
from rtl_tracker.reports.lembar_ikm.profil_publik import KOLOM_PUBLIK, RincianPublik, rincian_publik
from rtl_tracker.reports.lembar_ikm.rancang import rancang_lembar
from rtl_tracker.reports.word.elemen import HalamanBaru, Jajar, Tulisan

UNIT = (Upp(1, "Dinas Contoh"), Upp(2, 'UPT <A> & "B"', induk_id=1), Upp(3, "UPT C", induk_id=1))


def baris(upp_id, periode, konversi, n=40):
    nilai = dict.fromkeys(Unsur, Decimal(konversi))
    return BarisHasil(upp_id, periode, skala=Skala.KONVERSI, nilai=nilai, jumlah_responden=n)


@pytest.fixture(scope="module")
def bahan():
    """An induk without a survey, one UPT by triwulan, one by semester with an unknown number of respondents."""
    hasil = (baris(2, Periode.TW1, "80"), baris(2, Periode.TW2, "90", 50), baris(3, Periode.S1, "88.3046", None))
    data = DataTahun(2023, Pengaturan(nama="Pemerintah Kabupaten Contoh", desimal_ikm=3), UNIT, hasil, {})
    profil = {kolom: {} for kolom in KOLOM_PUBLIK} | {
        "jenis_kelamin": {
            (2, Periode.TW1): {"Laki-laki": 22, "Perempuan": 18},
            (2, Periode.TW2): {"Laki-laki": 30, "Perempuan": 20},
            (2, Periode.TW3): {"Laki-laki": 99},
        },
        "usia": {(2, Periode.TW1): {"19-25": 37, "≥ 56": 3}},
    }
    return BahanLembar(susun_rekap(data), jadwal_bawaan(2023), profil, "https://skm.contoh.go.id")


def unit(bahan, upp_id, periode):
    return fakta_unit(bahan, next(r for r in bahan.rekap.upp if r.upp.id == upp_id), periode)


def teks(f):
    return "\n".join(
        isi.teks for jajar in susun_lembar(f) for petak in jajar.petak for isi in petak.isi if isinstance(isi, Tulisan)
    )


def test_a_semester_of_two_triwulan_is_their_mean_and_counts_the_people_of_both(bahan):
    f = unit(bahan, 2, Periode.S1)
    assert (f.ikm, f.n, f.mulai, f.selesai) == (Decimal("85.000"), 90, date(2023, 1, 1), date(2023, 6, 30))
    assert kalimat.asal_nilai(f) == "Rata-rata Triwulan I dan Triwulan II"
    assert f.profil[0] == RincianPublik("Jenis kelamin", (("Laki-laki", 52), ("Perempuan", 38)), 0)
    assert "1 Januari – 30 Juni 2023" in teks(f)


def test_the_class_comes_from_the_exact_index_rounded_to_two_decimals_not_from_the_printed_three(bahan):
    f = unit(bahan, 3, Periode.S1)
    assert (f.ikm, f.mutu.value) == (Decimal("88.305"), "B")


def test_what_is_not_known_is_not_shown(bahan):
    f = unit(bahan, 3, Periode.S1)
    assert f.n is None
    assert f.profil == ()
    assert "responden\n" not in teks(f)
    assert unit(bahan, 3, Periode.TW1) is None


def test_an_induk_without_a_survey_says_whose_mean_it_shows(bahan):
    assert kalimat.asal_nilai(unit(bahan, 1, Periode.S1)) == "Rata-rata 2 unit di bawahnya"


def test_the_sheet_of_the_instansi_counts_only_the_units_of_the_index(bahan):
    f = fakta_instansi(bahan, Periode.TW1)
    assert (f.ikm, f.banyak_unit, f.n) == (Decimal("80.000"), 1, 40)
    assert f.alamat == "https://skm.contoh.go.id/publikasi/2023?periode=TW1"
    assert "dari 1 UPP" in teks(f)
    assert fakta_instansi(bahan, Periode.TW4) is None


def test_small_groups_are_joined_and_what_cannot_be_joined_is_not_told(bahan):
    usia = next(p for p in unit(bahan, 2, Periode.TW1).profil if p.indikator == "Usia")
    assert (usia.kelompok, usia.digabung) == ((), 0)
    assert "37" not in teks(unit(bahan, 2, Periode.TW1))


@given(st.lists(st.integers(0, 30), min_size=len(Usia), max_size=len(Usia)))
def test_no_published_figure_tells_of_fewer_than_five_people(cacah):
    per_nilai = dict(zip([u.value for u in Usia], cacah, strict=True))
    for satu in rincian_publik({"usia": per_nilai}):
        assert all(n >= AMBANG_SEL for _, n in satu.kelompok)
        assert sum(n for _, n in satu.kelompok) + satu.digabung == sum(cacah)
        tersembunyi = [n for n in cacah if n] if not satu.kelompok else sorted(n for n in cacah if n)[: -len(satu.kelompok)]
        assert satu.digabung == 0 or (satu.digabung >= AMBANG_SEL and len(tersembunyi) >= 2)


def test_the_bands_fill_the_page_and_every_sheet_has_its_own(bahan):
    lembar = [unit(bahan, 2, Periode.S1), unit(bahan, 3, Periode.S1)]
    for f in lembar:
        assert sum(j.tinggi_mm for j in susun_lembar(f)) == pytest.approx(TINGGI)
    elemen = susun_semua(lembar)
    assert sum(isinstance(e, HalamanBaru) for e in elemen) == 1
    assert isinstance(elemen[0], Jajar)


def test_files_of_different_units_have_different_names(bahan):
    nama = {rancang_lembar(unit(bahan, i, Periode.S1)).nama_berkas for i in (1, 2, 3)}
    assert nama == {f"lembar-ikm-s1-2023-{akhir}" for akhir in ("dinas-contoh", "upt-a-b", "upt-c")}


def test_a_long_figure_is_set_smaller_so_that_it_never_breaks(bahan):
    f = unit(bahan, 2, Periode.S1)
    gaya = {
        isi.teks: isi.gaya
        for j in susun_lembar(replace(f, ikm=Decimal(100), n=1_234_567))
        for petak in j.petak
        for isi in petak.isi
        if isinstance(isi, Tulisan)
    }
    assert gaya["100,000"] == "Lembar Nilai Panjang"
    assert gaya["1.234.567"] == "Lembar Jumlah Panjang"
    assert "Lembar Nilai" in {isi.gaya for j in susun_lembar(f) for p in j.petak for isi in p.isi if isinstance(isi, Tulisan)}
