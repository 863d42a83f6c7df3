"""Publishing of results: what the public would see of a period, the button that freezes it, and withdrawing."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.publikasi import KALIMAT_SEBAB, PublikasiDitolak
from rtl_tracker.usecases import terbitkan_hasil as terbit
from rtl_tracker.usecases.bahan_halaman import tahun_utama
from rtl_tracker.usecases.calon_publikasi import CalonPublikasi, susun_calon
from rtl_tracker.usecases.lingkungan_dokumen import LingkunganDokumen
from rtl_tracker.web.dokumen.kerja_routes import pesan
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import request_session
from rtl_tracker.web.shared.simpanan_halaman import dari_simpanan
from rtl_tracker.web.shared.tindakan import GALAT, beri_pesan, laksanakan

bp = Blueprint("terbit", __name__)


@bp.get("/penerbitan")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def terbaru() -> Response | str:
    """The newest year with results."""
    tahun = tahun_utama(request_session())
    if tahun is None:
        return render_template("organisasi/terbit_kosong.html")
    return redirect(url_for("terbit.satu", tahun=tahun), code=303)


@bp.get("/tahun/<tahun:tahun>/publikasi")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def satu(tahun: int) -> str:
    """One period of a year: what would be published, what is, and what differs."""
    session, pelaku, kode = request_session(), pelaku_kini(), request.args.get("periode", "")
    terbit.periksa_tahun_terbit(session, pelaku, tahun)
    if kode in list(Periode):
        periode = Periode(kode)
    else:
        periode = terbit.periode_awal(session, tahun, _calon(tahun, Periode.TAHUNAN).berisi, hari_ini())
    halaman = terbit.muat_halaman_terbit(session, pelaku, _calon(tahun, periode), hari_ini())
    return render_template("organisasi/terbit.html", h=halaman, kalimat_sebab=KALIMAT_SEBAB)


@bp.post("/tahun/<tahun:tahun>/publikasi/<periode:periode>/terbitkan")
@akses(Cakupan.INSTANSI, Izin.TERBITKAN_HASIL)
def terbitkan(tahun: int, periode: Periode) -> Response:
    """Order the publication; refused when the figures are not those that were looked at."""
    sidik, pelaku = request.form.get("sidik", ""), pelaku_kini()
    with konteks().baca() as session:
        terbit.periksa_tahun_terbit(session, pelaku, tahun)
        try:
            terbit.periksa_terbit(session, pelaku, susun_calon(session, tahun, periode, _lingkungan()), sidik)
        except PublikasiDitolak as galat:
            beri_pesan(str(galat), GALAT)
            return redirect(url_for("terbit.satu", tahun=tahun, periode=periode.value), code=303)
    return pesan(terbit.pesanan_terbit(tahun, periode, sidik), JenisJejak.LAPORAN_DISUSUN)


@bp.post("/tahun/<tahun:tahun>/publikasi/<periode:periode>/<int:nomor>/tarik")
@akses(Cakupan.INSTANSI, Izin.TERBITKAN_HASIL)
def tarik(tahun: int, periode: Periode, nomor: int) -> Response:
    """Withdraw a publication with a reason that the public reads."""
    session, pelaku, alasan = request_session(), pelaku_kini(), request.form.get("alasan", "")
    return laksanakan(
        lambda: terbit.tarik(session, pelaku, sekarang(), tahun, periode, nomor, alasan),
        f"Publikasi {NAMA_PERIODE[periode]} {tahun} nomor {nomor} ditarik. Masyarakat kini membaca bahwa hasilnya sedang diperbaiki.",
        url_for("terbit.satu", tahun=tahun, periode=periode.value),
    )


def _calon(tahun: int, periode: Periode) -> CalonPublikasi:
    """Computed once while the data stay the same."""
    return dari_simpanan(("calon", tahun, periode), lambda session: susun_calon(session, tahun, periode, _lingkungan()))


def _lingkungan() -> LingkunganDokumen:
    return LingkunganDokumen(konteks().settings.base_url, konteks().gudang)
