"""The survey's public door: choose a unit, begin, and the thanks; for telephones, QR codes and the kiosk."""

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.jadwal_survei import SurveiTertutup
from rtl_tracker.domain.jawaban import Saluran
from rtl_tracker.usecases.halaman_survei import buka_pintu, nama_instansi, susun_daftar
from rtl_tracker.usecases.isi_survei import LayananBelumDipilih, SurveiBelumDibuka, mulai_survei
from rtl_tracker.usecases.tempat_survei import muat_unit_survei
from rtl_tracker.web.publik.draf_kue import Isian, baca_isian, buang_isian, simpan_isian
from rtl_tracker.web.publik.galat_survei import pasang_galat_survei
from rtl_tracker.web.publik.kios import SEMENTARA_TUTUP, SESUDAH_TERIMA_KASIH, Kios, jadikan_kios, kios_kini, lepas_kios
from rtl_tracker.web.publik.tampilan_survei import tampilkan, teruskan
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.alamat import BILANGAN_TERBESAR
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import hari_ini, sekarang
from rtl_tracker.web.shared.request_session import request_session

PANJANG_CARI = 80
bp = Blueprint("survei", __name__)
pasang_galat_survei(bp)


@bp.get("/survei")
@akses(Cakupan.PUBLIK)
def depan() -> Response:
    """Choose a unit."""
    cari = " ".join(request.args.get("q", "").split())[:PANJANG_CARI]
    daftar = susun_daftar(request_session(), hari_ini(), cari)
    return tampilkan("survei_depan.html", daftar=daftar, instansi=daftar.instansi)


@bp.get("/survei/<int:upp_id>")
@akses(Cakupan.PUBLIK)
def unit(upp_id: int) -> Response:
    """The door of a unit."""
    return _pintu(upp_id, None, None)


@bp.get("/survei/<int:upp_id>/<int:layanan_id>")
@akses(Cakupan.PUBLIK)
def layanan(upp_id: int, layanan_id: int) -> Response:
    """The door of a unit with its layanan chosen: a direct link, a QR code."""
    return _pintu(upp_id, layanan_id, None)


@bp.get("/survei/<int:upp_id>/kios")
@akses(Cakupan.PUBLIK)
def kios(upp_id: int) -> Response:
    """The start page of a kiosk."""
    return _pintu(upp_id, None, Kios(upp_id, None))


@bp.get("/survei/<int:upp_id>/<int:layanan_id>/kios")
@akses(Cakupan.PUBLIK)
def kios_layanan(upp_id: int, layanan_id: int) -> Response:
    """The start page of a kiosk at the counter of one layanan."""
    return _pintu(upp_id, layanan_id, Kios(upp_id, layanan_id))


@bp.post("/survei/<int:upp_id>/mulai")
@akses(Cakupan.PUBLIK)
def mulai(upp_id: int) -> Response:
    """Begin a questionnaire; whatever the device held of this unit makes way."""
    kios = kios_kini(upp_id)
    saluran = Saluran.DARING if kios is None else Saluran.KIOS
    try:
        with konteks().baca() as baca:
            draf = mulai_survei(baca, sekarang(), upp_id, _layanan_dipilih(), saluran)
    except LayananBelumDipilih as galat:
        return _pintu(upp_id, None, kios, 422, str(galat))
    except (SurveiTertutup, SurveiBelumDibuka):
        return _pintu(upp_id, None, kios, 409)
    jawaban = teruskan(url_for("isi_survei.data", upp_id=upp_id))
    simpan_isian(jawaban, Isian(draf))
    return jawaban


@bp.get("/survei/<int:upp_id>/terima-kasih")
@akses(Cakupan.PUBLIK)
def terima_kasih(upp_id: int) -> Response:
    """Thanks; says nothing of what was sent."""
    upp = muat_unit_survei(request_session(), upp_id)
    instansi = nama_instansi(request_session(), hari_ini())
    return tampilkan("survei_terima_kasih.html", kios_kini(upp_id), diam=SESUDAH_TERIMA_KASIH, upp=upp, instansi=instansi)


def _pintu(upp_id: int, layanan_id: int | None, kios: Kios | None, status: int = 200, salah: str = "") -> Response:
    """The door. Nothing of a former questionnaire stays on a kiosk's device; the ordinary door ends a kiosk."""
    with konteks().baca() as baca:
        pintu = buka_pintu(baca, upp_id, layanan_id, hari_ini())
    if kios is not None:
        templat, diam = "survei_kios.html", 0 if pintu.terbuka else SEMENTARA_TUTUP
    else:
        templat, diam = "survei_pintu.html" if pintu.terbuka else "survei_tutup.html", 0
    lanjut = url_for("kirim_survei.saran", upp_id=upp_id) if kios is None and baca_isian(upp_id) is not None else ""
    jawaban = tampilkan(templat, kios, status, diam, pintu=pintu, instansi=pintu.instansi, salah=salah, lanjut=lanjut)
    if kios is not None:
        jadikan_kios(jawaban, kios)
        buang_isian(jawaban, upp_id)
    else:
        lepas_kios(jawaban, upp_id)
    return jawaban


def _layanan_dipilih() -> int | None:
    """The layanan of the form; None without one. A number that no layanan can have is left to be refused."""
    teks = request.form.get("layanan", "")
    return min(int(teks), BILANGAN_TERBESAR) if teks.isdecimal() and len(teks) < 20 else None
