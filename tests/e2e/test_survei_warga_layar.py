"""The survey in a real browser: without JavaScript, at 360 px, by keyboard, with axe on every screen, and as a kiosk."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import buat_engine, session_tulis
from rtl_tracker.storage.upp_repository import id_layanan
from tests.e2e.langkah import tab_ke
from tests.e2e.langkah_survei import hitungan, jawab, kirim, tekan_kirim
from tests.e2e.orang import BAHASA, GAGAL_MEMUAT, Catatan, Server
from tests.e2e.test_aksesibilitas import KE_AWAL, LIHAT, RABA
from tests.web.halaman import INGGRIS

UNIT, UNIT_LAYANAN, TERTUTUP = 2, 1, 3
NAMA_LAYANAN = ('Akta "lahir" & <kematian> untuk warga yang tinggal di luar wilayah kabupaten kota ini', "Kartu keluarga")


@pytest.fixture(scope="module")
def server_survei(
    demo: tuple[Path, dict[str, str]], jalankan: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory
) -> Server:
    """The demo with this year opened, so that surveys are open today; one unit has layanan, one has paused its survey."""
    folder = shutil.copytree(demo[0], tmp_path_factory.mktemp("survei") / "data")
    engine = buat_engine(f"sqlite:///{folder / 'rtl-tracker.db'}")
    with session_tulis(engine) as session:
        simpan_pengaturan(session, date.today().year, {"nama": "Pemerintah Kabupaten Bengkayang"})
        id_layanan(session, {(UNIT_LAYANAN, nama) for nama in NAMA_LAYANAN})
    engine.dispose()
    return jalankan(folder, demo[1])


@pytest.fixture
def telepon(chromium: Browser, server_survei: Server) -> Iterator[Callable[..., Page]]:
    """Open the survey in a browser of a citizen; its console must stay empty but for pages that a test makes unreachable."""
    konteks, catatan = [], Catatan()

    def buka(lebar: int = 360, javascript: bool = True, jam: bool = False) -> Page:
        baru = chromium.new_context(
            viewport={"width": lebar, "height": 740},
            base_url=server_survei.alamat,
            locale=BAHASA,
            java_script_enabled=javascript,
        )
        konteks.append(baru)
        page = catatan.ikuti(baru.new_page())
        if jam:
            page.clock.install()
        return page

    yield buka
    for satu in konteks:
        satu.close()
    assert [pesan for pesan in catatan.pesan if not ("/survei/" in pesan and GAGAL_MEMUAT in pesan)] == []


def jawaban(server: Server) -> list[sqlite3.Row]:
    """The stored questionnaires."""
    with closing(sqlite3.connect(server.folder / "rtl-tracker.db")) as koneksi:
        koneksi.row_factory = sqlite3.Row
        return koneksi.execute("SELECT * FROM jawaban ORDER BY id").fetchall()


def test_the_whole_survey_works_without_javascript_and_going_back_keeps_the_answers(
    telepon: Callable[..., Page], server_survei: Server
):
    sebelum = len(jawaban(server_survei))
    page = telepon(javascript=False)
    page.goto("/survei")
    page.get_by_label("Cari nama unit atau layanan").fill("kartu")
    page.get_by_role("button", name="Cari").click()
    page.get_by_role("link", name="Kartu keluarga").click()
    page.get_by_role("button", name="Mulai").click()
    page.get_by_label("36–45 tahun").check()
    page.get_by_role("button", name="Lanjut").click()
    for nomor in range(4):
        jawab(page, nomor, nomor % 4 + 1)
    page.go_back()
    page.go_back()
    expect(page.locator("label[for=kemajuan]")).to_have_text("Pertanyaan 2 dari 9")
    expect(page.get_by_role("button", name="jawaban Anda")).to_have_text("Mudah jawaban Anda")
    for nomor in range(2, 10):
        jawab(page, nomor, 4)
    page.get_by_label("Saran atau keluhan").fill("Kursi tunggu kurang.")
    page.get_by_role("button", name="Kembali").click()
    page.get_by_role("link", name="Ke bagian akhir").click()
    expect(page.get_by_label("Saran atau keluhan")).to_have_value("Kursi tunggu kurang.")
    kirim(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tidak ada survei yang sedang diisi")
    baru = jawaban(server_survei)[sebelum:]
    assert [(b["usia"], b["umum"], b["persyaratan"], b["prosedur"], b["waktu"], b["saran"]) for b in baru] == [
        ("36-45", 1, 2, 4, 4, "Kursi tunggu kurang.")
    ]


def test_the_whole_survey_works_with_the_keyboard_alone(telepon: Callable[..., Page], server_survei: Server):
    sebelum = len(jawaban(server_survei))
    page = telepon(1280)
    page.goto(f"/survei/{UNIT_LAYANAN}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    tab_ke(page, page.locator("input[name=layanan]").first)
    page.keyboard.press("ArrowDown")
    tab_ke(page, page.get_by_role("button", name="Mulai"))
    page.keyboard.press("Enter")
    tab_ke(page, page.locator("#usia-1"))
    page.keyboard.press("ArrowDown")
    tab_ke(page, page.get_by_role("button", name="Lanjut"))
    page.keyboard.press("Enter")
    for nomor in range(10):
        expect(page.locator("label[for=kemajuan]")).to_have_text(f"Pertanyaan {nomor} dari 9" if nomor else "Penilaian umum")
        tab_ke(page, page.locator("button[name=nilai]").nth(2))
        page.keyboard.press("Enter")
    tab_ke(page, page.get_by_label("Saran atau keluhan"))
    page.keyboard.type("Dengan papan ketik")
    page.locator("[name=situs]").fill("x", force=True)
    tab_ke(page, page.get_by_role("button", name="Kirim"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Berapa")).to_be_focused()
    page.keyboard.type(hitungan(page))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Terima kasih")
    assert [(b["usia"], b["umum"], b["saran"]) for b in jawaban(server_survei)[sebelum:]] == [
        ("19-25", 3, "Dengan papan ketik")
    ]


def test_a_double_tap_answers_one_question_and_sends_one_questionnaire(telepon: Callable[..., Page], server_survei: Server):
    sebelum = len(jawaban(server_survei))
    page = telepon()
    page.goto(f"/survei/{UNIT}")
    page.get_by_role("button", name="Mulai").dblclick()
    page.get_by_role("button", name="Lewati bagian ini").click()
    expect(page.locator("label[for=kemajuan]")).to_have_text("Penilaian umum")
    kotak = page.locator("button[name=nilai]").first.bounding_box()
    assert kotak is not None
    page.wait_for_timeout(400)
    page.mouse.click(kotak["x"] + 30, kotak["y"] + 20)
    expect(page.locator("label[for=kemajuan]")).to_have_text("Pertanyaan 1 dari 9")
    page.mouse.click(kotak["x"] + 30, kotak["y"] + 20)
    page.wait_for_timeout(100)
    expect(page.locator("label[for=kemajuan]")).to_have_text("Pertanyaan 1 dari 9")
    for nomor in range(1, 10):
        jawab(page, nomor, 2)
    tekan_kirim(page)
    page.get_by_label("Berapa").fill(hitungan(page))
    page.get_by_role("button", name="Kirim").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Terima kasih")
    assert len(jawaban(server_survei)) == sebelum + 1


@dataclass(frozen=True)
class Layar:
    """One screen of the way and what was found on it."""

    nama: str
    axe: list[str]
    geser: bool
    tab: str
    tanpa_fokus: list[str]
    tanpa_tombol: list[str]
    inggris: list[str]


class Pemeriksa:
    """Looks at every screen of a way as the walk through the officers' pages does."""

    def __init__(self, page: Page, lebar: tuple[int, ...]) -> None:
        """`lebar`: the widths."""
        self.page, self.lebar, self.layar = page, lebar, [*()]

    def lihat(self, nama: str) -> None:
        """Look at the screen that is open now, then leave it as it was."""
        self.page.evaluate(AXE_SCRIPT)
        for lebar in self.lebar:
            self.page.set_viewport_size({"width": lebar, "height": 740})
            axe, geser = self.page.evaluate(LIHAT)
            self.page.evaluate(KE_AWAL)
            self.page.keyboard.press("Tab")
            *raba, teks = self.page.evaluate(RABA)
            self.layar.append(Layar(f"{nama} ({lebar})", axe, geser, *raba, INGGRIS.findall(teks)))

    def salah(self) -> list[Any]:
        """The screens on which something is wrong."""
        bersih = ([], False, "lompat", [], [], [])
        return [s for s in self.layar if (s.axe, s.geser, s.tab, s.tanpa_fokus, s.tanpa_tombol, s.inggris) != bersih]


