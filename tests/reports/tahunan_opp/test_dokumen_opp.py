"""The report per jenis layanan as a file: both published data sets, and a generated instansi with layanan, UPT and n = 1 laid out."""

import pytest

from rtl_tracker.domain.jenis_dokumen import JenisDokumen
from rtl_tracker.usecases.dokumen_tahunan_opp import rancang
from tests.reports.tahunan_opp.berkas_tahunan import TAHUN, bangun_cepat, judul, paragraf, rancangan, sisa_mesin, tata
from tests.reports.word.paket import periksa_paket

BAB = ["PENDAHULUAN", "PELAKSANAAN SURVEI", "HASIL SURVEI", "TINDAK LANJUT", "PENUTUP"]


@pytest.fixture(scope="module", params=list(TAHUN))
def plan(request, tmp_path_factory):
    return rancangan(request.param, JenisDokumen.TAHUNAN_OPP, rancang, tmp_path_factory.mktemp(request.param))


def test_the_file_is_whole_and_its_chapters_stand_in_the_order_of_2025(plan):
    docx = bangun_cepat(plan)
    assert periksa_paket(docx) == []
    assert sisa_mesin(docx) == []
    assert [j for j in judul(docx, 1) if j in BAB] == BAB
    hasil = [j.split(" ")[0] for j in judul(docx, 2)]
    assert [j for j in hasil if j in ("Metode", "Indeks", "Hasil", "Kategori", "Kesimpulan")] == [
        "Metode", "Indeks", "Hasil", "Kategori", "Kesimpulan",
    ]  # fmt: skip


def test_blocks_and_fields_have_one_name_each_and_an_edited_block_replaces_the_automatic_one(plan):
    assert len({b.nama for b in plan.blok}) == len(plan.blok)
    assert len({b.nama for b in plan.bidang}) == len(plan.bidang)
    docx = bangun_cepat(plan, {"tabel_besar": ("Teks petugas, IKM {{ ikm_instansi }}, lihat {{ lihat_t2 }}.",), "saran": ()})
    teks = "\n".join(t for _, t in paragraf(docx))
    assert "Teks petugas, IKM " in teks
    assert "Setiap baris memuat dua nilai unsur" not in teks


def test_the_laid_out_report_shows_layanan_hard_names_and_one_respondent(tmp_path_factory, soffice):
    folder = tmp_path_factory.mktemp("tata")
    docx, halaman = tata(rancangan("buatan", JenisDokumen.TAHUNAN_OPP, rancang, folder), soffice, folder)
    teks = "\n".join(t for _, t in paragraf(docx))
    for kata in (
        'UPT <Pasar> & "Terminal" Kecamatan Barat',
        "Semua layanan",
        "– Layanan 2",
        "; 1 responden)",
        "menyatakan nihil",
    ):
        assert kata in teks
    assert [i for i, h in enumerate(halaman, start=1) if len(h.strip()) < 40] == []
    tabel = [h for h in halaman if "NRR (atas) dan nilai konversi (bawah)" in h]
    assert len(tabel) > 2
    assert not any("100,0\n0" in h for h in tabel)
