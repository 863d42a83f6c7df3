"""A unit's own workbook: its rows of one period, all or nothing, and nothing of anybody else, neither read nor written (spec 2.4)."""

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.penyampaian import PenyampaianTerkunci, StatusPenyampaian
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.usecases.impor_buku_kerja import LaporanImpor
from rtl_tracker.usecases.impor_unit import impor_unit
from rtl_tracker.usecases.isi_hasil import simpan_hasil
from rtl_tracker.usecases.kelola_penyampaian import TahunBelumDibuka, nyatakan_nihil
from rtl_tracker.usecases.verifikasi_jejak import verifikasi_jejak
from tests.spreadsheets.pembuat_berkas import tulis_xlsx
from tests.usecases.panggung import TAHUN, TAHUNAN, Panggung, isian_hasil
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT

UNSUR = [u.value for u in Unsur]
ARSIP, SATU = "Badan Arsip", "Kecamatan Satu"
KEPALA_HASIL = ["upp", "periode", *UNSUR, "jumlah_responden"]
KEPALA_RTL = ["upp", "periode", "unsur", "kegiatan"]


@pytest.fixture
def p(engine: Engine, tulis_csv) -> Panggung:
    return Panggung(engine, tulis_csv)


@pytest.fixture
def impor(p: Panggung, tulis_csv):
    """Import sheets given as rows, as the operator of Badan Arsip."""

    def jalan(oleh=None, periode=TAHUNAN, ganti=False, **lembar) -> LaporanImpor:
        folder = tulis_csv("kiriman", **lembar)
        for sisa in folder.glob("*.csv"):
            if sisa.stem not in lembar:
                sisa.unlink()
        return p.main(
            impor_unit, p.arsip, TAHUN, periode, folder, oleh=oleh, nama_berkas="kiriman.xlsx", ganti=ganti, batas_mb=10
        )

    return jalan


def hasil(nilai="3.20", upp=ARSIP, periode="TAHUNAN", n=40):
    return [upp, periode, *[nilai] * 9, n]


def rtl(kegiatan="Menambah loket pelayanan", upp=ARSIP, periode="TAHUNAN", unsur="waktu"):
    return [upp, periode, unsur, kegiatan]


def respons(*jawaban, upp=ARSIP, periode="TAHUNAN"):
    kepala = ["upp", "nomor_responden", "periode", *UNSUR]
    return [kepala, *[[upp, i, periode, *[x] * 9] for i, x in enumerate(jawaban, start=1)]]


def nilai_tersimpan(p: Panggung) -> str:
    return str(p.sql(f"SELECT nilai FROM hasil WHERE upp_id = {p.arsip}"))


def lainnya(p: Panggung) -> list[object]:
    """What is stored of all other units, and of the instansi."""
    isi = p.isi()
    return [
        [b for b in isi[tabel] if str(p.arsip) not in (b[0], b[1])]
        for tabel in ("hasil", "rtl", "layanan", "respons", "tabulasi")
    ] + [isi[tabel] for tabel in ("upp", "pengaturan_tahun", "tercetak_instansi", "riwayat", "profil")]


def test_the_units_rows_are_stored_with_one_event_and_the_dossier_is_begun(p: Panggung, tmp_path):
    berkas = tulis_xlsx(
        tmp_path / "a.xlsx",
        {"hasil": [KEPALA_HASIL, hasil()], "rtl": [KEPALA_RTL, rtl(), rtl("Melatih petugas", unsur="biaya")]},
    )
    lain = lainnya(p)
    laporan = p.main(impor_unit, p.arsip, TAHUN, TAHUNAN, berkas, nama_berkas="SKM & RTL.xlsx", ganti=False, batas_mb=10)
    assert (laporan.disimpan, laporan.galat, laporan.sumber) == (True, [], "SKM & RTL.xlsx")
    assert {k: n for k, n in laporan.diubah.items() if n} == {"hasil": 1, "rtl": 2}
    assert p.berkas().status is StatusPenyampaian.DRAF
    (impor,) = [c for c in p.jejak() if c.jenis == JenisJejak.IMPOR and c.objek == Objek.UPP]
    assert (impor.objek_id, impor.upp_id, impor.pelaku, impor.catatan) == (
        p.arsip, p.arsip, "Operator Arsip", f"SKM & RTL.xlsx: Tahunan {TAHUN}",
    )  # fmt: skip
    assert lainnya(p) == lain


def test_the_import_and_its_event_are_one_transaction(p: Panggung, tulis_csv):
    folder = tulis_csv("kiriman", hasil=[KEPALA_HASIL, hasil()])
    pilihan = {"nama_berkas": "a.xlsx", "ganti": False, "batas_mb": 10}
    p.main_lalu_putus(lambda *a: impor_unit(*a, **pilihan), p.arsip, TAHUN, TAHUNAN, folder)


