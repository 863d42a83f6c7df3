"""The annual report: start it, follow it, fetch it."""

from flask import Blueprint, Response, jsonify, redirect, render_template, send_file, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as Pengalihan

from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.peran import Izin
from rtl_tracker.usecases.berkas_laporan import baca_peringatan, list_berkas
from rtl_tracker.usecases.pekerjaan_laporan import Pekerjaan, muat_pekerjaan
from rtl_tracker.web.organisasi.unduhan import list_unduhan
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.catat import catat_segera
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import pelaku_kini
from rtl_tracker.web.shared.request_session import request_session

bp = Blueprint("laporan", __name__)


@bp.post("/tahun/<int:tahun>/laporan")
@akses(Cakupan.INSTANSI, Izin.SUSUN_LAPORAN)
def susun(tahun: int) -> Pengalihan:
    """Start the annual report of the year, or join the one that is being made."""
    id_ = konteks().antrean.pesan_laporan(tahun)
    catat_segera(pelaku_kini(), JenisJejak.LAPORAN_DISUSUN, f"Laporan tahunan {tahun}")
    return redirect(url_for("laporan.kemajuan", id_=id_), code=303)


@bp.get("/pekerjaan/<id_>")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def kemajuan(id_: str) -> str:
    """How far a report is; its files once it is finished."""
    pekerjaan = _pekerjaan(id_)
    folder = konteks().settings.folder_laporan
    return render_template(
        "organisasi/pekerjaan.html",
        pekerjaan=pekerjaan,
        unduhan=list_unduhan(pekerjaan),
        peringatan=baca_peringatan(folder, pekerjaan.berkas) if pekerjaan.berkas else [],
    )


@bp.get("/pekerjaan/<id_>/kemajuan.json")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def kemajuan_json(id_: str) -> Response:
    """The same for the script that keeps the page up to date."""
    pekerjaan = _pekerjaan(id_)
    jawaban = jsonify(
        status=pekerjaan.status.value, usai=not pekerjaan.belum_usai, langkah=pekerjaan.langkah, persen=pekerjaan.persen
    )
    jawaban.headers["Cache-Control"] = "no-store"
    return jawaban


@bp.get("/pekerjaan/<id_>/berkas/<any(docx, pdf):jenis>")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def unduh(id_: str, jenis: str) -> Response:
    """One of the finished files, as a download."""
    pekerjaan = _pekerjaan(id_)
    if pekerjaan.berkas is None:
        raise NotFound
    berkas = next((b for b in list_berkas(konteks().settings.folder_laporan, pekerjaan.berkas) if b.jenis == jenis), None)
    if berkas is None:
        raise NotFound
    catat_segera(pelaku_kini(), JenisJejak.EKSPOR, berkas.jalur.name)
    return send_file(berkas.jalur, as_attachment=True, download_name=berkas.jalur.name)


def _pekerjaan(id_: str) -> Pekerjaan:
    pekerjaan = muat_pekerjaan(request_session(), id_)
    if pekerjaan is None:
        raise NotFound
    return pekerjaan
