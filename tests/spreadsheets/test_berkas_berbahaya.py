"""Files that are no workbook, or that would harm the one who opens them."""

import struct
import subprocess
import sys
import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from rtl_tracker.spreadsheets.baca import baca_buku_kerja
from tests.spreadsheets.pembuat_berkas import (
    DIKENAL,
    LEMBAR_AKHIR,
    LEMBAR_AWAL,
    bagian_paket,
    baris_tangan,
    galat,
    lembar_tangan,
    sel_teks,
    tulis_paket,
)

AKAR = Path(__file__).parents[2]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BARIS_SAH = baris_tangan(2, '<c r="C2"><v>87.5</v></c>')
DALAM_BATAS = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
from rtl_tracker.spreadsheets.baca import baca_buku_kerja
from tests.spreadsheets.pembuat_berkas import DIKENAL
hasil = baca_buku_kerja(Path(sys.argv[1]), 2023, None, DIKENAL)
print([m.kalimat for m in hasil.masalah if m.tingkat == "galat"])
print(len(hasil.buku.hasil) if hasil.buku else -1)
puncak = next(baris for baris in open("/proc/self/status") if baris.startswith("VmHWM"))
print(int(puncak.split()[1]) // 1024)
"""


def _baca(path, **pilihan):
    return baca_buku_kerja(path, 2023, None, DIKENAL, **pilihan)


def _penolakan(path, **pilihan):
    """The one sentence with which the whole file is refused."""
    hasil = _baca(path, **pilihan)
    assert hasil.buku is None
    assert [m.lembar for m in hasil.masalah] == ["berkas"]
    return hasil.masalah[0].kalimat


def _di_proses_lain(path):
    """(refusals, rows, peak memory in MB) of reading in a process that may use 3 GB and may be killed."""
    hasil = subprocess.run([sys.executable, "-c", DALAM_BATAS, str(path)], cwd=AKAR, capture_output=True, text=True, check=True)
    kalimat, baris, memori = hasil.stdout.splitlines()
    return kalimat, int(baris), int(memori)


def _paket(tmp_path, isi_lembar, **lain):
    return tulis_paket(tmp_path / "buku.xlsx", bagian_paket(isi_lembar) | lain)


def test_the_smallest_hand_made_workbook_is_read(tmp_path):
    hasil = _baca(_paket(tmp_path, lembar_tangan(BARIS_SAH)))
    assert galat(hasil) == []
    assert str(hasil.buku.hasil[0].ikm_tercetak) == "87.5"


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert "tidak ditemukan" in _penolakan(tmp_path / "tiada.xlsx")


@pytest.mark.parametrize(
    ("isi", "kata"),
    [(b"", "rusak"), (b"halo", "rusak"), (b"<table><tr><td>upp</td></tr></table>", "rusak"), (b"PK\x03\x04" + bytes(50), "rusak"),
     (OLE + bytes(600), ".xls"), (OLE + bytes(64) + "EncryptedPackage".encode("utf-16-le"), "sandi")],
)  # fmt: skip
def test_a_file_that_is_no_workbook_is_refused_with_what_it_is(tmp_path, isi, kata):
    path = tmp_path / "buku.xlsx"
    path.write_bytes(isi)
    assert kata in _penolakan(path)


@pytest.mark.parametrize(
    ("bagian", "kata"),
    [({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, ".ods"), ({"xl/workbook.bin": b"x"}, ".xlsb"),
     ({"xl/vbaProject.bin": b"x"}, "makro"), ({"word/document.xml": "<d/>"}, "tidak memuat buku kerja")],
)  # fmt: skip
def test_another_kind_of_package_is_refused_with_what_it_is(tmp_path, bagian, kata):
    assert kata in _penolakan(tulis_paket(tmp_path / "buku.xlsx", bagian))


def test_a_file_over_the_size_limit_is_refused(tmp_path):
    path = tmp_path / "besar.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(2 * 1024 * 1024))
    assert "melebihi batas 1 MB" in _penolakan(path, batas_mb=1)


def test_a_file_that_unpacks_to_more_than_100_times_its_size_is_refused(tmp_path):
    assert "100 kali" in _penolakan(
        _paket(tmp_path, lembar_tangan(BARIS_SAH), **{"xl/media/a.xml": "<a>" + " " * 5_000_000 + "</a>"})
    )


def test_a_member_that_unpacks_to_more_than_it_declares_is_refused(tmp_path):
    path = _paket(
        tmp_path,
        lembar_tangan(BARIS_SAH),
        **{"xl/bom.xml": "<a>" + " " * 200_000 + "</a>", "xl/isi.bin": bytes(range(256)) * 40},
    )
    isi = path.read_bytes()
    benar = struct.pack("<I", 200_007)
    assert isi.count(benar) == 2
    path.write_bytes(isi.replace(benar, struct.pack("<I", 10)))
    assert "100 kali" in _penolakan(path)


def test_a_zip_with_thousands_of_members_is_refused(tmp_path):
    path = tmp_path / "buku.xlsx"
    with ZipFile(path, "w", ZIP_STORED) as arsip:
        for i in range(5001):
            arsip.writestr(f"xl/{i}.xml", "")
    assert "5001 bagian" in _penolakan(path)


def test_a_zip_with_the_same_member_twice_is_refused(tmp_path):
    path = _paket(tmp_path, lembar_tangan(BARIS_SAH))
    with ZipFile(path, "a", ZIP_DEFLATED) as arsip:
        arsip.writestr("XL/workbook.xml", "<workbook/>")
    assert "rusak" in _penolakan(path)


def test_a_directory_that_points_outside_the_file_is_refused(tmp_path):
    path = _paket(tmp_path, lembar_tangan(BARIS_SAH))
    isi = bytearray(path.read_bytes())
    awal_direktori = isi.rfind(b"PK\x05\x06") + 16
    isi[awal_direktori : awal_direktori + 4] = struct.pack("<I", len(isi) * 2)
    path.write_bytes(isi)
    assert "rusak" in _penolakan(path)


@pytest.mark.parametrize("posisi", [0.3, 0.6, 0.9])
def test_a_truncated_or_damaged_file_is_refused_and_never_raises(tmp_path, posisi):
    isi = _paket(tmp_path, lembar_tangan(*[baris_tangan(i, f'<c r="C{i}"><v>87.5</v></c>') for i in range(2, 60)])).read_bytes()
    potong = tmp_path / "potong.xlsx"
    potong.write_bytes(isi[: int(len(isi) * posisi)])
    assert "rusak" in _penolakan(potong)
    rusak = bytearray(isi)
    rusak[int(len(isi) * posisi) : int(len(isi) * posisi) + 8] = b"\xff" * 8
    potong.write_bytes(rusak)
    assert _baca(potong).masalah


@pytest.mark.parametrize(
    "awal",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>',
        "<!DOCTYPE x>",
    ],
)
@pytest.mark.parametrize("bagian", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "docProps/core.xml"])
def test_a_doctype_or_an_entity_in_any_part_is_refused(tmp_path, awal, bagian):
    asli = bagian_paket(lembar_tangan(BARIS_SAH)).get(bagian, "<sst/>")
    assert isinstance(asli, str)
    kepala, tanda, sisa = asli.rpartition("?>")
    kalimat = _penolakan(_paket(tmp_path, lembar_tangan(BARIS_SAH), **{bagian: kepala + tanda + awal + sisa}))
    assert "DOCTYPE" in kalimat or "rusak" in kalimat


def test_a_part_in_utf_16_that_would_hide_a_doctype_is_refused(tmp_path):
    lembar = lembar_tangan(BARIS_SAH).replace("UTF-8", "UTF-16").encode("utf-16")
    assert "rusak" in _penolakan(_paket(tmp_path, lembar))


@pytest.mark.parametrize(
    "sel",
    [
        '<c r="C2"><f>SUM(A1)</f></c>',
        '<c r="C2"><f>SUM(A1)</f><v></v></c>',
        '<c r="C2"><f>A1</f><v/></c>',
        '<x:c r="C2"><x:f>A1</x:f></x:c>',
    ],
)
def test_a_formula_that_was_never_calculated_is_refused_with_its_cell(tmp_path, sel):
    lembar = lembar_tangan(baris_tangan(2, sel)).replace(
        "<worksheet ", '<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    )
    hasil = _baca(_paket(tmp_path, lembar))
    satu = galat(hasil)[0]
    assert (satu.lembar, satu.baris, satu.kolom, satu.nilai) == ("hasil", 2, "IKM", "(rumus)")
    assert "belum dihitung" in satu.kalimat


def test_a_row_of_nothing_but_uncalculated_formulas_below_the_table_is_found(tmp_path):
    sel = "".join(f'<c r="{huruf}9"><f>{huruf}2</f></c>' for huruf in "ABCD")
    hasil = _baca(_paket(tmp_path, lembar_tangan(BARIS_SAH, f'<row r="9">{sel}</row>')))
    assert [(m.baris, m.kolom) for m in galat(hasil)] == [(9, "upp"), (9, "periode"), (9, "IKM")]


def test_a_calculated_formula_is_its_value(tmp_path):
    hasil = _baca(_paket(tmp_path, lembar_tangan(baris_tangan(2, '<c r="C2"><f>80+7.5</f><v>87.5</v></c>'))))
    assert str(hasil.buku.hasil[0].ikm_tercetak) == "87.5"


def test_a_formula_that_gave_an_empty_text_is_a_blank(tmp_path):
    hasil = _baca(_paket(tmp_path, lembar_tangan(baris_tangan(2, '<c r="C2" t="str"><f>""</f><v></v></c>'))))
    assert hasil.buku.hasil[0].ikm_tercetak is None


@pytest.mark.parametrize("nilai", ["#REF!", "#DIV/0!", "#N/A"])
def test_an_error_cell_is_refused_with_its_cell(tmp_path, nilai):
    hasil = _baca(_paket(tmp_path, lembar_tangan(baris_tangan(2, f'<c r="C2" t="e"><v>{nilai}</v></c>'))))
    satu = galat(hasil)[0]
    assert (satu.lembar, satu.baris, satu.kolom, satu.nilai) == ("hasil", 2, "IKM", nilai)


def test_a_cell_that_excel_shows_as_per_cent_is_read_as_shown(tmp_path):
    gaya = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>'
    sel = '<c r="C2" s="1"><v>0.875</v></c>'
    hasil = _baca(_paket(tmp_path, lembar_tangan(baris_tangan(2, sel)), **{"xl/styles.xml": gaya}))
    assert str(hasil.buku.hasil[0].ikm_tercetak) == "87.5"


@pytest.mark.parametrize(
    "sel",
    ['<c r="XFD1048576"><v>1</v></c>', "<c r='XFD1048576'><v>1</v></c>", '<c  r="XFD1048576"><v>1</v></c>', '<c s="1" r="XFD1048576"><v>1</v></c>',
     '<c\nr="XFD1048576"><v>1</v></c>', '<x:c r="XFD1048576"><x:v>1</x:v></x:c>', '<c r="XFD1048576"><f>A1</f></c>'],
)  # fmt: skip
def test_a_single_cell_at_the_far_end_is_refused_before_it_costs_memory(tmp_path, sel):
    lembar = lembar_tangan(BARIS_SAH, f'<row r="1048576">{sel}</row>')
    lembar = lembar.replace("<worksheet ", '<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ')
    kalimat, baris, memori = _di_proses_lain(_paket(tmp_path, lembar))
    assert "10 juta sel" in kalimat
    assert baris == -1
    assert memori < 300


@pytest.mark.parametrize("alamat", ["AAAAAAAA99999999999", "XFE1", "A0", "A9999999", "1A", ""])
def test_an_impossible_cell_address_is_refused_before_the_reader_trusts_it(tmp_path, alamat):
    kalimat, baris, _ = _di_proses_lain(
        _paket(tmp_path, lembar_tangan(BARIS_SAH, f'<row r="3"><c r="{alamat}"><v>1</v></c></row>'))
    )
    assert "tidak sah" in kalimat or "rusak" in kalimat or "10 juta" in kalimat
    assert baris == -1


def test_a_million_empty_styled_rows_under_the_data_are_passed_over_in_little_memory(tmp_path):
    data = [
        f'<row r="{i}">{sel_teks(f"A{i}", "Dinas Sosial")}{sel_teks(f"B{i}", f"TW{i - 1}")}<c r="C{i}"><v>87.5</v></c></row>'
        for i in range(2, 6)
    ]
    kosong = (f'<row r="{i}" s="1"><c r="A{i}" s="1"/></row>' for i in range(6, 1_000_006))
    kalimat, baris, memori = _di_proses_lain(_paket(tmp_path, lembar_tangan(*data, *kosong)))
    assert (kalimat, baris) == ("[]", 4)
    assert memori < 300


def test_cells_without_addresses_are_counted_as_excel_counts_them(tmp_path):
    isi = '<row><c t="inlineStr"><is><t>upp</t></is></c><c t="inlineStr"><is><t>periode</t></is></c><c t="inlineStr"><is><t>IKM</t></is></c></row>'
    data = '<row r="7"><c t="inlineStr"><is><t>Dinsos</t></is></c><c t="inlineStr"><is><t>S1</t></is></c><c t="e"><v>#N/A</v></c></row>'
    hasil = _baca(_paket(tmp_path, LEMBAR_AWAL + isi + data + LEMBAR_AKHIR))
    assert [(m.baris, m.kolom, m.nilai) for m in galat(hasil)] == [(7, "IKM", "#N/A")]


def test_one_long_shared_text_repeated_without_end_is_refused(tmp_path):
    ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    bersama = f'<sst xmlns="{ns}"><si><t>{"x" * 40_000}</t></si></sst>'
    isi = "".join(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c></row>' for i in range(2, 12_000))
    umpan = zlib.compress(b"") + bytes(str(list(range(40_000))), "ascii")
    path = _paket(tmp_path, lembar_tangan(isi), **{"xl/sharedStrings.xml": bersama, "xl/media/umpan.bin": umpan})
    assert "juta karakter" in _penolakan(path)


def test_a_sheet_that_points_nowhere_is_refused(tmp_path):
    bagian = bagian_paket(lembar_tangan(BARIS_SAH))
    del bagian["xl/worksheets/sheet1.xml"]
    assert "rusak" in _penolakan(tulis_paket(tmp_path / "buku.xlsx", bagian))


def test_a_reference_to_a_text_that_does_not_exist_is_refused(tmp_path):
    assert "rusak" in _penolakan(_paket(tmp_path, lembar_tangan(baris_tangan(2, '<c r="C2" t="s"><v>7</v></c>'))))


def test_the_hash_is_that_of_the_content(tmp_path):
    from hashlib import sha256

    path = _paket(tmp_path, lembar_tangan(BARIS_SAH))
    assert _baca(path).sha256 == sha256(path.read_bytes()).hexdigest()
