"""What a report printed is imported like everything else: all or nothing, the same again changes nothing, replacing is asked for."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tercetak import AngkaTercetak, Naskah, Rincian, RiwayatTercetak
from rtl_tracker.storage.data_tahun import muat_data_unit
from rtl_tracker.storage.session import pabrik_session, session_tulis
from rtl_tracker.storage.tables import AngkaTercetakTabel, NaskahTabel, RincianTabel, TercetakTabel
from rtl_tracker.usecases.fakta_pemeriksaan import fakta_berkas, muat_fakta, susun_fakta
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja
from rtl_tracker.usecases.impor_unit import impor_unit
from tests.usecases.panggung import Panggung
from tests.web.hitung_query import hitung_query

NOW = datetime(2024, 1, 10, tzinfo=UTC)
HARI = date(2023, 12, 31)
TAHUNAN = Periode.TAHUNAN
UPP = [["nama"], ["Dinas A"], ["Dinas B"]]
HASIL = [["upp", "periode", "ikm_tercetak"], ["Dinas A", "TAHUNAN", "80"], ["Dinas B", "TAHUNAN", "90"]]
TERCETAK = [["bagian", "upp", "kunci", "nilai"], ["rekap", "", "ikm", "85.00"], ["rekap", "Dinas A", "ikm", "80.00"],
            ["rekap", "Dinas B", "unsur_terendah", "U3; U1"]]  # fmt: skip
RINCIAN = [["upp", "tabel", "rincian", "kolom", "jumlah", "persen_tercetak"], ["Dinas A", "2.1", "SMA", "", "6", "43"],
           ["Dinas A", "2.1", "SMA", "PNS", "5", ""], ["Dinas B", "2.1", "SMA", "", "3", "30"]]  # fmt: skip
NASKAH = [["bagian", "upp", "teks"], ["Bab III", "Dinas A", "IKM naik."], ["Bab III", "Dinas A", "Mutu Baik."],
          ["Bab III", "", "IKM 85,00."]]  # fmt: skip
RIWAYAT = [["upp", "tahun", "ikm", "mutu_tercetak", "+/-"], ["Dinas A", "2023", "80", "CUKUP", "-1,10"], ["", "2023", "85", "", ""],
           ["Dinas B", "2023", "90", "A", ""]]  # fmt: skip
SEMUA = {"upp": UPP, "hasil": HASIL, "tercetak": TERCETAK, "rincian": RINCIAN, "naskah": NASKAH, "riwayat": RIWAYAT}
TABEL = (AngkaTercetakTabel, RincianTabel, NaskahTabel)


def impor(engine, folder, tahun=2023, **pilihan):
    with session_tulis(engine) as session:
        return impor_buku_kerja(session, folder, tahun, now=NOW, **pilihan)


def banyak(engine):
    with pabrik_session(engine)() as session:
        return [session.scalar(select(func.count()).select_from(tabel)) for tabel in TABEL]


def fakta(engine, tahun=2023):
    with pabrik_session(engine)() as session:
        return muat_fakta(session, tahun, HARI)


def berubah(laporan):
    return {lembar: n for lembar, n in laporan.diubah.items() if n}


def test_everything_printed_reaches_the_facts_as_it_was_printed(engine, tulis_csv):
    instansi = [["kunci", "nilai"], ["jumlah_responden_tercetak:S1", "425"]]
    laporan = impor(engine, tulis_csv(**SEMUA, instansi=instansi))
    assert laporan.galat == []
    isi = fakta(engine)
    assert isi.angka == (
        AngkaTercetak("rekap", None, TAHUNAN, "ikm", "85.00"), AngkaTercetak("rekap", 1, TAHUNAN, "ikm", "80.00"),
        AngkaTercetak("rekap", 2, TAHUNAN, "unsur_terendah", "waktu;persyaratan"),
    )  # fmt: skip
    assert isi.rincian[:2] == (
        Rincian("2.1", 1, TAHUNAN, "SMA", "", 6, Decimal(43)), Rincian("2.1", 1, TAHUNAN, "SMA", "PNS", 5, None),
    )  # fmt: skip
    assert [(n.upp_id, n.teks) for n in isi.naskah] == [(1, "IKM naik."), (1, "Mutu Baik."), (None, "IKM 85,00.")]
    assert isi.riwayat[1, 2023] == RiwayatTercetak(Decimal(80), "CUKUP", Decimal("-1.10"))
    assert isi.riwayat[None, 2023] == RiwayatTercetak(Decimal(85))
    assert isi.tercetak == {(Periode.S1, "n"): "425"}
    assert berubah(laporan)["tercetak"] == berubah(laporan)["rincian"] == berubah(laporan)["naskah"] == 3


def test_the_same_again_changes_nothing_with_or_without_replacing(engine, tulis_csv):
    folder = tulis_csv(**SEMUA)
    assert impor(engine, folder).berubah
    sebelum = fakta(engine)
    assert impor(engine, folder).berubah is False
    assert impor(engine, folder, ganti=True).berubah is False
    assert fakta(engine).angka == sebelum.angka
    assert banyak(engine) == [3, 3, 3]


def test_other_figures_of_the_year_are_added_beside_those_stored(engine, tulis_csv):
    impor(engine, tulis_csv(**SEMUA))
    lain = [TERCETAK[0], TERCETAK[1], ["simpulan", "", "ikm", "85.00"]]
    assert berubah(impor(engine, tulis_csv("dua", tercetak=lain))) == {"tercetak": 1}
    assert banyak(engine) == [4, 3, 3]


@pytest.mark.parametrize(
    ("lembar", "isi", "sebutan"),
    [
        ("tercetak", [TERCETAK[0], ["Rekap", "Dinas A", "ikm", "81.00"]], "Angka 'ikm' bagian 'Rekap' Dinas A"),
        ("rincian", [RINCIAN[0], ["Dinas A", "2.1", "SMA", "", "7", "43"]], "Rincian 'SMA' tabel '2.1' Dinas A"),
        ("naskah", [NASKAH[0], ["Bab III", "", "IKM 84,00."]], "Naskah bagian 'Bab III' instansi"),
        ("riwayat", [RIWAYAT[0], ["Dinas A", "2023", "80", "CUKUP", "-1,20"]], "Riwayat IKM Dinas A tahun 2023"),
    ],
)
def test_something_else_at_the_same_place_is_refused_until_replacing_is_asked_for(engine, tulis_csv, lembar, isi, sebutan):
    impor(engine, tulis_csv(**SEMUA))
    sebelum = fakta(engine)
    lain = tulis_csv("lain", **{lembar: isi})
    laporan = impor(engine, lain)
    assert [(g.lembar, g.baris) for g in laporan.galat] == [(lembar, 2)]
    assert laporan.galat[0].kalimat.startswith(sebutan)
    assert "--ganti" in laporan.galat[0].kalimat
    assert fakta(engine).angka == sebelum.angka
    assert berubah(impor(engine, lain, ganti=True)) == {lembar: 1}


def test_replacing_takes_the_rows_of_the_year_and_of_the_sheets_given_only(engine, tulis_csv):
    impor(engine, tulis_csv(**SEMUA))
    impor(engine, tulis_csv("lalu", hasil=HASIL, tercetak=TERCETAK), tahun=2022)
    impor(engine, tulis_csv("baru", tercetak=[TERCETAK[0], ["rekap", "Dinas B", "ikm", "90.00"]]), ganti=True)
    assert [(a.upp_id, a.nilai) for a in fakta(engine).angka] == [(2, "90.00")]
    assert len(fakta(engine, 2022).angka) == 3
    assert banyak(engine) == [4, 3, 3]


def test_replaced_sentences_take_the_order_of_the_workbook(engine, tulis_csv):
    impor(engine, tulis_csv(**SEMUA))
    impor(engine, tulis_csv("baru", naskah=[NASKAH[0], NASKAH[2], NASKAH[1]]), ganti=True)
    assert [n.teks for n in fakta(engine).naskah] == ["Mutu Baik.", "IKM naik."]


def test_one_refused_cell_and_nothing_printed_is_stored(engine, tulis_csv):
    laporan = impor(engine, tulis_csv(**(SEMUA | {"rincian": [*RINCIAN, ["Dinas A", "2.1", "SD", "", "-1", ""]]})))
    assert [(g.lembar, g.baris) for g in laporan.galat] == [("rincian", 5)]
    assert banyak(engine) == [0, 0, 0]


def test_checking_only_says_what_would_change_and_stores_nothing(engine, tulis_csv):
    assert impor(engine, tulis_csv(**SEMUA), cek=True).diubah["naskah"] == 3
    assert banyak(engine) == [0, 0, 0]


def test_names_with_markup_and_eighty_letters_keep_apart_what_is_theirs(engine, tulis_csv):
    nama = 'UPT <Pasar> & "Terminal" ' + "x" * 56
    teks = 'Unit <b>"A" & B</b> ' + "y" * 300
    impor(engine, tulis_csv(upp=[["nama"], [nama]], naskah=[NASKAH[0], ["Bab <I> & II", nama, teks]]))
    assert fakta(engine).naskah == (Naskah("Bab <I> & II", 1, TAHUNAN, teks),)


def test_a_unit_alone_brings_its_own_facts_and_those_of_the_instansi(engine, tulis_csv):
    impor(engine, tulis_csv(**SEMUA))
    with pabrik_session(engine)() as session:
        isi = susun_fakta(session, muat_data_unit(session, 2023, 2), HARI)
    milik = {a.upp_id for a in (*isi.angka, *isi.rincian, *isi.naskah)} | {upp_id for upp_id, _ in isi.riwayat}
    assert milik == {None, 2}
    assert len(isi.angka) == 2


def test_the_facts_cost_the_same_number_of_queries_however_much_is_printed(engine, tulis_csv):
    def hitung():
        with hitung_query() as perintah:
            fakta(engine)
        return len(perintah)

    impor(engine, tulis_csv(**SEMUA))
    sedikit = hitung()
    banyak_angka = [TERCETAK[0], *(["bagian " + str(i), "Dinas A", "ikm", "80.00"] for i in range(200))]
    impor(engine, tulis_csv("banyak", tercetak=banyak_angka))
    assert hitung() == sedikit


def test_a_workbook_that_is_only_examined_shows_what_it_printed(tulis_csv):
    isi, _ = fakta_berkas(tulis_csv(**SEMUA), 2023, HARI)
    assert (len(isi.angka), len(isi.rincian), len(isi.naskah)) == (3, 3, 3)
    assert isi.riwayat[1, 2023].selisih_tercetak == Decimal("-1.10")


def test_a_unit_that_sends_its_own_workbook_stores_nothing_printed(engine, tulis_csv):
    p = Panggung(engine, tulis_csv)
    hasil = [["upp", "periode", "ikm_tercetak", "jumlah_responden"], ["Badan Arsip", "TAHUNAN", "80", "40"]]
    folder = tulis_csv(
        "kiriman", hasil=hasil, tercetak=[TERCETAK[0], ["rekap", "", "ikm", "99"]], rincian=[RINCIAN[0], ["", "T", "SMA", "", "1", ""]],
        naskah=[NASKAH[0], ["Bab I", "", "IKM 99."]], instansi=[["kunci", "nilai"], ["jumlah_responden_tercetak", "7"]],
        riwayat=[RIWAYAT[0], ["", "2022", "99", "", ""]],
    )  # fmt: skip
    sebelum = p.isi()["riwayat"]
    laporan = p.main(impor_unit, p.arsip, 2022, TAHUNAN, folder, nama_berkas="kiriman.xlsx", ganti=True, batas_mb=10)
    assert laporan.galat == []
    assert laporan.disimpan
    assert banyak(engine) == [0, 0, 0]
    assert p.isi()["riwayat"] == sebelum
    with pabrik_session(engine)() as session:
        assert session.scalar(select(func.count()).select_from(TercetakTabel).where(TercetakTabel.kunci == "n")) == 0
