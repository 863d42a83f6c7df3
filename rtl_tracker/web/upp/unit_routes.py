"""The front page of a unit: what is due, what was returned, how far the follow-up is."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.peran import Izin
from rtl_tracker.usecases.halaman_unit import muat_halaman_unit
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.alamat import TAHUN_AKHIR, TAHUN_AWAL
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini
from rtl_tracker.web.shared.request_session import request_session

bp = Blueprint("unit", __name__)


@bp.get("/unit")
@akses(Cakupan.MASUK, Izin.LIHAT_PENYAMPAIAN)
def pilih() -> Response:
    """To the account's own unit. An account of the whole instansi has none."""
    upp_id = pelaku_kini().upp_id
    if upp_id is None:
        raise TidakTerjangkau("Akun ini tidak terikat pada satu unit. Buka unit melalui papan status.")
    return redirect(url_for("unit.beranda", upp_id=upp_id), code=303)


@bp.get("/unit/<int:upp_id>")
@akses(Cakupan.UNIT, Izin.LIHAT_PENYAMPAIAN)
def beranda(upp_id: int) -> str:
    """The front page, of the year that the address names or the newest."""
    tahun = request.args.get("tahun", type=int)
    if tahun is not None and not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        tahun = None
    return render_template("upp/beranda.html", h=muat_halaman_unit(request_session(), pelaku_kini(), upp_id, tahun, hari_ini()))
