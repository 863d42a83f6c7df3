"""The running surveys of all units: on one page, and as a workbook."""

from flask import render_template, request
from werkzeug.wrappers import Response

from rtl_tracker.domain.jadwal_survei import KeadaanSurvei
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.usecases.pantau_instansi import (
    SaringanPantauan,
    UrutanPantauan,
    baca_saringan,
    muat_pantauan_instansi,
)
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini
from rtl_tracker.web.shared.request_session import request_session
from rtl_tracker.web.survei.pantau_routes import bp as bp
from rtl_tracker.web.survei.pantau_routes import kirim_berkas


@bp.get("/survei-berjalan")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def terbaru() -> str:
    """What the calendar surveys today, every unit by its own frequency."""
    return _halaman(hari_ini().year, None)


@bp.get("/survei-berjalan/<tahun:tahun>/<periode:periode>")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def instansi(tahun: int, periode: Periode) -> str:
    """One period."""
    return _halaman(tahun, periode)


@bp.get("/survei-berjalan.xlsx")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def unduh_terbaru() -> Response:
    """Today's surveys as a workbook."""
    return _unduh(hari_ini().year, None)


@bp.get("/survei-berjalan/<tahun:tahun>/<periode:periode>.xlsx")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def unduh(tahun: int, periode: Periode) -> Response:
    """One period as a workbook."""
    return _unduh(tahun, periode)


def _halaman(tahun: int, periode: Periode | None) -> str:
    h = muat_pantauan_instansi(request_session(), pelaku_kini(), tahun, periode, hari_ini(), _baca())
    return render_template(
        "survei/instansi.html", h=h, pilihan_keadaan=tuple(KeadaanSurvei), pilihan_urut=tuple(UrutanPantauan),
        pilihan_periode=tuple(Periode),
    )  # fmt: skip


def _unduh(tahun: int, periode: Periode | None) -> Response:
    from rtl_tracker.usecases.unduh_survei import buat_berkas_pantauan  # here: the pages do without openpyxl

    return kirim_berkas(buat_berkas_pantauan(request_session(), pelaku_kini(), tahun, periode, hari_ini(), _baca()))


def _baca() -> SaringanPantauan:
    ambil = request.args.get
    return baca_saringan(ambil("cari", ""), ambil("keadaan", ""), ambil("urut", ""))