def test_the_act_is_refused_to_every_role_that_may_not_and_to_every_stranger(p: Panggung, tulis_csv):
    folder = tulis_csv("kiriman", hasil=[KEPALA_HASIL, hasil()])
    p.ditolak_bagi_semua_selain(
        Izin.ISI_HASIL, impor_unit, p.arsip, TAHUN, TAHUNAN, folder, nama_berkas="a", ganti=True, batas_mb=10
    )


def test_the_same_file_again_changes_nothing(p: Panggung, impor):
    lembar = {"rtl": [KEPALA_RTL, rtl()], "respons": respons(3, 4, 2)}
    assert impor(**lembar).disimpan
    sebelum = p.isi()
    lagi = impor(**lembar)
    assert (lagi.galat, lagi.berubah, lagi.disimpan) == ([], False, False)
    assert p.isi() == sebelum


def test_the_same_file_again_changes_nothing_though_it_may_replace(p: Panggung, impor):
    lembar = {"hasil": [KEPALA_HASIL, hasil()], "rtl": [KEPALA_RTL, rtl()]}
    impor(**lembar)
    sebelum = p.isi()
    lagi = impor(ganti=True, **lembar)
    assert (lagi.galat, lagi.berubah) == ([], False)
    assert p.isi() == sebelum


@pytest.mark.parametrize(
    ("lembar", "tempat"),
    [
        ({"hasil": [KEPALA_HASIL, hasil(), hasil(upp=SATU)]}, [("hasil", 3)]),
        ({"hasil": [KEPALA_HASIL, hasil(), hasil(periode="S1")]}, [("hasil", 3)]),
        ({"rtl": [KEPALA_RTL, rtl(), rtl(upp=SATU)]}, [("rtl", 3)]),
        ({"rtl": [KEPALA_RTL, rtl(upp=""), rtl(periode="TW1")]}, [("rtl", 2), ("rtl", 3)]),
        ({"respons": respons(3, 4) + respons(2, upp=SATU)[1:]}, [("respons", 4)]),
        ({"respons": respons(3, 4, periode="TW1")}, [("respons", None)]),
        ({"layanan": [["upp", "nama"], [SATU, "KTP"]], "hasil": [KEPALA_HASIL, hasil()]}, [("layanan", 2)]),
    ],
)  # fmt: skip
def test_a_row_of_another_unit_or_period_is_refused_with_its_place_and_nothing_is_stored(p: Panggung, impor, lembar, tempat):
    sebelum = p.isi()
    laporan = impor(**lembar)
    assert [(g.lembar, g.baris) for g in laporan.galat] == tempat
    assert not laporan.disimpan
    assert p.isi() == sebelum


@pytest.mark.parametrize(
    "lembar",
    [
        {"hasil": [KEPALA_HASIL, hasil(), hasil(upp="Kecamatan Satuu"), hasil(upp="Dinas Perhubungn")]},
        {"hasil": [KEPALA_HASIL, hasil(upp="Unit Pelaksana Teknis Daerah")], "rtl": [KEPALA_RTL, rtl(upp="Dinas Kelautan")]},
        {"respons": respons(3, upp="Badan Arsipp") + respons(3, upp="Kecamatan Sat")[1:]},
    ],
)
def test_a_refusal_offers_no_name_of_another_unit(p: Panggung, impor, lembar):
    laporan = impor(**lembar)
    assert laporan.galat
    kalimat = " ".join(m.kalimat for m in laporan.masalah)
    assert [
        nama for nama in (f"{SATU} ", f"{SATU}.", f"{SATU};", NAMA_SULIT, NAMA_PANJANG, "Dinas Perhubungan") if nama in kalimat
    ] == []


def test_a_row_of_another_unit_is_told_to_be_removed_and_not_to_be_registered(p: Panggung, impor):
    (masalah,) = impor(hasil=[KEPALA_HASIL, hasil(upp=SATU)]).galat
    assert (
        masalah.kalimat
        == "Baris ini bukan milik Badan Arsip. Hapus barisnya, atau serahkan berkasnya kepada Bagian Organisasi."
    )


def test_a_workbook_of_two_units_is_refused_without_a_word_of_the_others_and_its_upp_sheet_makes_no_unit(p: Panggung, impor):
    sebelum = p.isi()
    upp = [["nama", "alamat"], [ARSIP, "Jalan Palsu 9"], [SATU, "Jalan Palsu 9"], ["Dinas Baru", ""]]
    laporan = impor(upp=upp, hasil=[KEPALA_HASIL, hasil(), hasil(upp=SATU), hasil(upp="Dinas Baru")])
    assert [(g.lembar, g.baris) for g in laporan.galat] == [("hasil", 3), ("hasil", 4)]
    assert {g.kalimat for g in laporan.galat} == {f"Baris ini bukan milik {ARSIP}. Hapus barisnya."}
    assert p.isi() == sebelum


