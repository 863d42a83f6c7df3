"""Publishing over the web: looked at, frozen by the queue with its sheets, withdrawn; a killed attempt leaves nothing half."""

import json
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import Engine, text

from rtl_tracker.config import Settings
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.jobs import Antrean, tugas_publikasi
from rtl_tracker.jobs.tugas_dokumen import kerjakan
from rtl_tracker.perintah.jejak import jejak as perintah_jejak
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.usecases.baca_publikasi import muat_kepala
from rtl_tracker.usecases.pekerjaan_dokumen import muat_pekerjaan, pesan_dokumen
from rtl_tracker.usecases.terbitkan_hasil import pesanan_terbit
from rtl_tracker.usecases.verifikasi_publikasi import publikasi_rusak
from tests.usecases.isi_publikasi import KINI, TAHUN, calon_kini, terbitkan
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Klien
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT

HALAMAN = f"/tahun/{TAHUN}/publikasi"
TERBITKAN = f"{HALAMAN}/TAHUNAN/terbitkan"
ALASAN = "Nilai Kecamatan Satu keliru."


def kirim(klien: Klien, alamat: str, **isi: str) -> str:
    """Send a form of the page; the message on the page it leads to."""
    h = klien.buka(f"{HALAMAN}?periode=TAHUNAN")
    jawaban = klien.mentah.post(alamat, data={"csrf_token": h.csrf(), **isi})
    assert jawaban.status_code == 303
    return klien.buka(str(jawaban.headers["Location"])).teks()


def sidik(klien: Klien) -> str:
    h = klien.buka(f"{HALAMAN}?periode=TAHUNAN")
    return next(str(i.get("value")) for i in h.semua("input") if i.get("name") == "sidik")


def tunggu(klien: Klien, alamat: str) -> None:
    batas = time.monotonic() + 90
    while not klien.mentah.get(f"{alamat}/kemajuan.json").get_json()["usai"]:
        assert time.monotonic() < batas
        time.sleep(0.05)


def terbitkan_di_layar(klien: Klien) -> str:
    """Press the button, wait; the page of the finished work."""
    jawaban = klien.mentah.post(TERBITKAN, data={"csrf_token": klien.buka(HALAMAN).csrf(), "sidik": sidik(klien)})
    alamat = str(jawaban.headers["Location"])
    assert alamat.startswith("/pekerjaan/")
    tunggu(klien, alamat)
    return klien.buka(alamat).teks()


def pesan(db: Engine, id_: str, sidik: str) -> None:
    with session_tulis(db) as session:
        pesan_dokumen(session, pesanan_terbit(TAHUN, Periode.TAHUNAN, sidik), id_, KINI, None)


def folder_publikasi(settings: Settings) -> list[Path]:
    folder = settings.folder_laporan
    return sorted(folder.iterdir()) if folder.exists() else []


def test_without_libreoffice_word_sheets_are_published_with_a_notice(
    klien_isi: Klien, antrean: Antrean, settings: Settings, db: Engine
):
    antrean.mulai_di_proses_ini()
    teks = terbitkan_di_layar(klien_isi)
    assert "Lembar IKM diterbitkan sebagai berkas Word" in teks
    satu = id_upp(db, "Kecamatan Satu")
    jawaban = klien_isi.mentah.get(f"/publikasi/{TAHUN}/{satu}/lembar")
    assert "kecamatan-satu.docx" in jawaban.headers["Content-Disposition"]
    assert jawaban.data.startswith(b"PK")
    assert "Angkanya sama dengan yang tersimpan sekarang." in klien_isi.buka(HALAMAN).teks()
    with pabrik_session(db)() as session:
        assert publikasi_rusak(session, settings.folder_laporan) == ()


def test_with_libreoffice_every_unit_gets_its_own_page_as_a_pdf(
    klien_isi: Klien, settings: Settings, db: Engine, soffice: Path
):
    pesan(db, "kerja-pdf", calon_kini_menurut(db, settings))
    kerjakan(replace(settings, soffice=soffice), db, "kerja-pdf")
    for nama in ("Kecamatan Satu", NAMA_SULIT, NAMA_PANJANG):
        isi = klien_isi.mentah.get(f"/publikasi/{TAHUN}/{id_upp(db, nama)}/lembar").data
        halaman = PdfReader(BytesIO(isi)).pages
        assert len(halaman) == 1
        assert nama.split()[-1].strip("<>") in halaman[0].extract_text()
        assert len(isi) < 200_000
    isi = klien_isi.mentah.get(f"/publikasi/{TAHUN}/lembar").data
    assert "Kabupaten Uji & Coba" in PdfReader(BytesIO(isi)).pages[0].extract_text()


def calon_kini_menurut(db: Engine, settings: Settings) -> str:
    """The hash of what would be published; it does not depend on the address of the program."""
    return calon_kini(db).sidik


