"""The documents of follow-up from what is stored: RTL sheet, Laporan Hasil Tindak Lanjut with its pictures, realisasi."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from PIL import Image
from pypdf import PdfReader
from sqlalchemy.orm import Session

from rtl_tracker.domain.bukti import Bukti, JenisBukti, TipeBerkas
from rtl_tracker.domain.jenis_dokumen import BentukBerkas, JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.word.dokumen import bangun
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.bukti_repository import gantikan_bukti, tambah_bukti
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.rtl_repository import tambah_rtl
from rtl_tracker.storage.session import buat_engine, session_tulis
from rtl_tracker.storage.upp_repository import id_menurut_nama, list_upp
from rtl_tracker.usecases import dokumen_hasil_tl, dokumen_realisasi, dokumen_rtl
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak, LingkunganDokumen
from rtl_tracker.usecases.susun_dokumen import Bengkel, Pelengkap, susun_dokumen, wujudkan
from tests.reports.word.paket import periksa_paket
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT, instansi_kecil

TAHUN, KINI = 2022, datetime(2022, 9, 1, 3, tzinfo=UTC)
JENIS = {JenisDokumen.RTL: dokumen_rtl, JenisDokumen.HASIL_TL: dokumen_hasil_tl, JenisDokumen.REALISASI: dokumen_realisasi}
PEMILIK = "Pemilik Kamera Rahasia"


def foto(abu: int) -> bytes:
    """A JPEG of a phone, with the name of its owner in it."""
    gambar, exif, keluaran = Image.new("RGB", (1600, 1200), (abu, abu, abu)), Image.Exif(), BytesIO()
    exif[0x013B] = PEMILIK
    gambar.save(keluaran, "JPEG", exif=exif)
    return keluaran.getvalue()


@dataclass
class Panggung:
    """The stored instansi with the plans of one unit and their proof."""

    engine: object
    lingkungan: LingkunganDokumen
    id: dict[str, int]

    def minta(self, jenis: JenisDokumen, unit: str | None = None, periode: Periode = Periode.TAHUNAN, tahun: int = TAHUN):
        permintaan = PermintaanDokumen(jenis, tahun, periode, self.id.get(unit, 999) if unit else None)
        with Session(self.engine) as session:
            return JENIS[jenis].rancang(session, permintaan, self.lingkungan)


@pytest.fixture(scope="module")
def panggung(tmp_path_factory) -> Panggung:
    folder = tmp_path_factory.mktemp("tindak_lanjut")
    engine = buat_engine(f"sqlite:///{folder / 'uji.db'}")
    migrasikan(engine)
    instansi_kecil(engine, _penulis_csv(folder), TAHUN)
    gudang = GudangBukti(folder / "bukti", folder / "tampil")
    with session_tulis(engine) as session:
        nama = {u.id: u.nama for u in list_upp(session)}
        id_ = {nama[i]: i for i in id_menurut_nama(session).values()}
        _isi_bukti(session, gudang, id_[NAMA_SULIT])
    return Panggung(engine, LingkunganDokumen("https://rtl.contoh.go.id", gudang), id_)


def _penulis_csv(folder: Path):
    def tulis(nama: str, **lembar) -> Path:
        tujuan = folder / nama
        tujuan.mkdir()
        for judul, baris in lembar.items():
            isi = "\n".join(",".join('"{}"'.format(str(sel).replace('"', '""')) for sel in satu) for satu in baris)
            (tujuan / f"{judul}.csv").write_text(isi + "\n", encoding="utf-8")
        return tujuan

    return tulis


def _isi_bukti(session: Session, gudang: GudangBukti, upp_id: int) -> None:
    """Two plans done with pictures (one superseded, one lost, one damaged), one plan under way."""
    daftar = [
        Rtl(0, upp_id, TAHUN, Periode.TAHUNAN, unsur, "", f"Rencana {i} <penting> & lain", status=status, dilapor_pada=KINI)
        for i, (unsur, status) in enumerate(((Unsur.WAKTU, StatusRtl.SELESAI), (Unsur.BIAYA, StatusRtl.TERVERIFIKASI), (Unsur.WAKTU, StatusRtl.BERJALAN)))
    ]  # fmt: skip
    satu, dua, _ = tambah_rtl(session, daftar)
    hash_ = {abu: gudang.simpan(foto(abu)) for abu in (40, 80, 120, 160)}
    bukti = {
        abu: tambah_bukti(
            session,
            Bukti(0, rtl_id, JenisBukti.BERKAS, sha256=hash_[abu], nama_berkas=f"foto-{abu}.jpg", tipe=TipeBerkas.JPG,
                  berlaku=date(2022, 8, 1)),
            None, KINI,
        )
        for abu, rtl_id in ((40, satu), (80, satu), (120, dua), (160, dua))
    }  # fmt: skip
    gantikan_bukti(session, bukti[40].id, bukti[80].id)
    gudang.jalur(hash_[120]).unlink()
    gudang.jalur(hash_[160]).write_bytes(b"berubah")


def bengkel(folder: Path, soffice: Path | None = None) -> Bengkel:
    return Bengkel(soffice, folder, lambda _langkah, _persen: None)


def tanpa_tata_letak(rancangan, folder: Path) -> bytes:
    """The Word file as it is before LibreOffice lays it out."""
    return bangun(wujudkan(rancangan, Pelengkap(), bengkel(folder))[0])


def isi_xml(docx: bytes) -> str:
    with ZipFile(BytesIO(docx)) as arsip:
        return arsip.read("word/document.xml").decode()


@pytest.mark.parametrize("jenis", list(JENIS), ids=lambda j: j.value)
def test_every_document_is_whole_shows_no_machinery_and_leaves_no_page_empty(panggung, tmp_path_factory, soffice, jenis):
    unit = None if jenis is JenisDokumen.REALISASI else NAMA_SULIT
    folder = tmp_path_factory.mktemp(jenis.value)
    jadi = susun_dokumen(panggung.minta(jenis, unit), Pelengkap(), bengkel(folder, soffice), (BentukBerkas.PDF,))
    docx = jadi.berkas[BentukBerkas.DOCX]
    assert periksa_paket(docx) == []
    teks = re.sub(r"<[^>]+>", "", isi_xml(docx))
    assert re.findall(r"\b(?:None|nan|Fraction|Decimal)\b|\{\{|\[\[|⟦|\*\*", teks) == []
    halaman = [h.extract_text() for h in PdfReader(BytesIO(jadi.berkas[BentukBerkas.PDF])).pages]
    assert [i for i, h in enumerate(halaman, start=1) if len(h.strip()) < 60] == []
    assert any("Pimpinan" in h and NAMA_SULIT in h.replace("\n", " ") for h in halaman) is (unit is not None)


@pytest.mark.parametrize("jenis", list(JENIS), ids=lambda j: j.value)
def test_the_same_data_give_the_same_bytes(panggung, tmp_path, jenis):
    unit = None if jenis is JenisDokumen.REALISASI else NAMA_SULIT
    satu, dua = (tanpa_tata_letak(panggung.minta(jenis, unit), tmp_path) for _ in range(2))
    assert satu == dua


def test_pictures_are_redrawn_small_without_metadata_and_superseded_or_broken_ones_stay_out(panggung, tmp_path):
    rancangan = panggung.minta(JenisDokumen.HASIL_TL, NAMA_SULIT)
    docx = tanpa_tata_letak(rancangan, tmp_path)
    with ZipFile(BytesIO(docx)) as arsip:
        gambar = [arsip.read(nama) for nama in arsip.namelist() if nama.startswith("word/media/")]
    assert PEMILIK.encode() in foto(80)
    assert [PEMILIK.encode() in satu for satu in gambar] == [False]
    assert Image.open(BytesIO(gambar[0])).size == (720, 540)
    assert Image.open(BytesIO(gambar[0])).getpixel((9, 9)) == (80, 80, 80)
    xml = isi_xml(docx)
    assert "foto-80.jpg, 1 Agustus 2022" in xml
    assert "foto-40.jpg" not in xml
    assert "Gambar tidak dapat ditampilkan: foto-120.jpg" in xml
    (kalimat,) = [p for p in rancangan.peringatan if "Gambar bukti" in p]
    assert "'foto-120.jpg'; 'foto-160.jpg'" in kalimat


def test_the_more_pictures_the_smaller_they_are(panggung):
    gudang = panggung.lingkungan.gudang
    bukti = [Bukti(0, 1, JenisBukti.BERKAS, sha256=f"{i:064x}", tipe=TipeBerkas.PNG) for i in range(61)]
    hash_ = gudang.simpan(foto(200))
    satu = Bukti(0, 1, JenisBukti.BERKAS, sha256=hash_, tipe=TipeBerkas.JPG)
    for lain, lebar in ((0, 720), (60, 480)):
        gambar, rusak = dokumen_hasil_tl.gambar_kecil([*bukti[:lain], satu], gudang)
        assert Image.open(BytesIO(gambar[hash_])).width == lebar
        assert len(rusak) == lain


def test_a_semester_holds_the_plans_of_its_own_and_the_year_those_of_all(panggung):
    rancangan = panggung.minta(JenisDokumen.RTL, "Kecamatan Satu", Periode.S2)
    assert rancangan.fakta.rtl == 0
    assert panggung.minta(JenisDokumen.RTL, "Kecamatan Satu").fakta.rtl == 1
    assert panggung.minta(JenisDokumen.HASIL_TL, "Kecamatan Satu", Periode.S1).fakta.direncanakan == 1
    assert dokumen_rtl.bagian_periode(Periode.S1) == (Periode.TW1, Periode.TW2, Periode.S1)


def test_a_unit_without_plans_gets_its_sheet_as_a_form_but_no_report_on_them(panggung):
    rancangan = panggung.minta(JenisDokumen.RTL, NAMA_PANJANG)
    assert (rancangan.fakta.wajib, rancangan.fakta.terisi) == (9, 0)
    with pytest.raises(DokumenDitolak, match=rf"{NAMA_PANJANG} belum memiliki RTL .* Susun RTL lebih dahulu"):
        panggung.minta(JenisDokumen.HASIL_TL, NAMA_PANJANG)


@pytest.mark.parametrize(
    ("jenis", "unit", "tahun", "kalimat"),
    [
        (JenisDokumen.RTL, "Badan Arsip", TAHUN, "belum memiliki nilai unsur maupun RTL pada tahun 2022"),
        (JenisDokumen.RTL, "tidak ada", TAHUN, "Unit yang diminta tidak ada"),
        (JenisDokumen.HASIL_TL, "tidak ada", TAHUN, "Unit yang diminta tidak ada"),
        (JenisDokumen.REALISASI, None, 1999, "Belum ada RTL dari hasil survei tahun 1999"),
    ],
)
def test_what_cannot_be_made_is_refused_with_what_to_do(panggung, jenis, unit, tahun, kalimat):
    with pytest.raises(DokumenDitolak, match=kalimat):
        panggung.minta(jenis, unit, tahun=tahun)


def test_plans_older_than_the_first_settings_name_the_instansi_all_the_same(panggung):
    with Session(panggung.engine) as session:
        assert dokumen_rtl.pengaturan_bernama(session, TAHUN - 5).nama == "Pemerintah Kabupaten Uji & Coba"


def test_the_workbook_links_every_rtl_to_its_page_and_is_judged_on_the_last_day_of_the_year(panggung):
    with Session(panggung.engine) as session:
        buku = dokumen_realisasi.excel(session, PermintaanDokumen(JenisDokumen.REALISASI, TAHUN), panggung.lingkungan)
    assert buku.nama_berkas == "tindak-lanjut-2022-per-2022-12-31"
    lembar = load_workbook(BytesIO(buku.isi))["RTL"]
    alamat = [sel.hyperlink.target for baris in lembar.iter_rows() for sel in baris if sel.hyperlink]
    assert len(alamat) == 5
    assert all(re.fullmatch(r"https://rtl\.contoh\.go\.id/rtl/\d+", satu) for satu in alamat)
    with Session(panggung.engine) as session, pytest.raises(DokumenDitolak):
        dokumen_realisasi.excel(session, PermintaanDokumen(JenisDokumen.REALISASI, 1999), panggung.lingkungan)
