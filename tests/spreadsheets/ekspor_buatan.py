"""Files as platforms hand them out: online forms, survey services, provincial applications, our own workbook. Made here, of nobody."""

import csv
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook

from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN
from rtl_tracker.domain.unsur import Unsur, lipat
from rtl_tracker.spreadsheets.berkas_jawaban import BerkasJawaban, buka_berkas
from tests.spreadsheets.pembuat_berkas import UNSUR

Baris = Sequence[Any]
TANYA = {lipat(b.tanya): f"unsur:{b.unsur.value}" for b in KUESIONER_BAWAAN.butir if b.unsur} | {
    lipat(KUESIONER_BAWAAN.umum.tanya): "umum"
}
PILIHAN = {lipat(kata): n for b in (KUESIONER_BAWAAN.umum, *KUESIONER_BAWAAN.butir) for n, kata in enumerate(b.pilihan, 1)}
PERTANYAAN = {
    Unsur.PERSYARATAN: "Bagaimana pendapat Saudara tentang kesesuaian persyaratan dengan jenis pelayanannya?",
    Unsur.PROSEDUR: "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
    Unsur.WAKTU: "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
    Unsur.BIAYA: "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
    Unsur.PRODUK: "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan dengan hasil yang diberikan?",
    Unsur.KOMPETENSI: "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas?",
    Unsur.PERILAKU: "Bagaimana pendapat Saudara tentang perilaku petugas, kesopanan dan keramahannya?",
    Unsur.PENGADUAN: "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
    Unsur.SARPRAS: "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
}
KATA = {
    Unsur.PERSYARATAN: "Sesuai", Unsur.PROSEDUR: "Sangat mudah", Unsur.WAKTU: "Kurang cepat", Unsur.BIAYA: "Gratis",
    Unsur.PRODUK: "Tidak sesuai", Unsur.KOMPETENSI: "Sangat kompeten", Unsur.PERILAKU: "Sopan dan ramah",
    Unsur.PENGADUAN: "Berfungsi kurang maksimal", Unsur.SARPRAS: "Cukup",
}  # fmt: skip
NILAI_KATA = (3, 4, 2, 4, 1, 4, 3, 3, 2)


def csv_bita(baris: Sequence[Baris], pemisah: str = ",", sandi: str = "utf-8") -> bytes:
    """Rows as a CSV file."""
    isi = StringIO()
    csv.writer(isi, delimiter=pemisah).writerows(baris)
    return isi.getvalue().encode(sandi)


def xlsx_bita(**lembar: Sequence[Baris]) -> bytes:
    """Rows as a workbook."""
    buku, isi = Workbook(), BytesIO()
    buku.remove(buku.worksheets[0])
    for nama, baris in lembar.items():
        kertas = buku.create_sheet(nama)
        for satu in baris:
            kertas.append(list(satu))
    buku.save(isi)
    return isi.getvalue()


def formulir_daring(n: int = 3) -> list[Baris]:
    """An online form: full questions, answers in words, month first, with names and addresses of mail."""
    kepala = ["Timestamp", "Email Address", "Nama Lengkap", "NIK", "No. HP", "Jenis Kelamin", "Usia", "Pendidikan Terakhir",
              "Pekerjaan", *PERTANYAAN.values(), "Kritik dan saran"]  # fmt: skip
    return [
        kepala,
        *(
            [
                f"11/{13 + i}/2026 9:15:0{i}", f"warga{i}@contoh.id", f"Warga {i}", f"610101010101000{i}", f"0812345678{i:02}",
                "Perempuan", "26 - 35 tahun", "SMA/Sederajat", "PNS / ASN", *KATA.values(), "Loketnya, tolong ditambah" if i else "",
            ]
            for i in range(n)
        ),
    ]  # fmt: skip


def layanan_survei() -> list[Baris]:
    """A survey service: two rows of headers, an address of a computer, one number column per question, with a word beside it."""
    kepala = ["Respondent ID", "Start Date", "End Date", "IP Address", "First Name", *[f"Q{i}" for i in range(1, 10)], "Usia"]
    return [
        kepala,
        ["", "", "", "", "", *["Response"] * 9, "Response"],
        *(
            [f"11800{i}", f"11/{14 + i}/2026 03:04:05 PM", "", f"10.0.0.{i}", "Budi", *["3 - Sesuai", "4 - Sangat sesuai"] * 4, 2, "41"]
            for i in range(2)
        ),
    ]  # fmt: skip


def aplikasi_provinsi() -> list[Baris]:
    """A provincial application: a title above the table, several units, U1 to U9 as numbers, a mean of the row, blanks as "-"."""
    return [
        ["Rekap SKM Provinsi"],
        [],
        ["No", "Unit Kerja", "Tanggal", "JK", "Umur", *[f"U{i}" for i in range(1, 10)], "Rata-rata"],
        [1, "Kecamatan Uji", datetime(2026, 5, 4), "L", 19, 4, 4, 4, 4, 4, 4, 4, 3, 2, 3.67],
        [2, "Dinas Lain", datetime(2026, 5, 4), "L", 30, 4, 4, 4, 4, 4, 4, 4, 3, 2, 3.67],
        [3, "KECAMATAN UJI", datetime(2026, 5, 5), "P", 60, 3, 3, 3, "-", 3, 3, 3, 3, 3, 3],
    ]


def buku_kerja() -> list[Baris]:
    """The sheet `respons` of our own workbook."""
    kepala = ["upp", "nomor_responden", "periode", "tanggal", "usia", "jenis_kelamin", "penilaian_umum", *UNSUR, "saran"]
    return [
        kepala,
        ["Kecamatan Uji", 1, "TAHUNAN", "04/05/2026", "37", "L", 4, *[3] * 9, "Baik"],
        ["Kecamatan Uji", 2, "TAHUNAN", "05/05/2026", "19-25", "P", "", *[4] * 8, "", ""],
        ["Kecamatan Uji", 3, "TW1", "05/01/2026", "", "", "", *[4] * 9, ""],
    ]


def buka(isi: bytes, nama: str = "jawaban.csv") -> BerkasJawaban:
    """Open a file as the import does."""
    return buka_berkas(nama, isi, 10, TANYA)
