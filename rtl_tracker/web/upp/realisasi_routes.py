"""Realisasi: the list of a unit, the report of one RTL with its bukti, and the answer "not done"."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.alur_rtl import AlasanTidak, SyaratKurang
from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.usecases.halaman_unit import muat_daftar_realisasi
from rtl_tracker.usecases.kelola_bukti import SEKALI_KIRIM, Kiriman
from rtl_tracker.usecases.lapor_dengan_bukti import HasilLapor, IsianLaporan, lapor
from rtl_tracker.usecases.lapor_realisasi import nyatakan_tidak
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import GALAT, INGAT, beri_pesan
from rtl_tracker.web.upp.halaman_rtl import tampilkan_rtl
from rtl_tracker.web.upp.rtl_forms import FormLaporan, FormTidak, baca_versi

bp = Blueprint("realisasi", __name__)


@bp.get("/unit/<int:upp_id>/realisasi")
@akses(Cakupan.UNIT, Izin.LIHAT_PENYAMPAIAN)
def daftar(upp_id: int) -> str:
    """All RTL of a unit with their state."""
    isi = muat_daftar_realisasi(request_session(), pelaku_kini(), upp_id, hari_ini())
    status = request.args.get("status", "")
    return render_template(
        "upp/realisasi.html", d=isi, status=status, rtl=[r for r in isi.rtl if status in ("", r.status or "belum")]
    )


@bp.post("/rtl/<int:rtl_id>/realisasi")
@akses(Cakupan.UNIT, Izin.LAPOR_REALISASI)
def simpan(rtl_id: int) -> Response | tuple[str, int]:
    """Keep a report with its bukti; with the button "selesai" the plan is reported as done."""
    form = FormLaporan()
    if not form.validate():
        return tampilkan_rtl(rtl_id, laporan=form), 422
    if len(form.berkas.data or []) > SEKALI_KIRIM:
        tandai_salah(
            form, {"berkas": f"Paling banyak {SEKALI_KIRIM} berkas sekali kirim. Kirim sisanya sesudah yang ini tersimpan."}
        )
        return tampilkan_rtl(rtl_id, laporan=form), 422
    kini = konteks()
    isian = IsianLaporan(
        form.uraian.data or "",
        form.hambatan.data or "",
        baca_versi(form),
        request.form.get("tindakan") == "selesai",
        _kiriman(form),
    )
    try:
        hasil = lapor(request_session(), pelaku_kini(), sekarang(), kini.gudang, rtl_id, isian, kini.settings.max_upload_mb)
    except BerubahLebihDahulu as galat:
        batalkan_perubahan()
        form.versi.data = str(galat.versi)
        return tampilkan_rtl(rtl_id, laporan=form, bentrok=galat), 409
    if not hasil.tersimpan:
        batalkan_perubahan()
        tandai_salah(form, {"uraian": " ".join(hasil.ditolak)})
        return tampilkan_rtl(rtl_id, laporan=form), 422
    _beri_kabar(hasil)
    return redirect(url_for("rtl.satu", rtl_id=rtl_id, _anchor="realisasi"), code=303)


@bp.post("/rtl/<int:rtl_id>/tidak-dilaksanakan")
@akses(Cakupan.UNIT, Izin.LAPOR_REALISASI)
def tidak(rtl_id: int) -> Response | tuple[str, int]:
    """Report a plan as not done; it is carried over."""
    form = FormTidak()
    if not form.validate():
        return tampilkan_rtl(rtl_id, tidak=form), 422
    isian = AlasanTidak(form.alasan.data, form.strategi.data, form.tenggat.data, form.penanggung_jawab.data)
    try:
        _, lanjutan = nyatakan_tidak(request_session(), pelaku_kini(), sekarang(), rtl_id, isian, baca_versi(form))
    except SyaratKurang as galat:
        batalkan_perubahan()
        tandai_salah(form, {"tenggat" if "Tenggat" in str(galat) else "": str(galat)})
        return tampilkan_rtl(rtl_id, tidak=form), 422
    except BerubahLebihDahulu as galat:
        batalkan_perubahan()
        form.versi.data = str(galat.versi)
        return tampilkan_rtl(rtl_id, tidak=form, bentrok=galat), 409
    beri_pesan(f"RTL dinyatakan tidak dilaksanakan dan dilanjutkan ke {NAMA_PERIODE[lanjutan.periode]} {lanjutan.tahun}.")
    return redirect(url_for("rtl.satu", rtl_id=rtl_id), code=303)


def _kiriman(form: FormLaporan) -> list[Kiriman]:
    """Every chosen file, and the link if there is one; caption and date hold for all of them."""
    rincian = {"keterangan": form.keterangan.data or "", "berlaku": form.berlaku.data}
    berkas = [
        Kiriman(nama_berkas=f.filename, isi=f.read(), **rincian) for f in form.berkas.data or [] if getattr(f, "filename", "")
    ]
    tautan = [Kiriman(tautan=form.tautan.data, **rincian)] if (form.tautan.data or "").strip() else []
    return [*berkas, *tautan]


def _beri_kabar(hasil: HasilLapor) -> None:
    if hasil.bukti:
        beri_pesan(f"Bukti tersimpan: {'; '.join(hasil.bukti)}.")
    for kalimat in hasil.peringatan:
        beri_pesan(kalimat, INGAT)
    for kalimat in hasil.ditolak:
        beri_pesan(kalimat, GALAT)
    if hasil.selesai:
        beri_pesan("RTL dilaporkan selesai dan menunggu verifikasi.")
    elif not hasil.ditolak:
        beri_pesan("Kemajuan tersimpan.")
    else:
        beri_pesan("Uraian tersimpan sebagai kemajuan; RTL belum dinyatakan selesai.")
