"""Published results: the index of years, one year of the instansi, one unit; the address on every lembar IKM leads here."""

from flask import Blueprint, Response, current_app, make_response, request

from rtl_tracker.domain.mutu import TABEL_MUTU
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.publikasi import KALIMAT_SEBAB
from rtl_tracker.usecases import baca_publikasi as baca
from rtl_tracker.usecases.daftar_terbitan import susun_daftar
from rtl_tracker.web.publik.jawaban_umum import lukis, sudah_disimpan, umumkan
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import hari_ini

bp = Blueprint("publikasi", __name__)
SURVEI = "survei.unit"


@bp.get("/publikasi")
@akses(Cakupan.PUBLIK)
def depan() -> Response:
    """The years of which results are published."""
    with konteks().baca() as session:
        kepala = baca.muat_kepala(session)
        tanda = tanda_halaman(kepala)
        if (lama := sudah_disimpan(tanda)) is not None:
            return lama
        tahun = baca.tahun_terbit(kepala)
        nanti = None if tahun else baca.muat_penantian(session, hari_ini())
    return umumkan(make_response(lukis("publik/publikasi_depan.html", tahun=tahun, nanti=nanti)), tanda)


@bp.get("/publikasi/<tahun:tahun>")
@akses(Cakupan.PUBLIK)
def tahun(tahun: int) -> Response:
    """The instansi and all its units."""
    return _halaman(tahun, None, "publik/publikasi_instansi.html")


@bp.get("/publikasi/<tahun:tahun>/<int:upp_id>")
@akses(Cakupan.PUBLIK)
def unit(tahun: int, upp_id: int) -> Response:
    """One unit."""
    return _halaman(tahun, upp_id, "publik/publikasi_unit.html")


def tanda_halaman(kepala: tuple[baca.Publikasi, ...]) -> str:
    """What a page depends on beside its address: all publications, the day, and whether there is a survey to lead to."""
    return baca.sidik_kepala(kepala, hari_ini().isoformat(), str(SURVEI in current_app.view_functions))


def baca_periode() -> tuple[Periode | None, int | None]:
    """The period and number that the address asks for; what is neither asks for nothing."""
    kode, nomor = request.args.get("periode", ""), request.args.get("nomor", type=int)
    return (Periode(kode), nomor) if kode in list(Periode) else (None, None)


def _halaman(tahun: int, upp_id: int | None, templat: str) -> Response:
    with konteks().baca() as session:
        kepala = baca.muat_kepala(session)
        tanda = tanda_halaman(kepala)
        if (lama := sudah_disimpan(tanda)) is not None:
            return lama
        periode, nomor = baca_periode()
        h = baca.muat_halaman(session, kepala, tahun, upp_id, periode, nomor)
        nanti = baca.muat_penantian(session, hari_ini(), tahun, periode, upp_id) if h is None else None
    survei = SURVEI if SURVEI in current_app.view_functions else ""
    if h is None:
        ada_lain = any(p.tahun == tahun for p in kepala)
        return umumkan(
            make_response(lukis("publik/publikasi_belum.html", nanti=nanti, ada_lain=ada_lain, survei=survei)), tanda
        )
    daftar = None if h.isi is None else susun_daftar(h.isi, request.args.get("cari", ""), request.args.get("urut", ""))
    isi = lukis(
        templat,
        h=h,
        daftar=daftar,
        kalimat_sebab=KALIMAT_SEBAB,
        kelas_mutu=TABEL_MUTU[-1],
        survei=survei,
        base_url=konteks().settings.base_url,
    )
    return umumkan(make_response(isi), tanda)
