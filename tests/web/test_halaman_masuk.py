"""The door: log-in, log-out, the own password, and everything somebody may try there."""

from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from rtl_tracker.domain.peran import Peran, pelaku_program
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases import kelola_pengguna as kelola
from rtl_tracker.usecases.kelola_pengguna import SandiSekaliPakai
from rtl_tracker.usecases.sesi import PALING_DIAM
from tests.cetakan import tuang
from tests.web.akun import masuk_sebagai
from tests.web.halaman import Halaman, Klien

BARU = "kuda lumping 17"


@pytest.fixture
def budi(db: Engine) -> SandiSekaliPakai:
    """An account of Bagian Organisasi that was just made."""
    return tuang(db, "budi", _tambah_budi)


def _tambah_budi(db: Engine) -> SandiSekaliPakai:
    with session_tulis(db) as session:
        return kelola.tambah_pengguna(session, pelaku_program(), datetime.now(UTC), "budi", "Budi", Peran.ORGANISASI, None)


def coba(klien: Klien, nama: str, sandi: str, status: int, lanjut: str = "") -> Halaman:
    """Fill in the form and be refused."""
    token = klien.buka("/masuk").csrf()
    return klien.kirim("/masuk", {"csrf_token": token, "nama_masuk": nama, "sandi": sandi, "lanjut": lanjut}, status)


def masukkan(klien: Klien, akun: SandiSekaliPakai, lanjut: str = "", sandi: str = "") -> str:
    """Fill in the form and come in; returns the address that follows."""
    token = klien.buka("/masuk").csrf()
    data = {"csrf_token": token, "nama_masuk": akun.nama_masuk, "sandi": sandi or akun.sandi, "lanjut": lanjut}
    jawaban = klien.mentah.post("/masuk", data=data)
    assert jawaban.status_code == 303
    return str(jawaban.headers["Location"])


def ganti(klien: Klien, lama: str, baru: str, ulang: str, status: int) -> Halaman:
    """Fill in the form for a new password and be refused."""
    token = klien.buka("/sandi").csrf()
    return klien.kirim("/sandi", {"csrf_token": token, "lama": lama, "baru": baru, "ulang": ulang}, status)


def jadi_ganti(klien: Klien, lama: str, baru: str = BARU) -> None:
    """Change the password."""
    token = klien.buka("/sandi").csrf()
    jawaban = klien.mentah.post("/sandi", data={"csrf_token": token, "lama": lama, "baru": baru, "ulang": baru})
    assert jawaban.status_code == 303


def ditolak(klien: Klien, alamat: str = "/pengguna") -> bool:
    """Whether this client is sent to the log-in."""
    jawaban = klien.mentah.get(alamat)
    return jawaban.status_code == 303 and jawaban.headers["Location"].startswith("/masuk")


def isian(halaman: Halaman, nama: str) -> str:
    """What a field of the page holds."""
    return next(str(i.get("value") or "") for i in halaman.semua("input") if i.get("name") == nama)


def test_the_log_in_page_says_what_to_do_without_an_account_and_is_kept_nowhere(klien_asing, budi):
    halaman = klien_asing.buka("/masuk")
    assert "Hubungi Bagian Organisasi" in halaman.teks()
    assert "rtl-tracker pengguna tambah" not in halaman.teks()
    assert klien_asing.mentah.get("/masuk").headers["Cache-Control"] == "no-store"
    lengkap = {str(i.get("name")): i.get("autocomplete") for i in halaman.semua("input")}
    assert (lengkap["nama_masuk"], lengkap["sandi"]) == ("username", "current-password")
    assert all(i.get("maxlength") is None for i in halaman.semua("input"))


def test_an_installation_without_accounts_names_the_command_that_makes_the_first(klien_asing, db):
    assert "rtl-tracker pengguna tambah budi.santoso" in klien_asing.buka("/masuk").teks()


