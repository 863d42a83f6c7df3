"""The questionnaire that a citizen is filling in, kept in a signed cookie on his own device: nothing is stored here before it is sent.

The cookie belongs to the pages of one unit (its path), so that two units in two tabs do not disturb each other and no other page of
the program ever sees it; it ends with the browser, with the thanks, and with the next start.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from flask import current_app, request
from itsdangerous import BadData, URLSafeSerializer
from werkzeug.wrappers import Response

from rtl_tracker.domain.jawaban import PILIHAN_PROFIL, Saluran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.usecases.isi_survei import Draf
from rtl_tracker.web.publik.tempat_kue import hapus_kue, pasang_kue

NAMA = "survei"
PALING_BESAR = 3_600
"""Bytes of the cookie: browsers keep 4096 with name and attributes. A thousand letters fit packed, in any script and as emoji."""
GARAM = "draf-survei"
_KOLOM = tuple(PILIHAN_PROFIL)


@dataclass(frozen=True, slots=True)
class Isian:
    """What one questionnaire holds so far; `saran` is what was written in it when its page was last left."""

    draf: Draf
    saran: str = ""


def baca_isian(upp_id: int) -> Isian | None:
    """The questionnaire of this unit on this device; None without one, or when somebody else has written it."""
    teks = request.cookies.get(NAMA, "")
    try:
        isian = _dari_daftar(_penanda().loads(teks)) if teks else None
    except (BadData, ValueError, TypeError, KeyError, IndexError):
        return None
    return isian if isian is not None and isian.draf.upp_id == upp_id else None


def simpan_isian(jawaban: Response, isian: Isian) -> None:
    """Leave the questionnaire on the device; a saran of random bytes, which nobody writes, does not fit and is left out."""
    teks = tulis_isian(isian)
    if len(teks) > PALING_BESAR:
        teks = tulis_isian(Isian(isian.draf))
    pasang_kue(jawaban, NAMA, teks, isian.draf.upp_id)


def buang_isian(jawaban: Response, upp_id: int) -> None:
    """Leave nothing of it on the device."""
    if NAMA in request.cookies:
        hapus_kue(jawaban, NAMA, upp_id)


def tulis_isian(isian: Isian) -> str:
    """The content of the cookie."""
    d = isian.draf
    daftar = [
        d.kunci, d.upp_id, d.layanan_id, d.tahun, d.periode.value, d.kuesioner_layanan, d.nomor, int(d.mulai.timestamp()),
        d.saluran.value, [_tempat(kolom, d.profil.get(kolom)) for kolom in _KOLOM], d.umum,
        "".join(str(d.jawaban.get(i, 0)) for i in range(max(d.jawaban, default=-1) + 1)), isian.saran,
    ]  # fmt: skip
    hasil = _penanda().dumps(daftar)
    return hasil if isinstance(hasil, str) else hasil.decode()


def _dari_daftar(isi: Any) -> Isian:
    kunci, upp_id, layanan_id, tahun, periode, kuesioner, nomor, mulai, saluran, profil, umum, jawaban, saran = isi
    draf = Draf(
        kunci, upp_id, layanan_id, tahun, Periode(periode), kuesioner, nomor, datetime.fromtimestamp(mulai, UTC), Saluran(saluran),
        profil={k: PILIHAN_PROFIL[k][tempat] for k, tempat in zip(_KOLOM, profil, strict=True) if tempat is not None},
        umum=umum,
        jawaban={i: int(nilai) for i, nilai in enumerate(jawaban) if nilai != "0"},
    )  # fmt: skip
    return Isian(draf, saran)


def _tempat(kolom: str, nilai: str | None) -> int | None:
    pilihan = PILIHAN_PROFIL[kolom]
    return pilihan.index(nilai) if nilai in pilihan else None


class _JsonRingkas:
    """JSON with letters as they are: half the size of an escaped saran."""

    @staticmethod
    def dumps(isi: Any) -> str:
        return json.dumps(isi, ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def loads(teks: str) -> Any:
        return json.loads(teks)


def _penanda() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key or "", salt=GARAM, serializer=_JsonRingkas)
