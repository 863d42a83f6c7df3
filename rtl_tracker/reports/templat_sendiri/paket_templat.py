"""The zip of an uploaded template, opened as if its sender were hostile: nothing unpacks beyond a budget, no name leads out of it."""

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from rtl_tracker.reports.templat_sendiri.galat_templat import PaketDitolak
from rtl_tracker.reports.templat_sendiri.temuan_templat import kutip

JUTA = 1_000_000
BATAS_MB = 10
LIPAT_PALING_BESAR, BONGKAR_PALING_BESAR, ISI_PALING_BANYAK = 100, 60 * JUTA, 1000
DAFTAR_ISI = "[Content_Types].xml"
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TERENKRIPSI = "EncryptedPackage".encode("utf-16-le")
_AKHIR_ZIP, _PANJANG_AKHIR = b"PK\x05\x06", 22
_SALAH_ZIP = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OverflowError,
)
_RUSAK = (
    "Berkas templat rusak dan tidak dapat dibuka; simpan ulang sebagai .docx dengan Word atau LibreOffice, lalu unggah kembali."
)
_MEMBENGKAK = (
    f"Berkas templat membengkak lebih dari {LIPAT_PALING_BESAR} kali ukurannya atau lebih dari {BONGKAR_PALING_BESAR // JUTA} MB saat "
    "dibuka; perkecil gambarnya dan simpan ulang dengan Word atau LibreOffice."
)
_BUKAN_WORD = "Berkas yang diunggah bukan dokumen Word; simpan templat sebagai .docx, lalu unggah kembali."


@dataclass(frozen=True, slots=True)
class Paket:
    """The parts of a package by name, unpacked."""

    bagian: Mapping[str, bytes]


def buka_paket(isi: bytes, batas_mb: int = BATAS_MB) -> Paket:
    """All parts of a .docx of at most `batas_mb` million bytes. Raises PaketDitolak with a sentence."""
    _tolak_bukan_zip(isi, batas_mb)
    if isi.rfind(_AKHIR_ZIP) != len(isi) - _PANJANG_AKHIR:
        raise PaketDitolak(_RUSAK)
    return _baca(isi, min(LIPAT_PALING_BESAR * len(isi), BONGKAR_PALING_BESAR))


def buka_hasil(isi: bytes, bongkar_paling_besar: int) -> Paket:
    """All parts of a document that a child process made, by the same rules but for the ratio: tables repeat themselves."""
    if not isi.startswith(_ZIP):
        raise PaketDitolak(_RUSAK)
    return _baca(isi, bongkar_paling_besar)


def _tolak_bukan_zip(isi: bytes, batas_mb: int) -> None:
    if not isi:
        raise PaketDitolak("Berkas templat kosong; pilih berkas .docx yang berisi.")
    if len(isi) > batas_mb * JUTA:
        raise PaketDitolak(f"Berkas templat lebih besar dari {batas_mb} MB; perkecil gambar di dalamnya, lalu unggah kembali.")
    if isi.startswith(_OLE):
        sandi = "Templat dikunci dengan sandi; hapus sandinya, simpan sebagai .docx, lalu unggah kembali."
        lama = "Templat berformat Word lama (.doc); simpan sebagai .docx, lalu unggah kembali."
        raise PaketDitolak(sandi if _TERENKRIPSI in isi else lama)
    if not isi.startswith(_ZIP):
        raise PaketDitolak(_BUKAN_WORD)


def _baca(isi: bytes, anggaran: int) -> Paket:
    try:
        with ZipFile(BytesIO(isi)) as arsip:
            daftar = arsip.infolist()
            _periksa_daftar(daftar, anggaran)
            bagian = {info.filename: arsip.read(info) for info in daftar if not info.is_dir()}
    except _SALAH_ZIP as salah:
        raise PaketDitolak(_RUSAK) from salah
    if DAFTAR_ISI not in bagian:
        raise PaketDitolak(_BUKAN_WORD)
    return Paket(bagian)


def _periksa_daftar(daftar: Sequence[ZipInfo], anggaran: int) -> None:
    """The directory alone must already promise what may be unpacked; zipfile never unpacks more than was promised."""
    if any(info.flag_bits & 1 for info in daftar):
        raise PaketDitolak("Templat dikunci dengan sandi; hapus sandinya, simpan sebagai .docx, lalu unggah kembali.")
    if len(daftar) > ISI_PALING_BANYAK:
        raise PaketDitolak(
            f"Berkas templat berisi {len(daftar)} bagian, lebih dari {ISI_PALING_BANYAK}; simpan ulang sebagai .docx dengan Word."
        )
    if sum(info.file_size for info in daftar) > anggaran:
        raise PaketDitolak(_MEMBENGKAK)
    for info in daftar:
        if not _nama_wajar(info.orig_filename):
            nama = kutip(info.orig_filename)
            raise PaketDitolak(f"Berkas templat memuat bagian dengan nama tidak wajar, '{nama}'; simpan ulang dengan Word.")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise PaketDitolak(_RUSAK)
    if len({info.filename.casefold() for info in daftar}) != len(daftar):
        raise PaketDitolak(_RUSAK)


def _nama_wajar(nama: str) -> bool:
    """Whether the name of a part stays inside the package, on every system."""
    langkah = nama.removesuffix("/").split("/")
    return nama.isprintable() and "\\" not in nama and ":" not in nama and all(satu.strip(" .") for satu in langkah)
