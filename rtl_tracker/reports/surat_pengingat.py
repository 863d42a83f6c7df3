"""A formal letter to every unit whose dossier is past its due date: one Word file, one page per unit (spec 2.4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.styles.style import ParagraphStyle

from rtl_tracker.formats import tanggal
from rtl_tracker.reports.word.dokumen_polos import rampungkan, siapkan_bahasa
from rtl_tracker.reports.word.gaya_paragraf import GayaParagraf, gaya_paragraf, pasang_gaya
from rtl_tracker.reports.word.teks import lolos

BarisSurat = tuple[str, str, str, str]
KEPALA = ("No.", "Periode", "Batas penyampaian", "Terlambat", "Yang dinantikan")
_LEBAR_DXA = (624, 1531, 2041, 1417, 3742)
_LETAK_KETERANGAN = (Mm(22), Mm(26))
# What is kept of the settings in python-docx's own template; the rest is history of the file it was made from.
_TAB, _TEKS = "\t", '<w:t xml:space="preserve">'
_KOSONG = "." * 32
_HURUF, _UKURAN_PT = "Liberation Serif", 11.5


@dataclass(frozen=True, slots=True)
class SuratUpp:
    """The letter to one unit: its name and the late periods (period, due date, days late, what is awaited)."""

    nama: str
    baris: tuple[BarisSurat, ...]


@dataclass(frozen=True, slots=True)
class BahanSurat:
    """What all letters share, and the letters. Empty texts become dots to fill in by hand."""

    instansi: str
    kantor: str
    tahun: int
    tempat: str
    tanggal: date
    jabatan: str
    penandatangan: str
    nip: str
    alamat: str
    surat: tuple[SuratUpp, ...]


_Gaya = partial(GayaParagraf, _UKURAN_PT)
_GAYA: dict[str, GayaParagraf] = {
    "Surat Instansi": GayaParagraf(15, rata=WD_ALIGN_PARAGRAPH.CENTER, tebal=True),
    "Surat Kantor": GayaParagraf(13, rata=WD_ALIGN_PARAGRAPH.CENTER, sesudah=14, tebal=True),
    "Surat Tanggal": _Gaya(rata=WD_ALIGN_PARAGRAPH.RIGHT, sesudah=8),
    "Surat Keterangan": _Gaya(),
    "Surat Tujuan": _Gaya(sebelum=12),
    "Surat Isi": _Gaya(rata=WD_ALIGN_PARAGRAPH.JUSTIFY, sebelum=8, sesudah=4),
    "Surat Sel": GayaParagraf(10.5, sebelum=2, sesudah=2),
    "Surat Kepala Tabel": GayaParagraf(10.5, sebelum=2, sesudah=2, tebal=True, lekat=True),
    "Surat Jabatan": _Gaya(sebelum=16, masuk_mm=88, lekat=True),
    "Surat Nama": _Gaya(sebelum=58, masuk_mm=88, tebal=True, lekat=True),
    "Surat Nip": _Gaya(masuk_mm=88),
}


def buat_surat(bahan: BahanSurat) -> bytes:
    """The .docx. The same letters of the same day give the same bytes."""
    word = docx.Document()
    _siapkan(word)
    judul = f"Surat pengingat penyampaian berkas SKM tahun {bahan.tahun}"
    surat = "".join(potong for nomor, satu in enumerate(bahan.surat) for potong in _surat(bahan, satu, halaman_baru=nomor > 0))
    return rampungkan(word, judul, bahan.instansi or bahan.kantor, bahan.tanggal, surat)


def _siapkan(word: Document) -> None:
    """A4, the margins of a letter, Indonesian as language, and the styles of the letter."""
    bagian = word.sections[0]
    bagian.page_width, bagian.page_height = Mm(210), Mm(297)
    bagian.left_margin, bagian.right_margin, bagian.top_margin, bagian.bottom_margin = Mm(25), Mm(20), Mm(20), Mm(20)
    siapkan_bahasa(word)
    pasang_gaya(word, _HURUF, _UKURAN_PT, _GAYA)
    keterangan = gaya_paragraf(word, "Surat Keterangan").paragraph_format
    for letak in _LETAK_KETERANGAN:
        keterangan.tab_stops.add_tab_stop(letak)
    keterangan.left_indent, keterangan.first_line_indent = _LETAK_KETERANGAN[-1], -_LETAK_KETERANGAN[-1]
    _beri_garis(gaya_paragraf(word, "Surat Kantor"))


def _beri_garis(gaya: ParagraphStyle) -> None:
    """The line below the letterhead, as a border of its last paragraph."""
    tepi, garis = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for nama, nilai in (("val", "thinThickSmallGap"), ("sz", "18"), ("space", "4"), ("color", "000000")):
        garis.set(qn(f"w:{nama}"), nilai)
    tepi.append(garis)
    sifat = gaya.element.get_or_add_pPr()
    sifat.insert_element_before(tepi, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _surat(bahan: BahanSurat, surat: SuratUpp, halaman_baru: bool) -> Iterator[str]:
    """One letter as blocks; the page break belongs to its first paragraph."""
    yield _paragraf((bahan.instansi or _KOSONG).upper(), "SuratInstansi", "<w:pageBreakBefore/>" if halaman_baru else "")
    yield _paragraf(bahan.kantor.upper(), "SuratKantor")
    yield _paragraf(f"{bahan.tempat or _KOSONG}, {tanggal(bahan.tanggal)}", "SuratTanggal")
    hal = f"Pengingat penyampaian berkas SKM tahun {bahan.tahun}"
    for kata, isi in (("Nomor", _KOSONG), ("Sifat", _KOSONG), ("Lampiran", "-"), ("Hal", hal)):
        yield _paragraf(f"{kata}{_TAB}:{_TAB}{isi}", "SuratKeterangan")
    yield _paragraf(f"Yth. Kepala {surat.nama}", "SuratTujuan")
    yield _paragraf("di Tempat", "SuratKeterangan")
    yield _paragraf(
        f"Dengan hormat kami sampaikan bahwa, menurut jadwal Survei Kepuasan Masyarakat (SKM) tahun {bahan.tahun}, berkas dari "
        f"{surat.nama} untuk periode berikut masih kami nantikan.",
        "SuratIsi",
        "<w:keepNext/>",
    )
    yield _tabel(surat.baris)
    yield from _penutup(bahan)


def _penutup(bahan: BahanSurat) -> Iterator[str]:
    """What is asked for, thanks, and the signature, which stays in one piece."""
    yield _paragraf(
        "Sehubungan dengan hal tersebut, mohon kesediaan Bapak/Ibu untuk melengkapi dan mengirimkan berkas dimaksud melalui "
        f"{bahan.alamat}. Bila pada periode tersebut tidak ada pelayanan, mohon disampaikan jawaban nihil beserta alasannya "
        "pada halaman yang sama.",
        "SuratIsi",
    )
    yield _paragraf(
        "Bila berkas telah dikirim sebelum surat ini diterima, mohon surat ini diabaikan. Atas perhatian dan kerja sama "
        "Bapak/Ibu, kami ucapkan terima kasih.",
        "SuratIsi",
    )
    yield _paragraf(f"{bahan.jabatan or _KOSONG},", "SuratJabatan")
    yield _paragraf(bahan.penandatangan or _KOSONG, "SuratNama")
    yield _paragraf(f"NIP {bahan.nip or _KOSONG}", "SuratNip")


def _paragraf(teks: str, gaya: str, sifat: str = "") -> str:
    isi = f"</w:t></w:r><w:r><w:tab/></w:r><w:r>{_TEKS}".join(lolos(bagian) for bagian in teks.split(_TAB))
    return f'<w:p><w:pPr><w:pStyle w:val="{gaya}"/>{sifat}</w:pPr><w:r>{_TEKS}{isi}</w:t></w:r></w:p>'


def _tabel(baris: Sequence[BarisSurat]) -> str:
    """The late periods; the head repeats where the table breaks, a row never does."""
    kisi = "".join(f'<w:gridCol w:w="{lebar}"/>' for lebar in _LEBAR_DXA)
    isi = "".join(_baris((str(nomor), *satu), "SuratSel") for nomor, satu in enumerate(baris, start=1))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(_LEBAR_DXA)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620"/></w:tblPr><w:tblGrid>{kisi}</w:tblGrid>'
        f"{_baris(KEPALA, 'SuratKepalaTabel', '<w:tblHeader/>')}{isi}</w:tbl>"
    )


def _baris(teks: Sequence[str], gaya: str, sifat: str = "") -> str:
    sel = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/></w:tcPr>{_paragraf(isi, gaya)}</w:tc>'
        for isi, lebar in zip(teks, _LEBAR_DXA, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{sifat}</w:trPr>{sel}</w:tr>"
