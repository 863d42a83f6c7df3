"""The page of one UPP."""

from flask import Blueprint, render_template

from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.unsur import urutan_unsur
from rtl_tracker.web.organisasi.halaman_tahun import muat_gambar_upp, muat_halaman_upp
from rtl_tracker.web.shared.akses import Cakupan, akses

bp = Blueprint("upp", __name__)


@bp.get("/tahun/<int:tahun>/upp/<int:upp_id>")
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def satu(tahun: int, upp_id: int) -> str:
    """The results, unsur and RTL of one UPP in a year."""
    halaman = muat_halaman_upp(tahun, upp_id)
    return render_template(
        "organisasi/upp.html",
        halaman=halaman,
        urutan=urutan_unsur(halaman.pengaturan.urutan_unsur),
        gambar=muat_gambar_upp(tahun, upp_id),
    )
