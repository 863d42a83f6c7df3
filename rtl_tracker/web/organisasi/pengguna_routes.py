"""Accounts: the list, a new one, a change, a new one-time password, off and on."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.peran import TABEL_PERAN, Izin
from rtl_tracker.usecases import kelola_pengguna as kelola
from rtl_tracker.usecases.daftar_pengguna import (
    KeadaanAkun,
    baca_saringan,
    daftar_pengguna,
    muat_baris,
    pilihan_unit,
)
from rtl_tracker.web.organisasi.pengguna_forms import IsianPengguna, TambahPenggunaForm, UbahPenggunaForm
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.tindakan import GALAT, beri_pesan, laksanakan

bp = Blueprint("pengguna", __name__, url_prefix="/pengguna")
SEBUTAN: dict[KeadaanAkun, str] = {
    KeadaanAkun.AKTIF: "aktif",
    KeadaanAkun.MENUNGGU: "menunggu sandi diganti",
    KeadaanAkun.NONAKTIF: "nonaktif",
}


@bp.get("")
@akses(Cakupan.INSTANSI, Izin.KELOLA_PENGGUNA)
def daftar() -> str:
    """All accounts."""
    ambil = request.args.get
    saringan = baca_saringan(ambil("cari", ""), ambil("peran", ""), ambil("keadaan", ""))
    isi = daftar_pengguna(request_session(), pelaku_kini(), saringan)
    return render_template("organisasi/pengguna.html", isi=isi, saringan=saringan, peran=TABEL_PERAN, sebutan=SEBUTAN)


@bp.get("/tambah")
@akses(Cakupan.INSTANSI, Izin.KELOLA_PENGGUNA)
def tambah() -> Response:
    """The form for a new account."""
    return _halaman_tambah(_form_tambah())


@bp.post("/tambah")
@akses(Cakupan.INSTANSI, Izin.KELOLA_PENGGUNA)
def simpan_tambah() -> Response:
    """Store a new account; its first password is on this answer only."""
    form = _form_tambah()
    if not form.validate_on_submit():
        return _halaman_tambah(form, 422)
    isian = (form.nama_masuk.data, form.nama.data, form.peran_dipilih, form.unit_dipilih)
    try:
        sandi = kelola.tambah_pengguna(request_session(), pelaku_kini(), sekarang(), *isian)
    except kelola.PenggunaDitolak as galat:
        _tandai(form, galat)
        return _halaman_tambah(form, 422)
    return _halaman_sandi(sandi, "Pengguna ditambahkan")


@bp.get("/<int:pengguna_id>")
@akses(Cakupan.INSTANSI, Izin.KELOLA_PENGGUNA)
def ubah(pengguna_id: int) -> Response:
    """The form of one account."""
    akun = kelola.muat_akun(request_session(), pelaku_kini(), pengguna_id)
    form = _form_ubah(nama=akun.nama, peran=akun.peran.value, upp_id=str(akun.upp_id or ""), versi=str(akun.versi))
    return _halaman_ubah(form, pengguna_id)


@bp.post("/<int:pengguna_id>")
@akses(Cakupan.INSTANSI, Izin.KELOLA_PENGGUNA)
def simpan_ubah(pengguna_id: int) -> Response:
    """Store a change of name, role or unit."""
    form = _form_ubah()
    if not form.validate_on_submit():
        return _halaman_ubah(form, pengguna_id, 422)
    isian = (form.versi_dikirim, form.nama.data, form.peran_dipilih, form.unit_dipilih)
    try:
        kelola.ubah_pengguna(request_session(), pelaku_kini(), sekarang(), pengguna_id, *isian)
    except kelola.PenggunaDitolak as galat:
        _tandai(form, galat)
        return _halaman_ubah(form, pengguna_id, 422)
    except BerubahLebihDahulu as galat:
        form.versi.data = str(galat.versi)
        return _halaman_ubah(form, pengguna_id, 409, str(galat))
    beri_pesan("Pengguna disimpan.")
    return redirect(url_for("pengguna.daftar"), code=303)


@bp.post("/<int:pengguna_id>/sandi")
@akses(Cakupan.INSTANSI, Izin.KELOLA_PENGGUNA)
def sandi(pengguna_id: int) -> Response:
    """A new one-time password, on this answer only."""
    try:
        baru = kelola.atur_ulang_sandi(request_session(), pelaku_kini(), sekarang(), pengguna_id)
    except kelola.PenggunaDitolak as galat:
        batalkan_perubahan()
        beri_pesan(str(galat), GALAT)
        return redirect(url_for("pengguna.ubah", pengguna_id=pengguna_id), code=303)
    return _halaman_sandi(baru, "Sandi sekali pakai yang baru")


@bp.post("/<int:pengguna_id>/aktif")
@akses(Cakupan.INSTANSI, Izin.KELOLA_PENGGUNA)
def aktif(pengguna_id: int) -> Response:
    """Switch the account on (aktif=1) or off."""
    nyala = request.form.get("aktif") == "1"
    tindakan = kelola.aktifkan if nyala else kelola.nonaktifkan
    return laksanakan(
        lambda: tindakan(request_session(), pelaku_kini(), sekarang(), pengguna_id),
        "Pengguna diaktifkan." if nyala else "Pengguna dinonaktifkan dan dikeluarkan dari semua komputer.",
        url_for("pengguna.ubah", pengguna_id=pengguna_id),
    )


def _form_tambah() -> TambahPenggunaForm:
    form = TambahPenggunaForm()
    form.isi_unit(pilihan_unit(request_session()))
    return form


def _form_ubah(**tersimpan: str) -> UbahPenggunaForm:
    form = UbahPenggunaForm(**tersimpan)
    form.isi_unit(pilihan_unit(request_session()))
    return form


def _tandai(form: IsianPengguna, galat: kelola.PenggunaDitolak) -> None:
    """Put the refusal at the field that is meant."""
    form[galat.bidang].errors = [str(galat)]


def _halaman_tambah(form: TambahPenggunaForm, status: int = 200) -> Response:
    return make_response(render_template("organisasi/pengguna_tambah.html", form=form, peran=TABEL_PERAN), status)


def _halaman_ubah(form: UbahPenggunaForm, pengguna_id: int, status: int = 200, bentrok: str = "") -> Response:
    """The form of an account; `bentrok` is the sentence when somebody else was first."""
    akun = muat_baris(request_session(), pelaku_kini(), pengguna_id)
    sendiri = pengguna_id == pelaku_kini().id
    html = render_template(
        "organisasi/pengguna_ubah.html",
        form=form,
        akun=akun,
        peran=TABEL_PERAN,
        sebutan=SEBUTAN,
        bentrok=bentrok,
        sendiri=sendiri,
    )
    return make_response(html, status)


def _halaman_sandi(sandi: kelola.SandiSekaliPakai, judul: str) -> Response:
    """The page that shows a one-time password; no cache keeps it."""
    jawaban = make_response(render_template("organisasi/pengguna_sandi.html", akun=sandi, judul=judul))
    jawaban.headers["Cache-Control"] = "no-store"
    return jawaban
