"""Which use case makes which document. Loaded on first use: a command or a page loads only what it makes."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from sqlalchemy.orm import Session

from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.reports.rancangan import Rancangan
from rtl_tracker.usecases.lingkungan_dokumen import BukuJadi, LingkunganDokumen

Perancang = Callable[[Session, PermintaanDokumen, LingkunganDokumen], Rancangan]
PembuatBuku = Callable[[Session, PermintaanDokumen, LingkunganDokumen], BukuJadi]

_MODUL: dict[JenisDokumen, str] = {
    JenisDokumen.TAHUNAN: "dokumen_tahunan",
    JenisDokumen.TAHUNAN_OPP: "dokumen_tahunan_opp",
    JenisDokumen.TAHUNAN_DAERAH: "dokumen_tahunan_daerah",
    JenisDokumen.UPP: "dokumen_upp",
    JenisDokumen.TRIWULAN: "dokumen_triwulan",
    JenisDokumen.LEMBAR_IKM: "dokumen_lembar_ikm",
    JenisDokumen.RTL: "dokumen_rtl",
    JenisDokumen.HASIL_TL: "dokumen_hasil_tl",
    JenisDokumen.PENGOLAHAN: "dokumen_pengolahan",
    JenisDokumen.REKAP: "dokumen_rekap",
    JenisDokumen.REALISASI: "dokumen_realisasi",
}


def perancang(jenis: JenisDokumen) -> Perancang:
    """The maker of the Word document of a kind."""
    buat: Perancang = _modul(jenis, "rancang")
    return buat


def perancang_semua(jenis: JenisDokumen) -> Perancang | None:
    """The maker of one document that holds all units, for kinds that are one page a unit."""
    buat: Perancang | None = _modul(jenis, "rancang_semua", None)
    return buat


def pembuat_buku(jenis: JenisDokumen) -> PembuatBuku:
    """The maker of the Excel workbook of a kind."""
    buat: PembuatBuku = _modul(jenis, "excel")
    return buat


def _modul(jenis: JenisDokumen, nama: str, *bawaan: None) -> Any:
    modul = import_module(f"rtl_tracker.usecases.{_MODUL[jenis]}")
    return getattr(modul, nama, *bawaan)
