"""Appendix of the audit edition: findings that were open when the document was made, and those that somebody explained (spec 3.2 E)."""

from collections.abc import Sequence

from rtl_tracker.formats import bulat
from rtl_tracker.reports.baris_temuan import BarisTemuan
from rtl_tracker.reports.word.elemen import Elemen, Kolom, Paragraf, Tabel

PENANDA = "lampiran_temuan"


def elemen_temuan(baris: Sequence[BarisTemuan]) -> dict[str, list[Elemen]]:
    """Elements for the marker of the appendix."""
    terbuka = [b for b in baris if not b.penjelasan]
    dijelaskan = [b for b in baris if b.penjelasan]
    if not baris:
        return {PENANDA: [Paragraf("Pemeriksaan tidak menemukan apa pun pada data dokumen ini.")]}
    elemen: list[Elemen] = [
        Paragraf(
            f"Pada saat dokumen ini disusun terdapat {bulat(len(terbuka))} temuan terbuka dan {bulat(len(dijelaskan))} temuan yang sudah dijelaskan."
        )
    ]
    if terbuka:
        kolom = (Kolom("No", 9, "kanan"), Kolom("Bobot", 20), Kolom("Aturan", 18), Kolom("Tempat", 42), Kolom("Temuan", 70))
        isi = [(bulat(i), b.tingkat, b.aturan, _tempat(b), b.kalimat) for i, b in enumerate(terbuka, start=1)]
        elemen.append(Tabel(kolom, tuple(isi), kunci="TEMUAN", judul="Temuan terbuka", ukuran_pt=8))
    if dijelaskan:
        kolom = (
            Kolom("No", 9, "kanan"),
            Kolom("Aturan", 18),
            Kolom("Tempat", 36),
            Kolom("Temuan", 52),
            Kolom("Penjelasan", 44),
        )
        isi = [(bulat(i), b.aturan, _tempat(b), b.kalimat, b.penjelasan) for i, b in enumerate(dijelaskan, start=1)]
        elemen.append(Tabel(kolom, tuple(isi), kunci="TEMUAN_JELAS", judul="Temuan yang sudah dijelaskan", ukuran_pt=8))
    return {PENANDA: elemen}


def _tempat(b: BarisTemuan) -> str:
    return ", ".join(x for x in (b.upp, b.layanan, b.periode) if x)
