"""The dashboards: the figures of the kept counts at a cost that does not know how many have answered; population, pause, saran."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jadwal_survei import KeadaanSurvei, Survei, SurveiTertutup
from rtl_tracker.domain.jawaban import Jawaban, JenisCacah, cacah_jawaban, jumlahkan_cacah
from rtl_tracker.domain.peran import Pelaku, Peran
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage import jawaban_repository as repo
from rtl_tracker.storage.impor_jawaban_repository import catat_impor_jawaban, susun_banyak, tambah_banyak
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import tambah_upp, upp_menurut_id
from rtl_tracker.usecases.daftar_saran import PER_HALAMAN, muat_saran
from rtl_tracker.usecases.kelola_survei import PopulasiSalah, jeda_survei, ubah_populasi
from rtl_tracker.usecases.pantau_instansi import (
    SaringanPantauan,
    UrutanPantauan,
    muat_pantauan_instansi,
)
from rtl_tracker.usecases.pantau_survei import muat_pantauan
from rtl_tracker.usecases.survei_saya import survei_saya
from rtl_tracker.usecases.survei_unit import survei_unit
from rtl_tracker.usecases.unduh_survei import buat_berkas_pantauan, buat_berkas_saran
from tests.usecases.jawaban_buatan import HARI, KINI, jawaban_buatan
from tests.usecases.test_tutup_survei import SESUDAH, TW4, Kantor
from tests.web.hitung_query import hitung_query

ORGANISASI = Pelaku(None, "Bagian Organisasi", Peran.ORGANISASI)


@pytest.fixture
def kantor(engine: Engine) -> Kantor:
    return Kantor(engine)


def pantau(kantor: Kantor, hari: date = HARI):
    with session_tulis(kantor.engine) as session:
        return muat_pantauan(session, kantor.operator, kantor.upp_id, 2026, TW4, hari)


def test_a_hundred_times_the_answers_cost_the_same_queries_and_none_is_read(kantor: Kantor):
    cacah = jumlahkan_cacah([cacah_jawaban(j) for j in jawaban_buatan(1000)])
    semua = []
    for kali in (1, 99):
        with session_tulis(kantor.engine) as session:
            repo.ubah_cacah(session, kantor.survei_id, kantor.layanan[0], Counter({k: n * kali for k, n in cacah.items()}))
        with hitung_query() as query:
            h = pantau(kantor)
        semua.append(list(query))
    assert h.gambaran.n == 100_000
    assert len(semua[0]) == len(semua[1]) < 15
    assert not [q for q in semua[1] if "FROM jawaban" in q]


def test_the_dashboard_shows_what_was_answered(kantor: Kantor):
    kantor.isi(90, *kantor.layanan, None)
    h = pantau(kantor)
    assert (h.gambaran.n, h.perkiraan.wajib, h.cukup) == (90, 269, True)
    assert sum(n for _, n in h.saluran) == 90
    assert [b.nama for b in h.layanan] == ["Izin", "KTP", "Tidak menyebut layanan"]
    assert len(h.unsur) == 9
    assert sum(n for _, n in h.harian) == sum(n for hari, n in h.harian if hari > HARI - timedelta(days=30))
    assert {b.kolom for b in h.profil} == {"jenis_kelamin", "usia", "pendidikan", "pekerjaan", "disabilitas"}


def test_fewer_than_five_are_not_broken_down(kantor: Kantor):
    kantor.isi(4, kantor.layanan[0])
    h = pantau(kantor)
    assert (h.cukup, h.unsur, h.umum, h.profil) == (False, (), (), ())
    assert {b.gambaran for b in h.layanan} == {None}
    kantor.isi(6, kantor.layanan[0], benih=8)
    kantor.isi(4, kantor.layanan[1], benih=9)
    dua, satu = pantau(kantor).layanan
    assert satu.gambaran is not None
    assert (dua.n, dua.gambaran) == (4, None)


def test_a_survey_nobody_answered_has_no_index_and_no_promise(kantor: Kantor):
    h = pantau(kantor)
    assert (h.gambaran.n, h.gambaran.ikm, h.gambaran.margin, h.perkiraan.pada) == (0, None, None, None)


def test_the_population_is_kept_with_an_event_and_the_second_editor_is_told(kantor: Kantor):
    kantor.isi(20)

    def simpan(teks: str, versi: int, oleh: Pelaku | None = None) -> None:
        with session_tulis(kantor.engine) as session:
            ubah_populasi(session, oleh or kantor.operator, KINI, kantor.upp_id, 2026, TW4, teks, versi)

    simpan("1.200", 1)
    with pytest.raises(BerubahLebihDahulu, match="oleh Operator"):
        simpan("500", 1, replace(kantor.operator, nama="Rekan"))
    for salah in ("banyak", "0", "-5", "19", "99999999999"):
        with pytest.raises(PopulasiSalah):
            simpan(salah, 2)
    assert pantau(kantor).tempat.survei.populasi == 1200
    simpan("", 2)
    assert pantau(kantor).tempat.survei.populasi is None
    assert kantor.jejak()[-1] == ("survei_diubah", {"populasi": [1200, None]})
    with pytest.raises(AksesDitolak):
        simpan("500", 3, replace(kantor.operator, peran=Peran.PIMPINAN))


def test_a_form_opened_before_the_first_answer_is_no_conflict(kantor: Kantor):
    with session_tulis(kantor.engine) as session:
        upp_id = tambah_upp(session, {"nama": "Unit Baru"})
        operator = replace(kantor.operator, upp_id=upp_id, jangkauan=frozenset({upp_id}))
        repo.id_survei(session, Survei(upp_id, 2026, Periode.TAHUNAN))
        ubah_populasi(session, operator, KINI, upp_id, 2026, Periode.TAHUNAN, "300", 0)
        assert repo.muat_survei(session, upp_id, 2026, Periode.TAHUNAN).populasi == 300


def test_a_paused_survey_is_closed_to_the_public_until_it_goes_on(kantor: Kantor):
    def jeda(dijeda: bool, versi: int, now=KINI) -> None:
        with session_tulis(kantor.engine) as session:
            jeda_survei(session, kantor.operator, now, kantor.upp_id, 2026, TW4, dijeda, versi)

    jeda(True, 1)
    assert pantau(kantor).tempat.keadaan is KeadaanSurvei.DIJEDA
    jeda(False, 2)
    assert pantau(kantor).tempat.keadaan is KeadaanSurvei.TERBUKA
    with pytest.raises(SurveiTertutup):
        jeda(True, 3, SESUDAH)


def saran(kantor: Kantor, cari: str = "", unsur: str = "", halaman: int = 1):
    with session_tulis(kantor.engine) as session:
        return muat_saran(session, kantor.operator, kantor.upp_id, 2026, TW4, HARI, cari, unsur, halaman)


def test_saran_are_searched_and_grouped_by_the_unsur_they_are_about(kantor: Kantor):
    isi = [("Antrean LAMA sekali", 3), ("Petugas judes", 3), ("Bagus", 3), ("100% puas_", 3), ("", 1), ("Tolong dibenahi", 1)]
    with session_tulis(kantor.engine) as session:
        for i, (teks, biaya) in enumerate(isi):
            nilai = (3, 3, 3, biaya, 3, 3, 3, 3, 3)
            repo.tambah_jawaban(session, kantor.survei_id, f"s{i}", Jawaban(nilai, HARI, saran=teks), KINI)
    h = saran(kantor)
    assert (h.jumlah, h.cocok) == (5, 5)
    assert {u: n for u, n in h.kelompok if n} == {Unsur.WAKTU: 1, Unsur.PERILAKU: 1, Unsur.BIAYA: 1, None: 2}
    assert [s.teks for s in saran(kantor, unsur="biaya").saran] == ["Tolong dibenahi"]
    assert [s.teks for s in saran(kantor, cari="lama").saran] == ["Antrean LAMA sekali"]
    assert [s.teks for s in saran(kantor, cari="0% puas_").saran] == ["100% puas_"]
    assert saran(kantor, cari="%").cocok == 1
    assert [s.teks for s in saran(kantor, unsur="lain").saran] == ["100% puas_", "Bagus"]


def test_saran_that_came_in_a_file_are_grouped_like_any_other(kantor: Kantor):
    baris = [
        (i, kantor.layanan[0], "2026-11-03", *[None] * 6, *[3] * 9, teks) for i, teks in enumerate(("Antrean lama", "", "Baik"))
    ]
    with session_tulis(kantor.engine) as session:
        impor = catat_impor_jawaban(session, KINI, 2026, kantor.survei_id, "berkas.csv", "a" * 64, 3, "Operator")
        tambah_banyak(session, kantor.survei_id, impor, "berkas", susun_banyak(baris), KINI)
    assert {u: n for u, n in saran(kantor).kelompok if n} == {Unsur.WAKTU: 1, None: 1}


def test_saran_of_questionnaires_set_aside_are_not_shown_and_pages_hold_fifty(kantor: Kantor):
    with session_tulis(kantor.engine) as session:
        for i in range(PER_HALAMAN + 3):
            repo.tambah_jawaban(session, kantor.survei_id, f"s{i}", Jawaban((3,) * 9, HARI, saran=f"Saran {i}"), KINI)
        session.connection().exec_driver_sql("UPDATE jawaban SET sah = false WHERE kunci = 's0'")
    h = saran(kantor, halaman=9)
    assert (h.cocok, h.halaman, h.banyak_halaman) == (PER_HALAMAN + 2, 2, 2)
    assert [s.teks for s in h.saran] == ["Saran 2", "Saran 1"]


def test_saran_are_taken_along_as_excel(kantor: Kantor):
    with session_tulis(kantor.engine) as session:
        repo.tambah_jawaban(session, kantor.survei_id, "s", Jawaban((3,) * 9, HARI, saran="=1+1 antrean lama"), KINI)
    with session_tulis(kantor.engine) as session:
        b = buat_berkas_saran(session, kantor.operator, kantor.upp_id, 2026, TW4, HARI, "", "")
    ws = load_workbook(BytesIO(b.isi)).active
    sel = [c for baris in ws.iter_rows() for c in baris if c.value == "=1+1 antrean lama"]
    assert [c.data_type for c in sel] == ["s"]
    assert "antrean" not in b.catatan


def instansi(kantor: Kantor, periode: Periode | None = None, hari: date = HARI, **saring: object):
    with session_tulis(kantor.engine) as session:
        return muat_pantauan_instansi(session, ORGANISASI, 2026, periode, hari, SaringanPantauan(**saring))


def test_every_unit_stands_with_the_period_of_its_own_frequency(kantor: Kantor):
    kantor.isi(30)
    with session_tulis(kantor.engine) as session:
        tambah_upp(session, {"nama": "Semesteran", "frekuensi": Frekuensi.SEMESTER})
    h = instansi(kantor)
    assert [(b.upp.nama, b.survei.periode, b.gambaran.n) for b in h.baris] == [
        ("Kecamatan Uji", TW4, 30), ("Dinas Lain", Periode.TAHUNAN, 0), ("Semesteran", Periode.S2, 0),
    ]  # fmt: skip
    assert [b.upp.nama for b in instansi(kantor, TW4).baris] == ["Kecamatan Uji"]
    assert h.baris[0].gambaran.ikm == pantau(kantor).gambaran.ikm
    assert h.baris[0].terakhir is not None
    assert (h.n, h.berjawaban, h.tercapai) == (30, 1, 0)


def test_the_page_of_all_units_is_filtered_and_sorted(kantor: Kantor):
    kantor.isi(30)
    assert [b.upp.nama for b in instansi(kantor, cari="LAIN").baris] == ["Dinas Lain"]
    assert instansi(kantor, keadaan="berakhir").baris == ()
    assert instansi(kantor, urut=UrutanPantauan.JAWABAN).baris[0].upp.nama == "Kecamatan Uji"
    assert instansi(kantor, urut=UrutanPantauan.CAPAIAN).baris[0].capaian is not None


def test_the_share_set_aside_is_seen_per_unit_and_marked_when_high(kantor: Kantor):
    kantor.isi(20)
    with session_tulis(kantor.engine) as session:
        repo.ubah_cacah(session, kantor.survei_id, None, {(JenisCacah.TIDAK_SAH, ""): 5})
    baris = instansi(kantor).baris[0]
    assert baris.gambaran.bagian_disisihkan == 20
    assert baris.gambaran.banyak_disisihkan


def test_a_hundred_units_cost_as_many_queries_as_ten(kantor: Kantor):
    banyak = []
    for sampai in (10, 100):
        with session_tulis(kantor.engine) as session:
            for i in range(sampai):
                nama = f"Unit {sampai} {i}"
                s = repo.id_survei(session, Survei(tambah_upp(session, {"nama": nama}), 2026, Periode.TAHUNAN))
                repo.tambah_jawaban(session, s, nama, Jawaban((3,) * 9, HARI), KINI)
        with hitung_query() as query:
            instansi(kantor)
        banyak.append(len(query))
    assert banyak[0] == banyak[1] < 15


def test_the_page_of_all_units_is_taken_along_as_excel_with_numbers(kantor: Kantor):
    kantor.isi(30)
    with session_tulis(kantor.engine) as session:
        b = buat_berkas_pantauan(session, ORGANISASI, 2026, None, HARI, SaringanPantauan())
    nilai = [[c.value for c in baris] for baris in load_workbook(BytesIO(b.isi)).active.iter_rows()]
    baris = next(x for x in nilai if x[0] == "Kecamatan Uji")
    assert baris[1:6] == ["Triwulan IV", "terbuka", 900, 30, 269]


def test_only_accounts_of_the_instansi_see_all_units(kantor: Kantor):
    with session_tulis(kantor.engine) as session, pytest.raises(TidakTerjangkau):
        muat_pantauan_instansi(session, kantor.operator, 2026, None, HARI, SaringanPantauan())
    with session_tulis(kantor.engine) as session, pytest.raises(TidakTerjangkau):
        muat_pantauan(session, kantor.operator, kantor.lain, 2026, TW4, HARI)


def test_an_account_of_a_unit_is_led_to_what_runs_today(kantor: Kantor):
    with session_tulis(kantor.engine) as session:
        assert survei_saya(session, kantor.operator, HARI) == (kantor.upp_id, 2026, TW4)
        assert survei_saya(session, kantor.operator, date(2026, 5, 1)) == (kantor.upp_id, 2026, Periode.TW2)
        with pytest.raises(TidakTerjangkau):
            survei_saya(session, ORGANISASI, HARI)


def test_the_front_page_knows_what_runs_and_what_waits_to_become_a_result(kantor: Kantor):
    def singkat(hari: date) -> list[tuple[int, Periode, KeadaanSurvei, int]]:
        with session_tulis(kantor.engine) as session:
            upp = upp_menurut_id(session, kantor.upp_id)
            assert upp is not None
            return [(s.tahun, s.periode, s.keadaan, s.n) for s in survei_unit(session, upp, hari)]

    kantor.isi(7)
    assert singkat(HARI) == [(2026, TW4, KeadaanSurvei.TERBUKA, 7)]
    with session_tulis(kantor.engine) as session:
        simpan_pengaturan(session, 2027, {})
    sesudah = date(2027, 1, 5)
    assert singkat(sesudah) == [
        (2026, TW4, KeadaanSurvei.BERAKHIR, 7), (2027, Periode.TW1, KeadaanSurvei.TERBUKA, 0),
    ]  # fmt: skip
    kantor.tutup()
    assert singkat(sesudah) == [(2027, Periode.TW1, KeadaanSurvei.TERBUKA, 0)]
