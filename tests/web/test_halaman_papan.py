"""The board on the web: its cells, counts, filters and exports; reminders; a new year; who may do what."""

from datetime import UTC, datetime
from io import BytesIO

import docx
import openpyxl
import pytest
from flask import Flask
from sqlalchemy import Engine, text

from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.penyampaian_repository import simpan_penyampaian
from rtl_tracker.storage.session import session_tulis
from tests.web.akun import id_upp, masuk_sebagai
from tests.web.halaman import Halaman, Klien
from tests.web.instansi import NAMA_PANJANG, NAMA_SULIT, TulisCsv, instansi_kecil, isi_instansi

S = StatusPenyampaian


@pytest.fixture
def papan(klien: Klien, db: Engine, tulis_csv: TulisCsv) -> Klien:
    """Two units that owe the triwulan of 2022, long past their due dates; one has sent TW1 late, as nihil."""
    upp = [["nama", "frekuensi", "kelompok"], [NAMA_SULIT, "triwulan", "Dinas & Badan"], [NAMA_PANJANG, "triwulan", "UPT"]]
    instansi = [["kunci", "nilai"], ["nama", "Pemerintah Kabupaten Uji & Coba"]]
    isi_instansi(db, tulis_csv("papan", upp=upp, instansi=instansi), 2022)
    with session_tulis(db) as session:
        dikirim = datetime(2022, 4, 10, 5, tzinfo=UTC)
        simpan_penyampaian(
            session,
            Penyampaian(id_upp(db, NAMA_PANJANG), 2022, Periode.TW1, status=S.DIKIRIM, nihil=True, pertama_dikirim=dikirim),
        )
    return klien


def _jejak(db: Engine, jenis: str) -> list[str]:
    with db.connect() as koneksi:
        return list(koneksi.execute(text("SELECT catatan FROM jejak WHERE jenis = :j ORDER BY nomor"), {"j": jenis}).scalars())


def _sel(halaman: Halaman, baris: int) -> list[str]:
    return halaman.baris("papan")[baris]


def test_late_missing_and_nihil_are_told_apart_in_words(papan: Klien):
    halaman = papan.buka("/tahun/2022/papan")
    assert _sel(halaman, 0)[0] == NAMA_SULIT
    assert _sel(halaman, 0)[1].startswith(f"○ belum Triwulan I, {NAMA_SULIT} ! lewat ")
    assert _sel(halaman, 1)[1] == f"➜ dikirim Triwulan I, {NAMA_PANJANG} ∅ nihil ! terlambat 3 hari"
    assert "Menampilkan 2 dari 2 UPP." in halaman.teks()
    assert "Dari mana angka ini?" in halaman.teks()


def test_the_newest_year_is_the_board_of_the_menu(papan: Klien):
    halaman = papan.buka("/papan")
    assert halaman.teks(halaman.semua("h1")[0]) == "Papan status tahun 2022"


def test_every_cell_leads_to_its_dossier_and_every_row_to_its_unit(papan: Klien, db: Engine):
    halaman = papan.buka("/tahun/2022/papan")
    upp_id = id_upp(db, NAMA_SULIT)
    alamat = [str(a.get("href")) for a in halaman.menurut_id("papan").iter("a")][:5]
    assert alamat == [f"/unit/{upp_id}?tahun=2022", *(f"/unit/{upp_id}/2022/TW{i}" for i in range(1, 5))]


def test_the_counts_are_of_everything_and_lead_to_their_cells(papan: Klien):
    halaman = papan.buka("/tahun/2022/papan?cari=kelautan")
    assert len(halaman.baris("papan")) == 1
    assert "Menampilkan 1 dari 2 UPP." in halaman.teks()
    baris = {b[0]: b[1:] for b in halaman.baris("hitungan")}
    assert baris["○ belum"] == [
        "1 belum, Triwulan I",
        "2 belum, Triwulan II",
        "2 belum, Triwulan III",
        "2 belum, Triwulan IV",
        "7",
    ]
    assert baris["➜ dikirim"][-1] == "1"
    tujuan = next(str(a.get("href")) for a in halaman.semua("a") if halaman.teks(a) == "1 belum, Triwulan I")
    assert [b[0] for b in papan.buka(tujuan.split("#")[0]).baris("papan")] == [NAMA_SULIT]


