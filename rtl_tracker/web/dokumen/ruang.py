"""The same pages twice: for documents of the instansi and for those of one unit. Only address and access differ."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Blueprint, url_for

from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jenis_dokumen import TABEL_JENIS, JenisDokumen, PermintaanDokumen, PermintaanKeliru, periksa_permintaan
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.web.shared.akses import Cakupan, akses


@dataclass(frozen=True, slots=True)
class Ruang:
    """Whose documents: name of the blueprint, where its addresses begin, their scope, and who may freeze."""

    nama: str
    awalan: str
    cakupan: Cakupan
    pengesah: Izin


INSTANSI = Ruang("dokumen", "/tahun/<tahun:tahun>/dokumen", Cakupan.INSTANSI, Izin.SUSUN_LAPORAN)
UNIT = Ruang("dokumen_unit", "/unit/<int:upp_id>/dokumen/<tahun:tahun>", Cakupan.UNIT, Izin.SUNTING_NASKAH)
SATU = "/<jenis:jenis>/<periode:periode>"


def buat_blueprint(ruang: Ruang) -> Blueprint:
    """All pages of one kind of owner."""
    from rtl_tracker.web.dokumen import banding_routes, daftar_routes, kesiapan_routes, naskah_routes

    bp = Blueprint(ruang.nama, __name__, url_prefix=ruang.awalan)

    def pasang(metode: str, alamat: str, endpoint: str, tampilan: Callable[..., Any], izin: Izin) -> None:
        bp.add_url_rule(alamat, endpoint, akses(ruang.cakupan, izin)(_salinan(tampilan)), methods=[metode])

    pasang("GET", "", "daftar", daftar_routes.daftar, Izin.LIHAT_HASIL)
    pasang("POST", f"{SATU}/susun", "susun", daftar_routes.susun, Izin.LIHAT_HASIL)
    pasang("GET", f"{SATU}/naskah", "naskah", naskah_routes.semua, Izin.LIHAT_HASIL)
    pasang("GET", f"{SATU}/naskah/<blok>", "sunting", naskah_routes.sunting, Izin.SUNTING_NASKAH)
    pasang("POST", f"{SATU}/naskah/<blok>", "simpan", naskah_routes.simpan, Izin.SUNTING_NASKAH)
    pasang("POST", f"{SATU}/naskah/<blok>/otomatis", "otomatis", naskah_routes.otomatis, Izin.SUNTING_NASKAH)
    pasang("GET", f"{SATU}/banding", "banding", banding_routes.pilih, Izin.SUNTING_NASKAH)
    pasang("POST", f"{SATU}/banding", "bandingkan", banding_routes.bandingkan, Izin.SUNTING_NASKAH)
    pasang("POST", f"{SATU}/banding/ambil", "ambil", banding_routes.ambil, Izin.SUNTING_NASKAH)
    pasang("GET", f"{SATU}/kesiapan", "kesiapan", kesiapan_routes.kesiapan, Izin.LIHAT_HASIL)
    pasang("POST", f"{SATU}/sahkan", "sahkan", kesiapan_routes.sahkan, ruang.pengesah)
    if ruang is INSTANSI:
        pasang("POST", f"{SATU}/paket", "paket", daftar_routes.paket, Izin.SUSUN_LAPORAN)
    return bp


def _salinan(tampilan: Callable[..., Any]) -> Callable[..., Any]:
    """Each blueprint declares its own access, so each needs a view of its own."""

    @wraps(tampilan)
    def salinan(*args: Any, **kwargs: Any) -> Any:
        return tampilan(*args, **kwargs)

    return salinan


def baca_permintaan(tahun: int, jenis: JenisDokumen, periode: Periode, upp_id: int | None) -> PermintaanDokumen:
    """The document that an address names. Raises TidakTerjangkau when there is no such document."""
    permintaan = PermintaanDokumen(jenis, tahun, periode, upp_id)
    try:
        periksa_permintaan(permintaan)
    except PermintaanKeliru as galat:
        raise TidakTerjangkau(str(galat)) from galat
    return permintaan


def baca_naskah_permintaan(tahun: int, jenis: JenisDokumen, periode: Periode, upp_id: int | None) -> PermintaanDokumen:
    """The same for documents whose texts may be edited."""
    if not TABEL_JENIS[jenis].naskah:
        raise TidakTerjangkau(f"{TABEL_JENIS[jenis].nama} tidak mempunyai naskah yang dapat disunting.")
    return baca_permintaan(tahun, jenis, periode, upp_id)


def alamat(endpoint: str, p: PermintaanDokumen, **lain: Any) -> str:
    """The address of a page of this document: `endpoint` without its blueprint."""
    return url_for(f"{_ruang(p.upp_id).nama}.{endpoint}", **_argumen(p), **lain)


def alamat_daftar(tahun: int, upp_id: int | None) -> str:
    """The address of the list of documents of the instansi (None) or of a unit."""
    if upp_id is None:
        return url_for(f"{INSTANSI.nama}.daftar", tahun=tahun)
    return url_for(f"{UNIT.nama}.daftar", upp_id=upp_id, tahun=tahun)


def _ruang(upp_id: int | None) -> Ruang:
    return INSTANSI if upp_id is None else UNIT


def _argumen(p: PermintaanDokumen) -> dict[str, Any]:
    satu: dict[str, Any] = {"tahun": p.tahun, "jenis": p.jenis, "periode": p.periode}
    return satu if p.upp_id is None else {**satu, "upp_id": p.upp_id}