def test_the_first_log_in_leads_to_a_new_password_and_from_there_to_the_work(klien_asing, budi):
    masukkan(klien_asing, budi)
    assert klien_asing.mentah.get("/pengguna").headers["Location"] == "/sandi"
    assert "sandi sekali pakai" in klien_asing.buka("/sandi").teks()
    jadi_ganti(klien_asing, budi.sandi)
    assert "Sandi sudah diganti" in klien_asing.buka("/pengguna").teks()
    assert klien_asing.buka("/sandi").teks(klien_asing.buka("/sandi").semua("h1")[0]) == "Ganti sandi"


def test_whoever_is_logged_in_is_led_on(klien):
    assert klien.mentah.get("/masuk").headers["Location"] == "/tahun"
    assert klien.mentah.get("/masuk?lanjut=/pengguna").headers["Location"] == "/pengguna"


def test_a_second_log_in_on_top_of_the_first_is_refused_and_nobody_is_confused(klien, db, budi):
    token = klien.buka("/pengguna").csrf()
    jawaban = klien.mentah.post("/masuk", data={"csrf_token": token, "nama_masuk": "budi", "sandi": budi.sandi})
    assert jawaban.status_code == 303
    assert "Keluar lebih dahulu" in klien.buka("/pengguna").teks()


def test_after_the_log_in_one_returns_to_the_page_that_was_asked_for(klien_asing, budi):
    ke_masuk = klien_asing.mentah.get("/pengguna?cari=sari&peran=").headers["Location"]
    halaman = klien_asing.buka(ke_masuk)
    assert isian(halaman, "lanjut") == "/pengguna?cari=sari&peran="
    assert masukkan(klien_asing, budi, isian(halaman, "lanjut")) == "/pengguna?cari=sari&peran="


@pytest.mark.parametrize(
    "lanjut",
    [
        "https://jahat.example/",
        "//jahat.example/",
        "/\\jahat.example/",
        "\\\\jahat.example",
        "/\t/jahat.example",
        "javascript:alert(1)",
        "/\r\nSet-Cookie: a=b",
        "jahat.example",
        "http:/pengguna",
    ],
)
def test_nobody_is_led_to_a_foreign_address(klien_asing, budi, lanjut):
    assert isian(klien_asing.buka("/masuk", query_string={"lanjut": lanjut}), "lanjut") == ""
    assert masukkan(klien_asing, budi, lanjut) == "/tahun"


def test_a_wrong_password_answers_401_keeps_the_name_and_the_way_but_not_the_password(klien_asing, budi):
    halaman = coba(klien_asing, "Budi <b>", "bukan sandinya ini", 401, "/pengguna")
    assert "tidak cocok" in halaman.teks()
    assert (isian(halaman, "nama_masuk"), isian(halaman, "sandi"), isian(halaman, "lanjut")) == ("Budi <b>", "", "/pengguna")


def test_an_unknown_name_and_a_wrong_password_get_the_same_page(klien_asing, app, budi):
    ada = coba(klien_asing, "budi", "bukan sandinya ini", 401)
    tiada = coba(Klien(app.test_client()), "hantu", "bukan sandinya ini", 401)
    assert ada.teks() == tiada.teks()


def test_a_failure_is_stored_although_it_is_refused(klien_asing, db, budi):
    coba(klien_asing, "budi", "bukan sandinya ini", 401)
    with db.connect() as koneksi:
        assert koneksi.execute(text("SELECT count(*) FROM jejak WHERE jenis = 'masuk_gagal'")).scalar() == 1
        assert koneksi.execute(text("SELECT gagal FROM percobaan_masuk WHERE kunci LIKE 'akun:%'")).scalar() == 1