@pytest.mark.parametrize(
    ("tanya", "nama"),
    [
        ("keadaan=nihil", [NAMA_PANJANG]),
        ("keadaan=belum&periode=TW1", [NAMA_SULIT]),
        ("keadaan=terlambat&periode=TW1", [NAMA_SULIT, NAMA_PANJANG]),
        ("kelompok=Dinas+%26+Badan", [NAMA_SULIT]),
        ("urut=nama", [NAMA_SULIT, NAMA_PANJANG]),
        ("periode=TW9&keadaan=x&urut=y", [NAMA_SULIT, NAMA_PANJANG]),
    ],
)
def test_the_board_is_filtered_by_its_address_and_keeps_what_was_asked(papan: Klien, tanya: str, nama: list[str]):
    halaman = papan.buka(f"/tahun/2022/papan?{tanya}")
    assert [b[0] for b in halaman.baris("papan")] == nama


def test_the_links_carry_the_filter_on(papan: Klien):
    halaman = papan.buka("/tahun/2022/papan?periode=TW2&kelompok=Dinas+%26+Badan")
    assert [th.get("scope") for th in halaman.menurut_id("papan").iter("th")].count("col") == 2
    assert halaman.tautan("Unduh Excel") == "/tahun/2022/papan.xlsx?kelompok=Dinas+%26+Badan&periode=TW2"
    pengingat = papan.buka(halaman.tautan("Teks pengingat dan surat (1 UPP)"))
    assert len(pengingat.semua("textarea")) == 2
    assert "periode=TW2" in next(str(a.get("href")) for a in pengingat.semua("a") if "surat.docx" in str(a.get("href")))


def test_a_search_without_a_match_offers_the_way_back(papan: Klien):
    halaman = papan.buka("/tahun/2022/papan?cari=%3Cscript%3E")
    assert "Tidak ada UPP yang cocok" in halaman.teks()
    assert halaman.menurut_id("cari").get("value") == "<script>"


def test_the_board_as_excel_is_recorded(papan: Klien, db: Engine):
    jawaban = papan.mentah.get("/tahun/2022/papan.xlsx?periode=TW1")
    assert jawaban.headers["Content-Disposition"] == "attachment; filename=papan-status-2022.xlsx"
    lembar = openpyxl.load_workbook(BytesIO(jawaban.data))["Papan"]
    assert lembar["A5"].value == NAMA_SULIT
    assert lembar.max_column == 4
    assert _jejak(db, "ekspor") == ["papan-status-2022.xlsx; periode TW1"]


def test_the_reminders_are_texts_to_copy_that_need_no_script(papan: Klien):
    halaman = papan.buka("/tahun/2022/papan/pengingat?periode=TW1")
    grup, sulit = halaman.semua("textarea")
    assert str(grup.text).strip().startswith("Yth. Bapak/Ibu pengelola SKM,")
    assert str(sulit.text).strip().startswith(f"Yth. Kepala {NAMA_SULIT}")
    assert "http://127.0.0.1:8000" in str(sulit.text)
    assert sulit.get("readonly") is not None
    assert all(b.get("hidden") is not None for b in halaman.semua("button") if b.get("data-salin"))


def test_the_letter_is_a_word_file_and_recorded(papan: Klien, db: Engine):
    jawaban = papan.mentah.get("/tahun/2022/papan/surat.docx?periode=TW2")
    assert jawaban.headers["Content-Disposition"] == "attachment; filename=surat-pengingat-2022-TW2.docx"
    word = docx.Document(BytesIO(jawaban.data))
    assert [p.text for p in word.paragraphs if p.text.startswith("Yth. ")] == [
        f"Yth. Kepala {n}" for n in (NAMA_SULIT, NAMA_PANJANG)
    ]
    assert _jejak(db, "ekspor") == ["surat-pengingat-2022-TW2.docx; periode TW2"]


def test_when_nobody_is_late_there_is_a_sentence_and_no_file(papan: Klien, db: Engine):
    jawaban = papan.mentah.get("/tahun/2022/papan/surat.docx?keadaan=diterima")
    assert (jawaban.status_code, jawaban.headers["Location"]) == (303, "/tahun/2022/papan/pengingat?keadaan=diterima")
    teks = papan.buka(jawaban.headers["Location"]).teks()
    assert "tidak ada surat yang perlu dibuat" in teks
    assert "Tidak ada UPP yang perlu diingatkan menurut saringan ini" in teks
    assert _jejak(db, "ekspor") == []