@pytest.mark.parametrize("saat", ["susun_lembar", "simpan_kumpulan", "simpan_publikasi"])
def test_a_killed_attempt_leaves_nothing_half_and_the_next_one_finishes(
    klien_isi: Klien, settings: Settings, db: Engine, monkeypatch: pytest.MonkeyPatch, saat: str
):
    class Mati(BaseException):
        """The process is gone."""

    def putus(*_isi: object) -> None:
        raise Mati

    modul = {"susun_lembar": "lembar_publikasi", "simpan_kumpulan": "berkas_pekerjaan", "simpan_publikasi": "terbitkan_hasil"}[
        saat
    ]
    pesan(db, "kerja", calon_kini(db).sidik)
    with monkeypatch.context() as sebentar:
        sebentar.setattr(f"rtl_tracker.usecases.{modul}.{saat}", putus)
        with pytest.raises(Mati):
            kerjakan(settings, db, "kerja")
    with pabrik_session(db)() as session:
        assert muat_kepala(session) == ()
    assert "belum diterbitkan" in klien_isi.buka(f"/publikasi/{TAHUN}").teks()
    kerjakan(settings, db, "kerja")
    with pabrik_session(db)() as session:
        (satu,) = muat_kepala(session)
        assert publikasi_rusak(session, settings.folder_laporan) == ()
        assert muat_pekerjaan(session, "kerja").berkas == "publikasi-kerja/instansi.docx"  # type: ignore[union-attr]
    assert (satu.nomor, [f.name for f in folder_publikasi(settings)]) == (1, ["publikasi-kerja"])


def test_work_begun_again_after_it_was_stored_makes_no_second_number(klien_isi: Klien, settings: Settings, db: Engine):
    pesan(db, "kerja", calon_kini(db).sidik)
    kerjakan(settings, db, "kerja")
    with session_tulis(db) as session:
        pesanan = muat_pekerjaan(session, "kerja").pesanan  # type: ignore[union-attr]
    assert tugas_publikasi.terbitkan(settings, db, "kerja", pesanan, lambda *_: None) == "publikasi-kerja/instansi.docx"
    with pabrik_session(db)() as session:
        assert len(muat_kepala(session)) == 1


def test_figures_that_changed_after_they_were_looked_at_are_not_published(klien_isi: Klien, settings: Settings, db: Engine):
    lama = sidik(klien_isi)
    with db.begin() as koneksi:
        koneksi.execute(text("UPDATE hasil SET jumlah_responden = 41 WHERE periode = 'S1'"))
    assert "Angka berubah sejak halaman ini dibuka" in kirim(klien_isi, TERBITKAN, sidik=lama)
    pesan(db, "kerja", lama)
    kerjakan(settings, db, "kerja")
    with pabrik_session(db)() as session:
        assert "Angka berubah" in (muat_pekerjaan(session, "kerja").galat or "")  # type: ignore[union-attr]
        assert muat_kepala(session) == ()
    assert folder_publikasi(settings) == []


def test_the_page_shows_what_differs_and_the_button_only_when_there_is_something_to_publish(klien_isi: Klien, db: Engine):
    assert "Belum pernah diterbitkan" in klien_isi.buka(HALAMAN).teks()
    terbitkan(db)
    h = klien_isi.buka(HALAMAN)
    assert "Terbitkan hasil" not in h.teks()
    with session_tulis(db) as session:
        session.execute(text("UPDATE hasil SET ikm_tercetak = '95.00' WHERE periode = 'S2'"))
    catat_perubahan(klien_isi)
    h = klien_isi.buka(HALAMAN)
    assert "Kecamatan Satu" in [b[0] for b in h.baris("tabel-beda")]
    assert "Terbitkan hasil setahun 2022" in h.teks()


def catat_perubahan(klien: Klien) -> None:
    """Something that is told of in the trail, as every change by the program is: pages are computed anew."""
    klien.mentah.post(f"/tahun/{TAHUN + 1}/buka", data={"csrf_token": klien.buka("/papan").csrf()})


def test_a_publication_is_withdrawn_with_a_reason_that_the_public_reads(klien_isi: Klien, db: Engine):
    terbitkan(db)
    alamat = f"{HALAMAN}/TAHUNAN/1/tarik"
    assert "Tulis alasan penarikan" in kirim(klien_isi, alamat, alasan="")
    teks = kirim(klien_isi, alamat, alasan=ALASAN)
    assert "nomor 1 ditarik" in teks
    assert ALASAN in klien_isi.buka(f"/publikasi/{TAHUN}").teks()
    assert "sudah ditarik" in kirim(klien_isi, alamat, alasan=ALASAN)
    assert "Terbitkan hasil setahun 2022" in klien_isi.buka(HALAMAN).teks()


def test_those_who_only_read_see_no_button(klien_isi: Klien, app: Flask, db: Engine):
    terbitkan(db)
    for peran in (Peran.INSPEKTUR, Peran.PIMPINAN):
        klien = masuk_sebagai(app, db, peran)
        h = klien.buka(HALAMAN)
        assert [f.get("action") for f in h.semua("form") if "publikasi" in str(f.get("action"))] == []
        assert "Publikasi" in [h.teks(a) for a in h.semua("a")]


def test_the_menu_leads_to_the_newest_year_or_says_what_comes_first(klien: Klien, db: Engine, tulis_csv):
    assert "Belum ada hasil" in klien.buka("/penerbitan").teks()


def test_the_command_finds_a_sheet_that_was_altered(
    klien_isi: Klien, settings: Settings, db: Engine, capsys: pytest.CaptureFixture[str]
):
    from argparse import Namespace

    pesan(db, "kerja", calon_kini(db).sidik)
    kerjakan(settings, db, "kerja")
    argumen = Namespace(kepala=None, json=True)
    assert perintah_jejak(argumen, settings) == 0
    (settings.folder_laporan / "publikasi-kerja" / "instansi.docx").write_bytes(b"lain")
    assert perintah_jejak(argumen, settings) == 1
    assert json.loads(capsys.readouterr().out.split("}\n{")[-1].join(("{", "")))["publikasi_rusak"] == [
        "Lembar IKM Publikasi hasil tahun 2022 nomor 1 hilang atau berubah."
    ]
