"""What a person does with the pages, in a real browser against a real server."""

import re
import shutil
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.langkah import perintah_json
from tests.e2e.orang import Server, isi_masuk, masuk_dengan_sandi_pertama

LEBAR = (1280, 360)
PENYUSUNAN_MS = 120_000


def _tanpa_geser(page: Page) -> None:
    """No page-wide horizontal scrolling."""
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("lebar", LEBAR)
def test_from_the_front_page_to_a_unit_and_back(buka: Callable[..., Page], lebar: int):
    page = buka(lebar=lebar)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Indeks Kepuasan Masyarakat Tahun 2021")
    expect(page.locator(".angka-besar")).to_have_text("83,38")
    _tanpa_geser(page)
    page.get_by_role("link", name="Kecamatan Bengkayang", exact=True).click()
    expect(page.locator(".angka-besar")).to_have_text("86,03")
    _tanpa_geser(page)
    page.get_by_role("link", name="IKM 2021").first.click()
    expect(page.locator(".angka-besar")).to_have_text("83,38")


@pytest.mark.parametrize("lebar", LEBAR)
def test_searching_the_recap(buka: Callable[..., Page], lebar: int):
    page = buka(lebar=lebar)
    page.goto("/")
    page.get_by_label("Cari nama").fill("ledo")
    page.get_by_role("button", name="Terapkan").click()
    expect(page.locator("#tabel-rekap tbody th a")).to_have_text(["Kecamatan Ledo", "Kecamatan Sanggau Ledo"])
    expect(page.locator(".cacah")).to_have_text("Menampilkan 2 dari 17 UPP.")
    page.get_by_label("Urutkan menurut").select_option("IKM")
    page.get_by_label("Arah").select_option("Naik")
    page.get_by_role("button", name="Terapkan").click()
    expect(page.locator("#tabel-rekap tbody th a")).to_have_text(["Kecamatan Sanggau Ledo", "Kecamatan Ledo"])
    _tanpa_geser(page)


def test_every_chart_is_drawn_and_shown(buka: Callable[..., Page]):
    page = buka()
    page.goto("/")
    gambar = page.locator("img.grafik")
    assert gambar.count() >= 5
    for i in range(gambar.count()):
        gambar.nth(i).scroll_into_view_if_needed()
        batas = time.monotonic() + 20
        while not gambar.nth(i).evaluate("g => g.complete && g.naturalWidth > 0"):
            assert time.monotonic() < batas
            page.wait_for_timeout(100)


@pytest.mark.parametrize("lebar", LEBAR)
def test_the_report_from_the_button_to_the_file(buka: Callable[..., Page], tmp_path: Path, lebar: int):
    page = buka(lebar=lebar)
    page.goto("/")
    page.get_by_role("link", name="Susun dan sahkan dokumen").click()
    page.locator("#tahunan").get_by_role("button", name=re.compile("Susun")).click()
    expect(page.get_by_role("progressbar", name="Dokumen sedang disusun")).to_be_visible()
    _tanpa_geser(page)
    page.goto("/")
    page.get_by_role("link", name="Lihat kemajuan").click()
    tautan = page.get_by_role("link", name=re.compile("Unduh Word"))
    expect(tautan).to_be_visible(timeout=PENYUSUNAN_MS)
    with page.expect_download() as unduhan:
        tautan.click()
    unduhan.value.save_as(tmp_path / "laporan.docx")
    assert unduhan.value.suggested_filename == "laporan-skm-tahunan-2021.docx"
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "laporan.docx").namelist()
    assert page.get_by_role("link", name=re.compile("Unduh PDF")).count() == bool(shutil.which("soffice"))
    _tanpa_geser(page)


def test_without_javascript_the_progress_page_turns_into_the_download_by_itself(buka: Callable[..., Page]):
    page = buka(javascript=False)
    page.goto("/")
    page.get_by_role("link", name="Susun dan sahkan dokumen").click()
    page.locator("#tahunan").get_by_role("button", name=re.compile("Susun")).click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Unduh Word"))).to_be_visible(timeout=PENYUSUNAN_MS)


