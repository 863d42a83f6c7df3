"""Every page of every role, on a desktop and on a phone: axe-core, sideways scrolling, the first Tab, visible focus, forms, words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser

from tests.e2e.conftest import PEKERJAAN_GAGAL
from tests.e2e.orang import BAHASA, Catatan, Server, masuk_pertama_kali
from tests.e2e.semua_halaman import BUKAN_HALAMAN, HALAMAN, MENERUSKAN, Alamat, daftar_alamat
from tests.web.daftar_endpoint import DAFTAR_ENDPOINT
from tests.web.halaman import INGGRIS

LEBAR = (1280, 360)
# Accounts that write meet objects in every state; for those that only read a page looks alike in all of them.
SETIAP_KEADAAN = {
    "organisasi": True, "operator": True, "operator.draf": True, "inspektur": False, "pimpinan": False, "kepala.unit": False,
}  # fmt: skip
# Colours are the same at every width, and comparing them is most of the work: once is enough.
LIHAT = """async (periksa) => {
  const pilihan = { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: innerWidth > 1000 } } };
  const hasil = periksa ? await axe.run(pilihan) : { violations: [] };
  return [
    hasil.violations.map(t => `${t.id} (${t.impact}): ${t.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' | ')}`),
    document.scrollingElement.scrollWidth > innerWidth,
  ];
}"""
# The focus back to where it is when a page has just been loaded: before everything else.
KE_AWAL = """() => {
  document.documentElement.tabIndex = -1;
  document.documentElement.focus({ preventScroll: true });
  document.documentElement.removeAttribute('tabindex');
}"""
# Of elements that are alike with their two parents (the links of a long table) one is focused.
RABA = """() => [
  document.activeElement.className || document.activeElement.id,
  [...new Map([...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter(e => e.type !== 'hidden' && !e.disabled && e.checkVisibility())
    .map(e => [[e, e.parentElement, e.parentElement.parentElement].map(x => `${x.tagName}.${x.className}.${x.type}`).join(), e]))
    .values()]
    .filter(e => {
      e.focus({ preventScroll: true });
      const gaya = getComputedStyle(e);
      const garis = gaya.outlineStyle !== 'none' && parseFloat(gaya.outlineWidth) > 0;
      return document.activeElement !== e || !(garis || gaya.boxShadow !== 'none');
    })
    .map(e => e.outerHTML.slice(0, 120)),
  [...document.forms]
    .filter(f => ![...f.elements].some(e => e.type === 'submit' && !e.disabled && e.tabIndex >= 0))
    .map(f => f.action),
  document.body.innerText,
]"""
# How the main part is built: elements with class, kind and role; what repeats among the children of one element counts once.
BENTUK = """() => {
  const bentuk = e => `${e.tagName}.${e.getAttribute('class')}.${e.type}.${e.getAttribute('role')}.${e.getAttribute('aria-current')}`
    + `(${[...new Set([...e.children].map(bentuk))].join()})`;
  return bentuk(document.querySelector('main'));
}"""
TOKEN = re.compile(r'name="csrf_token" value="[^"]*"')


@dataclass(frozen=True)
class Kunjungan:
    """What was found on one page of one width. `tab`: what the first Tab key reached."""

    alamat: Alamat
    lebar: int
    status: int
    axe: list[str]
    geser: bool
    tab: str
    tanpa_fokus: list[str]
    tanpa_tombol: list[str]
    inggris: list[str]

    def __str__(self) -> str:
        """Where to look."""
        return f"{self.alamat.jalur} ({self.lebar} px)"


class Pengunjung:
    """One account with a browser that loads each of its pages once, looks at it, and draws the window together to a phone's width.

    axe examines every way in which a page is built once, whoever meets it first, and the first page of every account for its menu.
    """

    def __init__(self, chromium: Browser, server: Server, nama: str | None, bentuk: set[str] | None = None) -> None:
        """`nama` None: nobody is logged in. `bentuk`: the builds that axe has examined."""
        self.catatan = Catatan()
        self.konteks = chromium.new_context(
            base_url=server.alamat, locale=BAHASA,
            storage_state=None if nama is None else masuk_pertama_kali(chromium, server, nama),
        )  # fmt: skip
        self.konteks.add_init_script(AXE_SCRIPT)
        self.page = self.catatan.ikuti(self.konteks.new_page())
        self._sudah: set[str] = set()
        self._bentuk = set() if bentuk is None else bentuk

    def kunjungi(self, alamat: Alamat) -> list[Kunjungan]:
        """Look at this page in both widths. A page that is the very same as one before (the newest year by two addresses) is none."""
        self._setel(LEBAR[0])
        jawaban = self.page.goto(alamat.jalur)
        assert jawaban is not None
        isi = TOKEN.sub("", self.page.inner_html("body"))
        if isi in self._sudah:
            return []
        self._sudah.add(isi)
        bentuk = self.page.evaluate(BENTUK)
        periksa = bentuk not in self._bentuk or len(self._sudah) == 1
        self._bentuk.add(bentuk)
        dilihat = {lebar: self._lihat(lebar, periksa) for lebar in LEBAR}
        return [Kunjungan(alamat, lebar, jawaban.status, *dilihat[lebar], *self._raba(lebar)) for lebar in reversed(LEBAR)]

    def _lihat(self, lebar: int, periksa: bool) -> list[Any]:
        """Before anything was touched: what axe finds, whether the page scrolls sideways."""
        self._setel(lebar)
        return self.page.evaluate(LIHAT, periksa)

    def _raba(self, lebar: int) -> list[Any]:
        """With the keyboard: what the first Tab reaches, focus that cannot be seen, forms without a button, English."""
        self._setel(lebar)
        self.page.evaluate(KE_AWAL)
        self.page.keyboard.press("Tab")
        *hasil, teks = self.page.evaluate(RABA)
        return [*hasil, INGGRIS.findall(teks)]

    def _setel(self, lebar: int) -> None:
        self.page.set_viewport_size({"width": lebar, "height": 800})

    def tutup(self) -> None:
        """Close the browser."""
        self.konteks.close()


@dataclass(frozen=True)
class Perjalanan:
    """All visits of one account, and what its browser complained about."""

    kunjungan: list[Kunjungan]
    konsol: list[str]

    def dengan(self, bagian: str) -> dict[str, Any]:
        """The pages on which something of this kind was found."""
        return {str(k): nilai for k in self.kunjungan if (nilai := getattr(k, bagian))}


@pytest.fixture(scope="module")
def bentuk() -> set[str]:
    """The builds of pages that axe has examined in this file."""
    return set()


@pytest.fixture(scope="module", params=SETIAP_KEADAAN)
def perjalanan(chromium: Browser, server: Server, bentuk: set[str], request: pytest.FixtureRequest) -> Iterator[Perjalanan]:
    """One walk of an account through all its pages; every test looks at another side of it."""
    pengunjung = Pengunjung(chromium, server, request.param, bentuk)
    semua = daftar_alamat(server.basis_data, request.param, PEKERJAAN_GAGAL, SETIAP_KEADAAN[request.param])
    kunjungan = [k for alamat in semua for k in pengunjung.kunjungi(alamat)]
    yield Perjalanan(kunjungan, pengunjung.catatan.pesan)
    pengunjung.tutup()


def test_every_page_can_be_opened(perjalanan: Perjalanan):
    assert {str(k): k.status for k in perjalanan.kunjungan if k.status != 200} == {}


def test_axe_finds_nothing(perjalanan: Perjalanan):
    assert perjalanan.dengan("axe") == {}


def test_no_page_scrolls_sideways(perjalanan: Perjalanan):
    assert perjalanan.dengan("geser") == {}


def test_the_first_tab_leads_past_the_head(perjalanan: Perjalanan):
    assert {str(k): k.tab for k in perjalanan.kunjungan if k.tab != "lompat"} == {}


def test_focus_can_be_seen_on_everything_that_takes_it(perjalanan: Perjalanan):
    assert perjalanan.dengan("tanpa_fokus") == {}


def test_every_form_has_a_button_that_the_keyboard_reaches(perjalanan: Perjalanan):
    assert perjalanan.dengan("tanpa_tombol") == {}


def test_no_english_is_left_on_a_page(perjalanan: Perjalanan):
    assert perjalanan.dengan("inggris") == {}


def test_the_browser_refuses_and_complains_about_nothing(perjalanan: Perjalanan):
    assert perjalanan.konsol == []


def test_no_page_of_the_inventory_is_left_out(server: Server):
    dikunjungi = {a.endpoint for nama in SETIAP_KEADAAN for a in daftar_alamat(server.basis_data, nama, PEKERJAAN_GAGAL, True)}
    assert set(HALAMAN) - dikunjungi == {"auth.masuk"}
    assert set(DAFTAR_ENDPOINT) >= BUKAN_HALAMAN | MENERUSKAN


@pytest.mark.parametrize("jalur", ["/masuk", "/masuk?lanjut=/papan"])
def test_the_log_in_page_is_accessible_and_its_first_field_has_the_focus(chromium: Browser, server: Server, jalur: str):
    pengunjung = Pengunjung(chromium, server, None)
    for k in pengunjung.kunjungi(Alamat("auth.masuk", jalur)):
        assert (k.status, k.axe, k.geser, k.tanpa_fokus) == (200, [], False, [])
    pengunjung.page.goto(jalur)
    assert pengunjung.page.evaluate("document.activeElement.name") == "nama_masuk"
    pengunjung.tutup()
    assert pengunjung.catatan.pesan == []


@pytest.mark.parametrize("jalur", ["/tidak-ada", "/rtl/999999", "/unit/2"])
def test_a_page_that_does_not_exist_for_somebody_is_accessible_too(chromium: Browser, server: Server, jalur: str):
    pengunjung = Pengunjung(chromium, server, "operator")
    for k in pengunjung.kunjungi(Alamat("", jalur)):
        assert (k.status, k.axe, k.geser, k.tab, k.inggris) == (404, [], False, "lompat", [])
    pengunjung.tutup()
    assert pengunjung.catatan.pesan == []
