"""Logging in, failing, waiting, logging out, a new password: on both databases."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import argon2
import pytest
from sqlalchemy import Engine, text

from rtl_tracker.domain.peran import Peran, pelaku_program
from rtl_tracker.domain.sandi import SandiDitolak
from rtl_tracker.storage import pengguna_repository as repo
from rtl_tracker.storage.jejak_repository import muat_kepala, telusuri_rantai
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases import kelola_pengguna
from rtl_tracker.usecases import masuk as kasus
from rtl_tracker.usecases.sesi import PALING_LAMA, buka_sesi, kenali
from tests.cetakan import tuang

KINI = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
MENIT = timedelta(minutes=1)
SALAH = "bukan sandinya ini"
ALAMAT = "10.1.1.1"


class Pintu:
    """Tries at the door of one database, each in its own transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.sandi = tuang(engine, "pintu", _tambah_budi)

    def coba(self, nama="budi", sandi=SALAH, alamat=ALAMAT, saat=KINI):
        with session_tulis(self.engine) as session:
            return kasus.masuk(session, nama, sandi, alamat, saat)

    def ganti(self, token, lama, baru, saat=KINI):
        """Change the password as the web does: what was counted is stored although the change is refused."""
        with session_tulis(self.engine) as session:
            pelaku = kenali(session, token, saat, ALAMAT).pelaku
            try:
                kasus.ganti_sandi(session, pelaku, token, lama, baru, saat)
            except kasus.SandiLamaDitolak as galat:
                return str(galat)
        return ""

    def akun(self, nama="budi"):
        with session_tulis(self.engine) as session:
            return repo.pengguna_menurut_nama(session, nama)

    def kenal(self, token, saat=KINI):
        with session_tulis(self.engine) as session:
            return kenali(session, token, saat)

    def percobaan(self):
        with self.engine.connect() as koneksi:
            return {b.kunci: b.gagal for b in koneksi.execute(text("SELECT kunci, gagal FROM percobaan_masuk"))}

    def kejadian(self):
        with session_tulis(self.engine) as session:
            return [c for c in telusuri_rantai(session) if c.jenis != "pengguna_ditambah"]


def _tambah_budi(engine: Engine) -> str:
    """Store the account; returns its one-time password."""
    with session_tulis(engine) as session:
        return kelola_pengguna.tambah_pengguna(session, pelaku_program(), KINI, "budi", "Budi", Peran.ORGANISASI, None).sandi


@pytest.fixture
def pintu(engine: Engine) -> Pintu:
    return Pintu(engine)


@pytest.fixture
def pintu_sqlite(engine_sqlite: Engine) -> Pintu:
    """For what is counted and compared in Python: dozens of real hashes need not be computed for both databases."""
    return Pintu(engine_sqlite)


def test_the_right_password_opens_a_log_in_and_is_recorded(pintu):
    hasil = pintu.coba(" BUDI ", pintu.sandi)
    akun = pintu.kenal(hasil.token)
    assert (akun.pelaku.nama, akun.wajib_ganti) == ("Budi", True)
    (catatan,) = pintu.kejadian()
    assert (catatan.jenis, catatan.pelaku_id, catatan.rincian) == ("masuk", akun.pelaku.id, {"alamat": ALAMAT})


def test_a_log_in_ends_after_twelve_hours(pintu):
    token = pintu.coba(sandi=pintu.sandi).token
    assert pintu.kenal(token, KINI + PALING_LAMA - MENIT) is not None
    assert pintu.kenal(token, KINI + PALING_LAMA) is None


def test_only_hashes_of_password_and_token_are_stored(pintu):
    token = pintu.coba(sandi=pintu.sandi).token
    with pintu.engine.connect() as koneksi:
        isi = str([koneksi.execute(text(f"SELECT * FROM {t}")).all() for t in ("pengguna", "sesi", "jejak", "percobaan_masuk")])
    assert "$argon2id$" in isi
    assert pintu.sandi not in isi
    assert token not in isi


