"""A document from its texts to a frozen version: public page, changed figures, correction, damaged files, audit edition."""

import json
import re
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
from flask import Flask
from sqlalchemy import Engine, text

from rtl_tracker.config import Settings
from rtl_tracker.domain.peran import Peran
from rtl_tracker.jobs import Antrean
from rtl_tracker.storage.session import pabrik_session
from rtl_tracker.usecases.verifikasi_jejak import versi_rusak
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Klien

DOKUMEN = "/tahun/2022/dokumen/tahunan/TAHUNAN"
ALASAN = "Galat berasal dari cetakan lama yang sudah diperiksa."


def kirim(klien: Klien, alamat: str, isi: dict[str, object], dari: str = f"{DOKUMEN}/kesiapan") -> str:
    """Send a form and return where it leads."""
    jawaban = klien.mentah.post(alamat, data={"csrf_token": klien.buka(dari).csrf(), **isi})
    assert jawaban.status_code == 303, jawaban.get_data(as_text=True)[:2000]
    return str(jawaban.headers["Location"])


def tunggu(klien: Klien, alamat: str) -> None:
    batas = time.monotonic() + 60
    while not klien.mentah.get(f"{alamat}/kemajuan.json").get_json()["usai"]:
        assert time.monotonic() < batas
        time.sleep(0.05)


def sahkan(klien: Klien, catatan: str) -> None:
    alamat = kirim(klien, f"{DOKUMEN}/sahkan", {"catatan": catatan, "alasan": ALASAN})
    tunggu(klien, alamat)
    assert "Dokumen sudah jadi" in klien.buka(alamat).teks()


def _rusak(db: Engine, settings: Settings) -> tuple[str, ...]:
    with pabrik_session(db)() as session:
        return versi_rusak(session, settings.folder_laporan)


def teks_word(isi: bytes) -> str:
    word = docx.Document(BytesIO(isi))
    return "\n".join(p.text for p in word.paragraphs) + "\n".join(c.text for t in word.tables for r in t.rows for c in r.cells)


def test_a_report_is_frozen_shown_to_the_public_compared_and_corrected(
    klien_isi: Klien, klien_asing: Klien, antrean: Antrean, settings: Settings, db: Engine
):
    antrean.mulai_di_proses_ini()
    sahkan(klien_isi, "Edisi pertama")
    versi = klien_isi.buka("/versi/1")
    assert "Tidak ada. Data sekarang sama dengan yang disahkan." in versi.teks()
    kode = re.search(r"/sahih/(\w+)", versi.html)[1]
    publik = klien_asing.buka(f"/sahih/{kode}").teks()
    assert "Versi 1 berlaku" in publik
    assert "Laporan Survei Kepuasan Masyarakat Pemerintah Kabupaten Uji & Coba Tahun 2022" in publik
    berkas = klien_isi.mentah.get("/versi/1/berkas/docx").data
    assert f"{settings.base_url}/sahih/{kode}" in teks_word(berkas)
    with db.begin() as koneksi:
        sidik = koneksi.execute(text("SELECT sidik FROM versi_laporan")).scalar_one()
        koneksi.execute(text("UPDATE hasil SET ikm_tercetak = '70.00' WHERE periode = 'S1'"))
    assert json.loads(sidik)["docx"] in publik
    berubah = klien_isi.buka("/versi/1").teks()
    assert "IKM Kecamatan Satu" in berubah
    assert "Naskah yang berubah sejak disahkan" in berubah
    sahkan(klien_isi, "Perbaikan semester I")
    assert "sudah digantikan oleh versi 2" in klien_asing.buka(f"/sahih/{kode}").teks()
    assert klien_isi.mentah.get("/versi/1/berkas/docx").data == berkas
    assert "Disahkan sebagai versi 2" in klien_isi.buka("/tahun/2022/dokumen").teks()