def test_after_five_failures_the_page_says_how_long_to_wait(klien_asing, budi):
    for _ in range(5):
        halaman = coba(klien_asing, "budi", "bukan sandinya ini", 401)
    assert "setelah 1 menit" in halaman.teks()
    token = klien_asing.buka("/masuk").csrf()
    data = {"csrf_token": token, "nama_masuk": "budi", "sandi": budi.sandi}
    jawaban = klien_asing.mentah.post("/masuk", data=data)
    assert "Tunggu 1 menit" in klien_asing.periksa("/masuk", jawaban, 429).teks()
    assert 1 <= int(jawaban.headers["Retry-After"]) <= 61
    assert jawaban.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("data", [{}, {"nama_masuk": "budi"}, {"sandi": "x"}, {"nama_masuk": " ", "sandi": ""}])
def test_an_empty_form_is_told_what_is_missing_and_counts_nothing(klien_asing, db, budi, data):
    token = klien_asing.buka("/masuk").csrf()
    assert "Isi " in klien_asing.kirim("/masuk", {"csrf_token": token, **data}, 422).teks()
    with db.connect() as koneksi:
        assert koneksi.execute(text("SELECT count(*) FROM percobaan_masuk")).scalar() == 0


@pytest.mark.parametrize("nama", ["\x00", "a\x00b", "x" * 100_000, "😀", "' OR 1=1 --", "%s%(x)s{}"])
def test_strange_names_are_only_wrong(klien_asing, budi, nama):
    coba(klien_asing, nama, "y" * 100_000, 401)


@pytest.mark.parametrize("token", [None, "palsu"])
def test_the_log_in_form_needs_its_token(klien_asing, db, budi, token):
    klien_asing.buka("/masuk")
    data = {"nama_masuk": "budi", "sandi": budi.sandi} | ({} if token is None else {"csrf_token": token})
    klien_asing.kirim("/masuk", data, 400)
    with db.connect() as koneksi:
        assert koneksi.execute(text("SELECT count(*) FROM sesi")).scalar() == 0


def test_the_cookie_of_before_the_log_in_knows_nothing_afterwards(klien_asing, app, budi):
    klien_asing.buka("/masuk")
    sebelum = klien_asing.mentah.get_cookie("rtl_tracker").value
    masukkan(klien_asing, budi)
    sesudah = klien_asing.mentah.get_cookie("rtl_tracker").value
    penyusup = Klien(app.test_client())
    penyusup.mentah.set_cookie("rtl_tracker", sebelum)
    assert sebelum != sesudah
    assert ditolak(penyusup)


def test_what_the_cookie_held_before_the_log_in_is_gone(klien_asing, budi):
    klien_asing.buka("/masuk")
    with klien_asing.mentah.session_transaction(base_url="http://localhost") as kue:
        kue["titipan"] = "penyusup"
    masukkan(klien_asing, budi)
    with klien_asing.mentah.session_transaction(base_url="http://localhost") as kue:
        assert "titipan" not in kue


def test_a_kept_cookie_is_worthless_after_logging_out(klien_asing, app, budi):
    masukkan(klien_asing, budi)
    kue = klien_asing.mentah.get_cookie("rtl_tracker").value
    jawaban = klien_asing.mentah.post("/keluar", data={"csrf_token": klien_asing.buka("/sandi").csrf()})
    assert jawaban.headers["Location"] == "/masuk"
    assert "Anda sudah keluar." in klien_asing.buka("/masuk").teks()
    pencuri = Klien(app.test_client())
    pencuri.mentah.set_cookie("rtl_tracker", kue)
    assert ditolak(pencuri)


def test_logging_out_needs_the_token_and_a_post(klien):
    klien.buka("/keluar", 405)
    klien.kirim("/keluar", {}, 400)
    assert not ditolak(klien)


def test_logging_out_twice_is_no_error(klien, db):
    token = klien.buka("/sandi").csrf()
    with db.begin() as koneksi:
        koneksi.execute(text("DELETE FROM sesi"))
    assert klien.mentah.post("/keluar", data={"csrf_token": token}).headers["Location"] == "/masuk"


