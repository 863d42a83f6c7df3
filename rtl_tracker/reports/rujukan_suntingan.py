"""References of edited texts to tables and figures, which may have gone since the text was written."""

import re
from collections.abc import Mapping, Sequence

from rtl_tracker.reports.word.elemen import Elemen, Gambar, Tabel

RUJUKAN = re.compile(r"⟦(\w+)⟧")
TANPA_TABEL = "tabel terkait"


def kunci_tersedia(isi: Mapping[str, Sequence[Elemen]]) -> frozenset[str]:
    """Keys of all tables and figures that can be referred to."""
    return frozenset(
        satu.kunci for elemen in isi.values() for satu in elemen if isinstance(satu, (Tabel, Gambar)) and satu.kunci is not None
    )


def tanpa_rujukan_hilang(teks: Sequence[str], ada: frozenset[str]) -> tuple[str, ...]:
    """The text with words in the place of every reference that leads nowhere."""
    return tuple(RUJUKAN.sub(lambda temu: temu[0] if temu[1] in ada else TANPA_TABEL, satu) for satu in teks)
