"""Which of the listed discrepancies of a published report the auditor finds: matched by unit and printed figure."""

import csv
import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur, lipat
from rtl_tracker.usecases.pemeriksaan import HasilPeriksa

DAFTAR = Path(__file__).parents[2] / "shared" / "data" / "bengkayang_2021" / "discrepancies.csv"
TANPA_TEMPAT = frozenset({"coordinate", "truncated text", "unit", "name mismatch", "suspicious", "kind"})
"""Kinds that lie in no cell of the workbook: borders, addresses, spellings of names between sections."""
KOSONG = frozenset({"-", "(kosong)"})


@dataclass(frozen=True)
class Daya:
    """Of one kind: how many are listed, how many found, and the numbers of those that are not."""

    jenis: str
    ada: int
    kena: int
    luput: tuple[str, ...]


def daya_temu(hasil: HasilPeriksa) -> list[Daya]:
    """Recall per kind of discrepancy, the largest kinds first."""
    with DAFTAR.open(newline="", encoding="utf-8") as berkas:
        semua = [b for b in csv.DictReader(berkas) if b["kind"] not in TANPA_TEMPAT]
    luput: dict[str, list[str]] = {}
    for satu in semua:
        if not _ditemukan(hasil, satu):
            luput.setdefault(satu["kind"], []).append(satu["no"])
    return [
        Daya(jenis, ada, ada - len(luput.get(jenis, [])), tuple(luput.get(jenis, [])))
        for jenis, ada in Counter(b["kind"] for b in semua).most_common()
    ]


def _ditemukan(hasil: HasilPeriksa, satu: dict[str, str]) -> bool:
    tempat = lipat(satu["place"])
    unit = {u for u, r in hasil.fakta.unit.items() if lipat(r.upp.nama) in tempat}
    calon = [t for t in hasil.temuan if (t.upp_id in unit if unit else True)]
    return any(_cocok(t, satu) for t in calon)


def _cocok(t: Temuan, satu: dict[str, str]) -> bool:
    """The finding names the printed figure (or word), and the right one where the list gives one; a blank has no figure."""
    teks = f"{t.tercetak or ''} {t.kalimat}"
    tercetak, benar = _isi(satu["printed"]), _isi(satu["correct"])
    if satu["printed"] in KOSONG:
        return t.tercetak in ("-", "", None) and bool(benar & _isi(f"{t.seharusnya or ''} {t.kalimat}"))
    return bool(tercetak & _isi(teks)) and (not benar or bool(benar & _isi(f"{t.seharusnya or ''} {teks}")))


def _isi(teks: str) -> set[str]:
    """Figures of a text in one spelling, classes, and unsur."""
    angka = {
        str(Decimal(x.replace(",", ".")).normalize()) for x in re.findall(r"(?<![\w.,])[+-]?\d+(?:[.,]\d+)?(?![\w])", teks)
    }
    kata = {k.casefold() for k in re.findall(r"\b(?:[A-Z]{4,}(?: [A-Z]{4,})*|Sangat Baik|Kurang Baik|Baik)\b", teks)}
    return angka | kata | {u.value for u in Unsur if NAMA_PENDEK[u].casefold() in teks.casefold()}
