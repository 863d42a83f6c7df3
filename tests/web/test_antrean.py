"""The report as a job on the real queue, its page, its files, and what becomes of work that was cut off."""

import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from sqlalchemy import Engine

from rtl_tracker.config import Settings
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.jobs import Antrean, AntreanTidakTersedia, buat_antrean
from rtl_tracker.jobs.tugas_dokumen import Kemajuan, PekerjaanDibatalkan
from rtl_tracker.storage.pekerjaan_repository import Pekerjaan, StatusPekerjaan, ambil_pekerjaan, buat_pekerjaan
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.usecases import pekerjaan_dokumen as kerja
from tests.web.halaman import Klien
from tests.web.instansi import TulisCsv, isi_instansi

SEKARANG = datetime(2023, 1, 9, 7, 0, tzinfo=UTC)
PESANAN = Pesanan(JenisKerja.DOKUMEN, PermintaanDokumen(JenisDokumen.TAHUNAN, 2022))


def _tunggu(syarat: Callable[[], bool], detik: float = 60) -> None:
    batas = time.monotonic() + detik
    while not syarat():
        assert time.monotonic() < batas
        time.sleep(0.05)


def _ambil(db: Engine, id_: str) -> Pekerjaan:
    with pabrik_session(db)() as session:
        pekerjaan = ambil_pekerjaan(session, id_)
    assert pekerjaan is not None
    return pekerjaan


def _buat(db: Engine, id_: str, umur: timedelta, persen: int = 0) -> None:
    with session_tulis(db) as session:
        buat_pekerjaan(session, id_, PESANAN, datetime.now(UTC) - umur)
        if persen:
            kerja.catat_kemajuan(session, id_, "Menggambar grafik", persen, datetime.now(UTC) - umur)


def _tekan_tombol(klien: Klien) -> str:
    halaman = klien.buka("/tahun/2022/dokumen")
    jawaban = klien.mentah.post("/tahun/2022/dokumen/tahunan/TAHUNAN/susun", data={"csrf_token": halaman.csrf()})
    assert jawaban.status_code == 303
    return str(jawaban.headers["Location"])


def test_the_button_leads_through_progress_to_the_word_file(klien_isi: Klien, antrean: Antrean, db: Engine):
    alamat = _tekan_tombol(klien_isi)
    menunggu = klien_isi.buka(alamat)
    assert "Menunggu giliran (0 %)" in menunggu.teks()
    assert 'http-equiv="refresh"' in menunggu.html
    assert "Laporan sedang disusun" in klien_isi.buka("/tahun").teks()
    antrean.mulai_di_proses_ini()
    _tunggu(lambda: klien_isi.mentah.get(f"{alamat}/kemajuan.json").get_json()["usai"])
    jadi = klien_isi.buka(alamat)
    assert "Dokumen sudah jadi" in jadi.teks()
    assert 'http-equiv="refresh"' not in jadi.html
    berkas = klien_isi.mentah.get(f"{alamat}/berkas/docx")
    assert "attachment; filename=laporan-skm-tahunan-2022.docx" in berkas.headers["Content-Disposition"]
    assert "word/document.xml" in zipfile.ZipFile(BytesIO(berkas.data)).namelist()
    assert klien_isi.buka("/tahun").tautan(f"Unduh Word ({-(-len(berkas.data) // 1000)} KB)") == f"{alamat}/berkas/docx"


def test_without_a_layout_there_is_a_notice_and_no_pdf(klien_isi: Klien, antrean: Antrean):
    alamat = _tekan_tombol(klien_isi)
    antrean.mulai_di_proses_ini()
    _tunggu(lambda: klien_isi.mentah.get(f"{alamat}/kemajuan.json").get_json()["usai"])
    jadi = klien_isi.buka(alamat)
    assert "LibreOffice" in jadi.teks()
    assert "Unduh PDF" not in jadi.teks()
    klien_isi.buka(f"{alamat}/berkas/pdf", 404)


