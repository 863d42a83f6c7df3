"""Answers given in words: what value from 1 to 4 a word most likely means. A guess is shown to be confirmed, never taken silently."""

import re
from collections.abc import Iterable, Mapping

from rtl_tracker.domain.survei import JAWABAN
from rtl_tracker.domain.unsur import lipat

KOSONG = 0
"""Stands for "not answered" where a word must mean something."""
_TINGKAT = {"tidak": 1, "kurang": 2, "sangat": 4}
_SIFAT = frozenset({
    "sesuai", "mudah", "cepat", "wajar", "mampu", "sopan", "ramah", "baik", "puas", "jelas", "kompeten", "tepat", "setuju",
    "memuaskan", "nyaman", "murah", "bagus", "memadai", "responsif", "terampil",
})  # fmt: skip
_LAZIM = {
    "sangat mahal": 1, "cukup mahal": 2, "murah": 3, "gratis": 4, "tidak ada": 1, "ada tetapi tidak berfungsi": 2,
    "berfungsi kurang maksimal": 3, "dikelola dengan baik": 4, "buruk": 1, "cukup": 2, "selalu tepat": 4,
    "kadang kadang tepat": 2, "kadang tepat": 2, "banyak tepat": 3, "sering tepat": 3, "selalu sesuai": 4,
}  # fmt: skip
_TANPA = frozenset({"", "tidak tahu", "tidak menjawab", "tidak diisi", "kosong", "n a", "na", "tidak ada jawaban", "no answer"})
_DI_DEPAN = re.compile(r"[\[(]?\s*([0-9])\s*[\])]?\s*(?:[-–—.:=)\]]\s*|\s)(\D*)")
_DI_BELAKANG = re.compile(r"(\D*?)\s*(?:[(\[]\s*([0-9])\s*[)\]]|[=:]\s*([0-9]))")
_HURUF = re.compile(r"[a-dA-D]\s*[.)]\s+(.+)")


def tebak_kata(kata: Iterable[str], pilihan: Mapping[str, int]) -> dict[str, int | None]:
    """The likely value of every word, by the word as given; None = nobody can know, so it must be asked.

    `pilihan`: the answer words of the own questionnaires, folded, with their values. Words beside each other help: "Sesuai" is 3
    where "Sangat sesuai" is an answer too.
    """
    semua = list(kata)
    sifat = _SIFAT | {
        sisa for satu in semua for depan, _, sisa in [lipat(_tanpa_angka(satu)[1]).partition(" ")] if depan in _TINGKAT and sisa
    }
    return {satu: _tebak(satu, pilihan, sifat) for satu in semua}


def _tebak(kata: str, pilihan: Mapping[str, int], sifat: frozenset[str]) -> int | None:
    angka, sisa = _tanpa_angka(kata)
    nilai = _dari_kata(lipat(sisa), pilihan, sifat)
    if angka is None:
        return nilai
    if angka not in JAWABAN or (nilai is not None and nilai != angka):
        return None
    return angka


def _tanpa_angka(kata: str) -> tuple[int | None, str]:
    """(number, words) of "3 - Sesuai", "Sesuai (3)"; the letter of "c. Sesuai" is left out."""
    isi = kata.strip()
    if cocok := _DI_DEPAN.fullmatch(isi):
        return int(cocok[1]), cocok[2]
    if cocok := _DI_BELAKANG.fullmatch(isi):
        return int(cocok[2] or cocok[3]), cocok[1]
    cocok = _HURUF.fullmatch(isi)
    return None, cocok[1] if cocok else isi


def _dari_kata(kata: str, pilihan: Mapping[str, int], sifat: frozenset[str]) -> int | None:
    if kata in pilihan:
        return pilihan[kata]
    if kata in _TANPA:  # also what is no word at all, such as "-"
        return KOSONG
    if kata in _LAZIM:
        return _LAZIM[kata]
    depan, _, sisa = kata.partition(" ")
    if depan in _TINGKAT and sisa and sisa.partition(" ")[0] not in _TINGKAT:
        return _TINGKAT[depan]
    return 3 if kata in sifat else None
