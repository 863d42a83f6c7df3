"""Paper is keyed in: one sheet once, however often Enter is pressed; wrong keys are told per field; a correction moves the counts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, text

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jadwal_survei import Survei, SurveiTertutup
from rtl_tracker.domain.jawaban import (
    Jawaban,
    JenisCacah,
    Saluran,
    cacah_jawaban,
    jumlahkan_cacah,
    menurut_kunci,
)
from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN, Butir
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage import jawaban_repository, kuesioner_repository
from rtl_tracker.storage.jejak_repository import telusuri_rantai
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.tables import JawabanTabel
from rtl_tracker.storage.upp_repository import id_layanan, tambah_upp
from rtl_tracker.usecases.baca_kertas import IsianKertas
from rtl_tracker.usecases.isi_hasil import IsianSalah
from rtl_tracker.usecases.isi_kertas import KertasDitolak, perbaiki_kertas, simpan_kertas
from rtl_tracker.usecases.layar_kertas import muat_layar, muat_perbaikan
from tests.web.akun import pelaku

KINI = datetime(2026, 11, 21, 3, tzinfo=UTC)
TAHUNAN = Periode.TAHUNAN
PENUH = IsianKertas(
    "a" * 32, "2026-11-20", "17", jawaban=tuple("334433443"), umum="4", profil={"jenis_kelamin": "2", "usia": "3"}
)


class Meja:
    """One unit, its officer, and what is stored."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        with session_tulis(engine) as session:
            simpan_pengaturan(session, 2026, {"nama": "Kabupaten Uji"})
            self.upp = tambah_upp(session, {"nama": "Kecamatan Uji"})
            self.lain = tambah_upp(session, {"nama": "Dinas Lain"})
        self.petugas = pelaku(Peran.OPERATOR_UPP, self.upp)

    def simpan(self, isian: IsianKertas = PENUH, kode: str = "", oleh=None, now: datetime = KINI):
        with session_tulis(self.engine) as session:
            return simpan_kertas(session, oleh or self.petugas, now, self.upp, 2026, TAHUNAN, kode, isian)

    def perbaiki(self, id_: int, isian: IsianKertas, versi: int = 0, oleh=None):
        with session_tulis(self.engine) as session:
            return perbaiki_kertas(session, oleh or self.petugas, KINI, self.upp, 2026, TAHUNAN, id_, versi, isian)

    def salah(self, isian: IsianKertas) -> dict[str, str]:
        with pytest.raises(IsianSalah) as galat:
            self.simpan(isian)
        return galat.value.salah

    def tersimpan(self) -> list[Jawaban]:
        with session_tulis(self.engine) as session:
            return [jawaban_repository.jawaban_dari(b) for b in session.query(JawabanTabel).order_by(JawabanTabel.id)]

    def cacah(self):
        with session_tulis(self.engine) as session:
            per = jawaban_repository.muat_cacah(session, [1]).get(1, {})
            return +jumlahkan_cacah(list(per.values()))

    def sql(self, perintah: str) -> None:
        with self.engine.begin() as koneksi:
            koneksi.execute(text(perintah))


@pytest.fixture
def meja(engine: Engine) -> Iterator[Meja]:
    return Meja(engine)


def test_a_sheet_is_stored_with_what_was_pressed_and_counted(meja: Meja):
    hasil = meja.simpan()
    assert (hasil.baru, hasil.lurus, hasil.kembar) == (True, False, ())
    (satu,) = meja.tersimpan()
    assert satu == Jawaban(
        (3, 3, 4, 4, 3, 3, 4, 4, 3), date(2026, 11, 20), Saluran.KERTAS, umum=4, usia="26-35", jenis_kelamin="Perempuan"
    )
    assert meja.cacah() == cacah_jawaban(satu)


def test_enter_pressed_twice_or_a_retry_stores_the_sheet_once(meja: Meja):
    satu, dua = meja.simpan(), meja.simpan(replace(PENUH, jawaban=tuple("111111111")))
    assert (satu.id, satu.baru, dua.baru) == (dua.id, True, False)
    assert menurut_kunci(meja.cacah(), JenisCacah.N) == {"": 1}


@pytest.mark.parametrize("tombol", ["", " ", "0", "-"])
def test_blank_keys_mean_not_answered(meja: Meja, tombol: str):
    meja.simpan(replace(PENUH, jawaban=(tombol, *"34433443"), umum=tombol, profil={"usia": tombol}))
    (satu,) = meja.tersimpan()
    assert (satu.nilai[0], satu.umum, satu.usia) == (None, None, None)


def test_every_key_that_means_nothing_is_told_at_its_field_and_nothing_is_stored(meja: Meja):
    isian = replace(
        PENUH, jawaban=("5", "x", "12", *"443344"), umum="9", profil={"usia": "7"}, tanggal="2026-12-01", nomor="9" * 40,
        saran="a" * 1001,
    )  # fmt: skip
    assert set(meja.salah(isian)) == {"j0", "j1", "j2", "umum", "usia", "tanggal", "nomor", "saran"}
    assert meja.tersimpan() == []


