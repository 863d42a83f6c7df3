"""The officers' pages of a running survey, as they are opened and sent: dashboard, saran, moderation, closing, all units."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine, text

from rtl_tracker.domain.jadwal_survei import Survei
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage import jawaban_repository as repo
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import id_layanan
from tests.usecases.jawaban_buatan import isi_survei_buatan
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Halaman, Klien
from tests.web.instansi import NAMA_SULIT

TAHUN = date.today().year
TAHUNAN = Periode.TAHUNAN


class Loket:
    """A unit with a hard name and two layanan whose annual survey runs this year, and its operator."""

    def __init__(self, app: Flask, db: Engine) -> None:
        self.db, self.app = db, app
        self.upp_id = id_upp(db, NAMA_SULIT)
        with session_tulis(db) as session:
            simpan_pengaturan(session, TAHUN, {})
            id_ = id_layanan(session, {(self.upp_id, "Izin <cepat> & murah"), (self.upp_id, "Benih")})
            self.layanan = tuple(i for (u, _), i in id_.items() if u == self.upp_id)
            self.survei_id = repo.id_survei(session, Survei(self.upp_id, TAHUN, TAHUNAN))
        self.klien = masuk_sebagai(app, db, Peran.OPERATOR_UPP, self.upp_id)
        self.alamat = f"/unit/{self.upp_id}/{TAHUN}/TAHUNAN/survei"

    def isi(self, banyak: int) -> None:
        with session_tulis(self.db) as session:
            isi_survei_buatan(session, self.survei_id, banyak, self.layanan)

    def kirim(self, alamat: str, dari: str, isi: dict[str, object], status: int) -> Halaman | str:
        """Send a form with the token of the page it stands on."""
        data = {"csrf_token": self.klien.buka(dari).csrf(), **isi}
        jawaban = self.klien.mentah.post(alamat, data=data)
        assert jawaban.status_code == status, jawaban.text[:600]
        return str(jawaban.headers["Location"]) if status == 303 else self.klien.periksa(alamat, jawaban, status)

    def angka(self, perintah: str) -> int:
        with self.db.connect() as koneksi:
            return int(koneksi.execute(text(perintah)).scalar_one())

    def mundurkan(self) -> None:
        """The calendar is changed: the survey ended yesterday."""
        kemarin = date.today() - timedelta(days=1)
        with self.db.begin() as koneksi:
            koneksi.execute(
                text(
                    "INSERT INTO kalender (tahun, periode, survei_mulai, survei_selesai, kirim_mulai, kirim_batas) "
                    "VALUES (:t, 'TAHUNAN', :m, :s, :s, :b)"
                ),
                {"t": TAHUN, "m": f"{TAHUN}-01-01", "s": kemarin.isoformat(), "b": f"{TAHUN + 1}-01-14"},
            )


@pytest.fixture
def loket(klien_isi: Klien, app: Flask, db: Engine) -> Loket:
    return Loket(app, db)


def test_the_dashboard_of_an_empty_survey_says_what_to_do(loket: Loket):
    h = loket.klien.buka(loket.alamat)
    assert "Belum ada jawaban." in h.teks()
    assert "Survei terbuka sampai" in h.teks()
    assert "populasi pengguna layanan belum diisi" in h.teks()


def test_the_dashboard_shows_figures_bars_and_layanan(loket: Loket):
    loket.isi(60)
    h = loket.klien.buka(loket.alamat)
    assert len(h.baris("unsur")) == 9
    assert [b[0] for b in h.baris("tabel-layanan")] == ["Benih", "Izin <cepat> & murah"]
    assert sum(int(b[1]) for b in h.baris("tabel-harian")) <= 60
    assert "60 jawaban sah" in h.teks()


def test_the_population_is_typed_kept_and_shown_with_the_required_number(loket: Loket):
    loket.isi(10)
    versi = loket.klien.buka(loket.alamat).menurut_id("versi").get("value")
    ke = loket.kirim(f"{loket.alamat}/populasi", loket.alamat, {"populasi": "1.000", "versi": versi}, 303)
    assert "10 dari 278 responden wajib" in loket.klien.buka(str(ke)).teks()
    salah = loket.kirim(f"{loket.alamat}/populasi", loket.alamat, {"populasi": "seribu", "versi": "2"}, 422)
    assert isinstance(salah, Halaman)
    assert salah.menurut_id("populasi").get("value") == "seribu"
    bentrok = loket.kirim(f"{loket.alamat}/populasi", loket.alamat, {"populasi": "900", "versi": "1"}, 409)
    assert isinstance(bentrok, Halaman)
    assert "berubah lebih dahulu" in bentrok.teks()


def test_more_answers_than_users_are_pointed_out(loket: Loket):
    loket.kirim(f"{loket.alamat}/populasi", loket.alamat, {"populasi": "8", "versi": "1"}, 303)
    loket.isi(12)
    assert "lebih banyak daripada populasi" in loket.klien.buka(loket.alamat).teks()
    assert loket.klien.buka(f"{loket.alamat}/tutup").tautan("perbaiki populasinya") == loket.alamat


def test_the_survey_is_paused_and_goes_on_by_one_button(loket: Loket):
    loket.kirim(f"{loket.alamat}/jeda", loket.alamat, {"dijeda": "1", "versi": "1"}, 303)
    assert "Masyarakat belum dapat mengisi" in loket.klien.buka(loket.alamat).teks()
    loket.kirim(f"{loket.alamat}/jeda", loket.alamat, {"dijeda": "0", "versi": "2"}, 303)
    assert "Survei terbuka sampai" in loket.klien.buka(loket.alamat).teks()


def test_saran_are_listed_found_and_taken_along(loket: Loket):
    loket.isi(40)
    h = loket.klien.buka(f"{loket.alamat}/saran")
    assert "Antrean terlalu lama" in h.teks()
    assert {b[0] for b in loket.klien.buka(f"{loket.alamat}/saran?unsur=waktu&cari=antrean").baris("tabel-saran")} == {
        "Antrean terlalu lama"
    }
    assert "Tidak ada saran yang cocok" in loket.klien.buka(f"{loket.alamat}/saran?cari=zzz").teks()
    berkas = loket.klien.mentah.get(f"{loket.alamat}/saran.xlsx?unsur=waktu")
    assert berkas.data[:2] == b"PK"
    assert loket.angka("SELECT count(*) FROM jejak WHERE jenis = 'ekspor' AND catatan LIKE 'saran-%'") == 1


def test_the_list_of_moderation_shows_no_score(loket: Loket):
    loket.isi(30)
    h = loket.klien.buka(f"{loket.alamat}/jawaban")
    assert len(h.baris("tabel-jawaban")) == 30
    assert "Nilai yang rendah bukan alasan menyisihkan jawaban" in h.teks()
    kepala = [h.teks(th) for th in next(h.menurut_id("tabel-jawaban").iter("thead")).iter("th")]
    assert kepala == ["Jawaban", "Diterima", "Saluran", "Layanan", "Terisi", "Saran", "Petunjuk dan keadaan"]
    assert not h.menurut_id("tabel-jawaban").findall(".//th[@aria-sort]")
    assert not [i for i in h.semua("select") if i.get("id") in ("urut", "nilai", "ikm")]


def test_questionnaires_are_set_aside_after_a_look_at_what_changes_and_taken_back(loket: Loket):
    loket.isi(30)
    pilih = f"{loket.alamat}/jawaban/sisihkan?id=2&id=5"
    h = loket.klien.buka(pilih)
    assert h.baris("tabel-akibat")[0][1:] == ["30", "28"]
    kurang = loket.kirim(f"{loket.alamat}/jawaban/sisihkan", pilih, {"id": ["2", "5"], "siap": "", "teks": "jelek"}, 422)
    assert isinstance(kurang, Halaman)
    assert kurang.teks(kurang.menurut_id("teks")) == "jelek"
    siap = {"id": ["2", "5"], "siap": "Diisi untuk mencoba program atau perangkat", "teks": ""}
    loket.kirim(f"{loket.alamat}/jawaban/sisihkan", pilih, siap, 303)
    assert loket.angka("SELECT count(*) FROM jawaban WHERE NOT sah") == 2
    daftar = loket.klien.buka(f"{loket.alamat}/jawaban?keadaan=disisihkan")
    assert len(daftar.baris("tabel-jawaban")) == 2
    assert "Diisi untuk mencoba" in daftar.teks()
    lagi = loket.kirim(f"{loket.alamat}/jawaban/sisihkan", loket.alamat, siap, 303)
    assert "sudah disisihkan oleh" in loket.klien.buka(str(lagi)).teks()
    pulih = {"id": "2", "teks": "Ternyata pengguna layanan"}
    loket.kirim(f"{loket.alamat}/jawaban/pulihkan", f"{loket.alamat}/jawaban/pulihkan?id=2", pulih, 303)
    satu = loket.klien.buka("/jawaban/2")
    assert "Jawaban ini sah dan dihitung" in satu.teks()
    assert "Jawaban dipulihkan" in satu.teks()


def test_one_questionnaire_is_read_in_the_words_of_the_form(loket: Loket):
    loket.isi(3)
    baris = loket.klien.buka("/jawaban/1").baris("tabel-isi")
    assert len(baris) == 10
    assert baris[2][0] == "Seberapa cepat urusan Anda diselesaikan?"
    assert baris[2][2] in ("Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat", "tidak dijawab")


def test_choosing_nothing_leads_back_to_the_list(loket: Loket):
    jawaban = loket.klien.mentah.get(f"{loket.alamat}/jawaban/sisihkan")
    assert (jawaban.status_code, jawaban.headers["Location"]) == (303, f"{loket.alamat}/jawaban")


def test_an_ended_survey_asks_to_become_a_result_and_the_dossier_shows_it(loket: Loket):
    loket.isi(40)
    loket.mundurkan()
    depan = loket.klien.buka(f"/unit/{loket.upp_id}")
    assert f"Survei Tahunan {TAHUN} sudah berakhir" in depan.teks()
    assert depan.tautan("jadikan hasil") == f"{loket.alamat}/tutup"
    berkas = loket.kirim(f"{loket.alamat}/tutup", f"{loket.alamat}/tutup", {}, 303)
    h = loket.klien.buka(str(berkas))
    assert "40 jawaban survei menjadi hasil periode ini" in h.teks()
    assert "Jawaban responden yang tersimpan" in h.teks()
    assert len(h.baris("unsur")) == 9
    rtl = loket.klien.buka(f"/unit/{loket.upp_id}/{TAHUN}/TAHUNAN/rtl/tambah?unsur=waktu")
    assert "Antrean terlalu lama" in rtl.teks()
    assert "sudah berakhir" not in loket.klien.buka(f"/unit/{loket.upp_id}").teks()
    loket.kirim(f"{loket.alamat}/tutup/buka-kembali", f"{loket.alamat}/tutup", {}, 303)
    assert loket.angka("SELECT count(*) FROM respons") == 0


def test_closing_early_wants_its_tick(loket: Loket):
    loket.isi(10)
    ditolak = loket.kirim(f"{loket.alamat}/tutup", f"{loket.alamat}/tutup", {}, 409)
    assert isinstance(ditolak, Halaman)
    assert "masih berjalan" in ditolak.teks()
    loket.kirim(f"{loket.alamat}/tutup", f"{loket.alamat}/tutup", {"lebih_awal": "y"}, 303)
    assert loket.angka("SELECT count(*) FROM respons") == 10


def test_questionnaires_behind_a_result_are_read_but_not_set_aside(loket: Loket):
    loket.isi(10)
    loket.kirim(f"{loket.alamat}/tutup", f"{loket.alamat}/tutup", {"lebih_awal": "y"}, 303)
    h = loket.klien.buka(f"{loket.alamat}/jawaban")
    assert len(h.baris("tabel-jawaban")) == 10
    assert not [i for i in h.semua("input") if i.get("type") == "checkbox"]
    assert "Sisihkan yang dicentang" not in h.teks()


def test_the_front_page_and_the_dossier_lead_to_the_running_survey(loket: Loket):
    loket.isi(12)
    assert loket.klien.buka(f"/unit/{loket.upp_id}").tautan("12 jawaban") == loket.alamat
    assert loket.klien.buka(f"/unit/{loket.upp_id}/{TAHUN}/TAHUNAN").tautan("12 jawaban") == loket.alamat
    menu = loket.klien.mentah.get("/survei-saya")
    assert menu.headers["Location"] == loket.alamat


def test_all_units_stand_on_one_page_with_their_share_set_aside(klien_isi: Klien, loket: Loket):
    loket.isi(30)
    h = klien_isi.buka("/survei-berjalan")
    baris = {b[0]: b for b in h.baris("tabel-survei")}
    assert baris[NAMA_SULIT][3] == "30"
    assert len(baris) == 5
    assert klien_isi.buka(f"/survei-berjalan/{TAHUN}/TAHUNAN?urut=jawaban").baris("tabel-survei")[0][0] == NAMA_SULIT
    assert "Tidak ada" in klien_isi.buka(f"/survei-berjalan/{TAHUN}/TW1").teks()
    assert klien_isi.mentah.get(f"/survei-berjalan/{TAHUN}/TAHUNAN.xlsx").data[:2] == b"PK"
    assert klien_isi.mentah.get("/survei-berjalan.xlsx").data[:2] == b"PK"


def test_who_only_reads_sees_figures_and_no_button(app: Flask, db: Engine, loket: Loket):
    loket.isi(20)
    klien = masuk_sebagai(app, db, Peran.PIMPINAN, loket.upp_id)
    h = klien.buka(loket.alamat)
    assert [h.teks(b) for b in h.semua("button")] == ["Keluar"]
    assert "Moderasi" not in h.teks()
    klien.buka(f"{loket.alamat}/jawaban", 403)


def test_a_year_that_was_not_opened_says_so(klien_isi: Klien, db: Engine):
    upp_id = id_upp(db, NAMA_SULIT)
    assert "belum dibuka" in klien_isi.buka(f"/unit/{upp_id}/2098/TAHUNAN/survei").teks()
    assert "belum dibuka" in klien_isi.buka("/survei-berjalan/2098/TAHUNAN").teks()


def test_no_page_of_the_survey_has_a_low_score_as_a_reason():
    for berkas in (Path(__file__).parents[2] / "templates" / "survei").glob("*.html"):
        assert 'value="Nilai' not in berkas.read_text(encoding="utf-8")
