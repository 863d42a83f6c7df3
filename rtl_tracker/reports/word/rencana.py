"""The plan of a document: every number, bookmark and line of the contents, settled before the first byte is written."""

from dataclasses import dataclass, field
from typing import Literal

from rtl_tracker.reports.word.elemen import Elemen
from rtl_tracker.reports.word.simpul import Simpul
from rtl_tracker.reports.word.teks import Rujukan

JenisKeterangan = Literal["Tabel", "Gambar"]
JenisDaftar = Literal["isi", "Tabel", "Gambar"]

DAFTAR: dict[str, JenisDaftar] = {"daftar_isi": "isi", "daftar_tabel": "Tabel", "daftar_gambar": "Gambar"}
"""Markers that the engine fills by itself, and with what."""
LOGO = "logo"


@dataclass(frozen=True, slots=True)
class Entri:
    """A line of the contents or of a list: level 1 to 3, number ("3.2", may be empty), text, bookmark it leads to."""

    tingkat: int
    nomor: str
    teks: str
    penanda: str


@dataclass(frozen=True, slots=True)
class Keterangan:
    """A caption: in "Tabel 3.4" the chapter "3." is text and 4 the result of the SEQ field `perintah`."""

    jenis: JenisKeterangan
    awalan: str
    urut: int
    perintah: str
    teks: str
    penanda: str
    id_penanda: int

    @property
    def label(self) -> str:
        """What a cross-reference shows."""
        return f"{self.jenis} {self.awalan}{self.urut}"


@dataclass(frozen=True, slots=True)
class JudulSiap:
    """A heading of an element list, as finished XML."""

    xml: str


@dataclass(frozen=True, slots=True)
class ElemenSiap:
    """An element with its caption, or with the list (numId) its numbers belong to."""

    elemen: Elemen
    keterangan: Keterangan | None = None
    num_id: str | None = None


@dataclass(frozen=True, slots=True)
class DaftarSiap:
    """Place of the contents or of a list of captions."""

    jenis: JenisDaftar


@dataclass(frozen=True, slots=True)
class LogoSiap:
    """The paragraph of the template that is to hold the logo."""

    paragraf: Simpul


@dataclass(frozen=True, slots=True)
class MentahSiap:
    """A block of the template."""

    blok: Simpul


Langkah = JudulSiap | ElemenSiap | DaftarSiap | LogoSiap | MentahSiap


@dataclass(slots=True)
class Catatan:
    """What planning collects: lines of the contents and of the lists, captions by key."""

    isi: list[Entri] = field(default_factory=list)
    keterangan: dict[JenisKeterangan, list[Entri]] = field(default_factory=lambda: {"Tabel": [], "Gambar": []})
    rujukan: dict[str, Rujukan] = field(default_factory=dict)

    def daftar(self, jenis: JenisDaftar) -> list[Entri]:
        """The lines of one list."""
        return self.isi if jenis == "isi" else self.keterangan[jenis]
