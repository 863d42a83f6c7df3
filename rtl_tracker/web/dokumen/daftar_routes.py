"""The list of documents, and the buttons that order them."""

from flask import render_template, request
from werkzeug.wrappers import Response

from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.usecases.halaman_dokumen import muat_halaman_dokumen
from rtl_tracker.web.dokumen.kerja_routes import pesan
from rtl_tracker.web.dokumen.ruang import alamat_daftar, baca_permintaan
from rtl_tracker.web.shared.masuk_kini import pelaku_kini
from rtl_tracker.web.shared.request_session import request_session
from rtl_tracker.web.shared.unduhan import list_unduhan


def daftar(tahun: int, upp_id: int | None = None) -> str:
    """All documents of a year, for the period that the address names."""
    kode = request.args.get("periode", "")
    periode = Periode(kode) if kode in list(Periode) else None
    halaman = muat_halaman_dokumen(request_session(), pelaku_kini(), tahun, periode, upp_id)
    return render_template("dokumen/daftar.html", h=halaman, unduhan=list_unduhan, alamat_daftar=alamat_daftar)


def susun(tahun: int, jenis: JenisDokumen, periode: Periode, upp_id: int | None = None) -> Response:
    """Order a document, or join the work on an equal order."""
    permintaan = baca_permintaan(tahun, jenis, periode, upp_id)
    pesanan = Pesanan(JenisKerja.DOKUMEN, permintaan, excel="excel" in request.form, pemeriksaan="pemeriksaan" in request.form)
    return pesan(pesanan, JenisJejak.LAPORAN_DISUSUN)


def paket(tahun: int, jenis: JenisDokumen, periode: Periode) -> Response:
    """Order the documents of every unit."""
    pesanan = Pesanan(JenisKerja.PAKET, PermintaanDokumen(jenis, tahun, periode), excel="excel" in request.form)
    return pesan(pesanan, JenisJejak.LAPORAN_DISUSUN)
