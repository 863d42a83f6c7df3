"""Uploads for the tests: well-made files by the libraries that make them, hostile ones written by hand."""

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx import Document
from openpyxl import Workbook
from PIL import Image, ImageCms, ImageDraw
from pypdf import PdfReader, PdfWriter

MEREK = b"KameraRahasia-77"
LINTANG = ((1, 1), (23, 1), (45678, 1000))
JPEG_ALAMAT, HTML = b"http://ns.adobe.com/xap/1.0/", b"<html><script>alert(document.domain)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
EXE = b"MZ\x90\x00" + bytes(200) + b"PE\x00\x00" + bytes(200)
NS_JENIS = "http://schemas.openxmlformats.org/package/2006/content-types"
NS_HUBUNGAN = "http://schemas.openxmlformats.org/package/2006/relationships"
JENIS_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
JENIS_DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"
JENIS_HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def ke_byte(tulis: Callable[[BytesIO], object]) -> bytes:
    """What a library writes into a file."""
    tujuan = BytesIO()
    tulis(tujuan)
    return tujuan.getvalue()


def gambar(ukuran: tuple[int, int] = (60, 40)) -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    hasil = Image.new("RGB", ukuran, "red")
    ImageDraw.Draw(hasil).rectangle((ukuran[0] // 2, 0, *ukuran), fill="blue")
    return hasil


def foto_bergps(ukuran: tuple[int, int] = (60, 40)) -> bytes:
    """A JPEG as a phone writes it: held upright (orientation 6), with position, camera, XMP and a comment."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = MEREK.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: tuple(a / b for a, b in LINTANG), 3: "E", 4: (109.0, 19.0, 12.0)})
    polos = gambar(ukuran)
    return ke_byte(lambda f: polos.save(f, "JPEG", quality=95, exif=exif, xmp=MEREK, comment=MEREK))


def jpg(**pilihan: Any) -> bytes:
    """A plain JPEG."""
    return ke_byte(lambda f: gambar().save(f, "JPEG", **pilihan))


def mpo() -> bytes:
    """A JPEG with a second picture behind the first, as many phones write it."""
    return ke_byte(lambda f: gambar().save(f, "MPO", save_all=True, append_images=[gambar()]))


def png_bening() -> bytes:
    """A PNG that is wholly transparent, on red."""
    return ke_byte(lambda f: Image.new("RGBA", (30, 20), (255, 0, 0, 0)).save(f, "PNG"))


def png(mode: str, **pilihan: Any) -> bytes:
    """A PNG of this mode."""
    return ke_byte(lambda f: gambar().convert(mode).save(f, "PNG", **pilihan))


def png_16_bit(terang: int) -> bytes:
    """A grey PNG with 16 bits for each point."""
    return ke_byte(lambda f: Image.new("I;16", (20, 20), terang).save(f, "PNG"))


def png_bergerak() -> bytes:
    """An animated PNG."""
    return ke_byte(lambda f: gambar().save(f, "PNG", save_all=True, append_images=[gambar().rotate(180)]))


def png_raksasa(lebar: int, tinggi: int) -> bytes:
    """A small PNG whose header promises a huge picture."""

    def potong(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala) + potong(b"IDAT", zlib.compress(bytes(9000))) + potong(b"IEND", b"")


def pdf() -> bytes:
    """A PDF of one page."""
    return ke_byte(lambda f: gambar().save(f, "PDF"))


def pdf_bersandi() -> bytes:
    """The PDF, locked with a password (RC4, which pypdf writes by itself)."""
    penulis = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    penulis.encrypt("rahasia", algorithm="RC4-128")
    return ke_byte(penulis.write)


def pdf_bersandi_aes() -> bytes:
    """The locked PDF with the dictionary of AES-256, for which pypdf needs a library that is not installed."""
    sandi = b"/Encrypt<</Filter/Standard/V 5/R 6/Length 256/P -4/O(" + b"o" * 48 + b")/U(" + b"u" * 48
    sandi += (
        b")/OE("
        + b"o" * 32
        + b")/UE("
        + b"u" * 32
        + b")/Perms("
        + b"p" * 16
        + b")/CF<</StdCF<</CFM/AESV3>>>>/StmF/StdCF/StrF/StdCF>>"
    )
    asli = pdf()
    kepala, ekor = asli.rsplit(b"trailer", 1)
    return kepala + b"trailer" + ekor.replace(b"<<", b"<<" + sandi + b"/ID[(a)(a)]", 1)


def pdf_tanpa_halaman() -> bytes:
    """A PDF with an empty page tree."""
    return ke_byte(PdfWriter().write)


def docx() -> bytes:
    """A Word document."""
    dokumen = Document()
    dokumen.add_paragraph("Berita acara")
    return ke_byte(dokumen.save)


def xlsx() -> bytes:
    """A workbook."""
    return ke_byte(Workbook().save)


def paket(bagian: Mapping[str, bytes | str], **pilihan: Any) -> bytes:
    """A zip of these parts."""

    def tulis(tujuan: BytesIO) -> None:
        with ZipFile(tujuan, "w", **{"compression": ZIP_DEFLATED, **pilihan}) as arsip:
            for nama, isi in bagian.items():
                arsip.writestr(nama, isi)

    return ke_byte(tulis)


def jenis_isi(jenis: str, ruang: str = "/word/document.xml") -> str:
    """The list of content types of a package with one main part."""
    return f'<?xml version="1.0"?><Types xmlns="{NS_JENIS}"><Override PartName="{ruang}" ContentType="{jenis}"/></Types>'


def paket_word(lain: Mapping[str, bytes | str] | None = None, jenis: str = JENIS_DOCX) -> bytes:
    """A minimal Word package, with other parts."""
    return paket({"[Content_Types].xml": jenis_isi(jenis), "word/document.xml": "<document/>", **(lain or {})})


def hubungan(jenis: str, tujuan: str) -> str:
    """A list with one relationship to the outside."""
    isi = f'<Relationship Id="r1" Type="{JENIS_HUBUNGAN}/{jenis}" Target="{tujuan}" TargetMode="External"/>'
    return f'<?xml version="1.0"?><Relationships xmlns="{NS_HUBUNGAN}">{isi}</Relationships>'


def paket_bohong(nyata: int, diaku: int) -> bytes:
    """A Word package with a part that unpacks to `nyata` zero bytes and declares `diaku`, with a checksum that fits the lie."""
    pemampat = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    mampat = pemampat.compress(bytes(nyata)) + pemampat.flush()
    nama = "word/media/gambar.bin"
    info = ZipInfo(nama)
    info.compress_type = ZIP_STORED

    def tulis(tujuan: BytesIO) -> None:
        with ZipFile(tujuan, "w") as arsip:
            arsip.writestr("[Content_Types].xml", jenis_isi(JENIS_DOCX))
            arsip.writestr("word/document.xml", "<document/>")
            arsip.writestr(info, mampat)

    isi = ke_byte(tulis)
    lama = struct.pack("<III", zlib.crc32(mampat), len(mampat), len(mampat))
    isi = isi.replace(lama, struct.pack("<III", zlib.crc32(bytes(diaku)), len(mampat), diaku))
    for tempat, jarak in ((isi.find(nama.encode()), 22), (isi.rfind(nama.encode()), 36)):
        isi = isi[: tempat - jarak] + struct.pack("<H", ZIP_DEFLATED) + isi[tempat - jarak + 2 :]
    return isi


def zip_bersandi() -> bytes:
    """The Word package with the flag of encryption on every part."""
    isi = bytearray(docx())
    for tanda, jarak in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        tempat = isi.find(tanda)
        while tempat >= 0:
            isi[tempat + jarak] |= 1
            tempat = isi.find(tanda, tempat + 4)
    return bytes(isi)


def profil_tertukar() -> bytes:
    """A colour profile in which red and green have changed places, so that a conversion can be seen."""
    isi = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for tempat in range(132, 132 + 12 * int.from_bytes(isi[128:132], "big"), 12):
        if isi[tempat : tempat + 4] in (b"rXYZ", b"gXYZ"):
            isi[tempat : tempat + 1] = b"g" if isi[tempat : tempat + 1] == b"r" else b"r"
    return bytes(isi)
