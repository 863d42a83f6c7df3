"""The `[[...]]` paragraphs of a template: all that the kind needs, each once, alone in its paragraph; landscape parts in pairs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from rtl_tracker.reports.templat_sendiri.acuan import TATA_LETAK, Acuan
from rtl_tracker.reports.templat_sendiri.teks_templat import BarisTeks
from rtl_tracker.reports.templat_sendiri.temuan_templat import PANJANG_KUTIPAN, Kelompok, Masalah, galat, kutip, peringatan
from rtl_tracker.reports.word.kerangka import LANSKAP, POTRET

_PENANDA = re.compile(r"\[\[([^\[\]]*)\]\]")
_SENDIRIAN = re.compile(r"\[\[(\w+)\]\]")


def periksa_penanda(baris: Sequence[BarisTeks], acuan: Acuan) -> Iterator[Masalah]:
    """Unknown, repeated, misplaced and missing markers."""
    ada: Counter[str] = Counter()
    for b in baris:
        for nama in dict.fromkeys(satu.strip() for satu in _PENANDA.findall(b.teks)):
            dikenal = nama in acuan.penanda or nama in TATA_LETAK
            if not dikenal:
                yield _asing(b, nama, acuan)
            elif not (b.badan and _SENDIRIAN.fullmatch(b.utuh)):
                yield galat(
                    Kelompok.PENANDA,
                    f"{b.tempat}: penanda [[{nama}]] harus sendirian dalam satu paragraf isi dokumen, bukan di dalam tabel, kotak teks, "
                    "kepala, atau kaki halaman; pindahkan.",
                )
                ada[nama] += 1
            else:
                ada[nama] += 1
                if ada[nama] == 2 and nama not in TATA_LETAK:
                    yield galat(
                        Kelompok.PENANDA, f"{b.tempat}: penanda [[{nama}]] tertulis lebih dari sekali; hapus yang berlebih."
                    )
    yield from _hilang(ada, acuan)


def _asing(b: BarisTeks, nama: str, acuan: Acuan) -> Masalah:
    dekat = get_close_matches(nama[:PANJANG_KUTIPAN], sorted({*acuan.penanda, *TATA_LETAK}), n=2, cutoff=0.6)
    saran = f"mungkin maksudnya {' atau '.join(f'[[{d}]]' for d in dekat)}" if dekat else "hapus paragraf itu"
    return galat(Kelompok.PENANDA, f"{b.tempat}: penanda [[{kutip(nama, 40)}]] tidak dikenal; {saran}.")


def _hilang(ada: Counter[str], acuan: Acuan) -> Iterator[Masalah]:
    for nama, judul in acuan.penanda.items():
        if ada[nama]:
            continue
        sebutan = _polos(judul)
        tempat = f"di bawah judul '{sebutan}'" if sebutan.strip("…") else "pada halaman pertama"
        if nama in acuan.wajib:
            yield galat(Kelompok.PENANDA, f"Penanda [[{nama}]] tidak ada; tulis sebagai paragraf tersendiri {tempat}.")
        else:
            yield peringatan(
                Kelompok.PENANDA,
                f"Penanda [[{nama}]] tidak ada, sehingga bagian itu tidak dicetak; bila perlu, tulis {tempat}.",
            )


def _polos(judul: str) -> str:
    """A heading of the shipped template with its fields as dots."""
    return kutip(re.sub(r"\{\{.*?\}\}", "…", judul), 60)


def periksa_lanskap(baris: Iterable[BarisTeks]) -> Iterator[Masalah]:
    """`[[lanskap]]` and `[[potret]]` must alternate, beginning with the first."""
    buka: BarisTeks | None = None
    for b in baris:
        temu = _SENDIRIAN.fullmatch(b.utuh) if b.badan else None
        if temu is None or temu[1] not in TATA_LETAK:
            continue
        if (temu[1] == LANSKAP) is (buka is not None):
            lain = POTRET if temu[1] == LANSKAP else LANSKAP
            yield galat(
                Kelompok.SUSUNAN, f"{b.tempat}: penanda [[{temu[1]}]] tidak didahului [[{lain}]]; lengkapi pasangannya."
            )
        buka = b if temu[1] == LANSKAP else None
    if buka is not None:
        yield galat(
            Kelompok.SUSUNAN, f"{buka.tempat}: penanda [[lanskap]] tidak ditutup; tambahkan paragraf [[potret]] sesudahnya."
        )
