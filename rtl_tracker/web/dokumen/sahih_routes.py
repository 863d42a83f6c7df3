"""The public page of a frozen version, where the QR code on its cover leads: is this paper the one that was signed?"""

from flask import Blueprint, render_template
from werkzeug.exceptions import NotFound

from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.request_session import request_session

bp = Blueprint("sahih", __name__)


@bp.get("/sahih/<kode>")
@akses(Cakupan.PUBLIK)
def satu(kode: str) -> str:
    """Title, number, day, hashes and status; nothing else of the document."""
    from rtl_tracker.usecases.versi_laporan import versi_publik

    ada = versi_publik(request_session(), kode)
    if ada is None:
        raise NotFound
    versi, terbaru = ada
    return render_template("dokumen/sahih.html", v=versi, terbaru=terbaru)
