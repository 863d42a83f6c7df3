"""Numbers in the query of an address; anything else there asks for nothing."""

from flask import request

ANGKA_TERBANYAK = 9


def baca_bilangan(nama: str) -> int | None:
    """The number that the address gives as `nama`; None for none, or for one that no database key can be."""
    teks = request.args.get(nama, "").strip()
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) <= ANGKA_TERBANYAK else None
