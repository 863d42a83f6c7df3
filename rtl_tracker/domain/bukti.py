"""Bukti: a file or a link that proves a realisasi; what a link must look like, and what a file may be called (spec 2.2)."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from rtl_tracker.domain.errors import DomainError


class JenisBukti(StrEnum):
    """A file kept by the program, or a link to somewhere else."""

    BERKAS = "berkas"
    TAUTAN = "tautan"


class TipeBerkas(StrEnum):
    """Types of files that are taken, by their ending."""

    PDF = "pdf"
    JPG = "jpg"
    PNG = "png"
    DOCX = "docx"
    XLSX = "xlsx"


class BuktiDitolak(DomainError):
    """A file or link cannot be taken as bukti; str(error) says why and what to do."""


MIME: dict[TipeBerkas, str] = {
    TipeBerkas.PDF: "application/pdf",
    TipeBerkas.JPG: "image/jpeg",
    TipeBerkas.PNG: "image/png",
    TipeBerkas.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    TipeBerkas.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PANJANG_TAUTAN, PANJANG_NAMA, PANJANG_SEBUTAN = 2000, 100, 80
BYTE_NAMA = 240  # file systems stop at 255 bytes, and a letter may take four
PEMENDEK = frozenset(
    {"bit.ly", "s.id", "tinyurl.com", "goo.gl", "t.co", "cutt.ly", "is.gd", "ow.ly", "rebrand.ly", "shorturl.at"}
)
_LOKAL = (
    ".local", ".localhost", ".localdomain", ".internal", ".intranet", ".lan", ".home", ".home.arpa", ".corp", ".private", ".test",
    ".invalid",
)  # fmt: skip
_PELACAK = ("utm_", "usp=", "fbclid=", "gclid=")
_PORT_BIASA = {"http": 80, "https": 443}
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?")
_ANGKA = re.compile(r"[0-9]+|0x[0-9a-f]*")
_NAMA_WINDOWS = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])")
_TERLARANG = re.compile(r'[\\/:*?"<>|;%]')
_AKHIRAN = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}$")


@dataclass(frozen=True, slots=True)
class Bukti:
    """One bukti. `ukuran` in bytes; `berlaku`: the day it is valid for; `diganti_oleh`: id of the bukti that supersedes it."""

    id: int
    rtl_id: int
    jenis: JenisBukti
    tautan: str = ""
    sha256: str = ""
    nama_berkas: str = ""
    tipe: TipeBerkas | None = None
    ukuran: int = 0
    keterangan: str = ""
    berlaku: date | None = None
    pengunggah: str = ""
    diunggah: datetime | None = None
    diganti_oleh: int | None = None

    @property
    def sebutan(self) -> str:
        """What it is called: its caption, else its link, else its file name."""
        return self.keterangan or self.tautan or self.nama_berkas


def bergambar(tipe: TipeBerkas) -> bool:
    """Whether a file of this type is shown as a picture."""
    return tipe in (TipeBerkas.JPG, TipeBerkas.PNG)


def periksa_tautan(teks: str) -> str:
    """The link, trimmed, checked for its form only: it is never fetched. Raises BuktiDitolak."""
    tautan = teks.strip()
    if not tautan:
        raise BuktiDitolak("Pilih berkas atau tuliskan tautan bukti.")
    if len(tautan) > PANJANG_TAUTAN:
        raise BuktiDitolak(
            f"Tautan terlalu panjang (paling banyak {PANJANG_TAUTAN} huruf). Pakai tautan langsung ke berkasnya."
        )
    if any(h.isspace() or h == "\\" or not h.isprintable() for h in tautan):
        raise BuktiDitolak(
            "Tautan memuat spasi, garis miring terbalik, atau huruf yang tidak terlihat. Salin kembali tautannya."
        )
    bagian = _urai(tautan)
    if bagian.scheme not in _PORT_BIASA:
        raise BuktiDitolak("Tautan harus diawali http:// atau https://.")
    if bagian.username is not None or bagian.password is not None:
        raise BuktiDitolak("Tautan memuat nama pengguna atau sandi. Pakai tautan yang dapat dibuka tanpa masuk akun.")
    _periksa_host(_host_baku(bagian))
    return tautan


def peringatan_tautan(teks: str) -> str | None:
    """A notice about a link that is taken all the same: a shortener hides where it leads. None for what is no link."""
    try:
        host = _host_baku(_urai(teks.strip())).removeprefix("www.")
    except BuktiDitolak:
        return None
    if host not in PEMENDEK:
        return None
    return f"Tautan memakai pemendek {host}; sebaiknya pakai tautan aslinya agar pemeriksa tahu tujuannya."


def kunci_tautan(teks: str) -> str:
    """The form by which the same link is found: host in lower case, no default port, fragment, end slash or tracking parameters.

    What is no http(s) link is its own key, trimmed.
    """
    polos = teks.strip()
    try:
        bagian = _urai(polos)
        host = _host_baku(bagian)
    except BuktiDitolak:
        return polos
    if bagian.scheme not in _PORT_BIASA or not host:
        return polos
    host = f"[{host}]" if ":" in host else host
    port = f":{bagian.port}" if bagian.port not in (None, _PORT_BIASA[bagian.scheme]) else ""
    isian = "&".join(p for p in bagian.query.split("&") if p and not p.lower().startswith(_PELACAK))
    return f"{bagian.scheme}://{host}{port}{bagian.path.rstrip('/')}{'?' + isian if isian else ''}"


def nama_aman(nama: str, tipe: TipeBerkas) -> str:
    """A file name that is safe on every system and in a header, at most 100 letters, always ending with the true type."""
    bersih = _AKHIRAN.sub("", _tanpa_jalur(nama).strip())
    bersih = " ".join(_TERLARANG.sub("_", bersih).split()).strip(" ._") or "bukti"
    if _NAMA_WINDOWS.fullmatch(bersih.split(".")[0].rstrip()):
        bersih = f"bukti-{bersih}"
    akhir = f".{tipe.value}"
    pendek = bersih[: PANJANG_NAMA - len(akhir)].encode()[:BYTE_NAMA].decode(errors="ignore")
    return pendek.rstrip(" .") + akhir


def nama_sebut(nama: str) -> str:
    """An uploaded file's name as a sentence may quote it: one line, nothing invisible, at most 80 letters."""
    bersih = " ".join(_tanpa_jalur(nama).split())
    return bersih if len(bersih) <= PANJANG_SEBUTAN else f"{bersih[: PANJANG_SEBUTAN - 1]}…"


