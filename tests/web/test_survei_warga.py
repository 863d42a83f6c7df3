"""The survey as a citizen meets it, without JavaScript: one question per screen, nothing lost, nothing twice, nobody refused."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from flask import Flask
from sqlalchemy import Engine

from rtl_tracker.domain.jadwal_survei import Survei
from rtl_tracker.domain.kalender import jadwal_bawaan
from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN, Butir
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.jawaban_repository import simpan_survei
from rtl_tracker.storage.kuesioner_repository import pastikan_tersimpan, simpan_kuesioner
from rtl_tracker.storage.penyampaian_repository import simpan_jadwal
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases.isi_survei import Draf
from rtl_tracker.web.publik.banjir import SEKALI_BANYAK, PenjagaBanjir
from rtl_tracker.web.publik.draf_kue import PALING_BESAR, Isian, tulis_isian
from rtl_tracker.web.publik.kirim_routes import PENJAGA
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Klien
from tests.web.hitung_query import hitung_query
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT, TulisCsv, instansi_besar, instansi_kecil
from tests.web.warga import TAHUN, Warga, beri_layanan, buka_survei, tersimpan

STATIC = Path(__file__).parents[2] / "rtl_tracker" / "web" / "static"
PALING_BERAT, SEDANG = 60_000, 20_000


@pytest.fixture
def upp_id(app: Flask, db: Engine, tulis_csv: TulisCsv) -> int:
    """The unit "Kecamatan Satu" (no layanan) of the small instansi, in an open year; no questionnaire was sent yet."""
    instansi_kecil(db, tulis_csv)
    buka_survei(db)
    app.extensions[PENJAGA] = PenjagaBanjir()
    return id_upp(db, "Kecamatan Satu")


@pytest.fixture
def warga(klien_asing: Klien) -> Warga:
    """Somebody without an account."""
    return Warga(klien_asing)


def mulai(warga: Warga, upp_id: int, **isian: str) -> Warga:
    warga.buka(f"/survei/{upp_id}")
    warga.tekan("Mulai", **isian)
    return warga


def titipkan(warga: Warga, draf: Draf, saran: str = "") -> None:
    """Put a questionnaire on the device, as the program itself would."""
    with warga.klien.mentah.application.test_request_context():
        kue = tulis_isian(Isian(draf, saran))
    warga.klien.mentah.set_cookie("survei", kue, path=f"/survei/{draf.upp_id}")


def draf_lengkap(upp_id: int, **lain: object) -> Draf:
    """A questionnaire begun a minute ago with every question answered."""
    draf = Draf("a" * 32, upp_id, None, TAHUN, Periode.TAHUNAN, None, 1, datetime.now(UTC) - timedelta(minutes=1))
    return replace(draf, **{"jawaban": dict.fromkeys(range(9), 3)} | lain)


# the way through


def test_a_citizen_answers_from_the_list_of_units_to_the_thanks(warga: Warga, db: Engine, upp_id: int):
    daftar = warga.buka("/survei")
    warga.buka(daftar.tautan(next(daftar.teks(a) for a in daftar.semua("a") if "Kecamatan Satu" in daftar.teks(a))))
    assert f"periode Tahunan {TAHUN}, 1 Januari {TAHUN} sampai 31 Desember {TAHUN}" in warga.halaman.teks()
    assert "Pemerintah Kabupaten Uji & Coba" in warga.halaman.teks()
    warga.tekan("Mulai")
    assert warga.judul() == "Tentang Anda"
    warga.tekan("Lanjut", usia="26-35", jenis_kelamin="Perempuan")
    assert warga.judul() == "Secara keseluruhan, bagaimana layanan yang Anda terima?"
    warga.tekan("Sangat baik")
    for nomor, butir in enumerate(KUESIONER_BAWAAN.butir, start=1):
        assert f"Pertanyaan {nomor} dari 9" in warga.halaman.teks()
        assert (warga.judul(), warga.pilihan()) == (butir.tanya, list(butir.pilihan))
        warga.tekan(butir.pilihan[nomor % 4])
    assert "Semua pertanyaan sudah dijawab" in warga.halaman.teks()
    warga.kirim(saran="Antrean pagi terlalu panjang.")
    assert (warga.judul(), warga.tiba) == ("Terima kasih", f"/survei/{upp_id}/terima-kasih")
    (satu,) = tersimpan(db)
    assert [satu[u.value] for u in Unsur] == [nomor % 4 + 1 for nomor in range(1, 10)]
    assert (satu["umum"], satu["usia"], satu["jenis_kelamin"], satu["saluran"]) == (4, "26-35", "Perempuan", "daring")
    assert (satu["pekerjaan"], satu["saran"]) == (None, "Antrean pagi terlalu panjang.")
    assert warga.kue(upp_id) == ""


def test_the_door_says_in_plain_words_what_is_kept_and_what_never(warga: Warga, upp_id: int):
    teks = warga.buka(f"/survei/{upp_id}").teks()
    assert "sukarela, tanpa nama, dan tidak memengaruhi layanan" in teks
    assert "Nama, NIK, nomor telepon, alamat, dan alamat internet (IP) tidak disimpan" in teks
    assert "9 pertanyaan, sekitar 2 menit" in teks


def test_everything_may_be_skipped_but_all_of_it(warga: Warga, db: Engine, upp_id: int):
    mulai(warga, upp_id)
    warga.tekan("Lewati bagian ini", usia="26-35")
    for _ in range(10):
        warga.tekan("Lewati pertanyaan ini")
    assert "0 dari 9 pertanyaan sudah dijawab" in warga.halaman.teks()
    titipkan(warga, draf_lengkap(upp_id, jawaban={}))
    warga.buka(f"/survei/{upp_id}/isi/saran")
    warga.tekan("Kirim", saran="Hanya saran")
    assert "Jawablah paling sedikit satu pertanyaan" in warga.halaman.teks()
    assert warga.halaman.teks(warga.halaman.menurut_id("saran")) == "Hanya saran"
    warga.tekan("Isi pertanyaan 3")
    warga.tekan("Cepat")
    warga.buka(f"/survei/{upp_id}/isi/saran")
    assert warga.halaman.teks(warga.halaman.menurut_id("saran")) == "Hanya saran"
    warga.kirim()
    assert [(satu["waktu"], satu["biaya"], satu["usia"]) for satu in tersimpan(db)] == [(3, None, None)]


def test_going_back_finds_the_answers_marked_in_words_and_they_can_be_changed_or_taken_back(warga: Warga, upp_id: int):
    mulai(warga, upp_id)
    warga.tekan("Lanjut", pendidikan="SMA")
    warga.tekan("Baik")
    warga.tekan("Sesuai")
    warga.buka(f"/survei/{upp_id}/isi/1")
    assert "Sesuai jawaban Anda" in warga.tombol()
    warga.tekan("Sangat sesuai")
    warga.buka(f"/survei/{upp_id}/isi/1")
    assert "Sangat sesuai jawaban Anda" in warga.tombol()
    assert "Sesuai" in warga.tombol()
    warga.tekan("Kosongkan jawaban ini")
    warga.buka(f"/survei/{upp_id}/isi/1")
    assert not any("jawaban Anda" in tombol for tombol in warga.tombol())
    warga.buka(f"/survei/{upp_id}/isi/data")
    assert [e.get("value") for e in warga.halaman.semua("input") if e.get("checked") is not None] == ["SMA"]


def test_a_saran_half_written_survives_the_way_back(warga: Warga, upp_id: int):
    mulai(warga, upp_id).jawab_semua()
    warga.tekan("Kembali", saran="  Antre <lama> & panas\r\nsekali ")
    assert "Pertanyaan 9 dari 9" in warga.halaman.teks()
    warga.buka(warga.halaman.tautan("Ke bagian akhir"))
    assert warga.halaman.menurut_id("saran").text.strip() == "Antre <lama> & panas\nsekali"


def test_a_question_that_does_not_exist_leads_to_the_last_page(warga: Warga, upp_id: int):
    mulai(warga, upp_id)
    warga.buka(f"/survei/{upp_id}/isi/99")
    assert warga.tiba.endswith("/isi/saran")


def test_a_questionnaire_with_several_questions_of_one_unsur_is_asked_whole_and_by_its_own_words(
    warga: Warga, db: Engine, upp_id: int
):
    butir = (
        *KUESIONER_BAWAAN.butir,
        Butir(Unsur.WAKTU, "Berapa lama Anda menunggu di loket?", ("Lama sekali", "Lama", "Sebentar", "Langsung")),
    )
    with session_tulis(db) as session:
        pastikan_tersimpan(session, KUESIONER_BAWAAN, datetime.now(UTC))
        simpan_kuesioner(session, replace(KUESIONER_BAWAAN, nomor=2, butir=butir), "uji", datetime.now(UTC))
    warga.buka(f"/survei/{upp_id}")
    assert "10 pertanyaan, sekitar 3 menit" in warga.halaman.teks()
    mulai(warga, upp_id).jawab_semua(2)
    warga.buka(f"/survei/{upp_id}/isi/10")
    assert "Pertanyaan 10 dari 10" in warga.halaman.teks()
    warga.tekan("Langsung")
    warga.kirim()
    (satu,) = tersimpan(db)
    assert (satu["butir"], satu["prosedur"]) == ("[2, 2, 2, 2, 2, 2, 2, 2, 2, 4]", 2)


def test_nothing_is_taken_but_what_was_offered(warga: Warga, db: Engine, upp_id: int):
    mulai(warga, upp_id)
    warga.tekan("Lanjut", usia="200", pekerjaan="Presiden", nik="6101", nama="Budi")
    alamat, isi = warga.kiriman("Baik")
    for nilai in ("5", "0", "-1", "3.5", "x", ""):
        assert warga.klien.mentah.post(alamat, data=isi | {"nilai": nilai}).status_code == 303
    warga.buka(f"/survei/{upp_id}/isi/1")
    warga.tekan("Sesuai")
    warga.klien.mentah.post(f"/survei/{upp_id}/isi/77", data=isi | {"nilai": "4"})
    warga.buka(f"/survei/{upp_id}/isi/saran")
    warga.kirim(saran="x" * 5000)
    (satu,) = tersimpan(db)
    assert (satu["usia"], satu["pekerjaan"], satu["umum"], satu["persyaratan"], len(str(satu["saran"]))) == (
        None,
        None,
        None,
        3,
        1000,
    )
    assert "6101" not in str(satu)


# layanan


def test_a_unit_with_layanan_asks_for_one_and_a_direct_link_has_chosen_it(warga: Warga, db: Engine, upp_id: int):
    ktp, kk = beri_layanan(db, upp_id, "KTP", "Kartu keluarga")
    warga.buka(f"/survei/{upp_id}")
    warga.tekan("Mulai", 422)
    assert "Pilih dahulu layanan yang Anda terima." in warga.halaman.teks()
    warga.tekan("Mulai", layanan=str(kk))
    assert "Kartu keluarga" in warga.halaman.teks()
    warga.buka(f"/survei/{upp_id}/{ktp}")
    assert "KTP" in warga.halaman.teks()
    warga.tekan("Mulai")
    warga.jawab_semua()
    warga.kirim()
    assert [satu["layanan_id"] for satu in tersimpan(db)] == [ktp]


def test_the_only_layanan_of_a_unit_is_chosen_already(warga: Warga, db: Engine, upp_id: int):
    beri_layanan(db, upp_id, "KTP")
    assert mulai(warga, upp_id).judul() == "Tentang Anda"


@pytest.mark.parametrize("akhir", ["", "/kios"])
def test_a_layanan_of_another_unit_and_an_unknown_unit_do_not_exist(warga: Warga, db: Engine, upp_id: int, akhir: str):
    (lain,) = beri_layanan(db, id_upp(db, NAMA_SULIT), "Izin")
    warga.buka(f"/survei/{upp_id}/{lain}{akhir}", 404)
    warga.buka(f"/survei/{upp_id}/99999{akhir}", 404)
    warga.buka(f"/survei/9999{akhir}", 404)
    assert "Pilih unit layanan" in warga.halaman.teks()
    warga.buka(f"/survei/{upp_id}")
    warga.tekan("Mulai", 404, layanan=str(lain))
    warga.buka(f"/survei/{upp_id}")
    warga.tekan("Mulai", 404, layanan="9" * 19)


# the list of units


def test_the_list_is_searched_by_words_of_unit_group_and_layanan(warga: Warga, db: Engine, upp_id: int):
    (kk,) = beri_layanan(db, upp_id, "Kartu keluarga")
    beri_layanan(db, upp_id, "KTP")
    hasil = warga.buka("/survei?q=KARTU++satu")
    assert hasil.tautan("Kartu keluarga") == f"/survei/{upp_id}/{kk}"
    assert "1 unit untuk “KARTU satu”" in hasil.teks()
    assert "KTP" not in hasil.teks(hasil.semua("main")[0])
    assert NAMA_SULIT in warga.buka("/survei?q=perikanan").teks()
    assert NAMA_PANJANG in warga.buka("/survei?q=dinas+perhubungan").teks()
    assert "0 unit untuk “<b>zzz”" in warga.buka("/survei?q=<b>zzz").teks()


def test_open_units_come_first_and_the_closed_ones_say_when_they_open(warga: Warga, db: Engine, upp_id: int):
    with session_tulis(db) as session:
        simpan_survei(session, Survei(upp_id, TAHUN, Periode.TAHUNAN, dijeda=True))
        simpan_survei(session, Survei(id_upp(db, NAMA_SULIT), TAHUN, Periode.TAHUNAN, ditutup=datetime.now(UTC)))
    hasil = warga.buka("/survei")
    judul = [hasil.teks(h) for h in hasil.semua("h2")]
    assert judul == ["Dinas & Badan", "UPT", "Kecamatan"]
    dinas = [hasil.teks(e) for e in hasil.semua("li")][:3]
    assert [("Dibuka sampai 31 Desember" in d) for d in dinas] == [True, True, False]
    assert f"Sedang ditutup, dibuka lagi 1 Januari {TAHUN + 1}" in dinas[2]


def test_an_empty_program_says_so(klien_asing: Klien, app: Flask):
    assert "Belum ada unit layanan" in klien_asing.buka("/survei").teks()


def test_a_hundred_units_cost_as_many_queries_as_five_and_little_weight(
    warga: Warga, db: Engine, app: Flask, tulis_csv: TulisCsv
):
    buka_survei(db)
    query = []
    for banyak in (5, 100):
        instansi_besar(db, tulis_csv, banyak)
        for upp in range(1, banyak + 1):
            beri_layanan(db, upp, "KTP", "Akta")
        with hitung_query() as satu:
            warga.buka("/survei?q=kecamatan")
        query.append(len(satu))
    assert query[0] == query[1] <= 12
    assert warga.halaman.teks().count("Dibuka sampai") == 100
    assert berat(warga) < PALING_BERAT


# closed


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [({"dijeda": True}, "sedang dihentikan sementara"), ({"ditutup": datetime.now(UTC)}, "jawabannya sedang diolah")],
)
@pytest.mark.parametrize("akhir", ["", "/kios"])
def test_a_closed_survey_is_told_kindly_with_the_day_of_the_next(
    warga: Warga, db: Engine, upp_id: int, ubah: dict, kalimat: str, akhir: str
):
    warga.buka(f"/survei/{upp_id}{akhir}")
    alamat, isi = warga.kiriman("Mulai")
    with session_tulis(db) as session:
        simpan_survei(session, replace(Survei(upp_id, TAHUN, Periode.TAHUNAN), **ubah))
    for halaman in (warga.buka(f"/survei/{upp_id}{akhir}"), warga.klien.kirim(alamat, isi, 409)):
        assert kalimat in halaman.teks()
        assert f"Survei berikutnya dibuka 1 Januari {TAHUN + 1}" in halaman.teks()
        assert "petugas" in halaman.teks()
        assert not [b for b in halaman.semua("button") if halaman.teks(b) == "Mulai"]


def test_a_year_that_was_not_opened_has_no_survey(klien_asing: Klien, db: Engine, tulis_csv: TulisCsv):
    instansi_kecil(db, tulis_csv)
    upp_id = id_upp(db, "Kecamatan Satu")
    assert "tidak ada survei yang dibuka" in klien_asing.buka(f"/survei/{upp_id}").teks()
    assert "Dibuka sampai" not in klien_asing.buka("/survei").teks()


def test_a_survey_closed_meanwhile_says_so_on_the_last_page_and_keeps_everything(warga: Warga, db: Engine, upp_id: int):
    titipkan(warga, draf_lengkap(upp_id))
    warga.buka(f"/survei/{upp_id}/isi/saran")
    with session_tulis(db) as session:
        survei = simpan_survei(session, Survei(upp_id, TAHUN, Periode.TAHUNAN, dijeda=True))
    warga.tekan("Kirim", saran="Jangan hilang")
    assert "dihentikan sementara" in warga.halaman.teks()
    with session_tulis(db) as session:
        simpan_survei(session, replace(survei, dijeda=False))
    warga.tekan("Kirim")
    assert [(satu["saran"], satu["waktu"]) for satu in tersimpan(db)] == [("Jangan hilang", 3)]


def test_what_was_begun_before_the_last_day_ended_is_taken_the_day_after(warga: Warga, db: Engine, upp_id: int):
    kemarin = datetime.now(UTC) - timedelta(hours=23)
    hari = kemarin.astimezone().date()
    with session_tulis(db) as session:
        jadwal = replace(jadwal_bawaan(hari.year)[Periode.TAHUNAN], survei_mulai=date(hari.year, 1, 1), survei_selesai=hari)
        simpan_jadwal(session, hari.year, jadwal)
    titipkan(warga, draf_lengkap(upp_id, mulai=kemarin, tahun=hari.year))
    warga.buka(f"/survei/{upp_id}/isi/saran")
    assert warga.kirim().teks(warga.halaman.semua("h1")[0]) == "Terima kasih"
    assert [str(satu["tanggal"]) for satu in tersimpan(db)] == [hari.isoformat()]


# once


def test_a_double_tap_a_retry_and_sending_again_after_the_thanks_are_one_questionnaire(warga: Warga, db: Engine, upp_id: int):
    titipkan(warga, draf_lengkap(upp_id))
    warga.buka(f"/survei/{upp_id}/isi/saran")
    alamat, isi = warga.kiriman("Kirim", saran="Sekali saja")
    for _ in range(3):
        jawaban = warga.klien.mentah.post(alamat, data=isi)
        assert (jawaban.status_code, jawaban.location) == (303, f"/survei/{upp_id}/terima-kasih")
    titipkan(warga, draf_lengkap(upp_id))  # the answer of the server got lost: the device still has the questionnaire
    assert warga.klien.mentah.post(alamat, data=isi).location.endswith("/terima-kasih")
    assert warga.klien.mentah.post(f"/survei/{upp_id}/isi/3", data=isi | {"nilai": "1"}).location.endswith("/terima-kasih")
    assert [(satu["saran"], satu["waktu"]) for satu in tersimpan(db)] == [("Sekali saja", 3)]


def test_a_retry_of_what_was_sent_too_quickly_is_thanked_and_not_asked_again(warga: Warga, db: Engine, upp_id: int):
    mulai(warga, upp_id).jawab_semua()
    warga.tekan("Kirim")
    kue, (alamat, isi) = warga.kue(upp_id), warga.kiriman("Kirim", hitung=str(warga.hitungan()))
    assert warga.klien.mentah.post(alamat, data=isi).location.endswith("/terima-kasih")
    warga.klien.mentah.set_cookie("survei", kue, path=f"/survei/{upp_id}")
    assert warga.klien.mentah.post(alamat, data=isi | {"hitung": ""}).location.endswith("/terima-kasih")
    assert warga.kue(upp_id) == ""
    assert len(tersimpan(db)) == 1


def test_only_what_was_taken_is_answered_with_303(warga: Warga, upp_id: int):
    titipkan(warga, draf_lengkap(upp_id))
    warga.buka(f"/survei/{upp_id}/isi/saran")
    alamat, isi = warga.kiriman("Kirim")
    assert warga.klien.mentah.post(alamat, data=isi | {"situs": "x"}).status_code == 302
    assert warga.klien.mentah.post(alamat, data=isi).status_code == 303


def test_two_units_in_two_tabs_do_not_disturb_each_other(warga: Warga, db: Engine, upp_id: int):
    lain = id_upp(db, NAMA_SULIT)
    for unit in (upp_id, lain):
        titipkan(warga, draf_lengkap(unit, kunci=f"{unit:032x}"))
    for unit in (upp_id, lain):
        warga.buka(f"/survei/{unit}/isi/saran")
        assert warga.tekan("Kirim").teks(warga.halaman.semua("h1")[0]) == "Terima kasih"
    assert len(tersimpan(db)) == 2


def test_a_form_of_a_replaced_questionnaire_is_told_kindly_and_changes_nothing(warga: Warga, db: Engine, upp_id: int):
    mulai(warga, upp_id).tekan("Lewati bagian ini")
    alamat, isi = warga.kiriman("Baik")
    mulai(warga, upp_id)
    baru = warga.kue(upp_id)
    halaman = warga.klien.kirim(alamat, isi, 409)
    assert "sudah diganti yang lebih baru" in halaman.teks()
    assert halaman.tautan("Lanjutkan mengisi") == f"/survei/{upp_id}/isi/saran"
    assert warga.kue(upp_id) == baru
    assert tersimpan(db) == []


@pytest.mark.parametrize("kunci", ["", "x", "\0" * 32, "Z" * 32, "0" * 5000])
def test_a_form_with_a_key_that_is_none_is_of_no_questionnaire(warga: Warga, upp_id: int, kunci: str):
    titipkan(warga, draf_lengkap(upp_id))
    warga.buka(f"/survei/{upp_id}/isi/saran")
    alamat, isi = warga.kiriman("Kirim")
    warga.klien.kirim(alamat, isi | {"kunci": kunci}, 409)


@pytest.mark.parametrize("langkah", ["data", "0", "5", "saran"])
def test_no_step_is_reached_without_a_questionnaire(warga: Warga, upp_id: int, langkah: str):
    halaman = warga.buka(f"/survei/{upp_id}/isi/{langkah}", 409)
    assert halaman.tautan("Mulai lagi dari halaman unit") == f"/survei/{upp_id}"
    assert "Bila Anda baru saja mengirim" in halaman.teks()


@pytest.mark.parametrize("kue", ["", "rusak", "WzFd.abc", "x" * 4000])
def test_a_cookie_that_somebody_else_has_written_is_none(warga: Warga, upp_id: int, kue: str):
    warga.klien.mentah.set_cookie("survei", kue, path=f"/survei/{upp_id}")
    warga.buka(f"/survei/{upp_id}/isi/1", 409)


def test_a_questionnaire_of_one_unit_is_none_of_another(warga: Warga, db: Engine, upp_id: int):
    lain = id_upp(db, NAMA_SULIT)
    titipkan(warga, draf_lengkap(upp_id))
    warga.klien.mentah.set_cookie("survei", warga.kue(upp_id), path=f"/survei/{lain}")
    warga.buka(f"/survei/{lain}/isi/saran", 409)


def test_the_unit_offers_to_go_on_with_what_was_begun(warga: Warga, upp_id: int):
    assert "Lanjutkan" not in warga.buka(f"/survei/{upp_id}").teks()
    titipkan(warga, draf_lengkap(upp_id))
    assert warga.buka(f"/survei/{upp_id}").tautan("Lanjutkan mengisi") == f"/survei/{upp_id}/isi/saran"


# the cookie


def test_the_cookie_stays_small_whatever_is_written(warga: Warga, app: Flask, upp_id: int):
    draf = draf_lengkap(upp_id, jawaban=dict.fromkeys(range(54), 4), profil={"usia": "≤ 18", "disabilitas": "ya"}, umum=1)
    titipkan(warga, draf)
    warga.buka(f"/survei/{upp_id}/isi/saran")
    warga.tekan("Kembali", saran="".join(map(chr, Random(2).choices(range(0x10000, 0x10FFFF), k=1000))))
    assert 0 < len(warga.kue(upp_id)) <= PALING_BESAR
    with app.test_request_context():
        assert len(tulis_isian(Isian(draf))) < 250
        assert len(tulis_isian(Isian(draf, "Ruang tunggu panas dan antrean terlalu panjang. " * 20))) < 400


def test_the_cookie_is_seen_by_no_script_and_no_other_page(warga: Warga, upp_id: int):
    mulai(warga, upp_id)
    kue = warga.klien.mentah.get_cookie("survei", path=f"/survei/{upp_id}")
    assert kue is not None
    assert (kue.http_only, kue.same_site, kue.path, kue.max_age) == (True, "Lax", f"/survei/{upp_id}", None)


# programs


def test_who_sends_quicker_than_one_can_read_is_asked_an_addition_and_keeps_everything(warga: Warga, db: Engine, upp_id: int):
    mulai(warga, upp_id).jawab_semua()
    warga.tekan("Kirim", saran="Cepat sekali")
    assert tersimpan(db) == []
    warga.tekan("Kirim", hitung="99")
    assert "Jawaban hitungan belum tepat" in warga.halaman.teks()
    warga.tekan("Kirim", hitung=f" {warga.hitungan()} ")
    assert [satu["saran"] for satu in tersimpan(db)] == ["Cepat sekali"]


@pytest.mark.parametrize("awal", [0xC0, 0x4E00, 0x1F300])
def test_a_thousand_letters_of_any_script_are_kept_through_the_question(warga: Warga, db: Engine, upp_id: int, awal: int):
    panjang = "".join(map(chr, Random(1).choices(range(awal, awal + (20000 if awal == 0x4E00 else 400)), k=1000))).strip()
    mulai(warga, upp_id).jawab_semua()
    warga.tekan("Kirim", saran=panjang)
    warga.tekan("Kirim", hitung="99")
    warga.tekan("Kirim", hitung=str(warga.hitungan()))
    assert [satu["saran"] for satu in tersimpan(db)] == [panjang]


@pytest.mark.parametrize("ket", ["", "hitung", "salah", "kosong", "dijeda", "terbuka", "<b>", "x" * 500])
def test_the_reason_in_the_address_is_one_of_ours_or_none(warga: Warga, upp_id: int, ket: str):
    titipkan(warga, draf_lengkap(upp_id))
    warga.buka(f"/survei/{upp_id}/isi/saran?ket={ket}")
    assert ("hitung" in warga.nama_isian()) is (ket in ("hitung", "salah"))
    assert bool([e for e in warga.halaman.semua("p") if e.get("role") == "alert"]) is (ket in ("salah", "kosong", "dijeda"))


def test_a_field_that_nobody_sees_leads_to_the_question_too(warga: Warga, db: Engine, upp_id: int):
    titipkan(warga, draf_lengkap(upp_id))
    warga.buka(f"/survei/{upp_id}/isi/saran")
    warga.tekan("Kirim", situs="http://contoh.example")
    warga.tekan("Kirim", situs="http://contoh.example", hitung=str(warga.hitungan()))
    assert len(tersimpan(db)) == 1


def test_a_village_behind_one_address_is_asked_at_most_an_addition(warga: Warga, db: Engine, upp_id: int):
    ditanya = 0
    for i in range(SEKALI_BANYAK + 8):
        titipkan(warga, draf_lengkap(upp_id, kunci=f"{i:032x}"))
        warga.buka(f"/survei/{upp_id}/isi/saran")
        warga.tekan("Kirim")
        if warga.judul() != "Terima kasih":
            ditanya += 1
            warga.tekan("Kirim", hitung=str(warga.hitungan()))
    assert len(tersimpan(db)) == SEKALI_BANYAK + 8
    assert 1 <= ditanya <= 8


# kiosk


def test_a_kiosk_begins_with_one_touch_counts_as_one_and_comes_back_by_itself(warga: Warga, db: Engine, upp_id: int):
    ktp, kk = beri_layanan(db, upp_id, "KTP", "Kartu keluarga")
    warga.buka(f"/survei/{upp_id}/kios")
    assert "Refresh" not in warga.jawaban.headers
    warga.tekan("Kartu keluarga")
    assert warga.jawaban.headers["Refresh"] == f"120; url=/survei/{upp_id}/kios"
    warga.jawab_semua()
    assert "Batalkan dan mulai dari awal" in warga.halaman.teks()
    warga.kirim()
    assert warga.jawaban.headers["Refresh"] == f"10; url=/survei/{upp_id}/kios"
    assert [(satu["saluran"], satu["layanan_id"]) for satu in tersimpan(db)] == [("kios", kk)]
    warga.buka(f"/survei/{upp_id}/{ktp}/kios")
    warga.tekan("Mulai")
    assert warga.jawaban.headers["Refresh"] == f"120; url=/survei/{upp_id}/{ktp}/kios"


def test_the_next_person_at_a_kiosk_finds_nothing_of_the_former(warga: Warga, upp_id: int):
    warga.buka(f"/survei/{upp_id}/kios")
    warga.tekan("Mulai")
    warga.tekan("Lanjut", usia="26-35")
    assert "no-store" in warga.jawaban.headers["Cache-Control"]
    warga.buka(f"/survei/{upp_id}/kios")
    assert warga.kue(upp_id) == ""
    for langkah in ("data", "1", "saran"):
        warga.buka(f"/survei/{upp_id}/isi/{langkah}")
        assert warga.tiba == f"/survei/{upp_id}/kios"


def test_a_kiosk_shows_no_way_out_and_the_ordinary_address_ends_it(warga: Warga, upp_id: int):
    warga.buka(f"/survei/{upp_id}/kios")
    for _ in range(2):
        jalan = {str(a.get("href")).partition("/isi/")[0] for a in warga.halaman.semua("a")} - {"#isi"}
        assert jalan <= {f"/survei/{upp_id}/kios", f"/survei/{upp_id}"}
        warga.tekan("Mulai" if "Mulai" in warga.tombol() else "Lewati bagian ini")
    warga.buka(f"/survei/{upp_id}")
    warga.tekan("Mulai")
    assert "Refresh" not in warga.jawaban.headers


def test_a_closed_kiosk_looks_again_by_itself(warga: Warga, db: Engine, upp_id: int):
    with session_tulis(db) as session:
        simpan_survei(session, Survei(upp_id, TAHUN, Periode.TAHUNAN, dijeda=True))
    warga.buka(f"/survei/{upp_id}/kios")
    assert warga.jawaban.headers["Refresh"] == f"300; url=/survei/{upp_id}/kios"


# the rest of the house


def test_without_cookies_the_way_on_is_told_in_a_citizens_words(app: Flask, upp_id: int):
    klien = Klien(app.test_client(use_cookies=False))
    halaman = klien.buka(f"/survei/{upp_id}")
    ditolak = klien.kirim(f"/survei/{upp_id}/mulai", {"csrf_token": halaman.csrf()}, 400)
    assert "menolak kuki" in ditolak.teks()
    assert ditolak.tautan("Mulai lagi dari halaman unit") == f"/survei/{upp_id}"


def test_a_form_whose_token_has_ended_leads_back_to_the_answers(warga: Warga, db: Engine, upp_id: int):
    titipkan(warga, draf_lengkap(upp_id))
    warga.buka(f"/survei/{upp_id}/isi/saran")
    alamat, isi = warga.kiriman("Kirim")
    ditolak = warga.klien.kirim(alamat, isi | {"csrf_token": "lama"}, 400)
    assert ditolak.tautan("Lanjutkan mengisi") == f"/survei/{upp_id}/isi/saran"
    assert "formulir" not in ditolak.teks().casefold()


@pytest.mark.parametrize(
    "alamat", ["/survei", "/survei/{}", "/survei/{}/terima-kasih", "/survei/{}/isi/1", "/survei/tidak-ada", "/survei/9999"]
)
def test_no_page_shows_whether_somebody_is_logged_in(app: Flask, db: Engine, warga: Warga, upp_id: int, alamat: str):
    petugas = masuk_sebagai(app, db, Peran.ORGANISASI)
    isi = [k.mentah.get(alamat.format(upp_id)).text.partition('name="csrf_token"')[0] for k in (petugas, warga.klien)]
    assert isi[0] == isi[1]
    assert "Keluar" not in isi[0]


def test_results_are_linked_only_where_they_are_published(warga: Warga, app: Flask, upp_id: int):
    ada = "publikasi.depan" in app.view_functions
    assert ("Hasil survei yang sudah dipublikasikan" in warga.buka("/survei").teks()) is ada


def berat(warga: Warga) -> int:
    """Bytes of the page on the screen with its style and script."""
    berkas = [str(e.get("href")) for e in warga.halaman.semua("link")] + [
        str(e.get("src")) for e in warga.halaman.semua("script")
    ]
    return len(warga.halaman.html.encode()) + sum((STATIC / Path(nama).name).stat().st_size for nama in berkas)


@pytest.mark.parametrize("akhir", ["", "/kios"])
def test_every_page_of_the_way_is_light(warga: Warga, db: Engine, upp_id: int, akhir: str):
    beri_layanan(db, upp_id, *(f"Layanan nomor {i} dengan nama yang cukup panjang" for i in range(12)))
    warga.buka(f"/survei/{upp_id}{akhir}")
    timbangan = [berat(warga)]
    pilih = {"tombol": "Layanan nomor 3 dengan nama yang cukup panjang"} if akhir else {"tombol": "Mulai", "layanan": "3"}
    warga.tekan(**pilih)
    timbangan.append(berat(warga))
    warga.tekan("Lewati bagian ini")
    while "Kirim" not in warga.tombol():
        timbangan.append(berat(warga))
        warga.tekan(warga.pilihan()[2])
    timbangan.append(berat(warga))
    warga.kirim()
    timbangan.append(berat(warga))
    assert len(timbangan) == 14
    assert max(timbangan) < SEDANG + (STATIC / "kios.js").stat().st_size * bool(akhir)
