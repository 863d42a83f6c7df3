"""The audit trail: who changed what, and the same as an Excel file."""

from io import BytesIO

from flask import Blueprint, Response, render_template, request, send_file

from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.peran import Izin
from rtl_tracker.usecases.daftar_jejak import SaringanDaftar, baca_jenis, muat_halaman_jejak
from rtl_tracker.web.inspektorat.alamat import baca_bilangan
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.catat import catat_segera
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import request_session

bp = Blueprint("jejak", __name__)
JENIS_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/jejak")
@akses(Cakupan.INSTANSI, Izin.LIHAT_JEJAK)
def daftar() -> str:
    """The records that match, newest first."""
    isi = muat_halaman_jejak(request_session(), pelaku_kini(), _saringan(), baca_bilangan("halaman") or 1)
    return render_template("inspektorat/jejak.html", h=isi)


@bp.get("/jejak.xlsx")
@akses(Cakupan.INSTANSI, Izin.LIHAT_JEJAK)
def unduh() -> Response:
    """The records that match as an Excel file; that it was taken along is recorded before it is handed out."""
    from rtl_tracker.usecases.unduh_jejak import buat_berkas_jejak  # here: it loads openpyxl, which no page needs

    pelaku = pelaku_kini()
    berkas = buat_berkas_jejak(request_session(), pelaku, sekarang(), _saringan())
    catat_segera(pelaku, JenisJejak.EKSPOR, berkas.catatan)
    jawaban = send_file(BytesIO(berkas.isi), mimetype=JENIS_XLSX, as_attachment=True, download_name=berkas.nama)
    jawaban.headers["Cache-Control"] = "no-store"
    return jawaban


def _saringan() -> SaringanDaftar:
    teks = request.args.get
    return SaringanDaftar(
        upp_id=baca_bilangan("upp"),
        rtl=baca_bilangan("rtl"),
        pengguna=baca_bilangan("pengguna"),
        jenis=baca_jenis(teks("jenis", "")),
        cari=teks("cari", "").strip(),
    )
