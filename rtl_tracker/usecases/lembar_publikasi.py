"""The sheets of a publication: one layout for all, then a page for each; without LibreOffice a Word file for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from sqlalchemy.orm import Session

from rtl_tracker.config import Settings
from rtl_tracker.domain.jenis_dokumen import BentukBerkas
from rtl_tracker.domain.pesanan import Pesanan
from rtl_tracker.domain.publikasi import kunci_ringkas
from rtl_tracker.reports.lembar_ikm.fakta import FaktaLembar
from rtl_tracker.reports.lembar_ikm.rancang import rancang_lembar, rancang_lembar_semua
from rtl_tracker.reports.word.tata_letak import cari_soffice
from rtl_tracker.usecases.buat_dokumen import muat_pelengkap
from rtl_tracker.usecases.calon_publikasi import CalonPublikasi
from rtl_tracker.usecases.susun_dokumen import Bengkel, Lapor, Pelengkap, susun_dokumen, tulis_dokumen

TANPA_PDF = "Lembar IKM diterbitkan sebagai berkas Word karena tidak dapat ditata menjadi PDF: {} Terbitkan kembali setelah itu diperbaiki."
TANPA_PROGRAM = "LibreOffice tidak ditemukan (paket libreoffice-writer)."
HALAMAN_LAIN = "jumlah halaman tidak sama dengan jumlah lembar."


@dataclass(frozen=True, slots=True)
class LembarJadi:
    """Finished sheets by file name, and sentences for the user."""

    berkas: Mapping[str, bytes]
    peringatan: tuple[str, ...] = ()

    @property
    def sidik(self) -> dict[str, str]:
        """SHA-256 (hex) of every file by its name."""
        return {nama: sha256(isi).hexdigest() for nama, isi in self.berkas.items()}


def susun_lembar(session: Session, settings: Settings, pesanan: Pesanan, calon: CalonPublikasi, lapor: Lapor) -> LembarJadi:
    """The sheets of a candidate that holds any, named by unit: "instansi.pdf", "12.pdf"."""
    pelengkap = muat_pelengkap(session, pesanan)
    bengkel = Bengkel(settings.soffice, settings.folder_grafik, lapor)
    sebab = TANPA_PROGRAM
    if cari_soffice(settings.soffice) is not None:
        jadi = susun_dokumen(rancang_lembar_semua(calon.lembar, ()), pelengkap, bengkel, (BentukBerkas.DOCX, BentukBerkas.PDF))
        pdf = jadi.berkas.get(BentukBerkas.PDF)
        halaman = [] if pdf is None else pisahkan_halaman(pdf, [_judul(f) for f in calon.lembar])
        if len(halaman) == len(calon.lembar):
            return LembarJadi({f"{_kunci(f)}.pdf": isi for f, isi in zip(calon.lembar, halaman, strict=True)})
        sebab = HALAMAN_LAIN if pdf is not None else next(iter(jadi.peringatan), TANPA_PROGRAM)
    return LembarJadi(_word(calon, pelengkap, bengkel), (TANPA_PDF.format(sebab),))


def pisahkan_halaman(pdf: bytes, judul: list[str]) -> list[bytes]:
    """Every page as a PDF of its own, under its title; nothing when there are not as many pages as titles."""
    from pypdf import PdfReader, PdfWriter  # here: it loads slowly, and few processes split a PDF
    from pypdf.generic import NameObject, TextStringObject

    halaman = PdfReader(BytesIO(pdf)).pages
    if len(halaman) != len(judul):
        return []
    hasil = []
    for satu, nama in zip(halaman, judul, strict=True):
        penulis = PdfWriter()
        penulis.add_page(satu)
        penulis.add_metadata({"/Title": nama})
        penulis.root_object[NameObject("/Lang")] = TextStringObject("id-ID")
        tujuan = BytesIO()
        penulis.write(tujuan)
        hasil.append(tujuan.getvalue())
    return hasil


def _word(calon: CalonPublikasi, pelengkap: Pelengkap, bengkel: Bengkel) -> dict[str, bytes]:
    return {f"{_kunci(f)}.docx": tulis_dokumen(rancang_lembar(f), pelengkap, bengkel).docx for f in calon.lembar}


def _kunci(f: FaktaLembar) -> str:
    return kunci_ringkas(f.upp_id)


def _judul(f: FaktaLembar) -> str:
    return rancang_lembar(f).judul
