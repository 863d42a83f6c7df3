"""The audit trail: in words, searched, taken along, and checked against everything somebody may do to its table."""

from datetime import UTC, datetime
from io import BytesIO
from threading import Barrier, Thread

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jejak import AWAL_RANTAI, Catatan, JenisJejak, Objek
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.peran import Pelaku, Peran, pelaku_program
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage import jejak_repository as repo
from rtl_tracker.storage.penyampaian_repository import simpan_penyampaian
from rtl_tracker.storage.rtl_repository import hapus_satu_rtl
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases.baca_jejak import NAMA_JENIS, WAKTU_RUSAK, baris_jejak, sebutan_jejak
from rtl_tracker.usecases.daftar_jejak import SaringanDaftar, baca_jenis, muat_halaman_jejak
from rtl_tracker.usecases.unduh_jejak import buat_berkas_jejak
from rtl_tracker.usecases.verifikasi_jejak import HasilVerifikasi, verifikasi_jejak
from tests.usecases.isi_antrean import KINI, SULIT, Kantor

PROGRAM = pelaku_program()
RUMUS = '=HYPERLINK("http://jahat.example","klik")'


def catatan(jenis: str = "rtl_berubah_status", **lain) -> Catatan:
    isi = {
        "nomor": 1, "waktu": "2026-03-02T08:00:00+00:00", "pelaku_id": 1, "pelaku": "Budi", "peran": "inspektur", "jenis": jenis, "objek": "rtl",
        "objek_id": 1, "upp_id": 1, "dari": "", "ke": "", "catatan": "",
    }  # fmt: skip
    return Catatan(**{**isi, **lain})


def tulis(engine: Engine, banyak: int, jenis: JenisJejak = JenisJejak.EKSPOR) -> None:
    with session_tulis(engine) as session:
        for i in range(1, banyak + 1):
            repo.catat_jejak(session, PROGRAM, KINI, jenis, Objek.HALAMAN, catatan=f"Berkas {i}", rincian={"isi": [i, "x"]})


def verifikasi(engine: Engine, kepala: str | None = None) -> HasilVerifikasi:
    with Session(engine) as session:
        return verifikasi_jejak(session, kepala)


def rusak(engine: Engine, *perintah: str) -> list[str]:
    """What the check says after somebody ran these statements."""
    with engine.begin() as koneksi:
        for satu in perintah:
            koneksi.execute(text(satu))
    return [p.kalimat for p in verifikasi(engine).putus]


def test_every_kind_of_event_has_words():
    assert set(NAMA_JENIS) == set(JenisJejak)


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"dari": "berjalan", "ke": "selesai"}, "Status RTL berubah dari berjalan ke selesai"),
        ({"ke": "tidak_dilaksanakan"}, "Status RTL berubah, berstatus tidak dilaksanakan"),
        ({"jenis": "kemajuan_dicatat", "dari": "direncanakan", "ke": "berjalan"},
         "Kemajuan RTL dicatat, berubah dari direncanakan ke berjalan"),
        ({"jenis": "kemajuan_dicatat", "dari": "berjalan", "ke": "berjalan"}, "Kemajuan RTL dicatat"),
        ({"jenis": "penyampaian_berubah", "dari": "draf", "ke": "dikirim"}, "Berkas penyampaian berubah dari draf ke dikirim"),
        ({"jenis": "masuk_gagal"}, "Gagal masuk"),
        ({"jenis": "jenis_masa_depan"}, "Jenis masa depan"),
    ],
)  # fmt: skip
def test_an_event_is_one_sentence(isi: dict[str, str], kalimat: str):
    assert sebutan_jejak(catatan(**isi)) == kalimat


