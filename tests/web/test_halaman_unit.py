"""Master data of units: added, changed, refused with what was typed, and two people at once."""

from flask import Flask
from sqlalchemy import Engine, text

from rtl_tracker.domain.peran import Peran
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Halaman, Klien
from tests.web.instansi import NAMA_SULIT


def _kirim(klien: Klien, alamat: str, isi: dict[str, str], status: int = 303) -> Halaman | None:
    halaman = klien.buka(alamat)
    data = {"csrf_token": halaman.csrf(), "versi": str(halaman.menurut_id("versi").get("value")), "ikut_rerata": "y", **isi}
    jawaban = klien.mentah.post(alamat, data=data)
    assert jawaban.status_code == status, jawaban.get_data(as_text=True)[:1000]
    return None if status == 303 else klien.periksa(alamat, jawaban, status)


def test_a_new_unit_stands_below_its_induk_and_owes_its_periods(klien_isi: Klien, db: Engine):
    induk = id_upp(db, NAMA_SULIT)
    isi = {"nama": "UPT Pelabuhan & <Dermaga>", "induk_id": str(induk), "frekuensi": "triwulan", "kelompok": "UPT"}
    _kirim(klien_isi, "/data-unit/tambah", isi)
    baris = klien_isi.buka("/data-unit").baris("tabel-unit")
    nama = [b[0] for b in baris]
    assert nama[nama.index(NAMA_SULIT) + 1] == "UPT Pelabuhan & <Dermaga>"
    assert baris[nama.index("UPT Pelabuhan & <Dermaga>")][2] == "triwulan"
    assert "Triwulan IV" in klien_isi.buka("/tahun/2022/papan").teks()


def test_a_taken_name_and_an_induk_in_a_circle_are_refused_with_what_was_typed(klien_isi: Klien, db: Engine):
    halaman = _kirim(klien_isi, "/data-unit/tambah", {"nama": "KECAMATAN, satu", "telepon": "0562-1"}, 422)
    assert halaman is not None
    assert "sudah dipakai unit lain" in halaman.teks()
    assert halaman.menurut_id("telepon").get("value") == "0562-1"
    with db.connect() as koneksi:
        induk, anak = koneksi.execute(text("SELECT induk_id, id FROM upp WHERE induk_id IS NOT NULL")).one()
    berputar = _kirim(klien_isi, f"/data-unit/{induk}", {"nama": "Dinas Perhubungan", "induk_id": str(anak)}, 422)
    assert berputar is not None
    assert "unit di bawahnya" in berputar.teks()


def test_the_second_of_two_editors_of_a_unit_is_told_and_every_change_is_an_event(klien_isi: Klien, app: Flask, db: Engine):
    id_ = id_upp(db, "Kecamatan Satu")
    lain = masuk_sebagai(app, db, Peran.ORGANISASI)
    _kirim(lain, f"/data-unit/{id_}", {"nama": "Kecamatan Satu", "telepon": "111"})
    halaman = _kirim(klien_isi, f"/data-unit/{id_}", {"nama": "Kecamatan Satu", "telepon": "222", "versi": "0"}, 409)
    assert halaman is not None
    assert "sudah diubah oleh" in halaman.teks()
    assert halaman.menurut_id("telepon").get("value") == "222"
    with db.connect() as koneksi:
        (rincian,) = koneksi.execute(text("SELECT rincian FROM jejak WHERE jenis = 'upp_diubah'")).scalars().all()
    assert '"telepon": ["", "111"]' in str(rincian)


def test_a_unit_that_does_not_exist_is_not_found(klien_isi: Klien):
    klien_isi.buka("/data-unit/999", 404)
