"""The edited document against the written one: figures changed by hand, texts changed by hand, and what to take over."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rtl_tracker.reports.banding.isi_word import IsiTabel, IsiWord
from rtl_tracker.reports.banding.letak_blok import LetakBlok, cari_letak

_ANGKA = re.compile(r"\d+(?:[.,]\d+)*(?: ?%)?")
_MIRIP = 0.35
TIDAK_ADA = ""


@dataclass(frozen=True, slots=True)
class AngkaTangan:
    """A figure that somebody changed: where it stands, what the program printed, what stands there now ("" = nothing)."""

    tempat: str
    dahulu: str
    kini: str


@dataclass(frozen=True, slots=True)
class TeksTangan:
    """A block that somebody changed, paragraph by paragraph. `kini` has ⟦KEY⟧ where a number of a table or figure stood."""

    blok: str
    dahulu: tuple[str, ...]
    kini: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HasilBanding:
    """Everything that differs. `lain`: changed paragraphs that belong to no block (headings, cover): (before, now)."""

    angka: tuple[AngkaTangan, ...]
    teks: tuple[TeksTangan, ...]
    lain: tuple[tuple[str, str], ...]
    kesamaan: float


def kesamaan(asal: IsiWord, sunting: IsiWord) -> float:
    """How much of the written document is still in the edited one, 0-1, by paragraphs."""
    return SequenceMatcher(None, asal.paragraf, sunting.paragraf, autojunk=False).ratio()


def bandingkan(asal: IsiWord, sunting: IsiWord, teks: Mapping[str, Sequence[str]], judul: Mapping[str, str]) -> HasilBanding:
    """`teks`: texts of the blocks as the written document was made from them; `judul`: headings by block."""
    letak = cari_letak(asal.paragraf, teks)
    cocok = SequenceMatcher(None, asal.paragraf, sunting.paragraf, autojunk=False)
    milik, lain = _bagikan(asal.paragraf, sunting.paragraf, cocok, letak)
    ubahan = tuple(_teks_tangan(asal, letak, milik))
    angka = [a for t in ubahan for a in _angka_teks(judul.get(t.blok, t.blok), _cetak(t.dahulu, letak), _cetak(t.kini, letak))]
    angka += [a for dulu, kini in _pasangan_tabel(asal.tabel, sunting.tabel) for a in _angka_tabel(dulu, kini)]
    return HasilBanding(tuple(angka), ubahan, tuple(lain), cocok.ratio())


def _bagikan(
    asal: Sequence[str], sunting: Sequence[str], cocok: "SequenceMatcher[str]", letak: LetakBlok
) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """(paragraphs of the edited document by block, changed paragraphs of no block)."""
    milik: dict[str, list[str]] = {}
    lain: list[tuple[str, str]] = []
    terakhir: str | None = None
    for aksi, i1, i2, j1, j2 in cocok.get_opcodes():
        if aksi == "equal":
            for i in range(i1, i2):
                terakhir = letak.blok.get(i)
                if terakhir is not None:
                    milik.setdefault(terakhir, []).append(asal[i])
            continue
        for j in range(j1, j2):
            dari = _pasangan(asal, sunting[j], i1, i2)
            blok = letak.blok.get(dari) if dari is not None else (terakhir or letak.blok.get(i2))
            if blok is None:
                lain.append((asal[dari] if dari is not None else TIDAK_ADA, sunting[j]))
            else:
                milik.setdefault(blok, []).append(sunting[j])
                terakhir = blok
        if j1 == j2:
            lain += [(asal[i], TIDAK_ADA) for i in range(i1, i2) if i not in letak.blok]
    return milik, lain


def _pasangan(asal: Sequence[str], teks: str, i1: int, i2: int) -> int | None:
    """The written paragraph that an edited one most probably was."""
    nilai = [(SequenceMatcher(None, asal[i], teks).ratio(), -i) for i in range(i1, i2)]
    terbaik = max(nilai, default=(0.0, 0))
    return -terbaik[1] if nilai and terbaik[0] >= _MIRIP else None


def _teks_tangan(asal: IsiWord, letak: LetakBlok, milik: Mapping[str, Sequence[str]]) -> Iterator[TeksTangan]:
    kunci = sorted(letak.label.items(), key=lambda x: -len(x[1]))
    for nama in dict.fromkeys(letak.blok.values()):
        dahulu = tuple(asal.paragraf[i] for i, blok in sorted(letak.blok.items()) if blok == nama)
        kini = tuple(milik.get(nama, ()))
        if dahulu != kini:
            yield TeksTangan(nama, _rujuk(dahulu, kunci), _rujuk(kini, kunci))


def _rujuk(teks: Sequence[str], label: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Printed numbers of tables and figures as references again."""
    hasil = []
    for satu in teks:
        for kunci, cetak in label:
            satu = re.sub(rf"\b{re.escape(cetak)}(?![\w]|\.\d)", f"⟦{kunci}⟧", satu)
        hasil.append(satu)
    return tuple(hasil)


