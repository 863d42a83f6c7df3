"""Saran of respondents as a source of the keluhan of an RTL: those that speak of an unsur, or come from who rated it low."""

from collections.abc import Iterable, Sequence

from rtl_tracker.domain.analisis import saran_unsur
from rtl_tracker.domain.unsur import Unsur, kenali_unsur

Lembar = tuple[str, Sequence[int | None]]
RENDAH = 2


def saran_untuk(unsur: Unsur, saran: Iterable[Lembar], paling_banyak: int = 12) -> list[str]:
    """Distinct saran that belong to the unsur: named or rated lowest first, then of whoever rated it 1 or 2.

    `saran`: (text, nine answers in the order of Unsur). The same words are listed once.
    """
    tempat = list(Unsur).index(unsur)
    berurut: dict[str, int] = {}
    for teks, jawaban in saran:
        nilai = jawaban[tempat]
        if saran_unsur(jawaban, kenali_unsur(teks)) is unsur:
            berurut[teks.strip()] = 0
        elif nilai is not None and nilai <= RENDAH and kenali_unsur(teks) is None:
            berurut.setdefault(teks.strip(), 1)
    return sorted(berurut, key=berurut.__getitem__)[:paling_banyak]
