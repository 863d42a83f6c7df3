"""Texts of a document: edited with fields, checked against the data, told when somebody was first, back to automatic."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from rtl_tracker.config import Settings, read_settings
from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.usecases.kesiapan_laporan import KeadaanButir, PengesahanDitolak, pastikan_boleh, periksa_kesiapan
from rtl_tracker.usecases.naskah_laporan import (
    NaskahKeliru,
    NaskahLaporan,
    kembalikan_otomatis,
    pratinjau,
    simpan_naskah,
    susun_naskah,
)
from rtl_tracker.usecases.temuan_tahun import muat_temuan_tahun
from tests.usecases.panggung import KINI, TAHUN, Panggung
from tests.web.instansi import TulisCsv

TAHUNAN = PermintaanDokumen(JenisDokumen.TAHUNAN, TAHUN)
AKHIR = date(TAHUN, 12, 31)


class PanggungNaskah(Panggung):
    """The stage with the annual report of the instansi."""

    def __init__(self, engine: Engine, tulis_csv: TulisCsv, folder: Path) -> None:
        super().__init__(engine, tulis_csv)
        self.settings: Settings = read_settings({"RTL_DATA_DIR": str(folder), "RTL_SECRET_KEY": "uji"})

    def naskah(self) -> NaskahLaporan:
        with pabrik_session(self.engine)() as session:
            return susun_naskah(session, self.settings, TAHUNAN)

    def simpan(self, blok: str, teks: str, versi: int = 0, pelaku=None) -> None:
        naskah = self.naskah()
        with session_tulis(self.engine) as session:
            simpan_naskah(session, pelaku or self.organisasi, KINI, naskah, blok, teks, versi)

    def kesiapan(self):
        naskah = self.naskah()
        with pabrik_session(self.engine)() as session:
            return periksa_kesiapan(session, naskah, muat_temuan_tahun(session, TAHUN, AKHIR), AKHIR)


@pytest.fixture
def panggung(engine_sqlite: Engine, tulis_csv: TulisCsv, tmp_path: Path) -> PanggungNaskah:
    return PanggungNaskah(engine_sqlite, tulis_csv, tmp_path / "data")


def test_an_edited_text_holds_its_figures_as_fields_that_follow_the_data(panggung: PanggungNaskah):
    panggung.simpan("indeks", "IKM sebesar {{ ikm_instansi }}.\n\nLihat {{ lihat_agregasi }}.")
    bagian = panggung.naskah().cari("indeks")
    lama = bagian.terisi[0]
    assert (bagian.disunting, bagian.versi, bagian.oleh) == (True, 1, "Bagian Organisasi")
    assert bagian.terisi[1] == "Lihat ⟦AGREGASI⟧."
    panggung.sql("UPDATE hasil SET ikm_tercetak = '60.00' WHERE ikm_tercetak IS NOT NULL")
    assert panggung.naskah().cari("indeks").terisi[0] != lama


def test_an_unknown_field_is_refused_by_name_and_nothing_is_stored(panggung: PanggungNaskah):
    with pytest.raises(NaskahKeliru, match=r"bidang 'ikm_instanse' tidak dikenal.*\{\{ ikm_instansi \}\}"):
        panggung.simpan("indeks", "IKM {{ ikm_instanse }}.")
    assert not panggung.naskah().cari("indeks").disunting


def test_the_preview_shows_what_contradicts_the_data_with_the_right_figure(panggung: PanggungNaskah):
    naskah = panggung.naskah()
    with pabrik_session(panggung.engine)() as session:
        hasil = pratinjau(session, naskah, "IKM Pemerintah Kabupaten Uji & Coba tahun 2022 sebesar 99,99.", AKHIR)
        benar = pratinjau(session, naskah, "IKM Pemerintah Kabupaten Uji & Coba tahun 2022 sebesar {{ ikm_instansi }}.", AKHIR)
    (satu,) = hasil.sorotan
    assert (satu.aturan, satu.salah) == ("TEKS-01", "99,99")
    assert satu.usulan in benar.terisi[0]
    assert benar.sorotan == ()


def test_the_second_of_two_people_is_told_and_the_first_text_stays(panggung: PanggungNaskah):
    panggung.simpan("maksud", "Teks pertama.")
    with pytest.raises(BerubahLebihDahulu, match="Bagian Organisasi"):
        panggung.simpan("maksud", "Teks kedua.")
    panggung.simpan("maksud", "Teks ketiga.", versi=1)
    assert panggung.naskah().cari("maksud").terisi == ("Teks ketiga.",)


def test_back_to_the_automatic_text_and_every_change_is_an_event(panggung: PanggungNaskah):
    otomatis = panggung.naskah().cari("maksud").terisi
    panggung.simpan("maksud", "Teks sendiri.")
    naskah = panggung.naskah()
    with session_tulis(panggung.engine) as session:
        kembalikan_otomatis(session, panggung.organisasi, KINI, naskah, "maksud", 1)
    assert panggung.naskah().cari("maksud").terisi == otomatis
    rincian = [c.rincian for c in panggung.jejak() if c.jenis == JenisJejak.NASKAH_DISUNTING]
    assert [r["versi"] for r in rincian] == [1, 0]
    assert rincian[1]["dahulu"] == "Teks sendiri."


def test_who_may_not_edit_and_what_does_not_exist(panggung: PanggungNaskah):
    with pytest.raises(TidakTerjangkau):
        panggung.simpan("maksud", "Teks.", pelaku=panggung.operator)
    with pytest.raises(AksesDitolak):
        panggung.simpan("maksud", "Teks.", pelaku=panggung.inspektur)
    with pytest.raises(TidakTerjangkau):
        panggung.simpan("tidak_ada", "Teks.")


def test_the_meter_names_what_is_missing_and_a_wrong_text_holds_up_the_freezing(panggung: PanggungNaskah):
    sebelum = panggung.kesiapan()
    keadaan = {b.judul: b.keadaan for b in sebelum.butir}
    assert keadaan["Penanda tangan"] is KeadaanButir.KURANG
    assert keadaan["Logo"] is KeadaanButir.PERIKSA
    assert keadaan["Naskah"] is KeadaanButir.SIAP
    assert 0 < sebelum.persen < 100
    panggung.simpan("indeks", "IKM Pemerintah Kabupaten Uji & Coba tahun 2022 sebesar 99,99.")
    sesudah = panggung.kesiapan()
    assert sesudah.galat_terbuka == sebelum.galat_terbuka + 1
    with pytest.raises(PengesahanDitolak, match="galat terbuka"):
        pastikan_boleh(sesudah, "singkat", panggung.organisasi)
    pastikan_boleh(sesudah, "Angka berasal dari keputusan bupati.", panggung.organisasi)
    with pytest.raises(PengesahanDitolak, match="minta Bagian Organisasi"):
        pastikan_boleh(sesudah, "Angka berasal dari keputusan bupati.", panggung.operator)


def test_an_emptied_block_is_missing_on_the_meter(panggung: PanggungNaskah):
    panggung.simpan("maksud", "")
    (naskah,) = [b for b in panggung.kesiapan().butir if b.judul == "Naskah"]
    assert (naskah.keadaan, naskah.kalimat) == (KeadaanButir.KURANG, "Bagian tanpa teks: Maksud dan Tujuan: pembuka.")