@pytest.mark.parametrize("kios", [False, True], ids=["telepon", "kios"])
def test_every_screen_is_accessible_and_fits_a_telephone(telepon: Callable[..., Page], server_survei: Server, kios: bool):
    page = telepon()
    mata = Pemeriksa(page, (360, 1280))
    akhir = "/kios" if kios else ""
    layanan = 1 if kios else 2
    for nama, alamat in (
        ("tutup", f"/survei/{TERTUTUP}{akhir}"), ("pintu", f"/survei/{UNIT}{akhir}"),
        ("pintu layanan", f"/survei/{UNIT_LAYANAN}/{layanan}{akhir}"), ("tidak ada", f"/survei/999{akhir}"),
        ("daftar", "/survei"), ("hasil cari", "/survei?q=kartu"), ("cari tanpa hasil", "/survei?q=zzz"),
        ("pilih layanan", f"/survei/{UNIT_LAYANAN}{akhir}"),
    ):  # fmt: skip
        page.goto(alamat)
        mata.lihat(nama)
    if kios:
        page.get_by_role("button", name="Kartu keluarga").click()
    else:
        page.goto(f"/survei/{UNIT_LAYANAN}/isi/1")
        mata.lihat("tanpa draf")
        page.goto(f"/survei/{UNIT_LAYANAN}/2")
        page.get_by_role("button", name="Mulai").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tentang Anda")
    mata.lihat("data")
    page.get_by_role("button", name="Lanjut").click()
    for nomor in range(10):
        expect(page.locator("label[for=kemajuan]")).to_have_text(f"Pertanyaan {nomor} dari 9" if nomor else "Penilaian umum")
        mata.lihat(f"pertanyaan {nomor}")
        if nomor == 4:
            page.get_by_role("button", name="Lewati pertanyaan ini").click()
        else:
            jawab(page, nomor, 3)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ada saran untuk kami?")
    mata.lihat("saran")
    page.get_by_role("button", name="Isi pertanyaan 4").click()
    expect(page.locator("label[for=kemajuan]")).to_have_text("Pertanyaan 4 dari 9")
    jawab(page, 4, 1)
    page.get_by_role("link", name="Kembali").click()
    mata.lihat("terjawab")
    page.get_by_role("link", name="Ke bagian akhir").click()
    tekan_kirim(page)
    expect(page.get_by_label("Berapa")).to_be_visible()
    mata.lihat("hitungan")
    kirim(page)
    mata.lihat("terima kasih")
    assert len(mata.layar) == 2 * (23 if kios else 24)
    assert mata.salah() == []


