"""Error pages: formal Indonesian sentences that say what to do next."""

import logging

from flask import Flask, Response, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.web.shared.catat import catat_segera
from rtl_tracker.web.shared.masuk_kini import akun_kini

PANJANG_ALAMAT = 200
TANPA_AKUN = ("/survei", "/publikasi")
"""Where pages for everybody begin: what goes wrong there is told without the officers' menu and without a way to the log-in."""
log = logging.getLogger(__name__)
KALIMAT: dict[int, tuple[str, str]] = {
    400: ("Permintaan tidak dapat diproses", "Isi permintaan tidak lengkap atau tidak sah. Kembali ke halaman sebelumnya, lalu ulangi."),
    401: ("Belum masuk", "Halaman ini memerlukan akun. Masuk terlebih dahulu, lalu buka kembali alamat ini."),
    403: ("Akses ditolak", "Akun Anda tidak berwenang membuka halaman ini. Hubungi Bagian Organisasi bila kewenangan ini diperlukan."),
    404: ("Halaman tidak ditemukan", "Alamat ini tidak ada, atau datanya tidak tersimpan. Periksa kembali alamatnya."),
    409: ("Tindakan tidak dapat dilakukan", "Keadaan data sudah berubah. Kembali ke halaman sebelumnya, muat ulang, lalu ulangi."),
    405: ("Cara akses tidak diizinkan", "Alamat ini tidak menerima cara permintaan tersebut. Gunakan tombol atau tautan pada halaman."),
    413: ("Kiriman terlalu besar", "Ukuran kiriman melampaui batas yang ditetapkan. Kembali ke halaman sebelumnya, lalu unggah berkasnya satu per satu "
          "atau perkecil dahulu."),
    500: ("Terjadi kesalahan pada program", "Kesalahan sudah tercatat pada log server. Ulangi beberapa saat lagi; bila berulang, "
          "hubungi pengelola."),
    503: ("Layanan belum siap", "Bagian ini sedang disiapkan. Muat ulang halaman beberapa saat lagi."),
}  # fmt: skip
LAINNYA = ("Permintaan tidak dapat dilayani", "Kembali ke halaman sebelumnya, lalu ulangi.")
KEDALUWARSA = (
    "Formulir sudah kedaluwarsa",
    "Tanda pengaman formulir tidak cocok. Kembali ke halaman sebelumnya, muat ulang, lalu kirim kembali.",
)
HOST_ASING = (
    "Alamat server tidak dikenal",
    "Program ini hanya menjawab pada alamat yang ditetapkan. Buka http://127.0.0.1:8000 atau alamat pada RTL_BASE_URL.",
)


def _halaman(kode: int, judul: str, kalimat: str, bertaut: bool = True) -> Response:
    """The page; without links where the address itself is not trusted and none can be built."""
    publik = bertaut and request.path.startswith(TANPA_AKUN)
    templat = "errors/galat_publik.html" if publik else "errors/galat.html"
    jawaban = make_response(render_template(templat, kode=kode, judul=judul, kalimat=kalimat, bertaut=bertaut), kode)
    jawaban.headers["Cache-Control"] = "no-store"
    return jawaban


def _http(galat: HTTPException) -> Response:
    kode = galat.code or 500
    jawaban = _halaman(kode, *KALIMAT.get(kode, LAINNYA))
    for nama, nilai in galat.get_headers():
        if nama in ("Allow", "Retry-After"):
            jawaban.headers[nama] = nilai
    return jawaban


def _pengalihan_atau_http(galat: HTTPException) -> Response | HTTPException:
    """A redirect to the right spelling of an address is an exception too, but no error."""
    return galat if galat.code is not None and galat.code < 400 else _http(galat)


def _csrf(_galat: CSRFError) -> Response:
    return _halaman(400, *KEDALUWARSA)


def _host(_galat: SecurityError) -> Response:
    return _halaman(400, *HOST_ASING, bertaut=False)


def _tidak_ada(galat: DomainError) -> Response:
    return _halaman(404, KALIMAT[404][0], str(galat))


def _ditolak(galat: AksesDitolak) -> Response:
    """A refusal of a permission is recorded in a transaction of its own."""
    akun = akun_kini()
    if akun is not None:
        catat_segera(akun.pelaku, JenisJejak.AKSES_DITOLAK, f"{request.method} {request.path}"[:PANJANG_ALAMAT])
    return _halaman(403, KALIMAT[403][0], str(galat))


def _tak_terjangkau(galat: TidakTerjangkau) -> Response:
    """Out of reach and not there look the same; only the record knows."""
    akun = akun_kini()
    if akun is not None and not akun.pelaku.seluruh_instansi:
        catat_segera(akun.pelaku, JenisJejak.AKSES_DITOLAK, f"{request.method} {request.path}"[:PANJANG_ALAMAT])
    return _tidak_ada(galat)


def _aturan(galat: DomainError) -> Response:
    """A rule refused what no view foresaw."""
    return _halaman(409, KALIMAT[409][0], str(galat))


def _tak_terduga(_galat: Exception) -> Response:
    log.exception("Kesalahan yang tidak ditangani pada %s %s", request.method, request.path)
    return _halaman(500, *KALIMAT[500])


def pasang_error_pages(app: Flask, tidak_ada: tuple[type[DomainError], ...]) -> None:
    """Register the pages; `tidak_ada` are the errors of use cases that mean "this does not exist"."""
    app.register_error_handler(HTTPException, _pengalihan_atau_http)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(SecurityError, _host)
    app.register_error_handler(Exception, _tak_terduga)
    app.register_error_handler(DomainError, _aturan)
    app.register_error_handler(AksesDitolak, _ditolak)
    app.register_error_handler(TidakTerjangkau, _tak_terjangkau)
    for jenis in tidak_ada:
        app.register_error_handler(jenis, _tidak_ada)
