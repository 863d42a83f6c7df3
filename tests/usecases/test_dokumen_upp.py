"""The report of one unit from what is stored: the demo with its follow-up laid out as a file, semesters of a recap, refusals."""

import io
import re
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from rtl_tracker.domain.jenis_dokumen import BentukBerkas, JenisDokumen, PermintaanDokumen
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.reports.word.dokumen import bangun
from rtl_tracker.resources import resource
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine, pabrik_session, session_tulis
from rtl_tracker.storage.upp_repository import id_menurut_nama
from rtl_tracker.usecases.dokumen_upp import rancang
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak, LingkunganDokumen
from rtl_tracker.usecases.muat_demo import muat_demo
from rtl_tracker.usecases.susun_dokumen import Bengkel, Pelengkap, susun_dokumen, wujudkan
from tests.conftest import DATA
from tests.reports.word.paket import periksa_paket

NOW = datetime(2024, 1, 10, tzinfo=UTC)
DIAM = lambda _langkah, _persen: None  # noqa: E731


class Panggung:
    """A database of its own, read only."""

    def __init__(self, folder):
        self.folder = folder
        self.engine = buat_engine(f"sqlite:///{folder / 'uji.db'}")
        self.gudang = GudangBukti(folder / "bukti", folder / "tampil")
        migrasikan(self.engine)

    def rancang(self, nama: str, tahun: int) -> Rancangan:
        with pabrik_session(self.engine)() as session:
            upp_id = id_menurut_nama(session).get(nama, 0)
            return rancang(
                session, PermintaanDokumen(JenisDokumen.UPP, tahun, upp_id=upp_id), LingkunganDokumen("http://x", self.gudang)
            )


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    panggung = Panggung(tmp_path_factory.mktemp("demo"))
    with session_tulis(panggung.engine) as session:
        muat_demo(session, panggung.gudang, now=NOW)
    yield panggung
    panggung.engine.dispose()


@pytest.fixture(scope="module")
def pontianak(tmp_path_factory):
    panggung = Panggung(tmp_path_factory.mktemp("pontianak"))
    with session_tulis(panggung.engine) as session:
        assert impor_buku_kerja(session, DATA / "pontianak_2023", 2023, now=NOW).galat == []
    yield panggung
    panggung.engine.dispose()


def teks(rancangan: Rancangan) -> str:
    return "\n".join(satu for b in rancangan.blok for satu in b.teks)


def test_the_report_of_a_demo_unit_is_a_whole_file_with_right_page_numbers(demo, soffice):
    bengkel = Bengkel(soffice, demo.folder / "grafik", DIAM)
    jadi = susun_dokumen(demo.rancang("kecamatan bengkayang", 2021), Pelengkap(), bengkel, (BentukBerkas.PDF,))
    assert periksa_paket(jadi.berkas[BentukBerkas.DOCX]) == []
    halaman = [h.extract_text() for h in PdfReader(io.BytesIO(jadi.berkas[BentukBerkas.PDF])).pages]
    semua = "\n".join(halaman)
    assert not re.search(r"\[\[|\{\{|⟦|None", semua)
    awal = next(i for i, h in enumerate(halaman) if "PENDAHULUAN" in h and "....." not in h)
    entri = re.findall(r"(?m)^((?:Tabel|Gambar) \d\.\d+ [^.\n]+)\.{5,}\s*(\d+)$", semua)
    assert len(entri) > 15
    for judul, nomor in entri:
        assert re.sub(r"\s+", "", judul) in re.sub(r"\s+", "", halaman[awal + int(nomor) - 1]), judul
    assert [kata for kata in ("86,03", "LAMPIRAN A", "data contoh") if kata not in semua] == []


def test_the_same_data_give_the_same_bytes(demo):
    bengkel = Bengkel(None, demo.folder / "grafik", DIAM)
    satu, dua = (bangun(wujudkan(demo.rancang("kecamatan lumar", 2021), Pelengkap(), bengkel)[0]) for _ in range(2))
    assert satu == dua


def test_the_template_has_a_place_for_every_part(demo):
    berkas = ZipFile(resource("docx_templates/upp.docx")).read("word/document.xml").decode()
    rancangan = demo.rancang("kecamatan bengkayang", 2021)
    isi = rancangan.isi({}, {g.sidik(): b"x" for g in rancangan.grafik})
    assert set(isi) <= set(re.findall(r"\[\[(\w+)\]\]", berkas))


def test_answers_of_other_units_are_not_counted(demo):
    rancangan = demo.rancang("kecamatan bengkayang", 2021)
    assert [len(lembar) for *_, lembar in rancangan.fakta.setahun.lembar] == [25]
    assert rancangan.fakta.setahun.analisis.univariat.n == 25
    assert sum(b.jumlah for b in rancangan.fakta.profil.pegawai) == 14


def test_semesters_of_a_recap_come_with_their_mean_their_plan_and_the_printed_realisasi(pontianak):
    rancangan = pontianak.rancang("inspektorat", 2023)
    f = rancangan.fakta
    assert [(b.periode, str(b.ikm)) for b in f.periode] == [
        ("Semester I", "87.340"), ("Semester II", "87.429"), ("Rata-rata Tahunan", "87.385"),
    ]  # fmt: skip
    assert {b.rtl.periode.value for b in f.tindak_lanjut.rencana} == {"S1", "S2"}
    assert "Realisasi RTL periode sebelumnya dilaporkan sebesar 100,00\N{NO-BREAK SPACE}%" in teks(rancangan)
    assert "Hasil disampaikan sebagai rekap nilai unsur" in teks(rancangan)


def test_a_unit_without_a_result_and_an_unknown_one_are_refused_with_what_to_do(demo, pontianak):
    with pytest.raises(DokumenDitolak, match=r"Belum ada hasil SKM Inspektorat tahun 2022. Isi atau impor"):
        pontianak.rancang("inspektorat", 2022)
    with pytest.raises(DokumenDitolak, match=r"Unit yang diminta tidak ada\. Pilih unit"):
        demo.rancang("tidak ada", 2021)


def test_nihil_is_told_kindly_with_its_reason(demo):
    with pabrik_session(demo.engine)() as session:
        nama = session.connection().exec_driver_sql(
            "SELECT u.nama_terlipat FROM penyampaian p JOIN upp u ON u.id = p.upp_id WHERE p.tahun = 2022 AND p.nihil"
        ).scalar_one()  # fmt: skip
    with pytest.raises(DokumenDitolak, match=r"sudah menyampaikan nihil untuk tahun 2022.*Alasannya: Layanan tidak beroperasi"):
        demo.rancang(nama, 2022)