def test_asking_twice_gives_the_running_work_and_afterwards_a_new_one(klien_isi: Klien, antrean: Antrean, db: Engine):
    pertama = _tekan_tombol(klien_isi).rsplit("/", 1)[1]
    assert antrean.pesan(PESANAN) == pertama
    assert "Sedang disusun" in klien_isi.buka("/tahun/2022/dokumen").teks()
    with session_tulis(db) as session:
        kerja.catat_gagal(session, pertama, "Gagal.", datetime.now(UTC))
    assert antrean.pesan(PESANAN) != pertama


def test_a_year_without_data_starts_nothing(klien_isi: Klien):
    token = klien_isi.buka("/tahun/2022/dokumen").csrf()
    alamat = "/tahun/{}/dokumen/tahunan/TAHUNAN/susun"
    assert "Belum ada data tahun 2040" in klien_isi.kirim(alamat.format(2040), {"csrf_token": token}, 404).teks()


def test_a_refused_report_ends_with_its_sentence(klien: Klien, antrean: Antrean, db: Engine, tulis_csv: TulisCsv):
    isi_instansi(
        db, tulis_csv("upp-saja", upp=[["nama"], ["Kecamatan Satu"]], instansi=[["kunci", "nilai"], ["nama", "Kota"]]), 2022
    )
    id_ = antrean.pesan(PESANAN)
    antrean.mulai_di_proses_ini()
    _tunggu(lambda: not _ambil(db, id_).belum_usai)
    halaman = klien.buka(f"/pekerjaan/{id_}")
    assert "Belum ada hasil SKM tahun 2022" in halaman.teks()
    assert "Ulangi penyusunan" in halaman.teks()


def test_a_full_disk_ends_with_a_sentence_and_a_traceback_in_the_log(
    klien_isi: Klien, antrean: Antrean, settings: Settings, db: Engine, caplog: pytest.LogCaptureFixture
):
    settings.folder_laporan.write_text("bukan folder")
    id_ = antrean.pesan(PESANAN)
    antrean.mulai_di_proses_ini()
    _tunggu(lambda: not _ambil(db, id_).belum_usai)
    assert "sisa ruang" in klien_isi.buka(f"/pekerjaan/{id_}").teks()
    assert "Traceback" in caplog.text


def test_work_of_a_killed_process_is_begun_again_and_finished(klien_isi: Klien, antrean: Antrean, db: Engine):
    _buat(db, "mati", timedelta(minutes=1), persen=40)
    antrean.mulai_di_proses_ini()
    _tunggu(lambda: not _ambil(db, "mati").belum_usai)
    assert (_ambil(db, "mati").status, _ambil(db, "mati").percobaan) == (StatusPekerjaan.SELESAI, 2)


def test_work_that_kills_its_process_again_and_again_ends_with_a_sentence(klien_isi: Klien, db: Engine):
    _buat(db, "maut", timedelta(minutes=1), persen=40)
    jam = datetime.now(UTC)
    for percobaan in (2, 3):
        with session_tulis(db) as session:
            assert kerja.ambil_terhenti(session, set(), jam) == ["maut"]
        assert _ambil(db, "maut").percobaan == percobaan
        jam += timedelta(minutes=1)
    with session_tulis(db) as session:
        assert kerja.ambil_terhenti(session, set(), jam) == []
    assert _ambil(db, "maut").status is StatusPekerjaan.GAGAL
    assert "silakan ulangi" in klien_isi.buka("/pekerjaan/maut").teks()
    assert "Penyusunan terakhir gagal" in klien_isi.buka("/tahun").teks()


def test_work_that_waits_in_the_queue_is_not_taken_for_dead(klien_isi: Klien, antrean: Antrean, settings: Settings, db: Engine):
    id_ = antrean.pesan(PESANAN)
    lama = datetime.now(UTC) + timedelta(hours=1)
    with session_tulis(db) as session:
        assert kerja.ambil_terhenti(session, {id_}, lama) == []
        assert kerja.ambil_terhenti(session, set(), lama) == [id_]