@pytest.mark.parametrize(
    ("tanggal", "kata"), [("", "wajib"), ("kemarin", "wajib"), ("2025-12-31", "masa survei"), ("2026-11-22", "belum tiba")]
)
def test_a_date_must_be_a_day_of_the_survey_that_has_come(meja: Meja, tanggal: str, kata: str):
    assert kata in meja.salah(replace(PENUH, tanggal=tanggal))["tanggal"]


def test_a_sheet_without_one_answer_is_not_taken(meja: Meja):
    assert "Belum ada pertanyaan" in meja.salah(replace(PENUH, jawaban=("",) * 9))["j0"]


def test_the_same_serial_number_is_refused_in_one_survey_and_free_in_another(meja: Meja):
    meja.simpan()
    assert meja.salah(replace(PENUH, kunci="b" * 32)) == {
        "nomor": "Lembar nomor 17 sudah dimasukkan. Periksa tumpukan kertasnya."
    }
    for kunci in "cd":
        meja.simpan(replace(PENUH, kunci=kunci * 32, nomor=""))
    with session_tulis(meja.engine) as session:
        lain = pelaku(Peran.OPERATOR_UPP, meja.lain)
        assert simpan_kertas(session, lain, KINI, meja.lain, 2026, TAHUNAN, "", replace(PENUH, kunci="e" * 32)).baru


def test_equal_answers_and_equal_sheets_are_pointed_out_but_stored(meja: Meja):
    sama = replace(PENUH, nomor="", jawaban=("4",) * 9)
    assert meja.simpan(sama).lurus
    kembar = meja.simpan(replace(sama, kunci="b" * 32))
    assert (kembar.baru, len(kembar.kembar)) == (True, 1)


def test_the_version_printed_on_the_paper_decides_what_is_asked(meja: Meja):
    with session_tulis(meja.engine) as session:
        kuesioner_repository.pastikan_tersimpan(session, KUESIONER_BAWAAN, KINI)
        dua = replace(
            KUESIONER_BAWAAN, nomor=2, butir=(Butir(Unsur.WAKTU, "Di loket?", tuple("abcd")), *KUESIONER_BAWAAN.butir)
        )
        kuesioner_repository.simpan_kuesioner(session, dua, "uji", KINI)
        layar = muat_layar(session, meja.petugas, KINI, meja.upp, 2026, TAHUNAN, None, "", ())
        assert (layar.kuesioner.kode, layar.versi_ada, len(layar.pertanyaan)) == ("V2", ("V2", "V1"), 10)
    meja.simpan(replace(PENUH, jawaban=tuple("2334433443")), "V2")
    meja.simpan(replace(PENUH, kunci="b" * 32, nomor=""), "V1")
    satu, lama = meja.tersimpan()
    assert (satu.nilai[2], satu.butir, lama.nilai[2], lama.butir) == (3, (2, 3, 3, 4, 4, 3, 3, 4, 4, 3), 4, None)
    with pytest.raises(TidakTerjangkau):
        meja.simpan(replace(PENUH, kunci="c" * 32, nomor=""), "V3")


def test_a_unit_with_layanan_needs_one_of_its_own(meja: Meja):
    with session_tulis(meja.engine) as session:
        layanan = id_layanan(session, {(meja.upp, "KTP"), (meja.lain, "Izin")})
    assert "layanan" in meja.salah(PENUH)
    assert "layanan" in meja.salah(replace(PENUH, layanan_id=layanan[meja.lain, "izin"]))
    assert meja.simpan(replace(PENUH, layanan_id=layanan[meja.upp, "ktp"])).baru


def test_officers_enter_paper_after_the_last_day_but_not_once_it_became_a_result(meja: Meja):
    assert meja.simpan(now=datetime(2027, 1, 5, tzinfo=UTC)).baru
    with session_tulis(meja.engine) as session:
        survei = jawaban_repository.muat_survei(session, meja.upp, 2026, TAHUNAN)
        jawaban_repository.simpan_survei(session, replace(survei, ditutup=KINI))
    with pytest.raises(SurveiTertutup):
        meja.simpan(replace(PENUH, kunci="b" * 32))
    with pytest.raises(SurveiTertutup):
        meja.perbaiki(1, PENUH)


def test_others_may_not_key_in_for_the_unit(meja: Meja):
    with pytest.raises(TidakTerjangkau):
        meja.simpan(oleh=pelaku(Peran.OPERATOR_UPP, meja.lain))
    for peran in (Peran.INSPEKTUR, Peran.PIMPINAN):
        with pytest.raises(AksesDitolak):
            meja.simpan(oleh=pelaku(peran, meja.upp))


