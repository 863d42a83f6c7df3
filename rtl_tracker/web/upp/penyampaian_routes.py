"""The steps of a dossier: sent by the unit, returned or accepted by Bagian Organisasi."""

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.penyampaian import IsianKurang
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.usecases import kelola_penyampaian as kelola
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import beri_pesan, laksanakan
from rtl_tracker.web.upp.halaman_berkas import tampilkan
from rtl_tracker.web.upp.hasil_forms import FormAlasan, FormKirim

bp = Blueprint("penyampaian", __name__)
ALAMAT = "/unit/<int:upp_id>/<tahun:tahun>/<periode:periode>"


@bp.post(f"{ALAMAT}/kirim")
@akses(Cakupan.UNIT, Izin.KIRIM_PENYAMPAIAN)
def kirim(upp_id: int, tahun: int, periode: Periode) -> Response | tuple[str, int]:
    """Send the dossier; a refusal keeps the note."""
    form = FormKirim()
    try:
        kelola.kirim(request_session(), pelaku_kini(), sekarang(), upp_id, tahun, periode, form.catatan.data or "")
    except IsianKurang as galat:
        batalkan_perubahan()
        tandai_salah(form, {"catatan": str(galat)})
        return tampilkan(upp_id, tahun, periode, kirim=form), 422
    beri_pesan("Berkas terkirim ke Bagian Organisasi.")
    return redirect(_ke(upp_id, tahun, periode), code=303)


@bp.post(f"{ALAMAT}/terima-langsung")
@akses(Cakupan.UNIT, Izin.PERIKSA_PENYAMPAIAN)
def terima_langsung(upp_id: int, tahun: int, periode: Periode) -> Response:
    """Accept what was handed in outside the program."""
    session, pelaku = request_session(), pelaku_kini()
    return laksanakan(
        lambda: kelola.terima_langsung(session, pelaku, sekarang(), upp_id, tahun, periode),
        "Berkas dicatat sebagai diterima; hasil dan rencananya terkunci.",
        _ke(upp_id, tahun, periode),
    )


@bp.post("/penyampaian/<int:penyampaian_id>/terima")
@akses(Cakupan.UNIT, Izin.PERIKSA_PENYAMPAIAN)
def terima(penyampaian_id: int) -> Response:
    """Accept a sent dossier."""
    session, pelaku = request_session(), pelaku_kini()
    return laksanakan(
        lambda: kelola.terima(session, pelaku, sekarang(), penyampaian_id),
        "Berkas diterima; hasil dan rencananya terkunci.",
        _ke(*kelola.tempat(session, penyampaian_id)),
    )


@bp.post("/penyampaian/<int:penyampaian_id>/kembalikan")
@akses(Cakupan.UNIT, Izin.PERIKSA_PENYAMPAIAN)
def kembalikan(penyampaian_id: int) -> Response | tuple[str, int]:
    """Return a sent dossier with a reason."""
    form = FormAlasan()
    tempat = kelola.tempat(request_session(), penyampaian_id)
    if not form.validate():
        return tampilkan(*tempat, kembalikan=form), 422
    session, pelaku = request_session(), pelaku_kini()
    return laksanakan(
        lambda: kelola.kembalikan(session, pelaku, sekarang(), penyampaian_id, form.alasan.data),
        "Berkas dikembalikan kepada unit beserta alasannya.",
        _ke(*tempat),
    )


def _ke(upp_id: int, tahun: int, periode: Periode) -> str:
    return url_for("hasil.periode", upp_id=upp_id, tahun=tahun, periode=periode)
