"""Why a finding stands: the page on which the reason is written, and the button that takes it back."""

from flask import Blueprint, redirect, render_template
from werkzeug.wrappers import Response

from rtl_tracker.domain.peran import Izin
from rtl_tracker.web.pemeriksaan.forms import FormPenjelasan
from rtl_tracker.web.pemeriksaan.halaman_temuan import (
    alamat_daftar,
    alamat_penjelasan,
    argumen_kembali,
    tautan_temuan,
)
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.temuan_kini import muat_temuan
from rtl_tracker.web.shared.tindakan import GALAT, beri_pesan, laksanakan

bp = Blueprint("penjelasan", __name__)
INSTANSI = "/tahun/<int:tahun>/pemeriksaan/<kunci>"
UNIT = "/unit/<int:upp_id>/pemeriksaan/<tahun:tahun>/<kunci>"
TIDAK_ADA = "Temuan ini tidak ada lagi: datanya sudah berubah. Tidak ada yang perlu dijelaskan."


@bp.get(INSTANSI)
@akses(Cakupan.INSTANSI, Izin.JELASKAN_TEMUAN)
def tulis(tahun: int, kunci: str) -> Response | str:
    """One finding of the instansi with the form for its reason."""
    return _halaman(tahun, None, kunci)


@bp.get(UNIT)
@akses(Cakupan.UNIT, Izin.JELASKAN_TEMUAN)
def tulis_unit(upp_id: int, tahun: int, kunci: str) -> Response | str:
    """One finding of a unit with the form for its reason."""
    return _halaman(tahun, upp_id, kunci)


@bp.post(INSTANSI)
@akses(Cakupan.INSTANSI, Izin.JELASKAN_TEMUAN)
def simpan(tahun: int, kunci: str) -> Response | tuple[str, int]:
    """Keep the reason of a finding of the instansi."""
    return _simpan(tahun, None, kunci)


@bp.post(UNIT)
@akses(Cakupan.UNIT, Izin.JELASKAN_TEMUAN)
def simpan_unit(upp_id: int, tahun: int, kunci: str) -> Response | tuple[str, int]:
    """Keep the reason of a finding of a unit."""
    return _simpan(tahun, upp_id, kunci)


@bp.post(f"{INSTANSI}/cabut")
@akses(Cakupan.INSTANSI, Izin.JELASKAN_TEMUAN)
def cabut(tahun: int, kunci: str) -> Response:
    """Take the reason of a finding of the instansi back."""
    return _cabut(tahun, None, kunci)


@bp.post(f"{UNIT}/cabut")
@akses(Cakupan.UNIT, Izin.JELASKAN_TEMUAN)
def cabut_unit(upp_id: int, tahun: int, kunci: str) -> Response:
    """Take the reason of a finding of a unit back."""
    return _cabut(tahun, upp_id, kunci)


def _halaman(tahun: int, upp_id: int | None, kunci: str, form: FormPenjelasan | None = None) -> Response | str:
    """The page; a finding that is no more leads back to the list with a sentence."""
    from rtl_tracker.usecases.halaman_pemeriksaan import satu_temuan

    pelaku, semua = pelaku_kini(), muat_temuan(tahun)
    butir = satu_temuan(semua, pelaku, upp_id, kunci)
    if butir is None:
        beri_pesan(TIDAK_ADA, GALAT)
        return redirect(alamat_daftar(tahun, pelaku), code=303)
    argumen = argumen_kembali(pelaku)
    return render_template(
        "pemeriksaan/jelaskan.html",
        b=butir,
        semua=semua,
        tautan=tautan_temuan(butir, semua, pelaku),
        form=form or FormPenjelasan(formdata=None),
        simpan=alamat_penjelasan(butir, tahun, argumen, "simpan"),
        cabut=alamat_penjelasan(butir, tahun, argumen, "cabut"),
        kembali=alamat_daftar(tahun, pelaku),
    )


def _simpan(tahun: int, upp_id: int | None, kunci: str) -> Response | tuple[str, int]:
    """A refused reason comes back with its words; a finding that is no more, or was explained meanwhile, leads to the list."""
    from rtl_tracker.usecases.penjelasan_temuan import AlasanTidakSah, SudahDijelaskan, TemuanTidakAda, jelaskan

    form, pelaku = FormPenjelasan(), pelaku_kini()
    try:
        jelaskan(request_session(), pelaku, sekarang(), tahun, upp_id, kunci, form.alasan.data or "")
    except AlasanTidakSah as galat:
        batalkan_perubahan()
        tandai_salah(form, {"alasan": str(galat)})
        halaman = _halaman(tahun, upp_id, kunci, form)
        return halaman if isinstance(halaman, Response) else (halaman, 422)
    except (SudahDijelaskan, TemuanTidakAda) as galat:
        batalkan_perubahan()
        beri_pesan(str(galat), GALAT)
    else:
        beri_pesan("Penjelasan disimpan. Temuan itu kini ada pada daftar yang sudah dijelaskan.")
    return redirect(alamat_daftar(tahun, pelaku), code=303)


def _cabut(tahun: int, upp_id: int | None, kunci: str) -> Response:
    from rtl_tracker.usecases.penjelasan_temuan import cabut as cabut_penjelasan

    pelaku = pelaku_kini()
    return laksanakan(
        lambda: cabut_penjelasan(request_session(), pelaku, sekarang(), tahun, upp_id, kunci),
        "Penjelasan dicabut. Temuan itu kembali menunggu perbaikan atau penjelasan.",
        alamat_daftar(tahun, pelaku),
    )