def _cetak(teks: Sequence[str], letak: LetakBlok) -> str:
    return re.sub(r"⟦(\w+)⟧", lambda t: letak.label.get(t[1], ""), " ".join(teks))


def _angka_teks(tempat: str, dahulu: str, kini: str) -> Iterator[AngkaTangan]:
    """Numbers of a text that are not what they were, in their order."""
    a, b = _ANGKA.findall(dahulu), _ANGKA.findall(kini)
    for aksi, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if aksi != "equal":
            for k in range(max(i2 - i1, j2 - j1)):
                yield AngkaTangan(tempat, a[i1 + k] if i1 + k < i2 else TIDAK_ADA, b[j1 + k] if j1 + k < j2 else TIDAK_ADA)


def _pasangan_tabel(asal: Sequence[IsiTabel], sunting: Sequence[IsiTabel]) -> Iterator[tuple[IsiTabel, IsiTabel]]:
    """Tables in their order; where some were taken out, by their captions."""
    if len(asal) == len(sunting):
        yield from zip(asal, sunting, strict=True)
        return
    menurut_judul = {t.judul: t for t in sunting if t.judul}
    yield from ((t, menurut_judul[t.judul]) for t in asal if t.judul in menurut_judul)


def _angka_tabel(asal: IsiTabel, sunting: IsiTabel) -> Iterator[AngkaTangan]:
    """Cells that differ, and rows that were added or taken out."""
    if asal.baris == sunting.baris:
        return
    kepala = asal.baris[0] if asal.baris else ()
    nama = asal.judul or sunting.judul or "Tabel tanpa judul"
    cocok = SequenceMatcher(None, asal.baris, sunting.baris, autojunk=False)
    for aksi, i1, i2, j1, j2 in cocok.get_opcodes():
        if aksi == "equal":
            continue
        for k in range(max(i2 - i1, j2 - j1)):
            dulu = asal.baris[i1 + k] if i1 + k < i2 else ()
            kini = sunting.baris[j1 + k] if j1 + k < j2 else ()
            yield from _sel_berubah(nama, kepala, dulu, kini)


def _sel_berubah(nama: str, kepala: Sequence[str], dulu: Sequence[str], kini: Sequence[str]) -> Iterator[AngkaTangan]:
    if len(dulu) != len(kini):
        yield AngkaTangan(f"{nama}, satu baris", "; ".join(filter(None, dulu)), "; ".join(filter(None, kini)))
        return
    baris = next((s for s in dulu if re.search(r"[^\W\d]", s)), "")
    for i, (a, b) in enumerate(zip(dulu, kini, strict=True)):
        if a != b:
            kolom = kepala[i] if i < len(kepala) else ""
            yield AngkaTangan(", ".join(x for x in (nama, baris, kolom) if x), a, b)
