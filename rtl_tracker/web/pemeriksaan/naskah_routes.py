"""An edited text examined: pasted into a form, its wrong words shown in their sentences; nothing is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template
from wtforms.fields.choices import SelectChoice

from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.web.pemeriksaan.forms import FormNaskah
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini
from rtl_tracker.web.shared.request_session import request_session

if TYPE_CHECKING:
    from rtl_tracker.usecases.periksa_teks import PilihanNaskah, SorotanTeks

bp = Blueprint("naskah", __name__)
SELURUHNYA = "Instansi secara keseluruhan"


@bp.get("/tahun/<int:tahun>/naskah")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def isi(tahun: int) -> str:
    """The form."""
    pilihan = _pilihan(tahun)
    return _halaman(pilihan, _form(pilihan))


@bp.post("/tahun/<int:tahun>/naskah")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def periksa(tahun: int) -> str | tuple[str, int]:
    """Examine the text; it stays in the form."""
    from rtl_tracker.usecases.periksa_teks import periksa_teks

    pilihan = _pilihan(tahun)
    form = _form(pilihan)
    if not form.validate():
        return _halaman(pilihan, form), 422
    dikenal = {str(u.id): u.id for u in pilihan.upp}
    upp_id, periode = dikenal.get(form.unit.data or ""), Periode(form.periode.data)
    return _halaman(
        pilihan, form, periksa_teks(request_session(), pelaku_kini(), tahun, form.teks.data, upp_id, periode, hari_ini())
    )


def _pilihan(tahun: int) -> PilihanNaskah:
    from rtl_tracker.usecases.periksa_teks import muat_pilihan

    return muat_pilihan(request_session(), pelaku_kini(), tahun)


def _form(pilihan: PilihanNaskah) -> FormNaskah:
    form = FormNaskah()
    form.unit.choices = [SelectChoice("", SELURUHNYA), *(SelectChoice(str(u.id), u.nama) for u in pilihan.upp)]
    return form


def _halaman(pilihan: PilihanNaskah, form: FormNaskah, temuan: list[SorotanTeks] | None = None) -> str:
    return render_template("pemeriksaan/naskah.html", p=pilihan, form=form, temuan=temuan)
