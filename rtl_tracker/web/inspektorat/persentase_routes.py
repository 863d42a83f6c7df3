"""Follow-up percentages: the instansi with its UPP, one UPP down to the single RTL, and the year as an Excel file."""

from io import BytesIO
from urllib.parse import urljoin

from flask import Blueprint, Response, render_template, request, send_file, url_for

from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.pekppp import SUMBER_MEDIA, TABEL_MEDIA, TABEL_REALISASI, TABEL_WAKTU
from rtl_tracker.domain.peran import Izin
from rtl_tracker.usecases.persentase_tindak_lanjut import muat_persentase, muat_persentase_unit, tahun_ber_rtl
from rtl_tracker.usecases.saringan_persentase import SaringanPersentase, Tampilkan, Urutan, baca_saringan
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.catat import catat_segera
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini
from rtl_tracker.web.shared.request_session import request_session
from rtl_tracker.web.shared.simpanan_halaman import dari_simpanan

bp = Blueprint("persentase", __name__)

JENIS_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TAMPILKAN: dict[Tampilkan, str] = {
    Tampilkan.SEMUA: "Semua unit",
    Tampilkan.MENUNGGU: "Menunggu verifikasi",
    Tampilkan.TERLAMBAT: "Lewat tenggat",
    Tampilkan.BELUM: "Belum dilaporkan",
    Tampilkan.TANPA_RTL: "Belum ada RTL",
}
URUTAN: dict[Urutan, str] = {
    Urutan.SUSUNAN: "Susunan",
    Urutan.NAMA: "Nama",
    Urutan.DILAPORKAN: "Dilaporkan, terendah dahulu",
    Urutan.TERVERIFIKASI: "Terverifikasi, terendah dahulu",
    Urutan.MENUNGGU: "Menunggu verifikasi, terbanyak dahulu",
    Urutan.TERLAMBAT: "Lewat tenggat, terbanyak dahulu",
    Urutan.TERLAMA: "Lewat tenggat, terlama dahulu",
}


@bp.get("/tindak-lanjut")
@akses(Cakupan.INSTANSI, Izin.LIHAT_PERSENTASE)
def terbaru() -> str:
    """The newest year that has RTL, or what to do first where there is none."""
    tersedia = tahun_ber_rtl(request_session())
    return _halaman(tersedia[0]) if tersedia else render_template("inspektorat/persentase_kosong.html")


@bp.get("/tahun/<int:tahun>/tindak-lanjut")
@akses(Cakupan.INSTANSI, Izin.LIHAT_PERSENTASE)
def satu(tahun: int) -> str:
    """The RTL born in one year."""
    return _halaman(tahun)


@bp.get("/tahun/<int:tahun>/tindak-lanjut/<int:upp_id>")
@akses(Cakupan.UNIT, Izin.LIHAT_PENYAMPAIAN)
def unit(tahun: int, upp_id: int) -> str:
    """One unit: its figures and each of its RTL."""
    halaman = muat_persentase_unit(request_session(), pelaku_kini(), tahun, upp_id, hari_ini())
    return render_template("inspektorat/persentase_unit.html", h=halaman, **_tabel())


@bp.get("/tahun/<int:tahun>/tindak-lanjut.xlsx")
@akses(Cakupan.INSTANSI, Izin.LIHAT_PERSENTASE)
def unduh(tahun: int) -> Response:
    """The year as an Excel file; that it was taken along is recorded before it is handed out."""
    from rtl_tracker.usecases.unduh_persentase import buat_berkas_persentase  # here: it loads openpyxl, which no page needs

    pelaku = pelaku_kini()
    berkas = buat_berkas_persentase(request_session(), pelaku, tahun, hari_ini(), _alamat_rtl)
    catat_segera(pelaku, JenisJejak.EKSPOR, f"Persentase tindak lanjut tahun {tahun} (Excel, {berkas.banyak} RTL)")
    return send_file(BytesIO(berkas.isi), mimetype=JENIS_XLSX, as_attachment=True, download_name=berkas.nama)


def _halaman(tahun: int) -> str:
    saringan, kini, pelaku = _baca(), hari_ini(), pelaku_kini()
    halaman = dari_simpanan(
        ("persentase", tahun, kini, saringan, pelaku.peran, pelaku.jangkauan),
        lambda session: muat_persentase(session, pelaku, tahun, kini, saringan),
    )
    return render_template("inspektorat/persentase.html", h=halaman, pilihan_tampil=TAMPILKAN, pilihan_urut=URUTAN, **_tabel())


def _tabel() -> dict[str, object]:
    """The PEKPPP tables that the panel prints."""
    return {
        "tabel_realisasi": TABEL_REALISASI,
        "tabel_waktu": TABEL_WAKTU,
        "tabel_media": TABEL_MEDIA,
        "sumber_media": SUMBER_MEDIA,
    }


def _baca() -> SaringanPersentase:
    return baca_saringan(*(request.args.get(nama, "") for nama in ("cari", "kelompok", "periode", "tampilkan", "urut")))


def _alamat_rtl(rtl_id: int) -> str:
    return urljoin(konteks().settings.base_url, url_for("rtl.satu", rtl_id=rtl_id))
