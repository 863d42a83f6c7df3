"""The board from the database: what it shows and to whom, its filters, a fixed number of queries, a new year."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO

import openpyxl
import pytest
from sqlalchemy import Engine, update

from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.periode import Frekuensi, Periode
from rtl_tracker.storage.jejak_repository import cari_jejak
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, tahun_tersedia
from rtl_tracker.storage.penyampaian_repository import simpan_penyampaian
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.storage.tables import UppTabel
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.papan_status import (
    SaringanPapan,
    TahunTidakDapatDibuka,
    UrutanPapan,
    baca_saringan_papan,
    buka_tahun,
    muat_papan,
    sebutan_sel,
    susun_lembar_papan,
    tahun_dapat_dibuka,
)
from tests.web.akun import id_upp, pelaku
from tests.web.hitung_query import hitung_query
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT, instansi_besar, instansi_kecil, isi_instansi

ORGANISASI = pelaku(Peran.ORGANISASI)
HARI_INI = date(2023, 1, 24)
NOW = datetime(2023, 1, 24, 3, 0, tzinfo=UTC)
SEMUA = SaringanPapan()


@pytest.fixture
def db(engine, tulis_csv) -> Engine:
    """The small instansi of 2022 with a dossier of the unit that has no result."""
    instansi_kecil(engine, tulis_csv)
    with session_tulis(engine) as session:
        berkas = Penyampaian(id_upp_lewat(session, "Badan Arsip"), 2022, Periode.TAHUNAN, status=StatusPenyampaian.DRAF)
        simpan_penyampaian(session, berkas)
    return engine


def id_upp_lewat(session, nama: str) -> int:
    return session.query(UppTabel.id).filter(UppTabel.nama == nama).scalar()


def _papan(db: Engine, saringan: SaringanPapan = SEMUA, hari_ini: date = HARI_INI, tahun: int = 2022):
    with pabrik_session(db)() as session:
        return muat_papan(session, ORGANISASI, tahun, hari_ini, saringan)


def _sel(papan, nama: str, periode: Periode):
    return next(b.sel[periode] for b in papan.baris if b.upp.nama == nama)


def test_every_unit_stands_on_the_board_with_what_became_of_its_periods(db):
    papan = _papan(db)
    assert papan.kolom == papan.kolom_semua == (Periode.S1, Periode.S2, Periode.TAHUNAN)
    kata = {b.upp.nama: [sebutan_sel(s) for s in b.sel.values()] for b in papan.baris}
    assert kata == {
        "Kecamatan Satu": ["hasil diimpor"] * 3,
        NAMA_SULIT: ["tidak wajib", "tidak wajib", "hasil diimpor"],
        "Dinas Perhubungan": ["tidak wajib"] * 3,
        NAMA_PANJANG: ["tidak wajib", "tidak wajib", "hasil diimpor"],
        "Badan Arsip": ["tidak wajib", "tidak wajib", "draf, terlambat 10 hari"],
    }
    assert papan.tertunggak == 1


def test_answers_without_a_result_row_and_rtl_are_known_by_period(engine, tulis_csv):
    respons = [["upp", "nomor_responden", "periode", "persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi",
                "perilaku", "pengaduan", "sarpras"], ["Kecamatan A", 1, "TW1", *[3] * 9]]  # fmt: skip
    upp = [["nama", "frekuensi"], ["Kecamatan A", "triwulan"]]
    rtl = [["upp", "periode", "unsur", "kegiatan"], ["Kecamatan A", "TW2", "waktu", "Menambah loket"]]
    isi_instansi(engine, tulis_csv("jawaban", upp=upp, respons=respons, rtl=rtl), 2022)
    papan = _papan(engine)
    assert _sel(papan, "Kecamatan A", Periode.TW1).kode == "hasil_diimpor"
    tw2 = _sel(papan, "Kecamatan A", Periode.TW2)
    assert (tw2.kode, tw2.ada_hasil, tw2.ada_rtl) == ("belum", False, True)


def test_a_dossier_is_late_by_the_day_of_the_place_not_of_utc(db, monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Asia/Pontianak")
    time.tzset()
    try:
        kirim = datetime(2023, 1, 15, 0, 30, tzinfo=timezone(timedelta(hours=7)))
        with session_tulis(db) as session:
            upp_id = id_upp_lewat(session, NAMA_SULIT)
            berkas = Penyampaian(upp_id, 2022, Periode.TAHUNAN, status=StatusPenyampaian.DIKIRIM, pertama_dikirim=kirim)
            simpan_penyampaian(session, berkas)
        assert _sel(_papan(db), NAMA_SULIT, Periode.TAHUNAN).hari_terlambat == 1
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    ("saringan", "nama"),
    [
        (SaringanPapan(cari="kelautan"), [NAMA_SULIT]),
        (SaringanPapan(kelompok="Dinas & Badan"), [NAMA_SULIT, "Dinas Perhubungan", "Badan Arsip"]),
        (SaringanPapan(periode=Periode.S1), ["Kecamatan Satu"]),
        (SaringanPapan(keadaan="draf"), ["Badan Arsip"]),
        (SaringanPapan(keadaan="terlambat"), ["Badan Arsip"]),
        (SaringanPapan(keadaan="belum"), []),
        (SaringanPapan(keadaan="draf", periode=Periode.S1), []),
        (SaringanPapan(keadaan="hasil_diimpor", periode=Periode.S2), ["Kecamatan Satu"]),
        (SaringanPapan(urut=UrutanPapan.NAMA, kelompok="Dinas & Badan"), ["Badan Arsip", NAMA_SULIT, "Dinas Perhubungan"]),
    ],
)
def test_the_filter_leaves_rows_out_but_counts_everything(db, saringan, nama):
    papan = _papan(db, saringan)
    assert [b.upp.nama for b in papan.baris] == nama
    assert papan.jumlah_upp == 5
    assert papan.hitungan["hasil_diimpor"] == {Periode.S1: 1, Periode.S2: 1, Periode.TAHUNAN: 3}
    assert papan.kolom == ((saringan.periode,) if saringan.periode else papan.kolom_semua)


def test_the_longest_overdue_come_first_when_asked(db):
    assert _papan(db, SaringanPapan(urut=UrutanPapan.TERLAMBAT)).baris[0].upp.nama == "Badan Arsip"


def test_an_unknown_word_in_the_address_asks_for_nothing_and_a_known_one_goes_back_into_it():
    assert baca_saringan_papan(" ", "", "TW9", "<b>", "entah") == SEMUA
    dibaca = baca_saringan_papan(" satu ", "Dinas & Badan", "TW1", "nihil", "nama")
    assert dibaca.argumen == {
        "cari": "satu", "kelompok": "Dinas & Badan", "periode": "TW1", "keadaan": "nihil", "urut": "nama",
    }  # fmt: skip
    assert SEMUA.argumen == {}


def test_a_hundred_units_cost_as_many_queries_as_five(engine_sqlite, tulis_csv):
    banyak = []
    for n in (5, 100):
        instansi_besar(engine_sqlite, tulis_csv, n)
        with session_tulis(engine_sqlite) as session:
            session.execute(update(UppTabel).values(frekuensi=Frekuensi.TRIWULAN))
        with hitung_query() as perintah:
            papan = _papan(engine_sqlite)
        assert (len(papan.baris), len(papan.kolom)) == (n, 5)
        banyak.append(len(perintah))
    assert banyak[0] == banyak[1] <= 12


@pytest.mark.parametrize("peran", [Peran.OPERATOR_UPP, Peran.PIMPINAN])
def test_a_unit_sees_no_board(db, peran):
    with pabrik_session(db)() as session, pytest.raises(TidakTerjangkau):
        muat_papan(session, pelaku(peran, id_upp(db, "Badan Arsip")), 2022, HARI_INI, SEMUA)


def test_a_year_that_was_not_opened_has_no_board(db):
    with pytest.raises(TahunTidakAda, match="2023 belum dibuka"):
        _papan(db, tahun=2023)


def test_the_workbook_holds_the_board_as_text_and_its_cells_as_values(db):
    with session_tulis(db) as session:
        session.execute(update(UppTabel).where(UppTabel.nama == NAMA_SULIT).values(nama='=HYPERLINK("x")\x07'))
    with pabrik_session(db)() as session:
        buku = openpyxl.load_workbook(BytesIO(susun_lembar_papan(session, ORGANISASI, 2022, HARI_INI, SEMUA)))
    papan, rincian = buku["Papan"], buku["Rincian"]
    assert [c.value for c in papan[4]] == ["UPP", "Induk", "Kelompok", "Semester I", "Semester II", "Tahunan"]
    assert papan.max_row == 9
    sel = papan["A6"]
    assert (sel.value, sel.data_type, sel.quotePrefix) == ('=HYPERLINK("x")', "s", True)
    baris = [[c.value for c in r] for r in rincian.iter_rows(min_row=5)]
    assert ["Badan Arsip", "Tahunan", "draf", None, datetime(2023, 1, 14), 10] in baris
    assert len(baris) == 15


def test_the_workbook_is_filtered_like_the_page(db):
    with pabrik_session(db)() as session:
        isi = susun_lembar_papan(session, ORGANISASI, 2022, HARI_INI, SaringanPapan(keadaan="terlambat"))
    rincian = openpyxl.load_workbook(BytesIO(isi))["Rincian"]
    assert [[c.value for c in r][:3] for r in rincian.iter_rows(min_row=5)] == [["Badan Arsip", "Tahunan", "draf"]]


def test_a_new_year_takes_over_the_settings_and_is_an_event(db):
    with session_tulis(db) as session:
        buka_tahun(session, ORGANISASI, NOW, 2023)
    with pabrik_session(db)() as session:
        assert muat_pengaturan(session, 2023) == muat_pengaturan(session, 2022)
        assert tahun_tersedia(session) == [2023, 2022]
        _, (jejak,) = cari_jejak(session, jenis=[JenisJejak.PENGATURAN_DIUBAH])
    assert (jejak.jenis, jejak.objek, jejak.objek_id) == ("pengaturan_diubah", "tahun", 2023)
    assert jejak.catatan == "Tahun 2023 dibuka dengan pengaturan tahun 2022."
    papan = _papan(db, tahun=2023)
    assert papan.hitungan["belum_waktunya"] == {Periode.TAHUNAN: 4}


@pytest.mark.parametrize("tahun", [1999, 2021, 2022, 2025, 2101, 10**30])
def test_a_year_that_is_open_already_or_not_plausible_is_refused(db, tahun):
    with pytest.raises(TahunTidakDapatDibuka, match=f"Tahun {tahun}"), session_tulis(db) as session:
        buka_tahun(session, ORGANISASI, NOW, tahun)
    with pabrik_session(db)() as session:
        assert tahun_tersedia(session) == [2022]


def test_only_bagian_organisasi_opens_a_year(db):
    with session_tulis(db) as session, pytest.raises(AksesDitolak):
        buka_tahun(session, replace(ORGANISASI, peran=Peran.INSPEKTUR), NOW, 2023)


@pytest.mark.parametrize(
    ("tersedia", "kini", "tawaran"),
    [((), 2023, (2023,)), ((2022,), 2022, (2023,)), ((2021,), 2026, (2022, 2026)), ((2023, 2021), 2022, (2022, 2024)),
     ((2100,), 2100, ())],
)  # fmt: skip
def test_the_next_year_and_the_current_one_are_offered(tersedia, kini, tawaran):
    assert tahun_dapat_dibuka(tersedia, kini) == tawaran
