"""Kiosk mode of one unit: a browser that once opened its kiosk page stays one until it opens the ordinary page of the unit.

A cookie remembers it (and for which layanan), so that every page knows the way back to the start even when nothing else is left.
"""

from dataclasses import dataclass

from flask import request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.web.publik.tempat_kue import hapus_kue, pasang_kue

NAMA = "kios"
DIAM, INGATKAN = 120, 20
"""Seconds without a touch after which the start page comes back; the script warns INGATKAN seconds before."""
SESUDAH_TERIMA_KASIH = 10
SEMENTARA_TUTUP = 300
"""Seconds after which the page of a closed survey looks again."""
_SEMUA = "0"


@dataclass(frozen=True, slots=True)
class Kios:
    """The kiosk that this browser is."""

    upp_id: int
    layanan_id: int | None

    @property
    def awal(self) -> str:
        """The address of its start page."""
        return alamat_kios(self.upp_id, self.layanan_id)


def alamat_kios(upp_id: int, layanan_id: int | None) -> str:
    """The start page of a kiosk for a unit, or for one layanan."""
    if layanan_id is None:
        return url_for("survei.kios", upp_id=upp_id)
    return url_for("survei.kios_layanan", upp_id=upp_id, layanan_id=layanan_id)


def kios_kini(upp_id: int) -> Kios | None:
    """The kiosk of this unit that the browser is; None for everybody's own telephone."""
    isi = request.cookies.get(NAMA, "")
    if not isi.isdecimal() or len(isi) > 10:
        return None
    return Kios(upp_id, None if isi == _SEMUA else int(isi))


def jadikan_kios(jawaban: Response, kios: Kios) -> None:
    """From now on this browser is a kiosk."""
    pasang_kue(jawaban, NAMA, str(kios.layanan_id or _SEMUA), kios.upp_id)


def lepas_kios(jawaban: Response, upp_id: int) -> None:
    """It is one no longer."""
    if NAMA in request.cookies:
        hapus_kue(jawaban, NAMA, upp_id)


def kembali_sendiri(jawaban: Response, kios: Kios, detik: int) -> None:
    """Let the browser go back to the start by itself, also without JavaScript."""
    jawaban.headers["Refresh"] = f"{detik}; url={kios.awal}"
