"""A finding is explained with a reason: by whom, once, with its event; it lapses when what is printed changes."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.penjelasan_temuan import (
    ALASAN_TERPANJANG,
    AlasanTidakSah,
    SudahDijelaskan,
    TemuanTidakAda,
    cabut,
    jelaskan,
)
from rtl_tracker.usecases.temuan_tahun import TemuanTahun, muat_temuan_tahun
from tests.usecases.panggung import KINI, TAHUN, Panggung
from tests.web.instansi import TulisCsv

ALASAN = "IKM dicetak sebelum dua kuesioner susulan masuk."


class PanggungTemuan(Panggung):
    """The stage with a printed index of Kecamatan Satu that its unsur do not give (S2), and one of Badan Arsip (TAHUNAN)."""

    def __init__(self, engine: Engine, tulis_csv: TulisCsv) -> None:
        super().__init__(engine, tulis_csv)
        self.isi_hasil()
        self.sql(f"UPDATE hasil SET ikm_tercetak = '95.00' WHERE upp_id = {self.arsip}")

    def temuan(self) -> TemuanTahun:
        """What is found now."""
        with session_tulis(self.engine) as session:
            return muat_temuan_tahun(session, TAHUN, KINI.date())

    def salah_ikm(self, upp_id: int | None = None) -> Temuan:
        """The finding IKM-01 of Badan Arsip, or of another unit."""
        return next(t for t in self.temuan().temuan if t.aturan == "IKM-01" and t.upp_id == (upp_id or self.arsip))


@pytest.fixture
def panggung(engine: Engine, tulis_csv: TulisCsv) -> PanggungTemuan:
    return PanggungTemuan(engine, tulis_csv)


def test_an_operator_explains_a_finding_of_his_unit_with_its_event(panggung: PanggungTemuan):
    temuan = panggung.salah_ikm()
    panggung.main(jelaskan, TAHUN, panggung.arsip, temuan.kunci, f"  {ALASAN} ")
    satu = panggung.temuan().penjelasan[temuan.kunci]
    assert (satu.alasan, satu.oleh, satu.pada, satu.upp_id, satu.aturan) == (
        ALASAN, panggung.operator.nama, KINI, panggung.arsip, "IKM-01",
    )  # fmt: skip
    akhir = panggung.jejak()[-1]
    assert (akhir.jenis, akhir.objek, akhir.objek_id, akhir.upp_id, akhir.catatan) == (
        JenisJejak.TEMUAN_DIJELASKAN, "upp", panggung.arsip, panggung.arsip, ALASAN,
    )  # fmt: skip
    assert akhir.rincian == {"tahun": TAHUN, "aturan": "IKM-01", "kunci": temuan.kunci}


def test_bagian_organisasi_explains_for_all_units_and_for_the_instansi(panggung: PanggungTemuan):
    instansi = next(t for t in panggung.temuan().temuan if t.upp_id is None)
    for t in (instansi, panggung.salah_ikm(), panggung.salah_ikm(panggung.satu)):
        panggung.main(jelaskan, TAHUN, t.upp_id, t.kunci, ALASAN, oleh=panggung.organisasi)
    assert len(panggung.temuan().penjelasan) == 3
    assert [(c.objek, c.objek_id) for c in panggung.jejak()[-3:]] == [
        ("tahun", TAHUN), ("upp", panggung.arsip), ("upp", panggung.satu),
    ]  # fmt: skip


def test_only_who_may_explain_and_reaches_the_unit_does(panggung: PanggungTemuan):
    kunci = panggung.salah_ikm().kunci
    panggung.ditolak_bagi_semua_selain(Izin.JELASKAN_TEMUAN, jelaskan, TAHUN, panggung.arsip, kunci, ALASAN)
    panggung.main(jelaskan, TAHUN, panggung.arsip, kunci, ALASAN)
    panggung.ditolak_bagi_semua_selain(Izin.JELASKAN_TEMUAN, cabut, TAHUN, panggung.arsip, kunci)


def test_a_finding_of_the_instansi_is_out_of_reach_of_an_operator(panggung: PanggungTemuan):
    kunci = next(t.kunci for t in panggung.temuan().temuan if t.upp_id is None)
    for tindakan, isian in ((jelaskan, (ALASAN,)), (cabut, ())):
        with pytest.raises(TidakTerjangkau):
            panggung.main(tindakan, TAHUN, None, kunci, *isian)


def test_a_key_of_another_unit_is_no_finding_of_ones_own(panggung: PanggungTemuan):
    asing = panggung.salah_ikm(panggung.satu).kunci
    with pytest.raises(TemuanTidakAda):
        panggung.main(jelaskan, TAHUN, panggung.arsip, asing, ALASAN)
    panggung.main(jelaskan, TAHUN, panggung.satu, asing, ALASAN, oleh=panggung.organisasi)
    with pytest.raises(TemuanTidakAda):
        panggung.main(cabut, TAHUN, panggung.arsip, asing)
    assert list(panggung.temuan().penjelasan) == [asing]


@pytest.mark.parametrize("kunci", ["", "x", "0" * 32, "a'b\x00"])
def test_what_is_no_present_finding_is_refused_with_a_sentence(panggung: PanggungTemuan, kunci: str):
    sebelum = panggung.isi()
    with pytest.raises(TemuanTidakAda, match="Temuan ini tidak ada lagi"):
        panggung.main(jelaskan, TAHUN, panggung.arsip, kunci, ALASAN)
    assert panggung.isi() == sebelum


@pytest.mark.parametrize(
    ("alasan", "kata"),
    [("", "paling sedikit 10 huruf"), ("  sembilan ", "paling sedikit"), ("x" * (ALASAN_TERPANJANG + 1), "terlalu panjang")],
)
def test_a_reason_is_neither_too_short_nor_too_long(panggung: PanggungTemuan, alasan: str, kata: str):
    with pytest.raises(AlasanTidakSah, match=kata):
        panggung.main(jelaskan, TAHUN, panggung.arsip, panggung.salah_ikm().kunci, alasan)
    assert panggung.temuan().penjelasan == {}


def test_a_year_without_data_has_nothing_to_explain(panggung: PanggungTemuan):
    with pytest.raises(TahunTidakAda):
        panggung.main(jelaskan, 1999, panggung.arsip, panggung.salah_ikm().kunci, ALASAN)


def test_an_explanation_lapses_when_what_is_printed_changes_and_holds_again_when_it_comes_back(panggung: PanggungTemuan):
    lama = panggung.salah_ikm()
    panggung.main(jelaskan, TAHUN, panggung.arsip, lama.kunci, ALASAN)
    panggung.sql(f"UPDATE hasil SET ikm_tercetak = '96.00' WHERE upp_id = {panggung.arsip}")
    baru = panggung.salah_ikm()
    assert baru.kunci != lama.kunci
    assert baru.kunci not in panggung.temuan().penjelasan
    with pytest.raises(TemuanTidakAda):
        panggung.main(jelaskan, TAHUN, panggung.arsip, lama.kunci, ALASAN)
    panggung.sql(f"UPDATE hasil SET ikm_tercetak = '95.00' WHERE upp_id = {panggung.arsip}")
    assert panggung.salah_ikm().kunci in panggung.temuan().penjelasan


def test_a_colleague_of_the_unit_takes_the_reason_back_with_its_event(panggung: PanggungTemuan):
    kunci = panggung.salah_ikm().kunci
    panggung.main(jelaskan, TAHUN, panggung.arsip, kunci, ALASAN)
    panggung.main(cabut, TAHUN, panggung.arsip, kunci, oleh=panggung.rekan)
    assert panggung.temuan().penjelasan == {}
    akhir = panggung.jejak()[-1]
    assert (akhir.jenis, akhir.pelaku, akhir.catatan) == (JenisJejak.PENJELASAN_DICABUT, panggung.rekan.nama, ALASAN)
    with pytest.raises(TemuanTidakAda, match="sudah dicabut"):
        panggung.main(cabut, TAHUN, panggung.arsip, kunci)
    panggung.main(jelaskan, TAHUN, panggung.arsip, kunci, "Alasan yang lebih baik.")
    assert panggung.temuan().penjelasan[kunci].alasan == "Alasan yang lebih baik."


def test_of_two_who_explain_at_once_one_is_told_who_was_first(panggung: PanggungTemuan):
    kunci = panggung.salah_ikm().kunci

    def oleh(siapa: Any) -> Any:
        return lambda session: jelaskan(session, siapa, KINI, TAHUN, panggung.arsip, kunci, f"Alasan dari {siapa.nama}.")

    hasil = panggung.berdua(oleh(panggung.operator), oleh(panggung.rekan))
    ditolak = [h for h in hasil if h is not None]
    assert [type(g) for g in ditolak] == [SudahDijelaskan]
    tersimpan = panggung.temuan().penjelasan[kunci]
    assert tersimpan.oleh in str(ditolak[0])
    assert tersimpan.alasan == f"Alasan dari {tersimpan.oleh}."
    assert sum(c.jenis == JenisJejak.TEMUAN_DIJELASKAN for c in panggung.jejak()) == 1


def test_a_lost_connection_leaves_neither_reason_nor_event(panggung: PanggungTemuan):
    kunci = panggung.salah_ikm().kunci
    panggung.main_lalu_putus(jelaskan, TAHUN, panggung.arsip, kunci, ALASAN)
    panggung.main(jelaskan, TAHUN, panggung.arsip, kunci, ALASAN)
    panggung.main_lalu_putus(cabut, TAHUN, panggung.arsip, kunci)


def test_a_unit_sees_its_own_findings_and_those_of_the_units_below_it(panggung: PanggungTemuan):
    panggung.sql(f"UPDATE upp SET induk_id = {panggung.arsip} WHERE id = {panggung.satu}")
    tahun = panggung.temuan()
    assert {t.upp_id for t in tahun.milik_unit(panggung.arsip)} == {panggung.arsip, panggung.satu}
    assert {t.upp_id for t in tahun.milik_unit(panggung.satu)} == {panggung.satu}


def test_a_year_that_was_only_opened_has_no_findings(panggung: PanggungTemuan):
    panggung.buka_tahun(TAHUN + 1)

    def muat(session: Session, *_: object) -> TemuanTahun:
        return muat_temuan_tahun(session, TAHUN + 1, KINI.date())

    tahun = panggung.main(muat)
    assert (tahun.ada_hasil, tahun.temuan) == (False, ())


def test_what_may_be_typed_is_told_from_what_is_locked_or_comes_from_answers(panggung: PanggungTemuan):
    assert (panggung.arsip, Periode.TAHUNAN) in panggung.temuan().dapat_diisi
    panggung.diterima()
    tahun = panggung.temuan()
    assert (panggung.arsip, Periode.TAHUNAN) not in tahun.dapat_diisi
    assert (panggung.arsip, Periode.TAHUNAN) in tahun.berkas
    assert replace(tahun, temuan=()).cari(panggung.arsip, panggung.salah_ikm().kunci) is None
