"""Follow-up percentages of a year: what is loaded, for whom, filtered and ordered how, and what raises a score."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.pengaturan import DasarRealisasi
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.tindak_lanjut import WaktuLaporan, susun_tindak_lanjut
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.kenaikan_skor import kalimat_realisasi, kalimat_waktu
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.persentase_tindak_lanjut import Persentase, muat_persentase, muat_persentase_unit, tahun_ber_rtl
from rtl_tracker.usecases.saringan_persentase import SaringanPersentase, Tampilkan, Urutan, baca_saringan
from tests.usecases.isi_tindak_lanjut import ARSIP, HARI_INI, LUAR, PANJANG, SATU, SULIT, TAHUN, isi_tindak_lanjut
from tests.web.akun import pelaku

INSPEKTUR = pelaku(Peran.INSPEKTUR)


def muat(engine: Engine, saringan: SaringanPersentase | None = None, siapa=INSPEKTUR) -> Persentase:
    with Session(engine) as session:
        return muat_persentase(session, siapa, TAHUN, HARI_INI, saringan or SaringanPersentase())


def nama(halaman: Persentase) -> list[str]:
    return [b.unit.upp.nama for b in halaman.baris]


def test_the_instansi_shows_means_and_pooled_figures_of_the_units_that_reported(engine: Engine):
    isi_tindak_lanjut(engine)
    halaman = muat(engine)
    r = halaman.gambaran.instansi.realisasi
    assert (r.dilaporkan, r.gabungan_dilaporkan) == (Fraction(550, 7), Fraction(125, 2))
    assert (r.terverifikasi, r.gabungan_terverifikasi) == (Fraction(100, 7), Fraction(25))
    assert halaman.resmi == r.dilaporkan
    assert halaman.jumlah_persen == (Fraction(1100, 7), Fraction(200, 7))
    assert halaman.gambaran.instansi.belum_dilaporkan == (SULIT,)
    assert halaman.gambaran.instansi.tanpa_rtl == (ARSIP,)
    assert halaman.gambaran.instansi.dikecualikan == (LUAR,)
    assert [b.rtl.kegiatan for b in halaman.milik_instansi] == ["Pembinaan seluruh unit"]


def test_the_official_figure_follows_the_declared_basis_and_aggregation(engine_sqlite: Engine):
    isi_tindak_lanjut(engine_sqlite, dasar_realisasi="terverifikasi", agregasi_realisasi="gabungan")
    assert muat(engine_sqlite).resmi == 25


def test_overdue_rtl_stand_in_their_bands_with_the_oldest(engine: Engine):
    isi_tindak_lanjut(engine)
    cacah = muat(engine).gambaran.instansi.cacah
    assert cacah.pita_bernama == (("1–30 hari", 1), ("31–90 hari", 1), ("91–180 hari", 1), ("> 180 hari", 1))
    assert cacah.terlama == 190
    assert (cacah.selisih, cacah.tanpa_bukti) == (3, 1)


def test_a_unit_account_sees_its_own_unit_only_and_no_rtl_of_the_instansi(engine: Engine):
    id_ = isi_tindak_lanjut(engine)
    halaman = muat(engine, siapa=pelaku(Peran.PIMPINAN, id_[PANJANG]))
    assert nama(halaman) == [PANJANG]
    assert halaman.gambaran.instansi.cacah.direncanakan == 1
    assert halaman.milik_instansi == ()


def test_an_operator_may_see_the_page_of_his_unit_but_not_the_table_of_units(engine_sqlite: Engine):
    id_ = isi_tindak_lanjut(engine_sqlite)
    operator = pelaku(Peran.OPERATOR_UPP, id_[SATU])
    with pytest.raises(AksesDitolak):
        muat(engine_sqlite, siapa=operator)
    with Session(engine_sqlite) as session:
        assert muat_persentase_unit(session, operator, TAHUN, id_[SATU], HARI_INI).unit.upp.nama == SATU
        with pytest.raises(TidakTerjangkau):
            muat_persentase_unit(session, operator, TAHUN, id_[SULIT], HARI_INI)


def test_a_year_of_which_nothing_is_stored_is_not_there(engine_sqlite: Engine):
    id_ = isi_tindak_lanjut(engine_sqlite)
    with Session(engine_sqlite) as session:
        assert tahun_ber_rtl(session) == (TAHUN,)
        for tahun in (1999, 10**30):
            with pytest.raises(TahunTidakAda):
                muat_persentase(session, INSPEKTUR, tahun, HARI_INI, SaringanPersentase())
            with pytest.raises(TahunTidakAda):
                muat_persentase_unit(session, INSPEKTUR, tahun, id_[SATU], HARI_INI)


@pytest.mark.parametrize(
    ("alamat", "tampil"),
    [
        ({}, [SATU, SULIT, PANJANG, ARSIP, LUAR]),
        ({"cari": " kelautan & PERIKANAN "}, [SULIT]),
        ({"kelompok": "Dinas & Badan"}, [SULIT, ARSIP]),
        ({"tampilkan": "menunggu"}, [SATU, PANJANG]),
        ({"tampilkan": "terlambat"}, [SATU, SULIT, LUAR]),
        ({"tampilkan": "belum"}, [SULIT]),
        ({"tampilkan": "tanpa_rtl"}, [ARSIP]),
        ({"urut": "nama"}, [ARSIP, SULIT, LUAR, SATU, PANJANG]),
        ({"urut": "dilaporkan"}, [LUAR, SATU, PANJANG, SULIT, ARSIP]),
        ({"urut": "terlama"}, [SATU, LUAR, SULIT, PANJANG, ARSIP]),
        ({"urut": "menunggu", "tampilkan": "menunggu"}, [SATU, PANJANG]),
        ({"urut": "tidak-ada", "periode": "XX", "tampilkan": "?"}, [SATU, SULIT, PANJANG, ARSIP, LUAR]),
    ],
)
def test_the_units_are_searched_filtered_and_ordered(engine_sqlite: Engine, alamat: dict[str, str], tampil: list[str]):
    isi_tindak_lanjut(engine_sqlite)
    kosong = dict.fromkeys(("cari", "kelompok", "periode", "tampilkan", "urut"), "")
    assert nama(muat(engine_sqlite, baca_saringan(**(kosong | alamat)))) == tampil


def test_a_period_narrows_the_rows_but_not_the_instansi(engine_sqlite: Engine):
    isi_tindak_lanjut(engine_sqlite)
    halaman = muat(engine_sqlite, SaringanPersentase(periode=Periode.S1, urut=Urutan.DILAPORKAN))
    satu = next(b.unit for b in halaman.baris if b.unit.upp.nama == SATU)
    assert (satu.cacah.direncanakan, satu.realisasi.dilaporkan) == (4, 75)
    assert halaman.gambaran.instansi.cacah.direncanakan == 11
    tanpa = muat(engine_sqlite, SaringanPersentase(periode=Periode.S1, tampilkan=Tampilkan.TANPA_RTL))
    assert nama(tanpa) == [SULIT, PANJANG, ARSIP, LUAR]


def test_the_page_of_a_unit_lists_its_rtl_by_period_with_days_late_and_bukti(engine: Engine):
    id_ = isi_tindak_lanjut(engine)
    with Session(engine) as session:
        halaman = muat_persentase_unit(session, INSPEKTUR, TAHUN, id_[SATU], HARI_INI)
    assert [(r.periode, len(baris)) for r, baris in halaman.rencana] == [(Periode.S1, 4), (Periode.S2, 3)]
    assert [(b.lewat, len(b.rtl.bukti)) for b in halaman.rencana[0][1]] == [(0, 1), (0, 1), (0, 1), (159, 0)]
    assert [b.lewat for b in halaman.rencana[1][1]] == [0, 0, 190]
    assert halaman.tersedia == (TAHUN,)
    assert halaman.skor.menaikkan_realisasi == "Selesaikan 2 RTL lagi (6 dari 7) untuk melampaui 80 % dan mencapai skor 4."
    assert halaman.skor.menaikkan_waktu == (
        "Laporan 5 Juli 2022; jawab 1 RTL yang tersisa paling lambat 5 Juli 2023 untuk mencapai skor waktu 1."
    )
    assert (halaman.skor.realisasi, halaman.skor.waktu) == (3, 0)


S = StatusRtl
DILAPORKAN, TERVERIFIKASI = DasarRealisasi.DILAPORKAN, DasarRealisasi.TERVERIFIKASI


def _rtl(status: S | None) -> Rtl:
    return Rtl(0, 1, TAHUN, Periode.TAHUNAN, None, "", "Melatih petugas", status=status)


@pytest.mark.parametrize(
    ("status", "dasar", "kalimat"),
    [
        ([], DILAPORKAN, "Susun RTL dari hasil survei; tanpa RTL skornya 0."),
        ([None, None], DILAPORKAN, "Laporkan keadaan 2 RTL; selama belum ada laporan, skornya tidak dapat ditetapkan."),
        ([S.SELESAI], DILAPORKAN, "Skor sudah tertinggi."),
        ([S.SELESAI], TERVERIFIKASI, "Mintakan verifikasi 1 RTL yang sudah selesai (1 dari 1) untuk mencapai 100 % dan skor 5."),
        ([S.SELESAI] * 2 + [S.BERJALAN] * 8, TERVERIFIKASI,
         "Mintakan verifikasi 1 RTL yang sudah selesai (1 dari 10) untuk melampaui 0 % dan mencapai skor 2."),
        ([S.TERVERIFIKASI] * 3 + [S.SELESAI] * 2 + [S.BERJALAN] * 5, TERVERIFIKASI,
         "Mintakan verifikasi 2 RTL yang sudah selesai, dan selesaikan 4 RTL lagi sampai terverifikasi (9 dari 10) "
         "untuk melampaui 80 % dan mencapai skor 4."),
        ([S.BERJALAN] * 3, TERVERIFIKASI, "Selesaikan 1 RTL lagi sampai terverifikasi (1 dari 3) untuk mencapai 30 % dan skor 3."),
        ([S.SELESAI] * 4 + [S.TIDAK_DILAKSANAKAN], DILAPORKAN,
         "Skor 3 tidak dapat naik lagi, karena 1 dari 5 RTL dinyatakan tidak dilaksanakan."),
    ],
)  # fmt: skip
def test_the_sentence_says_what_raises_the_score(status: list[S | None], dasar: DasarRealisasi, kalimat: str):
    (unit,) = susun_tindak_lanjut(TAHUN, [Upp(1, "A")], [_rtl(s) for s in status], {}, HARI_INI).upp
    assert kalimat_realisasi(unit, dasar) == kalimat


def test_the_sentence_of_the_time_score_promises_nothing_after_twelve_months():
    waktu = WaktuLaporan(date(2022, 6, 8), None, 2)
    assert kalimat_waktu(waktu, HARI_INI) == "Laporan 8 Juni 2022; batas 12 bulan sudah lewat, sehingga skor waktu tetap 0."
    assert "paling lambat 9 Juni 2023" in kalimat_waktu(replace(waktu, dikirim=date(2022, 6, 9)), HARI_INI)
    assert "tidak diketahui" in kalimat_waktu(None, HARI_INI)
    lengkap = WaktuLaporan(date(2022, 7, 5), date(2022, 9, 1), 0)
    assert kalimat_waktu(lengkap, HARI_INI) == "Laporan 5 Juli 2022, seluruh RTL dijawab 1 September 2022: 2 bulan."
