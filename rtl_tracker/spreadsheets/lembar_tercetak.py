"""Sheet `tercetak`: figures that a report prints once more at another place."""

from rtl_tracker.domain.periode import Periode
from rtl_tracker.spreadsheets.baris import PembacaBaris, Tabel
from rtl_tracker.spreadsheets.buku_kerja import BarisAngka
from rtl_tracker.spreadsheets.kunci_tercetak import KUNCI_INSTANSI, baca_kunci, baca_nilai
from rtl_tracker.spreadsheets.sel import NilaiSalah


def baca_tercetak(tabel: Tabel) -> list[BarisAngka]:
    """One figure per place, UPP (or the instansi), period and key; two for the same are refused."""
    hasil = []
    pertama: dict[tuple[str, str | None, Periode, str], int] = {}
    for baris in tabel:
        isi = _baca_satu(baris)
        if isi is None:
            continue
        tanda = (isi.bagian.casefold(), isi.upp, isi.periode, isi.kunci)
        if tanda in pertama:
            pemilik = isi.upp or "instansi"
            kalimat = (
                f"Angka '{isi.kunci}' {pemilik} pada bagian '{isi.bagian}' sudah ada pada baris {pertama[tanda]}. Sisakan satu."
            )
            baris.tolak("kunci", kalimat)
            continue
        pertama[tanda] = baris.nomor
        hasil.append(isi)
    return hasil


def _baca_satu(baris: PembacaBaris) -> BarisAngka | None:
    bagian, upp = baris.label("bagian", wajib=True), baris.upp(boleh_kosong=True)
    periode, _ = baris.periode(boleh_rata=True, wajib=False)
    kunci = _kunci(baris)
    nilai = None if kunci is None else _nilai(baris, kunci)
    if kunci in KUNCI_INSTANSI and upp is not None:
        baris.tolak("kunci", f"Angka '{kunci}' hanya ada untuk instansi. Kosongkan kolom upp.")
    if baris.gagal or kunci is None or nilai is None:
        return None
    return BarisAngka(baris.nomor, bagian, upp, periode, kunci, nilai)


def _kunci(baris: PembacaBaris) -> str | None:
    isi = baris.label("kunci", wajib=True)
    if not isi:
        return None
    try:
        return baca_kunci(isi, baris.konteks.urutan)
    except NilaiSalah as salah:
        baris.tolak("kunci", str(salah))
        return None


def _nilai(baris: PembacaBaris, kunci: str) -> str | None:
    isi = baris.teks("nilai")
    if not isi:
        baris.tolak("nilai", "Nilai wajib diisi. Tulis - bila tempatnya ada tetapi tidak tercetak apa pun.")
        return None
    try:
        nilai, asing = baca_nilai(kunci, isi, baris.konteks.urutan)
    except NilaiSalah as salah:
        baris.tolak("nilai", str(salah))
        return None
    if asing:
        sebutan = ", ".join(f"'{kata}'" for kata in asing)
        baris.ingatkan("nilai", f"Kata berikut tidak menyebut unsur yang dikenal dan tidak dibaca: {sebutan}.")
    return nilai
