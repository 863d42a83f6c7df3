"""What others take away from published results: sheets, open data, and a small page to be framed by other sites."""

import json

from flask import Blueprint, Response, make_response, request, send_from_directory
from werkzeug.exceptions import NotFound

from rtl_tracker.usecases import baca_publikasi as baca
from rtl_tracker.usecases.daftar_terbitan import data_csv, data_json
from rtl_tracker.web.publik.jawaban_umum import lukis, sudah_disimpan, umumkan
from rtl_tracker.web.publik.publikasi_routes import baca_periode, tanda_halaman
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.headers import BOLEH_DIBINGKAI
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.request_session import request_session

bp = Blueprint("publikasi_bawaan", __name__)


@bp.get("/publikasi/<tahun:tahun>.csv")
@akses(Cakupan.PUBLIK)
def data_csv_tahun(tahun: int) -> Response:
    """The frozen figures as CSV."""
    return _data(tahun, "csv")


@bp.get("/publikasi/<tahun:tahun>.json")
@akses(Cakupan.PUBLIK)
def data_json_tahun(tahun: int) -> Response:
    """The frozen figures as JSON."""
    return _data(tahun, "json")


@bp.get("/publikasi/<tahun:tahun>/lembar")
@akses(Cakupan.PUBLIK)
def lembar_instansi(tahun: int) -> Response:
    """The sheet of the instansi."""
    return _lembar(tahun, None)


@bp.get("/publikasi/<tahun:tahun>/<int:upp_id>/lembar")
@akses(Cakupan.PUBLIK)
def lembar_unit(tahun: int, upp_id: int) -> Response:
    """The sheet of one unit."""
    return _lembar(tahun, upp_id)


@bp.get("/publikasi/<tahun:tahun>/sematan")
@akses(Cakupan.PUBLIK)
def sematan_instansi(tahun: int) -> Response:
    """The index of the instansi for other sites."""
    return _sematan(tahun, None)


@bp.get("/publikasi/<tahun:tahun>/<int:upp_id>/sematan")
@akses(Cakupan.PUBLIK)
def sematan_unit(tahun: int, upp_id: int) -> Response:
    """The index of one unit for other sites."""
    return _sematan(tahun, upp_id)


def _data(tahun: int, bentuk: str) -> Response:
    kepala = baca.muat_kepala(request_session())
    tanda = tanda_halaman(kepala)
    if (lama := sudah_disimpan(tanda)) is not None:
        return lama
    h = baca.muat_halaman(request_session(), kepala, tahun, None, *baca_periode())
    if h is None or h.isi is None:
        raise NotFound
    if bentuk == "csv":
        jawaban = Response(data_csv(h.publikasi, h.isi), content_type="text/csv; charset=utf-8")
    else:
        isi = json.dumps(data_json(h.publikasi, h.isi), ensure_ascii=False, indent=1)
        jawaban = Response(isi, content_type="application/json; charset=utf-8")
    nama = f"ikm-{h.publikasi.periode.value.lower()}-{tahun}.{bentuk}"
    jawaban.headers["Content-Disposition"] = f'{"attachment" if bentuk == "csv" else "inline"}; filename="{nama}"'
    jawaban.headers["Access-Control-Allow-Origin"] = "*"
    jawaban.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return umumkan(jawaban, tanda)


def _lembar(tahun: int, upp_id: int | None) -> Response:
    kepala = baca.muat_kepala(request_session())
    tanda = tanda_halaman(kepala)
    if (lama := sudah_disimpan(tanda)) is not None:
        return lama
    h = baca.muat_halaman(request_session(), kepala, tahun, upp_id, *baca_periode())
    berkas = None if h is None else h.berkas_lembar(konteks().settings.folder_laporan)
    if h is None or berkas is None:
        raise NotFound
    jawaban = send_from_directory(berkas.parent, berkas.name, as_attachment=True, download_name=h.nama_unduhan(berkas.suffix))
    return umumkan(jawaban, tanda)


def _sematan(tahun: int, upp_id: int | None) -> Response:
    """Any site may frame it: it shows published figures and one link, takes nothing and does nothing."""
    kepala = baca.muat_kepala(request_session())
    tanda = tanda_halaman(kepala)
    jawaban = sudah_disimpan(tanda)
    if jawaban is None:
        h = baca.muat_halaman(request_session(), kepala, tahun, upp_id, *baca_periode())
        isi = lukis("publik/publikasi_sematan.html", h=h, tahun=tahun, upp_id=upp_id, periode=request.args.get("periode"))
        jawaban = umumkan(make_response(isi), tanda)
    jawaban.headers["Content-Security-Policy"] = BOLEH_DIBINGKAI
    jawaban.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return jawaban