@pytest.mark.parametrize(("detik", "keluar"), [(-60, False), (60, True)])
def test_a_log_in_that_nobody_works_with_ends(klien, detik, keluar):
    with klien.mentah.session_transaction(base_url="http://localhost") as kue:
        kue["terakhir"] = int(datetime.now(UTC).timestamp() - PALING_DIAM.total_seconds()) - detik
    assert ditolak(klien) is keluar


def test_working_keeps_the_log_in_alive(klien):
    lama = int(datetime.now(UTC).timestamp()) - 3600
    with klien.mentah.session_transaction(base_url="http://localhost") as kue:
        kue["terakhir"] = lama
    klien.buka("/sandi")
    with klien.mentah.session_transaction(base_url="http://localhost") as kue:
        assert kue["terakhir"] > lama + 3000


@pytest.mark.parametrize("perintah", ["UPDATE sesi SET berakhir = '2020-01-01 00:00:00'", "UPDATE pengguna SET aktif = false"])
def test_an_ended_log_in_and_an_account_that_is_off_are_led_to_the_door(klien, db, perintah):
    assert not ditolak(klien)
    with db.begin() as koneksi:
        koneksi.execute(text(perintah))
    assert ditolak(klien)


def test_a_changed_password_ends_the_log_ins_elsewhere(klien_asing, app, budi):
    lain = Klien(app.test_client())
    masukkan(lain, budi)
    masukkan(klien_asing, budi)
    jadi_ganti(klien_asing, budi.sandi)
    assert not ditolak(klien_asing)
    assert ditolak(lain)
    coba(lain, "budi", budi.sandi, 401)
    masukkan(lain, budi, sandi=BARU)


def test_a_wrong_old_password_is_refused_at_its_field_and_counted(klien_asing, db, budi):
    masukkan(klien_asing, budi)
    halaman = ganti(klien_asing, "bukan sandinya ini", BARU, BARU, 422)
    assert "Sandi lama tidak cocok." in halaman.teks(halaman.menurut_id("lama-galat"))
    with db.connect() as koneksi:
        assert koneksi.execute(text("SELECT gagal FROM percobaan_masuk WHERE kunci LIKE 'akun:%'")).scalar() == 1


@pytest.mark.parametrize(
    ("baru", "ulang", "bidang", "kalimat"),
    [
        ("pendek", "pendek", "baru", "paling sedikit 12"),
        (BARU, BARU + "x", "ulang", "tidak sama"),
        ("", "", "baru", "Isi sandi baru."),
        ("bismillah123", "bismillah123", "baru", "terlalu umum"),
    ],
)
def test_a_bad_new_password_is_refused_at_its_field(klien_asing, budi, baru, ulang, bidang, kalimat):
    masukkan(klien_asing, budi)
    halaman = ganti(klien_asing, budi.sandi, baru, ulang, 422)
    assert kalimat in halaman.teks(halaman.menurut_id(f"{bidang}-galat"))
    assert budi.sandi not in halaman.html


def test_the_password_page_is_kept_nowhere_and_tells_password_managers_what_is_what(klien):
    halaman = klien.buka("/sandi")
    lengkap = {str(i.get("name")): i.get("autocomplete") for i in halaman.semua("input")}
    assert [lengkap[n] for n in ("lama", "baru", "ulang")] == ["current-password", "new-password", "new-password"]
    assert klien.mentah.get("/sandi").headers["Cache-Control"] == "no-store"


def test_every_role_comes_in_at_a_page_of_its_own(app: Flask, db: Engine):
    with session_tulis(db) as session:
        from rtl_tracker.storage.upp_repository import id_menurut_nama, simpan_upp

        simpan_upp(session, "Dinas A", {})
        upp_id = next(iter(id_menurut_nama(session).values()))
    for peran in Peran:
        klien = masuk_sebagai(app, db, peran, upp_id if peran is Peran.OPERATOR_UPP else None)
        tujuan = klien.mentah.get("/masuk").headers["Location"]
        assert klien.mentah.get(tujuan).status_code in (200, 302, 303)
