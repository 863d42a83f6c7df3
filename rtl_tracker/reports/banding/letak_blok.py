"""Where the texts of a document's blocks stand among its paragraphs, and which number each reference was printed as."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rtl_tracker.reports.rujukan_suntingan import RUJUKAN

_LABEL = r"((?:Tabel|Gambar) [\w.]+)"


@dataclass(frozen=True, slots=True)
class LetakBlok:
    """`blok`: name of the block by index of the paragraph; `label`: printed number ("Tabel 3.1") by key of the reference."""

    blok: Mapping[int, str]
    label: Mapping[str, str]


def cari_letak(paragraf: Sequence[str], teks: Mapping[str, Sequence[str]]) -> LetakBlok:
    """Each paragraph of a block is found once, behind the one before it; one that is nowhere is left out."""
    blok: dict[int, str] = {}
    label: dict[str, str] = {}
    for nama, isi in teks.items():
        mulai = 0
        for satu in isi:
            kunci = RUJUKAN.findall(satu)
            pola = _pola(satu)
            for i in range(mulai, len(paragraf)):
                temu = pola.fullmatch(paragraf[i]) if i not in blok else None
                if temu is not None:
                    blok[i], mulai = nama, i + 1
                    label.update(zip(kunci, temu.groups(), strict=True))
                    break
    return LetakBlok(blok, label)


def _pola(teks: str) -> re.Pattern[str]:
    """The text as it is printed: bold marks gone, blanks single, references as numbers."""
    polos = " ".join(teks.replace("**", "").split())
    bagian = [re.escape(polos_satu) for polos_satu in RUJUKAN.sub("\0", polos).split("\0")]
    return re.compile(_LABEL.join(bagian))