def test_sheets_of_master_data_are_left_unread_with_a_notice(p: Panggung, impor):
    lain = lainnya(p)
    laporan = impor(
        upp=[["nama", "induk"], [ARSIP, SATU], [SATU, ""], ["Dinas Baru", ""]], hasil=[KEPALA_HASIL, hasil()],
        instansi=[["kunci", "nilai"], ["nama", "Kabupaten Palsu"], ["bobot", "0.11"], ["ikm_tercetak", "99"]],
        riwayat=[["upp", "tahun", "ikm"], [ARSIP, 2020, "99"]], profil=[["upp", "kunci", "nilai"], [ARSIP, "pegawai", "12"]],
    )  # fmt: skip
    assert laporan.disimpan
    assert [m.kalimat for m in laporan.masalah if m.tingkat == "info" and "tidak dibaca di sini" in m.kalimat] == [
        "Lembar instansi, upp, riwayat, profil tidak dibaca di sini; data induk dikelola Bagian Organisasi."
    ]
    assert lainnya(p) == lain


def test_layanan_of_another_unit_are_neither_made_nor_changed_through_the_upp_sheet(p: Panggung, impor):
    sebelum = p.isi()
    upp = [["nama"], [ARSIP], [SATU], ["Dinas Baru"]]
    layanan = [["upp", "nama", "biaya"], [ARSIP, "Pinjam arsip", ""], [SATU, "KTP", "Rp1.000.000"], ["Dinas Baru", "Izin", ""]]
    laporan = impor(upp=upp, layanan=layanan, hasil=[KEPALA_HASIL, hasil()])
    assert [(g.lembar, g.baris, g.kolom) for g in laporan.galat] == [("layanan", 3, "upp"), ("layanan", 4, "upp")]
    assert p.isi() == sebelum


@pytest.mark.parametrize("status", ["berjalan", "selesai", "terverifikasi", "dikembalikan", "tidak dilaksanakan"])
def test_a_realisasi_does_not_come_in_by_a_workbook_past_proof_and_verification(p: Panggung, impor, status: str):
    sebelum = p.isi()
    laporan = impor(rtl=[[*KEPALA_RTL, "status"], [*rtl(), "direncanakan"], [*rtl("Melatih petugas"), status]])
    assert [(g.lembar, g.baris, g.kolom) for g in laporan.galat] == [("rtl", 3, "status")]
    assert "halaman RTL" in laporan.galat[0].kalimat
    assert p.isi() == sebelum


@pytest.mark.parametrize("kolom", ["uraian", "hambatan", "alasan", "strategi", "bukti"])
def test_words_and_proof_of_a_realisasi_do_not_come_in_by_a_workbook_either(p: Panggung, impor, kolom: str):
    sebelum = p.isi()
    laporan = impor(rtl=[[*KEPALA_RTL, kolom], [*rtl(), "https://contoh.go.id/foto"]])
    assert [(g.lembar, g.baris, g.kolom) for g in laporan.galat] == [("rtl", 2, kolom)]
    assert p.isi() == sebelum


def test_what_differs_is_refused_in_words_of_the_page_until_replacing_is_asked_for(p: Panggung, impor):
    p.isi_hasil()
    sebelum = p.isi()
    laporan = impor(hasil=[KEPALA_HASIL, hasil("3.60")])
    assert [(g.lembar, g.baris) for g in laporan.galat] == [("hasil", 2)]
    assert "--ganti" not in laporan.galat[0].kalimat
    assert "Ganti hasil dan jawaban" in laporan.galat[0].kalimat
    assert p.isi() == sebelum
    assert impor(ganti=True, hasil=[KEPALA_HASIL, hasil("3.60")]).disimpan
    assert "3.60" in nilai_tersimpan(p)


def test_replacing_takes_only_this_unit_and_this_period(p: Panggung, impor):
    impor(periode=Periode.S1, hasil=[KEPALA_HASIL, hasil("3.10", periode="S1")])
    impor(respons=respons(3, 4, 2))
    lain = lainnya(p)
    sebelum = p.sql(f"SELECT nilai FROM hasil WHERE upp_id = {p.arsip} AND periode = 'S1'")
    laporan = impor(ganti=True, respons=respons(1, 1))
    assert laporan.disimpan
    assert p.sql(f"SELECT count(*) FROM respons WHERE upp_id = {p.arsip}") == 2
    assert p.sql(f"SELECT n FROM tabulasi WHERE upp_id = {p.arsip}") == 2
    assert p.sql(f"SELECT nilai FROM hasil WHERE upp_id = {p.arsip} AND periode = 'S1'") == sebelum
    assert lainnya(p) == lain