# kiosk


def di_kios(page: Page) -> Page:
    page.goto(f"/survei/{UNIT}/kios")
    page.get_by_role("button", name="Mulai").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tentang Anda")
    return page


def test_a_kiosk_without_javascript_returns_by_itself_after_the_thanks(telepon: Callable[..., Page], server_survei: Server):
    sebelum = len(jawaban(server_survei))
    page = di_kios(telepon(1280, javascript=False))
    page.get_by_role("button", name="Lewati bagian ini").click()
    for nomor in range(10):
        jawab(page, nomor, 4)
    kirim(page)
    expect(page.get_by_role("button", name="Mulai")).to_be_visible(timeout=15_000)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Ada saran untuk kami?")
    assert [b["saluran"] for b in jawaban(server_survei)[sebelum:]] == ["kios"]


def test_a_kiosk_stays_one_document_so_that_full_screen_lasts_and_back_shows_nothing(
    telepon: Callable[..., Page], server_survei: Server
):
    page = telepon(1280)
    page.goto(f"/survei/{UNIT}/kios")
    page.get_by_role("button", name="Layar penuh").click()
    page.wait_for_function("document.fullscreenElement !== null")
    page.get_by_role("button", name="Mulai").click()
    page.get_by_label("26–35 tahun").check()
    page.get_by_role("button", name="Lanjut").click()
    for nomor in range(10):
        jawab(page, nomor, 3)
    page.get_by_label("Saran atau keluhan").fill("Dari kios")
    kirim(page)
    assert page.evaluate("document.fullscreenElement !== null")
    assert page.url.endswith(f"/survei/{UNIT}/kios")
    assert jawaban(server_survei)[-1]["saran"] == "Dari kios"
    page.get_by_role("link", name="Kembali ke awal sekarang").click()
    expect(page.get_by_role("button", name="Mulai")).to_be_visible()
    assert page.evaluate("history.length") <= 2


