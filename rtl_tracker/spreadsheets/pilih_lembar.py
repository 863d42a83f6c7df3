"""Which of the sheets (or CSV files) at hand are those of the contract."""

from collections.abc import Sequence

from rtl_tracker.spreadsheets.masalah import LEMBAR_BERKAS, BerkasDitolak, Catatan
from rtl_tracker.spreadsheets.rujukan import kunci_nama
from rtl_tracker.spreadsheets.skema import LEMBAR_BANTU, SKEMA


def pilih_lembar(nama: Sequence[str], sebutan: str, catatan: Catatan) -> dict[str, str]:
    """Name of the contract -> name as found, in the order of the contract.

    `sebutan`: what the user calls one ("Lembar", "Berkas CSV"). Unknown ones are named in a warning. Raises BerkasDitolak
    when one stands twice or none is known.
    """
    ditemukan: dict[str, str] = {}
    asing = []
    for satu in nama:
        kunci = kunci_nama(satu)
        if kunci in SKEMA:
            if kunci in ditemukan:
                raise BerkasDitolak(f"{sebutan} '{kunci}' ada dua kali ('{ditemukan[kunci]}' dan '{satu}'). Sisakan satu.")
            ditemukan[kunci] = satu
        elif kunci not in LEMBAR_BANTU:
            asing.append(satu)
    if not ditemukan:
        raise BerkasDitolak(f"Tidak ada {sebutan.lower()} yang dikenal. Nama yang dikenal: {', '.join(SKEMA)}.")
    for satu in asing:
        kalimat = f"{sebutan} '{satu}' tidak dikenal dan tidak dibaca. Nama yang dikenal: {', '.join(SKEMA)}."
        catatan.peringatan(satu or LEMBAR_BERKAS, None, None, None, kalimat)
    return {kunci: ditemukan[kunci] for kunci in SKEMA if kunci in ditemukan}
