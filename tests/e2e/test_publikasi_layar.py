"""The pages of published results as citizens and other sites see them: axe-core, a phone, a keyboard, no script, a frame elsewhere."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser
from sqlalchemy import text

from rtl_tracker.storage.session import buat_engine, session_tulis
from tests.e2e.orang import BAHASA, Server
from tests.e2e.semua_halaman import TAHUN, Alamat
from tests.e2e.test_aksesibilitas import Pengunjung
from tests.usecases.isi_publikasi import terbitkan

HALAMAN, SEMATAN = f"/publikasi/{TAHUN}", f"/publikasi/{TAHUN}/sematan"
NAMA_SULIT = 'Dinas "Kelautan" & <Perikanan> serta Pengelolaan Prasarana Perhubungan Wilayah Timur'


@pytest.fixture(scope="module")
def situs(
    demo: tuple[Path, dict[str, str]], jalankan: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory
) -> Server:
    """A server of its own on a copy of the demo of which the year is published, with a hard name among its units."""
    folder, sandi = demo
    satu = jalankan(shutil.copytree(folder, tmp_path_factory.mktemp("publik") / "data"), sandi)
    engine = buat_engine(satu.basis_data)
    with session_tulis(engine) as session:
        session.execute(text("UPDATE upp SET nama = :nama WHERE id = 9"), {"nama": NAMA_SULIT})
    terbitkan(engine, TAHUN, now=datetime.now(UTC))
    engine.dispose()
    return satu


@contextmanager
def _situs_lain(html: str) -> Iterator[str]:
    """A site of somebody else on this computer: another name, another port."""

    class Penjawab(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Penjawab)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


JALUR = ("/publikasi", HALAMAN, f"{HALAMAN}/1", f"{HALAMAN}/9", f"{HALAMAN}/13", "/publikasi/2022", f"{HALAMAN}?cari=tidak+ada")


@pytest.mark.parametrize("jalur", JALUR)
def test_every_public_page_is_accessible_on_a_desktop_and_on_a_phone(chromium: Browser, situs: Server, jalur: str):
    pengunjung = Pengunjung(chromium, situs, None)
    for k in pengunjung.kunjungi(Alamat("publikasi", jalur)):
        assert (k.status, k.axe, k.geser, k.tab, k.tanpa_fokus, k.tanpa_tombol, k.inggris) == (
            200,
            [],
            False,
            "lompat",
            [],
            [],
            [],
        )
    assert pengunjung.konteks.cookies() == []
    pengunjung.tutup()
    assert pengunjung.catatan.pesan == []


@pytest.mark.parametrize("jalur", [SEMATAN, f"{HALAMAN}/9/sematan", f"{HALAMAN}/13/sematan"])
def test_the_small_page_is_accessible_and_fits_into_280_points(chromium: Browser, situs: Server, jalur: str):
    pengunjung = Pengunjung(chromium, situs, None)
    for k in pengunjung.kunjungi(Alamat("sematan", jalur)):
        assert (k.status, k.axe, k.geser, k.tanpa_fokus, k.inggris) == (200, [], False, [], [])
    pengunjung.page.set_viewport_size({"width": 280, "height": 250})
    assert pengunjung.page.evaluate("document.scrollingElement.scrollWidth") <= 280
    pengunjung.tutup()
    assert pengunjung.catatan.pesan == []


def test_the_code_of_the_page_shows_the_small_page_inside_another_site(chromium: Browser, situs: Server):
    konteks = chromium.new_context(locale=BAHASA)
    page = konteks.new_page()
    page.goto(f"{situs.alamat}{HALAMAN}/9")
    page.get_by_text("Pasang pada situs lain").click()
    kode = page.get_by_label("Salin kode ini").input_value().replace("http://127.0.0.1:8000", situs.alamat)
    with _situs_lain(f"<!doctype html><title>Lain</title>{kode}") as alamat:
        page.goto(alamat)
        page.frame_locator("iframe").locator(".ikm").wait_for()
        isi = page.frames[1].evaluate("document.scrollingElement.scrollHeight")
        assert isi <= int(page.locator("iframe").get_attribute("height") or 0)
    bingkai = page.frame_locator("iframe")
    assert NAMA_SULIT in (page.locator("iframe").get_attribute("title") or "")
    assert "Indeks Kepuasan Masyarakat" in bingkai.locator("h1").inner_text()
    assert bingkai.locator(".ikm").inner_text() == "74,70"
    konteks.close()


def test_search_and_order_work_without_a_script(chromium: Browser, situs: Server):
    konteks = chromium.new_context(base_url=situs.alamat, locale=BAHASA, java_script_enabled=False)
    page = konteks.new_page()
    page.goto(HALAMAN)
    page.get_by_label("Urutkan").select_option("ikm")
    page.get_by_role("button", name="Tampilkan").click()
    assert page.locator("table.unit tbody th a").first.inner_text() == "Kecamatan Ledo"
    page.get_by_label("Cari nama unit").fill("kelautan")
    page.get_by_role("button", name="Tampilkan").click()
    assert page.locator("table.unit tbody th a").all_inner_texts() == [NAMA_SULIT]
    konteks.close()
