"""The pages of follow-up percentages: figures with their source, the way down to the single RTL, who may open what, Excel."""

from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import Engine, text

from rtl_tracker.domain.peran import Peran
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import simpan_upp
from tests.usecases.isi_tindak_lanjut import ARSIP, LUAR, PANJANG, SATU, SULIT, isi_tindak_lanjut
from tests.web.akun import masuk_sebagai
from tests.web.halaman import Halaman, Klien

ALAMAT = "/tahun/2022/tindak-lanjut"


@pytest.fixture
def id_(db: Engine) -> dict[str, int]:
    """The instansi with RTL of 2022; ids of its units by name."""
    return isi_tindak_lanjut(db)


@pytest.fixture
def inspektur(app: Flask, db: Engine) -> Klien:
    """Client with Inspektorat logged in."""
    return masuk_sebagai(app, db, Peran.INSPEKTUR)


def nama(halaman: Halaman) -> list[str]:
    return [halaman.teks(next(th.iter("a"))) for th in next(halaman.menurut_id("tabel-upp").iter("tbody")).iter("th")]


def sel(halaman: Halaman, unit: str) -> list[str]:
    return halaman.baris("tabel-upp")[nama(halaman).index(unit)]


def asal(halaman: Halaman, apa: str) -> str:
    return next(halaman.teks(d) for d in halaman.semua("details") if f"({apa})" in halaman.teks(d))


def test_an_empty_database_says_where_rtl_come_from(inspektur: Klien):
    teks = inspektur.buka("/tindak-lanjut").teks()
    assert "Belum ada satu pun RTL yang tersimpan" in teks
    assert "Operator UPP menulis RTL" in teks


def test_the_newest_year_opens_with_both_figures_of_the_instansi(inspektur: Klien, id_: dict[str, int]):
    halaman = inspektur.buka("/tindak-lanjut")
    teks = halaman.teks()
    assert "Persentase tindak lanjut, RTL tahun 2022" in teks
    assert "78,57 %" in teks
    assert "11 RTL direncanakan: 5 dilaporkan selesai, 2 di antaranya terverifikasi" in teks
    rincian = halaman.rincian(next(e for e in halaman.semua("section") if e.get("aria-labelledby") == "judul-realisasi"))
    assert rincian["Dilaporkan, gabungan RTL"] == "62,50 %"
    assert rincian["Terverifikasi, rata-rata UPP"] == "14,29 %"
    assert rincian["UPP dihitung"] == "2 dari 5"


def test_the_panels_tell_where_the_figures_come_from(inspektur: Klien, id_: dict[str, int]):
    halaman = inspektur.buka(ALAMAT)
    instansi = asal(halaman, "persentase instansi")
    assert "157,1429 ÷ 2 = 78,5714" in instansi
    assert "5 ÷ 8 × 100 = 62,5000" in instansi
    assert f"Belum dilaporkan, tidak dihitung{SULIT}" in instansi
    assert f"Dikecualikan dari rata-rata{LUAR}" in instansi
    assert "Hari tenggat sendiri belum terlambat" in asal(halaman, "RTL lewat tenggat")
    assert "skor 4: realisasi di atas 80 % dan di bawah 100 %" in asal(halaman, "skor PEKPPP")


def test_a_unit_is_one_row_with_its_gap_overdue_bands_scores_and_what_raises_them(inspektur: Klien, id_: dict[str, int]):
    halaman = inspektur.buka(ALAMAT)
    assert nama(halaman) == [SATU, SULIT, PANJANG, ARSIP, LUAR]
    baris = sel(halaman, SATU)
    assert baris[1:5] == ["7", "57,14 %4 dari 7", "28,57 %2 dari 7", "2"]
    assert baris[5].startswith("2terlama ")
    assert baris[6] == "Realisasi 3, waktu 0 Selesaikan 2 RTL lagi (6 dari 7) untuk melampaui 80 % dan mencapai skor 4."
    assert "data contoh" in baris[0]


def test_a_silent_plan_and_no_plan_are_words_never_zero(inspektur: Klien, id_: dict[str, int]):
    halaman = inspektur.buka(ALAMAT)
    assert sel(halaman, SULIT)[2] == "belum dilaporkan"
    assert sel(halaman, SULIT)[6].startswith("Realisasi ?, waktu ?")
    assert sel(halaman, ARSIP)[2] == "belum ada RTL"
    assert sel(halaman, LUAR)[2] == "0,00 %0 dari 1"
    assert "tidak dihitung dalam rata-rata" in sel(halaman, LUAR)[0]


def test_filters_keep_their_state_in_the_address_and_in_the_form(inspektur: Klien, id_: dict[str, int]):
    halaman = inspektur.buka(f"{ALAMAT}?cari=kelautan&kelompok=Dinas+%26+Badan&periode=S1&tampilkan=semua&urut=nama")
    assert nama(halaman) == [SULIT]
    assert "Menampilkan 1 dari 5 UPP, RTL dari Semester I saja" in halaman.teks()
    assert halaman.menurut_id("cari").get("value") == "kelautan"
    terpilih = [o.get("value") for o in halaman.semua("option") if o.get("selected") is not None]
    assert terpilih == ["S1", "Dinas & Badan", "semua", "nama"]
    assert halaman.tautan("Hapus saringan") == f"{ALAMAT}#per-upp"


def test_a_filter_that_matches_nothing_offers_the_way_back(inspektur: Klien, id_: dict[str, int]):
    halaman = inspektur.buka(f"{ALAMAT}?cari=tidak-ada")
    assert "Tidak ada UPP yang cocok" in halaman.teks()


