"""What others take away from published results: sheets, open data, and a small page to be framed by other sites."""

import json
from dataclasses import dataclass

from flask import Blueprint, Response, make_response, send_from_directory
from werkzeug.exceptions import NotFound

from rtl_tracker.usecases import baca_publikasi as baca
from rtl_tracker.usecases.daftar_terbitan import data_csv, data_json
from rtl_tracker.web.publik.jawaban_umum import lukis, sudah_disimpan, umumkan
from rtl_tracker.web.publik.publikasi_routes import baca_periode, tanda_halaman
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.headers import BOLEH_DIBINGKAI
from rtl_tracker.web.shared.konteks import konteks

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


@dataclass(frozen=True, slots=True)
class _Dibaca:
    """What one request read: the answer that the caller keeps already, or the publication (None = none); the tag of both."""

    tanda: str
    lama: Response | None
    h: baca.HalamanTerbitan | None


def _baca(tahun: int, upp_id: int | None) -> _Dibaca:
    """One statement for the tag, one more for the figures. Raises TidakTerjangkau."""
    with konteks().baca() as session:
        kepala = baca.muat_kepala(session)
        tanda = tanda_halaman(kepala)
        lama = sudah_disimpan(tanda)
        h = None if lama is not None else baca.muat_halaman(session, kepala, tahun, upp_id, *baca_periode())
    return _Dibaca(tanda, lama, h)


def _data(tahun: int, bentuk: str) -> Response:
    d = _baca(tahun, None)
    if d.lama is not None:
        return d.lama
    if d.h is None or d.h.isi is None:
        raise NotFound
    if bentuk == "csv":
        jawaban = Response(data_csv(d.h.publikasi, d.h.isi), content_type="text/csv; charset=utf-8")
    else:
        isi = json.dumps(data_json(d.h.publikasi, d.h.isi), ensure_ascii=False, indent=1)
        jawaban = Response(isi, content_type="application/json; charset=utf-8")
    nama = f"ikm-{d.h.publikasi.periode.value.lower()}-{tahun}.{bentuk}"
    jawaban.headers["Content-Disposition"] = f'{"attachment" if bentuk == "csv" else "inline"}; filename="{nama}"'
    jawaban.headers["Access-Control-Allow-Origin"] = "*"
    jawaban.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return umumkan(jawaban, d.tanda)


def _lembar(tahun: int, upp_id: int | None) -> Response:
    d = _baca(tahun, upp_id)
    if d.lama is not None:
        return d.lama
    berkas = None if d.h is None else d.h.berkas_lembar(konteks().settings.folder_laporan)
    if d.h is None or berkas is None:
        raise NotFound
    nama = d.h.nama_unduhan(berkas.suffix)
    return umumkan(send_from_directory(berkas.parent, berkas.name, as_attachment=True, download_name=nama), d.tanda)


def _sematan(tahun: int, upp_id: int | None) -> Response:
    """Any site may frame it: it shows published figures and one link, takes nothing and does nothing."""
    d = _baca(tahun, upp_id)
    jawaban = d.lama
    if jawaban is None:
        isi = lukis("publik/publikasi_sematan.html", h=d.h, tahun=tahun, upp_id=upp_id)
        jawaban = umumkan(make_response(isi), d.tanda)
    jawaban.headers["Content-Security-Policy"] = BOLEH_DIBINGKAI
    jawaban.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return jawaban
