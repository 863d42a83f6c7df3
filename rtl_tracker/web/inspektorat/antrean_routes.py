"""The queue of verification: the list, the next item, the page that shows claim, plan and bukti together, and the decision."""

import re
from collections.abc import Callable
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.alur_rtl import RtlTerkunci, SyaratKurang
from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.peran import Izin
from rtl_tracker.usecases import verifikasi_realisasi as kasus
from rtl_tracker.usecases.antrean_verifikasi import SaringanAntrean, id_berikutnya, muat_antrean, muat_pemeriksaan
from rtl_tracker.usecases.baca_jejak import baris_jejak
from rtl_tracker.usecases.catatan_pemeriksaan import catat
from rtl_tracker.web.inspektorat.alamat import baca_bilangan
from rtl_tracker.web.inspektorat.antrean_forms import FormCatatan, FormKembalikan, FormSetuju
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import GALAT, beri_pesan

bp = Blueprint("antrean", __name__)
PASANGAN = re.compile(r"([0-9]{1,9}):([0-9]{1,9})")
HABIS = "Tidak ada lagi realisasi yang menunggu verifikasi pada antrean ini."


@bp.get("/antrean")
@akses(Cakupan.INSTANSI, Izin.VERIFIKASI_REALISASI)
def daftar() -> str:
    """The queue, oldest report first."""
    halaman = baca_bilangan("halaman") or 1
    isi = muat_antrean(request_session(), pelaku_kini(), sekarang(), _saringan(), halaman)
    return render_template("inspektorat/antrean.html", h=isi)


@bp.get("/antrean/berikut")
@akses(Cakupan.INSTANSI, Izin.VERIFIKASI_REALISASI)
def berikut() -> Response:
    """To the next item behind `sesudah`, or back to the list when there is none."""
    saringan = _saringan()
    rtl_id = id_berikutnya(request_session(), pelaku_kini(), saringan, baca_bilangan("sesudah"))
    if rtl_id is None:
        beri_pesan(HABIS)
        return _ke("antrean.daftar", saringan)
    return _ke("antrean.satu", saringan, rtl_id=rtl_id)


@bp.get("/antrean/<int:rtl_id>")
@akses(Cakupan.UNIT, Izin.VERIFIKASI_REALISASI)
def satu(rtl_id: int) -> str:
    """One realisasi with everything it is judged by."""
    return _halaman(rtl_id)


@bp.post("/antrean/<int:rtl_id>/setuju")
@akses(Cakupan.UNIT, Izin.VERIFIKASI_REALISASI)
def setuju(rtl_id: int) -> Response | tuple[str, int]:
    """Confirm it and go on to the next one."""
    form = FormSetuju()
    if not form.validate():
        return _halaman(rtl_id, setuju=form), 422
    return _putuskan(
        rtl_id,
        lambda: kasus.verifikasi(request_session(), pelaku_kini(), sekarang(), rtl_id, _versi(), form.catatan.data or ""),
        "Realisasi diverifikasi.",
        setuju=form,
    )


@bp.post("/antrean/<int:rtl_id>/kembalikan")
@akses(Cakupan.UNIT, Izin.VERIFIKASI_REALISASI)
def kembalikan(rtl_id: int) -> Response | tuple[str, int]:
    """Return it with a reason and go on to the next one."""
    form = FormKembalikan()
    if not form.validate():
        return _halaman(rtl_id, kembalikan=form), 422
    return _putuskan(
        rtl_id,
        lambda: kasus.kembalikan(request_session(), pelaku_kini(), sekarang(), rtl_id, _versi(), form.alasan),
        "Realisasi dikembalikan kepada unit beserta alasannya.",
        kembalikan=form,
    )


@bp.post("/antrean/sekaligus")
@akses(Cakupan.INSTANSI, Izin.VERIFIKASI_REALISASI)
def sekaligus() -> Response | str:
    """Confirm the chosen items; when some were refused, a page that names them."""
    saringan = _saringan()
    pasangan = [(int(m[1]), int(m[2])) for m in map(PASANGAN.fullmatch, request.form.getlist("pilih")) if m]
    if not pasangan:
        beri_pesan("Belum ada realisasi yang dipilih. Centang yang akan diverifikasi, lalu ulangi.", GALAT)
        return _ke("antrean.daftar", saringan)
    rangkuman = kasus.verifikasi_sekaligus(request_session(), pelaku_kini(), sekarang(), pasangan)
    if rangkuman.ditolak:
        return render_template("inspektorat/antrean_sekaligus.html", rangkuman=rangkuman, saringan=saringan)
    beri_pesan(f"{len(rangkuman.terverifikasi)} realisasi diverifikasi.")
    return _ke("antrean.daftar", saringan)


@bp.post("/rtl/<int:rtl_id>/catatan")
@akses(Cakupan.UNIT, Izin.CATAT_PEMERIKSAAN)
def catatan(rtl_id: int) -> Response | tuple[str, int]:
    """Keep a note of an inspection; a refusal keeps what was typed."""
    form = FormCatatan()
    try:
        catat(request_session(), pelaku_kini(), sekarang(), rtl_id, form.catatan.data or "")
    except SyaratKurang as galat:
        tandai_salah(form, {"catatan": str(galat)})
        return render_template("inspektorat/antrean_catatan.html", form=form, rtl_id=rtl_id), 422
    beri_pesan("Catatan pemeriksaan disimpan.")
    return redirect(url_for("rtl.satu", rtl_id=rtl_id), code=303)


def _putuskan(
    rtl_id: int, tindakan: Callable[[], object], berhasil: str, **form: FormSetuju | FormKembalikan
) -> Response | tuple[str, int]:
    """Do it and go on; who comes second sees who was first, what is stored now, and what they typed."""
    saringan = _saringan()
    try:
        tindakan()
    except BerubahLebihDahulu as galat:
        return _halaman(rtl_id, bentrok=galat, **form), 409
    except (RtlTerkunci, SyaratKurang) as galat:
        batalkan_perubahan()
        beri_pesan(str(galat), GALAT)
        return _ke("antrean.satu", saringan, rtl_id=rtl_id)
    beri_pesan(berhasil)
    return _ke("antrean.berikut", saringan, sesudah=rtl_id)


def _halaman(
    rtl_id: int,
    setuju: FormSetuju | None = None,
    kembalikan: FormKembalikan | None = None,
    bentrok: BerubahLebihDahulu | None = None,
) -> str:
    saringan = _saringan()
    isi = muat_pemeriksaan(request_session(), pelaku_kini(), sekarang(), rtl_id, saringan)
    return render_template(
        "inspektorat/antrean_satu.html",
        h=isi,
        saringan=saringan,
        riwayat=[baris_jejak(c) for c in isi.riwayat],
        setuju=setuju or FormSetuju(formdata=None),
        kembalikan=kembalikan or FormKembalikan(formdata=None),
        bentrok=bentrok,
    )


def _versi() -> int:
    """The version that the page showed; 0, which no RTL has, for a text that is no number."""
    return request.form.get("versi", 0, type=int)


def _saringan() -> SaringanAntrean:
    """The filter of the address, which goes along from page to page."""
    teks = request.args.get
    return SaringanAntrean(
        cari=teks("cari", "").strip(), upp_id=baca_bilangan("upp"), kelompok=teks("kelompok", ""), tahun=baca_bilangan("tahun")
    )


def _ke(endpoint: str, saringan: SaringanAntrean, **lain: Any) -> Response:
    alamat: dict[str, Any] = {**lain, **saringan.argumen}
    return redirect(url_for(endpoint, **alamat), code=303)
