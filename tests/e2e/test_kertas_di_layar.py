"""An officer keys in paper by the keyboard alone, and imports a file: with a script and without, on a desk and on a telephone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import Engine, text

from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import buat_engine, session_tulis
from tests.e2e.orang import Server, kabar
from tests.e2e.test_aksesibilitas import LIHAT
from tests.spreadsheets import ekspor_buatan as ekspor
from tests.spreadsheets.pembuat_berkas import UNSUR

KINI = datetime.now(UTC).astimezone()
ALAMAT = f"/unit/1/{KINI.year}/TAHUNAN/survei"
ISI = f"SELECT jenis_kelamin, usia, umum, {', '.join(UNSUR)}, saran FROM jawaban WHERE saluran = :saluran AND id > :awal ORDER BY id"


@dataclass(frozen=True)
class Berjalan:
    """A server whose present year is open, so that the survey of the first unit runs. `awal`: what was there before the test."""

    server: Server
    engine: Engine
    awal: int

    def tersimpan(self, saluran: str = "kertas") -> list[tuple[Any, ...]]:
        """What came in during the test."""
        with self.engine.connect() as koneksi:
            return [tuple(b) for b in koneksi.execute(text(ISI), {"saluran": saluran, "awal": self.awal})]


@pytest.fixture
def berjalan(server_sendiri: Callable[[], Server]) -> Iterator[Berjalan]:
    """The server of one test."""
    server = server_sendiri()
    engine = buat_engine(server.basis_data)
    with session_tulis(engine) as session:
        simpan_pengaturan(session, KINI.year, {})
        awal = session.execute(text("SELECT coalesce(max(id), 0) FROM jawaban")).scalar_one()
    yield Berjalan(server, engine, awal)
    engine.dispose()


def ketik(page: Page, tombol: str, saran: str = "") -> None:
    """Type a whole sheet: six keys about the respondent and the service, nine answers, a suggestion, Enter."""
    expect(page.get_by_label("Jenis kelamin")).to_be_focused()
    page.keyboard.type(tombol)
    expect(page.locator("#saran")).to_be_focused()
    page.keyboard.type(saran)
    page.keyboard.press("Enter")
    expect(kabar(page)).to_have_text("Lembar tersimpan.")
    expect(page.locator("#saran")).to_have_value("")


def test_three_sheets_are_keyed_in_by_the_keyboard_alone(buka: Callable[..., Page], berjalan: Berjalan):
    page = buka("organisasi", di=berjalan.server)
    page.goto(f"{ALAMAT}/kertas")
    ketik(page, "1342" + "1" + "4" + "334433443", "Loket lama")
    ketik(page, "2" + "0-" + " " + "2" + "3" + "44444444" + "4")
    expect(page.get_by_text("dijawab dengan angka yang sama")).to_be_visible()
    page.keyboard.type("1")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Secara keseluruhan")).to_be_focused()
    page.keyboard.type("9x")
    expect(page.get_by_text("Tekan 1 sampai 4; spasi, 0, atau - bila tidak dijawab.")).to_be_visible()
    page.keyboard.type("1" + "123412341" + "Dua")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("baris")
    page.keyboard.press("Enter")
    expect(kabar(page)).to_have_text("Lembar tersimpan.")
    expect(page.locator(".kertas-digit")).to_have_text(["123412341", "444444444", "334433443"])
    assert berjalan.tersimpan() == [
        ("Laki-laki", "26-35", 4, 3, 3, 4, 4, 3, 3, 4, 4, 3, "Loket lama"),
        ("Perempuan", None, 3, *[4] * 9, ""),
        ("Perempuan", None, 1, 1, 2, 3, 4, 1, 2, 3, 4, 1, "Dua\nbaris"),
    ]


def test_a_double_enter_and_the_way_back_store_a_sheet_once(buka: Callable[..., Page], berjalan: Berjalan):
    page = buka("organisasi", di=berjalan.server)
    page.goto(f"{ALAMAT}/kertas")
    expect(page.get_by_label("Jenis kelamin")).to_be_focused()
    page.keyboard.type("1342143344334")
    page.evaluate("() => { const f = document.querySelector('form[data-kertas]'); f.requestSubmit(); f.requestSubmit(); }")
    expect(kabar(page)).to_have_text("Lembar tersimpan.")
    page.go_back()
    page.get_by_role("button", name="Simpan, lembar berikutnya").click()
    page.wait_for_load_state()
    assert len(berjalan.tersimpan()) == 1


@pytest.mark.parametrize("lebar", [1280, 360])
def test_without_a_script_a_sheet_is_a_plain_form(buka: Callable[..., Page], berjalan: Berjalan, lebar: int):
    page = buka("organisasi", di=berjalan.server, lebar=lebar, javascript=False)
    page.goto(f"{ALAMAT}/kertas")
    expect(page.get_by_label("Jenis kelamin")).to_be_focused()
    for tombol in "134214334433443":
        page.keyboard.type(tombol)
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(kabar(page)).to_have_text("Lembar tersimpan.")
    page.get_by_role("link", name="Perbaiki").click()
    page.get_by_label("Seberapa cepat urusan Anda").fill("1")
    page.get_by_role("button", name="Simpan perbaikan").click()
    expect(kabar(page)).to_have_text("Perbaikan tersimpan.")
    assert berjalan.tersimpan() == [("Laki-laki", "26-35", 4, 3, 3, 1, 4, 3, 3, 4, 4, 3, "")]


@pytest.mark.parametrize("javascript", [True, False])
def test_an_export_with_words_comes_in_by_three_clicks(buka: Callable[..., Page], berjalan: Berjalan, javascript: bool):
    page = buka("organisasi", di=berjalan.server, javascript=javascript)
    page.goto(f"{ALAMAT}/impor")
    kepala, *baris = ekspor.formulir_daring()
    hari = (KINI - timedelta(days=1)).date().isoformat()
    isi = ekspor.csv_bita([kepala, *[[hari, *satu[1:]] for satu in baris]])
    page.get_by_label("Berkas jawaban").set_input_files({"name": "formulir.csv", "mimeType": "text/csv", "buffer": isi})
    page.get_by_role("button", name="Buka berkas").click()
    expect(page.get_by_text("Kolom data pribadi sudah dibuang")).to_contain_text("Nama Lengkap")
    page.get_by_role("button", name="Periksa berkas").first.click()
    page.get_by_role("button", name="Simpan 3 kuesioner").click()
    expect(kabar(page)).to_have_text("3 kuesioner dari formulir.csv tersimpan.")
    assert len(berjalan.tersimpan("impor")) == 3


def test_the_pages_with_their_forms_are_accessible(chromium: Browser, buka: Callable[..., Page], berjalan: Berjalan):
    page = buka("organisasi", di=berjalan.server)
    page.add_init_script(AXE_SCRIPT)

    def periksa() -> None:
        for lebar in (1280, 360):
            page.set_viewport_size({"width": lebar, "height": 800})
            assert page.evaluate(LIHAT) == [[], False], page.url
        page.set_viewport_size({"width": 1280, "height": 800})

    page.goto(f"{ALAMAT}/kertas")
    periksa()
    page.get_by_label("Penyandang").fill("2")
    page.get_by_label("Tanggal pengisian").fill("2001-01-01")
    page.get_by_role("button", name="Simpan, lembar berikutnya").click()
    expect(page.get_by_role("alert")).to_be_visible()
    periksa()
    page.goto(f"{ALAMAT}/impor")
    isi = ekspor.csv_bita(
        [["Tanggal", "Nama " + "a" * 80, *[f"U{i}" for i in range(1, 10)]], ["1/2/2026", "x", "Lumayan", *[4] * 8]]
    )
    page.get_by_label("Berkas jawaban").set_input_files({"name": "a" * 80 + ".csv", "mimeType": "text/csv", "buffer": isi})
    page.get_by_role("button", name="Buka berkas").click()
    periksa()
    page.get_by_role("button", name="Periksa berkas").first.click()
    expect(page.get_by_role("alert")).to_be_visible()
    periksa()
    page.get_by_label("U8 penanganan pengaduan").check()
    page.get_by_label("Lumayan").select_option("2")
    page.get_by_label("Hari dahulu").check()
    page.get_by_role("button", name="Periksa berkas").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Periksa berkas jawaban")
    periksa()
    page.get_by_role("button", name="Simpan").click()
    periksa()
