"""Keying in paper questionnaires: one screen per sheet, a running check beside it, and the way back to a wrong one."""

from dataclasses import dataclass, replace
from datetime import date
from secrets import token_hex
from typing import Any

from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.jadwal_survei import SurveiTertutup
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.formats import tanggal_waktu
from rtl_tracker.usecases.baca_kertas import IsianKertas
from rtl_tracker.usecases.isi_hasil import IsianSalah
from rtl_tracker.usecases.isi_kertas import KertasDitolak, KertasTersimpan, perbaiki_kertas, simpan_kertas
from rtl_tracker.usecases.layar_kertas import DITAMPILKAN, LayarKertas, muat_layar, muat_perbaikan
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import GALAT, INGAT, beri_pesan
from rtl_tracker.web.survei.kertas_forms import (
    BidangTombol,
    FormKertas,
    bidang_pertanyaan,
    bidang_profil,
    buat_form,
    isian_dari_form,
)

bp = Blueprint("kertas", __name__)
ALAMAT = "/unit/<int:upp_id>/<tahun:tahun>/<periode:periode>/survei/kertas"
KUE = "kertas"


@dataclass(frozen=True, slots=True)
class Ingatan:
    """What the log-in's cookie remembers of the sheets keyed in just now, for one survey at a time: no answer is in it."""

    tempat: str
    n: int = 0
    milik: tuple[int, ...] = ()
    tanggal: str = ""
    layanan_id: int | None = None
    kode: str = ""
    nomor: str = ""


@bp.get(ALAMAT)
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def isi(upp_id: int, tahun: int, periode: Periode) -> str:
    """The next empty sheet, with what is the same as on the last one."""
    ingat = _ingatan(upp_id, tahun, periode)
    layar = _layar(upp_id, tahun, periode, ingat)
    tanggal = ingat.tanggal or min(hari_ini(), layar.akhir).isoformat()
    kosong = IsianKertas(token_hex(16), tanggal, _berikut(ingat.nomor), layar.layanan_id)
    return _halaman(layar, buat_form(layar, kosong), ingat)


@bp.post(ALAMAT)
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def simpan(upp_id: int, tahun: int, periode: Periode) -> Response | tuple[str, int]:
    """Store a sheet and open the next one."""
    ingat = _ingatan(upp_id, tahun, periode)
    layanan = request.form.get("layanan", type=int)
    kode = request.form.get("kode", "")
    layar = _layar(upp_id, tahun, periode, ingat, layanan, kode)
    form = buat_form(layar, terkirim=True)
    isian = isian_dari_form(form, layar)
    try:
        hasil = simpan_kertas(request_session(), pelaku_kini(), sekarang(), upp_id, tahun, periode, kode, isian)
    except IsianSalah as galat:
        batalkan_perubahan()
        form.kode.data = kode
        tandai_salah(form, galat.salah)
        return _halaman(layar, form, ingat), 422
    except SurveiTertutup as galat:
        batalkan_perubahan()
        beri_pesan(str(galat), GALAT)
        return redirect(url_for("kertas.isi", upp_id=upp_id, tahun=tahun, periode=periode), code=303)
    _ingat(ingat, isian, layanan, kode, hasil)
    _kabarkan(hasil, "Lembar tersimpan.", "Lembar ini sudah tersimpan sebelumnya; tidak ada yang dicatat dua kali.")
    return redirect(url_for("kertas.isi", upp_id=upp_id, tahun=tahun, periode=periode), code=303)


@bp.get(f"{ALAMAT}/<int:jawaban_id>")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def buka(upp_id: int, tahun: int, periode: Periode, jawaban_id: int) -> str:
    """A stored sheet, to be corrected."""
    layar, isian, versi = _perbaikan(upp_id, tahun, periode, jawaban_id)
    form = buat_form(layar, replace(isian, layanan_id=layar.layanan_id))
    form.versi.data = str(versi)
    return _halaman(layar, form, _ingatan(upp_id, tahun, periode), jawaban_id)


