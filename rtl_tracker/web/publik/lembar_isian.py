"""A page and a form of the questionnaire under way, however the citizen came there."""

import re
from collections.abc import Callable
from typing import Any

from flask import request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.usecases.halaman_survei import LembarSurvei, susun_lembar
from rtl_tracker.usecases.isi_survei import sudah_diterima
from rtl_tracker.web.publik.draf_kue import Isian, baca_isian, simpan_isian
from rtl_tracker.web.publik.galat_survei import DRAF_LAIN, TANPA_DRAF, jelaskan
from rtl_tracker.web.publik.kios import kios_kini
from rtl_tracker.web.publik.tampilan_survei import tampilkan, teruskan
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.request_session import request_session

KUNCI = re.compile("[0-9a-f]{32}")


def halaman(isian: Isian, lembar: LembarSurvei, templat: str, **isi: Any) -> Response:
    """One page of it."""
    return tampilkan(
        templat, kios_kini(isian.draf.upp_id), isian=isian, draf=isian.draf, lembar=lembar, banyak=len(lembar.kuesioner.butir),
        instansi=lembar.instansi, **isi,
    )  # fmt: skip


def lihat_lembar(upp_id: int, tampil: Callable[[Isian, LembarSurvei], Response]) -> Response:
    """A page of the questionnaire under way, or the way to begin one; a kiosk goes to its start."""
    isian = baca_isian(upp_id)
    if isian is None:
        return _tanpa_draf(upp_id)
    return tampil(isian, susun_lembar(request_session(), isian.draf))


def terima_kiriman(upp_id: int, terima: Callable[[Isian], Response]) -> Response:
    """A form of the questionnaire under way. One of a questionnaire that has arrived is thanked for; one of a replaced one is told."""
    isian, kunci = baca_isian(upp_id), request.form.get("kunci", "")
    if isian is not None and isian.draf.kunci == kunci:
        return terima(isian)
    if diterima(kunci):
        return teruskan(url_for("survei.terima_kasih", upp_id=upp_id))
    return _tanpa_draf(upp_id) if isian is None else jelaskan(DRAF_LAIN, upp_id, 409, lanjut=True)


def diterima(kunci: str) -> bool:
    """Whether the questionnaire of this key has arrived; what is no key at all is not looked for."""
    if not KUNCI.fullmatch(kunci):
        return False
    with konteks().baca() as baca:
        return sudah_diterima(baca, kunci)


def _tanpa_draf(upp_id: int) -> Response:
    kios = kios_kini(upp_id)
    return jelaskan(TANPA_DRAF, upp_id, 409) if kios is None else teruskan(kios.awal)


def lanjut(isian: Isian, nomor: int, banyak: int | None = None) -> Response:
    """Keep it and go to a question; after the last of so many, to the last page."""
    upp_id = isian.draf.upp_id
    habis = banyak is not None and nomor > banyak
    jawaban = teruskan(
        url_for("kirim_survei.saran", upp_id=upp_id) if habis else url_for("isi_survei.tanya", upp_id=upp_id, nomor=nomor)
    )
    simpan_isian(jawaban, isian)
    return jawaban
