"""Pictures: parts of the package, and the drawings that show them."""

import hashlib
from dataclasses import dataclass
from itertools import count

from docx.image.exceptions import UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from rtl_tracker.reports.word.galat import DokumenGagal
from rtl_tracker.reports.word.teks import lolos_atribut

_EMU_PER_MM = 36000
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Berkas:
    """A picture in the package: its relationship and its size in pixels."""

    relasi: str
    lebar_px: int
    tinggi_px: int


class Media:
    """Adds pictures to a document part; the same bytes are stored once."""

    def __init__(self, part: Part, id_awal: int) -> None:
        self._part = part
        self._id = count(id_awal)
        self._berkas: dict[str, Berkas] = {}

    def daftarkan(self, blob: bytes) -> Berkas:
        """The stored picture. Raises DokumenGagal for bytes that are no picture."""
        kunci = hashlib.sha256(blob).hexdigest()
        if kunci not in self._berkas:
            self._berkas[kunci] = self._simpan(blob)
        return self._berkas[kunci]

    def lukis(self, blob: bytes, alt: str, lebar_mm: float, tinggi_mm: float) -> str:
        """A run with the picture, as large as fits into the given width and height with its own proportions."""
        berkas = self.daftarkan(blob)
        skala = min(lebar_mm / berkas.lebar_px, tinggi_mm / berkas.tinggi_px) * _EMU_PER_MM
        return _lukisan(berkas, next(self._id), alt, round(berkas.lebar_px * skala), round(berkas.tinggi_px * skala))

    def _simpan(self, blob: bytes) -> Berkas:
        try:
            gambar = Image.from_blob(blob)
        except (UnrecognizedImageError, UnexpectedEndOfFileError) as galat:
            raise DokumenGagal("Sebuah gambar bukan berkas PNG atau JPEG yang utuh.") from galat
        nama = PackURI(f"/word/media/laporan{len(self._berkas) + 1}.{gambar.ext}")
        relasi = self._part.relate_to(Part(nama, gambar.content_type, blob, self._part.package), RELATIONSHIP_TYPE.IMAGE)
        return Berkas(relasi, gambar.px_width, gambar.px_height)


def _lukisan(berkas: Berkas, nomor: int, alt: str, lebar: int, tinggi: int) -> str:
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{lebar}" cy="{tinggi}"/><wp:docPr id="{nomor}" name="Gambar {nomor}" descr={lolos_atribut(alt)}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="{nomor}" name="Gambar {nomor}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{_R}" r:embed="{berkas.relasi}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{lebar}" cy="{tinggi}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing></w:r>"
    )
