"""Charts as SVG: from the cache, else drawn by the job queue while the browser waits a little."""

from collections.abc import Callable, Iterable

from flask import Blueprint, Response, request, send_file
from werkzeug.exceptions import NotFound, ServiceUnavailable

from rtl_tracker.domain.peran import Izin
from rtl_tracker.usecases.gambar_halaman import Gambar, berkas_gambar, cari_gambar, kunci_sah
from rtl_tracker.web.organisasi.halaman_tahun import muat_gambar_beranda, muat_gambar_upp
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.request_session import tutup_session

bp = Blueprint("grafik", __name__)

TUNGGU = 10.0
COBA_LAGI = 3
SETAHUN = 31_536_000


@bp.get("/grafik/<int:tahun>/<nama>.svg")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def instansi(tahun: int, nama: str) -> Response:
    """A chart of the front page."""
    return _gambar(nama, lambda: muat_gambar_beranda(tahun))


@bp.get("/grafik/<int:tahun>/upp/<int:upp_id>/<nama>.svg")
@akses(Cakupan.UNIT, Izin.LIHAT_HASIL)
def upp(tahun: int, upp_id: int, nama: str) -> Response:
    """A chart of the page of one UPP."""
    return _gambar(nama, lambda: muat_gambar_upp(tahun, upp_id))


def _gambar(nama: str, muat: Callable[[], Iterable[Gambar]]) -> Response:
    """The picture. An address that names the key of a kept picture is answered without asking the database."""
    diminta = request.args.get("kunci", "")
    if kunci_sah(diminta) and berkas_gambar(konteks().settings.folder_grafik, diminta).is_file():
        return _kirim(diminta, tetap=True)
    gambar = cari_gambar(muat(), nama)
    tutup_session()
    if gambar is None:
        raise NotFound
    kunci = gambar.kunci
    if not berkas_gambar(konteks().settings.folder_grafik, kunci).is_file() and not _lukis(gambar):
        raise ServiceUnavailable(retry_after=COBA_LAGI)
    return _kirim(kunci, tetap=kunci == diminta)


def _lukis(gambar: Gambar) -> bool:
    """Ask the queue; refuses to wait when too many requests wait already, so that pages are still served."""
    penunggu = konteks().penunggu
    if not penunggu.acquire(blocking=False):
        return False
    try:
        return konteks().antrean.lukis_gambar(gambar, TUNGGU)
    finally:
        penunggu.release()


def _kirim(kunci: str, tetap: bool) -> Response:
    """The kept picture; for good under an address that holds its key, else to be asked for again."""
    berkas = berkas_gambar(konteks().settings.folder_grafik, kunci)
    jawaban = send_file(berkas, mimetype="image/svg+xml", conditional=True, etag=kunci)
    jawaban.headers["Cache-Control"] = f"private, max-age={SETAHUN}, immutable" if tetap else "private, no-cache"
    return jawaban
