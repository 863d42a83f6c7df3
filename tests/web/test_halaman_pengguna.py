"""The pages for accounts."""

from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from rtl_tracker.domain.peran import Peran
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import simpan_upp
from tests.web.akun import buat_akun, id_upp, masuk_sebagai
from tests.web.halaman import Halaman, Klien

NAMA_SULIT = 'Dinas "Kependudukan" & <Pencatatan> Sipil, Pemberdayaan Perempuan, dan Keluarga'


@pytest.fixture
def upp_id(db: Engine) -> int:
    """A unit whose name is long and full of signs."""
    with session_tulis(db) as session:
        simpan_upp(session, NAMA_SULIT, {})
    return id_upp(db, NAMA_SULIT)


def kirim(klien: Klien, alamat: str, status: int, dari: str = "/pengguna", **data: str) -> Halaman:
    """Fill in a form of the page `dari`."""
    return klien.kirim(alamat, {"csrf_token": klien.buka(dari).csrf(), **data}, status)


def tekan(klien: Klien, alamat: str, **data: str) -> str:
    """Press a button; returns the address that follows."""
    jawaban = klien.mentah.post(alamat, data={"csrf_token": klien.buka("/pengguna").csrf(), **data})
    assert jawaban.status_code == 303
    return str(jawaban.headers["Location"])


def akun(db: Engine, pengguna_id: int) -> dict[str, object]:
    with db.connect() as koneksi:
        return dict(koneksi.execute(text("SELECT * FROM pengguna WHERE id = :i"), {"i": pengguna_id}).mappings().one())


def versi(klien: Klien, pengguna_id: int) -> str:
    halaman = klien.buka(f"/pengguna/{pengguna_id}")
    return next(str(i.get("value")) for i in halaman.semua("input") if i.get("name") == "versi")


def test_the_list_shows_counts_and_every_account_with_its_unit(klien, db, upp_id):
    buat_akun(db, Peran.OPERATOR_UPP, upp_id, 'Budi & "Sari" <b>')
    halaman = klien.buka("/pengguna")
    assert "2 akun: 2 aktif, 0 menunggu sandi diganti, 0 nonaktif." in halaman.teks()
    assert halaman.baris("tabel-pengguna")[1] == ['Budi & "Sari" <b>', "akun2", "Operator UPP", NAMA_SULIT, "aktif"]
    assert [b[0] for b in klien.buka("/pengguna?peran=operator_upp").baris("tabel-pengguna")] == ['Budi & "Sari" <b>']


def test_a_filter_that_fits_nobody_says_what_to_do(klien):
    halaman = klien.buka("/pengguna?cari=hantu&keadaan=nonaktif&peran=raja")
    assert "Tidak ada akun yang cocok." in halaman.teks()
    assert halaman.tautan("Hapus saringan") == "/pengguna"


def test_a_new_account_gets_a_password_that_is_shown_once_and_kept_nowhere(klien, db, upp_id, app):
    token = klien.buka("/pengguna/tambah").csrf()
    data = {"csrf_token": token, "nama_masuk": "Budi.S", "nama": "Budi & Sari", "peran": "operator_upp", "upp_id": str(upp_id)}
    jawaban = klien.mentah.post("/pengguna/tambah", data=data)
    halaman = klien.periksa("/pengguna/tambah", jawaban, 200)
    sandi = halaman.teks(halaman.menurut_id("sandi-sekali-pakai"))
    assert jawaban.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in jawaban.headers or sandi not in jawaban.headers["Set-Cookie"]
    assert sandi not in klien.buka("/pengguna").html
    pendatang = Klien(app.test_client())
    isi = {"csrf_token": pendatang.buka("/masuk").csrf(), "nama_masuk": "budi.s", "sandi": sandi}
    assert pendatang.mentah.post("/masuk", data=isi).status_code == 303


