"""The page Pemeriksaan: all findings of a year, those of one unit, and both as an Excel file."""

from io import BytesIO

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.peran import Izin
from rtl_tracker.usecases.bahan_halaman import tahun_utama
from rtl_tracker.web.pemeriksaan.halaman_temuan import (
    ASAL,
    alamat_penjelasan,
    baca_saringan_temuan,
    tautan_temuan,
)
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.alamat import TAHUN_AKHIR, TAHUN_AWAL
from rtl_tracker.web.shared.catat import catat_segera
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini
from rtl_tracker.web.shared.request_session import request_session
from rtl_tracker.web.shared.temuan_kini import muat_temuan

bp = Blueprint("pemeriksaan", __name__)
JENIS_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/pemeriksaan")
@akses(Cakupan.MASUK, Izin.LIHAT_PENYAMPAIAN)
def terbaru() -> Response | str:
    """The newest year: of the whole instansi, or of the account's own unit."""
    pelaku = pelaku_kini()
    if not pelaku.seluruh_instansi:
        if pelaku.upp_id is None:
            raise TidakTerjangkau("Akun ini tidak terikat pada satu unit. Hubungi Bagian Organisasi.")
        return redirect(url_for("pemeriksaan.unit", upp_id=pelaku.upp_id), code=303)
    tahun = tahun_utama(request_session())
    return render_template("pemeriksaan/kosong.html") if tahun is None else _halaman(tahun)


@bp.get("/tahun/<int:tahun>/pemeriksaan")
@akses(Cakupan.INSTANSI, Izin.LIHAT_PENYAMPAIAN)
def tahunan(tahun: int) -> str:
    """The findings of one year."""
    return _halaman(tahun)


@bp.get("/unit/<int:upp_id>/pemeriksaan")
@akses(Cakupan.UNIT, Izin.LIHAT_PENYAMPAIAN)
def unit(upp_id: int) -> str:
    """The findings of a unit and of those below it, of the year that the address names or the newest."""
    tahun = _tahun()
    return render_template("pemeriksaan/kosong.html") if tahun is None else _halaman(tahun, upp_id)


@bp.get("/tahun/<int:tahun>/pemeriksaan.xlsx")
@akses(Cakupan.INSTANSI, Izin.LIHAT_PENYAMPAIAN)
def unduh(tahun: int) -> Response:
    """The findings of the year that match, as an Excel file."""
    return _unduh(tahun)


@bp.get("/unit/<int:upp_id>/pemeriksaan.xlsx")
@akses(Cakupan.UNIT, Izin.LIHAT_PENYAMPAIAN)
def unduh_unit(upp_id: int) -> Response:
    """The findings of a unit that match, as an Excel file."""
    tahun = _tahun()
    if tahun is None:
        raise TidakTerjangkau("Belum ada data yang dapat diperiksa.")
    return _unduh(tahun, upp_id)


def _halaman(tahun: int, upp_id: int | None = None) -> str:
    from rtl_tracker.usecases.halaman_pemeriksaan import susun_halaman

    pelaku, semua, saringan = pelaku_kini(), muat_temuan(tahun), baca_saringan_temuan()
    nomor = request.args.get("halaman", 1, type=int)
    halaman = susun_halaman(semua, pelaku, saringan, nomor, upp_id)
    asal = {} if upp_id is None else {ASAL: upp_id}
    return render_template(
        "pemeriksaan/daftar.html",
        h=halaman,
        s=saringan,
        tautan=lambda b: tautan_temuan(b, semua, pelaku),
        penjelasan=lambda b, tindakan="tulis": alamat_penjelasan(b, tahun, {**saringan.argumen, **asal}, tindakan),
        endpoint="pemeriksaan.tahunan" if upp_id is None else "pemeriksaan.unit",
        unduh="pemeriksaan.unduh" if upp_id is None else "pemeriksaan.unduh_unit",
        tempat={} if upp_id is None else {"upp_id": upp_id},
    )


def _unduh(tahun: int, upp_id: int | None = None) -> Response:
    """A made file as a download; that it left the program is recorded before it is handed out."""
    from rtl_tracker.usecases.unduh_pemeriksaan import excel_tahun, saringan_dalam_kata

    pelaku, saringan = pelaku_kini(), baca_saringan_temuan()
    berkas = excel_tahun(muat_temuan(tahun), pelaku, saringan, hari_ini(), upp_id)
    menurut = saringan_dalam_kata(saringan)
    catat_segera(pelaku, JenisJejak.EKSPOR, f"{berkas.nama} ({berkas.banyak} temuan; saringan: {menurut})")
    jawaban = send_file(BytesIO(berkas.isi), mimetype=JENIS_XLSX, as_attachment=True, download_name=berkas.nama)
    jawaban.headers["Cache-Control"] = "no-store"
    return jawaban


def _tahun() -> int | None:
    """The year of the address, else the newest with results."""
    tahun = request.args.get("tahun", type=int)
    return tahun if tahun is not None and TAHUN_AWAL <= tahun <= TAHUN_AKHIR else tahun_utama(request_session())
