"""A report that somebody edited in Word comes back: what was changed by hand, and its texts to take over (spec 3.4)."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rtl_tracker.config import Settings
from rtl_tracker.domain.bukti import BuktiDitolak, TipeBerkas
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.reports.banding.bandingkan import HasilBanding, TeksTangan, bandingkan, kesamaan
from rtl_tracker.reports.banding.isi_word import IsiWord, WordTidakTerbaca, baca_isi
from rtl_tracker.reports.naskah_suntingan import naskah_awal
from rtl_tracker.reports.rancangan import BlokTeks
from rtl_tracker.reports.word.dokumen import Dokumen, bangun
from rtl_tracker.resources import resource
from rtl_tracker.storage.pemeriksaan_berkas import periksa_berkas
from rtl_tracker.storage.versi_repository import list_versi, muat_isi_beku
from rtl_tracker.usecases.berkas_pekerjaan import list_berkas
from rtl_tracker.usecases.buat_dokumen import muat_pelengkap, rancang
from rtl_tracker.usecases.naskah_laporan import NaskahLaporan
from rtl_tracker.usecases.susun_dokumen import isi_dokumen

TITIK = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")
"""Stands for every chart: what is compared is text."""
PALING_SEDIKIT_SAMA = 0.2


class BerkasBandingDitolak(DomainError):
    """The file cannot be compared; str() is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class UsulanTeks:
    """A changed block with the text to take over: figures that a field prints are that field again."""

    judul: str
    ubahan: TeksTangan
    usulan: str
    versi: int


@dataclass(frozen=True, slots=True)
class BandingNaskah:
    """What was changed by hand. `asal`: what it was compared with, in words."""

    asal: str
    hasil: HasilBanding
    usulan: tuple[UsulanTeks, ...]


@dataclass(frozen=True, slots=True)
class _Asal:
    """A written document to compare with: its name, content, texts by block."""

    nama: str
    isi: IsiWord
    teks: Mapping[str, Sequence[str]]


def bandingkan_berkas(
    session: Session, settings: Settings, naskah: NaskahLaporan, nama_berkas: str, isi: bytes
) -> BandingNaskah:
    """Compare with today's document and with every frozen version, and go on with the one that is most alike.

    Raises BerkasBandingDitolak for what is no Word document, hostile, or another document.
    """
    sunting = _baca(nama_berkas, isi, settings.max_upload_mb)
    calon = _calon(session, settings, naskah)
    asal = max(calon, key=lambda satu: kesamaan(satu.isi, sunting))
    judul = {b.blok.nama: b.blok.judul for b in naskah.bagian}
    hasil = bandingkan(asal.isi, sunting, asal.teks, judul)
    if hasil.kesamaan < PALING_SEDIKIT_SAMA:
        raise BerkasBandingDitolak(
            f"Isi berkas '{nama_berkas}' terlalu berbeda dari {naskah.permintaan.nama.lower()}. Periksa apakah berkasnya benar."
        )
    return BandingNaskah(asal.nama, hasil, tuple(_usulan(t, naskah) for t in hasil.teks))


def _baca(nama: str, isi: bytes, batas_mb: int) -> IsiWord:
    try:
        if periksa_berkas(nama, isi, batas_mb) is not TipeBerkas.DOCX:
            raise BerkasBandingDitolak(f"Berkas '{nama}' bukan dokumen Word. Unggah laporan yang disunting sebagai .docx.")
        return baca_isi(isi)
    except BuktiDitolak as galat:
        raise BerkasBandingDitolak(str(galat)) from galat
    except WordTidakTerbaca as galat:
        raise BerkasBandingDitolak(
            f"Isi dokumen Word '{nama}' tidak dapat dibaca. Simpan ulang, lalu unggah kembali."
        ) from galat


def _calon(session: Session, settings: Settings, naskah: NaskahLaporan) -> list[_Asal]:
    p = naskah.permintaan
    calon = [_hari_ini(session, settings, naskah)]
    for versi in list_versi(session, p):
        docx = next((b.jalur for b in list_berkas(settings.folder_laporan, versi.berkas) if b.jenis == "docx"), None)
        if docx is not None:
            teks = muat_isi_beku(session, versi.id).teks
            calon.append(_Asal(f"versi {versi.nomor} yang disahkan", baca_isi(docx.read_bytes()), teks))
    return calon


def _hari_ini(session: Session, settings: Settings, naskah: NaskahLaporan) -> _Asal:
    """The document as it would be made now, with a point in the place of every chart."""
    pesanan = Pesanan(JenisKerja.DOKUMEN, naskah.permintaan)
    r = rancang(session, settings, pesanan)
    elemen, teks = isi_dokumen(r, muat_pelengkap(session, pesanan).suntingan, {g.sidik(): TITIK for g in r.grafik})
    templat = resource("docx_templates") / r.templat
    docx = bangun(Dokumen(templat, r.bidang_templat, elemen, r.judul, r.penulis, r.tanggal))
    return _Asal("dokumen dari data sekarang", baca_isi(docx), teks)


def _usulan(ubahan: TeksTangan, naskah: NaskahLaporan) -> UsulanTeks:
    bagian = naskah.cari(ubahan.blok)
    aman = tuple(satu.replace("{{", "{ {").replace("}}", "} }") for satu in ubahan.kini)
    blok = BlokTeks(ubahan.blok, bagian.blok.judul, aman, bagian.blok.bentuk)
    return UsulanTeks(bagian.blok.judul, ubahan, naskah_awal(blok, naskah.semua_bidang), bagian.versi)
