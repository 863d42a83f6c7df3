"""RTL: the page of one, and the form that writes or changes a plan beside what respondents said and what was planned before."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Horizon, Rtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.usecases import kelola_rtl as kelola
from rtl_tracker.usecases.halaman_rtl import muat_bahan_rtl
from rtl_tracker.usecases.isi_hasil import IsianSalah
from rtl_tracker.usecases.kelola_penyampaian import periksa_dapat_diisi
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import beri_pesan, laksanakan
from rtl_tracker.web.upp.halaman_rtl import tampilkan_rtl
from rtl_tracker.web.upp.rtl_forms import FormRtl, baca_versi

bp = Blueprint("rtl", __name__)
ALAMAT = "/unit/<int:upp_id>/<tahun:tahun>/<periode:periode>/rtl"


@bp.get("/rtl/<int:rtl_id>")
@akses(Cakupan.UNIT, Izin.LIHAT_PENYAMPAIAN)
def satu(rtl_id: int) -> str:
    """The plan, its realisasi with bukti, and its whole history."""
    return tampilkan_rtl(rtl_id)


@bp.get(f"{ALAMAT}/tambah")
@akses(Cakupan.UNIT, Izin.TULIS_RTL)
def tambah(upp_id: int, tahun: int, periode: Periode) -> str:
    """The form for a new plan."""
    periksa_dapat_diisi(request_session(), upp_id, tahun, periode)
    form = FormRtl(formdata=None, unsur=_unsur(request.args.get("unsur", "")).value)
    return _halaman(form, upp_id, tahun, periode)


@bp.post(f"{ALAMAT}/tambah")
@akses(Cakupan.UNIT, Izin.TULIS_RTL)
def simpan_baru(upp_id: int, tahun: int, periode: Periode) -> Response | tuple[str, int]:
    """Store a new plan."""
    form = FormRtl()
    if form.validate():
        try:
            kelola.tambah_rtl(request_session(), pelaku_kini(), sekarang(), upp_id, tahun, periode, _isian(form))
        except IsianSalah as galat:
            batalkan_perubahan()
            tandai_salah(form, galat.salah)
    if form.errors:
        return _halaman(form, upp_id, tahun, periode), 422
    beri_pesan("RTL tersimpan.")
    return redirect(_ke_berkas(upp_id, tahun, periode), code=303)


@bp.get("/rtl/<int:rtl_id>/ubah")
@akses(Cakupan.UNIT, Izin.TULIS_RTL)
def ubah(rtl_id: int) -> str:
    """The form of a plan that is still open."""
    rtl = _ambil(rtl_id)
    periksa_dapat_diisi(request_session(), *_tempat(rtl))
    isi = {k: getattr(rtl, k) for k in (*kelola.ISI_RENCANA, "versi")}
    isi |= {"unsur": rtl.unsur.value if rtl.unsur else "", "horizon": rtl.horizon.value if rtl.horizon else ""}
    return _halaman(FormRtl(formdata=None, **isi), *_tempat(rtl), rtl=rtl)


@bp.post("/rtl/<int:rtl_id>/ubah")
@akses(Cakupan.UNIT, Izin.TULIS_RTL)
def simpan(rtl_id: int) -> Response | tuple[str, int]:
    """Store a changed plan; the second of two is told so and loses nothing."""
    form, rtl = FormRtl(), _ambil(rtl_id)
    if not form.validate():
        return _halaman(form, *_tempat(rtl), rtl=rtl), 422
    try:
        kelola.ubah_rtl(request_session(), pelaku_kini(), sekarang(), rtl_id, _isian(form))
    except IsianSalah as galat:
        batalkan_perubahan()
        tandai_salah(form, galat.salah)
        return _halaman(form, *_tempat(rtl), rtl=rtl), 422
    except BerubahLebihDahulu as galat:
        batalkan_perubahan()
        form.versi.data = str(galat.versi)
        return _halaman(form, *_tempat(rtl), rtl=rtl, bentrok=galat), 409
    beri_pesan("Perubahan RTL tersimpan.")
    return redirect(_ke_berkas(*_tempat(rtl)), code=303)


@bp.post("/rtl/<int:rtl_id>/hapus")
@akses(Cakupan.UNIT, Izin.TULIS_RTL)
def hapus(rtl_id: int) -> Response:
    """Remove a plan that is still open."""
    session, pelaku, rtl = request_session(), pelaku_kini(), _ambil(rtl_id)
    versi = request.form.get("versi", 0, type=int)
    return laksanakan(
        lambda: kelola.hapus_rtl(session, pelaku, sekarang(), rtl_id, versi), "RTL dihapus.", _ke_berkas(*_tempat(rtl))
    )


def _halaman(
    form: FormRtl, upp_id: int, tahun: int, periode: Periode, rtl: Rtl | None = None, bentrok: BerubahLebihDahulu | None = None
) -> str:
    unsur = _unsur(form.unsur.data)
    bahan = muat_bahan_rtl(request_session(), upp_id, tahun, periode, unsur, rtl.id if rtl else None)
    return render_template(
        "upp/tulis_rtl.html", form=form, bahan=bahan, unsur=unsur, tahun=tahun, periode=periode, rtl=rtl, bentrok=bentrok
    )


def _isian(form: FormRtl) -> kelola.IsianRtl:
    horizon = Horizon(form.horizon.data) if form.horizon.data else None
    return kelola.IsianRtl(
        unsur=Unsur(form.unsur.data), kegiatan=form.kegiatan.data or "", keluhan=form.keluhan.data or "",
        indikator=form.indikator.data or "", waktu=form.waktu.data or "", tenggat=form.tenggat.data,
        penanggung_jawab=form.penanggung_jawab.data or "", horizon=horizon, stakeholder=form.stakeholder.data or "",
        versi=baca_versi(form),
    )  # fmt: skip


def _ambil(rtl_id: int) -> Rtl:
    return kelola.ambil_rtl(request_session(), pelaku_kini(), Izin.TULIS_RTL, rtl_id)


def _tempat(rtl: Rtl) -> tuple[int, int, Periode]:
    """Where the plan belongs. The instansi's own plans have no dossier."""
    if rtl.upp_id is None:
        raise NotFound
    return rtl.upp_id, rtl.tahun, rtl.periode


def _unsur(kode: str | None) -> Unsur:
    return Unsur(kode) if kode in [u.value for u in Unsur] else Unsur.PERSYARATAN


def _ke_berkas(upp_id: int, tahun: int, periode: Periode) -> str:
    return url_for("hasil.periode", upp_id=upp_id, tahun=tahun, periode=periode, _anchor="rencana")
