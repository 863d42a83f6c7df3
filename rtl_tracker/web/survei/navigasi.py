"""The row of pages of one survey (a unit and a period), each drawn for those who may open it."""

from dataclasses import dataclass

from flask import Flask, current_app, request, url_for

from rtl_tracker.domain.izin import boleh
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.periode import Periode
from rtl_tracker.web.shared.masuk_kini import akun_kini
from rtl_tracker.web.shared.menu import Tautan


@dataclass(frozen=True, slots=True)
class HalamanSurvei:
    """One page of a survey; its address takes upp_id, tahun and periode."""

    judul: str
    endpoint: str
    izin: Izin


HALAMAN: tuple[HalamanSurvei, ...] = (
    HalamanSurvei("Pantauan", "pantau.unit", Izin.LIHAT_HASIL),
    HalamanSurvei("Saran", "pantau.saran", Izin.LIHAT_HASIL),
    HalamanSurvei("Moderasi", "moderasi.daftar", Izin.KELOLA_SURVEI),
    HalamanSurvei("Jadikan hasil", "tutup.halaman", Izin.KELOLA_SURVEI),
    HalamanSurvei("Isi dari kertas", "kertas.isi", Izin.KELOLA_SURVEI),
    HalamanSurvei("Impor jawaban", "impor_jawaban.pilih", Izin.KELOLA_SURVEI),
    HalamanSurvei("Poster dan kuesioner cetak", "cetak_survei.unit", Izin.KELOLA_SURVEI),
)


def tautan_survei(upp_id: int, tahun: int, periode: Periode) -> list[Tautan]:
    """The pages that this account may open."""
    akun = akun_kini()
    return [
        Tautan(h.judul, url_for(h.endpoint, upp_id=upp_id, tahun=tahun, periode=periode), request.endpoint == h.endpoint)
        for h in HALAMAN
        if akun is not None and boleh(akun.pelaku, h.izin) and h.endpoint in current_app.view_functions
    ]


def pasang_navigasi(app: Flask) -> None:
    """Make the row known to the templates."""
    app.add_template_global(tautan_survei)
