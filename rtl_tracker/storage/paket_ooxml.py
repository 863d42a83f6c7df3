"""Word and Excel packages, opened as if their sender were hostile: nothing is taken on trust, nothing unpacks beyond a budget."""

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from defusedxml.ElementTree import fromstring

from rtl_tracker.domain.bukti import BuktiDitolak, TipeBerkas

LIPAT_PALING_BESAR, BONGKAR_PALING_BESAR, ISI_PALING_BANYAK = 100, 200_000_000, 5000
XML_PALING_BESAR = 4_000_000
DAFTAR_ISI = "[content_types].xml"
_UTAMA: dict[str, tuple[TipeBerkas, str]] = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": (TipeBerkas.DOCX, "word/"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": (TipeBerkas.XLSX, "xl/"),
}
_SISIPAN_BIASA = (".docx", ".xlsx", ".pptx")
_HUBUNGAN_ASING = ("/oleobject", "/frame", "/subdocument", "/attachedtemplate")
_TEMPLAT_SETEMPAT = re.compile(r"(file:///[a-z]:[\\/][^\\/].*|[^\\/:]+)")
_AKHIR_ZIP, _PANJANG_AKHIR = b"PK\x05\x06", 22
_JENDELA = 1 << 16
_POTONGAN = 1 << 20
_KEPALA = struct.Struct("<4s22x2H")
_RUSAK = "Berkas '{}' rusak dan tidak dapat dibuka. Simpan ulang, lalu unggah kembali."
_MEMBENGKAK = "Berkas '{}' membengkak tidak wajar saat dibuka. Simpan ulang sebagai PDF."
_BERMAKRO = "Berkas '{}' memuat makro. Simpan sebagai .docx atau .xlsx tanpa makro, atau sebagai PDF."
_BERSISIPAN = "Berkas '{}' memuat objek sisipan atau merujuk berkas di tempat lain. Simpan sebagai PDF, lalu unggah kembali."
_ARSIP = "Berkas '{}' berupa arsip atau dokumen jenis lain. Unggah isinya satu per satu sebagai PDF, JPG, PNG, DOCX, atau XLSX."


def periksa_paket(sebutan: str, isi: bytes) -> TipeBerkas:
    """Whether the package is Word or Excel; `sebutan` is its name in sentences.

    Raises BuktiDitolak for other zips, passwords, macros, embedded or linked objects, and what is broken or unpacks too far.
    """
    bagian = _daftar(sebutan, isi)
    _ukur(sebutan, isi, bagian)
    if DAFTAR_ISI not in bagian:
        raise BuktiDitolak(_ARSIP.format(sebutan))
    jenis = _jenis_isi(sebutan, isi, bagian)
    if any("macroenabled" in satu or "vbaproject" in satu for satu in jenis) or any("vbaproject" in nama for nama in bagian):
        raise BuktiDitolak(_BERMAKRO.format(sebutan))
    tipe = next((t for j, (t, ruang) in _UTAMA.items() if j in jenis and any(nama.startswith(ruang) for nama in bagian)), None)
    if tipe is None:
        raise BuktiDitolak(_ARSIP.format(sebutan))
    _tolak_sisipan(sebutan, isi, bagian)
    return tipe


def _daftar(sebutan: str, isi: bytes) -> dict[str, ZipInfo]:
    """The directory by name in lower case. One that two programs could read differently (comment, a name twice) is refused."""
    if isi.rfind(_AKHIR_ZIP) != len(isi) - _PANJANG_AKHIR:
        raise BuktiDitolak(_RUSAK.format(sebutan))
    try:
        with ZipFile(BytesIO(isi)) as paket:
            daftar = paket.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error) as galat:
        raise BuktiDitolak(_RUSAK.format(sebutan)) from galat
    bagian = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in daftar}
    if any(info.flag_bits & 1 for info in daftar):
        raise BuktiDitolak(f"Berkas '{sebutan}' bersandi. Simpan ulang tanpa sandi agar pemeriksa dapat membacanya.")
    if len(bagian) != len(daftar):
        raise BuktiDitolak(_RUSAK.format(sebutan))
    if len(bagian) > ISI_PALING_BANYAK:
        raise BuktiDitolak(_MEMBENGKAK.format(sebutan))
    return bagian