def test_a_version_whose_file_was_altered_says_so_and_is_not_offered(
    klien_isi: Klien, antrean: Antrean, settings: Settings, db: Engine
):
    antrean.mulai_di_proses_ini()
    sahkan(klien_isi, "")
    (berkas,) = settings.folder_laporan.glob("versi-*/*.docx")
    Path(berkas).write_bytes(b"diganti")
    halaman = klien_isi.buka("/versi/1").teks()
    assert "Berkas versi ini hilang atau berubah" in halaman
    assert "Unduh Word" not in halaman
    assert _rusak(db, settings) == ("Berkas Laporan tahunan 2022 versi 1 hilang atau berubah.",)
    with db.begin() as koneksi:
        koneksi.execute(text("DELETE FROM versi_laporan"))
    (kalimat,) = _rusak(db, settings)
    assert "dihapus atau diubah sejak disahkan" in kalimat


def test_open_errors_hold_up_the_freezing_until_a_reason_is_given(klien_isi: Klien, antrean: Antrean, db: Engine):
    with db.begin() as koneksi:
        koneksi.execute(text("UPDATE hasil SET ikm_tercetak = '95.00', kategori_tercetak = 'D' WHERE periode = 'S1'"))
    data = {"csrf_token": klien_isi.buka(f"{DOKUMEN}/kesiapan").csrf(), "catatan": "Versi awal", "alasan": ""}
    ditolak = klien_isi.kirim(f"{DOKUMEN}/sahkan", data, 422)
    assert "galat terbuka" in ditolak.teks()
    assert "Versi awal" in ditolak.html
    with db.begin() as koneksi:
        assert koneksi.execute(text("SELECT count(*) FROM pekerjaan")).scalar() == 0
    assert "/pekerjaan/" in kirim(klien_isi, f"{DOKUMEN}/sahkan", {"alasan": ALASAN})


def test_the_audit_edition_carries_the_findings_and_the_ordinary_one_does_not(klien_isi: Klien, antrean: Antrean):
    antrean.mulai_di_proses_ini()
    isi = []
    for edisi in ({"pemeriksaan": "1"}, {}):
        alamat = kirim(klien_isi, f"{DOKUMEN}/susun", edisi)
        tunggu(klien_isi, alamat)
        isi.append(teks_word(klien_isi.mentah.get(f"{alamat}/berkas/docx").data))
    assert "Temuan terbuka" in isi[0]
    assert "Temuan terbuka" not in isi[1]


def test_an_edited_text_stands_in_the_file_and_a_refused_one_stays_in_the_form(klien_isi: Klien, antrean: Antrean):
    form = f"{DOKUMEN}/naskah/maksud"
    ditolak = klien_isi.kirim(form, {"csrf_token": klien_isi.buka(form).csrf(), "teks": "A {{ salah }} <b>", "versi": "0"}, 422)
    assert "bidang &#39;salah&#39; tidak dikenal" in ditolak.html
    assert "A {{ salah }} &lt;b&gt;" in ditolak.html
    kirim(klien_isi, form, {"teks": "Maksud <i>kami</i> & {{ ikm_instansi }}.", "versi": "0"}, form)
    kedua = klien_isi.kirim(form, {"csrf_token": klien_isi.buka(form).csrf(), "teks": "Teks lain.", "versi": "0"}, 409)
    assert "Teks berubah lebih dahulu" in kedua.teks()
    assert "Teks lain." in kedua.html
    antrean.mulai_di_proses_ini()
    alamat = kirim(klien_isi, f"{DOKUMEN}/susun", {})
    tunggu(klien_isi, alamat)
    assert "Maksud <i>kami</i> & " in teks_word(klien_isi.mentah.get(f"{alamat}/berkas/docx").data)


