"""Access, headers, CSRF, hosts, error pages, and the one place where a request commits."""

import pytest
from flask import Flask, abort
from sqlalchemy import Engine, text
from werkzeug.exceptions import HTTPException

from rtl_tracker.app import create_app
from rtl_tracker.config import Settings
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.jobs import Antrean
from rtl_tracker.storage.pekerjaan_repository import buat_pekerjaan
from rtl_tracker.web.shared.akses import Cakupan, akses, syarat_endpoint
from rtl_tracker.web.shared.error_pages import KALIMAT
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session, simpan_walau_ditolak
from tests.web.akun import masuk_sebagai
from tests.web.daftar_endpoint import DAFTAR_ENDPOINT
from tests.web.halaman import Klien

PESANAN = Pesanan(JenisKerja.DOKUMEN, PermintaanDokumen(JenisDokumen.TAHUNAN, 2022))


def test_every_endpoint_is_in_the_inventory_with_its_method_address_and_access(app: Flask):
    nyata = {
        r.endpoint: (",".join(sorted((r.methods or set()) - {"HEAD", "OPTIONS"})), r.rule, syarat_endpoint(app, r.endpoint))
        for r in app.url_map.iter_rules()
    }
    assert nyata == DAFTAR_ENDPOINT


def test_an_endpoint_without_declared_access_is_refused(app: Flask, klien: Klien):
    app.add_url_rule("/lupa", "lupa", lambda: "rahasia")
    assert "rahasia" not in klien.buka("/lupa", 500).html


def test_an_endpoint_of_a_unit_whose_address_names_no_unit_is_refused(app: Flask, klien: Klien):
    app.add_url_rule("/lupa-unit", "lupa_unit", akses(Cakupan.UNIT)(lambda: "rahasia"))
    assert "rahasia" not in klien.buka("/lupa-unit", 500).html


@pytest.mark.parametrize("alamat", ["/", "/tahun", "/tahun/2022/upp/1", "/papan", "/rtl/1", "/pengguna"])
def test_nobody_without_a_log_in_sees_a_page(klien_asing: Klien, alamat: str):
    jawaban = klien_asing.mentah.get(alamat)
    assert jawaban.status_code == 303
    assert jawaban.headers["Location"].startswith("/masuk?lanjut=/")


def test_a_form_sent_after_the_log_in_ended_leads_back_to_its_own_page_and_nowhere_else(klien_asing: Klien, app: Flask):
    app.config["WTF_CSRF_ENABLED"] = False
    for asal, lanjut in (
        ("http://localhost/rtl/1/ubah?x=1", "/masuk?lanjut=/rtl/1/ubah?x%3D1"),
        ("http://jahat.example/x", "/masuk"),
    ):
        jawaban = klien_asing.mentah.post("/rtl/1/ubah", headers={"Referer": asal})
        assert (jawaban.status_code, jawaban.headers["Location"]) == (303, lanjut)


def test_a_script_without_a_log_in_gets_401_instead_of_a_page(klien_asing: Klien):
    assert klien_asing.mentah.get("/pekerjaan/x/kemajuan.json", headers={"Accept": "application/json"}).status_code == 401


@pytest.mark.parametrize("host", ["jahat.example", "127.0.0.1.jahat.example", "10.0.0.5:8000"])
def test_a_foreign_host_name_is_refused(klien: Klien, host: str):
    assert "RTL_BASE_URL" in klien.buka("/", 400, headers={"Host": host}).teks()


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost"])
def test_the_local_names_are_answered(klien_asing: Klien, host: str):
    klien_asing.buka("/masuk", headers={"Host": host})