def _tanpa_jalur(nama: str) -> str:
    """The last part of a path; blanks of every kind as blanks, letters that are not seen (also those that turn text round) gone."""
    polos = unicodedata.normalize("NFC", nama).replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(" " if h.isspace() else h for h in polos if h.isprintable() or h.isspace())


def _urai(tautan: str) -> SplitResult:
    """The parts of a link. Raises BuktiDitolak when it has none, or a port that is no number."""
    try:
        bagian = urlsplit(tautan)
        if bagian.port == 0:
            raise ValueError("port 0")
    except ValueError as galat:
        raise BuktiDitolak("Tautan tidak terbaca. Salin kembali alamatnya dari peramban.") from galat
    return bagian


def _host_baku(bagian: SplitResult) -> str:
    """The host as the network knows it: lower case, ASCII, no dot at its end. Raises BuktiDitolak when it cannot be one."""
    host = (bagian.hostname or "").rstrip(".")
    if ":" in host or not host:
        return host
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError as galat:
        raise BuktiDitolak("Nama situs pada tautan tidak sah. Salin kembali alamatnya dari peramban.") from galat


def _periksa_host(host: str) -> None:
    """The inspector must be able to reach it: no name of this computer or of an inner network, in no spelling."""
    bagian = host.split(".")
    if ":" in host or _ANGKA.fullmatch(bagian[-1]):
        _periksa_ip(host)
    elif host == "localhost" or len(bagian) == 1 or host.endswith(_LOKAL) or not all(map(_LABEL.fullmatch, bagian)):
        raise BuktiDitolak("Tautan tidak menyebut alamat situs yang lengkap, misalnya https://drive.google.com/…")


def _periksa_ip(host: str) -> None:
    """A number is taken only in its plain spelling: a browser also reads 127.1 and 0x7f.1 as this computer."""
    try:
        alamat = ip_address(host)
    except ValueError as galat:
        raise BuktiDitolak("Alamat angka pada tautan tidak sah. Salin kembali alamatnya dari peramban.") from galat
    if not alamat.is_global or alamat.is_multicast:
        raise BuktiDitolak("Tautan menuju jaringan dalam, sehingga tidak dapat dibuka pemeriksa. Unggah berkasnya saja.")
