"""Steps that a person does with the pages, as far as several stories tell of them."""

import json
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfWriter

from tests.e2e.orang import Server, kabar

GPS, GPS_LINTANG_ACUAN, GPS_LINTANG = 0x8825, 1, 2
PALING_BANYAK_TAB = 80


def tab_ke(page: Page, tujuan: Locator) -> None:
    """Press Tab until the focus is there."""
    for _ in range(PALING_BANYAK_TAB):
        page.keyboard.press("Tab")
        if tujuan.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"{tujuan} is not reached by Tab")


def isi_hasil(page: Page, nilai: Mapping[str, str], responden: str) -> None:
    """On the page of a dossier: open the form, type the nine values and the number of respondents, store them."""
    page.get_by_role("link", name="Isi hasil").click()
    for unsur, teks in nilai.items():
        page.get_by_label(unsur, exact=True).fill(teks)
    page.get_by_label("Jumlah responden", exact=True).fill(responden)
    page.get_by_role("button", name="Simpan hasil").click()
    expect(kabar(page)).to_contain_text("Hasil tersimpan.")


def tulis_rtl(page: Page, isi: Mapping[str, str]) -> None:
    """On the form of a plan: type and store it."""
    for label, teks in isi.items():
        page.get_by_label(label).fill(teks)
    page.get_by_role("button", name="Simpan RTL").click()


def pasangan(page: Page, di: str = "main") -> dict[str, str]:
    """Terms and descriptions of the lists below this place; of a term that is there twice the first."""
    isi: list[list[str]] = page.locator(f"{di} dt").evaluate_all(
        "daftar => daftar.map(dt => [dt.innerText.trim(), dt.nextElementSibling.innerText.replaceAll('\\u00a0', ' ').trim()])"
    )
    return dict(reversed(isi))


def persen_unit(page: Page, alamat: str) -> tuple[str, str]:
    """The two percentages on the front page of a unit: dilaporkan, terverifikasi."""
    page.goto(alamat)
    isi = pasangan(page, "section[aria-labelledby=judul-realisasi]")
    return isi["Dilaporkan"], isi["Terverifikasi"]


def riwayat(page: Page) -> list[str]:
    """What happened, newest first."""
    return page.locator("section[aria-labelledby=judul-riwayat] li strong").all_inner_texts()


def foto_ber_gps() -> bytes:
    """A photo as a telephone takes it, with the place where it was taken."""
    gambar, isi = Image.new("RGB", (1800, 1200), "#4a7"), BytesIO()
    exif = gambar.getexif()
    exif.get_ifd(GPS).update({GPS_LINTANG_ACUAN: "N", GPS_LINTANG: (0.0, 49.0, 30.0)})
    exif[GPS] = exif.get_ifd(GPS)
    gambar.save(isi, "JPEG", exif=exif)
    return isi.getvalue()


def ber_gps(isi: bytes) -> bool:
    """Whether a picture says where it was taken."""
    return bool(Image.open(BytesIO(isi)).getexif().get_ifd(GPS))


def pdf() -> bytes:
    """A PDF of one empty page."""
    penulis, isi = PdfWriter(), BytesIO()
    penulis.add_blank_page(595, 842)
    penulis.write(isi)
    return isi.getvalue()


def perintah(server: Server, *argumen: str) -> subprocess.CompletedProcess[str]:
    """Run the program on the data folder of a server."""
    return subprocess.run(
        [sys.executable, "-m", "rtl_tracker.cli", *argumen], cwd=Path(__file__).parents[2],
        env={"RTL_DATA_DIR": str(server.folder), "PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def perintah_json(server: Server, *argumen: str) -> Any:
    """What a command says as JSON."""
    hasil = perintah(server, *argumen, "--json")
    assert hasil.returncode == 0, hasil.stderr
    return json.loads(hasil.stdout)
