"""The calendar of a year: its form, and what is stored from it."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.usecases.kelola_kalender import KalenderTahun, KalenderTidakSah, muat_kalender_tahun, ubah_kalender
from rtl_tracker.web.organisasi.kalender_forms import (
    FormKalender,
    isi_kalender,
    jadwal_terisi,
    periksa_isian,
    salah_per_periode,
    versi_terkirim,
)
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import request_session
from rtl_tracker.web.shared.tindakan import beri_pesan

bp = Blueprint("kalender", __name__)


@bp.get("/tahun/<int:tahun>/kalender")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def ubah(tahun: int) -> str:
    """The form with the dates that hold."""
    kalender = muat_kalender_tahun(request_session(), pelaku_kini(), tahun)
    form = FormKalender(formdata=None)
    isi_kalender(form, kalender)
    return _halaman(kalender, form)


@bp.post("/tahun/<int:tahun>/kalender")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def simpan(tahun: int) -> Response | tuple[str, int]:
    """Store the dates, or show the form again with what is wrong in which row."""
    form = FormKalender()
    kalender = muat_kalender_tahun(request_session(), pelaku_kini(), tahun)
    if not periksa_isian(form):
        return _halaman(kalender, form), 422
    try:
        berubah = ubah_kalender(
            request_session(), pelaku_kini(), sekarang(), tahun, jadwal_terisi(form, kalender), versi_terkirim(form)
        )
    except KalenderTidakSah as galat:
        return _halaman(kalender, form, salah_baris=galat.per_periode), 422
    except BerubahLebihDahulu as galat:
        form.versi.data = str(galat.versi)
        return _halaman(kalender, form, bentrok=galat), 409
    beri_pesan("Kalender sudah disimpan." if berubah else "Tidak ada tanggal yang berubah.")
    return redirect(url_for("kalender.ubah", tahun=tahun), code=303)


def _halaman(
    kalender: KalenderTahun,
    form: FormKalender,
    salah_baris: dict[Periode, str] | None = None,
    bentrok: BerubahLebihDahulu | None = None,
) -> str:
    """`salah_baris` is wrong with a row as a whole; what is wrong with a field stands in the form."""
    return render_template(
        "organisasi/kalender.html",
        kalender=kalender,
        form=form,
        salah_baris=salah_baris or {},
        salah_isian=salah_per_periode(form),
        bentrok=bentrok,
    )
