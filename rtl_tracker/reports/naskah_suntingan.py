"""Edited texts of a report: numbers as named fields `{{ ikm_instansi }}`, references as `{{ lihat_t3 }}` (spec 3.4).

An officer writes one paragraph a line. A field takes the figure that the data have today, so an edited text never grows stale; a field
that does not exist is refused by its name.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.reports.rancangan import Bidang, BlokTeks, nama_bidang
from rtl_tracker.reports.rujukan_suntingan import RUJUKAN

PANJANG_PARAGRAF, BANYAK_PARAGRAF = 4_000, 60
_BIDANG = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_CUKUP_KHAS = re.compile(r"\d,\d|.{6}")
KELAS = "mutu_"
"""Fields of a class are named like those of the index beside it: `mutu_instansi`, `ikm_instansi`."""
TIDAK_ADA = "(belum ada data)"


class NaskahKeliru(DomainError):
    """An edited text cannot be used; `daftar` are sentences that say where and what to do."""

    def __init__(self, daftar: Sequence[str]) -> None:
        super().__init__(" ".join(daftar))
        self.daftar = tuple(daftar)


def baca_naskah(teks: str) -> tuple[str, ...]:
    """What was typed, as paragraphs: one a line, empty lines part nothing more. Raises NaskahKeliru when it is beyond all measure."""
    baris = tuple(satu.strip() for satu in teks.splitlines() if satu.strip())
    masalah = []
    if len(baris) > BANYAK_PARAGRAF:
        masalah.append(f"Teks memuat {len(baris)} paragraf; paling banyak {BANYAK_PARAGRAF}. Ringkas teksnya.")
    for nomor, satu in enumerate(baris, start=1):
        if len(satu) > PANJANG_PARAGRAF:
            masalah.append(
                f"Paragraf {nomor} memuat {len(satu)} huruf; paling banyak {PANJANG_PARAGRAF}. Bagi menjadi beberapa baris."
            )
    if masalah:
        raise NaskahKeliru(masalah)
    return baris


def periksa_bidang(teks: Sequence[str], bidang: Iterable[Bidang], rujukan: Iterable[str]) -> None:
    """Raises NaskahKeliru that names every unknown field, with the nearest known ones, and every brace that is left open."""
    dikenal = {b.nama for b in bidang} | {nama_rujukan(kunci) for kunci in rujukan}
    masalah = [
        kalimat
        for nomor, satu in enumerate(teks, start=1)
        for kalimat in (*_bidang_asing(nomor, satu, dikenal), *_kurung_terbuka(nomor, satu))
    ]
    if masalah:
        raise NaskahKeliru(masalah)


def _bidang_asing(nomor: int, teks: str, dikenal: set[str]) -> list[str]:
    hasil = []
    for temu in _BIDANG.finditer(teks):
        if temu[1] not in dikenal:
            dekat = get_close_matches(temu[1], sorted(dikenal), n=2, cutoff=0.6)
            saran = (
                f" Mungkin maksudnya {' atau '.join(f'{{{{ {d} }}}}' for d in dekat)}."
                if dekat
                else " Pilih dari daftar bidang."
            )
            hasil.append(f"Paragraf {nomor}: bidang '{temu[1]}' tidak dikenal.{saran}")
    return hasil


def _kurung_terbuka(nomor: int, teks: str) -> list[str]:
    sisa = _BIDANG.sub("", teks)
    if "{{" in sisa or "}}" in sisa:
        return [f"Paragraf {nomor}: tanda kurung {{{{ }}}} tidak berpasangan. Tulis nama bidang di antara {{{{ dan }}}}."]
    return []


def isi_suntingan(teks: Sequence[str], bidang: Iterable[Bidang]) -> tuple[str, ...]:
    """The text with today's figures in the place of its fields and marks of cross-references in the place of `lihat_...`.

    A field whose figure is gone (its unit left, no data this year) reads "(belum ada data)": a saved text never stops a report.
    """
    nilai = {b.nama: b.nilai for b in bidang}

    def ganti(temu: re.Match[str]) -> str:
        if temu[1].startswith("lihat_"):
            return f"⟦{temu[1].removeprefix('lihat_').upper()}⟧"
        return nilai.get(temu[1], TIDAK_ADA)

    return tuple(_BIDANG.sub(ganti, satu) for satu in teks)


def naskah_awal(blok: BlokTeks, bidang: Sequence[Bidang]) -> str:
    """The automatic text of a block as an officer begins to edit it: figures and names that a field prints become that field.

    Only telling values are replaced (a decimal number, or six letters and more), so that "17" stays "17"; only where the group of
    fields that comes first has one field of that value; and fields of a unit only where the block or the paragraph is about that unit.
    """
    milik = _kelompok_unit(bidang)
    baris = []
    for satu in blok.teks:
        boleh = [
            b
            for b in bidang
            if (b.kelompok == blok.kelompok if blok.kelompok else b.kelompok not in milik or b.kelompok in satu)
        ]
        baris.append(_sisipkan_kelas(_sisipkan(satu, _tunggal(boleh)), [b for b in boleh if b.nama.startswith(KELAS)]))
    return "\n".join(RUJUKAN.sub(lambda t: f"{{{{ {nama_rujukan(t[1])} }}}}", satu) for satu in baris)


def _kelompok_unit(bidang: Sequence[Bidang]) -> set[str]:
    """Groups that are units: their fields are named after them. The first group is the document's own."""
    utama = bidang[0].kelompok if bidang else ""
    return {b.kelompok for b in bidang if b.kelompok != utama and b.nama == f"ikm_{nama_bidang(b.kelompok)}"}


def _tunggal(bidang: Sequence[Bidang]) -> dict[str, str]:
    """Name of the field by the value that it alone prints in the first group that prints it."""
    per_nilai: dict[str, list[Bidang]] = {}
    for b in bidang:
        if not b.nama.startswith(KELAS) and _CUKUP_KHAS.search(b.nilai):
            per_nilai.setdefault(b.nilai, []).append(b)
    return {nilai: sama[0].nama for nilai, sama in per_nilai.items() if [b.kelompok for b in sama].count(sama[0].kelompok) == 1}


def _sisipkan(teks: str, tunggal: dict[str, str]) -> str:
    if not tunggal:
        return teks
    pilihan = "|".join(re.escape(nilai) for nilai in sorted(tunggal, key=len, reverse=True))
    return re.sub(rf"(?<![\w,.])(?:{pilihan})(?![\w]|[,.]\d)", lambda temu: f"{{{{ {tunggal[temu[0]]} }}}}", teks)


def _sisipkan_kelas(teks: str, kelas: Sequence[Bidang]) -> str:
    """A class becomes a field only behind the index that it belongs to: many figures share one class."""
    for b in kelas:
        indeks = re.escape(f"{{{{ ikm_{b.nama.removeprefix(KELAS)} }}}}")
        teks = re.sub(rf"({indeks}[^.;]{{0,40}}?){re.escape(b.nilai)}", rf"\1{{{{ {b.nama} }}}}", teks)
    return teks


def nama_rujukan(kunci: str) -> str:
    """Name of the field that refers to a table or figure: "T3" -> "lihat_t3"."""
    return f"lihat_{kunci.lower()}"


def rujukan_blok(blok: Iterable[BlokTeks]) -> tuple[str, ...]:
    """Keys of the tables and figures that the automatic texts refer to, each once, in the order of the report."""
    return tuple(dict.fromkeys(kunci for b in blok for satu in b.teks for kunci in RUJUKAN.findall(satu)))