def test_no_refusal_tells_whether_the_account_exists(pintu_sqlite):
    with session_tulis(pintu_sqlite.engine) as session:
        sari = kelola_pengguna.tambah_pengguna(session, pelaku_program(), KINI, "sari", "Sari", Peran.INSPEKTUR, None)
        kelola_pengguna.nonaktifkan(session, pelaku_program(), KINI, repo.pengguna_menurut_nama(session, "sari").id)
    ada = [pintu_sqlite.coba(alamat=f"10.2.0.{i}") for i in range(6)]
    tiada = [pintu_sqlite.coba("hantu", alamat=f"10.3.0.{i}") for i in range(6)]
    mati = [pintu_sqlite.coba("sari", sari.sandi, alamat=f"10.4.0.{i}") for i in range(6)]
    assert ada == tiada == mati
    assert [h.token for h in ada] == [""] * 6
    assert ada[5].tunggu == MENIT


def test_an_unknown_name_costs_the_same_work_as_a_wrong_password(pintu_sqlite, monkeypatch):
    dikerjakan = []
    asli = argon2.PasswordHasher.verify

    def catat(self, hash_, sandi):
        dikerjakan.append(argon2.extract_parameters(hash_))
        return asli(self, hash_, sandi)

    monkeypatch.setattr(argon2.PasswordHasher, "verify", catat)
    pintu_sqlite.coba()
    pintu_sqlite.coba("hantu")
    pintu_sqlite.coba("nama yang tidak sah\x00")
    assert len(dikerjakan) == 3
    assert dikerjakan[0] == dikerjakan[1] == dikerjakan[2]


def test_a_failure_is_recorded_without_what_was_typed(pintu):
    pintu.coba()
    pintu.coba("sandi-salah-kotak")
    akun, tiada = pintu.kejadian()
    assert (akun.jenis, akun.pelaku_id, akun.pelaku) == ("masuk_gagal", pintu.akun().id, "Budi")
    assert (tiada.jenis, tiada.pelaku_id, tiada.rincian) == ("masuk_gagal", None, {"alamat": ALAMAT})
    assert "sandi-salah-kotak" not in str(pintu.kejadian())
    assert "sandi-salah-kotak" not in str(pintu.percobaan())


def test_after_five_failures_even_the_right_password_must_wait_and_waiting_counts_nothing(pintu):
    gagal = [pintu.coba() for _ in range(5)]
    assert [h.kalimat.endswith("setelah 1 menit.") for h in gagal] == [False] * 4 + [True]
    banyak, percobaan = len(pintu.kejadian()), pintu.percobaan()
    hasil = pintu.coba(sandi=pintu.sandi, saat=KINI + timedelta(seconds=1))
    assert (hasil.token, hasil.tunggu) == ("", timedelta(seconds=59))
    assert "Tunggu 1 menit" in hasil.kalimat
    assert (len(pintu.kejadian()), pintu.percobaan()) == (banyak, percobaan)
    assert pintu.coba(sandi=pintu.sandi, saat=KINI + MENIT).token


def test_the_sixth_failure_waits_two_minutes_from_any_address(pintu):
    for _ in range(5):
        pintu.coba()
    assert "setelah 2 menit" in pintu.coba(saat=KINI + MENIT).kalimat
    assert "Tunggu 2 menit" in pintu.coba(saat=KINI + MENIT, alamat="10.9.9.9").kalimat


def test_success_forgets_the_failures_of_the_account_but_not_of_the_address(pintu):
    for _ in range(4):
        pintu.coba()
    assert pintu.coba(sandi=pintu.sandi).token
    assert pintu.percobaan() == {f"alamat:{ALAMAT}": 4}


def test_one_address_that_tries_many_names_must_wait_and_others_need_not(pintu_sqlite):
    for i in range(21):
        pintu_sqlite.coba(f"nama{i}")
    assert pintu_sqlite.coba(sandi=pintu_sqlite.sandi).tunggu == MENIT
    assert pintu_sqlite.coba(sandi=pintu_sqlite.sandi, alamat="10.1.1.2").token


