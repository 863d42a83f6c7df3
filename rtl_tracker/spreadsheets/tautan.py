"""Links in cells: only http and https are kept, whatever else a cell holds could run in a reader's browser."""

from urllib.parse import urlsplit

from rtl_tracker.spreadsheets.baris import PembacaBaris

PANJANG_MAKS = 2000


def tautan_sah(teks: str) -> bool:
    """Whether the text is a whole http(s) address."""
    if len(teks) > PANJANG_MAKS or any(huruf.isspace() or not huruf.isprintable() for huruf in teks):
        return False
    try:
        urai = urlsplit(teks)
    except ValueError:
        return False
    return urai.scheme.casefold() in ("http", "https") and bool(urai.netloc)


def baca_tautan(baris: PembacaBaris, kolom: str) -> tuple[str, ...]:
    """The links of a cell, one per line; each other line is left out with a warning."""
    hasil = []
    for isi in (potongan.strip() for potongan in baris.teks(kolom).splitlines()):
        if tautan_sah(isi):
            hasil.append(isi)
        elif isi:
            baris.ingatkan(
                kolom, f"'{isi[:80]}' bukan tautan http:// atau https:// dan tidak disimpan. Tulis alamat lengkapnya."
            )
    return tuple(hasil)