def test_replacing_the_result_leaves_a_written_plan_alone_and_a_differing_plan_is_refused(p: Panggung, impor):
    p.isi_hasil()
    rtl_id = p.tulis()
    assert impor(ganti=True, hasil=[KEPALA_HASIL, hasil("3.60")]).disimpan
    assert p.rtl(rtl_id).kegiatan == "Menambah loket pelayanan"
    sebelum = p.isi()
    laporan = impor(ganti=True, rtl=[KEPALA_RTL, rtl("Janji lain sama sekali")])
    assert [g.lembar for g in laporan.galat] == ["rtl"]
    assert "--ganti" not in laporan.galat[0].kalimat
    assert p.isi() == sebelum


@pytest.mark.parametrize("status", [StatusPenyampaian.DIKIRIM, StatusPenyampaian.DITERIMA])
def test_a_locked_dossier_takes_no_workbook_in_not_even_to_replace(p: Panggung, impor, status: StatusPenyampaian):
    p.isi_hasil()
    p.tulis()
    p.setel_status(status)
    sebelum = p.isi()
    for ganti in (False, True):
        with pytest.raises(PenyampaianTerkunci):
            impor(ganti=ganti, hasil=[KEPALA_HASIL, hasil("3.90")], rtl=[KEPALA_RTL, rtl("Janji lain sama sekali")])
    assert p.isi() == sebelum


def test_a_year_that_was_not_opened_takes_no_workbook_in(p: Panggung, tulis_csv):
    folder = tulis_csv("kiriman", hasil=[KEPALA_HASIL, hasil()])
    with pytest.raises(TahunBelumDibuka):
        p.main(impor_unit, p.arsip, TAHUN + 5, TAHUNAN, folder, nama_berkas="a", ganti=False, batas_mb=10)


def test_a_result_from_a_workbook_takes_the_place_of_nihil(p: Panggung, impor):
    p.main(nyatakan_nihil, p.arsip, TAHUN, TAHUNAN, "Layanan dihentikan selama renovasi.")
    assert impor(hasil=[KEPALA_HASIL, hasil()]).disimpan
    assert not p.berkas().nihil
    assert p.sql(f"SELECT count(*) || '/' || max(jumlah_responden) FROM hasil WHERE upp_id = {p.arsip}") == "1/40"


def test_an_empty_or_broken_file_is_refused_and_nihil_stays(p: Panggung, impor, tmp_path):
    p.main(nyatakan_nihil, p.arsip, TAHUN, TAHUNAN, "Layanan dihentikan selama renovasi.")
    sebelum = p.isi()
    assert [g.kalimat for g in impor(upp=[["nama"], [ARSIP]]).galat] == [
        "Buku kerja tidak memuat baris hasil, respons, atau RTL."
    ]
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04 bukan buku kerja")
    laporan = p.main(
        impor_unit, p.arsip, TAHUN, TAHUNAN, tmp_path / "rusak.xlsx", nama_berkas="rusak.xlsx", ganti=True, batas_mb=10
    )
    assert laporan.galat
    assert p.isi() == sebelum


def test_whoever_typed_while_a_workbook_replaced_the_row_is_told_so(p: Panggung, impor):
    p.isi_hasil()
    p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil("3,10", versi=1))
    assert impor(oleh=p.rekan, ganti=True, hasil=[KEPALA_HASIL, hasil("3.60")]).disimpan
    with pytest.raises(BerubahLebihDahulu, match="diubah oleh Rekan <Arsip> & Co pada"):
        p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil("3,40", versi=2))
    assert "3.60" in nilai_tersimpan(p)


def test_of_a_workbook_and_a_typist_who_enter_the_same_result_the_second_is_told_so(p: Panggung, impor):
    assert impor(oleh=p.rekan, hasil=[KEPALA_HASIL, hasil("3.60")]).disimpan
    with pytest.raises(BerubahLebihDahulu, match="diubah oleh Rekan <Arsip> & Co pada"):
        p.main(simpan_hasil, p.arsip, TAHUN, TAHUNAN, isian_hasil("3,40"))


def test_after_imports_by_units_the_trail_still_agrees_with_what_is_stored(p: Panggung, impor):
    impor(hasil=[KEPALA_HASIL, hasil()], rtl=[KEPALA_RTL, rtl()])
    impor(ganti=True, hasil=[KEPALA_HASIL, hasil("3.60")])
    with Session(p.engine) as session:
        assert verifikasi_jejak(session).putus == ()
