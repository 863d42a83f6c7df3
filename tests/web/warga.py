"""A citizen with a browser without JavaScript: reads the page, fills in its form, taps one of its buttons."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from sqlalchemy import Engine, text

from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import id_layanan
from tests.web.halaman import Halaman, Klien

TAHUN = date.today().year
AKHIR = "Kirim"


def buka_survei(db: Engine, tahun: int = TAHUN, **perubahan: str) -> None:
    """Open the year in which the tests run, so that by the default calendar a survey is open today."""
    with session_tulis(db) as session:
        simpan_pengaturan(session, tahun, {"nama": "Pemerintah Kabupaten Uji & Coba", **perubahan})


def beri_layanan(db: Engine, upp_id: int, *nama: str) -> list[int]:
    """Layanan of the unit by these names; returns their ids in this order."""
    with session_tulis(db) as session:
        semua = id_layanan(session, {(upp_id, n) for n in nama})
    return [semua[upp_id, n.casefold()] for n in nama]


def tersimpan(db: Engine) -> list[dict[str, object]]:
    """Every stored questionnaire."""
    with db.connect() as koneksi:
        return [dict(b) for b in koneksi.execute(text("SELECT * FROM jawaban ORDER BY id")).mappings()]


class Warga:
    """Somebody at a page. `halaman`: what is on the screen; `tiba`: its address after all redirects."""

    def __init__(self, klien: Klien) -> None:
        """No page is open yet."""
        self.klien = klien
        self.tiba = ""
        self.halaman: Halaman

    def buka(self, alamat: str, status: int = 200) -> Halaman:
        """Open an address as a link or the back button does."""
        jawaban = self.klien.mentah.get(alamat, follow_redirects=True)
        return self._tampak(alamat, jawaban, status)

    def tekan(self, tombol: str, status: int | None = 200, **isian: str) -> Halaman:
        """Fill in fields by their names and tap the button that reads so; `status` of the page it leads to (None: any)."""
        alamat, kiriman = self.kiriman(tombol, **isian)
        return self._tampak(alamat, self.klien.mentah.post(alamat, data=kiriman, follow_redirects=True), status)

    def kiriman(self, tombol: str, **isian: str) -> tuple[str, dict[str, str]]:
        """What that tap sends, and to where."""
        form, ini = next(
            (form, b)
            for form in self.halaman.semua("form")
            for b in form.iter("button")
            if self.halaman.teks(b).removesuffix(" jawaban Anda") == tombol
        )
        isi = _isi_form(form) | isian
        if ini.get("name"):
            isi[str(ini.get("name"))] = str(ini.get("value"))
        return str(ini.get("formaction") or form.get("action")), isi

    def jawab_semua(self, nilai: int = 4) -> Halaman:
        """From the questions about oneself to the last page, every question with this answer."""
        self.tekan("Lewati bagian ini")
        while AKHIR not in self.tombol():
            self.tekan(self.pilihan()[nilai - 1])
        return self.halaman

    def kirim(self, **isian: str) -> Halaman:
        """Send, and add up when asked to."""
        self.tekan(AKHIR, None, **isian)
        return self.tekan(AKHIR, hitung=str(self.hitungan())) if "hitung" in self.nama_isian() else self.halaman

    def hitungan(self) -> int:
        """The sum that is asked for."""
        soal = next(self.halaman.teks(e) for e in self.halaman.semua("label") if e.get("for") == "hitung")
        return sum(int(kata) for kata in soal.removesuffix("?").split() if kata.isdecimal())

    def tombol(self) -> list[str]:
        """The words on the buttons."""
        return [self.halaman.teks(b) for b in self.halaman.semua("button")]

    def pilihan(self) -> list[str]:
        """The worded answers."""
        return [
            self.halaman.teks(b).removesuffix(" jawaban Anda") for b in self.halaman.semua("button") if b.get("name") == "nilai"
        ]

    def nama_isian(self) -> set[str]:
        """The names of the fields."""
        return {str(e.get("name")) for nama in ("input", "textarea") for e in self.halaman.semua(nama)}

    def judul(self) -> str:
        """The heading."""
        return self.halaman.teks(self.halaman.semua("h1")[0])

    def kue(self, upp_id: int) -> str:
        """The questionnaire on the device; empty when there is none."""
        kue = self.klien.mentah.get_cookie("survei", path=f"/survei/{upp_id}")
        return "" if kue is None else kue.value

    def _tampak(self, alamat: str, jawaban: Any, status: int | None) -> Halaman:
        self.halaman = self.klien.periksa(alamat, jawaban, status or jawaban.status_code)
        self.jawaban = jawaban
        self.tiba = urlsplit(jawaban.request.url).path
        return self.halaman


def _isi_form(form: Element) -> dict[str, str]:
    isi: dict[str, str] = {}
    for e in form.iter("input"):
        if e.get("name") and (e.get("type") not in ("radio", "checkbox") or e.get("checked") is not None):
            isi[str(e.get("name"))] = str(e.get("value") or "")
    for e in form.iter("textarea"):
        isi[str(e.get("name"))] = (e.text or "").removeprefix("\n")
    return isi