def test_two_watchers_never_begin_the_same_work_twice(db: Engine):
    _buat(db, "satu", timedelta(minutes=1), persen=40)
    with session_tulis(db) as session:
        assert kerja.ambil_terhenti(session, set(), datetime.now(UTC)) == ["satu"]
        assert kerja.ambil_terhenti(session, set(), datetime.now(UTC)) == []


def test_work_that_was_called_off_stops_and_leaves_nothing(klien_isi: Klien, antrean: Antrean, settings: Settings, db: Engine):
    alamat = _tekan_tombol(klien_isi)
    token = klien_isi.buka(alamat).csrf()
    assert klien_isi.mentah.post(f"{alamat}/batal", data={"csrf_token": token}).status_code == 303
    assert "Tidak ada berkas yang dibuat" in klien_isi.buka(alamat).teks()
    antrean.mulai_di_proses_ini()
    id_ = alamat.rsplit("/", 1)[1]
    _tunggu(lambda: not antrean._huey.pending())
    assert _ambil(db, id_).status is StatusPekerjaan.DIBATALKAN
    assert not (settings.folder_laporan / id_).exists()
    assert antrean.pesan(PESANAN) != id_


def test_running_work_notices_that_it_was_called_off(db: Engine):
    _buat(db, "jalan", timedelta())
    kemajuan = Kemajuan(db, "jalan")
    kemajuan("Menggambar grafik", 10)
    with session_tulis(db) as session:
        assert kerja.batalkan(session, "jalan", SEKARANG)
    with pytest.raises(PekerjaanDibatalkan):
        kemajuan("Menyusun dokumen Word", 35)


def test_work_that_still_beats_is_not_taken_for_dead(klien_isi: Klien, db: Engine):
    _buat(db, "hidup", timedelta(minutes=1), persen=40)
    with session_tulis(db) as session:
        kerja.catat_denyut(session, ["hidup"], datetime.now(UTC))
        assert kerja.ambil_terhenti(session, set(), datetime.now(UTC)) == []


def test_progress_takes_back_a_sentence_of_failure_that_came_too_early(db: Engine):
    _buat(db, "a", timedelta(), persen=40)
    with session_tulis(db) as session:
        kerja.catat_gagal(session, "a", kerja.KALIMAT_TERHENTI, SEKARANG)
        kerja.catat_kemajuan(session, "a", "Menata halaman", 60, SEKARANG)
    assert _ambil(db, "a").status is StatusPekerjaan.BERJALAN


def test_finished_files_that_were_removed_are_not_offered(klien_isi: Klien, db: Engine):
    _buat(db, "usang", timedelta())
    with session_tulis(db) as session:
        kerja.catat_selesai(session, "usang", "usang/laporan.docx", datetime.now(UTC))
    assert "sudah tidak ada di server" in klien_isi.buka("/pekerjaan/usang").teks()
    klien_isi.buka("/pekerjaan/usang/berkas/docx", 404)


@pytest.mark.parametrize("alamat", ["/pekerjaan/tidak-ada", "/pekerjaan/tidak-ada/kemajuan.json", "/pekerjaan/x/berkas/docx",
                                    "/pekerjaan/x/berkas/exe", "/pekerjaan/..%2f..%2fkunci_rahasia/berkas/docx"])  # fmt: skip
def test_work_that_does_not_exist_is_not_found(klien_isi: Klien, alamat: str):
    klien_isi.buka(alamat, 404)


def test_messages_signed_with_another_key_are_not_run(klien_isi: Klien, settings: Settings, antrean: Antrean, db: Engine):
    penyusup = buat_antrean(replace(settings, secret_key="kunci lain"))
    id_ = penyusup.pesan(PESANAN)
    with pytest.raises(ValueError, match="mismatch"):
        antrean._huey.dequeue()
    assert _ambil(db, id_).status is StatusPekerjaan.MENUNGGU
    penyusup.hentikan()


def test_an_unknown_kind_of_queue_is_refused_with_a_sentence(settings: Settings):
    with pytest.raises(AntreanTidakTersedia, match="RTL_JOBS_URL harus berawalan"):
        buat_antrean(replace(settings, jobs_url="amqp://antrean"))
