"""What a workbook's package says about itself: its kind, its sheets and where they are, the styles that show per cent."""

import re
from dataclasses import dataclass
from typing import Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from rtl_tracker.spreadsheets.arsip import KALIMAT_RUSAK, Arsip
from rtl_tracker.spreadsheets.masalah import BerkasDitolak

BUKU = "xl/workbook.xml"
HUBUNGAN = "xl/_rels/workbook.xml.rels"
GAYA = "xl/styles.xml"
TEKS_BERSAMA = "xl/sharedstrings.xml"
_ID_HUBUNGAN = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ID_HUBUNGAN_KETAT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_PERSEN_BAWAAN = frozenset({"9", "10"})
_HARFIAH = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: its name and the member that holds it."""

    nama: str
    bagian: str


def tolak_bukan_xlsx(arsip: Arsip) -> None:
    """Say what the zip is when it is no .xlsx workbook."""
    jenis = arsip.utuh("mimetype")
    if b"opendocument" in jenis:
        raise BerkasDitolak("Berkas ini berformat OpenDocument (.ods). Simpan kembali sebagai .xlsx, lalu unggah ulang.")
    if "xl/workbook.bin" in arsip.anggota:
        raise BerkasDitolak("Berkas ini berformat Excel biner (.xlsb). Simpan kembali sebagai .xlsx, lalu unggah ulang.")
    if b"macroEnabled" in arsip.utuh("[Content_Types].xml") or "xl/vbaproject.bin" in arsip.anggota:
        raise BerkasDitolak("Berkas ini memuat makro (.xlsm). Simpan kembali sebagai .xlsx tanpa makro, lalu unggah ulang.")
    if BUKU not in arsip.anggota or HUBUNGAN not in arsip.anggota:
        raise BerkasDitolak("Berkas ini tidak memuat buku kerja Excel. Unggah buku kerja .xlsx.")


def daftar_lembar(arsip: Arsip) -> list[Lembar]:
    """The sheets in their order. Raises BerkasDitolak when one has no member."""
    tujuan = {h.get("Id"): h.get("Target", "") for h in _urai(arsip, HUBUNGAN) if _lokal(h.tag) == "Relationship"}
    hasil = []
    for unsur in _urai(arsip, BUKU).iter():
        if _lokal(unsur.tag) != "sheet":
            continue
        id_ = unsur.get(_ID_HUBUNGAN) or unsur.get(_ID_HUBUNGAN_KETAT)
        bagian = _bagian(tujuan.get(id_, ""))
        if bagian not in arsip.anggota:
            raise BerkasDitolak(KALIMAT_RUSAK)
        hasil.append(Lembar(unsur.get("name", ""), bagian))
    return hasil


def gaya_persen(arsip: Arsip) -> frozenset[int]:
    """Numbers of the cell styles under which 0.875 is shown as 87,5 %."""
    if GAYA not in arsip.anggota:
        return frozenset()
    akar = _urai(arsip, GAYA)
    format_ = set(_PERSEN_BAWAAN)
    for unsur in akar.iter():
        if _lokal(unsur.tag) == "numFmt" and "%" in _HARFIAH.sub("", unsur.get("formatCode", "")):
            format_.add(unsur.get("numFmtId", ""))
    gaya = next((unsur for unsur in akar if _lokal(unsur.tag) == "cellXfs"), ())
    return frozenset(nomor for nomor, xf in enumerate(gaya) if xf.get("numFmtId") in format_)


def _urai(arsip: Arsip, nama: str) -> Any:
    try:
        return fromstring(arsip.utuh(nama), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as salah:
        raise BerkasDitolak(KALIMAT_RUSAK) from salah


def _lokal(tanda: object) -> str:
    return str(tanda).rpartition("}")[2]


def _bagian(tujuan: str) -> str:
    """Name of a member from the target of a relationship, as the reader resolves it."""
    rapi = tujuan.replace("\\", "/").lstrip("/").casefold()
    return rapi if rapi.startswith("xl/") else f"xl/{rapi}"
