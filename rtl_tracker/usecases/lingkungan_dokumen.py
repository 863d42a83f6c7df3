"""What the plan of a document needs besides the database, and what an Excel document hands back."""

from dataclasses import dataclass

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.storage.berkas_bukti import GudangBukti


class DokumenDitolak(DomainError):
    """The document cannot be made from what is stored; str() is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class LingkunganDokumen:
    """`base_url`: public address of the program, without a slash at its end (for QR codes and links); `gudang`: the files of bukti."""

    base_url: str
    gudang: GudangBukti


@dataclass(frozen=True, slots=True)
class BukuJadi:
    """A finished Excel workbook: name without its ending, title, bytes."""

    nama_berkas: str
    judul: str
    isi: bytes
