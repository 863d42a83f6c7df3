"""Import of answers from .xlsx, against calamine's reading of the same sheet plus a driver-level insert of the same rows."""

import tempfile
from pathlib import Path

from openpyxl import Workbook
from python_calamine import CalamineWorkbook
from sqlalchemy import text

from bench.data import NOW
from bench.pembangkit import Ukuran, lembar_respons, lembar_upp
from bench.ukur import baris, cepat, di_proses_anak, median
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.respons_repository import tambah_respons
from rtl_tracker.storage.session import buat_engine, session_tulis
from rtl_tracker.usecases.impor_buku_kerja import impor_buku_kerja


def buku_kerja(tujuan: Path, ukuran: Ukuran) -> int:
    """Write the workbook; returns the number of questionnaires."""
    buku = Workbook(write_only=True)
    for nama, isi in (("upp", lembar_upp(ukuran)), ("respons", lembar_respons(ukuran))):
        lembar = buku.create_sheet(nama)
        jumlah = 0
        for satu in isi:
            lembar.append(satu)
            jumlah += 1
    buku.save(tujuan)
    return jumlah - 1


def impor(berkas: str, alamat: str, tahun: int) -> int:
    """Import into an empty database; returns the rows stored."""
    engine = buat_engine(alamat)
    migrasikan(engine)
    with session_tulis(engine) as session:
        laporan = impor_buku_kerja(session, Path(berkas), tahun, now=NOW, batas_mb=1000)
    assert not laporan.galat, laporan.galat[0].kalimat
    return laporan.diubah["respons"]


def sisipkan(alamat: str, banyak: int, tahun: int) -> None:
    """The floor's insert: the same number of rows through the driver, committed."""
    engine = buat_engine(alamat)
    migrasikan(engine)
    with session_tulis(engine) as session:
        session.execute(text("INSERT INTO upp (urutan, nama, nama_terlipat, kode, singkatan, jenis, kelompok, alamat, telepon, ikut_rerata, pelaksana) "
                             "VALUES (1, 'A', 'a', '', '', '', '', '', '', 1, '')"))  # fmt: skip
        tambah_respons(
            session, [(1, None, tahun, "TW1", "1", None, "26-35", "Laki-laki", "SMA", "ASN", None, None, *[3] * 9, "")] * banyak
        )


def main() -> None:
    """Run all."""
    upp = 30 if cepat() else 250
    ukuran = Ukuran(upp=upp, respons=400)
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        berkas = folder / "jawaban.xlsx"
        banyak = buku_kerja(berkas, ukuran)
        baca = median(lambda: CalamineWorkbook.from_path(berkas).get_sheet_by_name("respons").to_python(), 3)
        nomor = iter(range(100))
        tulis = median(lambda: sisipkan(f"sqlite:///{folder / f'lantai{next(nomor)}.db'}", banyak, ukuran.tahun), 3)
        ulang = [di_proses_anak(impor, str(berkas), f"sqlite:///{folder / f'impor{i}.db'}", ukuran.tahun) for i in range(3)]
        kita = sorted((hasil for hasil, _ in ulang), key=lambda h: h.detik)[1]
        lantai = baca.detik + tulis.detik
        baris(f"{banyak} answers, {berkas.stat().st_size / 1e6:.1f} MB .xlsx", f"calamine {baca.detik:.2f} s + driver insert {tulis.detik:.2f} s",
              f"import {kita.detik:.2f} s = {kita.detik / lantai:.2f}x", f"peak {kita.puncak_mb:.0f} MB")  # fmt: skip


if __name__ == "__main__":
    main()
