"""A citizen answers: one questionnaire however often it is sent, counted in the same transaction, only while the survey is open."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from threading import Event

import pytest
from sqlalchemy import Engine, text

from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jadwal_survei import KeadaanSurvei, Survei, SurveiTertutup
from rtl_tracker.domain.jawaban import Jawaban, JenisCacah, Saluran, jumlahkan_cacah, menurut_kunci, tabulasi_dari_cacah
from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN, Butir
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage import jawaban_repository as repo
from rtl_tracker.storage import kuesioner_repository, penyampaian_repository
from rtl_tracker.storage.hasil_repository import muat_tabulasi, simpan_tabulasi
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.tables import JawabanTabel
from rtl_tracker.storage.upp_repository import id_layanan, tambah_upp
from rtl_tracker.usecases.isi_survei import (
    JawabanKosong,
    LayananBelumDipilih,
    SurveiBelumDibuka,
    kirim_survei,
    mulai_survei,
    susun_kiriman,
)
from rtl_tracker.usecases.tempat_survei import muat_unit_survei, tempat_hari

KINI = datetime(2026, 11, 21, 3, tzinfo=UTC)


@pytest.fixture
def upp_id(engine: Engine) -> int:
    """A unit without layanan that measures once a year, in an opened year."""
    with session_tulis(engine) as session:
        simpan_pengaturan(session, 2026, {"nama": "Kabupaten Uji"})
        return tambah_upp(session, {"nama": "Kecamatan Uji"})


def draf(session, upp_id: int, layanan_id: int | None = None, nilai: int = 4):
    baru = mulai_survei(session, KINI, upp_id, layanan_id, Saluran.DARING)
    return replace(baru, jawaban=dict.fromkeys(range(9), nilai), profil={"usia": "19-25", "nik": "6101"}, umum=3)


def kirim(session, now, draf, saran: str) -> bool:
    return kirim_survei(session, now, susun_kiriman(session, now, draf, saran))


def baris(engine: Engine) -> int:
    with engine.connect() as koneksi:
        return koneksi.execute(text("SELECT count(*) FROM jawaban")).scalar_one()


def cacah(engine: Engine):
    with session_tulis(engine) as session:
        return jumlahkan_cacah([c for per in repo.muat_cacah(session, [1]).values() for c in per.values()])


def test_a_questionnaire_sent_twice_is_stored_and_counted_once(engine: Engine, upp_id: int):
    with session_tulis(engine) as session:
        satu = draf(session, upp_id)
        assert kirim(session, KINI, satu, "Terima kasih") is True
        assert kirim(session, KINI, satu, "Terima kasih") is False
    with session_tulis(engine) as session:
        assert kirim(session, KINI, satu, "sesuatu yang lain") is False
    assert baris(engine) == 1
    assert menurut_kunci(cacah(engine), JenisCacah.N) == {"": 1}


def test_two_writers_with_one_key_store_one_questionnaire(engine: Engine, upp_id: int):
    with session_tulis(engine) as session:
        survei = repo.id_survei(session, Survei(upp_id, 2026, Periode.TAHUNAN))
        isi = Jawaban((4,) * 9, date(2026, 11, 21))
        assert [repo.tambah_jawaban(session, survei, "k", isi, KINI) for _ in range(2)] == [True, False]
    assert menurut_kunci(cacah(engine), JenisCacah.N) == {"": 1}


def test_the_kept_counts_are_those_of_the_stored_questionnaires(engine: Engine, upp_id: int):
    with session_tulis(engine) as session:
        for nilai in (4, 3, 3, 1):
            kirim(session, KINI, draf(session, upp_id, nilai=nilai), "")
    with session_tulis(engine) as session:
        tersimpan = [repo.jawaban_dari(b) for b in session.query(JawabanTabel)]
    assert tabulasi_dari_cacah(cacah(engine)).nrr() == tabulasikan(j.nilai for j in tersimpan).nrr()
    assert menurut_kunci(cacah(engine), JenisCacah.USIA) == {"19-25": 4}


def test_nothing_but_the_offered_bands_is_ever_stored_of_a_person(engine: Engine, upp_id: int):
    with session_tulis(engine) as session:
        kirim(session, KINI, draf(session, upp_id), "")
    with engine.connect() as koneksi:
        isi = koneksi.execute(text("SELECT * FROM jawaban")).mappings().one()
    assert "6101" not in str(dict(isi))
    assert not {"nama", "nik", "alamat", "ip", "telepon"} & set(isi)


def test_an_unsur_with_two_questions_keeps_their_exact_mean_through_the_database(engine: Engine, upp_id: int):
    dua = replace(KUESIONER_BAWAAN, nomor=2, butir=(*KUESIONER_BAWAAN.butir, Butir(Unsur.WAKTU, "Di loket?", tuple("abcd"))))
    with session_tulis(engine) as session:
        kuesioner_repository.pastikan_tersimpan(session, KUESIONER_BAWAAN, KINI)
        kuesioner_repository.simpan_kuesioner(session, dua, "uji", KINI)
        satu = draf(session, upp_id)
        assert satu.nomor == 2
        kirim(session, KINI, replace(satu, jawaban={**satu.jawaban, 9: 3}), "")
        jawaban = repo.jawaban_dari(session.query(JawabanTabel).one())
        assert (jawaban.nilai[2], jawaban.butir) == (Fraction(7, 2), (4,) * 9 + (3,))
        t = tabulasikan([jawaban.nilai])
        simpan_tabulasi(session, 2026, {(upp_id, None, Periode.TAHUNAN): t})
        assert muat_tabulasi(session, 2026, {}) == {(upp_id, None, Periode.TAHUNAN): t}
    assert tabulasi_dari_cacah(cacah(engine)) == t


def test_an_answer_knows_the_words_of_its_version_even_of_the_default(engine: Engine, upp_id: int):
    with session_tulis(engine) as session:
        kirim(session, KINI, draf(session, upp_id), "")
        kirim(session, KINI, draf(session, upp_id), "")
        (kuesioner,) = kuesioner_repository.list_kuesioner(session, None)
        assert {b.kuesioner_id for b in session.query(JawabanTabel)} == {kuesioner.id}
    assert (kuesioner.nomor, kuesioner.butir) == (1, KUESIONER_BAWAAN.butir)


def test_a_saran_is_kept_as_words_without_control_characters_and_cut_at_a_thousand_letters(engine: Engine, upp_id: int):
    with session_tulis(engine) as session:
        kirim(session, KINI, draf(session, upp_id), "  Baris satu\r\ndua\x00\x07\ttiga 👩‍👩‍👧 \x85 ")
        kirim(session, KINI, draf(session, upp_id), "x" * 999 + "  y" * 9)
    with engine.connect() as koneksi:
        saran = koneksi.execute(text("SELECT saran FROM jawaban ORDER BY id")).scalars().all()
    assert saran == ["Baris satu\ndua\ttiga 👩‍👩‍👧", "x" * 999]


def test_without_one_answer_nothing_is_taken(engine: Engine, upp_id: int):
    with session_tulis(engine) as session, pytest.raises(JawabanKosong):
        kirim(session, KINI, replace(draf(session, upp_id), jawaban={}), "Ada saran tanpa nilai")
    assert baris(engine) == 0


def test_a_unit_with_layanan_asks_which_one_and_takes_only_its_own(engine: Engine, upp_id: int):
    with session_tulis(engine) as session:
        lain = tambah_upp(session, {"nama": "Dinas Lain"})
        layanan = id_layanan(session, {(upp_id, "KTP"), (lain, "Izin")})
        with pytest.raises(LayananBelumDipilih):
            mulai_survei(session, KINI, upp_id, None, Saluran.DARING)
        with pytest.raises(TidakTerjangkau):
            mulai_survei(session, KINI, upp_id, layanan[lain, "izin"], Saluran.DARING)
        assert kirim(session, KINI, draf(session, upp_id, layanan[upp_id, "ktp"]), "")
        assert list(repo.muat_cacah(session, [1])[1]) == [layanan[upp_id, "ktp"]]


def test_a_year_that_was_not_opened_has_no_survey(engine: Engine, upp_id: int):
    with session_tulis(engine) as session, pytest.raises(SurveiBelumDibuka):
        mulai_survei(session, datetime(2027, 1, 5, tzinfo=UTC), upp_id, None, Saluran.DARING)


def test_what_was_begun_before_the_last_midnight_is_still_taken_and_belongs_to_that_day(engine: Engine, upp_id: int):
    akhir = datetime(2026, 12, 31, 12, tzinfo=UTC)
    with session_tulis(engine) as session:
        satu = replace(draf(session, upp_id), mulai=akhir)
        assert kirim(session, akhir + timedelta(hours=20), satu, "")
        assert session.query(JawabanTabel).one().tanggal == akhir.astimezone().date()
        with pytest.raises(SurveiTertutup, match="berakhir"):
            kirim(session, akhir + timedelta(hours=40), replace(satu, kunci="lain"), "")


@pytest.mark.parametrize(
    ("ubah", "keadaan"),
    [({"dijeda": True}, KeadaanSurvei.DIJEDA), ({"ditutup": KINI}, KeadaanSurvei.JADI_HASIL)],
)
def test_a_paused_or_closed_survey_takes_nothing(engine: Engine, upp_id: int, ubah: dict, keadaan: KeadaanSurvei):
    with session_tulis(engine) as session:
        satu = draf(session, upp_id)
        repo.simpan_survei(session, replace(Survei(upp_id, 2026, Periode.TAHUNAN), **ubah))
        assert tempat_hari(session, muat_unit_survei(session, upp_id), KINI.date()).keadaan is keadaan
        with pytest.raises(SurveiTertutup):
            kirim(session, KINI, satu, "")


def test_a_dossier_under_way_locks_the_survey(engine: Engine, upp_id: int):
    with session_tulis(engine) as session:
        satu = draf(session, upp_id)
        berkas = Penyampaian(upp_id, 2026, Periode.TAHUNAN, status=StatusPenyampaian.DIKIRIM)
        penyampaian_repository.simpan_penyampaian(session, berkas)
        with pytest.raises(SurveiTertutup, match="disampaikan"):
            kirim(session, KINI, satu, "")


def test_first_questionnaires_that_arrive_together_are_all_taken_and_counted(engine: Engine, upp_id: int):
    def satu(_: int) -> bool:
        with session_tulis(engine, bersama=True) as session:
            return kirim(session, KINI, draf(session, upp_id), "")

    with ThreadPoolExecutor(8) as kolam:
        assert all(kolam.map(satu, range(24)))
    assert menurut_kunci(cacah(engine), JenisCacah.N) == {"": 24}
    with engine.connect() as koneksi:
        assert koneksi.execute(text("SELECT (SELECT count(*) FROM survei), (SELECT count(*) FROM kuesioner)")).one() == (1, 1)


def test_a_writer_that_works_alone_waits_for_those_who_add_beside_each_other(engine: Engine, upp_id: int):
    mulai, boleh, urutan = Event(), Event(), []

    def tambah() -> None:
        with session_tulis(engine, bersama=True) as session:
            kirim(session, KINI, draf(session, upp_id), "")
            mulai.set()
            boleh.wait(5)
            urutan.append("jawaban")

    def tutup() -> None:
        mulai.wait(5)
        with session_tulis(engine) as session:
            assert session.query(JawabanTabel).count() == 1
            urutan.append("tutup")

    with ThreadPoolExecutor(2) as kolam:
        kerja = [kolam.submit(tambah), kolam.submit(tutup)]
        mulai.wait(5)
        boleh.set()
        for satu in kerja:
            satu.result()
    assert urutan == ["jawaban", "tutup"]
