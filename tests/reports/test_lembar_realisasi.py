"""The Excel file of follow-up: sheets, numbers that stay numbers, text that stays text, heads that freeze, filter and print."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from rtl_tracker.domain.pengaturan import AgregasiRealisasi, DasarRealisasi, Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.tindak_lanjut import susun_tindak_lanjut
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.kenaikan_skor import susun_skor
from rtl_tracker.reports.lembar_realisasi import BahanRealisasi, buat_lembar_realisasi

HARI_INI = date(2023, 6, 9)
S = StatusRtl
RUMUS = ('=HYPERLINK("http://jahat.example","klik")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1+1")
PENGATURAN = Pengaturan(nama="Pemerintah Kabupaten Uji & Coba")


def rtl(id_: int, upp_id: int | None, status: S | None, **lain) -> Rtl:
    return Rtl(id_, upp_id, 2022, Periode.S1, Unsur.WAKTU, "", lain.pop("kegiatan", "Melatih petugas"), status=status, **lain)


def buku(daftar: list[Rtl], pengaturan: Pengaturan = PENGATURAN, nama: str = "Kecamatan Satu") -> Workbook:
    upp = [Upp(1, nama, kelompok="Kecamatan"), Upp(2, "Dinas Dua", kelompok="Dinas"), Upp(3, "Badan Arsip")]
    gambaran = susun_tindak_lanjut(2022, upp, daftar, {(1, Periode.S1): date(2022, 7, 5)}, HARI_INI)
    skor = {t.upp.id: susun_skor(t, pengaturan.dasar_realisasi, HARI_INI) for t in gambaran.upp}
    alamat = {r.id: f"http://localhost/rtl/{r.id}" for r in daftar}
    isi = buat_lembar_realisasi(BahanRealisasi(pengaturan, gambaran, skor, tuple(daftar), alamat))
    return load_workbook(BytesIO(isi))


def kepala(lembar: Worksheet) -> int:
    """Row of the column heads."""
    return int(str(lembar.auto_filter.ref).split(":")[0][1:])


def tabel(lembar: Worksheet) -> list[dict[str, object]]:
    """The rows below the head by column."""
    baris = list(lembar.iter_rows(min_row=kepala(lembar), values_only=True))
    return [dict(zip(map(str, baris[0]), satu, strict=True)) for satu in baris[1:]]


@pytest.fixture
def isi() -> list[Rtl]:
    saat = datetime(2022, 9, 1, 3, tzinfo=UTC)
    return [
        rtl(11, 1, S.TERVERIFIKASI, bukti=("https://a.id/foto", "Daftar hadir.pdf"), dilapor_pada=saat, diverifikasi_pada=saat,
            pemverifikasi="Inspektur Uji"),
        *[rtl(n, 1, S.SELESAI) for n in (12, 13)],
        rtl(14, 1, S.BERJALAN, tenggat=date(2023, 5, 10)),
        rtl(15, 2, None),
        rtl(16, None, S.SELESAI),
    ]  # fmt: skip


def test_the_workbook_has_the_five_sheets_each_with_its_title_block(isi: list[Rtl]):
    hasil = buku(isi)
    assert hasil.sheetnames == ["Instansi", "Per UPP", "Per kelompok", "Per periode", "RTL"]
    for lembar in hasil.worksheets:
        assert [lembar.cell(n, 1).value for n in range(1, 5)] == [
            "Persentase tindak lanjut RTL tahun 2022",
            "Pemerintah Kabupaten Uji & Coba",
            "Keadaan pada 9 Juni 2023",
            "Angka resmi: realisasi yang dilaporkan, rata-rata unit. Persentase dibulatkan dua desimal, setengah ke atas.",
        ]


def test_the_title_block_names_the_declared_basis(isi: list[Rtl]):
    lain = replace(PENGATURAN, dasar_realisasi=DasarRealisasi.TERVERIFIKASI, agregasi_realisasi=AgregasiRealisasi.GABUNGAN)
    assert "yang terverifikasi, gabungan seluruh RTL" in str(buku(isi, lain)["RTL"]["A4"].value)


def test_percentages_are_numbers_that_excel_prints_with_its_own_decimal_sign(isi: list[Rtl]):
    lembar = buku([*isi, *[rtl(n, 2, S.SELESAI) for n in (17, 18)]])["Per UPP"]
    satu, dua = tabel(lembar)[:2]
    assert (satu["Dilaporkan (%)"], satu["Terverifikasi (%)"]) == (75, 25)
    assert Decimal(str(dua["Dilaporkan (%)"])) == Decimal("66.67")
    sel = lembar.cell(kepala(lembar) + 2, 3)
    assert (sel.data_type, sel.number_format) == ("n", "0.00")


def test_a_missing_percentage_says_why_and_is_not_zero(isi: list[Rtl]):
    baris = tabel(buku(isi)["Per UPP"])
    assert [b["Dilaporkan (%)"] for b in baris] == [75, "belum dilaporkan", "belum ada RTL"]
    assert [b["Skor PEKPPP realisasi"] for b in baris] == [3, "tidak diketahui", 0]
    assert baris[0]["Yang menaikkan skor realisasi"] == "Selesaikan 1 RTL lagi (4 dari 4) untuk mencapai 100 % dan skor 5."


def test_groups_show_the_mean_and_the_pooled_figure(isi: list[Rtl]):
    kelompok = {b["Kelompok"]: b for b in tabel(buku(isi)["Per kelompok"])}
    assert list(kelompok) == ["Kecamatan", "Dinas", "Lainnya"]
    assert kelompok["Dinas"]["Dilaporkan, gabungan (%)"] == "belum dilaporkan"
    (semester,) = tabel(buku(isi)["Per periode"])
    assert (semester["Periode"], semester["UPP dihitung"], semester["Direncanakan"]) == ("Semester I", 1, 5)
    assert semester["Terlambat 1–30 hari"] == 1


def test_the_instansi_lists_both_bases_the_bands_and_the_silent_units(isi: list[Rtl]):
    nilai = {b["Uraian"]: (b["Nilai"], b["Keterangan"]) for b in tabel(buku(isi)["Instansi"])}
    assert nilai["Realisasi resmi (%)"][0] == nilai["Dilaporkan, rata-rata unit (%)"][0] == 75
    assert nilai["Terverifikasi, gabungan RTL (%)"] == (25, "1 dari 4 RTL")
    assert nilai["Unit belum dilaporkan"] == (1, "Dinas Dua")
    assert nilai["Unit belum ada RTL"] == (1, "Badan Arsip")
    assert nilai["Terlama (hari)"][0] == 30
    assert nilai["RTL instansi sendiri"][0] == 1


def test_every_rtl_is_a_row_with_dates_bukti_verifier_and_the_way_to_its_page(isi: list[Rtl]):
    lembar = buku(isi)["RTL"]
    baris = tabel(lembar)
    assert [b["No. RTL"] for b in baris] == [11, 12, 13, 14, 15, 16]
    assert baris[0]["Bukti"] == "https://a.id/foto\nDaftar hadir.pdf"
    assert (baris[0]["Banyak bukti"], baris[0]["Pemverifikasi"]) == (2, "Inspektur Uji")
    assert baris[0]["Dilaporkan pada"] == datetime(2022, 9, 1)
    assert (baris[3]["Hari lewat tenggat"], baris[3]["Tenggat"]) == (30, datetime(2023, 5, 10))
    assert [b["Keadaan"] for b in baris[3:5]] == ["berjalan", "belum berstatus"]
    assert baris[5]["Unit"] == "Instansi"
    assert lembar.cell(kepala(lembar) + 1, 1).hyperlink.target == "http://localhost/rtl/11"


@pytest.mark.parametrize("teks", RUMUS)
def test_nothing_that_was_typed_becomes_a_formula(teks: str):
    hasil = buku([rtl(1, 1, S.SELESAI, kegiatan=teks, uraian=teks, bukti=(teks,))], replace(PENGATURAN, nama=teks), nama=teks)
    sel = [s for lembar in hasil.worksheets for baris in lembar.iter_rows() for s in baris if s.value is not None]
    assert not [s.coordinate for s in sel if s.data_type == "f"]
    berisi = [s for s in sel if s.value == teks]
    assert len(berisi) >= 6
    assert all(s.data_type == "s" and s.quotePrefix for s in berisi)


def test_control_characters_do_not_stop_the_file():
    (baris,) = tabel(buku([rtl(1, 1, S.SELESAI, kegiatan="Melatih\x0b petugas\x00")])["RTL"])
    assert baris["Rencana"] == "Melatih petugas"


def test_every_sheet_freezes_filters_and_prints_its_head_landscape_on_one_width(isi: list[Rtl]):
    for lembar in buku(isi).worksheets:
        baris = kepala(lembar)
        assert lembar.freeze_panes == f"B{baris + 1}"
        assert str(lembar.auto_filter.ref).endswith(str(lembar.max_row))
        assert lembar.print_title_rows == f"${baris}:${baris}"
        assert lembar.page_setup.orientation == "landscape"
        assert lembar.sheet_properties.pageSetUpPr.fitToPage
        assert lembar.page_setup.fitToHeight == 0


def test_made_up_rows_are_marked(isi: list[Rtl]):
    hasil = buku([*isi, rtl(17, 1, S.SELESAI, data_contoh=True)])
    assert hasil["Instansi"]["A5"].value == "Memuat data contoh: 1 RTL."
    assert [b["Catatan"] for b in tabel(hasil["RTL"])] == [None] * 6 + ["data contoh"]
    assert tabel(hasil["Per UPP"])[0]["Catatan"] == "data contoh"


def test_a_year_without_rtl_makes_a_workbook_too():
    hasil = buku([])
    assert tabel(hasil["RTL"]) == []
    assert tabel(hasil["Instansi"])[0]["Nilai"] == "belum ada RTL"
