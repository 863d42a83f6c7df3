"""Log in, log out, change the own password."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.sandi import SANDI_PALING_PENDEK, SandiDitolak
from rtl_tracker.usecases import masuk as kasus
from rtl_tracker.web.auth.masuk_forms import MasukForm, SandiForm
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import (
    akhiri_masuk,
    akun_kini,
    alamat_kembali,
    alamat_klien,
    mulai_masuk,
    pelaku_kini,
    sekarang,
    token_kini,
)
from rtl_tracker.web.shared.menu import alamat_awal
from rtl_tracker.web.shared.request_session import request_session, simpan_walau_ditolak
from rtl_tracker.web.shared.tindakan import GALAT, beri_pesan

bp = Blueprint("auth", __name__)


@bp.get("/masuk")
@akses(Cakupan.PUBLIK)
def masuk() -> Response:
    """The log-in form; whoever is logged in goes on."""
    lanjut = alamat_kembali(request.args.get("lanjut", ""))
    if akun_kini() is not None:
        return redirect(lanjut or alamat_awal(pelaku_kini()), code=303)
    return _halaman_masuk(MasukForm(lanjut=lanjut))


@bp.post("/masuk")
@akses(Cakupan.PUBLIK)
def kirim_masuk() -> Response:
    """Try to log in. A failure is stored although it is refused."""
    akun = akun_kini()
    if akun is not None:
        beri_pesan(f"Anda sudah masuk sebagai {akun.pelaku.nama}. Keluar lebih dahulu untuk memakai akun lain.", GALAT)
        return redirect(alamat_awal(akun.pelaku), code=303)
    form = MasukForm()
    if not form.validate_on_submit():
        return _halaman_masuk(form, 422)
    hasil = kasus.masuk(request_session(), form.nama_masuk.data, form.sandi.data, alamat_klien(), sekarang())
    if not hasil.token:
        simpan_walau_ditolak()
        return _tolak(form, hasil)
    mulai_masuk(hasil.token)
    return redirect(alamat_kembali(form.lanjut.data or "") or alamat_awal(pelaku_kini()), code=303)


@bp.post("/keluar")
@akses(Cakupan.MASUK)
def keluar() -> Response:
    """Log out."""
    kasus.keluar(request_session(), token_kini(), pelaku_kini(), sekarang())
    akhiri_masuk()
    beri_pesan("Anda sudah keluar.")
    return redirect(url_for("auth.masuk"), code=303)


@bp.get("/sandi")
@akses(Cakupan.MASUK)
def sandi() -> Response:
    """The form for a new password."""
    return _halaman_sandi(SandiForm())


@bp.post("/sandi")
@akses(Cakupan.MASUK)
def simpan_sandi() -> Response:
    """Store the new password; a wrong old one is counted although it is refused."""
    form = SandiForm()
    if not form.validate_on_submit():
        return _halaman_sandi(form, 422)
    try:
        kasus.ganti_sandi(request_session(), pelaku_kini(), token_kini(), form.lama.data, form.baru.data, sekarang())
    except SandiDitolak as galat:
        form.baru.errors = [str(galat)]
        return _halaman_sandi(form, 422)
    except kasus.SandiLamaDitolak as galat:
        simpan_walau_ditolak()
        form.lama.errors = [str(galat)]
        return _halaman_sandi(form, 422)
    beri_pesan("Sandi sudah diganti. Komputer lain yang masih masuk dengan akun ini sudah dikeluarkan.")
    return redirect(alamat_awal(pelaku_kini()), code=303)


def _tolak(form: MasukForm, hasil: kasus.HasilMasuk) -> Response:
    """The form again: 429 for whoever must wait, else 401."""
    if not hasil.tunggu:
        return _halaman_masuk(form, 401, hasil.kalimat)
    jawaban = _halaman_masuk(form, 429, hasil.kalimat)
    jawaban.headers["Retry-After"] = str(int(hasil.tunggu.total_seconds()) + 1)
    return jawaban


def _halaman_masuk(form: MasukForm, status: int = 200, tolakan: str = "") -> Response:
    ada_akun = kasus.ada_akun(request_session())
    return _tanpa_simpanan(render_template("auth/masuk.html", form=form, tolakan=tolakan, ada_akun=ada_akun), status)


def _halaman_sandi(form: SandiForm, status: int = 200) -> Response:
    html = render_template("auth/sandi.html", form=form, akun=akun_kini(), paling_pendek=SANDI_PALING_PENDEK)
    return _tanpa_simpanan(html, status)


def _tanpa_simpanan(html: str, status: int) -> Response:
    """A page that no cache keeps."""
    jawaban = make_response(html, status)
    jawaban.headers["Cache-Control"] = "no-store"
    return jawaban
