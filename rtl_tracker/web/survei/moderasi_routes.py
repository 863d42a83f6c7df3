"""Moderation of a survey's questionnaires: the list, one questionnaire, and setting aside or taking back after a look at what changes."""

from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jadwal_survei import SurveiTertutup
from rtl_tracker.domain.jawaban import Saluran
from rtl_tracker.domain.moderasi import SELANG_SAMA, AlasanKurang, JawabanSudahBerubah, Petunjuk, SaringanJawaban
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.usecases.baca_jejak import baris_jejak
from rtl_tracker.usecases.moderasi_jawaban import (
    PER_HALAMAN,
    muat_moderasi,
    muat_satu_jawaban,
    pulihkan_jawaban,
    rencana_moderasi,
    sisihkan_jawaban,
)
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import GALAT, beri_pesan
from rtl_tracker.web.survei.pantau_forms import FormPulihkan, FormSisihkan

bp = Blueprint("moderasi", __name__)
ALAMAT = "/unit/<int:upp_id>/<tahun:tahun>/<periode:periode>/survei/jawaban"
KEADAAN = {"sah": True, "disisihkan": False}


@bp.get(ALAMAT)
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def daftar(upp_id: int, tahun: int, periode: Periode) -> str:
    """The list, filtered."""
    h = muat_moderasi(
        request_session(), pelaku_kini(), upp_id, tahun, periode, hari_ini(), _baca(), request.args.get("halaman", 1, type=int)
    )
    return render_template(
        "survei/moderasi.html", h=h, tempat=_tempat(upp_id, tahun, periode), pilihan_saluran=tuple(Saluran),
        pilihan_petunjuk=tuple(Petunjuk), selang=SELANG_SAMA, argumen=_tempat(upp_id, tahun, periode) | h.saringan.argumen,
    )  # fmt: skip


@bp.get("/jawaban/<int:jawaban_id>")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def satu(jawaban_id: int) -> str:
    """One questionnaire in the words of its version."""
    h = muat_satu_jawaban(request_session(), pelaku_kini(), jawaban_id, hari_ini())
    t = h.tempat
    return render_template(
        "survei/jawaban.html", h=h, tempat=_tempat(t.upp.id, t.tahun, t.periode), riwayat=[baris_jejak(c) for c in h.riwayat],
        selang=SELANG_SAMA,
    )  # fmt: skip


@bp.get(f"{ALAMAT}/sisihkan")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def sisihkan(upp_id: int, tahun: int, periode: Periode) -> Response | str:
    """What changes when the chosen ones are set aside, and why they are."""
    return _rencana(upp_id, tahun, periode, False, FormSisihkan(formdata=None))


@bp.post(f"{ALAMAT}/sisihkan")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def simpan_sisihkan(upp_id: int, tahun: int, periode: Periode) -> Response | str | tuple[str, int]:
    """Set them aside."""
    form, session, pelaku = FormSisihkan(), request_session(), pelaku_kini()
    try:
        n = sisihkan_jawaban(
            session, pelaku, sekarang(), upp_id, tahun, periode, _dipilih(), form.siap.data or "", form.teks.data or ""
        )
    except DomainError as galat:
        return _ditolak(galat, upp_id, tahun, periode, False, form)
    beri_pesan(f"{n} jawaban disisihkan. Hasil dihitung ulang tanpa jawaban itu.")
    return redirect(_ke(upp_id, tahun, periode), code=303)


@bp.get(f"{ALAMAT}/pulihkan")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def pulihkan(upp_id: int, tahun: int, periode: Periode) -> Response | str:
    """What changes when the chosen ones are taken back."""
    return _rencana(upp_id, tahun, periode, True, FormPulihkan(formdata=None))


@bp.post(f"{ALAMAT}/pulihkan")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def simpan_pulihkan(upp_id: int, tahun: int, periode: Periode) -> Response | str | tuple[str, int]:
    """Take them back."""
    form, session, pelaku = FormPulihkan(), request_session(), pelaku_kini()
    try:
        n = pulihkan_jawaban(session, pelaku, sekarang(), upp_id, tahun, periode, _dipilih(), form.teks.data or "")
    except DomainError as galat:
        return _ditolak(galat, upp_id, tahun, periode, True, form)
    beri_pesan(f"{n} jawaban dipulihkan. Hasil dihitung ulang dengan jawaban itu.")
    return redirect(_ke(upp_id, tahun, periode), code=303)


def _rencana(upp_id: int, tahun: int, periode: Periode, sah: bool, form: FormSisihkan | FormPulihkan) -> Response | str:
    """The page of what changes; back to the list where nothing was chosen, or what was chosen has moved already."""
    dipilih = _dipilih()
    if not dipilih:
        beri_pesan("Belum ada jawaban yang dipilih. Centang jawabannya pada daftar lebih dahulu.", GALAT)
        return redirect(_ke(upp_id, tahun, periode), code=303)
    try:
        r = rencana_moderasi(request_session(), pelaku_kini(), upp_id, tahun, periode, hari_ini(), dipilih, sah)
    except (JawabanSudahBerubah, SurveiTertutup) as galat:
        beri_pesan(str(galat), GALAT)
        return redirect(_ke(upp_id, tahun, periode), code=303)
    return render_template("survei/ubah_jawaban.html", r=r, sah=sah, form=form, tempat=_tempat(upp_id, tahun, periode))


def _ditolak(
    galat: DomainError, upp_id: int, tahun: int, periode: Periode, sah: bool, form: FormSisihkan | FormPulihkan
) -> Response | str | tuple[str, int]:
    if isinstance(galat, AksesDitolak | TidakTerjangkau):
        raise galat
    batalkan_perubahan()
    if isinstance(galat, AlasanKurang):
        tandai_salah(form, {"teks": str(galat)})
        halaman = _rencana(upp_id, tahun, periode, sah, form)
        return (halaman, 422) if isinstance(halaman, str) else halaman
    beri_pesan(str(galat), GALAT)
    return redirect(_ke(upp_id, tahun, periode), code=303)


def _baca() -> SaringanJawaban:
    ambil = request.args.get
    petunjuk = ambil("petunjuk", "")
    return SaringanJawaban(
        KEADAAN.get(ambil("keadaan", "")),
        ambil("saluran", "") if ambil("saluran", "") in list(Saluran) else "",
        ambil("layanan", type=int),
        _tanggal(ambil("dari", "")),
        _tanggal(ambil("sampai", "")),
        Petunjuk(petunjuk) if petunjuk in list(Petunjuk) else None,
    )


def _tanggal(teks: str) -> date | None:
    """A day as a browser sends it; anything else filters nothing."""
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return None


def _dipilih() -> list[int]:
    """The numbers of the chosen questionnaires, at most a page of them."""
    teks = request.values.getlist("id")
    return sorted({int(x) for x in teks if x.isascii() and x.isdigit() and len(x) < 10})[:PER_HALAMAN]


def _tempat(upp_id: int, tahun: int, periode: Periode) -> dict[str, object]:
    return {"upp_id": upp_id, "tahun": tahun, "periode": periode}


def _ke(upp_id: int, tahun: int, periode: Periode) -> str:
    return url_for("moderasi.daftar", upp_id=upp_id, tahun=tahun, periode=periode)