def test_changes_are_shown_before_and_after_in_words():
    rincian = {
        "unsur": ["waktu", "biaya"], "tenggat": [None, "2026-06-09"], "waktu": ["TW I", "TW II"], "nihil": [False, True],
        "TW1": {"kirim_batas": ["2026-04-07", "2026-04-10"]}, "sha256": "abc", "peran": "operator_upp", "status": ["tidak_dilaksanakan", ""],
    }  # fmt: skip
    assert baris_jejak(catatan(rincian=rincian)).rincian == (
        ("Unsur", "Waktu penyelesaian", "Biaya/tarif"),
        ("Tenggat", "(kosong)", "9 Juni 2026"),
        ("Waktu", "TW I", "TW II"),
        ("Nihil", "tidak", "ya"),
        ("Triwulan I: kirim batas", "7 April 2026", "10 April 2026"),
        ("SHA-256", "", "abc"),
        ("Peran", "", "Operator UPP"),
        ("Status", "tidak dilaksanakan", "(kosong)"),
    )


def test_in_a_result_waktu_is_the_unsur():
    (satu,) = baris_jejak(catatan("hasil_diisi", rincian={"waktu": ["3.10", "3.20"]})).rincian
    assert satu == ("Waktu penyelesaian", "3.10", "3.20")


def test_the_program_and_altered_moments_are_shown_too():
    baris = baris_jejak(catatan(peran="", waktu="kemarin"))
    assert (baris.peran, baris.waktu) == ("program", WAKTU_RUSAK)
    assert baris_jejak(catatan(peran="karangan", waktu="2026-03-02T08:00:00")).peran == "karangan"


def test_an_empty_trail_and_an_untouched_one_are_whole(engine: Engine):
    assert verifikasi(engine) == HasilVerifikasi(repo.Kepala(0, AWAL_RANTAI), ())
    tulis(engine, 5)
    hasil = verifikasi(engine)
    assert (hasil.utuh, hasil.kepala.banyak) == (True, 5)


@pytest.mark.parametrize(
    ("perintah", "kalimat"),
    [
        (["DELETE FROM jejak WHERE nomor = 3"], ["Catatan 3 tidak ada."]),
        (["DELETE FROM jejak WHERE nomor > 3"], ["Catatan 4 sampai 5 tidak ada."]),
        (["DELETE FROM jejak"], ["Catatan 1 sampai 5 tidak ada."]),
        (["UPDATE jejak SET catatan = 'lain' WHERE nomor = 2"], ["Isi catatan 2 berubah sejak ditulis."]),
        (["UPDATE jejak SET rincian = '{\"isi\": [2, \"y\"]}' WHERE nomor = 2"], ["Isi catatan 2 berubah sejak ditulis."]),
        (["UPDATE jejak SET rincian = '7' WHERE nomor = 2"], ["Isi catatan 2 berubah sejak ditulis."]),
        (["UPDATE jejak SET nomor = 50 WHERE nomor = 5"],
         ["Catatan 5 sampai 49 tidak ada.", "Isi catatan 50 berubah sejak ditulis.",
          "Ujung rantai tidak sama dengan yang dicatat terpisah."]),
        (["UPDATE jejak SET nomor = 90 WHERE nomor = 2", "UPDATE jejak SET nomor = 2 WHERE nomor = 3",
          "UPDATE jejak SET nomor = 3 WHERE nomor = 90"],
         ["Catatan 2 tidak menyambung dengan catatan sebelumnya.", "Isi catatan 2 berubah sejak ditulis.",
          "Catatan 3 tidak menyambung dengan catatan sebelumnya.", "Isi catatan 3 berubah sejak ditulis.",
          "Catatan 4 tidak menyambung dengan catatan sebelumnya."]),
        (["INSERT INTO jejak SELECT 6, waktu, pelaku_id, pelaku, peran, jenis, objek, objek_id, upp_id, dari, ke, 'sisipan', rincian, "
          "hash, hash FROM jejak WHERE nomor = 5"],
         ["Isi catatan 6 berubah sejak ditulis.", "Ujung rantai tidak sama dengan yang dicatat terpisah."]),
        (["UPDATE kepala_jejak SET banyak = 4"], ["Ujung rantai tidak sama dengan yang dicatat terpisah."]),
        (["DELETE FROM kepala_jejak"], ["Ujung rantai tidak sama dengan yang dicatat terpisah."]),
    ],
)  # fmt: skip
def test_what_is_done_to_the_table_is_found(engine: Engine, perintah: list[str], kalimat: list[str]):
    tulis(engine, 5)
    assert rusak(engine, *perintah) == kalimat