@pytest.mark.parametrize(
    ("data", "bidang"),
    [
        ({"nama_masuk": "akun1"}, "nama_masuk"),
        ({"nama_masuk": "budi santoso"}, "nama_masuk"),
        ({"nama_masuk": ""}, "nama_masuk"),
        ({"nama": ""}, "nama"),
        ({"nama": "x" * 300}, "nama"),
        ({"peran": ""}, "peran"),
        ({"peran": "raja"}, "peran"),
        ({"upp_id": "9999"}, "upp_id"),
        ({"upp_id": "abc"}, "upp_id"),
        ({"peran": "operator_upp"}, "upp_id"),
    ],
)
def test_a_refused_account_keeps_what_was_typed_and_names_the_field(klien, db, upp_id, data, bidang):
    isian = {"nama_masuk": "budi", "nama": "Budi <b>", "peran": "inspektur", "upp_id": ""} | data
    halaman = kirim(klien, "/pengguna/tambah", 422, "/pengguna/tambah", **isian)
    assert halaman.teks(halaman.menurut_id(f"{bidang}-galat"))
    assert halaman.menurut_id("nama_masuk").get("value") == isian["nama_masuk"]
    with db.connect() as koneksi:
        assert koneksi.execute(text("SELECT count(*) FROM pengguna")).scalar() == 1


def test_a_change_is_stored(klien, db, upp_id):
    id_ = buat_akun(db, Peran.INSPEKTUR)
    isian = {"nama": "Sari", "peran": "pimpinan", "upp_id": str(upp_id), "versi": versi(klien, id_)}
    assert tekan(klien, f"/pengguna/{id_}", **isian) == "/pengguna"
    assert "Pengguna disimpan." in klien.buka("/pengguna").teks()
    assert [akun(db, id_)[k] for k in ("nama", "peran", "upp_id")] == ["Sari", "pimpinan", upp_id]


def test_the_second_editor_sees_what_is_stored_beside_his_own_and_may_insist(klien, app, db):
    id_ = buat_akun(db, Peran.INSPEKTUR)
    lama = versi(klien, id_)
    lain = masuk_sebagai(app, db, Peran.ORGANISASI)
    tekan(lain, f"/pengguna/{id_}", nama="Yang pertama", peran="inspektur", upp_id="", versi=lama)
    halaman = kirim(klien, f"/pengguna/{id_}", 409, nama="Yang kedua", peran="inspektur", upp_id="", versi=lama)
    assert "Isi tersimpan: Yang pertama; Inspektorat; Seluruh instansi." in halaman.teks()
    assert halaman.menurut_id("nama").get("value") == "Yang kedua"
    baru = next(str(i.get("value")) for i in halaman.semua("input") if i.get("name") == "versi")
    tekan(klien, f"/pengguna/{id_}", nama="Yang kedua", peran="inspektur", upp_id="", versi=baru)
    assert akun(db, id_)["nama"] == "Yang kedua"


@pytest.mark.parametrize("versi_palsu", ["", "abc", "-1", "²"])
def test_a_form_without_its_version_is_a_conflict_not_an_error(klien, db, versi_palsu):
    id_ = buat_akun(db, Peran.INSPEKTUR)
    kirim(klien, f"/pengguna/{id_}", 409, nama="Sari", peran="inspektur", upp_id="", versi=versi_palsu)


def test_a_reset_shows_a_new_password_once_and_ends_the_log_ins(klien, app, db):
    id_ = buat_akun(db, Peran.INSPEKTUR)
    from tests.web.akun import masuk

    pemilik = masuk(app, db, id_)
    halaman = kirim(klien, f"/pengguna/{id_}/sandi", 200)
    assert len(halaman.teks(halaman.menurut_id("sandi-sekali-pakai"))) == 19
    assert pemilik.mentah.get("/sandi").headers["Location"].startswith("/masuk")
    klien.buka(f"/pengguna/{id_}/sandi", 405)


