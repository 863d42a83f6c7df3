"""The page of a dossier, as several views answer with it."""

from flask import render_template

from rtl_tracker.domain.periode import Periode
from rtl_tracker.usecases.baca_jejak import baris_jejak
from rtl_tracker.usecases.halaman_periode import HalamanPeriode, muat_halaman_periode
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini
from rtl_tracker.web.shared.request_session import request_session
from rtl_tracker.web.upp.hasil_forms import FormAlasan, FormKirim


def muat_halaman(upp_id: int, tahun: int, periode: Periode) -> HalamanPeriode:
    """The dossier for a page of this request."""
    return muat_halaman_periode(request_session(), pelaku_kini(), upp_id, tahun, periode, hari_ini())


def tampilkan(
    upp_id: int, tahun: int, periode: Periode, kirim: FormKirim | None = None, kembalikan: FormAlasan | None = None
) -> str:
    """The page; with a form that was refused, what was typed stays in it."""
    halaman = muat_halaman(upp_id, tahun, periode)
    return render_template(
        "upp/periode.html",
        h=halaman,
        riwayat=[baris_jejak(c) for c in halaman.riwayat],
        kirim=kirim or FormKirim(formdata=None),
        kembalikan=kembalikan or FormAlasan(formdata=None),
    )
