"""Templates for the tests: the shipped one of the annual report, with parts changed, added and renamed."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from rtl_tracker.domain.jenis_dokumen import JenisDokumen
from rtl_tracker.reports.templat_sendiri.acuan import acuan_jenis
from rtl_tracker.reports.templat_sendiri.keterangan import arti_bidang
from rtl_tracker.reports.word.dokumen import Dokumen
from rtl_tracker.reports.word.elemen import Kolom, Paragraf, Tabel
from rtl_tracker.resources import resource

BERKAS = resource("docx_templates") / "tahunan.docx"
ISI, HUBUNGAN, JENIS, GAYA = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/styles.xml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@cache
def bawaan() -> bytes:
    """The shipped template."""
    return BERKAS.read_bytes()


def bagian(isi: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with ZipFile(BytesIO(isi)) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def paket(isi: Mapping[str, bytes]) -> bytes:
    """A package of these parts."""
    tujuan = BytesIO()
    with ZipFile(tujuan, "w", ZIP_DEFLATED) as arsip:
        for nama, satu in isi.items():
            arsip.writestr(nama, satu)
    return tujuan.getvalue()


def ubah(
    *ganti: tuple[str, str], nama: str = ISI, tambah: Mapping[str, bytes] | None = None, dari: bytes | None = None
) -> bytes:
    """A copy in which texts of one part are others, and which has more parts."""
    isi = bagian(dari or bawaan())
    teks = isi[nama].decode()
    for lama, baru in ganti:
        assert lama in teks, lama
        teks = teks.replace(lama, baru)
    return paket({**isi, nama: teks.encode(), **(tambah or {})})


def dengan(teks: str) -> bytes:
    """The template with this text in a paragraph of its own on the cover."""
    return dengan_xml(f"<w:p><w:r><w:t>{teks.replace('&', '&amp;').replace('<', '&lt;')}</w:t></w:r></w:p>")


def dengan_xml(xml: str) -> bytes:
    """The template with these blocks at its beginning."""
    return ubah(("<w:body>", f"<w:body>{xml}"))


def dengan_hubungan(jenis: str, tujuan: str, keluar: bool = True, tambah: Mapping[str, bytes] | None = None) -> bytes:
    """The template with one more relationship of its main part."""
    cara = ' TargetMode="External"' if keluar else ""
    satu = f'<Relationship Id="rIdUji" Type="{R}/{jenis}" Target="{tujuan}"{cara}/></Relationships>'
    return ubah(("</Relationships>", satu), nama=HUBUNGAN, tambah=tambah)


def medan(*potong: str) -> str:
    """A paragraph with one field whose instruction is split into runs."""
    perintah = "".join(f"<w:r><w:instrText>{satu}</w:instrText></w:r>" for satu in potong)
    tanda = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return f"<w:p>{tanda.format('begin')}{perintah}{tanda.format('separate')}<w:r><w:t>x</w:t></w:r>{tanda.format('end')}</w:p>"


def dokumen(templat: Path = BERKAS) -> Dokumen:
    """A small annual report; its table is read from a generator and shaded by a function."""
    baris = ((str(i), f"UPP {i}", "2,10") for i in range(20))
    kolom = (Kolom("No", 10), Kolom("UPP", 60), Kolom("U1", 20))
    tabel = Tabel(kolom, baris, "T", "Rekap", arsir=lambda i, teks: "9DB2D6" if i == 2 and teks < "2,50" else None)
    bidang = {nama: arti_bidang(nama)[1] for nama in acuan_jenis(JenisDokumen.TAHUNAN).bidang}
    isi = {"metode": (Paragraf("Lihat ⟦T⟧."), tabel)}
    return Dokumen(templat, bidang, isi, "Judul", "Penulis", datetime(2024, 1, 31))