def _ukur(sebutan: str, isi: bytes, bagian: dict[str, ZipInfo]) -> None:
    """The directory must promise little enough, and every part must unpack to exactly what was promised."""
    if sum(info.file_size for info in bagian.values()) > min(LIPAT_PALING_BESAR * len(isi), BONGKAR_PALING_BESAR):
        raise BuktiDitolak(_MEMBENGKAK.format(sebutan))
    for info in bagian.values():
        nyata = 0
        for potongan in _potongan(sebutan, isi, info):
            nyata += len(potongan)
            if nyata > info.file_size:
                raise BuktiDitolak(_MEMBENGKAK.format(sebutan))
        if nyata != info.file_size:
            raise BuktiDitolak(_RUSAK.format(sebutan))


def _potongan(sebutan: str, isi: bytes, info: ZipInfo) -> Iterator[bytes]:
    """Unpack a part by hand: zipfile stops at the declared size, and a program that does not would unpack more."""
    try:
        tanda, panjang_nama, panjang_lain = _KEPALA.unpack_from(isi, info.header_offset)
        mulai = info.header_offset + _KEPALA.size + panjang_nama + panjang_lain
        mentah = memoryview(isi)[mulai : mulai + info.compress_size]
        if tanda != b"PK\x03\x04" or len(mentah) != info.compress_size or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BuktiDitolak(_RUSAK.format(sebutan))
        yield from [bytes(mentah)] if info.compress_type == ZIP_STORED else _kembangkan(mentah)
    except (struct.error, zlib.error) as galat:
        raise BuktiDitolak(_RUSAK.format(sebutan)) from galat


def _kembangkan(mentah: memoryview) -> Iterator[bytes]:
    """Inflate in pieces. Raises zlib.error when the stream is broken or has no end."""
    pembuka = zlib.decompressobj(-zlib.MAX_WBITS)
    for awal in range(0, len(mentah), _JENDELA):
        sisa: bytes | memoryview = mentah[awal : awal + _JENDELA]
        while len(sisa) and not pembuka.eof:
            yield pembuka.decompress(sisa, _POTONGAN)
            sisa = pembuka.unconsumed_tail
    while not pembuka.eof and (potongan := pembuka.decompress(b"", _POTONGAN)):
        yield potongan
    if not pembuka.eof:
        raise zlib.error("no end")


def _baca_xml(sebutan: str, isi: bytes, info: ZipInfo) -> Element:
    """A part as XML without entities, so that no spelling of a name goes unseen."""
    if info.file_size > XML_PALING_BESAR:
        raise BuktiDitolak(_MEMBENGKAK.format(sebutan))
    try:
        akar: Element = fromstring(b"".join(_potongan(sebutan, isi, info)))
    except (ParseError, ValueError, LookupError) as galat:
        raise BuktiDitolak(_RUSAK.format(sebutan)) from galat
    return akar


def _jenis_isi(sebutan: str, isi: bytes, bagian: dict[str, ZipInfo]) -> set[str]:
    """All content types that the package declares, in lower case. Its main part may have any name (document2.xml of Word online)."""
    akar = _baca_xml(sebutan, isi, bagian[DAFTAR_ISI])
    return {satu.get("ContentType", "").strip().lower() for satu in akar.iter()}


def _tolak_sisipan(sebutan: str, isi: bytes, bagian: dict[str, ZipInfo]) -> None:
    """Refuse objects of other programs, and objects or templates fetched from elsewhere; data of a chart and hyperlinks may stay."""
    for nama, info in bagian.items():
        objek = "/embeddings/" in nama and not nama.endswith((*_SISIPAN_BIASA, "/", ".rels"))
        if objek or "/activex/" in nama or (nama.endswith(".rels") and _menunjuk_keluar(_baca_xml(sebutan, isi, info))):
            raise BuktiDitolak(_BERSISIPAN.format(sebutan))


def _menunjuk_keluar(hubungan: Element) -> bool:
    """Whether a list of relationships fetches an object or template; a template on the writer's own disk does no harm."""
    for satu in hubungan.iter():
        jenis, tujuan = satu.get("Type", "").strip().lower(), satu.get("Target", "").strip().lower()
        if satu.get("TargetMode", "").strip().lower() != "external" or not jenis.endswith(_HUBUNGAN_ASING):
            continue
        if not jenis.endswith("/attachedtemplate") or not _TEMPLAT_SETEMPAT.fullmatch(tujuan):
            return True
    return False
