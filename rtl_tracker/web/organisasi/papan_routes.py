"""The board of a year: seen, filtered, exported; reminders and letters made from it; a new year opened."""

from io import BytesIO
from typing import Any

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.domain.papan import KodeSel, TandaSel
from rtl_tracker.domain.peran import Izin
from rtl_tracker.usecases.papan_status import (
    KODE_SARINGAN,
    SaringanPapan,
    UrutanPapan,
    baca_saringan_papan,
    buka_tahun,
    muat_papan,
    susun_lembar_papan,
    tahun_dapat_dibuka,
    tahun_papan,
)
from rtl_tracker.usecases.pengingat import TidakAdaTerlambat, susun_pengingat, susun_surat_pengingat
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.catat import catat_segera
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import hari_ini, pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import request_session
from rtl_tracker.web.shared.tindakan import GALAT, beri_pesan, laksanakan

bp = Blueprint("papan", __name__)

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/papan")
@akses(Cakupan.INSTANSI, Izin.LIHAT_PAPAN)
def terbaru() -> str:
    """The newest opened year, or what to do first on an empty database."""
    tersedia = tahun_papan(request_session(), pelaku_kini())
    if not tersedia:
        return render_template("organisasi/papan_kosong.html", dapat_dibuka=tahun_dapat_dibuka((), hari_ini().year))
    return _halaman(tersedia[0])


@bp.get("/tahun/<int:tahun>/papan")
@akses(Cakupan.INSTANSI, Izin.LIHAT_PAPAN)
def satu(tahun: int) -> str:
    """One year."""
    return _halaman(tahun)


@bp.post("/tahun/<int:tahun>/buka")
@akses(Cakupan.INSTANSI, Izin.KELOLA_DATA_INDUK)
def buka(tahun: int) -> Response:
    """Open a year."""
    session, pelaku = request_session(), pelaku_kini()
    return laksanakan(
        lambda: buka_tahun(session, pelaku, sekarang(), tahun),
        f"Tahun {tahun} sudah dibuka. Periksa kalendernya sebelum unit mulai mengisi.",
        url_for("papan.terbaru"),
    )


@bp.get("/tahun/<int:tahun>/papan.xlsx")
@akses(Cakupan.INSTANSI, Izin.LIHAT_PAPAN)
def unduh(tahun: int) -> Response:
    """The board as it is filtered, as a workbook."""
    saringan = _baca()
    isi = susun_lembar_papan(request_session(), pelaku_kini(), tahun, hari_ini(), saringan)
    return _kirim(isi, f"papan-status-{tahun}.xlsx", EXCEL, saringan)


@bp.get("/tahun/<int:tahun>/papan/pengingat")
@akses(Cakupan.INSTANSI, Izin.PERIKSA_PENYAMPAIAN)
def pengingat(tahun: int) -> str:
    """Texts to copy for the units that still have to do something."""
    pengingat = susun_pengingat(
        request_session(), pelaku_kini(), tahun, hari_ini(), _baca(), konteks().settings.base_url
    )  # fmt: skip
    return render_template("organisasi/papan_pengingat.html", pengingat=pengingat, papan=pengingat.papan)


@bp.get("/tahun/<int:tahun>/papan/surat.docx")
@akses(Cakupan.INSTANSI, Izin.PERIKSA_PENYAMPAIAN)
def surat(tahun: int) -> Response:
    """Letters to the late units as one Word file; when nobody is late, a sentence on the page of the reminders."""
    saringan = _baca()
    try:
        isi = susun_surat_pengingat(
            request_session(), pelaku_kini(), tahun, hari_ini(), saringan, konteks().settings.base_url
        )  # fmt: skip
    except TidakAdaTerlambat as galat:
        beri_pesan(str(galat), GALAT)
        return redirect(_alamat("papan.pengingat", tahun, saringan), code=303)
    periode = "" if saringan.periode is None else f"-{saringan.periode.value}"
    return _kirim(isi, f"surat-pengingat-{tahun}{periode}.docx", WORD, saringan)


def _halaman(tahun: int) -> str:
    papan = muat_papan(request_session(), pelaku_kini(), tahun, hari_ini(), _baca())
    return render_template(
        "organisasi/papan.html",
        papan=papan,
        hari_ini=hari_ini(),
        pilihan_keadaan=KODE_SARINGAN,
        pilihan_urut=tuple(UrutanPapan),
        kode_keadaan=tuple(KodeSel),
        kode_tanda=tuple(TandaSel),
    )


def _baca() -> SaringanPapan:
    ambil = request.args.get
    return baca_saringan_papan(
        ambil("cari", ""), ambil("kelompok", ""), ambil("periode", ""), ambil("keadaan", ""), ambil("urut", "")
    )


def _alamat(endpoint: str, tahun: int, saringan: SaringanPapan) -> str:
    nilai: dict[str, Any] = {"tahun": tahun, **saringan.argumen}
    return url_for(endpoint, **nilai)


def _kirim(isi: bytes, nama: str, jenis: str, saringan: SaringanPapan) -> Response:
    """A made file as a download; that it left the program is recorded, with the filter it was made by."""
    menurut = ", ".join(f"{kunci} {nilai}" for kunci, nilai in saringan.argumen.items())
    catat_segera(pelaku_kini(), JenisJejak.EKSPOR, f"{nama}; {menurut}" if menurut else nama)
    jawaban = send_file(BytesIO(isi), mimetype=jenis, as_attachment=True, download_name=nama)
    jawaban.headers["Cache-Control"] = "no-store"
    return jawaban
