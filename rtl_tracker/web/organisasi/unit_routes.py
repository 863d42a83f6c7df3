"""Master data of units: the list, a new one, a changed one."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.upp import Upp
from rtl_tracker.usecases import kelola_upp as kelola
from rtl_tracker.usecases.isi_hasil import IsianSalah
from rtl_tracker.web.organisasi.unit_forms import FormUpp, isi_form, isian_dari_form
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import beri_pesan

bp = Blueprint("induk", __name__, url_prefix="/data-unit")


@bp.get("")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def daftar() -> str:
    """All units, each below its induk."""
    return render_template("organisasi/unit.html", unit=kelola.daftar_upp(request_session(), pelaku_kini()))


@bp.get("/tambah")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def tambah() -> str:
    """The form of a new unit."""
    return _halaman(FormUpp(formdata=None))


@bp.post("/tambah")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def simpan_baru() -> Response | tuple[str, int]:
    """Store a new unit."""
    form = FormUpp()
    try:
        kelola.tambah_upp(request_session(), pelaku_kini(), sekarang(), isian_dari_form(form))
    except IsianSalah as galat:
        return _tolak(form, galat)
    beri_pesan("Unit ditambahkan.")
    return redirect(url_for("induk.daftar"), code=303)


@bp.get("/<int:upp_id>")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def ubah(upp_id: int) -> str:
    """The form of a stored unit."""
    unit, versi = kelola.muat_upp(request_session(), pelaku_kini(), upp_id)
    form = FormUpp(formdata=None)
    isi_form(form, unit, versi)
    return _halaman(form, unit)


@bp.post("/<int:upp_id>")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def simpan(upp_id: int) -> Response | tuple[str, int]:
    """Store a changed unit; the second of two is told so and loses nothing."""
    form = FormUpp()
    unit, _ = kelola.muat_upp(request_session(), pelaku_kini(), upp_id)
    versi = int(form.versi.data) if (form.versi.data or "").isdigit() else 0
    try:
        kelola.ubah_upp(request_session(), pelaku_kini(), sekarang(), upp_id, isian_dari_form(form), versi)
    except IsianSalah as galat:
        return _tolak(form, galat, unit)
    except BerubahLebihDahulu as galat:
        batalkan_perubahan()
        form.versi.data = str(galat.versi)
        return _halaman(form, unit, galat), 409
    beri_pesan("Data unit disimpan.")
    return redirect(url_for("induk.daftar"), code=303)


def _tolak(form: FormUpp, galat: IsianSalah, unit: Upp | None = None) -> tuple[str, int]:
    batalkan_perubahan()
    form.validate()
    tandai_salah(form, galat.salah)
    return _halaman(form, unit), 422


def _halaman(form: FormUpp, unit: Upp | None = None, bentrok: BerubahLebihDahulu | None = None) -> str:
    lain = [u for _, u in kelola.daftar_upp(request_session(), pelaku_kini()) if unit is None or u.id != unit.id]
    form.induk_id.choices = [SelectChoice("", "Tanpa induk"), *(SelectChoice(str(u.id), u.nama) for u in lain)]
    return render_template("organisasi/unit_isian.html", form=form, unit=unit, bentrok=bentrok)
