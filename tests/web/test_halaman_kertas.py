"""The screen for paper: a sheet after a sheet, what was typed stays when it is refused, the last ones can be corrected."""

import re

import pytest
from sqlalchemy import Engine, text

from rtl_tracker.domain.peran import Peran
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import id_layanan
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Halaman, Klien

LEMBAR = dict(zip((f"j{i}" for i in range(9)), "334433443", strict=True)) | {"umum": "4", "jenis_kelamin": "2", "saran": ""}


@pytest.fixture
def alamat(klien_isi: Klien, db: Engine) -> str:
    return f"/unit/{id_upp(db, 'Badan Arsip')}/2022/TAHUNAN/survei/kertas"


def isian(h: Halaman, **ubah: str) -> dict[str, str]:
    """What the page's form would send, with one sheet typed in."""
    form = next(f for f in h.semua("form") if "data-kertas" in f.attrib)
    ada = {str(i.get("name")): str(i.get("value") or "") for i in form.iter("input")}
    return {**ada, **LEMBAR, "tanggal": "2022-05-04", **ubah}


def kirim(klien: Klien, alamat: str, **ubah: str):
    return klien.mentah.post(alamat, data=isian(klien.buka(alamat), **ubah))


def banyak(db: Engine) -> int:
    with db.connect() as koneksi:
        return koneksi.execute(text("SELECT count(*) FROM jawaban")).scalar_one()


def test_a_sheet_is_stored_and_the_next_one_opens_with_what_stays_the_same(klien_isi: Klien, alamat: str, db: Engine):
    assert kirim(klien_isi, alamat, nomor="007").headers["Location"] == alamat
    h = klien_isi.buka(alamat)
    assert "Lembar tersimpan." in h.teks()
    berikut = isian(h)
    assert (h.menurut_id("tanggal").get("value"), berikut["nomor"], h.menurut_id("j0").get("value")) == (
        "2022-05-04",
        "008",
        "",
    )
    assert "autofocus" in h.menurut_id("jenis_kelamin").attrib
    assert "334433443" in h.teks()
    assert "Oleh Anda kali ini 1" in h.teks().replace("Oleh Anda kali ini1", "Oleh Anda kali ini 1")


def test_the_same_form_sent_twice_stores_once(klien_isi: Klien, alamat: str, db: Engine):
    data = isian(klien_isi.buka(alamat))
    for _ in range(2):
        assert klien_isi.mentah.post(alamat, data=data).status_code == 303
    assert banyak(db) == 1
    assert "tidak ada yang dicatat dua kali" in klien_isi.buka(alamat).teks()


def test_refused_keys_are_told_at_their_fields_and_everything_typed_stays(klien_isi: Klien, alamat: str, db: Engine):
    data = isian(klien_isi.buka(alamat), j2="7", tanggal="2030-01-01", saran="Loket <cepat>", nomor="5")
    h = klien_isi.kirim(alamat, data, 422)
    assert "Tekan 1 sampai 4" in h.teks(h.menurut_id("j2-galat"))
    assert "Tanggal di luar masa survei" in h.teks(h.menurut_id("tanggal-galat"))
    kini = isian(h)
    assert (h.menurut_id("j2").get("value"), h.menurut_id("tanggal").get("value"), kini["kunci"]) == (
        "7",
        "2030-01-01",
        data["kunci"],
    )
    assert h.teks(h.menurut_id("saran")) == "Loket <cepat>"
    assert ("autofocus" in h.menurut_id("tanggal").attrib, "autofocus" in h.menurut_id("j2").attrib) == (True, False)
    assert banyak(db) == 0


def test_equal_sheets_are_pointed_out_after_storing(klien_isi: Klien, alamat: str):
    kirim(klien_isi, alamat)
    kirim(klien_isi, alamat)
    assert "sama persis dengan kuesioner yang masuk" in klien_isi.buka(alamat).teks()


def test_a_sheet_is_corrected_from_the_list(klien_isi: Klien, alamat: str, db: Engine):
    kirim(klien_isi, alamat)
    h = klien_isi.buka(alamat)
    tautan = next(str(a.get("href")) for a in h.semua("a") if re.search(r"/kertas/\d+$", str(a.get("href"))))
    lembar = klien_isi.buka(tautan)
    assert (lembar.menurut_id("j2").get("value"), lembar.menurut_id("jenis_kelamin").get("value")) == ("4", "2")
    data = isian(lembar, j2="1")
    assert klien_isi.mentah.post(tautan, data=data).status_code == 303
    assert "331433443" in klien_isi.buka(alamat).teks()
    assert "sementara Anda mengisi" in klien_isi.kirim(tautan, {**data, "j2": "2"}, 409).teks()


def test_a_unit_with_several_layanan_asks_for_one_and_keeps_it(klien_isi: Klien, alamat: str, db: Engine):
    upp = id_upp(db, "Badan Arsip")
    with session_tulis(db) as session:
        layanan = id_layanan(session, {(upp, "Peminjaman"), (upp, "Penelusuran")})
    h = klien_isi.kirim(alamat, isian(klien_isi.buka(alamat)), 422)
    assert "Pilih layanan" in h.teks(h.menurut_id("layanan-galat"))
    dipilih = klien_isi.buka(f"{alamat}?layanan={layanan[upp, 'penelusuran']}&kode=V1")
    assert klien_isi.mentah.post(alamat, data=isian(dipilih)).status_code == 303
    berikut = isian(klien_isi.buka(alamat))
    assert berikut["layanan"] == str(layanan[upp, "penelusuran"])


def test_a_survey_that_has_not_begun_says_so_and_shows_no_form(klien_isi: Klien, alamat: str):
    h = klien_isi.buka(alamat.replace("2022", "2031"))
    assert "belum dibuka" in h.teks()
    assert not [f for f in h.semua("form") if "data-kertas" in f.attrib]


def test_an_operator_reaches_his_own_unit_only(app, db: Engine, klien_isi: Klien, alamat: str):
    klien = masuk_sebagai(app, db, Peran.OPERATOR_UPP, id_upp(db, "Kecamatan Satu"))
    assert klien.mentah.get(alamat).status_code == 404