def test_a_kelompok_and_a_periode_lead_to_their_rows(inspektur: Klien, id_: dict[str, int]):
    halaman = inspektur.buka(ALAMAT)
    assert nama(inspektur.buka(halaman.tautan("Dinas & Badan"))) == [SULIT, ARSIP]
    semester = inspektur.buka(halaman.tautan("Semester I"))
    assert sel(semester, SATU)[1:3] == ["4", "75,00 %3 dari 4"]
    periode = {b[0]: b[1:] for b in halaman.baris("tabel-periode")}
    assert periode["Semester I"][:3] == ["1", "4", "75,00 %gabungan 75,00 %"]
    assert periode["Tahunan"][1] == "4"


def test_the_way_leads_from_the_unit_to_each_rtl_where_its_bukti_is(inspektur: Klien, id_: dict[str, int]):
    halaman = inspektur.buka(inspektur.buka(ALAMAT).tautan(SATU))
    baris = halaman.baris("rtl-S1")
    assert len(baris) == 4
    assert baris[0][1:4] == ["Menambah loket <cepat>", "terverifikasioleh Inspektur Uji", "belum ditetapkan"]
    assert baris[3][2] == "dikembalikanFoto tidak bertanggal"
    assert baris[3][4].endswith(" hari")
    bukti = [a.get("href") for a in halaman.menurut_id("rtl-S1").iter("a")]
    assert len(bukti) == 4
    assert all(str(alamat).startswith("/rtl/") for alamat in bukti)
    assert "Selesaikan 2 RTL lagi (6 dari 7)" in halaman.teks()
    assert "4 ÷ 7 × 100 = 57,1429" in asal(halaman, "persentase unit")


def test_a_unit_without_rtl_says_what_to_do(inspektur: Klien, id_: dict[str, int]):
    halaman = inspektur.buka(f"{ALAMAT}/{id_[ARSIP]}")
    assert "Belum ada RTL dari hasil tahun 2022" in halaman.teks()
    assert halaman.tautan("halaman UPP") == f"/unit/{id_[ARSIP]}"


def test_a_year_with_data_but_no_rtl_points_to_one_that_has(inspektur: Klien, db: Engine, id_: dict[str, int]):
    with db.begin() as koneksi:
        koneksi.execute(text("INSERT INTO pengaturan_tahun (tahun, isi) VALUES (2023, '{}')"))
    halaman = inspektur.buka("/tahun/2023/tindak-lanjut")
    assert "Belum ada RTL dari hasil tahun 2023" in halaman.teks()
    assert halaman.tautan("Buka tahun 2022") == ALAMAT


@pytest.mark.parametrize("alamat", ["/tahun/1999/tindak-lanjut", "/tahun/99999999999999999999/tindak-lanjut", f"{ALAMAT}/9999",
                                    "/tahun/1999/tindak-lanjut.xlsx"])  # fmt: skip
def test_what_does_not_exist_is_not_found(inspektur: Klien, id_: dict[str, int], alamat: str):
    inspektur.buka(alamat, 404)


def test_an_operator_opens_the_page_of_his_unit_only(app: Flask, db: Engine, id_: dict[str, int]):
    operator = masuk_sebagai(app, db, Peran.OPERATOR_UPP, id_[SATU])
    halaman = operator.buka(f"{ALAMAT}/{id_[SATU]}")
    assert not [a for a in halaman.semua("a") if a.get("href") == ALAMAT]
    operator.buka(f"{ALAMAT}/{id_[SULIT]}", 404)
    for alamat in ("/tindak-lanjut", ALAMAT, f"{ALAMAT}.xlsx"):
        operator.buka(alamat, 403)


def test_the_head_of_a_unit_may_not_open_the_table_of_all_units(app: Flask, db: Engine, id_: dict[str, int]):
    pimpinan = masuk_sebagai(app, db, Peran.PIMPINAN, id_[SATU])
    pimpinan.buka(ALAMAT, 403)
    pimpinan.buka(f"{ALAMAT}/{id_[SATU]}")
    masuk_sebagai(app, db, Peran.PIMPINAN).buka(ALAMAT)


def test_nobody_without_an_account_sees_any_of_it(klien_asing: Klien, id_: dict[str, int]):
    for alamat in ("/tindak-lanjut", ALAMAT, f"{ALAMAT}/{id_[SATU]}", f"{ALAMAT}.xlsx"):
        assert klien_asing.mentah.get(alamat).status_code == 303


def test_the_excel_file_is_handed_out_under_a_safe_name_and_recorded(inspektur: Klien, db: Engine, id_: dict[str, int]):
    jawaban = inspektur.mentah.get(f"{ALAMAT}.xlsx")
    assert jawaban.status_code == 200
    assert jawaban.headers["Content-Disposition"].startswith("attachment; filename=tindak-lanjut-2022-per-20")
    buku = load_workbook(BytesIO(jawaban.data))
    assert buku["Per UPP"].max_row == 12
    assert str(buku["RTL"]["A8"].hyperlink.target).startswith("http://127.0.0.1:8000/rtl/")
    with db.connect() as koneksi:
        jejak = koneksi.execute(text("SELECT jenis, catatan FROM jejak ORDER BY nomor DESC LIMIT 1")).one()
    assert tuple(jejak) == ("ekspor", "Persentase tindak lanjut tahun 2022 (Excel, 12 RTL)")


def test_a_name_with_html_signs_stays_text(inspektur: Klien, db: Engine, id_: dict[str, int]):
    with session_tulis(db) as session:
        simpan_upp(session, '<script>alert(1)</script> & "kutip"', {"kelompok": "<b>Tebal</b>"})
    halaman = inspektur.buka(ALAMAT)
    assert '<script>alert(1)</script> & "kutip"' in nama(halaman)
