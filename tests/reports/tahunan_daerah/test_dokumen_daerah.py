"""The report in three chapters as a file: both published data sets, and a generated instansi laid out."""

import pytest

from rtl_tracker.domain.jenis_dokumen import JenisDokumen
from rtl_tracker.usecases.dokumen_tahunan_daerah import rancang
from tests.reports.tahunan_opp.berkas_tahunan import TAHUN, bangun_cepat, judul, paragraf, rancangan, sisa_mesin, tata
from tests.reports.word.paket import periksa_paket

BAB = ["PENDAHULUAN", "HASIL DAN ANALISIS", "PENUTUP"]


@pytest.fixture(scope="module", params=list(TAHUN))
def plan(request, tmp_path_factory):
    return rancangan(request.param, JenisDokumen.TAHUNAN_DAERAH, rancang, tmp_path_factory.mktemp(request.param))


def test_the_file_is_whole_in_three_chapters_and_follow_up_closes_the_last(plan):
    docx = bangun_cepat(plan)
    assert periksa_paket(docx) == []
    assert sisa_mesin(docx) == []
    assert [j for j in judul(docx, 1) if j.isupper()] == BAB
    assert judul(docx, 2)[: judul(docx, 2).index("Tindak Lanjut") + 1][-3:] == ["Kesimpulan", "Rekomendasi", "Tindak Lanjut"]
    assert judul(docx, 3)[0] == "Unsur Prioritas"


def test_every_unit_has_its_paragraph_and_an_edited_one_leaves_the_others_alone(plan):
    unit = plan.fakta.unit
    blok = [b for b in plan.blok if b.nama.startswith("analisis_unit_")]
    assert len(blok) == len(unit) == len({b.nama for b in blok})
    assert len({b.nama for b in plan.bidang}) == len(plan.bidang)
    teks = [t for _, t in paragraf(bangun_cepat(plan, {blok[0].nama: ("Teks petugas tentang unit ini.",)}))]
    assert "Teks petugas tentang unit ini." in teks
    assert blok[0].teks[0].replace("**", "") not in teks
    assert all(b.teks[0].replace("**", "") in teks for b in blok[1:])


def test_the_foreword_names_the_chapters_that_the_report_has(plan):
    (pengantar,) = [b for b in plan.blok if b.nama == "kata_pengantar"]
    assert "Bab IV" not in " ".join(pengantar.teks)


def test_the_laid_out_report_has_no_blank_page_and_tells_of_every_hard_unit(tmp_path_factory, soffice):
    folder = tmp_path_factory.mktemp("tata")
    docx, halaman = tata(rancangan("buatan", JenisDokumen.TAHUNAN_DAERAH, rancang, folder), soffice, folder)
    teks = "\n".join(t for _, t in paragraf(docx))
    for kata in (
        'UPT <Pasar> & "Terminal" Kecamatan Barat memperoleh IKM',
        "dari 1 responden (kurang dari 30)",
        "menyatakan nihil",
    ):
        assert kata in teks
    assert [i for i, h in enumerate(halaman, start=1) if len(h.strip()) < 40] == []
