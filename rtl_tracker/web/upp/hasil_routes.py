"""The dossier of a unit for a period: its page, its result by hand or by workbook, and the answer "nihil"."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import urutan_unsur
from rtl_tracker.usecases.halaman_periode import HalamanPeriode
from rtl_tracker.usecases.isi_hasil import IsianSalah, muat_isian, simpan_hasil
from rtl_tracker.usecases.kelola_penyampaian import batalkan_nihil, nyatakan_nihil, periksa_dapat_diisi
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import beri_pesan, laksanakan
from rtl_tracker.web.upp.halaman_berkas import muat_halaman, tampilkan
from rtl_tracker.web.upp.hasil_forms import FormAlasan, FormHasil, FormImpor, isi_form, isian_dari_form

if TYPE_CHECKING:
    from rtl_tracker.usecases.impor_buku_kerja import LaporanImpor

bp = Blueprint("hasil", __name__)
ALAMAT = "/unit/<int:upp_id>/<tahun:tahun>/<periode:periode>"


@bp.get(ALAMAT)
@akses(Cakupan.UNIT, Izin.LIHAT_PENYAMPAIAN)
def periode(upp_id: int, tahun: int, periode: Periode) -> str:
    """The page of the dossier."""
    return tampilkan(upp_id, tahun, periode)


@bp.get(f"{ALAMAT}/hasil")
@akses(Cakupan.UNIT, Izin.ISI_HASIL)
def isi(upp_id: int, tahun: int, periode: Periode) -> str:
    """The form for a result by hand, with what is stored."""
    periksa_dapat_diisi(request_session(), upp_id, tahun, periode)
    form = FormHasil(formdata=None)
    isi_form(form, muat_isian(request_session(), upp_id, tahun, periode, _layanan()))
    return _halaman_isi(form, muat_halaman(upp_id, tahun, periode))


@bp.post(f"{ALAMAT}/hasil")
@akses(Cakupan.UNIT, Izin.ISI_HASIL)
def simpan(upp_id: int, tahun: int, periode: Periode) -> Response | tuple[str, int]:
    """Store a result that was typed."""
    form = FormHasil()
    isian = isian_dari_form(form, _layanan())
    try:
        simpan_hasil(request_session(), pelaku_kini(), sekarang(), upp_id, tahun, periode, isian)
    except IsianSalah as galat:
        batalkan_perubahan()
        form.validate()
        tandai_salah(form, galat.salah)
        return _halaman_isi(form, muat_halaman(upp_id, tahun, periode)), 422
    except BerubahLebihDahulu as galat:
        batalkan_perubahan()
        form.versi.data = str(galat.versi)
        return _halaman_isi(form, muat_halaman(upp_id, tahun, periode), galat), 409
    beri_pesan("Hasil tersimpan. Periksa peringkat unsur, lalu lengkapi RTL.")
    return redirect(_ke(upp_id, tahun, periode), code=303)


@bp.get(f"{ALAMAT}/impor")
@akses(Cakupan.UNIT, Izin.ISI_HASIL)
def impor(upp_id: int, tahun: int, periode: Periode) -> str:
    """The form for a workbook."""
    periksa_dapat_diisi(request_session(), upp_id, tahun, periode)
    return render_template(
        "upp/impor.html",
        h=muat_halaman(upp_id, tahun, periode),
        form=FormImpor(formdata=None),
        laporan=None,
        batas_mb=konteks().settings.max_upload_mb,
    )


@bp.post(f"{ALAMAT}/impor")
@akses(Cakupan.UNIT, Izin.ISI_HASIL)
def terima_impor(upp_id: int, tahun: int, periode: Periode) -> Response | tuple[str, int]:
    """Read and store a workbook, or show every refusal with its place."""
    form = FormImpor()
    if not form.validate():
        return render_template(
            "upp/impor.html",
            h=muat_halaman(upp_id, tahun, periode),
            form=form,
            laporan=None,
            batas_mb=konteks().settings.max_upload_mb,
        ), 422
    laporan = _impor(form, upp_id, tahun, periode)
    if laporan.galat:
        return render_template(
            "upp/impor.html",
            h=muat_halaman(upp_id, tahun, periode),
            form=form,
            laporan=laporan,
            batas_mb=konteks().settings.max_upload_mb,
        ), 422
    isi = ", ".join(f"{n} {nama}" for nama, n in laporan.diubah.items() if n)
    beri_pesan(
        f"Buku kerja tersimpan: {isi}."
        if laporan.berubah
        else "Isi buku kerja sama dengan yang tersimpan; tidak ada yang berubah."
    )
    return redirect(_ke(upp_id, tahun, periode), code=303)


@bp.get(f"{ALAMAT}/nihil")
@akses(Cakupan.UNIT, Izin.ISI_HASIL)
def nihil(upp_id: int, tahun: int, periode: Periode) -> str:
    """The form that says no service was given."""
    periksa_dapat_diisi(request_session(), upp_id, tahun, periode)
    return render_template("upp/nihil.html", h=muat_halaman(upp_id, tahun, periode), form=FormAlasan(formdata=None))


@bp.post(f"{ALAMAT}/nihil")
@akses(Cakupan.UNIT, Izin.ISI_HASIL)
def simpan_nihil(upp_id: int, tahun: int, periode: Periode) -> Response | tuple[str, int]:
    """Keep the answer "nihil" with its reason."""
    form = FormAlasan()
    if not form.validate():
        return render_template("upp/nihil.html", h=muat_halaman(upp_id, tahun, periode), form=form), 422
    session, pelaku, alasan = request_session(), pelaku_kini(), form.alasan.data
    return laksanakan(
        lambda: nyatakan_nihil(session, pelaku, sekarang(), upp_id, tahun, periode, alasan),
        "Periode dinyatakan nihil. Kirim berkasnya agar diperiksa Bagian Organisasi.",
        _ke(upp_id, tahun, periode),
    )


@bp.post(f"{ALAMAT}/batal-nihil")
@akses(Cakupan.UNIT, Izin.ISI_HASIL)
def batal_nihil(upp_id: int, tahun: int, periode: Periode) -> Response:
    """Take the answer "nihil" back."""
    session, pelaku = request_session(), pelaku_kini()
    return laksanakan(
        lambda: batalkan_nihil(session, pelaku, sekarang(), upp_id, tahun, periode),
        "Pernyataan nihil dibatalkan.",
        _ke(upp_id, tahun, periode),
    )


def _halaman_isi(form: FormHasil, halaman: HalamanPeriode, bentrok: BerubahLebihDahulu | None = None) -> str:
    """The form; after a conflict with the stored values beside it."""
    layanan = _layanan()
    tersimpan = None
    if bentrok is not None:
        tersimpan = muat_isian(request_session(), halaman.upp.id, halaman.tahun, halaman.periode, layanan)
    return render_template("upp/isi_hasil.html", h=halaman, form=form, layanan_id=layanan, bentrok=bentrok, tersimpan=tersimpan,
        urutan=urutan_unsur(halaman.pengaturan.urutan_unsur),
    )  # fmt: skip


def _impor(form: FormImpor, upp_id: int, tahun: int, periode: Periode) -> "LaporanImpor":
    """The upload is kept in a file of its own only while it is read."""
    from rtl_tracker.usecases.impor_unit import impor_unit  # here: it loads the reader of workbooks

    nama = Path(form.berkas.data.filename or "buku-kerja.xlsx").name
    with TemporaryDirectory() as folder:
        berkas = Path(folder) / f"kiriman{Path(nama).suffix.lower()[:6]}"
        form.berkas.data.save(berkas)
        return impor_unit(
            request_session(), pelaku_kini(), sekarang(), upp_id, tahun, periode, berkas,
            nama_berkas=nama, ganti=form.ganti.data, batas_mb=konteks().settings.max_upload_mb,
        )  # fmt: skip


def _layanan() -> int | None:
    """The layanan that the address names; None = the whole unit."""
    return request.args.get("layanan", type=int)


def _ke(upp_id: int, tahun: int, periode: Periode) -> str:
    return url_for("hasil.periode", upp_id=upp_id, tahun=tahun, periode=periode)
