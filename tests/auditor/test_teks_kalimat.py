"""Sentences of officers: the right one is silent, the same with one fault is found at the very words that are wrong."""

from datetime import date

import pytest

from rtl_tracker.auditor.teks import PemeriksaTeks
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tercetak import Naskah
from rtl_tracker.usecases.fakta_pemeriksaan import fakta_berkas
from tests.auditor.contoh_teks import BENGKAYANG, BUKAN_PERNYATAAN, LEPAS_BENGKAYANG, LEPAS_PONTIANAK, PONTIANAK, Contoh
from tests.conftest import DATA


def muat(folder, tahun):
    fakta, _ = fakta_berkas(DATA / folder, tahun, date(tahun, 12, 31))
    pemeriksa = PemeriksaTeks(fakta)
    id_unit = {r.upp.nama: r.upp.id for r in fakta.rekap.upp}
    return lambda teks, unit=None: pemeriksa.periksa(Naskah("uji", id_unit[unit] if unit else None, Periode.TAHUNAN, teks))


@pytest.fixture(scope="module")
def bengkayang():
    return muat("bengkayang_2021", 2021)


@pytest.fixture(scope="module")
def pontianak():
    return muat("pontianak_2023", 2023)


def beda(contoh: Contoh) -> tuple[int, int]:
    """First and last letter of the faulty sentence that differ from the right one."""
    awal = contoh.kalimat.index(contoh.benar)
    return awal, awal + len(contoh.salah)


def salah_satu(periksa, contoh: Contoh) -> None:
    assert periksa(contoh.kalimat, contoh.unit) == []
    temuan = periksa(contoh.rusak, contoh.unit)
    assert contoh.aturan in {t.temuan.aturan for t in temuan}
    assert len(temuan) <= 2
    awal, akhir = beda(contoh)
    kena = [t for t in temuan if t.temuan.aturan == contoh.aturan]
    assert any(t.awal < akhir + 60 and awal - 60 < t.akhir for t in kena)


@pytest.mark.parametrize("contoh", BENGKAYANG, ids=lambda c: f"{c.rusak[:60]}|{c.salah}")
def test_a_fault_in_a_sentence_about_bengkayang_is_found_and_the_right_one_is_silent(bengkayang, contoh):
    salah_satu(bengkayang, contoh)


@pytest.mark.parametrize("contoh", PONTIANAK, ids=lambda c: f"{c.rusak[:60]}|{c.salah}")
def test_a_fault_in_a_sentence_about_pontianak_is_found_and_the_right_one_is_silent(pontianak, contoh):
    salah_satu(pontianak, contoh)


@pytest.mark.parametrize("kalimat", BUKAN_PERNYATAAN)
def test_numbers_and_words_that_state_nothing_about_the_results_are_left_alone(bengkayang, kalimat):
    assert bengkayang(kalimat) == []
    assert bengkayang(kalimat, "Kecamatan Ledo") == []


@pytest.mark.parametrize(("kalimat", "gantian", "unit"), LEPAS_BENGKAYANG)
def test_a_sentence_as_officers_vary_it_is_silent_and_each_change_in_it_is_found(bengkayang, kalimat, gantian, unit):
    assert bengkayang(kalimat, unit) == []
    assert [salah for benar, salah in gantian if not bengkayang(kalimat.replace(benar, salah, 1), unit)] == []


@pytest.mark.parametrize(("kalimat", "gantian", "unit"), LEPAS_PONTIANAK)
def test_a_sentence_with_semesters_is_silent_and_each_change_in_it_is_found(pontianak, kalimat, gantian, unit):
    assert pontianak(kalimat, unit) == []
    assert [salah for benar, salah in gantian if not pontianak(kalimat.replace(benar, salah, 1), unit)] == []