def test_a_report_edited_in_word_gives_its_texts_back(klien_isi: Klien, antrean: Antrean):
    antrean.mulai_di_proses_ini()
    alamat = kirim(klien_isi, f"{DOKUMEN}/susun", {})
    tunggu(klien_isi, alamat)
    word = docx.Document(BytesIO(klien_isi.mentah.get(f"{alamat}/berkas/docx").data))
    p = next(p for p in word.paragraphs if p.text.startswith("Laporan ini dimaksudkan"))
    p.runs[0].text, sisa = "Kalimat pimpinan tentang Pemerintah Kabupaten Uji & Coba.", p.runs[1:]
    for run in sisa:
        run.text = ""
    keluar = BytesIO()
    word.save(keluar)
    form = f"{DOKUMEN}/banding"
    data = {"csrf_token": klien_isi.buka(form).csrf(), "berkas": (BytesIO(keluar.getvalue()), "disunting.docx")}
    hasil = klien_isi.mentah.post(form, data=data, content_type="multipart/form-data").get_data(as_text=True)
    assert "Kalimat pimpinan tentang {{ nama_instansi }}." in hasil
    ambil = {"blok": "maksud", "versi-maksud": "0", "teks-maksud": "Kalimat pimpinan tentang {{ nama_instansi }}."}
    kirim(klien_isi, f"{form}/ambil", ambil, form)
    assert "Kalimat pimpinan tentang Pemerintah Kabupaten Uji & Coba." in klien_isi.buka(f"{DOKUMEN}/naskah").teks()


def test_a_file_that_is_no_word_document_is_refused_beside_the_form(klien_isi: Klien):
    form = f"{DOKUMEN}/banding"
    for nama, isi, kalimat in (("a.docx", b"bukan", "bukan PDF"), ("b.pdf", b"%PDF-1.7\n", "b.pdf")):
        data = {"csrf_token": klien_isi.buka(form).csrf(), "berkas": (BytesIO(isi), nama)}
        jawaban = klien_isi.mentah.post(form, data=data, content_type="multipart/form-data")
        assert jawaban.status_code == 422
        assert kalimat in jawaban.get_data(as_text=True)


def test_an_operator_makes_edits_and_freezes_only_what_is_of_the_own_unit(
    klien_isi: Klien, app: Flask, db: Engine, antrean: Antrean
):
    sendiri, lain = id_upp(db, "Kecamatan Satu"), id_upp(db, "Dinas Perhubungan")
    operator = masuk_sebagai(app, db, Peran.OPERATOR_UPP, sendiri)
    assert "Laporan tahunan unit 2022" in operator.buka(f"/unit/{sendiri}/dokumen/2022").teks()
    operator.buka(f"/unit/{lain}/dokumen/2022", 404)
    operator.buka(f"/unit/{sendiri}/dokumen/2022/tahunan/TAHUNAN/naskah", 404)
    operator.buka("/tahun/2022/dokumen", 403)
    antrean.mulai_di_proses_ini()
    unit = f"/unit/{sendiri}/dokumen/2022/upp/TAHUNAN"
    alamat = kirim(operator, f"{unit}/susun", {}, f"{unit}/kesiapan")
    tunggu(operator, alamat)
    assert operator.mentah.get(f"{alamat}/berkas/docx").status_code == 200
    asing = masuk_sebagai(app, db, Peran.OPERATOR_UPP, lain)
    asing.buka(alamat, 404)
    asing.buka(f"{alamat}/berkas/docx", 404)


def test_the_documents_of_all_units_come_as_one_zip_that_names_who_is_missing(klien_isi: Klien, antrean: Antrean):
    antrean.mulai_di_proses_ini()
    alamat = kirim(klien_isi, "/tahun/2022/dokumen/upp/TAHUNAN/paket", {}, "/tahun/2022/dokumen")
    tunggu(klien_isi, alamat)
    halaman = klien_isi.buka(alamat).teks()
    assert "Badan Arsip tidak ada di dalam paket" in halaman
    arsip = ZipFile(BytesIO(klien_isi.mentah.get(f"{alamat}/berkas/zip").data))
    assert arsip.testzip() is None
    assert len([n for n in arsip.namelist() if n.endswith(".docx")]) >= 3
