"""The pages of the questionnaire: read, changed without JavaScript, refused beside the field, two people at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from rtl_tracker.domain.peran import Peran
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import id_layanan
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Halaman, Klien
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT

UBAH = "/kuesioner/ubah"


@pytest.fixture
def layanan(klien_isi: Klien, db: Engine) -> int:
    """A layanan with a difficult name."""
    with session_tulis(db) as session:
        upp_id = id_upp(db, "Kecamatan Satu")
        return id_layanan(session, {(upp_id, NAMA_SULIT)})[upp_id, "dinas kelautan perikanan"]


def isian(h: Halaman, **ubahan: str) -> dict[str, str]:
    """The form as it stands, with changes (`waktu_0_tanya` for "waktu-0-tanya")."""
    nilai = {str(t.get("name")): t.text or "" for t in h.semua("textarea")}
    for i in h.semua("input"):
        if i.get("type") != "radio" or i.get("checked") is not None:
            nilai[str(i.get("name"))] = str(i.get("value") or "")
    return nilai | {k.replace("_", "-"): v for k, v in ubahan.items()}


def simpan(klien: Klien, alamat: str = UBAH, **ubahan: str) -> None:
    jawaban = klien.mentah.post(alamat, data=isian(klien.buka(alamat), aksi="simpan", **ubahan))
    assert jawaban.status_code == 303, jawaban.text[:300]


def versi(db: Engine) -> list[tuple[int | None, int]]:
    with db.connect() as koneksi:
        return [tuple(b) for b in koneksi.execute(text("SELECT layanan_id, nomor FROM kuesioner ORDER BY id"))]


def test_settings_lead_to_the_questionnaire_that_the_citizen_reads(klien_isi: Klien):
    alamat = klien_isi.buka("/tahun/2022/pengaturan").tautan("Kuesioner survei")
    daftar = klien_isi.buka(alamat)
    assert "V1" in daftar.teks()
    halaman = klien_isi.buka(daftar.tautan("Lihat kuesioner instansi"))
    assert halaman.teks().index("Seberapa cepat urusan Anda") < halaman.teks().index("Bagaimana sikap petugas")
    assert halaman.baris("tabel-versi") == [["V1 berlaku", "bawaan program", "9", "0", "0"]]


def test_a_change_becomes_version_two_and_the_default_stays_readable(klien_isi: Klien, db: Engine):
    simpan(klien_isi, waktu_0_tanya="Berapa lama Anda menunggu?")
    halaman = klien_isi.buka("/kuesioner/isi")
    assert "Kuesioner tersimpan sebagai versi V2" in halaman.teks()
    assert [b[0] for b in halaman.baris("tabel-versi")] == ["V2 berlaku", "V1"]
    lama = klien_isi.buka(halaman.tautan("V1"))
    assert "Versi ini tidak dipakai lagi" in lama.teks()
    assert "Seberapa cepat urusan Anda diselesaikan?" in lama.teks()
    assert versi(db) == [(None, 1), (None, 2)]


def test_saving_without_a_change_stores_nothing_and_says_so(klien_isi: Klien, db: Engine):
    simpan(klien_isi)
    assert "Tidak ada yang berubah" in klien_isi.buka("/kuesioner/isi").teks()
    assert versi(db) == []


def test_buttons_add_and_remove_questions_and_keep_what_was_typed(klien_isi: Klien, db: Engine):
    awal = isian(klien_isi.buka(UBAH), umum_tanya="Sudah saya ketik", aksi="tambah:waktu")
    dua = klien_isi.kirim(UBAH, awal, 200)
    assert dua.menurut_id("umum-tanya").text == "Sudah saya ketik"
    assert dua.menurut_id("waktu-1-tanya").text is None
    satu = klien_isi.kirim(UBAH, isian(dua, waktu_1_tanya="Kedua?", aksi="hapus:waktu:0"), 200)
    assert satu.menurut_id("waktu-0-tanya").text == "Kedua?"
    assert [t.get("id") for t in satu.semua("textarea") if "waktu" in str(t.get("id"))] == ["waktu-0-tanya"]
    assert versi(db) == []


def test_two_questions_of_an_unsur_are_stored_and_shown_in_the_chosen_order(klien_isi: Klien):
    dua = klien_isi.kirim(UBAH, isian(klien_isi.buka(UBAH), aksi="tambah:waktu"), 200)
    data = isian(dua, waktu_1_tanya="Apakah waktunya ditepati?", urutan="kuesioner", aksi="simpan")
    assert klien_isi.mentah.post(UBAH, data=data).status_code == 303
    teks = klien_isi.buka("/kuesioner/isi").teks()
    assert teks.index("Apakah waktunya ditepati?") < teks.index("Seberapa wajar biaya")
    assert teks.index("Bagaimana keadaan ruang") < teks.index("Bagaimana keluhan dan saran")


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(klien_isi: Klien, db: Engine):
    data = isian(
        klien_isi.buka(UBAH), waktu_0_tanya=" ", biaya_0_pilihan_2="Tidak wajar", umum_tanya="Tetap ada", aksi="simpan"
    )
    halaman = klien_isi.kirim(UBAH, data, 422)
    assert halaman.menurut_id("waktu-0-tanya").get("aria-describedby") == "waktu-0-tanya-galat"
    assert "tidak boleh sama" in halaman.teks(halaman.menurut_id("biaya-0-pilihan-galat"))
    assert halaman.menurut_id("umum-tanya").text == "Tetap ada"
    assert versi(db) == []


def test_the_slower_of_two_people_is_told_and_may_save_over_it(klien_isi: Klien, app: Flask, db: Engine):
    data = isian(klien_isi.buka(UBAH), waktu_0_tanya="Dari orang pertama?", aksi="simpan")
    simpan(masuk_sebagai(app, db, Peran.ORGANISASI), waktu_0_tanya="Dari orang kedua?")
    halaman = klien_isi.kirim(UBAH, data, 409)
    assert "Data berubah lebih dahulu" in halaman.teks()
    assert "Dari orang kedua?" in halaman.teks()
    assert "Isian Anda berbeda dari yang tersimpan pada: Waktu penyelesaian." in halaman.teks()
    assert halaman.menurut_id("waktu-0-tanya").text == "Dari orang pertama?"
    assert klien_isi.mentah.post(UBAH, data=isian(halaman, aksi="simpan")).status_code == 303
    assert versi(db) == [(None, 1), (None, 2), (None, 3)]


def test_a_layanan_gets_its_own_by_one_button_and_goes_back_by_another(klien_isi: Klien, db: Engine, layanan: int):
    alamat = f"/kuesioner/isi?layanan={layanan}"
    halaman = klien_isi.buka(alamat)
    assert NAMA_SULIT in halaman.teks(halaman.semua("h1")[0])
    assert "memakai kuesioner instansi" in halaman.teks()
    token = {"csrf_token": halaman.csrf(), "versi": "0"}
    assert klien_isi.mentah.post(f"/kuesioner/salin?layanan={layanan}", data=token).status_code == 303
    assert f"L{layanan}-V1" in klien_isi.buka("/kuesioner").baris("tabel-layanan")[0]
    simpan(klien_isi, f"{UBAH}?layanan={layanan}", waktu_0_tanya="Khusus layanan ini?")
    assert "Khusus layanan ini?" in klien_isi.buka(alamat).teks()
    assert klien_isi.mentah.post(f"/kuesioner/ikut-instansi?layanan={layanan}", data={**token, "versi": "2"}).status_code == 303
    halaman = klien_isi.buka(alamat)
    assert [b[0] for b in halaman.baris("tabel-versi")] == ["Kembali ke kuesioner instansi", f"L{layanan}-V2", f"L{layanan}-V1"]
    assert versi(db) == [(layanan, 1), (layanan, 2), (layanan, 3)]


def test_a_button_pressed_on_an_old_page_does_nothing_and_says_why(klien_isi: Klien, db: Engine, layanan: int):
    token = {"csrf_token": klien_isi.buka(f"/kuesioner/isi?layanan={layanan}").csrf(), "versi": "0"}
    for _ in range(2):
        klien_isi.mentah.post(f"/kuesioner/salin?layanan={layanan}", data=token)
    assert "sudah diubah oleh" in klien_isi.buka(f"/kuesioner/isi?layanan={layanan}").teks()
    assert versi(db) == [(layanan, 1)]


@pytest.mark.parametrize("alamat", ["/kuesioner/isi?layanan=999", "/kuesioner/isi?layanan=x", "/kuesioner/versi/9"])
def test_what_does_not_exist_is_not_found(klien_isi: Klien, alamat: str):
    klien_isi.buka(alamat, 404)


def test_long_names_are_offered_by_their_unit(klien_isi: Klien, db: Engine, tulis_csv: Callable[..., Path]):
    with session_tulis(db) as session:
        id_layanan(session, {(id_upp(db, NAMA_PANJANG), "Parkir"), (id_upp(db, NAMA_SULIT), "Izin <kapal>")})
    grup = {str(g.get("label")) for g in klien_isi.buka("/kuesioner").semua("optgroup")}
    assert grup == {NAMA_PANJANG, NAMA_SULIT}


def test_an_older_version_is_taken_up_again_as_a_new_one(klien_isi: Klien, db: Engine):
    simpan(klien_isi, waktu_0_tanya="Berapa lama?")
    lama = klien_isi.buka("/kuesioner/versi/1")
    form = klien_isi.buka(lama.tautan("Pakai kembali versi ini"))
    assert form.menurut_id("waktu-0-tanya").text == "Seberapa cepat urusan Anda diselesaikan?"
    assert klien_isi.mentah.post(UBAH, data=isian(form, aksi="simpan")).status_code == 303
    assert "Seberapa cepat urusan Anda diselesaikan?" in klien_isi.buka("/kuesioner/isi").teks()
    assert versi(db) == [(None, 1), (None, 2), (None, 3)]
    for asing in ("9", "99999999999", "x"):
        klien_isi.buka(f"{UBAH}?dari={asing}", 404)
