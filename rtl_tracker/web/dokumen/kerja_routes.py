"""Ordered documents: their progress, their files, calling them off. Pages never wait."""

from flask import Blueprint, jsonify, redirect, render_template, send_file, url_for
from flask.wrappers import Response
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as Pengalihan

from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.usecases.bahan_halaman import tahun_utama
from rtl_tracker.usecases.berkas_pekerjaan import baca_peringatan, list_berkas
from rtl_tracker.usecases.halaman_pekerjaan import nama_pekerjaan
from rtl_tracker.usecases.pekerjaan_dokumen import Pekerjaan, batalkan, muat_pekerjaan
from rtl_tracker.web.dokumen.ruang import alamat, alamat_daftar
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.catat import catat_segera
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import request_session
from rtl_tracker.web.shared.tindakan import INGAT, beri_pesan
from rtl_tracker.web.shared.unduhan import list_unduhan

bp = Blueprint("kerja", __name__)


@bp.get("/dokumen")
@akses(Cakupan.MASUK, Izin.LIHAT_HASIL)
def terbaru() -> Pengalihan | str:
    """To the documents of the newest year: of the instansi, or of the account's own unit."""
    tahun = tahun_utama(request_session())
    if tahun is None:
        return render_template("dokumen/kosong.html")
    return redirect(alamat_daftar(tahun, pelaku_kini().upp_id), code=303)


def pesan(pesanan: Pesanan, jenis: JenisJejak) -> Pengalihan:
    """Order something from the queue and lead to its progress."""
    pelaku = pelaku_kini()
    id_ = konteks().antrean.pesan(pesanan, pelaku.id)
    catat_segera(pelaku, jenis, nama_pekerjaan(pesanan))
    return redirect(url_for("kerja.kemajuan", pekerjaan_id=id_), code=303)


@bp.get("/pekerjaan/<pekerjaan_id>")
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def kemajuan(pekerjaan_id: str) -> str:
    """How far the work is; its files once it is finished."""
    pekerjaan = _pekerjaan(pekerjaan_id)
    return render_template(
        "dokumen/pekerjaan.html",
        pekerjaan=pekerjaan,
        nama=nama_pekerjaan(pekerjaan.pesanan),
        unduhan=list_unduhan(pekerjaan),
        peringatan=baca_peringatan(konteks().settings.folder_laporan, pekerjaan.berkas) if pekerjaan.berkas else [],
        kembali=_kembali(pekerjaan.pesanan),
        ulang=_ulang(pekerjaan.pesanan),
    )


@bp.get("/pekerjaan/<pekerjaan_id>/kemajuan.json")
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def kemajuan_json(pekerjaan_id: str) -> Response:
    """The same for the script that keeps the page up to date."""
    pekerjaan = _pekerjaan(pekerjaan_id)
    jawaban = jsonify(
        status=pekerjaan.status.value, usai=not pekerjaan.belum_usai, langkah=pekerjaan.langkah, persen=pekerjaan.persen
    )
    jawaban.headers["Cache-Control"] = "no-store"
    return jawaban


@bp.post("/pekerjaan/<pekerjaan_id>/batal")
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def batal(pekerjaan_id: str) -> Pengalihan:
    """Call the work off."""
    if not batalkan(request_session(), pekerjaan_id, sekarang()):
        beri_pesan("Pekerjaan ini sudah selesai, sehingga tidak dapat dibatalkan.", INGAT)
    return redirect(url_for("kerja.kemajuan", pekerjaan_id=pekerjaan_id), code=303)


@bp.get("/pekerjaan/<pekerjaan_id>/berkas/<any(docx, pdf, xlsx, zip):bentuk>")
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def unduh(pekerjaan_id: str, bentuk: str) -> Response:
    """One of the finished files, as a download."""
    pekerjaan = _pekerjaan(pekerjaan_id)
    if pekerjaan.berkas is None:
        raise NotFound
    return kirim_berkas(pekerjaan.berkas, bentuk)


def kirim_berkas(pokok: str, bentuk: str) -> Response:
    """A file of finished work as a download, with its event. Raises NotFound."""
    berkas = next((b for b in list_berkas(konteks().settings.folder_laporan, pokok) if b.jenis == bentuk), None)
    if berkas is None:
        raise NotFound
    catat_segera(pelaku_kini(), JenisJejak.EKSPOR, berkas.jalur.name)
    return send_file(berkas.jalur, as_attachment=True, download_name=berkas.jalur.name)


def _kembali(pesanan: Pesanan) -> tuple[str, str]:
    """The page that the order came from: what it is called, and its address."""
    p = pesanan.permintaan
    if pesanan.kerja is JenisKerja.PUBLIKASI:
        return f"Publikasi {p.tahun}", url_for("terbit.satu", tahun=p.tahun, periode=p.periode.value)
    return f"Dokumen {p.tahun}", alamat_daftar(p.tahun, p.upp_id)


def _ulang(pesanan: Pesanan) -> str:
    """Where the order is given again."""
    if pesanan.kerja in (JenisKerja.PENGESAHAN, JenisKerja.PUBLIKASI):
        return ""
    return alamat("susun" if pesanan.kerja is JenisKerja.DOKUMEN else "paket", pesanan.permintaan)


def _pekerjaan(id_: str) -> Pekerjaan:
    pekerjaan = muat_pekerjaan(request_session(), id_)
    if pekerjaan is None:
        raise NotFound
    return pekerjaan
