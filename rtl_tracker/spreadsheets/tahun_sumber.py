"""The year a workbook says it is of, read before anything else."""

from pathlib import Path

from rtl_tracker.domain.periode import baca_periode
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.spreadsheets.kisi import Kisi
from rtl_tracker.spreadsheets.lembar_riwayat import TAHUN_AKHIR, TAHUN_AWAL
from rtl_tracker.spreadsheets.masalah import BerkasDitolak, Catatan
from rtl_tracker.spreadsheets.sumber import buka_sumber


def tahun_sumber(sumber: Path, batas_mb: int = 10) -> int | None:
    """The year of the key `tahun` of the sheet instansi, else the one year that the periods of hasil, respons and rtl name.

    None when nothing names it, when several are named, or when the file cannot be opened (its reader will say why).
    """
    try:
        kisi = buka_sumber(sumber, batas_mb, Catatan()).kisi
    except BerkasDitolak:
        return None
    if "instansi" in kisi:
        for sel in kisi["instansi"].baris:
            isi = [str(s).strip() for s in sel if str(s).strip()]
            if len(isi) >= 2 and lipat(isi[0]) == "tahun":
                return _tahun(isi[1])
    disebut = {t for nama in ("hasil", "respons", "rtl") if nama in kisi for t in _tahun_periode(kisi[nama])}
    return disebut.pop() if len(disebut) == 1 else None


def _tahun_periode(kisi: Kisi) -> set[int]:
    """Years named by cells that are periods ("Semester 2 2023")."""
    teks = {s for sel in kisi.baris for s in sel if isinstance(s, str) and 0 < len(s) <= 60}
    terbaca = (baca_periode(s) for s in teks)
    return {hasil[2] for hasil in terbaca if hasil is not None and hasil[2] is not None}


def _tahun(teks: str) -> int | None:
    angka = teks.removesuffix(".0")
    return int(angka) if angka.isascii() and angka.isdigit() and TAHUN_AWAL <= int(angka) <= TAHUN_AKHIR else None
