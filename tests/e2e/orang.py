"""People in front of a browser: how they log in, and what their browser complains about."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Response, expect

SANDI_SENDIRI = "empat kata yang {nama} ingat"
BAHASA = "id-ID"
GAGAL_MEMUAT = "Failed to load resource"


@dataclass
class Server:
    """A running server: address, process, data folder; the present password and the log-in of every account."""

    alamat: str
    proses: subprocess.Popen[str]
    folder: Path
    sandi: dict[str, str] = field(default_factory=dict)
    masuk: dict[str, Any] = field(default_factory=dict)

    @property
    def basis_data(self) -> str:
        """The address of the database."""
        return f"sqlite:///{self.folder / 'rtl-tracker.db'}"


class Catatan:
    """What browsers write to their consoles: a refused style or script, an error of a script.

    That a page itself was answered with 4xx is noted there too; the test that asked for it looks at the page.
    """

    def __init__(self) -> None:
        """Nothing yet."""
        self.pesan: list[str] = []
        self._ditolak: set[str] = set()

    def ikuti(self, page: Page) -> Page:
        """Listen to this page."""
        page.on("console", self._tulis)
        page.on("pageerror", lambda galat: self.pesan.append(str(galat)))
        page.on("response", self._dijawab)
        return page

    def _tulis(self, pesan: ConsoleMessage) -> None:
        if not (pesan.text.startswith(GAGAL_MEMUAT) and pesan.location["url"] in self._ditolak):
            self.pesan.append(f"{pesan.location['url']}: {pesan.text}")

    def _dijawab(self, jawaban: Response) -> None:
        if jawaban.request.is_navigation_request() and 400 <= jawaban.status < 500:
            self._ditolak.add(jawaban.url)


def kabar(page: Page) -> Locator:
    """What the program says about the act just done."""
    return page.locator("main > .pesan-jadi[role=status]")


def isi_masuk(page: Page, nama: str, sandi: str) -> None:
    """Fill in the log-in form that the page shows, and send it."""
    page.get_by_label("Nama masuk").fill(nama)
    page.get_by_label("Sandi", exact=True).fill(sandi)
    page.get_by_role("button", name="Masuk", exact=True).click()


def isi_sandi(page: Page, lama: str, baru: str) -> None:
    """Fill in the form for a new password, and send it."""
    page.get_by_label("Sandi lama").fill(lama)
    page.get_by_label("Sandi baru", exact=True).fill(baru)
    page.get_by_label("Sandi baru sekali lagi").fill(baru)
    page.get_by_role("button", name="Simpan sandi").click()


def masuk_pertama_kali(chromium: Browser, server: Server, nama: str) -> Any:
    """The log-in of this account on this server. The first time: through the form, with the change of password that is owed."""
    if nama not in server.masuk:
        konteks = chromium.new_context(base_url=server.alamat)
        page = konteks.new_page()
        page.goto("/")
        masuk_dengan_sandi_pertama(page, server, nama)
        server.masuk[nama] = konteks.storage_state()
        konteks.close()
    return server.masuk[nama]


def masuk_dengan_sandi_pertama(page: Page, server: Server, nama: str) -> None:
    """Log in with the one-time password and choose an own one."""
    baru = SANDI_SENDIRI.format(nama=nama)
    isi_masuk(page, nama, server.sandi[nama])
    expect(page.get_by_role("heading", level=1)).to_have_text("Buat sandi sendiri")
    isi_sandi(page, server.sandi[nama], baru)
    expect(kabar(page)).to_contain_text("Sandi sudah diganti.")
    server.sandi[nama] = baru
