"""Uploads are what they are, not what they are called: the type comes from the content, and the content must really open.

What is active in a PDF (scripts, launches, attachments) is taken as it is: a PDF is only ever handed out as a download.
For the same reason a picture may carry something behind its end; the copy that is shown is drawn anew.
"""

from io import BytesIO

import puremagic
from PIL import Image

from rtl_tracker.domain.bukti import BuktiDitolak, TipeBerkas, nama_sebut
from rtl_tracker.storage.paket_ooxml import periksa_paket

JUTA = 1_000_000
TITIK_PALING_BANYAK = 40 * JUTA
DITERIMA = "PDF, JPG, PNG, DOCX, atau XLSX"
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TANDA: dict[TipeBerkas, tuple[bytes, frozenset[str]]] = {
    TipeBerkas.PDF: (b"%PDF-", frozenset({".pdf"})),
    TipeBerkas.JPG: (b"\xff\xd8\xff", frozenset({".jpg", ".jpeg", ".jfif"})),
    TipeBerkas.PNG: (b"\x89PNG\r\n\x1a\n", frozenset({".png"})),
}
_FOTO_PONSEL = frozenset({".heic", ".heif", ".avif", ".webp"})


def periksa_berkas(nama: str, isi: bytes, batas_mb: int) -> TipeBerkas:
    """The true type of an upload. `batas_mb` in millions of bytes. Raises BuktiDitolak with a sentence that names the file."""
    sebutan = nama_sebut(nama)
    if not isi:
        raise BuktiDitolak(f"Berkas '{sebutan}' kosong. Pilih berkas yang berisi.")
    if len(isi) > batas_mb * JUTA:
        raise BuktiDitolak(
            f"Berkas '{sebutan}' lebih besar dari {batas_mb} MB. Perkecil gambar atau berkasnya, lalu unggah kembali."
        )
    if isi.startswith(_ZIP):
        return periksa_paket(sebutan, isi)
    tipe = _kenali(sebutan, isi)
    if tipe is TipeBerkas.PDF:
        _periksa_pdf(sebutan, isi)
    else:
        _periksa_gambar(sebutan, isi)
    return tipe


def _kenali(sebutan: str, isi: bytes) -> TipeBerkas:
    """PDF, JPG or PNG by the signature at the very beginning, so that nothing hides before it."""
    if isi.startswith(_OLE):
        raise BuktiDitolak(
            f"Berkas '{sebutan}' bersandi atau berformat Office lama. Simpan sebagai .docx, .xlsx, atau PDF tanpa sandi."
        )
    try:
        dikenal = {satu.extension.lower() for satu in puremagic.magic_string(isi)}
    except (puremagic.PureError, ValueError):
        dikenal = set()
    tipe = next((t for t, (awal, akhiran) in _TANDA.items() if isi.startswith(awal) and akhiran & dikenal), None)
    if tipe is not None:
        return tipe
    if dikenal & _FOTO_PONSEL:
        raise BuktiDitolak(
            f"Foto '{sebutan}' berformat HEIC atau WebP. Simpan atau bagikan ulang sebagai JPG, lalu unggah kembali."
        )
    raise BuktiDitolak(
        f"Isi berkas '{sebutan}' bukan {DITERIMA}. Simpan ulang dalam salah satu bentuk itu, lalu unggah kembali."
    )


def _periksa_gambar(sebutan: str, isi: bytes) -> None:
    """The whole picture is decoded, unless its header already promises too many points.

    Decoders of foreign bytes raise nearly anything; whatever they raise, the picture is broken.
    """
    try:
        with Image.open(BytesIO(isi), formats=("JPEG", "PNG")) as gambar:
            lebar, tinggi = gambar.size
            bergerak = gambar.format == "PNG" and getattr(gambar, "is_animated", False)
    except Image.DecompressionBombError as galat:
        raise BuktiDitolak(f"Gambar '{sebutan}' terlalu besar. Perkecil gambarnya, lalu unggah kembali.") from galat
    except Exception as galat:
        raise _gambar_rusak(sebutan) from galat
    if lebar * tinggi > TITIK_PALING_BANYAK:
        raise BuktiDitolak(
            f"Gambar '{sebutan}' terlalu besar ({lebar} x {tinggi} titik). Perkecil gambarnya, lalu unggah kembali."
        )
    if bergerak:
        raise BuktiDitolak(f"Gambar '{sebutan}' bergerak. Unggah gambar diam.")
    try:
        with Image.open(BytesIO(isi), formats=("JPEG", "PNG")) as gambar:
            gambar.verify()
        with Image.open(BytesIO(isi), formats=("JPEG", "PNG")) as gambar:
            gambar.load()
    except Exception as galat:
        raise _gambar_rusak(sebutan) from galat


def _gambar_rusak(sebutan: str) -> BuktiDitolak:
    return BuktiDitolak(f"Gambar '{sebutan}' rusak atau tidak utuh. Ambil atau simpan ulang gambarnya.")


def _periksa_pdf(sebutan: str, isi: bytes) -> None:
    """It opens without a password and has pages. Whatever the reader of foreign bytes raises, the PDF is broken."""
    from pypdf import PdfReader  # here: it loads slowly, and few requests bring a PDF
    from pypdf.errors import DependencyError

    try:
        pembaca = PdfReader(BytesIO(isi))
        terkunci = pembaca.is_encrypted
        halaman = 0 if terkunci else len(pembaca.pages)
    except DependencyError:  # locked with AES, which pypdf alone does not even begin to read
        terkunci, halaman = True, 0
    except Exception as galat:
        raise BuktiDitolak(f"PDF '{sebutan}' rusak dan tidak dapat dibuka. Simpan ulang, lalu unggah kembali.") from galat
    if terkunci:
        raise BuktiDitolak(f"PDF '{sebutan}' bersandi. Simpan ulang tanpa sandi agar pemeriksa dapat membacanya.")
    if not halaman:
        raise BuktiDitolak(f"PDF '{sebutan}' tidak berhalaman. Simpan ulang, lalu unggah kembali.")
