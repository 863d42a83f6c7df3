"""The page of one RTL, as several views answer with it."""

from flask import render_template

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.usecases.baca_jejak import baris_jejak
from rtl_tracker.usecases.halaman_rtl import muat_halaman_rtl
from rtl_tracker.usecases.kelola_bukti import SEKALI_KIRIM
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini
from rtl_tracker.web.shared.request_session import request_session
from rtl_tracker.web.upp.rtl_forms import FormGanti, FormLaporan, FormTidak


def tampilkan_rtl(
    rtl_id: int,
    *,
    laporan: FormLaporan | None = None,
    tidak: FormTidak | None = None,
    bentrok: BerubahLebihDahulu | None = None,
) -> str:
    """The page; with a form that was refused, what was typed stays in it."""
    h = muat_halaman_rtl(request_session(), pelaku_kini(), rtl_id, hari_ini())
    batas_mb = konteks().settings.max_upload_mb
    isi = {"uraian": h.rtl.uraian, "hambatan": h.rtl.hambatan, "versi": h.rtl.versi}
    laporan = laporan or FormLaporan(formdata=None, **isi)
    ganti = FormGanti(formdata=None)
    batas = {"data-batas": batas_mb * 1_000_000, "data-batas-sebutan": f"{batas_mb} MB"}
    for pilihan, banyak in ((laporan.berkas, SEKALI_KIRIM), (ganti.berkas, 1)):
        pilihan.render_kw = {**(pilihan.render_kw or {}), **batas, "data-banyak": banyak}
    return render_template(
        "upp/rtl.html",
        h=h,
        riwayat=[baris_jejak(c) for c in h.riwayat],
        laporan=laporan,
        tidak=tidak or FormTidak(formdata=None, versi=h.rtl.versi, penanggung_jawab=h.rtl.penanggung_jawab),
        ganti=ganti,
        buka_tidak=tidak is not None,
        bentrok=bentrok,
        batas_mb=batas_mb,
        sekali_kirim=SEKALI_KIRIM,
    )
