"""Periksa laporan lama: a workbook in, findings out on screen, as Excel or as Word; nothing is stored, nothing is left behind."""

import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from flask import Flask
from openpyxl import Workbook, load_workbook
from sqlalchemy import Engine

from rtl_tracker.config import Settings
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.reports.dokumen_temuan import KEPALA, PENUTUP
from rtl_tracker.storage.session import session_tulis
from tests.reports.word.isi_dokumen import paragraf_kosong
from tests.reports.word.paket import periksa_paket
from tests.usecases.panggung import isi_semua
from tests.web.akun import masuk_sebagai
from tests.web.halaman import Halaman, Klien

ALAMAT = "/periksa-berkas"
UNSUR = [u.value for u in Unsur]
SULIT = 'Dinas "A" & <B>'
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HASIL: list[list[Any]] = [
    ["upp", "periode", *UNSUR, "ikm_tercetak", "kategori_tercetak", "jumlah_responden"],
    [SULIT, "Semester 1 2021", *["3.20"] * 9, "80.00", "B (Baik)", 40],
    ["=1+1 Kantor", "Semester 1 2021", *["3.20"] * 9, "91.12", "C (Kurang Baik)", 40],
]


@pytest.fixture(autouse=True)
def folder_sementara(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which temporary files are made: empty again after every test."""
    app.config["WTF_CSRF_ENABLED"] = False
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def buku(hasil: Sequence[Sequence[Any]] = HASIL) -> bytes:
    kerja = Workbook()
    lembar = kerja.worksheets[0]
    lembar.title = "hasil"
    for nomor, baris in enumerate(hasil, 1):
        for kolom, nilai in enumerate(baris, 1):
            sel = lembar.cell(nomor, kolom, nilai)
            if isinstance(nilai, str):
                sel.data_type = "s"
    upp = kerja.create_sheet("upp")
    upp.append(["nama"])
    for nama in dict.fromkeys(b[0] for b in hasil[1:]):
        upp.cell(upp.max_row + 1, 1, nama).data_type = "s"
    keluar = BytesIO()
    kerja.save(keluar)
    return keluar.getvalue()


def _buku_tertib() -> bytes:
    """One unit whose index follows from its unsur, with plans for its lowest three."""
    nilai = ["3.10", "3.15", "3.05", "3.60", "3.20", "3.30", "3.35", "3.40", "3.45"]
    rencana = (
        ("persyaratan", "Menyusun 1 lembar syarat"),
        ("prosedur", "Memasang 2 papan alur"),
        ("waktu", "Menambah 1 loket"),
    )
    lembar: dict[str, list[list[Any]]] = {
        "instansi": [["kunci", "nilai"], ["bobot", "0.111"]],
        "upp": [["nama", "frekuensi"], ["Dinas A", "tahunan"]],
        "hasil": [HASIL[0], ["Dinas A", "Tahunan", *nilai, "82.14", "B (Baik)", 40]],
        "rtl": [
            ["upp", "periode", "unsur", "kegiatan", "indikator", "tenggat", "penanggung_jawab"],
            *(["Dinas A", "Tahunan", *satu, "1 dokumen", "2022-06-30", "Sekretaris"] for satu in rencana),
        ],
    }
    kerja = Workbook()
    kerja.remove(kerja.worksheets[0])
    for nama, baris in lembar.items():
        satu = kerja.create_sheet(nama)
        for isi in baris:
            satu.append(isi)
    keluar = BytesIO()
    kerja.save(keluar)
    return keluar.getvalue()


def kirim(klien: Klien, isi: bytes | None, nama: str = "Laporan <2021>.xlsx", **lain: str) -> Any:
    data: dict[str, Any] = dict(lain)
    if isi is not None:
        data["berkas"] = (BytesIO(isi), nama)
    return klien.mentah.post(ALAMAT, data=data, content_type="multipart/form-data")


def halaman(klien: Klien, isi: bytes | None, status: int = 200, **lain: str) -> Halaman:
    return klien.periksa(ALAMAT, kirim(klien, isi, **lain), status)


def isi_basis_data(db: Engine) -> Any:
    with session_tulis(db) as session:
        return isi_semua(session)


@pytest.mark.parametrize("peran", Peran)
def test_every_account_examines_a_workbook_and_nothing_is_stored(app: Flask, db: Engine, folder_sementara: Path, peran: Peran):
    klien = masuk_sebagai(app, db, peran)
    klien.buka(ALAMAT)
    sebelum = isi_basis_data(db)
    jawaban = halaman(klien, buku())
    teks = jawaban.teks()
    assert "Hasil pemeriksaan Laporan <2021>.xlsx, tahun 2021" in teks
    assert "IKM-03 Kategori tidak sesuai IKM" in teks
    assert "=1+1 Kantor" in [h.text for h in jawaban.semua("h2")]
    assert "Jelaskan" not in teks
    assert isi_basis_data(db) == sebelum
    assert list(folder_sementara.iterdir()) == []


def test_nobody_without_an_account_examines_anything(klien_asing: Klien, db: Engine):
    assert klien_asing.mentah.get(ALAMAT).status_code == 303
    assert kirim(klien_asing, buku()).status_code == 303


def test_a_sound_workbook_says_what_the_silence_means(klien: Klien):
    teks = halaman(klien, _buku_tertib(), tahun="2021").teks()
    assert "Tidak ada temuan." in teks
    assert "bukan bahwa setiap isinya benar" in teks
    word = docx.Document(BytesIO(kirim(klien, _buku_tertib(), tahun="2021", bentuk="word").data))
    assert "Tidak ada temuan." in [p.text for p in word.paragraphs]
    assert word.tables == []


def test_the_findings_come_as_excel_in_which_nothing_is_a_formula(klien: Klien, db: Engine, folder_sementara: Path):
    sebelum = isi_basis_data(db)
    jawaban = kirim(klien, buku(), bentuk="excel")
    assert jawaban.headers["Content-Disposition"] == "attachment; filename=pemeriksaan-2021.xlsx"
    lembar = load_workbook(BytesIO(jawaban.data))["Temuan"]
    isi = [[sel.value for sel in baris] for baris in lembar.iter_rows()]
    assert isi[0][0] == "Hasil pemeriksaan laporan tahun 2021"
    assert str(isi[1][0]).startswith("Buku kerja Laporan <2021>.xlsx, diperiksa pada ")
    assert ["IKM-03", "galat", "=1+1 Kantor"] in [b[:3] for b in isi]
    assert not [sel for b in lembar.iter_rows() for sel in b if sel.data_type == "f"]
    assert isi_basis_data(db) == sebelum
    assert list(folder_sementara.iterdir()) == []


def test_the_findings_come_as_a_word_list_unit_by_unit(klien: Klien, folder_sementara: Path):
    jawaban = kirim(klien, buku(), bentuk="word")
    assert jawaban.headers["Content-Disposition"] == "attachment; filename=pemeriksaan-2021.docx"
    assert periksa_paket(jawaban.data) == []
    assert kirim(klien, buku(), bentuk="word").data == jawaban.data
    word = docx.Document(BytesIO(jawaban.data))
    assert word.core_properties.language == "id-ID"
    assert {x.get(f"{W}val") for x in word.styles.element.iter(f"{W}lang")} == {"id-ID"}
    assert (round(word.sections[0].page_width.mm), round(word.sections[0].page_height.mm)) == (297, 210)
    assert [p.text for p in word.paragraphs if p.style.name == "Title"] == ["Hasil pemeriksaan laporan tahun 2021"]
    assert "=1+1 Kantor" in [p.text for p in word.paragraphs if p.style.name == "Heading 1"]
    assert word.paragraphs[-1].text == PENUTUP
    assert paragraf_kosong(word.element) == []
    for tabel in word.tables:
        assert tuple(c.text for c in tabel.rows[0].cells) == KEPALA
        assert tabel.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
        assert all(r._tr.trPr.find(f"{W}cantSplit") is not None for r in tabel.rows)
    sel = [c.text for t in word.tables for r in t.rows[1:] for c in r.cells]
    assert "IKM-03 (galat)\nKategori tidak sesuai IKM" in sel
    assert list(folder_sementara.iterdir()) == []


def test_hard_names_stay_text_on_every_way_out(klien: Klien):
    hasil = [HASIL[0], [SULIT, "Semester 1 2021", *["3.20"] * 9, "91.12", "C (Kurang Baik)", 40]]
    assert SULIT in [h.text for h in halaman(klien, buku(hasil)).semua("h2")]
    lembar = load_workbook(BytesIO(kirim(klien, buku(hasil), bentuk="excel").data))["Temuan"]
    assert SULIT in [baris[2].value for baris in lembar.iter_rows()]
    word = docx.Document(BytesIO(kirim(klien, buku(hasil), bentuk="word").data))
    assert SULIT in [p.text for p in word.paragraphs]


def test_a_year_that_was_typed_is_used_and_one_that_is_none_is_refused(klien: Klien):
    tanpa = [HASIL[0], *([b[0], "S1", *b[2:]] for b in HASIL[1:])]
    assert "Tahun berkas ini tidak diketahui" in halaman(klien, buku(tanpa), 422).teks()
    assert "tahun 2019" in halaman(klien, buku(tanpa), tahun=" 2019 ").teks()
    for salah in ("19", "dua ribu", "20190", "²⁰¹⁹"):
        jawaban = halaman(klien, buku(tanpa), 422, tahun=salah)
        assert "Tuliskan tahun empat angka antara 2000 dan 2100" in jawaban.teks()
        assert jawaban.menurut_id("tahun").get("value") == salah


def test_numbered_unsur_need_the_order_that_the_form_asks_for(klien: Klien):
    bernomor = [["upp", "periode", *[f"U{i}" for i in range(1, 10)], *HASIL[0][11:]], *HASIL[1:]]
    assert "urutan U8 dan U9 belum dinyatakan" in halaman(klien, buku(bernomor), 422).teks()
    assert "IKM-03" in halaman(klien, buku(bernomor), urutan="kuesioner").teks()
    assert "Pilih salah satu yang tersedia." in halaman(klien, buku(), 422, urutan="lain").teks()
    assert "Pilih salah satu yang tersedia." in halaman(klien, buku(), 422, bentuk="pdf").teks()


@pytest.mark.parametrize(
    ("isi", "nama"),
    [
        (b"bukan buku kerja", "a.xlsx"),
        (b"", "kosong.xlsx"),
        (b"%PDF-1.7\n", "laporan.pdf"),
        (b"PK\x03\x04rusak", "../../b.xlsx"),
    ],
    ids=["teks", "kosong", "pdf", "zip rusak"],
)
def test_a_file_that_is_no_workbook_gives_a_sentence_and_keeps_the_form(
    klien: Klien, db: Engine, folder_sementara: Path, isi: bytes, nama: str
):
    sebelum = isi_basis_data(db)
    for tahun in ("", "2021"):
        jawaban = klien.periksa(ALAMAT, kirim(klien, isi, nama, tahun=tahun, bentuk="word"), 422)
        assert jawaban.teks(jawaban.menurut_id("berkas-galat")).endswith(".")
        assert "Tahun berkas ini tidak diketahui" not in jawaban.teks()
        assert jawaban.menurut_id("tahun").get("value") == tahun
        assert [i.get("value") for i in jawaban.semua("input") if i.get("checked") is not None] == ["word"]
    assert isi_basis_data(db) == sebelum
    assert list(folder_sementara.iterdir()) == []


def test_a_workbook_without_results_and_no_file_at_all_are_told_apart(klien: Klien, folder_sementara: Path):
    assert "tidak memuat hasil SKM" in halaman(klien, buku(HASIL[:1]), 422, tahun="2021").teks()
    assert "Pilih berkas buku kerja lebih dahulu." in halaman(klien, None, 422).teks()
    assert list(folder_sementara.iterdir()) == []


def test_a_file_over_the_limit_is_refused(klien: Klien, settings: Settings, folder_sementara: Path):
    besar = b"x" * (settings.max_upload_mb * 1_000_000 + 600_000)
    assert kirim(klien, besar).status_code == 413
    assert f"Paling besar {settings.max_upload_mb} MB" in klien.buka(ALAMAT).teks()
    assert list(folder_sementara.iterdir()) == []


def test_a_failure_in_the_middle_leaves_no_file_behind(
    app: Flask, klien: Klien, folder_sementara: Path, monkeypatch: pytest.MonkeyPatch
):
    def gagal(berkas: Path, *_lain: object) -> None:
        assert berkas.suffix == ".xlsx"
        assert berkas.read_bytes() == buku_terkirim
        raise RuntimeError("listrik padam")

    buku_terkirim = buku()
    monkeypatch.setattr("rtl_tracker.usecases.pemeriksaan.periksa_berkas", gagal)
    assert kirim(klien, buku_terkirim).status_code == 500
    assert list(folder_sementara.iterdir()) == []
