"""The page of the audit trail: filters, words, pages, the Excel file that is itself recorded, who may open it."""

from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import Engine, text

from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Peran, pelaku_program
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.session import session_tulis
from tests.usecases.isi_antrean import KINI, SULIT, Kantor
from tests.web.akun import masuk, masuk_sebagai
from tests.web.halaman import Klien


@pytest.fixture
def kantor(db: Engine) -> Kantor:
    return Kantor(db)


@pytest.fixture
def inspektur(app: Flask, db: Engine, kantor: Kantor) -> Klien:
    """Client with an inspector logged in."""
    assert kantor.inspektur.id is not None
    return masuk(app, db, kantor.inspektur.id)


def catat(kantor: Kantor, banyak: int = 1, **lain) -> None:
    with session_tulis(kantor.engine) as session:
        for i in range(1, banyak + 1):
            isi = {"catatan": f"Kejadian {i}", **lain}
            catat_jejak(session, pelaku_program(), KINI, JenisJejak.RTL_DIUBAH, Objek.RTL, 7, upp_id=kantor.sulit, **isi)


def test_an_empty_trail_says_what_will_stand_here(inspektur: Klien):
    assert "Belum ada catatan" in inspektur.buka("/jejak").teks()


def test_a_record_shows_who_what_where_and_the_values_before_and_after(inspektur: Klien, kantor: Kantor):
    catat(kantor, catatan='<script>alert("x")</script> & lain', rincian={"kegiatan": ["Lama <b>", "Baru & baik"]})
    halaman = inspektur.buka("/jejak")
    (baris,) = halaman.baris("tabel-jejak")
    assert baris[1].startswith("Rencana RTL diubah")
    assert "Maret 2026 pukul" in baris[2]
    assert baris[3:5] == ["baris perintahprogram", SULIT]
    assert '<script>alert("x")</script> & lain' in baris[5]
    assert "Kegiatan" in baris[5]
    assert "Lama <b>" in baris[5]
    assert "Baru & baik" in baris[5]
    assert halaman.tautan("RTL nomor 7") == "/jejak?rtl=7"


def test_filters_narrow_the_list_and_offer_the_way_back(inspektur: Klien, kantor: Kantor):
    rtl_id = kantor.lapor()
    catat(kantor, 3)
    for saringan, banyak in (
        (f"upp={kantor.sulit}", 3), (f"rtl={rtl_id}", 1), (f"pengguna={kantor.operator.id}", 1), ("jenis=rtl_diubah", 3), ("cari=kejadian+2", 1),
        ("jenis=karangan", 4), ("rtl=99999999999999999999", 4), ("upp=x&pengguna=-1", 4),
    ):  # fmt: skip
        assert len(inspektur.buka(f"/jejak?{saringan}").baris("tabel-jejak")) == banyak, saringan
    kosong = inspektur.buka("/jejak?cari=tidakada")
    assert "Tidak ada catatan yang cocok" in kosong.teks()
    assert kosong.tautan("Hapus saringan") == "/jejak"
    assert inspektur.buka(f"/jejak?rtl={rtl_id}").tautan(f"Buka halaman RTL nomor {rtl_id}") == f"/rtl/{rtl_id}"
    assert "Buka halaman RTL" not in inspektur.buka("/jejak?rtl=7").teks()


def test_the_pages_keep_the_filter(inspektur: Klien, kantor: Kantor):
    catat(kantor, 120)
    halaman = inspektur.buka("/jejak?jenis=rtl_diubah&halaman=2")
    assert "Halaman 2 dari 3" in halaman.teks()
    assert "Menampilkan 50 dari 120 catatan yang cocok" in halaman.teks()
    assert halaman.tautan("Halaman berikutnya") == "/jejak?jenis=rtl_diubah&halaman=3"
    assert inspektur.buka("/jejak?halaman=999").tautan("Halaman sebelumnya") == "/jejak?halaman=2"


def test_the_excel_file_is_handed_out_by_the_filter_and_recorded(inspektur: Klien, db: Engine, kantor: Kantor):
    catat(kantor, 2)
    kantor.lapor()
    jawaban = inspektur.mentah.get(f"/jejak.xlsx?upp={kantor.sulit}")
    assert jawaban.status_code == 200
    assert jawaban.headers["Content-Disposition"].startswith("attachment; filename=jejak-20")
    assert jawaban.headers["Cache-Control"] == "no-store"
    assert load_workbook(BytesIO(jawaban.data))["Jejak"].max_row == 8
    with db.connect() as koneksi:
        jejak = koneksi.execute(text("SELECT jenis, catatan, pelaku FROM jejak ORDER BY nomor DESC LIMIT 1")).one()
    assert tuple(jejak) == ("ekspor", f"Jejak audit (Excel, 2 dari 2 catatan; saringan: unit {SULIT})", "Akun inspektur")


def test_a_trail_that_somebody_spoilt_can_still_be_read(inspektur: Klien, db: Engine, kantor: Kantor):
    catat(kantor, 2)
    with db.begin() as koneksi:
        koneksi.execute(text("UPDATE jejak SET waktu = 'kemarin', rincian = 'rusak', peran = 'x', jenis = 'y' WHERE nomor = 1"))
    assert len(inspektur.buka("/jejak").baris("tabel-jejak")) == 2
    assert inspektur.mentah.get("/jejak.xlsx").status_code == 200


@pytest.mark.parametrize("alamat", ["/jejak", "/jejak.xlsx"])
def test_the_trail_is_closed_to_units_and_heads(app: Flask, db: Engine, kantor: Kantor, klien_asing: Klien, alamat: str):
    masuk_sebagai(app, db, Peran.OPERATOR_UPP, kantor.satu).buka(alamat, 403)
    masuk_sebagai(app, db, Peran.PIMPINAN).buka(alamat, 403)
    assert klien_asing.mentah.get(alamat).status_code == 303
    assert masuk_sebagai(app, db, Peran.ORGANISASI).mentah.get(alamat).status_code == 200
