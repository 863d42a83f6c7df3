"""A year under the three bobot, and the button that lets the instansi's own one speak."""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.pengaturan import Bobot
from rtl_tracker.domain.peran import Izin
from rtl_tracker.usecases.normalisasi_bobot import muat_normalisasi, seragamkan
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import request_session
from rtl_tracker.web.shared.tindakan import laksanakan

bp = Blueprint("bobot", __name__)

SERAGAM, TERCETAK = "seragam", "tercetak"
PESAN = {
    True: "Nilai tahun {tahun} kini dihitung ulang dengan satu bobot. IKM yang tercetak tetap tersimpan.",
    False: "Nilai tahun {tahun} kembali memakai IKM yang tercetak.",
}


@bp.get("/tahun/<int:tahun>/bobot")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def satu(tahun: int) -> str:
    """All units under the three bobot."""
    normalisasi = muat_normalisasi(request_session(), pelaku_kini(), tahun)
    return render_template("organisasi/bobot.html", n=normalisasi, semua_bobot=list(Bobot))


@bp.post("/tahun/<int:tahun>/bobot")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def terapkan(tahun: int) -> Response:
    """Take recomputed values as the source, or the printed ones again."""
    pakai = request.form.get("sumber", SERAGAM) != TERCETAK
    session, pelaku = request_session(), pelaku_kini()
    return laksanakan(
        lambda: seragamkan(session, pelaku, sekarang(), tahun, pakai),
        PESAN[pakai].format(tahun=tahun),
        url_for("bobot.satu", tahun=tahun),
    )
