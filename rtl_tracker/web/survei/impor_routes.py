"""Importing files of answers: upload, say what the columns are, check every row, store; and taking an import back."""

import json
from typing import TYPE_CHECKING, Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.jadwal_survei import SurveiTertutup
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.formats import bulat
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.salah import tandai_salah
from rtl_tracker.web.shared.tindakan import GALAT, INGAT, beri_pesan, laksanakan
from rtl_tracker.web.survei.impor_isian import (
    NILAI_KATA,
    SASARAN,
    FormBerkas,
    pemetaan_dari_isian,
    pemetaan_terbawa,
    pilihan_dari_isian,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rtl_tracker.usecases.bahan_impor import BahanImpor
    from rtl_tracker.usecases.impor_jawaban import ImporSiap
    from rtl_tracker.usecases.petakan_jawaban import BerkasJawaban, GudangKiriman, Pemetaan, PilihanImpor

bp = Blueprint("impor_jawaban", __name__)
ALAMAT = "/unit/<int:upp_id>/<tahun:tahun>/<periode:periode>/survei/impor"
Jawaban = str | tuple[str, int] | Response


@bp.get(ALAMAT)
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def pilih(upp_id: int, tahun: int, periode: Periode) -> str:
    """The form for a file, and the imports of this survey."""
    _gudang().bersihkan(sekarang())
    return _halaman_pilih(_bahan(request_session(), upp_id, tahun, periode), FormBerkas(formdata=None))


@bp.post(ALAMAT)
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def unggah(upp_id: int, tahun: int, periode: Periode) -> Jawaban:
    """Open a file and go on to its columns; no session that writes waits for it."""
    from rtl_tracker.usecases.petakan_jawaban import BerkasJawabanDitolak, terima_kiriman  # here: the reader of workbooks

    with konteks().baca() as baca:
        bahan = _bahan(baca, upp_id, tahun, periode)
    form = FormBerkas()
    if not form.validate():
        return _halaman_pilih(bahan, form), 422
    berkas = form.berkas.data
    batas = konteks().settings.max_upload_mb
    try:
        kode = terima_kiriman(_gudang(), pelaku_kini(), sekarang(), bahan, berkas.filename, berkas.read(), batas)
    except (BerkasJawabanDitolak, SurveiTertutup) as galat:
        tandai_salah(form, {"berkas": str(galat)})
        return _halaman_pilih(bahan, form), 422
    return redirect(url_for("impor_jawaban.petakan", kode=kode, **_tempat(bahan)), code=303)


@bp.get(f"{ALAMAT}/<kode>")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def petakan(upp_id: int, tahun: int, periode: Periode, kode: str) -> Jawaban:
    """What each column is, as far as it can be guessed or was said before."""
    from rtl_tracker.usecases.impor_jawaban import pemetaan_tersimpan  # here: it loads the reader of workbooks
    from rtl_tracker.usecases.petakan_jawaban import KirimanHilang, PilihanImpor, pemetaan_awal, susun_layar

    session = request_session()
    bahan = _bahan(session, upp_id, tahun, periode)
    try:
        berkas = _kiriman(upp_id, kode)
    except KirimanHilang as galat:
        return _kembali(bahan, str(galat))
    tersimpan = pemetaan_tersimpan(session, pelaku_kini(), upp_id, berkas)
    layar = susun_layar(bahan, berkas, pemetaan_awal(bahan, berkas, tersimpan), tersimpan)
    return render_template("survei/impor_petakan.html", **_isi_petakan(bahan, layar, {}, PilihanImpor()))


@bp.post(f"{ALAMAT}/<kode>")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def periksa(upp_id: int, tahun: int, periode: Periode, kode: str) -> Jawaban:
    """Check every row under the mapping; nothing is stored. Back to the mapping while something is missing or on demand."""
    from rtl_tracker.usecases.impor_jawaban import siapkan_impor  # here: it loads the reader of workbooks
    from rtl_tracker.usecases.petakan_jawaban import KirimanHilang, periksa_pemetaan, susun_layar, tanpa_layanan

    salah: dict[str, str] = {}
    with konteks().baca() as baca:
        bahan = _bahan(baca, upp_id, tahun, periode)
        try:
            berkas = _kiriman(upp_id, kode)
        except KirimanHilang as galat:
            return _kembali(bahan, str(galat))
        terbawa = "pemetaan" in request.form
        pemetaan = pemetaan_terbawa() if terbawa else pemetaan_dari_isian(len(berkas.lembar.judul))
        pemetaan, pilihan = tanpa_layanan(bahan, berkas, pemetaan), pilihan_dari_isian(salah)
        salah |= periksa_pemetaan(bahan, berkas, pemetaan)
        if "kolom" in salah and terbawa:
            return _kembali(bahan, salah["kolom"])
        if salah or "ubah" in request.form:
            layar = susun_layar(bahan, berkas, pemetaan)
            halaman = render_template("survei/impor_petakan.html", **_isi_petakan(bahan, layar, salah, pilihan))
            return (halaman, 422) if salah else halaman
        siap = siapkan_impor(baca, bahan, berkas, pemetaan, pilihan)
    return _halaman_periksa(siap, pilihan)


@bp.post(f"{ALAMAT}/<kode>/simpan")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def simpan(upp_id: int, tahun: int, periode: Periode, kode: str) -> Jawaban:
    """Store what was checked. Reading comes first: the session that writes is open only while rows are put in."""
    from rtl_tracker.usecases.impor_jawaban import (  # here: the reader of workbooks
        ImporDitolak,
        siapkan_impor,
        simpan_impor,
        susun_impor,
    )
    from rtl_tracker.usecases.petakan_jawaban import KirimanHilang, periksa_pemetaan

    salah: dict[str, str] = {}
    with konteks().baca() as baca:
        bahan = _bahan(baca, upp_id, tahun, periode)
        try:
            berkas = _kiriman(upp_id, kode)
        except KirimanHilang as galat:
            return _kembali(bahan, str(galat))
        pemetaan, pilihan = pemetaan_terbawa(), pilihan_dari_isian(salah)
        salah |= periksa_pemetaan(bahan, berkas, pemetaan)
        if salah:
            return _kembali(bahan, next(iter(salah.values())))
        siap = susun_impor(siapkan_impor(baca, bahan, berkas, pemetaan, pilihan))
    try:
        selesai = simpan_impor(request_session(), pelaku_kini(), sekarang(), upp_id, tahun, periode, siap)
    except (ImporDitolak, SurveiTertutup) as galat:
        batalkan_perubahan()
        return _kembali(bahan, str(galat))
    if selesai.baru:
        _gudang().buang(upp_id, kode)
        beri_pesan(f"{bulat(selesai.n)} kuesioner dari {berkas.nama} tersimpan.")
    else:
        beri_pesan("Berkas yang sama sudah pernah diimpor; tidak ada yang ditambahkan.", INGAT)
    return redirect(_ke(bahan), code=303)


@bp.post(f"{ALAMAT}/<kode>/buang")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def buang(upp_id: int, tahun: int, periode: Periode, kode: str) -> Response:
    """Throw the uploaded file away."""
    _gudang().buang(upp_id, kode)
    beri_pesan("Berkas yang diunggah dibuang; tidak ada yang disimpan.")
    return redirect(url_for("impor_jawaban.pilih", upp_id=upp_id, tahun=tahun, periode=periode), code=303)


@bp.post(f"{ALAMAT}/riwayat/<int:impor_id>/batal")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def batal(upp_id: int, tahun: int, periode: Periode, impor_id: int) -> Response:
    """Take an import back."""
    from rtl_tracker.usecases.impor_jawaban import batalkan_impor  # here: it loads the reader of workbooks

    session, alasan = request_session(), request.form.get("alasan", "")
    return laksanakan(
        lambda: batalkan_impor(session, pelaku_kini(), sekarang(), upp_id, tahun, periode, impor_id, alasan),
        "Impor dibatalkan; kuesionernya disisihkan dan tidak ikut dihitung.",
        url_for("impor_jawaban.pilih", upp_id=upp_id, tahun=tahun, periode=periode),
    )


@bp.post(f"{ALAMAT}/riwayat/<int:impor_id>/pulih")
@akses(Cakupan.UNIT, Izin.KELOLA_SURVEI)
def pulih(upp_id: int, tahun: int, periode: Periode, impor_id: int) -> Response:
    """Let an import that was taken back count again."""
    from rtl_tracker.usecases.impor_jawaban import pulihkan_impor  # here: it loads the reader of workbooks

    session = request_session()
    return laksanakan(
        lambda: pulihkan_impor(session, pelaku_kini(), sekarang(), upp_id, tahun, periode, impor_id),
        "Impor dipulihkan; kuesionernya kembali dihitung.",
        url_for("impor_jawaban.pilih", upp_id=upp_id, tahun=tahun, periode=periode),
    )


def _bahan(session: "Session", upp_id: int, tahun: int, periode: Periode) -> "BahanImpor":
    from rtl_tracker.usecases.bahan_impor import muat_bahan_impor

    return muat_bahan_impor(session, pelaku_kini(), sekarang(), upp_id, tahun, periode)


def _gudang() -> "GudangKiriman":
    from rtl_tracker.usecases.petakan_jawaban import GudangKiriman  # here: it loads the reader of workbooks

    return GudangKiriman(konteks().settings.folder_kiriman)


def _kiriman(upp_id: int, kode: str) -> "BerkasJawaban":
    from rtl_tracker.usecases.petakan_jawaban import ambil_kiriman  # here: it loads the reader of workbooks

    return ambil_kiriman(_gudang(), upp_id, kode, sekarang())


def _tempat(bahan: "BahanImpor") -> dict[str, Any]:
    t = bahan.tempat
    return {"upp_id": t.upp.id, "tahun": t.tahun, "periode": t.periode.value}


def _ke(bahan: "BahanImpor") -> str:
    return url_for("impor_jawaban.pilih", **_tempat(bahan))


def _kembali(bahan: "BahanImpor", kalimat: str) -> Response:
    beri_pesan(kalimat, GALAT)
    return redirect(_ke(bahan), code=303)


def _halaman_pilih(bahan: "BahanImpor", form: FormBerkas) -> str:
    batas = konteks().settings.max_upload_mb
    return render_template("survei/impor.html", h=bahan, form=form, batas_mb=batas)


def _isi_petakan(
    bahan: "BahanImpor", layar: object, salah: dict[str, str], pilihan: "PilihanImpor"
) -> dict[str, object]:  # fmt: skip
    return {"h": bahan, "m": layar, "salah": salah, "pilihan": pilihan, "sasaran": SASARAN, "nilai_kata": NILAI_KATA}


def _halaman_periksa(siap: "ImporSiap", pilihan: "PilihanImpor") -> str:
    terbawa: Pemetaan = siap.pemetaan
    return render_template(
        "survei/impor_periksa.html", h=siap.bahan, b=siap.berkas, p=siap.periksa, pilihan=pilihan,
        pemetaan=json.dumps(terbawa.ke_json(), ensure_ascii=False), pernah=siap.bahan.sudah_diimpor(siap.berkas.sha256),
    )  # fmt: skip
