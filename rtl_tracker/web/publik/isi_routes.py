"""A questionnaire step by step: one screen, one tap, one redirect; what was answered stays on the device until it is sent."""

from dataclasses import replace

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.survei import JAWABAN
from rtl_tracker.usecases.halaman_survei import LembarSurvei, susun_lembar
from rtl_tracker.web.publik.data_responden import DATA_RESPONDEN, baca_data
from rtl_tracker.web.publik.draf_kue import Isian
from rtl_tracker.web.publik.galat_survei import pasang_galat_survei
from rtl_tracker.web.publik.lembar_isian import halaman, lanjut, lihat_lembar, terima_kiriman
from rtl_tracker.web.publik.tampilan_survei import teruskan
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.konteks import konteks

bp = Blueprint("isi_survei", __name__)
pasang_galat_survei(bp)


@bp.get("/survei/<int:upp_id>/isi/data")
@akses(Cakupan.PUBLIK)
def data(upp_id: int) -> Response:
    """The questions about the respondent."""
    return lihat_lembar(upp_id, lambda isian, lembar: halaman(isian, lembar, "survei_data.html", pertanyaan=DATA_RESPONDEN))


@bp.post("/survei/<int:upp_id>/isi/data")
@akses(Cakupan.PUBLIK)
def simpan_data(upp_id: int) -> Response:
    """Keep them, or nothing of them when they are skipped."""

    def terima(isian: Isian) -> Response:
        profil = {} if "lewati" in request.form else baca_data(request.form)
        return lanjut(replace(isian, draf=replace(isian.draf, profil=profil)), 0)

    return terima_kiriman(upp_id, terima)


@bp.get("/survei/<int:upp_id>/isi/<int:nomor>")
@akses(Cakupan.PUBLIK)
def tanya(upp_id: int, nomor: int) -> Response:
    """One question; 0 is the penilaian umum."""

    def tampil(isian: Isian, lembar: LembarSurvei) -> Response:
        butir = lembar.kuesioner.butir
        if nomor > len(butir):
            return teruskan(url_for("kirim_survei.saran", upp_id=upp_id))
        satu, dijawab = (
            (butir[nomor - 1], isian.draf.jawaban.get(nomor - 1)) if nomor else (lembar.kuesioner.umum, isian.draf.umum)
        )
        akhir = max(isian.draf.jawaban, default=-1) >= max(nomor - 1, 0)
        return halaman(isian, lembar, "survei_tanya.html", butir=satu, dijawab=dijawab, nomor=nomor, akhir=akhir)

    return lihat_lembar(upp_id, tampil)


@bp.post("/survei/<int:upp_id>/isi/<int:nomor>")
@akses(Cakupan.PUBLIK)
def jawab(upp_id: int, nomor: int) -> Response:
    """Keep one answer and go to the next; without a value the question is skipped and a former answer taken back."""

    def terima(isian: Isian) -> Response:
        with konteks().baca() as baca:
            banyak = len(susun_lembar(baca, isian.draf).kuesioner.butir)
        return lanjut(isian if nomor > banyak else _dijawab(isian, nomor, _nilai()), nomor + 1, banyak)

    return terima_kiriman(upp_id, terima)


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
