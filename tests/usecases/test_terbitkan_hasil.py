"""Publishing: accepted results only, frozen under a number that counts on, withdrawn with a reason, told of in the trail."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine, text

from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.penyampaian import StatusPenyampaian
from rtl_tracker.domain.peran import Pelaku, Peran
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.domain.publikasi import ProfilTerbit, PublikasiDitolak, Sebab
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage import publikasi_repository as repo
from rtl_tracker.storage.penyampaian_repository import muat_penyampaian, simpan_penyampaian
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.storage.tables import ResponsTabel
from rtl_tracker.usecases import terbitkan_hasil as kasus
from rtl_tracker.usecases.baca_publikasi import muat_halaman, muat_kepala, muat_penantian, tahun_terbit
from rtl_tracker.usecases.verifikasi_publikasi import publikasi_rusak
from tests.usecases.isi_publikasi import KINI, TAHUN, calon, calon_kini, terbitkan
from tests.usecases.panggung import Panggung
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT

S2, TAHUNAN = Periode.S2, Periode.TAHUNAN
ALASAN = "Nilai Kecamatan Satu keliru."


@pytest.fixture
def p(engine: Engine, tulis_csv) -> Panggung:
    return Panggung(engine, tulis_csv)


def setel(p: Panggung, upp_id: int, periode: Periode, status: StatusPenyampaian, nihil: bool = False) -> None:
    with session_tulis(p.engine) as session:
        berkas = muat_penyampaian(session, upp_id, TAHUN, periode)
        simpan_penyampaian(session, replace(berkas, status=status, nihil=nihil))


def kasus_simpan(session, pelaku, now, kini):
    return kasus.simpan_publikasi(session, pelaku, now, kini, "folder-uji", {})


def tarik(p: Panggung, nomor: int = 1, alasan: str = ALASAN, oleh: Pelaku | None = None, tahun: int = TAHUN):
    return p.main(kasus.tarik, tahun, TAHUNAN, nomor, alasan, oleh=oleh or p.organisasi)


def test_results_of_a_workbook_count_as_accepted_and_units_without_any_are_named(p: Panggung):
    isi = calon_kini(p.engine).isi
    assert [(a.nama, str(a.ikm), a.n) for a in isi.unit] == [
        ("Kecamatan Satu", "85.06", 100), (NAMA_SULIT, "86.67", 30), ("Dinas Perhubungan", "62.50", 12), (NAMA_PANJANG, "62.50", 12),
    ]  # fmt: skip
    assert [(t.nama, t.sebab) for t in isi.tanpa] == [("Badan Arsip", Sebab.BELUM_ADA_HASIL)]
    assert isi.indeks is not None
    assert (isi.indeks.banyak_unit, isi.indeks.n) == (3, 142)
    assert isi.unit[0].bagian == (Periode.S1, Periode.S2)
    assert isi.unit[2].banyak_unit == 1
    assert str(isi.unit[0].unsur[Unsur.WAKTU].konversi) == "65.00"


@pytest.mark.parametrize("status", [StatusPenyampaian.DRAF, StatusPenyampaian.DIKIRIM, StatusPenyampaian.DIKEMBALIKAN])
def test_a_unit_whose_dossier_is_not_accepted_stays_out_and_out_of_the_index(p: Panggung, status: StatusPenyampaian):
    semua = calon_kini(p.engine)
    setel(p, p.satu, S2, status)
    kini = calon_kini(p.engine)
    assert p.satu not in {a.upp_id for a in kini.isi.unit}
    assert [(t.upp_id, t.sebab) for t in kini.isi.tanpa if t.upp_id == p.satu] == [(p.satu, Sebab.BELUM_DITERIMA)]
    assert [(b.periode, b.status) for b in kini.ditahan[p.satu]] == [(S2, status)]
    assert kini.isi.indeks is not None
    assert semua.isi.indeks is not None
    assert (kini.isi.indeks.banyak_unit, kini.indeks_semua) == (2, semua.isi.indeks.ikm)
    assert calon_kini(p.engine, periode=Periode.S1).isi.unit[0].upp_id == p.satu
    setel(p, p.satu, S2, StatusPenyampaian.DITERIMA)
    assert calon_kini(p.engine).sidik == semua.sidik


def test_a_parent_that_shows_its_children_stays_out_with_a_child(p: Panggung):
    with pabrik_session(p.engine)() as session:
        anak = next(a.upp_id for a in calon(session).isi.unit if a.nama == NAMA_PANJANG)
    assert anak is not None
    setel(p, anak, TAHUNAN, StatusPenyampaian.DRAF)
    assert {t.nama for t in calon_kini(p.engine).isi.tanpa if t.sebab is Sebab.BELUM_DITERIMA} == {
        "Dinas Perhubungan",
        NAMA_PANJANG,
    }


def test_nihil_and_periods_that_a_unit_does_not_owe_are_told_apart_from_a_missing_result(p: Panggung):
    setel(p, p.arsip, TAHUNAN, StatusPenyampaian.DITERIMA, nihil=True)
    p.frekuensi(Frekuensi.SEMESTER, p.arsip)
    sebab = {t.upp_id: t.sebab for t in calon_kini(p.engine).isi.tanpa}
    assert sebab[p.arsip] is Sebab.NIHIL
    p.frekuensi(Frekuensi.TAHUNAN, p.arsip)
    assert {t.upp_id: t.sebab for t in calon_kini(p.engine, periode=Periode.S1).isi.tanpa}[p.arsip] is Sebab.TIDAK_WAJIB


def test_the_nine_unsur_of_fewer_than_five_people_are_not_published(p: Panggung):
    p.sql(f"UPDATE hasil SET jumlah_responden = 4 WHERE upp_id != {p.satu}")
    unit = {a.nama: a for a in calon_kini(p.engine).isi.unit}
    assert (unit[NAMA_SULIT].n, dict(unit[NAMA_SULIT].unsur)) == (4, {})
    assert len(unit["Kecamatan Satu"].unsur) == 9


def test_the_profile_of_those_who_answered_is_published_in_groups_of_five(p: Panggung):
    p.diterima()
    with session_tulis(p.engine) as session:
        for kunci, banyak in (("19-25", 12), ("26-35", 2), ("36-45", 3)):
            session.add_all(ResponsTabel(upp_id=p.arsip, tahun=TAHUN, periode=TAHUNAN, usia=kunci) for _ in range(banyak))
    (arsip,) = (a for a in calon_kini(p.engine).isi.unit if a.upp_id == p.arsip)
    assert arsip.profil == (ProfilTerbit("Usia", (("19-25", 12),), 5),)


def test_numbers_count_on_and_old_figures_stay_as_they_were(p: Panggung):
    pertama = terbitkan(p.engine, oleh=p.organisasi)
    p.sql(f"UPDATE hasil SET ikm_tercetak = 95 WHERE upp_id = {p.satu} AND periode = 'S2'")
    kedua = terbitkan(p.engine, oleh=p.organisasi)
    assert (pertama.nomor, kedua.nomor, kedua.sidik_isi != pertama.sidik_isi) == (1, 2, True)
    with pabrik_session(p.engine)() as session:
        kepala = muat_kepala(session)
        lama = muat_halaman(session, kepala, TAHUN, p.satu, TAHUNAN, 1)
        baru = muat_halaman(session, kepala, TAHUN, p.satu, None, None)
    assert lama is not None
    assert baru is not None
    assert lama.angka is not None
    assert baru.angka is not None
    assert (lama.angka.ikm, baru.angka.ikm, lama.digantikan, baru.digantikan) == (
        Decimal("85.06"),
        Decimal("87.50"),
        True,
        False,
    )


def test_a_publication_is_one_event_with_the_hashes_of_what_was_frozen(p: Panggung):
    publikasi = terbitkan(p.engine, oleh=p.organisasi, sidik={"instansi.pdf": "a" * 64})
    catatan = p.jejak()[-1]
    assert (catatan.jenis, catatan.objek, catatan.objek_id) == (JenisJejak.HASIL_DITERBITKAN, Objek.PUBLIKASI, publikasi.id)
    assert catatan.pelaku == p.organisasi.nama
    assert catatan.rincian["sidik_isi"] == publikasi.sidik_isi == calon_kini(p.engine).sidik
    assert (catatan.catatan, catatan.rincian["unit"]) == ("Publikasi hasil tahun 2022 nomor 1", 4)


def test_only_bagian_organisasi_publishes_and_withdraws(p: Panggung):
    with pabrik_session(p.engine)() as session:
        kini = calon(session)
    sebelum = p.isi()
    for peran in set(Peran) - {Peran.ORGANISASI}:
        with pytest.raises(AksesDitolak):
            p.main(kasus_simpan, kini, oleh=Pelaku(None, "Penguji", peran))
    with pytest.raises(TidakTerjangkau):
        p.main(kasus_simpan, kini, oleh=Pelaku(None, "Penguji", Peran.ORGANISASI, None, frozenset({p.arsip})))
    assert p.isi() == sebelum
    terbitkan(p.engine)
    for peran in set(Peran) - {Peran.ORGANISASI}:
        with pytest.raises(AksesDitolak):
            tarik(p, oleh=Pelaku(None, "Penguji", peran))


def test_the_same_figures_are_not_published_twice_and_nothing_is_not_published_at_all(p: Panggung):
    terbitkan(p.engine)
    with pytest.raises(PublikasiDitolak, match="Angka yang sama"):
        terbitkan(p.engine)
    with pytest.raises(PublikasiDitolak, match="Belum ada hasil"):
        terbitkan(p.engine, periode=Periode.TW1)
    with pabrik_session(p.engine)() as session, pytest.raises(PublikasiDitolak, match="Angka berubah"):
        kasus.periksa_terbit(session, p.organisasi, calon(session, periode=S2), "0" * 64)


def test_two_who_publish_at_once_make_one_publication(p: Panggung):
    def terbit(session):
        return kasus.simpan_publikasi(session, p.organisasi, KINI, calon(session), f"folder-{id(session)}", {})

    hasil = p.berdua(terbit, terbit)
    assert sum(isinstance(h, PublikasiDitolak) for h in hasil) == 1
    assert p.sql("SELECT count(*) FROM publikasi") == 1


def test_a_withdrawn_publication_shows_its_reason_and_no_figure_and_the_next_gets_a_new_number(p: Panggung):
    terbitkan(p.engine)
    tarik(p)
    with pabrik_session(p.engine)() as session:
        h = muat_halaman(session, muat_kepala(session), TAHUN, p.satu, None, None)
        assert tahun_terbit(muat_kepala(session)) == ()
    assert h is not None
    assert (h.publikasi.ditarik, h.publikasi.alasan, h.isi, h.angka, h.tren) == (True, ALASAN, None, None, ())
    catatan = p.jejak()[-1]
    assert (catatan.jenis, catatan.rincian) == (JenisJejak.PUBLIKASI_DITARIK, {"alasan": ALASAN})
    assert terbitkan(p.engine).nomor == 2


@pytest.mark.parametrize("alasan", ["", "pendek", "   spasi   "])
def test_a_withdrawal_needs_a_reason(p: Panggung, alasan: str):
    terbitkan(p.engine)
    with pytest.raises(PublikasiDitolak, match="Tulis alasan"):
        tarik(p, alasan=alasan)


def test_what_does_not_exist_or_is_withdrawn_already_cannot_be_withdrawn(p: Panggung):
    terbitkan(p.engine)
    with pytest.raises(TidakTerjangkau):
        tarik(p, nomor=2)
    tarik(p)
    with pytest.raises(PublikasiDitolak, match="sudah ditarik"):
        tarik(p)


def test_the_page_of_bagian_organisasi_names_what_differs_from_what_the_public_sees(p: Panggung):
    terbitkan(p.engine)
    setel(p, p.satu, S2, StatusPenyampaian.DRAF)
    with pabrik_session(p.engine)() as session:
        h = kasus.muat_halaman_terbit(session, p.organisasi, calon(session), date(2022, 7, 4))
    assert [(b.jenis.value, b.nama) for b in h.beda] == [
        ("berubah", "Pemerintah Kabupaten Uji & Coba"),
        ("keluar", "Kecamatan Satu"),
    ]
    assert (h.bingkai, h.dapat, h.sama, h.survei_berjalan) == (("daftar unit yang belum termasuk",), True, False, True)
    assert h.periode == (Periode.S1, S2, TAHUNAN)


def test_the_period_looked_at_first_is_the_last_one_whose_survey_is_over(p: Panggung):
    with pabrik_session(p.engine)() as session:
        berisi = calon(session).berisi
        awal = [
            kasus.periode_awal(session, TAHUN, berisi, hari) for hari in (date(2022, 7, 1), date(2023, 1, 1), date(2022, 2, 1))
        ]
        assert kasus.periode_awal(session, TAHUN, (), date(2022, 7, 1)) is TAHUNAN
    assert awal == [Periode.S1, TAHUNAN, TAHUNAN]


def test_the_trend_is_made_of_published_years_of_the_same_period_alone(p: Panggung):
    from tests.usecases.isi_publikasi import terbitkan as terbit

    terbit(p.engine, 2022)
    with session_tulis(p.engine) as session:
        session.execute(text("INSERT INTO pengaturan_tahun (tahun, isi) VALUES (2023, '{}')"))
        session.execute(text("UPDATE hasil SET tahun = 2023 WHERE periode = 'TAHUNAN'"))
    terbit(p.engine, 2023)
    with pabrik_session(p.engine)() as session:
        kepala = muat_kepala(session)
        sulit = next(a.upp_id for a in calon(session, 2023).isi.unit if a.nama == NAMA_SULIT)
        kini, dahulu = (muat_halaman(session, kepala, t, sulit, None, None) for t in (2023, 2022))
        satu = muat_halaman(session, kepala, 2022, p.satu, None, None)
    assert kini is not None
    assert dahulu is not None
    assert satu is not None
    assert [t.tahun for t in kini.tren] == [2022, 2023]
    assert (dahulu.tren, satu.tren) == ((), ())


def test_years_and_units_that_do_not_exist_are_told_from_those_that_are_not_published_yet(p: Panggung):
    with pabrik_session(p.engine)() as session:
        assert muat_halaman(session, (), TAHUN, None, None, None) is None
        assert muat_halaman(session, (), TAHUN, p.satu, None, None) is None
        for tahun, upp_id, nomor in ((2019, None, None), (TAHUN, 9999, None), (TAHUN, None, 3)):
            with pytest.raises(TidakTerjangkau):
                muat_halaman(session, (), tahun, upp_id, TAHUNAN, nomor)
        assert muat_penantian(session, date(2022, 12, 1), TAHUN).mulai == date(2023, 1, 14)
        assert muat_penantian(session, date(2024, 1, 1), TAHUN).mulai is None


def test_an_altered_removed_or_invented_publication_is_found(p: Panggung, tmp_path):
    terbitkan(p.engine)

    def rusak() -> tuple[str, ...]:
        with pabrik_session(p.engine)() as session:
            return publikasi_rusak(session, tmp_path)

    assert rusak() == ()
    p.sql("UPDATE publikasi SET alasan = '', ditarik = (1 = 1)")
    assert ["berlaku" in k or "ditarik" in k for k in rusak()] == [True]
    p.sql("UPDATE publikasi SET ditarik = (1 = 0)")
    with session_tulis(p.engine) as session:
        (baris,) = repo.list_publikasi(session)
        isi = dict(repo.muat_isi(session, [baris.id])[baris.id])
    p.sql("UPDATE publikasi SET sidik_isi = 'x'")
    assert "diubah sejak diterbitkan" in rusak()[0]
    p.sql(f"UPDATE publikasi SET sidik_isi = '{baris.sidik_isi}'")
    assert (rusak(), isi["tahun"]) == ((), TAHUN)
    p.sql('UPDATE publikasi SET sidik = \'{"instansi.pdf": "00"}\'')
    assert len(rusak()) == 2
    p.sql("DELETE FROM publikasi")
    assert rusak() == ("Publikasi hasil tahun 2022 nomor 1 dihapus sejak diterbitkan (catatan 2).",)
