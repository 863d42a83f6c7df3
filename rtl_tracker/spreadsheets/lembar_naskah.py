"""Sheet `naskah`: sentences of the report whose figures are to be examined."""

from rtl_tracker.domain.periode import Periode
from rtl_tracker.spreadsheets.baris import Tabel
from rtl_tracker.spreadsheets.buku_kerja import BarisNaskah


def baca_naskah(tabel: Tabel) -> list[BarisNaskah]:
    """The sentences in their order; the same one twice at one place is refused."""
    hasil = []
    pertama: dict[tuple[str, str | None, Periode, str], int] = {}
    for baris in tabel:
        bagian, upp = baris.label("bagian", wajib=True), baris.upp(boleh_kosong=True)
        periode, _ = baris.periode(boleh_rata=True, wajib=False)
        teks = baris.teks("teks")
        if not teks and not baris.gagal:
            baris.tolak("teks", "Teks wajib diisi. Tulis kalimatnya, atau hapus barisnya.")
        tanda = (bagian.casefold(), upp, periode, teks)
        if not baris.gagal and tanda in pertama:
            baris.tolak("teks", f"Kalimat ini sudah ada pada baris {pertama[tanda]}. Sisakan satu.")
        if not baris.gagal:
            pertama[tanda] = baris.nomor
            hasil.append(BarisNaskah(baris.nomor, bagian, upp, periode, teks))
    return hasil
