"""A survey becomes the result of its period, and back."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.formats import bulat
from rtl_tracker.usecases.tutup_survei import TutupDitolak, buka_kembali, jadikan_hasil, muat_rencana
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.tindakan import beri_pesan, laksanakan
from rtl_tracker.web.survei.pantau_forms import FormTutup

bp = Blueprint("tutup", __name__)
ALAMAT = "/unit/<int:upp_id>/<tahun:tahun>/<periode:periode>/survei/tutup"


@bp.get(ALAMAT)
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def halaman(upp_id: int, tahun: int, periode: Periode) -> str:
    """What will happen."""
    return _halaman(upp_id, tahun, periode, FormTutup(formdata=None))


@bp.post(ALAMAT)
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def jadikan(upp_id: int, tahun: int, periode: Periode) -> Response | tuple[str, int]:
    """Make the answers the result."""
    form = FormTutup()
    try:
        n = jadikan_hasil(
            request_session(), pelaku_kini(), sekarang(), upp_id, tahun, periode,
            lebih_awal=form.lebih_awal.data, ganti_isian=form.ganti_isian.data,
        )  # fmt: skip
    except TutupDitolak as galat:
        batalkan_perubahan()
        return _halaman(upp_id, tahun, periode, form, str(galat)), 409
    beri_pesan(f"{bulat(n)} jawaban survei menjadi hasil periode ini. Periksa peringkat unsur, lalu lengkapi RTL.")
    return redirect(url_for("hasil.periode", upp_id=upp_id, tahun=tahun, periode=periode), code=303)


@bp.post(f"{ALAMAT}/buka-kembali")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def buka(upp_id: int, tahun: int, periode: Periode) -> Response:
    """Take the result back."""
    session, pelaku = request_session(), pelaku_kini()
    return laksanakan(
        lambda: buka_kembali(session, pelaku, sekarang(), upp_id, tahun, periode),
        "Hasil dari survei ditarik kembali. Jawaban tetap tersimpan; survei dapat dilanjutkan, dimoderasi, dan dijadikan hasil lagi.",
        url_for("pantau.unit", upp_id=upp_id, tahun=tahun, periode=periode),
    )


def _halaman(upp_id: int, tahun: int, periode: Periode, form: FormTutup, galat: str = "") -> str:
    r = muat_rencana(request_session(), pelaku_kini(), upp_id, tahun, periode, hari_ini())
    tempat = {"upp_id": upp_id, "tahun": tahun, "periode": periode}
    return render_template("survei/tutup.html", r=r, form=form, galat=galat, tempat=tempat)
