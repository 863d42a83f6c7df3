"""One ordered document, from what is stored to its files."""

from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.config import Settings
from rtl_tracker.domain.jenis_dokumen import BentukBerkas, PermintaanDokumen
from rtl_tracker.domain.peran import pelaku_program
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.reports.baris_temuan import BarisTemuan
from rtl_tracker.reports.lampiran_temuan import elemen_temuan
from rtl_tracker.reports.naskah_suntingan import baca_naskah
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.logo_repository import muat_logo
from rtl_tracker.storage.suntingan_repository import muat_suntingan
from rtl_tracker.usecases.daftar_dokumen import pembuat_buku, perancang, perancang_semua
from rtl_tracker.usecases.halaman_pemeriksaan import butir_tahun, butir_unit
from rtl_tracker.usecases.kelola_templat import templat_berlaku
from rtl_tracker.usecases.lingkungan_dokumen import LingkunganDokumen
from rtl_tracker.usecases.susun_dokumen import Bengkel, DokumenJadi, Lapor, Pelengkap, susun_dokumen
from rtl_tracker.usecases.temuan_tahun import muat_temuan_tahun
from rtl_tracker.usecases.unduh_pemeriksaan import baris_temuan


def buat_dokumen(session: Session, settings: Settings, pesanan: Pesanan, lapor: Lapor) -> DokumenJadi:
    """The files of one document. Raises DokumenDitolak when what is stored does not suffice."""
    lapor("Membaca data", 2)
    if pesanan.excel:
        return buat_buku(session, settings, pesanan)
    rancangan = rancang(session, settings, pesanan)
    bengkel = Bengkel(settings.soffice, settings.folder_grafik, lapor)
    return susun_dokumen(rancangan, muat_pelengkap(session, pesanan), bengkel, pesanan.bentuk)


def buat_buku(session: Session, settings: Settings, pesanan: Pesanan) -> DokumenJadi:
    """The Excel workbook of one document. Raises DokumenDitolak."""
    buku = pembuat_buku(pesanan.permintaan.jenis)(session, pesanan.permintaan, lingkungan(settings))
    return DokumenJadi(buku.nama_berkas, buku.judul, {BentukBerkas.XLSX: buku.isi})


def rancang(session: Session, settings: Settings, pesanan: Pesanan) -> Rancangan:
    """The plan of a Word document; a package of a kind that is one page a unit is one document of all units."""
    jenis = pesanan.permintaan.jenis
    buat = (pesanan.kerja is JenisKerja.PAKET and perancang_semua(jenis)) or perancang(jenis)
    return buat(session, pesanan.permintaan, lingkungan(settings))


def lingkungan(settings: Settings) -> LingkunganDokumen:
    """What plans of documents need from the settings."""
    return LingkunganDokumen(settings.base_url, GudangBukti(settings.folder_bukti, settings.folder_tampil))


def muat_pelengkap(session: Session, pesanan: Pesanan, tanggal: date | None = None) -> Pelengkap:
    """Edited texts and logo; in the audit edition also the findings, judged on `tanggal` (31 December of the year when not given)."""
    p = pesanan.permintaan
    suntingan = muat_suntingan(session, p.kunci)
    return Pelengkap(
        suntingan={nama: baca_naskah(satu.teks) for nama, satu in suntingan.items()},
        logo=muat_logo(session),
        templat=templat_berlaku(session, p.jenis),
        tambahan=elemen_temuan(baris_temuan_dokumen(session, p, tanggal or date(p.tahun, 12, 31)))
        if pesanan.pemeriksaan
        else {},
    )


def baris_temuan_dokumen(session: Session, permintaan: PermintaanDokumen, tanggal: date) -> list[BarisTemuan]:
    """The findings that concern a document, in words."""
    tahun = muat_temuan_tahun(session, permintaan.tahun, tanggal)
    pelaku = pelaku_program()
    butir = butir_tahun(tahun, pelaku) if permintaan.upp_id is None else butir_unit(tahun, pelaku, permintaan.upp_id)
    return [baris_temuan(b) for b in butir]
