"""Open what the user handed in: a workbook or a folder of CSV files."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rtl_tracker.spreadsheets.csv_folder import baca_csv, daftar_csv
from rtl_tracker.spreadsheets.kisi import Kisi
from rtl_tracker.spreadsheets.masalah import BerkasDitolak, Catatan
from rtl_tracker.spreadsheets.pilih_lembar import pilih_lembar
from rtl_tracker.spreadsheets.xlsx import baca_xlsx


@dataclass
class Sumber:
    """The opened source: grids by the name of the contract, and the hash of its content."""

    sha256: str
    kisi: dict[str, Kisi]


def buka_sumber(sumber: Path, batas_mb: int, catatan: Catatan) -> Sumber:
    """Read the source within `batas_mb` megabytes. Raises BerkasDitolak with the sentence for the user."""
    try:
        if sumber.is_dir():
            return _buka_folder(sumber, batas_mb, catatan)
        if not sumber.is_file():
            raise BerkasDitolak(f"Berkas atau folder '{sumber.name}' tidak ditemukan.")
        return _buka_berkas(sumber, batas_mb, catatan)
    except OSError as salah:
        raise BerkasDitolak(f"Berkas atau folder '{sumber.name}' tidak dapat dibuka: {salah.strerror}.") from salah


def _buka_berkas(sumber: Path, batas_mb: int, catatan: Catatan) -> Sumber:
    _tolak_besar(sumber.stat().st_size, batas_mb)
    isi = sumber.read_bytes()
    if sumber.suffix.casefold() == ".csv":
        raise BerkasDitolak(
            "Berkas CSV diimpor sebagai folder: simpan dalam sebuah folder dengan nama lembarnya, misalnya hasil.csv."
        )
    return Sumber(sha256(isi).hexdigest(), baca_xlsx(isi, catatan))


def _buka_folder(folder: Path, batas_mb: int, catatan: Catatan) -> Sumber:
    daftar = daftar_csv(folder)
    if not daftar:
        raise BerkasDitolak(f"Folder '{folder.name}' tidak berisi berkas CSV.")
    _tolak_besar(sum(berkas.stat().st_size for berkas in daftar), batas_mb)
    dipilih = pilih_lembar([berkas.stem for berkas in daftar], "Berkas CSV", catatan)
    isi = {berkas.stem: berkas.read_bytes() for berkas in daftar}
    sidik_isi = sha256(b"".join(isi.values())).hexdigest()
    return Sumber(sidik_isi, {kunci: baca_csv(kunci, isi[nama], catatan) for kunci, nama in dipilih.items()})


def _tolak_besar(ukuran: int, batas_mb: int) -> None:
    if ukuran > batas_mb * 1024 * 1024:
        raise BerkasDitolak(f"Ukurannya {ukuran / 1024 / 1024:.1f} MB, melebihi batas {batas_mb} MB.".replace(".", ",", 1))
