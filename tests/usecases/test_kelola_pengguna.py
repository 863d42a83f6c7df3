"""Accounts: who may have which unit, who may not be switched off, what is recorded."""

import math
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.peran import Pelaku, Peran, pelaku_program
from rtl_tracker.domain.sandi import periksa_sandi
from rtl_tracker.storage import pengguna_repository as repo
from rtl_tracker.storage.jejak_repository import telusuri_rantai
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import id_menurut_nama, simpan_upp
from rtl_tracker.usecases import kelola_pengguna as kelola
from rtl_tracker.usecases import masuk as kasus
from rtl_tracker.usecases.daftar_pengguna import KeadaanAkun, baca_saringan, daftar_pengguna, pilihan_unit
from rtl_tracker.usecases.hash_sandi import HURUF_SANDI, buat_sandi
from rtl_tracker.usecases.kelola_pengguna import PenggunaDitolak
from rtl_tracker.usecases.sesi import buka_sesi, kenali

KINI = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
PROGRAM = pelaku_program()


class Kantor:
    """One instansi with a unit, each act in its own transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        with session_tulis(engine) as session:
            simpan_upp(session, "Dinas A", {})
            self.upp_id = next(iter(id_menurut_nama(session).values()))

    def tambah(self, nama_masuk, peran, upp_id=None, pelaku=PROGRAM, nama="Nama & <Lengkap>"):
        with session_tulis(self.engine) as session:
            kelola.tambah_pengguna(session, pelaku, KINI, nama_masuk, nama, peran, upp_id)
            return repo.pengguna_menurut_nama(session, nama_masuk)

    def lakukan(self, tindakan, pengguna_id, *isian, pelaku=PROGRAM):
        with session_tulis(self.engine) as session:
            return tindakan(session, pelaku, KINI, pengguna_id, *isian)

    def akun(self, pengguna_id):
        with session_tulis(self.engine) as session:
            return repo.pengguna_menurut_id(session, pengguna_id)

    def kejadian(self):
        with session_tulis(self.engine) as session:
            return list(telusuri_rantai(session))

    def daftar(self, cari="", peran="", keadaan=""):
        with session_tulis(self.engine) as session:
            return daftar_pengguna(session, PROGRAM, baca_saringan(cari, peran, keadaan))


def sebagai(akun):
    return Pelaku(akun.id, akun.nama, akun.peran)


@pytest.fixture
def kantor(engine: Engine) -> Kantor:
    return Kantor(engine)


def test_a_one_time_password_can_be_read_out_and_not_be_guessed():
    sandi = {buat_sandi() for _ in range(200)}
    assert len(sandi) == 200
    for satu in sandi:
        assert [len(k) for k in satu.split("-")] == [4, 4, 4, 4]
        assert not set(satu) & set("il1o0")
        periksa_sandi(satu, "budi")
    assert 16 * math.log2(len(HURUF_SANDI)) >= 60


def test_a_new_account_logs_in_with_its_one_time_password_and_owes_a_new_one(kantor):
    with session_tulis(kantor.engine) as session:
        baru = kelola.tambah_pengguna(session, PROGRAM, KINI, " Budi ", "  Budi   Santoso ", Peran.INSPEKTUR, None)
        hasil = kasus.masuk(session, "budi", baru.sandi, "10.0.0.1", KINI)
        assert kenali(session, hasil.token, KINI).wajib_ganti
    assert (baru.nama_masuk, baru.nama) == ("budi", "Budi Santoso")
    tambah = kantor.kejadian()[0]
    assert (tambah.jenis, tambah.catatan, tambah.rincian["peran"]) == ("pengguna_ditambah", "budi", "inspektur")
    assert baru.sandi not in str(kantor.kejadian())


@pytest.mark.parametrize(
    ("peran", "berunit", "boleh"),
    [
        (Peran.OPERATOR_UPP, True, True),
        (Peran.OPERATOR_UPP, False, False),
        (Peran.ORGANISASI, False, True),
        (Peran.ORGANISASI, True, False),
        (Peran.INSPEKTUR, False, True),
        (Peran.INSPEKTUR, True, False),
        (Peran.PIMPINAN, True, True),
        (Peran.PIMPINAN, False, True),
    ],
)
def test_a_role_has_a_unit_or_none_as_the_table_of_roles_says(engine_sqlite, peran, berunit, boleh):
    kantor = Kantor(engine_sqlite)
    upp_id = kantor.upp_id if berunit else None
    if boleh:
        assert kantor.tambah("budi", peran, upp_id).upp_id == upp_id
    else:
        with pytest.raises(PenggunaDitolak) as galat:
            kantor.tambah("budi", peran, upp_id)
        assert galat.value.bidang == "upp_id"


@pytest.mark.parametrize(
    ("nama_masuk", "nama", "upp", "bidang"),
    [
        ("BUDI", "Budi", None, "nama_masuk"),
        ("bu", "Budi", None, "nama_masuk"),
        ("sari", "  ", None, "nama"),
        ("sari", "x" * 201, None, "nama"),
        ("sari", "Sari\x00", None, "nama"),
        ("sari", "Sari", 9999, "upp_id"),
    ],
)
def test_a_refused_account_names_its_field_and_stores_nothing(kantor, nama_masuk, nama, upp, bidang):
    kantor.tambah("budi", Peran.INSPEKTUR)
    with pytest.raises(PenggunaDitolak) as galat:
        kantor.tambah(nama_masuk, Peran.PIMPINAN, upp, nama=nama)
    assert galat.value.bidang == bidang
    assert kantor.daftar().semua == 1


def test_other_roles_may_not_touch_accounts(kantor):
    inspektur = sebagai(kantor.tambah("budi", Peran.INSPEKTUR))
    with pytest.raises(AksesDitolak):
        kantor.tambah("sari", Peran.ORGANISASI, pelaku=inspektur)
    for tindakan in (kelola.nonaktifkan, kelola.aktifkan, kelola.atur_ulang_sandi):
        with pytest.raises(AksesDitolak):
            kantor.lakukan(tindakan, inspektur.id, pelaku=inspektur)


def test_a_change_is_recorded_with_what_it_was_before(kantor):
    akun = kantor.tambah("budi", Peran.OPERATOR_UPP, kantor.upp_id)
    kantor.lakukan(kelola.ubah_pengguna, akun.id, akun.versi, "Budi", Peran.PIMPINAN, None)
    terakhir = kantor.kejadian()[-1]
    assert (terakhir.jenis, terakhir.objek_id) == ("pengguna_diubah", akun.id)
    assert terakhir.rincian == {
        "nama": ["Nama & <Lengkap>", "Budi"],
        "peran": ["operator_upp", "pimpinan"],
        "upp_id": [kantor.upp_id, None],
    }


def test_saving_the_same_again_is_no_event(kantor):
    akun = kantor.tambah("budi", Peran.INSPEKTUR)
    kantor.lakukan(kelola.ubah_pengguna, akun.id, akun.versi, akun.nama, akun.peran, None)
    assert (kantor.akun(akun.id), len(kantor.kejadian())) == (akun, 1)


def test_the_second_editor_is_told_who_was_first(kantor):
    akun = kantor.tambah("budi", Peran.INSPEKTUR)
    pertama = sebagai(kantor.tambah("sari", Peran.ORGANISASI, nama="Sari"))
    kantor.lakukan(kelola.ubah_pengguna, akun.id, akun.versi, "Budi Satu", akun.peran, None, pelaku=pertama)
    with pytest.raises(BerubahLebihDahulu, match="oleh Sari") as galat:
        kantor.lakukan(kelola.ubah_pengguna, akun.id, akun.versi, "Budi Dua", akun.peran, None)
    assert kantor.akun(akun.id).nama == "Budi Satu"
    kantor.lakukan(kelola.ubah_pengguna, akun.id, galat.value.versi, "Budi Dua", akun.peran, None)
    assert kantor.akun(akun.id).nama == "Budi Dua"


def test_the_last_active_account_of_organisasi_is_neither_switched_off_nor_demoted(kantor):
    akun = kantor.tambah("budi", Peran.ORGANISASI)
    mati = kantor.tambah("sari", Peran.ORGANISASI)
    kantor.lakukan(kelola.nonaktifkan, mati.id)
    with pytest.raises(PenggunaDitolak, match="terakhir yang aktif"):
        kantor.lakukan(kelola.nonaktifkan, akun.id)
    with pytest.raises(PenggunaDitolak, match="terakhir yang aktif"):
        kantor.lakukan(kelola.ubah_pengguna, akun.id, akun.versi, akun.nama, Peran.PIMPINAN, None)
    kantor.lakukan(kelola.aktifkan, mati.id)
    assert kantor.lakukan(kelola.nonaktifkan, akun.id)


def test_nobody_switches_off_demotes_or_resets_himself(kantor):
    akun = kantor.tambah("budi", Peran.ORGANISASI)
    kantor.tambah("sari", Peran.ORGANISASI)
    diri = sebagai(akun)
    with pytest.raises(PenggunaDitolak, match="Akun sendiri"):
        kantor.lakukan(kelola.nonaktifkan, akun.id, pelaku=diri)
    with pytest.raises(PenggunaDitolak, match="Peran akun sendiri"):
        kantor.lakukan(kelola.ubah_pengguna, akun.id, akun.versi, "Budi", Peran.PIMPINAN, None, pelaku=diri)
    with pytest.raises(PenggunaDitolak, match="Ganti sandi"):
        kantor.lakukan(kelola.atur_ulang_sandi, akun.id, pelaku=diri)
    kantor.lakukan(kelola.ubah_pengguna, akun.id, akun.versi, "Budi Baru", akun.peran, None, pelaku=diri)
    assert kantor.akun(akun.id).nama == "Budi Baru"


def test_switching_off_ends_the_log_ins_and_refuses_the_right_password(kantor):
    with session_tulis(kantor.engine) as session:
        baru = kelola.tambah_pengguna(session, PROGRAM, KINI, "budi", "Budi", Peran.INSPEKTUR, None)
        id_ = repo.pengguna_menurut_nama(session, "budi").id
        token = buka_sesi(session, id_, KINI)
    assert kantor.lakukan(kelola.nonaktifkan, id_)
    assert not kantor.lakukan(kelola.nonaktifkan, id_)
    assert [(c.dari, c.ke) for c in kantor.kejadian() if c.jenis == "pengguna_diubah"] == [("aktif", "nonaktif")]
    with session_tulis(kantor.engine) as session:
        assert kasus.masuk(session, "budi", baru.sandi, "10.0.0.1", KINI).token == ""
    kantor.lakukan(kelola.aktifkan, id_)
    with session_tulis(kantor.engine) as session:
        assert kenali(session, token, KINI) is None
        assert kasus.masuk(session, "budi", baru.sandi, "10.0.0.1", KINI).token


def test_a_new_one_time_password_replaces_the_old_one_and_ends_the_wait(kantor):
    id_ = kantor.tambah("budi", Peran.INSPEKTUR).id
    with session_tulis(kantor.engine) as session:
        for i in range(6):
            kasus.masuk(session, "budi", "bukan sandinya ini", f"10.0.0.{i}", KINI)
        token = buka_sesi(session, id_, KINI)
    baru = kantor.lakukan(kelola.atur_ulang_sandi, id_)
    with session_tulis(kantor.engine) as session:
        assert kenali(session, token, KINI) is None
        assert kasus.masuk(session, "budi", baru.sandi, "10.0.0.9", KINI).token
    assert kantor.akun(id_).wajib_ganti
    assert baru.sandi not in str(kantor.kejadian())


def test_an_account_that_is_off_gets_no_password(kantor):
    id_ = kantor.tambah("budi", Peran.INSPEKTUR).id
    kantor.lakukan(kelola.nonaktifkan, id_)
    with pytest.raises(PenggunaDitolak, match="Aktifkan lebih dahulu"):
        kantor.lakukan(kelola.atur_ulang_sandi, id_)


def test_an_unknown_account_is_out_of_reach(kantor):
    with pytest.raises(TidakTerjangkau):
        kantor.lakukan(kelola.nonaktifkan, 404)


def test_the_list_is_filtered_by_words_role_and_state_and_counts_all(kantor):
    kantor.tambah("budi", Peran.OPERATOR_UPP, kantor.upp_id, nama="Budi")
    sari = kantor.tambah("sari", Peran.INSPEKTUR, nama="Sari")
    kantor.tambah("tono", Peran.PIMPINAN, nama="Tono")
    kantor.lakukan(kelola.nonaktifkan, sari.id)
    assert [(b.nama, b.upp) for b in kantor.daftar().baris] == [("Budi", "Dinas A"), ("Sari", None), ("Tono", None)]
    assert [b.nama for b in kantor.daftar("dinas BUD").baris] == ["Budi"]
    assert [b.nama for b in kantor.daftar("seluruh").baris] == ["Sari", "Tono"]
    assert [b.nama for b in kantor.daftar(peran="pimpinan").baris] == ["Tono"]
    assert [b.nama for b in kantor.daftar(keadaan="nonaktif").baris] == ["Sari"]
    assert len(kantor.daftar(peran="raja", keadaan="entah").baris) == 3
    isi = kantor.daftar("tidak ada yang begini")
    assert (isi.baris, isi.semua) == ((), 3)
    assert isi.menurut_keadaan == {KeadaanAkun.AKTIF: 0, KeadaanAkun.MENUNGGU: 2, KeadaanAkun.NONAKTIF: 1}


def test_units_are_offered_below_their_parent(kantor):
    from rtl_tracker.storage.upp_repository import setel_induk

    with session_tulis(kantor.engine) as session:
        simpan_upp(session, "Dinas B", {})
        simpan_upp(session, "UPT A", {})
        setel_induk(session, "UPT A", "Dinas A")
        session.flush()
        assert [nama for _, nama in pilihan_unit(session)] == ["Dinas A", "– UPT A", "Dinas B"]