def test_the_first_tab_leads_past_the_head_and_shows_where_it_is(buka: Callable[..., Page]):
    page = buka()
    page.goto("/")
    page.keyboard.press("Tab")
    lompat = page.get_by_role("link", name="Langsung ke isi")
    expect(lompat).to_be_focused()
    expect(lompat).to_be_in_viewport()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("lebar", LEBAR)
def test_an_empty_database_shows_the_next_step_from_the_first_account_on(
    buka: Callable[..., Page], jalankan: Callable[..., Server], tmp_path: Path, lebar: int
):
    server = jalankan(tmp_path)
    page = buka(None, server, lebar)
    page.goto("/")
    expect(page.get_by_text("rtl-tracker pengguna tambah")).to_be_visible()
    _tanpa_geser(page)
    akun = perintah_json(server, "pengguna", "tambah", "budi", "--nama", "Budi", "--peran", "organisasi")
    server.sandi["budi"] = akun["sandi"]
    page.reload()
    expect(page.get_by_text("rtl-tracker pengguna tambah")).to_have_count(0)
    masuk_dengan_sandi_pertama(page, server, "budi")
    expect(page.get_by_text("rtl-tracker impor buku-kerja-skm.xlsx")).to_be_visible()
    _tanpa_geser(page)
    page.get_by_role("link", name="Papan status").click()
    expect(page.get_by_role("button", name="Buka tahun")).to_be_visible()
    _tanpa_geser(page)


def test_what_an_account_may_not_open_is_not_in_its_menu_and_leads_back_after_the_log_in(
    buka: Callable[..., Page], server: Server
):
    page = buka("operator")
    page.goto("/")
    expect(page.get_by_role("navigation", name="Menu utama").get_by_role("link")).to_have_text(
        ["Unit saya", "Survei", "Dokumen", "Pemeriksaan", "Periksa laporan lama"]
    )
    page.goto("/papan")
    expect(page.get_by_role("heading", level=1)).to_have_text("Akses ditolak")
    page.goto("/unit/2")
    expect(page.get_by_role("heading", level=1)).to_have_text("Halaman tidak ditemukan")
    asing = buka(None)
    asing.goto("/unit/1/2021/TAHUNAN")
    expect(asing.get_by_role("heading", level=1)).to_have_text("Masuk")
    isi_masuk(asing, "operator", "sandi yang keliru")
    expect(asing.get_by_role("alert")).to_contain_text("Nama masuk atau sandi")
    isi_masuk(asing, "operator", server.sandi["operator"])
    expect(asing.get_by_role("heading", level=1)).to_have_text("Kecamatan Bengkayang: Tahunan 2021")
    asing.get_by_role("button", name="Keluar").click()
    expect(asing.locator("main")).to_contain_text("Anda sudah keluar.")
    asing.go_back()
    asing.reload()
    expect(asing.get_by_role("heading", level=1)).to_have_text("Masuk")


def test_a_report_cut_off_by_a_killed_server_is_finished_after_the_restart(
    buka: Callable[..., Page], jalankan: Callable[..., Server], server_sendiri: Callable[[], Server]
):
    pertama = server_sendiri()
    page = buka("organisasi", pertama)
    page.goto("/tahun/2021/dokumen")
    page.locator("#tahunan").get_by_role("button", name=re.compile("Susun")).click()
    expect(page.locator("#langkah")).not_to_have_text("Menunggu giliran", timeout=20_000)
    alamat = page.url.removeprefix(pertama.alamat)
    page.goto("about:blank")
    pertama.proses.kill()
    pertama.proses.wait()
    page.goto(jalankan(pertama.folder).alamat + alamat)
    expect(page.get_by_role("link", name=re.compile("Unduh Word"))).to_be_visible(timeout=2 * PENYUSUNAN_MS)