def test_an_office_that_slips_now_and_then_is_never_held_back(pintu_sqlite):
    saat = KINI
    for i in range(24):
        assert pintu_sqlite.coba(f"nama{i}", saat=saat).tunggu == timedelta(0)
        saat += timedelta(minutes=10)
    assert pintu_sqlite.coba(sandi=pintu_sqlite.sandi, saat=saat).token


def test_failures_of_long_ago_are_thrown_away(pintu):
    pintu.coba("hantu", alamat="10.5.5.5")
    pintu.coba(saat=KINI + timedelta(days=8))
    assert set(pintu.percobaan()) == {f"akun:{pintu.akun().id}", f"alamat:{ALAMAT}"}


def test_two_tries_at_once_both_count(pintu):
    serentak = Barrier(2)

    def coba():
        serentak.wait()
        pintu.coba()

    utas = [Thread(target=coba) for _ in range(2)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    assert pintu.percobaan()[f"akun:{pintu.akun().id}"] == 2
    with session_tulis(pintu.engine) as session:
        assert muat_kepala(session).banyak == 3


def test_a_hash_of_older_parameters_is_renewed_at_the_log_in(pintu):
    lemah = argon2.PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(pintu.sandi)
    with session_tulis(pintu.engine) as session:
        repo.perbarui_hash(session, repo.pengguna_menurut_nama(session, "budi").id, lemah)
    dulu = pintu.akun()
    assert pintu.coba(sandi=pintu.sandi).token
    assert argon2.extract_parameters(pintu.akun().sandi) != argon2.extract_parameters(dulu.sandi)
    assert pintu.akun().versi == dulu.versi
    assert pintu.coba(sandi=pintu.sandi).token


def test_logging_out_ends_this_log_in_only(pintu):
    satu, dua = pintu.coba(sandi=pintu.sandi).token, pintu.coba(sandi=pintu.sandi).token
    with session_tulis(pintu.engine) as session:
        kasus.keluar(session, satu, kenali(session, satu, KINI).pelaku, KINI)
    assert pintu.kenal(satu) is None
    assert pintu.kenal(dua) is not None
    assert pintu.kejadian()[-1].jenis == "keluar"


def test_a_new_password_ends_the_other_log_ins_and_no_longer_is_due(pintu):
    ini, lain = pintu.coba(sandi=pintu.sandi).token, pintu.coba(sandi=pintu.sandi).token
    assert pintu.ganti(ini, pintu.sandi, "kuda lumping 17") == ""
    assert pintu.kenal(lain) is None
    assert pintu.kenal(ini).wajib_ganti is False
    assert pintu.kejadian()[-1].jenis == "sandi_diganti"
    assert pintu.coba(sandi=pintu.sandi).token == ""
    assert pintu.coba(sandi="kuda lumping 17").token


def test_a_wrong_old_password_counts_like_a_failed_log_in(pintu):
    token = pintu.coba(sandi=pintu.sandi).token
    for _ in range(5):
        assert "Sandi lama tidak cocok" in pintu.ganti(token, SALAH, "kuda lumping 17")
    assert "Tunggu 1 menit" in pintu.ganti(token, pintu.sandi, "kuda lumping 17")
    assert pintu.coba(sandi=pintu.sandi).tunggu == MENIT
    assert pintu.kejadian()[-1].jenis == "masuk_gagal"


@pytest.mark.parametrize("baru", ["pendek", "yang lama"])
def test_a_bad_new_password_is_refused_and_counts_nothing(pintu_sqlite, baru):
    token = pintu_sqlite.coba(sandi=pintu_sqlite.sandi).token
    with pytest.raises(SandiDitolak):
        pintu_sqlite.ganti(token, pintu_sqlite.sandi, pintu_sqlite.sandi if baru == "yang lama" else baru)
    assert pintu_sqlite.percobaan() == {}


def test_expired_log_ins_are_thrown_away_at_the_next_one(pintu):
    pintu.coba(sandi=pintu.sandi)
    with session_tulis(pintu.engine) as session:
        buka_sesi(session, repo.pengguna_menurut_nama(session, "budi").id, KINI + PALING_LAMA)
    with pintu.engine.connect() as koneksi:
        assert koneksi.execute(text("SELECT count(*) FROM sesi")).scalar() == 1
