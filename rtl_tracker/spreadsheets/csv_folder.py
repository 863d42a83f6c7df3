"""A folder of CSV files named after the sheets, or one of its files, to grids of texts."""

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from rtl_tracker.spreadsheets.kisi import BATAS_SEL, KALIMAT_TERLALU_LUAS, Kisi, susun_kisi
from rtl_tracker.spreadsheets.masalah import BerkasDitolak, Catatan
from rtl_tracker.spreadsheets.skema import SKEMA, lipat_judul

PEMISAH = (",", ";", "\t")
BARIS_COBA = 20


def daftar_csv(folder: Path) -> list[Path]:
    """The CSV files of a folder in name order."""
    return sorted(p for p in folder.iterdir() if p.suffix.casefold() == ".csv" and not p.name.startswith(".") and p.is_file())


def baca_csv(kunci: str, isi: bytes, catatan: Catatan) -> Kisi:
    """One file as the grid of the sheet `kunci`; the number of a row is the number of its record (header = 1).

    UTF-8 with or without a mark, else Windows-1252; the separator is found. Raises BerkasDitolak for what is no text.
    """
    teks = _dekode(kunci, isi, catatan)
    baris = _urai(kunci, teks, _pilih_pemisah(kunci, teks))
    lebar = max((len(sel) for sel in baris), default=0)
    if lebar * len(baris) > BATAS_SEL:
        raise BerkasDitolak(f"Berkas CSV '{kunci}': {KALIMAT_TERLALU_LUAS}")
    return susun_kisi(kunci, [[*sel, *[""] * (lebar - len(sel))] for sel in baris])


def _dekode(kunci: str, isi: bytes, catatan: Catatan) -> str:
    if b"\0" in isi:
        raise BerkasDitolak(f"Berkas CSV '{kunci}' memuat bita kosong (NUL). Simpan kembali sebagai CSV UTF-8.")
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        teks = isi.decode("cp1252")
    except UnicodeDecodeError as salah:
        raise BerkasDitolak(f"Pengodean berkas CSV '{kunci}' tidak dikenal. Simpan kembali sebagai CSV UTF-8.") from salah
    catatan.info(kunci, None, None, None, "Berkas CSV ini bukan UTF-8 dan dibaca sebagai Windows-1252. Periksa huruf beraksen.")
    return teks


def _urai(kunci: str, teks: str, pemisah: str, batas: int | None = None) -> list[list[str]]:
    hasil = []
    pembaca = csv.reader(StringIO(teks, newline=""), delimiter=pemisah)
    try:
        for sel in pembaca:
            hasil.append(sel)
            if batas is not None and len(hasil) >= batas:
                break
    except csv.Error as salah:
        raise BerkasDitolak(
            f"Berkas CSV '{kunci}' tidak terbaca pada baris {pembaca.line_num}. Periksa tanda kutipnya."
        ) from salah
    return hasil


def _pilih_pemisah(kunci: str, teks: str) -> str:
    """The separator under which one of the first rows holds the most known headers; then the most cells."""

    def skor(pemisah: str) -> tuple[int, int]:
        try:
            contoh = _urai(kunci, teks, pemisah, BARIS_COBA)
        except BerkasDitolak:
            return (-1, 0)
        return max(((_judul_dikenal(kunci, sel), len(sel)) for sel in contoh), default=(0, 0))

    return max(PEMISAH, key=skor)


def _judul_dikenal(kunci: str, sel: Sequence[str]) -> int:
    return sum(lipat_judul(judul) in SKEMA[kunci].dikenal for judul in sel)
