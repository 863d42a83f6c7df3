"""The last page of a questionnaire and its button: however often it is sent, one is stored and everybody is thanked."""

from dataclasses import replace

from flask import Blueprint, current_app, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.jadwal_survei import KALIMAT_TUTUP, SurveiTertutup
from rtl_tracker.domain.jawaban import PANJANG_SARAN, rapikan_saran
from rtl_tracker.usecases.halaman_survei import LembarSurvei
from rtl_tracker.usecases.isi_survei import TANPA_JAWABAN, JawabanKosong, kirim_survei, susun_kiriman
from rtl_tracker.web.publik.banjir import PenjagaBanjir, soal_untuk, terlalu_cepat
from rtl_tracker.web.publik.draf_kue import Isian, buang_isian, simpan_isian
from rtl_tracker.web.publik.galat_survei import pasang_galat_survei
from rtl_tracker.web.publik.lembar_isian import diterima, halaman, lanjut, lihat_lembar, terima_kiriman
from rtl_tracker.web.publik.tampilan_survei import teruskan
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import alamat_klien, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session, tulis_bersama

PENJAGA = "penjaga_banjir"
MADU = "situs"
"""A field that no person sees; a program fills it in."""
HITUNG, SALAH, KOSONG = "hitung", "salah", "kosong"
BELUM_TERKIRIM: dict[str, str] = {
    HITUNG: "",
    SALAH: "Jawaban hitungan belum tepat. Silakan coba sekali lagi.",
    KOSONG: TANPA_JAWABAN,
    **{keadaan.value: kalimat for keadaan, kalimat in KALIMAT_TUTUP.items()},
}
"""Why a questionnaire was not taken yet, by the word in the address of the last page."""
bp = Blueprint("kirim_survei", __name__)
pasang_galat_survei(bp)
bp.record_once(lambda keadaan: keadaan.app.extensions.setdefault(PENJAGA, PenjagaBanjir()))


@bp.get("/survei/<int:upp_id>/isi/saran")
@akses(Cakupan.PUBLIK)
def saran(upp_id: int) -> Response:
    """The last page: what was answered, room for words, and the button that sends. `ket`: why it was not sent yet."""
    sebab = request.args.get("ket", "")
    return lihat_lembar(upp_id, lambda isian, lembar: _halaman_saran(isian, lembar, sebab if sebab in BELUM_TERKIRIM else ""))


@bp.post("/survei/<int:upp_id>/isi/simpan-saran")
@akses(Cakupan.PUBLIK)
def simpan_saran(upp_id: int) -> Response:
    """Keep the words and go to a question again: the one that the button names."""

    def terima(isian: Isian) -> Response:
        tujuan = request.form.get("ke", "")
        return lanjut(replace(isian, saran=_teks_saran()), int(tujuan) if tujuan.isdecimal() and len(tujuan) < 4 else 0)

    return terima_kiriman(upp_id, terima)


@bp.post("/survei/<int:upp_id>/isi/kirim")
@akses(Cakupan.PUBLIK)
def kirim(upp_id: int) -> Response:
    """Send. However often it comes, the citizen is thanked and one questionnaire is stored."""
    return terima_kiriman(upp_id, lambda isian: _kirim(replace(isian, saran=_teks_saran())))


def _kirim(isian: Isian) -> Response:
    draf, hitung = isian.draf, request.form.get("hitung", "")
    if _patut_ditanya(isian) and not soal_untuk(draf.kunci).benar(hitung):
        return (
            _terima_kasih(draf.upp_id) if diterima(draf.kunci) else _belum_terkirim(isian, SALAH if hitung.strip() else HITUNG)
        )
    try:
        with konteks().baca() as baca:
            kiriman = susun_kiriman(baca, sekarang(), draf, isian.saran)
        tulis_bersama()
        kirim_survei(request_session(), sekarang(), kiriman)
    except JawabanKosong:
        return _belum_terkirim(isian, KOSONG)
    except SurveiTertutup as galat:
        return _belum_terkirim(isian, next(k for k, kalimat in BELUM_TERKIRIM.items() if kalimat == str(galat)))
    return _terima_kasih(draf.upp_id)


def _patut_ditanya(isian: Isian) -> bool:
    """Whether this looks like a program: too many from one address, too quick, or a field filled in that nobody sees."""
    penjaga: PenjagaBanjir = current_app.extensions[PENJAGA]
    kini = sekarang()
    terlampau = penjaga.hitung(alamat_klien(), isian.draf.upp_id, kini)
    return terlampau or terlalu_cepat(isian.draf.mulai, kini) or bool(request.form.get(MADU))


def _belum_terkirim(isian: Isian, sebab: str) -> Response:
    """The last page again, with everything that was written."""
    batalkan_perubahan()
    jawaban = teruskan(url_for("kirim_survei.saran", upp_id=isian.draf.upp_id, ket=sebab), terima=False)
    simpan_isian(jawaban, isian)
    return jawaban


def _halaman_saran(isian: Isian, lembar: LembarSurvei, sebab: str) -> Response:
    butir = lembar.kuesioner.butir
    return halaman(
        isian, lembar, "survei_saran.html", salah=BELUM_TERKIRIM.get(sebab, ""), panjang=PANJANG_SARAN, madu=MADU,
        soal=soal_untuk(isian.draf.kunci) if sebab in (HITUNG, SALAH) else None,
        terjawab=sum(i in isian.draf.jawaban for i in range(len(butir))),
        kosong=[i + 1 for i in range(len(butir)) if i not in isian.draf.jawaban],
    )  # fmt: skip


def _terima_kasih(upp_id: int) -> Response:
    jawaban = teruskan(url_for("survei.terima_kasih", upp_id=upp_id))
    buang_isian(jawaban, upp_id)
    return jawaban


def _teks_saran() -> str:
    return rapikan_saran(request.form.get("saran", ""))
