"""Every change of a questionnaire is a new version of its scope; a layanan takes its own, and goes back to the instansi's."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, text

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jawaban import Saluran
from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN, Butir
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.unsur import Unsur, UrutanUnsur
from rtl_tracker.storage.kuesioner_repository import kuesioner_berlaku, kuesioner_versi, list_kuesioner
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import id_layanan, tambah_upp
from rtl_tracker.usecases.halaman_kuesioner import muat_daftar, muat_ruang, muat_versi
from rtl_tracker.usecases.isi_survei import kirim_survei, mulai_survei, susun_kiriman
from rtl_tracker.usecases.isian_kuesioner import hapus_butir, isian_dari, tambah_butir
from rtl_tracker.usecases.kelola_kuesioner import (
    KuesionerSalah,
    SudahIkut,
    ikuti_instansi,
    salin_dari_instansi,
    ubah_kuesioner,
)
from tests.web.akun import pelaku

KINI = datetime(2026, 11, 21, 3, tzinfo=UTC)
ORGANISASI = pelaku(Peran.ORGANISASI, nama="Sari")
KATA = ("Lama sekali", "Lama", "Cepat", "Cepat sekali")


@pytest.fixture
def tempat(engine: Engine) -> tuple[int, int]:
    """(upp_id, layanan_id) of a unit with two layanan in an opened year."""
    with session_tulis(engine) as session:
        simpan_pengaturan(session, 2026, {"nama": "Kabupaten Uji"})
        upp_id = tambah_upp(session, {"nama": "Dinas Uji"})
        layanan = id_layanan(session, {(upp_id, "KTP"), (upp_id, "Akta")})
        return upp_id, layanan[upp_id, "ktp"]


def isian(session, layanan_id: int | None = None, tanya: str = "Berapa lama Anda menunggu?"):
    """The form of a scope with other words about waktu."""
    ruang = muat_ruang(session, ORGANISASI, layanan_id)
    asal = isian_dari(ruang.kuesioner, ruang.terbaru)
    return replace(asal, butir={**asal.butir, Unsur.WAKTU: (Butir(Unsur.WAKTU, tanya, KATA),)})


def ubah(session, layanan_id: int | None = None, tanya: str = "Berapa lama Anda menunggu?"):
    return ubah_kuesioner(session, ORGANISASI, KINI, layanan_id, isian(session, layanan_id, tanya))


def jejak(engine: Engine) -> list[tuple]:
    with engine.connect() as koneksi:
        baris = koneksi.execute(
            text("SELECT dari, ke, upp_id, catatan, rincian FROM jejak WHERE jenis = 'kuesioner_diubah' ORDER BY nomor")
        )
        return [(*b[:4], json.loads(b[4]) if isinstance(b[4], str) else b[4]) for b in baris]


def jawab(session, upp_id: int, layanan_id: int) -> None:
    draf = mulai_survei(session, KINI, upp_id, layanan_id, Saluran.DARING)
    kirim_survei(session, KINI, susun_kiriman(session, KINI, replace(draf, jawaban=dict.fromkeys(range(9), 4)), ""))


def test_the_first_change_keeps_the_default_as_version_one_and_becomes_version_two(engine: Engine, tempat):
    with session_tulis(engine) as session:
        assert ubah(session).nomor == 2
    with session_tulis(engine) as session:
        assert [k.nomor for k in list_kuesioner(session, None)] == [2, 1]
        assert kuesioner_versi(session, None, 1).butir == KUESIONER_BAWAAN.butir
        assert kuesioner_berlaku(session, tempat[1]).butir[2] == Butir(Unsur.WAKTU, "Berapa lama Anda menunggu?", KATA)
    ((dari, ke, upp_id, catatan, rincian),) = jejak(engine)
    assert (dari, ke, upp_id, catatan) == ("V1", "V2", None, "Kuesioner instansi: waktu")
    assert rincian["waktu"][1][0]["tanya"] == "Berapa lama Anda menunggu?"


def test_what_is_unchanged_is_not_stored_again(engine: Engine, tempat):
    with session_tulis(engine) as session:
        ruang = muat_ruang(session, ORGANISASI, None)
        assert ubah_kuesioner(session, ORGANISASI, KINI, None, isian_dari(ruang.kuesioner, ruang.terbaru)) is None
        assert list_kuesioner(session, None) == []
        ubah(session)
        assert ubah(session) is None
        assert ubah(session, tanya="Berapa  lama\nAnda menunggu? ") is None
    assert len(jejak(engine)) == 1


def test_a_stored_version_never_changes(engine: Engine, tempat):
    with session_tulis(engine) as session:
        dua = ubah(session)
        assert ubah(session, tanya="Cepatkah?").nomor == 3
        assert kuesioner_versi(session, None, 2).butir == dua.butir


def test_the_order_of_the_last_two_unsur_and_further_questions_are_stored_as_chosen(engine: Engine, tempat):
    with session_tulis(engine) as session:
        baru = tambah_butir(isian(session), Unsur.BIAYA)
        baru = replace(baru, urutan=UrutanUnsur.KUESIONER)
        baru = replace(baru, butir={**baru.butir, Unsur.BIAYA: (baru.butir[Unsur.BIAYA][0], Butir(Unsur.BIAYA, "Lain?", KATA))})
        tersimpan = ubah_kuesioner(session, ORGANISASI, KINI, None, baru)
        unsur = [b.unsur for b in kuesioner_berlaku(session, None).butir]
    assert unsur[3:5] == [Unsur.BIAYA, Unsur.BIAYA]
    assert unsur[-2:] == [Unsur.SARPRAS, Unsur.PENGADUAN]
    assert tersimpan.urutan is UrutanUnsur.KUESIONER


def test_questions_come_and_go_in_the_form_but_never_the_last_one_or_a_seventh(engine: Engine, tempat):
    with session_tulis(engine) as session:
        form = isian(session)
    assert hapus_butir(form, Unsur.WAKTU, 0) == form
    for _ in range(7):
        form = tambah_butir(form, Unsur.WAKTU)
    assert len(form.butir[Unsur.WAKTU]) == 6
    assert form.butir[Unsur.WAKTU][5] == Butir(Unsur.WAKTU, "", KATA)
    assert hapus_butir(form, Unsur.WAKTU, 0).butir[Unsur.WAKTU][0].tanya == ""
    assert hapus_butir(form, Unsur.WAKTU, 9) == form


def test_every_wrong_field_is_named_and_nothing_is_stored(engine: Engine, tempat):
    with session_tulis(engine) as session:
        form = isian(session, tanya=" ")
        form = replace(form, umum=Butir(None, "Umum?", ("a", "a", "c", "d")), butir={**form.butir, Unsur.BIAYA: ()})
        with pytest.raises(KuesionerSalah) as galat:
            ubah_kuesioner(session, ORGANISASI, KINI, None, form)
        assert set(galat.value.salah) == {"umum-pilihan", "waktu-0-tanya", "biaya"}
        assert list_kuesioner(session, None) == []


def test_the_second_of_two_people_is_told_and_stores_nothing(engine: Engine, tempat):
    with session_tulis(engine) as session:
        kedua = isian(session, tanya="Kata orang kedua?")
        ubah(session)
        with pytest.raises(BerubahLebihDahulu, match="Sari") as galat:
            ubah_kuesioner(session, ORGANISASI, KINI, None, kedua)
        assert galat.value.versi == 2
        assert ubah_kuesioner(session, ORGANISASI, KINI, None, replace(kedua, versi=2)).nomor == 3


def test_a_layanan_with_its_own_no_longer_follows_the_instansi(engine: Engine, tempat):
    _, layanan_id = tempat
    with session_tulis(engine) as session:
        assert salin_dari_instansi(session, ORGANISASI, KINI, layanan_id, 0).kode == f"L{layanan_id}-V1"
        ubah(session)
        assert kuesioner_berlaku(session, layanan_id).butir == KUESIONER_BAWAAN.butir
        assert kuesioner_berlaku(session, layanan_id + 1 if layanan_id == 1 else 1).nomor == 2
    assert [(d, k) for d, k, *_ in jejak(engine)] == [("kuesioner instansi", f"L{layanan_id}-V1"), ("V1", "V2")]


def test_back_to_the_instansi_follows_every_later_change_and_keeps_the_old_versions(engine: Engine, tempat):
    upp_id, layanan_id = tempat
    with session_tulis(engine) as session:
        ubah(session, layanan_id, "Hanya di sini?")
        ikuti_instansi(session, ORGANISASI, KINI, layanan_id, 1)
        assert kuesioner_berlaku(session, layanan_id).layanan_id is None
        ubah(session, tanya="Berlaku di mana-mana?")
        assert kuesioner_berlaku(session, layanan_id).butir[2].tanya == "Berlaku di mana-mana?"
        assert kuesioner_versi(session, layanan_id, 1).butir[2].tanya == "Hanya di sini?"
        assert kuesioner_versi(session, layanan_id, 2) is None
        with pytest.raises(SudahIkut):
            ikuti_instansi(session, ORGANISASI, KINI, layanan_id, 2)
        assert ubah(session, layanan_id, "Lagi sendiri?").kode == f"L{layanan_id}-V3"
        ruang = muat_ruang(session, ORGANISASI, layanan_id)
    assert [(v.nomor, v.kuesioner is None) for v in ruang.versi] == [(3, False), (2, True), (1, False)]
    assert {u for _, _, u, *_ in jejak(engine)[:2]} == {upp_id}


def test_the_page_of_a_scope_tells_how_often_each_version_was_answered(engine: Engine, tempat):
    upp_id, layanan_id = tempat
    with session_tulis(engine) as session:
        jawab(session, upp_id, layanan_id)
        jawab(session, upp_id, layanan_id)
        ubah(session)
        jawab(session, upp_id, layanan_id)
        instansi, layanan = muat_ruang(session, ORGANISASI, None), muat_ruang(session, ORGANISASI, layanan_id)
        session.execute(text("UPDATE survei SET ditutup = :kini"), {"kini": KINI})
        tutup = muat_ruang(session, ORGANISASI, None)
    assert [(v.nomor, v.jawaban.semua, v.jawaban.berjalan) for v in instansi.versi] == [(2, 1, 1), (1, 2, 2)]
    assert (instansi.terjawab, layanan.terjawab, layanan.milik) == (3, 3, False)
    assert [(v.jawaban.semua, v.jawaban.berjalan) for v in tutup.versi] == [(1, 0), (2, 0)]


def test_the_list_shows_only_layanan_that_have_their_own_now(engine: Engine, tempat):
    _, layanan_id = tempat
    with session_tulis(engine) as session:
        assert muat_daftar(session, ORGANISASI).sendiri == ()
        ubah(session, layanan_id)
        isi = muat_daftar(session, ORGANISASI)
        assert [(satu.nama, v.kuesioner.kode) for satu, v in isi.sendiri] == [("KTP", f"L{layanan_id}-V1")]
        assert {u: [x.nama for x in semua] for u, semua in isi.pilihan.items()} == {"Dinas Uji": ["Akta", "KTP"]}
        ikuti_instansi(session, ORGANISASI, KINI, layanan_id, 1)
        assert muat_daftar(session, ORGANISASI).sendiri == ()


def test_only_bagian_organisasi_changes_questions_and_only_of_what_exists(engine: Engine, tempat):
    with session_tulis(engine) as session:
        form = isian(session)
        for peran in (Peran.INSPEKTUR, Peran.PIMPINAN):
            with pytest.raises(AksesDitolak):
                ubah_kuesioner(session, pelaku(peran), KINI, None, form)
        with pytest.raises(TidakTerjangkau):
            ubah_kuesioner(session, ORGANISASI, KINI, 999, form)
        with pytest.raises(TidakTerjangkau):
            muat_versi(session, ORGANISASI, None, 7)
