"""Respondent data as other platforms offer it ("SMA/Sederajat", "PNS / ASN", "26 - 35 tahun"), read into the bands of spec 1.11."""

import re
from collections.abc import Callable

from rtl_tracker.domain.profil import Pekerjaan, baca_jenis_kelamin, baca_pekerjaan, baca_pendidikan, baca_usia
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.spreadsheets.lembar_respons import baca_disabilitas

_PECAH = re.compile(r"[/,()]|\batau\b")
_HIASAN = re.compile(r"(?i)\b(sederajat|setara|tamat|lulus|lulusan|jenjang|pendidikan|tahun|thn|th|usia|umur)\b\.?")
_NEGERI = frozenset({"negeri", "pns", "asn", "pppk"})
_TIDAK_ADA = frozenset({"-", "–"})


def _usia(isi: str) -> str | None:
    """A digit that is no number (such as a raised 2) is no age."""
    try:
        pita = baca_usia(" ".join(_HIASAN.sub(" ", isi).split()))
    except ValueError:
        return None
    return None if pita is None else pita.value


def _kelamin(isi: str) -> str | None:
    pita = baca_jenis_kelamin(isi)
    return None if pita is None else pita.value


def _pendidikan(isi: str) -> str | None:
    for calon in (isi, _HIASAN.sub(" ", isi), *_PECAH.split(_HIASAN.sub(" ", isi))):
        pita = baca_pendidikan(calon)
        if pita is not None:
            return pita.value
    return None


def _pekerjaan(isi: str) -> str | None:
    """The first part that names an occupation; civil servants by any of their names; anything else is "Lainnya"."""
    if isi in _TIDAK_ADA:
        return None
    for calon in (isi, *_PECAH.split(isi)):
        pita = baca_pekerjaan(calon)
        if pita is not Pekerjaan.LAINNYA:
            return pita.value
    return (Pekerjaan.LAINNYA if _NEGERI.isdisjoint(lipat(isi).split()) else Pekerjaan.ASN).value


BACA_PROFIL: dict[str, Callable[[str], str | None]] = {
    "jenis_kelamin": _kelamin,
    "usia": _usia,
    "pendidikan": _pendidikan,
    "pekerjaan": _pekerjaan,
    "disabilitas": baca_disabilitas,
}
