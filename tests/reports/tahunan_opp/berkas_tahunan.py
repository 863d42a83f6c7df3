"""Databases and files that the tests of both further orders of the annual report share."""

import io
import re
from datetime import UTC, datetime
from zipfile import ZipFile

from lxml import etree
from pypdf import PdfReader

from bench.pembangkit import Ukuran, tulis_folder
from rtl_tracker.domain.jenis_dokumen import BentukBerkas, JenisDokumen, PermintaanDokumen
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.reports.word.dokumen import Dokumen, bangun
from rtl_tracker.resources import resource
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.session import buat_engine, pabrik_session, session_tulis
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja
from rtl_tracker.usecases.lingkungan_dokumen import LingkunganDokumen
from rtl_tracker.usecases.susun_dokumen import Bengkel, Pelengkap, isi_dokumen, susun_dokumen
from tests.conftest import DATA
from tests.reports.word.contoh import png

NOW = datetime(2025, 1, 10, tzinfo=UTC)
BUATAN = Ukuran(upp=12, triwulan=2, respons=24)
TAHUN = {"bengkayang": 2021, "pontianak": 2023, "buatan": BUATAN.tahun}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def rancangan(nama: str, jenis: JenisDokumen, rancang, folder) -> Rancangan:
    """The plan of a document of one data set, from a database of its own."""
    engine = buat_engine(f"sqlite:///{folder / 'uji.db'}")
    migrasikan(engine)
    for sumber, tahun in _sumber(nama, folder):
        with session_tulis(engine) as session:
            assert impor_buku_kerja(session, sumber, tahun, now=NOW).galat == []
    with pabrik_session(engine)() as session:
        plan = rancang(
            session, PermintaanDokumen(jenis, TAHUN[nama]), LingkunganDokumen("http://x", GudangBukti(folder, folder))
        )
    engine.dispose()
    return plan


def _sumber(nama: str, folder):
    if nama != "buatan":
        return [(DATA / f"{nama}_{TAHUN[nama]}", TAHUN[nama])]
    return [(tulis_folder(folder / f"{x}", BUATAN, tahun_lalu=x), BUATAN.tahun - x) for x in (True, False)]


def bangun_cepat(plan: Rancangan, suntingan=None) -> bytes:
    """The Word file with one small picture in the place of every chart, not laid out."""
    isi, _ = isi_dokumen(plan, suntingan or {}, dict.fromkeys([g.sidik() for g in plan.grafik], png()))
    templat = resource("docx_templates") / plan.templat
    return bangun(Dokumen(templat, plan.bidang_templat, isi, plan.judul, plan.penulis, plan.tanggal))


def tata(plan: Rancangan, soffice, folder) -> tuple[bytes, list[str]]:
    """The Word file with its page numbers, and the text of its pages."""
    jadi = susun_dokumen(
        plan, Pelengkap(), Bengkel(soffice, folder / "grafik", lambda _l, _p: None), (BentukBerkas.DOCX, BentukBerkas.PDF)
    )
    halaman = PdfReader(io.BytesIO(jadi.berkas[BentukBerkas.PDF])).pages
    return jadi.berkas[BentukBerkas.DOCX], [h.extract_text() for h in halaman]


def paragraf(docx: bytes) -> list[tuple[str, str]]:
    """(style, text) of every paragraph of the body."""
    with ZipFile(io.BytesIO(docx)) as arsip:
        badan = etree.fromstring(arsip.read("word/document.xml"))
    hasil = []
    for p in badan.iter(f"{W}p"):
        gaya = p.find(f"{W}pPr/{W}pStyle")
        hasil.append((gaya.get(f"{W}val") if gaya is not None else "", "".join(t.text or "" for t in p.iter(f"{W}t"))))
    return hasil


def judul(docx: bytes, tingkat: int) -> list[str]:
    """The headings of a level, in order."""
    return [teks for gaya, teks in paragraf(docx) if gaya == f"Heading{tingkat}"]


def sisa_mesin(docx: bytes) -> list[str]:
    """What of the machinery shows in the text."""
    teks = "\n".join(t for _, t in paragraf(docx))
    return re.findall(r"\b(?:None|nan|Fraction|Decimal)\b|\{\{|\}\}|\[\[|⟦|\*\*|Error!", teks)