def test_the_next_year_is_opened_by_a_button(papan: Klien, db: Engine):
    halaman = papan.buka("/tahun/2022/papan")
    assert any(halaman.teks(b) == "Buka tahun 2023" for b in halaman.semua("button"))
    jawaban = papan.mentah.post("/tahun/2023/buka", data={"csrf_token": halaman.csrf()})
    assert (jawaban.status_code, jawaban.headers["Location"]) == (303, "/papan")
    teks = papan.buka("/papan").teks()
    assert "Papan status tahun 2023" in teks
    assert "Tahun 2023 sudah dibuka." in teks
    assert "Pemerintah Kabupaten Uji & Coba" in teks
    assert _jejak(db, "pengaturan_diubah")[-1] == "Tahun 2023 dibuka dengan pengaturan tahun 2022."


def test_opening_a_year_twice_or_far_ahead_says_so_and_stores_nothing(papan: Klien, db: Engine):
    csrf = papan.buka("/tahun/2022/papan").csrf()
    for tahun, kata in ((2022, "sudah dibuka"), (2099, "tidak dapat dibuka di sini")):
        papan.mentah.post(f"/tahun/{tahun}/buka", data={"csrf_token": csrf})
        assert f"Tahun {tahun} {kata}" in papan.buka("/papan").teks()
    with db.connect() as koneksi:
        assert koneksi.execute(text("SELECT count(*) FROM pengaturan_tahun")).scalar() == 1


def test_an_empty_database_offers_to_open_the_current_year(klien: Klien):
    halaman = klien.buka("/papan")
    assert "Belum ada tahun yang dibuka" in halaman.teks()
    tahun = datetime.now(UTC).astimezone().year
    klien.mentah.post(f"/tahun/{tahun}/buka", data={"csrf_token": halaman.csrf()})
    assert "Belum ada UPP yang tersimpan" in klien.buka("/papan").teks()


def test_a_year_that_was_not_opened_is_not_found(papan: Klien):
    for alamat in ("papan", "papan/pengingat", "papan.xlsx", "papan/surat.docx"):
        assert "belum dibuka" in papan.buka(f"/tahun/1999/{alamat}", 404).teks()


def test_the_inspector_looks_and_downloads_but_changes_and_reminds_nothing(papan: Klien, app: Flask, db: Engine):
    inspektur = masuk_sebagai(app, db, Peran.INSPEKTUR)
    halaman = inspektur.buka("/tahun/2022/papan")
    teks = [halaman.teks(e) for nama in ("a", "button") for e in halaman.semua(nama)]
    assert "Unduh Excel" in teks
    assert not [t for t in teks if t.startswith(("Buka tahun", "Ubah kalender", "Teks pengingat"))]
    assert inspektur.mentah.get("/tahun/2022/papan.xlsx").status_code == 200
    inspektur.buka("/tahun/2022/papan/pengingat", 403)
    inspektur.kirim("/tahun/2023/buka", {"csrf_token": halaman.csrf()}, 403)


def test_a_unit_has_no_board(papan: Klien, app: Flask, db: Engine):
    operator = masuk_sebagai(app, db, Peran.OPERATOR_UPP, id_upp(db, NAMA_SULIT))
    for alamat in ("/papan", "/tahun/2022/papan", "/tahun/2022/papan.xlsx", "/tahun/2022/papan/pengingat"):
        operator.buka(alamat, 403)


def test_an_imported_year_shows_results_instead_of_missing_dossiers(klien: Klien, db: Engine, tulis_csv: TulisCsv):
    instansi_kecil(db, tulis_csv)
    baris = {b[0]: b[1:] for b in klien.buka("/tahun/2022/papan").baris("papan")}
    assert [s.split(" Semester")[0].split(" Tahunan")[0] for s in baris["Kecamatan Satu"]] == ["▣ hasil diimpor"] * 3
    assert baris["Dinas Perhubungan"] == ["– tidak wajib"] * 3
    assert baris["Badan Arsip"][2].startswith("○ belum Tahunan, Badan Arsip ! lewat ")
