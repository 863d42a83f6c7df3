"""The page of what is printed: every file downloads, a local address is warned of, LibreOffice may be missing or slow."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import Engine, text

from rtl_tracker.domain.peran import Peran
from rtl_tracker.jobs import Antrean, buat_antrean
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import id_layanan
from rtl_tracker.web.shared.konteks import KUNCI
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Klien
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT


@pytest.fixture
def unit(klien_isi: Klien, db: Engine) -> int:
    """The unit with the long name and two layanan."""
    id_ = id_upp(db, NAMA_PANJANG)
    with session_tulis(db) as session:
        id_layanan(session, {(id_, "Parkir"), (id_, NAMA_SULIT)})
    return id_


def alamat(unit: int, sisa: str = "") -> str:
    return f"/unit/{unit}/2022/TAHUNAN/survei/cetak{sisa}"


def pakai(app: Flask, **ubahan: object) -> None:
    """Let the application run with other settings or another queue."""
    app.extensions[KUNCI] = replace(app.extensions[KUNCI], **ubahan)


def test_the_page_offers_every_file_of_the_unit_and_its_layanan(klien_isi: Klien, unit: int):
    halaman = klien_isi.buka(alamat(unit))
    assert [b[0] for b in halaman.baris("tabel-cetak")] == [f"{NAMA_PANJANG}seluruh unit", NAMA_SULIT, "Parkir"]
    tautan = [str(a.get("href")) for a in halaman.menurut_id("isi").iter("a") if "/cetak/" in str(a.get("href"))]
    assert len(tautan) == 3 * 5 + 3
    for satu in tautan:
        if not satu.partition("?")[0].endswith("kuesioner.pdf"):
            assert klien_isi.mentah.get(satu).status_code == 200, satu


def test_a_local_address_is_warned_of_and_a_public_one_is_not(klien_isi: Klien, app: Flask, unit: int):
    assert "Poster belum dapat dipakai" in klien_isi.buka(alamat(unit)).teks()
    pakai(app, settings=replace(app.extensions[KUNCI].settings, base_url="https://skm.contoh.go.id"))
    halaman = klien_isi.buka(alamat(unit))
    assert "Poster belum dapat dipakai" not in halaman.teks()
    assert f"https://skm.contoh.go.id/survei/{unit}" in halaman.teks()


@pytest.mark.parametrize(("bentuk", "lebar"), [("a4", 210), ("a5", 148), ("stiker", 210)])
def test_posters_of_all_layanan_are_one_pdf(klien_isi: Klien, unit: int, bentuk: str, lebar: int):
    jawaban = klien_isi.mentah.get(alamat(unit, f"/{bentuk}.pdf?layanan=semua"))
    assert (jawaban.status_code, jawaban.mimetype) == (200, "application/pdf")
    pdf = PdfReader(BytesIO(jawaban.data))
    assert len(pdf.pages) == 2
    assert round(float(pdf.pages[0].mediabox.width) * 25.4 / 72) == lebar


def test_the_word_questionnaire_is_that_of_the_unit(klien_isi: Klien, unit: int):
    jawaban = klien_isi.mentah.get(alamat(unit, "/kuesioner.docx"))
    assert jawaban.headers["Content-Disposition"].startswith("attachment; filename=kuesioner-v1-unit-pelaksana-teknis")
    isi = " ".join(s.text for t in docx.Document(BytesIO(jawaban.data)).tables for b in t.rows for s in b.cells)
    assert NAMA_PANJANG in isi
    assert NAMA_SULIT in isi


def test_a_pdf_that_libreoffice_cannot_make_leads_back_with_a_sentence(klien_isi: Klien, antrean: Antrean, unit: int):
    antrean.mulai_di_proses_ini()
    jawaban = klien_isi.mentah.get(alamat(unit, "/kuesioner.pdf"))
    assert (jawaban.status_code, jawaban.headers["Location"]) == (303, alamat(unit))
    assert "PDF kuesioner belum jadi" in klien_isi.buka(alamat(unit)).teks()


def test_without_libreoffice_only_word_is_offered(klien_isi: Klien, app: Flask, unit: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    pakai(app, settings=replace(app.extensions[KUNCI].settings, soffice=None))
    halaman = klien_isi.buka(alamat(unit))
    assert not [a for a in halaman.semua("a") if "kuesioner.pdf" in str(a.get("href"))]
    assert "memerlukan LibreOffice" in halaman.teks()
    assert klien_isi.mentah.get(alamat(unit, "/kuesioner.pdf")).status_code == 303


def test_the_pdf_is_laid_out_by_the_queue_once_and_kept(klien_isi: Klien, app: Flask, unit: int, soffice: Path):
    settings = replace(app.extensions[KUNCI].settings, soffice=soffice)
    antrean = buat_antrean(settings)
    pakai(app, settings=settings, antrean=antrean)
    antrean.mulai_di_proses_ini()
    try:
        satu = klien_isi.mentah.get(alamat(unit, "/kuesioner.pdf"))
    finally:
        antrean.hentikan()
    assert satu.mimetype == "application/pdf"
    assert len(PdfReader(BytesIO(satu.data)).pages) == 2
    assert len(list(settings.folder_cetak.iterdir())) == 1
    assert klien_isi.mentah.get(alamat(unit, "/kuesioner.pdf")).data == satu.data


def test_a_layanan_of_another_unit_cannot_be_printed(klien_isi: Klien, db: Engine, unit: int):
    lain = id_upp(db, "Kecamatan Satu")
    for sisa in ("/a4.pdf?layanan=1", "/kuesioner.docx?layanan=1", "/a4.pdf?layanan=semua", "/a4.pdf?layanan=x"):
        klien_isi.buka(alamat(lain, sisa), 404)


def test_the_operator_of_another_unit_learns_nothing_and_printing_leaves_no_trace(app: Flask, db: Engine, unit: int):
    asing = masuk_sebagai(app, db, Peran.OPERATOR_UPP, id_upp(db, "Kecamatan Satu"))
    asing.buka(alamat(unit), 404)
    asing.buka(alamat(unit, "/a4.pdf"), 404)
    sendiri = masuk_sebagai(app, db, Peran.OPERATOR_UPP, unit)
    assert sendiri.mentah.get(alamat(unit, "/a4.pdf")).status_code == 200
    with db.connect() as koneksi:
        assert koneksi.execute(text("SELECT count(*) FROM jejak WHERE jenis = 'ekspor'")).scalar_one() == 0
