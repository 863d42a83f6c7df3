"""The live dashboard of a unit's survey: seen, its population set, paused; its saran."""

from io import BytesIO
from typing import TYPE_CHECKING

from flask import Blueprint, current_app, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.izin import boleh
from rtl_tracker.domain.jadwal_survei import KeadaanSurvei, dapat_diisi_petugas
from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.usecases.daftar_saran import muat_saran
from rtl_tracker.usecases.kelola_survei import PopulasiSalah, jeda_survei, ubah_populasi
from rtl_tracker.usecases.pantau_survei import muat_pantauan
from rtl_tracker.usecases.survei_saya import survei_saya
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.catat import catat_segera
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import beri_pesan, laksanakan
from rtl_tracker.web.survei.pantau_forms import FormPopulasi, versi_terkirim

if TYPE_CHECKING:
    from rtl_tracker.usecases.unduh_survei import BerkasUnduh

bp = Blueprint("pantau", __name__)
ALAMAT = "/unit/<int:upp_id>/<tahun:tahun>/<periode:periode>/survei"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HALAMAN_WARGA = "survei.unit"
"""The page on which citizens begin the survey of a unit."""


@bp.get("/survei-saya")
@akses(Cakupan.MASUK, Izin.LIHAT_HASIL)
def milik_saya() -> Response:
    """To the survey of the account's own unit that runs today."""
    upp_id, tahun, periode = survei_saya(request_session(), pelaku_kini(), hari_ini())
    return redirect(_ke(upp_id, tahun, periode), code=303)


@bp.get(ALAMAT)
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def unit(upp_id: int, tahun: int, periode: Periode) -> str:
    """The dashboard."""
    return _halaman(upp_id, tahun, periode)


@bp.post(f"{ALAMAT}/populasi")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def populasi(upp_id: int, tahun: int, periode: Periode) -> Response | tuple[str, int]:
    """Keep the number of users."""
    form = FormPopulasi()
    try:
        ubah_populasi(
            request_session(), pelaku_kini(), sekarang(), upp_id, tahun, periode, form.populasi.data or "", versi_terkirim(form)
        )
    except PopulasiSalah as galat:
        batalkan_perubahan()
        tandai_salah(form, {"populasi": str(galat)})
        return _halaman(upp_id, tahun, periode, form), 422
    except BerubahLebihDahulu as galat:
        batalkan_perubahan()
        form.versi.data = str(galat.versi)
        return _halaman(upp_id, tahun, periode, form, galat), 409
    beri_pesan("Populasi tersimpan; jumlah responden wajib dan batas kesalahan dihitung ulang.")
    return redirect(_ke(upp_id, tahun, periode), code=303)


@bp.post(f"{ALAMAT}/jeda")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def jeda(upp_id: int, tahun: int, periode: Periode) -> Response:
    """Pause the survey, or let it go on."""
    session, pelaku, form = request_session(), pelaku_kini(), FormPopulasi()
    dijeda, versi = request.form.get("dijeda") == "1", versi_terkirim(form)
    return laksanakan(
        lambda: jeda_survei(session, pelaku, sekarang(), upp_id, tahun, periode, dijeda, versi),
        "Survei dijeda: masyarakat belum dapat mengisi." if dijeda else "Survei dilanjutkan: masyarakat dapat mengisi lagi.",
        _ke(upp_id, tahun, periode),
    )


@bp.get(f"{ALAMAT}/saran")
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def saran(upp_id: int, tahun: int, periode: Periode) -> str:
    """The saran, searched and by unsur."""
    cari, unsur = request.args.get("cari", ""), request.args.get("unsur", "")
    nomor = request.args.get("halaman", 1, type=int)
    h = muat_saran(request_session(), pelaku_kini(), upp_id, tahun, periode, hari_ini(), cari, unsur, nomor)
    return render_template("survei/saran.html", h=h, tempat=_tempat(upp_id, tahun, periode))


@bp.get(f"{ALAMAT}/saran.xlsx")
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def unduh_saran(upp_id: int, tahun: int, periode: Periode) -> Response:
    """The saran as they are filtered, as a workbook."""
    from rtl_tracker.usecases.unduh_survei import buat_berkas_saran  # here: the pages do without openpyxl

    cari, unsur = request.args.get("cari", ""), request.args.get("unsur", "")
    return kirim_berkas(buat_berkas_saran(request_session(), pelaku_kini(), upp_id, tahun, periode, hari_ini(), cari, unsur))


def kirim_berkas(berkas: "BerkasUnduh") -> Response:
    """A made workbook as a download; that it left the program is recorded."""
    catat_segera(pelaku_kini(), JenisJejak.EKSPOR, berkas.catatan)
    jawaban = send_file(BytesIO(berkas.isi), mimetype=EXCEL, as_attachment=True, download_name=berkas.nama)
    jawaban.headers["Cache-Control"] = "no-store"
    return jawaban


def _halaman(
    upp_id: int, tahun: int, periode: Periode, form: FormPopulasi | None = None, bentrok: BerubahLebihDahulu | None = None
) -> str:
    h = muat_pantauan(request_session(), pelaku_kini(), upp_id, tahun, periode, hari_ini())
    if form is None:
        form = FormPopulasi(formdata=None)
        form.populasi.data = "" if h.tempat.survei.populasi is None else str(h.tempat.survei.populasi)
        form.versi.data = str(h.tempat.survei.versi)
    keadaan, kelola = h.tempat.keadaan, boleh(pelaku_kini(), Izin.KELOLA_SURVEI) and h.dibuka
    return render_template(
        "survei/pantauan.html", h=h, form=form, bentrok=bentrok, tempat=_tempat(upp_id, tahun, periode),
        boleh_atur=kelola and (dapat_diisi_petugas(keadaan) or keadaan is KeadaanSurvei.BELUM_DIBUKA),
        boleh_jeda=kelola and keadaan in (KeadaanSurvei.TERBUKA, KeadaanSurvei.DIJEDA), boleh_tutup=kelola,
        alamat_warga=url_for(HALAMAN_WARGA, upp_id=upp_id, _external=True) if HALAMAN_WARGA in current_app.view_functions else "",
    )  # fmt: skip


def _tempat(upp_id: int, tahun: int, periode: Periode) -> dict[str, object]:
    """The parts of the address of every page of this survey."""
    return {"upp_id": upp_id, "tahun": tahun, "periode": periode}


def _ke(upp_id: int, tahun: int, periode: Periode) -> str:
    return url_for("pantau.unit", upp_id=upp_id, tahun=tahun, periode=periode)