def test_a_kiosk_that_nobody_touches_warns_and_then_forgets(telepon: Callable[..., Page], server_survei: Server):
    page = di_kios(telepon(1280, jam=True))
    page.get_by_label("26–35 tahun").check()
    page.clock.run_for(95_000)
    expect(page.get_by_role("dialog")).not_to_be_visible()
    page.clock.run_for(8_000)
    expect(page.get_by_role("dialog", name="Masih mengisi?")).to_be_visible()
    expect(page.get_by_text("Halaman kembali ke awal dalam")).to_be_visible()
    page.evaluate(AXE_SCRIPT)
    assert page.evaluate(LIHAT)[0] == []
    page.get_by_role("button", name="Masih mengisi").click()
    expect(page.get_by_role("dialog")).not_to_be_visible()
    page.clock.run_for(95_000)
    expect(page.get_by_label("26–35 tahun")).to_be_checked()
    page.clock.run_for(30_000)
    expect(page.get_by_role("button", name="Mulai")).to_be_visible()
    page.get_by_role("button", name="Mulai").click()
    expect(page.get_by_label("26–35 tahun")).not_to_be_checked()


def test_a_kiosk_bears_the_loss_of_the_network_and_still_forgets(telepon: Callable[..., Page], server_survei: Server):
    page = di_kios(telepon(1280, jam=True))
    page.get_by_label("26–35 tahun").check()
    terputus = lambda jalan: jalan.abort()  # noqa: E731
    page.route("**/survei/**", terputus)
    page.get_by_role("button", name="Lanjut").click()
    expect(page.get_by_role("alert")).to_contain_text("Sambungan terputus")
    page.unroute("**/survei/**", terputus)
    page.get_by_role("button", name="Lanjut").click()
    expect(page.locator("label[for=kemajuan]")).to_have_text("Penilaian umum")
    page.route("**/survei/**", terputus)
    page.clock.run_for(130_000)
    expect(page.get_by_role("alert")).to_contain_text("tampil sendiri setelah tersambung lagi")
    expect(page.locator("button[name=nilai]")).to_have_count(0)
    page.unroute("**/survei/**", terputus)
    page.clock.run_for(20_000)
    expect(page.get_by_role("button", name="Mulai")).to_be_visible()