def test_details_that_are_no_json_any_more_are_a_break_and_still_shown(engine_sqlite: Engine):
    tulis(engine_sqlite, 3)
    assert rusak(engine_sqlite, "UPDATE jejak SET rincian = 'bukan json' WHERE nomor = 2") == [
        "Isi catatan 2 berubah sejak ditulis."
    ]
    with Session(engine_sqlite) as session:
        (b,) = [b for b in muat_halaman_jejak(session, PROGRAM, SaringanDaftar()).butir if b.nomor == 2]
    assert b.baris.rincian == (("Rincian", "", "bukan json"),)


def test_a_head_noted_earlier_must_still_be_in_the_chain(engine: Engine):
    tulis(engine, 3)
    dicatat = verifikasi(engine).kepala.hash
    tulis(engine, 2)
    assert (verifikasi(engine, dicatat).utuh, verifikasi(engine, dicatat).kepala_ditemukan) == (True, 3)
    assert verifikasi(engine, AWAL_RANTAI).kepala_ditemukan == 0
    (putus,) = verifikasi(engine, "f" * 64).putus
    assert "bukan lagi bagian dari rantai" in putus.kalimat


def test_a_trail_written_anew_from_the_start_is_found_by_the_noted_head_only(engine: Engine):
    tulis(engine, 4)
    dicatat = verifikasi(engine).kepala.hash
    with engine.begin() as koneksi:
        for tabel in ("jejak", "kepala_jejak"):
            koneksi.execute(text(f"DELETE FROM {tabel}"))
    tulis(engine, 4, JenisJejak.IMPOR)
    assert verifikasi(engine).utuh
    assert not verifikasi(engine, dicatat).utuh