def test_a_correction_changes_the_counts_by_the_difference_and_is_recorded_without_an_answer(meja: Meja):
    id_ = meja.simpan().id
    meja.simpan(replace(PENUH, kunci="b" * 32, nomor="18", jawaban=tuple("111111111")))
    isian = replace(PENUH, jawaban=tuple("24 433443"), tanggal="2026-11-19", saran="Loket ditambah", nomor="19")
    assert meja.perbaiki(id_, isian).baru
    satu, dua = meja.tersimpan()
    assert (satu.nilai[:3], satu.saran) == ((2, 4, None), "Loket ditambah")
    assert meja.cacah() == cacah_jawaban(satu) + cacah_jawaban(dua)
    with session_tulis(meja.engine) as session:
        (catatan,) = telusuri_rantai(session)
        assert (catatan.jenis, catatan.objek_id, catatan.rincian) == ("jawaban_diperbaiki", id_, {})
        assert "Loket" not in str(catatan)
        _, ketikan, versi = muat_perbaikan(session, meja.petugas, KINI, meja.upp, 2026, TAHUNAN, id_)
    assert (ketikan.jawaban, ketikan.nomor, versi) == (["2", "4", "", "4", "3", "3", "4", "4", "3"], "19", 1)


def test_a_correction_may_move_a_sheet_to_another_layanan_with_its_counts(meja: Meja):
    with session_tulis(meja.engine) as session:
        layanan = id_layanan(session, {(meja.upp, "KTP"), (meja.upp, "KK")})
    ktp, kk = layanan[meja.upp, "ktp"], layanan[meja.upp, "kk"]
    id_ = meja.simpan(replace(PENUH, layanan_id=ktp)).id
    meja.perbaiki(id_, replace(PENUH, layanan_id=kk))
    with session_tulis(meja.engine) as session:
        per = jawaban_repository.muat_cacah(session, [1])[1]
    (satu,) = meja.tersimpan()
    assert (+jumlahkan_cacah([per[ktp]]), +jumlahkan_cacah([per[kk]])) == ({}, cacah_jawaban(satu))


def test_a_correction_that_changes_nothing_is_not_recorded(meja: Meja):
    assert meja.perbaiki(meja.simpan().id, PENUH).baru is False
    with session_tulis(meja.engine) as session:
        assert list(telusuri_rantai(session)) == []


def test_two_officers_at_one_sheet_do_not_overwrite_each_other(meja: Meja):
    id_ = meja.simpan().id
    meja.perbaiki(id_, replace(PENUH, umum="1"))
    with pytest.raises(BerubahLebihDahulu):
        meja.perbaiki(id_, replace(PENUH, umum="2"))
    assert meja.perbaiki(id_, replace(PENUH, umum="2"), versi=1).baru


def test_only_sheets_of_paper_of_this_survey_can_be_corrected_and_none_that_was_set_aside(meja: Meja):
    id_ = meja.simpan().id
    with session_tulis(meja.engine) as session:
        survei = jawaban_repository.id_survei(session, jawaban_repository.muat_survei(session, meja.upp, 2026, TAHUNAN))
        jawaban_repository.tambah_jawaban(session, survei, "daring", Jawaban((4,) * 9, date(2026, 5, 4)), KINI)
        asing = jawaban_repository.id_survei(session, Survei(meja.lain, 2026, TAHUNAN))
        jawaban_repository.tambah_jawaban(session, asing, "asing", Jawaban((4,) * 9, date(2026, 5, 4), Saluran.KERTAS), KINI)
    for lain in (id_ + 1, id_ + 2, 999):
        with pytest.raises(TidakTerjangkau):
            meja.perbaiki(lain, PENUH)
    meja.sql(f"UPDATE jawaban SET sah = false WHERE id = {id_}")
    with pytest.raises(KertasDitolak, match="disisihkan"):
        meja.perbaiki(id_, replace(PENUH, umum="1"))


def test_the_running_check_shows_the_last_five_of_this_officer_and_how_many_came_in_today(meja: Meja):
    ids = [meja.simpan(replace(PENUH, kunci=f"{i:032x}", nomor="")).id for i in range(7)]
    meja.sql(f"UPDATE jawaban SET diterima = '2026-11-19 03:00:00.000000' WHERE id = {ids[0]}")
    with session_tulis(meja.engine) as session:
        layar = muat_layar(session, meja.petugas, KINI + timedelta(minutes=5), meja.upp, 2026, TAHUNAN, None, "", ids[:3])
        semua = muat_layar(session, meja.petugas, KINI, meja.upp, 2026, TAHUNAN, None, "", ())
    assert ([b.id for b in layar.terakhir], layar.hari_ini) == (ids[2::-1], 6)
    assert [b.id for b in semua.terakhir] == ids[:1:-1]
    assert layar.terakhir[0].digit == "334433443"
