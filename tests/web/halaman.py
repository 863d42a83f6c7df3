"""A page client that checks every page for free: valid HTML, one h1, labels, captions, no inline code, no English left over."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient

INGGRIS = re.compile(
    r"\b(Not Found|Bad Request|Forbidden|Internal Server|Method Not Allowed|Error|Submit|Search|Download|Loading|Home|Next|"
    r"Previous|Cancel|Close|None|True|False|undefined|Undefined|nan|Field|characters|longer)\b"
)
JUDUL = ("– rtl-tracker", "– Survei Kepuasan Masyarakat")
"""How the titles of pages end: those of officers, those of everybody."""
TANPA_LABEL = {"hidden", "submit", "button"}


@dataclass(frozen=True)
class Halaman:
    """One answered page: its tree, and the text a reader sees."""

    alamat: str
    html: str
    pohon: Element

    def semua(self, nama: str) -> list[Element]:
        """All elements of this name."""
        return list(self.pohon.iter(nama))

    def menurut_id(self, id_: str) -> Element:
        """The element of this id."""
        return next(e for e in self.pohon.iter() if e.get("id") == id_)

    def teks(self, elemen: Element | None = None) -> str:
        """The text, blanks folded."""
        return " ".join("".join((self.pohon if elemen is None else elemen).itertext()).split())

    def baris(self, id_tabel: str) -> list[list[str]]:
        """The cells of a table's body."""
        badan = next(self.menurut_id(id_tabel).iter("tbody"))
        return [[self.teks(sel) for sel in tr if sel.tag in ("td", "th")] for tr in badan.iter("tr")]

    def rincian(self, elemen: Element) -> dict[str, str]:
        """Terms and their descriptions below an element."""
        kunci = [self.teks(e) for e in elemen.iter("dt")]
        return dict(zip(kunci, [self.teks(e) for e in elemen.iter("dd")], strict=True))

    def tautan(self, teks: str) -> str:
        """The address behind the link of this text."""
        return next(str(a.get("href")) for a in self.semua("a") if self.teks(a) == teks)

    def csrf(self) -> str:
        """The token of the page's form."""
        return next(str(i.get("value")) for i in self.semua("input") if i.get("name") == "csrf_token")


class Klien:
    """Gets pages and refuses careless ones."""

    def __init__(self, klien: FlaskClient) -> None:
        self.mentah = klien

    def buka(self, alamat: str, status: int = 200, **pilihan: Any) -> Halaman:
        """The page at this address, checked."""
        return self.periksa(alamat, self.mentah.get(alamat, **pilihan), status)

    def kirim(self, alamat: str, data: dict[str, str], status: int) -> Halaman:
        """The page that answers a form."""
        return self.periksa(alamat, self.mentah.post(alamat, data=data), status)

    def periksa(self, alamat: str, jawaban: Any, status: int) -> Halaman:
        """Check what every page owes."""
        assert jawaban.status_code == status, jawaban.text[:500]
        assert jawaban.mimetype == "text/html"
        html = jawaban.get_data(as_text=True)
        pohon = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
        halaman = Halaman(alamat, html, pohon)
        _periksa_kerangka(halaman)
        _periksa_rujukan(halaman)
        _periksa_isian_dan_tabel(halaman)
        _periksa_kode_sebaris(halaman)
        assert not INGGRIS.findall(_teks_terlihat(halaman))
        return halaman


def _periksa_kerangka(h: Halaman) -> None:
    assert h.pohon.get("lang") == "id"
    assert len(h.semua("h1")) == 1
    assert h.teks(h.semua("h1")[0])
    assert h.teks(h.semua("title")[0]).endswith(JUDUL)
    assert len(h.semua("main")) == 1
    tingkat = [int(e.tag[1]) for e in h.pohon.iter() if isinstance(e.tag, str) and re.fullmatch("h[1-6]", e.tag)]
    assert all(b <= a + 1 for a, b in pairwise(tingkat)), tingkat


def _periksa_rujukan(h: Halaman) -> None:
    ids = [e.get("id") for e in h.pohon.iter() if e.get("id")]
    assert [i for i, n in Counter(ids).items() if n > 1] == []
    for e in h.pohon.iter():
        for rujukan in str(e.get("aria-labelledby") or "").split():
            assert rujukan in ids
        href = str(e.get("href") or "")
        assert not href.startswith("#") or href[1:] in ids


def _periksa_isian_dan_tabel(h: Halaman) -> None:
    berlabel = {label.get("for") for label in h.semua("label")}
    isian = [
        e
        for nama in ("input", "select", "textarea", "progress")
        for e in h.semua(nama)
        if e.get("type") not in TANPA_LABEL and e.get("hidden") is None
    ]
    assert [e.get("id") for e in isian if e.get("id") not in berlabel] == []
    for tabel in h.semua("table"):
        assert h.teks(next(tabel.iter("caption")))
        assert all(th.get("scope") for th in tabel.iter("th"))
    for gambar in h.semua("img"):
        assert gambar.get("alt")
        assert gambar.get("width")
    assert all(h.teks(e) or any(i.get("alt") for i in e.iter("img")) for nama in ("a", "button") for e in h.semua(nama))


def _periksa_kode_sebaris(h: Halaman) -> None:
    assert not h.semua("style")
    assert all(s.get("src") and not (s.text or "").strip() for s in h.semua("script"))
    atribut: Iterable[str] = (str(nama) for e in h.pohon.iter() for nama in e.attrib)
    assert [nama for nama in atribut if nama == "style" or nama.startswith("on")] == []


def _teks_terlihat(h: Halaman) -> str:
    return re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<(script|style|code|pre)\b.*?</\1>", " ", h.html))
