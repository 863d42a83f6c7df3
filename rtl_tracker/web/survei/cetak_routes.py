"""What is printed for a survey: posters and stickers as PDF, the questionnaire on paper as Word and PDF.

None of it holds data, so a download leaves no event.
"""

from io import BytesIO

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.usecases.cetak_survei import (
    SEMUA,
    KertasPerLayanan,
    bahan_kertas,
    bahan_poster,
    gambar_poster,
    muat_cetak,
    tulis_kertas,
)
from rtl_tracker.usecases.pdf_cetak import berkas_pdf, dapat_pdf, kunci_pdf
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import pelaku_kini
from rtl_tracker.web.shared.request_session import request_session, tutup_session
from rtl_tracker.web.shared.tindakan import GALAT, INGAT, beri_pesan

bp = Blueprint("cetak_survei", __name__)
ALAMAT = "/unit/<int:upp_id>/<tahun:tahun>/<periode:periode>/survei/cetak"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
TUNGGU = 25.0


@bp.get(ALAMAT)
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def unit(upp_id: int, tahun: int, periode: Periode) -> str:
    """What can be printed."""
    settings = konteks().settings
    halaman = muat_cetak(request_session(), pelaku_kini(), upp_id, tahun, periode, settings.base_url)
    return render_template("survei/cetak.html", h=halaman, ada_pdf=dapat_pdf(settings.soffice), semua=SEMUA)


@bp.get(f"{ALAMAT}/<any(a4, a5, stiker):poster>.pdf")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def poster(upp_id: int, tahun: int, periode: Periode, poster: str) -> Response:
    """A poster or a sheet of stickers; `?layanan=` names one layanan, or all."""
    dipilih = SEMUA if request.args.get("layanan") == SEMUA else _layanan()
    bahan = bahan_poster(request_session(), pelaku_kini(), upp_id, tahun, dipilih, poster, konteks().settings.base_url)
    tutup_session()
    return _kirim(gambar_poster(bahan), PDF, f"{bahan.nama_berkas}.pdf")


@bp.get(f"{ALAMAT}/kuesioner.<any(docx, pdf):berkas>")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def kuesioner(upp_id: int, tahun: int, periode: Periode, berkas: str) -> Response:
    """The questionnaire on paper; its PDF is laid out by the job queue while the browser waits."""
    kembali = url_for("cetak_survei.unit", upp_id=upp_id, tahun=tahun, periode=periode)
    try:
        bahan = bahan_kertas(request_session(), pelaku_kini(), upp_id, tahun, periode, _layanan())
    except KertasPerLayanan as galat:
        beri_pesan(str(galat), GALAT)
        return redirect(kembali, code=303)
    tutup_session()
    docx = tulis_kertas(bahan)
    if berkas == "docx":
        return _kirim(docx, WORD, f"{bahan.nama_berkas}.docx")
    jadi = berkas_pdf(konteks().settings.folder_cetak, kunci_pdf(docx))
    if not jadi.is_file() and not _tata(docx):
        beri_pesan("PDF kuesioner belum jadi. Ulangi sebentar lagi, atau unduh bentuk Word.", INGAT)
        return redirect(kembali, code=303)
    return _kirim(jadi.read_bytes(), PDF, f"{bahan.nama_berkas}.pdf")


def _tata(docx: bytes) -> bool:
    """Ask the queue; refuses to wait when too many requests wait already, so that pages are still served."""
    penunggu = konteks().penunggu
    if not dapat_pdf(konteks().settings.soffice) or not penunggu.acquire(blocking=False):
        return False
    try:
        return konteks().antrean.tata_pdf(kunci_pdf(docx), docx, TUNGGU)
    finally:
        penunggu.release()


def _kirim(isi: bytes, mime: str, nama: str) -> Response:
    return send_file(BytesIO(isi), mimetype=mime, as_attachment=True, download_name=nama)


def _layanan() -> int | None:
    """The layanan that the address names; None = the unit. Raises TidakTerjangkau for a text that is no number."""
    teks = request.args.get("layanan", "")
    if not teks:
        return None
    if not (teks.isascii() and teks.isdigit() and len(teks) < 10):
        raise TidakTerjangkau("Layanan ini tidak ada pada unit tersebut.")
    return int(teks)