@pytest.mark.parametrize("alamat", ["/tahun", "/tidak-ada", "/static/gaya.css"])
def test_every_answer_carries_strict_headers(klien: Klien, alamat: str):
    kepala = klien.mentah.get(alamat).headers
    csp = kepala["Content-Security-Policy"]
    assert "default-src 'self'" in csp
    assert "frame-ancestors 'none'" in csp
    assert "unsafe" not in csp
    assert kepala["X-Content-Type-Options"] == "nosniff"
    assert kepala["Referrer-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in kepala


def test_behind_https_the_cookie_is_secure_and_hsts_is_sent(settings: Settings, antrean: Antrean):
    from dataclasses import replace

    app = create_app(replace(settings, base_url="https://skm.contoh.go.id"), antrean)
    assert app.config["SESSION_COOKIE_SECURE"] is True
    jawaban = app.test_client().get("/masuk", headers={"Host": "skm.contoh.go.id"})
    assert jawaban.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(klien_isi: Klien):
    kue = klien_isi.mentah.get("/tahun").headers["Set-Cookie"]
    assert "HttpOnly" in kue
    assert "SameSite=Lax" in kue


def test_a_form_without_its_token_is_refused(klien_isi: Klien, db: Engine):
    for data in ({}, {"csrf_token": "palsu"}):
        assert "kedaluwarsa" in klien_isi.kirim("/tahun/2022/dokumen/tahunan/TAHUNAN/susun", data, 400).teks()
    with db.connect() as koneksi:
        assert koneksi.execute(text("SELECT count(*) FROM pekerjaan")).scalar() == 0


@pytest.mark.parametrize("kode", sorted(KALIMAT))
def test_every_error_page_is_a_whole_page_in_indonesian(app: Flask, klien: Klien, kode: int):
    app.add_url_rule("/galat", "galat", akses(Cakupan.PUBLIK)(lambda: abort(kode)))
    halaman = klien.buka("/galat", kode)
    assert halaman.teks(halaman.semua("h1")[0]) == KALIMAT[kode][0]


def test_an_error_without_a_sentence_of_its_own_is_in_indonesian_too(app: Flask, klien: Klien):
    app.add_url_rule("/galat", "galat", akses(Cakupan.PUBLIK)(lambda: abort(410)))
    assert "Permintaan tidak dapat dilayani" in klien.buka("/galat", 410).teks()


def test_a_wrong_method_names_the_right_ones(klien: Klien):
    jawaban = klien.mentah.post("/pekerjaan/x")
    assert klien.periksa("/pekerjaan/x", jawaban, 405)
    assert "GET" in jawaban.headers["Allow"]


def test_a_form_that_is_too_large_is_refused(klien_isi: Klien, app: Flask):
    app.config["MAX_CONTENT_LENGTH"] = 1000
    klien_isi.kirim("/tahun/2022/dokumen/tahunan/TAHUNAN/susun", {"csrf_token": "x" * 2000}, 413)


def test_an_unexpected_error_is_logged_and_tells_nothing(app: Flask, klien: Klien, caplog: pytest.LogCaptureFixture):
    def rusak() -> str:
        raise ZeroDivisionError("rahasia dalam")

    app.add_url_rule("/rusak", "rusak", akses(Cakupan.PUBLIK)(rusak))
    assert "rahasia" not in klien.buka("/rusak", 500).html
    assert "rahasia dalam" in caplog.text


def _rute_menulis(app: Flask) -> None:
    from datetime import UTC, datetime

    def tulis(akhir: str) -> str:
        buat_pekerjaan(request_session(), akhir, PESANAN, datetime.now(UTC))
        if akhir == "ditolak":
            abort(400)
        if akhir == "rusak":
            raise ZeroDivisionError
        return "jadi"

    app.config["WTF_CSRF_ENABLED"] = False
    app.add_url_rule("/tulis/<akhir>", "tulis", akses(Cakupan.PUBLIK)(tulis), methods=["POST", "GET"])


@pytest.mark.parametrize(("metode", "akhir", "tersimpan"), [
    ("POST", "baik", 1), ("POST", "ditolak", 0), ("POST", "rusak", 0), ("GET", "baik", 0),
])  # fmt: skip
def test_a_request_commits_once_and_only_when_it_writes_and_succeeds(
    app: Flask, klien: Klien, db: Engine, metode: str, akhir: str, tersimpan: int
):
    _rute_menulis(app)
    klien.mentah.open(f"/tulis/{akhir}", method=metode)
    with db.connect() as koneksi:
        assert koneksi.execute(text("SELECT count(*) FROM pekerjaan")).scalar() == tersimpan


def test_a_refusal_answered_with_a_redirect_stores_nothing_and_a_remembered_one_does(app: Flask, klien: Klien, db: Engine):
    from datetime import UTC, datetime

    def tulis(akhir: str) -> tuple[str, int]:
        buat_pekerjaan(request_session(), akhir, PESANAN, datetime.now(UTC))
        if akhir == "batal":
            batalkan_perubahan()
            return "", 303
        simpan_walau_ditolak()
        return "", 401

    app.config["WTF_CSRF_ENABLED"] = False
    app.add_url_rule("/tulis-lain/<akhir>", "tulis_lain", akses(Cakupan.PUBLIK)(tulis), methods=["POST"])
    for akhir in ("batal", "ingat"):
        klien.mentah.post(f"/tulis-lain/{akhir}")
    with db.connect() as koneksi:
        assert koneksi.execute(text("SELECT id FROM pekerjaan")).scalars().all() == ["ingat"]


def test_a_refused_access_is_recorded_with_who_and_where(app: Flask, klien_isi: Klien, db: Engine):
    operator = masuk_sebagai(app, db, Peran.OPERATOR_UPP, 1)
    operator.buka("/tahun/2022", 403)
    operator.buka("/tahun/2022/upp/2", 404)
    with db.connect() as koneksi:
        catatan = (
            koneksi.execute(text("SELECT catatan FROM jejak WHERE jenis = 'akses_ditolak' ORDER BY nomor")).scalars().all()
        )
    assert catatan == ["GET /tahun/2022", "GET /tahun/2022/upp/2"]


def test_a_redirect_to_the_right_address_stays_a_redirect(app: Flask, klien: Klien):
    app.add_url_rule("/map/", "map", akses(Cakupan.PUBLIK)(lambda: "isi"))
    assert klien.mentah.get("/map").status_code == 308


def test_the_sentences_cover_the_common_errors():
    assert {400, 403, 404, 405, 413, 500} <= set(KALIMAT)
    assert all(issubclass(HTTPException, Exception) and judul and kalimat.endswith(".") for judul, kalimat in KALIMAT.values())
