"""The auditor on made-up years with one kind of fault each (recall, false alarms), on Bengkayang as printed and corrected, and its speed."""

import csv
import random
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from bench.pembangkit import Ukuran, tulis_folder
from bench.pemeriksaan_buatan import KESALAHAN, laporan_benar, unit_rusak
from bench.pemeriksaan_data import bengkayang
from bench.pemeriksaan_ketidaksesuaian import daya_temu
from bench.ukur import baris, cepat, median
from rtl_tracker.auditor.daftar import periksa
from rtl_tracker.domain.pengaturan import Bobot
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.spreadsheets.baca import baca_buku_kerja
from rtl_tracker.usecases.fakta_pemeriksaan import fakta_berkas
from rtl_tracker.usecases.pemeriksaan import HasilPeriksa, periksa_berkas

HARI, RUSAK, TANPA_BATAS = date(2025, 1, 1), 20, 1000


def buatan(folder: Path) -> None:
    """No finding on a year that is right; every fault found at its unit."""
    for benih, bobot in enumerate(Bobot):
        hasil = periksa_berkas(laporan_benar(benih, bobot).tulis(folder / f"benar-{benih}"), None, HARI)
        baris(f"made-up year that is right, bobot {bobot.value}", _hitung(hasil))
    for nomor, kesalahan in enumerate(KESALAHAN):
        laporan, acak = laporan_benar(nomor), random.Random(nomor)
        rusak = unit_rusak(laporan, kesalahan, RUSAK, acak)
        hasil = periksa_berkas(laporan.tulis(folder / f"rusak-{nomor}"), None, HARI)
        kena = {hasil.nama_upp(t) for t in hasil.temuan if t.aturan == kesalahan.aturan}
        lain = Counter(t.aturan for t in hasil.temuan if hasil.nama_upp(t) not in rusak and t.upp_id is not None)
        asing = f"at whole units: {dict(lain)}" if lain else "nothing at whole units"
        baris(f"{kesalahan.aturan} {kesalahan.nama}", f"found {sum(u in kena for u in rusak)} of {RUSAK}", asing)


def bengkayang_2021(folder: Path) -> None:
    """Which of the listed discrepancies are found, by kind; and that the corrected copy holds no error."""
    tercetak = periksa_berkas(bengkayang(folder / "tercetak", benar=False), 2021, HARI)
    benar = periksa_berkas(bengkayang(folder / "benar", benar=True), 2021, HARI)
    baris("Bengkayang 2021 as printed", _hitung(tercetak))
    for d in daya_temu(tercetak):
        baris(f"  listed: {d.jenis}", f"found {d.kena} of {d.ada}", f"not: {' '.join(d.luput)}" if d.luput else "")
    baris("Bengkayang 2021 corrected", _hitung(benar))
    for t in benar.temuan:
        if t.tingkat is Tingkat.GALAT:
            baris(f"  FALSE ALARM {t.aturan}", f"{benar.nama_upp(t)}: {t.kalimat}")


def kecepatan(folder: Path) -> None:
    """Reading a workbook, examining it whole, and the rules alone."""
    ukuran = Ukuran(respons=100 if cepat() else 400)
    sumber = _buku(tulis_folder(folder / "besar", ukuran), folder / "besar.xlsx")
    fakta, _ = fakta_berkas(sumber, ukuran.tahun, HARI, None, TANPA_BATAS)
    baca = median(lambda: baca_buku_kerja(sumber, ukuran.tahun, None, [], TANPA_BATAS), 3)
    seluruh = median(lambda: periksa_berkas(sumber, ukuran.tahun, HARI, None, TANPA_BATAS), 3)
    aturan = median(lambda: periksa(fakta), 3)
    baris(
        f"{ukuran.upp} UPP x 4 periods, workbook with answers", f"{seluruh.detik:.2f} s", f"{seluruh.kali(baca)} of reading it"
    )
    baris("the rules alone", f"{aturan.detik:.2f} s", f"{aturan.kali(baca)} of reading it")


def _buku(asal: Path, tujuan: Path) -> Path:
    """The folder of CSV as one workbook."""
    buku = Workbook(write_only=True)
    for berkas in sorted(asal.glob("*.csv")):
        lembar = buku.create_sheet(berkas.stem)
        with berkas.open(newline="", encoding="utf-8") as isi:
            for sel in csv.reader(isi):
                lembar.append(sel)
    buku.save(tujuan)
    return tujuan


def _hitung(hasil: HasilPeriksa) -> str:
    return ", ".join(f"{tingkat.value} {n}" for tingkat, n in hasil.jumlah.items())


def main() -> None:
    """Run all."""
    with tempfile.TemporaryDirectory() as nama:
        buatan(Path(nama))
        bengkayang_2021(Path(nama))
        kecepatan(Path(nama))


if __name__ == "__main__":
    main()
