"""Moderation: set aside with a reason and back again, exact figures before and after, hints of how it came and never of the score."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jadwal_survei import Survei, SurveiTertutup
from rtl_tracker.domain.jawaban import Jawaban, Saluran
from rtl_tracker.domain.moderasi import ALASAN_SIAP, AlasanKurang, JawabanSudahBerubah, Petunjuk, SaringanJawaban
from rtl_tracker.domain.peran import Pelaku, Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage import jawaban_repository as repo
from rtl_tracker.storage.cacah_repository import hitung_cacah
from rtl_tracker.storage.jejak_repository import telusuri_rantai
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases.moderasi_jawaban import (
    muat_moderasi,
    muat_satu_jawaban,
    pulihkan_jawaban,
    rencana_moderasi,
    sisihkan_jawaban,
)
from rtl_tracker.usecases.pantau_survei import muat_pantauan
from tests.usecases.jawaban_buatan import HARI, KINI
from tests.usecases.test_tutup_survei import TW4, Kantor

ALASAN = ALASAN_SIAP[0]


@pytest.fixture
def kantor(engine: Engine) -> Kantor:
    return Kantor(engine)


def daftar(kantor: Kantor, **saring: object):
    with session_tulis(kantor.engine) as session:
        return muat_moderasi(session, kantor.operator, kantor.upp_id, 2026, TW4, HARI, SaringanJawaban(**saring))


def id_jawaban(kantor: Kantor, **saring: object) -> list[int]:
    return [b.baris.id for b in daftar(kantor, **saring).butir]


def sisihkan(kantor: Kantor, ids: list[int], siap: str = ALASAN, teks: str = "", oleh: Pelaku | None = None) -> int:
    with session_tulis(kantor.engine) as session:
        return sisihkan_jawaban(session, oleh or kantor.operator, KINI, kantor.upp_id, 2026, TW4, ids, siap, teks)


def pulihkan(kantor: Kantor, ids: list[int], teks: str = "Ternyata pengguna layanan") -> int:
    with session_tulis(kantor.engine) as session:
        return pulihkan_jawaban(session, kantor.operator, KINI, kantor.upp_id, 2026, TW4, ids, teks)


def gambaran(kantor: Kantor):
    with session_tulis(kantor.engine) as session:
        return muat_pantauan(session, kantor.operator, kantor.upp_id, 2026, TW4, HARI).gambaran


def tambah(kantor: Kantor, kunci: str, menit: int, isi: Jawaban) -> None:
    with session_tulis(kantor.engine) as session:
        repo.tambah_jawaban(
            session, kantor.survei_id, kunci, isi, KINI - timedelta(minutes=menit), layanan_id=kantor.layanan[0]
        )


def test_the_figures_before_and_after_are_those_that_come_true(kantor: Kantor):
    kantor.isi(60, *kantor.layanan, None, pecahan=True)
    ids = id_jawaban(kantor)[3:9]
    with session_tulis(kantor.engine) as session:
        r = rencana_moderasi(session, kantor.operator, kantor.upp_id, 2026, TW4, HARI, ids, False)
    assert r.sebelum == gambaran(kantor)
    assert sisihkan(kantor, ids) == 6
    sesudah = gambaran(kantor)
    assert (sesudah.n, sesudah.disisihkan, sesudah.ikm) == (r.sesudah.n, r.sesudah.disisihkan, r.sesudah.ikm)
    assert (sesudah.n, sesudah.disisihkan) == (54, 6)
    assert sesudah.bagian_disisihkan == 10
    pulihkan(kantor, ids)
    assert gambaran(kantor) == r.sebelum


def test_the_kept_counts_stay_those_of_the_stored_questionnaires(kantor: Kantor):
    kantor.isi(40, *kantor.layanan, None)
    ids = id_jawaban(kantor)
    sisihkan(kantor, ids[:10])
    pulihkan(kantor, ids[5:8])
    with session_tulis(kantor.engine) as session:
        tersimpan = repo.muat_cacah(session, [kantor.survei_id])[kantor.survei_id]
        benar = hitung_cacah(session, kantor.survei_id)
    assert {lay: {k: n for k, n in c.items() if n} for lay, c in tersimpan.items()} == benar


def test_every_questionnaire_has_its_own_event_with_the_reason_and_without_an_answer(kantor: Kantor):
    kantor.isi(10)
    ids = id_jawaban(kantor)[:2]
    sisihkan(kantor, ids, teks="dua kali ditekan")
    pulihkan(kantor, ids[:1])
    with session_tulis(kantor.engine) as session:
        jejak = list(telusuri_rantai(session))
    assert [(c.jenis, c.objek, c.objek_id) for c in jejak] == [
        *(("jawaban_disisihkan", "jawaban", i) for i in sorted(ids)), ("jawaban_dipulihkan", "jawaban", ids[0]),
    ]  # fmt: skip
    assert jejak[0].catatan == f"{ALASAN}. dua kali ditekan"
    assert dict(jejak[0].rincian) == {"survei": "Triwulan IV 2026"}


@pytest.mark.parametrize(("siap", "teks"), [("", ""), ("", "  singkat "), ("Nilainya terlalu rendah", "")])
def test_without_a_reason_nothing_is_set_aside(kantor: Kantor, siap: str, teks: str):
    kantor.isi(5)
    with pytest.raises(AlasanKurang):
        sisihkan(kantor, id_jawaban(kantor)[:1], siap, teks)
    assert gambaran(kantor).n == 5


def test_a_low_score_is_not_among_the_reasons():
    assert not [a for a in ALASAN_SIAP if "nilai" in a.lower() or "rendah" in a.lower() or "buruk" in a.lower()]


def test_the_second_of_two_moderators_is_told_who_was_first_and_nothing_moves(kantor: Kantor):
    kantor.isi(8)
    satu, dua, *_ = id_jawaban(kantor)
    sisihkan(kantor, [satu])
    rekan = replace(kantor.operator, nama="Rekan")
    with pytest.raises(JawabanSudahBerubah, match=f"nomor {satu} sudah disisihkan oleh Operator pada 21 November 2026"):
        sisihkan(kantor, [satu, dua], oleh=rekan)
    assert gambaran(kantor).n == 7
    with pytest.raises(JawabanSudahBerubah, match="sudah dipulihkan"):
        pulihkan(kantor, [dua])


def test_filters_find_by_channel_layanan_day_state_and_hint(kantor: Kantor):
    kantor.isi(60, *kantor.layanan, None)
    assert daftar(kantor).cocok == 60
    with session_tulis(kantor.engine) as session:
        semua = muat_moderasi(session, kantor.operator, kantor.upp_id, 2026, TW4, HARI, SaringanJawaban(), 2)
    assert (len(semua.butir), semua.banyak_halaman) == (10, 2)
    assert {b.baris.saluran for b in daftar(kantor, saluran="kertas").butir} == {Saluran.KERTAS}
    assert daftar(kantor, layanan_id=0).cocok == 20
    assert daftar(kantor, layanan_id=kantor.layanan[0]).cocok == 20
    hari = daftar(kantor, dari=HARI - timedelta(days=5), sampai=HARI - timedelta(days=2))
    assert {HARI - timedelta(days=5) <= b.baris.tanggal <= HARI - timedelta(days=2) for b in hari.butir} == {True}
    sisihkan(kantor, id_jawaban(kantor)[:2])
    assert (daftar(kantor, sah=False).cocok, daftar(kantor, sah=True).cocok) == (2, 58)


def test_hints_tell_of_straight_lines_and_of_the_same_content_soon_after(kantor: Kantor):
    biasa = Jawaban((3, 4, 3, 3, 2, 3, 3, 4, 3), HARI, usia="19-25", saran="Kursi kurang")
    for kunci, menit in (("a", 300), ("b", 120), ("c", 115)):
        tambah(kantor, kunci, menit, biasa)
    tambah(kantor, "d", 50, Jawaban((3,) * 9, HARI, usia="26-35"))
    tambah(kantor, "e", 40, replace(biasa, saran="Lain"))
    lain, lurus, c, b, a = daftar(kantor).butir
    assert (lain.petunjuk, lurus.petunjuk) == ((), (Petunjuk.LURUS,))
    assert (a.petunjuk, a.sama) == ((Petunjuk.ISI_SAMA,), 2)
    assert b.petunjuk == c.petunjuk == (Petunjuk.ISI_SAMA, Petunjuk.BERUNTUN)
    assert [daftar(kantor, petunjuk=p).cocok for p in Petunjuk] == [1, 3, 2]
    sisihkan(kantor, [c.baris.id])
    assert [daftar(kantor, petunjuk=p).cocok for p in Petunjuk] == [1, 2, 0]


def test_one_questionnaire_is_read_in_the_words_of_its_version(kantor: Kantor):
    kantor.isi(6)
    satu = id_jawaban(kantor)[0]
    with session_tulis(kantor.engine) as session:
        h = muat_satu_jawaban(session, kantor.operator, satu, HARI)
    assert [b.unsur for b, _ in h.isi] == [b.unsur for b in h.kuesioner.butir]
    assert [n for _, n in h.isi] == list(h.tersimpan.isi.nilai)


def test_a_closed_survey_is_not_moderated(kantor: Kantor):
    kantor.isi(5)
    kantor.tutup()
    with pytest.raises(SurveiTertutup):
        sisihkan(kantor, id_jawaban(kantor)[:1])


def test_questionnaires_of_another_survey_and_officers_of_another_unit_are_out_of_reach(kantor: Kantor):
    kantor.isi(5)
    with session_tulis(kantor.engine) as session:
        lain = repo.id_survei(session, Survei(kantor.lain, 2026, Periode.TAHUNAN))
        repo.tambah_jawaban(session, lain, "asing", Jawaban((3,) * 9, date(2026, 11, 1)), KINI)
    asing = Pelaku(None, "Asing", Peran.OPERATOR_UPP, kantor.lain, frozenset({kantor.lain}))
    with pytest.raises(TidakTerjangkau):
        sisihkan(kantor, [id_jawaban(kantor)[0], 6])
    with pytest.raises(TidakTerjangkau):
        sisihkan(kantor, id_jawaban(kantor)[:1], oleh=asing)
    with pytest.raises(AksesDitolak):
        sisihkan(kantor, id_jawaban(kantor)[:1], oleh=replace(kantor.operator, peran=Peran.PIMPINAN))
