"""A questionnaire step by step: one screen, one tap, one redirect; what was answered stays on the device until it is sent."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import Blueprint, current_app, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.jadwal_survei import SurveiTertutup
from rtl_tracker.domain.jawaban import PANJANG_SARAN
from rtl_tracker.domain.survei import JAWABAN
from rtl_tracker.usecases.halaman_survei import LembarSurvei, susun_lembar
from rtl_tracker.usecases.isi_survei import JawabanKosong, kirim_survei, sudah_diterima, susun_kiriman
from rtl_tracker.web.publik.banjir import PenjagaBanjir, soal_untuk, terlalu_cepat
from rtl_tracker.web.publik.data_responden import DATA_RESPONDEN, baca_data
from rtl_tracker.web.publik.draf_kue import Isian, baca_isian, buang_isian, simpan_isian
from rtl_tracker.web.publik.galat_survei import DRAF_LAIN, TANPA_DRAF, jelaskan, pasang_galat_survei
from rtl_tracker.web.publik.kios import kios_kini
from rtl_tracker.web.publik.tampilan_survei import tampilkan, teruskan
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import alamat_klien, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session, tulis_bersama

PENJAGA = "penjaga_banjir"
MADU = "situs"
"""A field that no person sees; a program fills it in."""
SALAH_HITUNG = "Jawaban hitungan belum tepat. Silakan coba sekali lagi."
bp = Blueprint("isi_survei", __name__)
pasang_galat_survei(bp)
bp.record_once(lambda keadaan: keadaan.app.extensions.setdefault(PENJAGA, PenjagaBanjir()))


@bp.get("/survei/<int:upp_id>/isi/data")
@akses(Cakupan.PUBLIK)
def data(upp_id: int) -> Response:
    """The questions about the respondent."""
    return _lembar(upp_id, lambda isian, lembar: _halaman(isian, lembar, "survei_data.html", pertanyaan=DATA_RESPONDEN))


@bp.post("/survei/<int:upp_id>/isi/data")
@akses(Cakupan.PUBLIK)
def simpan_data(upp_id: int) -> Response:
    """Keep them, or nothing of them when they are skipped."""

    def terima(isian: Isian) -> Response:
        profil = {} if "lewati" in request.form else baca_data(request.form)
        return _lanjut(replace(isian, draf=replace(isian.draf, profil=profil)), 0)

    return _kiriman(upp_id, terima)


@bp.get("/survei/<int:upp_id>/isi/<int:nomor>")
@akses(Cakupan.PUBLIK)
def tanya(upp_id: int, nomor: int) -> Response:
    """One question; 0 is the penilaian umum."""

    def tampil(isian: Isian, lembar: LembarSurvei) -> Response:
        butir = lembar.kuesioner.butir
        if nomor > len(butir):
            return teruskan(url_for("isi_survei.saran", upp_id=upp_id))
        satu, dijawab = (
            (butir[nomor - 1], isian.draf.jawaban.get(nomor - 1)) if nomor else (lembar.kuesioner.umum, isian.draf.umum)
        )
        akhir = max(isian.draf.jawaban, default=-1) >= max(nomor - 1, 0)
        return _halaman(isian, lembar, "survei_tanya.html", butir=satu, dijawab=dijawab, nomor=nomor, akhir=akhir)

    return _lembar(upp_id, tampil)


@bp.post("/survei/<int:upp_id>/isi/<int:nomor>")
@akses(Cakupan.PUBLIK)
def jawab(upp_id: int, nomor: int) -> Response:
    """Keep one answer and go to the next; without a value the question is skipped and a former answer taken back."""

    def terima(isian: Isian) -> Response:
        with konteks().baca() as baca:
            banyak = len(susun_lembar(baca, isian.draf).kuesioner.butir)
        return _lanjut(isian if nomor > banyak else _dijawab(isian, nomor, _nilai()), nomor + 1, banyak)

    return _kiriman(upp_id, terima)


@bp.get("/survei/<int:upp_id>/isi/saran")
@akses(Cakupan.PUBLIK)
def saran(upp_id: int) -> Response:
    """The last page: what was answered, room for words, and the button that sends."""
    return _lembar(upp_id, _halaman_saran)


@bp.post("/survei/<int:upp_id>/isi/simpan-saran")
@akses(Cakupan.PUBLIK)
def simpan_saran(upp_id: int) -> Response:
    """Keep the words and go to a question again: the one that the button names."""

    def terima(isian: Isian) -> Response:
        tujuan = request.form.get("ke", "")
        return _lanjut(replace(isian, saran=_teks_saran()), int(tujuan) if tujuan.isdecimal() and len(tujuan) < 4 else 0)

    return _kiriman(upp_id, terima)


@bp.post("/survei/<int:upp_id>/isi/kirim")
@akses(Cakupan.PUBLIK)
def kirim(upp_id: int) -> Response:
    """Send. However often it comes, the citizen is thanked and one questionnaire is stored."""
    return _kiriman(upp_id, lambda isian: _kirim(replace(isian, saran=_teks_saran())))


def _kirim(isian: Isian) -> Response:
    draf = isian.draf
    if _patut_ditanya(isian) and not soal_untuk(draf.kunci).benar(request.form.get("hitung", "")):
        salah = SALAH_HITUNG if request.form.get("hitung", "").strip() else ""
        return _ulangi(isian, 422, salah, ditanya=True)
    try:
        with konteks().baca() as baca:
            kiriman = susun_kiriman(baca, sekarang(), draf, isian.saran)
        tulis_bersama()
        kirim_survei(request_session(), sekarang(), kiriman)
    except (SurveiTertutup, JawabanKosong) as galat:
        batalkan_perubahan()
        return _ulangi(isian, 409 if isinstance(galat, SurveiTertutup) else 422, str(galat))
    return _terima_kasih(draf.upp_id)


def _patut_ditanya(isian: Isian) -> bool:
    """Whether this looks like a program: too many from one address, too quick, or a field filled in that nobody sees."""
    penjaga: PenjagaBanjir = current_app.extensions[PENJAGA]
    kini = sekarang()
    terlampau = penjaga.hitung(alamat_klien(), isian.draf.upp_id, kini)
    return terlampau or terlalu_cepat(isian.draf.mulai, kini) or bool(request.form.get(MADU))


def _ulangi(isian: Isian, status: int, salah: str, ditanya: bool = False) -> Response:
    """The last page again, with everything that was written."""
    with konteks().baca() as baca:
        lembar = susun_lembar(baca, isian.draf)
    return _halaman_saran(isian, lembar, status, salah, ditanya)


def _halaman_saran(isian: Isian, lembar: LembarSurvei, status: int = 200, salah: str = "", ditanya: bool = False) -> Response:
    butir = lembar.kuesioner.butir
    return _halaman(
        isian, lembar, "survei_saran.html", status, salah=salah, soal=soal_untuk(isian.draf.kunci) if ditanya else None,
        terjawab=sum(i in isian.draf.jawaban for i in range(len(butir))), nomor=len(butir) + 1, panjang=PANJANG_SARAN, madu=MADU,
        kosong=[i + 1 for i in range(len(butir)) if i not in isian.draf.jawaban],
    )  # fmt: skip


def _halaman(isian: Isian, lembar: LembarSurvei, templat: str, status: int = 200, **isi: Any) -> Response:
    kios = kios_kini(isian.draf.upp_id)
    return tampilkan(
        templat, kios, status, isian=isian, draf=isian.draf, lembar=lembar, banyak=len(lembar.kuesioner.butir),
        instansi=lembar.instansi, **isi,
    )  # fmt: skip


def _lembar(upp_id: int, tampil: Callable[[Isian, LembarSurvei], Response]) -> Response:
    """A page of the questionnaire under way, or the way to begin one; a kiosk goes to its start."""
    isian = baca_isian(upp_id)
    if isian is None:
        return _tanpa_draf(upp_id)
    return tampil(isian, susun_lembar(request_session(), isian.draf))


def _kiriman(upp_id: int, terima: Callable[[Isian], Response]) -> Response:
    """A form of the questionnaire under way. One of a questionnaire that has arrived is thanked for; one of a replaced one is told."""
    isian, kunci = baca_isian(upp_id), request.form.get("kunci", "")
    if isian is not None and isian.draf.kunci == kunci:
        return terima(isian)
    with konteks().baca() as baca:
        diterima = sudah_diterima(baca, kunci)
    if diterima:
        return teruskan(url_for("survei.terima_kasih", upp_id=upp_id))
    return _tanpa_draf(upp_id) if isian is None else jelaskan(DRAF_LAIN, upp_id, 409, lanjut=True)


def _tanpa_draf(upp_id: int) -> Response:
    kios = kios_kini(upp_id)
    return jelaskan(TANPA_DRAF, upp_id, 409) if kios is None else teruskan(kios.awal)


def _terima_kasih(upp_id: int) -> Response:
    jawaban = teruskan(url_for("survei.terima_kasih", upp_id=upp_id))
    buang_isian(jawaban, upp_id)
    return jawaban


def _lanjut(isian: Isian, nomor: int, banyak: int | None = None) -> Response:
    upp_id = isian.draf.upp_id
    habis = banyak is not None and nomor > banyak
    jawaban = teruskan(
        url_for("isi_survei.saran", upp_id=upp_id) if habis else url_for("isi_survei.tanya", upp_id=upp_id, nomor=nomor)
    )
    simpan_isian(jawaban, isian)
    return jawaban


def _dijawab(isian: Isian, nomor: int, nilai: int | None) -> Isian:
    """With the answer to one question; None takes it back."""
    if nomor == 0:
        return replace(isian, draf=replace(isian.draf, umum=nilai))
    jawaban = {i: n for i, n in isian.draf.jawaban.items() if i != nomor - 1}
    return replace(isian, draf=replace(isian.draf, jawaban=jawaban if nilai is None else {**jawaban, nomor - 1: nilai}))


def _nilai() -> int | None:
    """The tapped answer; None for "skip" and for anything that is no answer."""
    teks = request.form.get("nilai", "")
    return next((nilai for nilai in JAWABAN if str(nilai) == teks), None)


def _teks_saran() -> str:
    """The words without line ends of a browser's own; cut where the room ends."""
    return request.form.get("saran", "").replace("\r\n", "\n").strip()[:PANJANG_SARAN]
