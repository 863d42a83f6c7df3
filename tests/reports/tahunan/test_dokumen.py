"""The annual report as a file: both published data sets and a nasty generated instansi, laid out by LibreOffice."""

import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from zipfile import ZipFile

import pytest
from lxml import etree
from pypdf import PdfReader

from bench.pembangkit import Ukuran, tulis_folder
from rtl_tracker.domain.jenis_dokumen import BentukBerkas, JenisDokumen, PermintaanDokumen
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine, pabrik_session, session_tulis
from rtl_tracker.usecases.dokumen_tahunan import muat_bahan, rancang
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak, LingkunganDokumen
from rtl_tracker.usecases.susun_dokumen import Bengkel, DokumenJadi, Pelengkap, susun_dokumen
from tests.conftest import DATA
from tests.reports.word.paket import periksa_paket

NOW = datetime(2025, 1, 10, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DIAM = lambda _langkah, _persen: None  # noqa: E731
BUATAN = Ukuran(upp=16, respons=44)
KUMPULAN = {
    "bengkayang": (DATA / "bengkayang_2021", 2021),
    "pontianak": (DATA / "pontianak_2023", 2023),
    "buatan": (None, BUATAN.tahun),
}


@dataclass(frozen=True)
class Laporan:
    """One report: the Word file, the text of its PDF pages, and the engine it was made from."""

    docx: bytes
    halaman: list[str]
    engine: object
    tahun: int
    peringatan: tuple[str, ...]

    def paragraf(self) -> list[tuple[str, str]]:
        """(style, text) of every paragraph of the body."""
        with ZipFile(io.BytesIO(self.docx)) as arsip:
            badan = etree.fromstring(arsip.read("word/document.xml"))
        hasil = []
        for p in badan.iter(f"{W}p"):
            gaya = p.find(f"{W}pPr/{W}pStyle")
            teks = "".join(
                t.text or "\t" for t in p.iter(f"{W}t", f"{W}tab") if t.tag == f"{W}t" or t.getparent().tag == f"{W}r"
            )
            hasil.append((gaya.get(f"{W}val") if gaya is not None else "", teks))
        return hasil

    def teks(self) -> str:
        """All text of the body."""
        return "\n".join(t for _, t in self.paragraf())


def susun(engine, tahun, folder, soffice) -> DokumenJadi:
    lingkungan = LingkunganDokumen("http://contoh.test", GudangBukti(folder, folder))
    with pabrik_session(engine)() as session:
        rancangan = rancang(session, PermintaanDokumen(JenisDokumen.TAHUNAN, tahun), lingkungan)
    return susun_dokumen(
        rancangan, Pelengkap(), Bengkel(soffice, folder / "grafik", DIAM), (BentukBerkas.DOCX, BentukBerkas.PDF)
    )


@pytest.fixture(scope="module", params=list(KUMPULAN))
def laporan(request, tmp_path_factory, soffice):
    folder = tmp_path_factory.mktemp(request.param)
    sumber, tahun = KUMPULAN[request.param]
    engine = buat_engine(f"sqlite:///{folder / 'uji.db'}")
    migrasikan(engine)
    pasangan = (
        [(sumber, tahun)]
        if sumber
        else [(tulis_folder(folder / f"{x}", BUATAN, tahun_lalu=x), tahun - x) for x in (False, True)]
    )
    for satu, t in pasangan:
        with session_tulis(engine) as session:
            assert impor_buku_kerja(session, satu, t, now=NOW).galat == []
    jadi = susun(engine, tahun, folder, soffice)
    halaman = [h.extract_text() for h in PdfReader(io.BytesIO(jadi.berkas[BentukBerkas.PDF])).pages]
    return Laporan(jadi.berkas[BentukBerkas.DOCX], halaman, engine, tahun, jadi.peringatan)


def rata(teks):
    return re.sub(r"\s+", "", teks)


def test_the_package_is_whole_and_unambiguous(laporan):
    assert periksa_paket(laporan.docx) == []


def test_every_line_of_the_contents_and_lists_names_the_page_on_which_its_entry_stands(laporan):
    entri = [
        (gaya, teks)
        for gaya, teks in laporan.paragraf()
        if (gaya.startswith("TOC") and gaya != "TOCHeading") or gaya == "TableofFigures"
    ]
    assert len(entri) > 40
    awal = next(i for i, h in enumerate(laporan.halaman) if rata(h).find("BABIPENDAHULUAN") >= 0 and "....." not in h)
    salah = []
    for _, teks in entri:
        *judul, nomor = teks.split("\t")
        assert nomor, f"tanpa nomor halaman: {teks}"
        if nomor.isdigit():
            isi = rata(laporan.halaman[awal + int(nomor) - 1])
            if rata("".join(judul)) not in isi:
                salah.append(teks)
    assert salah == []


def test_the_executive_summary_is_one_page(laporan):
    mulai = next(i for i, h in enumerate(laporan.halaman) if "Ringkasan Eksekutif" in h and "Rekomendasi utama" in h)
    assert "Daftar Isi" in laporan.halaman[mulai + 1]


def test_nothing_of_the_machinery_shows(laporan):
    teks = laporan.teks()
    assert re.findall(r"\b(?:None|nan|Fraction|Decimal|TODO)\b|\{\{|\}\}|\[\[|⟦|\*\*|Error!", teks) == []


def test_no_heading_is_left_without_content_and_no_table_without_rows(laporan):
    gaya = [g for g, _ in laporan.paragraf()]
    berurutan = [(a, b) for a, b in pairwise(gaya) if a.startswith("Heading") and b.startswith("Heading")]
    assert all(a < b for a, b in berurutan)
    with ZipFile(io.BytesIO(laporan.docx)) as arsip:
        badan = etree.fromstring(arsip.read("word/document.xml"))
    assert all(len(t.findall(f"{W}tr")) >= 1 for t in badan.iter(f"{W}tbl"))


def test_no_page_is_blank(laporan):
    assert [i for i, h in enumerate(laporan.halaman, start=1) if len(h.strip()) < 40] == []


def test_every_picture_has_words_for_those_who_cannot_see_it(laporan):
    with ZipFile(io.BytesIO(laporan.docx)) as arsip:
        badan = etree.fromstring(arsip.read("word/document.xml"))
    gambar = [e for e in badan.iter() if etree.QName(e).localname == "docPr"]
    assert gambar
    assert all(len(e.get("descr", "")) > 20 for e in gambar)


def test_the_same_data_give_the_same_bytes(laporan, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    sekali, lagi = (susun(laporan.engine, laporan.tahun, tmp_path, None).berkas for _ in range(2))
    assert list(sekali) == [BentukBerkas.DOCX]
    assert sekali == lagi


def test_the_printed_index_is_the_computed_one_wherever_it_stands(laporan):
    with pabrik_session(laporan.engine)() as session:
        rekap = muat_bahan(session, laporan.tahun).rekap
    from rtl_tracker.formats import angka

    ikm = angka(rekap.tahunan.ikm, rekap.pengaturan.desimal_ikm)
    kalimat = re.findall(r"tahun \d{4} sebesar ([\d,]+) dengan mutu", laporan.teks())
    assert len(kalimat) >= 3
    assert set(kalimat) == {ikm}


def test_names_with_markup_and_eighty_letters_stand_whole(laporan):
    if laporan.tahun != BUATAN.tahun:
        return
    teks = laporan.teks()
    assert 'UPT <Pasar> & "Terminal" Kecamatan Barat' in teks
    assert "UPT Pengelolaan_Sampah_Terpadu_Reduce_Reuse_Recycle_Wilayah_Utara_dan_Sekitarnya" in teks
    assert "menyatakan nihil karena tidak ada responden" in teks
    assert "belum menyampaikan hasil" in teks


def test_an_incomplete_signature_block_is_said_with_the_command_that_fills_it(laporan):
    if laporan.tahun == BUATAN.tahun:
        assert laporan.peringatan == ()
    else:
        (kalimat,) = laporan.peringatan
        assert f"rtl-tracker instansi --tahun {laporan.tahun} --tempat ... --tanggal-laporan" in kalimat


def test_a_year_without_results_is_refused_with_a_sentence(engine_sqlite):
    with pabrik_session(engine_sqlite)() as session, pytest.raises(DokumenDitolak, match="Impor"):
        muat_bahan(session, 2024)
