"""The numbers Word will show before headings, computed from the template's multilevel lists, and the lists added to these."""

import re
from collections import defaultdict
from copy import deepcopy
from dataclasses import dataclass

from docx.oxml.ns import qn

from rtl_tracker.reports.word.angka_urut import format_angka
from rtl_tracker.reports.word.galat import TemplatTidakLengkap
from rtl_tracker.reports.word.simpul import Simpul, atribut, buang, cari, nilai, simpul


@dataclass(frozen=True, slots=True)
class Aras:
    """One level of a multilevel list."""

    bentuk: str
    pola: str
    legal: bool
    mulai: int


class Penomoran:
    """Counts headings as Word does: per abstract list, a level restarting below every higher one."""

    def __init__(self, numbering: Simpul) -> None:
        self._numbering = numbering
        self._abstrak = {atribut(lis, "w:abstractNumId"): lis for lis in numbering.findall(qn("w:abstractNum"))}
        self._num = {atribut(num, "w:numId"): nilai(num, "w:abstractNumId") for num in numbering.findall(qn("w:num"))}
        self._aras = {kode: _baca_aras(lis) for kode, lis in self._abstrak.items()}
        self._hitung: dict[str, list[int]] = defaultdict(lambda: [0] * 9)
        self._num_bab: dict[tuple[str, int], str] = {}

    def nomor(self, num_id: str, tingkat: int) -> str:
        """Number text of the next paragraph at this level (from 0), e.g. "BAB I" or "3.2"."""
        aras = self._aras[self._abstrak_dari(num_id)]
        hitung = self._hitung[self._abstrak_dari(num_id)]
        hitung[tingkat] = max(hitung[tingkat] + 1, aras[tingkat].mulai)
        hitung[tingkat + 1 :] = [0] * (8 - tingkat)

        def ganti(temu: re.Match[str]) -> str:
            i = int(temu[1]) - 1
            return format_angka(hitung[i] or aras[i].mulai, "decimal" if aras[tingkat].legal else aras[i].bentuk)

        return re.sub(r"%(\d)", ganti, aras[tingkat].pola).strip()

    def label_bab(self, num_id: str) -> str:
        """Number of the current chapter as second-level headings show it: "3" below BAB III, "B" below LAMPIRAN B."""
        kode = self._abstrak_dari(num_id)
        bentuk = "decimal" if self._aras[kode][1].legal else self._aras[kode][0].bentuk
        return format_angka(self._hitung[kode][0], bentuk)

    def num_untuk(self, num_id: str, tingkat: int) -> str:
        """The list a heading is to name: its own, or one of the chapter that spells the chapter's number out.

        LibreOffice before 7.5 ignores w:isLgl and would print "III.1". The added list shares the abstract list, so Word goes
        on counting across both.
        """
        kode = self._abstrak_dari(num_id)
        aras = self._aras[kode]
        if not aras[tingkat].legal or aras[0].bentuk == "decimal":
            return num_id
        kunci = (kode, self._hitung[kode][0])
        if kunci not in self._num_bab:
            self._num_bab[kunci] = self._tambah(kode, [_aras_bab(lvl, kunci[1]) for lvl in self._lvl(kode)[1:4]])
        return self._num_bab[kunci]

    def daftar_baru(self, num_id: str) -> str:
        """A list like `num_id` whose numbers begin at 1 again."""
        mulai = simpul("w:lvlOverride", ilvl="0")
        mulai.append(simpul("w:startOverride", val="1"))
        return self._tambah(self._abstrak_dari(num_id), [mulai])

    def _abstrak_dari(self, num_id: str) -> str:
        if num_id not in self._num:
            raise TemplatTidakLengkap(f"Templat Word merujuk daftar bernomor {num_id} yang tidak ada di dalamnya.")
        return self._num[num_id]

    def _lvl(self, kode: str) -> list[Simpul]:
        return list(self._abstrak[kode].findall(qn("w:lvl")))

    def _tambah(self, kode: str, timpa: list[Simpul]) -> str:
        num_id = str(max(map(int, self._num), default=0) + 1)
        num = simpul("w:num", numId=num_id)
        num.append(simpul("w:abstractNumId", val=kode))
        num.extend(timpa)
        self._numbering.findall(qn("w:num"))[-1].addnext(num)
        self._num[num_id] = kode
        return num_id


def _baca_aras(lis: Simpul) -> list[Aras]:
    return [
        Aras(
            bentuk=nilai(lvl, "w:numFmt", bawaan="decimal"),
            pola=nilai(lvl, "w:lvlText"),
            legal=cari(lvl, "w:isLgl") is not None,
            mulai=int(nilai(lvl, "w:start", bawaan="1")),
        )
        for lvl in lis.findall(qn("w:lvl"))
    ]


def _aras_bab(lvl: Simpul, bab: int) -> Simpul:
    salinan = deepcopy(lvl)
    buang(salinan, "w:pStyle", "w:isLgl")
    teks = cari(salinan, "w:lvlText")
    if teks is not None:
        teks.set(qn("w:val"), atribut(teks, "w:val").replace("%1", str(bab)))
    timpa = simpul("w:lvlOverride", ilvl=atribut(lvl, "w:ilvl"))
    timpa.append(salinan)
    return timpa
