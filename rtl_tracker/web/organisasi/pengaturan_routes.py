"""The settings of a year: their form, what a change would do before it is stored, a new year opened, the logo."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Jawaban

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.peran import Izin
from rtl_tracker.usecases import kelola_logo
from rtl_tracker.usecases.isi_hasil import IsianSalah
from rtl_tracker.usecases.kelola_pengaturan import (
    PerluDitegaskan,
    muat_pengaturan_tahun,
    simpan_isian_pengaturan,
    tahun_pengaturan,
)
from rtl_tracker.usecases.papan_status import TahunTidakDapatDibuka, buka_tahun, tahun_dapat_dibuka
from rtl_tracker.web.organisasi.pengaturan_forms import (
    KELOMPOK,
    PENJELASAN,
    FormBukaTahun,
    FormLogo,
    FormPengaturan,
    isi_pengaturan,
    isian_pengaturan,
    kata_pengaturan,
    siapkan_pilihan,
)
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import beri_pesan, laksanakan

bp = Blueprint("pengaturan", __name__)
KOTAK_PASIR = "sandbox; default-src 'none'"
SEHARI = 86_400
BUKAN_TAHUN = "Tuliskan tahun dengan empat angka, misalnya 2027."


@bp.get("/pengaturan")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def terbaru() -> str:
    """The newest opened year, or what to do first on an empty database."""
    return _halaman_terbaru(FormBukaTahun(formdata=None))


@bp.post("/pengaturan/buka")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def buka() -> Jawaban | tuple[str, int]:
    """Open a year and show its settings."""
    form = FormBukaTahun()
    teks = (form.buka.data or "").strip()
    try:
        if not (teks.isascii() and teks.isdigit() and len(teks) == 4):
            raise TahunTidakDapatDibuka(BUKAN_TAHUN)
        buka_tahun(request_session(), pelaku_kini(), sekarang(), int(teks))
    except TahunTidakDapatDibuka as galat:
        batalkan_perubahan()
        form.buka.errors = [str(galat)]
        return _halaman_terbaru(form), 422
    beri_pesan(f"Tahun {teks} sudah dibuka. Periksa pengaturannya sebelum unit mulai mengisi.")
    return redirect(url_for("pengaturan.ubah", tahun=int(teks)), code=303)


@bp.get("/tahun/<int:tahun>/pengaturan")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def ubah(tahun: int) -> str:
    """The form with the settings that hold."""
    return _halaman(tahun)


@bp.post("/tahun/<int:tahun>/pengaturan")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def simpan(tahun: int) -> Jawaban | tuple[str, int]:
    """Store the settings; refused, contested or unconfirmed ones come back with everything that was typed."""
    form = FormPengaturan()
    teks = form.versi.data or ""
    versi = int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 10 else 0
    try:
        banyak = simpan_isian_pengaturan(
            request_session(), pelaku_kini(), sekarang(), tahun, isian_pengaturan(form), versi, request.form.get("tegas", "")
        )
    except IsianSalah as galat:
        form.validate()
        tandai_salah(form, galat.salah)
        return _tolak(tahun, form, 422)
    except PerluDitegaskan as galat:
        return _tolak(tahun, form, 422, tegas=galat)
    except BerubahLebihDahulu as galat:
        form.versi.data = str(galat.versi)
        return _tolak(tahun, form, 409, bentrok=galat)
    beri_pesan(f"Pengaturan tahun {tahun} disimpan." if banyak else "Tidak ada pengaturan yang berubah.")
    return redirect(url_for("pengaturan.ubah", tahun=tahun), code=303)


@bp.get("/pengaturan/logo.jpg")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def logo() -> Response:
    """The logo as drawn by this program; its address carries its SHA-256, so that a new one is seen at once."""
    jawaban = Response(kelola_logo.gambar_logo(request_session(), pelaku_kini()), mimetype=kelola_logo.MIME_LOGO)
    jawaban.headers["Content-Security-Policy"] = KOTAK_PASIR
    jawaban.headers["Content-Disposition"] = 'inline; filename="logo.jpg"'
    jawaban.headers["Cache-Control"] = f"private, max-age={SEHARI}"
    return jawaban


@bp.post("/tahun/<int:tahun>/logo")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def unggah_logo(tahun: int) -> Jawaban | tuple[str, int]:
    """Take a picture as the logo of all years."""
    form = FormLogo()
    berkas = form.logo.data
    try:
        if not berkas:
            raise kelola_logo.LogoDitolak("Pilih berkas logo lebih dahulu.")
        gambar = kelola_logo.periksa_logo(pelaku_kini(), berkas.filename or "", berkas.read())
        kelola_logo.simpan_logo(request_session(), pelaku_kini(), sekarang(), gambar, form.versi.data or "")
    except kelola_logo.LogoDitolak as galat:
        batalkan_perubahan()
        form.logo.errors = [str(galat)]
        return _halaman(tahun, form_logo=form), 422
    beri_pesan("Logo disimpan dan dipakai pada dokumen yang disusun mulai sekarang.")
    return redirect(url_for("pengaturan.ubah", tahun=tahun, _anchor="logo-instansi"), code=303)


@bp.post("/tahun/<int:tahun>/logo/hapus")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def hapus_logo(tahun: int) -> Jawaban:
    """Make documents without a logo again."""
    session, pelaku, versi = request_session(), pelaku_kini(), request.form.get("versi", "")
    return laksanakan(
        lambda: kelola_logo.hapus_logo(session, pelaku, sekarang(), versi),
        "Logo dihapus. Dokumen disusun tanpa logo.",
        url_for("pengaturan.ubah", tahun=tahun),
    )


def _tolak(
    tahun: int, form: FormPengaturan, kode: int, tegas: PerluDitegaskan | None = None, bentrok: BerubahLebihDahulu | None = None
) -> tuple[str, int]:
    batalkan_perubahan()
    return _halaman(tahun, form, tegas=tegas, bentrok=bentrok), kode


def _halaman_terbaru(form_buka: FormBukaTahun) -> str:
    tersedia = tahun_pengaturan(request_session(), pelaku_kini())
    if tersedia:
        return _halaman(tersedia[0], form_buka=form_buka)
    _tawarkan(form_buka, ())
    return render_template("organisasi/pengaturan_kosong.html", form_buka=form_buka)


def _tawarkan(form: FormBukaTahun, tersedia: tuple[int, ...]) -> None:
    dapat = tahun_dapat_dibuka(tersedia, hari_ini().year)
    if form.buka.data is None and dapat:
        form.buka.data = str(dapat[0])


def _halaman(
    tahun: int,
    form: FormPengaturan | None = None,
    form_buka: FormBukaTahun | None = None,
    form_logo: FormLogo | None = None,
    tegas: PerluDitegaskan | None = None,
    bentrok: BerubahLebihDahulu | None = None,
) -> str:
    """The page of a year with what is stored, except where a form was sent."""
    session, pelaku = request_session(), pelaku_kini()
    isi, logo = muat_pengaturan_tahun(session, pelaku, tahun), kelola_logo.muat_keterangan_logo(session, pelaku)
    if form is None:
        form = FormPengaturan(formdata=None)
        isi_pengaturan(form, isi)
    siapkan_pilihan(form, isi.pengaturan)
    form_buka, form_logo = form_buka or FormBukaTahun(formdata=None), form_logo or FormLogo(formdata=None)
    form_logo.versi.data = "" if logo is None else logo.sha256
    _tawarkan(form_buka, isi.tahun_tersedia)
    return render_template(
        "organisasi/pengaturan.html", isi=isi, form=form, form_buka=form_buka, form_logo=form_logo, logo=logo, tegas=tegas,
        bentrok=bentrok, kelompok=KELOMPOK, penjelasan=PENJELASAN, kata=kata_pengaturan, batas_mb=kelola_logo.BATAS_MB,
        sisi_terkecil=kelola_logo.SISI_TERKECIL,
    )  # fmt: skip
