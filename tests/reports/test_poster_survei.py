"""Posters and stickers: the right paper, names whole, the address in letters, and a code that holds exactly that address."""

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import segno
from PIL import Image
from pypdf import PdfReader

from rtl_tracker.reports.poster_survei.cetak import cetak_poster
from rtl_tracker.reports.poster_survei.kertas import muatkan, muatkan_sebaris
from rtl_tracker.reports.poster_survei.lukis import JANJI
from rtl_tracker.reports.poster_survei.model import BentukPoster, Poster
from tests.conftest import tanpa

ALAMAT = "https://skm.kabupatencontoh.go.id/survei/12/345"
UNIT = "Unit Pelaksana Teknis Daerah Pengelolaan Prasarana Perhubungan Wilayah & <Timur>"
LAYANAN = 'Pelayanan surat "keterangan" pindah datang antarkabupaten bagi penduduk <baru> &'
SATU = Poster("Pemerintah Kabupaten Uji & Coba", UNIT, ALAMAT, LAYANAN)
DPI = 200
MM_PER_TITIK = 25.4 / 72


def logo() -> bytes:
    """A green square."""
    tampung = BytesIO()
    Image.new("RGB", (300, 300), "#00a060").save(tampung, "PNG")
    return tampung.getvalue()


def halaman(isi: bytes) -> PdfReader:
    return PdfReader(BytesIO(isi))


def polos(teks: str) -> str:
    """Text without the places where lines break."""
    return "".join(teks.split())


def gambar(isi: bytes, tmp_path: Path) -> np.ndarray:
    """The first page as a reader draws it, in grey."""
    if shutil.which("pdftoppm") is None:
        tanpa("pdftoppm", "poppler-utils")
    (tmp_path / "poster.pdf").write_bytes(isi)
    perintah = ["pdftoppm", "-r", str(DPI), "-gray", "-singlefile", "-png", "poster.pdf", "hasil"]
    subprocess.run(perintah, cwd=tmp_path, check=True)
    return np.asarray(Image.open(tmp_path / "hasil.png").convert("L"))


def kode_terbaca(titik: np.ndarray, modul: int) -> list[list[int]]:
    """The modules of the code within a picture, each read at its middle."""
    gelap = titik < 40
    baris, kolom = np.flatnonzero(gelap.any(axis=1)), np.flatnonzero(gelap.any(axis=0))
    atas, kiri = baris[0], kolom[0]
    sisi_tegak, sisi_datar = (baris[-1] - atas + 1) / modul, (kolom[-1] - kiri + 1) / modul
    return [
        [int(gelap[int(atas + (b + 0.5) * sisi_tegak), int(kiri + (k + 0.5) * sisi_datar)]) for k in range(modul)]
        for b in range(modul)
    ]


@pytest.mark.parametrize(("bentuk", "mm"), [("a4", (210, 297)), ("a5", (148, 210)), ("stiker", (210, 297))])
def test_every_shape_has_the_size_of_its_paper(bentuk: str, mm: tuple[int, int]):
    kotak = halaman(cetak_poster([SATU], BentukPoster(bentuk), "Poster")).pages[0].mediabox
    assert (round(float(kotak.width) * MM_PER_TITIK, 1), round(float(kotak.height) * MM_PER_TITIK, 1)) == mm


@pytest.mark.parametrize("bentuk", BentukPoster)
def test_long_names_and_the_address_stand_there_whole(bentuk: BentukPoster):
    teks = polos(halaman(cetak_poster([SATU], bentuk, "Poster")).pages[0].extract_text())
    kali = 12 if bentuk is BentukPoster.STIKER else 1
    assert [teks.count(polos(satu)) for satu in (LAYANAN, UNIT, ALAMAT)] == [kali] * 3
    assert "…" not in teks


def test_the_poster_says_what_it_is_and_promises_that_nobody_is_named():
    teks = polos(halaman(cetak_poster([SATU], BentukPoster.A4, "Poster")).pages[0].extract_text())
    assert polos(SATU.instansi) in teks
    assert polos("survei kepuasan masyarakat") in teks
    assert polos(JANJI) in teks


