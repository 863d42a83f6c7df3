"""Own Word templates: which ones are in force, a new one with its findings, the guide of what it may hold, downloads."""

from io import BytesIO

from flask import Blueprint, redirect, render_template, send_file, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.bukti import MIME, TipeBerkas
from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.jenis_dokumen import TABEL_JENIS, JenisDokumen
from rtl_tracker.domain.peran import Izin
from rtl_tracker.usecases import kelola_templat as kelola
from rtl_tracker.usecases.kelola_templat import TemplatDitolak
from rtl_tracker.web.organisasi.templat_forms import FormTemplat
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.catat import catat_segera
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import GALAT, beri_pesan, laksanakan

bp = Blueprint("templat", __name__, url_prefix="/templat")
KOTAK_PASIR = "sandbox; default-src 'none'"


@bp.get("")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def daftar() -> str:
    """Every kind with the template in force and the uploaded ones."""
    semua = kelola.list_templat(request_session(), pelaku_kini())
    kelompok = [(jenis, [t for t in semua if t.jenis is jenis]) for jenis in kelola.jenis_templat()]
    return render_template("organisasi/templat.html", kelompok=kelompok, nama=_nama, disimpan=kelola.DISIMPAN)


@bp.get("/bidang/<jenis:jenis>")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def bidang(jenis: JenisDokumen) -> str:
    """The guide: all fields, markers and styles of a kind."""
    from rtl_tracker.usecases.panduan_templat import muat_panduan  # here: it reads a Word file

    _periksa_jenis(jenis)
    return render_template("organisasi/templat_bidang.html", p=muat_panduan(pelaku_kini(), jenis), nama=_nama(jenis))


@bp.get("/unggah/<jenis:jenis>")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def unggah(jenis: JenisDokumen) -> str:
    """The form."""
    _periksa_jenis(jenis)
    return _isian(FormTemplat(formdata=None), jenis)


@bp.post("/unggah/<jenis:jenis>")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def simpan(jenis: JenisDokumen) -> Response | tuple[str, int]:
    """Examine a template and keep it; the session that writes opens after the examination, which takes seconds."""
    _periksa_jenis(jenis)
    form = FormTemplat()
    if not form.validate():
        return _isian(form, jenis), 422
    berkas, pelaku = form.berkas.data, pelaku_kini()
    try:
        unggahan = kelola.periksa_unggahan(pelaku, jenis, berkas.filename, berkas.read(), _batas_mb())
    except TemplatDitolak as galat:
        tandai_salah(form, {"berkas": str(galat)})
        return _isian(form, jenis), 422
    templat_id = kelola.simpan_unggahan(request_session(), pelaku, unggahan, sekarang())
    beri_pesan("Templat tersimpan dan sudah diperiksa.")
    return redirect(url_for("templat.satu", templat_id=templat_id), code=303)


@bp.get("/<int:templat_id>")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def satu(templat_id: int) -> str:
    """One uploaded template with everything that was found in it."""
    try:
        templat = kelola.muat_templat(request_session(), pelaku_kini(), templat_id)
    except TemplatDitolak as galat:
        raise TidakTerjangkau(str(galat)) from galat
    return render_template("organisasi/templat_satu.html", t=templat, nama=_nama(templat.jenis))


@bp.post("/<int:templat_id>/pakai")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def pakai(templat_id: int) -> Response:
    """Make documents with this template from now on."""
    session, pelaku = request_session(), pelaku_kini()
    return laksanakan(
        lambda: kelola.pakai_templat(session, pelaku, templat_id, sekarang(), _batas_mb()),
        "Templat dipakai. Dokumen yang disusun mulai sekarang mengikutinya.",
        url_for("templat.daftar"),
    )


@bp.post("/lepas/<jenis:jenis>")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def lepas(jenis: JenisDokumen) -> Response:
    """Go back to the shipped template."""
    _periksa_jenis(jenis)
    session, pelaku = request_session(), pelaku_kini()
    return laksanakan(
        lambda: kelola.lepas_templat(session, pelaku, jenis, sekarang()),
        f"{TABEL_JENIS[jenis].nama} kembali memakai templat bawaan.",
        url_for("templat.daftar"),
    )


@bp.get("/<int:templat_id>/berkas")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def unduh(templat_id: int) -> Response:
    """An uploaded template; when it cannot be handed out, its sentence on the list."""
    try:
        nama, isi = kelola.unduh_templat(request_session(), pelaku_kini(), templat_id)
    except TemplatDitolak as galat:
        beri_pesan(str(galat), GALAT)
        return redirect(url_for("templat.daftar"), code=303)
    return _kirim(nama, isi)


@bp.get("/bawaan/<jenis:jenis>")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def unduh_bawaan(jenis: JenisDokumen) -> Response:
    """The shipped template, to begin an own one with."""
    _periksa_jenis(jenis)
    return _kirim(*kelola.unduh_bawaan(pelaku_kini(), jenis))


def _kirim(nama: str, isi: bytes) -> Response:
    """Always a download, with its event: nothing that somebody uploaded is opened on this address."""
    catat_segera(pelaku_kini(), JenisJejak.EKSPOR, nama)
    jawaban = send_file(BytesIO(isi), mimetype=MIME[TipeBerkas.DOCX], as_attachment=True, download_name=nama)
    jawaban.headers["Content-Security-Policy"] = KOTAK_PASIR
    jawaban.headers["Cache-Control"] = "no-store"
    return jawaban


def _isian(form: FormTemplat, jenis: JenisDokumen) -> str:
    return render_template("organisasi/templat_unggah.html", form=form, jenis=jenis, nama=_nama(jenis), batas_mb=_batas_mb())


def _nama(jenis: JenisDokumen) -> str:
    return TABEL_JENIS[jenis].nama


def _batas_mb() -> int:
    return konteks().settings.max_upload_mb


def _periksa_jenis(jenis: JenisDokumen) -> None:
    """Raises TidakTerjangkau for a kind without a Word template: there is no such page."""
    try:
        kelola.periksa_jenis(jenis)
    except TemplatDitolak as galat:
        raise TidakTerjangkau(str(galat)) from galat