def test_switching_off_and_on_is_one_button_each(klien, db):
    id_ = buat_akun(db, Peran.INSPEKTUR)
    assert tekan(klien, f"/pengguna/{id_}/aktif", aktif="0") == f"/pengguna/{id_}"
    halaman = klien.buka(f"/pengguna/{id_}")
    assert "Pengguna dinonaktifkan" in halaman.teks()
    assert [b for b in halaman.semua("button") if halaman.teks(b) == "Buat sandi baru"] == []
    assert tekan(klien, f"/pengguna/{id_}/sandi") == f"/pengguna/{id_}"
    assert "Aktifkan lebih dahulu" in klien.buka("/pengguna").teks()
    tekan(klien, f"/pengguna/{id_}/aktif", aktif="1")
    assert akun(db, id_)["aktif"]


def test_ones_own_account_offers_no_button_against_oneself_and_refuses_a_forged_one(klien, db):
    halaman = klien.buka("/pengguna/1")
    assert {halaman.teks(b) for b in halaman.semua("button")} & {"Nonaktifkan akun", "Buat sandi baru"} == set()
    tekan(klien, "/pengguna/1/aktif", aktif="0")
    assert "Akun sendiri tidak dapat dinonaktifkan" in klien.buka("/pengguna").teks()
    assert akun(db, 1)["aktif"]


@pytest.mark.parametrize("bagian", ["", "/sandi", "/aktif"])
def test_an_unknown_account_is_not_found(klien, bagian):
    kirim(klien, f"/pengguna/404{bagian}", 404, nama="x", peran="inspektur", upp_id="", versi="1")
    klien.buka("/pengguna/404", 404)


@pytest.mark.parametrize("peran", [Peran.INSPEKTUR, Peran.PIMPINAN, Peran.OPERATOR_UPP])
@pytest.mark.parametrize("alamat", ["", "/tambah", "/1"])
def test_other_roles_see_nothing_of_the_accounts(app: Flask, db: Engine, upp_id: int, peran: Peran, alamat: str):
    klien = masuk_sebagai(app, db, peran, upp_id if peran is Peran.OPERATOR_UPP else None)
    assert "akun1" not in klien.buka(f"/pengguna{alamat}", 403).teks()


def test_other_roles_change_nothing_of_the_accounts(app, db):
    id_ = buat_akun(db, Peran.ORGANISASI)
    klien = masuk_sebagai(app, db, Peran.INSPEKTUR)
    for bagian in ("", "/sandi", "/aktif"):
        token = klien.buka("/sandi").csrf()
        klien.kirim(f"/pengguna/{id_}{bagian}", {"csrf_token": token, "aktif": "0"}, 403)
    assert akun(db, id_)["aktif"]


def test_the_forms_need_their_token(klien, db):
    id_ = buat_akun(db, Peran.INSPEKTUR)
    for alamat in ("/pengguna/tambah", f"/pengguna/{id_}", f"/pengguna/{id_}/sandi", f"/pengguna/{id_}/aktif"):
        klien.kirim(alamat, {"aktif": "0"}, 400)
    assert akun(db, id_)["aktif"]


def test_a_hundred_accounts_cost_no_more_queries_than_one(klien, db, app):
    from sqlalchemy import event

    from rtl_tracker.usecases.kelola_pengguna import AKTIF
    from tests.web.akun import SANDI_TAK_DIPAKAI

    def hitung() -> int:
        perintah: list[str] = []

        def catat(_k: object, _c: object, pernyataan: str, *_: object) -> None:
            perintah.append(pernyataan)

        event.listen(Engine, "before_cursor_execute", catat)
        klien.buka("/pengguna")
        event.remove(Engine, "before_cursor_execute", catat)
        return len(perintah)

    sedikit = hitung()
    now = datetime.now(UTC)
    with db.begin() as koneksi:
        for i in range(100):
            koneksi.execute(
                text(
                    "INSERT INTO pengguna (nama_masuk, nama, peran, sandi, wajib_ganti, aktif, dibuat, versi) "
                    "VALUES (:m, :n, 'inspektur', :s, false, true, :d, 1)"
                ),
                {"m": f"massal{i}", "n": f"{AKTIF} {i}", "s": SANDI_TAK_DIPAKAI, "d": now.isoformat(" ")},
            )
    assert hitung() == sedikit
