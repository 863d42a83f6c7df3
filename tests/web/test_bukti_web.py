"""Bukti over the web: originals only as downloads, pictures only as copies, nothing for strangers, nothing lost when refused."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Barrier
from typing import Any

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import Engine, text
from werkzeug.http import parse_options_header
from werkzeug.test import TestResponse

from rtl_tracker.config import Settings
from rtl_tracker.domain.bukti import MIME, TipeBerkas
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.rtl_repository import tambah_rtl
from rtl_tracker.storage.session import session_tulis
from tests.storage import contoh_berkas as contoh
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Halaman, Klien
from tests.web.instansi import TulisCsv, instansi_kecil

TAHUN = 2022
KOTAK_PASIR = "sandbox; default-src 'none'"
ISI = {
    TipeBerkas.PDF: contoh.pdf(), TipeBerkas.JPG: contoh.foto_bergps(), TipeBerkas.PNG: contoh.png("RGB"), TipeBerkas.DOCX: contoh.docx(),
    TipeBerkas.XLSX: contoh.xlsx(),
}  # fmt: skip
PDF, FOTO = (ISI[TipeBerkas.PDF], "Daftar hadir.pdf"), (ISI[TipeBerkas.JPG], "loket.jpg")
Berkas = tuple[bytes, str]


@dataclass
class Panggung:
    """A plan that came as a workbook, so that it may be reported on, and the operator of its unit."""

    app: Flask
    db: Engine
    operator: Klien
    upp_id: int
    rtl_id: int
    folder: Path

    @property
    def alamat(self) -> str:
        """The page of the plan."""
        return f"/rtl/{self.rtl_id}"

    def lapor(self, *berkas: Berkas, **isi: str) -> TestResponse:
        """Fill the form of the page with files and words, and send it."""
        return self.kirim(f"{self.alamat}/realisasi", berkas, {"versi": str(self.satu("SELECT versi FROM rtl")), **isi})

    def kirim(self, alamat: str, berkas: tuple[Berkas, ...] = (), isi: dict[str, str] | None = None) -> TestResponse:
        """A form with files, with its token."""
        data: dict[str, Any] = {"csrf_token": self.halaman().csrf(), "berkas": unggahan(*berkas), **(isi or {})}
        return self.operator.mentah.post(alamat, data=data)

    def halaman(self) -> Halaman:
        """The page of the plan as the operator reads it."""
        jawaban = self.operator.mentah.get(self.alamat)
        assert jawaban.status_code == 200
        pohon = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(jawaban.text)
        return Halaman(self.alamat, jawaban.text, pohon)

    def pesan(self) -> list[str]:
        """The messages on top of the page."""
        h = self.halaman()
        return [h.teks(e) for e in h.pohon.iter() if "pesan-" in str(e.get("class"))]

    def satu(self, perintah: str, **isi: object) -> Any:
        """Run one statement; one value where it gives any."""
        with self.db.begin() as koneksi:
            hasil = koneksi.execute(text(perintah.replace("FROM rtl", f"FROM rtl WHERE id = {self.rtl_id}")), isi)
            return hasil.scalar() if hasil.returns_rows else None

    def tersimpan(self) -> tuple[int, int]:
        """(rows, files) of bukti."""
        return self.satu("SELECT count(*) FROM bukti"), len([b for b in self.folder.rglob("*") if b.is_file()])


def unggahan(*berkas: Berkas) -> list[tuple[BytesIO, str]]:
    """Files as the test client sends them."""
    return [(BytesIO(isi), nama) for isi, nama in berkas]


@pytest.fixture
def p(app: Flask, db: Engine, settings: Settings, tulis_csv: TulisCsv) -> Panggung:
    instansi_kecil(db, tulis_csv, TAHUN)
    upp_id = id_upp(db, "Badan Arsip")
    with session_tulis(db) as session:
        rencana = Rtl(
            0, upp_id, TAHUN, Periode.TAHUNAN, Unsur.WAKTU, "", "Menambah loket pelayanan", status=StatusRtl.DIRENCANAKAN
        )
        (rtl_id,) = tambah_rtl(session, [rencana])
    return Panggung(app, db, masuk_sebagai(app, db, Peran.OPERATOR_UPP, upp_id), upp_id, rtl_id, settings.folder_bukti)


def test_an_original_is_only_ever_a_download_as_it_was_handed_in(p: Panggung):
    assert p.lapor(*((isi, f"berkas.{tipe.value}") for tipe, isi in ISI.items())).status_code == 303
    for nomor, (tipe, isi) in enumerate(ISI.items(), 1):
        for kepala in ({}, {"Range": "bytes=0-"}):
            jawaban = p.operator.mentah.get(f"/bukti/{nomor}/berkas", headers=kepala)
            assert jawaban.status_code == (206 if kepala else 200)
            assert jawaban.data == isi
            assert parse_options_header(jawaban.headers["Content-Disposition"]) == (
                "attachment", {"filename": f"berkas.{tipe.value}"},
            )  # fmt: skip
            assert jawaban.mimetype == MIME[tipe]
            assert jawaban.headers["X-Content-Type-Options"] == "nosniff"
            assert jawaban.headers["Content-Security-Policy"] == KOTAK_PASIR
            assert jawaban.headers["Cache-Control"] == "private, no-store"


def test_a_download_has_a_safe_name_whatever_the_file_was_called(p: Panggung):
    nama = {
        "../../etc/passwd": "passwd.pdf",
        "Notulensi rapat – 1 Juli “final”.pdf": "Notulensi rapat – 1 Juli “final”.pdf",
        "会議.pdf": "会議.pdf",
        "x" * 200 + ".pdf": "x" * 96 + ".pdf",
        "laporan\u202efdp.exe": "laporanfdp.pdf",
        "a%22;%0d%0ab.pdf": "a___0d_0ab.pdf",
    }
    berkas = [(PDF[0] + b"\n" * nomor, satu) for nomor, satu in enumerate(nama)]
    p.lapor(*berkas[:5])
    p.lapor(*berkas[5:])
    assert [_nama_unduhan(p, nomor) for nomor in range(1, len(nama) + 1)] == list(nama.values())


def test_a_name_that_was_altered_in_the_database_breaks_no_header(p: Panggung):
    p.lapor(PDF)
    for nama, jadi in (
        ("a\r\nSet-Cookie: a=1", "a Set-Cookie_ a=1.pdf"),
        ('a"; filename="x.exe', "a__ filename=_x.pdf"),
        ("C:\\fakepath\\Berita Acara.PDF", "Berita Acara.pdf"),
        ("../../../etc/shadow", "shadow.pdf"),
        ("", "bukti.pdf"),
    ):
        p.satu("UPDATE bukti SET nama_berkas = :nama", nama=nama)
        assert _nama_unduhan(p) == jadi


def _nama_unduhan(p: Panggung, nomor: int = 1) -> str:
    jawaban = p.operator.mentah.get(f"/bukti/{nomor}/berkas")
    assert jawaban.status_code == 200
    cara, isi = parse_options_header(jawaban.headers["Content-Disposition"])
    assert cara == "attachment"
    assert "\n" not in jawaban.headers["Content-Disposition"]
    assert not any("a=1" in kue for kue in jawaban.headers.getlist("Set-Cookie"))
    return isi["filename"]


def test_a_picture_is_shown_as_our_own_copy_that_only_the_browser_keeps(p: Panggung):
    p.lapor(FOTO, PDF, keterangan='Loket "baru" <1>')
    (gambar,) = p.halaman().semua("img")
    assert gambar.get("src") == "/bukti/1/gambar/320"
    assert gambar.get("alt") == 'Bukti: Loket "baru" <1>'
    for lebar in (320, 1600):
        jawaban = p.operator.mentah.get(f"/bukti/1/gambar/{lebar}")
        assert (jawaban.status_code, jawaban.mimetype) == (200, "image/jpeg")
        assert jawaban.headers["Cache-Control"] == "private, max-age=86400"
        assert jawaban.headers["Content-Security-Policy"] == KOTAK_PASIR
        assert jawaban.headers["X-Content-Type-Options"] == "nosniff"
        assert contoh.MEREK in FOTO[0]
        assert contoh.MEREK not in jawaban.data
        with Image.open(BytesIO(jawaban.data)) as salinan:
            assert (salinan.format, dict(salinan.getexif())) == ("JPEG", {})
    for alamat in ("/bukti/1/gambar/5000", "/bukti/2/gambar/320", "/bukti/9/gambar/320", "/bukti/9/berkas"):
        p.operator.buka(alamat, 404)


def test_bukti_of_a_unit_do_not_exist_for_another_and_need_a_log_in(p: Panggung, app: Flask, db: Engine, klien_asing: Klien):
    p.lapor(FOTO)
    asing = masuk_sebagai(app, db, Peran.OPERATOR_UPP, id_upp(db, "Kecamatan Satu"))
    for akhir in ("berkas", "gambar/320"):
        assert asing.buka(f"/bukti/1/{akhir}", 404).teks() == asing.buka(f"/bukti/9/{akhir}", 404).teks()
        jawaban = klien_asing.mentah.get(f"/bukti/1/{akhir}")
        assert (jawaban.status_code, "/masuk" in jawaban.headers["Location"]) == (303, True)
    token = asing.buka("/sandi").csrf()
    for alamat in ("/bukti/1/ganti", f"{p.alamat}/realisasi"):
        jawaban = asing.mentah.post(alamat, data={"csrf_token": token, "versi": "2", "tautan": "https://contoh.go.id/foto"})
        assert jawaban.status_code == 404
    assert p.tersimpan() == (1, 1)


@pytest.mark.parametrize("peran", [Peran.ORGANISASI, Peran.INSPEKTUR, Peran.PIMPINAN])
def test_who_reaches_the_unit_reads_its_bukti_and_only_reporters_supersede_them(p: Panggung, peran: Peran):
    p.lapor(FOTO)
    pembaca = masuk_sebagai(p.app, p.db, peran)
    assert pembaca.mentah.get("/bukti/1/berkas").data == FOTO[0]
    assert pembaca.mentah.get("/bukti/1/gambar/320").mimetype == "image/jpeg"
    isi = {"csrf_token": pembaca.buka("/sandi").csrf(), "tautan": "https://contoh.go.id/foto"}
    boleh = peran is Peran.ORGANISASI
    assert pembaca.mentah.post("/bukti/1/ganti", data=isi).status_code == (303 if boleh else 403)
    assert p.tersimpan() == (2 if boleh else 1, 1)


def test_a_request_that_is_too_large_is_told_so_and_stores_nothing(p: Panggung):
    jawaban = p.lapor((bytes(51_000_000), "besar.pdf"), uraian="Dua loket dibuka.")
    halaman = p.operator.periksa(p.alamat, jawaban, 413)
    assert "Kiriman terlalu besar" in halaman.teks()
    assert "unggah berkasnya satu per satu" in halaman.teks()
    assert p.tersimpan() == (0, 0)
    assert p.satu("SELECT status || versi FROM rtl") == "direncanakan1"


def test_five_files_of_the_largest_size_go_in_one_request_and_a_sixth_is_refused_with_what_was_typed(p: Panggung):
    besar = [((PDF[0] + bytes([nomor]) * 10_000_000)[:10_000_000], f"{nomor}.pdf") for nomor in range(1, 7)]
    jawaban = p.lapor(*((b"x", nama) for _, nama in besar), uraian="Dua loket dibuka.")
    halaman = p.operator.periksa(p.alamat, jawaban, 422)
    assert "Paling banyak 5 berkas sekali kirim." in halaman.teks()
    assert "Dua loket dibuka." in (halaman.menurut_id("uraian").text or "")
    assert p.lapor(*besar[:5], uraian="Dua loket dibuka.").status_code == 303
    assert p.tersimpan() == (5, 5)


def test_an_empty_form_changes_nothing_and_says_what_is_missing(p: Panggung):
    for tindakan in ("simpan", "selesai"):
        halaman = p.operator.periksa(p.alamat, p.lapor(tindakan=tindakan), 422)
        assert "Belum ada yang disimpan. Isi uraian pelaksanaannya, atau tambahkan bukti." in halaman.teks()
    assert p.satu("SELECT status || versi FROM rtl") == "direncanakan1"


def test_a_file_just_above_the_limit_is_refused_by_its_name(p: Panggung):
    p.lapor((PDF[0] + bytes(10_000_000), "besar.pdf"), uraian="Dua loket dibuka.")
    assert "Berkas 'besar.pdf' lebih besar dari 10 MB. Perkecil gambar atau berkasnya, lalu unggah kembali." in p.pesan()
    assert p.tersimpan() == (0, 0)


def test_words_stay_when_a_file_is_refused_and_good_files_are_kept(p: Panggung):
    isi = {"uraian": "Dua loket dibuka.", "hambatan": "Anggaran <kurang>", "tindakan": "selesai"}
    assert p.lapor(PDF, (contoh.HTML, "rapat.pdf"), FOTO, **isi).status_code == 303
    jadi, ditolak, kemajuan = p.pesan()
    assert jadi == "Bukti tersimpan: Daftar hadir.pdf; loket.jpg."
    assert ditolak.startswith("Isi berkas 'rapat.pdf' bukan PDF")
    assert kemajuan == "Uraian tersimpan sebagai kemajuan; RTL belum dinyatakan selesai."
    h = p.halaman()
    assert h.teks(h.menurut_id("uraian")) == isi["uraian"]
    assert h.teks(h.menurut_id("hambatan")) == isi["hambatan"]
    assert p.tersimpan() == (2, 2)
    assert p.satu("SELECT status FROM rtl") == "berjalan"


def test_a_form_with_a_date_that_is_none_comes_back_with_everything_typed(p: Panggung):
    isi = {
        "uraian": "Dua loket dibuka.",
        "keterangan": "Foto & <loket>",
        "tautan": "https://contoh.go.id/foto",
        "berlaku": "31 Juni",
    }
    halaman = p.operator.periksa(p.alamat, p.lapor(PDF, **isi), 422)
    assert "Tanggal ini tidak ada." in halaman.teks()
    assert halaman.teks(halaman.menurut_id("uraian")) == isi["uraian"]
    for nama in ("keterangan", "tautan"):
        assert halaman.menurut_id(nama).get("value") == isi[nama]
    assert p.tersimpan() == (0, 0)


def test_every_form_of_bukti_needs_its_token(p: Panggung):
    p.lapor(PDF)
    for alamat in (f"{p.alamat}/realisasi", "/bukti/1/ganti"):
        for token in ({}, {"csrf_token": "palsu"}):
            jawaban = p.operator.mentah.post(alamat, data={"versi": "3", "berkas": unggahan(FOTO), **token})
            assert "Formulir sudah kedaluwarsa" in p.operator.periksa(alamat, jawaban, 400).teks()
    assert p.tersimpan() == (1, 1)


def test_a_superseded_bukti_is_marked_and_still_a_download(p: Panggung):
    p.lapor(PDF)
    assert p.kirim("/bukti/1/ganti", (FOTO,), {"keterangan": "Foto baru", "berlaku": "2022-07-01"}).status_code == 303
    assert p.pesan() == ["Bukti diganti; bukti lama tetap tersimpan."]
    teks = p.halaman().teks(p.halaman().menurut_id("bukti"))
    assert teks.count("Sudah diganti dengan bukti yang lebih baru.") == 1
    assert "Tanggal bukti 1 Juli 2022." in teks
    assert "Bukti diganti" in p.halaman().teks()
    assert p.operator.mentah.get("/bukti/1/berkas").data == PDF[0]
    p.kirim("/bukti/1/ganti", (), {"tautan": "https://contoh.go.id/foto"})
    assert p.pesan() == ["Bukti ini sudah diganti. Muat ulang halaman untuk melihat bukti yang berlaku."]
    p.kirim("/bukti/2/ganti", ((contoh.EXE, "b.pdf"),))
    assert p.pesan()[0].startswith("Isi berkas 'b.pdf' bukan PDF")
    assert p.tersimpan() == (2, 2)


def test_a_replacement_with_a_date_that_is_none_changes_nothing(p: Panggung):
    p.lapor(PDF)
    p.kirim("/bukti/1/ganti", (FOTO,), {"berlaku": "2022-06-31"})
    assert "tanggal" in p.pesan()[0].lower()
    assert p.tersimpan() == (1, 1)


def test_a_link_tells_the_other_site_nothing_and_one_that_is_code_is_refused(p: Panggung):
    p.lapor(tautan="https://contoh.go.id/foto?a=1&b=<2>")
    h = p.halaman()
    (tautan,) = [a for a in h.semua("a") if str(a.get("href")).startswith("https://contoh")]
    assert str(tautan.get("rel")).split() == ["noopener", "noreferrer", "nofollow", "external"]
    jawaban = p.operator.periksa(p.alamat, p.lapor(tautan="javascript:alert(1)"), 422)
    assert "Tautan harus diawali http:// atau https://." in jawaban.teks()
    assert jawaban.menurut_id("tautan").get("value") == "javascript:alert(1)"
    assert not [a for a in p.halaman().semua("a") if "javascript" in str(a.get("href"))]
    assert p.tersimpan() == (1, 0)


def test_a_file_that_the_server_lost_is_said_so_and_its_page_still_opens(p: Panggung):
    p.lapor(PDF, FOTO)
    for berkas in [b for b in p.folder.rglob("*") if b.is_file()]:
        berkas.unlink()
    for alamat in ("/bukti/1/berkas", "/bukti/2/gambar/320"):
        assert "Berkas bukti tidak ditemukan di server. Hubungi pengelola" in p.operator.buka(alamat, 409).teks()
    assert "Daftar hadir.pdf" in p.halaman().teks()


def test_of_two_who_send_one_file_at_once_one_is_told_and_keeps_his_words(p: Panggung):
    rekan = masuk_sebagai(p.app, p.db, Peran.OPERATOR_UPP, p.upp_id)
    mulai, dua = Barrier(2), [p.operator, rekan]
    token = [satu.buka(p.alamat).csrf() for satu in dua]

    def unggah(nomor: int) -> TestResponse:
        klien: FlaskClient = dua[nomor].mentah
        isi = {"csrf_token": token[nomor], "versi": "1", "uraian": f"Uraian {nomor}", "berkas": unggahan(PDF)}
        mulai.wait()
        return klien.post(f"{p.alamat}/realisasi", data=isi)

    with ThreadPoolExecutor(2) as kolam:
        jawaban = list(kolam.map(unggah, (0, 1)))
    assert sorted(j.status_code for j in jawaban) == [303, 409]
    (kalah,) = [nomor for nomor in (0, 1) if jawaban[nomor].status_code == 409]
    halaman = dua[kalah].periksa(p.alamat, jawaban[kalah], 409)
    assert halaman.teks(halaman.menurut_id("uraian")) == f"Uraian {kalah}"
    assert "Berkas yang dipilih belum terkirim; pilih kembali sebelum menyimpan." in halaman.teks()
    assert p.satu("SELECT uraian FROM rtl") == f"Uraian {1 - kalah}"
    assert p.tersimpan() == (1, 1)