@bp.post(f"{ALAMAT}/<int:jawaban_id>")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def perbaiki(upp_id: int, tahun: int, periode: Periode, jawaban_id: int) -> Response | tuple[str, int]:
    """Store the correction and go back to the next sheet."""
    layar, _, _ = _perbaikan(upp_id, tahun, periode, jawaban_id)
    form = buat_form(layar, terkirim=True)
    isian = isian_dari_form(form, layar)
    versi = int(form.versi.data) if (form.versi.data or "").isdecimal() else 0
    try:
        hasil = perbaiki_kertas(
            request_session(), pelaku_kini(), sekarang(), upp_id, tahun, periode, jawaban_id, versi, isian
        )  # fmt: skip
    except IsianSalah as galat:
        batalkan_perubahan()
        tandai_salah(form, galat.salah)
        return _halaman(layar, form, _ingatan(upp_id, tahun, periode), jawaban_id), 422
    except BerubahLebihDahulu as galat:
        batalkan_perubahan()
        form.versi.data = str(galat.versi)
        return _halaman(layar, form, _ingatan(upp_id, tahun, periode), jawaban_id, str(galat)), 409
    except (SurveiTertutup, KertasDitolak) as galat:
        batalkan_perubahan()
        beri_pesan(str(galat), GALAT)
    else:
        _kabarkan(hasil, "Perbaikan tersimpan.", "Tidak ada yang berubah pada lembar itu.")
    return redirect(url_for("kertas.isi", upp_id=upp_id, tahun=tahun, periode=periode), code=303)


def _layar(
    upp_id: int, tahun: int, periode: Periode, ingat: Ingatan, layanan: int | None = None, kode: str | None = None
) -> LayarKertas:
    """The screen; layanan and version by the address, by the form, or as they were last."""
    diminta = "layanan" in request.args or "kode" in request.args
    if kode is None:
        layanan = request.args.get("layanan", type=int) if diminta else ingat.layanan_id
        kode = request.args.get("kode", "") if diminta else ingat.kode
    return muat_layar(
        request_session(), pelaku_kini(), sekarang(), upp_id, tahun, periode, layanan, kode, ingat.milik
    )  # fmt: skip


def _perbaikan(upp_id: int, tahun: int, periode: Periode, jawaban_id: int) -> tuple[LayarKertas, IsianKertas, int]:
    return muat_perbaikan(request_session(), pelaku_kini(), sekarang(), upp_id, tahun, periode, jawaban_id)


def _halaman(layar: LayarKertas, form: FormKertas, ingat: Ingatan, jawaban_id: int | None = None, bentrok: str = "") -> str:
    profil, pertanyaan = bidang_profil(form), bidang_pertanyaan(form, layar)
    umum = BidangTombol(form.umum, layar.kuesioner.umum.tanya, layar.kuesioner.umum.pilihan)
    bidang = (form.tanggal, form.nomor, *(b.isian for b in (*profil, umum, *pertanyaan)))
    fokus = next((f for f in bidang if f.errors), profil[0].isian)
    fokus.render_kw = {**(fokus.render_kw or {}), "autofocus": True}
    return render_template(
        "survei/kertas.html", h=layar, form=form, ingat=ingat, profil=profil, umum=umum, pertanyaan=pertanyaan,
        jawaban_id=jawaban_id, bentrok=bentrok,
    )  # fmt: skip


def _kabarkan(hasil: KertasTersimpan, jadi: str, tetap: str) -> None:
    """What became of the sheet; then what deserves a look at the paper. Warnings stop nobody."""
    beri_pesan(jadi if hasil.baru else tetap)
    if hasil.kembar:
        waktu = tanggal_waktu(hasil.kembar[0].astimezone())
        beri_pesan(f"Isi lembar tadi sama persis dengan kuesioner yang masuk {waktu}. Pastikan bukan lembar yang sama.", INGAT)
    elif hasil.lurus:
        beri_pesan("Semua unsur pada lembar tadi dijawab dengan angka yang sama. Periksa kembali kertasnya.", INGAT)


def _ingatan(upp_id: int, tahun: int, periode: Periode) -> Ingatan:
    tempat = f"{upp_id}/{tahun}/{periode.value}"
    isi: dict[str, Any] = session.get(KUE) or {}
    if isi.get("tempat") != tempat:
        return Ingatan(tempat)
    return Ingatan(**{**isi, "milik": tuple(isi.get("milik", ()))})


def _ingat(lama: Ingatan, isian: IsianKertas, layanan: int | None, kode: str, hasil: KertasTersimpan) -> None:
    baru = Ingatan(
        lama.tempat, lama.n + hasil.baru, (*lama.milik, hasil.id)[-DITAMPILKAN:] if hasil.baru else lama.milik,
        date.fromisoformat(isian.tanggal.strip()).isoformat() if hasil.baru else lama.tanggal, layanan, kode,
        isian.nomor.strip(),
    )  # fmt: skip
    session[KUE] = {nama: getattr(baru, nama) for nama in Ingatan.__dataclass_fields__}


def _berikut(nomor: str) -> str:
    """The number after a plain one, as on a counted pile; nothing after anything else."""
    return str(int(nomor) + 1).zfill(len(nomor)) if nomor.isdecimal() and nomor.isascii() else ""
