"""A Word document from a template, its fields and the elements that belong at its markers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from rtl_tracker.reports.word.arsip import kemas, salin_arsip, waktu_arsip
from rtl_tracker.reports.word.bagian import Bagian, susun_bagian
from rtl_tracker.reports.word.elemen import Elemen, Gambar, Tabel
from rtl_tracker.reports.word.galat import DokumenGagal
from rtl_tracker.reports.word.gaya import Gaya
from rtl_tracker.reports.word.kerangka import Butir, baca_kerangka, nama_penanda, pangkas
from rtl_tracker.reports.word.media import Media
from rtl_tracker.reports.word.penomoran import Penomoran
from rtl_tracker.reports.word.penulis import PenulisBadan
from rtl_tracker.reports.word.perencana import Perencana
from rtl_tracker.reports.word.properti import isi_properti, minta_pembaruan
from rtl_tracker.reports.word.rencana import LOGO
from rtl_tracker.reports.word.serialisasi import Serialisasi
from rtl_tracker.reports.word.simpul import Simpul
from rtl_tracker.reports.word.templat import isi_templat

_TEMPAT_ISI = "isi-laporan"


@dataclass(frozen=True, slots=True)
class Dokumen:
    """Everything a document is made of.

    `bidang` fills the `{{ name }}` fields of the template, `isi` its `[[name]]` paragraphs. `tanggal` goes into the properties
    and the archive, so that the same data give the same bytes. `logo` is a PNG or JPEG picture.
    """

    templat: Path
    bidang: Mapping[str, str]
    isi: Mapping[str, Sequence[Elemen]]
    judul: str
    penulis: str
    tanggal: datetime
    logo: bytes | None = None


def bangun(dokumen: Dokumen) -> bytes:
    """The .docx; its contents and lists have their lines but no page numbers yet (see `tata_letak`).

    A heading of the template without anything below it falls away. Raises DokumenGagal when template, fields and elements do
    not fit together.
    """
    word = isi_templat(dokumen.templat, dokumen.bidang)
    akar = word.element
    gaya = Gaya(word.styles.element)
    media = Media(word.part, _id_berikut(akar, "wp:docPr", "id"))
    if dokumen.logo:
        media.daftarkan(dokumen.logo)
    penomoran = Penomoran(word.part.numbering_part.element)
    perencana = Perencana(dokumen.isi, gaya, penomoran, media, _id_berikut(akar, "w:bookmarkStart", qn("w:id")))
    rencana = [(satu, perencana.rencanakan(satu)) for satu in _bagian(dokumen, baca_kerangka(akar.body, gaya))]
    penulis = PenulisBadan(perencana.catatan, gaya, media, Serialisasi(akar.nsmap), dokumen.logo)
    isi_properti(word, dokumen.judul, dokumen.penulis, dokumen.tanggal)
    minta_pembaruan(word)
    return _simpan(word, penulis.tulis(rencana, perencana.id_berikut()), dokumen.tanggal)


def _bagian(dokumen: Dokumen, kerangka: list[Butir]) -> list[Bagian]:
    tak_bertempat = {nama for nama, elemen in dokumen.isi.items() if elemen} - set(nama_penanda(kerangka))
    if tak_bertempat:
        raise DokumenGagal(f"Templat Word tidak memiliki penanda untuk isi: {', '.join(sorted(tak_bertempat))}.")
    return susun_bagian(pangkas(kerangka, _berisi(dokumen)))


def _berisi(dokumen: Dokumen) -> Callable[[str], bool]:
    """Whether anything will stand at a marker."""
    semua = [elemen for bagian in dokumen.isi.values() for elemen in bagian]
    sendiri = {
        "daftar_isi": bool(semua),
        "daftar_tabel": any(isinstance(elemen, Tabel) and elemen.judul is not None for elemen in semua),
        "daftar_gambar": any(isinstance(elemen, Gambar) and elemen.judul is not None for elemen in semua),
        LOGO: dokumen.logo is not None,
    }
    return lambda nama: sendiri[nama] if nama in sendiri else bool(dokumen.isi.get(nama))


def _simpan(word: Document, badan: Iterable[str], tanggal: datetime) -> bytes:
    """Save the package with an empty body, then copy it with the body written in place."""
    body = word.element.body
    for blok in list(body):
        body.remove(blok)
    body.append(etree.Comment(_TEMPAT_ISI))
    tampung = BytesIO()
    word.save(tampung)
    nama = word.part.partname.membername
    with ZipFile(tampung) as sumber:
        awal, _, akhir = sumber.read(nama).partition(f"<!--{_TEMPAT_ISI}-->".encode())
        return salin_arsip(sumber, {nama: _bungkus(awal, badan, akhir)}, waktu_arsip(tanggal))


def _bungkus(awal: bytes, badan: Iterable[str], akhir: bytes) -> Iterator[bytes]:
    yield awal
    yield from kemas(badan)
    yield akhir


def _id_berikut(akar: Simpul, tag: str, nama: str) -> int:
    return max((int(str(elemen.get(nama, "0"))) for elemen in akar.iter(qn(tag))), default=0) + 1