@pytest.mark.parametrize("bentuk", [BentukPoster.A4, BentukPoster.A5])
def test_the_code_holds_the_address_with_the_highest_correction(bentuk: BentukPoster, tmp_path: Path):
    qr = segno.make_qr(ALAMAT, error="h")
    assert qr.error == "H"
    titik = gambar(cetak_poster([SATU], bentuk, "Poster"), tmp_path)
    tinggi, lebar = titik.shape
    tengah = titik[int(tinggi * 0.34) : int(tinggi * 0.80), int(lebar * 0.15) : int(lebar * 0.85)]
    assert kode_terbaca(tengah, len(qr.matrix)) == [list(b) for b in qr.matrix]


def test_a_code_on_a_sticker_is_large_enough_and_has_its_quiet_zone(tmp_path: Path):
    qr = segno.make_qr(ALAMAT, error="h")
    titik = gambar(cetak_poster([SATU], BentukPoster.STIKER, "Stiker"), tmp_path)
    mm = DPI / 25.4
    stiker = titik[int(4.5 * mm) : int(76 * mm), int(7.5 * mm) : int(70.5 * mm)]
    gelap = stiker < 10
    baris = np.flatnonzero(gelap.sum(axis=1) > 6 * mm)
    kolom = np.flatnonzero(gelap[baris[0] : baris[-1]].any(axis=0))
    sisi = (kolom[-1] - kolom[0]) / mm
    assert sisi >= 30
    modul = sisi / len(qr.matrix)
    assert min(kolom[0], stiker.shape[1] - kolom[-1]) / mm >= 4 * modul
    assert kode_terbaca(stiker[baris[0] : baris[-1] + 1, kolom[0] : kolom[-1] + 1], len(qr.matrix)) == [
        list(b) for b in qr.matrix
    ]


def test_many_posters_are_one_file_of_a_page_each():
    lain = Poster(SATU.instansi, "Kecamatan Satu", "https://contoh.go.id/survei/1")
    pdf = halaman(cetak_poster([SATU, lain], BentukPoster.A4, "Semua layanan"))
    assert [("Kecamatan Satu" in h.extract_text()) for h in pdf.pages] == [False, True]
    assert pdf.metadata.title == "Semua layanan"


def test_the_logo_is_on_the_poster_and_the_same_poster_gives_the_same_bytes():
    dengan = Poster("Pemkab", "Kecamatan Satu", ALAMAT, logo=logo())
    satu, dua = (cetak_poster([dengan], BentukPoster.A4, "Poster") for _ in range(2))
    assert satu == dua
    assert len(halaman(satu).pages[0].images) == 1
    assert not halaman(cetak_poster([SATU], BentukPoster.A4, "Poster")).pages[0].images


def test_text_is_text_in_fonts_that_travel_with_the_file():
    huruf = halaman(cetak_poster([SATU], BentukPoster.A4, "Poster")).pages[0]["/Resources"]["/Font"]
    for satu in huruf.values():
        turunan = satu.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in turunan["/FontDescriptor"].get_object()


def test_a_text_becomes_smaller_before_it_is_broken_or_cut():
    assert muatkan("Pendek", 100, 20, 8, 2).ukuran == 20
    panjang = muatkan(UNIT, 60, 20, 6, 3)
    assert 6 <= panjang.ukuran < 20
    assert " ".join(panjang.baris) == UNIT
    assert muatkan("x" * 400, 60, 10, 8, 2).baris[-1].endswith("…")
    assert muatkan("Nama… dengan tanda", 100, 20, 8, 2).ukuran == 20
    assert len(muatkan_sebaris(ALAMAT, 60, 16, 4).baris) == 1
    assert len(muatkan_sebaris(ALAMAT * 3, 60, 16, 8).baris) == 2


def test_asking_for_a_poster_loads_no_drawing_library_before_it_is_drawn():
    kode = "import sys, rtl_tracker.usecases.cetak_survei; print(sorted({'matplotlib', 'numpy', 'docx', 'segno'} & set(sys.modules)))"
    hasil = subprocess.run(
        [sys.executable, "-c", kode], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert hasil.stdout.strip() == "[]"
