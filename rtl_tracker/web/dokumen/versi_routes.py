"""A frozen version: its hashes, its files, what changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template
from flask.wrappers import Response

from rtl_tracker.domain.peran import Izin
from rtl_tracker.web.dokumen.kerja_routes import kirim_berkas
from rtl_tracker.web.dokumen.ruang import alamat
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.request_session import request_session

if TYPE_CHECKING:
    from rtl_tracker.reports.rancangan import Rancangan
    from rtl_tracker.storage.versi_repository import VersiLaporan

bp = Blueprint("versi", __name__)


@bp.get("/versi/<int:versi_id>")
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def satu(versi_id: int) -> str:
    """The version and what became of it."""
    from rtl_tracker.usecases.versi_laporan import alamat_sahih, ambil_versi, keadaan_versi

    session, settings = request_session(), konteks().settings
    versi = ambil_versi(session, versi_id)
    keadaan = keadaan_versi(session, settings.folder_laporan, versi, _kini(versi))
    return render_template(
        "dokumen/versi.html",
        k=keadaan,
        v=versi,
        p=versi.permintaan,
        alamat=alamat,
        sahih=alamat_sahih(settings.base_url, versi.kode),
    )


@bp.get("/versi/<int:versi_id>/berkas/<any(docx, pdf):bentuk>")
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def unduh(versi_id: int, bentuk: str) -> Response:
    """A file of the version, as a download."""
    from rtl_tracker.usecases.versi_laporan import ambil_versi

    return kirim_berkas(ambil_versi(request_session(), versi_id).berkas, bentuk)


def _kini(versi: VersiLaporan) -> Rancangan | None:
    """The document as the data make it today."""
    from rtl_tracker.usecases.versi_laporan import rancangan_kini

    return rancangan_kini(request_session(), konteks().settings, versi)