def test_two_writers_at_once_keep_one_chain_without_gaps(engine: Engine):
    mulai, galat = Barrier(4), []

    def menulis(nama: str) -> None:
        try:
            mulai.wait(10)
            for i in range(15):
                with session_tulis(engine) as session:
                    repo.catat_jejak(
                        session, Pelaku(None, nama, None), KINI, JenisJejak.EKSPOR, Objek.HALAMAN, catatan=f"{nama} {i}"
                    )
        except Exception as satu:
            galat.append(satu)

    utas = [Thread(target=menulis, args=(f"penulis {i}",)) for i in range(4)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    assert galat == []
    hasil = verifikasi(engine)
    assert (hasil.putus, hasil.kepala.banyak) == ((), 60)


def test_a_change_that_is_rolled_back_leaves_no_record(engine: Engine):
    tulis(engine, 1)
    with Session(engine) as session:
        repo.catat_jejak(session, PROGRAM, KINI, JenisJejak.EKSPOR, Objek.HALAMAN)
        session.rollback()
    tulis(engine, 1)
    assert (verifikasi(engine).putus, verifikasi(engine).kepala.banyak) == ((), 2)


def test_a_status_changed_behind_the_programs_back_is_found(engine: Engine):
    kantor = Kantor(engine)
    rtl_id, lain = kantor.lapor(), kantor.lapor()
    kalimat = rusak(engine, f"UPDATE rtl SET status = 'terverifikasi' WHERE id = {rtl_id}")
    assert kalimat == [f"RTL nomor {rtl_id} kini berstatus terverifikasi, padahal menurut catatan 1 seharusnya selesai."]
    assert rusak(engine, f"UPDATE rtl SET status = 'karangan' WHERE id = {lain}")[1].startswith(
        f"RTL nomor {lain} kini berstatus karangan"
    )
    assert "belum berstatus" in rusak(engine, f"UPDATE rtl SET status = NULL WHERE id = {lain}")[1]


def test_a_removed_rtl_is_found_unless_its_removal_was_recorded(engine: Engine):
    kantor = Kantor(engine)
    rtl_id, dihapus = kantor.lapor(), kantor.lapor()
    with session_tulis(engine) as session:
        repo.catat_jejak(session, PROGRAM, KINI, JenisJejak.RTL_DIHAPUS, Objek.RTL, dihapus, dari="selesai")
        hapus_satu_rtl(session, dihapus)
    assert verifikasi(engine).utuh
    kalimat = rusak(engine, f"DELETE FROM bukti WHERE rtl_id = {rtl_id}", f"DELETE FROM rtl WHERE id = {rtl_id}")
    assert kalimat == [f"RTL nomor {rtl_id} tidak ada lagi, padahal penghapusannya tidak tercatat."]


def test_a_dossier_moved_behind_the_programs_back_is_found(engine: Engine):
    kantor = Kantor(engine)
    with session_tulis(engine) as session:
        berkas = simpan_penyampaian(session, Penyampaian(kantor.satu, 2025, Periode.S1, status=StatusPenyampaian.DIKIRIM))
        repo.catat_jejak(
            session, PROGRAM, KINI, JenisJejak.PENYAMPAIAN_BERUBAH, Objek.PENYAMPAIAN, berkas.id, dari="draf", ke="dikirim"
        )
    assert verifikasi(engine).utuh
    assert rusak(engine, "UPDATE penyampaian SET status = 'diterima'") == [
        f"Berkas penyampaian nomor {berkas.id} kini berstatus diterima, padahal menurut catatan 1 seharusnya dikirim."
    ]


def test_imported_plans_and_plans_that_an_import_replaced_are_left_alone(engine: Engine):
    kantor = Kantor(engine)
    rtl_id = kantor.lapor()
    with engine.begin() as koneksi:
        koneksi.execute(text("DELETE FROM jejak"))
        koneksi.execute(text("DELETE FROM kepala_jejak"))
    assert verifikasi(engine).utuh
    with session_tulis(engine) as session:
        repo.catat_jejak(session, PROGRAM, KINI, JenisJejak.RTL_DITAMBAH, Objek.RTL, rtl_id, ke="direncanakan")
        repo.catat_jejak(session, PROGRAM, KINI, JenisJejak.RTL_DITAMBAH, Objek.RTL, 900, ke="direncanakan")
    assert len(verifikasi(engine).putus) == 2
    with session_tulis(engine) as session:
        repo.catat_jejak(session, PROGRAM, KINI, JenisJejak.IMPOR, Objek.TAHUN, 2025, rincian={"rtl": 9})
    assert verifikasi(engine).utuh


def test_the_list_is_filtered_by_unit_rtl_user_kind_and_text(engine: Engine):
    kantor = Kantor(engine)
    rtl_id = kantor.lapor()
    kantor.lapor(upp_id=kantor.sulit, oleh=kantor.organisasi)
    tulis(engine, 3)
    nomor = {}
    with Session(engine) as session:
        for nama, saringan in {
            "semua": SaringanDaftar(), "unit": SaringanDaftar(upp_id=kantor.sulit), "rtl": SaringanDaftar(rtl=rtl_id),
            "pengguna": SaringanDaftar(pengguna=kantor.organisasi.id), "jenis": SaringanDaftar(jenis=baca_jenis("ekspor")),
            "teks": SaringanDaftar(cari="berkas 2"), "nama": SaringanDaftar(cari="AKUN OPERATOR"), "tanda": SaringanDaftar(cari="%"),
        }.items():  # fmt: skip
            nomor[nama] = [b.nomor for b in muat_halaman_jejak(session, kantor.inspektur, saringan).butir]
        unit = muat_halaman_jejak(session, kantor.inspektur, SaringanDaftar(upp_id=kantor.sulit))
    assert nomor == {
        "semua": [5, 4, 3, 2, 1], "unit": [2], "rtl": [1], "pengguna": [2], "jenis": [5, 4, 3], "teks": [4], "nama": [1], "tanda": [],
    }  # fmt: skip
    assert (unit.cocok, unit.seluruhnya, unit.butir[0].unit) == (1, 5, SULIT)
    assert baca_jenis("karangan") is None


def test_the_list_goes_in_pages_of_fifty(engine: Engine):
    tulis(engine, 120)
    with Session(engine) as session:
        tiga = muat_halaman_jejak(session, PROGRAM, SaringanDaftar(), 3)
        jauh = muat_halaman_jejak(session, PROGRAM, SaringanDaftar(), 99)
    assert [b.nomor for b in tiga.butir] == list(range(20, 0, -1))
    assert (jauh.halaman, tiga.cocok) == (3, 120)


def test_only_who_reaches_all_units_and_may_reads_the_trail(engine: Engine):
    kantor = Kantor(engine)
    with Session(engine) as session:
        with pytest.raises(TidakTerjangkau):
            muat_halaman_jejak(session, kantor.operator, SaringanDaftar())
        with pytest.raises(AksesDitolak):
            buat_berkas_jejak(session, Pelaku(9, "Pimpinan", Peran.PIMPINAN), KINI, SaringanDaftar())


def test_the_excel_file_holds_the_filtered_records_and_runs_no_formula(engine: Engine):
    kantor = Kantor(engine)
    rtl_id = kantor.lapor()
    with session_tulis(engine) as session:
        repo.catat_jejak(
            session, kantor.inspektur, KINI, JenisJejak.CATATAN_PEMERIKSAAN, Objek.RTL, rtl_id, upp_id=kantor.satu, catatan=RUMUS,
            rincian={"uraian": ["", "-1+2"]},
        )  # fmt: skip
        berkas = buat_berkas_jejak(session, kantor.inspektur, KINI, SaringanDaftar(rtl=rtl_id))
    ws = load_workbook(BytesIO(berkas.isi))["Jejak"]
    assert [s.value for s in ws[6]][:5] == ["Nomor", "Waktu", "Pengguna", "Peran", "Kejadian"]
    assert (ws.max_row, ws.freeze_panes, ws.auto_filter.ref) == (8, "B7", "A6:I8")
    nilai = ws["H7"]
    assert (nilai.value, nilai.data_type, nilai.quotePrefix) == (RUMUS, "s", True)
    assert (ws["G7"].value, ws["I7"].value, ws["C7"].value) == (rtl_id, "Uraian: (kosong) menjadi -1+2", "Akun inspektur")
    assert isinstance(ws["B7"].value, datetime)
    assert "2 catatan, yang terbaru lebih dahulu." in [ws["A4"].value]
    assert berkas.catatan == f"Jejak audit (Excel, 2 dari 2 catatan; saringan: RTL nomor {rtl_id})"


def test_the_excel_file_says_when_older_records_were_left_out(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("rtl_tracker.usecases.unduh_jejak.PALING_BANYAK", 4)
    tulis(engine, 6)
    with Session(engine) as session:
        berkas = buat_berkas_jejak(session, PROGRAM, datetime(2026, 3, 10, tzinfo=UTC), SaringanDaftar())
    ws = load_workbook(BytesIO(berkas.isi))["Jejak"]
    assert str(ws["A4"].value).startswith("Hanya 4 catatan terbaru dari 6 yang dimuat.")
    assert [ws.cell(r, 1).value for r in range(7, 11)] == [6, 5, 4, 3]
